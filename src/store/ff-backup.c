#include "config.h"

#include "ff-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ff-db-private.h"

/* Every row of every table, so that a copy that lost some is noticed. */
static gboolean
count_rows (FfDb *db, gint64 *rows, GError **error)
{
  g_autoptr (FfStatement) tables = ff_db_prepare_dynamic (
      db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", error);
  FfStep step;

  *rows = 0;
  if (tables == NULL)
    return FALSE;
  while ((step = ff_statement_step (tables, error)) == FF_STEP_ROW)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", ff_statement_get_text (tables, 0));
      gint64 count;

      if (!ff_db_query_int (db, sql, &count, error))
        return FALSE;
      *rows += count;
    }
  return step == FF_STEP_DONE;
}

static gboolean
verify_integrity (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) integrity = ff_db_prepare_dynamic (db, "PRAGMA integrity_check (1)", error);
  g_autoptr (FfStatement) keys = ff_db_prepare_dynamic (db, "PRAGMA foreign_key_check", error);
  FfStep step;

  if (integrity == NULL || keys == NULL || ff_statement_step (integrity, error) == FF_STEP_ERROR)
    return FALSE;
  if (g_strcmp0 (ff_statement_get_text (integrity, 0), "ok") != 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_DAMAGED, _ ("The database “%s” is damaged. Restore a backup of it."), db->name);
      return FALSE;
    }
  step = ff_statement_step (keys, error);
  if (step == FF_STEP_ROW)
    g_set_error (error, FF_ERROR, FF_ERROR_DAMAGED,
                 _ ("The database “%s” is damaged: entries refer to others that are not there. Restore a backup of it."), db->name);
  return step == FF_STEP_DONE;
}

/* @path holds exactly what a whole database with @rows rows holds; -1: any number. */
static gboolean
verify_copy (const char *path, const char *name, gint64 rows, GError **error)
{
  FfDb *copy = ff_db_open_bare (path, name, SQLITE_OPEN_READONLY, error);
  gint64 rows_in_copy;
  gboolean ok;

  if (copy == NULL)
    return FALSE;
  ok = verify_integrity (copy, error) && count_rows (copy, &rows_in_copy, error);
  if (ok && rows >= 0 && rows != rows_in_copy)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_DAMAGED, _ ("The copy “%s” is not complete. Try again on another disk."), name);
      ok = FALSE;
    }
  ff_db_close (copy);
  return ok;
}

/* SQLite counts the new file as something written. */
static gboolean
run_vacuum (FfDb *db, FfStatement *vacuum, GError **error)
{
  gboolean ok;

  if (db->writable)
    return ff_statement_run (vacuum, NULL, error);
  if (!ff_db_exec_raw (db, "PRAGMA query_only = OFF", error))
    return FALSE;
  ok = ff_statement_run (vacuum, NULL, error);
  return ff_db_exec_raw (db, "PRAGMA query_only = ON", ok ? error : NULL) && ok;
}

/* VACUUM INTO reads one state, which several statements do not; another process may have written meanwhile. */
static gboolean
vacuum_into (FfDb *db, const char *path, gint64 *rows, GError **error)
{
  g_autoptr (FfStatement) vacuum = ff_db_prepare_dynamic (db, "VACUUM INTO $path", error);
  gint64 state_before, state_after;

  if (vacuum == NULL || !ff_db_query_int (db, "PRAGMA data_version", &state_before, error) || !count_rows (db, rows, error))
    return FALSE;
  ff_statement_bind_text (vacuum, "$path", path);
  if (!run_vacuum (db, vacuum, error) || !ff_db_query_int (db, "PRAGMA data_version", &state_after, error))
    return FALSE;
  if (state_before != state_after)
    *rows = -1;
  return TRUE;
}

static gboolean
same_file (const char *a, const char *b)
{
  struct stat status_a, status_b;

  return stat (a, &status_a) == 0 && stat (b, &status_b) == 0 && status_a.st_dev == status_b.st_dev
         && status_a.st_ino == status_b.st_ino;
}

/* A whole and verified copy of @db at @path, which does not exist yet or is an unfinished one from before. */
static gboolean
write_copy (FfDb *db, const char *path, const char *name, GError **error)
{
  gint64 rows;
  int fd;

  g_unlink (path);
  /* SQLite fills an empty file, and keeps who may read it. */
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      ff_file_set_error (errno, path, error);
      return FALSE;
    }
  close (fd);
  if (vacuum_into (db, path, &rows, error) && verify_copy (path, name, rows, error) && ff_file_sync (path, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}

gboolean
ff_backup_create (FfDb *db, const char *path, GError **error)
{
  g_autofree char *target = NULL;
  g_autofree char *unfinished = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (db != NULL && path != NULL, FALSE);
  g_return_val_if_fail (db->batch == NULL && db->reading == 0, FALSE);

  target = ff_file_resolve (path);
  name = g_path_get_basename (target);
  unfinished = g_strconcat (target, ".unfinished", NULL);
  if (same_file (target, db->path))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("“%s” is the database itself. Choose another name for the backup."), db->name);
      return FALSE;
    }
  if (g_file_test (target, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("“%s” is a folder. Give the backup a file name in it."), name);
      return FALSE;
    }
  if (!write_copy (db, unfinished, name, error))
    return FALSE;
  if (g_rename (unfinished, target) < 0)
    {
      ff_file_set_error (errno, target, error);
      g_unlink (unfinished);
      return FALSE;
    }
  return ff_file_sync_parent (target, error);
}

/* Undo must not reach from the restored state into what happened before the backup was made. */
static gboolean
note_restore (const char *path, const char *name, GError **error)
{
  FfDb *db = ff_db_open_bare (path, name, SQLITE_OPEN_READWRITE, error);
  FfBatch *batch;
  gboolean ok;

  if (db == NULL)
    return FALSE;
  db->writable = TRUE;
  db->on_network = TRUE; /* no write-ahead log to clear away */
  batch = ff_batch_begin_barrier (db, _ ("Restore a backup"), error);
  ok = batch != NULL && ff_batch_commit (batch, error);
  ff_db_close (db);
  return ok;
}

/* Folds the write-ahead log into the file that is to be replaced. Whoever still reads it keeps the log alive, and would see it
   mixed with the new file; a file too damaged to be opened is taken as it is, with its log. */
static gboolean
settle_old_file (const char *path, const char *name, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  FfDb *old = ff_db_open_bare (path, name, SQLITE_OPEN_READWRITE, NULL);
  gint64 pages;
  gboolean sound;

  if (old == NULL)
    return TRUE;
  sound = ff_db_query_int (old, "PRAGMA schema_version", &pages, NULL);
  ff_db_close (old);
  if (!sound || !g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, FF_ERROR, FF_ERROR_BUSY, _ ("Another program is reading “%s”. Close it and try again."), name);
  return FALSE;
}

/* Gives the old file a second name, so that there is a database under its own name at every moment. */
static gboolean
keep_old_file (const char *path, const char *kept, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept_log = g_strconcat (kept, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  if (link (path, kept) < 0 && rename (path, kept) < 0)
    {
      ff_file_set_error (errno, kept, error);
      return FALSE;
    }
  /* A log that lay beside the new file would be taken for its own. */
  if (g_rename (log, kept_log) < 0 && errno != ENOENT)
    {
      ff_file_set_error (errno, kept_log, error);
      return FALSE;
    }
  g_unlink (index);
  return TRUE;
}

static gboolean
swap (const char *fresh, const char *path, char **kept, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *old = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      old = ff_file_stamped (path, "before-restore");
      if (!settle_old_file (path, name, error) || !keep_old_file (path, old, error))
        return FALSE;
    }
  if (g_rename (fresh, path) < 0)
    {
      ff_file_set_error (errno, path, error);
      return FALSE;
    }
  if (kept != NULL)
    *kept = g_steal_pointer (&old);
  return ff_file_sync_parent (path, error);
}

gboolean
ff_backup_restore (const char *backup_path, const char *db_path, char **kept, GError **error)
{
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *name = NULL;
  g_autoptr (FfLock) lock = NULL;
  g_autoptr (FfDb) backup = NULL;
  gboolean ok;

  g_return_val_if_fail (backup_path != NULL && db_path != NULL, FALSE);

  if (kept != NULL)
    *kept = NULL;
  source = ff_file_resolve (backup_path);
  target = ff_file_resolve (db_path);
  fresh = g_strconcat (target, ".restoring", NULL);
  name = g_path_get_basename (source);
  if (g_strcmp0 (source, target) == 0 || same_file (source, target))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("“%s” is the database itself. Choose a backup of it."), name);
      return FALSE;
    }
  backup = ff_db_open (source, FF_DB_READ, error);
  if (backup == NULL || !verify_integrity (backup, error))
    return FALSE;
  lock = ff_lock_take (target, error);
  if (lock == NULL)
    return FALSE;
  ok = write_copy (backup, fresh, name, error) && note_restore (fresh, name, error) && ff_file_sync (fresh, error)
       && swap (fresh, target, kept, error);
  if (!ok)
    g_unlink (fresh);
  return ok;
}
