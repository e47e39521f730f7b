#include "config.h"

#include "ff-evaluations.h"

#include <glib/gi18n-lib.h>

#include "ff-metric-store.h"
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
  g_autoptr (GPtrArray) old = ff_metric_store_list (db, to, error);
  g_autoptr (GPtrArray) metrics = old != NULL ? ff_metric_store_list (db, from, error) : NULL;

  for (guint i = 0; metrics != NULL && i < old->len; i++)
    if (!ff_owned_store_delete (db, FF_OWNED_METRIC, ((FfMetric *) g_ptr_array_index (old, i))->id, error))
      return FALSE;
  for (guint i = 0; metrics != NULL && i < metrics->len; i++)
    {
      FfMetric *metric = g_ptr_array_index (metrics, i);

      metric->owner = to;
      metric->position = (int) i;
      if (!ff_metric_store_insert (db, metric, error))
        return FALSE;
    }
  return metrics != NULL;
}

gboolean
ff_evaluations_copy (FfDb *db, FfOwner from, FfOwner to, GError **error)
{
  return copy_targets (db, from, to, error) && copy_metrics (db, from, to, error) && ff_questionnaires_copy_all (db, from, to, error);
}
