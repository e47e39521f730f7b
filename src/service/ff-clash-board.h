/* The part of the database that clashes are looked for in, laid out as a schedule; private to the clashes. */
#pragma once

#include "ff-clash-store.h"
#include "ff-clashes.h"

G_BEGIN_DECLS

typedef struct
{
  FfMinute from;
  FfMinute to;
} FfPeriod;

typedef struct
{
  FfDb *db;
  FfSchedule *schedule;
  FfWorkCalendar *calendar; /* the schedule's */
  GPtrArray *venues;        /* FfBookedVenue, by name */
  int margin;               /* minutes by which setup and travel widen a session at most */
  GHashTable *members;      /* class id → GArray of FfBookingPart */
  GHashTable *groups;       /* "class", or "class:" and the audience → group + 1 */
  GHashTable *sessions;     /* id → itself, what was put into the schedule */
  GHashTable *plans;        /* id in the schedule → FfSessionPlan, which stand for stored sessions or are new */
  GHashTable *names;        /* session id → FfSessionName */
  GHashTable *resources;    /* "trainer 7" → its name */
} FfClashBoard;

/* The class of a plan, also one that is not there yet. NULL without an error when it is gone. */
FfSessionName *ff_clash_board_name_plan (FfClashBoard *board, const FfSessionPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Everything but bookings. @plans (may be NULL) is borrowed. */
FfClashBoard *ff_clash_board_new (FfDb *db, GPtrArray *plans, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_clash_board_free (FfClashBoard *board);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfClashBoard, ff_clash_board_free)

/* The stored sessions that touch [from, to) or stand so close that setup or travel matter, and who cannot be booked then. */
gboolean ff_clash_board_load (FfClashBoard *board, FfMinute from, FfMinute to, GError **error);
/* The same for several periods (FfPeriod), which are sorted; neighbouring ones are read at once. */
gboolean ff_clash_board_load_periods (FfClashBoard *board, GArray *periods, GError **error);
/* Puts the plans in place of the stored sessions; after loading. */
gboolean ff_clash_board_add_plans (FfClashBoard *board, GError **error);
/* gint64, as the schedule knows the plans. */
GArray *ff_clash_board_list_plans (FfClashBoard *board) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a session with that audience is for somebody in the class. */
gboolean ff_clash_is_meant (const FfBookingPart *member, const FfAudience *audience, gsize n);

/* FfHit as FfClash, with names, acceptances and sentences. */
GPtrArray *ff_clash_board_name (FfClashBoard *board, const GArray *hits, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What the sentence of a clash says; @course is the code of the course that is taught. */
char *ff_clash_describe (const FfClash *clash, const char *course) G_GNUC_WARN_UNUSED_RESULT;
/* The table that a resource stands in; NULL: none. */
const char *ff_clash_resource_table (FfResource resource);

G_END_DECLS
