/* What clashes are found in and kept by: bookings read by their time, and the table clash_acceptance. */
#pragma once

#include "ff-db.h"
#include "ff-session-store.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* A session, not cancelled, of a live class that is not cancelled either. */
typedef struct
{
  gint64 session_id;
  gint64 run_id;
  gint64 course_id;
  FfMinute from;
  FfMinute to;
  gint64 venue_id; /* 0: none */
  char *joint;     /* NULL: alone */
  gboolean online;
  gboolean provisional;
} FfBookingRow;

/* Something that belongs to a session or a class: a trainer, a piece of equipment with its count, somebody enrolled. */
typedef struct
{
  gint64 owner_id; /* the session; of a member the class */
  gint64 id;       /* trainer, equipment, trainee */
  int count;       /* of equipment */
  gint64 layer_id; /* of a member */
  gint64 team_id;
} FfBookingPart;

/* What touches [from, to), found by the index of starts: FfBookingRow, FfBookingPart, FfAudience. Members are those enrolled in the
   classes of these sessions. */
GArray *ff_clash_store_list_bookings (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_clash_store_list_trainers (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_clash_store_list_needs (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_clash_store_list_audience (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_clash_store_list_members (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of one session, of one class. */
GArray *ff_clash_store_list_trainers_of (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_clash_store_list_needs_of (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_clash_store_list_audience_of (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_clash_store_list_members_of (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The earliest start and the latest end of the sessions that touch [from, to); FALSE without an error when there are none. */
gboolean ff_clash_store_read_extent (FfDb *db, FfMinute from, FfMinute to, FfMinute *first, FfMinute *last, GError **error);
/* Of one stored session, whatever its state; FF_STEP_DONE: it is gone. */
FfStep ff_clash_store_read_times (FfDb *db, gint64 session_id, FfMinute *from, FfMinute *to, GError **error);
/* "confirmed" or "provisional" sessions; FALSE on error. */
gboolean ff_clash_store_read_booking (FfDb *db, gint64 session_id, gboolean *provisional, GError **error);

typedef struct
{
  gint64 id;
  char *name;
  int capacity; /* −1: unknown */
  int setup_minutes;
  char *site;
  gint64 fallback_id;
} FfBookedVenue;

/* Every live venue, by name. */
GPtrArray *ff_clash_store_list_venues (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfBookingPart: every kind of equipment, and what stands in venues, with these as owners. */
GArray *ff_clash_store_list_equipment (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_clash_store_list_standing (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64 course_id;
  gint64 trainer_id;
  FfDay until; /* FF_NO_DAY: for good */
} FfTeacherRow;

GArray *ff_clash_store_list_teachers (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Names ------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  gint64 run_id;
  gint64 course_id;
  char *run_code;
  char *key;   /* NULL: of a class alone */
  char *title; /* its own, else its class's */
  char *course_code;
} FfSessionName;

void ff_session_name_free (FfSessionName *name);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSessionName, ff_session_name_free)
/* NULL without an error when it is gone. Also of cancelled sessions. */
FfSessionName *ff_clash_store_name_session (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfSessionName *ff_clash_store_name_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A class of that course that is not there yet, called by the course. */
FfSessionName *ff_clash_store_name_course (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @table: "trainer", "venue", "trainee" or "equipment". NULL without an error when it is gone. */
char *ff_clash_store_name_resource (FfDb *db, const char *table, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Acceptances ------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *kind;
  gint64 session_id; /* the smaller id of the two */
  gint64 other_id;   /* 0: there is none */
  const char *resource; /* a table; NULL: none */
  gint64 resource_id;
  FfMinute from;
  FfMinute to;
  int lacking; /* places or pieces; 0 where nothing is counted */
} FfClashKey;

typedef struct
{
  char *reason;
  char *by;
  FfDay on;
} FfAcceptance;

void ff_acceptance_free (FfAcceptance *acceptance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfAcceptance, ff_acceptance_free)
/* The latest one that covers the time of that clash and what is lacking; NULL without an error when nobody accepted it. */
FfAcceptance *ff_clash_store_read_acceptance (FfDb *db, const FfClashKey *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* In the name of the connection's actor. */
gboolean ff_clash_store_insert_acceptance (FfDb *db, const FfClashKey *key, const char *reason, FfDay on, GError **error);
/* Those that cover that clash. @changed is set, never cleared. */
gboolean ff_clash_store_delete_acceptances (FfDb *db, const FfClashKey *key, gboolean *changed, GError **error);

G_END_DECLS
