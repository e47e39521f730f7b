/* Steps and phases, how weak an item is, and what an action has brought. */
#include "config.h"

#include <math.h>

#include "ff-improvement.h"

static void
test_phases (void)
{
  static const FfPhase expected[FF_STEPS] = { FF_PHASE_PLAN, FF_PHASE_PLAN, FF_PHASE_PLAN, FF_PHASE_PLAN,
                                              FF_PHASE_DO,   FF_PHASE_CHECK, FF_PHASE_ACT, FF_PHASE_ACT };

  for (int step = 1; step <= FF_STEPS; step++)
    g_assert_cmpint (ff_phase_of_step (step), ==, expected[step - 1]);
  for (int phase = 0; phase < FF_N_PHASES; phase++)
    {
      g_assert_cmpint (ff_phase_of_step (ff_phase_step (phase)), ==, phase);
      g_assert_cmpint (ff_phase_of_step (ff_phase_first_step (phase)), ==, phase);
      g_assert_cmpint (ff_phase_of_step (ff_phase_last_step (phase)), ==, phase);
    }
}

static void
test_branches (void)
{
  for (int branch = 0; branch < FF_N_BRANCHES; branch++)
    g_assert_cmpint (ff_branch_from_key (ff_branch_to_key (branch)), ==, branch);
  g_assert_null (ff_branch_to_key (FF_BRANCH_OWN));
  g_assert_cmpint (ff_branch_from_key (NULL), ==, FF_BRANCH_OWN);
  g_assert_cmpint (ff_branch_from_key ("money"), ==, FF_BRANCH_OWN);
}

static void
test_weakness (void)
{
  static const struct
  {
    double weight, shortfall, base, expected;
  } cases[] = {
    { 1, 0.45, 4.5, 10 }, { 0.5, 20, -80, 12.5 }, { 1, 0, 4.5, 0 }, { 1, -0.1, 4.5, 0 }, { 1, 3, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (ff_weakness (cases[i].weight, cases[i].shortfall, cases[i].base), cases[i].expected, 1e-9);
}

static void
test_effect (void)
{
  static const struct
  {
    const char *name, *before, *goal, *after;
    gboolean down, measured, has_percent;
    double percent;
    int direction;
    gboolean has_goal, reached;
  } cases[] = {
    { "less is better, and it is less", "38", "30", "24", TRUE, TRUE, TRUE, -36.8421, 1, TRUE, TRUE },
    { "less is better, and it is more", "5.1", NULL, "5.3", TRUE, TRUE, TRUE, 3.9216, -1, FALSE, FALSE },
    { "more is better, short of the goal", "64", "95", "91", FALSE, TRUE, TRUE, 42.1875, 1, TRUE, FALSE },
    { "the goal itself is reached", "69", "70", "70", FALSE, TRUE, TRUE, 1.4493, 1, TRUE, TRUE },
    { "from below zero", "-20", "0", "-10", FALSE, TRUE, TRUE, 50, 1, TRUE, FALSE },
    { "from zero there is no percentage", "0", NULL, "3", FALSE, TRUE, FALSE, 0, 1, FALSE, FALSE },
    { "nothing changed", "4.5", "4.5", "4.5", FALSE, TRUE, TRUE, 0, 0, TRUE, TRUE },
    { "not measured again", "31", "15", NULL, TRUE, FALSE, FALSE, 0, 0, FALSE, FALSE },
    { "not measured before", NULL, "15", "12", TRUE, FALSE, FALSE, 0, 0, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfEffect effect = ff_effect_compute (cases[i].before, cases[i].goal, cases[i].after, cases[i].down);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (effect.measured, ==, cases[i].measured);
      g_assert_cmpint (effect.has_percent, ==, cases[i].has_percent);
      g_assert_cmpfloat_with_epsilon (effect.percent, cases[i].percent, 1e-4);
      g_assert_cmpint (effect.direction, ==, cases[i].direction);
      g_assert_cmpint (effect.has_goal, ==, cases[i].has_goal);
      g_assert_cmpint (effect.reached, ==, cases[i].reached);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/improvement/phases", test_phases);
  g_test_add_func ("/improvement/branches", test_branches);
  g_test_add_func ("/improvement/weakness", test_weakness);
  g_test_add_func ("/improvement/effect", test_effect);
  return g_test_run ();
}
