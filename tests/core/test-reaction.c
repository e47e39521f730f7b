/* Level 1: means over the answers given, the Net Promoter Score, what may be shown, and the draw of an interview. */
#include "config.h"

#include "ff-nps.h"
#include "ff-reaction.h"
#include "ff-target.h"
#include "near.h"

static const struct
{
  const char *name;
  FfRatings questions[3];
  gsize n;
  double mean;
} dimensions[] = {
  { "a question counts once, however many answered it", { { 10, 50 }, { 2, 6 } }, 2, 4 },
  { "an answer of 0 is one", { { 2, 0 }, { 2, 10 } }, 2, 2.5 },
  { "a question without answers stays out", { { 4, 18 }, { 0, 0 } }, 2, 4.5 },
  { "no answers", { { 0, 0 } }, 1, UNDEFINED },
  { "no questions", { { 0, 0 } }, 0, UNDEFINED },
};

static void
test_dimension (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dimensions); i++)
    {
      g_test_message ("%s", dimensions[i].name);
      assert_near (ff_reaction_dimension_mean (dimensions[i].questions, dimensions[i].n), dimensions[i].mean, 1e-12);
    }
}

static const struct
{
  const char *name;
  double means[3], weights[3];
  gboolean equal;
  double overall;
} overalls[] = {
  { "equal weights", { 4, 5, 3 }, { 0 }, TRUE, 4 },
  { "weights", { 4, 5, 3 }, { 2, 1, 1 }, FALSE, 4 },
  { "weights need not add up to anything", { 4, 5, 3 }, { 10, 0, 30 }, FALSE, 3.25 },
  { "a dimension without answers leaves its weight to the others", { 4, UNDEFINED, 3 }, { 1, 8, 1 }, FALSE, 3.5 },
  { "nothing with weight is known", { UNDEFINED, 5, UNDEFINED }, { 1, 0, 1 }, FALSE, UNDEFINED },
  { "no answers", { UNDEFINED, UNDEFINED, UNDEFINED }, { 0 }, TRUE, UNDEFINED },
};

static void
test_overall (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (overalls); i++)
    {
      g_test_message ("%s", overalls[i].name);
      assert_near (ff_reaction_overall_mean (overalls[i].means, overalls[i].equal ? NULL : overalls[i].weights, 3),
                   overalls[i].overall, 1e-12);
    }
}

static void
test_rates (void)
{
  assert_near (ff_percent (27, 30), 90, 1e-12);
  assert_near (ff_percent (31, 30), 103.3333333333, 1e-9);
  assert_near (ff_percent (0, 30), 0, 0);
  assert_near (ff_percent (0, 0), UNDEFINED, 0);
  assert_near (ff_percent (3, 0), UNDEFINED, 0);
}

static const struct
{
  const char *name;
  double ratings[5];
  gboolean straight;
} straights[] = {
  { "all alike", { 5, 5, 5, 5, 5 }, TRUE },
  { "one differs", { 5, 5, 5, 5, 4 }, FALSE },
  { "three alike, the others blank", { UNDEFINED, 3, 3, UNDEFINED, 3 }, TRUE },
  { "two are too few to tell", { UNDEFINED, 3, 3, UNDEFINED, UNDEFINED }, FALSE },
  { "an empty form", { UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED }, FALSE },
  { "zeros are answers", { 0, 0, 0, UNDEFINED, UNDEFINED }, TRUE },
};

static void
test_straight (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (straights); i++)
    {
      g_test_message ("%s", straights[i].name);
      g_assert_cmpint (ff_reaction_is_straight (straights[i].ratings, 5), ==, straights[i].straight);
    }
  g_assert_true (ff_reaction_is_sparse (4, 10));
  g_assert_false (ff_reaction_is_sparse (5, 10));
  g_assert_true (ff_reaction_is_sparse (4, 9));
  g_assert_false (ff_reaction_is_sparse (0, 0));
}

static const struct
{
  const char *name;
  guint groups[3];
  gsize n;
  guint responses, minimum;
  gboolean shown;
} splits[] = {
  { "all groups reach the minimum", { 5, 7, 6 }, 3, 18, 5, TRUE },
  { "one group does not", { 5, 4, 9 }, 3, 18, 5, FALSE },
  { "what remains does not, so that it could be had by subtraction", { 7, 7, 0 }, 2, 18, 5, FALSE },
  { "what remains reaches it", { 7, 6, 0 }, 2, 18, 5, TRUE },
  { "one group, nothing remains", { 18 }, 1, 18, 5, TRUE },
  { "one group, one person remains", { 17 }, 1, 18, 5, FALSE },
  { "nobody in a group shows nothing of anybody", { 9, 0, 9 }, 3, 18, 5, TRUE },
  { "named answers have no minimum", { 1, 1, 1 }, 3, 4, 0, TRUE },
  { "no groups, too few responses", { 0 }, 0, 4, 5, FALSE },
  { "no responses", { 0 }, 0, 0, 5, TRUE },
};

static void
test_split (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_test_message ("%s", splits[i].name);
      g_assert_cmpint (ff_reaction_may_split (splits[i].groups, splits[i].n, splits[i].responses, splits[i].minimum), ==,
                       splits[i].shown);
    }
}

static const struct
{
  const char *name;
  FfNps nps;
  double score, margin;
} scores[] = {
  { "published: a half, a third and a sixth of 324", { 162, 108, 54 }, 33.33, 8.12 },
  { "all promoters", { 5, 0, 0 }, 100, 0 },
  { "all passive", { 0, 5, 0 }, 0, 0 },
  { "half and half", { 8, 0, 8 }, 0, 49 },
  { "nobody", { 0, 0, 0 }, UNDEFINED, UNDEFINED },
};

static void
test_nps (void)
{
  FfNps nps = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_test_message ("%s", scores[i].name);
      assert_near (ff_nps_score (&scores[i].nps), scores[i].score, 0.005);
      assert_near (ff_nps_margin (&scores[i].nps), scores[i].margin, 0.005);
    }
  for (int answer = 0; answer <= 10; answer++)
    ff_nps_add (&nps, answer);
  ff_nps_add (&nps, UNDEFINED);
  g_assert_cmpuint (nps.promoters, ==, 2);
  g_assert_cmpuint (nps.passives, ==, 2);
  g_assert_cmpuint (nps.detractors, ==, 7);
  g_assert_cmpuint (ff_nps_count (&nps), ==, 11);
}

static const struct
{
  guint people;
  double percent;
  guint drawn;
} draws[] = {
  { 30, 10, 3 }, { 31, 10, 4 }, { 1, 10, 1 }, { 0, 10, 0 }, { 30, 0, 0 }, { 30, 100, 30 }, { 30, 150, 30 }, { 7, 30, 3 }, { 1000, 16.1, 161 },
};

static void
test_interview (void)
{
  guint first[30], again[30], other[30], seen = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (draws); i++)
    g_assert_cmpuint (ff_interview_count (draws[i].people, draws[i].percent), ==, draws[i].drawn);

  ff_interview_draw (30, 100, 7, first);
  ff_interview_draw (30, 100, 7, again);
  g_assert_cmpmem (first, sizeof first, again, sizeof again);
  for (gsize i = 0; i < 30; i++)
    seen |= 1u << first[i];
  g_assert_cmphex (seen, ==, 0x3fffffff);

  /* A larger share begins with the people of a smaller one. */
  ff_interview_draw (30, 20, 7, other);
  g_assert_cmpmem (first, 6 * sizeof (guint), other, 6 * sizeof (guint));
}

static void
test_target (void)
{
  g_assert_cmpint (ff_target_met (4.5, 4.5, FF_DIRECTION_UP), ==, FF_MET_YES);
  g_assert_cmpint (ff_target_met (0.1 + 0.2, 0.3, FF_DIRECTION_DOWN), ==, FF_MET_YES);
  g_assert_cmpint (ff_target_met (4.4999, 4.5, FF_DIRECTION_UP), ==, FF_MET_NO);
  g_assert_cmpint (ff_target_met (31, 30, FF_DIRECTION_DOWN), ==, FF_MET_NO);
  g_assert_cmpint (ff_target_met (29, 30, FF_DIRECTION_DOWN), ==, FF_MET_YES);
  g_assert_cmpint (ff_target_met (UNDEFINED, 30, FF_DIRECTION_UP), ==, FF_MET_UNKNOWN);
  g_assert_cmpint (ff_target_met (30, UNDEFINED, FF_DIRECTION_UP), ==, FF_MET_UNKNOWN);
  g_assert_cmpint (ff_met_both (FF_MET_YES, FF_MET_YES), ==, FF_MET_YES);
  g_assert_cmpint (ff_met_both (FF_MET_UNKNOWN, FF_MET_NO), ==, FF_MET_NO);
  g_assert_cmpint (ff_met_both (FF_MET_YES, FF_MET_UNKNOWN), ==, FF_MET_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reaction/dimension", test_dimension);
  g_test_add_func ("/reaction/overall", test_overall);
  g_test_add_func ("/reaction/rates", test_rates);
  g_test_add_func ("/reaction/straight", test_straight);
  g_test_add_func ("/reaction/split", test_split);
  g_test_add_func ("/reaction/nps", test_nps);
  g_test_add_func ("/reaction/interview", test_interview);
  g_test_add_func ("/reaction/target", test_target);
  return g_test_run ();
}
