/* Level 4, a figure of the business before and after a class (RULES, 5): its target, its actual value, and the change. Values are in the
   metric's own unit; whatever is not known or not defined is FF_UNDEFINED. */
#pragma once

#include "ff-sample.h"
#include "ff-target.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_TARGET_RELATIVE, /* an improvement by percent of the baseline */
  FF_TARGET_POINTS,   /* an improvement by so much, in the metric's unit */
  FF_TARGET_VALUE,    /* the value itself */
} FfTargetKind;

/* Which of the values in the window counts as the actual one. */
typedef enum
{
  FF_ACTUAL_LATEST,
  FF_ACTUAL_MEAN,
  FF_ACTUAL_MEAN_LAST, /* the mean of the last few */
} FfActualKind;

typedef struct
{
  FfDay day;
  double value;
} FfMetricValue;

/* "relative", "points", "value"; "latest", "mean", "last_n". The reverse is FALSE, and sets nothing, for anything else. */
const char *ff_target_kind_to_key (FfTargetKind kind);
gboolean ff_target_kind_from_key (const char *key, FfTargetKind *kind);
const char *ff_actual_kind_to_key (FfActualKind kind);
gboolean ff_actual_kind_from_key (const char *key, FfActualKind *kind);

/* The value to be reached. @target says how large the improvement is, whichever the direction: 30 takes a time that should fall 30 % below
   the baseline. Undefined without @target, without a baseline unless the kind is FF_TARGET_VALUE, and for FF_TARGET_RELATIVE at a baseline
   of 0. */
double ff_metric_target (FfTargetKind kind, FfDirection direction, double baseline, double target);

/* Of the values from @from to @to, both included; undefined when there is none. @values are in any order; of one day the later one in the
   array is the later. @last: how many FF_ACTUAL_MEAN_LAST looks at, at least 1; when there are fewer, it is the mean of those. */
double ff_metric_actual (const FfMetricValue *values, gsize n, FfDay from, FfDay to, FfActualKind kind, guint last);

/* 100 · (@actual − @baseline) ÷ |@baseline|: above 0 when the value rose, whichever direction is better; undefined at a baseline of 0.
   Whether the target is met: ff_target_met (). */
double ff_metric_change (double baseline, double actual);

G_END_DECLS
