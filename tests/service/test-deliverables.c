/* What participants of a course produce: editions of a title stand together, none twice; the next one follows from the last. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-courses.h"
#include "ff-deliverables.h"

static gint64
course_id (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ff_courses_find (db, "CX-101", &error);

  g_assert_no_error (error);
  return id;
}

static FfPut
put (FfDb *db, gint64 id, const FfDeliverableDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", error);
  FfPut result = ff_deliverables_put (db, course_id (db), id, draft, new_id, error);

  if (result != FF_PUT_REFUSED)
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), error));
  return result;
}

static gint64
add (FfDb *db, const char *title, const char *edition)
{
  FfDeliverableDraft draft = { .title = title, .edition = edition };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_cmpint (put (db, 0, &draft, &id, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  return id;
}

static void
assert_list (FfDb *db, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ff_deliverables_list (db, course_id (db), &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const FfDeliverable *deliverable = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", deliverable->title, deliverable->edition);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_next_edition (void)
{
  static const struct
  {
    const char *edition, *next;
  } cases[] = { { "1.0", "2.0" }, { "1.5", "2.0" }, { "3", "4" }, { "9.0", "10.0" }, { "draft", "draft 2" }, { "", " 2" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = ff_edition_next (cases[i].edition);

      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

static void
test_editions (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 script = add (db, "Script", "");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (FfBatch) batch = NULL;
  g_autoptr (GError) error = NULL;

  add (db, "Plan", "1");
  before = store_dump (db);
  batch = ff_batch_begin (db, "Test", &error);
  g_assert_true (ff_deliverables_add_edition (db, script, NULL, &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  assert_list (db, "Script 1.0, Script 2.0, Plan 1");
  batch = ff_batch_begin (db, "Test", &error);
  g_assert_false (ff_deliverables_add_edition (db, script, NULL, &error));
  class_assert_refused (&error, FF_ERROR_EXISTS, "edition");
  g_clear_pointer (&batch, ff_batch_rollback);
  g_assert_true (ff_undo (db, &error));
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
  store_assert_sound (db);
}

static void
test_changes (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 id = add (db, "Script", "1.0");
  FfDeliverableDraft issued = { .issued_on = "2026-05-03", .note = "first\nprint" };
  FfDeliverableDraft open = { .issued_on = "" };
  FfDeliverableDraft nameless = { .title = " " };
  FfDeliverableDraft strange = { .item = "4711" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (put (db, id, &issued, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (put (db, id, &issued, NULL, &error), ==, FF_PUT_SAME);
  g_assert_cmpint (put (db, id, &open, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  g_assert_cmpint (put (db, id, &nameless, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "title");
  g_assert_cmpint (put (db, id, &strange, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, "item");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deliverables/next-edition", test_next_edition);
  class_test_add ("/deliverables/editions", test_editions);
  class_test_add ("/deliverables/changes", test_changes);
  return g_test_run ();
}
