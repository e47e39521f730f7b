#include "config.h"

#include "test-class.h"

#define MAX_SESSIONS 10

static gboolean
chance (GRand *rand, double probability)
{
  return g_rand_double (rand) < probability;
}

static void
add_leaf (FfScheme *scheme, GRand *rand, int parent)
{
  guint number = ff_scheme_length (scheme);
  g_autofree char *key = g_strdup_printf ("leaf%u", number);
  g_autofree char *title = g_strdup_printf ("Leaf %u \"测试\" & <co>", number);
  FfComponent *leaf = ff_scheme_add (scheme, parent, key, title, chance (rand, 0.05) ? 0 : g_rand_int_range (rand, 1, 7000));

  leaf->max = chance (rand, 0.5) ? 10000 : g_rand_int_range (rand, 100, 20000);
  if (chance (rand, 0.25))
    leaf->source = FF_SOURCE_ATTENDANCE;
  leaf->attempts = g_rand_int_range (rand, 0, 3);
}

static void
add_components (FfScheme *scheme, GRand *rand, int parent, int depth)
{
  int n = g_rand_int_range (rand, 1, 4);

  for (int i = 0; i < n; i++)
    {
      guint number = ff_scheme_length (scheme);
      g_autofree char *key = g_strdup_printf ("group%u", number);
      g_autofree char *title = g_strdup_printf ("Group %u", number);

      if (depth == 3 || chance (rand, 0.5))
        {
          add_leaf (scheme, rand, parent);
          continue;
        }
      ff_scheme_add (scheme, parent, key, title, g_rand_int_range (rand, 1, 7000));
      add_components (scheme, rand, number, depth + 1);
    }
}

static FfScheme *
make_scheme (GRand *rand)
{
  FfScheme *scheme = ff_scheme_new ();

  add_components (scheme, rand, -1, 1);
  if (chance (rand, 0.5))
    ff_scheme_add (scheme, -1, "pretest", "Before", 0)->pretest_of = g_strdup ("leaf");
  scheme->pass_mark = g_rand_int_range (rand, 4000, 8000);
  scheme->award_percent = chance (rand, 0.1) ? 0 : g_rand_int_range (rand, 1, 6000);
  scheme->award_rounding = g_rand_int_range (rand, 0, 3);
  ff_scheme_update (scheme);

  return scheme;
}

static void
make_attendance (const FfClassFigures *figures, GRand *rand, FfClassTrainee *trainee)
{
  FfPlannedSession sessions[MAX_SESSIONS];
  FfAttendanceRecord records[MAX_SESSIONS];
  int n = chance (rand, 0.05) ? 0 : g_rand_int_range (rand, 1, MAX_SESSIONS + 1);
  double unmarked = chance (rand, 0.7) ? 0 : 0.1;

  for (int i = 0; i < n; i++)
    {
      sessions[i].starts_at = figures->now - 1440 * (n - i);
      sessions[i].ends_at = sessions[i].starts_at + g_rand_int_range (rand, 30, 240);
      records[i] = FF_ATTENDANCE_RECORD_NONE;
      if (chance (rand, unmarked))
        continue;
      records[i].set = chance (rand, 0.8) ? FF_ATTENDANCE_PRESENT : chance (rand, 0.6) ? FF_ATTENDANCE_ABSENT : FF_ATTENDANCE_EXCUSED;
      records[i].leave_counts = chance (rand, 0.3);
      records[i].made_up = chance (rand, 0.1);
    }
  trainee->tally = ff_attendance_tally (&figures->rule, sessions, records, n, figures->now);
}

static void
make_marks (const FfClassFigures *figures, GRand *rand, FfClassTrainee *trainee)
{
  guint n = ff_scheme_length (figures->scheme);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FfMark));
  double missing = chance (rand, 0.7) ? 0 : 0.2;

  trainee->exempt = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    {
      const FfComponent *component = ff_scheme_get (figures->scheme, i);
      int n_raters = chance (rand, 0.2) ? 3 : 1;

      if (!component->leaf || chance (rand, missing))
        continue;
      trainee->exempt[i] = chance (rand, 0.06);
      if (component->source == FF_SOURCE_ATTENDANCE && chance (rand, 0.8))
        continue;
      for (int rater = 0; rater < n_raters; rater++)
        {
          FfMark mark = { i, -1, rater == 0 ? "a" : rater == 1 ? "b" : "c", 1, g_rand_int_range (rand, 0, component->max + 1) };

          g_array_append_val (marks, mark);
        }
    }
  ff_result_compute (&trainee->result, figures->scheme, (const FfMark *) marks->data, marks->len, trainee->exempt, &trainee->tally, NULL);
}

static FfClassTrainee *
make_trainee (const FfClassFigures *figures, GRand *rand, guint number)
{
  static const char *const names[] = { "张三", "欧阳娜娜", "O'Brien, Seán", "=SUM(A1)", "艾力·买买提", "_x0041_" };
  FfClassTrainee *trainee = g_new0 (FfClassTrainee, 1);

  trainee->employee_no = g_strdup_printf ("%05u", number);
  trainee->name = g_strdup (names[number % G_N_ELEMENTS (names)]);
  trainee->department = g_strdup (chance (rand, 0.9) ? "客服中心/一部" : NULL);
  trainee->layer = g_strdup ("frontline");
  trainee->layer_title = g_strdup ("Frontline");
  make_attendance (figures, rand, trainee);
  make_marks (figures, rand, trainee);
  trainee->waived = trainee->tally.qualification != FF_QUALIFIED && chance (rand, 0.3);
  trainee->disqualified = trainee->tally.qualification != FF_QUALIFIED && !trainee->waived;
  trainee->passed = ff_marks_passed (figures->scheme, &trainee->result, trainee->disqualified);

  return trainee;
}

static void
rank (FfClassFigures *figures)
{
  guint n = figures->trainees->len;
  g_autofree FfStanding *standings = g_new0 (FfStanding, n);

  for (guint i = 0; i < n; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      standings[i].total = trainee->result.total;
      standings[i].ranked = trainee->result.known && !trainee->result.provisional && !trainee->disqualified;
      standings[i].passed = trainee->passed == FF_PASSED_YES;
      figures->ranked += standings[i].ranked;
    }
  ff_marks_rank (figures->scheme, standings, n, &figures->award_count);
  for (guint i = 0; i < n; i++)
    {
      FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      trainee->rank = standings[i].rank;
      trainee->award = standings[i].award;
    }
}

FfClassFigures *
test_class_new (guint32 seed, guint n_trainees)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  FfClassFigures *figures = g_new0 (FfClassFigures, 1);

  figures->run = g_new0 (FfRun, 1);
  figures->run->code = g_strdup ("CX-101-2026A");
  figures->run->title = g_strdup ("客户体验服务培训 & “A” <1>");
  figures->run->course_code = g_strdup ("CX-101");
  figures->run->course_title = g_strdup ("客户体验");
  figures->run->status = FF_RUN_FINISHED;
  figures->now = ff_day_start (ff_day_from_ymd (2026, 9, 23)) + 510;
  figures->rule = FF_ATTENDANCE_RULE_DEFAULT;
  figures->rule.max_absence = g_rand_int_range (rand, 1000, 4000);
  figures->rule.base = chance (rand, 0.3) ? FF_BASE_MINUTES : FF_BASE_SESSIONS;
  figures->rule.min_attended = chance (rand, 0.3) ? g_rand_int_range (rand, 3000, 8000) : -1;
  figures->scheme = make_scheme (rand);
  figures->trainees = g_ptr_array_new ();
  for (guint i = 0; i < n_trainees; i++)
    g_ptr_array_add (figures->trainees, make_trainee (figures, rand, i));
  rank (figures);

  return figures;
}

static void
trainee_free (gpointer data, gpointer unused)
{
  FfClassTrainee *trainee = data;

  g_free (trainee->employee_no);
  g_free (trainee->name);
  g_free (trainee->department);
  g_free (trainee->layer);
  g_free (trainee->layer_title);
  g_free (trainee->exempt);
  ff_result_clear (&trainee->result);
  g_free (trainee);
}

void
test_class_free (FfClassFigures *figures)
{
  g_ptr_array_foreach (figures->trainees, trainee_free, NULL);
  g_ptr_array_unref (figures->trainees);
  ff_scheme_free (figures->scheme);
  g_free (figures->run->code);
  g_free (figures->run->title);
  g_free (figures->run->course_code);
  g_free (figures->run->course_title);
  g_free (figures->run);
  g_free (figures);
}
