#include "config.h"

#include "ff-improvement.h"

#include <math.h>
#include <string.h>

#include "ff-number.h"

static const struct
{
  int first, last, usual;
} phases[FF_N_PHASES] = {
  [FF_PHASE_PLAN] = { 1, 4, 4 },
  [FF_PHASE_DO] = { 5, 5, 5 },
  [FF_PHASE_CHECK] = { 6, 6, 6 },
  [FF_PHASE_ACT] = { 7, FF_STEPS, 7 },
};

static const char *const branches[FF_N_BRANCHES] = {
  [FF_BRANCH_PEOPLE] = "people", [FF_BRANCH_MACHINE] = "machine",         [FF_BRANCH_MATERIAL] = "material",
  [FF_BRANCH_METHOD] = "method", [FF_BRANCH_ENVIRONMENT] = "environment", [FF_BRANCH_MEASURE] = "measure",
};

FfPhase
ff_phase_of_step (int step)
{
  FfPhase phase = FF_PHASE_PLAN;

  while (phase + 1 < FF_N_PHASES && step > phases[phase].last)
    phase++;
  return phase;
}

int
ff_phase_step (FfPhase phase)
{
  g_return_val_if_fail (phase < FF_N_PHASES, 1);
  return phases[phase].usual;
}

int
ff_phase_first_step (FfPhase phase)
{
  g_return_val_if_fail (phase < FF_N_PHASES, 1);
  return phases[phase].first;
}

int
ff_phase_last_step (FfPhase phase)
{
  g_return_val_if_fail (phase < FF_N_PHASES, 1);
  return phases[phase].last;
}

const char *
ff_branch_to_key (FfBranch branch)
{
  return branch >= 0 && branch < FF_N_BRANCHES ? branches[branch] : NULL;
}

FfBranch
ff_branch_from_key (const char *key)
{
  for (int i = 0; key != NULL && i < FF_N_BRANCHES; i++)
    if (strcmp (branches[i], key) == 0)
      return (FfBranch) i;
  return FF_BRANCH_OWN;
}

double
ff_weakness (double weight, double shortfall, double base)
{
  if (shortfall <= FF_TOLERANCE || fabs (base) <= FF_TOLERANCE)
    return 0;
  return weight * 100 * shortfall / fabs (base);
}

FfEffect
ff_effect_compute (const char *before, const char *goal, const char *after, gboolean down)
{
  FfEffect effect = { 0 };
  double from, to, wanted, change;

  if (before == NULL || after == NULL || !ff_number_parse (before, &from) || !ff_number_parse (after, &to))
    return effect;
  effect.measured = TRUE;
  change = down ? from - to : to - from;
  effect.direction = fabs (change) <= FF_TOLERANCE ? 0 : change > 0 ? 1 : -1;
  effect.has_percent = fabs (from) > FF_TOLERANCE;
  if (effect.has_percent)
    effect.percent = 100 * (to - from) / fabs (from);
  effect.has_goal = goal != NULL && ff_number_parse (goal, &wanted);
  if (effect.has_goal)
    effect.reached = down ? to <= wanted + FF_TOLERANCE : to >= wanted - FF_TOLERANCE;
  return effect;
}
