/* Batches: a transaction with a label, whose changes the journal's triggers note under the batch's id. */
#include "config.h"

#include "ff-batch-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FfBatch
{
  FfDb *db;
  FfBatch *outer; /* NULL: this one is the transaction */
  guint depth;
  const char *where;
  gint64 id;
  gboolean barrier;
  gboolean command;
  int changes_before; /* the connection's count of changed rows when the batch was open and empty */
};

/* The batch that is the transaction. */
static gboolean
begin_transaction (FfBatch *batch, const char *kind, const char *label, gint64 target, GError **error)
{
  FfDb *db = batch->db;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (FfStatement) insert = NULL;
  g_autoptr (FfStatement) open = NULL;

  if (!ff_db_exec_raw (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  insert = ff_db_prepare (db,
                          "INSERT INTO batch (kind, label, actor, at, target, first_line) SELECT $kind, $label, $actor, $at, $target,"
                          " coalesce (max (id), 0) + 1 FROM journal",
                          error);
  if (insert == NULL)
    return FALSE;
  ff_statement_bind_text (insert, "$kind", kind);
  ff_statement_bind_text (insert, "$label", label);
  ff_statement_bind_text (insert, "$actor", db->actor);
  ff_statement_bind_text (insert, "$at", at);
  ff_statement_bind_id (insert, "$target", target);
  if (!ff_statement_insert (insert, &batch->id, error))
    return FALSE;

  open = ff_db_prepare (db, "INSERT INTO open_batch (one, batch_id) VALUES (1, $batch)", error);
  if (open == NULL)
    return FALSE;
  ff_statement_bind_int (open, "$batch", batch->id);
  if (!ff_statement_run (open, NULL, error))
    return FALSE;
  batch->changes_before = sqlite3_total_changes (db->handle);
  return TRUE;
}

FfBatch *
ff_batch_begin_kind (FfDb *db, const char *kind, const char *label, gint64 target, const char *where, GError **error)
{
  FfBatch *batch = g_new0 (FfBatch, 1);

  batch->db = db;
  batch->where = where;
  batch->barrier = strcmp (kind, "barrier") == 0;
  batch->command = strcmp (kind, "command") == 0;
  db->batch = batch;
  if (begin_transaction (batch, kind, label, target, error))
    return batch;
  ff_batch_rollback (batch);
  return NULL;
}

/* After a full disk or an interrupt SQLite has rolled the whole transaction back by itself. */
static gboolean
is_lost (FfBatch *batch, GError **error)
{
  if (!sqlite3_get_autocommit (batch->db->handle))
    return FALSE;
  g_set_error_literal (error, FF_ERROR, FF_ERROR_FAILED, _ ("The command was taken back because a part of it failed."));
  return TRUE;
}

static gboolean
exec_savepoint (FfBatch *batch, const char *verb, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("%s batch_%u", verb, batch->depth);

  return ff_db_exec_raw (batch->db, sql, error);
}

static FfBatch *
begin_nested (FfDb *db, const char *where, GError **error)
{
  FfBatch *batch;

  /* A savepoint of its own would be a transaction that nobody asked for. */
  if (is_lost (db->batch, error))
    return NULL;
  batch = g_new0 (FfBatch, 1);
  batch->db = db;
  batch->outer = db->batch;
  batch->depth = db->batch->depth + 1;
  batch->where = where;
  batch->id = db->batch->id;
  if (!exec_savepoint (batch, "SAVEPOINT", error))
    {
      g_free (batch);
      return NULL;
    }
  db->batch = batch;
  return batch;
}

FfBatch *
ff_batch_begin_at (FfDb *db, const char *label, const char *where, GError **error)
{
  g_return_val_if_fail (db != NULL && label != NULL, NULL);

  if (!db->writable)
    {
      ff_db_set_error (db, SQLITE_READONLY, NULL, error);
      return NULL;
    }
  if (db->batch != NULL)
    return begin_nested (db, where, error);
  return ff_batch_begin_kind (db, "command", label, 0, where, error);
}

FfBatch *
ff_batch_begin_barrier_at (FfDb *db, const char *label, const char *where, GError **error)
{
  g_return_val_if_fail (db != NULL && label != NULL, NULL);
  g_return_val_if_fail (db->batch == NULL, NULL);

  if (!db->writable)
    {
      ff_db_set_error (db, SQLITE_READONLY, NULL, error);
      return NULL;
    }
  return ff_batch_begin_kind (db, "barrier", label, 0, where, error);
}

/* Drops the batch from the connection and frees it. */
static void
leave (FfBatch *batch)
{
  batch->db->batch = batch->outer;
  if (batch->outer == NULL)
    g_clear_pointer (&batch->db->noted, g_hash_table_unref);
  g_free (batch);
}

void
ff_batch_rollback (FfBatch *batch)
{
  if (batch == NULL)
    return;
  if (batch != batch->db->batch)
    g_error ("The batch begun at %s ended before the one begun at %s inside it", batch->where, batch->db->batch->where);

  if (!is_lost (batch, NULL))
    {
      if (batch->outer == NULL)
        sqlite3_exec (batch->db->handle, "ROLLBACK", NULL, NULL, NULL);
      else if (exec_savepoint (batch, "ROLLBACK TO", NULL))
        exec_savepoint (batch, "RELEASE", NULL);
    }
  leave (batch);
}

/* Notes how far the batch's part of the journal goes. */
static gboolean
close_lines (FfBatch *batch, gboolean *has_lines, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (batch->db,
                                                     "UPDATE batch SET last_line = (SELECT coalesce (max (id), 0) FROM journal)"
                                                     " WHERE id = $batch RETURNING last_line >= first_line",
                                                     error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$batch", batch->id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return FALSE;
  *has_lines = ff_statement_get_int (statement, 0) != 0;
  return ff_statement_run (statement, NULL, error);
}

/* A gap between the ids of batches would say between which times something was done that leaves no trace. */
static gboolean
forget_number (FfBatch *batch, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      batch->db, "UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'batch' AND seq = $batch", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$batch", batch->id);
  return ff_statement_run (statement, NULL, error);
}

/* Ends the batch's life in the database: closes it for writing, and for a command forgets what could be redone. @keep: whether
   it leaves a trace. */
static gboolean
close_in_database (FfBatch *batch, gboolean keep, GError **error)
{
  FfDb *db = batch->db;
  g_autoptr (FfStatement) forget = NULL;

  if (!ff_db_exec_raw (db, "DELETE FROM open_batch", error))
    return FALSE;
  if (keep && (batch->command || batch->barrier))
    return ff_db_exec_raw (db, "UPDATE batch SET redoable = 0 WHERE redoable = 1", error);
  if (keep)
    return TRUE;
  forget = ff_db_prepare (db, "DELETE FROM batch WHERE id = $batch", error);
  if (forget == NULL)
    return FALSE;
  ff_statement_bind_int (forget, "$batch", batch->id);
  return ff_statement_run (forget, NULL, error) && forget_number (batch, error);
}

static GHashTable *
changes_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

static void
add_change (GHashTable *ids_by_table, const char *table, gint64 id)
{
  GArray *ids = g_hash_table_lookup (ids_by_table, table);

  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (ids_by_table, g_strdup (table), ids);
    }
  g_array_append_val (ids, id);
}

void
ff_batch_note_change (FfDb *db, const char *table, gint64 id)
{
  const GArray *ids;

  g_return_if_fail (db != NULL && db->batch != NULL && table != NULL);

  if (db->noted == NULL)
    db->noted = changes_new ();
  ids = g_hash_table_lookup (db->noted, table);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  add_change (db->noted, table, id);
}

/* Table → ids, each once and in order. Takes what was noted. */
static GHashTable *
collect_changes (FfBatch *batch, GError **error)
{
  g_autoptr (GHashTable) ids_by_table = batch->db->noted != NULL ? g_hash_table_ref (batch->db->noted) : changes_new ();
  g_autoptr (FfStatement) statement = ff_db_prepare (
      batch->db, "SELECT DISTINCT table_name, row_id FROM journal WHERE id >= (SELECT first_line FROM batch WHERE id = $batch)"
                 " ORDER BY table_name, row_id",
      error);
  FfStep step;

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$batch", batch->id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    add_change (ids_by_table, ff_statement_get_text (statement, 0), ff_statement_get_int (statement, 1));
  return step == FF_STEP_DONE ? g_steal_pointer (&ids_by_table) : NULL;
}

static gboolean
commit_nested (FfBatch *batch, GError **error)
{
  if (!exec_savepoint (batch, "RELEASE", error))
    {
      ff_batch_rollback (batch);
      return FALSE;
    }
  leave (batch);
  return TRUE;
}

static gboolean
commit_transaction (FfBatch *batch, GHashTable **changes, GError **error)
{
  FfDb *db = batch->db;
  gboolean changed, has_lines;

  changed = batch->barrier || sqlite3_total_changes (db->handle) != batch->changes_before;
  if (!changed)
    return ff_db_exec_raw (db, "ROLLBACK", error);
  if (!close_lines (batch, &has_lines, error))
    return FALSE;
  if ((has_lines || db->noted != NULL) && db->changed_func != NULL && (*changes = collect_changes (batch, error)) == NULL)
    return FALSE;
  return close_in_database (batch, has_lines || batch->barrier, error) && ff_db_exec_raw (db, "COMMIT", error);
}

/* The log shows what was written together, so what is not journaled must not stay in it. A reader that needs it still keeps it; then the
   next commit tries again, and the last connection to close takes it away. */
static void
empty_log (FfDb *db)
{
  if (!db->empty_log)
    return;
  sqlite3_busy_timeout (db->handle, 0);
  db->empty_log = sqlite3_wal_checkpoint_v2 (db->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) != SQLITE_OK;
  sqlite3_busy_timeout (db->handle, FF_DB_BUSY_TIMEOUT);
}

gboolean
ff_batch_commit (FfBatch *batch, GError **error)
{
  g_autoptr (GHashTable) changes = NULL;
  FfDb *db;

  g_return_val_if_fail (batch != NULL, FALSE);

  db = batch->db;
  if (batch != db->batch)
    g_error ("The batch begun at %s ended before the one begun at %s inside it", batch->where, db->batch->where);
  if (is_lost (batch, error))
    {
      leave (batch);
      return FALSE;
    }
  if (batch->outer != NULL)
    return commit_nested (batch, error);
  if (!commit_transaction (batch, &changes, error))
    {
      ff_batch_rollback (batch);
      return FALSE;
    }
  db->empty_log = db->empty_log || db->noted != NULL;
  leave (batch);
  empty_log (db);
  if (changes != NULL)
    db->changed_func (ff_db_journal_number (db), changes, db->changed_data);
  return TRUE;
}

void
ff_batch_set_actor (FfDb *db, const char *actor)
{
  g_return_if_fail (db != NULL && actor != NULL);

  g_free (db->actor);
  db->actor = g_strdup (actor);
}

const char *
ff_batch_get_actor (FfDb *db)
{
  g_return_val_if_fail (db != NULL, NULL);

  return db->actor;
}

void
ff_batch_set_changed_func (FfDb *db, FfChangedFunc func, gpointer user_data)
{
  g_return_if_fail (db != NULL);

  db->changed_func = func;
  db->changed_data = user_data;
}
