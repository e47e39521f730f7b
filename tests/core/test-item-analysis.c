/* Items of a test: a published table, groups with ties, and items that tell nothing. */
#include "config.h"

#include "ff-item-analysis.h"
#include "near.h"

typedef struct
{
  const char *name;
  gsize k;
  const char *scores; /* people separated by "/", "." is missing */
  double max;
  gsize n;
  double alpha, low, high, kr20;
  FfItemFigures item; /* the first */
} Case;

#define NO_INTERVAL UNDEFINED, UNDEFINED

static const Case cases[] = {
  { "published", 3, "1 1 1/2 1 1/2 1 2/3 2 1/2 3 2/2 3 3/3 2 3/3 3 3/2 3 2/3 3 3", 3, 10, .7734375, .3364, .9388, UNDEFINED,
    { 2.3, 2.3 / 3, .674949, .733213, .513062, .388889, .79668 } },
  { "right and wrong answers", 3, "1 1 1/1 1 0/1 0 0/0 0 0", 1, 4, .75, -.64970, .98303, .75,
    { .75, .75, .5, .774597, .522233, 1, .727273 } },
  { "perfect items", 2, "1 1/2 2/4 4", 4, 3, 1, 1, 1, UNDEFINED, { 7.0 / 3, 7.0 / 12, 1.527525, 1, 1, .75, UNDEFINED } },
  { "an item that does not vary tells nothing", 3, "0.1 1 1/0.1 2 1/0.1 3 3/0.1 1 2", 3, 4, .583333, -1.74950, .97172, UNDEFINED,
    { .1, .1 / 3, 0, UNDEFINED, UNDEFINED, 0, .777778 } },
  { "people who are all alike", 3, "0.1 0.2 0.3/0.1 0.2 0.3/0.1 0.2 0.3", 1, 3, UNDEFINED, NO_INTERVAL, UNDEFINED,
    { .1, .1, 0, UNDEFINED, UNDEFINED, 0, UNDEFINED } },
  { "items that cancel out", 2, "0.1 0.7/0.2 0.6/0.3 0.5/0.7 0.1", 1, 4, UNDEFINED, NO_INTERVAL, UNDEFINED,
    { .325, .325, .262996, UNDEFINED, -1, 0, UNDEFINED } },
  { "one item", 1, "1/2/3", 3, 3, UNDEFINED, NO_INTERVAL, UNDEFINED, { 2, 2.0 / 3, 1, 1, UNDEFINED, 2.0 / 3, UNDEFINED } },
  { "one person", 2, "1 0", 1, 1, UNDEFINED, NO_INTERVAL, UNDEFINED, { 1, 1, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED } },
  { "who left an item out is left out", 2, "1 1/2 ./. 2/2 2/4 4", 4, 3, 1, 1, 1, UNDEFINED,
    { 7.0 / 3, 7.0 / 12, 1.527525, 1, 1, .75, UNDEFINED } },
  { "nobody answered everything", 2, "1 ./. 2", 4, 0, UNDEFINED, NO_INTERVAL, UNDEFINED,
    { UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED } },
  { "half points are neither right nor wrong", 2, "0.5 1/1 1/0 0", 1, 3, .923077, -2, .998028, UNDEFINED,
    { .5, .5, .5, .960769, .866025, 1, UNDEFINED } },
};

static double *
read_scores (const char *text, gsize *n)
{
  g_auto (GStrv) words = g_strsplit_set (text, " /", -1);
  double *scores;

  *n = g_strv_length (words);
  scores = g_new (double, *n);
  for (gsize i = 0; i < *n; i++)
    scores[i] = g_str_equal (words[i], ".") ? UNDEFINED : g_ascii_strtod (words[i], NULL);
  return scores;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  const double maxima[] = { test->max, test->max, test->max };
  gsize n;
  g_autofree double *scores = read_scores (test->scores, &n);
  g_autoptr (FfItemAnalysis) analysis = ff_item_analysis_new (scores, n / test->k, test->k, maxima);
  const FfItemFigures *item = &analysis->items[0];

  g_test_message ("α %g %g %g kr %g: mean %g p %g sd %g rit %g rir %g d %g drop %g", analysis->alpha, analysis->alpha_low,
                  analysis->alpha_high, analysis->kr20, item->mean, item->difficulty, item->sd, item->r_it, item->r_ir,
                  item->discrimination, item->alpha_drop);
  g_assert_cmpuint (analysis->n, ==, test->n);
  g_assert_cmpuint (analysis->left_out, ==, n / test->k - test->n);
  assert_near (analysis->alpha, test->alpha, 1e-6);
  assert_near (analysis->alpha_low, test->low, 5e-5);
  assert_near (analysis->alpha_high, test->high, 5e-5);
  assert_near (analysis->kr20, test->kr20, 1e-6);
  assert_near (item->mean, test->item.mean, 1e-6);
  assert_near (item->difficulty, test->item.difficulty, 1e-6);
  assert_near (item->sd, test->item.sd, 1e-6);
  assert_near (item->r_it, test->item.r_it, 1e-6);
  assert_near (item->r_ir, test->item.r_ir, 1e-6);
  assert_near (item->discrimination, test->item.discrimination, 1e-6);
  assert_near (item->alpha_drop, test->item.alpha_drop, 1e-6);
}

static void
test_empty (void)
{
  g_autoptr (FfItemAnalysis) analysis = ff_item_analysis_new (NULL, 0, 0, NULL);

  assert_near (analysis->alpha, UNDEFINED, 0);
}

static const struct
{
  gsize n, size;
} sizes[] = {
  { 1, 1 }, { 2, 1 }, { 5, 1 }, { 6, 2 }, { 10, 3 }, { 30, 8 }, { 50, 14 }, { 100, 27 }, { 150, 41 },
};

static void
test_size (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_assert_cmpuint (ff_item_group_size (sizes[i].n), ==, sizes[i].size);
}

static const struct
{
  const char *name;
  double totals[10];
  double upper[10], lower[10];
} groups[] = {
  { "no ties", { 9, 1, 8, 2, 7, 3, 6, 4, 5, 0 }, { 1, 0, 1, 0, 1 }, { 0, 1, 0, 1, 0, 0, 0, 0, 0, 1 } },
  { "two people for one place have half of it each", { 9, 8, 7, 7, 5, 5, 4, 3, 3, 1 }, { 1, 1, .5, .5 },
    { [7] = 1, [8] = 1, [9] = 1 } },
  { "all alike", { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 }, { .3, .3, .3, .3, .3, .3, .3, .3, .3, .3 },
    { .3, .3, .3, .3, .3, .3, .3, .3, .3, .3 } },
  { "tied but for the last bit", { 9, 8, 0.3, 0.1 + 0.2, .2, .1, 0, 0, 0, 0 }, { 1, 1, .5, .5 },
    { [6] = .75, [7] = .75, [8] = .75, [9] = .75 } },
};

static void
test_group (void)
{
  double shares[10];

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_test_message ("%s", groups[i].name);
      ff_item_group (groups[i].totals, 10, TRUE, shares);
      for (gsize j = 0; j < 10; j++)
        assert_near (shares[j], groups[i].upper[j], 1e-12);
      ff_item_group (groups[i].totals, 10, FALSE, shares);
      for (gsize j = 0; j < 10; j++)
        assert_near (shares[j], groups[i].lower[j], 1e-12);
    }
}

static const struct
{
  double discrimination;
  FfDiscriminationBand band;
} bands[] = {
  { .41, FF_DISCRIMINATION_GOOD }, { .1 + .3, FF_DISCRIMINATION_GOOD }, { .39, FF_DISCRIMINATION_FAIR },
  { .3 - 1e-12, FF_DISCRIMINATION_FAIR }, { .29, FF_DISCRIMINATION_MARGINAL }, { .2, FF_DISCRIMINATION_MARGINAL },
  { .19, FF_DISCRIMINATION_POOR }, { -.5, FF_DISCRIMINATION_POOR }, { UNDEFINED, FF_DISCRIMINATION_UNKNOWN },
};

static void
test_band (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bands); i++)
    g_assert_cmpint (ff_item_band (&(FfItemFigures) { .discrimination = bands[i].discrimination }), ==, bands[i].band);
  g_assert_true (ff_item_is_reversed (&(FfItemFigures) { .r_ir = -.1 }));
  g_assert_false (ff_item_is_reversed (&(FfItemFigures) { .r_ir = -1e-15 }));
  g_assert_false (ff_item_is_reversed (&(FfItemFigures) { .r_ir = UNDEFINED }));
}

/* α, correlations and groups do not depend on the order of people, or on where a scale begins and how wide it is. */
static void
test_invariance (void)
{
  enum { N = 40, K = 5 };
  double scores[N * K], turned[N * K];
  const double maxima[K] = { 1, 1, 1, 1, 1 };
  g_autoptr (FfItemAnalysis) analysis = NULL, twin = NULL;

  for (gsize i = 0; i < N; i++)
    for (gsize j = 0; j < K; j++)
      {
        scores[i * K + j] = g_test_rand_int_range (1, 6);
        turned[(N - 1 - i) * K + j] = 1e6 + scores[i * K + j] / 4;
      }
  analysis = ff_item_analysis_new (scores, N, K, maxima);
  twin = ff_item_analysis_new (turned, N, K, maxima);
  assert_near (twin->alpha, analysis->alpha, 1e-8);
  for (gsize j = 0; j < K; j++)
    {
      assert_near (twin->items[j].r_ir, analysis->items[j].r_ir, 1e-8);
      assert_near (twin->items[j].discrimination * 4, analysis->items[j].discrimination, 1e-8);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/item-analysis/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/item-analysis/empty", test_empty);
  g_test_add_func ("/item-analysis/size", test_size);
  g_test_add_func ("/item-analysis/group", test_group);
  g_test_add_func ("/item-analysis/band", test_band);
  g_test_add_func ("/item-analysis/invariance", test_invariance);
  return g_test_run ();
}
