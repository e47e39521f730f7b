/* The values of a metric: one a day for those who were trained, and one for the group that was not. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-decimal.h"
#include "ff-metrics.h"
#include "ff-owned.h"
#include "ff-projects.h"
#include "ff-runs.h"
#include "ff-take.h"

#define HIGHEST_SIZE 1000000000

/* What is stored of that day and group, or a new entry; NULL on error. */
static FfMetricEntry *
open_entry (FfDb *db, gint64 metric_id, gboolean comparison, FfDay day, GError **error)
{
  GError *local_error = NULL;
  FfMetricEntry *entry = ff_metric_store_find_entry (db, metric_id, comparison, day, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  if (entry == NULL)
    {
      entry = g_new0 (FfMetricEntry, 1);
      entry->metric_id = metric_id;
      entry->comparison = comparison;
      entry->day = day;
    }
  return entry;
}

static gboolean
take_size (FfMetricEntry *entry, const char *value, gboolean *changed, GError **error)
{
  int size = (int) entry->size;
  gboolean typed = value != NULL && *value != '\0';

  if (!ff_take_number (&size, value, HIGHEST_SIZE, 0, "size", changed, error))
    return FALSE;
  if (typed && size == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "size", _("A share of 0 means nothing: write how many there were, or leave it empty."));
      return FALSE;
    }
  entry->size = size;
  return TRUE;
}

static gboolean
check_value (const FfMetric *metric, const FfMetricEntry *entry, GError **error)
{
  double value = ff_decimal_to_double (entry->value);

  if (!ff_owned_need (entry->value, "value", _("Write the value of that day."), error))
    return FALSE;
  if (!g_str_equal (metric->chart, "proportion") || (value >= 0 && value <= 100))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "value", _("This metric is a share: write a percentage from 0 to 100."));
  return FALSE;
}

static gboolean
is_cleared (const FfMetricValueDraft *draft)
{
  g_autofree char *value = draft->value != NULL ? ff_put_clean_line (draft->value) : NULL;

  return value != NULL && *value == '\0';
}

/* What a draft comes to, before anything is written. */
typedef struct
{
  FfMetricEntry *entry;
  FfPut put;
  gboolean removes;
} Plan;

static void
plan_clear (Plan *plan)
{
  g_clear_pointer (&plan->entry, ff_metric_entry_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static gboolean
plan_value (FfDb *db, const FfMetric *metric, const FfMetricValueDraft *draft, Plan *plan, GError **error)
{
  FfDay day = FF_NO_DAY;
  gboolean changed = FALSE;

  if (!ff_take_day (&day, draft->day != NULL ? draft->day : "", "day", &changed, error))
    return FALSE;
  plan->entry = open_entry (db, metric->id, draft->comparison, day, error);
  if (plan->entry == NULL)
    return FALSE;
  if (is_cleared (draft))
    {
      plan->removes = plan->entry->id != 0;
      plan->put = plan->removes ? FF_PUT_CHANGED : FF_PUT_SAME;
      return TRUE;
    }
  changed = FALSE;
  if (!ff_take_decimal (&plan->entry->value, draft->value, "value", &changed, error) || !check_value (metric, plan->entry, error)
      || !take_size (plan->entry, draft->size, &changed, error)
      || !ff_take_line (&plan->entry->cause, draft->cause, FF_TAKE_LINE_MAX, "cause", &changed, error))
    return FALSE;
  plan->put = plan->entry->id == 0 ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
  return TRUE;
}

static FfPut
carry_out (FfDb *db, const Plan *plan, GError **error)
{
  gboolean done = TRUE;

  if (plan->removes)
    done = ff_metric_store_delete_entry (db, plan->entry->id, error);
  else if (plan->put == FF_PUT_NEW)
    done = ff_metric_store_insert_entry (db, plan->entry, error);
  else if (plan->put == FF_PUT_CHANGED)
    done = ff_metric_store_update_entry (db, plan->entry, error);
  return done ? plan->put : FF_PUT_REFUSED;
}

FfPut
ff_metrics_put_value (FfDb *db, gint64 metric_id, const FfMetricValueDraft *draft, GError **error)
{
  g_autoptr (FfMetric) metric = ff_metrics_read (db, metric_id, error);
  g_auto (Plan) plan = { NULL };

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (metric == NULL || !plan_value (db, metric, draft, &plan, error))
    return FF_PUT_REFUSED;
  return carry_out (db, &plan, error);
}

/* Checked before anything is written: both groups move together. */
static gboolean
is_day_free (FfDb *db, gint64 metric_id, FfDay day, GError **error)
{
  for (int comparison = 0; comparison <= 1; comparison++)
    {
      g_autoptr (FfMetricEntry) entry = open_entry (db, metric_id, comparison != 0, day, error);

      if (entry == NULL)
        return FALSE;
      if (entry->id != 0)
        {
          g_autofree char *text = ff_day_format (day);

          ff_put_set_error (error, FF_ERROR_EXISTS, "day", _("There are values of %s already: change them there."), text);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
ff_metrics_move_day (FfDb *db, gint64 metric_id, FfDay from, FfDay to, GError **error)
{
  g_return_val_if_fail (from != FF_NO_DAY && to != FF_NO_DAY, FALSE);

  if (from == to)
    return TRUE;
  if (!is_day_free (db, metric_id, to, error))
    return FALSE;
  for (int comparison = 0; comparison <= 1; comparison++)
    {
      g_autoptr (FfMetricEntry) entry = open_entry (db, metric_id, comparison != 0, from, error);

      if (entry == NULL)
        return FALSE;
      entry->day = to;
      if (entry->id != 0 && !ff_metric_store_update_entry (db, entry, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
ff_metrics_list_values (FfDb *db, gint64 metric_id, GError **error)
{
  return ff_metric_store_list_entries (db, metric_id, error);
}

/* Rows of a sheet --------------------------------------------------------------------------------------------------- */

/* A class before a project of the same code. */
static gboolean
find_owner (FfDb *db, const char *code, FfOwner *owner, GError **error)
{
  gint64 run_id = ff_runs_find (db, code != NULL ? code : "", error);
  gint64 project_id = run_id == 0 ? ff_projects_find (db, code != NULL ? code : "", error) : 0;

  if (run_id > 0)
    *owner = ff_owner_run (run_id);
  else if (project_id > 0)
    *owner = ff_owner_project (project_id);
  else if (run_id == 0 && project_id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "owner", _("There is no class and no project “%s”; add it first."), code != NULL ? code : "");
  return run_id > 0 || project_id > 0;
}

/* What was meant may be a metric of the project that the class belongs to. */
static void
set_no_metric (FfDb *db, FfOwner owner, const FfMetricRowDraft *draft, GError **error)
{
  g_autoptr (FfRun) run = owner.kind == FF_OWNER_RUN ? ff_runs_read (db, owner.id, NULL) : NULL;

  if (run != NULL && run->project_id != 0 && ff_metrics_find (db, ff_owner_project (run->project_id), draft->metric, NULL) > 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "metric", _("“%s” is a metric of the project: write %s in place of the class."),
                      draft->metric, run->project_code);
  else
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "metric", _("%s has no metric “%s”; add it first."), draft->owner,
                      draft->metric != NULL ? draft->metric : "");
}

gint64
ff_metrics_find_of_row (FfDb *db, const FfMetricRowDraft *draft, GError **error)
{
  FfOwner owner;
  gint64 id;

  g_return_val_if_fail (draft != NULL, 0);

  if (!find_owner (db, draft->owner, &owner, error))
    return 0;
  id = ff_metrics_find (db, owner, draft->metric, error);
  if (id == 0)
    set_no_metric (db, owner, draft, error);
  return MAX (id, 0);
}

/* The value of the comparison group has a column of its own. */
static gboolean
plan_comparison (FfDb *db, const FfMetric *metric, const FfMetricRowDraft *draft, Plan *plan, GError **error)
{
  FfMetricValueDraft comparison = { TRUE, draft->day, draft->comparison, NULL, NULL };
  GError *local_error = NULL;

  if (draft->comparison == NULL || plan_value (db, metric, &comparison, plan, &local_error))
    return TRUE;
  if (g_strcmp0 (ff_put_error_field (local_error), "value") == 0)
    ff_error_set_field (local_error, "comparison");
  g_propagate_error (error, local_error);
  return FALSE;
}

FfPut
ff_metrics_put_row (FfDb *db, const FfMetricRowDraft *draft, GError **error)
{
  gint64 id = ff_metrics_find_of_row (db, draft, error);
  g_autoptr (FfMetric) metric = id != 0 ? ff_metrics_read (db, id, error) : NULL;
  FfMetricValueDraft trained = { FALSE, draft->day, draft->value, draft->size, draft->cause };
  gboolean is_trained = draft->value != NULL || draft->size != NULL || draft->cause != NULL || draft->comparison == NULL;
  g_auto (Plan) first = { NULL, FF_PUT_SAME, FALSE };
  g_auto (Plan) second = { NULL, FF_PUT_SAME, FALSE };

  if (metric == NULL || (is_trained && !plan_value (db, metric, &trained, &first, error))
      || !plan_comparison (db, metric, draft, &second, error) || carry_out (db, &first, error) == FF_PUT_REFUSED
      || carry_out (db, &second, error) == FF_PUT_REFUSED)
    return FF_PUT_REFUSED;
  if (first.put == FF_PUT_NEW || second.put == FF_PUT_NEW)
    return FF_PUT_NEW;
  return first.put == FF_PUT_CHANGED ? first.put : second.put;
}
