/* Level 4, a figure of the business before and after a class. */
#include "config.h"

#include "ff-metric.h"

static const char *const target_kinds[] = {
  [FF_TARGET_RELATIVE] = "relative",
  [FF_TARGET_POINTS] = "points",
  [FF_TARGET_VALUE] = "value",
};

static const char *const actual_kinds[] = {
  [FF_ACTUAL_LATEST] = "latest",
  [FF_ACTUAL_MEAN] = "mean",
  [FF_ACTUAL_MEAN_LAST] = "last_n",
};

static int
find_key (const char *const *keys, int n, const char *key)
{
  for (int i = 0; i < n; i++)
    if (g_strcmp0 (keys[i], key) == 0)
      return i;
  return -1;
}

const char *
ff_target_kind_to_key (FfTargetKind kind)
{
  return target_kinds[kind];
}

gboolean
ff_target_kind_from_key (const char *key, FfTargetKind *kind)
{
  int found = find_key (target_kinds, G_N_ELEMENTS (target_kinds), key);

  if (found >= 0)
    *kind = (FfTargetKind) found;
  return found >= 0;
}

const char *
ff_actual_kind_to_key (FfActualKind kind)
{
  return actual_kinds[kind];
}

gboolean
ff_actual_kind_from_key (const char *key, FfActualKind *kind)
{
  int found = find_key (actual_kinds, G_N_ELEMENTS (actual_kinds), key);

  if (found >= 0)
    *kind = (FfActualKind) found;
  return found >= 0;
}

double
ff_metric_target (FfTargetKind kind, FfDirection direction, double baseline, double target)
{
  double sign = direction == FF_DIRECTION_UP ? 1 : -1;

  switch (kind)
    {
    case FF_TARGET_RELATIVE:
      return baseline != 0 ? baseline + sign * fabs (baseline) * target / 100 : FF_UNDEFINED;
    case FF_TARGET_POINTS:
      return baseline + sign * target;
    case FF_TARGET_VALUE:
      return target;
    }
  g_return_val_if_reached (FF_UNDEFINED);
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  FfDay x = ((const FfMetricValue *) a)->day;
  FfDay y = ((const FfMetricValue *) b)->day;

  return (x > y) - (x < y);
}

double
ff_metric_actual (const FfMetricValue *values, gsize n, FfDay from, FfDay to, FfActualKind kind, guint last)
{
  g_autofree FfMetricValue *sorted = g_memdup2 (values, n * sizeof (FfMetricValue));
  g_autofree double *inside = g_new (double, n);
  gsize count = 0, counted;

  g_return_val_if_fail (kind != FF_ACTUAL_MEAN_LAST || last > 0, FF_UNDEFINED);

  /* GLib's sort is stable: values of one day keep their order. */
  if (n > 0)
    g_qsort_with_data (sorted, (gint) n, sizeof (FfMetricValue), compare_days, NULL);
  for (gsize i = 0; i < n; i++)
    if (sorted[i].day >= from && sorted[i].day <= to)
      inside[count++] = sorted[i].value;

  counted = kind == FF_ACTUAL_MEAN ? count : MIN (count, kind == FF_ACTUAL_LATEST ? 1 : last);
  return ff_sample_mean (inside + count - counted, counted);
}

double
ff_metric_change (double baseline, double actual)
{
  return baseline != 0 ? 100 * (actual - baseline) / fabs (baseline) : FF_UNDEFINED;
}
