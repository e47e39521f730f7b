/* What stands in the way of a session (RULES, 7): the clashes of what is stored, and of what somebody is about to store; and the ways
   out of them. core/ff-schedule.h decides, this reads what it decides over and gives the ids names. */
#pragma once

#include "ff-put.h"
#include "ff-runs.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

/* One side of a clash. */
typedef struct
{
  gint64 session_id; /* 0: of a session that is not stored yet */
  gint64 run_id;
  char *run_code;
  char *key;   /* of the session; NULL for one without */
  char *title; /* what to call it: its own title, else its class's */
} FfClashSide;

typedef struct
{
  FfClashKind kind;
  FfResource resource; /* what the next is one of */
  gint64 resource_id; /* the trainer, venue, trainee or equipment; 0: none */
  char *name;         /* of that, or of the holiday */
  FfClashSide a;
  FfClashSide b;      /* run_code NULL: there is no other session (holiday, unavailability, capacity, qualification) */
  FfMinute from;      /* the common time, setup and travel included */
  FfMinute to;
  int need;           /* capacity and equipment: people or pieces */
  int have;
  gboolean provisional; /* one side is not confirmed */
  char *accepted;     /* because …; NULL: nobody accepted it */
  char *accepted_by;
  FfDay accepted_on;
  char *sentence;     /* what, with whom, when, how long: translated */
  gint64 joint_a;     /* the sessions for which it is accepted, when a or b are one booking with others; below 0: not stored */
  gint64 joint_b;
} FfClash;

void ff_clash_free (FfClash *clash);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfClash, ff_clash_free)
const char *ff_clash_kind_key (FfClashKind kind);   /* "trainer" … */
const char *ff_clash_kind_title (FfClashKind kind); /* translated: "Trainer" … */

/* A session as it would be: stored under @session_id, or new when that is 0. Made by ff_session_plan_new () or _read (), then changed. */
typedef struct
{
  gint64 session_id;
  gint64 run_id;    /* 0: of a class that is not there yet, … */
  gint64 course_id; /* … of this course; without meaning otherwise */
  char *key;        /* only for naming it; may be NULL */
  char *title;
  FfMinute starts_at;
  FfMinute ends_at;
  gint64 venue_id;  /* 0: none */
  GArray *trainers; /* gint64 */
  GArray *audience; /* FfAudience; empty: everybody in the class */
  GArray *trainees; /* gint64 who would take part; NULL: those enrolled, by @audience */
  char *joint;
  gboolean online;
  gboolean provisional;
  gboolean cancelled; /* takes it out of the schedule */
} FfSessionPlan;

FfSessionPlan *ff_session_plan_new (gint64 run_id) G_GNUC_WARN_UNUSED_RESULT;
FfSessionPlan *ff_session_plan_read (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What ff_sessions_put () would make of @draft, of which it takes the times, venue, trainers, audience, mode, booking and joint; @run_id
   is for a new session. Names that are unknown yet clash with nothing. Times that are none leave FF_NO_TIME. */
FfSessionPlan *ff_session_plan_from_draft (FfDb *db, gint64 session_id, gint64 run_id, const FfSessionDraft *draft, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void ff_session_plan_free (FfSessionPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSessionPlan, ff_session_plan_free)

/* FfClash of what is stored, by time; accepted ones too. Of some sessions, of those that touch [from, to), of
   what ends after @from, or of all. */
GPtrArray *ff_clashes_of_session (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_clashes_of_sessions (FfDb *db, const gint64 *session_ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_clashes_between (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_clashes_from (FfDb *db, FfMinute from, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_clashes_all (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfClash that there would be if @plans (FfSessionPlan) were stored together: those with one of them on either side. */
GPtrArray *ff_clashes_of_plans (FfDb *db, GPtrArray *plans, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfClash that enrolling these trainees in a class would make in its sessions that are still to come: their own, and full rooms. */
GPtrArray *ff_clashes_of_enrolling (FfDb *db, gint64 run_id, const gint64 *trainee_ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many clashes that nobody accepted each of @sessions (FfSession) has: its id → GUINT_TO_POINTER; those with none are not
   in it, but the other sides of their clashes are. */
GHashTable *ff_clashes_count_open (FfDb *db, GPtrArray *sessions, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Notes why a stored clash may stand; "" or NULL takes that back. In the caller's batch. */
FfPut ff_clashes_accept (FfDb *db, const FfClash *clash, const char *reason, GError **error);

/* Ways out --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfDay from;      /* FF_NO_DAY: the day of the plan, or today if that is past */
  FfDay to;        /* FF_NO_DAY: 60 days later */
  int earliest;    /* minutes of the day; both 0: the teaching hours */
  int latest;
  double share;    /* of the trainees who must be free, 0 … 1; default 1 */
} FfFreeQuery;

typedef struct
{
  FfMinute starts_at;
  FfMinute ends_at;
  gint64 venue_id;
  char *venue;      /* NULL: none */
  int free_trainees;
  int trainees;
} FfFreeSlot;

void ff_free_slot_free (FfFreeSlot *slot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfFreeSlot, ff_free_slot_free)

/* At most 5 FfFreeSlot, earliest first, at which every trainer and the venue of @plan are free. @query NULL: the defaults. */
GPtrArray *ff_clashes_next_free (FfDb *db, const FfSessionPlan *plan, const FfFreeQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64 venue_id;
  char *venue;
  int capacity; /* −1: unknown */
  int trainees;
} FfFreeVenue;

void ff_free_venue_free (FfFreeVenue *venue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfFreeVenue, ff_free_venue_free)

/* FfFreeVenue that are free at the plan's time and hold its trainees: the fallback of its venue first, then the smallest. */
GPtrArray *ff_clashes_free_venues (FfDb *db, const FfSessionPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
