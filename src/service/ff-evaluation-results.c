/* Level 4, what the organisation gained: its metrics before and after, what is unusual in their series, and what that is worth. */
#include "config.h"

#include "ff-evaluation-private.h"

#include "ff-budget-figures.h"
#include "ff-decimal.h"
#include "ff-metric-store.h"
#include "ff-number.h"
#include "ff-roi-store.h"

static void
point_free (FfSeriesPoint *point)
{
  g_free (point->cause);
  g_free (point);
}

static void
metric_free (FfMetricFigures *metric)
{
  g_free (metric->key);
  g_free (metric->title);
  g_free (metric->unit);
  g_free (metric->formula);
  g_free (metric->owner);
  g_ptr_array_unref (metric->series);
  g_ptr_array_unref (metric->comparison);
  g_free (metric);
}

void
ff_results_level_clear (FfResultsLevel *level)
{
  g_clear_pointer (&level->metrics, g_ptr_array_unref);
  g_free (level->roi.isolation_by);
  g_free (level->roi.note);
  g_free (level->currency);
}

/* A metric -------------------------------------------------------------------------------------------------------- */

static FfMetricChart
chart_from_key (const char *key)
{
  if (g_str_equal (key, "individuals"))
    return FF_METRIC_CHART_INDIVIDUALS;
  return g_str_equal (key, "proportion") ? FF_METRIC_CHART_PROPORTION : FF_METRIC_CHART_RUN;
}

static FfMetricFigures *
metric_new (const FfEvaluationReader *reader, const FfMetric *stored)
{
  FfMetricFigures *metric = g_new0 (FfMetricFigures, 1);
  const FfLevel *level = &reader->figures->levels[3];

  metric->id = stored->id;
  metric->key = g_strdup (stored->key);
  metric->title = g_strdup (ff_metric_get_title (stored));
  metric->unit = g_strdup (stored->unit);
  metric->formula = g_strdup (stored->formula);
  metric->owner = g_strdup (stored->in_charge);
  ff_direction_from_key (stored->direction, &metric->direction);
  ff_actual_kind_from_key (stored->actual_by, &metric->actual_by);
  metric->last_n = (guint) MAX (stored->last_n, 1);
  metric->chart = chart_from_key (stored->chart);
  metric->baseline = ff_decimal_to_double (stored->baseline);
  metric->target_asked = ff_decimal_to_double (stored->target);
  metric->has_target = stored->target_kind != NULL && ff_target_kind_from_key (stored->target_kind, &metric->target_kind)
                       && !isnan (metric->target_asked);
  metric->target = metric->has_target ? ff_metric_target (metric->target_kind, metric->direction, metric->baseline, metric->target_asked)
                                      : FF_UNDEFINED;
  metric->from = reader->figures->ends_on;
  metric->due_on = level->due_on;
  metric->so_far = !level->due;
  metric->actual = metric->change_percent = metric->comparison_before = metric->comparison_actual = FF_UNDEFINED;
  metric->limits = (FfLimits) { FF_UNDEFINED, FF_UNDEFINED, FF_UNDEFINED };
  metric->series = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  metric->comparison = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  return metric;
}

static FfSeriesPoint *
point_new (const FfMetricFigures *metric, const FfMetricEntry *entry)
{
  FfSeriesPoint *point = g_new0 (FfSeriesPoint, 1);

  point->id = entry->id;
  point->day = entry->day;
  point->value = ff_decimal_to_double (entry->value);
  point->size = entry->size > 0 ? (double) entry->size : FF_UNDEFINED;
  point->cause = g_strdup (entry->cause);
  point->in_window = metric->due_on != FF_NO_DAY && entry->day >= metric->from && entry->day <= metric->due_on;
  point->limits = metric->limits;
  return point;
}

static FfMetricValue *
list_values (const GPtrArray *points)
{
  FfMetricValue *values = g_new (FfMetricValue, points->len);

  for (guint i = 0; i < points->len; i++)
    {
      const FfSeriesPoint *point = g_ptr_array_index (points, i);

      values[i] = (FfMetricValue) { point->day, point->value };
    }
  return values;
}

static double
actual_of (const FfMetricFigures *metric, const GPtrArray *points)
{
  g_autofree FfMetricValue *values = list_values (points);

  if (metric->due_on == FF_NO_DAY)
    return FF_UNDEFINED;
  return ff_metric_actual (values, points->len, metric->from, metric->due_on, metric->actual_by, metric->last_n);
}

static double
mean_before (const FfMetricFigures *metric, const GPtrArray *points)
{
  g_autofree double *values = g_new (double, points->len);
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const FfSeriesPoint *point = g_ptr_array_index (points, i);

      if (metric->from != FF_NO_DAY && point->day < metric->from)
        values[n++] = point->value;
    }
  return ff_sample_mean (values, n);
}

/* Limits of shares, which are kept as percent; a value without its size has none of its own. */
static void
compute_proportion (FfMetricFigures *metric)
{
  guint n = metric->series->len, k = 0;
  g_autofree double *counts = g_new (double, n), *sizes = g_new (double, n);
  g_autofree FfLimits *limits = g_new (FfLimits, n);
  g_autofree guint *places = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      const FfSeriesPoint *point = g_ptr_array_index (metric->series, i);

      if (isnan (point->size))
        continue;
      counts[k] = point->value / 100 * point->size;
      sizes[k] = point->size;
      places[k++] = i;
    }
  ff_p_chart_compute (counts, sizes, k, limits);
  for (guint i = 0; i < k; i++)
    {
      FfSeriesPoint *point = g_ptr_array_index (metric->series, places[i]);

      point->limits = (FfLimits) { limits[i].centre * 100, limits[i].lower * 100, limits[i].upper * 100 };
      metric->limits.centre = point->limits.centre;
    }
}

static void
compute_series (FfMetricFigures *metric)
{
  guint n = metric->series->len;
  g_autofree double *values = g_new (double, n);
  g_autofree gboolean *in_shift = g_new0 (gboolean, n);
  double mr_mean;

  for (guint i = 0; i < n; i++)
    values[i] = ((const FfSeriesPoint *) g_ptr_array_index (metric->series, i))->value;
  ff_run_chart_compute (values, n, &metric->run_chart, in_shift);
  if (metric->chart == FF_METRIC_CHART_PROPORTION)
    compute_proportion (metric);
  else
    ff_i_chart_compute (values, n, &metric->limits, &mr_mean);
  for (guint i = 0; i < n; i++)
    {
      FfSeriesPoint *point = g_ptr_array_index (metric->series, i);

      if (metric->chart != FF_METRIC_CHART_PROPORTION)
        point->limits = metric->limits;
      point->in_shift = in_shift[i];
      /* A run chart judges the series as a whole: only limits single out a value, and a shift has one cause for all of its values. */
      point->outside = metric->chart != FF_METRIC_CHART_RUN && ff_limits_exclude (&point->limits, point->value);
      metric->n_unusual += point->outside;
      metric->n_unexplained += point->outside && point->cause == NULL;
    }
}

static gboolean
read_metric (FfEvaluationReader *reader, FfMetricFigures *metric, GError **error)
{
  g_autoptr (GPtrArray) entries = ff_metric_store_list_entries (reader->db, metric->id, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const FfMetricEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (entry->comparison ? metric->comparison : metric->series, point_new (metric, entry));
    }
  compute_series (metric);
  metric->actual = actual_of (metric, metric->series);
  metric->change_percent = ff_metric_change (metric->baseline, metric->actual);
  metric->met_so_far = ff_target_met (metric->actual, metric->target, metric->direction);
  metric->met = metric->so_far ? FF_MET_UNKNOWN : metric->met_so_far;
  metric->comparison_before = mean_before (metric, metric->comparison);
  metric->comparison_actual = actual_of (metric, metric->comparison);
  return TRUE;
}

/* What it is worth ---------------------------------------------------------------------------------------------------- */

static double
from_hundredths (gint64 stored)
{
  return stored >= 0 ? ff_hundredths_to_double (stored) : FF_UNDEFINED;
}

static gboolean
has_baseline (const FfResultsLevel *results)
{
  for (guint i = 0; i < results->metrics->len; i++)
    if (!isnan (((const FfMetricFigures *) g_ptr_array_index (results->metrics, i))->baseline))
      return TRUE;
  return FALSE;
}

static gboolean
read_roi (FfEvaluationReader *reader, const FfBudgetFigures *budget, GError **error)
{
  FfResultsLevel *results = &reader->figures->results;
  FfRoiFigures *roi = &results->roi;
  g_autoptr (FfRoiFacts) facts = ff_roi_store_read (reader->db, reader->figures->owner, error);

  if (facts == NULL)
    return FALSE;
  results->currency = g_strdup (budget->currency);
  roi->asked = facts->id != 0;
  roi->cost_of_budget = facts->cost < 0;
  roi->isolation_by = g_strdup (facts->isolation_by);
  roi->note = g_strdup (facts->note);
  roi->input = (FfRoiInput) {
    .has_baseline = has_baseline (results),
    .benefit = from_hundredths (facts->benefit),
    .isolation = from_hundredths (facts->isolation),
    .confidence = from_hundredths (facts->confidence),
    .cost = from_hundredths (facts->cost >= 0 ? facts->cost : budget->total.actual),
    .months = facts->months > 0 ? facts->months : FF_UNDEFINED,
  };
  ff_roi_compute (&roi->input, &roi->roi);
  return TRUE;
}

/* The level ---------------------------------------------------------------------------------------------------------- */

/* The level is met when each metric that has a target met it. */
static void
conclude (FfLevel *level, FfResultsLevel *results)
{
  FfMet met = FF_MET_UNKNOWN;
  guint n_targets = 0, n_values = 0, n_baselines = 0;

  for (guint i = 0; i < results->metrics->len; i++)
    {
      const FfMetricFigures *metric = g_ptr_array_index (results->metrics, i);

      level->people += !isnan (metric->actual);
      if (!metric->has_target)
        continue;
      met = n_targets++ == 0 ? metric->met_so_far : ff_met_both (met, metric->met_so_far);
      n_values += isnan (metric->actual);
      n_baselines += isnan (metric->target);
      results->n_known += metric->met_so_far != FF_MET_UNKNOWN;
      results->n_met += metric->met_so_far == FF_MET_YES;
    }
  level->asked = results->metrics->len > 0;
  level->value = ff_percent (results->n_met, results->n_known);
  level->target = n_targets > 0 ? 100 : FF_UNDEFINED;
  if (n_baselines > 0)
    ff_evaluation_lack (level, FF_MISSING_BASELINES, n_baselines);
  if (n_values > 0)
    ff_evaluation_lack (level, FF_MISSING_VALUES, n_values);
  ff_evaluation_conclude (level, met);
}

gboolean
ff_evaluation_read_results (FfEvaluationReader *reader, const FfBudgetFigures *budget, GError **error)
{
  FfResultsLevel *results = &reader->figures->results;
  FfLevel *level = &reader->figures->levels[3];
  g_autoptr (GPtrArray) stored = ff_metric_store_list (reader->db, reader->figures->owner, error);

  if (stored == NULL)
    return FALSE;
  results->days = reader->aims.results_days;
  ff_evaluation_set_due (reader, level, results->days);
  g_ptr_array_set_free_func (results->metrics, (GDestroyNotify) metric_free);
  for (guint i = 0; i < stored->len; i++)
    {
      FfMetricFigures *metric = metric_new (reader, g_ptr_array_index (stored, i));

      g_ptr_array_add (results->metrics, metric);
      if (!read_metric (reader, metric, error))
        return FALSE;
    }
  conclude (level, results);
  return read_roi (reader, budget, error);
}
