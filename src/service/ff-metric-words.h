/* Metrics in words, the same in the window and in commands. */
#pragma once

#include "ff-metrics.h"

G_BEGIN_DECLS

/* "Higher is better", "Lower is better". */
const char *ff_metric_direction_title (const char *key);
/* "Improvement in percent", "Improvement in its unit", "The value to be reached"; NULL for an unknown key, as in the next two. */
const char *ff_metric_target_kind_title (const char *key);
/* "The latest value", "The mean of all", "The mean of the last ones". */
const char *ff_metric_actual_by_title (const char *key);
/* "Run chart", "Control chart", "Control chart of shares". */
const char *ff_metric_chart_title (const char *key);

/* A stored figure with its unit: "34.5 points", "34.5 %", "34.5"; "–" for NULL. */
char *ff_metric_format (const char *value, const char *unit) G_GNUC_WARN_UNUSED_RESULT;
/* What the target means in figures: "15 % above the baseline of 30 is 34.5."; NULL where there is none. */
char *ff_metric_describe_target (const FfMetric *metric) G_GNUC_WARN_UNUSED_RESULT;
/* The same of what is being typed; @draft may hold anything. */
char *ff_metric_describe_draft (const FfMetricDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
