/* Metrics and their values, what results are worth, and when a class is looked at. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-evaluation-plan.h"
#include "ff-metric-words.h"
#include "ff-metrics.h"
#include "ff-preparation.h"
#include "ff-projects.h"
#include "ff-roi-facts.h"

/* Each put is a batch of its own. */
static FfPut
put_metric (FfDb *db, FfOwner owner, gint64 update_id, const FfMetricDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", NULL);
  FfPut put = ff_metrics_put (db, owner, update_id, draft, id, error);

  if (put != FF_PUT_REFUSED)
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), NULL));
  return put;
}

static FfPut
put_value (FfDb *db, gint64 metric_id, const FfMetricValueDraft *draft, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", NULL);
  FfPut put = ff_metrics_put_value (db, metric_id, draft, error);

  if (put != FF_PUT_REFUSED)
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), NULL));
  return put;
}

static gint64
make_nps (FfDb *db, FfOwner owner)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  FfMetricDraft draft = { .title = "NPS", .unit = "points", .baseline = "30", .target_kind = "relative", .target = "15" };

  g_assert_cmpint (put_metric (db, owner, 0, &draft, &id, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  return id;
}

/* Metrics ----------------------------------------------------------------------------------------------------------- */

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    FfMetricDraft draft;
    FfError code;
    const char *field;
  } cases[] = {
    { "neither key nor title", { .unit = "%" }, FF_ERROR_INVALID, "title" },
    { "key twice", { .key = "nps", .title = "Again" }, FF_ERROR_EXISTS, "key" },
    { "baseline in words", { .title = "A", .baseline = "about 30" }, FF_ERROR_INVALID, "baseline" },
    { "target of no kind", { .title = "A", .target = "15" }, FF_ERROR_INVALID, "target_kind" },
    { "unknown kind", { .title = "A", .target = "15", .target_kind = "percent" }, FF_ERROR_INVALID, "target_kind" },
    { "percent of 0", { .title = "A", .baseline = "0", .target = "15", .target_kind = "relative" }, FF_ERROR_INVALID, "target_kind" },
    { "negative improvement", { .title = "A", .baseline = "9", .target = "-15", .target_kind = "points" }, FF_ERROR_INVALID, "target" },
    { "unknown direction", { .title = "A", .direction = "sideways" }, FF_ERROR_INVALID, "direction" },
    { "mean of how many", { .title = "A", .actual_by = "last_n" }, FF_ERROR_INVALID, "last_n" },
    { "mean of none", { .title = "A", .actual_by = "last_n", .last_n = "0" }, FF_ERROR_INVALID, "last_n" },
    { "unknown chart", { .title = "A", .chart = "pie" }, FF_ERROR_INVALID, "chart" },
  };
  FfOwner owner = ff_owner_run (class_make (fixture->db));

  make_nps (fixture->db, owner);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (put_metric (fixture->db, owner, 0, &cases[i].draft, NULL, &error), ==, FF_PUT_REFUSED);
      class_assert_refused (&error, cases[i].code, cases[i].field);
    }
}

static void
test_target (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FfMetricDraft draft;
    double target; /* −1: undefined */
  } cases[] = {
    { { .baseline = "30", .target_kind = "relative", .target = "15" }, 34.5 },
    { { .baseline = "-20", .target_kind = "relative", .target = "15" }, -17 },
    { { .baseline = "30", .target_kind = "points", .target = "15" }, 45 },
    { { .baseline = "30", .direction = "down", .target_kind = "relative", .target = "15" }, 25.5 },
    { { .baseline = "0", .target_kind = "points", .target = "1,5" }, 1.5 },
    { { .target_kind = "value", .target = "４０" }, 40 },
    { { .target_kind = "relative", .target = "15" }, -1 },
    { { .baseline = "30" }, -1 },
  };
  FfOwner owner = ff_owner_run (class_make (fixture->db));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfMetric) metric = NULL;
      FfMetricDraft draft = cases[i].draft;
      double target;
      gint64 id = 0;

      draft.title = "满意度";
      g_assert_cmpint (put_metric (fixture->db, owner, 0, &draft, &id, &error), ==, FF_PUT_NEW);
      metric = ff_metrics_read (fixture->db, id, &error);
      g_assert_no_error (error);
      target = ff_metric_get_target (metric);
      g_test_message ("case %zu: %g", i, target);
      g_assert_true (cases[i].target == -1 ? isnan (target) : ABS (target - cases[i].target) < 1e-9);
    }
}

static void
test_names (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  g_autoptr (GError) error = NULL;
  gint64 nps = make_nps (db, owner), complaints = 0, han = 0, second = 0;
  g_autoptr (FfMetric) metric = NULL;

  put_metric (db, owner, 0, &(FfMetricDraft) { .title = "Complaint satisfaction (%)" }, &complaints, &error);
  put_metric (db, owner, 0, &(FfMetricDraft) { .title = "响应时间" }, &han, &error);
  put_metric (db, owner, 0, &(FfMetricDraft) { .title = "NPS" }, &second, &error);
  g_assert_no_error (error);

  metric = ff_metrics_read (db, complaints, &error);
  g_assert_cmpstr (metric->key, ==, "complaint_satisfaction");
  g_assert_cmpint (ff_metrics_find (db, owner, "nps", &error), ==, nps);
  g_assert_cmpint (ff_metrics_find (db, owner, " NPS ", &error), ==, nps);
  g_assert_cmpint (ff_metrics_find (db, owner, "complaint satisfaction (%)", &error), ==, complaints);
  g_assert_cmpint (ff_metrics_find (db, owner, "m1", &error), ==, han);
  g_assert_cmpint (ff_metrics_find (db, owner, "响应时间", &error), ==, han);
  g_assert_cmpint (ff_metrics_find (db, owner, "m3", &error), ==, 0);
  g_assert_cmpint (put_metric (db, owner, second, &(FfMetricDraft) { .key = "nps" }, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_EXISTS, "key");
}

static void
test_change (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  g_autoptr (GError) error = NULL;
  g_autoptr (FfMetric) metric = NULL;
  gint64 id = make_nps (db, owner);

  g_assert_cmpint (put_metric (db, owner, id, &(FfMetricDraft) { .baseline = "30.0" }, NULL, &error), ==, FF_PUT_SAME);
  g_assert_cmpint (put_metric (db, owner, id, &(FfMetricDraft) { .baseline = "0" }, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "target_kind");
  g_assert_cmpint (put_metric (db, owner, id, &(FfMetricDraft) { .actual_by = "last_n", .last_n = "3" }, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (put_metric (db, owner, id, &(FfMetricDraft) { .actual_by = "mean" }, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  metric = ff_metrics_read (db, id, &error);
  g_assert_cmpint (metric->last_n, ==, 0);
  g_assert_cmpstr (metric->baseline, ==, "30");
}

static void
test_copy (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner run = ff_owner_run (class_make (db)), other = ff_owner_project (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = NULL;
  g_autoptr (GPtrArray) copied = NULL, values = NULL;
  gint64 nps = make_nps (db, run), project = 0;

  put_metric (db, run, 0, &(FfMetricDraft) { .title = "Response time", .direction = "down" }, NULL, &error);
  put_value (db, nps, &(FfMetricValueDraft) { .day = "2026-09-01", .value = "31" }, &error);
  batch = ff_batch_begin (db, "Test", &error);
  ff_projects_put (db, 0, &(FfProjectDraft) { .code = "P1", .title = "Project" }, &project, &error);
  other = ff_owner_project (project);
  g_assert_true (ff_metrics_copy (db, run, other, &error));
  g_assert_true (ff_metrics_copy (db, run, other, &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_no_error (error);

  copied = ff_metrics_list (db, other, &error);
  g_assert_cmpuint (copied->len, ==, 2);
  g_assert_cmpstr (((FfMetric *) copied->pdata[1])->direction, ==, "down");
  values = ff_metrics_list_values (db, ((FfMetric *) copied->pdata[0])->id, &error);
  g_assert_cmpuint (values->len, ==, 0);
}

static void
test_delete (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = NULL;
  gint64 id = make_nps (db, owner);

  put_value (db, id, &(FfMetricValueDraft) { .day = "2026-09-01", .value = "31" }, &error);
  batch = ff_batch_begin (db, "Test", &error);
  g_assert_true (ff_metrics_delete (db, id, &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM metric_value"), ==, 0);
  g_assert_true (ff_undo (db, &error));
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM metric_value"), ==, 1);
  g_assert_cmpint (ff_metrics_find (db, owner, "nps", &error), ==, id);
}

static void
test_in_use (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  gint64 id = make_nps (db, ff_owner_run (run_id));
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  g_autofree char *cycle = g_strdup_printf (
      "INSERT INTO improvement_cycle (run_id, number, starts_on) VALUES (%" G_GINT64_FORMAT ", 1, '2026-10-01')", run_id);
  g_autofree char *item
      = g_strdup_printf ("INSERT INTO improvement (cycle_id, position, title, metric_id) VALUES (1, 0, 'Waiting', %" G_GINT64_FORMAT ")", id);

  store_exec (db, cycle);
  store_exec (db, item);
  g_assert_false (ff_metrics_delete (db, id, &error));
  class_assert_refused (&error, FF_ERROR_CONFLICT, NULL);
}

/* "+15 %" on an NPS is ambiguous: the form says what is meant while it is typed. */
static void
test_words (void)
{
  static const struct
  {
    FfMetricDraft draft;
    const char *sentence; /* NULL: none */
  } cases[] = {
    { { .baseline = "30", .target_kind = "relative", .target = "15" }, "15 % above the baseline of 30 is 34.5." },
    { { .baseline = "30", .target_kind = "points", .target = "15", .unit = "points" }, "15 points above the baseline of 30 points is 45 points." },
    { { .baseline = "38", .target_kind = "points", .target = "4", .unit = "%" }, "4 percentage points above the baseline of 38 % is 42 %." },
    { { .baseline = "30", .target_kind = "value", .target = "15" }, "15 is to be reached, from a baseline of 30." },
    { { .baseline = "6", .target_kind = "relative", .target = "30", .direction = "down", .unit = "h" }, "30 % below the baseline of 6 h is 4.2 h." },
    { { .baseline = "-20", .target_kind = "relative", .target = "50" }, "50 % above the baseline of -20 is -10." },
    { { .target_kind = "relative", .target = "15" }, "15 % above the baseline, which is not known yet." },
    { { .target_kind = "value", .target = "９０", .unit = "%" }, "90 % is to be reached." },
    { { .baseline = "0", .target_kind = "relative", .target = "15" },
      "A percentage of a baseline of 0 means nothing: ask for an improvement by so much, or for the value itself." },
    { { .baseline = "30", .target = "15" }, NULL },
    { { .baseline = "30", .target_kind = "relative" }, NULL },
    { { .baseline = "30", .target_kind = "relative", .target = "soon" }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = ff_metric_describe_draft (&cases[i].draft);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* Values ------------------------------------------------------------------------------------------------------------ */

/* "2026-09-01 31/100 cause; 2026-09-01* 28": a star behind the comparison group's. */
static char *
describe_values (FfDb *db, gint64 metric_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = ff_metrics_list_values (db, metric_id, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < values->len; i++)
    {
      const FfMetricEntry *entry = g_ptr_array_index (values, i);
      g_autofree char *day = ff_day_format (entry->day);

      g_string_append_printf (text, "%s%s%s %s", i > 0 ? "; " : "", day, entry->comparison ? "*" : "", entry->value);
      if (entry->size > 0)
        g_string_append_printf (text, "/%" G_GINT64_FORMAT, entry->size);
      if (entry->cause != NULL)
        g_string_append_printf (text, " %s", entry->cause);
    }
  return g_string_free (text, FALSE);
}

static void
test_values (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FfMetricValueDraft draft;
    FfPut put;
    const char *field; /* of what is refused */
    const char *after; /* NULL: as before */
  } cases[] = {
    { { FALSE, "2026-09-08", "31.0", NULL, NULL }, FF_PUT_NEW, NULL, "2026-09-08 31" },
    { { FALSE, "2026/9/1", "２８", "100", "" }, FF_PUT_NEW, NULL, "2026-09-01 28/100; 2026-09-08 31" },
    { { FALSE, "2026-09-01", "28", "100", NULL }, FF_PUT_SAME, NULL, NULL },
    { { TRUE, "2026-09-01", "27", NULL, NULL }, FF_PUT_NEW, NULL, "2026-09-01 28/100; 2026-09-01* 27; 2026-09-08 31" },
    { { FALSE, "2026-09-01", NULL, NULL, "Strike" }, FF_PUT_CHANGED, NULL, "2026-09-01 28/100 Strike; 2026-09-01* 27; 2026-09-08 31" },
    { { FALSE, "2026-09-01", NULL, "", "" }, FF_PUT_CHANGED, NULL, "2026-09-01 28; 2026-09-01* 27; 2026-09-08 31" },
    { { FALSE, "2026-09-01", "", NULL, NULL }, FF_PUT_CHANGED, NULL, "2026-09-01* 27; 2026-09-08 31" },
    { { FALSE, "2026-09-01", "", NULL, NULL }, FF_PUT_SAME, NULL, NULL },
    { { FALSE, "2026-09-15", NULL, NULL, "Why" }, FF_PUT_REFUSED, "value", NULL },
    { { FALSE, "2026-09-15", "many", NULL, NULL }, FF_PUT_REFUSED, "value", NULL },
    { { FALSE, "2026-09-15", "3", "0", NULL }, FF_PUT_REFUSED, "size", NULL },
    { { FALSE, "2026-09-15", "3", "2.5", NULL }, FF_PUT_REFUSED, "size", NULL },
    { { FALSE, "in autumn", "3", NULL, NULL }, FF_PUT_REFUSED, "day", NULL },
    { { FALSE, NULL, "3", NULL, NULL }, FF_PUT_REFUSED, "day", NULL },
  };
  gint64 id = make_nps (fixture->db, ff_owner_run (class_make (fixture->db)));
  g_autofree char *expected = g_strdup ("");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("case %zu", i);
      g_assert_cmpint (put_value (fixture->db, id, &cases[i].draft, &error), ==, cases[i].put);
      if (cases[i].put == FF_PUT_REFUSED)
        class_assert_refused (&error, FF_ERROR_INVALID, cases[i].field);
      g_assert_no_error (error);
      if (cases[i].after != NULL)
        {
          g_free (expected);
          expected = g_strdup (cases[i].after);
        }
      after = describe_values (fixture->db, id);
      g_assert_cmpstr (after, ==, expected);
    }
}

static void
test_share (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  put_metric (db, owner, 0, &(FfMetricDraft) { .title = "Complaints answered", .chart = "proportion" }, &id, &error);
  g_assert_cmpint (put_value (db, id, &(FfMetricValueDraft) { .day = "2026-09-01", .value = "100" }, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (put_value (db, id, &(FfMetricValueDraft) { .day = "2026-09-02", .value = "101" }, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "value");
}

static void
test_move_day (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 id = make_nps (db, ff_owner_run (class_make (db)));
  FfDay first = ff_day_from_ymd (2026, 9, 1), second = ff_day_from_ymd (2026, 9, 2), third = ff_day_from_ymd (2026, 9, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = NULL;
  g_autofree char *after = NULL;

  put_value (db, id, &(FfMetricValueDraft) { FALSE, "2026-09-01", "1", NULL, NULL }, &error);
  put_value (db, id, &(FfMetricValueDraft) { TRUE, "2026-09-01", "2", NULL, NULL }, &error);
  put_value (db, id, &(FfMetricValueDraft) { TRUE, "2026-09-02", "3", NULL, NULL }, &error);
  batch = ff_batch_begin (db, "Test", &error);
  g_assert_false (ff_metrics_move_day (db, id, first, second, &error));
  class_assert_refused (&error, FF_ERROR_EXISTS, "day");
  g_assert_true (ff_metrics_move_day (db, id, first, third, &error));
  after = describe_values (db, id);
  g_assert_cmpstr (after, ==, "2026-09-02* 3; 2026-09-03 1; 2026-09-03* 2");
}

/* What results are worth -------------------------------------------------------------------------------------------- */

static FfPut
put_roi (FfDb *db, FfOwner owner, const FfRoiDraft *draft, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", NULL);
  FfPut put = ff_roi_facts_put (db, owner, draft, error);

  if (put != FF_PUT_REFUSED)
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), NULL));
  return put;
}

static void
compute_roi (FfDb *db, FfOwner owner, FfRoi *roi)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRoiFacts) facts = ff_roi_facts_read (db, owner, &error);
  FfRoiGround ground;
  FfRoiInput input;

  g_assert_true (ff_roi_ground_read (db, owner, &ground, &error));
  g_assert_no_error (error);
  ff_roi_facts_to_input (facts, &ground, &input);
  ff_roi_compute (&input, roi);
}

static void
test_roi (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  g_autoptr (GError) error = NULL;
  FfRoi roi;

  compute_roi (db, owner, &roi);
  g_assert_cmpint (roi.missing, ==, FF_ROI_NO_BASELINE | FF_ROI_NO_BENEFIT | FF_ROI_NO_ISOLATION | FF_ROI_NO_CONFIDENCE | FF_ROI_NO_COST);
  make_nps (db, owner);
  g_assert_cmpint (put_roi (db, owner,
                            &(FfRoiDraft) { .benefit = "750,000", .months = "12", .isolation = "100", .confidence = "100" }, &error),
                   ==, FF_PUT_NEW);
  compute_roi (db, owner, &roi);
  g_assert_cmpint (roi.missing, ==, FF_ROI_NO_COST);
  {
    g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
    FfBudgetDraft line = { .category = "Trainers", .planned = "500000", .actual = "425000" };

    g_assert_cmpint (ff_budgets_put (db, owner, 0, &line, NULL, &error), ==, FF_PUT_NEW);
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  }
  compute_roi (db, owner, &roi);
  g_assert_cmpint (roi.missing, ==, 0);
  g_assert_cmpfloat_with_epsilon (roi.bcr, 1.765, 5e-4);
  g_assert_cmpfloat_with_epsilon (roi.roi, 76.47, 5e-3);
  /* A typed cost stands above the budget. */
  put_roi (db, owner, &(FfRoiDraft) { .cost = "1000000" }, &error);
  compute_roi (db, owner, &roi);
  g_assert_cmpfloat_with_epsilon (roi.roi, -25, 1e-9);

  g_assert_cmpint (put_roi (db, owner, &(FfRoiDraft) { .isolation = "101" }, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "isolation");
  g_assert_cmpint (put_roi (db, owner, &(FfRoiDraft) { .months = "0" }, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "months");
  g_assert_cmpint (put_roi (db, owner,
                            &(FfRoiDraft) { .benefit = "", .months = "", .cost = "", .isolation = "", .confidence = "" }, &error),
                   ==, FF_PUT_CHANGED);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM roi"), ==, 0);
}

/* When it is looked at ----------------------------------------------------------------------------------------------- */

/* Before the first look is due it is the first all the same. */
static void
check_looks (FfDb *db, gint64 run_id)
{
  static const struct
  {
    const char *today;
    int due;
  } days[] = { { "2026-09-22", 1 }, { "2026-10-20", 1 }, { "2026-11-20", 1 }, { "2026-11-21", 2 }, { "2026-12-20", 2 }, { "2027-01-01", 3 } };
  g_autoptr (GPtrArray) looks = ff_looks_list (db, run_id, NULL);

  g_assert_cmpuint (looks->len, ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      FfDay today;

      g_assert_true (ff_day_parse (days[i].today, &today));
      g_assert_cmpint (ff_looks_find_due (looks, today), ==, days[i].due);
    }
}

static void
test_plan (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db), sixty = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  g_autoptr (GPtrArray) waves = NULL;
  FfEvaluation plan;

  g_assert_cmpint (ff_evaluation_plan_put (db, ff_owner_run (run_id), &(FfEvaluationPlanDraft) { .behaviour_days = "" }, &error), ==,
                   FF_PUT_SAME);
  g_assert_cmpint (ff_evaluation_plan_put (db, ff_owner_run (run_id),
                                           &(FfEvaluationPlanDraft) { .learning_target = "85", .behaviour_days = "28" }, &error),
                   ==, FF_PUT_CHANGED);
  g_assert_true (ff_evaluation_store_read (db, ff_owner_run (run_id), &plan, &error));
  g_assert_cmpint (plan.learning_target, ==, 8500);
  g_assert_cmpint (plan.behaviour_days, ==, 28);
  g_assert_cmpint (plan.results_days, ==, 90);
  g_assert_cmpint (ff_evaluation_plan_put (db, ff_owner_run (run_id), &(FfEvaluationPlanDraft) { .applied_target = "850" }, &error), ==,
                   FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "applied_target");

  g_assert_cmpint (ff_waves_put (db, run_id, 0, &(FfWaveDraft) { .days = "60" }, &sixty, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_waves_put (db, run_id, 0, &(FfWaveDraft) { .days = "90", .title = "Quarter" }, NULL, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_waves_put (db, run_id, 0, &(FfWaveDraft) { .days = "60" }, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_EXISTS, "days");
  g_assert_cmpint (ff_waves_put (db, run_id, 0, &(FfWaveDraft) { .days = "28" }, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_EXISTS, "days");
  check_looks (db, run_id);
  g_assert_cmpint (ff_waves_put (db, run_id, 0, &(FfWaveDraft) { .title = "Some day" }, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "days");

  store_exec (db, "INSERT INTO questionnaire (id, run_id, key, title, search_key, sort_key) SELECT 1, id, 'o', 'O', '', '' FROM run");
  store_exec (db, "INSERT INTO response (questionnaire_id, wave) VALUES (1, 2)");
  g_assert_false (ff_waves_delete (db, sixty, &error));
  class_assert_refused (&error, FF_ERROR_CONFLICT, NULL);
  store_exec (db, "DELETE FROM response");
  g_assert_true (ff_waves_delete (db, sixty, &error));
  waves = ff_waves_list (db, run_id, &error);
  g_assert_cmpuint (waves->len, ==, 1);
  g_assert_cmpint (((FfWave *) waves->pdata[0])->number, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/metrics/refused", test_refused);
  class_test_add ("/metrics/target", test_target);
  class_test_add ("/metrics/names", test_names);
  class_test_add ("/metrics/change", test_change);
  class_test_add ("/metrics/copy", test_copy);
  class_test_add ("/metrics/delete", test_delete);
  class_test_add ("/metrics/in-use", test_in_use);
  g_test_add_func ("/metrics/words", test_words);
  class_test_add ("/metrics/values", test_values);
  class_test_add ("/metrics/share", test_share);
  class_test_add ("/metrics/move-day", test_move_day);
  class_test_add ("/metrics/roi", test_roi);
  class_test_add ("/metrics/plan", test_plan);

  return g_test_run ();
}
