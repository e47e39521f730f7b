#include "config.h"

#include "ff-improvements.h"

#include <glib/gi18n-lib.h>

#include "ff-owned.h"
#include "ff-take.h"

/* Words ------------------------------------------------------------------------------------------------------------- */

static const char *const step_titles[FF_STEPS] = {
  NC_ ("step", "Find the problem"),     NC_ ("step", "Look for causes"),  NC_ ("step", "Settle the main causes"),
  NC_ ("step", "Plan measures"),        NC_ ("step", "Carry them out"),   NC_ ("step", "Check the effect"),
  NC_ ("step", "Make it the standard"), NC_ ("step", "Carry over what is left"),
};

static const char *const phase_titles[FF_N_PHASES] = {
  [FF_PHASE_PLAN] = NC_ ("phase", "Plan"),
  [FF_PHASE_DO] = NC_ ("phase", "Do"),
  [FF_PHASE_CHECK] = NC_ ("phase", "Check"),
  [FF_PHASE_ACT] = NC_ ("phase", "Act"),
};

static const char *const branch_titles[FF_N_BRANCHES] = {
  [FF_BRANCH_PEOPLE] = NC_ ("branch", "People"),
  [FF_BRANCH_MACHINE] = NC_ ("branch", "Equipment"),
  [FF_BRANCH_MATERIAL] = NC_ ("branch", "Material"),
  [FF_BRANCH_METHOD] = NC_ ("branch", "Method"),
  [FF_BRANCH_ENVIRONMENT] = NC_ ("branch", "Environment"),
  [FF_BRANCH_MEASURE] = NC_ ("branch", "Measurement"),
};

const char *
ff_step_title (int step)
{
  g_return_val_if_fail (step >= 1 && step <= FF_STEPS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "step", step_titles[step - 1]);
}

const char *
ff_phase_title (FfPhase phase)
{
  g_return_val_if_fail (phase < FF_N_PHASES, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "phase", phase_titles[phase]);
}

const char *
ff_branch_title (FfBranch branch)
{
  g_return_val_if_fail (branch >= 0 && branch < FF_N_BRANCHES, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "branch", branch_titles[branch]);
}

const char *
ff_cause_title (const FfCause *cause)
{
  g_return_val_if_fail (cause != NULL, "");
  return cause->text != NULL ? cause->text : ff_branch_title (cause->branch);
}

/* Cycles ------------------------------------------------------------------------------------------------------------ */

gint64
ff_improvements_need_cycle (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (GPtrArray) cycles = ff_improvement_store_list_cycles (db, owner, error);
  const FfImprovementCycle *newest = cycles != NULL && cycles->len > 0 ? g_ptr_array_index (cycles, 0) : NULL;
  FfImprovementCycle cycle = { .owner = owner, .number = 1, .closed_on = FF_NO_DAY };

  if (cycles == NULL)
    return 0;
  if (newest != NULL && newest->closed_on == FF_NO_DAY)
    return newest->id;
  if (newest != NULL)
    cycle.number = newest->number + 1;
  cycle.starts_on = ff_time_day (ff_time_now ());
  return ff_improvement_store_insert_cycle (db, &cycle, error) ? cycle.id : 0;
}

static FfImprovementCycle *
read_open_cycle (FfDb *db, gint64 cycle_id, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (FfImprovementCycle) cycle = ff_improvement_store_read_cycle (db, cycle_id, &local_error);

  if (ff_owned_found (cycle, local_error, error) == NULL)
    return NULL;
  if (cycle->closed_on != FF_NO_DAY)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, NULL, _ ("Cycle %d is closed: change what went on from it in the next one."),
                        cycle->number);
      return NULL;
    }
  return g_steal_pointer (&cycle);
}

gboolean
ff_improvements_check_open (FfDb *db, gint64 cycle_id, GError **error)
{
  g_autoptr (FfImprovementCycle) cycle = read_open_cycle (db, cycle_id, error);

  return cycle != NULL;
}

/* Where what is carried over came from → what it became. */
typedef struct
{
  FfDb *db;
  gint64 next_id;
  GHashTable *items;
  GHashTable *causes;
} Carrying;

static void
remember (GHashTable *table, gint64 old_id, gint64 new_id)
{
  g_hash_table_insert (table, g_memdup2 (&old_id, sizeof old_id), g_memdup2 (&new_id, sizeof new_id));
}

static gint64
look_up (GHashTable *table, gint64 old_id)
{
  const gint64 *new_id = g_hash_table_lookup (table, &old_id);

  return new_id != NULL ? *new_id : 0;
}

/* Branches come before what stands on them, since they have no parent. */
static gboolean
carry_causes (Carrying *carrying, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GPtrArray) causes = ff_cause_store_list (carrying->db, from, error);

  for (guint i = 0; causes != NULL && i < causes->len; i++)
    {
      FfCause *cause = g_ptr_array_index (causes, i);
      gint64 old_id = cause->id;

      cause->improvement_id = to;
      cause->parent_id = look_up (carrying->causes, cause->parent_id);
      if (!ff_cause_store_insert (carrying->db, cause, error))
        return FALSE;
      remember (carrying->causes, old_id, cause->id);
    }
  return causes != NULL;
}

static gboolean
carry_items (Carrying *carrying, gint64 cycle_id, GError **error)
{
  g_autoptr (GPtrArray) items = ff_improvement_store_list (carrying->db, cycle_id, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      FfImprovement *item = g_ptr_array_index (items, i);

      if (item->solved_on != FF_NO_DAY)
        continue;
      item->carried_from_id = item->id;
      item->cycle_id = carrying->next_id;
      if (!ff_improvement_store_insert (carrying->db, item, error)
          || !carry_causes (carrying, item->carried_from_id, item->id, error))
        return FALSE;
      remember (carrying->items, item->carried_from_id, item->id);
    }
  return items != NULL;
}

static gboolean
carry_actions (Carrying *carrying, gint64 cycle_id, GError **error)
{
  g_autoptr (GPtrArray) actions = ff_action_store_list (carrying->db, cycle_id, error);

  for (guint i = 0; actions != NULL && i < actions->len; i++)
    {
      FfAction *action = g_ptr_array_index (actions, i);

      if (action->state != FF_ACTION_OPEN)
        continue;
      action->carried_from_id = action->id;
      action->cycle_id = carrying->next_id;
      action->improvement_id = look_up (carrying->items, action->improvement_id);
      action->cause_id = look_up (carrying->causes, action->cause_id);
      if (!ff_action_store_insert (carrying->db, action, error))
        return FALSE;
    }
  return actions != NULL;
}

gboolean
ff_improvements_count_open (FfDb *db, gint64 cycle_id, FfCarried *carried, GError **error)
{
  g_autoptr (GPtrArray) items = ff_improvement_store_list (db, cycle_id, error);
  g_autoptr (GPtrArray) actions = items != NULL ? ff_action_store_list (db, cycle_id, error) : NULL;

  g_return_val_if_fail (carried != NULL, FALSE);

  *carried = (FfCarried) { 0 };
  for (guint i = 0; actions != NULL && i < items->len; i++)
    carried->items += ((const FfImprovement *) g_ptr_array_index (items, i))->solved_on == FF_NO_DAY;
  for (guint i = 0; actions != NULL && i < actions->len; i++)
    carried->actions += ((const FfAction *) g_ptr_array_index (actions, i))->state == FF_ACTION_OPEN;
  return actions != NULL;
}

gboolean
ff_improvements_close_cycle (FfDb *db, gint64 cycle_id, const char *note, FfCarried *carried, GError **error)
{
  g_autoptr (FfImprovementCycle) cycle = read_open_cycle (db, cycle_id, error);
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) causes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Carrying carrying = { .db = db, .items = items, .causes = causes };
  gboolean changed = FALSE;
  FfCarried open;

  if (cycle == NULL || !ff_take_text (&cycle->note, note, "note", &changed, error)
      || !ff_improvements_count_open (db, cycle_id, &open, error))
    return FALSE;
  cycle->closed_on = MAX (ff_time_day (ff_time_now ()), cycle->starts_on);
  if (carried != NULL)
    *carried = open;
  if (!ff_improvement_store_update_cycle (db, cycle, error))
    return FALSE;
  if (open.items + open.actions == 0)
    return TRUE;
  carrying.next_id = ff_improvements_need_cycle (db, cycle->owner, error);
  return carrying.next_id != 0 && carry_items (&carrying, cycle_id, error) && carry_actions (&carrying, cycle_id, error);
}

/* Weak items -------------------------------------------------------------------------------------------------------- */

FfImprovement *
ff_improvements_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfImprovement *item = ff_improvement_store_read (db, id, &local_error);

  return ff_owned_found (item, local_error, error);
}

gboolean
ff_improvements_add (FfDb *db, FfImprovement *item, GError **error)
{
  if (!ff_improvement_store_insert (db, item, error))
    return FALSE;
  for (int branch = 0; branch < FF_N_BRANCHES; branch++)
    {
      FfCause cause = { .improvement_id = item->id, .branch = (FfBranch) branch };

      if (!ff_cause_store_insert (db, &cause, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_solved (FfImprovement *item, const char *text, gboolean *changed, GError **error)
{
  gboolean solved = item->solved_on != FF_NO_DAY;
  gboolean toggled = FALSE;

  if (!ff_take_yes_no (&solved, text, "solved", &toggled, error))
    return FALSE;
  if (toggled)
    item->solved_on = solved ? ff_time_day (ff_time_now ()) : FF_NO_DAY;
  *changed |= toggled;
  return TRUE;
}

static gboolean
take_weakness (FfImprovement *item, const char *text, gboolean *changed, GError **error)
{
  if (!ff_take_decimal (&item->weakness, text, "weakness", changed, error))
    return FALSE;
  if (item->weakness == NULL)
    item->weakness = g_strdup ("0");
  if (*item->weakness != '-')
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "weakness", _ ("Write how weak it is as a number from 0 up: cases, or points."));
  return FALSE;
}

FfPut
ff_improvements_put (FfDb *db, FfOwner owner, gint64 update_id, const FfImprovementDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfImprovement) item = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (update_id != 0)
    item = ff_improvements_read (db, update_id, error);
  else
    {
      item = g_new0 (FfImprovement, 1);
      item->solved_on = FF_NO_DAY;
    }
  if (item == NULL || !ff_take_line (&item->title, draft->title, FF_TAKE_LINE_MAX, "title", &changed, error)
      || !ff_owned_need (item->title, "title", _ ("Write what is weak, for example “First reply later than 2 hours”."), error)
      || !ff_take_number (&item->level, draft->level, 4, 0, "level", &changed, error) || !take_weakness (item, draft->weakness, &changed, error)
      || !ff_take_line (&item->fact, draft->fact, FF_TAKE_LINE_MAX, "fact", &changed, error)
      || !ff_take_id (&item->metric_id, draft->metric, &changed) || !take_solved (item, draft->solved, &changed, error))
    return FF_PUT_REFUSED;
  if (update_id == 0)
    item->cycle_id = ff_improvements_need_cycle (db, owner, error);
  else if (!changed)
    return FF_PUT_SAME;
  if (item->cycle_id == 0 || !ff_improvements_check_open (db, item->cycle_id, error)
      || !(update_id != 0 ? ff_improvement_store_update (db, item, error) : ff_improvements_add (db, item, error)))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = item->id;
  return update_id != 0 ? FF_PUT_CHANGED : FF_PUT_NEW;
}

gboolean
ff_improvements_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfImprovement) item = ff_improvements_read (db, id, error);

  return item != NULL && ff_improvements_check_open (db, item->cycle_id, error) && ff_improvement_store_delete (db, id, error);
}
