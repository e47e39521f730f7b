/* Batches, the journal, undo and redo. */
#include "config.h"

#include <glib.h>
#include <glib/gstdio.h>

#include "ff-batch.h"
#include "ff-check.h"
#include "ff-store-test.h"

static void
add_department (FfDb *db, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfStatement) insert = ff_db_prepare (
      db, "INSERT INTO department (name, path, sort_key) VALUES ($name, $name, $name)", &error);

  g_assert_no_error (error);
  ff_statement_bind_text (insert, "$name", name);
  ff_statement_insert (insert, NULL, &error);
  g_assert_no_error (error);
}

static void
test_commit_and_undo (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Add", &error);
  g_auto (FfUndoStep) undo = { 0 }, redo = { 0 };

  g_assert_no_error (error);
  add_department (fixture->db, "生产部");
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM department"), ==, 1);
  g_assert_true (ff_undo_peek (fixture->db, &undo, &redo, &error));
  g_assert_cmpstr (undo.label, ==, "Add");
  g_assert_cmpint (redo.batch_id, ==, 0);
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM department"), ==, 0);
  g_assert_true (ff_redo (fixture->db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM department WHERE name = '生产部'"), ==, 1);
  store_assert_sound (fixture->db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/batch/commit-and-undo", test_commit_and_undo);
  return g_test_run ();
}
