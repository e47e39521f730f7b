#include "config.h"

#include "ff-metric-plot.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-level-words.h"
#include "ff-number.h"
#include "ff-plot-run-chart.h"

/* The most decimals on an axis. */
#define PLACES 2

static FfPlotRunPoint *
make_points (const FfMetricFigures *metric, GPtrArray *series, GPtrArray *labels)
{
  FfPlotRunPoint *points = g_new0 (FfPlotRunPoint, series->len);

  for (guint i = 0; i < series->len; i++)
    {
      const FfSeriesPoint *point = g_ptr_array_index (series, i);
      gboolean limited = metric->chart != FF_METRIC_CHART_RUN && series == metric->series;

      g_ptr_array_add (labels, ff_format_day_brief (point->day));
      points[i] = (FfPlotRunPoint) {
        .at = (double) point->day,
        .value = point->value,
        .label = g_ptr_array_index (labels, labels->len - 1),
        .lower = limited ? point->limits.lower : FF_UNDEFINED,
        .upper = limited ? point->limits.upper : FF_UNDEFINED,
        .unusual = limited && point->outside,
        .note = point->cause,
      };
    }
  return points;
}

/* The longest run that is too long for chance. */
static void
find_shift (const FfMetricFigures *metric, FfPlotRunChart *chart)
{
  gsize first = 0, count = 0;

  for (guint i = 0; i < metric->series->len; i++)
    {
      const FfSeriesPoint *point = g_ptr_array_index (metric->series, i);

      if (!point->in_shift)
        {
          count = 0;
          continue;
        }
      first = count == 0 ? i : first;
      count++;
      if (count > chart->shift_count)
        {
          chart->shift_first = first;
          chart->shift_count = count;
        }
    }
}

static char *
label_centre (const FfMetricFigures *metric, const FfPlotRunChart *chart)
{
  g_autofree char *number = ff_plot_number_format (&chart->number, chart->centre);

  if (isnan (chart->centre))
    return NULL;
  /* Translators: on a chart, followed by a figure. */
  return metric->chart == FF_METRIC_CHART_RUN ? g_strdup_printf (C_ ("chart", "median %s"), number)
                                              : g_strdup_printf (C_ ("chart", "mean %s"), number);
}

/* As many decimals as the values have, so that the axis says what was typed. */
static int
count_places (const GPtrArray *series)
{
  int places = 0;

  for (guint i = 0; i < series->len; i++)
    for (double value = ((const FfSeriesPoint *) g_ptr_array_index (series, i))->value;
         places < PLACES && fabs (value - ff_round (value, places)) > FF_TOLERANCE;)
      places++;
  return places;
}

FfPlot *
ff_metric_plot_new (const FfMetricFigures *metric, FfDay ends_on)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sentences = NULL;
  g_autofree FfPlotRunPoint *points = NULL, *comparison = NULL;
  g_autofree char *centre = NULL, *target = NULL, *shift = NULL, *number = NULL, *sentence = NULL;
  FfPlotRunChart chart = { 0 };

  g_return_val_if_fail (metric != NULL, NULL);

  points = make_points (metric, metric->series, labels);
  comparison = make_points (metric, metric->comparison, labels);
  chart.points = points;
  chart.n_points = metric->series->len;
  chart.comparison = comparison;
  chart.n_comparison = metric->comparison->len;
  chart.comparison_label = _("not trained");
  chart.number = (FfPlotNumber) { .decimals = count_places (metric->series) };
  chart.centre = metric->chart == FF_METRIC_CHART_RUN ? metric->run_chart.median : metric->limits.centre;
  chart.centre_label = centre = label_centre (metric, &chart);
  chart.target = metric->target;
  number = ff_plot_number_format (&chart.number, metric->target);
  chart.target_label = target = g_strdup_printf (C_ ("chart", "target %s"), number);
  chart.target_from = ends_on != FF_NO_DAY ? (double) ends_on : FF_UNDEFINED;
  chart.limits_label = C_ ("chart", "limits");
  chart.event = chart.target_from;
  chart.before_label = C_ ("chart", "before");
  chart.after_label = C_ ("chart", "after the class");
  chart.level = 4;
  find_shift (metric, &chart);
  if (chart.shift_count > 0)
    chart.shift_label = shift = g_strdup_printf (C_ ("chart", "shift: %u in a row"), metric->run_chart.longest_run);
  sentences = ff_metric_words (metric);
  sentence = ff_words_join (sentences, 0);
  return ff_plot_run_chart_new (&chart, metric->title, sentence);
}
