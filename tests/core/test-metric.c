/* Level 4: targets, actual values and changes of a metric, and what a training returned. */
#include "config.h"

#include "ff-metric.h"
#include "ff-roi.h"
#include "near.h"

static const struct
{
  const char *name;
  FfTargetKind kind;
  FfDirection direction;
  double baseline, target, value;
} targets[] = {
  { "15 % more", FF_TARGET_RELATIVE, FF_DIRECTION_UP, 30, 15, 34.5 },
  { "30 % less", FF_TARGET_RELATIVE, FF_DIRECTION_DOWN, 40, 30, 28 },
  { "15 % of a negative baseline is an improvement", FF_TARGET_RELATIVE, FF_DIRECTION_UP, -20, 15, -17 },
  { "and less when down is better", FF_TARGET_RELATIVE, FF_DIRECTION_DOWN, -20, 15, -23 },
  { "percent of nothing", FF_TARGET_RELATIVE, FF_DIRECTION_UP, 0, 15, UNDEFINED },
  { "percent of what is not known", FF_TARGET_RELATIVE, FF_DIRECTION_UP, UNDEFINED, 15, UNDEFINED },
  { "15 points more", FF_TARGET_POINTS, FF_DIRECTION_UP, 30, 15, 45 },
  { "15 points less", FF_TARGET_POINTS, FF_DIRECTION_DOWN, 30, 15, 15 },
  { "points from nothing", FF_TARGET_POINTS, FF_DIRECTION_UP, 0, 15, 15 },
  { "points without a baseline", FF_TARGET_POINTS, FF_DIRECTION_UP, UNDEFINED, 15, UNDEFINED },
  { "a value needs no baseline", FF_TARGET_VALUE, FF_DIRECTION_DOWN, UNDEFINED, 2, 2 },
  { "no target", FF_TARGET_RELATIVE, FF_DIRECTION_UP, 30, UNDEFINED, UNDEFINED },
};

static void
test_target (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_test_message ("%s", targets[i].name);
      assert_near (ff_metric_target (targets[i].kind, targets[i].direction, targets[i].baseline, targets[i].target), targets[i].value,
                   1e-12);
    }
}

static const FfMetricValue values[] = { { 90, 8 }, { -1, 100 }, { 0, 1 }, { 30, 3 }, { 60, 5 }, { 60, 6 }, { 91, 100 } };

static const struct
{
  const char *name;
  gsize n;
  FfDay from, to;
  FfActualKind kind;
  guint last;
  double actual;
} actuals[] = {
  { "the latest, both ends included", 7, 0, 90, FF_ACTUAL_LATEST, 0, 8 },
  { "the later one of a day", 7, 0, 89, FF_ACTUAL_LATEST, 0, 6 },
  { "the mean of the window", 7, 0, 90, FF_ACTUAL_MEAN, 0, 4.6 },
  { "the mean of the last two", 7, 0, 90, FF_ACTUAL_MEAN_LAST, 2, 7 },
  { "the mean of the last ten, of which there are five", 7, 0, 90, FF_ACTUAL_MEAN_LAST, 10, 4.6 },
  { "nothing in the window", 7, 1, 29, FF_ACTUAL_LATEST, 0, UNDEFINED },
  { "nothing in the window to take a mean of", 7, 1, 29, FF_ACTUAL_MEAN, 0, UNDEFINED },
  { "a window of one day", 7, 0, 0, FF_ACTUAL_LATEST, 0, 1 },
  { "no values", 0, 0, 90, FF_ACTUAL_LATEST, 0, UNDEFINED },
};

static void
test_actual (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actuals); i++)
    {
      g_test_message ("%s", actuals[i].name);
      assert_near (ff_metric_actual (values, actuals[i].n, actuals[i].from, actuals[i].to, actuals[i].kind, actuals[i].last),
                   actuals[i].actual, 1e-12);
    }
}

static void
test_change (void)
{
  assert_near (ff_metric_change (30, 36), 20, 1e-12);
  assert_near (ff_metric_change (40, 28), -30, 1e-12);
  assert_near (ff_metric_change (-20, -10), 50, 1e-12);
  assert_near (ff_metric_change (0, 10), UNDEFINED, 0);
  assert_near (ff_metric_change (UNDEFINED, 10), UNDEFINED, 0);
  assert_near (ff_metric_change (10, UNDEFINED), UNDEFINED, 0);
}

static void
test_keys (void)
{
  FfTargetKind target;
  FfActualKind actual;
  FfDirection direction;

  for (FfTargetKind kind = FF_TARGET_RELATIVE; kind <= FF_TARGET_VALUE; kind++)
    g_assert_true (ff_target_kind_from_key (ff_target_kind_to_key (kind), &target) && target == kind);
  for (FfActualKind kind = FF_ACTUAL_LATEST; kind <= FF_ACTUAL_MEAN_LAST; kind++)
    g_assert_true (ff_actual_kind_from_key (ff_actual_kind_to_key (kind), &actual) && actual == kind);
  for (FfDirection way = FF_DIRECTION_UP; way <= FF_DIRECTION_DOWN; way++)
    g_assert_true (ff_direction_from_key (ff_direction_to_key (way), &direction) && direction == way);
  g_assert_false (ff_target_kind_from_key ("percent", &target));
  g_assert_false (ff_actual_kind_from_key (NULL, &actual));
  g_assert_false (ff_direction_from_key ("", &direction));
}

static const struct
{
  const char *name;
  FfRoiInput input;
  FfRoiMissing missing;
  double roi, bcr, payback;
} returns[] = {
  { "published", { TRUE, 750000, 100, 100, 425000, 12 }, 0, 76.47, 1.765, 6.8 },
  { "isolated, and less than sure", { TRUE, 1000, 60, 80, 240, 12 }, 0, 100, 2, 6 },
  { "a loss pays back later than its months", { TRUE, 100, 100, 100, 200, 12 }, 0, -50, 0.5, 24 },
  { "no benefit never pays back", { TRUE, 0, 100, 100, 200, 12 }, 0, -100, 0, UNDEFINED },
  { "harm never pays back", { TRUE, -100, 100, 100, 200, 12 }, 0, -150, -0.5, UNDEFINED },
  { "no months", { TRUE, 100, 100, 100, 50, UNDEFINED }, 0, 100, 2, UNDEFINED },
  { "no baseline, no claim", { FALSE, 100, 100, 100, 50, 12 }, FF_ROI_NO_BASELINE, UNDEFINED, UNDEFINED, UNDEFINED },
  { "it cost nothing", { TRUE, 100, 100, 100, 0, 12 }, FF_ROI_NO_COST, UNDEFINED, UNDEFINED, UNDEFINED },
  { "nothing is known", { FALSE, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED },
    FF_ROI_NO_BASELINE | FF_ROI_NO_BENEFIT | FF_ROI_NO_ISOLATION | FF_ROI_NO_CONFIDENCE | FF_ROI_NO_COST, UNDEFINED, UNDEFINED,
    UNDEFINED },
};

static void
test_roi (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (returns); i++)
    {
      FfRoi roi;

      g_test_message ("%s", returns[i].name);
      ff_roi_compute (&returns[i].input, &roi);
      g_assert_cmphex (roi.missing, ==, returns[i].missing);
      assert_near (roi.roi, returns[i].roi, 0.005);
      assert_near (roi.bcr, returns[i].bcr, 0.0005);
      assert_near (roi.payback, returns[i].payback, 0.0005);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metric/target", test_target);
  g_test_add_func ("/metric/actual", test_actual);
  g_test_add_func ("/metric/change", test_change);
  g_test_add_func ("/metric/keys", test_keys);
  g_test_add_func ("/metric/roi", test_roi);
  return g_test_run ();
}
