/* The values of a metric as a sheet: a row for each day, and blank rows below for new ones. A row is stored as soon as it has a day and a
   value; until then it waits here. */
#pragma once

#include "ff-grid-model.h"
#include "ff-metrics.h"

G_BEGIN_DECLS

#define FF_TYPE_METRIC_VALUES_MODEL (ff_metric_values_model_get_type ())
G_DECLARE_FINAL_TYPE (FfMetricValuesModel, ff_metric_values_model, FF, METRIC_VALUES_MODEL, GObject)

/* A row that is to be written. A text that is NULL was not touched. */
typedef struct
{
  FfDay day;
  FfDay former; /* where its values are stored now; FF_NO_DAY: nowhere */
  char *value;
  char *comparison;
  char *size;
  char *cause;
} FfMetricRowChange;

/* Signal: entered (const char *label, GPtrArray *changes): FfMetricRowChange to be written as one step of undo. */
FfMetricValuesModel *ff_metric_values_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What is stored: FfMetricEntry by day, which the model copies. What waits in blank rows stays. */
void ff_metric_values_model_set (FfMetricValuesModel *self, const FfMetric *metric, GPtrArray *entries, gboolean writable);
/* What was entered last was refused: it waits again. */
void ff_metric_values_model_refuse (FfMetricValuesModel *self);
/* The row of a day; -1 if there is none. */
int ff_metric_values_model_find (FfMetricValuesModel *self, FfDay day);
/* How many days are stored. */
guint ff_metric_values_model_get_n_days (FfMetricValuesModel *self);
/* Whether something waits that cannot be stored yet. */
gboolean ff_metric_values_model_is_waiting (FfMetricValuesModel *self);

/* On the writer's thread. */
gboolean ff_metric_row_change_write (FfDb *db, gint64 metric_id, const FfMetricRowChange *change, GError **error);

G_END_DECLS
