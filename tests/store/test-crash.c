/* A process that writes is killed at any moment: what it acknowledged is there, and nothing half done is. */
#include "config.h"

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ff-backup.h"
#include "ff-batch.h"
#include "ff-store-test.h"

#define ROWS_IN_A_BATCH 20
#define KILLS 40

static gboolean
write_batch (FfDb *db, gint64 number, GError **error)
{
  g_autofree char *label = g_strdup_printf ("Batch %" G_GINT64_FORMAT, number);
  g_autoptr (FfBatch) batch = ff_batch_begin (db, label, error);

  if (batch == NULL)
    return FALSE;
  for (int i = 0; i < ROWS_IN_A_BATCH; i++)
    {
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT "-%d", number, i);
      g_autoptr (FfStatement) insert = ff_db_prepare (
          db, "INSERT INTO department (name, path, sort_key) VALUES ($name, $name, $name)", error);

      if (insert == NULL)
        return FALSE;
      ff_statement_bind_text (insert, "$name", name);
      if (!ff_statement_run (insert, NULL, error))
        return FALSE;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

/* The child: opens, writes batch after batch and reports the number of each that is committed. */
static void
write_until_killed (const char *path, gint64 first, int pipe_fd)
{
  FfDb *db = ff_db_open (path, FF_DB_WRITE, NULL);

  if (db == NULL)
    _exit (1);
  for (gint64 number = first;; number++)
    if (!write_batch (db, number, NULL) || write (pipe_fd, &number, sizeof number) != sizeof number)
      _exit (1);
}

/* Reads acknowledgements until @count were seen, lets @microseconds pass, kills, and reads those that were under way. */
static gint64
kill_after (pid_t child, int pipe_fd, gint32 count, gulong microseconds, gint64 last)
{
  int status;

  while (count-- > 0)
    g_assert_cmpint (read (pipe_fd, &last, sizeof last), ==, sizeof last);
  g_usleep (microseconds); /* the moment of the blow, not a wait for anything */
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  while (read (pipe_fd, &last, sizeof last) == sizeof last)
    ;
  return last;
}

static void
test_kill (StoreFixture *fixture, gconstpointer data)
{
  gint64 last = 0;

  g_clear_pointer (&fixture->db, ff_db_close);
  for (guint i = 0; i < KILLS; i++)
    {
      gint32 count = g_test_rand_int_range (0, 4);
      gulong microseconds = (gulong) g_test_rand_int_range (0, 4000);
      gint64 batches, first;
      int fds[2];
      pid_t child;

      g_assert_cmpint (pipe (fds), ==, 0);
      first = last + 1;
      child = fork ();
      if (child == 0)
        {
          close (fds[0]);
          write_until_killed (fixture->path, first, fds[1]);
        }
      close (fds[1]);
      last = kill_after (child, fds[0], count, microseconds, last);
      close (fds[0]);

      store_reopen (fixture);
      batches = store_count (fixture->db, "SELECT count (*) FROM batch");
      /* One more may be committed whose acknowledgement the blow prevented. */
      g_assert_true (batches == last || batches == last + 1);
      g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM department"), ==, batches * ROWS_IN_A_BATCH);
      g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM open_batch"), ==, 0);
      store_assert_sound (fixture->db);
      last = batches;
      g_clear_pointer (&fixture->db, ff_db_close);
    }
  g_assert_cmpint (last, >, KILLS / 2);
}

/* Killed while the file is made: there is a whole database or none, and the next try succeeds. */
static void
test_kill_creation (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "fresh.fourfold", NULL);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfDb) db = NULL;
      pid_t child;

      g_unlink (path);
      child = fork ();
      if (child == 0)
        {
          ff_db_close (ff_db_open (path, FF_DB_CREATE, NULL));
          _exit (0);
        }
      g_usleep ((gulong) g_test_rand_int_range (0, 30000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      db = ff_db_open (path, FF_DB_CREATE, &error);
      g_assert_no_error (error);
      store_assert_sound (db);
    }
}

/* Fills the small disk at @folder to the last byte. */
static void
fill_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "ballast", NULL);
  char block[4096];
  FILE *file = g_fopen (path, "ab");

  memset (block, 'x', sizeof block);
  while (file != NULL && fwrite (block, sizeof block, 1, file) == 1 && fflush (file) == 0)
    ;
  if (file != NULL)
    fclose (file);
}

static void
use_full_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "small.fourfold", NULL);
  g_autofree char *other = g_build_filename (folder, "other.fourfold", NULL);
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) db = ff_db_open (path, FF_DB_CREATE, &error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 number = 1;

  g_assert_no_error (error);
  while (number < 20)
    g_assert_true (write_batch (db, number++, NULL));
  fill_disk (folder);
  /* The log has some room of its own, so not the first batch need fail; one must, and is gone without a trace. */
  for (;; number++)
    {
      g_free (before);
      before = store_dump (db);
      if (!write_batch (db, number, &error))
        break;
    }
  g_assert_error (error, FF_ERROR, FF_ERROR_FULL);
  g_clear_error (&error);
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);

  g_assert_false (ff_backup_create (db, other, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_FULL);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_null (ff_db_open (other, FF_DB_CREATE, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_FULL);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_cmpint (g_unlink (ballast), ==, 0);
  g_assert_true (write_batch (db, number, &error));
  g_assert_no_error (error);
  store_assert_sound (db);
}

static void
test_full_disk (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "small", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  if (mount ("none", folder, "tmpfs", 0, "size=4m") < 0)
    {
      g_test_skip ("no small disk can be mounted here");
      return;
    }
  use_full_disk (folder);
  g_assert_cmpint (umount (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/crash/kill", test_kill);
  store_test_add ("/crash/kill-creation", test_kill_creation);
  store_test_add ("/crash/full-disk", test_full_disk);
  return g_test_run ();
}
