/* Undo and redo: the journal of a batch replayed backwards, as a batch of its own.

   A command that is taken back is marked undone. Undoing it replays its own journal; redoing it replays the journal of the undo.
   Since every replay restores each row to the byte, version included, the rows are then again what the command left, so that its
   own journal serves for the next undo as well. */
#include "config.h"

#include "ff-batch-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-journal.h"

/* The statements that put a row of one table back. */
typedef struct
{
  FfStatement *insert;
  FfStatement *update;
  FfStatement *delete;
} Replayer;

static void
replayer_free (Replayer *replayer)
{
  ff_statement_release (replayer->insert);
  ff_statement_release (replayer->update);
  ff_statement_release (replayer->delete);
  g_free (replayer);
}

static Replayer *
replayer_new (FfDb *db, const char *table, GError **error)
{
  g_autoptr (GPtrArray) columns = ff_journal_columns (db, table, error);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) settings = g_string_new (NULL);
  g_autofree char *insert = NULL;
  g_autofree char *update = NULL;
  g_autofree char *delete = NULL;
  Replayer *replayer;

  if (columns == NULL)
    return NULL;
  for (guint i = 0; i < columns->len; i++)
    {
      const char *name = columns->pdata[i];
      const char *comma = i > 0 ? ", " : "";

      g_string_append_printf (names, "%s%s", comma, name);
      g_string_append_printf (values, "%sjson_extract ($before, '$.%s')", comma, name);
      g_string_append_printf (settings, "%s%s = json_extract ($before, '$.%s')", comma, name, name);
    }
  insert = g_strdup_printf ("INSERT INTO %s (%s) SELECT %s WHERE NOT EXISTS (SELECT 1 FROM %s WHERE id = $id)", table,
                            names->str, values->str, table);
  update = g_strdup_printf ("UPDATE %s SET %s WHERE id = $id AND version = $version", table, settings->str);
  delete = g_strdup_printf ("DELETE FROM %s WHERE id = $id AND version = $version", table);

  replayer = g_new0 (Replayer, 1);
  if ((replayer->insert = ff_db_prepare_dynamic (db, insert, error)) != NULL
      && (replayer->update = ff_db_prepare_dynamic (db, update, error)) != NULL
      && (replayer->delete = ff_db_prepare_dynamic (db, delete, error)) != NULL)
    return replayer;
  replayer_free (replayer);
  return NULL;
}

enum
{
  COLUMN_TABLE,
  COLUMN_ROW,
  COLUMN_OPERATION,
  COLUMN_BEFORE,
  COLUMN_VERSION,
};

/* Takes one line of the journal back. */
static gboolean
replay_line (Replayer *replayer, FfStatement *line, GError **error)
{
  const char *operation = ff_statement_get_text (line, COLUMN_OPERATION);
  gint64 row_id = ff_statement_get_int (line, COLUMN_ROW);
  FfStatement *statement;
  int changed;

  if (strcmp (operation, "insert") == 0)
    statement = replayer->delete;
  else if (strcmp (operation, "update") == 0)
    statement = replayer->update;
  else
    statement = replayer->insert;

  ff_statement_bind_int (statement, "$id", row_id);
  if (statement != replayer->insert)
    ff_statement_bind_int (statement, "$version", ff_statement_get_int (line, COLUMN_VERSION));
  if (statement != replayer->delete)
    ff_statement_bind_text (statement, "$before", ff_statement_get_text (line, COLUMN_BEFORE));
  if (!ff_statement_run (statement, &changed, error))
    return FALSE;
  if (changed == 1)
    return TRUE;
  g_set_error (error, FF_ERROR, FF_ERROR_CONFLICT,
               /* Translators: the name of a table and the number of a row in it */
               _ ("This cannot be taken back: entry %2$lld of “%1$s” was changed since."),
               ff_statement_get_text (line, COLUMN_TABLE), (long long) row_id);
  return FALSE;
}

static gboolean
replay (FfDb *db, gint64 batch_id, GError **error)
{
  g_autoptr (GHashTable) replayers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) replayer_free);
  g_autoptr (FfStatement) line = ff_db_prepare (
      db, "SELECT table_name, row_id, operation, before, version_left FROM journal JOIN batch AS b ON b.id = $batch"
          " WHERE journal.id BETWEEN b.first_line AND b.last_line ORDER BY journal.id DESC",
      error);
  FfStep step;

  if (line == NULL || !ff_db_exec_raw (db, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  ff_statement_bind_int (line, "$batch", batch_id);
  while ((step = ff_statement_step (line, error)) == FF_STEP_ROW)
    {
      const char *table = ff_statement_get_text (line, COLUMN_TABLE);
      Replayer *replayer = g_hash_table_lookup (replayers, table);

      if (replayer == NULL)
        {
          replayer = replayer_new (db, table, error);
          if (replayer == NULL)
            return FALSE;
          g_hash_table_insert (replayers, g_strdup (table), replayer);
        }
      if (!replay_line (replayer, line, error))
        return FALSE;
    }
  return step == FF_STEP_DONE;
}

void
ff_undo_step_clear (FfUndoStep *step)
{
  g_return_if_fail (step != NULL);

  step->batch_id = 0;
  g_clear_pointer (&step->label, g_free);
  g_clear_pointer (&step->actor, g_free);
}

static gboolean
peek (FfDb *db, const char *sql, FfUndoStep *step, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, sql, error);

  *step = (FfUndoStep){ 0 };
  if (statement == NULL)
    return FALSE;
  switch (ff_statement_step (statement, error))
    {
    case FF_STEP_ROW:
      step->batch_id = ff_statement_get_int (statement, 0);
      step->label = ff_statement_dup_text (statement, 1);
      step->actor = ff_statement_dup_text (statement, 2);
      return TRUE;
    case FF_STEP_DONE:
      return TRUE;
    case FF_STEP_ERROR:
    default:
      return FALSE;
    }
}

static gboolean
peek_undo (FfDb *db, FfUndoStep *step, GError **error)
{
  return peek (db,
               "SELECT id, label, actor FROM batch WHERE kind = 'command' AND undone = 0"
               " AND id > (SELECT coalesce (max (id), 0) FROM batch WHERE kind = 'barrier') ORDER BY id DESC LIMIT 1",
               step, error);
}

static gboolean
peek_redo (FfDb *db, FfUndoStep *step, GError **error)
{
  return peek (db,
               "SELECT id, label, actor FROM batch WHERE kind = 'command' AND undone = 1 AND redoable = 1"
               " AND id > (SELECT coalesce (max (id), 0) FROM batch WHERE kind = 'barrier') ORDER BY id LIMIT 1",
               step, error);
}

gboolean
ff_undo_peek (FfDb *db, FfUndoStep *undo, FfUndoStep *redo, GError **error)
{
  g_return_val_if_fail (db != NULL && undo != NULL && redo != NULL, FALSE);

  *redo = (FfUndoStep){ 0 };
  return peek_undo (db, undo, error) && peek_redo (db, redo, error);
}

/* Notes on the command whether its effect stands. */
static gboolean
mark (FfDb *db, gint64 batch_id, gboolean undone, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE batch SET undone = $undone, redoable = $undone WHERE id = $batch", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$undone", undone);
  ff_statement_bind_int (statement, "$batch", batch_id);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
take_back (FfDb *db, const char *kind, const FfUndoStep *step, gint64 replayed, gboolean undone, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin_kind (db, kind, step->label, step->batch_id, G_STRLOC, error);

  return batch != NULL && replay (db, replayed, error) && mark (db, step->batch_id, undone, error)
         && ff_batch_commit (g_steal_pointer (&batch), error);
}

/* Refuses what no command may do: undo from a reading connection, or in the middle of a batch. */
static gboolean
may_start (FfDb *db, GError **error)
{
  g_return_val_if_fail (db->batch == NULL, FALSE);

  if (db->writable)
    return TRUE;
  ff_db_set_error (db, SQLITE_READONLY, NULL, error);
  return FALSE;
}

gboolean
ff_undo (FfDb *db, GError **error)
{
  g_auto (FfUndoStep) step = { 0 };

  g_return_val_if_fail (db != NULL, FALSE);

  if (!may_start (db, error) || !peek_undo (db, &step, error))
    return FALSE;
  if (step.batch_id == 0)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("There is nothing to undo."));
      return FALSE;
    }
  return take_back (db, "undo", &step, step.batch_id, TRUE, error);
}

gboolean
ff_redo (FfDb *db, GError **error)
{
  g_auto (FfUndoStep) step = { 0 };
  g_autofree char *sql = NULL;
  gint64 undo_id;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!may_start (db, error) || !peek_redo (db, &step, error))
    return FALSE;
  if (step.batch_id == 0)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("There is nothing to redo."));
      return FALSE;
    }
  sql = g_strdup_printf ("SELECT max (id) FROM batch WHERE kind = 'undo' AND target = %" G_GINT64_FORMAT, step.batch_id);
  return ff_db_query_int (db, sql, &undo_id, error) && take_back (db, "redo", &step, undo_id, FALSE, error);
}
