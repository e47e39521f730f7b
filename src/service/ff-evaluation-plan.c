#include "config.h"

#include "ff-evaluation-plan.h"

#include <glib/gi18n-lib.h>

#include "ff-owned.h"
#include "ff-runs.h"
#include "ff-take.h"

/* Ten years. */
#define HIGHEST_DAYS 3660

static gboolean
is_same (const FfEvaluation *a, const FfEvaluation *b)
{
  return a->learning_target == b->learning_target && a->behaviour_days == b->behaviour_days && a->applied_target == b->applied_target
         && a->submitted_target == b->submitted_target && a->results_days == b->results_days;
}

FfPut
ff_evaluation_plan_put (FfDb *db, FfOwner owner, const FfEvaluationPlanDraft *draft, GError **error)
{
  const FfEvaluation rules = FF_EVALUATION_INIT;
  FfEvaluation stored, plan;
  gboolean changed = FALSE;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (!ff_evaluation_store_read (db, owner, &stored, error))
    return FF_PUT_REFUSED;
  plan = stored;
  if (!ff_take_percent (&plan.learning_target, draft->learning_target, -1, "learning_target", &changed, error)
      || !ff_take_number (&plan.behaviour_days, draft->behaviour_days, HIGHEST_DAYS, rules.behaviour_days, "behaviour_days", &changed, error)
      || !ff_take_percent (&plan.submitted_target, draft->submitted_target, rules.submitted_target, "submitted_target", &changed, error)
      || !ff_take_percent (&plan.applied_target, draft->applied_target, rules.applied_target, "applied_target", &changed, error)
      || !ff_take_number (&plan.results_days, draft->results_days, HIGHEST_DAYS, rules.results_days, "results_days", &changed, error))
    return FF_PUT_REFUSED;
  if (is_same (&plan, &stored))
    return FF_PUT_SAME;
  plan.owner = owner;
  return ff_evaluation_store_write (db, &plan, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

/* Further looks ------------------------------------------------------------------------------------------------------ */

static void
look_free (gpointer data)
{
  FfLook *look = data;

  g_free (look->title);
  g_free (look);
}

static void
add_look (GPtrArray *looks, const FfRun *run, int number, int days, const char *title)
{
  FfLook *look = g_new0 (FfLook, 1);

  look->number = number;
  look->days = days;
  look->due_on = run->ends_on != FF_NO_DAY ? run->ends_on + days : FF_NO_DAY;
  look->title = g_strdup (title);
  g_ptr_array_add (looks, look);
}

static int
compare_looks (gconstpointer a, gconstpointer b)
{
  return (*(const FfLook *const *) a)->days - (*(const FfLook *const *) b)->days;
}

GPtrArray *
ff_looks_list (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autoptr (GPtrArray) waves = run != NULL ? ff_wave_store_list (db, run_id, error) : NULL;
  FfEvaluation plan;
  GPtrArray *looks;

  if (waves == NULL || !ff_evaluation_store_read (db, ff_owner_run (run_id), &plan, error))
    return NULL;
  looks = g_ptr_array_new_with_free_func (look_free);
  add_look (looks, run, 1, plan.behaviour_days, NULL);
  for (guint i = 0; i < waves->len; i++)
    {
      const FfWave *wave = g_ptr_array_index (waves, i);

      add_look (looks, run, wave->number, wave->days, wave->title);
    }
  g_ptr_array_sort (looks, compare_looks);
  return looks;
}

int
ff_looks_find_due (const GPtrArray *looks, FfDay today)
{
  int number = 1;

  g_return_val_if_fail (looks != NULL, number);

  for (guint i = 0; i < looks->len; i++)
    {
      const FfLook *look = g_ptr_array_index (looks, i);

      if (look->due_on != FF_NO_DAY && look->due_on <= today)
        number = look->number;
    }
  return number;
}

GPtrArray *
ff_waves_list (FfDb *db, gint64 run_id, GError **error)
{
  return ff_wave_store_list (db, run_id, error);
}

FfWave *
ff_waves_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfWave *wave = ff_wave_store_read (db, id, &local_error);

  return ff_owned_found (wave, local_error, error);
}

/* Two looks on one day could not be told apart. */
static gboolean
check_days (FfDb *db, const FfWave *wave, GError **error)
{
  g_autoptr (GPtrArray) waves = ff_wave_store_list (db, wave->run_id, error);
  FfEvaluation plan;
  gboolean taken;

  if (waves == NULL || !ff_evaluation_store_read (db, ff_owner_run (wave->run_id), &plan, error))
    return FALSE;
  taken = wave->days == plan.behaviour_days;
  for (guint i = 0; i < waves->len; i++)
    {
      const FfWave *other = g_ptr_array_index (waves, i);

      taken |= other->id != wave->id && other->days == wave->days;
    }
  if (taken)
    ff_put_set_error (error, FF_ERROR_EXISTS, "days", _("Behaviour is looked at %d days after the end already: choose another day."),
                      wave->days);
  return !taken;
}

FfPut
ff_waves_put (FfDb *db, gint64 run_id, gint64 update_id, const FfWaveDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfWave) wave = update_id != 0 ? ff_waves_read (db, update_id, error) : g_new0 (FfWave, 1);
  gboolean changed = FALSE, is_new = update_id == 0;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (wave == NULL)
    return FF_PUT_REFUSED;
  if (is_new)
    {
      wave->run_id = run_id;
      wave->days = -1;
      wave->number = ff_wave_store_next_number (db, run_id, error);
    }
  if (wave->number < 0 || !ff_take_number (&wave->days, draft->days, HIGHEST_DAYS, -1, "days", &changed, error)
      || !ff_take_line (&wave->title, draft->title, FF_TAKE_LINE_MAX, "title", &changed, error))
    return FF_PUT_REFUSED;
  if (wave->days < 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "days", _("Write how many days after the end of the class behaviour is looked at again."));
      return FF_PUT_REFUSED;
    }
  if (!is_new && !changed)
    return FF_PUT_SAME;
  if (!check_days (db, wave, error)
      || (is_new ? !ff_wave_store_insert (db, wave, error) : !ff_wave_store_update (db, wave, error)))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = wave->id;
  return is_new ? FF_PUT_NEW : FF_PUT_CHANGED;
}

gboolean
ff_waves_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfWave) wave = ff_waves_read (db, id, error);
  int answered = wave != NULL ? ff_wave_store_count_responses (db, wave->run_id, wave->number, error) : -1;

  if (answered > 0)
    g_set_error (error, FF_ERROR, FF_ERROR_CONFLICT,
                 ngettext ("%d form was answered in this look at behaviour: delete it first.",
                           "%d forms were answered in this look at behaviour: delete them first.", answered),
                 answered);
  return answered == 0 && ff_wave_store_delete (db, id, error);
}
