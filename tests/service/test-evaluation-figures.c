/* The figures of the four levels against hand-computed ones. The class CX-1 ends on 2026-09-22; what is answered is written as rows. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-evaluation-figures.h"
#include "ff-exclusions.h"
#include "ff-register.h"

#define assert_close(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 1e-9)
#define assert_unknown(a) g_assert_true (isnan (a))

static void
write_rows (FfDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Rows", &error);

  g_assert_no_error (error);
  store_exec (db, sql);
  g_assert_true (ff_batch_commit (batch, &error));
  g_assert_no_error (error);
}

static FfEvaluationFigures *
read_at (FfDb *db, const char *now)
{
  g_autoptr (GError) error = NULL;
  FfEvaluationFigures *figures = ff_evaluation_figures_read (db, ff_runs_find (db, "CX-1", NULL), class_time (now), &error);

  g_assert_no_error (error);
  return figures;
}

static const FfLevel *
assert_state (const FfEvaluationFigures *figures, int number, const char *state)
{
  const FfLevel *level = ff_evaluation_figures_get_level (figures, number);

  g_assert_cmpstr (ff_level_state_to_key (level->state), ==, state);
  return level;
}

/* Level 1 -------------------------------------------------------------------------------------------------------------- */

/* Questionnaire 1 with the dimensions content (weight 3: q1, q2), place (weight 1: q3), loyalty (q4 of 0 to 10, q5 a text, q6 a choice). */
static void
ask (FfDb *db, gboolean anonymous)
{
  g_autofree char *sql = g_strdup_printf (
      "DELETE FROM evaluation WHERE run_id = 1;"
      "INSERT INTO questionnaire (id, run_id, position, key, title, level, anonymous, target, search_key, sort_key)"
      " VALUES (901, 1, 1, 'reaction', 'Reaction', 1, %d, 45000, '', '');"
      "INSERT INTO dimension (id, questionnaire_id, position, key, weight) VALUES (1, 901, 1, 'content', 30000), (2, 901, 2, 'place', 10000),"
      " (3, 901, 3, 'loyalty', 10000);"
      "INSERT INTO question (id, questionnaire_id, dimension_id, position, key, kind, options) VALUES (1, 901, 1, 1, 'q1', 'rating', NULL),"
      " (2, 901, 1, 2, 'q2', 'rating', NULL), (3, 901, 2, 1, 'q3', 'rating', NULL), (4, 901, 3, 1, 'q4', 'nps', NULL),"
      " (5, 901, 3, 2, 'q5', 'text', NULL), (6, 901, 3, 3, 'q6', 'choice', 'North' || char (10) || 'South');",
      anonymous);

  write_rows (db, sql);
}

/* One form: ratings of q1 to q3, the score of q4; -1 is blank. */
static void
answer (FfDb *db, int id, gboolean anonymous, const int values[4], int choice)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  const char *prefix = anonymous ? "anonymous_" : "";

  g_string_append_printf (sql, "INSERT INTO %sresponse (id, questionnaire_id) VALUES (%d, 901);", prefix, id);
  for (int i = 0; i < 4; i++)
    if (values[i] >= 0)
      g_string_append_printf (sql, "INSERT INTO %sanswer (response_id, question_id, value) VALUES (%d, %d, %d);", prefix, id, i + 1, values[i]);
  g_string_append_printf (sql, "INSERT INTO %sanswer (response_id, question_id, text) VALUES (%d, 5, 'Note %d');", prefix, id, id);
  g_string_append_printf (sql, "INSERT INTO %sanswer (response_id, question_id, value) VALUES (%d, 6, %d);", prefix, id, choice);
  write_rows (db, sql->str);
}

static const int forms[][4] = { { 5, 4, 3, 10 }, { 4, -1, 4, 9 }, { 5, 5, 5, 5 }, { 3, 4, -1, 0 } };

static void
test_reaction (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfEvaluationFigures) before = NULL, after = NULL;
  const FfQuestionnaireFigures *reaction;
  const FfDimensionFigures *content, *loyalty;

  class_make (db);
  ask (db, FALSE);
  before = read_at (db, "2026-09-22 13:00");
  g_assert_cmpint (assert_state (before, 1, "pending")->missing, ==, FF_MISSING_RESPONSES);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    answer (db, (int) i + 1, FALSE, forms[i], i < 2 ? 1 : 2);
  write_rows (db, "UPDATE response SET invalid = 1, version = version + 1 WHERE id = 4;");
  answer (db, 5, FALSE, forms[0], 1);

  after = read_at (db, "2026-09-21 08:00");
  reaction = ff_evaluation_figures_get_reaction (after);
  g_assert_cmpint (reaction->invited, ==, 5);
  g_assert_cmpuint (reaction->returned, ==, 5);
  g_assert_cmpuint (reaction->valid, ==, 4);
  g_assert_cmpuint (reaction->straight, ==, 1);
  assert_close (reaction->response_percent, 100);
  assert_close (reaction->valid_percent, 80);
  content = g_ptr_array_index (reaction->dimensions, 0);
  loyalty = g_ptr_array_index (reaction->dimensions, 2);
  /* q1: 5 4 5 5; q2: 4 – 5 4; q3: 3 4 5 3 */
  assert_close (content->mean, (19.0 / 4 + 13.0 / 3) / 2);
  assert_close (reaction->mean, (3 * (19.0 / 4 + 13.0 / 3) / 2 + 15.0 / 4) / 4);
  assert_unknown (loyalty->mean);
  assert_close (content->weight, 0.75);
  g_assert_cmpint (reaction->met, ==, FF_MET_NO);
  /* 10 9 5 10 */
  assert_close (ff_nps_score (&reaction->nps->nps), 50);
  g_assert_cmpuint (reaction->n_texts, ==, 4);
  /* Parts of 3 and 1 are too few of a minimum of 5. */
  g_assert_true (((const FfBreakdown *) g_ptr_array_index (reaction->breakdowns, 0))->suppressed);
  assert_state (after, 1, "missed");
}

static void
test_breakdown (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfEvaluationFigures) figures = NULL;
  const FfBreakdown *breakdown;
  const FfBreakdownPart *north, *south;

  class_make (db);
  ask (db, TRUE);
  for (int i = 0; i < 10; i++)
    answer (db, i + 1, TRUE, i < 5 ? forms[0] : forms[2], i < 5 ? 1 : 2);
  figures = read_at (db, "2026-09-22 13:00");
  breakdown = g_ptr_array_index (ff_evaluation_figures_get_reaction (figures)->breakdowns, 0);
  g_assert_false (breakdown->suppressed);
  north = g_ptr_array_index (breakdown->parts, 0);
  south = g_ptr_array_index (breakdown->parts, 1);
  g_assert_cmpstr (south->title, ==, "South");
  g_assert_cmpuint (north->n, ==, 5);
  assert_close (north->mean, (3 * 4.5 + 3) / 4);
  assert_close (south->mean, 5);
}

static void
test_suppressed (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;

  class_make (db);
  ask (db, TRUE);
  for (int i = 1; i <= 5; i++)
    {
      g_autoptr (FfEvaluationFigures) figures = NULL;
      const FfQuestionnaireFigures *reaction;
      const FfQuestionFigures *question;

      answer (db, i, TRUE, forms[0], 1);
      figures = read_at (db, "2026-09-22 13:00");
      reaction = ff_evaluation_figures_get_reaction (figures);
      question = g_ptr_array_index (((const FfDimensionFigures *) g_ptr_array_index (reaction->dimensions, 0))->questions, 0);
      assert_state (figures, 1, i < 5 ? "suppressed" : "missed");
      g_assert_cmpuint (reaction->returned, ==, i);
      g_assert_cmpint (isnan (reaction->mean), ==, i < 5);
      g_assert_cmpint (isnan (question->mean), ==, i < 5);
      g_assert_cmpuint (question->counts[4], ==, i < 5 ? 0 : 5);
      g_assert_cmpint (reaction->nps == NULL, ==, i < 5);
      g_assert_cmpuint (reaction->n_texts, ==, i < 5 ? 0 : 5);
    }
}

/* Two pairs in one dimension and one in another; a pair with one half counts nowhere. */
static void
test_servqual (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfEvaluationFigures) figures = NULL;
  const FfQuestionnaireFigures *servqual;
  const FfDimensionFigures *content;

  class_make (db);
  ask (db, FALSE);
  write_rows (db, "UPDATE questionnaire SET kind = 'servqual', level = NULL, version = version + 1;"
                  "UPDATE dimension SET weight = CASE id WHEN 1 THEN 600000 WHEN 2 THEN 400000 ELSE 0 END, version = version + 1;"
                  "UPDATE question SET kind = 'servqual', version = version + 1 WHERE id <= 3;"
                  "INSERT INTO response (id, questionnaire_id) VALUES (1, 901), (2, 901);"
                  "INSERT INTO answer (response_id, question_id, part, value) VALUES (1, 1, 1, 5), (1, 1, 2, 4), (1, 2, 1, 4), (1, 2, 2, 5),"
                  " (1, 3, 1, 5), (1, 3, 2, 3), (2, 1, 1, 5), (2, 1, 2, 2), (2, 2, 1, 5);");
  figures = read_at (db, "2026-10-22 08:00");
  g_assert_cmpuint (figures->others->len, ==, 1);
  servqual = g_ptr_array_index (figures->others, 0);
  content = g_ptr_array_index (servqual->dimensions, 0);
  /* q1: −1 and −3; q2: +1; q3: −2 */
  assert_close (content->gap, (-2.0 + 1) / 2);
  assert_close (content->expectation, (5.0 + 4) / 2);
  assert_close (servqual->gap, (-0.5 - 2) / 2);
  assert_close (servqual->weighted_gap, -0.5 * 0.6 - 2 * 0.4);
  g_assert_cmpint (servqual->verdict, ==, FF_SERVICE_POOR);
  assert_close (content->weakness, 0.6 * 0.5);
  assert_unknown (servqual->mean);
}

/* A factor is the weighted mean of its attributes, the index that of the factors on a scale of 1000. */
static void
test_csi (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfEvaluationFigures) figures = NULL;
  const FfQuestionnaireFigures *csi;
  const FfDimensionFigures *content;

  class_make (db);
  ask (db, FALSE);
  write_rows (db, "UPDATE questionnaire SET kind = 'csi', level = NULL, version = version + 1;"
                  "UPDATE question SET weight = 30000, version = version + 1 WHERE id = 1;");
  answer (db, 1, FALSE, forms[0], 1);
  figures = read_at (db, "2026-10-22 08:00");
  csi = g_ptr_array_index (figures->others, 0);
  content = g_ptr_array_index (csi->dimensions, 0);
  assert_close (content->mean, (3 * 5.0 + 4) / 4);
  assert_close (csi->index, 1000 * (3 * (4.75 - 1) / 4 + (3.0 - 1) / 4) / 4);
}

/* Level 2 -------------------------------------------------------------------------------------------------------------- */

static void
score (FfDb *db, const char *employee_no, const char *component, const char *value)
{
  FfScoreDraft draft = { .run = "CX-1", .employee_no = employee_no, .component = component, .score = value };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ff_marking_put (db, &draft, &error), !=, FF_PUT_REFUSED);
  g_assert_no_error (error);
}

static void
test_learning (StoreFixture *fixture, gconstpointer data)
{
  static const char *const scores[][5] = {
    { "E001", "50", "80", "4", "5" }, /* 86 */
    { "E002", "60", "100", "5", "5" }, /* 100 */
    { "E003", "40", "50", "2.5", "2.5" }, /* 50 */
    { "E004", "", "80", "4", "5" },
  };
  static const char *const keys[] = { NULL, "pretest", "written", "practical.c1", "practical.c2" };
  FfDb *db = fixture->db;
  FfBatch *batch;
  FfExclusionDraft left = { .employee_no = "E005", .reason = "Moved" };
  g_autoptr (FfEvaluationFigures) early = NULL, pending = NULL, done = NULL;
  const FfGain *gain;

  class_make (db);
  batch = ff_batch_begin (db, "Marks", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    for (guint j = 1; j < G_N_ELEMENTS (keys); j++)
      score (db, scores[i][0], keys[j], scores[i][j]);
  g_assert_true (ff_batch_commit (batch, NULL));
  write_rows (db, "DELETE FROM evaluation; INSERT INTO evaluation (run_id, learning_target) VALUES (1, 7500);");

  early = read_at (db, "2026-09-22 23:59");
  g_assert_cmpint (assert_state (early, 2, "not_due")->met, ==, FF_MET_UNKNOWN);
  pending = read_at (db, "2026-09-23 00:00");
  g_assert_cmpuint (assert_state (pending, 2, "pending")->n_missing, ==, 1);
  assert_close (pending->learning.mean, (86.0 + 100 + 50 + 86) / 4);
  assert_close (pending->learning.pass_percent, 75);
  g_assert_cmpuint (pending->learning.bands[8], ==, 2);
  g_assert_cmpuint (pending->learning.bands[9], ==, 1);
  gain = &((const FfGainFigures *) g_ptr_array_index (pending->learning.gains, 0))->gain;
  g_assert_cmpuint (gain->pairs, ==, 3);
  assert_close (gain->hake, (230.0 / 3 - 50) / 50);

  batch = ff_batch_begin (db, "Out", NULL);
  g_assert_cmpint (ff_exclusions_put (db, 1, 2, 0, &left, NULL, NULL), ==, FF_PUT_NEW);
  g_assert_true (ff_batch_commit (batch, NULL));
  done = read_at (db, "2026-09-23 00:00");
  g_assert_cmpuint (assert_state (done, 2, "met")->exclusions->len, ==, 1);
  g_assert_cmpuint (done->learning.expected, ==, 4);
}

/* Level 3 -------------------------------------------------------------------------------------------------------------- */

static void
test_behaviour (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfEvaluationFigures) none = NULL, first = NULL, second = NULL;
  const FfWaveFigures *wave;

  class_make (db);
  write_rows (db, "DELETE FROM evaluation; INSERT INTO evaluation (run_id, applied_target) VALUES (1, 6000);"
                  "INSERT INTO wave (run_id, number, days) VALUES (1, 2, 60);");
  none = read_at (db, "2026-10-22 08:00");
  g_assert_cmpint (assert_state (none, 3, "pending")->missing, ==, FF_MISSING_PLANS);
  /* A card is no plan; a row without a kind is; the plan of the second was applied after the second look was due. */
  write_rows (db, "INSERT INTO commitment (enrolment_id, kind, title, status, submitted_on, applied_on) SELECT id, 'micro_plan', 'Plan',"
                  " 'applied', '2026-10-01', '2026-11-25' FROM enrolment WHERE run_id = 1;"
                  "UPDATE commitment SET status = 'submitted', applied_on = NULL, version = version + 1 WHERE id IN (1, 2);"
                  "UPDATE commitment SET kind = NULL, applied_on = NULL, version = version + 1 WHERE id = 3;"
                  "UPDATE commitment SET applied_on = '2026-10-20', status = 'verified', version = version + 1 WHERE id = 4;"
                  "INSERT INTO commitment (enrolment_id, kind, title, status) SELECT id, 'card', 'Card', 'verified' FROM enrolment"
                  " WHERE run_id = 1 AND id IN (1, 2);");

  first = read_at (db, "2026-10-22 08:00");
  assert_state (first, 3, "met");
  wave = g_ptr_array_index (first->behaviour.waves, 0);
  g_assert_cmpuint (wave->submitted, ==, 5);
  g_assert_cmpuint (wave->applied, ==, 3);
  g_assert_cmpuint (wave->verified, ==, 1);
  assert_close (wave->applied_percent, 60);
  g_assert_cmpuint (first->behaviour.funnels[0].verified, ==, 2);
  g_assert_cmpuint (first->behaviour.funnels[0].people, ==, 3);

  second = read_at (db, "2026-11-30 08:00");
  wave = g_ptr_array_index (second->behaviour.waves, 0);
  g_assert_cmpuint (wave->applied, ==, 2);
  assert_state (second, 3, "missed");
  wave = g_ptr_array_index (second->behaviour.waves, 1);
  g_assert_cmpuint (wave->applied, ==, 3);
}

static void
test_observation (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfEvaluationFigures) figures = NULL;
  const FfObservation *observation;
  const FfQuestionnaireFigures *supervisor;

  class_make (db);
  ask (db, FALSE);
  write_rows (db, "UPDATE questionnaire SET level = 3, kind = 'observation', version = version + 1;"
                  "INSERT INTO response (id, questionnaire_id, trainee_id, rater) SELECT 10 + id, 901, id, 'self' FROM trainee WHERE id <= 3;"
                  "INSERT INTO response (id, questionnaire_id, trainee_id, rater) SELECT 20 + id, 901, id, 'supervisor' FROM trainee WHERE id <= 2;"
                  "INSERT INTO answer (response_id, question_id, value) SELECT id, 1, CASE rater WHEN 'self' THEN 5 ELSE 2 END FROM response;");
  figures = read_at (db, "2026-10-22 08:00");
  g_assert_cmpuint (figures->behaviour.observations->len, ==, 1);
  observation = g_ptr_array_index (figures->behaviour.observations, 0);
  g_assert_cmpuint (observation->groups->len, ==, 2);
  supervisor = g_ptr_array_index (observation->groups, 1);
  g_assert_cmpstr (supervisor->rater, ==, "supervisor");
  g_assert_cmpuint (supervisor->valid, ==, 2);
  assert_close (supervisor->mean, 2);
}

/* Level 4 -------------------------------------------------------------------------------------------------------------- */

static void
test_results (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfEvaluationFigures) early = NULL, due = NULL, filled = NULL;
  const FfMetricFigures *nps;

  class_make (db);
  write_rows (db, "INSERT INTO metric (id, run_id, position, key, direction, baseline, target_kind, target) VALUES"
                  " (1, 1, 1, 'nps', 'up', '30', 'relative', '15'), (2, 1, 2, 'hours', 'down', '24', 'points', '6');"
                  "INSERT INTO metric_value (metric_id, day, value) VALUES (1, '2026-09-01', '29'), (1, '2026-09-22', '31'),"
                  " (1, '2026-12-21', '36'), (1, '2026-12-22', '99'), (2, '2026-09-21', '20');");
  early = read_at (db, "2026-12-20 08:00");
  assert_state (early, 4, "not_due");
  nps = g_ptr_array_index (early->results.metrics, 0);
  g_assert_true (nps->so_far);
  g_assert_cmpint (nps->met, ==, FF_MET_UNKNOWN);
  assert_close (nps->target, 34.5);

  due = read_at (db, "2026-12-21 08:00");
  g_assert_cmpuint (assert_state (due, 4, "pending")->n_missing, ==, 1);
  nps = g_ptr_array_index (due->results.metrics, 0);
  assert_close (nps->actual, 36);
  assert_close (nps->change_percent, 20);
  g_assert_cmpint (nps->met, ==, FF_MET_YES);
  g_assert_cmpuint (due->results.roi.roi.missing, ==, FF_ROI_NO_BENEFIT | FF_ROI_NO_ISOLATION | FF_ROI_NO_CONFIDENCE | FF_ROI_NO_COST);

  write_rows (db, "INSERT INTO metric_value (metric_id, day, value) VALUES (2, '2026-10-01', '18.5');"
                  "INSERT INTO roi (run_id, benefit, months, cost, isolation, confidence) VALUES (1, 75000000, 12, 42500000, 10000, 10000);");
  filled = read_at (db, "2026-12-21 08:00");
  assert_state (filled, 4, "missed");
  g_assert_cmpuint (filled->results.n_met, ==, 1);
  assert_close (filled->results.roi.roi.bcr, 750.0 / 425);
}

/* Level 4 of a project counts from the end of its last class that takes place; the other levels are its classes'. */
static void
test_project (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfEvaluationFigures) figures = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  class_make (db);
  ask (db, FALSE);
  write_rows (db, "INSERT INTO project (id, code, title, search_key, sort_key) VALUES (5, 'P', 'Project', '', '');"
                  "UPDATE run SET project_id = 5, version = version + 1 WHERE id = 1;"
                  "INSERT INTO run (course_id, project_id, code, title, starts_on, ends_on, cancelled, search_key, sort_key)"
                  " VALUES (1, 5, 'CX-9', 'X', '2026-10-01', '2026-10-02', 1, '', '');"
                  "UPDATE questionnaire SET run_id = NULL, project_id = 5, level = NULL, kind = 'needs', version = version + 1;"
                  "INSERT INTO response (id, questionnaire_id) VALUES (1, 901);"
                  "INSERT INTO answer (response_id, question_id, value) VALUES (1, 1, 4);"
                  "INSERT INTO evaluation (project_id, results_days) VALUES (5, 60);"
                  "INSERT INTO metric (id, project_id, position, key, target_kind, target) VALUES (1, 5, 1, 'nps', 'relative', '10');"
                  "INSERT INTO metric_value (metric_id, day, value) VALUES (1, '2026-11-21', '36');");
  figures = ff_evaluation_figures_read_project (db, 5, class_time ("2026-11-21 08:00"), &error);
  g_assert_no_error (error);
  for (int n = 1; n <= 3; n++)
    assert_state (figures, n, "none");
  /* A share of a baseline that nobody entered is no target. */
  g_assert_cmpint (assert_state (figures, 4, "pending")->missing, ==, FF_MISSING_BASELINES);
  assert_close (((const FfMetricFigures *) g_ptr_array_index (figures->results.metrics, 0))->actual, 36);
  g_assert_cmpuint (figures->others->len, ==, 1);
  assert_close (((const FfQuestionnaireFigures *) g_ptr_array_index (figures->others, 0))->mean, 4);

  none = ff_evaluation_figures_read_project (db, 6, class_time ("2026-11-21 08:00"), &error);
  g_assert_error (error, FF_ERROR, FF_ERROR_NOT_FOUND);
  g_assert_null (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/evaluation/reaction", test_reaction);
  class_test_add ("/evaluation/reaction/breakdown", test_breakdown);
  class_test_add ("/evaluation/reaction/suppressed", test_suppressed);
  class_test_add ("/evaluation/servqual", test_servqual);
  class_test_add ("/evaluation/csi", test_csi);
  class_test_add ("/evaluation/learning", test_learning);
  class_test_add ("/evaluation/behaviour", test_behaviour);
  class_test_add ("/evaluation/behaviour/observation", test_observation);
  class_test_add ("/evaluation/results", test_results);
  class_test_add ("/evaluation/project", test_project);
  return g_test_run ();
}
