/* Opens and closes connections: what a file must be before SQLite may touch it, and the settings that keep it whole. */
#include "config.h"

#include "ff-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ff-journal.h"
#include "ff-migrate.h"
#include "ff-statement-private.h"

/* The files that this process has open, by resolved path, with the number of connections. Opening and closing a database file
   by hand would drop SQLite's POSIX locks on it, so a file that stands here is not sniffed again. */
G_LOCK_DEFINE_STATIC (open_files);
static GHashTable *open_files;

/* Progress callbacks come every so many steps of SQLite's virtual machine; a cancelled statement ends within a millisecond. */
#define STEPS_BETWEEN_LOOKS 2000

/* What SQLite says, as one line; of a damaged file it can be anything. */
static char *
detail_of (FfDb *db, int code)
{
  const char *message = db->handle != NULL ? sqlite3_errmsg (db->handle) : sqlite3_errstr (code);

  return g_strdelimit (g_utf8_make_valid (message, -1), "\n\r", ' ');
}

void
ff_db_set_error (FfDb *db, int code, const char *sql, GError **error)
{
  int extended = db->handle != NULL ? sqlite3_extended_errcode (db->handle) : code;
  g_autofree char *detail = detail_of (db, code);
  g_autofree char *statement = g_strdelimit (g_strndup (sql != NULL ? sql : "", 200), "\n", ' ');

  /* The detail is for developers; people get the sentence. */
  g_debug ("%s: %s (%d): %s", db->path, detail, extended, statement);
  if ((extended & 0xff) != (code & 0xff))
    extended = code;

  switch (code & 0xff)
    {
    case SQLITE_FULL:
    case SQLITE_IOERR:
      g_set_error (error, FF_ERROR, FF_ERROR_FULL,
                   _ ("The disk that holds “%s” is full or fails; nothing was changed. Free some space and try again."), db->name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, FF_ERROR, FF_ERROR_READ_ONLY,
                   _ ("“%s” is open for reading only; nothing was changed."), db->name);
      break;
    case SQLITE_CANTOPEN:
      {
        int saved_errno = db->handle != NULL ? sqlite3_system_errno (db->handle) : 0;

        ff_file_set_error (saved_errno != 0 ? saved_errno : EACCES, db->path, error);
        break;
      }
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, FF_ERROR, FF_ERROR_BUSY,
                   _ ("Another program is using “%s”. Wait until it is done, or close it, and try again."), db->name);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, FF_ERROR, FF_ERROR_DAMAGED, _ ("The database “%s” is damaged. Restore a backup of it."), db->name);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, FF_ERROR, FF_ERROR_CANCELLED, _ ("Cancelled; nothing was changed."));
      break;
    case SQLITE_CONSTRAINT:
      if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY)
        g_set_error (error, FF_ERROR, FF_ERROR_EXISTS, _ ("There is such an entry already (%s)."), detail);
      else if (extended == SQLITE_CONSTRAINT_TRIGGER)
        g_set_error (error, FF_ERROR, FF_ERROR_FAILED, "%s", detail);
      else
        g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("The database refuses the value (%s)."), detail);
      break;
    case SQLITE_TOOBIG:
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _ ("The text is too long. Shorten it."));
      break;
    default:
      g_set_error (error, FF_ERROR, FF_ERROR_FAILED, _ ("The database “%s” cannot do this: %s."), db->name, detail);
      break;
    }
}

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
  sqlite3_busy_timeout (db->handle, 5000);
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

char *
ff_db_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "fourfold", "fourfold.fourfold", NULL);
}

/* Sniffs the file unless this process has it open, and notes that it has it open now. */
static gboolean
register_file (const char *path, FfFileKind *kind, GError **error)
{
  gboolean ok = TRUE;
  guint count;

  G_LOCK (open_files);
  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  count = GPOINTER_TO_UINT (g_hash_table_lookup (open_files, path));
  *kind = FF_FILE_DATABASE;
  if (count == 0)
    ok = ff_file_sniff (path, kind, NULL, error);
  if (ok && *kind == FF_FILE_DATABASE)
    g_hash_table_insert (open_files, g_strdup (path), GUINT_TO_POINTER (count + 1));
  G_UNLOCK (open_files);
  return ok;
}

static void
unregister_file (const char *path)
{
  guint count;

  G_LOCK (open_files);
  count = GPOINTER_TO_UINT (g_hash_table_lookup (open_files, path));
  if (count > 1)
    g_hash_table_insert (open_files, g_strdup (path), GUINT_TO_POINTER (count - 1));
  else
    g_hash_table_remove (open_files, path);
  G_UNLOCK (open_files);
}

/* Makes the database under another name and gives it its own name when it is whole, so that no half-made file is ever found. */
static gboolean
create_file (const char *path, GError **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".new", NULL);
  g_autofree char *rest = g_strconcat (unfinished, "-journal", NULL);
  g_autofree char *name = g_path_get_basename (path);
  gboolean ok = FALSE;
  FfDb *db;
  int fd;

  g_unlink (rest);
  g_unlink (unfinished);
  fd = open (unfinished, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      ff_file_set_error (errno, path, error);
      return FALSE;
    }
  close (fd);

  db = ff_db_open_bare (unfinished, name, SQLITE_OPEN_READWRITE, error);
  if (db != NULL)
    {
      ok = ff_db_exec_raw (db, "PRAGMA synchronous = FULL;", error) && ff_migrate (db, error);
      ff_db_close (db);
    }
  if (ok && renameat2 (AT_FDCWD, unfinished, AT_FDCWD, path, RENAME_NOREPLACE) < 0
      && (errno != EINVAL || g_file_test (path, G_FILE_TEST_EXISTS) || rename (unfinished, path) < 0))
    {
      ff_file_set_error (errno, path, error);
      ok = FALSE;
    }
  if (!ok)
    g_unlink (unfinished);
  return ok && ff_file_sync_parent (path, error);
}

static gboolean
set_journal_mode (FfDb *db, GError **error)
{
  if (db->on_network)
    return ff_db_exec_raw (db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA cache_size = -65536;", error);
  return ff_db_exec_raw (db,
                         "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;"
                         "PRAGMA journal_size_limit = 67108864;",
                         error);
}

static gboolean
verify_identity (FfDb *db, GError **error)
{
  gint64 application_id, user_version;

  if (!ff_db_query_int (db, "PRAGMA application_id", &application_id, error)
      || !ff_db_query_int (db, "PRAGMA user_version", &user_version, error))
    return FALSE;
  if (application_id != FF_DB_APPLICATION_ID)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_FOREIGN,
                   _ ("“%s” is a database of another program, not of Fourfold. Choose another file."), db->name);
      return FALSE;
    }
  if (user_version > ff_migrate_latest ())
    {
      g_set_error (error, FF_ERROR, FF_ERROR_NEWER,
                   _ ("“%s” was made by a newer Fourfold. Update Fourfold on this computer to open it."), db->name);
      return FALSE;
    }
  if (!db->writable && user_version < ff_migrate_latest ())
    {
      g_set_error (error, FF_ERROR, FF_ERROR_READ_ONLY,
                   _ ("“%s” was made by an older Fourfold. Open it once for writing, so that it can be brought up to date."),
                   db->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
quick_check (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, "PRAGMA quick_check (1)", error);
  const char *verdict;

  if (statement == NULL || ff_statement_step (statement, error) == FF_STEP_ERROR)
    return FALSE;
  verdict = ff_statement_get_text (statement, 0);
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;
  g_set_error (error, FF_ERROR, FF_ERROR_DAMAGED, _ ("The database “%s” is damaged. Restore a backup of it."), db->name);
  return FALSE;
}

/* Once a day, and after every end that was not a proper close. */
static gboolean
check_when_due (FfDb *db, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *checked_on = NULL;
  GError *local_error = NULL;

  checked_on = ff_db_dup_meta (db, "checked_on", &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (g_strcmp0 (checked_on, today) == 0 && !ff_lock_was_left (db->lock))
    return TRUE;
  return quick_check (db, error) && ff_db_set_meta (db, "checked_on", today, error);
}

static gboolean
prepare_writer (FfDb *db, GError **error)
{
  if (sqlite3_db_readonly (db->handle, "main") != 0)
    {
      ff_file_set_error (EACCES, db->path, error);
      return FALSE;
    }
  return verify_identity (db, error) && set_journal_mode (db, error) && ff_migrate_with_backup (db, error)
         && check_when_due (db, error) && ff_journal_install (db, error);
}

static FfDb *
open_writer (const char *path, FfDbMode mode, GError **error)
{
  g_autoptr (FfLock) lock = NULL;
  g_autofree char *name = g_path_get_basename (path);
  FfFileKind kind;
  FfDb *db;

  if (!register_file (path, &kind, error))
    return NULL;
  if (kind == FF_FILE_MISSING && mode != FF_DB_CREATE)
    {
      ff_file_set_error (ENOENT, path, error);
      return NULL;
    }
  lock = ff_lock_take (path, error);
  if (lock == NULL || (kind == FF_FILE_MISSING && !register_file (path, &kind, error)))
    {
      if (kind != FF_FILE_MISSING)
        unregister_file (path);
      return NULL;
    }
  if (kind == FF_FILE_MISSING && (!create_file (path, error) || !register_file (path, &kind, error)))
    return NULL;

  db = ff_db_open_bare (path, name, SQLITE_OPEN_READWRITE, error);
  if (db == NULL)
    {
      unregister_file (path);
      return NULL;
    }
  db->registered = TRUE;
  db->writable = TRUE;
  db->on_network = ff_file_is_remote (path);
  db->lock = g_steal_pointer (&lock);
  if (prepare_writer (db, error))
    return db;
  ff_db_close (db);
  return NULL;
}

static FfDb *
open_reading (const char *path, const char *name, gboolean immutable, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *full = uri != NULL && immutable ? g_strconcat (uri, "?immutable=1", NULL) : NULL;
  FfDb *db;
  gint64 ignored;

  if (uri == NULL)
    return NULL;
  /* Not SQLITE_OPEN_READONLY: the last connection to close must be able to clear the write-ahead log away, or the file could
     no longer be read in a folder that is read-only. */
  db = ff_db_open_bare (full != NULL ? full : uri, name, SQLITE_OPEN_READWRITE, error);
  if (db == NULL)
    return NULL;
  g_free (db->path);
  db->path = g_strdup (path);
  if (!ff_db_exec_raw (db, "PRAGMA query_only = ON; PRAGMA cache_size = -16384;", error)
      || !ff_db_query_int (db, "SELECT count (*) FROM sqlite_schema", &ignored, error))
    {
      ff_db_close (db);
      return NULL;
    }
  return db;
}

/* A database in WAL mode needs its log beside it even for reading, unless it was closed cleanly and nobody can write there. */
static gboolean
can_be_immutable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) != 0 && !g_file_test (log, G_FILE_TEST_EXISTS);
}

static FfDb *
open_reader (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) local_error = NULL;
  FfFileKind kind;
  FfDb *db;

  if (!register_file (path, &kind, error))
    return NULL;
  if (kind == FF_FILE_MISSING)
    {
      ff_file_set_error (ENOENT, path, error);
      return NULL;
    }
  db = open_reading (path, name, FALSE, &local_error);
  if (db == NULL && can_be_immutable (path))
    {
      g_clear_error (&local_error);
      db = open_reading (path, name, TRUE, &local_error);
    }
  if (db == NULL)
    {
      unregister_file (path);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  db->registered = TRUE;
  db->on_network = ff_file_is_remote (path);
  if (verify_identity (db, error))
    return db;
  ff_db_close (db);
  return NULL;
}

FfDb *
ff_db_open (const char *path, FfDbMode mode, GError **error)
{
  g_autofree char *resolved = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (mode == FF_DB_CREATE)
    {
      g_autofree char *default_path = ff_db_default_path ();
      g_autofree char *folder = g_path_get_dirname (default_path);

      if (g_strcmp0 (path, default_path) == 0)
        g_mkdir_with_parents (folder, 0700);
    }
  resolved = ff_file_resolve (path);
  return mode == FF_DB_READ ? open_reader (resolved, error) : open_writer (resolved, mode, error);
}

FfDb *
ff_db_open_reader (FfDb *writer, GError **error)
{
  g_return_val_if_fail (writer != NULL, NULL);

  return open_reader (writer->path, error);
}

void
ff_db_close (FfDb *db)
{
  if (db == NULL)
    return;
  while (db->batch != NULL)
    ff_batch_rollback (db->batch);
  ff_db_end_read (db);
  g_clear_pointer (&db->statements, g_hash_table_unref);
  if (db->writable && !db->on_network)
    sqlite3_exec (db->handle, "PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  if (sqlite3_close (db->handle) != SQLITE_OK)
    {
      g_critical ("%s was closed while a statement was in use", db->path);
      sqlite3_close_v2 (db->handle);
    }
  ff_lock_release (db->lock);
  if (db->registered)
    unregister_file (db->path);
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
