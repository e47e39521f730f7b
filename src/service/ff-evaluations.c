#include "config.h"

#include "ff-evaluations.h"

#include <glib/gi18n-lib.h>

#include "ff-owned-store.h"
#include "ff-questionnaires.h"
#include "ff-take.h"

#define HUNDRED_PERCENT 10000
#define MOST_DAYS 3650

/* A percentage; @none is what "" stands for, a negative one makes "" refused. */
static gboolean
take_percent (int *stored, const char *value, gboolean may_be_none, const char *field, gboolean *changed, GError **error)
{
  gint64 percent = *stored;

  if (!ff_take_hundredths (&percent, value, field, changed, error))
    return FALSE;
  if (percent > HUNDRED_PERCENT || (percent < 0 && !may_be_none))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("Enter a percentage from 0 to 100."));
      return FALSE;
    }
  *stored = (int) percent;
  return TRUE;
}

static gboolean
take_days (int *stored, const char *value, const char *field, gboolean *changed, GError **error)
{
  int days = *stored;

  if (!ff_take_number (&days, value, MOST_DAYS, -1, field, changed, error))
    return FALSE;
  if (days < 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("Enter a number of days."));
      return FALSE;
    }
  *stored = days;
  return TRUE;
}

FfPut
ff_evaluations_put (FfDb *db, FfOwner owner, const FfEvaluationDraft *draft, GError **error)
{
  FfEvaluation evaluation;
  gboolean changed = FALSE;
  gboolean is_new;

  g_return_val_if_fail (draft != NULL && owner.kind != FF_OWNER_NONE, FF_PUT_REFUSED);

  if (!ff_evaluation_store_read (db, owner, &evaluation, error)
      || !take_percent (&evaluation.learning_target, draft->learning_target, TRUE, "learning_target", &changed, error)
      || !take_days (&evaluation.behaviour_days, draft->behaviour_days, "behaviour_days", &changed, error)
      || !take_percent (&evaluation.applied_target, draft->applied_target, FALSE, "applied_target", &changed, error)
      || !take_percent (&evaluation.submitted_target, draft->submitted_target, FALSE, "submitted_target", &changed, error)
      || !take_days (&evaluation.results_days, draft->results_days, "results_days", &changed, error)
      || !take_percent (&evaluation.interview_share, draft->interview_share, FALSE, "interview_share", &changed, error))
    return FF_PUT_REFUSED;
  is_new = evaluation.id == 0;
  if (!is_new && !changed)
    return FF_PUT_SAME;
  if (!ff_evaluation_store_write (db, &evaluation, error))
    return FF_PUT_REFUSED;
  return is_new ? FF_PUT_NEW : FF_PUT_CHANGED;
}

static const FfMetric *
find_metric (const GPtrArray *metrics, const char *key)
{
  for (guint i = 0; i < metrics->len; i++)
    if (g_str_equal (((const FfMetric *) g_ptr_array_index (metrics, i))->key, key))
      return g_ptr_array_index (metrics, i);
  return NULL;
}

static gboolean
metric_equal (const FfMetric *a, const FfMetric *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->unit, b->unit) == 0 && g_strcmp0 (a->direction, b->direction) == 0
         && g_strcmp0 (a->baseline, b->baseline) == 0 && g_strcmp0 (a->target_kind, b->target_kind) == 0
         && g_strcmp0 (a->target, b->target) == 0 && g_strcmp0 (a->actual_by, b->actual_by) == 0 && a->last_n == b->last_n
         && g_strcmp0 (a->chart, b->chart) == 0 && g_strcmp0 (a->formula, b->formula) == 0 && g_strcmp0 (a->in_charge, b->in_charge) == 0;
}

static gboolean
remove_metric (FfDb *db, const FfMetric *metric, GError **error)
{
  g_autoptr (GPtrArray) values = ff_metric_store_list_entries (db, metric->id, error);
  int uses = values != NULL ? ff_metric_store_count_uses (db, metric->id, error) : -1;

  if (uses < 0)
    return FALSE;
  if (values->len == 0 && uses == 0)
    return ff_owned_store_delete (db, FF_OWNED_METRIC, metric->id, error);
  ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("The metric “%s” is in use already, so it stays: name it, or delete its values first."),
                    ff_metric_get_title (metric));
  return FALSE;
}

static gboolean
put_metric (FfDb *db, FfOwner owner, FfMetric *metric, int position, const FfMetric *before, gboolean *changed, GError **error)
{
  metric->owner = owner;
  metric->position = position;
  metric->id = before != NULL ? before->id : 0;
  if (before == NULL)
    {
      *changed = TRUE;
      return ff_metric_store_insert (db, metric, error);
    }
  if (!metric_equal (metric, before))
    {
      *changed = TRUE;
      if (!ff_metric_store_update (db, metric, error))
        return FALSE;
    }
  return ff_owned_store_move (db, FF_OWNED_METRIC, metric->id, position, error);
}

gboolean
ff_evaluations_put_metrics (FfDb *db, FfOwner owner, GPtrArray *metrics, gboolean *changed, GError **error)
{
  g_autoptr (GPtrArray) stored = ff_metric_store_list (db, owner, error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    {
      const FfMetric *before = g_ptr_array_index (stored, i);

      if (find_metric (metrics, before->key) != NULL)
        continue;
      *changed = TRUE;
      if (!remove_metric (db, before, error))
        return FALSE;
    }
  for (guint i = 0; i < metrics->len; i++)
    {
      FfMetric *metric = g_ptr_array_index (metrics, i);

      if (!put_metric (db, owner, metric, (int) i, find_metric (stored, metric->key), changed, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_targets (FfDb *db, FfOwner from, FfOwner to, GError **error)
{
  FfEvaluation evaluation;

  if (!ff_evaluation_store_delete (db, to, error) || !ff_evaluation_store_read (db, from, &evaluation, error))
    return FALSE;
  if (evaluation.id == 0)
    return TRUE;
  evaluation.id = 0;
  evaluation.owner = to;
  evaluation.interview_seed = -1;
  return ff_evaluation_store_write (db, &evaluation, error);
}

static gboolean
copy_metrics (FfDb *db, FfOwner from, FfOwner to, GError **error)
{
  g_autoptr (GPtrArray) metrics = ff_metric_store_list (db, from, error);
  gboolean changed = FALSE;

  return metrics != NULL && ff_evaluations_put_metrics (db, to, metrics, &changed, error);
}

gboolean
ff_evaluations_copy (FfDb *db, FfOwner from, FfOwner to, GError **error)
{
  return copy_targets (db, from, to, error) && copy_metrics (db, from, to, error) && ff_questionnaires_copy_all (db, from, to, error);
}
