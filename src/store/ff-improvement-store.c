#include "config.h"

#include "ff-improvement-store.h"

#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

/* Cycles ------------------------------------------------------------------------------------------------------------ */

void
ff_improvement_cycle_free (FfImprovementCycle *cycle)
{
  if (cycle == NULL)
    return;
  g_free (cycle->note);
  g_free (cycle);
}

enum
{
  CYCLE_ID,
  CYCLE_VERSION,
  CYCLE_PROJECT_ID,
  CYCLE_RUN_ID,
  CYCLE_NUMBER,
  CYCLE_STARTS_ON,
  CYCLE_CLOSED_ON,
  CYCLE_NOTE,
};

#define SELECT_CYCLE "SELECT id, version, project_id, run_id, number, starts_on, closed_on, note FROM improvement_cycle"

static gpointer
read_cycle (FfStatement *statement)
{
  FfImprovementCycle *cycle = g_new0 (FfImprovementCycle, 1);

  cycle->id = ff_statement_get_int (statement, CYCLE_ID);
  cycle->version = ff_statement_get_int (statement, CYCLE_VERSION);
  cycle->owner = ff_owned_store_get_owner (statement, FF_OWNED_CYCLE, CYCLE_PROJECT_ID);
  cycle->number = (int) ff_statement_get_int (statement, CYCLE_NUMBER);
  cycle->starts_on = ff_statement_get_day (statement, CYCLE_STARTS_ON);
  cycle->closed_on = ff_statement_get_day (statement, CYCLE_CLOSED_ON);
  cycle->note = ff_statement_dup_text (statement, CYCLE_NOTE);
  return cycle;
}

GPtrArray *
ff_improvement_store_list_cycles (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_CYCLE " WHERE " FF_OWNED_BY_TWO ("improvement_cycle") " ORDER BY number DESC", error);

  if (statement == NULL)
    return NULL;
  ff_owned_store_bind (statement, FF_OWNED_CYCLE, owner);
  return ff_rows_list (statement, read_cycle, (GDestroyNotify) ff_improvement_cycle_free, error);
}

FfImprovementCycle *
ff_improvement_store_read_cycle (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_CYCLE " WHERE id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_cycle (statement) : NULL;
}

gboolean
ff_improvement_store_insert_cycle (FfDb *db, FfImprovementCycle *cycle, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO improvement_cycle (project_id, run_id, number, starts_on, closed_on, note)"
                       " VALUES ($project, $run, $number, $starts_on, $closed_on, $note)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_CYCLE, cycle->owner);
  ff_statement_bind_int (statement, "$number", cycle->number);
  ff_statement_bind_day (statement, "$starts_on", cycle->starts_on);
  ff_statement_bind_day (statement, "$closed_on", cycle->closed_on);
  ff_statement_bind_text (statement, "$note", cycle->note);
  return ff_statement_insert (statement, &cycle->id, error);
}

gboolean
ff_improvement_store_update_cycle (FfDb *db, const FfImprovementCycle *cycle, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE improvement_cycle SET starts_on = $starts_on, closed_on = $closed_on, note = $note,"
                       " version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", cycle->id);
  ff_statement_bind_day (statement, "$starts_on", cycle->starts_on);
  ff_statement_bind_day (statement, "$closed_on", cycle->closed_on);
  ff_statement_bind_text (statement, "$note", cycle->note);
  return ff_statement_run (statement, NULL, error);
}

/* Weak items -------------------------------------------------------------------------------------------------------- */

void
ff_improvement_free (FfImprovement *item)
{
  if (item == NULL)
    return;
  g_free (item->source);
  g_free (item->title);
  g_free (item->weight);
  g_free (item->shortfall);
  g_free (item->weakness);
  g_free (item->unit);
  g_free (item->fact);
  g_free (item);
}

enum
{
  ITEM_ID,
  ITEM_VERSION,
  ITEM_CYCLE_ID,
  ITEM_POSITION,
  ITEM_LEVEL,
  ITEM_SOURCE,
  ITEM_TITLE,
  ITEM_WEIGHT,
  ITEM_SHORTFALL,
  ITEM_WEAKNESS,
  ITEM_UNIT,
  ITEM_METRIC_ID,
  ITEM_FACT,
  ITEM_SOLVED_ON,
  ITEM_CARRIED_FROM_ID,
};

#define SELECT_ITEM                                                                                                                 \
  "SELECT id, version, cycle_id, position, level, source, title, weight, shortfall, weakness, unit, metric_id, fact, solved_on,"    \
  " carried_from_id FROM improvement"

static gpointer
read_item (FfStatement *statement)
{
  FfImprovement *item = g_new0 (FfImprovement, 1);

  item->id = ff_statement_get_int (statement, ITEM_ID);
  item->version = ff_statement_get_int (statement, ITEM_VERSION);
  item->cycle_id = ff_statement_get_int (statement, ITEM_CYCLE_ID);
  item->position = (int) ff_statement_get_int (statement, ITEM_POSITION);
  item->level = (int) ff_statement_get_int (statement, ITEM_LEVEL);
  item->source = ff_statement_dup_text (statement, ITEM_SOURCE);
  item->title = ff_statement_dup_text (statement, ITEM_TITLE);
  item->weight = ff_statement_dup_text (statement, ITEM_WEIGHT);
  item->shortfall = ff_statement_dup_text (statement, ITEM_SHORTFALL);
  item->weakness = ff_statement_dup_text (statement, ITEM_WEAKNESS);
  item->unit = ff_statement_dup_text (statement, ITEM_UNIT);
  item->metric_id = ff_statement_get_int (statement, ITEM_METRIC_ID);
  item->fact = ff_statement_dup_text (statement, ITEM_FACT);
  item->solved_on = ff_statement_get_day (statement, ITEM_SOLVED_ON);
  item->carried_from_id = ff_statement_get_int (statement, ITEM_CARRIED_FROM_ID);
  return item;
}

GPtrArray *
ff_improvement_store_list (FfDb *db, gint64 cycle_id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_ITEM " WHERE cycle_id = $cycle ORDER BY CAST(weakness AS REAL) DESC, position, id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$cycle", cycle_id);
  return ff_rows_list (statement, read_item, (GDestroyNotify) ff_improvement_free, error);
}

FfImprovement *
ff_improvement_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_ITEM " WHERE id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_item (statement) : NULL;
}

static void
bind_item (FfStatement *statement, const FfImprovement *item)
{
  ff_statement_bind_id (statement, "$level", item->level);
  ff_statement_bind_text (statement, "$source", item->source);
  ff_statement_bind_text (statement, "$title", item->title);
  ff_statement_bind_text (statement, "$weight", item->weight);
  ff_statement_bind_text (statement, "$shortfall", item->shortfall);
  ff_statement_bind_text (statement, "$weakness", item->weakness != NULL ? item->weakness : "0");
  ff_statement_bind_text (statement, "$unit", item->unit);
  ff_statement_bind_id (statement, "$metric", item->metric_id);
  ff_statement_bind_text (statement, "$fact", item->fact);
  ff_statement_bind_day (statement, "$solved_on", item->solved_on);
}

gboolean
ff_improvement_store_insert (FfDb *db, FfImprovement *item, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO improvement (cycle_id, position, level, source, title, weight, shortfall, weakness, unit, metric_id,"
                       " fact, solved_on, carried_from_id) VALUES ($cycle,"
                       " (SELECT coalesce (max (position) + 1, 0) FROM improvement WHERE cycle_id = $cycle), $level, $source, $title,"
                       " $weight, $shortfall, $weakness, $unit, $metric, $fact, $solved_on, $carried_from)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$cycle", item->cycle_id);
  ff_statement_bind_id (statement, "$carried_from", item->carried_from_id);
  bind_item (statement, item);
  return ff_statement_insert (statement, &item->id, error);
}

gboolean
ff_improvement_store_update (FfDb *db, const FfImprovement *item, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE improvement SET level = $level, source = $source, title = $title, weight = $weight,"
                       " shortfall = $shortfall, weakness = $weakness, unit = $unit, metric_id = $metric, fact = $fact,"
                       " solved_on = $solved_on, version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", item->id);
  bind_item (statement, item);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_improvement_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db,
                              "UPDATE improvement_action SET cause_id = NULL, improvement_id = NULL, version = version + 1"
                              " WHERE improvement_id = $id",
                              id, error)
         && ff_rows_run_with_id (
             db, "UPDATE improvement SET carried_from_id = NULL, version = version + 1 WHERE carried_from_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM cause WHERE improvement_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM improvement WHERE id = $id", id, error);
}
