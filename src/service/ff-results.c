#include "config.h"

#include "ff-results-private.h"

#define QUARTERS 8

static void
row_free (FfResultsRow *row)
{
  g_free (row->code);
  g_free (row->title);
  g_free (row->course_title);
  g_free (row);
}

void
ff_results_free (FfResults *results)
{
  if (results == NULL)
    return;
  g_ptr_array_unref (results->rows);
  g_clear_pointer (&results->projects, g_ptr_array_unref);
  g_array_unref (results->quarters);
  g_array_unref (results->due);
  g_array_unref (results->years);
  g_ptr_array_unref (results->all);
  g_free (results);
}

static int
year_of (FfDay day)
{
  int year, month, mday;

  ff_day_to_ymd (day, &year, &month, &mday);
  return year;
}

/* Quarters count from year 0, so that they can be compared and subtracted. */
static int
quarter_of (FfDay day)
{
  int year, month, mday;

  ff_day_to_ymd (day, &year, &month, &mday);
  return year * 4 + (month - 1) / 3;
}

/* Rows ------------------------------------------------------------------------------------------------------------------- */

static FfResultsRow *
row_new (FfResultsCache *cache, FfResultsRun *run)
{
  FfResultsRow *row = g_new0 (FfResultsRow, 1);

  row->run_id = run->id;
  row->code = g_steal_pointer (&run->code);
  row->title = g_steal_pointer (&run->title);
  row->course_id = run->course_id;
  row->course_title = g_steal_pointer (&run->course_title);
  row->project_id = run->project_id;
  row->ends_on = run->ends_on;
  ff_results_cache_fill (cache, row);
  return row;
}

/* @all begins with the last to end. */
static void
find_previous (GPtrArray *all)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = all->len; i-- > 0;)
    {
      FfResultsRow *row = g_ptr_array_index (all, i);
      const FfResultsRow *before = g_hash_table_lookup (last, &row->course_id);

      /* Of two that end on one day neither is before the other. */
      row->previous = before != NULL && before->ends_on == row->ends_on ? before->previous : before;
      g_hash_table_replace (last, &row->course_id, row);
    }
}

static void
list_years (FfResults *results)
{
  for (guint i = 0; i < results->all->len; i++)
    {
      int year = year_of (((const FfResultsRow *) g_ptr_array_index (results->all, i))->ends_on);

      if (results->years->len == 0 || g_array_index (results->years, int, results->years->len - 1) != year)
        g_array_append_val (results->years, year);
    }
}

/* Sums ------------------------------------------------------------------------------------------------------------------- */

static void
count (FfResultsShare *shares, const FfResultsRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (row->levels); i++)
    {
      FfLevelState state = row->levels[i].state;

      shares[i].met += state == FF_LEVEL_MET;
      shares[i].known += state == FF_LEVEL_MET || state == FF_LEVEL_MISSED;
      shares[i].pending += state == FF_LEVEL_PENDING;
      shares[i].not_due += state == FF_LEVEL_NOT_DUE;
    }
}

static void
finish_shares (FfResultsShare *shares)
{
  for (guint i = 0; i < 4; i++)
    shares[i].percent = ff_percent (shares[i].met, shares[i].known);
}

static void
make_quarters (FfResults *results)
{
  int last = quarter_of (results->today);

  if (results->filter.year != 0)
    last = MIN (last, results->filter.year * 4 + 3);
  g_array_set_size (results->quarters, QUARTERS);
  for (int i = 0; i < QUARTERS; i++)
    {
      int number = last - QUARTERS + 1 + i;

      g_array_index (results->quarters, FfResultsQuarter, i) = (FfResultsQuarter) { .year = number / 4, .quarter = number % 4 + 1 };
    }
}

static FfResultsQuarter *
find_quarter (FfResults *results, FfDay day)
{
  const FfResultsQuarter *first = &g_array_index (results->quarters, FfResultsQuarter, 0);
  int index = quarter_of (day) - (first->year * 4 + first->quarter - 1);

  return index >= 0 && index < QUARTERS ? &g_array_index (results->quarters, FfResultsQuarter, index) : NULL;
}

static void
add_due (FfResults *results, const FfResultsRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (row->levels); i++)
    {
      const FfResultsCell *cell = &row->levels[i];
      FfResultsDue due = { row, (int) i + 1, cell->due_on, cell->state == FF_LEVEL_PENDING };

      if (due.overdue || (cell->state == FF_LEVEL_NOT_DUE && cell->due_on != FF_NO_DAY))
        g_array_append_val (results->due, due);
    }
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const FfResultsDue *one = a, *other = b;

  if (one->overdue != other->overdue)
    return one->overdue ? -1 : 1;
  if (one->due_on != other->due_on)
    return one->due_on < other->due_on ? -1 : 1;
  return one->level - other->level;
}

/* Choosing --------------------------------------------------------------------------------------------------------------- */

/* NULL: people do not matter. */
static GHashTable *
list_chosen (GArray *ids)
{
  GHashTable *chosen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (chosen, &g_array_index (ids, gint64, i));
  return chosen;
}

/* The year apart, since the quarters look beyond it. */
static gboolean
is_chosen (const FfResultsFilter *filter, GHashTable *chosen, const FfResultsRow *row)
{
  return (filter->course_id == 0 || filter->course_id == row->course_id) && (filter->project_id == 0 || filter->project_id == row->project_id)
         && (chosen == NULL || g_hash_table_contains (chosen, &row->run_id));
}

static void
gather (FfResults *results, GHashTable *chosen)
{
  make_quarters (results);
  for (guint i = 0; i < results->all->len; i++)
    {
      const FfResultsRow *row = g_ptr_array_index (results->all, i);
      FfResultsQuarter *quarter = find_quarter (results, row->ends_on);

      if (!is_chosen (&results->filter, chosen, row))
        continue;
      if (quarter != NULL)
        count (quarter->levels, row);
      if (results->filter.year != 0 && results->filter.year != year_of (row->ends_on))
        continue;
      g_ptr_array_add (results->rows, (gpointer) row);
      results->people += row->people;
      count (results->levels, row);
      add_due (results, row);
    }
  finish_shares (results->levels);
  for (guint i = 0; i < results->quarters->len; i++)
    finish_shares (g_array_index (results->quarters, FfResultsQuarter, i).levels);
  g_array_sort (results->due, compare_due);
}

static gboolean
has_row (const FfResults *results, gint64 project_id)
{
  for (guint i = 0; i < results->rows->len; i++)
    if (((const FfResultsRow *) g_ptr_array_index (results->rows, i))->project_id == project_id)
      return TRUE;
  return FALSE;
}

static void
keep_projects_of_rows (FfResults *results)
{
  for (guint i = results->projects->len; i-- > 0;)
    if (!has_row (results, ((const FfResultsProject *) g_ptr_array_index (results->projects, i))->project_id))
      g_ptr_array_remove_index (results->projects, i);
}

/* Reading ---------------------------------------------------------------------------------------------------------------- */

static gboolean
read_all (FfDb *db, FfResultsCache *cache, FfResults *results, FfMinute now, GError **error)
{
  const FfResultsFilter *filter = &results->filter;
  const FfResultsPeople people = { filter->department_id, filter->layer_id, filter->trainer_id };
  gboolean any = people.department_id == 0 && people.layer_id == 0 && people.trainer_id == 0;
  g_autoptr (GPtrArray) runs = ff_results_store_list_runs (db, error);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GHashTable) chosen = NULL;

  if (runs == NULL || !ff_results_cache_update (cache, db, runs, now, error))
    return FALSE;
  if (!any)
    {
      ids = ff_results_store_list_of_people (db, &people, error);
      if (ids == NULL)
        return FALSE;
      chosen = list_chosen (ids);
    }
  for (guint i = 0; i < runs->len; i++)
    g_ptr_array_add (results->all, row_new (cache, g_ptr_array_index (runs, i)));
  find_previous (results->all);
  list_years (results);
  gather (results, chosen);
  results->projects = ff_results_list_projects (db, now, error);
  if (results->projects == NULL)
    return FALSE;
  keep_projects_of_rows (results);
  return TRUE;
}

FfResults *
ff_results_read (FfDb *db, FfResultsCache *cache, const FfResultsFilter *filter, FfMinute now, GError **error)
{
  g_autoptr (FfResultsCache) own = cache == NULL ? ff_results_cache_new () : NULL;
  g_autoptr (FfResults) results = NULL;
  gboolean ok;

  g_return_val_if_fail (db != NULL && filter != NULL, NULL);

  results = g_new0 (FfResults, 1);
  results->filter = *filter;
  results->today = ff_time_day (now);
  results->rows = g_ptr_array_new ();
  results->all = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  results->quarters = g_array_new (FALSE, TRUE, sizeof (FfResultsQuarter));
  results->due = g_array_new (FALSE, FALSE, sizeof (FfResultsDue));
  results->years = g_array_new (FALSE, FALSE, sizeof (int));
  if (!ff_db_begin_read (db, error))
    return NULL;
  ok = read_all (db, cache != NULL ? cache : own, results, now, error);
  ff_db_end_read (db);
  return ok ? g_steal_pointer (&results) : NULL;
}
