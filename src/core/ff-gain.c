/* Gains and effect sizes over pairs of marks before and after. */
#include "config.h"

#include "ff-gain.h"

#include "ff-number.h"

#define HIGHEST 100.0

static gboolean
has_room (double pre)
{
  return pre < HIGHEST - FF_TOLERANCE;
}

static double
divide_by_spread (double difference, double spread)
{
  return spread > FF_SAMPLE_ROUNDING * HIGHEST ? difference / spread : FF_UNDEFINED;
}

/* Moves the pairs to the front of the arrays; returns how many there are. */
static gsize
keep_pairs (double *pre, double *post, gsize n)
{
  gsize pairs = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (pre[i]) && !isnan (post[i]))
      {
        pre[pairs] = pre[i];
        post[pairs++] = post[i];
      }
  return pairs;
}

static void
compute_individual (const double *pre, const double *post, FfGain *gain)
{
  g_autofree double *gains = g_new (double, gain->pairs);
  gsize n = 0;

  for (gsize i = 0; i < gain->pairs; i++)
    if (has_room (pre[i]))
      gains[n++] = (post[i] - pre[i]) / (HIGHEST - pre[i]);
  gain->hake_individual = ff_sample_mean (gains, n);
  gain->left_out = gain->pairs - n;
}

void
ff_gain_compute (const double *pre, const double *post, gsize n, FfGain *gain)
{
  g_autofree double *before = g_memdup2 (pre, n * sizeof (double));
  g_autofree double *after = g_memdup2 (post, n * sizeof (double));
  g_autofree double *differences = g_new (double, n);
  double difference;

  g_return_if_fail (gain != NULL);

  *gain = (FfGain) { .pairs = keep_pairs (before, after, n) };
  for (gsize i = 0; i < gain->pairs; i++)
    differences[i] = after[i] - before[i];
  difference = ff_sample_mean (differences, gain->pairs);

  gain->pre = ff_sample_mean (before, gain->pairs);
  gain->post = ff_sample_mean (after, gain->pairs);
  gain->hake = has_room (gain->pre) ? (gain->post - gain->pre) / (HIGHEST - gain->pre) : FF_UNDEFINED;
  compute_individual (before, after, gain);

  gain->sd_pre = ff_sample_sd (before, gain->pairs);
  gain->sd_post = ff_sample_sd (after, gain->pairs);
  gain->sd_difference = ff_sample_sd (differences, gain->pairs);
  gain->dz = divide_by_spread (difference, gain->sd_difference);
  gain->ds = divide_by_spread (difference, sqrt ((gain->sd_pre * gain->sd_pre + gain->sd_post * gain->sd_post) / 2));
  gain->dav = divide_by_spread (difference, (gain->sd_pre + gain->sd_post) / 2);
}
