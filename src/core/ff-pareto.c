/* The few causes that make most of a trouble. */
#include "config.h"

#include "ff-pareto.h"

#include "ff-number.h"

static int
compare_bars (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const FfParetoBar *x = a, *y = b;

  if (x->count != y->count)
    return x->count < y->count ? 1 : -1;
  return (x->index > y->index) - (x->index < y->index);
}

void
ff_pareto_compute (const double *counts, gsize n, FfParetoBar *bars)
{
  double all = 0, sum = 0, before = 0;

  g_return_if_fail ((counts != NULL && bars != NULL) || n == 0);

  if (n == 0)
    return;
  for (gsize i = 0; i < n; i++)
    bars[i] = (FfParetoBar) { .index = i, .count = counts[i] };
  g_qsort_with_data (bars, (gint) n, sizeof (FfParetoBar), compare_bars, NULL);

  /* Added up in the order of the bars, so that the last one is at 100 % exactly. */
  for (gsize i = 0; i < n; i++)
    all += bars[i].count;
  for (gsize i = 0; i < n; i++)
    {
      sum += bars[i].count;
      bars[i].cumulative_percent = ff_percent (sum, all);
      bars[i].vital = before < FF_PARETO_VITAL - FF_TOLERANCE && all > 0;
      before = bars[i].cumulative_percent;
    }
}
