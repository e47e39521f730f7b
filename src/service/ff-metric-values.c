/* The values of a metric: one a day for those who were trained, and one for the group that was not. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-decimal.h"
#include "ff-metrics.h"
#include "ff-owned.h"
#include "ff-take.h"

#define HIGHEST_SIZE 1000000000

/* What is stored of that day and group, or a new entry; NULL on error. */
static FfMetricEntry *
open_entry (FfDb *db, gint64 metric_id, gboolean comparison, FfDay day, GError **error)
{
  GError *local_error = NULL;
  FfMetricEntry *entry = ff_metric_store_find_entry (db, metric_id, comparison, day, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  if (entry == NULL)
    {
      entry = g_new0 (FfMetricEntry, 1);
      entry->metric_id = metric_id;
      entry->comparison = comparison;
      entry->day = day;
    }
  return entry;
}

static gboolean
take_size (FfMetricEntry *entry, const char *value, gboolean *changed, GError **error)
{
  int size = (int) entry->size;
  gboolean typed = value != NULL && *value != '\0';

  if (!ff_take_number (&size, value, HIGHEST_SIZE, 0, "size", changed, error))
    return FALSE;
  if (typed && size == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "size", _("A share of 0 means nothing: write how many there were, or leave it empty."));
      return FALSE;
    }
  entry->size = size;
  return TRUE;
}

static gboolean
check_value (const FfMetric *metric, const FfMetricEntry *entry, GError **error)
{
  double value = ff_decimal_to_double (entry->value);

  if (!ff_owned_need (entry->value, "value", _("Write the value of that day."), error))
    return FALSE;
  if (!g_str_equal (metric->chart, "proportion") || (value >= 0 && value <= 100))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "value", _("This metric is a share: write a percentage from 0 to 100."));
  return FALSE;
}

static gboolean
is_cleared (const FfMetricValueDraft *draft)
{
  g_autofree char *value = draft->value != NULL ? ff_put_clean_line (draft->value) : NULL;

  return value != NULL && *value == '\0';
}

FfPut
ff_metrics_put_value (FfDb *db, gint64 metric_id, const FfMetricValueDraft *draft, GError **error)
{
  g_autoptr (FfMetric) metric = ff_metrics_read (db, metric_id, error);
  g_autoptr (FfMetricEntry) entry = NULL;
  FfDay day = FF_NO_DAY;
  gboolean changed = FALSE, is_new;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (metric == NULL || !ff_take_day (&day, draft->day != NULL ? draft->day : "", "day", &changed, error))
    return FF_PUT_REFUSED;
  entry = open_entry (db, metric_id, draft->comparison, day, error);
  if (entry == NULL)
    return FF_PUT_REFUSED;
  is_new = entry->id == 0;
  if (is_cleared (draft))
    {
      if (is_new)
        return FF_PUT_SAME;
      return ff_metric_store_delete_entry (db, entry->id, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
    }
  changed = FALSE;
  if (!ff_take_decimal (&entry->value, draft->value, "value", &changed, error) || !check_value (metric, entry, error)
      || !take_size (entry, draft->size, &changed, error)
      || !ff_take_line (&entry->cause, draft->cause, FF_TAKE_LINE_MAX, "cause", &changed, error))
    return FF_PUT_REFUSED;
  if (is_new)
    return ff_metric_store_insert_entry (db, entry, error) ? FF_PUT_NEW : FF_PUT_REFUSED;
  if (!changed)
    return FF_PUT_SAME;
  return ff_metric_store_update_entry (db, entry, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

/* Checked before anything is written: both groups move together. */
static gboolean
is_day_free (FfDb *db, gint64 metric_id, FfDay day, GError **error)
{
  for (int comparison = 0; comparison <= 1; comparison++)
    {
      g_autoptr (FfMetricEntry) entry = open_entry (db, metric_id, comparison != 0, day, error);

      if (entry == NULL)
        return FALSE;
      if (entry->id != 0)
        {
          g_autofree char *text = ff_day_format (day);

          ff_put_set_error (error, FF_ERROR_EXISTS, "day", _("There are values of %s already: change them there."), text);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
ff_metrics_move_day (FfDb *db, gint64 metric_id, FfDay from, FfDay to, GError **error)
{
  g_return_val_if_fail (from != FF_NO_DAY && to != FF_NO_DAY, FALSE);

  if (from == to)
    return TRUE;
  if (!is_day_free (db, metric_id, to, error))
    return FALSE;
  for (int comparison = 0; comparison <= 1; comparison++)
    {
      g_autoptr (FfMetricEntry) entry = open_entry (db, metric_id, comparison != 0, from, error);

      if (entry == NULL)
        return FALSE;
      entry->day = to;
      if (entry->id != 0 && !ff_metric_store_update_entry (db, entry, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
ff_metrics_list_values (FfDb *db, gint64 metric_id, GError **error)
{
  return ff_metric_store_list_entries (db, metric_id, error);
}
