/* Backup, restore, and the check that says what is wrong. */
#include "config.h"

#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "ff-backup.h"
#include "ff-batch.h"
#include "ff-check.h"
#include "ff-store-test.h"

static void
add_department (FfDb *db, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, name, &error);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO department (name, path, sort_key) VALUES ('%s', '%s', '')", name, name);

  store_exec (db, sql);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
backup_path (StoreFixture *fixture)
{
  return g_build_filename (fixture->folder, "copy", NULL);
}

static void
make_backup (StoreFixture *fixture)
{
  g_autofree char *path = backup_path (fixture);
  g_autoptr (GError) error = NULL;

  ff_backup_create (fixture->db, path, &error);
  g_assert_no_error (error);
}

static void
test_create (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = backup_path (fixture);
  g_autofree char *header = NULL;
  g_autofree char *original = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) copy = NULL;
  struct stat status;

  add_department (fixture->db, "生产部");
  make_backup (fixture);
  make_backup (fixture); /* in the place of the one before */

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_file_get_contents (path, &header, NULL, NULL);
  g_assert_cmpint (header[18], ==, 1); /* one file, no log */
  copy = ff_db_open (path, FF_DB_READ, &error);
  g_assert_no_error (error);
  original = store_dump (fixture->db);
  copied = store_dump (copy);
  g_assert_cmpstr (copied, ==, original);
  store_assert_sound (copy);
  g_clear_pointer (&copy, ff_db_close);
  g_clear_pointer (&fixture->db, ff_db_close);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_create_from_reader (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = backup_path (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) reader = ff_db_open_reader (fixture->db, &error);

  add_department (fixture->db, "a");
  ff_backup_create (reader, path, &error);
  g_assert_no_error (error);
}

static void
test_create_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "copy", NULL);
  struct
  {
    const char *path;
    FfError code;
  } targets[] = {
    { fixture->path, FF_ERROR_INVALID },
    { fixture->folder, FF_ERROR_INVALID },
    { nowhere, FF_ERROR_NOT_FOUND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ff_backup_create (fixture->db, targets[i].path, &error));
      g_assert_error (error, FF_ERROR, (int) targets[i].code);
    }
  store_assert_sound (fixture->db);
}

static void
test_restore (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = backup_path (fixture);
  g_autofree char *kept = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *later = NULL;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) old = NULL;
  g_auto (FfUndoStep) undo = { 0 };
  g_auto (FfUndoStep) redo = { 0 };

  add_department (fixture->db, "a");
  saved = store_dump (fixture->db);
  make_backup (fixture);
  add_department (fixture->db, "b");
  later = store_dump (fixture->db);

  /* Not while somebody writes. */
  g_assert_false (ff_backup_restore (path, fixture->path, NULL, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_pointer (&fixture->db, ff_db_close);

  ff_backup_restore (path, fixture->path, &kept, &error);
  g_assert_no_error (error);
  store_reopen (fixture);
  now = store_dump (fixture->db);
  g_assert_cmpstr (now, ==, saved);
  store_assert_sound (fixture->db);
  /* Undo does not reach behind it. */
  g_assert_true (ff_undo_peek (fixture->db, &undo, &redo, NULL));
  g_assert_cmpint (undo.batch_id, ==, 0);

  g_assert_nonnull (strstr (kept, ".before-restore-"));
  old = ff_db_open (kept, FF_DB_READ, &error);
  g_assert_no_error (error);
  before = store_dump (old);
  g_assert_cmpstr (before, ==, later);
}

static void
test_restore_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = backup_path (fixture);
  g_autofree char *before = store_dump (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) reader = NULL;
  gsize length;
  gint64 page, size;

  make_backup (fixture);
  reader = ff_db_open (path, FF_DB_READ, &error);
  g_assert_no_error (error);
  page = store_count (reader, "SELECT rootpage FROM sqlite_schema WHERE name = 'venue_name'");
  size = store_count (reader, "PRAGMA page_size");
  g_clear_pointer (&reader, ff_db_close);
  g_clear_pointer (&fixture->db, ff_db_close);

  /* Somebody else reads: the log cannot be settled. */
  reader = ff_db_open (fixture->path, FF_DB_READ, &error);
  g_assert_false (ff_backup_restore (path, fixture->path, NULL, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_pointer (&reader, ff_db_close);

  g_assert_false (ff_backup_restore (fixture->path, fixture->path, NULL, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_clear_error (&error);

  g_file_get_contents (path, &bytes, &length, NULL);
  /* An index alone: copying the rows would not meet it. */
  memset (bytes + (page - 1) * size, 0x5a, (gsize) size);
  g_file_set_contents (path, bytes, (gssize) length, NULL);
  g_assert_false (ff_backup_restore (path, fixture->path, NULL, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_DAMAGED);
  g_clear_error (&error);
  g_file_set_contents (path, "name\n", -1, NULL);
  g_assert_false (ff_backup_restore (path, fixture->path, NULL, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_FOREIGN);

  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  store_reopen (fixture);
  after = store_dump (fixture->db);
  g_assert_cmpstr (after, ==, before);
}

/* What restoring is for: the file is damaged, or gone. */
static void
test_restore_over_damage (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = backup_path (fixture);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  add_department (fixture->db, "a");
  make_backup (fixture);
  g_clear_pointer (&fixture->db, ff_db_close);
  g_file_set_contents (fixture->path, "rubbish", -1, NULL);
  g_file_set_contents (log, "rubbish of a log", -1, NULL);
  ff_backup_restore (path, fixture->path, NULL, &error);
  g_assert_no_error (error);
  store_reopen (fixture);
  store_assert_sound (fixture->db);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM department"), ==, 1);

  g_clear_pointer (&fixture->db, ff_db_close);
  g_unlink (fixture->path);
  ff_backup_restore (path, fixture->path, NULL, &error);
  g_assert_no_error (error);
  store_reopen (fixture);
  store_assert_sound (fixture->db);
}

/* What somebody did behind the program's back, and the sentence about it. */
static const struct
{
  const char *name;
  const char *sql;
  const char *says;
} damages[] = {
  { "row changed", "DROP TRIGGER guard_department_update; UPDATE department SET version = 7", "Entry 1 of “department” is not what the journal says." },
  { "row gone", "DROP TRIGGER guard_department_delete; DELETE FROM department", "Entry 1 of “department” is not what the journal says." },
  { "reference broken",
    "PRAGMA foreign_keys = OFF; INSERT INTO open_batch VALUES (1, 1); UPDATE department SET parent_id = 99;"
    "DELETE FROM open_batch",
    "Entry 1 of “department” refers to an entry of “department” that is not there." },
  { "batch open", "INSERT INTO open_batch VALUES (1, 1)", "A batch was left open: changes may be missing in the journal." },
  { "table added", "CREATE TABLE x (y)", "The tables are not those that Fourfold makes: another program changed them." },
  { "trigger added", "CREATE TRIGGER x AFTER INSERT ON meta BEGIN DELETE FROM meta; END",
    "The tables are not those that Fourfold makes: another program changed them." },
  { "journal unreadable", "DROP TRIGGER journal_update; UPDATE journal SET before = '{' WHERE operation = 'insert'",
    "1 entry of the journal cannot be read." },
};

static gboolean
check_of_a_service (FfDb *db, GPtrArray *findings, GError **error)
{
  g_ptr_array_add (findings, g_strdup ("The service is not content."));
  return TRUE;
}

static gboolean
has_finding (GPtrArray *findings, const char *says)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_test_message ("%s", (char *) findings->pdata[i]);
      if (strcmp (findings->pdata[i], says) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_findings (StoreFixture *fixture, gconstpointer data)
{
  static const FfCheckFunc more[] = { check_of_a_service, NULL };
  g_autofree char *bytes = NULL;
  gsize length;

  add_department (fixture->db, "a");
  store_assert_sound (fixture->db);
  g_clear_pointer (&fixture->db, ff_db_close);
  g_file_get_contents (fixture->path, &bytes, &length, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
      sqlite3 *other;

      g_test_message ("%s", damages[i].name);
      g_file_set_contents (fixture->path, bytes, (gssize) length, NULL);
      sqlite3_open (fixture->path, &other);
      g_assert_cmpint (sqlite3_exec (other, damages[i].sql, NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (other);
      store_reopen (fixture);
      g_assert_true (ff_db_check (fixture->db, more, findings, NULL));
      g_assert_true (has_finding (findings, damages[i].says));
      g_assert_true (has_finding (findings, "The service is not content."));
      g_clear_pointer (&fixture->db, ff_db_close);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/backup/create", test_create);
  store_test_add ("/backup/create-from-reader", test_create_from_reader);
  store_test_add ("/backup/create-refused", test_create_refused);
  store_test_add ("/backup/restore", test_restore);
  store_test_add ("/backup/restore-refused", test_restore_refused);
  store_test_add ("/backup/restore-over-damage", test_restore_over_damage);
  store_test_add ("/check/findings", test_findings);
  return g_test_run ();
}
