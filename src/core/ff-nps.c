/* The Net Promoter Score of answers from 0 to 10. */
#include "config.h"

#include "ff-nps.h"

#include "ff-sample.h"

#define LEAST_OF_PROMOTERS 9
#define MOST_OF_DETRACTORS 6
/* Of the normal distribution, 95 % of which lie within ± this. */
#define QUANTILE 1.96

void
ff_nps_add (FfNps *nps, double answer)
{
  g_return_if_fail (nps != NULL);

  if (answer >= LEAST_OF_PROMOTERS)
    nps->promoters++;
  else if (answer <= MOST_OF_DETRACTORS)
    nps->detractors++;
  else if (!isnan (answer))
    nps->passives++;
}

guint
ff_nps_count (const FfNps *nps)
{
  return nps->promoters + nps->passives + nps->detractors;
}

double
ff_nps_score (const FfNps *nps)
{
  return ff_percent ((double) nps->promoters - (double) nps->detractors, ff_nps_count (nps));
}

double
ff_nps_margin (const FfNps *nps)
{
  double n = ff_nps_count (nps);
  double difference = ff_nps_score (nps) / 100;
  double taken = ((double) nps->promoters + (double) nps->detractors) / n;

  return n > 0 ? QUANTILE * 100 * sqrt (MAX (taken - difference * difference, 0) / n) : FF_UNDEFINED;
}
