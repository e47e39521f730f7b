/* Quantiles of the distributions that the rules name. */
#include "config.h"

#include "ff-distribution.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* An F-distributed x is x ÷ (1 + x) on a line from 0 to 1. GSL inverts the distribution itself, but calls abort () where its search does
   not converge; halving the line that often leaves nothing but rounding, and always ends. */
#define HALVINGS 100

static double
from_line (double place)
{
  return place / (1 - place);
}

double
ff_distribution_f_quantile (double probability, double numerator, double denominator)
{
  double low = 0, high = 1;

  g_return_val_if_fail (probability > 0 && probability < 1, NAN);
  g_return_val_if_fail (numerator > 0 && denominator > 0, NAN);

  for (int i = 0; i < HALVINGS; i++)
    {
      double middle = (low + high) / 2;

      if (gsl_cdf_fdist_P (from_line (middle), numerator, denominator) < probability)
        low = middle;
      else
        high = middle;
    }
  return from_line (low);
}

guint
ff_distribution_coin_quantile (double probability, guint n)
{
  guint low = 0, high = n;

  g_return_val_if_fail (probability > 0 && probability < 1, 0);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (gsl_cdf_binomial_P (middle, 0.5, n) < probability)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
