/* What the calendar page asks the reader: sessions, what is due, what can be chosen, and whether a drag would clash. */
#include "config.h"

#include "ff-calendar-page-private.h"

#include "ff-window.h"

/* The filter as a set of its own, so that it can go to another thread. */
static void
filter_fill (FfCalendarPage *self, FfCalendarFilter *filter)
{
  filter->venues = ff_filter_button_dup_ids (self->filters[FF_CALENDAR_FILTER_VENUES]);
  filter->trainers = ff_filter_button_dup_ids (self->filters[FF_CALENDAR_FILTER_TRAINERS]);
  filter->runs = ff_filter_button_dup_ids (self->filters[FF_CALENDAR_FILTER_RUNS]);
  filter->departments = ff_filter_button_dup_ids (self->filters[FF_CALENDAR_FILTER_DEPARTMENTS]);
  filter->cancelled = self->with_cancelled;
}

static void
filter_clear (FfCalendarFilter *filter)
{
  g_clear_pointer (&filter->venues, g_array_unref);
  g_clear_pointer (&filter->trainers, g_array_unref);
  g_clear_pointer (&filter->runs, g_array_unref);
  g_clear_pointer (&filter->departments, g_array_unref);
}

/* One visit to the reader ----------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef page;
  FfDay from;
  FfDay to;
  FfMinute now;
  FfCalendarFilter filter;
  FfCalendar *calendar;
  GPtrArray *dues;
  FfCalendarChoices choices;
  gint64 session_id;
  gint64 run_id;
  FfMinute starts_at;
  FfMinute ends_at;
  char *reason;
} Reading;

static Reading *
reading_new (FfCalendarPage *self)
{
  Reading *reading = g_new0 (Reading, 1);

  g_weak_ref_init (&reading->page, self);
  ff_calendar_period (self->mode, self->day, &reading->from, &reading->to);
  reading->now = self->now;
  filter_fill (self, &reading->filter);
  return reading;
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->page);
  filter_clear (&reading->filter);
  g_clear_pointer (&reading->calendar, ff_calendar_unref);
  g_clear_pointer (&reading->dues, g_ptr_array_unref);
  ff_calendar_choices_clear (&reading->choices);
  g_free (reading->reason);
  g_free (reading);
}

/* The answer to an older question is not heard any more. */
static GCancellable *
renew (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
  return *cancellable;
}

static void
ask (FfCalendarPage *self, Reading *reading, FfWorkFunc work, FfWorkDone done, GCancellable *cancellable)
{
  ff_workspace_read (ff_page_get_workspace (FF_PAGE (self)), work, done, reading, reading_free, cancellable);
}

/* Sessions, and then what is due ------------------------------------------------------------------------------------------ */

static gboolean
dues_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->dues = ff_calendar_read_dues (db, reading->from, reading->to, reading->now, &reading->filter, error);
  return reading->dues != NULL;
}

static gboolean
dues_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfCalendarPage) self = g_weak_ref_get (&reading->page);

  if (self != NULL && error == NULL)
    ff_calendar_view_set_dues (ff_calendar_page_get_view (self), reading->dues);
  return self == NULL || error == NULL;
}

static gboolean
calendar_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->calendar = ff_calendar_read (db, reading->from, reading->to, &reading->filter, error);
  return reading->calendar != NULL;
}

/* Where the cursor stands in a period that was not shown before: on what is on now or comes next, else on its first session. */
static void
place_cursor (FfCalendarPage *self, FfCalendarView *view, const FfCalendar *calendar)
{
  const FfCalendarSession *chosen = NULL;
  gboolean has_today = self->now >= ff_day_start (calendar->from) && self->now < ff_day_start (calendar->to);
  FfMinute from = has_today && ff_time_day (self->now) == self->day ? self->now : ff_day_start (self->day);

  for (guint i = 0; i < calendar->sessions->len; i++)
    {
      const FfCalendarSession *session = g_ptr_array_index (calendar->sessions, i);

      if (session->ends_at <= from || ff_time_day (session->starts_at) != self->day)
        continue;
      chosen = session;
      break;
    }
  if (chosen != NULL)
    ff_calendar_view_set_cursor (view, chosen->starts_at, chosen->id);
  else
    ff_calendar_view_set_cursor (view, ff_day_start (self->day) + 9 * 60, 0);
}

static void
show_calendar (FfCalendarPage *self, FfCalendar *calendar)
{
  FfCalendarView *view = ff_calendar_page_get_view (self);
  gint64 session_id = ff_calendar_view_get_session (view);

  ff_calendar_view_set_calendar (view, calendar);
  ff_calendar_legend_set_calendar (self->legend, calendar);
  if (self->cursor_is_new && ff_calendar_view_get_cursor (view) == FF_NO_TIME)
    place_cursor (self, view, calendar);
  /* The session is gone, or filtered out: the cursor stays at its time. */
  else if (session_id != 0 && ff_calendar_view_find_session (view, session_id) == NULL)
    ff_calendar_view_set_cursor (view, ff_calendar_view_get_cursor (view), 0);
  if (self->cursor_is_new)
    ff_calendar_view_reveal (view, self->focus_is_new);
  self->cursor_is_new = FALSE;
  self->focus_is_new = FALSE;
  ff_calendar_page_update_actions (self);
}

static gboolean
calendar_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfCalendarPage) self = g_weak_ref_get (&reading->page);

  if (self == NULL || error != NULL)
    return self == NULL;
  show_calendar (self, reading->calendar);
  ask (self, reading_new (self), dues_work, dues_done, renew (&self->reading_dues));
  return TRUE;
}

void
ff_calendar_page_start_reading (FfCalendarPage *self)
{
  if (self->reading_dues != NULL)
    g_cancellable_cancel (self->reading_dues);
  ask (self, reading_new (self), calendar_work, calendar_done, renew (&self->reading));
}

void
ff_calendar_page_stop_reading (FfCalendarPage *self)
{
  GCancellable **all[] = { &self->reading, &self->reading_dues, &self->judging };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (*all[i] != NULL)
        g_cancellable_cancel (*all[i]);
      g_clear_object (all[i]);
    }
}

/* What can be chosen ------------------------------------------------------------------------------------------------------ */

static gboolean
choices_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_calendar_read_choices (db, &((Reading *) data)->choices, error);
}

static gboolean
choices_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfCalendarPage) self = g_weak_ref_get (&reading->page);

  if (self == NULL || error != NULL)
    return self == NULL;
  ff_filter_button_set_choices (self->filters[FF_CALENDAR_FILTER_VENUES], reading->choices.venues);
  ff_filter_button_set_choices (self->filters[FF_CALENDAR_FILTER_TRAINERS], reading->choices.trainers);
  ff_filter_button_set_choices (self->filters[FF_CALENDAR_FILTER_RUNS], reading->choices.runs);
  ff_filter_button_set_choices (self->filters[FF_CALENDAR_FILTER_DEPARTMENTS], reading->choices.departments);
  self->has_classes = reading->choices.runs->len > 0;
  gtk_stack_set_visible_child_name (self->stack, self->has_classes ? "calendar" : "empty");
  ff_calendar_page_update_controls (self);
  ff_calendar_page_update_actions (self);
  return TRUE;
}

void
ff_calendar_page_read_choices (FfCalendarPage *self)
{
  ask (self, reading_new (self), choices_work, choices_done, NULL);
}

gint64
ff_calendar_page_get_run (FfCalendarPage *self)
{
  g_autoptr (GArray) runs = ff_filter_button_dup_ids (self->filters[FF_CALENDAR_FILTER_RUNS]);

  return runs->len == 1 ? g_array_index (runs, gint64, 0) : 0;
}

/* Whether a drag would clash ---------------------------------------------------------------------------------------------- */

static gboolean
judge_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  return ff_calendar_judge (db, reading->session_id, reading->run_id, reading->starts_at, reading->ends_at, &reading->reason, error);
}

static gboolean
judge_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfCalendarPage) self = g_weak_ref_get (&reading->page);

  if (self != NULL && error == NULL)
    ff_calendar_view_judge (ff_calendar_page_get_view (self), reading->reason);
  return self == NULL || error == NULL;
}

void
ff_calendar_page_judge (FfCalendarPage *self, gint64 session_id, gint64 from, gint64 to)
{
  Reading *reading = reading_new (self);

  reading->session_id = session_id;
  reading->run_id = ff_calendar_page_get_run (self);
  reading->starts_at = from;
  reading->ends_at = to;
  ask (self, reading, judge_work, judge_done, renew (&self->judging));
}
