/* Whom one asks after a class: interviews by lot, and people who are taken out of a level. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-evaluation-store.h"
#include "ff-exclusions.h"
#include "ff-interviews.h"

static gboolean
draw (FfDb *db, gint64 run_id, gint64 share, guint32 seed, guint *n, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", error);

  g_assert_nonnull (batch);
  return ff_interviews_draw (db, run_id, share, seed, n, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

/* "E003 E001*": in order, a star behind those of an earlier draw. */
static char *
describe (FfDb *db, gint64 run_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) interviews = ff_interview_store_list (db, run_id, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < interviews->len; i++)
    {
      const FfInterview *interview = g_ptr_array_index (interviews, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", interview->employee_no, interview->position == 0 ? "*" : "");
    }
  return g_string_free (text, FALSE);
}

static void
put_exclusion (FfDb *db, gint64 run_id, int level, const char *employee_no, const char *reason, FfPut expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  g_assert_cmpint (ff_exclusions_put (db, run_id, level, 0, &(FfExclusionDraft) { employee_no, reason }, NULL, &error), ==, expected);
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
}

static void
test_draw (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (GError) error = NULL;
  FfEvaluation state;
  guint n = 0;

  g_assert_true (ff_evaluation_store_read (db, ff_owner_run (run_id), &state, &error));
  g_assert_cmpint (state.interview_seed, ==, -1);
  g_assert_cmpint (state.interview_share, ==, 1000);
  /* 5 people: 40 % are 2, 41 % are 3; the same seed gives the same people in the same order, the smaller sample is the head of the larger. */
  g_assert_true (draw (db, run_id, 4100, 7, &n, &error));
  g_assert_cmpuint (n, ==, 3);
  {
    g_autofree char *three = describe (db, run_id);
    g_autofree char *two = NULL, *again = NULL;

    g_assert_true (draw (db, run_id, 4000, 7, &n, &error));
    g_assert_cmpuint (n, ==, 2);
    two = describe (db, run_id);
    g_assert_true (g_str_has_prefix (three, two));
    g_assert_cmpuint (strlen (two), ==, strlen ("E001 E002"));
    g_assert_true (draw (db, run_id, 4000, 7, NULL, &error));
    again = describe (db, run_id);
    g_assert_cmpstr (again, ==, two);
  }
  g_assert_true (ff_evaluation_store_read (db, ff_owner_run (run_id), &state, &error));
  g_assert_cmpint (state.interview_share, ==, 4000);
  g_assert_cmpint (state.interview_seed, ==, 7);
  g_assert_false (draw (db, run_id, 0, 7, NULL, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "share");
  class_assert_sound (db);
}

/* Whoever is out of level 1 is not asked; what somebody said outlives the next draw, who said nothing does not. */
static void
test_draw_again (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drawn = NULL;
  g_autofree char *all = NULL, *next = NULL;
  g_autofree char *kept = NULL;

  put_exclusion (db, run_id, 1, "E002", "on long leave", FF_PUT_NEW);
  g_assert_true (draw (db, run_id, 10000, 3, NULL, &error));
  all = describe (db, run_id);
  g_assert_null (strstr (all, "E002"));
  g_assert_cmpuint (strlen (all), ==, strlen ("E001 E003 E004 E005"));

  drawn = ff_interview_store_list (db, run_id, &error);
  {
    const FfInterview *last = g_ptr_array_index (drawn, 3);
    g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
    FfInterviewDraft draft = { .best = "The cases", .worst = "", .held_on = "2026-09-23" };

    g_assert_cmpint (ff_interviews_put (db, last->id, &draft, &error), ==, FF_PUT_CHANGED);
    g_assert_cmpint (ff_interviews_put (db, last->id, &draft, &error), ==, FF_PUT_SAME);
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
    kept = g_strdup (last->employee_no);
  }
  /* The same seed with one person: it is the first of the old order, so the last one is only kept. */
  g_assert_true (draw (db, run_id, 100, 3, NULL, &error));
  next = describe (db, run_id);
  {
    g_autofree char *expected = g_strdup_printf ("%.4s %s*", all, kept);

    g_assert_cmpstr (next, ==, expected);
  }
  /* Drawn again, it has its place in the draw and still what was said. */
  g_assert_true (draw (db, run_id, 10000, 3, NULL, &error));
  g_clear_pointer (&next, g_free);
  next = describe (db, run_id);
  g_assert_cmpstr (next, ==, all);
  g_clear_pointer (&drawn, g_ptr_array_unref);
  drawn = ff_interview_store_list (db, run_id, &error);
  g_assert_cmpstr (((const FfInterview *) g_ptr_array_index (drawn, 3))->best, ==, "The cases");
  class_assert_sound (db);
}

static void
test_exclusions (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (FfBatch) batch = NULL;

  put_exclusion (db, run_id, 3, "E004", "moved", FF_PUT_NEW);
  put_exclusion (db, run_id, 3, "E001", "left the company", FF_PUT_NEW);
  put_exclusion (db, run_id, 1, "E001", "left the company", FF_PUT_NEW);
  put_exclusion (db, run_id, 3, "E004", " on long leave ", FF_PUT_CHANGED);
  put_exclusion (db, run_id, 3, "E004", "on long leave", FF_PUT_SAME);
  list = ff_exclusion_store_list (db, run_id, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((const FfExclusion *) g_ptr_array_index (list, 0))->employee_no, ==, "E001");
  g_assert_cmpstr (((const FfExclusion *) g_ptr_array_index (list, 1))->reason, ==, "on long leave");

  batch = ff_batch_begin (db, "Test", &error);
  g_assert_cmpint (ff_exclusions_put (db, run_id, 3, 0, &(FfExclusionDraft) { "E006", "moved" }, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, "employee_no");
  g_assert_cmpint (ff_exclusions_put (db, run_id, 3, 0, &(FfExclusionDraft) { "E002", " " }, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "reason");
  g_assert_true (ff_exclusions_delete (db, ((const FfExclusion *) g_ptr_array_index (list, 0))->id, &error));
  g_assert_false (ff_exclusions_delete (db, ((const FfExclusion *) g_ptr_array_index (list, 0))->id, &error));
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ff_exclusion_store_list (db, run_id, 0, &error);
  g_assert_cmpuint (list->len, ==, 2);
}

/* An enrolment takes along what hangs on it; what somebody said in an interview stands in the way. */
static void
test_enrolment_removed (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  gint64 enrolment = class_enrolment (db, run_id, "E005");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drawn = NULL;
  g_autoptr (FfBatch) batch = NULL;

  put_exclusion (db, run_id, 3, "E005", "moved", FF_PUT_NEW);
  g_assert_true (draw (db, run_id, 10000, 1, NULL, &error));
  g_assert_true (ff_enrolments_delete (db, enrolment, &error));
  g_assert_no_error (error);
  drawn = ff_interview_store_list (db, run_id, &error);
  g_assert_cmpuint (drawn->len, ==, 4);

  batch = ff_batch_begin (db, "Test", &error);
  g_assert_cmpint (ff_interviews_put (db, ((const FfInterview *) g_ptr_array_index (drawn, 0))->id,
                                      &(FfInterviewDraft) { .suggestions = "Longer breaks" }, &error),
                   ==, FF_PUT_CHANGED);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_false (ff_enrolments_delete (db, ((const FfInterview *) g_ptr_array_index (drawn, 0))->enrolment_id, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  class_assert_sound (db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/follow-up/draw", test_draw);
  class_test_add ("/follow-up/draw-again", test_draw_again);
  class_test_add ("/follow-up/exclusions", test_exclusions);
  class_test_add ("/follow-up/enrolment-removed", test_enrolment_removed);
  return g_test_run ();
}
