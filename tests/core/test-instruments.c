/* SERVQUAL and the indexes of satisfaction, against published figures. */
#include "config.h"

#include "ff-satisfaction.h"
#include "ff-servqual.h"
#include "near.h"

static void
test_servqual (void)
{
  const double published[] = { -.65, -1.10, -.83, -.70, -1.01 };
  const double weights[] = { 11, 32, 22, 19, 16 }, short_of_100[] = { 20, 20, 20, 20, 10 };
  const double gaps[] = { 1, UNDEFINED, -1, 0, 2 };
  const double known[] = { 25, 0, 25, 25, 25 };

  assert_near (ff_servqual_gap (6, 5.35), -.65, 1e-12);
  assert_near (ff_servqual_gap (UNDEFINED, 5), UNDEFINED, 0);
  assert_near (ff_sample_mean (published, 5), -0.858, 1e-12);
  assert_near (ff_servqual_weighted (published, weights, 5), -0.9007, 1e-12);
  assert_near (ff_servqual_weighted (published, short_of_100, 5), UNDEFINED, 0);
  assert_near (ff_sample_mean (gaps, 5), 0.5, 1e-12);
  assert_near (ff_servqual_weighted (gaps, weights, 5), UNDEFINED, 0);
  assert_near (ff_servqual_weighted (gaps, known, 5), 0.5, 1e-12);
}

static void
test_verdict (void)
{
  g_assert_cmpint (ff_servqual_verdict (-0.858), ==, FF_SERVICE_POOR);
  g_assert_cmpint (ff_servqual_verdict (0.1 + 0.2 - 0.3), ==, FF_SERVICE_ACCEPTABLE);
  g_assert_cmpint (ff_servqual_verdict (0.01), ==, FF_SERVICE_EXCELLENT);
  g_assert_cmpint (ff_servqual_verdict (UNDEFINED), ==, FF_SERVICE_UNKNOWN);
}

static void
test_indexes (void)
{
  const double answers[] = { 8, 7, 7 }, weights[] = { .3885, .3190, .2925 };
  const double factors[] = { 5, 1, 3 }, shares[] = { 1, 1, 2 }, none[] = { 0, 0, 0 };
  const double unknown[] = { 5, UNDEFINED, 3 };

  assert_near (ff_satisfaction_acsi (answers, NULL, 3), 70.370, 0.0005);
  assert_near (ff_satisfaction_acsi (answers, weights, 3), 70.983, 0.0005);
  assert_near (ff_satisfaction_acsi (answers, weights, 0), UNDEFINED, 0);
  assert_near (ff_satisfaction_csi (factors, shares, 3, 1, 5), 500, 1e-9);
  assert_near (ff_satisfaction_csi (factors, NULL, 1, 1, 5), 1000, 1e-9);
  assert_near (ff_satisfaction_csi (unknown, shares, 3, 1, 5), 1000 * (11.0 / 3 - 1) / 4, 1e-9);
  assert_near (ff_satisfaction_csi (factors, none, 3, 1, 5), UNDEFINED, 0);
  assert_near (ff_satisfaction_csi (factors, shares, 3, 5, 5), UNDEFINED, 0);
}

static void
test_weakness (void)
{
  assert_near (ff_satisfaction_weakness (20, 4.2, 4.5), 6, 1e-9);
  assert_near (ff_satisfaction_weakness (20, 4.7, 4.5), 0, 0);
  assert_near (ff_satisfaction_weakness (20, 0.3, 0.1 + 0.2), 0, 0);
  assert_near (ff_satisfaction_weakness (20, UNDEFINED, 4.5), UNDEFINED, 0);
  assert_near (ff_satisfaction_weakness (20, 4.2, UNDEFINED), UNDEFINED, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/instruments/servqual", test_servqual);
  g_test_add_func ("/instruments/verdict", test_verdict);
  g_test_add_func ("/instruments/indexes", test_indexes);
  g_test_add_func ("/instruments/weakness", test_weakness);
  return g_test_run ();
}
