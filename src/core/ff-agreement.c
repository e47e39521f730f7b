/* How far several raters who judged the same subjects agree: intraclass correlations and Krippendorff's alpha. */
#include "config.h"

#include "ff-agreement.h"

/* A mean square below this part of those it is made of is rounding, not variance. */
#define ROUNDING 1e-12

/* Intraclass correlations ----------------------------------------------------------------------------------------- */

/* The mean squares of the two-way table. */
typedef struct
{
  double between;  /* subjects */
  double within;   /* subjects: raters and error together */
  double raters;
  double error;
} MeanSquares;

static gboolean
is_complete (const double *ratings, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (isnan (ratings[i]))
      return FALSE;
  return TRUE;
}

static double
mean_of (const double *values, gsize n, gsize step)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += values[i * step];
  return sum / (double) n;
}

static double
squares_around (const double *values, gsize n, double mean)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += (values[i] - mean) * (values[i] - mean);
  return sum;
}

static MeanSquares
analyse_variance (const double *ratings, gsize n, gsize k)
{
  double mean = mean_of (ratings, n * k, 1);
  double between = 0, within = 0, raters = 0;

  for (gsize i = 0; i < n; i++)
    {
      double subject = mean_of (ratings + i * k, k, 1);

      between += (double) k * (subject - mean) * (subject - mean);
      within += squares_around (ratings + i * k, k, subject);
    }
  for (gsize j = 0; j < k; j++)
    {
      double rater = mean_of (ratings + j, n, k);

      raters += (double) n * (rater - mean) * (rater - mean);
    }
  return (MeanSquares) {
    .between = between / (double) (n - 1),
    .within = within / (double) (n * (k - 1)),
    .raters = raters / (double) (k - 1),
    .error = MAX (within - raters, 0) / (double) ((n - 1) * (k - 1)),
  };
}

/* What is divided by may be nothing but rounding, or below 0 where subjects vary less than error alone would make them. */
static double
divide (double above, double below, double smallest)
{
  return below > smallest ? above / below : FF_NO_RATING;
}

void
ff_agreement_icc (const double *ratings, gsize n, gsize k, double icc[FF_N_ICC])
{
  MeanSquares ms;
  double mean, smallest, raters, others;

  g_return_if_fail (icc != NULL);
  g_return_if_fail (n == 0 || k == 0 || ratings != NULL);

  for (int i = 0; i < FF_N_ICC; i++)
    icc[i] = FF_NO_RATING;
  if (n < 2 || k < 2 || !is_complete (ratings, n * k))
    return;

  ms = analyse_variance (ratings, n, k);
  mean = mean_of (ratings, n * k, 1);
  smallest = ROUNDING * (ms.between + ms.within) + ROUNDING * ROUNDING * mean * mean;
  raters = (ms.raters - ms.error) / (double) n;
  others = (double) (k - 1);

  icc[FF_ICC_1_1] = divide (ms.between - ms.within, ms.between + others * ms.within, smallest);
  icc[FF_ICC_2_1] = divide (ms.between - ms.error, ms.between + others * ms.error + (double) k * raters, smallest);
  icc[FF_ICC_3_1] = divide (ms.between - ms.error, ms.between + others * ms.error, smallest);
  icc[FF_ICC_1_K] = divide (ms.between - ms.within, ms.between, smallest);
  icc[FF_ICC_2_K] = divide (ms.between - ms.error, ms.between + raters, smallest);
  icc[FF_ICC_3_K] = divide (ms.between - ms.error, ms.between, smallest);
}

/* Krippendorff's alpha -------------------------------------------------------------------------------------------- */

/* The ratings that can be compared, subject after subject: those of subjects with two or more. */
typedef struct
{
  double *values;
  gsize n;
  gsize *sizes; /* how many each subject has */
  gsize n_units;
} Pairable;

static void
pairable_clear (Pairable *pairable)
{
  g_free (pairable->values);
  g_free (pairable->sizes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pairable, pairable_clear)

static void
pairable_init (Pairable *pairable, const double *ratings, gsize n, gsize k)
{
  pairable->values = g_new (double, n * k);
  pairable->sizes = g_new (gsize, n);
  for (gsize i = 0; i < n; i++)
    {
      gsize size = 0;

      for (gsize j = 0; j < k; j++)
        if (!isnan (ratings[i * k + j]))
          pairable->values[pairable->n + size++] = ratings[i * k + j];
      if (size < 2)
        continue;
      pairable->sizes[pairable->n_units++] = size;
      pairable->n += size;
    }
}

static gsize
count_equal (const double *sorted, gsize n)
{
  gsize same = 1;

  while (same < n && sorted[same] == sorted[0])
    same++;
  return same;
}

/* The place of @value in @sorted. */
static gsize
find_value (const double *sorted, gsize n, double value)
{
  gsize low = 0, high = n - 1;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (sorted[middle] < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The ordinal difference of two values is that of their mid-ranks among all pairable ones, so ranks make ordinal data interval data. */
static void
rank_values (Pairable *pairable)
{
  g_autofree double *sorted = ff_sample_sort (pairable->values, pairable->n);

  for (gsize i = 0; i < pairable->n; i++)
    {
      gsize first = find_value (sorted, pairable->n, pairable->values[i]);

      pairable->values[i] = (double) first + (double) count_equal (sorted + first, pairable->n - first) / 2;
    }
}

/* The sum of the differences over all ordered pairs. */
static double
sum_differences (const double *values, gsize n, FfAlphaLevel level)
{
  g_autofree double *sorted = NULL;
  double unequal = (double) n * (double) n;

  if (level != FF_ALPHA_NOMINAL)
    return 2 * (double) n * squares_around (values, n, mean_of (values, n, 1));

  sorted = ff_sample_sort (values, n);
  for (gsize i = 0; i < n;)
    {
      gsize same = count_equal (sorted + i, n - i);

      unequal -= (double) same * (double) same;
      i += same;
    }
  return unequal;
}

double
ff_agreement_alpha (const double *ratings, gsize n, gsize k, FfAlphaLevel level)
{
  g_auto (Pairable) pairable = { NULL };
  double observed = 0, expected;
  const double *unit;

  g_return_val_if_fail (n == 0 || k == 0 || ratings != NULL, FF_NO_RATING);

  pairable_init (&pairable, ratings, n, k);
  if (ff_sample_is_constant (pairable.values, pairable.n))
    return FF_NO_RATING;
  if (level == FF_ALPHA_ORDINAL)
    rank_values (&pairable);

  unit = pairable.values;
  for (gsize i = 0; i < pairable.n_units; i++)
    {
      observed += sum_differences (unit, pairable.sizes[i], level) / (double) (pairable.sizes[i] - 1);
      unit += pairable.sizes[i];
    }
  expected = sum_differences (pairable.values, pairable.n, level) / (double) (pairable.n - 1);
  return 1 - observed / expected;
}
