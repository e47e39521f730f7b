/* Whether a figure meets its target. */
#include "config.h"

#include "ff-target.h"

#include <math.h>

#include "ff-number.h"

FfMet
ff_target_met (double actual, double target, FfDirection direction)
{
  double ahead = direction == FF_DIRECTION_UP ? actual - target : target - actual;

  if (isnan (actual) || isnan (target))
    return FF_MET_UNKNOWN;
  return ahead >= -FF_TOLERANCE ? FF_MET_YES : FF_MET_NO;
}

FfMet
ff_met_both (FfMet a, FfMet b)
{
  if (a == FF_MET_NO || b == FF_MET_NO)
    return FF_MET_NO;
  return a == FF_MET_YES && b == FF_MET_YES ? FF_MET_YES : FF_MET_UNKNOWN;
}

const char *
ff_direction_to_key (FfDirection direction)
{
  return direction == FF_DIRECTION_UP ? "up" : "down";
}

gboolean
ff_direction_from_key (const char *key, FfDirection *direction)
{
  if (g_strcmp0 (key, "up") == 0)
    *direction = FF_DIRECTION_UP;
  else if (g_strcmp0 (key, "down") == 0)
    *direction = FF_DIRECTION_DOWN;
  else
    return FALSE;
  return TRUE;
}
