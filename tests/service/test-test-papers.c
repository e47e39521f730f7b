/* Test papers: items of a course that a class takes along, answers, and the mark that follows from them. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-class-figures.h"
#include "ff-courses.h"
#include "ff-register.h"
#include "ff-settling.h"
#include "ff-test-papers.h"
#include "ff-test-text.h"

static const char paper[] = "1. (2) Which?\nA. x\nB. y\nAnswer: B\n2. (2) Which ones?\nA. x\nB. y\nC. z\nAnswer: AC\n3. (6) Why?";

static gint64
component_id (FfDb *db, gint64 course_id, gint64 run_id, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, course_id, run_id, &error);

  g_assert_no_error (error);
  return ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, key))->id;
}

static FfPut
put (FfDb *db, gint64 component, const char *text, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Change a test paper", error);
  g_autoptr (GPtrArray) items = ff_test_text_parse (text, 100);
  FfPut result = ff_test_papers_put (db, component, items, error);

  if (result != FF_PUT_REFUSED)
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), error));
  return result;
}

/* The class CX-1 with the paper in “written”. */
static gint64
set_up_class (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  gint64 course_id = store_count (db, "SELECT id FROM course");

  g_assert_cmpint (put (db, component_id (db, course_id, 0, "written"), paper, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  return class_make (db);
}

static gint64
item_id (FfDb *db, gint64 run_id, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = ff_test_papers_read (db, component_id (db, 0, run_id, "written"), &error);

  g_assert_no_error (error);
  return ff_test_items_get (items, number - 1)->id;
}

static FfPut
answer (FfDb *db, gint64 run_id, const char *employee_no, guint number, int attempt, const char *text, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Enter an answer", error);
  FfPut result = ff_test_papers_answer (db, class_enrolment (db, run_id, employee_no), item_id (db, run_id, number), attempt, text, error);

  if (result != FF_PUT_REFUSED)
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), error));
  return result;
}

static FfLeafResult
result_of (FfDb *db, gint64 run_id, guint trainee)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = ff_class_figures_read (db, run_id, ff_time_now (), &error);

  g_assert_no_error (error);
  return ((FfClassTrainee *) g_ptr_array_index (figures->trainees, trainee))
      ->result.leaves[ff_scheme_find (figures->scheme, "written")];
}

/* Each step goes on from the one before, of E001. */
static void
test_answers (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    guint item;
    int attempt;
    const char *text;
    FfPut put;
    double percent; /* -1: not assessed */
  } cases[] = {
    { "the first answer", 1, 1, "b", FF_PUT_NEW, -1 },
    { "the same again", 1, 1, "B", FF_PUT_SAME, -1 },
    { "no such option", 1, 1, "C", FF_PUT_REFUSED, -1 },
    { "several letters", 2, 1, "ca", FF_PUT_NEW, -1 },
    { "too many points", 3, 1, "7", FF_PUT_REFUSED, -1 },
    { "the last item", 3, 1, "3", FF_PUT_NEW, 70 },
    { "one changed", 2, 1, "a", FF_PUT_CHANGED, 50 },
    { "one taken away", 2, 1, "", FF_PUT_CHANGED, -1 },
    { "taken away again", 2, 1, "", FF_PUT_SAME, -1 },
    { "left empty", 2, 1, "-", FF_PUT_NEW, 50 },
    { "a second attempt, begun", 1, 2, "B", FF_PUT_NEW, 50 },
    { "going on", 2, 2, "AC", FF_PUT_NEW, 50 },
    { "complete, up to the pass mark", 3, 2, "6", FF_PUT_NEW, 60 },
  };
  gint64 run_id = set_up_class (fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      FfLeafResult leaf;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (answer (fixture->db, run_id, "E001", cases[i].item, cases[i].attempt, cases[i].text, &error), ==, cases[i].put);
      if (cases[i].put == FF_PUT_REFUSED)
        class_assert_refused (&error, FF_ERROR_INVALID, "answer");
      leaf = result_of (fixture->db, run_id, 0);
      g_assert_true (leaf.assessed == (cases[i].percent >= 0));
      if (leaf.assessed)
        g_assert_cmpfloat_with_epsilon (leaf.percent, cases[i].percent, 1e-9);
    }
  class_assert_sound (fixture->db);
  store_assert_sound (fixture->db);
}

/* A mark by hand stands above the paper, for a reason. */
static void
test_override (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = set_up_class (db);
  FfScoreDraft draft = { .run = "CX-1", .employee_no = "E001", .component = "written", .score = "80", .reason = "oral" };
  g_autoptr (GError) error = NULL;
  FfBatch *batch;
  FfLeafResult leaf;

  for (guint i = 1; i <= 3; i++)
    answer (db, run_id, "E001", i, 1, "0", &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (result_of (db, run_id, 0).percent, ==, 0);
  batch = ff_batch_begin (db, "Record a mark", &error);
  ff_marking_put (db, &draft, &error);
  g_assert_no_error (error);
  ff_batch_commit (batch, &error);
  leaf = result_of (db, run_id, 0);
  g_assert_cmpfloat (leaf.percent, ==, 80);
  g_assert_true (leaf.overridden);
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = set_up_class (db);
  gint64 written = component_id (db, 0, run_id, "written");
  g_autoptr (GError) error = NULL;
  gint64 fifth = class_enrolment (db, run_id, "E005");
  FfBatch *batch;

  g_assert_cmpint (answer (db, run_id, "E001", 3, 1, "5", &error), ==, FF_PUT_NEW);
  g_assert_cmpint (put (db, written, "1. (2) Which?\nAnswer: B", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "scheme");
  g_assert_cmpint (put (db, written, "1. (2) Which?\nAnswer: B\n3. (4) Why?", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "scheme");
  g_assert_cmpint (put (db, written, "1. (2) Which?\nA. x\nB. y\n3. (5) Why?", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "scheme");
  g_assert_cmpint (put (db, component_id (db, 0, run_id, "practical"), paper, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "scheme");
  /* What nobody answered may go, and the rest stands. */
  g_assert_cmpint (put (db, written, "1. (2) Which?\nAnswer: B\n3. (5) Why?", &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);

  batch = ff_batch_begin (db, "Delete", &error);
  g_assert_false (ff_enrolments_delete (db, class_enrolment (db, run_id, "E001"), &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  ff_batch_rollback (batch);

  batch = ff_batch_begin (db, "Withdraw", &error);
  g_assert_true (ff_enrolments_withdraw (db, fifth, NULL, &error));
  ff_batch_commit (batch, &error);
  g_assert_cmpint (answer (db, run_id, "E005", 1, 1, "A", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "employee_no");
  class_assert_sound (db);
}

/* A course's paper is its own: the class keeps what it was made with. */
static void
test_copy (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = set_up_class (db);
  gint64 course_id = store_count (db, "SELECT id FROM course");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  g_assert_cmpint (put (db, component_id (db, course_id, 0, "written"), "1. (9) Other?", &error), ==, FF_PUT_CHANGED);
  items = ff_test_papers_read (db, component_id (db, 0, run_id, "written"), &error);
  g_assert_cmpuint (items->len, ==, 3);
  g_assert_cmpstr (ff_test_items_get (items, 1)->answer, ==, "AC");
  g_assert_true (ff_undo (db, &error));
  g_assert_cmpint (put (db, component_id (db, course_id, 0, "written"), paper, &error), ==, FF_PUT_SAME);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/test-papers/answers", test_answers);
  class_test_add ("/test-papers/override", test_override);
  class_test_add ("/test-papers/refused", test_refused);
  class_test_add ("/test-papers/copy", test_copy);

  return g_test_run ();
}
