#include "config.h"

#include "ff-improvement-actions.h"

#include <glib/gi18n-lib.h>

#include "ff-improvements.h"
#include "ff-owned.h"
#include "ff-take.h"

static const char *const state_titles[FF_N_ACTION_STATES] = {
  [FF_ACTION_OPEN] = NC_ ("action", "Open"),
  [FF_ACTION_DONE] = NC_ ("action", "Done"),
  [FF_ACTION_DROPPED] = NC_ ("action", "Dropped"),
};

const char *
ff_action_state_title (FfActionState state)
{
  g_return_val_if_fail (state < FF_N_ACTION_STATES, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "action", state_titles[state]);
}

FfEffect
ff_action_effect (const FfAction *action)
{
  g_return_val_if_fail (action != NULL, (FfEffect) { 0 });
  return ff_effect_compute (action->before, action->goal, action->after, action->down);
}

FfAction *
ff_actions_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfAction *action = ff_action_store_read (db, id, &local_error);

  return ff_owned_found (action, local_error, error);
}

/* Putting ---------------------------------------------------------------------------------------------------------- */

static FfAction *
action_new (FfDb *db, FfOwner owner, GError **error)
{
  gint64 cycle_id = ff_improvements_need_cycle (db, owner, error);
  FfAction *action = cycle_id != 0 ? g_new0 (FfAction, 1) : NULL;

  if (action == NULL)
    return NULL;
  action->cycle_id = cycle_id;
  action->owner = owner;
  action->step = ff_phase_step (FF_PHASE_PLAN);
  action->due_on = action->done_on = FF_NO_DAY;
  action->kept = FF_KEPT_UNDECIDED;
  return action;
}

static gboolean
take_step (FfAction *action, const char *text, gboolean *changed, GError **error)
{
  if (!ff_take_number (&action->step, text, FF_STEPS, ff_phase_step (FF_PHASE_PLAN), "step", changed, error))
    return FALSE;
  if (action->step >= 1)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "step", _ ("The steps are counted from 1 to %d."), FF_STEPS);
  return FALSE;
}

static gboolean
take_state (FfAction *action, const char *text, gboolean *changed, GError **error)
{
  FfActionState state = action->state;

  if (text != NULL && *text != '\0' && !ff_action_state_from_key (text, &state))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "state", _ ("“%s” is no state of an action."), text);
      return FALSE;
    }
  if (state == action->state)
    return TRUE;
  action->state = state;
  action->done_on = state == FF_ACTION_DONE ? ff_time_day (ff_time_now ()) : FF_NO_DAY;
  *changed = TRUE;
  return TRUE;
}

static gboolean
take_direction (FfAction *action, const char *text, gboolean *changed, GError **error)
{
  gboolean down = g_strcmp0 (text, "down") == 0;

  if (text == NULL)
    return TRUE;
  if (!down && g_strcmp0 (text, "up") != 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "direction", _ ("Say whether more or less of it is better."));
      return FALSE;
    }
  *changed |= down != action->down;
  action->down = down;
  return TRUE;
}

static gboolean
take_kept (FfAction *action, const char *text, gboolean *changed, GError **error)
{
  gboolean yes = action->kept == FF_KEPT_YES;
  gboolean toggled = FALSE;
  FfKept kept;

  if (text == NULL)
    return TRUE;
  if (*text != '\0' && !ff_take_yes_no (&yes, text, "kept", &toggled, error))
    return FALSE;
  kept = *text == '\0' ? FF_KEPT_UNDECIDED : yes ? FF_KEPT_YES : FF_KEPT_NO;
  *changed |= kept != action->kept;
  action->kept = kept;
  return TRUE;
}

/* Where it comes from: a cause brings its weak item along, another weak item lets go of the cause. */
static gboolean
take_origin_ids (FfDb *db, FfAction *action, const FfActionDraft *draft, GError **error)
{
  gint64 item_id = action->improvement_id;

  if (draft->cause != NULL && *draft->cause != '\0')
    {
      g_autoptr (FfCause) cause = ff_causes_read (db, g_ascii_strtoll (draft->cause, NULL, 10), error);

      if (cause == NULL)
        return FALSE;
      action->cause_id = cause->id;
      action->improvement_id = cause->improvement_id;
      return TRUE;
    }
  if (draft->improvement != NULL)
    action->improvement_id = g_ascii_strtoll (draft->improvement, NULL, 10);
  if (draft->cause != NULL || item_id != action->improvement_id)
    action->cause_id = 0;
  return TRUE;
}

static gboolean
take_origin (FfDb *db, FfAction *action, const FfActionDraft *draft, gboolean *changed, GError **error)
{
  g_autoptr (FfImprovement) item = NULL;
  gint64 item_id = action->improvement_id, cause_id = action->cause_id;

  if (!take_origin_ids (db, action, draft, error))
    return FALSE;
  if (item_id == action->improvement_id && cause_id == action->cause_id)
    return TRUE;
  *changed = TRUE;
  if (action->improvement_id == 0)
    return TRUE;
  item = ff_improvements_read (db, action->improvement_id, error);
  if (item == NULL)
    return FALSE;
  if (item->cycle_id != action->cycle_id)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "improvement", _ ("This weak item belongs to another cycle: choose one of this cycle."));
      return FALSE;
    }
  if (action->level == 0 && action->id == 0)
    action->level = item->level;
  return TRUE;
}

static gboolean
take_measure (FfAction *action, const FfActionDraft *draft, gboolean *changed, GError **error)
{
  return ff_take_id (&action->metric_id, draft->metric, changed)
         && ff_take_line (&action->measure, draft->measure, FF_TAKE_LINE_MAX, "measure", changed, error)
         && ff_take_line (&action->unit, draft->unit, FF_TAKE_LINE_MAX, "unit", changed, error)
         && take_direction (action, draft->direction, changed, error)
         && ff_take_decimal (&action->before, draft->before, "before", changed, error)
         && ff_take_decimal (&action->goal, draft->goal, "goal", changed, error)
         && ff_take_decimal (&action->after, draft->after, "after", changed, error) && take_kept (action, draft->kept, changed, error)
         && ff_take_text (&action->result, draft->result, "result", changed, error);
}

FfPut
ff_actions_put (FfDb *db, FfOwner owner, gint64 update_id, const FfActionDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfAction) action = update_id != 0 ? ff_actions_read (db, update_id, error) : action_new (db, owner, error);
  gboolean changed = FALSE;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (action == NULL || !ff_take_line (&action->title, draft->title, FF_TAKE_LINE_MAX, "title", &changed, error)
      || !ff_owned_need (action->title, "title", _ ("Write what is done, for example “Hand-over card at every shift change”."), error)
      || !ff_take_number (&action->level, draft->level, 4, 0, "level", &changed, error)
      || !take_origin (db, action, draft, &changed, error) || !take_step (action, draft->step, &changed, error)
      || !ff_take_line (&action->in_charge, draft->in_charge, FF_TAKE_LINE_MAX, "in_charge", &changed, error)
      || !ff_take_optional_day (&action->due_on, draft->due_on, "due_on", &changed, error)
      || !take_state (action, draft->state, &changed, error) || !take_measure (action, draft, &changed, error))
    return FF_PUT_REFUSED;
  if (update_id != 0 && !changed)
    return FF_PUT_SAME;
  if (!ff_improvements_check_open (db, action->cycle_id, error)
      || !(update_id != 0 ? ff_action_store_update (db, action, error) : ff_action_store_insert (db, action, error)))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = action->id;
  return update_id != 0 ? FF_PUT_CHANGED : FF_PUT_NEW;
}

gboolean
ff_actions_move (FfDb *db, gint64 id, FfPhase phase, int position, GError **error)
{
  g_autoptr (FfAction) action = ff_actions_read (db, id, error);

  g_return_val_if_fail (phase < FF_N_PHASES, FALSE);

  if (action == NULL || !ff_improvements_check_open (db, action->cycle_id, error))
    return FALSE;
  if (ff_phase_of_step (action->step) != phase)
    {
      action->step = ff_phase_step (phase);
      if (!ff_action_store_update (db, action, error))
        return FALSE;
    }
  return ff_action_store_place (db, id, position, error);
}

gboolean
ff_actions_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfAction) action = ff_actions_read (db, id, error);

  return action != NULL && ff_improvements_check_open (db, action->cycle_id, error) && ff_action_store_delete (db, id, error);
}

GPtrArray *
ff_actions_list_open (FfDb *db, FfDay until, GError **error)
{
  return ff_action_store_list_open (db, until, error);
}
