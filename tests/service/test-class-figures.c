/* The figures of a class against hand-computed ones, and how long a large class takes. */
#include "config.h"

#include "ff-class-figures.h"
#include "ff-class-test.h"
#include "ff-courses.h"
#include "ff-register.h"

static void
attend (FfDb *db, const char *employee_no, const char *session, const char *arrived_at, const char *status)
{
  FfAttendanceDraft draft = { "CX-1", session, employee_no, status, arrived_at, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ff_register_put (db, &draft, &error), !=, FF_PUT_REFUSED);
  g_assert_no_error (error);
}

static void
score (FfDb *db, const char *employee_no, const char *component, const char *value)
{
  FfScoreDraft draft = { .run = "CX-1", .employee_no = employee_no, .component = component, .score = value };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ff_marking_put (db, &draft, &error), !=, FF_PUT_REFUSED);
  g_assert_no_error (error);
}

static void
record_class (FfDb *db)
{
  static const char *const sessions[] = { "S1", "S2", "S3", "S4" };
  /* participation, written, practical.c1, practical.c2 */
  static const char *const scores[][5] = {
    { "E001", "90", "80", "4", "5" },
    { "E002", "100", "100", "5", "5" },
    { "E003", "60", "50", "2.5", "2.5" },
    { "E004", "90", "80", "4", "5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (sessions); j++)
        attend (db, scores[i][0], sessions[j], NULL, "present");
      score (db, scores[i][0], "participation", scores[i][1]);
      score (db, scores[i][0], "written", scores[i][2]);
      score (db, scores[i][0], "practical.c1", scores[i][3]);
      score (db, scores[i][0], "practical.c2", scores[i][4]);
    }
  /* 16 minutes late is absent: 1 of 4 is 25 %, more than the 20 % that are allowed. */
  attend (db, "E002", "S1", "09:16", "");
  attend (db, "E005", "S1", "09:15", NULL);
}

static FfClassFigures *
read_figures (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  gint64 run_id = ff_runs_find (db, "CX-1", &error);
  FfClassFigures *figures = ff_class_figures_read (db, run_id, ff_time_now (), &error);

  g_assert_no_error (error);
  g_assert_nonnull (figures);
  return figures;
}

static const FfClassTrainee *
get_trainee (const FfClassFigures *figures, const char *employee_no)
{
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      if (g_str_equal (trainee->employee_no, employee_no))
        return trainee;
    }
  g_assert_not_reached ();
}

static void
test_totals (StoreFixture *fixture, gconstpointer data)
{
  /* E001: .20·90 + .20·100 + .24·80 + .36·90; E003: .20·60 + .20·100 + .24·50 + .36·50; E002's attendance is 3 of 4. */
  static const struct
  {
    const char *employee_no;
    double total;
    gboolean provisional;
    FfPassed passed;
    gboolean disqualified;
    int rank;
    gboolean award;
    int attended;
    int absent;
    int unmarked;
  } cases[] = {
    { "E001", 89.6, FALSE, FF_PASSED_YES, FALSE, 1, TRUE, 4, 0, 0 },
    { "E002", 95.0, FALSE, FF_PASSED_NO, TRUE, 0, FALSE, 3, 1, 0 },
    { "E003", 62.0, FALSE, FF_PASSED_YES, FALSE, 3, FALSE, 4, 0, 0 },
    { "E004", 89.6, FALSE, FF_PASSED_YES, FALSE, 1, TRUE, 4, 0, 0 },
    { "E005", 0, TRUE, FF_PASSED_UNKNOWN, FALSE, 0, FALSE, 1, 0, 2 },
  };
  g_autoptr (FfClassFigures) figures = NULL;

  class_make (fixture->db);
  record_class (fixture->db);
  figures = read_figures (fixture->db);
  g_assert_cmpuint (figures->trainees->len, ==, G_N_ELEMENTS (cases));
  g_assert_cmpint (figures->planned_sessions, ==, 4);
  g_assert_cmpint (figures->held_sessions, ==, 3);
  g_assert_cmpuint (figures->ranked, ==, 3);
  g_assert_cmpuint (figures->award_count, ==, 1);
  g_assert_cmpint (figures->journal_number, ==, ff_db_journal_number (fixture->db));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      g_test_message ("%s", cases[i].employee_no);
      g_assert_cmpstr (trainee->employee_no, ==, cases[i].employee_no);
      g_assert_cmpfloat (trainee->result.total, ==, cases[i].total);
      g_assert_cmpint (trainee->result.provisional, ==, cases[i].provisional);
      g_assert_cmpint (trainee->passed, ==, cases[i].passed);
      g_assert_cmpint (trainee->disqualified, ==, cases[i].disqualified);
      g_assert_cmpint (trainee->rank, ==, cases[i].rank);
      g_assert_cmpint (trainee->award, ==, cases[i].award);
      g_assert_cmpint (trainee->tally.attended, ==, cases[i].attended);
      g_assert_cmpint (trainee->tally.absent, ==, cases[i].absent);
      g_assert_cmpint (trainee->tally.unmarked, ==, cases[i].unmarked);
    }
}

static void
test_leaf_mean (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfClassFigures) figures = NULL;
  double mean = -1;

  class_make (fixture->db);
  record_class (fixture->db);
  figures = read_figures (fixture->db);
  g_assert_true (ff_class_figures_leaf_mean (figures, (guint) ff_scheme_find (figures->scheme, "practical"), &mean));
  g_assert_cmpfloat (mean, ==, (9.0 + 10.0 + 5.0 + 9.0) / 4);
  g_assert_false (ff_class_figures_leaf_mean (figures, (guint) ff_scheme_find (figures->scheme, "pretest"), &mean));
}

static void
test_audience_and_cancelled (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = NULL;
  const FfClassTrainee *frontline, *support;

  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "S1", .audience = "一线" }, NULL, NULL, &error);
  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "S2", .audience = "E004; frontline" }, NULL, NULL, &error);
  ff_sessions_cancel (fixture->db, class_session (fixture->db, run_id, "S3"), NULL, &error);
  ff_enrolments_withdraw (fixture->db, class_enrolment (fixture->db, run_id, "E005"), NULL, &error);
  g_assert_no_error (error);
  attend (fixture->db, "E001", "S1", "09:00", NULL);

  figures = read_figures (fixture->db);
  g_assert_cmpuint (figures->trainees->len, ==, 4);
  g_assert_cmpint (figures->planned_sessions, ==, 3);
  frontline = get_trainee (figures, "E001");
  support = get_trainee (figures, "E003");
  g_assert_cmpint (frontline->tally.planned, ==, 3);
  g_assert_cmpint (frontline->cells[0].verdict.status, ==, FF_ATTENDANCE_PRESENT);
  g_assert_cmpint (frontline->cells[0].version, ==, 1);
  g_assert_cmpint (support->tally.planned, ==, 1);
  g_assert_false (support->cells[0].planned);
  g_assert_false (support->cells[2].planned);
  g_assert_cmpint (get_trainee (figures, "E004")->tally.planned, ==, 2);
  g_assert_cmpstr (support->layer, ==, "support");
  g_assert_cmpstr (support->department, ==, "Service/Hotline");
}

/* A preview computes what a stored mark would. */
static void
test_update_is_what_would_be_read (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfClassFigures) preview = NULL;
  g_autoptr (FfClassFigures) stored = NULL;
  FfClassTrainee *trainee;

  class_make (fixture->db);
  record_class (fixture->db);
  preview = read_figures (fixture->db);
  trainee = (FfClassTrainee *) get_trainee (preview, "E003");
  for (guint i = 0; i < trainee->marks->len; i++)
    {
      FfStoredMark *mark = &g_array_index (trainee->marks, FfStoredMark, i);

      if (g_str_equal (ff_scheme_get (preview->scheme, (guint) mark->component)->key, "written"))
        mark->score = 10000;
    }
  ff_class_figures_update (preview);
  score (fixture->db, "E003", "written", "100");
  stored = read_figures (fixture->db);
  g_assert_cmpfloat (get_trainee (stored, "E003")->result.total, ==, 74.0);
  g_assert_cmpfloat (trainee->result.total, ==, 74.0);
  g_assert_cmpint (trainee->rank, ==, get_trainee (stored, "E003")->rank);
}

static void
test_exempt_and_waived (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = NULL;
  const FfClassTrainee *trainee;
  gint64 enrolment;

  record_class (fixture->db);
  score (fixture->db, "E002", "participation", "EX");
  enrolment = class_enrolment (fixture->db, run_id, "E002");
  g_assert_cmpint (ff_enrolments_waive (fixture->db, enrolment, "Accident", " ", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "decider");
  g_assert_cmpint (ff_enrolments_waive (fixture->db, enrolment, "Accident", "Head of training", &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_enrolments_waive (fixture->db, enrolment, "Accident", "Head of training", &error), ==, FF_PUT_SAME);
  g_assert_no_error (error);

  figures = read_figures (fixture->db);
  trainee = get_trainee (figures, "E002");
  g_assert_true (trainee->exempt[ff_scheme_find (figures->scheme, "participation")]);
  g_assert_true (trainee->waived);
  g_assert_false (trainee->disqualified);
  /* (.20·75 + .24·100 + .36·100) ÷ .80 */
  g_assert_cmpfloat (trainee->result.total, ==, 93.75);
  g_assert_cmpint (trainee->rank, ==, 1);

  g_assert_cmpint (ff_enrolments_waive (fixture->db, enrolment, NULL, NULL, &error), ==, FF_PUT_CHANGED);
  ff_class_figures_free (g_steal_pointer (&figures));
  figures = read_figures (fixture->db);
  g_assert_true (get_trainee (figures, "E002")->disqualified);
}

static void
test_unknown_class (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = ff_class_figures_read (fixture->db, 4711, ff_time_now (), &error);

  g_assert_null (figures);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
}

/* Readers hold a transaction around their work, and imports look at figures inside their batch. */
static void
test_inside_a_transaction (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch;

  class_make (fixture->db);
  g_assert_true (ff_db_begin_read (fixture->db, &error));
  ff_class_figures_free (read_figures (fixture->db));
  ff_db_end_read (fixture->db);
  batch = ff_batch_begin (fixture->db, "Look", &error);
  attend (fixture->db, "E001", "S1", "09:00", NULL);
  {
    g_autoptr (FfClassFigures) figures = read_figures (fixture->db);

    g_assert_cmpint (get_trainee (figures, "E001")->tally.attended, ==, 1);
  }
  g_assert_true (ff_batch_commit (batch, &error));
  g_assert_no_error (error);
}

/* 20,000 people, 10 leaves, 4 sessions: written as SQL, since it is reading that is timed. Run with -m perf. */
static void
test_large_class (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = NULL;
  FfBatch *batch;
  double seconds;

  if (!g_test_perf ())
    {
      g_test_skip ("timed only with -m perf");
      return;
    }
  class_make (fixture->db);
  batch = ff_batch_begin (fixture->db, "Fill", &error);
  store_exec (fixture->db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                           " INSERT INTO trainee (employee_no, name, layer_id, search_key, sort_key)"
                           " SELECT 'L' || (100000 + i), 'Large ' || i, 1, 'l', 'l' FROM n");
  store_exec (fixture->db, "INSERT INTO enrolment (run_id, trainee_id, layer_id) SELECT run.id, trainee.id, 1 FROM run, trainee"
                           " WHERE trainee.employee_no LIKE 'L%'");
  store_exec (fixture->db, "INSERT INTO component (scheme_id, position, key, title, weight) SELECT scheme.id, 10 + value, 'x' || value, 'X', 10"
                           " FROM scheme, json_each ('[1,2,3,4,5,6]') WHERE scheme.run_id IS NOT NULL");
  store_exec (fixture->db, "INSERT INTO attendance (session_id, enrolment_id, arrived_at) SELECT session.id, enrolment.id,"
                           " substr (session.starts_at, 1, 11) || '09:05' FROM session, enrolment");
  store_exec (fixture->db, "INSERT INTO mark (enrolment_id, component_id, score) SELECT enrolment.id, component.id, 8000 FROM enrolment,"
                           " component JOIN scheme ON scheme.id = scheme_id WHERE scheme.run_id IS NOT NULL AND component.source = 'manual'");
  g_assert_true (ff_batch_commit (batch, &error));

  g_test_timer_start ();
  figures = read_figures (fixture->db);
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "%u trainees in %.0f ms", figures->trainees->len, seconds * 1000);
  g_assert_cmpuint (figures->trainees->len, ==, 20005);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/class-figures/totals", test_totals);
  class_test_add ("/class-figures/leaf-mean", test_leaf_mean);
  class_test_add ("/class-figures/audience-and-cancelled", test_audience_and_cancelled);
  class_test_add ("/class-figures/update", test_update_is_what_would_be_read);
  class_test_add ("/class-figures/exempt-and-waived", test_exempt_and_waived);
  class_test_add ("/class-figures/unknown-class", test_unknown_class);
  class_test_add ("/class-figures/inside-a-transaction", test_inside_a_transaction);
  class_test_add ("/class-figures/large-class", test_large_class);
  return g_test_run ();
}
