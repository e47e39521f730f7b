/* A course as a person arranges it: items of the syllabus and components of the scheme, one at a time; and the agenda of a session.
   Whatever is done is one step of undo. */
#include "config.h"

#include <string.h>

#include "ff-agenda.h"
#include "ff-class-test.h"
#include "ff-outline.h"
#include "ff-scheme-edit.h"
#include "ff-scheme-measure.h"
#include "ff-syllabus-edit.h"
#include "ff-syllabus-outline.h"

static FfCourse *
read_course (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ff_courses_find (db, "CX-101", &error);
  FfCourse *course = ff_courses_read (db, id, &error);

  g_assert_no_error (error);
  return course;
}

static gint64
course_id (FfDb *db)
{
  g_autoptr (FfCourse) course = read_course (db);

  return course->id;
}

/* The batch that the window would open. */
static FfBatch *
begin (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Test", &error);

  g_assert_no_error (error);
  return batch;
}

/* Keeps what was done, or takes it back after a refusal. */
static void
end (FfBatch *batch, gboolean keep)
{
  g_autoptr (FfBatch) refused = keep ? NULL : batch;
  g_autoptr (GError) error = NULL;

  if (keep)
    ff_batch_commit (batch, &error);
  g_assert_no_error (error);
}

static void
assert_undone (FfDb *db, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  ff_undo (db, &error);
  g_assert_no_error (error);
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
}

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
  g_autoptr (FfCourse) course = read_course (db);
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
  g_autoptr (FfCourse) course = read_course (db);

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
  FfBatch *batch = begin (db);
  FfPut put = ff_syllabus_put_item (db, course_id (db), find_item (db, item), find_item (db, after), draft, NULL, error);

  end (batch, put != FF_PUT_REFUSED);
  return put;
}

static gboolean
move_item (FfDb *db, gint64 id, FfSyllabusMove move, GError **error)
{
  FfBatch *batch = begin (db);
  gboolean done = ff_syllabus_move (db, course_id (db), id, move, error);

  end (batch, done);
  return done;
}

static gboolean
delete_item (FfDb *db, gint64 id, GError **error)
{
  FfBatch *batch = begin (db);
  gboolean done = ff_syllabus_delete (db, course_id (db), id, error);

  end (batch, done);
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
      assert_undone (db, before);
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
      g_autoptr (FfCourse) course = read_course (db);
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
        assert_undone (db, before);
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
  assert_undone (db, before);

  g_assert_cmpint (put_item (db, "A2", NULL, &nameless, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "title");
  g_assert_cmpint (put_item (db, "A2", NULL, &timeless, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "minutes");

  g_assert_true (delete_item (db, find_item (db, "A"), &error));
  g_assert_no_error (error);
  assert_syllabus (db, "B");
  assert_undone (db, before);
  g_assert_false (delete_item (db, 4711, &error));
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
}

/* "A-lecture A1-section": each title with its kind. */
static void
assert_kinds (FfDb *db, const char *expected)
{
  g_autoptr (FfCourse) course = read_course (db);
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
      FfBatch *batch = begin (db);
      gboolean done = ff_syllabus_place (db, course_id (db), find_item (db, cases[i].item), &place, &error);

      g_test_message ("row %zu", i);
      end (batch, done);
      g_assert_cmpint (done, ==, cases[i].expected != NULL);
      assert_syllabus (db, done ? cases[i].expected : "A(A1 A2(t)) B");
      after = store_dump (db);
      if (done && strcmp (before, after) != 0)
        assert_undone (db, before);
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
  batch = begin (db);
  g_assert_cmpint (ff_syllabus_add_item (db, course_id (db), &below, &draft, NULL, &error), ==, FF_PUT_NEW);
  end (batch, TRUE);
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
  batch = begin (db);
  g_assert_cmpint (ff_syllabus_rename (db, course_id (db), find_item (db, "A1"), " One ", &error), ==, FF_PUT_CHANGED);
  end (batch, TRUE);
  assert_syllabus (db, "A(One A2(t)) B");
  assert_undone (db, before);
  batch = begin (db);
  g_assert_cmpint (ff_syllabus_rename (db, course_id (db), find_item (db, "A1"), " ", &error), ==, FF_PUT_REFUSED);
  end (batch, FALSE);
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
      FfBatch *batch = begin (db);

      g_test_message ("row %zu", i);
      g_assert_true (ff_syllabus_put_outline (db, course_id (db), items, cases[i].mode, &counts, &error));
      end (batch, TRUE);
      g_assert_no_error (error);
      assert_syllabus (db, cases[i].expected);
      g_assert_cmpuint (counts.n_new, ==, cases[i].counts.n_new);
      g_assert_cmpuint (counts.n_changed, ==, cases[i].counts.n_changed);
      g_assert_cmpuint (counts.n_same, ==, cases[i].counts.n_same);
      g_assert_cmpuint (counts.n_deleted, ==, cases[i].counts.n_deleted);
      assert_undone (db, before);
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
  g_assert_false (ff_syllabus_put_outline (fixture->db, course_id (fixture->db), none, FF_OUTLINE_APPEND, NULL, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_false (ff_syllabus_put_outline (fixture->db, course_id (fixture->db), many, FF_OUTLINE_APPEND, NULL, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
}

/* The scheme ---------------------------------------------------------------------------------------------------------- */

static void
print_components (const FfScheme *scheme, int parent, GString *text)
{
  gboolean first = TRUE;

  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);

      if (component->parent != parent)
        continue;
      g_string_append_printf (text, "%s%s %g", first ? (parent < 0 ? "" : "(") : ", ", component->key, (double) component->weight / 100);
      print_components (scheme, (int) i, text);
      first = FALSE;
    }
  if (!first && parent >= 0)
    g_string_append_c (text, ')');
}

static void
assert_scheme (FfDb *db, const char *expected)
{
  g_autoptr (FfCourse) course = read_course (db);
  g_autoptr (GString) text = g_string_new (NULL);

  print_components (course->scheme, -1, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static gint64
find_component (FfDb *db, const char *key)
{
  g_autoptr (FfCourse) course = read_course (db);
  int index = ff_scheme_find (course->scheme, key);

  g_assert_cmpint (index, >=, 0);
  return ff_scheme_get (course->scheme, (guint) index)->id;
}

static FfPut
put_component (FfDb *db, gint64 id, const FfComponentDraft *draft, GError **error)
{
  FfBatch *batch = begin (db);
  FfPut put = ff_scheme_put_component (db, course_id (db), id, draft, NULL, error);

  end (batch, put != FF_PUT_REFUSED);
  return put;
}

static void
set_weight (FfDb *db, const char *key, gint64 weight)
{
  FfBatch *batch = begin (db);
  g_autoptr (GError) error = NULL;

  ff_scheme_set_weight (db, course_id (db), find_component (db, key), weight, &error);
  g_assert_no_error (error);
  end (batch, TRUE);
}

#define SCHEME \
  "process 40(participation 50, attendance 50), result 60(written 40, practical 60), pretest 0"

static void
test_scheme_puts (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *component; /* NULL: a new one */
    FfComponentDraft draft;
    const char *expected; /* NULL: refused */
    const char *field;    /* that the refusal names */
  } cases[] = {
    { "a new one finds a key of its own", NULL, { .title = "Homework", .group = "process", .weight = "10", .source = "manual" },
      "process 40(participation 50, attendance 50, c1 10), result 60(written 40, practical 60), pretest 0", NULL },
    { "a new one at the root", NULL, { .key = "project", .title = "Project", .group = "", .weight = "12.5" },
      "process 40(participation 50, attendance 50), result 60(written 40, practical 60), pretest 0, project 12.5", NULL },
    { "another weight", "written", { .title = "Written test", .weight = "55" },
      "process 40(participation 50, attendance 50), result 60(written 55, practical 60), pretest 0", NULL },
    { "another group", "participation", { .title = "Participation", .group = "result" },
      "process 40(attendance 50), result 60(participation 50, written 40, practical 60), pretest 0", NULL },
    { "a group with what is in it", "process", { .title = "Process", .group = "result" },
      "result 60(process 40(participation 50, attendance 50), written 40, practical 60), pretest 0", NULL },
    { "to the root", "attendance", { .title = "Attendance", .group = "" },
      "process 40(participation 50), attendance 50, result 60(written 40, practical 60), pretest 0", NULL },
    { "below itself", "process", { .title = "Process", .group = "process" }, NULL, "group" },
    { "below its own child", "process", { .title = "Process", .group = "participation" }, NULL, "group" },
    { "into a group that is not there", "written", { .title = "Written test", .group = "nowhere" }, NULL, "group" },
    { "without a title", "written", { .title = "" }, NULL, "title" },
    { "without a number for a weight", "written", { .title = "Written test", .weight = "much" }, NULL, "weight" },
    { "a rubric without criteria", NULL, { .title = "Rubric", .group = "", .source = "rubric" }, NULL, "criteria" },
    { "a criterion without points", NULL, { .title = "Rubric", .group = "", .source = "rubric", .criteria = "Listens" }, NULL, "criteria" },
  };
  FfDb *db = fixture->db;

  assert_scheme (db, SCHEME);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = cases[i].component != NULL ? find_component (db, cases[i].component) : 0;
      g_autofree char *before = store_dump (db);
      g_autoptr (GError) error = NULL;
      FfPut put = put_component (db, id, &cases[i].draft, &error);

      g_test_message ("%s", cases[i].name);
      if (cases[i].expected == NULL)
        {
          g_assert_cmpint (put, ==, FF_PUT_REFUSED);
          g_assert_cmpstr (ff_put_error_field (error), ==, cases[i].field);
          assert_scheme (db, SCHEME);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (put, ==, id != 0 ? FF_PUT_CHANGED : FF_PUT_NEW);
      assert_scheme (db, cases[i].expected);
      assert_undone (db, before);
    }
}

/* "result 2, pretest of written": what is something to the evaluation. */
static void
assert_measures (FfDb *db, FfOwner owner, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfScheme) scheme = ff_scheme_read_of (db, owner, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);

      if (component->level > 0)
        g_string_append_printf (text, "%s%s %d", text->len > 0 ? ", " : "", component->key, component->level);
      if (component->pretest_of != NULL)
        g_string_append_printf (text, "%s%s of %s", text->len > 0 ? ", " : "", component->key, component->pretest_of);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

#define MEASURES "result 2, pretest of written"

static void
test_scheme_takes_measures (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *component; /* NULL: a new one */
    FfComponentDraft draft;
    const char *expected; /* NULL: refused */
    const char *field;    /* that the refusal names */
  } cases[] = {
    { "level 2 moves to another component", "written", { .title = "Written", .level = "2" }, "written 2, pretest of written", NULL },
    { "to a new one", NULL, { .title = "Exam", .level = "2", .pretest_of = "" }, "pretest of written, c1 2", NULL },
    { "is taken away", "result", { .title = "Result", .level = "0" }, "pretest of written", NULL },
    { "stays when nothing is said", "result", { .title = "Results", .level = "" }, MEASURES, NULL },
    { "is no number", "result", { .title = "Result", .level = "two" }, NULL, "level" },
    { "is too high", "result", { .title = "Result", .level = "5" }, NULL, "level" },
    { "of two digits", "result", { .title = "Result", .level = "20" }, NULL, "level" },
    { "a pre-test of another component", "pretest", { .title = "Pre", .pretest_of = "practical" }, "result 2, pretest of practical", NULL },
    { "a pre-test no more", "pretest", { .title = "Pre", .pretest_of = "" }, "result 2", NULL },
    { "a new pre-test without a weight", NULL, { .title = "Before", .weight = "", .pretest_of = "practical" },
      MEASURES ", c1 of practical", NULL },
    { "a pre-test follows another key", "written", { .key = "exam", .title = "Exam" }, "result 2, pretest of exam", NULL },
    { "a pre-test of nothing there", "pretest", { .title = "Pre", .pretest_of = "nowhere" }, NULL, "pretest_of" },
    { "of itself", "attendance", { .title = "Attendance", .pretest_of = "attendance" }, NULL, "pretest_of" },
    { "of a group", "pretest", { .title = "Pre", .pretest_of = "result" }, NULL, "pretest_of" },
    { "of a pre-test", "attendance", { .title = "Attendance", .pretest_of = "pretest" }, NULL, "pretest_of" },
    { "of what has one itself", "written", { .title = "Written", .pretest_of = "practical" }, NULL, "pretest_of" },
    { "a group as a pre-test", "process", { .title = "Process", .pretest_of = "practical" }, NULL, "pretest_of" },
    { "both at once", "attendance", { .title = "Attendance", .level = "2", .pretest_of = "practical" }, NULL, "pretest_of" },
  };
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_course (course_id (db));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = cases[i].component != NULL ? find_component (db, cases[i].component) : 0;
      g_autofree char *before = store_dump (db);
      g_autoptr (GError) error = NULL;
      FfPut put = put_component (db, id, &cases[i].draft, &error);

      g_test_message ("%s", cases[i].name);
      if (cases[i].expected == NULL)
        {
          g_assert_cmpint (put, ==, FF_PUT_REFUSED);
          g_assert_cmpstr (ff_put_error_field (error), ==, cases[i].field);
          assert_measures (db, owner, MEASURES);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (put, ==, id != 0 ? FF_PUT_CHANGED : FF_PUT_NEW);
      assert_measures (db, owner, cases[i].expected);
      assert_undone (db, before);
    }
}

/* A class keeps its copy: what is said there says nothing of the course. */
static void
test_scheme_of_a_class (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner course = ff_owner_course (course_id (db)), run;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfScheme) scheme = NULL;
  const FfComponent *practical;
  FfBatch *batch;

  batch = begin (db);
  store_exec (db, "INSERT INTO run (id, course_id, code, title, starts_on, ends_on, search_key, sort_key)"
                  " SELECT 901, id, 'R-1', 'R', '2026-09-22', '2026-09-22', '', '' FROM course WHERE code = 'CX-101'");
  run = ff_owner_run (901);
  g_assert_true (ff_schemes_copy (db, course.id, run.id, &error));
  end (batch, TRUE);
  scheme = ff_scheme_read_of (db, run, &error);
  practical = ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "practical"));
  before = store_dump (db);
  batch = begin (db);
  g_assert_cmpint (ff_scheme_put_measure (db, run, practical->id, "2", NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  end (batch, TRUE);
  assert_measures (db, run, "practical 2, pretest of written");
  assert_measures (db, course, MEASURES);
  assert_undone (db, before);
  g_assert_cmpint (ff_scheme_put_measure (db, course, practical->id, "2", NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
}

static void
test_scheme_takes_criteria (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfComponentDraft draft = { .title = "Talk", .group = "", .source = "rubric", .criteria = "Listens = 20\n\nAnswers: 7.5\n共情＝10\n致谢：5" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfCourse) course = NULL;
  g_autofree char *criteria = NULL;
  const FfComponent *component;

  g_assert_cmpint (put_component (db, 0, &draft, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  course = read_course (db);
  component = ff_scheme_get (course->scheme, (guint) ff_scheme_find (course->scheme, "c1"));
  criteria = ff_component_format_criteria (component);
  g_assert_cmpstr (criteria, ==, "Listens = 20\nAnswers = 7.5\n共情 = 10\n致谢 = 5");
  g_assert_cmpint (component->max, ==, 4250);
}

/* Levels stay with their criterion, whatever stands above or below its line. */
static void
test_scheme_keeps_levels (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *lines;
    const char *expected; /* key, title and number of levels */
  } cases[] = {
    { "Listens = 20\nAnswers = 10\nThanks = 5", "c1 Listens 1, c2 Answers 0, c3 Thanks 2" },
    { "Listens = 20\nThanks = 5", "c1 Listens 1, c3 Thanks 2" },
    { "Thanks = 5\nListens = 20\nCloses = 5", "c3 Thanks 2, c1 Listens 1, c4 Closes 0" },
    { "Listens well = 20\nAnswers = 10\nThanks = 5", "c1 Listens well 1, c2 Answers 0, c3 Thanks 2" },
  };
  FfDb *db = fixture->db;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfComponentDraft draft = { .title = "Talk", .group = "", .source = "rubric", .criteria = cases[0].lines };
      g_autoptr (GError) error = NULL;
      g_autoptr (FfCourse) course = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *key = g_strdup_printf ("talk%u", (guint) i);
      FfComponent *component;
      FfBatch *batch;
      gint64 id;

      draft.key = key;
      g_assert_cmpint (put_component (db, 0, &draft, &error), ==, FF_PUT_NEW);
      course = read_course (db);
      component = g_ptr_array_index (course->scheme->components, (guint) ff_scheme_find (course->scheme, key));
      id = component->id;
      ff_criterion_add_level (g_ptr_array_index (component->criteria, 0), "Good", NULL, 2000);
      ff_criterion_add_level (g_ptr_array_index (component->criteria, 2), "Good", NULL, 500);
      ff_criterion_add_level (g_ptr_array_index (component->criteria, 2), "Poor", NULL, 0);
      batch = begin (db);
      g_assert_cmpint (ff_courses_put (db, course, &error), ==, FF_PUT_CHANGED);
      end (batch, TRUE);
      draft.criteria = cases[i].lines;
      g_assert_cmpint (put_component (db, id, &draft, &error), !=, FF_PUT_REFUSED);
      g_assert_no_error (error);
      g_clear_pointer (&course, ff_course_free);
      course = read_course (db);
      component = g_ptr_array_index (course->scheme->components, (guint) ff_scheme_find (course->scheme, key));
      for (guint j = 0; j < component->criteria->len; j++)
        {
          const FfCriterion *criterion = g_ptr_array_index (component->criteria, j);

          g_string_append_printf (text, "%s%s %s %u", j > 0 ? ", " : "", criterion->key, criterion->title, criterion->levels->len);
        }
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

/* The refusal repeats the line as it was typed. */
static void
test_scheme_names_a_bad_criterion (StoreFixture *fixture, gconstpointer data)
{
  FfComponentDraft draft = { .title = "Talk", .group = "", .source = "rubric", .criteria = "Listens = 20\nAnswers = a lot" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (put_component (fixture->db, 0, &draft, &error), ==, FF_PUT_REFUSED);
  g_assert_nonnull (strstr (error->message, "“Answers = a lot”"));
  class_assert_refused (&error, FF_ERROR_INVALID, "criteria");
}

static void
test_scheme_deletes (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *component, *expected;
  } cases[] = {
    { "process", "result 60(written 40, practical 60), pretest 0" },
    { "participation", "process 40(attendance 50), result 60(written 40, practical 60), pretest 0" },
    { "practical", "process 40(participation 50, attendance 50), result 60(written 40), pretest 0" },
  };
  FfDb *db = fixture->db;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = store_dump (db);
      g_autoptr (GError) error = NULL;
      FfBatch *batch = begin (db);

      g_assert_true (ff_scheme_delete_component (db, course_id (db), find_component (db, cases[i].component), &error));
      g_assert_no_error (error);
      end (batch, TRUE);
      assert_scheme (db, cases[i].expected);
      assert_undone (db, before);
    }
}

/* Whatever the weights were, they add to 100 afterwards, to the hundredth. */
static void
test_scheme_spreads (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 written, practical;
    const char *expected;
  } cases[] = {
    { 4000, 6000, "written 40, practical 60" },
    { 4000, 4000, "written 50, practical 50" },
    { 100, 200, "written 33.33, practical 66.67" },
    { 0, 300, "written 0, practical 100" },
    { 70000, 10000, "written 87.5, practical 12.5" },
    { 0, 0, "written 0, practical 0" },
  };
  FfDb *db = fixture->db;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *expected = g_strdup_printf ("process 40(participation 50, attendance 50), result 60(%s), pretest 0",
                                                   cases[i].expected);
      FfBatch *batch;

      set_weight (db, "written", cases[i].written);
      set_weight (db, "practical", cases[i].practical);
      batch = begin (db);
      ff_scheme_spread (db, course_id (db), find_component (db, "result"), &error);
      g_assert_no_error (error);
      end (batch, TRUE);
      assert_scheme (db, expected);
    }
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
      assert_undone (db, before);
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
  class_test_add ("/scheme/puts", test_scheme_puts);
  class_test_add ("/scheme/keeps-levels", test_scheme_keeps_levels);
  class_test_add ("/scheme/takes-measures", test_scheme_takes_measures);
  class_test_add ("/scheme/of-a-class", test_scheme_of_a_class);
  class_test_add ("/scheme/takes-criteria", test_scheme_takes_criteria);
  class_test_add ("/scheme/names-a-bad-criterion", test_scheme_names_a_bad_criterion);
  class_test_add ("/scheme/deletes", test_scheme_deletes);
  class_test_add ("/scheme/spreads", test_scheme_spreads);
  class_test_add ("/agenda/fits-its-session", test_agenda);
  class_test_add ("/agenda/replaces", test_agenda_replaces);

  return g_test_run ();
}
