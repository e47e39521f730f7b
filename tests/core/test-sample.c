/* Means and spread: what rounding must not do, and what is not defined. */
#include "config.h"

#include "ff-sample.h"
#include "near.h"

static const struct
{
  const char *name;
  double values[5];
  gsize n;
  double mean, median, sd;
} samples[] = {
  { "by hand", { 4, 1, 2, 3 }, 4, 2.5, 2.5, 1.2909944487358056 },
  { "an odd number", { 9, 1, 5 }, 3, 5, 5, 4 },
  { "equal values that are no binary fractions", { 0.1, 0.1, 0.1 }, 3, 0.1, 0.1, 0 },
  { "large values that differ a little", { 1e9 + 1, 1e9 + 2, 1e9 + 3 }, 3, 1e9 + 2, 1e9 + 2, 1 },
  { "differences of the last bit are none", { 0.3, 0.1 + 0.2 }, 2, 0.3, 0.3, 0 },
  { "one value", { 7 }, 1, 7, 7, UNDEFINED },
  { "none", { 0 }, 0, UNDEFINED, UNDEFINED, UNDEFINED },
};

static void
test_samples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const double *values = samples[i].values;
      gsize n = samples[i].n;

      g_test_message ("%s", samples[i].name);
      assert_near (ff_sample_mean (values, n), samples[i].mean, 1e-15);
      assert_near (ff_sample_median (values, n), samples[i].median, 1e-15);
      assert_near (ff_sample_sd (values, n), samples[i].sd, samples[i].sd > 0 ? 1e-12 : 0);
    }
  g_assert_true (ff_sample_mean (samples[2].values, 3) == 0.1);
}

/* What is beyond the numbers is not defined, rather than 0 or endless. */
static void
test_overflow (void)
{
  const double huge[] = { 1e308, 1e308, -1e308 }, endless[] = { 1, INFINITY, 3 };

  assert_near (ff_sample_mean (endless, 3), UNDEFINED, 0);
  assert_near (ff_sample_sd (endless, 3), UNDEFINED, 0);
  g_assert_false (isfinite (ff_sample_sd (huge, 3)));
}

static void
test_weighted (void)
{
  const double values[] = { 4, UNDEFINED, 1 }, weights[] = { 1, 5, 3 }, none[] = { 0, 1, 0 };

  assert_near (ff_sample_weighted_mean (values, weights, 3), 1.75, 1e-15);
  assert_near (ff_sample_mean (values, 3), 2.5, 1e-15);
  assert_near (ff_sample_weighted_mean (values, none, 3), UNDEFINED, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/samples", test_samples);
  g_test_add_func ("/sample/overflow", test_overflow);
  g_test_add_func ("/sample/weighted", test_weighted);
  return g_test_run ();
}
