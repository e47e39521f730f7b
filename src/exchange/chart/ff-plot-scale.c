#include "config.h"

#include "ff-plot-scale.h"

#include <math.h>

#define NEARLY 1e-9 /* of a step: what lies this close to a tick is on it */

/* The smallest of 1, 2, 5 × 10ⁿ that is not less than @least. */
static double
round_step (double least, int *decimals)
{
  static const double factors[] = { 1, 2, 5, 10 };
  double power = floor (log10 (least));
  double unit = pow (10, power);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (factors) && factors[i] * unit < least * (1 - NEARLY))
    i++;
  *decimals = (int) MAX (0, -power - (factors[i] == 10 ? 1 : 0));
  return factors[i] * unit;
}

FfPlotTicks
ff_plot_ticks (double low, double high, guint most)
{
  FfPlotTicks ticks = { low, 0, 1, 0 };
  double least;

  if (!isfinite (low) || !isfinite (high) || high < low)
    return (FfPlotTicks) { 0, 0, 0, 0 };
  if (high == low)
    return ticks;

  least = (high - low) / MAX (1, most - 1);
  do
    {
      ticks.step = round_step (least, &ticks.decimals);
      ticks.first = ceil (low / ticks.step - NEARLY) * ticks.step;
      ticks.n = (guint) MAX (0, floor ((high - ticks.first) / ticks.step + NEARLY) + 1);
      least = ticks.step * 1.5;
    }
  while (ticks.n > MAX (2, most));
  ticks.first += 0.0; /* never −0 */
  return ticks;
}

void
ff_plot_widen (double *low, double *high, guint most)
{
  FfPlotTicks ticks;

  if (!isfinite (*low) || !isfinite (*high) || *high < *low)
    {
      *low = 0;
      *high = 1;
    }
  if (*high == *low)
    {
      double room = *low == 0 ? 1 : fabs (*low) / 10;

      *low -= room;
      *high += room;
    }
  ticks = ff_plot_ticks (*low, *high, most);
  *low = floor (*low / ticks.step + NEARLY) * ticks.step;
  *high = ceil (*high / ticks.step - NEARLY) * ticks.step;
}

void
ff_plot_include (double *low, double *high, double value)
{
  if (!isfinite (value))
    return;
  *low = isnan (*low) ? value : MIN (*low, value);
  *high = isnan (*high) ? value : MAX (*high, value);
}

double
ff_plot_map (double value, double low, double high, double from, double to)
{
  double share = high > low ? CLAMP ((value - low) / (high - low), 0, 1) : 0.5;

  return from + share * (to - from);
}

/* Labels that touch, as one block. */
typedef struct
{
  gsize first; /* in the order of their wishes */
  gsize n;
  double size;
  double wish; /* the mean of where its top would have to be for each of its labels */
} Block;

static int
compare_wishes (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *middles = data;
  gsize left = *(const gsize *) a;
  gsize right = *(const gsize *) b;

  if (middles[left] != middles[right])
    return middles[left] < middles[right] ? -1 : 1;
  return left < right ? -1 : 1;
}

static double
place_block (const Block *block, double low, double high)
{
  return MAX (low, MIN (block->wish, high - block->size));
}

/* Two blocks that would overlap become one, which wishes for the mean of both. */
static Block
join (const Block *upper, const Block *lower)
{
  Block joined = { upper->first, upper->n + lower->n, upper->size + lower->size, 0 };

  joined.wish = (upper->wish * (double) upper->n + (lower->wish - upper->size) * (double) lower->n) / (double) joined.n;
  return joined;
}

void
ff_plot_spread (double *middles, const double *sizes, gsize n, double low, double high)
{
  g_autofree gsize *order = g_new (gsize, n + 1);
  g_autofree Block *blocks = g_new (Block, n + 1);
  double total = 0;
  double squeeze;
  gsize n_blocks = 0;

  for (gsize i = 0; i < n; i++)
    {
      order[i] = i;
      total += sizes[i];
    }
  g_qsort_with_data (order, (int) n, sizeof *order, compare_wishes, middles);
  squeeze = total > high - low && total > 0 ? MAX (0, high - low) / total : 1;

  for (gsize i = 0; i < n; i++)
    {
      double size = sizes[order[i]] * squeeze;

      blocks[n_blocks++] = (Block) { i, 1, size, middles[order[i]] - size / 2 };
      while (n_blocks > 1 && place_block (&blocks[n_blocks - 2], low, high) + blocks[n_blocks - 2].size >
                                 place_block (&blocks[n_blocks - 1], low, high))
        {
          blocks[n_blocks - 2] = join (&blocks[n_blocks - 2], &blocks[n_blocks - 1]);
          n_blocks--;
        }
    }

  for (gsize i = 0; i < n_blocks; i++)
    {
      double top = place_block (&blocks[i], low, high);

      for (gsize k = blocks[i].first; k < blocks[i].first + blocks[i].n; k++)
        {
          double size = sizes[order[k]] * squeeze;

          middles[order[k]] = top + size / 2;
          top += size;
        }
    }
}
