/* The statistics against what R makes of the same numbers: tests/data/statistics.ini, made by the script beside it. */
#include "config.h"

#include "ff-agreement.h"
#include "ff-distribution.h"
#include "ff-gain.h"
#include "ff-item-analysis.h"
#include "ff-nps.h"
#include "ff-series.h"

#define TOLERANCE 1e-8

typedef struct
{
  GKeyFile *file;
  char *group;
} Block;

static void
block_free (gpointer data)
{
  Block *block = data;

  g_key_file_unref (block->file);
  g_free (block->group);
  g_free (block);
}

/* The numbers of a key, NA as not a number. */
static double *
read_numbers (const Block *block, const char *key, gsize *n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_key_file_get_string (block->file, block->group, key, &error);
  g_auto (GStrv) words = NULL;
  double *numbers;

  g_assert_no_error (error);
  words = g_strsplit (text, " ", -1);
  *n = g_strv_length (words);
  numbers = g_new (double, *n);
  for (gsize i = 0; i < *n; i++)
    numbers[i] = g_strcmp0 (words[i], "NA") == 0 ? FF_UNDEFINED : g_ascii_strtod (words[i], NULL);
  return numbers;
}

/* Holds @n values, @step doubles apart, against the key. */
static void
assert_numbers (const Block *block, const char *key, const double *values, gsize n, gsize step)
{
  gsize n_expected;
  g_autofree double *expected = read_numbers (block, key, &n_expected);

  g_assert_cmpuint (n, ==, n_expected);
  for (gsize i = 0; i < n; i++)
    {
      double value = values[i * step];

      g_test_message ("%s %zu: %.15g, R has %.15g", key, i, value, expected[i]);
      g_assert_cmpint (isnan (value), ==, isnan (expected[i]));
      if (!isnan (value))
        g_assert_cmpfloat_with_epsilon (value, expected[i], TOLERANCE * MAX (1, fabs (expected[i])));
    }
}

static void
assert_number (const Block *block, const char *key, double value)
{
  assert_numbers (block, key, &value, 1, 1);
}

static double
read_number (const Block *block, const char *key)
{
  gsize n;
  g_autofree double *numbers = read_numbers (block, key, &n);

  return numbers[0];
}

static void
test_items (const Block *block)
{
  gsize n, k = (gsize) read_number (block, "k"), step = sizeof (FfItemFigures) / sizeof (double);
  g_autofree double *scores = read_numbers (block, "scores", &n);
  g_autofree double *maxima = g_new (double, k);
  g_autoptr (FfItemAnalysis) analysis = NULL;

  for (gsize j = 0; j < k; j++)
    maxima[j] = read_number (block, "max");
  analysis = ff_item_analysis_new (scores, n / k, k, maxima);
  assert_numbers (block, "alpha", (double[]) { analysis->alpha, analysis->alpha_low, analysis->alpha_high }, 3, 1);
  assert_number (block, "kr20", analysis->kr20);
  assert_numbers (block, "mean", &analysis->items->mean, k, step);
  assert_numbers (block, "difficulty", &analysis->items->difficulty, k, step);
  assert_numbers (block, "sd", &analysis->items->sd, k, step);
  assert_numbers (block, "r_it", &analysis->items->r_it, k, step);
  assert_numbers (block, "r_ir", &analysis->items->r_ir, k, step);
  assert_numbers (block, "alpha_drop", &analysis->items->alpha_drop, k, step);
  assert_numbers (block, "discrimination", &analysis->items->discrimination, k, step);
}

static void
test_raters (const Block *block)
{
  gsize n, k = (gsize) read_number (block, "k");
  g_autofree double *ratings = read_numbers (block, "ratings", &n);
  double icc[FF_N_ICC], alpha[3];

  ff_agreement_icc (ratings, n / k, k, icc);
  for (FfAlphaLevel level = FF_ALPHA_NOMINAL; level <= FF_ALPHA_INTERVAL; level++)
    alpha[level] = ff_agreement_alpha (ratings, n / k, k, level);
  assert_numbers (block, "icc", icc, FF_N_ICC, 1);
  assert_numbers (block, "alpha", alpha, 3, 1);
}

static void
test_gain (const Block *block)
{
  gsize n;
  g_autofree double *pre = read_numbers (block, "pre", &n);
  g_autofree double *post = read_numbers (block, "post", &n);
  FfGain gain;

  ff_gain_compute (pre, post, n, &gain);
  assert_number (block, "pairs", (double) gain.pairs);
  assert_numbers (block, "means", (double[]) { gain.pre, gain.post }, 2, 1);
  assert_number (block, "hake", gain.hake);
  assert_number (block, "hake_individual", gain.hake_individual);
  assert_number (block, "dz", gain.dz);
  assert_number (block, "ds", gain.ds);
  assert_number (block, "dav", gain.dav);
}

static void
test_nps (const Block *block)
{
  gsize n;
  g_autofree double *answers = read_numbers (block, "answers", &n);
  FfNps nps = { 0 };

  for (gsize i = 0; i < n; i++)
    ff_nps_add (&nps, answers[i]);
  assert_numbers (block, "counts", (double[]) { nps.promoters, nps.passives, nps.detractors }, 3, 1);
  assert_number (block, "score", ff_nps_score (&nps));
  assert_number (block, "margin", ff_nps_margin (&nps));
}

static void
test_series (const Block *block)
{
  gsize n;
  g_autofree double *values = read_numbers (block, "values", &n);
  FfRunChart chart;
  FfLimits limits;
  double mr_mean;

  ff_run_chart_compute (values, n, &chart, NULL);
  ff_i_chart_compute (values, n, &limits, &mr_mean);
  assert_number (block, "useful", (double) chart.useful);
  assert_number (block, "median", chart.median);
  assert_numbers (block, "runs", (double[]) { chart.longest_run, chart.max_run }, 2, 1);
  assert_numbers (block, "crossings", (double[]) { chart.crossings, chart.min_crossings }, 2, 1);
  assert_numbers (block, "limits", (double[]) { limits.centre, mr_mean, limits.lower, limits.upper }, 4, 1);
}

static void
test_shares (const Block *block)
{
  gsize n, step = sizeof (FfLimits) / sizeof (double);
  g_autofree double *counts = read_numbers (block, "counts", &n);
  g_autofree double *sizes = read_numbers (block, "sizes", &n);
  g_autofree FfLimits *limits = g_new (FfLimits, n);

  ff_p_chart_compute (counts, sizes, n, limits);
  assert_numbers (block, "centre", &limits->centre, n, step);
  assert_numbers (block, "lower", &limits->lower, n, step);
  assert_numbers (block, "upper", &limits->upper, n, step);
}

static void
test_f (const Block *block)
{
  gsize n;
  g_autofree double *probability = read_numbers (block, "probability", &n);
  g_autofree double *numerator = read_numbers (block, "numerator", &n);
  g_autofree double *denominator = read_numbers (block, "denominator", &n);

  for (gsize i = 0; i < n; i++)
    probability[i] = ff_distribution_f_quantile (probability[i], numerator[i], denominator[i]);
  assert_numbers (block, "quantile", probability, n, 1);
}

static void
test_coin (const Block *block)
{
  gsize n;
  g_autofree double *throws = read_numbers (block, "throws", &n);

  for (gsize i = 0; i < n; i++)
    throws[i] = ff_distribution_coin_quantile (0.05, (guint) throws[i]);
  assert_numbers (block, "quantile", throws, n, 1);
}

static const struct
{
  const char *kind;
  void (*run) (const Block *block);
} kinds[] = {
  { "items", test_items },   { "raters", test_raters }, { "gain", test_gain }, { "nps", test_nps },
  { "series", test_series }, { "shares", test_shares }, { "f", test_f },       { "coin", test_coin },
};

static void
test_block (gconstpointer data)
{
  const Block *block = data;
  g_autofree char *kind = g_key_file_get_string (block->file, block->group, "kind", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i].kind) == 0)
      {
        kinds[i].run (block);
        return;
      }
  g_assert_not_reached ();
}

int
main (int argc, char **argv)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) groups = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "data", "statistics.ini", NULL);
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);

  groups = g_key_file_get_groups (file, NULL);
  for (gsize i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("/statistics-r/%s", groups[i]);
      Block *block = g_new (Block, 1);

      *block = (Block) { g_key_file_ref (file), g_strdup (groups[i]) };
      g_test_add_data_func_full (name, block, test_block, block_free);
    }
  return g_test_run ();
}
