#include "config.h"

#include "ff-task-store.h"

#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_task_free (FfTask *task)
{
  if (task == NULL)
    return;
  g_free (task->stage);
  g_free (task->kind);
  g_free (task->title);
  g_free (task->in_charge);
  g_free (task->note);
  g_free (task);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_PROJECT_ID,
  COL_RUN_ID,
  COL_STAGE_ID,
  COL_STAGE,
  COL_POSITION,
  COL_KIND,
  COL_TITLE,
  COL_OWNER,
  COL_DUE_ON,
  COL_DONE_ON,
  COL_NOTE,
};

#define SELECT_TASK                                                                                                           \
  "SELECT task.id, task.version, task.project_id, task.run_id, task.stage_id, stage.title, task.position, task.kind,"         \
  " task.title, task.owner, task.due_on, task.done_on, task.note FROM task LEFT JOIN stage ON stage.id = task.stage_id"

static gpointer
read_task (FfStatement *statement)
{
  FfTask *task = g_new0 (FfTask, 1);

  task->id = ff_statement_get_int (statement, COL_ID);
  task->version = ff_statement_get_int (statement, COL_VERSION);
  task->owner = ff_owned_store_get_owner (statement, FF_OWNED_TASK, COL_PROJECT_ID);
  task->stage_id = ff_statement_get_int (statement, COL_STAGE_ID);
  task->stage = ff_statement_dup_text (statement, COL_STAGE);
  task->position = (int) ff_statement_get_int (statement, COL_POSITION);
  task->kind = ff_statement_dup_text (statement, COL_KIND);
  task->title = ff_statement_dup_text (statement, COL_TITLE);
  task->in_charge = ff_statement_dup_text (statement, COL_OWNER);
  task->due_on = ff_statement_get_day (statement, COL_DUE_ON);
  task->done_on = ff_statement_get_day (statement, COL_DONE_ON);
  task->note = ff_statement_dup_text (statement, COL_NOTE);
  return task;
}

GPtrArray *
ff_task_store_list (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_TASK " WHERE " FF_OWNED_BY_TWO ("task") " ORDER BY task.position, task.id", error);

  if (statement == NULL)
    return NULL;
  ff_owned_store_bind (statement, FF_OWNED_TASK, owner);
  return ff_rows_list (statement, read_task, (GDestroyNotify) ff_task_free, error);
}

GPtrArray *
ff_task_store_list_open (FfDb *db, FfDay until, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      SELECT_TASK " LEFT JOIN run ON run.id = task.run_id LEFT JOIN project ON project.id = task.project_id"
                  " WHERE task.done_on IS NULL AND task.due_on <= $until"
                  " AND ((run.deleted = 0 AND run.cancelled = 0) OR project.deleted = 0) ORDER BY task.due_on, task.id",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_day (statement, "$until", until);
  return ff_rows_list (statement, read_task, (GDestroyNotify) ff_task_free, error);
}

FfTask *
ff_task_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_TASK " WHERE task.id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_task (statement) : NULL;
}

static void
bind_fields (FfStatement *statement, const FfTask *task)
{
  ff_statement_bind_id (statement, "$stage", task->stage_id);
  ff_statement_bind_text (statement, "$kind", task->kind);
  ff_statement_bind_text (statement, "$title", task->title);
  ff_statement_bind_text (statement, "$owner", task->in_charge);
  ff_statement_bind_day (statement, "$due_on", task->due_on);
  ff_statement_bind_day (statement, "$done_on", task->done_on);
  ff_statement_bind_text (statement, "$note", task->note);
}

gboolean
ff_task_store_insert (FfDb *db, FfTask *task, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO task (project_id, run_id, stage_id, position, kind, title, owner, due_on, done_on, note)"
                       " VALUES ($project, $run, $stage, $position, $kind, $title, $owner, $due_on, $done_on, $note)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_TASK, task->owner);
  ff_statement_bind_int (statement, "$position", task->position);
  bind_fields (statement, task);
  return ff_statement_insert (statement, &task->id, error);
}

gboolean
ff_task_store_update (FfDb *db, const FfTask *task, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE task SET stage_id = $stage, kind = $kind, title = $title, owner = $owner, due_on = $due_on,"
                       " done_on = $done_on, note = $note, version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", task->id);
  bind_fields (statement, task);
  return ff_statement_run (statement, NULL, error);
}
