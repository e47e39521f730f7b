#include "config.h"

#include "ff-metrics.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-decimal.h"
#include "ff-number.h"
#include "ff-owned.h"
#include "ff-take.h"

#define HIGHEST_LAST_N 1000

static const char *const charts[] = { "run", "individuals", "proportion" };

/* Members ----------------------------------------------------------------------------------------------------------- */

static gboolean
is_direction (const char *key)
{
  FfDirection direction;

  return ff_direction_from_key (key, &direction);
}

static gboolean
is_target_kind (const char *key)
{
  FfTargetKind kind;

  return ff_target_kind_from_key (key, &kind);
}

static gboolean
is_actual_by (const char *key)
{
  FfActualKind kind;

  return ff_actual_kind_from_key (key, &kind);
}

static gboolean
is_chart (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_str_equal (charts[i], key))
      return TRUE;
  return FALSE;
}

/* One of several words; "" becomes @none. */
static gboolean
take_word (char **stored, const char *value, const char *none, gboolean (*is_word) (const char *key), const char *field, gboolean *changed,
           GError **error)
{
  if (value != NULL && *value == '\0')
    value = none != NULL ? none : "";
  if (value != NULL && *value != '\0' && !is_word (value))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” is not possible here: choose one of those offered."), value);
      return FALSE;
    }
  return ff_take_line (stored, value, FF_TAKE_LINE_MAX, field, changed, error);
}

/* Letters and digits of a title in Latin script: "Complaint satisfaction (%)" → "complaint_satisfaction"; NULL for any other. */
static char *
make_key (const char *title)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *p = title; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (key, g_ascii_tolower (*p));
    else if (!g_ascii_isprint (*p))
      return NULL;
    else if (key->len > 0 && key->str[key->len - 1] != '_')
      g_string_append_c (key, '_');
  if (key->len > 0 && key->str[key->len - 1] == '_')
    g_string_truncate (key, key->len - 1);
  return key->len > 0 ? g_string_free (g_steal_pointer (&key), FALSE) : NULL;
}

static gboolean
is_free (FfDb *db, const FfMetric *metric, const char *key, gboolean *is, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (FfMetric) other = ff_metric_store_find (db, metric->owner, key, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  *is = other == NULL || other->id == metric->id;
  return TRUE;
}

/* From the title, else m1, m2 …, whichever is free. */
static gboolean
give_key (FfDb *db, FfMetric *metric, GError **error)
{
  gboolean free_now = FALSE;
  g_autofree char *key = metric->title != NULL ? make_key (metric->title) : NULL;

  for (int n = 0; !free_now; n++)
    {
      if (key == NULL || n > 0)
        {
          g_free (key);
          key = g_strdup_printf ("m%d", MAX (n, 1));
        }
      if (!is_free (db, metric, key, &free_now, error))
        return FALSE;
    }
  metric->key = g_steal_pointer (&key);
  return TRUE;
}

static gboolean
take_key (FfDb *db, FfMetric *metric, const char *value, gboolean *changed, GError **error)
{
  gboolean free_now = FALSE;

  if (metric->id != 0 && value != NULL && *value == '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "key", _("Write the key by which files name this metric."));
      return FALSE;
    }
  if (!ff_take_line (&metric->key, value, FF_TAKE_LINE_MAX, "key", changed, error))
    return FALSE;
  if (metric->key == NULL)
    return ff_owned_need (metric->title, "title", _("Write what the metric is called."), error) && give_key (db, metric, error);
  if (!is_free (db, metric, metric->key, &free_now, error))
    return FALSE;
  if (!free_now)
    ff_put_set_error (error, FF_ERROR_EXISTS, "key", _("There is a metric “%s” here already: choose another key."), metric->key);
  return free_now;
}

static gboolean
take_last_n (FfMetric *metric, const char *value, gboolean *changed, GError **error)
{
  int n = metric->last_n;

  if (!ff_take_number (&n, value, HIGHEST_LAST_N, 0, "last_n", changed, error))
    return FALSE;
  if (!g_str_equal (metric->actual_by, "last_n"))
    n = 0;
  else if (n == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "last_n", _("Write of how many values the mean is taken."));
      return FALSE;
    }
  *changed = *changed || n != metric->last_n;
  metric->last_n = n;
  return TRUE;
}

/* The target and what it is measured from make sense together. */
static gboolean
check_target (const FfMetric *metric, GError **error)
{
  gboolean improves = metric->target_kind != NULL && !g_str_equal (metric->target_kind, "value");

  if (metric->target == NULL)
    return TRUE;
  if (metric->target_kind == NULL)
    ff_put_set_error (error, FF_ERROR_INVALID, "target_kind",
                      _("Say what the target means: an improvement by percent, an improvement by so much, or the value itself."));
  else if (improves && ff_decimal_to_double (metric->target) < 0)
    ff_put_set_error (error, FF_ERROR_INVALID, "target",
                      _("Write how large the improvement is, without a minus: whether it goes up or down is said beside it."));
  else if (g_str_equal (metric->target_kind, "relative") && metric->baseline != NULL && ff_decimal_to_double (metric->baseline) == 0)
    ff_put_set_error (error, FF_ERROR_INVALID, "target_kind",
                      _("A percentage of a baseline of 0 means nothing: ask for an improvement by so much, or for the value itself."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
take_draft (FfDb *db, FfMetric *metric, const FfMetricDraft *draft, gboolean *changed, GError **error)
{
  return ff_take_line (&metric->title, draft->title, FF_TAKE_LINE_MAX, "title", changed, error)
         && take_key (db, metric, draft->key, changed, error)
         && ff_take_line (&metric->unit, draft->unit, FF_TAKE_LINE_MAX, "unit", changed, error)
         && take_word (&metric->direction, draft->direction, "up", is_direction, "direction", changed, error)
         && ff_take_decimal (&metric->baseline, draft->baseline, "baseline", changed, error)
         && take_word (&metric->target_kind, draft->target_kind, NULL, is_target_kind, "target_kind", changed, error)
         && ff_take_decimal (&metric->target, draft->target, "target", changed, error) && check_target (metric, error)
         && take_word (&metric->actual_by, draft->actual_by, "latest", is_actual_by, "actual_by", changed, error)
         && take_last_n (metric, draft->last_n, changed, error)
         && take_word (&metric->chart, draft->chart, "run", is_chart, "chart", changed, error)
         && ff_take_text (&metric->formula, draft->formula, "formula", changed, error)
         && ff_take_line (&metric->in_charge, draft->in_charge, FF_TAKE_LINE_MAX, "in_charge", changed, error);
}

/* Metrics ----------------------------------------------------------------------------------------------------------- */

static FfMetric *
metric_new (FfOwner owner)
{
  FfMetric *metric = g_new0 (FfMetric, 1);

  metric->owner = owner;
  metric->direction = g_strdup ("up");
  metric->actual_by = g_strdup ("latest");
  metric->chart = g_strdup ("run");
  return metric;
}

static gboolean
insert (FfDb *db, gpointer metric, GError **error)
{
  return ff_metric_store_insert (db, metric, error);
}

static gboolean
update (FfDb *db, gpointer metric, GError **error)
{
  return ff_metric_store_update (db, metric, error);
}

FfPut
ff_metrics_put (FfDb *db, FfOwner owner, gint64 update_id, const FfMetricDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfMetric) metric = update_id != 0 ? ff_metrics_read (db, update_id, error) : metric_new (owner);
  gboolean changed = FALSE;
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (metric == NULL || !take_draft (db, metric, draft, &changed, error))
    return FF_PUT_REFUSED;
  put = ff_owned_write (db, FF_OWNED_METRIC, owner, metric, &metric->id, &metric->position, changed, insert, update, error);
  if (id != NULL)
    *id = metric->id;
  return put;
}

GPtrArray *
ff_metrics_list (FfDb *db, FfOwner owner, GError **error)
{
  return ff_metric_store_list (db, owner, error);
}

FfMetric *
ff_metrics_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfMetric *metric = ff_metric_store_read (db, id, &local_error);

  return ff_owned_found (metric, local_error, error);
}

/* Names as people compare them. */
static char *
fold_name (const char *text)
{
  g_autofree char *clean = ff_put_clean_line (text);
  g_autofree char *normal = g_utf8_normalize (clean, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : clean, -1);
}

gint64
ff_metrics_find (FfDb *db, FfOwner owner, const char *name, GError **error)
{
  g_autoptr (GPtrArray) metrics = ff_metric_store_list (db, owner, error);
  g_autofree char *wanted = fold_name (name != NULL ? name : "");
  gint64 titled = 0;
  guint n_titled = 0;

  if (metrics == NULL)
    return -1;
  for (guint i = 0; i < metrics->len; i++)
    {
      const FfMetric *metric = g_ptr_array_index (metrics, i);
      g_autofree char *key = fold_name (metric->key);
      g_autofree char *title = fold_name (ff_metric_get_title (metric));

      if (strcmp (key, wanted) == 0)
        return metric->id;
      if (strcmp (title, wanted) == 0)
        {
          titled = metric->id;
          n_titled++;
        }
    }
  return n_titled == 1 ? titled : 0;
}

gboolean
ff_metrics_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfMetric) metric = ff_metrics_read (db, id, error);
  int uses = metric != NULL ? ff_metric_store_count_uses (db, id, error) : -1;

  if (uses > 0)
    g_set_error (error, FF_ERROR, FF_ERROR_CONFLICT,
                 _("Improvements are measured by the metric “%s”: let them be measured by something else first."),
                 ff_metric_get_title (metric));
  return uses == 0 && ff_metric_store_delete_entries (db, id, error) && ff_owned_store_delete (db, FF_OWNED_METRIC, id, error);
}

gboolean
ff_metrics_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_owned_store_move (db, FF_OWNED_METRIC, id, position, error);
}

gboolean
ff_metrics_copy (FfDb *db, FfOwner from, FfOwner to, GError **error)
{
  g_autoptr (GPtrArray) metrics = ff_metric_store_list (db, from, error);
  int position = metrics != NULL ? ff_owned_store_next_position (db, FF_OWNED_METRIC, to, error) : -1;

  if (position < 0)
    return FALSE;
  for (guint i = 0; i < metrics->len; i++)
    {
      FfMetric *metric = g_ptr_array_index (metrics, i);
      gboolean free_now = FALSE;

      metric->id = 0;
      metric->owner = to;
      metric->position = position;
      if (!is_free (db, metric, metric->key, &free_now, error) || (free_now && !ff_metric_store_insert (db, metric, error)))
        return FALSE;
      position += free_now ? 1 : 0;
    }
  return TRUE;
}

FfDirection
ff_metric_get_direction (const FfMetric *metric)
{
  FfDirection direction = FF_DIRECTION_UP;

  ff_direction_from_key (metric->direction, &direction);
  return direction;
}

double
ff_metric_get_target (const FfMetric *metric)
{
  FfTargetKind kind;

  if (metric->target == NULL || metric->target_kind == NULL || !ff_target_kind_from_key (metric->target_kind, &kind))
    return FF_UNDEFINED;
  return ff_metric_target (kind, ff_metric_get_direction (metric), ff_decimal_to_double (metric->baseline),
                           ff_decimal_to_double (metric->target));
}
