/* What the calendar shows of a span of days. */
#include "config.h"

#include "ff-calendar.h"

#include "ff-clashes.h"
#include "ff-days.h"
#include "ff-people.h"
#include "ff-runs.h"
#include "ff-today.h"

#include <glib/gi18n-lib.h>

static void
run_free (FfCalendarRun *run)
{
  g_free (run->code);
  g_free (run->title);
  g_free (run);
}

static void
due_free (FfCalendarDue *due)
{
  g_free (due->run_code);
  g_free (due->title);
  g_free (due);
}

static FfCalendar *
calendar_new (FfDay from, FfDay to)
{
  FfCalendar *calendar = g_atomic_rc_box_new0 (FfCalendar);

  calendar->from = from;
  calendar->to = to;
  calendar->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);
  return calendar;
}

static void
calendar_clear (gpointer data)
{
  FfCalendar *calendar = data;

  g_clear_pointer (&calendar->sessions, g_ptr_array_unref);
  g_clear_pointer (&calendar->days, ff_work_calendar_free);
  g_clear_pointer (&calendar->blocked, g_ptr_array_unref);
  g_clear_pointer (&calendar->runs, g_ptr_array_unref);
}

FfCalendar *
ff_calendar_ref (FfCalendar *calendar)
{
  return g_atomic_rc_box_acquire (calendar);
}

void
ff_calendar_unref (FfCalendar *calendar)
{
  if (calendar != NULL)
    g_atomic_rc_box_release_full (calendar, calendar_clear);
}

/* The filter of the caller for these days; only its departments are a set of its own. */
static gboolean
complete_filter (FfDb *db, FfDay from, FfDay to, const FfCalendarFilter *given, FfCalendarFilter *filter, GError **error)
{
  *filter = *given;
  filter->from = ff_day_start (from);
  filter->to = ff_day_start (to);
  if (given->departments == NULL || given->departments->len == 0)
    {
      filter->departments = NULL;
      return TRUE;
    }
  filter->departments = ff_calendar_store_departments (db, given->departments, error);
  return filter->departments != NULL;
}

/* Clashes and the legend --------------------------------------------------------------------------------------------- */

static void
mark_clash (GHashTable *by_id, gint64 session_id)
{
  FfCalendarSession *session = g_hash_table_lookup (by_id, &session_id);

  if (session != NULL)
    session->clash = TRUE;
}

static gboolean
mark_clashes (FfDb *db, FfCalendar *calendar, const FfCalendarFilter *filter, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) clashes = NULL;

  if (calendar->sessions->len == 0)
    return TRUE;
  clashes = ff_clashes_between (db, filter->from, filter->to, error);
  if (clashes == NULL)
    return FALSE;
  for (guint i = 0; i < calendar->sessions->len; i++)
    {
      FfCalendarSession *session = g_ptr_array_index (calendar->sessions, i);

      g_hash_table_insert (by_id, &session->id, session);
    }
  for (guint i = 0; i < clashes->len; i++)
    {
      const FfClash *clash = g_ptr_array_index (clashes, i);

      if (clash->accepted != NULL)
        continue;
      mark_clash (by_id, clash->a.session_id);
      mark_clash (by_id, clash->b.session_id);
    }
  return TRUE;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const FfCalendarRun *first = *(FfCalendarRun *const *) a, *second = *(FfCalendarRun *const *) b;

  if (first->sessions != second->sessions)
    return first->sessions > second->sessions ? -1 : 1;
  return g_strcmp0 (first->code, second->code);
}

static void
gather_runs (FfCalendar *calendar)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < calendar->sessions->len; i++)
    {
      const FfCalendarSession *session = g_ptr_array_index (calendar->sessions, i);
      FfCalendarRun *run = g_hash_table_lookup (by_id, &session->run_id);

      if (run == NULL)
        {
          run = g_new0 (FfCalendarRun, 1);
          run->run_id = session->run_id;
          run->code = g_strdup (session->run_code);
          run->title = g_strdup (session->run_title);
          g_hash_table_insert (by_id, &run->run_id, run);
          g_ptr_array_add (calendar->runs, run);
        }
      run->sessions++;
    }
  g_ptr_array_sort (calendar->runs, compare_runs);
}

static gboolean
fill (FfDb *db, FfCalendar *calendar, const FfCalendarFilter *given, GError **error)
{
  FfCalendarFilter filter;
  g_autoptr (GArray) departments = NULL;

  if (!complete_filter (db, calendar->from, calendar->to, given, &filter, error))
    return FALSE;
  departments = filter.departments;
  calendar->sessions = ff_calendar_store_sessions (db, &filter, error);
  if (calendar->sessions == NULL)
    return FALSE;
  calendar->blocked = ff_calendar_store_blocked (db, &filter, error);
  if (calendar->blocked == NULL)
    return FALSE;
  calendar->days = ff_days_read_calendar (db, calendar->from, calendar->to - 1, error);
  if (calendar->days == NULL || !mark_clashes (db, calendar, &filter, error))
    return FALSE;
  gather_runs (calendar);
  return TRUE;
}

FfCalendar *
ff_calendar_read (FfDb *db, FfDay from, FfDay to, const FfCalendarFilter *filter, GError **error)
{
  g_autoptr (FfCalendar) calendar = NULL;
  gboolean ok;

  g_return_val_if_fail (from < to, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  calendar = calendar_new (from, to);
  if (!ff_db_begin_read (db, error))
    return NULL;
  ok = fill (db, calendar, filter, error);
  ff_db_end_read (db);
  return ok ? g_steal_pointer (&calendar) : NULL;
}

/* What is due -------------------------------------------------------------------------------------------------------- */

static const char *
level_task_title (int level)
{
  switch (level)
    {
    case 1:
      return _ ("Reaction forms");
    case 2:
      return _ ("Test and marks");
    case 3:
      return _ ("Behaviour on the job");
    case 4:
    default:
      return _ ("Results");
    }
}

static FfCalendarDue *
add_due (GPtrArray *dues, FfDay day, int level, gint64 run_id, const char *run_code, const char *tab)
{
  FfCalendarDue *due = g_new0 (FfCalendarDue, 1);

  due->day = day;
  due->level = level;
  due->run_id = run_id;
  due->run_code = g_strdup (run_code);
  due->tab = tab;
  g_ptr_array_add (dues, due);
  return due;
}

static gboolean
add_tasks (FfDb *db, const FfCalendarFilter *filter, GPtrArray *dues, GError **error)
{
  g_autoptr (GPtrArray) tasks = ff_calendar_store_tasks (db, filter, error);

  if (tasks == NULL)
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    {
      const FfCalendarTask *task = g_ptr_array_index (tasks, i);
      FfCalendarDue *due = add_due (dues, task->day, task->level, task->run_id, task->run_code, "overview");

      due->title = g_strdup (task->title != NULL ? task->title : level_task_title (task->level));
    }
  return TRUE;
}

static gboolean
contains (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
add_marks (FfDb *db, FfMinute now, const FfCalendarFilter *filter, GPtrArray *dues, GError **error)
{
  g_autoptr (FfToday) today = ff_today_read (db, now, error);
  g_autoptr (GArray) runs = today != NULL ? ff_calendar_store_run_ids (db, filter, error) : NULL;

  if (runs == NULL)
    return FALSE;
  for (guint i = 0; i < today->dues->len; i++)
    {
      const FfDue *due = g_ptr_array_index (today->dues, i);

      if (due->kind == FF_DUE_MARKS && due->level > 0 && due->due_on >= ff_time_day (filter->from)
          && due->due_on < ff_time_day (filter->to) && contains (runs, due->run_id))
        add_due (dues, due->due_on, due->level, due->run_id, due->run_code, "scores")->title = g_strdup (due->title);
    }
  return TRUE;
}

static int
compare_dues (gconstpointer a, gconstpointer b)
{
  const FfCalendarDue *first = *(FfCalendarDue *const *) a, *second = *(FfCalendarDue *const *) b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->level != second->level)
    return first->level < second->level ? -1 : 1;
  return g_strcmp0 (first->run_code, second->run_code);
}

GPtrArray *
ff_calendar_read_dues (FfDb *db, FfDay from, FfDay to, FfMinute now, const FfCalendarFilter *given, GError **error)
{
  g_autoptr (GPtrArray) dues = g_ptr_array_new_with_free_func ((GDestroyNotify) due_free);
  g_autoptr (GArray) departments = NULL;
  FfCalendarFilter filter;
  gboolean ok;

  g_return_val_if_fail (given != NULL, NULL);

  if (!ff_db_begin_read (db, error))
    return NULL;
  ok = complete_filter (db, from, to, given, &filter, error);
  departments = ok ? filter.departments : NULL;
  ok = ok && add_tasks (db, &filter, dues, error) && add_marks (db, now, &filter, dues, error);
  ff_db_end_read (db);
  if (!ok)
    return NULL;
  g_ptr_array_sort (dues, compare_dues);
  return g_steal_pointer (&dues);
}

/* Choices and changes ------------------------------------------------------------------------------------------------ */

gboolean
ff_calendar_read_choices (FfDb *db, FfCalendarChoices *choices, GError **error)
{
  g_return_val_if_fail (choices != NULL, FALSE);

  *choices = (FfCalendarChoices) { NULL };
  choices->runs = ff_calendar_store_runs (db, error);
  choices->trainers = choices->runs != NULL ? ff_people_list_trainers (db, NULL, error) : NULL;
  choices->venues = choices->trainers != NULL ? ff_people_list_venues (db, NULL, error) : NULL;
  choices->departments = choices->venues != NULL ? ff_people_list_departments (db, error) : NULL;
  if (choices->departments != NULL)
    return TRUE;
  ff_calendar_choices_clear (choices);
  return FALSE;
}

void
ff_calendar_choices_clear (FfCalendarChoices *choices)
{
  g_clear_pointer (&choices->runs, g_ptr_array_unref);
  g_clear_pointer (&choices->trainers, g_ptr_array_unref);
  g_clear_pointer (&choices->venues, g_ptr_array_unref);
  g_clear_pointer (&choices->departments, g_ptr_array_unref);
}

gboolean
ff_calendar_put_times (FfDb *db, gint64 session_id, FfMinute starts_at, FfMinute ends_at, GError **error)
{
  g_autofree char *from = ff_time_format (starts_at);
  g_autofree char *to = ff_time_format (ends_at);
  FfSessionDraft draft = { .starts_at = from, .ends_at = to };

  return ff_sessions_move (db, session_id, &draft, error) != FF_PUT_REFUSED;
}

static FfSessionPlan *
make_plan (FfDb *db, gint64 session_id, gint64 run_id, GError **error)
{
  return session_id != 0 ? ff_session_plan_read (db, session_id, error) : ff_session_plan_new (run_id);
}

gboolean
ff_calendar_judge (FfDb *db, gint64 session_id, gint64 run_id, FfMinute starts_at, FfMinute ends_at, char **reason, GError **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_plan_free);
  g_autoptr (GPtrArray) clashes = NULL;
  FfSessionPlan *plan;

  g_return_val_if_fail (reason != NULL, FALSE);

  *reason = NULL;
  if (session_id == 0 && run_id == 0)
    return TRUE;
  plan = make_plan (db, session_id, run_id, error);
  if (plan == NULL)
    return FALSE;
  g_ptr_array_add (plans, plan);
  plan->starts_at = starts_at;
  plan->ends_at = ends_at;
  clashes = ff_clashes_of_plans (db, plans, error);
  if (clashes == NULL)
    return FALSE;
  for (guint i = 0; i < clashes->len && *reason == NULL; i++)
    {
      const FfClash *clash = g_ptr_array_index (clashes, i);

      if (clash->accepted == NULL)
        *reason = g_strdup (clash->sentence);
    }
  return TRUE;
}

GPtrArray *
ff_calendar_list_runs (FfDb *db, GError **error)
{
  return ff_calendar_store_runs (db, error);
}
