/* The improvement cycle: its four phases and eight steps, the branches of a fishbone, how weak an item is, and what an action has
   brought (RULES, 6). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_PHASE_PLAN,
  FF_PHASE_DO,
  FF_PHASE_CHECK,
  FF_PHASE_ACT,
  FF_N_PHASES,
} FfPhase;

/* Steps are counted from 1: find the problem, look for causes, settle the main ones, plan measures | carry them out | check the effect |
   make it the standard, carry over what is left. */
#define FF_STEPS 8

FfPhase ff_phase_of_step (int step);
/* The step that an action has which is put into a phase and says nothing closer: measures are planned (4), an effect is kept as the standard (7). */
int ff_phase_step (FfPhase phase);
int ff_phase_first_step (FfPhase phase);
int ff_phase_last_step (FfPhase phase);

typedef enum
{
  FF_BRANCH_OWN = -1,
  FF_BRANCH_PEOPLE,
  FF_BRANCH_MACHINE,
  FF_BRANCH_MATERIAL,
  FF_BRANCH_METHOD,
  FF_BRANCH_ENVIRONMENT,
  FF_BRANCH_MEASURE,
  FF_N_BRANCHES,
} FfBranch;

const char *ff_branch_to_key (FfBranch branch); /* NULL for an own one */
FfBranch ff_branch_from_key (const char *key);  /* FF_BRANCH_OWN for NULL and for what is none */

/* Weight × shortfall as a percentage of @base, which is the target's size (or the length of the scale where the target is 0): so items of
   different units stand on one chart. 0 where the target is reached, or @base is 0. */
double ff_weakness (double weight, double shortfall, double base);

/* What an action changed in its measure. */
typedef struct
{
  gboolean measured;    /* both values are known */
  gboolean has_percent; /* 100 · (after − before) ÷ |before|; undefined at 0 */
  double percent;
  int direction;        /* 1 better, −1 worse, 0 the same */
  gboolean has_goal;
  gboolean reached;     /* of a measured one with a goal */
} FfEffect;

/* Decimal numbers as text; NULL is not known. @down: less is better. */
FfEffect ff_effect_compute (const char *before, const char *goal, const char *after, gboolean down);

G_END_DECLS
