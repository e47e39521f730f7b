#include "config.h"

#include "ff-improvement-action-store.h"

#include "ff-order-store.h"
#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

static const char *const states[FF_N_ACTION_STATES] = {
  [FF_ACTION_OPEN] = "open",
  [FF_ACTION_DONE] = "done",
  [FF_ACTION_DROPPED] = "dropped",
};

const char *
ff_action_state_to_key (FfActionState state)
{
  g_return_val_if_fail (state < FF_N_ACTION_STATES, NULL);
  return states[state];
}

gboolean
ff_action_state_from_key (const char *key, FfActionState *state)
{
  for (int i = 0; i < FF_N_ACTION_STATES; i++)
    if (g_strcmp0 (states[i], key) == 0)
      {
        *state = (FfActionState) i;
        return TRUE;
      }
  return FALSE;
}

void
ff_action_free (FfAction *action)
{
  if (action == NULL)
    return;
  g_free (action->title);
  g_free (action->in_charge);
  g_free (action->measure);
  g_free (action->unit);
  g_free (action->before);
  g_free (action->goal);
  g_free (action->after);
  g_free (action->result);
  g_free (action);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_CYCLE_ID,
  COL_PROJECT_ID,
  COL_RUN_ID,
  COL_IMPROVEMENT_ID,
  COL_CAUSE_ID,
  COL_POSITION,
  COL_STEP,
  COL_LEVEL,
  COL_TITLE,
  COL_OWNER,
  COL_DUE_ON,
  COL_STATE,
  COL_DONE_ON,
  COL_METRIC_ID,
  COL_MEASURE,
  COL_UNIT,
  COL_DIRECTION,
  COL_BEFORE,
  COL_GOAL,
  COL_AFTER,
  COL_KEPT,
  COL_RESULT,
  COL_CARRIED_FROM_ID,
};

#define SELECT_ACTION                                                                                                               \
  "SELECT a.id, a.version, a.cycle_id, cycle.project_id, cycle.run_id, a.improvement_id, a.cause_id, a.position, a.step, a.level,"  \
  " a.title, a.owner, a.due_on, a.state, a.done_on, a.metric_id, a.measure, a.unit, a.direction, a.measured_before, a.goal,"        \
  " a.measured_after, a.kept, a.result, a.carried_from_id"                                                                          \
  " FROM improvement_action AS a JOIN improvement_cycle AS cycle ON cycle.id = a.cycle_id"
/* Of the first step of each phase: 1 to 4, 5, 6, 7 and 8. */
#define PHASE(step) "CASE WHEN " step " <= 4 THEN 0 WHEN " step " <= 6 THEN " step " - 4 ELSE 3 END"

static gpointer
read_action (FfStatement *statement)
{
  FfAction *action = g_new0 (FfAction, 1);

  action->id = ff_statement_get_int (statement, COL_ID);
  action->version = ff_statement_get_int (statement, COL_VERSION);
  action->cycle_id = ff_statement_get_int (statement, COL_CYCLE_ID);
  action->owner = ff_owned_store_get_owner (statement, FF_OWNED_CYCLE, COL_PROJECT_ID);
  action->improvement_id = ff_statement_get_int (statement, COL_IMPROVEMENT_ID);
  action->cause_id = ff_statement_get_int (statement, COL_CAUSE_ID);
  action->position = (int) ff_statement_get_int (statement, COL_POSITION);
  action->step = (int) ff_statement_get_int (statement, COL_STEP);
  action->level = (int) ff_statement_get_int (statement, COL_LEVEL);
  action->title = ff_statement_dup_text (statement, COL_TITLE);
  action->in_charge = ff_statement_dup_text (statement, COL_OWNER);
  action->due_on = ff_statement_get_day (statement, COL_DUE_ON);
  if (!ff_action_state_from_key (ff_statement_get_text (statement, COL_STATE), &action->state))
    action->state = FF_ACTION_OPEN;
  action->done_on = ff_statement_get_day (statement, COL_DONE_ON);
  action->metric_id = ff_statement_get_int (statement, COL_METRIC_ID);
  action->measure = ff_statement_dup_text (statement, COL_MEASURE);
  action->unit = ff_statement_dup_text (statement, COL_UNIT);
  action->down = g_strcmp0 (ff_statement_get_text (statement, COL_DIRECTION), "down") == 0;
  action->before = ff_statement_dup_text (statement, COL_BEFORE);
  action->goal = ff_statement_dup_text (statement, COL_GOAL);
  action->after = ff_statement_dup_text (statement, COL_AFTER);
  action->kept = (FfKept) ff_statement_get_number (statement, COL_KEPT);
  action->result = ff_statement_dup_text (statement, COL_RESULT);
  action->carried_from_id = ff_statement_get_int (statement, COL_CARRIED_FROM_ID);
  return action;
}

GPtrArray *
ff_action_store_list (FfDb *db, gint64 cycle_id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_ACTION " WHERE a.cycle_id = $cycle ORDER BY " PHASE ("a.step") ", a.position, a.id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$cycle", cycle_id);
  return ff_rows_list (statement, read_action, (GDestroyNotify) ff_action_free, error);
}

GPtrArray *
ff_action_store_list_open (FfDb *db, FfDay until, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      SELECT_ACTION " LEFT JOIN run ON run.id = cycle.run_id LEFT JOIN project ON project.id = cycle.project_id"
                    " WHERE a.state = 'open' AND a.due_on <= $until AND cycle.closed_on IS NULL"
                    " AND ((run.deleted = 0 AND run.cancelled = 0) OR project.deleted = 0) ORDER BY a.due_on, a.id",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_day (statement, "$until", until);
  return ff_rows_list (statement, read_action, (GDestroyNotify) ff_action_free, error);
}

FfAction *
ff_action_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_ACTION " WHERE a.id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_action (statement) : NULL;
}

static void
bind_action (FfStatement *statement, const FfAction *action)
{
  ff_statement_bind_id (statement, "$improvement", action->improvement_id);
  ff_statement_bind_id (statement, "$cause", action->cause_id);
  ff_statement_bind_int (statement, "$step", action->step);
  ff_statement_bind_id (statement, "$level", action->level);
  ff_statement_bind_text (statement, "$title", action->title);
  ff_statement_bind_text (statement, "$owner", action->in_charge);
  ff_statement_bind_day (statement, "$due_on", action->due_on);
  ff_statement_bind_text (statement, "$state", ff_action_state_to_key (action->state));
  ff_statement_bind_day (statement, "$done_on", action->done_on);
  ff_statement_bind_id (statement, "$metric", action->metric_id);
  ff_statement_bind_text (statement, "$measure", action->measure);
  ff_statement_bind_text (statement, "$unit", action->unit);
  ff_statement_bind_text (statement, "$direction", action->down ? "down" : "up");
  ff_statement_bind_text (statement, "$before", action->before);
  ff_statement_bind_text (statement, "$goal", action->goal);
  ff_statement_bind_text (statement, "$after", action->after);
  ff_statement_bind_number (statement, "$kept", action->kept);
  ff_statement_bind_text (statement, "$result", action->result);
}

gboolean
ff_action_store_insert (FfDb *db, FfAction *action, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO improvement_action (cycle_id, improvement_id, cause_id, position, step, level, title, owner, due_on, state, done_on,"
      " metric_id, measure, unit, direction, measured_before, goal, measured_after, kept, result, carried_from_id)"
      " VALUES ($cycle, $improvement, $cause, (SELECT coalesce (max (position) + 1, 1) FROM improvement_action WHERE cycle_id = $cycle),"
      " $step, $level, $title, $owner, $due_on, $state, $done_on, $metric, $measure, $unit, $direction, $before, $goal, $after, $kept,"
      " $result, $carried_from)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$cycle", action->cycle_id);
  ff_statement_bind_id (statement, "$carried_from", action->carried_from_id);
  bind_action (statement, action);
  return ff_statement_insert (statement, &action->id, error);
}

gboolean
ff_action_store_update (FfDb *db, const FfAction *action, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "UPDATE improvement_action SET improvement_id = $improvement, cause_id = $cause, step = $step, level = $level, title = $title,"
      " owner = $owner, due_on = $due_on, state = $state, done_on = $done_on, metric_id = $metric, measure = $measure, unit = $unit,"
      " direction = $direction, measured_before = $before, goal = $goal, measured_after = $after, kept = $kept, result = $result,"
      " version = version + 1 WHERE id = $id",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", action->id);
  bind_action (statement, action);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_action_store_place (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_order_store_move (db, FF_ORDER_ACTION, id, position, error);
}

gboolean
ff_action_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (
             db, "UPDATE improvement_action SET carried_from_id = NULL, version = version + 1 WHERE carried_from_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM improvement_action WHERE id = $id", id, error);
}
