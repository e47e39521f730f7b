/* Batches, the journal, undo and redo. */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "ff-batch.h"
#include "ff-journal.h"
#include "ff-store-test.h"

/* One command of one statement. */
static void
command (FfDb *db, const char *label, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, label, &error);

  g_assert_no_error (error);
  store_exec (db, sql);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
}

static void
undo (FfDb *db)
{
  g_autoptr (GError) error = NULL;

  ff_undo (db, &error);
  g_assert_no_error (error);
}

static void
redo (FfDb *db)
{
  g_autoptr (GError) error = NULL;

  ff_redo (db, &error);
  g_assert_no_error (error);
}

/* NULL: there is none. */
static void
assert_steps (FfDb *db, const char *undo_label, const char *redo_label)
{
  g_autoptr (GError) error = NULL;
  g_auto (FfUndoStep) undo_step = { 0 };
  g_auto (FfUndoStep) redo_step = { 0 };

  ff_undo_peek (db, &undo_step, &redo_step, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undo_step.label, ==, undo_label);
  g_assert_cmpstr (redo_step.label, ==, redo_label);
  g_assert_true ((undo_step.batch_id == 0) == (undo_label == NULL));
  g_assert_true ((redo_step.batch_id == 0) == (redo_label == NULL));
}

#define ADD(name) "INSERT INTO department (name, path, sort_key) VALUES ('" name "', '" name "', '" name "')"
#define RENAME(from, to) "UPDATE department SET name = '" to "', version = version + 1 WHERE name = '" from "'"

static void
test_steps (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;

  assert_steps (db, NULL, NULL);
  command (db, "A", ADD ("a"));
  assert_steps (db, "A", NULL);
  command (db, "B", RENAME ("a", "b"));
  assert_steps (db, "B", NULL);
  undo (db);
  assert_steps (db, "A", "B");
  undo (db);
  assert_steps (db, NULL, "A");
  redo (db);
  assert_steps (db, "A", "B");
  redo (db);
  assert_steps (db, "B", NULL);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM department WHERE name = 'b' AND version = 2"), ==, 1);

  /* A new command forgets what could be redone, and what was undone stays so. */
  undo (db);
  command (db, "C", ADD ("c"));
  assert_steps (db, "C", NULL);
  undo (db);
  assert_steps (db, "A", "C");

  /* It outlives the program. */
  store_reopen (fixture);
  assert_steps (fixture->db, "A", "C");
  redo (fixture->db);
  undo (fixture->db);
  undo (fixture->db);
  assert_steps (fixture->db, NULL, "A");
  store_assert_sound (fixture->db);
}

static void
test_nothing_left (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ff_undo (fixture->db, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ff_redo (fixture->db, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_NOT_FOUND);
}

static void
test_no_trace (StoreFixture *fixture, gconstpointer data)
{
  command (fixture->db, "Nothing", "UPDATE department SET version = version + 1 WHERE name = 'nobody'");
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM batch"), ==, 0);
  command (fixture->db, "Setting only", "INSERT INTO meta (key, value) VALUES ('x', 'y')");
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM batch"), ==, 0);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM meta WHERE key = 'x'"), ==, 1);
  /* A command that changes nothing does not forget what could be redone. */
  command (fixture->db, "A", ADD ("a"));
  undo (fixture->db);
  command (fixture->db, "Nothing", "DELETE FROM department");
  assert_steps (fixture->db, NULL, "A");
}

static void
test_nesting (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  FfDb *db = fixture->db;

  {
    g_autoptr (FfBatch) outer = ff_batch_begin (db, "Outer", &error);

    store_exec (db, ADD ("a"));
    {
      g_autoptr (FfBatch) inner = ff_batch_begin (db, "Inner", &error);

      store_exec (db, ADD ("b"));
      g_assert_true (ff_batch_commit (g_steal_pointer (&inner), &error));
    }
    {
      g_autoptr (FfBatch) lost = ff_batch_begin (db, "Lost", &error);

      store_exec (db, ADD ("c"));
    }
    g_assert_true (ff_batch_commit (g_steal_pointer (&outer), &error));
  }
  g_assert_no_error (error);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM department WHERE name IN ('a', 'b')"), ==, 2);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM department"), ==, 2);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM batch"), ==, 1);
  assert_steps (db, "Outer", NULL);
  undo (db);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM department"), ==, 0);

  {
    g_autoptr (FfBatch) lost = ff_batch_begin (db, "Lost", &error);

    store_exec (db, ADD ("d"));
  }
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM department"), ==, 0);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM open_batch"), ==, 0);
}

/* SQLite rolls a whole transaction back when a statement in it is interrupted: nothing may be written after that. */
static void
test_lost_transaction (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) outer = ff_batch_begin (fixture->db, "Outer", &error);

  store_exec (fixture->db, ADD ("a"));
  g_cancellable_cancel (cancellable);
  ff_db_set_cancellable (fixture->db, cancellable);
  g_assert_false (ff_db_exec (fixture->db,
                              "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                              " INSERT INTO department (name, path, sort_key) SELECT i, i, i FROM n",
                              &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_CANCELLED);
  g_clear_error (&error);
  ff_db_set_cancellable (fixture->db, NULL);

  g_assert_null (ff_batch_begin (fixture->db, "Inner", &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (ff_db_exec (fixture->db, ADD ("b"), NULL));
  g_assert_false (ff_batch_commit (g_steal_pointer (&outer), &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_FAILED);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM department"), ==, 0);
  command (fixture->db, "After", ADD ("c"));
  store_assert_sound (fixture->db);
}

/* Each refuses outside a batch, or in one, and leaves everything as it was. */
static const struct
{
  const char *name;
  gboolean in_batch;
  const char *sql;
} refusals[] = {
  { "insert without a batch", FALSE, ADD ("x") },
  { "update without a batch", FALSE, "UPDATE layer SET title = 'x', version = version + 1" },
  { "delete without a batch", FALSE, "DELETE FROM layer" },
  { "replace without a batch", FALSE, "INSERT OR REPLACE INTO layer (id, key) VALUES (1, 'x')" },
  { "update that keeps the version", TRUE, "UPDATE layer SET title = 'x'" },
  { "update that skips a version", TRUE, "UPDATE layer SET title = 'x', version = version + 2" },
  { "update of an id", TRUE, "UPDATE layer SET id = 77, version = version + 1 WHERE id = 1" },
  { "replace that starts at the first version", TRUE,
    "INSERT INTO layer (id, key) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET version = excluded.version" },
  { "journal rewritten", TRUE, "UPDATE journal SET before = NULL" },
  { "journal cut", TRUE, "DELETE FROM journal" },
  { "text in a number", TRUE, "INSERT INTO layer (key, position) VALUES ('x', 'y')" },
};

static void
test_refusals (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;

  command (fixture->db, "A", ADD ("a"));
  before = store_dump (fixture->db);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfBatch) batch = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", refusals[i].name);
      if (refusals[i].in_batch)
        batch = ff_batch_begin (fixture->db, "X", NULL);
      g_assert_false (ff_db_exec (fixture->db, refusals[i].sql, &error));
      g_assert_nonnull (error);
      ff_batch_rollback (g_steal_pointer (&batch));
      after = store_dump (fixture->db);
      g_assert_cmpstr (after, ==, before);
    }
}

/* The guards are in the file: another program cannot write past the journal either. */
static void
test_guard_in_other_program (StoreFixture *fixture, gconstpointer data)
{
  sqlite3 *other;

  g_clear_pointer (&fixture->db, ff_db_close);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, ADD ("x"), NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  sqlite3_close (other);
}

static void
test_broken_key_at_commit (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "X", &error);

  store_exec (fixture->db, "INSERT INTO department (parent_id, name, path, sort_key) VALUES (99, 'a', 'a', 'a')");
  g_assert_false (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM department"), ==, 0);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM batch"), ==, 0);
}

static void
test_conflict (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  FfDb *db = fixture->db;

  command (db, "A", ADD ("a"));
  command (db, "B", ADD ("b"));
  command (db, "C", "UPDATE department SET name = name || '!', version = version + 1");
  /* Somebody got past the journal. */
  store_exec (db, "DROP TRIGGER guard_department_update; DROP TRIGGER temp.journal_department_version;"
                  "DROP TRIGGER temp.journal_department_update; UPDATE department SET version = 9 WHERE name = 'a!'");
  before = store_dump (db);
  g_assert_false (ff_undo (db, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "entry 1 of “department”"));
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
  assert_steps (db, "C", NULL);
}

static void
test_barrier (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) barrier = NULL;

  command (fixture->db, "A", ADD ("a"));
  command (fixture->db, "B", ADD ("b"));
  undo (fixture->db);
  barrier = ff_batch_begin_barrier (fixture->db, "Erase", &error);
  g_assert_no_error (error);
  store_exec (fixture->db, "UPDATE journal SET before = '{}' WHERE 0");
  g_assert_true (ff_batch_commit (g_steal_pointer (&barrier), &error));
  assert_steps (fixture->db, NULL, NULL);
  command (fixture->db, "C", ADD ("c"));
  undo (fixture->db);
  assert_steps (fixture->db, NULL, "C");
}

static void
test_actor (StoreFixture *fixture, gconstpointer data)
{
  g_auto (FfUndoStep) undo_step = { 0 };
  g_auto (FfUndoStep) redo_step = { 0 };

  command (fixture->db, "A", ADD ("a"));
  g_assert_true (ff_undo_peek (fixture->db, &undo_step, &redo_step, NULL));
  g_assert_cmpstr (undo_step.actor, ==, g_get_user_name ());
  ff_undo_step_clear (&undo_step);
  ff_batch_set_actor (fixture->db, "李培训");
  command (fixture->db, "B", ADD ("b"));
  g_assert_true (ff_undo_peek (fixture->db, &undo_step, &redo_step, NULL));
  g_assert_cmpstr (undo_step.actor, ==, "李培训");
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM batch WHERE at LIKE '____-__-__T__:__:__Z'"), ==, 2);
}

/* Every value comes back as it was, also after it travelled through the journal twice. */
static const char *const values[] = {
  "NULL", "''", "'plain'", "'O''Neil \"quoted\" \\ back'", "'张　三 𠮷'", "'line' || char (10) || 'tab' || char (9)",
  "'1'", "'0012'", "'1e5'", "'true'", "'null'", "'{\"a\": [1]}'", "char (1)", "char (8232)",
};

static void
test_values (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autofree char *full = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_string_append_printf (sql, "INSERT INTO layer (key, title, position) VALUES ('k%zu', %s, %s);", i, values[i],
                            i % 3 == 0 ? "9223372036854775807" : i % 3 == 1 ? "-9223372036854775807 - 1" : "9007199254740993");
  command (db, "Add", sql->str);
  full = store_dump (db);
  command (db, "Delete", "DELETE FROM layer");
  undo (db);
  again = store_dump (db);
  g_assert_cmpstr (again, ==, full);
  g_clear_pointer (&again, g_free);
  command (db, "Change", "UPDATE layer SET title = 'x', position = 0, version = version + 1");
  undo (db);
  redo (db);
  undo (db);
  again = store_dump (db);
  g_assert_cmpstr (again, ==, full);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM layer WHERE typeof (position) <> 'integer'"
                                    " OR typeof (title) NOT IN ('text', 'null')"),
                   ==, 0);
}

/* Deletes parents before children and children before parents. */
static void
test_family (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *full = NULL;
  g_autofree char *again = NULL;

  command (fixture->db, "Add",
           ADD ("a") ";INSERT INTO department (parent_id, name, path, sort_key) VALUES (1, 'b', 'a/b', 'b'),"
                     " (2, 'c', 'a/b/c', 'c'), (3, 'd', 'a/b/c/d', 'd')");
  full = store_dump (fixture->db);
  command (fixture->db, "Delete", "DELETE FROM department WHERE id = 3; DELETE FROM department WHERE id = 1;"
                                  "DELETE FROM department WHERE id = 4; DELETE FROM department WHERE id = 2");
  undo (fixture->db);
  again = store_dump (fixture->db);
  g_assert_cmpstr (again, ==, full);
  store_assert_sound (fixture->db);
}

static void
on_changed (gint64 journal_number, GHashTable *ids_by_table, gpointer user_data)
{
  GString *heard = user_data;
  GArray *departments = g_hash_table_lookup (ids_by_table, "department");
  GArray *layers = g_hash_table_lookup (ids_by_table, "layer");

  g_string_append_printf (heard, "%" G_GINT64_FORMAT ":", journal_number);
  for (guint i = 0; departments != NULL && i < departments->len; i++)
    g_string_append_printf (heard, " d%" G_GINT64_FORMAT, g_array_index (departments, gint64, i));
  for (guint i = 0; layers != NULL && i < layers->len; i++)
    g_string_append_printf (heard, " l%" G_GINT64_FORMAT, g_array_index (layers, gint64, i));
  g_string_append_c (heard, '\n');
}

static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (FfBatch) lost = NULL;

  ff_batch_set_changed_func (fixture->db, on_changed, heard);
  command (fixture->db, "A", ADD ("b") ";" ADD ("a") ";" RENAME ("a", "x"));
  command (fixture->db, "B", "UPDATE layer SET title = 'x', version = version + 1 WHERE id = 2;" ADD ("c"));
  command (fixture->db, "Nothing", "DELETE FROM department WHERE id = 99");
  lost = ff_batch_begin (fixture->db, "Lost", NULL);
  store_exec (fixture->db, ADD ("d"));
  ff_batch_rollback (g_steal_pointer (&lost));
  undo (fixture->db);
  g_assert_cmpstr (heard->str, ==, "3: d1 d2\n5: d3 l2\n7: d3 l2\n");
  g_assert_cmpint (ff_db_journal_number (fixture->db), ==, 7);
}

/* Random commands over several tables, some of them refused half-way: undoing all gives the start, redoing all the end. */
static const char *const moves[] = {
  "INSERT INTO layer (key, title, position) VALUES ('k' || abs (random () % 40), char (19968 + abs (random () % 20000)), random ())",
  "UPDATE layer SET title = NULL, position = random (), version = version + 1 WHERE id % 5 = abs (random () % 5)",
  "UPDATE OR IGNORE layer SET key = 'k' || abs (random () % 40), version = version + 1 WHERE id % 3 = abs (random () % 3)",
  "DELETE FROM layer WHERE id > 3 AND id % 4 = abs (random () % 4) AND id NOT IN (SELECT layer_id FROM trainee WHERE layer_id IS NOT NULL)",
  "INSERT INTO department (parent_id, name, path, sort_key) SELECT (SELECT max (id) FROM department), n, n, n"
  " FROM (SELECT 'd' || abs (random () % 60) AS n)",
  "UPDATE department SET parent_id = NULL, version = version + 1 WHERE id % 4 = abs (random () % 4)",
  "DELETE FROM department WHERE id % 3 = abs (random () % 3)",
  "INSERT INTO trainee (employee_no, name, layer_id, department_id, search_key, sort_key) SELECT 'E' || abs (random () % 50), '张' || hex (randomblob (2)),"
  " (SELECT id FROM layer ORDER BY random () LIMIT 1), (SELECT id FROM department ORDER BY random () LIMIT 1), '', ''",
  "UPDATE trainee SET job_title = nullif (hex (randomblob (1)), '00'), deleted = abs (random () % 2), version = version + 1 WHERE id % 7 = abs (random () % 7)",
  "UPDATE trainee SET department_id = NULL, supervisor_id = (SELECT min (id) FROM trainee), version = version + 1 WHERE id % 5 = abs (random () % 5)",
  "DELETE FROM trainee WHERE id % 6 = abs (random () % 6)",
  "INSERT OR REPLACE INTO layer (key, position) VALUES ('k' || abs (random () % 40), 7)",
  "INSERT INTO layer (key, position) VALUES ('k' || abs (random () % 40), 1) ON CONFLICT (key) DO UPDATE SET position = excluded.position + 1, version = version + 1",
};

static void
random_command (FfDb *db, guint number)
{
  g_autofree char *label = g_strdup_printf ("Command %u", number);
  g_autoptr (FfBatch) batch = ff_batch_begin (db, label, NULL);
  gint32 n = g_test_rand_int_range (1, 6);

  for (gint32 i = 0; i < n; i++)
    {
      g_autoptr (FfBatch) part = ff_batch_begin (db, "Part", NULL);

      if (ff_db_exec (db, moves[g_test_rand_int_range (0, G_N_ELEMENTS (moves))], NULL) && g_test_rand_int_range (0, 8) > 0)
        g_assert_true (ff_batch_commit (g_steal_pointer (&part), NULL));
    }
  /* A broken foreign key refuses the whole command: that is part of the game. */
  ff_batch_commit (g_steal_pointer (&batch), NULL);
}

static void
test_property (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint depth;

  g_ptr_array_add (states, store_dump (db));
  for (guint i = 0; i < 120; i++)
    {
      gint64 commands = store_count (db, "SELECT count (*) FROM batch");

      random_command (db, i);
      if (store_count (db, "SELECT count (*) FROM batch") > commands)
        g_ptr_array_add (states, store_dump (db));
    }
  g_assert_cmpuint (states->len, >, 60);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM trainee"), >, 0);

  for (depth = states->len - 1; depth > 0; depth--)
    {
      g_autofree char *state = NULL;

      undo (db);
      state = store_dump (db);
      g_assert_cmpstr (state, ==, states->pdata[depth - 1]);
    }
  store_assert_sound (db);
  for (depth = 1; depth < states->len; depth++)
    {
      g_autofree char *state = NULL;

      redo (db);
      state = store_dump (db);
      g_assert_cmpstr (state, ==, states->pdata[depth]);
    }
  store_assert_sound (db);
}

/* What journal and undo rest on. */
static void
test_schema (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *rule;
    const char *sql;
  } rules[] = {
    { "each table is STRICT",
      "SELECT count (*) FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite%'" },
    { "each user table has an id",
      "SELECT count (*) FROM sqlite_schema AS s JOIN pragma_table_info (s.name) AS v ON v.name = 'version' WHERE s.type = 'table'"
      " AND NOT EXISTS (SELECT 1 FROM pragma_table_info (s.name) WHERE name = 'id' AND type = 'INTEGER' AND pk = 1)" },
    { "user tables hold INTEGER and TEXT only",
      "SELECT count (*) FROM sqlite_schema AS s JOIN pragma_table_info (s.name) AS v ON v.name = 'version'"
      " JOIN pragma_table_info (s.name) AS c WHERE s.type = 'table' AND c.type NOT IN ('INTEGER', 'TEXT')" },
    { "foreign keys take no action",
      "SELECT count (*) FROM sqlite_schema AS s JOIN pragma_foreign_key_list (s.name) AS f WHERE s.type = 'table'"
      " AND (f.on_update <> 'NO ACTION' OR f.on_delete <> 'NO ACTION')" },
    { "each foreign key of a user table has an index",
      "SELECT count (*) FROM sqlite_schema AS s JOIN pragma_foreign_key_list (s.name) AS f WHERE s.type = 'table'"
      " AND s.name NOT IN ('batch', 'journal') AND NOT EXISTS (SELECT 1 FROM pragma_index_list (s.name) AS l"
      " JOIN pragma_index_info (l.name) AS i WHERE i.seqno = 0 AND i.name = f.\"from\")" },
    { "each user table has three guards",
      "SELECT count (*) FROM sqlite_schema AS s JOIN pragma_table_info (s.name) AS v ON v.name = 'version' WHERE s.type = 'table'"
      " AND (SELECT count (*) FROM sqlite_schema AS t WHERE t.type = 'trigger' AND t.tbl_name = s.name AND t.name LIKE 'guard_%') <> 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_test_message ("%s", rules[i].rule);
      g_assert_cmpint (store_count (fixture->db, rules[i].sql), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/batch/schema", test_schema);
  store_test_add ("/batch/steps", test_steps);
  store_test_add ("/batch/nothing-left", test_nothing_left);
  store_test_add ("/batch/no-trace", test_no_trace);
  store_test_add ("/batch/nesting", test_nesting);
  store_test_add ("/batch/lost-transaction", test_lost_transaction);
  store_test_add ("/batch/refusals", test_refusals);
  store_test_add ("/batch/guard-in-other-program", test_guard_in_other_program);
  store_test_add ("/batch/broken-key-at-commit", test_broken_key_at_commit);
  store_test_add ("/batch/conflict", test_conflict);
  store_test_add ("/batch/barrier", test_barrier);
  store_test_add ("/batch/actor", test_actor);
  store_test_add ("/batch/values", test_values);
  store_test_add ("/batch/family", test_family);
  store_test_add ("/batch/changed", test_changed);
  store_test_add ("/batch/property", test_property);
  return g_test_run ();
}
