/* The quality of a service as a gap. */
#include "config.h"

#include "ff-servqual.h"

#include "ff-number.h"

#define ALL_WEIGHTS 100.0

double
ff_servqual_gap (double expectation, double perception)
{
  return perception - expectation;
}

double
ff_servqual_weighted (const double *gaps, const double *weights, gsize n)
{
  double sum = 0, all = 0;

  for (gsize i = 0; i < n; i++)
    {
      all += weights[i];
      if (weights[i] > 0)
        sum += gaps[i] * weights[i];
    }
  return fabs (all - ALL_WEIGHTS) <= FF_TOLERANCE ? sum / ALL_WEIGHTS : FF_UNDEFINED;
}

FfServiceVerdict
ff_servqual_verdict (double gap)
{
  if (isnan (gap))
    return FF_SERVICE_UNKNOWN;
  if (fabs (gap) <= FF_TOLERANCE)
    return FF_SERVICE_ACCEPTABLE;
  return gap > 0 ? FF_SERVICE_EXCELLENT : FF_SERVICE_POOR;
}
