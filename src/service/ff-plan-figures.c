/* What the plan page shows: the lines of one edition with what became of them, the classes nobody planned, and the sums. */
#include "config.h"

#include "ff-plans.h"

#include <glib/gi18n-lib.h>

#define MONTHS_PER_YEAR 12
#define HUNDRED 100.0

const char *
ff_plan_state_title (FfPlanState state)
{
  switch (state)
    {
    case FF_PLAN_PLANNED:
      return C_ ("state of a plan", "Planned");
    case FF_PLAN_SCHEDULED:
      return C_ ("state of a plan", "Scheduled");
    case FF_PLAN_HELD:
      return C_ ("state of a plan", "Held");
    case FF_PLAN_CANCELLED:
      return C_ ("state of a plan", "Cancelled");
    case FF_PLAN_UNPLANNED:
      return C_ ("state of a plan", "Unplanned");
    case FF_PLAN_N_STATES:
    default:
      g_return_val_if_reached (NULL);
    }
}

void
ff_plan_row_free (FfPlanRow *row)
{
  if (row == NULL)
    return;
  ff_plan_line_free (row->line);
  ff_run_free (row->run);
  g_free (row);
}

void
ff_plan_figures_free (FfPlanFigures *figures)
{
  if (figures == NULL)
    return;
  ff_plan_free (figures->plan);
  g_clear_pointer (&figures->editions, g_ptr_array_unref);
  g_clear_pointer (&figures->rows, g_ptr_array_unref);
  g_free (figures);
}

static FfPlanState
state_of_line (const FfPlanLine *line)
{
  if (line->cancelled || (line->run_id != 0 && line->run_status == FF_RUN_CANCELLED))
    return FF_PLAN_CANCELLED;
  if (line->run_id == 0)
    return FF_PLAN_PLANNED;
  return line->run_status == FF_RUN_FINISHED ? FF_PLAN_HELD : FF_PLAN_SCHEDULED;
}

/* What somebody decides about a line; not what became of it. */
static gboolean
says_the_same (const FfPlanLine *a, const FfPlanLine *b)
{
  return a->month == b->month && g_strcmp0 (a->category, b->category) == 0 && g_strcmp0 (a->title, b->title) == 0
         && a->course_id == b->course_id && a->department_id == b->department_id && g_strcmp0 (a->audience, b->audience) == 0
         && a->hours == b->hours && a->people == b->people && a->budget == b->budget && a->required == b->required
         && a->cancelled == b->cancelled;
}

static FfPlanRow *
row_of_line (FfPlanLine *line, FfPlanChange change)
{
  FfPlanRow *row = g_new0 (FfPlanRow, 1);

  row->line = line;
  row->month = line->month;
  row->state = state_of_line (line);
  row->change = change;
  return row;
}

static FfPlanRow *
row_of_run (FfRun *run)
{
  FfPlanRow *row = g_new0 (FfPlanRow, 1);
  int year, day;

  row->run = run;
  row->state = FF_PLAN_UNPLANNED;
  ff_day_to_ymd (run->starts_on, &year, &row->month, &day);
  return row;
}

/* Compares with the lines of the edition before, taking from @former those that live on. */
static FfPlanChange
compare_line (GHashTable *former, const FfPlanLine *line)
{
  const FfPlanLine *origin = line->origin_id != 0 ? g_hash_table_lookup (former, &line->origin_id) : NULL;
  FfPlanChange change;

  if (origin == NULL)
    return FF_PLAN_ADDED;
  change = says_the_same (origin, line) ? FF_PLAN_SAME : FF_PLAN_ADJUSTED;
  g_hash_table_remove (former, &line->origin_id);
  return change;
}

/* The month of a line is over, or its class has been held already. */
static gboolean
is_due (const FfPlanFigures *figures, const FfPlanRow *row, FfMinute now)
{
  int year = figures->year + row->month / MONTHS_PER_YEAR;
  FfDay over = ff_day_from_ymd (year, row->month % MONTHS_PER_YEAR + 1, 1);

  return row->state == FF_PLAN_HELD || ff_time_day (now) >= over;
}

static void
count_row (FfPlanFigures *figures, const FfPlanRow *row, FfMinute now)
{
  figures->n_states[row->state]++;
  if (row->line == NULL)
    return;
  if (row->line->spent > 0)
    figures->spent += row->line->spent;
  if (row->state == FF_PLAN_CANCELLED)
    return;
  figures->hours += MAX (0, row->line->hours);
  figures->people += MAX (0, row->line->people);
  figures->budget += MAX (0, row->line->budget);
  if (is_due (figures, row, now))
    {
      figures->due++;
      figures->held += row->state == FF_PLAN_HELD;
    }
}

/* The lines of the edition before @plan, by id; empty for the first one. */
static GHashTable *
read_former (FfDb *db, const FfPlanFigures *figures, FfMinute now, GError **error)
{
  GHashTable *former = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) ff_plan_line_free);

  for (guint i = 0; i < figures->editions->len; i++)
    {
      const FfPlan *edition = g_ptr_array_index (figures->editions, i);
      g_autoptr (GPtrArray) lines = NULL;

      if (edition->edition != figures->plan->edition - 1)
        continue;
      lines = ff_plan_store_lines (db, edition->id, now, error);
      if (lines == NULL)
        {
          g_hash_table_unref (former);
          return NULL;
        }
      g_ptr_array_set_free_func (lines, NULL);
      for (guint j = 0; j < lines->len; j++)
        {
          FfPlanLine *line = g_ptr_array_index (lines, j);

          g_hash_table_insert (former, &line->id, line);
        }
    }
  return former;
}

static gboolean
add_lines (FfPlanFigures *figures, FfDb *db, FfMinute now, GError **error)
{
  g_autoptr (GHashTable) former = read_former (db, figures, now, error);
  g_autoptr (GPtrArray) lines = former != NULL ? ff_plan_store_lines (db, figures->plan->id, now, error) : NULL;

  if (lines == NULL)
    return FALSE;
  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      FfPlanLine *line = g_ptr_array_index (lines, i);
      FfPlanChange change = figures->plan->edition > 1 ? compare_line (former, line) : FF_PLAN_SAME;

      g_ptr_array_add (figures->rows, row_of_line (line, change));
    }
  figures->dropped = (int) g_hash_table_size (former);
  return TRUE;
}

static gboolean
add_unplanned (FfPlanFigures *figures, FfDb *db, FfMinute now, GError **error)
{
  g_autoptr (GArray) ids = ff_plan_store_unplanned (db, figures->plan != NULL ? figures->plan->id : 0, figures->year, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      FfRun *run = ff_run_store_read (db, g_array_index (ids, gint64, i), now, error);

      if (run == NULL)
        return FALSE;
      g_ptr_array_add (figures->rows, row_of_run (run));
    }
  return TRUE;
}

/* By month; within a month the plan's own order, and after it what nobody planned. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FfPlanRow *row_a = *(const FfPlanRow *const *) a;
  const FfPlanRow *row_b = *(const FfPlanRow *const *) b;

  if (row_a->month != row_b->month)
    return row_a->month - row_b->month;
  if ((row_a->line == NULL) != (row_b->line == NULL))
    return row_a->line == NULL ? 1 : -1;
  if (row_a->line != NULL)
    return row_a->line->position - row_b->line->position;
  return row_a->run->starts_on < row_b->run->starts_on ? -1 : row_a->run->starts_on > row_b->run->starts_on;
}

static FfPlan *
choose_edition (FfPlanFigures *figures, FfDb *db, gint64 plan_id, GError **error)
{
  const FfPlan *newest = figures->editions->len > 0 ? g_ptr_array_index (figures->editions, 0) : NULL;

  if (plan_id == 0 && newest == NULL)
    return NULL;
  return ff_plan_store_read (db, plan_id != 0 ? plan_id : newest->id, error);
}

FfPlanFigures *
ff_plan_figures_read (FfDb *db, int year, gint64 plan_id, FfMinute now, GError **error)
{
  g_autoptr (FfPlanFigures) figures = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (db != NULL && year > 0, NULL);

  figures = g_new0 (FfPlanFigures, 1);
  figures->year = year;
  figures->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_plan_row_free);
  figures->editions = ff_plan_store_list (db, year, error);
  if (figures->editions == NULL)
    return NULL;
  figures->plan = choose_edition (figures, db, plan_id, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if ((figures->plan != NULL && !add_lines (figures, db, now, error)) || !add_unplanned (figures, db, now, error))
    return NULL;
  g_ptr_array_sort (figures->rows, compare_rows);
  for (guint i = 0; i < figures->rows->len; i++)
    count_row (figures, g_ptr_array_index (figures->rows, i), now);
  figures->completion_percent = figures->due > 0 ? HUNDRED * figures->held / figures->due : -1;
  return g_steal_pointer (&figures);
}

/* A line by itself: its origin tells how it differs, and without one it differs where its edition is not the first. */
static FfPlanRow *
read_line_row (FfDb *db, gint64 id, FfMinute now, GError **error)
{
  FfPlanLine *line = ff_plan_store_read_line (db, id, now, error);
  g_autoptr (FfPlanLine) origin = NULL;
  g_autoptr (FfPlan) plan = NULL;

  if (line == NULL)
    return NULL;
  if (line->origin_id != 0)
    {
      origin = ff_plan_store_read_line (db, line->origin_id, now, error);
      return row_of_line (line, origin != NULL && says_the_same (origin, line) ? FF_PLAN_SAME : FF_PLAN_ADJUSTED);
    }
  plan = ff_plan_store_read (db, line->plan_id, error);
  return row_of_line (line, plan != NULL && plan->edition > 1 ? FF_PLAN_ADDED : FF_PLAN_SAME);
}

FfPlanRow *
ff_plan_row_read (FfDb *db, gint64 id, FfMinute now, GError **error)
{
  FfRun *run;

  g_return_val_if_fail (db != NULL && id != 0, NULL);

  if (id > 0)
    return read_line_row (db, id, now, error);
  run = ff_run_store_read (db, -id, now, error);
  return run != NULL ? row_of_run (run) : NULL;
}
