/* What the overview of a class says of its figures, from a class in a real database. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-register.h"
#include "ff-run-facts.h"

static FfClassFigures *
read_figures (FfDb *db, gint64 run_id, const char *now)
{
  g_autoptr (GError) error = NULL;
  FfClassFigures *figures = ff_class_figures_read (db, run_id, class_time (now), &error);

  g_assert_no_error (error);
  return figures;
}

static void
record (FfDb *db, const char *session, const char *employee_no, const char *status)
{
  FfAttendanceDraft draft = { .run = "CX-1", .session = session, .employee_no = employee_no, .status = status };
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Test", &error);

  g_assert_cmpint (ff_register_put (db, &draft, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  ff_batch_commit (batch, &error);
  g_assert_no_error (error);
}

static void
mark (FfDb *db, const char *employee_no, const char *component, const char *score)
{
  FfScoreDraft draft = { .run = "CX-1", .employee_no = employee_no, .component = component, .score = score, .reason = "Test" };
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Test", &error);

  g_assert_cmpint (ff_marking_put (db, &draft, &error), !=, FF_PUT_REFUSED);
  g_assert_no_error (error);
  ff_batch_commit (batch, &error);
  g_assert_no_error (error);
}

static void
test_counts_attendance (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint session;
    FfSessionFacts facts;
  } cases[] = {
    { 0, { 5, 5, 4 } },
    { 1, { 5, 2, 1 } },
    { 2, { 5, 0, 0 } },
    { 3, { 5, 0, 0 } },
  };
  static const char *const everybody[] = { "E001", "E002", "E003", "E004" };
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (FfClassFigures) figures = NULL;
  FfRunFacts facts;

  for (gsize i = 0; i < G_N_ELEMENTS (everybody); i++)
    record (db, "S1", everybody[i], i == 0 ? "late" : "present");
  record (db, "S1", "E005", "absent");
  record (db, "S2", "E001", "left_early");
  record (db, "S2", "E002", "excused");
  figures = read_figures (db, run_id, "2026-09-22 13:52");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfSessionFacts session = ff_run_facts_of_session (figures, cases[i].session);

      g_assert_cmpint (session.expected, ==, cases[i].facts.expected);
      g_assert_cmpint (session.recorded, ==, cases[i].facts.recorded);
      g_assert_cmpint (session.attended, ==, cases[i].facts.attended);
    }

  facts = ff_run_facts (figures);
  g_assert_cmpint (facts.attended_cells, ==, 5);
  g_assert_cmpint (facts.marks_needed, ==, 5 * 4);
  g_assert_cmpint (facts.passed + facts.failed + facts.open, ==, 5);
  g_assert_cmpfloat (facts.mean_total, ==, -1);
}

static void
test_counts_marks (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (FfClassFigures) before = read_figures (db, run_id, "2026-09-22 13:52");
  g_autoptr (FfClassFigures) after = NULL;
  FfRunFacts none = ff_run_facts (before);
  FfRunFacts facts;

  mark (db, "E001", "participation", "80");
  mark (db, "E001", "written", "90");
  mark (db, "E002", "written", "EX");
  mark (db, "E001", "pretest", "10");
  after = read_figures (db, run_id, "2026-09-22 13:52");
  facts = ff_run_facts (after);
  /* An exemption is one mark less to give; a pre-test has no share. */
  g_assert_cmpint (facts.marks_needed, ==, none.marks_needed - 1);
  g_assert_cmpint (facts.marks_given, ==, none.marks_given + 2);
}

static guint
count_open (const FfClassFigures *figures, FfOpenKind kind)
{
  g_autoptr (GPtrArray) items = ff_run_facts_list_open (figures);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const FfOpenItem *item = g_ptr_array_index (items, i);

      g_assert_cmpstr (item->title, !=, "");
      g_assert_cmpstr (item->detail, !=, "");
      n += item->kind == kind;
    }
  return n;
}

static void
test_lists_what_is_open (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *now;
    guint registers, marks, places, trainers;
  } cases[] = {
    { "2026-09-21 08:59", 0, 0, 4, 4 },
    { "2026-09-21 09:00", 0, 0, 3, 3 },
    { "2026-09-21 12:00", 1, 0, 3, 3 },
    { "2026-09-22 13:52", 3, 0, 1, 1 },
    { "2026-09-23 09:00", 4, 4, 0, 0 },
  };
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfClassFigures) figures = NULL;

      g_test_message ("%s", cases[i].now);
      figures = read_figures (db, run_id, cases[i].now);
      g_assert_cmpuint (count_open (figures, FF_OPEN_REGISTER), ==, cases[i].registers);
      g_assert_cmpuint (count_open (figures, FF_OPEN_MARKS), ==, cases[i].marks);
      g_assert_cmpuint (count_open (figures, FF_OPEN_PLACE), ==, cases[i].places);
      g_assert_cmpuint (count_open (figures, FF_OPEN_TRAINER), ==, cases[i].trainers);
      g_assert_cmpuint (count_open (figures, FF_OPEN_ABSENCE), ==, 0);
    }
}

static void
test_lists_absences (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (FfClassFigures) figures = NULL;
  g_autoptr (GPtrArray) items = NULL;
  const FfOpenItem *last;

  record (db, "S1", "E003", "absent");
  record (db, "S2", "E003", "absent");
  record (db, "S3", "E003", "absent");
  figures = read_figures (db, run_id, "2026-09-22 13:52");
  g_assert_cmpuint (count_open (figures, FF_OPEN_ABSENCE), ==, 1);
  items = ff_run_facts_list_open (figures);
  last = g_ptr_array_index (items, items->len - 1);
  g_assert_cmpint (last->kind, ==, FF_OPEN_ABSENCE);
  g_assert_cmpstr (last->title, ==, "Trainee 3 is disqualified");
  g_assert_cmpstr (last->detail, ==, "3 of 4 sessions missed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/run-facts/counts-attendance", test_counts_attendance);
  class_test_add ("/run-facts/counts-marks", test_counts_marks);
  class_test_add ("/run-facts/lists-what-is-open", test_lists_what_is_open);
  class_test_add ("/run-facts/lists-absences", test_lists_absences);

  return g_test_run ();
}
