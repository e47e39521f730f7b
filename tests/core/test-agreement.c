/* Agreement of raters, against published figures and what other programs print. */
#include "config.h"

#include "ff-agreement.h"

#include <string.h>

#define UNDEFINED FF_NO_RATING

typedef struct
{
  const char *name;
  gsize raters;
  const char *ratings; /* subjects separated by "/", "." is missing */
  double icc[FF_N_ICC];
  double alpha[3];
  double tolerance;
} Case;

/* The ICCs of rows "R" were printed by ICC (m, lmer = FALSE) of the package psych 2.2.9 for R 4.2.2; the alphas of all rows but the C data
   by the coincidence matrices of tests/cli/test-analyse.py. */
static const Case cases[] = {
  { "Shrout and Fleiss 1979, table 2, with two decimals", 4, "9 2 5 8/6 1 3 2/8 4 6 8/7 1 2 6/10 5 6 9/6 2 4 7",
    { 0.17, 0.29, 0.71, 0.44, 0.62, 0.91 }, { -0.0648, 0.1091, 0.1473 }, 0.005 },
  { "R: the same", 4, "9 2 5 8/6 1 3 2/8 4 6 8/7 1 2 6/10 5 6 9/6 2 4 7",
    { 0.1657417684, 0.2897637795, 0.7148407148, 0.4427971337, 0.6200505476, 0.9093155424 },
    { -0.0648148148, 0.1090594132, 0.1473078504 }, 1e-9 },
  { "R: raters who agree but for their level", 3,
    "57.4 63.8 59.7/78 79.7 71.3/68.7 67.3 65.6/76.7 88.7 81.5/50.1 52.2 44.4/85.5 90.5 81/68.3 72.9 65.1",
    { 0.8998585208, 0.9017818205, 0.9569169597, 0.9642315714, 0.9649666667, 0.9852143116 }, { 0, 0.8849721707, 0.8899561293 }, 1e-9 },
  { "R: noise", 2, "71.1 49.9/77.1 61.6/63.2 49.3/65.2 62.2/52.7 43.3",
    { 0.1373020116, 0.3507631477, 0.6944000105, 0.2414521565, 0.5193555188, 0.8196411782 }, { 0, -0.08, 0.1239369879 }, 1e-9 },
  { "Krippendorff 2011, the C data", 4, "1 1 . 1/2 2 3 2/3 3 3 3/3 3 3 3/2 2 2 2/1 2 3 4/4 4 4 4/1 1 2 1/2 2 2 2/. 5 5 5/. . 1 1/. 3 . .",
    { UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED }, { 0.7434, 0.8154, 0.8491 }, 0.00005 },
  { "raters who always agree", 2, "1 1/2 2/4 4", { 1, 1, 1, 1, 1, 1 }, { 1, 1, 1 }, 1e-12 },
  { "all ratings equal", 3, "80.1 80.1 80.1/80.1 80.1 80.1",
    { UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED }, { UNDEFINED, UNDEFINED, UNDEFINED }, 0 },
  { "each rater gives everybody the same", 2, "80 60/80 60/80 60", { -1, 0, UNDEFINED, UNDEFINED, 0, UNDEFINED },
    { -2.0 / 3, -2.0 / 3, -2.0 / 3 }, 1e-9 },
  { "subjects who differ less than chance", 2, "1 2/2 1", { -1, UNDEFINED, -1, UNDEFINED, UNDEFINED, UNDEFINED }, { -0.5, -0.5, -0.5 }, 1e-9 },
  { "one subject", 3, "80 70 75", { UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED }, { 0, 0, 0 }, 1e-9 },
  { "one rater", 1, "80/70/75", { UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED },
    { UNDEFINED, UNDEFINED, UNDEFINED }, 0 },
  { "nobody was rated twice", 2, "80 ./. 70", { UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED },
    { UNDEFINED, UNDEFINED, UNDEFINED }, 0 },
  { "a subject without any rating tells nothing", 2, "1 1/. ./2 2", { UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED },
    { 1, 1, 1 }, 1e-12 },
  { "nobody", 2, "", { UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED }, { UNDEFINED, UNDEFINED, UNDEFINED }, 0 },
};

static GArray *
read_ratings (const char *text)
{
  GArray *ratings = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (GStrv) words = g_strsplit_set (text, " /", -1);

  for (char **word = words; *word != NULL; word++)
    {
      double rating = strcmp (*word, ".") == 0 ? FF_NO_RATING : g_ascii_strtod (*word, NULL);

      g_array_append_val (ratings, rating);
    }
  return ratings;
}

static void
assert_near (double value, double expected, double tolerance)
{
  g_assert_cmpint (isnan (value), ==, isnan (expected));
  if (!isnan (expected))
    g_assert_cmpfloat_with_epsilon (value, expected, tolerance);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GArray) ratings = read_ratings (test->ratings);
  const double *values = (const double *) ratings->data;
  gsize n = ratings->len / test->raters;
  double icc[FF_N_ICC];

  ff_agreement_icc (values, n, test->raters, icc);
  for (int i = 0; i < FF_N_ICC; i++)
    assert_near (icc[i], test->icc[i], test->tolerance);
  for (FfAlphaLevel level = FF_ALPHA_NOMINAL; level <= FF_ALPHA_INTERVAL; level++)
    assert_near (ff_agreement_alpha (values, n, test->raters, level), test->alpha[level], test->tolerance);
}

/* What does not depend on the order of people and raters, or on where a scale begins, stays when they change. */
static void
test_invariance (void)
{
  enum { N = 12, K = 4 };
  double ratings[N * K], turned[N * K], icc[FF_N_ICC], twin[FF_N_ICC];

  for (gsize i = 0; i < N; i++)
    for (gsize j = 0; j < K; j++)
      {
        ratings[i * K + j] = g_test_rand_int_range (0, 40);
        turned[(N - 1 - i) * K + (K - 1 - j)] = 1000 + ratings[i * K + j] / 2;
      }
  ff_agreement_icc (ratings, N, K, icc);
  ff_agreement_icc (turned, N, K, twin);
  for (int i = 0; i < FF_N_ICC; i++)
    assert_near (twin[i], icc[i], 1e-6);
  for (FfAlphaLevel level = FF_ALPHA_NOMINAL; level <= FF_ALPHA_INTERVAL; level++)
    assert_near (ff_agreement_alpha (turned, N, K, level), ff_agreement_alpha (ratings, N, K, level), 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/agreement/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/agreement/invariance", test_invariance);
  return g_test_run ();
}
