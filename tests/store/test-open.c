/* What may be opened, what is refused, and what the refusal says. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ff-batch.h"
#include "ff-check.h"
#include "ff-db-private.h"
#include "ff-store-test.h"

static void
assert_refused (const char *path, FfDbMode mode, FfError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) db = ff_db_open (path, mode, &error);

  g_assert_null (db);
  g_assert_error (error, FF_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
assert_no_lock (StoreFixture *fixture)
{
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);

  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

/* A file made of @bytes, or of the database with @bytes put in at @offset and cut to @cut. */
static const struct
{
  const char *name;
  const char *bytes;
  gssize offset; /* -1: nothing but the bytes */
  gssize cut;    /* 0: whole */
  FfError code;
  const char *says;
} files[] = {
  { "empty", "", -1, 0, FF_ERROR_FOREIGN, "empty file" },
  { "text", "employee_no,name\n1,Ann\n", -1, 0, FF_ERROR_FOREIGN, "not a Fourfold database" },
  { "short text", "SQLite", -1, 0, FF_ERROR_FOREIGN, "not a Fourfold database" },
  { "cut in the header", "", 0, 60, FF_ERROR_DAMAGED, "cut off after 60 bytes" },
  { "other program", "GNUC", 68, 0, FF_ERROR_FOREIGN, "another program" },
  { "newer", "\x00\x00\x03\xe7", 60, 0, FF_ERROR_NEWER, "newer Fourfold" },
  { "cut after the header", "", 0, 200, FF_ERROR_DAMAGED, "damaged" },
  { "cut in the middle", "", 0, 40000, FF_ERROR_DAMAGED, "damaged" },
  { "schema page overwritten", "\xff\xff\xff\xff\xff\xff\xff\xff", 100, 0, FF_ERROR_DAMAGED, "damaged" },
};

static void
write_file (StoreFixture *fixture, gsize i)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length = strlen (files[i].bytes);
  /* The version has zero bytes in it. */
  gsize put = strcmp (files[i].name, "newer") == 0 ? 4 : length;

  if (files[i].offset < 0)
    bytes = g_memdup2 (files[i].bytes, length + 1);
  else
    {
      g_file_get_contents (fixture->path, &bytes, &length, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (files[i].offset + put, <=, length);
      memcpy (bytes + files[i].offset, files[i].bytes, put);
    }
  if (files[i].cut > 0)
    length = files[i].cut;
  g_file_set_contents (fixture->path, bytes, length, &error);
  g_assert_no_error (error);
}

static void
test_files (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = NULL;
  gsize length;

  g_clear_pointer (&fixture->db, ff_db_close);
  g_file_get_contents (fixture->path, &whole, &length, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize length_before, length_after;

      g_test_message ("%s", files[i].name);
      g_file_set_contents (fixture->path, whole, length, NULL);
      write_file (fixture, i);
      g_file_get_contents (fixture->path, &before, &length_before, NULL);
      assert_refused (fixture->path, FF_DB_WRITE, files[i].code, files[i].says);
      assert_refused (fixture->path, FF_DB_CREATE, files[i].code, files[i].says);
      assert_no_lock (fixture);
      g_file_get_contents (fixture->path, &after, &length_after, NULL);
      g_assert_cmpmem (before, length_before, after, length_after);
    }
}

static void
test_places (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.fourfold", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "folder", "x.fourfold", NULL);
  g_autofree char *fifo = g_build_filename (fixture->folder, "pipe", NULL);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  for (FfDbMode mode = FF_DB_READ; mode <= FF_DB_CREATE; mode++)
    {
      assert_refused (fixture->folder, mode, FF_ERROR_FOREIGN, "is a folder");
      assert_refused (fifo, mode, FF_ERROR_FOREIGN, "not a Fourfold database");
      assert_refused (nowhere, mode, FF_ERROR_NOT_FOUND, "does not exist");
    }
  assert_refused (missing, FF_DB_READ, FF_ERROR_NOT_FOUND, "does not exist");
  assert_refused (missing, FF_DB_WRITE, FF_ERROR_NOT_FOUND, "does not exist");
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

static void
test_leftovers_of_creation (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *unfinished = g_strconcat (fixture->path, ".new", NULL);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->db, ff_db_close);
  g_unlink (fixture->path);
  g_file_set_contents (unfinished, "half", -1, &error);
  g_assert_no_error (error);
  fixture->db = ff_db_open (fixture->path, FF_DB_CREATE, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
  store_assert_sound (fixture->db);
}

static void
test_settings (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gint64 value;
  } settings[] = {
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA secure_delete", 1 },
    { "PRAGMA synchronous", 2 },
    { "PRAGMA application_id", FF_DB_APPLICATION_ID },
    { "PRAGMA user_version", 4 },
    { "SELECT count (*) FROM pragma_journal_mode WHERE journal_mode = 'wal'", 1 },
    { "SELECT count (*) FROM layer", 3 },
    { "SELECT count (*) FROM meta WHERE key IN ('database_id', 'secret', 'time_zone')", 3 },
    { "SELECT length (value) FROM meta WHERE key = 'secret'", 64 },
  };
  struct stat status;

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_test_message ("%s", settings[i].sql);
      g_assert_cmpint (store_count (fixture->db, settings[i].sql), ==, settings[i].value);
    }
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_two_databases_differ (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.fourfold", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) other = ff_db_open (path, FF_DB_CREATE, &error);
  const char *const keys[] = { "database_id", "secret" };

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *a = ff_db_dup_meta (fixture->db, keys[i], NULL);
      g_autofree char *b = ff_db_dup_meta (other, keys[i], NULL);

      g_assert_nonnull (a);
      g_assert_cmpstr (a, !=, b);
    }
}

static void
test_busy (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.fourfold", NULL);
  g_autofree char *pid = g_strdup_printf ("process %ld", (long) getpid ());

  assert_refused (fixture->path, FF_DB_WRITE, FF_ERROR_BUSY, g_get_user_name ());
  assert_refused (fixture->path, FF_DB_WRITE, FF_ERROR_BUSY, g_get_host_name ());
  assert_refused (fixture->path, FF_DB_WRITE, FF_ERROR_BUSY, pid);
  /* By another name it is the same database. */
  g_assert_cmpint (symlink (fixture->path, link_path), ==, 0);
  assert_refused (link_path, FF_DB_WRITE, FF_ERROR_BUSY, pid);

  g_clear_pointer (&fixture->db, ff_db_close);
  assert_no_lock (fixture);
  store_reopen (fixture);
}

/* The holder is another process, which ends without a word. */
static void
test_busy_process (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *says = NULL;
  int ready[2];
  char byte;
  pid_t child;

  g_clear_pointer (&fixture->db, ff_db_close);
  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      FfDb *db = ff_db_open (fixture->path, FF_DB_WRITE, NULL);

      if (db == NULL || write (ready[1], "x", 1) != 1)
        _exit (1);
      pause ();
      _exit (0);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  says = g_strdup_printf ("process %ld", (long) child);
  assert_refused (fixture->path, FF_DB_WRITE, FF_ERROR_BUSY, says);
  fixture->db = ff_db_open (fixture->path, FF_DB_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM layer"), ==, 3);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  store_reopen (fixture);
  store_assert_sound (fixture->db);
  close (ready[0]);
  close (ready[1]);
}

static void
test_readers (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) reader = ff_db_open_reader (fixture->db, &error);
  g_autoptr (FfDb) second = NULL;
  g_autoptr (FfBatch) batch = NULL;

  g_assert_no_error (error);
  g_assert_false (ff_db_is_writable (reader));
  g_assert_true (ff_db_is_writable (fixture->db));

  batch = ff_batch_begin (fixture->db, "Add", &error);
  g_assert_no_error (error);
  store_exec (fixture->db, "INSERT INTO department (name, path, sort_key) VALUES ('A', 'A', 'a')");
  g_assert_cmpint (store_count (reader, "SELECT count (*) FROM department"), ==, 0);
  g_assert_true (ff_db_begin_read (reader, &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_cmpint (store_count (reader, "SELECT count (*) FROM department"), ==, 0);
  ff_db_end_read (reader);
  g_assert_cmpint (store_count (reader, "SELECT count (*) FROM department"), ==, 1);

  g_assert_false (ff_db_exec (reader, "DELETE FROM meta", &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (ff_batch_begin (reader, "No", &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_READ_ONLY);
  g_clear_error (&error);
  second = ff_db_open (fixture->path, FF_DB_READ, &error);
  g_assert_no_error (error);
}

/* Runs this program again as nobody, with one of the hidden tests below. */
static void
run_as_nobody (const char *what, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  char *argv[] = { (char *) "setpriv", (char *) "--reuid=65534", (char *) "--regid=65534", (char *) "--clear-groups", self,
                   (char *) "--as-nobody", (char *) what, (char *) path, NULL };
  int status;
  g_autofree char *output = NULL;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &output, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", output);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

static int
as_nobody (const char *what, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) db = NULL;

  if (strcmp (what, "read") == 0)
    {
      db = ff_db_open (path, FF_DB_READ, &error);
      g_assert_no_error (error);
      g_assert_cmpint (store_count (db, "SELECT count (*) FROM layer"), ==, 3);
      return 0;
    }
  if (strcmp (what, "cannot-read") == 0)
    assert_refused (path, FF_DB_READ, FF_ERROR_READ_ONLY, "not allowed");
  assert_refused (path, FF_DB_WRITE, FF_ERROR_READ_ONLY, strcmp (what, "cannot-read") == 0 ? "not allowed" : "cannot be written");
  return 0;
}

static void
test_other_user (StoreFixture *fixture, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root can become another user");
      return;
    }
  g_chmod (fixture->folder, 0755);
  run_as_nobody ("cannot-read", fixture->path);
  /* While the writer is open, the log beside the file can be read. */
  g_chmod (fixture->path, 0644);
  store_reopen (fixture);
  run_as_nobody ("read", fixture->path);
  run_as_nobody ("write", fixture->path);
  /* Closed cleanly, in a folder where no log can be made. */
  g_clear_pointer (&fixture->db, ff_db_close);
  run_as_nobody ("read", fixture->path);
  run_as_nobody ("write", fixture->path);
}

/* Whatever bytes are damaged, opening and looking through either succeeds or ends with an error: no crash, no hang. */
static void
test_random_damage (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize length;
  guint refused = 0;

  g_clear_pointer (&fixture->db, ff_db_close);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  for (guint round = 0; round < 60; round++)
    {
      g_autofree char *damaged = g_memdup2 (whole, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (FfDb) db = NULL;

      for (guint i = 0; i < 40; i++)
        damaged[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (fixture->path, damaged, (gssize) length, NULL));
      db = ff_db_open (fixture->path, FF_DB_WRITE, &error);
      if (db != NULL)
        {
          g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

          if (!ff_db_check (db, NULL, findings, &error) || findings->len > 0)
            refused++;
        }
      else
        {
          g_assert_nonnull (error);
          refused++;
        }
    }
  g_assert_cmpuint (refused, >, 30);
}

/* Damage that opening itself does not meet. */
static void
damage_index (StoreFixture *fixture)
{
  g_autofree char *bytes = NULL;
  gsize length;
  gint64 page = store_count (fixture->db, "SELECT rootpage FROM sqlite_schema WHERE name = 'venue_name'");
  gint64 size = store_count (fixture->db, "PRAGMA page_size");

  g_clear_pointer (&fixture->db, ff_db_close);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  memset (bytes + (page - 1) * size, 0x5a, (gsize) size);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
}

static void
test_daily_check (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *checked_on = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_db_set_meta (fixture->db, "checked_on", "2001-01-01", &error));
  store_reopen (fixture);
  checked_on = ff_db_dup_meta (fixture->db, "checked_on", &error);
  g_assert_cmpstr (checked_on, ==, today);

  /* Looked through today already: nobody looks again, unless the last writer left without closing. */
  damage_index (fixture);
  store_reopen (fixture);
  g_clear_pointer (&fixture->db, ff_db_close);
  g_assert_true (g_file_set_contents (lock, "user=somebody\n", -1, &error));
  assert_refused (fixture->path, FF_DB_WRITE, FF_ERROR_DAMAGED, "Restore a backup");
}

static void
test_remote_types (void)
{
  g_assert_true (ff_file_type_is_remote (0x6969));
  g_assert_true (ff_file_type_is_remote (0xff534d42));
  g_assert_false (ff_file_type_is_remote (0xef53));     /* ext4 */
  g_assert_false (ff_file_type_is_remote (0x01021994)); /* tmpfs */
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--as-nobody") == 0)
    return as_nobody (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/open/files", test_files);
  store_test_add ("/open/places", test_places);
  store_test_add ("/open/leftovers-of-creation", test_leftovers_of_creation);
  store_test_add ("/open/settings", test_settings);
  store_test_add ("/open/two-databases-differ", test_two_databases_differ);
  store_test_add ("/open/busy", test_busy);
  store_test_add ("/open/busy-process", test_busy_process);
  store_test_add ("/open/readers", test_readers);
  store_test_add ("/open/other-user", test_other_user);
  store_test_add ("/open/random-damage", test_random_damage);
  store_test_add ("/open/daily-check", test_daily_check);
  g_test_add_func ("/open/remote-types", test_remote_types);
  return g_test_run ();
}
