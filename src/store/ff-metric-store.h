/* The tables metric and metric_value: the figures of the business that a course, a class or a project is to move. Figures are decimal text
   as ff_decimal_parse () makes it. */
#pragma once

#include "ff-db.h"
#include "ff-owner.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  FfOwner owner; /* a project, a class or a course */
  int position;
  char *key;
  char *title;       /* NULL: people read the key */
  char *unit;        /* NULL: none */
  char *direction;   /* up, down: which is better */
  char *baseline;    /* NULL: not known */
  char *target_kind; /* relative, points, value; NULL: nobody has said */
  char *target;      /* NULL: none */
  char *actual_by;   /* latest, mean, last_n */
  int last_n;        /* of the mean of the last ones; 0 elsewhere */
  char *chart;       /* run, individuals, proportion */
  char *formula;     /* how it is measured and where it comes from */
  char *in_charge;   /* who delivers the values; NULL: nobody named */
} FfMetric;

void ff_metric_free (FfMetric *metric);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfMetric, ff_metric_free)
/* What people call it. */
const char *ff_metric_get_title (const FfMetric *metric);

/* A value of a metric on a day: of those who were trained, or of the group that was not. */
typedef struct
{
  gint64 id;
  gint64 version;
  gint64 metric_id;
  gboolean comparison;
  FfDay day;
  char *value;
  gint64 size; /* of a proportion: how many it is a share of; 0: not said */
  char *cause; /* why it is unusual; NULL: not noted */
} FfMetricEntry;

void ff_metric_entry_free (FfMetricEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfMetricEntry, ff_metric_entry_free)

/* FfMetric in order. */
GPtrArray *ff_metric_store_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfMetric *ff_metric_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfMetric *ff_metric_store_find (FfDb *db, FfOwner owner, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets the id. The update leaves owner and position alone; ff_owned_store_delete () takes one away whose values are deleted. */
gboolean ff_metric_store_insert (FfDb *db, FfMetric *metric, GError **error);
gboolean ff_metric_store_update (FfDb *db, const FfMetric *metric, GError **error);
/* How many weak items and actions are measured by it; -1 on error. */
int ff_metric_store_count_uses (FfDb *db, gint64 id, GError **error);

/* FfMetricEntry by day, of a day the trained group first. */
GPtrArray *ff_metric_store_list_entries (FfDb *db, gint64 metric_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfMetricEntry *ff_metric_store_find_entry (FfDb *db, gint64 metric_id, gboolean comparison, FfDay day, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_metric_store_insert_entry (FfDb *db, FfMetricEntry *entry, GError **error);
/* The update leaves metric and group alone. */
gboolean ff_metric_store_update_entry (FfDb *db, const FfMetricEntry *entry, GError **error);
gboolean ff_metric_store_delete_entry (FfDb *db, gint64 id, GError **error);
gboolean ff_metric_store_delete_entries (FfDb *db, gint64 metric_id, GError **error);

G_END_DECLS
