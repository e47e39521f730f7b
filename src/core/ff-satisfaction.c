/* Indexes of customers' satisfaction, and where it falls short. */
#include "config.h"

#include "ff-satisfaction.h"

#include "ff-number.h"

#define CSI_HIGHEST 1000.0
#define ACSI_LEAST 1.0
#define ACSI_MOST 10.0
#define ACSI_HIGHEST 100.0

/* The weighted mean of @values on a scale that begins at 0 and ends at @highest. */
static double
scale_mean (const double *values, const double *weights, gsize n, double least, double most, double highest)
{
  return most > least ? highest * (ff_sample_weighted_mean (values, weights, n) - least) / (most - least) : FF_UNDEFINED;
}

double
ff_satisfaction_csi (const double *factors, const double *weights, gsize n, double least, double most)
{
  return scale_mean (factors, weights, n, least, most, CSI_HIGHEST);
}

double
ff_satisfaction_acsi (const double *answers, const double *weights, gsize n)
{
  return scale_mean (answers, weights, n, ACSI_LEAST, ACSI_MOST, ACSI_HIGHEST);
}

double
ff_satisfaction_weakness (double weight, double value, double target)
{
  double shortfall = target - value;

  if (isnan (shortfall))
    return FF_UNDEFINED;
  return shortfall > FF_TOLERANCE ? weight * shortfall : 0;
}
