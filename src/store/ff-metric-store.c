#include "config.h"

#include "ff-metric-store.h"

#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_metric_free (FfMetric *metric)
{
  if (metric == NULL)
    return;
  g_free (metric->key);
  g_free (metric->title);
  g_free (metric->unit);
  g_free (metric->direction);
  g_free (metric->baseline);
  g_free (metric->target_kind);
  g_free (metric->target);
  g_free (metric->actual_by);
  g_free (metric->chart);
  g_free (metric->formula);
  g_free (metric->in_charge);
  g_free (metric);
}

const char *
ff_metric_get_title (const FfMetric *metric)
{
  g_return_val_if_fail (metric != NULL, "");

  return metric->title != NULL ? metric->title : metric->key;
}

void
ff_metric_entry_free (FfMetricEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->value);
  g_free (entry->cause);
  g_free (entry);
}

/* Metrics ----------------------------------------------------------------------------------------------------------- */

enum
{
  COL_ID,
  COL_VERSION,
  COL_PROJECT_ID,
  COL_RUN_ID,
  COL_COURSE_ID,
  COL_POSITION,
  COL_KEY,
  COL_TITLE,
  COL_UNIT,
  COL_DIRECTION,
  COL_BASELINE,
  COL_TARGET_KIND,
  COL_TARGET,
  COL_ACTUAL_BY,
  COL_LAST_N,
  COL_CHART,
  COL_FORMULA,
  COL_OWNER,
};

#define SELECT_METRIC                                                                                                             \
  "SELECT id, version, project_id, run_id, course_id, position, key, title, unit, direction, baseline, target_kind, target,"      \
  " actual_by, last_n, chart, formula, owner FROM metric WHERE "

static gpointer
read_metric (FfStatement *statement)
{
  FfMetric *metric = g_new0 (FfMetric, 1);

  metric->id = ff_statement_get_int (statement, COL_ID);
  metric->version = ff_statement_get_int (statement, COL_VERSION);
  metric->owner = ff_owned_store_get_owner (statement, FF_OWNED_METRIC, COL_PROJECT_ID);
  metric->position = (int) ff_statement_get_int (statement, COL_POSITION);
  metric->key = ff_statement_dup_text (statement, COL_KEY);
  metric->title = ff_statement_dup_text (statement, COL_TITLE);
  metric->unit = ff_statement_dup_text (statement, COL_UNIT);
  metric->direction = ff_statement_dup_text (statement, COL_DIRECTION);
  metric->baseline = ff_statement_dup_text (statement, COL_BASELINE);
  metric->target_kind = ff_statement_dup_text (statement, COL_TARGET_KIND);
  metric->target = ff_statement_dup_text (statement, COL_TARGET);
  metric->actual_by = ff_statement_dup_text (statement, COL_ACTUAL_BY);
  metric->last_n = (int) ff_statement_get_int (statement, COL_LAST_N);
  metric->chart = ff_statement_dup_text (statement, COL_CHART);
  metric->formula = ff_statement_dup_text (statement, COL_FORMULA);
  metric->in_charge = ff_statement_dup_text (statement, COL_OWNER);
  return metric;
}

GPtrArray *
ff_metric_store_list (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_METRIC FF_OWNED_BY_ALL ("metric") " ORDER BY position, id", error);

  if (statement == NULL)
    return NULL;
  ff_owned_store_bind (statement, FF_OWNED_METRIC, owner);
  return ff_rows_list (statement, read_metric, (GDestroyNotify) ff_metric_free, error);
}

FfMetric *
ff_metric_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_METRIC "id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_metric (statement) : NULL;
}

FfMetric *
ff_metric_store_find (FfDb *db, FfOwner owner, const char *key, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_METRIC FF_OWNED_BY_ALL ("metric") " AND key = $key", error);

  if (statement == NULL)
    return NULL;
  ff_owned_store_bind (statement, FF_OWNED_METRIC, owner);
  ff_statement_bind_text (statement, "$key", key);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_metric (statement) : NULL;
}

static void
bind_metric (FfStatement *statement, const FfMetric *metric)
{
  ff_statement_bind_text (statement, "$key", metric->key);
  ff_statement_bind_text (statement, "$title", metric->title);
  ff_statement_bind_text (statement, "$unit", metric->unit);
  ff_statement_bind_text (statement, "$direction", metric->direction);
  ff_statement_bind_text (statement, "$baseline", metric->baseline);
  ff_statement_bind_text (statement, "$target_kind", metric->target_kind);
  ff_statement_bind_text (statement, "$target", metric->target);
  ff_statement_bind_text (statement, "$actual_by", metric->actual_by);
  ff_statement_bind_id (statement, "$last_n", metric->last_n);
  ff_statement_bind_text (statement, "$chart", metric->chart);
  ff_statement_bind_text (statement, "$formula", metric->formula);
  ff_statement_bind_text (statement, "$owner", metric->in_charge);
}

gboolean
ff_metric_store_insert (FfDb *db, FfMetric *metric, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO metric (project_id, run_id, course_id, position, key, title, unit, direction, baseline, target_kind,"
                       " target, actual_by, last_n, chart, formula, owner)"
                       " VALUES ($project, $run, $course, $position, $key, $title, $unit, $direction, $baseline, $target_kind,"
                       " $target, $actual_by, $last_n, $chart, $formula, $owner)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_METRIC, metric->owner);
  ff_statement_bind_int (statement, "$position", metric->position);
  bind_metric (statement, metric);
  return ff_statement_insert (statement, &metric->id, error);
}

gboolean
ff_metric_store_update (FfDb *db, const FfMetric *metric, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE metric SET key = $key, title = $title, unit = $unit, direction = $direction, baseline = $baseline,"
                       " target_kind = $target_kind, target = $target, actual_by = $actual_by, last_n = $last_n, chart = $chart,"
                       " formula = $formula, owner = $owner, version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", metric->id);
  bind_metric (statement, metric);
  return ff_statement_run (statement, NULL, error);
}

int
ff_metric_store_count_uses (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
                                                     "SELECT (SELECT count(*) FROM improvement WHERE metric_id = $id)"
                                                     " + (SELECT count(*) FROM improvement_action WHERE metric_id = $id)",
                                                     error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$id", id);
  return (int) ff_rows_get_id (statement, error);
}

/* Values ------------------------------------------------------------------------------------------------------------ */

enum
{
  ENTRY_ID,
  ENTRY_VERSION,
  ENTRY_METRIC_ID,
  ENTRY_COMPARISON,
  ENTRY_DAY,
  ENTRY_VALUE,
  ENTRY_SIZE,
  ENTRY_CAUSE,
};

#define SELECT_ENTRY "SELECT id, version, metric_id, comparison, day, value, size, cause FROM metric_value WHERE metric_id = $metric"

static gpointer
read_entry (FfStatement *statement)
{
  FfMetricEntry *entry = g_new0 (FfMetricEntry, 1);

  entry->id = ff_statement_get_int (statement, ENTRY_ID);
  entry->version = ff_statement_get_int (statement, ENTRY_VERSION);
  entry->metric_id = ff_statement_get_int (statement, ENTRY_METRIC_ID);
  entry->comparison = ff_statement_get_int (statement, ENTRY_COMPARISON) != 0;
  entry->day = ff_statement_get_day (statement, ENTRY_DAY);
  entry->value = ff_statement_dup_text (statement, ENTRY_VALUE);
  entry->size = ff_statement_get_int (statement, ENTRY_SIZE);
  entry->cause = ff_statement_dup_text (statement, ENTRY_CAUSE);
  return entry;
}

GPtrArray *
ff_metric_store_list_entries (FfDb *db, gint64 metric_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_ENTRY " ORDER BY day, comparison", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$metric", metric_id);
  return ff_rows_list (statement, read_entry, (GDestroyNotify) ff_metric_entry_free, error);
}

FfMetricEntry *
ff_metric_store_find_entry (FfDb *db, gint64 metric_id, gboolean comparison, FfDay day, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_ENTRY " AND comparison = $comparison AND day = $day", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$metric", metric_id);
  ff_statement_bind_int (statement, "$comparison", comparison ? 1 : 0);
  ff_statement_bind_day (statement, "$day", day);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_entry (statement) : NULL;
}

static void
bind_entry (FfStatement *statement, const FfMetricEntry *entry)
{
  ff_statement_bind_day (statement, "$day", entry->day);
  ff_statement_bind_text (statement, "$value", entry->value);
  ff_statement_bind_id (statement, "$size", entry->size);
  ff_statement_bind_text (statement, "$cause", entry->cause);
}

gboolean
ff_metric_store_insert_entry (FfDb *db, FfMetricEntry *entry, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
                                                     "INSERT INTO metric_value (metric_id, comparison, day, value, size, cause)"
                                                     " VALUES ($metric, $comparison, $day, $value, $size, $cause)",
                                                     error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$metric", entry->metric_id);
  ff_statement_bind_int (statement, "$comparison", entry->comparison ? 1 : 0);
  bind_entry (statement, entry);
  return ff_statement_insert (statement, &entry->id, error);
}

gboolean
ff_metric_store_update_entry (FfDb *db, const FfMetricEntry *entry, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE metric_value SET day = $day, value = $value, size = $size, cause = $cause, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", entry->id);
  bind_entry (statement, entry);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_metric_store_delete_entry (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM metric_value WHERE id = $id", id, error);
}

gboolean
ff_metric_store_delete_entries (FfDb *db, gint64 metric_id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM metric_value WHERE metric_id = $id", metric_id, error);
}
