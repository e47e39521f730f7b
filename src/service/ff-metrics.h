/* Use cases about metrics: the figures of the business that a course is to move, and their values before and after a class. */
#pragma once

#include "ff-metric-store.h"
#include "ff-metric.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *key;         /* as files name it; "" of a new one: made from the title */
  const char *title;       /* required of a new one without a key */
  const char *unit;
  const char *direction;   /* up, down; "": up */
  const char *baseline;    /* a number; "": not known */
  const char *target_kind; /* relative, points, value; "": not said, and then there can be no target */
  const char *target;      /* how large the improvement is, or of the kind value the value to be reached */
  const char *actual_by;   /* latest, mean, last_n; "": latest */
  const char *last_n;      /* required of last_n, of how many */
  const char *chart;       /* run, individuals, proportion; "": run */
  const char *formula;
  const char *in_charge;
} FfMetricDraft;

/* @update_id 0 adds behind the others of the owner. FF_ERROR_EXISTS for a key that the owner's metrics have already. An improvement by
   percent of a baseline of 0 is refused, and one that is negative. @id may be NULL. */
FfPut ff_metrics_put (FfDb *db, FfOwner owner, gint64 update_id, const FfMetricDraft *draft, gint64 *id, GError **error);
/* FfMetric in order. */
GPtrArray *ff_metrics_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FF_ERROR_NOT_FOUND when it is gone. */
FfMetric *ff_metrics_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* By key, else by a title that only one has, upper and lower case being the same: 0 if there is none, -1 on error. */
gint64 ff_metrics_find (FfDb *db, FfOwner owner, const char *name, GError **error);
/* With its values. FF_ERROR_CONFLICT while an improvement is measured by it. */
gboolean ff_metrics_delete (FfDb *db, gint64 id, GError **error);
/* @position from 0, among all of the same owner. */
gboolean ff_metrics_move (FfDb *db, gint64 id, int position, GError **error);
/* Appends what @from has to what @to has, without values: a class takes its course's. A key that @to has already is left alone. */
gboolean ff_metrics_copy (FfDb *db, FfOwner from, FfOwner to, GError **error);

/* Values ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  gboolean comparison; /* of the group that was not trained */
  const char *day;     /* the key, with the group */
  const char *value;   /* a number, required of a new one; "" takes the value away */
  const char *size;    /* of a proportion: how many it is a share of, above 0; "": not said */
  const char *cause;   /* why it is unusual; "": not noted */
} FfMetricValueDraft;

/* A metric has one value a day and group. One of a proportion is a percentage from 0 to 100. */
FfPut ff_metrics_put_value (FfDb *db, gint64 metric_id, const FfMetricValueDraft *draft, GError **error);
/* Gives the values of a day another one; refused when that day has values. */
gboolean ff_metrics_move_day (FfDb *db, gint64 metric_id, FfDay from, FfDay to, GError **error);
/* FfMetricEntry by day, of a day the trained group first. */
GPtrArray *ff_metrics_list_values (FfDb *db, gint64 metric_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A row of a sheet: what a metric was on a day. */
typedef struct
{
  const char *owner;      /* the code of a class, or of a project when no class has it: whose metric it is */
  const char *metric;     /* its key, or its title when only one has that */
  const char *day;
  const char *value;      /* of those who were trained; this or the next is required */
  const char *comparison; /* of the group that was not */
  const char *size;       /* this and the next of the value */
  const char *cause;
} FfMetricRowDraft;

/* The metric of a row; 0 with an error of the draft's member when there is none. */
gint64 ff_metrics_find_of_row (FfDb *db, const FfMetricRowDraft *draft, GError **error);
FfPut ff_metrics_put_row (FfDb *db, const FfMetricRowDraft *draft, GError **error);

/* Reading a stored metric -------------------------------------------------------------------------------------------- */

FfDirection ff_metric_get_direction (const FfMetric *metric);
/* The value that is to be reached; undefined where nothing is. */
double ff_metric_get_target (const FfMetric *metric);

G_END_DECLS
