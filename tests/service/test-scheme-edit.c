/* The scheme of a course, and a class's own, as a person arranges it: components one at a time, what they measure, criteria, weights.
   Whatever is done is one step of undo. */
#include "config.h"

#include <string.h>

#include "ff-edit-test.h"
#include "ff-scheme-edit.h"
#include "ff-scheme-measure.h"

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
  g_autoptr (FfCourse) course = edit_read_course (db);
  g_autoptr (GString) text = g_string_new (NULL);

  print_components (course->scheme, -1, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static gint64
find_component (FfDb *db, const char *key)
{
  g_autoptr (FfCourse) course = edit_read_course (db);
  int index = ff_scheme_find (course->scheme, key);

  g_assert_cmpint (index, >=, 0);
  return ff_scheme_get (course->scheme, (guint) index)->id;
}

static FfPut
put_component (FfDb *db, gint64 id, const FfComponentDraft *draft, GError **error)
{
  FfBatch *batch = edit_begin (db);
  FfPut put = ff_scheme_put_component (db, edit_course_id (db), id, draft, NULL, error);

  edit_end (batch, put != FF_PUT_REFUSED);
  return put;
}

static void
set_weight (FfDb *db, const char *key, gint64 weight)
{
  FfBatch *batch = edit_begin (db);
  g_autoptr (GError) error = NULL;

  ff_scheme_set_weight (db, edit_course_id (db), find_component (db, key), weight, &error);
  g_assert_no_error (error);
  edit_end (batch, TRUE);
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
      edit_assert_undone (db, before);
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
  FfOwner owner = ff_owner_course (edit_course_id (db));

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
      edit_assert_undone (db, before);
    }
}

/* A class keeps its copy: what is said there says nothing of the course. */
static void
test_scheme_of_a_class (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner course = ff_owner_course (edit_course_id (db)), run;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfScheme) scheme = NULL;
  const FfComponent *practical;
  FfBatch *batch;

  batch = edit_begin (db);
  store_exec (db, "INSERT INTO run (id, course_id, code, title, starts_on, ends_on, search_key, sort_key)"
                  " SELECT 901, id, 'R-1', 'R', '2026-09-22', '2026-09-22', '', '' FROM course WHERE code = 'CX-101'");
  run = ff_owner_run (901);
  g_assert_true (ff_schemes_copy (db, course.id, run.id, &error));
  edit_end (batch, TRUE);
  scheme = ff_scheme_read_of (db, run, &error);
  practical = ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "practical"));
  before = store_dump (db);
  batch = edit_begin (db);
  g_assert_cmpint (ff_scheme_put_measure (db, run, practical->id, "2", NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  edit_end (batch, TRUE);
  assert_measures (db, run, "practical 2, pretest of written");
  assert_measures (db, course, MEASURES);
  edit_assert_undone (db, before);
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
  course = edit_read_course (db);
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
      course = edit_read_course (db);
      component = g_ptr_array_index (course->scheme->components, (guint) ff_scheme_find (course->scheme, key));
      id = component->id;
      ff_criterion_add_level (g_ptr_array_index (component->criteria, 0), "Good", NULL, 2000);
      ff_criterion_add_level (g_ptr_array_index (component->criteria, 2), "Good", NULL, 500);
      ff_criterion_add_level (g_ptr_array_index (component->criteria, 2), "Poor", NULL, 0);
      batch = edit_begin (db);
      g_assert_cmpint (ff_courses_put (db, course, &error), ==, FF_PUT_CHANGED);
      edit_end (batch, TRUE);
      draft.criteria = cases[i].lines;
      g_assert_cmpint (put_component (db, id, &draft, &error), !=, FF_PUT_REFUSED);
      g_assert_no_error (error);
      g_clear_pointer (&course, ff_course_free);
      course = edit_read_course (db);
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
      FfBatch *batch = edit_begin (db);

      g_assert_true (ff_scheme_delete_component (db, edit_course_id (db), find_component (db, cases[i].component), &error));
      g_assert_no_error (error);
      edit_end (batch, TRUE);
      assert_scheme (db, cases[i].expected);
      edit_assert_undone (db, before);
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
      batch = edit_begin (db);
      ff_scheme_spread (db, edit_course_id (db), find_component (db, "result"), &error);
      g_assert_no_error (error);
      edit_end (batch, TRUE);
      assert_scheme (db, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/scheme/puts", test_scheme_puts);
  class_test_add ("/scheme/keeps-levels", test_scheme_keeps_levels);
  class_test_add ("/scheme/takes-measures", test_scheme_takes_measures);
  class_test_add ("/scheme/of-a-class", test_scheme_of_a_class);
  class_test_add ("/scheme/takes-criteria", test_scheme_takes_criteria);
  class_test_add ("/scheme/names-a-bad-criterion", test_scheme_names_a_bad_criterion);
  class_test_add ("/scheme/deletes", test_scheme_deletes);
  class_test_add ("/scheme/spreads", test_scheme_spreads);

  return g_test_run ();
}
