/* The library of rubrics, and criteria edited one by one: of a rubric, of a course's scheme, of the copy that a class keeps. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-courses.h"
#include "ff-criteria-edit.h"
#include "ff-register.h"
#include "ff-rubrics.h"

static FfRubric *
make_rubric (void)
{
  FfRubric *rubric = ff_rubric_new (NULL, "Complaints", "For the second day");
  FfCriterion *listens = ff_criteria_add (rubric->criteria, "c1", "Listens", 1000);
  FfCriterion *asks = ff_criteria_add (rubric->criteria, "c2", "Asks", 1000);

  ff_criterion_add_level (listens, "Good", "Lets the guest finish", 1000);
  ff_criterion_add_level (listens, "Poor", NULL, 0);
  ff_criterion_add_level (asks, "Good", NULL, 800);
  return rubric;
}

/* "c1 Listens 10 (Good 10, Poor 0), c2 …" */
static char *
describe (FfDb *db, FfCriteriaOf of, gint64 owner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) criteria = ff_criteria_read (db, of, owner, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < criteria->len; i++)
    {
      const FfCriterion *criterion = g_ptr_array_index (criteria, i);

      g_string_append_printf (text, "%s%s %s %g (", i > 0 ? ", " : "", criterion->key, criterion->title, (double) criterion->max / 100);
      for (guint j = 0; j < criterion->levels->len; j++)
        g_string_append_printf (text, "%s%s %g", j > 0 ? ", " : "", ff_criterion_get_level (criterion, j)->title,
                                (double) ff_criterion_get_level (criterion, j)->points / 100);
      g_string_append_c (text, ')');
    }
  return g_string_free (text, FALSE);
}

static void
assert_criteria (FfDb *db, FfCriteriaOf of, gint64 owner, const char *expected)
{
  g_autofree char *text = describe (db, of, owner);

  g_assert_cmpstr (text, ==, expected);
}

static gint64
put_rubric (FfDb *db, FfRubric *rubric, FfPut expected)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Test", &error);

  g_assert_cmpint (ff_rubrics_put (db, rubric, &error), ==, expected);
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (batch, &error));
  return rubric->id;
}

static void
test_library (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfRubric) rubric = make_rubric ();
  g_autoptr (FfRubric) read = NULL;
  g_autoptr (FfBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  gint64 copy, id = put_rubric (db, rubric, FF_PUT_NEW);

  put_rubric (db, rubric, FF_PUT_SAME);
  read = ff_rubrics_read (db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->note, ==, "For the second day");
  g_assert_cmpstr (ff_criterion_get_level (g_ptr_array_index (read->criteria, 0), 0)->description, ==, "Lets the guest finish");
  assert_criteria (db, FF_CRITERIA_OF_RUBRIC, id, "c1 Listens 10 (Good 10, Poor 0), c2 Asks 10 (Good 8)");

  batch = ff_batch_begin (db, "Test", &error);
  copy = ff_rubrics_copy (db, read, "clear", "CLEAR", &error);
  g_assert_no_error (error);
  g_assert_cmpint (copy, !=, id);
  g_assert_cmpint (ff_rubrics_copy (db, read, "clear", "CLEAR", &error), ==, copy);
  g_assert_cmpint (ff_rubric_store_find (db, "clear", &error), ==, copy);
  assert_criteria (db, FF_CRITERIA_OF_RUBRIC, copy, "c1 Listens 10 (Good 10, Poor 0), c2 Asks 10 (Good 8)");
  g_assert_true (ff_rubrics_delete (db, copy, &error));
  g_assert_cmpint (ff_rubric_store_find (db, "clear", &error), ==, 0);
  g_assert_false (ff_rubrics_delete (db, copy, &error));
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
  read->version = 7;
  g_assert_cmpint (ff_rubrics_put (db, read, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_CONFLICT, NULL);
}

static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *search;
    guint n;
  } cases[] = { { NULL, 2 }, { "", 2 }, { "compl", 1 }, { "tsts", 1 }, { "投诉", 1 }, { "nothing", 0 } };
  FfDb *db = fixture->db;
  g_autoptr (FfRubric) first = make_rubric ();
  g_autoptr (FfRubric) second = ff_rubric_new (NULL, "投诉提升", NULL);

  put_rubric (db, first, FF_PUT_NEW);
  put_rubric (db, second, FF_PUT_NEW);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = ff_rubric_store_list (db, cases[i].search, FALSE, &error);

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].search);
      g_assert_cmpuint (ids->len, ==, cases[i].n);
    }
}

static FfCriterion *
find (FfDb *db, FfCriteriaOf of, gint64 owner, guint index, GPtrArray **criteria)
{
  g_clear_pointer (criteria, g_ptr_array_unref);
  *criteria = ff_criteria_read (db, of, owner, NULL);
  return g_ptr_array_index (*criteria, index);
}

/* The same commands, one after the other, wherever criteria stand. */
static void
edit_criteria (FfDb *db, FfCriteriaOf of, gint64 owner)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", NULL);
  g_autoptr (GPtrArray) criteria = NULL;
  g_autoptr (GError) error = NULL;
  FfCriterionDraft add = { .title = "Thanks", .max = "5" };
  FfCriterionDraft lower = { .max = "9" };
  FfCriterionDraft nameless = { .title = "" };
  FfRubricLevelDraft fair = { .title = "Fair", .points = "4.5" };
  FfRubricLevelDraft twin = { .points = "10" };
  FfRubricLevelDraft above = { .points = "10.5" };
  FfRubricLevelDraft best = { .points = "9.5" };
  gint64 first = find (db, of, owner, 0, &criteria)->id;
  gint64 added = 0, level = 0, worst;

  g_assert_cmpint (ff_criteria_put_criterion (db, of, owner, 0, &add, &added, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_criteria_put_level (db, of, first, 0, &fair, &level, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  assert_criteria (db, of, owner, "c1 Listens 10 (Good 10, Fair 4.5, Poor 0), c2 Asks 10 (Good 8), c3 Thanks 5 (Good 4)");
  g_assert_true (ff_criteria_move (db, of, added, 0, &error));
  assert_criteria (db, of, owner, "c3 Thanks 5 (Good 4), c1 Listens 10 (Good 10, Fair 4.5, Poor 0), c2 Asks 10 (Good 8)");
  g_assert_cmpint (ff_criteria_put_level (db, of, first, level, &twin, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "points");
  g_assert_cmpint (ff_criteria_put_level (db, of, first, level, &above, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "points");
  g_assert_cmpint (ff_criteria_put_criterion (db, of, owner, first, &lower, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "max");
  g_assert_cmpint (ff_criteria_put_criterion (db, of, owner, first, &nameless, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "title");
  worst = ff_criterion_get_level (find (db, of, owner, 1, &criteria), 2)->id;
  g_assert_cmpint (ff_criteria_put_level (db, of, first, worst, &best, NULL, &error), ==, FF_PUT_CHANGED);
  assert_criteria (db, of, owner, "c3 Thanks 5 (Good 4), c1 Listens 10 (Good 10, Poor 9.5, Fair 4.5), c2 Asks 10 (Good 8)");
  g_assert_true (ff_criteria_delete_level (db, of, first, level, &error));
  g_assert_true (ff_criteria_delete_criterion (db, of, added, &error));
  g_assert_false (ff_criteria_delete_criterion (db, of, added, &error));
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
  assert_criteria (db, of, owner, "c1 Listens 10 (Good 10, Poor 9.5), c2 Asks 10 (Good 8)");
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  store_assert_sound (db);
}

static void
test_edit_library (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfRubric) rubric = make_rubric ();

  edit_criteria (fixture->db, FF_CRITERIA_OF_RUBRIC, put_rubric (fixture->db, rubric, FF_PUT_NEW));
}

static gint64
find_component (FfDb *db, gint64 course_id, gint64 run_id, const char *key)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, course_id, run_id, NULL);

  return ff_scheme_get (scheme, ff_scheme_find (scheme, key))->id;
}

static void
take (FfDb *db, gint64 component)
{
  g_autoptr (FfRubric) rubric = make_rubric ();
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Test", &error);

  g_assert_cmpint (ff_criteria_take (db, FF_CRITERIA_OF_COMPONENT, component, rubric->criteria, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (batch, &error));
}

/* A leaf whose marks were typed becomes a rubric by taking one; its maximum is the sum. */
static void
test_edit_scheme (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 course = ff_courses_find (db, "CX-101", NULL);
  gint64 leaf = find_component (db, course, 0, "participation");
  g_autoptr (FfScheme) scheme = NULL;

  take (db, leaf);
  edit_criteria (db, FF_CRITERIA_OF_COMPONENT, leaf);
  scheme = ff_schemes_read (db, course, 0, NULL);
  g_assert_cmpint (ff_scheme_get (scheme, ff_scheme_find (scheme, "participation"))->source, ==, FF_SOURCE_RUBRIC);
  g_assert_cmpint (ff_scheme_get (scheme, ff_scheme_find (scheme, "participation"))->max, ==, 2000);
}

/* The class's own copy can be reworded at any time; once there are marks its points stay, and no other rubric takes its place. */
static void
test_class_with_marks (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run = class_make (db);
  gint64 leaf = find_component (db, 0, run, "practical");
  g_autoptr (FfRubric) rubric = make_rubric ();
  g_autoptr (GPtrArray) criteria = NULL;
  g_autoptr (FfBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  FfRubricLevelDraft words = { .title = "Strong", .description = "Sums up what was said" };
  FfRubricLevelDraft points = { .points = "9" };
  FfCriterionDraft title = { .title = "Listens well" };
  FfCriterionDraft added = { .title = "Thanks", .max = "5" };
  gint64 first, level;

  take (db, leaf);
  batch = ff_batch_begin (db, "Test", &error);
  first = find (db, FF_CRITERIA_OF_COMPONENT, leaf, 0, &criteria)->id;
  level = ff_criterion_get_level (g_ptr_array_index (criteria, 0), 0)->id;
  g_assert_cmpint (ff_marking_set (db, class_enrolment (db, run, "E001"), leaf, first, NULL, 1, TRUE, 1000, &error), !=, FF_PUT_REFUSED);
  g_assert_no_error (error);
  g_assert_cmpint (ff_criteria_put_level (db, FF_CRITERIA_OF_COMPONENT, first, level, &words, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_criteria_put_criterion (db, FF_CRITERIA_OF_COMPONENT, leaf, first, &title, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  g_assert_cmpint (ff_criteria_put_level (db, FF_CRITERIA_OF_COMPONENT, first, level, &points, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "scheme");
  g_assert_false (ff_criteria_delete_level (db, FF_CRITERIA_OF_COMPONENT, first, level, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "scheme");
  g_assert_cmpint (ff_criteria_put_criterion (db, FF_CRITERIA_OF_COMPONENT, leaf, 0, &added, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_cmpint (ff_criteria_take (db, FF_CRITERIA_OF_COMPONENT, leaf, rubric->criteria, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  assert_criteria (db, FF_CRITERIA_OF_COMPONENT, leaf, "c1 Listens well 10 (Strong 10, Poor 0), c2 Asks 10 (Good 8)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/rubrics/library", test_library);
  class_test_add ("/rubrics/list", test_list);
  class_test_add ("/rubrics/edit-library", test_edit_library);
  class_test_add ("/rubrics/edit-scheme", test_edit_scheme);
  class_test_add ("/rubrics/class-with-marks", test_class_with_marks);
  return g_test_run ();
}
