/* A course as a person arranges it: items of the syllabus, one at a time; and the agenda of a session.
   Whatever is done is one step of undo. */
#include "config.h"

#include <string.h>

#include "ff-agenda.h"
#include "ff-edit-test.h"
#include "ff-outline.h"
#include "ff-syllabus-edit.h"
#include "ff-syllabus-outline.h"

/* The syllabus -------------------------------------------------------------------------------------------------------- */

static void
print_items (const FfCourse *course, int parent, GString *text)
{
  gboolean first = TRUE;

  for (guint i = 0; i < course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);

      if (item->parent != parent)
        continue;
      g_string_append (text, first ? (parent < 0 ? "" : "(") : " ");
      g_string_append (text, item->title);
      print_items (course, (int) i, text);
      first = FALSE;
    }
  if (!first && parent >= 0)
    g_string_append_c (text, ')');
}

/* "A(A1 A2(t)) B": what stands below an item is in brackets behind it. */
static char *
print_syllabus (FfDb *db)
{
  g_autoptr (FfCourse) course = edit_read_course (db);
  GString *text = g_string_new (NULL);

  print_items (course, -1, text);
  return g_string_free (text, FALSE);
}

static void
assert_syllabus (FfDb *db, const char *expected)
{
  g_autofree char *printed = print_syllabus (db);

  g_assert_cmpstr (printed, ==, expected);
}

/* 0 for NULL. */
static gint64
find_item (FfDb *db, const char *title)
{
  g_autoptr (FfCourse) course = edit_read_course (db);

  for (guint i = 0; title != NULL && i < course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);

      if (g_str_equal (item->title, title))
        return item->id;
    }
  g_assert_null (title);
  return 0;
}

static FfPut
put_item (FfDb *db, const char *item, const char *after, const FfSyllabusDraft *draft, GError **error)
{
  FfBatch *batch = edit_begin (db);
  FfPut put = ff_syllabus_put_item (db, edit_course_id (db), find_item (db, item), find_item (db, after), draft, NULL, error);

  edit_end (batch, put != FF_PUT_REFUSED);
  return put;
}

static gboolean
move_item (FfDb *db, gint64 id, FfSyllabusMove move, GError **error)
{
  FfBatch *batch = edit_begin (db);
  gboolean done = ff_syllabus_move (db, edit_course_id (db), id, move, error);

  edit_end (batch, done);
  return done;
}

static gboolean
delete_item (FfDb *db, gint64 id, GError **error)
{
  FfBatch *batch = edit_begin (db);
  gboolean done = ff_syllabus_delete (db, edit_course_id (db), id, error);

  edit_end (batch, done);
  return done;
}

/* A(A1 A2(t)) B */
static void
make_syllabus (FfDb *db)
{
  static const struct
  {
    const char *kind, *title, *after;
  } items[] = {
    { "lecture", "A", NULL }, { "section", "A1", "A" }, { "section", "A2", "A1" }, { "topic", "t", "A2" }, { "lecture", "B", NULL },
  };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      FfSyllabusDraft draft = { .kind = items[i].kind, .title = items[i].title, .minutes = "45" };

      g_assert_cmpint (put_item (db, NULL, items[i].after, &draft, &error), ==, FF_PUT_NEW);
      g_assert_no_error (error);
    }
  assert_syllabus (db, "A(A1 A2(t)) B");
}

static void
test_syllabus_adds (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name, *kind, *after, *expected;
  } cases[] = {
    { "at the end", "lecture", NULL, "A(A1 A2(t)) B new" },
    { "beside one of its kind", "lecture", "A", "A(A1 A2(t)) new B" },
    { "below one of a higher kind, at the end", "section", "A", "A(A1 A2(t) new) B" },
    { "beside a section", "section", "A1", "A(A1 new A2(t)) B" },
    { "a topic below a section", "topic", "A1", "A(A1(new) A2(t)) B" },
    { "an exercise beside a topic", "exercise", "t", "A(A1 A2(t new)) B" },
  };
  FfDb *db = fixture->db;

  make_syllabus (db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfSyllabusDraft draft = { .kind = cases[i].kind, .title = "new" };
      g_autofree char *before = store_dump (db);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (put_item (db, NULL, cases[i].after, &draft, &error), ==, FF_PUT_NEW);
      g_assert_no_error (error);
      assert_syllabus (db, cases[i].expected);
      edit_assert_undone (db, before);
    }
}

static void
test_syllabus_moves (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *item;
    FfSyllabusMove move;
    const char *expected; /* NULL: it has nowhere to go */
  } cases[] = {
    { "A", FF_SYLLABUS_UP, NULL },
    { "A", FF_SYLLABUS_DOWN, "B A(A1 A2(t))" },
    { "A", FF_SYLLABUS_INDENT, NULL },
    { "A", FF_SYLLABUS_OUTDENT, NULL },
    { "B", FF_SYLLABUS_UP, "B A(A1 A2(t))" },
    { "B", FF_SYLLABUS_DOWN, NULL },
    { "B", FF_SYLLABUS_INDENT, "A(A1 A2(t) B)" },
    { "A2", FF_SYLLABUS_UP, "A(A2(t) A1) B" },
    { "A2", FF_SYLLABUS_INDENT, "A(A1(A2(t))) B" },
    { "A2", FF_SYLLABUS_OUTDENT, "A(A1) A2(t) B" },
    { "t", FF_SYLLABUS_OUTDENT, "A(A1 A2 t) B" },
    { "t", FF_SYLLABUS_DOWN, NULL },
  };
  FfDb *db = fixture->db;

  make_syllabus (db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfCourse) course = edit_read_course (db);
      g_autofree char *before = store_dump (db);
      g_autoptr (GError) error = NULL;
      gint64 id = find_item (db, cases[i].item);

      g_test_message ("%s, %d", cases[i].item, cases[i].move);
      g_assert_cmpint (ff_syllabus_can_move (course, id, cases[i].move), ==, cases[i].expected != NULL);
      g_assert_true (move_item (db, id, cases[i].move, &error));
      g_assert_no_error (error);
      assert_syllabus (db, cases[i].expected != NULL ? cases[i].expected : "A(A1 A2(t)) B");
      g_assert_cmpint (find_item (db, cases[i].item), ==, id);
      if (cases[i].expected != NULL)
        edit_assert_undone (db, before);
    }
}

static void
test_syllabus_changes_and_deletes (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfSyllabusDraft renamed = { .kind = "section", .title = "A2+", .minutes = "30", .layer = "support" };
  FfSyllabusDraft nameless = { .kind = "section", .title = "" };
  FfSyllabusDraft timeless = { .kind = "section", .title = "A2", .minutes = "an hour" };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  make_syllabus (db);
  before = store_dump (db);
  g_assert_cmpint (put_item (db, "A2", NULL, &renamed, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  assert_syllabus (db, "A(A1 A2+(t)) B");
  g_assert_cmpint (put_item (db, "A2+", NULL, &renamed, &error), ==, FF_PUT_SAME);
  edit_assert_undone (db, before);

  g_assert_cmpint (put_item (db, "A2", NULL, &nameless, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "title");
  g_assert_cmpint (put_item (db, "A2", NULL, &timeless, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "minutes");

  g_assert_true (delete_item (db, find_item (db, "A"), &error));
  g_assert_no_error (error);
  assert_syllabus (db, "B");
  edit_assert_undone (db, before);
  g_assert_false (delete_item (db, 4711, &error));
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
}

/* "A-lecture A1-section": each title with its kind. */
static void
assert_kinds (FfDb *db, const char *expected)
{
  g_autoptr (FfCourse) course = edit_read_course (db);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);

      g_string_append_printf (text, "%s%s-%s", i > 0 ? " " : "", item->title, item->kind);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_syllabus_places (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *item, *parent, *before;
    const char *expected; /* NULL: refused */
  } cases[] = {
    { "B", NULL, "A", "B A(A1 A2(t))" },
    { "A1", NULL, NULL, "A(A2(t)) B A1" },
    { "t", "A", "A1", "A(t A1 A2) B" },
    { "A2", "B", NULL, "A(A1) B(A2(t))" },
    { "A1", "A", "A1", "A(A1 A2(t)) B" },
    { "A1", "A", NULL, "A(A2(t) A1) B" },
    { "A", "A2", NULL, NULL },
    { "A", "A", NULL, NULL },
    { "B", "A", "t", NULL },
  };
  FfDb *db = fixture->db;

  make_syllabus (db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfSyllabusPlace place = { find_item (db, cases[i].parent), find_item (db, cases[i].before) };
      g_autofree char *before = store_dump (db);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      FfBatch *batch = edit_begin (db);
      gboolean done = ff_syllabus_place (db, edit_course_id (db), find_item (db, cases[i].item), &place, &error);

      g_test_message ("row %zu", i);
      edit_end (batch, done);
      g_assert_cmpint (done, ==, cases[i].expected != NULL);
      assert_syllabus (db, done ? cases[i].expected : "A(A1 A2(t)) B");
      after = store_dump (db);
      if (done && strcmp (before, after) != 0)
        edit_assert_undone (db, before);
    }
}

/* A lecture is at the root; elsewhere it is a section, and a section there a lecture. */
static void
test_syllabus_fits_kinds (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfSyllabusPlace below = { 0, 0 };
  FfSyllabusDraft draft = { .kind = "lecture", .title = "new" };
  g_autoptr (GError) error = NULL;
  FfBatch *batch;

  make_syllabus (db);
  g_assert_true (move_item (db, find_item (db, "B"), FF_SYLLABUS_INDENT, &error));
  assert_kinds (db, "A-lecture A1-section A2-section t-topic B-section");
  g_assert_true (move_item (db, find_item (db, "A2"), FF_SYLLABUS_OUTDENT, &error));
  assert_kinds (db, "A-lecture A1-section B-section A2-lecture t-topic");
  below.parent_id = find_item (db, "A2");
  below.before_id = find_item (db, "t");
  batch = edit_begin (db);
  g_assert_cmpint (ff_syllabus_add_item (db, edit_course_id (db), &below, &draft, NULL, &error), ==, FF_PUT_NEW);
  edit_end (batch, TRUE);
  assert_kinds (db, "A-lecture A1-section B-section A2-lecture new-section t-topic");
  g_assert_no_error (error);
}

static void
test_syllabus_renames (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  FfBatch *batch;

  make_syllabus (db);
  before = store_dump (db);
  batch = edit_begin (db);
  g_assert_cmpint (ff_syllabus_rename (db, edit_course_id (db), find_item (db, "A1"), " One ", &error), ==, FF_PUT_CHANGED);
  edit_end (batch, TRUE);
  assert_syllabus (db, "A(One A2(t)) B");
  edit_assert_undone (db, before);
  batch = edit_begin (db);
  g_assert_cmpint (ff_syllabus_rename (db, edit_course_id (db), find_item (db, "A1"), " ", &error), ==, FF_PUT_REFUSED);
  edit_end (batch, FALSE);
  class_assert_refused (&error, FF_ERROR_INVALID, "syllabus");
}

static void
test_outline (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    FfOutlineMode mode;
    FfOutlineCounts counts;
    const char *expected;
  } cases[] = {
    { "Lecture 1: A\n1.1 A1\n1.2 A3 (20 min)\nLecture 2: C\n", FF_OUTLINE_APPEND, { 2, 0, 2, 0 }, "A(A1 A2(t) A3) B C" },
    { "Lecture 1: A\n1.1 A1 50 min\n", FF_OUTLINE_APPEND, { 0, 1, 1, 0 }, "A(A1 A2(t)) B" },
    { "Lecture 1: B\nLecture 2: A\n1.1 A2\n", FF_OUTLINE_REPLACE, { 0, 0, 3, 2 }, "B A(A2)" },
    { "Lecture 1: A\n1.1 x\n1.2 x\n", FF_OUTLINE_REPLACE, { 2, 0, 1, 4 }, "A(x x)" },
    { "第一讲 甲\n\xe2\x80\x8e\n", FF_OUTLINE_APPEND, { 1, 0, 0, 0 }, "A(A1 A2(t)) B 甲" },
  };
  FfDb *db = fixture->db;

  make_syllabus (db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) items = ff_outline_read (cases[i].text);
      g_autofree char *before = store_dump (db);
      g_autoptr (GError) error = NULL;
      FfOutlineCounts counts;
      FfBatch *batch = edit_begin (db);

      g_test_message ("row %zu", i);
      g_assert_true (ff_syllabus_put_outline (db, edit_course_id (db), items, cases[i].mode, &counts, &error));
      edit_end (batch, TRUE);
      g_assert_no_error (error);
      assert_syllabus (db, cases[i].expected);
      g_assert_cmpuint (counts.n_new, ==, cases[i].counts.n_new);
      g_assert_cmpuint (counts.n_changed, ==, cases[i].counts.n_changed);
      g_assert_cmpuint (counts.n_same, ==, cases[i].counts.n_same);
      g_assert_cmpuint (counts.n_deleted, ==, cases[i].counts.n_deleted);
      edit_assert_undone (db, before);
    }
}

static void
test_outline_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = ff_outline_read ("\n---\n");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) many = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3001; i++)
    g_string_append (text, "- a\n");
  many = ff_outline_read (text->str);
  g_assert_false (ff_syllabus_put_outline (fixture->db, edit_course_id (fixture->db), none, FF_OUTLINE_APPEND, NULL, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_false (ff_syllabus_put_outline (fixture->db, edit_course_id (fixture->db), many, FF_OUTLINE_APPEND, NULL, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
}

/* The agenda ---------------------------------------------------------------------------------------------------------- */

static void
add_slot (GPtrArray *slots, const char *from, const char *to, const char *title)
{
  FfAgendaSlot *slot = g_new0 (FfAgendaSlot, 1);

  slot->starts_at = class_time (from);
  slot->ends_at = class_time (to);
  slot->title = g_strdup (title);
  g_ptr_array_add (slots, slot);
}

static void
assert_agenda (FfDb *db, gint64 run_id, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slots = ff_agenda_of_run (db, run_id, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < slots->len; i++)
    {
      const FfAgendaSlot *slot = g_ptr_array_index (slots, i);
      g_autofree char *from = ff_time_format (slot->starts_at);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", from + strlen ("2026-09-21 "), slot->title);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static gboolean
put_agenda (FfDb *db, gint64 session_id, GPtrArray *slots, GError **error)
{
  return ff_agenda_put (db, session_id, class_time ("2026-09-21 09:00"), class_time ("2026-09-21 12:00"), slots, error);
}

static void
test_agenda (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name, *from, *to;
    gboolean fits;
  } cases[] = {
    { "behind the last", "2026-09-21 11:00", "2026-09-21 12:00", TRUE },
    { "after a pause", "2026-09-21 11:30", "2026-09-21 11:31", TRUE },
    { "overlapping", "2026-09-21 10:59", "2026-09-21 11:30", FALSE },
    { "before the last", "2026-09-21 09:00", "2026-09-21 09:30", FALSE },
    { "beyond the session", "2026-09-21 11:00", "2026-09-21 12:01", FALSE },
    { "without any time", "2026-09-21 11:00", "2026-09-21 11:00", FALSE },
  };
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  gint64 session_id = class_session (db, run_id, "S1");
  g_autofree char *before = store_dump (db);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_agenda_slot_free);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      add_slot (slots, "2026-09-21 09:00", "2026-09-21 11:00", "Lecture");
      add_slot (slots, cases[i].from, cases[i].to, "Exercise");
      g_assert_cmpint (put_agenda (db, session_id, slots, &error), ==, cases[i].fits);
      if (!cases[i].fits)
        {
          g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, "Exercise"));
          assert_agenda (db, run_id, "");
          continue;
        }
      g_assert_no_error (error);
      assert_agenda (db, run_id, i == 0 ? "09:00 Lecture, 11:00 Exercise" : "09:00 Lecture, 11:30 Exercise");
      edit_assert_undone (db, before);
    }
}

/* A second agenda takes the place of the first. */
static void
test_agenda_replaces (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  gint64 session_id = class_session (db, run_id, "S1");
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_agenda_slot_free);
  g_autoptr (GPtrArray) second = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_agenda_slot_free);
  g_autoptr (GError) error = NULL;

  add_slot (first, "2026-09-21 09:00", "2026-09-21 10:00", "Lecture");
  add_slot (second, "2026-09-21 09:30", "2026-09-21 10:30", "Exercise");
  g_assert_true (put_agenda (db, session_id, first, &error));
  g_assert_true (put_agenda (db, session_id, second, &error));
  g_assert_no_error (error);
  assert_agenda (db, run_id, "09:30 Exercise");
  ff_undo (db, &error);
  g_assert_no_error (error);
  assert_agenda (db, run_id, "09:00 Lecture");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/syllabus/adds", test_syllabus_adds);
  class_test_add ("/syllabus/moves", test_syllabus_moves);
  class_test_add ("/syllabus/changes-and-deletes", test_syllabus_changes_and_deletes);
  class_test_add ("/syllabus/places", test_syllabus_places);
  class_test_add ("/syllabus/fits-kinds", test_syllabus_fits_kinds);
  class_test_add ("/syllabus/renames", test_syllabus_renames);
  class_test_add ("/outline/puts", test_outline);
  class_test_add ("/outline/refused", test_outline_refused);
  class_test_add ("/agenda/fits-its-session", test_agenda);
  class_test_add ("/agenda/replaces", test_agenda_replaces);

  return g_test_run ();
}
