/* What a file must be before SQLite may touch it, and what a writer does before anybody may write. */
#include "config.h"

#include "ff-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ff-journal.h"
#include "ff-migrate.h"

/* The files that this process has open, by resolved path, with the number of connections. Opening and closing a database file
   by hand would drop SQLite's POSIX locks on it, so a file that stands here is not sniffed again. */
G_LOCK_DEFINE_STATIC (open_files);
static GHashTable *open_files;

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

void
ff_file_unregister (const char *path)
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
        ff_file_unregister (path);
      return NULL;
    }
  if (kind == FF_FILE_MISSING && (!create_file (path, error) || !register_file (path, &kind, error)))
    return NULL;

  db = ff_db_open_bare (path, name, SQLITE_OPEN_READWRITE, error);
  if (db == NULL)
    {
      ff_file_unregister (path);
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
  /* What is read once, as most is, gains nothing from a larger cache: the system's holds the file as well. */
  if (!ff_db_exec_raw (db, "PRAGMA query_only = ON; PRAGMA cache_size = -4096;", error)
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
      ff_file_unregister (path);
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
