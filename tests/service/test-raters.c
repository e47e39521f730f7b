/* Who marks a class: names, weights, order, and what they do to marks and figures. */
#include "config.h"

#include "ff-class-figures.h"
#include "ff-class-test.h"
#include "ff-comment-phrases.h"
#include "ff-rater-figures.h"
#include "ff-raters.h"
#include "ff-register.h"

static gint64
put (FfDb *db, gint64 id, gint64 run_id, const char *name, const char *weight, FfPut expected, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Raters", error);
  gint64 rater = 0;

  g_assert_cmpint (ff_raters_put (db, id, run_id, &(FfRaterDraft) { name, weight }, &rater, error), ==, expected);
  if (expected == FF_PUT_REFUSED)
    return 0;
  g_assert_no_error (*error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), error));
  return rater;
}

static void
mark (FfDb *db, const char *employee_no, const char *rater, const char *score)
{
  FfScoreDraft draft = { .run = "CX-1", .employee_no = employee_no, .component = "written", .score = score, .rater = rater };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ff_marking_put (db, &draft, &error), !=, FF_PUT_REFUSED);
  g_assert_no_error (error);
}

/* "name weight marks" of each, in order; the unlisted ones with a star. */
static char *
describe (FfDb *db, gint64 run_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) raters = ff_raters_of_run (db, run_id, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < raters->len; i++)
    {
      const FfRater *rater = g_ptr_array_index (raters, i);

      g_string_append_printf (text, "%s%s%s %d %d", i > 0 ? ", " : "", rater->name, rater->id == 0 ? "*" : "", (int) rater->weight,
                              rater->marks);
    }
  return g_string_free (text, FALSE);
}

static void
assert_raters (FfDb *db, gint64 run_id, const char *expected)
{
  g_autofree char *raters = describe (db, run_id);

  g_assert_cmpstr (raters, ==, expected);
}

static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db), lin, zhou;
  g_autoptr (GError) error = NULL;

  mark (fixture->db, "E001", "Wu", "70");
  mark (fixture->db, "E001", "Lin", "80");
  mark (fixture->db, "E001", NULL, "75");
  assert_raters (fixture->db, run_id, "Lin* 100 1, Wu* 100 1");
  lin = put (fixture->db, 0, run_id, " Lin ", "", FF_PUT_NEW, &error);
  zhou = put (fixture->db, 0, run_id, "Zhou", "1.5", FF_PUT_NEW, &error);
  assert_raters (fixture->db, run_id, "Lin 100 1, Zhou 150 0, Wu* 100 1");
  put (fixture->db, lin, run_id, "Lin", "1", FF_PUT_SAME, &error);

  {
    g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Move", &error);

    g_assert_true (ff_raters_move (fixture->db, zhou, 0, &error));
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  }
  assert_raters (fixture->db, run_id, "Zhou 150 0, Lin 100 1, Wu* 100 1");
  store_assert_sound (fixture->db);
}

static void
test_rename (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db), lin;
  g_autoptr (GError) error = NULL;

  mark (fixture->db, "E001", "Lin", "80");
  mark (fixture->db, "E002", "Lin", "60");
  mark (fixture->db, "E002", "Wu", "70");
  lin = put (fixture->db, 0, run_id, "Lin", NULL, FF_PUT_NEW, &error);
  put (fixture->db, lin, run_id, "Lin Ruoxi", NULL, FF_PUT_CHANGED, &error);
  assert_raters (fixture->db, run_id, "Lin Ruoxi 100 2, Wu* 100 1");
  g_assert_true (ff_undo (fixture->db, &error));
  assert_raters (fixture->db, run_id, "Lin 100 2, Wu* 100 1");

  put (fixture->db, lin, run_id, "Wu", NULL, FF_PUT_REFUSED, &error);
  class_assert_refused (&error, FF_ERROR_EXISTS, "name");
  put (fixture->db, 0, run_id, "Lin", NULL, FF_PUT_REFUSED, &error);
  class_assert_refused (&error, FF_ERROR_EXISTS, "name");
  put (fixture->db, lin, run_id, "", NULL, FF_PUT_REFUSED, &error);
  class_assert_refused (&error, FF_ERROR_INVALID, "name");
  for (guint i = 0; i < 3; i++)
    {
      static const char *const weights[] = { "0", "-1", "much" };

      put (fixture->db, lin, run_id, NULL, weights[i], FF_PUT_REFUSED, &error);
      class_assert_refused (&error, FF_ERROR_INVALID, "weight");
    }
  store_assert_sound (fixture->db);
}

static void
test_delete (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  gint64 lin = put (fixture->db, 0, run_id, "Lin", NULL, FF_PUT_NEW, &error);
  gint64 wu = put (fixture->db, 0, run_id, "Wu", NULL, FF_PUT_NEW, &error);
  g_autoptr (FfBatch) batch = NULL;

  mark (fixture->db, "E001", "Lin", "80");
  mark (fixture->db, "E002", "Lin", "80");
  batch = ff_batch_begin (fixture->db, "Delete", &error);
  g_assert_false (ff_raters_delete (fixture->db, lin, &error));
  g_assert_nonnull (strstr (error->message, "2 marks"));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_true (ff_raters_delete (fixture->db, wu, &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  assert_raters (fixture->db, run_id, "Lin 100 2");
  store_assert_sound (fixture->db);
}

/* 3 : 1 of 80 and 60 is 75; a third who is not listed weighs 1. */
static void
test_weights (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *rater, *score;
    double points;
  } steps[] = { { "Lin", "80", 80 }, { "Wu", "60", 75 }, { "Somebody", "50", 70 }, { NULL, "60", 410.0 / 6 } };
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;

  put (fixture->db, 0, run_id, "Lin", "3", FF_PUT_NEW, &error);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (FfClassFigures) figures = NULL;
      const FfClassTrainee *trainee;
      int written;

      mark (fixture->db, "E001", steps[i].rater, steps[i].score);
      figures = ff_class_figures_read (fixture->db, run_id, class_time ("2026-09-22 13:52"), &error);
      g_assert_no_error (error);
      written = ff_scheme_find (figures->scheme, "written");
      trainee = g_ptr_array_index (figures->trainees, 0);
      g_assert_cmpfloat_with_epsilon (trainee->result.leaves[written].points, steps[i].points, 1e-9);
      g_assert_cmpint (trainee->result.leaves[written].raters, ==, (int) i + 1);
    }
}

/* The leaf `written` of five people: what Lin, Wu and nobody named gave them; E004 was marked by one alone, E005 by nobody. */
static void
test_agreement (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *employee_no, *rater, *score;
  } marks[] = {
    { "E001", "Wu", "76" }, { "E001", "Lin", "80" }, { "E002", "Wu", "90" },   { "E002", "Lin", "85" }, { "E003", "Lin", "60" },
    { "E003", "Wu", "40" }, { "E003", NULL, "50" },  { "E004", "Zhou", "70" },
  };
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = NULL;
  g_autoptr (FfLeafAgreement) agreement = NULL;
  const FfRatedTrainee *rated;
  int written;

  put (fixture->db, 0, run_id, "Wu", NULL, FF_PUT_NEW, &error);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    mark (fixture->db, marks[i].employee_no, marks[i].rater, marks[i].score);
  figures = ff_class_figures_read (fixture->db, run_id, class_time ("2026-09-22 13:52"), &error);
  g_assert_no_error (error);
  written = ff_scheme_find (figures->scheme, "written");
  g_assert_null (ff_agreement_of_leaf (figures, (guint) ff_scheme_find (figures->scheme, "participation")));
  g_assert_null (ff_agreement_of_leaf (figures, (guint) ff_scheme_find (figures->scheme, "result")));

  agreement = ff_agreement_of_leaf (figures, (guint) written);
  g_assert_cmpuint (agreement->raters->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (agreement->raters, 0), ==, "Wu");
  g_assert_cmpstr (g_ptr_array_index (agreement->raters, 1), ==, "");
  g_assert_cmpstr (g_ptr_array_index (agreement->raters, 2), ==, "Lin");
  g_assert_cmpuint (agreement->people->len, ==, 3);
  g_assert_cmpuint (agreement->n_complete, ==, 1);
  g_assert_true (isnan (agreement->icc2k));
  /* Of 76 80 / 90 85 / 40 50 60: within the people 4·8 + 4·12.5 + 3·200 = 682, of all seven 2·7·(35201 − 481² ÷ 7) ÷ 6 = 5015.3. */
  g_assert_cmpfloat_with_epsilon (agreement->alpha, 0.8640, 0.0001);
  g_assert_cmpfloat_with_epsilon (agreement->mean_spread, 29.0 / 3, 1e-9);

  rated = g_ptr_array_index (agreement->people, 2);
  g_assert_cmpstr (rated->trainee->employee_no, ==, "E003");
  g_assert_cmpfloat (rated->points[0], ==, 40);
  g_assert_cmpfloat (rated->points[1], ==, 50);
  g_assert_cmpfloat (rated->points[2], ==, 60);
  g_assert_true (ff_rated_trainee_differs (figures, agreement, rated, 20));
  g_assert_false (ff_rated_trainee_differs (figures, agreement, rated, 20.01));
}

/* Phrases --------------------------------------------------------------------------------------------------------- */

static gint64
put_phrase (FfDb *db, gint64 id, const char *text, const char *category, FfPut expected, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Phrases", error);
  gint64 phrase = 0;

  g_assert_cmpint (ff_comment_phrases_put (db, id, &(FfCommentPhraseDraft) { text, category }, &phrase, error), ==, expected);
  if (expected == FF_PUT_REFUSED)
    return 0;
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), error));
  return phrase;
}

static void
assert_phrases (FfDb *db, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) phrases = ff_comment_phrases_list (db, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < phrases->len; i++)
    {
      const FfCommentPhrase *phrase = g_ptr_array_index (phrases, i);

      g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "", phrase->category != NULL ? phrase->category : "", phrase->text);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_phrases (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 a, b, c;

  a = put_phrase (db, 0, " a ", "", FF_PUT_NEW, &error);
  b = put_phrase (db, 0, "b", "Voice", FF_PUT_NEW, &error);
  c = put_phrase (db, 0, "c", NULL, FF_PUT_NEW, &error);
  assert_phrases (db, "/a /c Voice/b");
  put_phrase (db, c, "c", NULL, FF_PUT_SAME, &error);
  put_phrase (db, c, "a", NULL, FF_PUT_REFUSED, &error);
  class_assert_refused (&error, FF_ERROR_EXISTS, "text");
  put_phrase (db, 0, "", NULL, FF_PUT_REFUSED, &error);
  class_assert_refused (&error, FF_ERROR_INVALID, "text");
  {
    g_autoptr (FfBatch) batch = ff_batch_begin (db, "Move", &error);

    g_assert_true (ff_comment_phrases_move (db, b, 0, &error));
    g_assert_true (ff_comment_phrases_move (db, c, 1, &error));
    g_assert_true (ff_comment_phrases_delete (db, a, &error));
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  }
  assert_phrases (db, "Voice/b /c");
  g_assert_true (ff_undo (db, &error));
  assert_phrases (db, "/a /c Voice/b");
  store_assert_sound (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/raters/list", test_list);
  class_test_add ("/raters/rename", test_rename);
  class_test_add ("/raters/delete", test_delete);
  class_test_add ("/raters/weights", test_weights);
  class_test_add ("/raters/agreement", test_agreement);
  class_test_add ("/raters/phrases", test_phrases);
  return g_test_run ();
}
