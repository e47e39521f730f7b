/* Results across classes: each cell against the figures of its class, which are computed another way, on random answers; what is kept in
   memory against what is read anew; shares, quarters, choices. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-results.h"

#define N_CLASSES 6

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

/* Classes 2 … 7 with everybody in them, ending a month apart from 2026-02-10 on; some of the questionnaires are anonymous, some rule out
   forms with fewer than half of their ratings. */
static void
make_classes (FfDb *db)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO trainee (employee_no, name, search_key, sort_key) VALUES ('X1', 'X', '', ''), ('X2', 'X', '', ''),"
                                          " ('X3', 'X', '', '');");

  class_make (db);
  for (int i = 2; i < 2 + N_CLASSES; i++)
    {
      g_string_append_printf (sql, "INSERT INTO run (id, course_id, code, title, starts_on, ends_on, search_key, sort_key) VALUES"
                                   " (%d, 1, 'R-%d', 'R', '2026-%02d-10', '2026-%02d-10', '', '');", i, i, i, i);
      g_string_append_printf (sql, "INSERT INTO enrolment (run_id, trainee_id, status) SELECT %d, id, 'enrolled' FROM trainee;", i);
      g_string_append_printf (sql, "INSERT INTO questionnaire (id, run_id, position, key, title, level, anonymous, half_invalid, target, search_key,"
                                   " sort_key) VALUES (%d, %d, 1, 'q', 'Q', 1, %d, %d, 30000, '', '');", 900 + i, i, i % 2, i % 3 == 0);
      g_string_append_printf (sql, "INSERT INTO dimension (id, questionnaire_id, position, key, weight) VALUES (%d, %d, 1, 'a', 20000),"
                                   " (%d, %d, 2, 'b', 10000);", 2 * i, 900 + i, 2 * i + 1, 900 + i);
      for (int j = 0; j < 4; j++)
        g_string_append_printf (sql, "INSERT INTO question (id, questionnaire_id, dimension_id, position, key) VALUES (%d, %d, %d, %d, 'q%d');",
                                100 * i + j, 900 + i, 2 * i + (j == 3), j + 1, j);
    }
  write_rows (db, sql->str);
}

static void
answer (FfDb *db, int class, int id, GRand *rand)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  gboolean anonymous = class % 2 == 1;
  const char *prefix = anonymous ? "anonymous_" : "";
  gboolean invalid = g_rand_int_range (rand, 0, 6) == 0;

  if (anonymous)
    g_string_append_printf (sql, "INSERT INTO anonymous_response (id, questionnaire_id, invalid) VALUES (%d, %d, %d);", id, 900 + class, invalid);
  else
    g_string_append_printf (sql, "INSERT INTO response (id, questionnaire_id, trainee_id, invalid) VALUES (%d, %d, %d, %d);", id, 900 + class,
                            id % 100, invalid);
  for (int j = 0; j < 4; j++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      g_string_append_printf (sql, "INSERT INTO %sanswer (response_id, question_id, value) VALUES (%d, %d, %d);", prefix, id, 100 * class + j,
                              g_rand_int_range (rand, 1, 6));
  write_rows (db, sql->str);
}

static FfResults *
read_results (FfDb *db, FfResultsCache *cache, FfResultsFilter filter)
{
  g_autoptr (GError) error = NULL;
  FfResults *results = ff_results_read (db, cache, &filter, class_time ("2026-09-23 12:00"), &error);

  g_assert_no_error (error);
  return results;
}

static void
assert_same (double a, double b)
{
  if (isnan (a) || isnan (b))
    g_assert_true (isnan (a) && isnan (b));
  else
    g_assert_cmpfloat_with_epsilon (a, b, 1e-12);
}

static void
assert_agrees (FfDb *db, const FfResults *results)
{
  for (guint i = 0; i < results->rows->len; i++)
    {
      const FfResultsRow *row = g_ptr_array_index (results->rows, i);
      g_autoptr (FfEvaluationFigures) figures = ff_evaluation_figures_read (db, row->run_id, class_time ("2026-09-23 12:00"), NULL);

      for (int n = 1; n <= 4; n++)
        {
          const FfLevel *level = ff_evaluation_figures_get_level (figures, n);
          const FfResultsCell *cell = &row->levels[n - 1];
          gboolean few = n < 4 && level->people < FF_RESULTS_MINIMUM;

          g_test_message ("%s level %d: %s", row->code, n, ff_level_state_to_key (level->state));
          g_assert_cmpint (cell->due_on, ==, level->due_on);
          g_assert_cmpuint (cell->people, ==, level->people);
          g_assert_cmpint (cell->missing, ==, level->missing);
          assert_same (cell->value, few ? FF_UNDEFINED : level->value);
          if (!few)
            g_assert_cmpint (cell->state, ==, level->state);
        }
    }
}

static void
test_random (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (FfResultsCache) cache = ff_results_cache_new ();

  g_test_message ("seed %u", seed);
  make_classes (db);
  write_rows (db, "INSERT INTO level_exclusion (enrolment_id, level, reason) SELECT id, 1, 'Left' FROM enrolment WHERE run_id > 1"
                  " AND trainee_id = 3;");
  for (int round = 0; round < 3; round++)
    {
      g_autoptr (FfResults) kept = NULL, fresh = NULL;

      for (int class = 2; class < 2 + N_CLASSES; class++)
        for (int i = 0; i < 3; i++)
          answer (db, class, 100 * class + 3 * round + i + 1, rand);
      write_rows (db, "INSERT INTO anonymous_revision (questionnaire_id, revision) VALUES (903, 1) ON CONFLICT DO UPDATE SET revision = revision + 1;");
      kept = read_results (db, cache, (FfResultsFilter) { 0 });
      fresh = read_results (db, NULL, (FfResultsFilter) { 0 });
      g_assert_cmpuint (kept->rows->len, ==, N_CLASSES + 1);
      assert_agrees (db, kept);
      assert_agrees (db, fresh);
    }
}

/* A class is read again when one of its rows changes, and only then. */
static void
test_kept (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfResultsCache) cache = ff_results_cache_new ();
  g_autoptr (FfResults) first = NULL, second = NULL;

  make_classes (db);
  first = read_results (db, cache, (FfResultsFilter) { 0 });
  write_rows (db, "INSERT INTO metric (run_id, position, key, direction, target_kind, target) VALUES (2, 1, 'm', 'up', 'value', '5');"
                  "INSERT INTO metric_value (metric_id, day, value) SELECT id, '2026-03-01', '7' FROM metric WHERE key = 'm';"
                  "UPDATE enrolment SET status = 'withdrawn', version = version + 1 WHERE run_id = 3 AND trainee_id = 1;");
  second = read_results (db, cache, (FfResultsFilter) { 0 });
  assert_agrees (db, second);
  g_assert_cmpuint (first->levels[3].met, ==, 0);
  g_assert_cmpuint (second->levels[3].met, ==, 1);
  g_assert_cmpfloat (second->levels[3].percent, ==, 100);
}

static void
test_chosen (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfResults) all = NULL, year = NULL, layer = NULL, none = NULL;
  const FfResultsQuarter *last, *first;
  const FfResultsDue *due;
  const FfResultsRow *row;

  make_classes (db);
  write_rows (db, "UPDATE run SET starts_on = '2024-11-01', ends_on = '2024-11-02', version = version + 1 WHERE id = 7;"
                  "UPDATE run SET cancelled = 1, reason = 'x', version = version + 1 WHERE id = 6;"
                  "UPDATE enrolment SET layer_id = 1, version = version + 1 WHERE run_id = 4 AND trainee_id = 1;");
  all = read_results (db, NULL, (FfResultsFilter) { 0 });
  g_assert_cmpuint (all->rows->len, ==, 6);
  row = g_ptr_array_index (all->rows, 0);
  g_assert_cmpstr (row->code, ==, "CX-1");
  g_assert_cmpstr (row->previous->code, ==, "R-5");
  g_assert_cmpuint (all->years->len, ==, 2);
  first = &g_array_index (all->quarters, FfResultsQuarter, 0);
  last = &g_array_index (all->quarters, FfResultsQuarter, all->quarters->len - 1);
  g_assert_cmpint (first->year * 10 + first->quarter, ==, 20244);
  g_assert_cmpint (last->year * 10 + last->quarter, ==, 20263);
  g_assert_cmpuint (first->levels[0].pending, ==, 1);
  due = &g_array_index (all->due, FfResultsDue, 0);
  g_assert_true (due->overdue);
  g_assert_cmpstr (due->row->code, ==, "R-7");

  year = read_results (db, NULL, (FfResultsFilter) { .year = 2024 });
  g_assert_cmpuint (year->rows->len, ==, 1);
  g_assert_cmpint (g_array_index (year->quarters, FfResultsQuarter, 7).quarter, ==, 4);
  layer = read_results (db, NULL, (FfResultsFilter) { .layer_id = 1, .course_id = 1 });
  for (guint i = 0; i < layer->rows->len; i++)
    g_assert_cmpint (((const FfResultsRow *) g_ptr_array_index (layer->rows, i))->run_id, <=, 4);
  none = read_results (db, NULL, (FfResultsFilter) { .trainer_id = 99 });
  g_assert_cmpuint (none->rows->len, ==, 0);
  g_assert_true (isnan (none->levels[0].percent));
}

/* What a project reached stands once, and in none of its classes. */
static void
test_projects (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (FfResults) all = NULL, elsewhere = NULL;
  const FfResultsProject *project;

  make_classes (db);
  write_rows (db, "INSERT INTO project (id, code, title, search_key, sort_key) VALUES (5, 'P', 'Project', '', '');"
                  "UPDATE run SET project_id = 5, version = version + 1 WHERE id IN (2, 3);"
                  "UPDATE run SET cancelled = 1, reason = 'x', version = version + 1 WHERE id = 4;"
                  "INSERT INTO metric (id, project_id, position, key, direction, baseline, target_kind, target)"
                  " VALUES (1, 5, 1, 'nps', 'up', '30', 'relative', '10');"
                  /* Class 3 is the last, and ends on 2026-03-10. */
                  "INSERT INTO metric_value (metric_id, day, value) VALUES (1, '2026-03-09', '99'), (1, '2026-06-08', '36'), (1, '2026-06-09', '0');");
  all = read_results (db, NULL, (FfResultsFilter) { 0 });
  g_assert_cmpuint (all->projects->len, ==, 1);
  project = g_ptr_array_index (all->projects, 0);
  g_assert_cmpint (project->results.state, ==, FF_LEVEL_MET);
  g_assert_cmpfloat_with_epsilon (project->results.change_percent, 20, 1e-9);
  g_assert_cmpuint (all->levels[3].known, ==, 0);
  elsewhere = read_results (db, NULL, (FfResultsFilter) { .year = 2025 });
  g_assert_cmpuint (elsewhere->projects->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/results/random", test_random);
  class_test_add ("/results/kept", test_kept);
  class_test_add ("/results/chosen", test_chosen);
  class_test_add ("/results/projects", test_projects);
  return g_test_run ();
}
