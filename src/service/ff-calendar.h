/* What the calendar shows of a span of days, under a filter. */
#pragma once

#include "ff-calendar-store.h"
#include "ff-work-calendar.h"

G_BEGIN_DECLS

typedef struct
{
  FfDay day;
  int level;
  gint64 run_id;
  char *run_code;
  char *title; /* translated */
  const char *tab; /* of the class's page, where it is dealt with */
} FfCalendarDue;

/* A class that has sessions in the span: an entry of the legend. */
typedef struct
{
  gint64 run_id;
  char *code;
  char *title;
  int sessions;
} FfCalendarRun;

typedef struct
{
  FfDay from;
  FfDay to;              /* not included */
  GPtrArray *sessions;   /* FfCalendarSession, by start */
  FfWorkCalendar *days;  /* which of the days are worked, and the hours */
  GPtrArray *blocked;    /* FfCalendarBlocked: when a chosen trainer or venue cannot be booked */
  GPtrArray *runs;       /* FfCalendarRun, those with most sessions first */
} FfCalendar;

/* The filter's departments count with those below them; its @from and @to are set from the days. One read transaction: work for a
   thread of its own. */
FfCalendar *ff_calendar_read (FfDb *db, FfDay from, FfDay to, const FfCalendarFilter *filter, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfCalendar *ff_calendar_ref (FfCalendar *calendar);
void ff_calendar_unref (FfCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCalendar, ff_calendar_unref)

/* FfCalendarDue of the four levels in these days, by day: open tasks, and marks that are missing at @now. Reads the figures of classes,
   which takes longer than the calendar itself. */
GPtrArray *ff_calendar_read_dues (FfDb *db, FfDay from, FfDay to, FfMinute now, const FfCalendarFilter *filter, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* By what the calendar can be filtered: arrays of FfChoice. */
typedef struct
{
  GPtrArray *runs;
  GPtrArray *trainers;
  GPtrArray *venues;
  GPtrArray *departments;
} FfCalendarChoices;

gboolean ff_calendar_read_choices (FfDb *db, FfCalendarChoices *choices, GError **error);
void ff_calendar_choices_clear (FfCalendarChoices *choices);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfCalendarChoices, ff_calendar_choices_clear)

/* Moves a session, whatever else it is. In the caller's batch; a refusal is of ff_sessions_put (). */
gboolean ff_calendar_put_times (FfDb *db, gint64 session_id, FfMinute starts_at, FfMinute ends_at, GError **error);

/* What would stand in the way of a session at another time: the first sentence in @reason, NULL when nothing does or it was accepted.
   @session_id 0: a new one of the class @run_id, of which nothing else is known yet. */
gboolean ff_calendar_judge (FfDb *db, gint64 session_id, gint64 run_id, FfMinute starts_at, FfMinute ends_at, char **reason, GError **error);

/* FfChoice of the live classes, the latest first: key is the code, title has code and title. */
GPtrArray *ff_calendar_list_runs (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
