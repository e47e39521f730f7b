/* Means and spread of numbers that were observed. */
#include "config.h"

#include "ff-sample.h"

double
ff_percent (double part, double whole)
{
  return whole != 0 ? 100 * part / whole : FF_UNDEFINED;
}

double
ff_sample_weighted_mean (const double *values, const double *weights, gsize n)
{
  double sum = 0, all = 0, rest = 0, mean;

  g_return_val_if_fail (values != NULL || n == 0, FF_UNDEFINED);

  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      {
        double weight = weights != NULL ? weights[i] : 1;

        sum += weight * values[i];
        all += weight;
      }
  if (!(all > 0))
    return FF_UNDEFINED;

  /* The second pass takes back what the first lost by rounding, so that equal values have their own value as mean. */
  mean = sum / all;
  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      rest += (weights != NULL ? weights[i] : 1) * (values[i] - mean);
  return mean + rest / all;
}

double
ff_sample_mean (const double *values, gsize n)
{
  return ff_sample_weighted_mean (values, NULL, n);
}

static int
compare_doubles (gconstpointer a, gconstpointer b, gpointer user_data)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

double *
ff_sample_sort (const double *values, gsize n)
{
  double *sorted = g_memdup2 (values, n * sizeof (double));

  if (n > 0)
    g_qsort_with_data (sorted, (gint) n, sizeof (double), compare_doubles, NULL);
  return sorted;
}

double
ff_sample_median (const double *values, gsize n)
{
  g_autofree double *sorted = ff_sample_sort (values, n);

  if (n == 0)
    return FF_UNDEFINED;
  return n % 2 == 1 ? sorted[n / 2] : sorted[n / 2 - 1] + (sorted[n / 2] - sorted[n / 2 - 1]) / 2;
}

gboolean
ff_sample_is_constant (const double *values, gsize n)
{
  for (gsize i = 1; i < n; i++)
    if (values[i] != values[0])
      return FALSE;
  return TRUE;
}

double
ff_sample_sd (const double *values, gsize n)
{
  double mean, squares = 0, largest = 0, sd;

  g_return_val_if_fail (values != NULL || n == 0, FF_UNDEFINED);

  if (n < 2)
    return FF_UNDEFINED;
  mean = ff_sample_mean (values, n);
  for (gsize i = 0; i < n; i++)
    {
      squares += (values[i] - mean) * (values[i] - mean);
      largest = MAX (largest, fabs (values[i]));
    }
  sd = sqrt (squares / (double) (n - 1));
  return sd <= FF_SAMPLE_ROUNDING * largest ? 0 : sd;
}
