/* A figure over time: the published limits of a run chart, its signals, and control limits. */
#include "config.h"

#include "ff-series.h"
#include "near.h"

/* Anhøj and Olesen 2014: useful observations, longest run and fewest crossings without a signal. */
static const struct
{
  guint n, max_run, min_crossings;
} published[] = {
  { 10, 6, 2 }, { 12, 7, 3 }, { 16, 7, 4 }, { 20, 7, 6 }, { 24, 8, 8 }, { 30, 8, 10 }, { 40, 8, 14 }, { 60, 9, 23 },
};

static void
test_published (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (published); i++)
    {
      g_autofree double *values = g_new (double, published[i].n);
      FfRunChart chart;

      for (guint j = 0; j < published[i].n; j++)
        values[j] = j;
      ff_run_chart_compute (values, published[i].n, &chart, NULL);
      g_assert_cmpuint (chart.max_run, ==, published[i].max_run);
      g_assert_cmpuint (chart.min_crossings, ==, published[i].min_crossings);
    }
}

typedef struct
{
  const char *name;
  const char *values; /* one digit each */
  double median;
  guint useful, longest, crossings;
  gboolean is_long, is_rare;
  const char *shift; /* "x": in a run that is too long */
} Run;

static const Run runs[] = {
  { "up and down", "1919191919", 5, 10, 1, 9, FALSE, FALSE, ".........." },
  { "two halves: a shift on either side", "1111111199999999", 5, 16, 8, 1, TRUE, TRUE, "xxxxxxxxxxxxxxxx" },
  { "the longest run allowed is no shift", "9111111199919999", 5, 16, 7, 4, FALSE, FALSE, "................" },
  { "one more than allowed is", "999111111111999199199199", 5, 24, 9, 8, TRUE, FALSE, "...xxxxxxxxx............" },
  { "crossings are too few without a long run", "11111999991111199999", 5, 20, 5, 3, FALSE, TRUE, "...................." },
  { "values on the median neither break a run nor count", "15151515111155969569979", 5, 16, 8, 1, TRUE, TRUE,
    "x.x.x.x.xxxx..xxx.xxxxx" },
  { "everything on the median", "5555555555", 5, 0, 0, 0, FALSE, FALSE, ".........." },
  { "too few for any signal", "11199", 1, 2, 2, 0, FALSE, FALSE, "....." },
  { "one value", "7", 7, 0, 0, 0, FALSE, FALSE, "." },
  { "none", "", UNDEFINED, 0, 0, 0, FALSE, FALSE, "" },
};

static void
test_run (gconstpointer data)
{
  const Run *test = data;
  gsize n = strlen (test->values);
  g_autofree double *values = g_new (double, n);
  g_autofree gboolean *in_shift = g_new (gboolean, n);
  FfRunChart chart;

  for (gsize i = 0; i < n; i++)
    values[i] = test->values[i] - '0';
  ff_run_chart_compute (values, n, &chart, in_shift);
  g_test_message ("median %g useful %zu longest %u of %u crossings %u of %u", chart.median, chart.useful, chart.longest_run,
                  chart.max_run, chart.crossings, chart.min_crossings);
  assert_near (chart.median, test->median, 0);
  g_assert_cmpuint (chart.useful, ==, test->useful);
  g_assert_cmpuint (chart.longest_run, ==, test->longest);
  g_assert_cmpuint (chart.crossings, ==, test->crossings);
  g_assert_cmpint (chart.is_long, ==, test->is_long);
  g_assert_cmpint (chart.is_rare, ==, test->is_rare);
  g_assert_cmpint (chart.signal, ==, test->is_long || test->is_rare);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (in_shift[i], ==, test->shift[i] == 'x');
}

static const struct
{
  const char *name;
  double values[6];
  gsize n;
  double centre, mr_mean, lower, upper;
} singles[] = {
  { "by hand", { 10, 12, 11, 13 }, 4, 11.5, 5.0 / 3, 11.5 - 5 / 1.128, 11.5 + 5 / 1.128 },
  { "equal values have limits on them", { 0.1, 0.1, 0.1 }, 3, 0.1, 0, 0.1, 0.1 },
  { "one value has no limits", { 3 }, 1, 3, UNDEFINED, UNDEFINED, UNDEFINED },
  { "none", { 0 }, 0, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED },
};

static void
test_i_chart (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (singles); i++)
    {
      FfLimits limits;
      double mr_mean;

      g_test_message ("%s", singles[i].name);
      ff_i_chart_compute (singles[i].values, singles[i].n, &limits, &mr_mean);
      assert_near (limits.centre, singles[i].centre, 0);
      assert_near (mr_mean, singles[i].mr_mean, 1e-12);
      assert_near (limits.lower, singles[i].lower, 1e-12);
      assert_near (limits.upper, singles[i].upper, 1e-12);
      for (gsize j = 0; j < singles[i].n; j++)
        g_assert_false (ff_limits_exclude (&limits, singles[i].values[j]));
    }
}

static void
test_unusual (void)
{
  double values[] = { 4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 19, 5, 4, 5, 4 };
  FfLimits limits;

  ff_i_chart_compute (values, G_N_ELEMENTS (values), &limits, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpint (ff_limits_exclude (&limits, values[i]), ==, i == 12);
  limits = (FfLimits) { 0.2, 0.1, 0.3 };
  g_assert_false (ff_limits_exclude (&limits, 0.1 + 0.2));
  g_assert_true (ff_limits_exclude (&limits, 0.09999));
}

static void
test_p_chart (void)
{
  const double counts[] = { 2, 8, 10, 0, 0 }, sizes[] = { 20, 20, 40, 20, 0 }, all[] = { 20, 20, 40, 20, 0 };
  FfLimits limits[5];

  /* 20 of 100 */
  ff_p_chart_compute (counts, sizes, 5, limits);
  assert_near (limits[0].centre, 0.2, 1e-12);
  assert_near (limits[0].lower, 0, 0);
  assert_near (limits[0].upper, 0.2 + 3 * sqrt (0.16 / 20), 1e-12);
  assert_near (limits[2].lower, 0.2 - 3 * sqrt (0.16 / 40), 1e-12);
  assert_near (limits[4].upper, UNDEFINED, 0);
  g_assert_false (ff_limits_exclude (&limits[4], 1));

  ff_p_chart_compute (all, sizes, 5, limits);
  assert_near (limits[0].lower, 1, 0);
  assert_near (limits[0].upper, 1, 0);
  ff_p_chart_compute (counts + 4, sizes + 4, 1, limits);
  assert_near (limits[0].centre, UNDEFINED, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/published", test_published);
  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autofree char *name = g_strdup_printf ("/series/run/%s", runs[i].name);

      g_test_add_data_func (name, &runs[i], test_run);
    }
  g_test_add_func ("/series/i-chart", test_i_chart);
  g_test_add_func ("/series/unusual", test_unusual);
  g_test_add_func ("/series/p-chart", test_p_chart);
  return g_test_run ();
}
