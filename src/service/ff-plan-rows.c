/* The plan as a table: which rows, in which order, and one row by its id. */
#include "config.h"

#include "ff-plans.h"

#include <string.h>

#include "ff-name-key.h"
#include "ff-rows.h"

gint64
ff_plan_row_id (const FfPlanRow *row)
{
  return row->line != NULL ? row->line->id : -row->run->id;
}

static const char *
title_of (const FfPlanRow *row)
{
  return row->line != NULL ? row->line->title : row->run->title;
}

static const char *
department_of (const FfPlanRow *row)
{
  return row->line != NULL ? row->line->department : row->run->department;
}

static gboolean
matches (const FfPlanRow *row, const char *key)
{
  const FfPlanLine *line = row->line;
  g_autofree char *text
      = line != NULL ? g_strjoin (" ", line->title, line->course_code != NULL ? line->course_code : "",
                                  line->category != NULL ? line->category : "", line->audience != NULL ? line->audience : "",
                                  line->run_code != NULL ? line->run_code : "", NULL)
                     : g_strjoin (" ", row->run->title, row->run->code, row->run->course_code, NULL);
  g_autofree char *own = ff_name_search_key (text, department_of (row));

  return strstr (own, key) != NULL;
}

/* The order of one column; what is equal there stays in the order of the plan. */
static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const FfPlanRowQuery *query = data;
  const FfPlanRow *row_a = *(const FfPlanRow *const *) a;
  const FfPlanRow *row_b = *(const FfPlanRow *const *) b;
  gint64 difference = 0;

  switch (query->sort)
    {
    case FF_PLAN_SORT_MONTH:
      difference = row_a->month - row_b->month;
      break;
    case FF_PLAN_SORT_TITLE:
      {
        g_autofree char *key_a = ff_name_sort_key (title_of (row_a));
        g_autofree char *key_b = ff_name_sort_key (title_of (row_b));

        difference = g_strcmp0 (key_a, key_b);
        break;
      }
    case FF_PLAN_SORT_DEPARTMENT:
      difference = g_strcmp0 (department_of (row_a), department_of (row_b));
      break;
    case FF_PLAN_SORT_PEOPLE:
      difference = (row_a->line != NULL ? row_a->line->people : row_a->run->enrolled)
                   - (row_b->line != NULL ? row_b->line->people : row_b->run->enrolled);
      break;
    case FF_PLAN_SORT_BUDGET:
      difference = (row_a->line != NULL ? row_a->line->budget : row_a->run->budget)
                   - (row_b->line != NULL ? row_b->line->budget : row_b->run->budget);
      break;
    case FF_PLAN_SORT_STATE:
    default:
      difference = (gint64) row_a->state - (gint64) row_b->state;
      break;
    }
  if (query->descending)
    difference = -difference;
  return difference < 0 ? -1 : difference > 0;
}

GArray *
ff_plans_list (FfDb *db, const FfPlanRowQuery *query, FfMinute now, GError **error)
{
  g_autoptr (FfPlanFigures) figures = NULL;
  g_autofree char *key = NULL;
  GArray *ids;

  g_return_val_if_fail (db != NULL && query != NULL, NULL);

  figures = ff_plan_figures_read (db, query->year, query->plan_id, now, error);
  if (figures == NULL)
    return NULL;
  g_ptr_array_sort_with_data (figures->rows, compare, (gpointer) query);
  key = query->search != NULL && *query->search != '\0' ? ff_name_query (query->search) : NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < figures->rows->len; i++)
    {
      const FfPlanRow *row = g_ptr_array_index (figures->rows, i);
      gint64 id = ff_plan_row_id (row);

      if ((query->state < 0 || (int) row->state == query->state) && (key == NULL || matches (row, key)))
        g_array_append_val (ids, id);
    }
  return ids;
}

static gpointer
read_row (FfDb *db, gint64 id, FfMinute now, GError **error)
{
  return ff_plan_row_read (db, id, now, error);
}

GPtrArray *
ff_plans_read_rows (FfDb *db, const gint64 *ids, gsize n, FfMinute now, GError **error)
{
  g_return_val_if_fail (db != NULL && (ids != NULL || n == 0), NULL);

  return ff_rows_read_by_id (db, ids, n, now, read_row, (GDestroyNotify) ff_plan_row_free, error);
}
