#include "config.h"

#include "ff-metric-words.h"

#include <glib/gi18n-lib.h>

#include "ff-decimal.h"

typedef struct
{
  const char *key;
  const char *title; /* msgid with the context "metric" */
} Word;

static const Word directions[] = {
  { "up", NC_ ("metric", "Higher is better") },
  { "down", NC_ ("metric", "Lower is better") },
};

static const Word target_kinds[] = {
  { "relative", NC_ ("metric", "Improvement in percent") },
  { "points", NC_ ("metric", "Improvement in its unit") },
  { "value", NC_ ("metric", "The value to be reached") },
};

static const Word actual_by[] = {
  { "latest", NC_ ("metric", "The latest value") },
  { "mean", NC_ ("metric", "The mean of all") },
  { "last_n", NC_ ("metric", "The mean of the last ones") },
};

static const Word charts[] = {
  { "run", NC_ ("metric", "Run chart") },
  { "individuals", NC_ ("metric", "Control chart") },
  { "proportion", NC_ ("metric", "Control chart of shares") },
};

static const char *
find_title (const Word *words, gsize n, const char *key)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (words[i].key, key) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "metric", words[i].title);
  return NULL;
}

const char *
ff_metric_direction_title (const char *key)
{
  return find_title (directions, G_N_ELEMENTS (directions), key);
}

const char *
ff_metric_target_kind_title (const char *key)
{
  return find_title (target_kinds, G_N_ELEMENTS (target_kinds), key);
}

const char *
ff_metric_actual_by_title (const char *key)
{
  return find_title (actual_by, G_N_ELEMENTS (actual_by), key);
}

const char *
ff_metric_chart_title (const char *key)
{
  return find_title (charts, G_N_ELEMENTS (charts), key);
}

char *
ff_metric_format (const char *value, const char *unit)
{
  if (value == NULL)
    return g_strdup ("–");
  if (unit == NULL || *unit == '\0')
    return g_strdup (value);
  /* Translators: a figure and its unit, as “34.5 points”. */
  return g_strdup_printf (C_ ("metric", "%s %s"), value, unit);
}

/* What a target of one of the two kinds of improvement means; @by is how much, with its unit. */
static char *
describe_improvement (const FfMetric *metric, const char *by)
{
  gboolean up = ff_metric_get_direction (metric) == FF_DIRECTION_UP;
  g_autofree char *baseline = ff_metric_format (metric->baseline, metric->unit);
  g_autofree char *reached = ff_decimal_format (ff_metric_get_target (metric));
  g_autofree char *value = ff_metric_format (reached, metric->unit);

  if (metric->baseline == NULL)
    /* Translators: how much, as “15 %” or “4 points”. */
    return up ? g_strdup_printf (_("%s above the baseline, which is not known yet."), by)
              : g_strdup_printf (_("%s below the baseline, which is not known yet."), by);
  if (reached == NULL)
    return g_strdup (_("A percentage of a baseline of 0 means nothing: ask for an improvement by so much, or for the value itself."));
  /* Translators: how much; the baseline; the value to be reached, as “15 % above the baseline of 30 is 34.5.” */
  return up ? g_strdup_printf (_("%s above the baseline of %s is %s."), by, baseline, value)
            : g_strdup_printf (_("%s below the baseline of %s is %s."), by, baseline, value);
}

char *
ff_metric_describe_target (const FfMetric *metric)
{
  FfTargetKind kind;
  g_autofree char *by = NULL, *from = NULL;

  g_return_val_if_fail (metric != NULL, NULL);

  if (metric->target == NULL || metric->target_kind == NULL || !ff_target_kind_from_key (metric->target_kind, &kind))
    return NULL;
  if (kind == FF_TARGET_POINTS && g_strcmp0 (metric->unit, "%") == 0)
    /* Translators: how much a percentage is to change by; “4 %” would read as a part of it. */
    by = g_strdup_printf (_("%s percentage points"), metric->target);
  else
    by = ff_metric_format (metric->target, kind == FF_TARGET_RELATIVE ? "%" : metric->unit);
  if (kind != FF_TARGET_VALUE)
    return describe_improvement (metric, by);
  if (metric->baseline == NULL)
    /* Translators: a value with its unit. */
    return g_strdup_printf (_("%s is to be reached."), by);
  from = ff_metric_format (metric->baseline, metric->unit);
  /* Translators: the value to be reached; the baseline. */
  return g_strdup_printf (_("%s is to be reached, from a baseline of %s."), by, from);
}

char *
ff_metric_describe_draft (const FfMetricDraft *draft)
{
  g_autofree char *baseline = ff_decimal_parse (draft->baseline);
  g_autofree char *target = ff_decimal_parse (draft->target);
  g_autofree char *direction = g_strdup (draft->direction != NULL && *draft->direction != '\0' ? draft->direction : "up");
  g_autofree char *kind = g_strdup (draft->target_kind);
  g_autofree char *unit = g_strdup (draft->unit);
  FfMetric metric = { .baseline = baseline, .target = target, .direction = direction, .target_kind = kind, .unit = unit };

  return ff_metric_describe_target (&metric);
}
