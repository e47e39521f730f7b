/* What the four levels take with 1,000,000 answers, beside the bare aggregates of the same answers on the same connection.
   usage: levels fill|measure DATABASE      `fill` wants a new database. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "cost.h"
#include "ff-courses.h"
#include "ff-results.h"
#include "ff-rows.h"

#define NOW "2026-12-30 09:00"
#define ROUNDS 9
#define CLASSES 300
#define BIG (CLASSES + 1)

static void
need (gboolean done, GError *error)
{
  if (!done || error != NULL)
    g_error ("%s", error != NULL ? error->message : "refused");
}

static void
run_sql (FfDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  need (ff_db_exec (db, sql, &error), error);
}

/* Filling ----------------------------------------------------------------------------------------------------------------- */

/* 300 classes of 100 people with 100 forms of 30 ratings, every other one anonymous, and one class with 3,400 forms. */
static const char *const rows[] = {
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
  " INSERT INTO trainee (employee_no, name, search_key, sort_key) SELECT 'F' || i, 'F' || i, '', '' FROM n",
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 301)"
  " INSERT INTO run (id, course_id, code, title, starts_on, ends_on, search_key, sort_key) SELECT i, (SELECT id FROM course), 'R' || i, 'R',"
  " '2026-01-01', date ('2026-01-01', '+' || i || ' days'), '', '' FROM n",
  "INSERT INTO enrolment (run_id, trainee_id, status) SELECT run.id, trainee.id, 'enrolled' FROM run JOIN trainee"
  " ON (trainee.id + run.id * 7) % 20 = 0",
  "INSERT INTO evaluation (run_id, learning_target) SELECT id, 8000 FROM run",
  "INSERT INTO scheme (run_id) SELECT id FROM run",
  "INSERT INTO component (scheme_id, position, key, title, weight, level) SELECT id, 1, 'w', 'W', 10000, 2 FROM scheme WHERE run_id IS NOT NULL",
  "INSERT INTO mark (enrolment_id, component_id, score) SELECT e.id, c.id, 4000 + (e.id * 7919) % 6000 FROM enrolment AS e"
  " JOIN scheme AS s ON s.run_id = e.run_id JOIN component AS c ON c.scheme_id = s.id",
  "INSERT INTO commitment (enrolment_id, kind, title, status) SELECT id, 'micro_plan', 'P', 'applied' FROM enrolment",
  "INSERT INTO metric (run_id, position, key, direction, baseline, target_kind, target) SELECT id, 1, 'nps', 'up', '30', 'relative', '15' FROM run",
  "INSERT INTO metric_value (metric_id, day, value) SELECT metric.id, run.ends_on, '36' FROM metric JOIN run ON run.id = metric.run_id",
  "INSERT INTO questionnaire (id, run_id, position, key, title, level, anonymous, target, search_key, sort_key)"
  " SELECT id, id, 1, 'reaction', 'R', 1, id % 2, 40000, '', '' FROM run",
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6) INSERT INTO dimension (id, questionnaire_id, position, key)"
  " SELECT q.id * 6 + i, q.id, i, 'd' || i FROM questionnaire AS q, n",
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)"
  " INSERT INTO question (questionnaire_id, dimension_id, position, key) SELECT q.id, q.id * 6 + 1 + i % 6, i, 'q' || i FROM questionnaire AS q, n",
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3400) INSERT INTO response (questionnaire_id, invalid)"
  " SELECT q.id, i % 50 = 0 FROM questionnaire AS q, n WHERE q.anonymous = 0 AND i <= 100",
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3400) INSERT INTO anonymous_response (id, questionnaire_id, invalid)"
  " SELECT abs (random ()), q.id, i % 50 = 0 FROM questionnaire AS q, n WHERE q.anonymous = 1 AND (i <= 100 OR q.id = 301)",
  "INSERT INTO answer (response_id, question_id, value) SELECT r.id, n.id, 1 + abs (random ()) % 5 FROM response AS r"
  " JOIN question AS n ON n.questionnaire_id = r.questionnaire_id",
  "INSERT INTO anonymous_answer (response_id, question_id, value) SELECT r.id, n.id, 1 + abs (random ()) % 5 FROM anonymous_response AS r"
  " JOIN question AS n ON n.questionnaire_id = r.questionnaire_id",
};

static void
fill (FfDb *db)
{
  g_autoptr (FfCourse) course = ff_course_new ();
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Fill", &error);

  need (batch != NULL, error);
  course->code = g_strdup ("C");
  course->title = g_strdup ("C");
  need (ff_courses_put (db, course, &error) == FF_PUT_NEW, error);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    run_sql (db, rows[i]);
  need (ff_batch_commit (batch, &error), error);
}

/* Measuring --------------------------------------------------------------------------------------------------------------- */

/* The same answers by question and value, from their index; and what a year's mean of each question takes. */
#define OF_CLASS                                                                                                                    \
  "SELECT question_id, value, count (*) FROM anonymous_answer WHERE question_id IN (SELECT id FROM question WHERE questionnaire_id = 301)" \
  " GROUP BY question_id, value"
#define OF_YEAR(answer)                                                                                                             \
  "SELECT question_id, count (*), sum (value) FROM " answer " WHERE value IS NOT NULL AND question_id IN (SELECT question.id"       \
  " FROM questionnaire JOIN question ON question.questionnaire_id = questionnaire.id WHERE questionnaire.level = 1) GROUP BY question_id"

static Cost
now_at (void)
{
  return (Cost) { cost_wall (), cost_cpu (), 0 };
}

static void
print (const char *name, const Cost *begin)
{
  printf ("%s wall %.2f cpu %.2f\n", name, cost_wall () - begin->wall, cost_cpu () - begin->cpu);
}

static void
step_through (FfDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfStatement) select = ff_db_prepare_dynamic (db, sql, &error);
  FfStep step = FF_STEP_ROW;

  need (select != NULL, error);
  while (step == FF_STEP_ROW)
    step = ff_statement_step (select, &error);
  need (step == FF_STEP_DONE, error);
}

static void
measure_class (FfDb *db, FfMinute when)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfEvaluationFigures) figures = NULL;
  Cost begin = now_at ();

  figures = ff_evaluation_figures_read (db, BIG, when, &error);
  need (figures != NULL, error);
  print ("class ours", &begin);
  begin = now_at ();
  step_through (db, OF_CLASS);
  print ("class bare", &begin);
}

/* Somebody has answered since the last time. */
static void
measure_year (FfDb *db, FfResultsCache *cache, FfMinute when)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfResults) results = NULL;
  FfBatch *batch = ff_batch_begin (db, "Answer", &error);
  Cost begin;

  need (batch != NULL, error);
  run_sql (db, "INSERT INTO anonymous_revision (questionnaire_id, revision) VALUES (301, 1) ON CONFLICT DO UPDATE SET revision = revision + 1");
  need (ff_batch_commit (batch, &error), error);
  begin = now_at ();
  results = ff_results_read (db, cache, &(FfResultsFilter) { .year = 2026 }, when, &error);
  need (results != NULL, error);
  print (cache != NULL ? "year ours" : "year anew", &begin);
  begin = now_at ();
  step_through (db, OF_YEAR ("answer"));
  step_through (db, OF_YEAR ("anonymous_answer"));
  print ("year bare", &begin);
}

static void
measure (FfDb *db)
{
  g_autoptr (FfResultsCache) cache = ff_results_cache_new ();
  g_autoptr (FfResults) results = NULL;
  FfMinute when;

  ff_time_parse (NOW, &when);
  results = ff_results_read (db, cache, &(FfResultsFilter) { 0 }, when, NULL);
  for (int i = 0; i < ROUNDS; i++)
    {
      measure_class (db, when);
      measure_year (db, cache, when);
    }
  measure_year (db, NULL, when);
}

int
main (int argc, char *argv[])
{
  g_autoptr (FfDb) db = NULL;
  g_autoptr (GError) error = NULL;
  gboolean fresh = argc == 3 && g_str_equal (argv[1], "fill");

  if (argc != 3)
    return 2;
  db = ff_db_open (argv[2], fresh ? FF_DB_CREATE : FF_DB_WRITE, &error);
  need (db != NULL, error);
  (fresh ? fill : measure) (db);
  return 0;
}
