/* A connection: the settings that keep the file whole, and what does not depend on any table of people. */
#include "config.h"

#include "ff-db-private.h"

#include "ff-statement-private.h"

/* Progress callbacks come every so many steps of SQLite's virtual machine; a cancelled statement ends within a millisecond. */
#define STEPS_BETWEEN_LOOKS 2000

gboolean
ff_db_exec_raw (FfDb *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  ff_db_set_error (db, code, sql, error);
  return FALSE;
}

gboolean
ff_db_query_int (FfDb *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, sql, error);

  if (statement == NULL)
    return FALSE;
  switch (ff_statement_step (statement, error))
    {
    case FF_STEP_ROW:
      *value = ff_statement_get_int (statement, 0);
      return TRUE;
    case FF_STEP_DONE:
      *value = 0;
      return TRUE;
    case FF_STEP_ERROR:
    default:
      return FALSE;
    }
}

static int
on_progress (gpointer user_data)
{
  FfDb *db = user_data;

  return db->cancellable != NULL && g_cancellable_is_cancelled (db->cancellable);
}

void
ff_db_set_cancellable (FfDb *db, GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
  sqlite3_progress_handler (db->handle, cancellable != NULL ? STEPS_BETWEEN_LOOKS : 0, on_progress, db);
}

static gboolean
harden (FfDb *db, GError **error)
{
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_limit (db->handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
  sqlite3_limit (db->handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
  sqlite3_limit (db->handle, SQLITE_LIMIT_TRIGGER_DEPTH, 10);
  sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM INTO attaches */
  sqlite3_busy_timeout (db->handle, FF_DB_BUSY_TIMEOUT);
  /* Recursive triggers are those that see the row which INSERT OR REPLACE removes. */
  return ff_db_exec_raw (db,
                         "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON;"
                         "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA recursive_triggers = ON;",
                         error);
}

FfDb *
ff_db_open_bare (const char *path, const char *name, int flags, GError **error)
{
  FfDb *db = g_new0 (FfDb, 1);
  int code;

  db->path = g_strdup (path);
  db->name = g_filename_display_name (name);
  db->actor = g_strdup (g_get_user_name ());
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ff_statement_free);
  db->literals = g_hash_table_new (NULL, NULL);
  code = sqlite3_open_v2 (path, &db->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);
  if (code != SQLITE_OK)
    {
      ff_db_set_error (db, code, NULL, error);
      ff_db_close (db);
      return NULL;
    }
  if (!harden (db, error))
    {
      ff_db_close (db);
      return NULL;
    }
  return db;
}

void
ff_db_close (FfDb *db)
{
  if (db == NULL)
    return;
  while (db->batch != NULL)
    ff_batch_rollback (db->batch);
  ff_db_end_read (db);
  g_clear_pointer (&db->literals, g_hash_table_unref);
  g_clear_pointer (&db->statements, g_hash_table_unref);
  /* Without waiting for readers: whoever closes last does it again. */
  if (db->writable && !db->on_network)
    sqlite3_exec (db->handle, "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  if (sqlite3_close (db->handle) != SQLITE_OK)
    {
      g_critical ("%s was closed while a statement was in use", db->path);
      sqlite3_close_v2 (db->handle);
    }
  ff_lock_release (db->lock);
  if (db->registered)
    ff_file_unregister (db->path);
  g_clear_object (&db->cancellable);
  g_free (db->path);
  g_free (db->name);
  g_free (db->actor);
  g_free (db);
}

const char *
ff_db_get_path (FfDb *db)
{
  g_return_val_if_fail (db != NULL, NULL);

  return db->path;
}

gboolean
ff_db_is_writable (FfDb *db)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return db->writable;
}

gboolean
ff_db_is_on_network (FfDb *db)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return db->on_network;
}

void
ff_db_interrupt (FfDb *db)
{
  g_return_if_fail (db != NULL);

  sqlite3_interrupt (db->handle);
}

gint64
ff_db_journal_number (FfDb *db)
{
  g_autoptr (FfStatement) statement = NULL;

  g_return_val_if_fail (db != NULL, 0);

  statement = ff_db_prepare (db, "SELECT max (id) FROM journal", NULL);
  return statement != NULL && ff_statement_step (statement, NULL) == FF_STEP_ROW ? ff_statement_get_int (statement, 0) : 0;
}

char *
ff_db_dup_meta (FfDb *db, const char *key, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  g_return_val_if_fail (db != NULL && key != NULL, NULL);

  statement = ff_db_prepare (db, "SELECT value FROM meta WHERE key = $key", error);
  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, "$key", key);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? ff_statement_dup_text (statement, 0) : NULL;
}

gboolean
ff_db_set_meta (FfDb *db, const char *key, const char *value, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  g_return_val_if_fail (db != NULL && key != NULL && value != NULL, FALSE);

  statement = ff_db_prepare (db,
                             "INSERT INTO meta (key, value) VALUES ($key, $value)"
                             " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                             error);
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$key", key);
  ff_statement_bind_text (statement, "$value", value);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_db_begin_read (FfDb *db, GError **error)
{
  gint64 ignored;

  g_return_val_if_fail (db != NULL, FALSE);

  /* Inside a batch, and inside a reader's piece of work, there is one state already. */
  if (db->batch != NULL || db->reading > 0)
    {
      db->reading++;
      return TRUE;
    }
  if (!ff_db_exec_raw (db, "BEGIN", error))
    return FALSE;
  db->reading = 1;
  /* BEGIN alone takes no snapshot yet. */
  if (ff_db_query_int (db, "SELECT count (*) FROM sqlite_schema", &ignored, error))
    return TRUE;
  ff_db_end_read (db);
  return FALSE;
}

void
ff_db_end_read (FfDb *db)
{
  g_return_if_fail (db != NULL);

  if (db->reading == 0 || --db->reading > 0 || db->batch != NULL)
    return;
  sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
ff_db_exec (FfDb *db, const char *sql, GError **error)
{
  g_return_val_if_fail (db != NULL && sql != NULL, FALSE);

  return ff_db_exec_raw (db, sql, error);
}
