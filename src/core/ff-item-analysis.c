/* How the items of a test or of a dimension work together. All sums are of scores less their item's mean, item by item: an item that does
   not vary is then nothing but zeros, and large scores lose no digits. */
#include "config.h"

#include "ff-item-analysis.h"

#include "ff-distribution.h"
#include "ff-number.h"

#define CONFIDENCE_TAIL 0.025

/* The people who answered everything. */
typedef struct
{
  gsize n, k;
  double *scores;   /* item after item */
  double *centred;  /* the same less the item's mean */
  double *totals;   /* of each person */
  double *deviation; /* of each person's total from the mean of all */
  double *variances; /* of the items */
  double sds;        /* their standard deviations added up: what rounding is measured against */
} Scores;

static void
scores_clear (Scores *self)
{
  g_free (self->scores);
  g_free (self->centred);
  g_free (self->totals);
  g_free (self->deviation);
  g_free (self->variances);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scores, scores_clear)

static gboolean
is_complete (const double *scores, gsize k)
{
  for (gsize j = 0; j < k; j++)
    if (isnan (scores[j]))
      return FALSE;
  return TRUE;
}

static void
scores_init (Scores *self, const double *rows, gsize n, gsize k)
{
  gsize person = 0;

  self->k = k;
  for (gsize i = 0; i < n; i++)
    self->n += is_complete (rows + i * k, k);
  self->scores = g_new (double, self->n * k);
  self->centred = g_new (double, self->n * k);
  self->totals = g_new0 (double, self->n);
  self->deviation = g_new0 (double, self->n);
  self->variances = g_new0 (double, k);

  for (gsize i = 0; i < n; i++)
    if (is_complete (rows + i * k, k))
      {
        for (gsize j = 0; j < k; j++)
          self->scores[j * self->n + person] = rows[i * k + j];
        person++;
      }
}

static double
sum_of_products (const double *a, const double *b, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += a[i] * b[i];
  return sum;
}

static double
variance_of (const double *deviations, gsize n)
{
  return n > 1 ? sum_of_products (deviations, deviations, n) / (double) (n - 1) : FF_UNDEFINED;
}

static void
centre_item (Scores *self, gsize item)
{
  const double *scores = self->scores + item * self->n;
  double *centred = self->centred + item * self->n;
  double sd = ff_sample_sd (scores, self->n);
  double mean = ff_sample_mean (scores, self->n);

  for (gsize i = 0; i < self->n; i++)
    {
      centred[i] = sd > 0 ? scores[i] - mean : 0;
      self->totals[i] += scores[i];
      self->deviation[i] += centred[i];
    }
  self->variances[item] = sd * sd;
  self->sds += sd;
}

static gboolean
is_rounding (const Scores *self, double variance)
{
  double smallest = FF_SAMPLE_ROUNDING * self->sds;

  return !(variance > smallest * smallest);
}

static double
compute_alpha (const Scores *self, double items, double total, gsize k)
{
  if (k < 2 || self->n < 2 || is_rounding (self, total))
    return FF_UNDEFINED;
  return (double) k / (double) (k - 1) * (1 - items / total);
}

static double
sum_variances (const Scores *self)
{
  double sum = 0;

  for (gsize j = 0; j < self->k; j++)
    sum += self->variances[j];
  return sum;
}

static void
compute_interval (FfItemAnalysis *analysis)
{
  double people = (double) analysis->n - 1;
  double error = people * ((double) analysis->k - 1);

  analysis->alpha_low = analysis->alpha_high = FF_UNDEFINED;
  if (isnan (analysis->alpha))
    return;
  analysis->alpha_low = 1 - (1 - analysis->alpha) * ff_distribution_f_quantile (1 - CONFIDENCE_TAIL, people, error);
  analysis->alpha_high = 1 - (1 - analysis->alpha) * ff_distribution_f_quantile (CONFIDENCE_TAIL, people, error);
}

static gboolean
is_right_or_wrong (const Scores *self)
{
  for (gsize i = 0; i < self->n * self->k; i++)
    if (self->scores[i] != 0 && self->scores[i] != 1)
      return FALSE;
  return TRUE;
}

/* By the shares of right answers and the totals' population variance, as it was published. */
static double
compute_kr20 (const Scores *self)
{
  double n = (double) self->n, k = (double) self->k, products = 0;
  double total = sum_of_products (self->deviation, self->deviation, self->n) / n;

  if (self->k < 2 || self->n < 2 || is_rounding (self, total) || !is_right_or_wrong (self))
    return FF_UNDEFINED;
  for (gsize j = 0; j < self->k; j++)
    {
      double right = ff_sample_mean (self->scores + j * self->n, self->n);

      products += right * (1 - right);
    }
  return k / (k - 1) * (1 - products / total);
}

static double
correlate (const Scores *self, const double *a, const double *b)
{
  double variance_a = variance_of (a, self->n), variance_b = variance_of (b, self->n);

  if (is_rounding (self, variance_a) || is_rounding (self, variance_b))
    return FF_UNDEFINED;
  return CLAMP (sum_of_products (a, b, self->n) / (double) (self->n - 1) / sqrt (variance_a * variance_b), -1, 1);
}

/* The difference of the groups' means. */
static double
compare_groups (const Scores *self, const double *scores, const double *upper, const double *lower)
{
  double size = (double) ff_item_group_size (self->n);

  if (self->n < 2)
    return FF_UNDEFINED;
  return (sum_of_products (scores, upper, self->n) - sum_of_products (scores, lower, self->n)) / size;
}

static void
compute_item (const Scores *self, gsize j, double rest_variances, double *rest, FfItemFigures *item)
{
  const double *centred = self->centred + j * self->n;

  for (gsize i = 0; i < self->n; i++)
    rest[i] = self->deviation[i] - centred[i];
  item->mean = ff_sample_mean (self->scores + j * self->n, self->n);
  item->sd = ff_sample_sd (self->scores + j * self->n, self->n);
  item->r_it = correlate (self, centred, self->deviation);
  item->r_ir = correlate (self, centred, rest);
  item->alpha_drop = compute_alpha (self, rest_variances, variance_of (rest, self->n), self->k - 1);
}

FfItemAnalysis *
ff_item_analysis_new (const double *scores, gsize n, gsize k, const double *maxima)
{
  g_auto (Scores) kept = { 0 };
  g_autofree double *upper = NULL, *lower = NULL, *rest = NULL;
  FfItemAnalysis *analysis;
  double variances;

  g_return_val_if_fail (n == 0 || k == 0 || (scores != NULL && maxima != NULL), NULL);

  scores_init (&kept, scores, n, k);
  for (gsize j = 0; j < k; j++)
    centre_item (&kept, j);
  variances = sum_variances (&kept);
  upper = g_new (double, kept.n);
  lower = g_new (double, kept.n);
  rest = g_new (double, kept.n);
  ff_item_group (kept.totals, kept.n, TRUE, upper);
  ff_item_group (kept.totals, kept.n, FALSE, lower);

  analysis = g_new0 (FfItemAnalysis, 1);
  analysis->n = kept.n;
  analysis->left_out = n - kept.n;
  analysis->k = k;
  analysis->alpha = compute_alpha (&kept, variances, variance_of (kept.deviation, kept.n), k);
  analysis->kr20 = compute_kr20 (&kept);
  compute_interval (analysis);
  analysis->items = g_new0 (FfItemFigures, k);
  for (gsize j = 0; j < k; j++)
    {
      FfItemFigures *item = &analysis->items[j];

      compute_item (&kept, j, variances - kept.variances[j], rest, item);
      item->difficulty = item->mean / maxima[j];
      item->discrimination = compare_groups (&kept, kept.scores + j * kept.n, upper, lower) / maxima[j];
    }
  return analysis;
}

void
ff_item_analysis_free (FfItemAnalysis *analysis)
{
  g_free (analysis->items);
  g_free (analysis);
}

FfDiscriminationBand
ff_item_band (const FfItemFigures *item)
{
  double value = item->discrimination + FF_TOLERANCE;

  if (isnan (value))
    return FF_DISCRIMINATION_UNKNOWN;
  if (value >= 0.4)
    return FF_DISCRIMINATION_GOOD;
  if (value >= 0.3)
    return FF_DISCRIMINATION_FAIR;
  return value >= 0.2 ? FF_DISCRIMINATION_MARGINAL : FF_DISCRIMINATION_POOR;
}

gboolean
ff_item_is_reversed (const FfItemFigures *item)
{
  return item->r_ir < -FF_TOLERANCE;
}

gsize
ff_item_group_size (gsize n)
{
  return MAX ((27 * n + 50) / 100, 1);
}

/* Totals that were added up from decimals are tied although their last bits differ. */
static int
compare_totals (double a, double b)
{
  double tolerance = FF_TOLERANCE * MAX (1, fabs (a));

  return (a > b + tolerance) - (a < b - tolerance);
}

void
ff_item_group (const double *totals, gsize n, gboolean upper, double *shares)
{
  g_autofree double *sorted = ff_sample_sort (totals, n);
  gsize size = ff_item_group_size (n), inside = 0, tied = 0;
  int sign = upper ? 1 : -1;
  double cut;

  if (n == 0)
    return;
  cut = sorted[upper ? n - size : size - 1];
  for (gsize i = 0; i < n; i++)
    {
      int beyond = sign * compare_totals (totals[i], cut);

      inside += beyond > 0;
      tied += beyond == 0;
    }
  for (gsize i = 0; i < n; i++)
    {
      int beyond = sign * compare_totals (totals[i], cut);

      shares[i] = beyond > 0 ? 1 : beyond == 0 ? (double) (size - inside) / (double) tied : 0;
    }
}
