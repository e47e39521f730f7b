/* A figure over time: run chart and control charts. */
#include "config.h"

#include "ff-series.h"

#include "ff-distribution.h"
#include "ff-number.h"

#define CROSSINGS_TAIL 0.05
/* The expected range of two normally distributed values in standard deviations: d2 for samples of two. */
#define RANGE_OF_TWO 1.128
#define SIGMAS 3

/* Run chart ------------------------------------------------------------------------------------------------------- */

static int
side_of (double value, double median)
{
  return (value > median) - (value < median);
}

/* Values on the median neither end a run nor belong to it. Returns how many useful ones the run from @from has, and where it ends. */
static guint
measure_run (const double *values, gsize n, gsize from, double median, gsize *to)
{
  int side = 0;
  guint length = 0;
  gsize i;

  for (i = from; i < n; i++)
    {
      int here = side_of (values[i], median);

      if (here == 0)
        continue;
      if (side != 0 && here != side)
        break;
      side = here;
      length++;
    }
  *to = i;
  return length;
}

static void
count_runs (const double *values, FfRunChart *chart)
{
  guint runs = 0;

  for (gsize from = 0, to; from < chart->n; from = to)
    {
      guint length = measure_run (values, chart->n, from, chart->median, &to);

      chart->useful += length;
      chart->longest_run = MAX (chart->longest_run, length);
      runs += length > 0;
    }
  chart->crossings = runs > 0 ? runs - 1 : 0;
}

void
ff_run_chart_compute (const double *values, gsize n, FfRunChart *chart, gboolean *in_shift)
{
  g_return_if_fail (values != NULL || n == 0);
  g_return_if_fail (chart != NULL);

  *chart = (FfRunChart) { .n = n, .median = ff_sample_median (values, n) };
  count_runs (values, chart);
  if (chart->useful > 0)
    {
      chart->max_run = (guint) round (log2 ((double) chart->useful)) + 3;
      chart->min_crossings = ff_distribution_coin_quantile (CROSSINGS_TAIL, (guint) chart->useful - 1);
      chart->is_long = chart->longest_run > chart->max_run;
      chart->is_rare = chart->crossings < chart->min_crossings;
      chart->signal = chart->is_long || chart->is_rare;
    }

  for (gsize from = 0, to; in_shift != NULL && from < n; from = to)
    {
      guint length = measure_run (values, n, from, chart->median, &to);

      for (gsize i = from; i < to; i++)
        in_shift[i] = length > chart->max_run && side_of (values[i], chart->median) != 0;
    }
}

/* Control charts -------------------------------------------------------------------------------------------------- */

void
ff_i_chart_compute (const double *values, gsize n, FfLimits *limits, double *mr_mean)
{
  double range = 0, mean = ff_sample_mean (values, n);

  g_return_if_fail (limits != NULL);

  for (gsize i = 1; i < n; i++)
    range += fabs (values[i] - values[i - 1]);
  range = n > 1 ? range / (double) (n - 1) : FF_UNDEFINED;

  *limits = (FfLimits) { .centre = mean, .lower = mean - SIGMAS * range / RANGE_OF_TWO, .upper = mean + SIGMAS * range / RANGE_OF_TWO };
  if (mr_mean != NULL)
    *mr_mean = range;
}

void
ff_p_chart_compute (const double *counts, const double *sizes, gsize n, FfLimits *limits)
{
  double count = 0, size = 0, share;

  for (gsize i = 0; i < n; i++)
    {
      count += counts[i];
      size += sizes[i];
    }
  share = size > 0 ? count / size : FF_UNDEFINED;
  for (gsize i = 0; i < n; i++)
    {
      double sigma = sizes[i] > 0 ? sqrt (share * (1 - share) / sizes[i]) : FF_UNDEFINED;

      limits[i] = (FfLimits) { share, FF_UNDEFINED, FF_UNDEFINED };
      if (isnan (sigma))
        continue;
      limits[i].lower = MAX (share - SIGMAS * sigma, 0);
      limits[i].upper = MIN (share + SIGMAS * sigma, 1);
    }
}

gboolean
ff_limits_exclude (const FfLimits *limits, double value)
{
  double tolerance = FF_TOLERANCE * MAX (1, fabs (limits->centre));

  return value < limits->lower - tolerance || value > limits->upper + tolerance;
}
