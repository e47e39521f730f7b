/* From one schema to the next, and the golden file of each. */
#include "config.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ff-batch.h"
#include "ff-migrate.h"
#include "ff-store-test.h"

static void
test_fingerprint (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = ff_migrate_expected_fingerprint (&error);
  g_autofree char *found = ff_migrate_fingerprint (fixture->db, &error);
  g_autofree char *changed = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
  store_exec (fixture->db, "CREATE INDEX x ON layer (title)");
  changed = ff_migrate_fingerprint (fixture->db, &error);
  g_assert_cmpstr (changed, !=, expected);
}

/* As it is while it is brought up to date: without the writer's journal. */
static void
reopen_bare (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  ff_db_close (fixture->db);
  fixture->db = ff_db_open_bare (fixture->path, "test", SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
}

static void
test_step (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (FfUndoStep) undo = { 0 };
  g_auto (FfUndoStep) redo = { 0 };

  /* Somebody has worked in the file. */
  {
    g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Rename a layer", &error);

    g_assert_no_error (error);
    store_exec (fixture->db, "UPDATE layer SET title = 'Counter', version = version + 1 WHERE key = 'frontline'");
    ff_batch_commit (g_steal_pointer (&batch), &error);
    g_assert_no_error (error);
  }
  reopen_bare (fixture);
  ff_migrate_step (fixture->db, ff_migrate_latest () + 1,
                   "ALTER TABLE layer ADD COLUMN colour TEXT;"
                   "UPDATE layer SET colour = 'red';"
                   "CREATE TABLE hobby (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, version INTEGER NOT NULL DEFAULT 1) STRICT;",
                   &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (fixture->db, "PRAGMA user_version"), ==, ff_migrate_latest () + 1);
  g_assert_cmpint (store_count (fixture->db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM layer WHERE colour = 'red'"), ==, 3);
  /* The new table is guarded like the others, and undo does not reach back. */
  g_assert_false (ff_db_exec (fixture->db, "INSERT INTO hobby (name) VALUES ('x')", NULL));
  g_assert_false (ff_db_exec (fixture->db, "DELETE FROM layer", NULL));
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM batch WHERE kind = 'barrier'"), ==, 1);
  g_assert_true (ff_undo_peek (fixture->db, &undo, &redo, NULL));
  g_assert_cmpint (undo.batch_id, ==, 0);
}

static const struct
{
  const char *name;
  const char *sql;
  FfError code;
} failures[] = {
  { "error in the middle", "CREATE TABLE hobby (id INTEGER); UPDATE layer SET title = 'x'; SELECT nonsense", FF_ERROR_FAILED },
  { "constraint", "UPDATE layer SET title = 'x'; UPDATE layer SET key = 'same'", FF_ERROR_EXISTS },
  { "broken reference", "UPDATE layer SET title = 'x'; INSERT INTO department (parent_id, name, path, sort_key) VALUES (99, 'x', 'x', 'x')",
    FF_ERROR_DAMAGED },
};

static void
test_failed_steps (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_dump (fixture->db);

  reopen_bare (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", failures[i].name);
      g_assert_false (ff_migrate_step (fixture->db, ff_migrate_latest () + 1, failures[i].sql, &error));
      g_assert_error (error, FF_ERROR, (int) failures[i].code);
      after = store_dump (fixture->db);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpint (store_count (fixture->db, "PRAGMA user_version"), ==, ff_migrate_latest ());
      g_assert_cmpint (store_count (fixture->db, "PRAGMA foreign_keys"), ==, 1);
      store_assert_sound (fixture->db);
    }
}

/* A file of an older schema whose update fails: a copy was made, the file is as it was, and nobody reads it half-known. */
static void
test_backup_before_update (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint copies = 0;

  store_exec (fixture->db, "PRAGMA user_version = 0"); /* the tables of step 1 are there: it will fail */
  g_clear_pointer (&fixture->db, ff_db_close);
  g_assert_null (ff_db_open (fixture->path, FF_DB_READ, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "older Fourfold"));
  g_clear_error (&error);
  g_assert_null (ff_db_open (fixture->path, FF_DB_WRITE, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_FAILED);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".before-update-") != NULL)
      copies++;
  g_assert_cmpuint (copies, ==, 1);
}

/* Rows of several families, by the schema of this program: what tests/store/renew-golden dumps. */
static const char sample[] =
    "INSERT INTO department (parent_id, name, path, sort_key) VALUES (NULL, '生产部', '生产部', 'sheng chan bu'), (1, 'Line 1', '生产部/Line 1', 'line 1');"
    "INSERT INTO trainee (employee_no, name, layer_id, department_id, supervisor_id, search_key, sort_key)"
    " VALUES ('00123', '张三', 1, 2, 2, '张三', 'zhang san'), ('00124', 'Ann O''Neil', 3, 1, NULL, 'anno''neil', 'ann o''neil');"
    "INSERT INTO course (code, title, hours, search_key, sort_key) VALUES ('C1', '领导力', 1200, '领导力', 'ling dao li');"
    "INSERT INTO run (course_id, code, title, starts_on, ends_on, search_key, sort_key)"
    " VALUES (1, 'R1', '领导力一班', '2026-03-14', '2026-03-15', '领导力一班', 'ling dao li yi ban');"
    "INSERT INTO enrolment (run_id, trainee_id, layer_id) VALUES (1, 1, 1), (1, 2, 3);"
    "INSERT INTO scheme (run_id) VALUES (1);"
    "INSERT INTO component (scheme_id, position, key, title, weight) VALUES (1, 1, 'exam', 'Exam', 10000);"
    "INSERT INTO mark (enrolment_id, component_id, score) VALUES (1, 1, 9250);";

static int
write_sample (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) db = ff_db_open (path, FF_DB_CREATE, &error);
  g_autoptr (FfBatch) batch = NULL;

  g_assert_no_error (error);
  ff_batch_set_actor (db, "golden");
  batch = ff_batch_begin (db, "Sample", &error);
  store_exec (db, sample);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  batch = ff_batch_begin (db, "Correct a mark", &error);
  store_exec (db, "UPDATE mark SET score = 9300, version = version + 1");
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  /* The same bytes each time. */
  store_exec (db, "UPDATE batch SET at = '2026-01-01T00:00:00Z'; UPDATE meta SET value = 'golden'");
  return 0;
}

/* Replaces the fixture's database by the golden one of a schema after @sql. */
static void
open_golden (StoreFixture *fixture, int version, const char *sql)
{
  g_autofree char *name = g_strdup_printf ("schema-%03d.sql", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *plain;

  g_file_get_contents (path, &dump, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&fixture->db, ff_db_close);
  g_unlink (fixture->path);
  sqlite3_open (fixture->path, &plain);
  g_assert_cmpint (sqlite3_exec (plain, dump, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (plain, "INSERT INTO open_batch (one, batch_id) VALUES (1, 1)", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (plain, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (plain, "DELETE FROM open_batch", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (plain);
  store_reopen (fixture);
}

/* Each golden file opens, is brought up to date, and is then like a database made today. */
static void
test_golden (StoreFixture *fixture, gconstpointer data)
{
  for (int version = 1; version <= ff_migrate_latest (); version++)
    {
      g_autofree char *name = g_strdup_printf ("schema-%03d.sql", version);
      g_autoptr (GError) error = NULL;

      open_golden (fixture, version, "");
      g_test_message ("If %s no longer fits because the unreleased schema changed, run tests/store/renew-golden BUILDDIR.", name);
      store_assert_sound (fixture->db);
      g_assert_cmpint (store_count (fixture->db, "PRAGMA user_version"), ==, ff_migrate_latest ());
      g_assert_cmpint (store_count (fixture->db, "SELECT score FROM mark JOIN enrolment AS e ON e.id = enrolment_id"
                                                 " JOIN trainee AS t ON t.id = e.trainee_id WHERE t.employee_no = '00123'"),
                       ==, 9300);
      if (version == ff_migrate_latest ())
        {
          g_assert_true (ff_undo (fixture->db, &error));
          g_assert_cmpint (store_count (fixture->db, "SELECT score FROM mark"), ==, 9250);
        }
      else
        {
          /* What was done before the tables changed stays done. */
          g_assert_false (ff_undo (fixture->db, &error));
          g_assert_nonnull (error);
          g_assert_cmpint (store_count (fixture->db, "SELECT score FROM mark"), ==, 9300);
        }
    }
}

/* Schema 3 kept the four levels of courses and classes as JSON. */
static const char held[] =
    "UPDATE course SET evaluation = '{\"questionnaires\": [{\"key\": \"reaction\", \"title\": \"训后反应\", \"level\": 1, \"kind\": \"rating\","
    " \"anonymous\": true, \"scale\": [1, 7], \"target\": 4.25, \"dimensions\": [{\"key\": \"content\", \"weight\": 0.5, \"questions\":"
    " [{\"key\": \"q1\", \"title\": \"Clear?\"}, {\"key\": \"q2\", \"kind\": \"choice\", \"choices\": [\"a\", \"b\"]}]}]}],"
    " \"behaviour\": {\"days\": 45}, \"metrics\": [{\"key\": \"nps\", \"baseline\": 30.5, \"target_kind\": \"points\", \"target\": 5}],"
    " \"results_days\": 60, \"learning_target_percent\": 85}', version = version + 1;"
    "UPDATE run SET evaluation = '{\"questionnaires\": [{\"key\": \"reaction\"}]}', version = version + 1;";

static const struct
{
  const char *what;
  const char *sql; /* counts what is there */
} arrived[] = {
  { "targets of the course", "SELECT count (*) FROM evaluation WHERE course_id = 1 AND learning_target = 8500 AND behaviour_days = 45"
                             " AND applied_target = 8500 AND submitted_target = 10000 AND results_days = 60" },
  { "targets of the class", "SELECT count (*) FROM evaluation WHERE run_id = 1 AND learning_target IS NULL AND behaviour_days = 30" },
  { "questionnaire of the course", "SELECT count (*) FROM questionnaire WHERE course_id = 1 AND key = 'reaction' AND title = '训后反应' AND level = 1"
                                   " AND anonymous = 1 AND scale_min = 1 AND scale_max = 7 AND target = 42500" },
  { "questionnaire of the class", "SELECT count (*) FROM questionnaire WHERE run_id = 1 AND title = 'reaction' AND target IS NULL" },
  { "found by pinyin", "SELECT count (*) FROM questionnaire WHERE search_key LIKE '%xunhoufanying%' AND sort_key <> ''" },
  { "dimension", "SELECT count (*) FROM dimension WHERE key = 'content' AND title IS NULL AND weight = 5000" },
  { "rating", "SELECT count (*) FROM question WHERE key = 'q1' AND kind = 'rating' AND title = 'Clear?' AND position = 1" },
  { "choice", "SELECT count (*) FROM question WHERE key = 'q2' AND kind = 'choice' AND options = 'a' || char (10) || 'b' AND position = 2" },
  { "metric", "SELECT count (*) FROM metric WHERE course_id = 1 AND baseline = '30.5' AND target_kind = 'points' AND target = '5'" },
};

static void
test_evaluation_json (StoreFixture *fixture, gconstpointer data)
{
  open_golden (fixture, 3, held);
  for (gsize i = 0; i < G_N_ELEMENTS (arrived); i++)
    {
      g_test_message ("%s", arrived[i].what);
      g_assert_cmpint (store_count (fixture->db, arrived[i].sql), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--write-sample") == 0)
    return write_sample (argv[2]);
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/migrate/fingerprint", test_fingerprint);
  store_test_add ("/migrate/step", test_step);
  store_test_add ("/migrate/failed-steps", test_failed_steps);
  store_test_add ("/migrate/backup-before-update", test_backup_before_update);
  store_test_add ("/migrate/golden", test_golden);
  store_test_add ("/migrate/evaluation-json", test_evaluation_json);
  return g_test_run ();
}
