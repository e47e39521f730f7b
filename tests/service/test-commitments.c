/* Commitments: what a new one has, its states and their dates, the log, and the leaf of the scheme that they feed. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-commitment-dues.h"
#include "ff-commitments.h"
#include "ff-courses.h"
#include "ff-people.h"
#include "ff-register.h"

static FfDay
day (const char *text)
{
  FfDay parsed;

  g_assert_true (ff_day_parse (text, &parsed));
  return parsed;
}

static gint64
add (FfDb *db, const char *employee_no, const char *kind, const char *status)
{
  FfCommitmentDraft draft = { .run = "CX-1", .employee_no = employee_no, .title = "Listen first", .kind = kind, .status = status };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_cmpint (ff_commitments_put (db, 0, &draft, &id, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  return id;
}

static FfPut
put (FfDb *db, gint64 id, const FfCommitmentDraft *draft)
{
  g_autoptr (GError) error = NULL;
  FfPut result = ff_commitments_put (db, id, draft, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static FfCommitment *
read_one (FfDb *db, gint64 id)
{
  g_autoptr (GError) error = NULL;
  FfCommitment *commitment = ff_commitments_read (db, id, &error);

  g_assert_no_error (error);
  return commitment;
}

/* The class ends on 2026-09-22. */
static void
test_new (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind, *starts_on, *due_on;
  } cases[] = {
    { "card", NULL, "2026-09-22" },
    { "micro_plan", NULL, "2026-10-22" },
    { "", NULL, "2026-10-22" },
    { "seven_day", "2026-09-24", "2026-09-30" },
    { "seven_day", NULL, NULL },
    { "project", NULL, NULL },
  };
  FfDb *db = fixture->db;
  FfTraineeDraft guided = { .employee_no = "E001", .mentor_no = "E006" };

  g_autoptr (FfBatch) batch = NULL;

  class_make (db);
  batch = ff_batch_begin (db, "Test", NULL);
  g_assert_cmpint (ff_people_put_trainee (db, 0, &guided, NULL, NULL), ==, FF_PUT_CHANGED);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = g_strdup_printf ("Number %" G_GSIZE_FORMAT, i);
      FfCommitmentDraft draft = {
        .run = "CX-1", .employee_no = "E001", .title = title, .kind = cases[i].kind, .starts_on = cases[i].starts_on,
      };
      g_autoptr (FfCommitment) commitment = NULL;
      g_autoptr (GError) error = NULL;
      gint64 id = 0;

      g_assert_cmpint (ff_commitments_put (db, 0, &draft, &id, &error), ==, FF_PUT_NEW);
      g_assert_no_error (error);
      g_assert_cmpint (ff_commitments_put (db, 0, &draft, NULL, &error), ==, FF_PUT_SAME);
      commitment = read_one (db, id);
      g_assert_cmpint (commitment->due_on, ==, cases[i].due_on != NULL ? day (cases[i].due_on) : FF_NO_DAY);
      g_assert_cmpstr (commitment->mentor, ==, "Trainee 6");
      g_assert_cmpint (commitment->status, ==, FF_COMMITMENT_PLANNED);
    }
  class_assert_sound (db);
}

static void
test_states (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 ids[2];
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (FfCommitment) applied = NULL, submitted = NULL, verified = NULL;
  FfCommitmentDraft who = { .status = "已验证", .verified_by = "Zhou", .dated = TRUE };
  FfCommitmentDraft early = { .status = "planned", .applied_on = "2026-09-20" };
  g_autoptr (GError) error = NULL;
  guint n;

  class_make (db);
  ids[0] = add (db, "E001", "card", "submitted");
  ids[1] = add (db, "E002", "card", "verified");
  before = store_dump (db);
  g_assert_true (ff_commitments_step (db, ids, 2, TRUE, &n, &error));
  g_assert_cmpuint (n, ==, 1);
  applied = read_one (db, ids[0]);
  g_assert_cmpint (applied->status, ==, FF_COMMITMENT_APPLIED);
  g_assert_cmpint (applied->applied_on, ==, day ("2026-09-22"));
  /* When it was handed in is not known, and not made up. */
  g_assert_cmpint (applied->submitted_on, ==, FF_NO_DAY);

  g_assert_true (ff_commitments_step (db, ids, 1, FALSE, &n, &error));
  submitted = read_one (db, ids[0]);
  g_assert_cmpint (submitted->status, ==, FF_COMMITMENT_SUBMITTED);
  g_assert_cmpint (submitted->applied_on, ==, FF_NO_DAY);
  g_assert_true (ff_undo (db, &error));
  g_assert_true (ff_undo (db, &error));
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);

  g_assert_cmpint (put (db, ids[0], &who), ==, FF_PUT_CHANGED);
  verified = read_one (db, ids[0]);
  g_assert_cmpint (verified->verified_on, ==, day ("2026-09-22"));
  g_assert_cmpstr (verified->verified_by, ==, "Zhou");
  g_assert_cmpint (ff_commitments_put (db, ids[0], &early, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "applied_on");
  class_assert_sound (db);
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FfCommitmentDraft draft;
    FfError code;
    const char *field;
  } cases[] = {
    { { .run = "CX-1", .employee_no = "E001", .title = " " }, FF_ERROR_INVALID, "title" },
    { { .run = "CX-1", .employee_no = "E001", .title = "A", .kind = "poem" }, FF_ERROR_INVALID, "kind" },
    { { .run = "CX-1", .employee_no = "E001", .title = "A", .status = "maybe" }, FF_ERROR_INVALID, "status" },
    { { .run = "CX-1", .employee_no = "E001", .title = "A", .due_on = "31 June" }, FF_ERROR_INVALID, "due_on" },
    { { .run = "CX-1", .employee_no = "E001", .title = "A", .daily_target = "many" }, FF_ERROR_INVALID, "daily_target" },
    { { .run = "CX-1", .employee_no = "E001", .title = "A", .verified_by = "Zhou" }, FF_ERROR_INVALID, "verified_by" },
    { { .run = "CX-9", .employee_no = "E001", .title = "A" }, FF_ERROR_NOT_FOUND, "run" },
    { { .run = "CX-1", .employee_no = "E006", .title = "A" }, FF_ERROR_NOT_FOUND, "employee_no" },
  };
  FfDb *db = fixture->db;
  g_autofree char *before = NULL, *after = NULL;

  class_make (db);
  before = store_dump (db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (ff_commitments_put (db, 0, &cases[i].draft, NULL, &error), ==, FF_PUT_REFUSED);
      class_assert_refused (&error, cases[i].code, cases[i].field);
    }
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
}

/* Who has one of the kind already, or one that counts as it, owes none. */
static void
test_owe (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  FfCommitmentDraft draft = { .title = "Micro action plan", .kind = "micro_plan", .due_on = "2026-10-31" };
  FfCommitmentDraft nameless = { .kind = "card" };
  FfCommitmentQuery overdue_first = { .run_id = run_id, .kind = -1, .status = -1 };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gint64 early;
  guint n;

  early = add (db, "E005", "micro_plan", NULL);
  add (db, "E002", "", "submitted");
  add (db, "E003", "card", NULL);
  g_assert_true (ff_commitments_owe (db, run_id, &draft, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (ff_commitments_owe (db, run_id, &draft, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (ff_commitments_owe (db, run_id, &nameless, &n, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "title");

  ids = ff_commitments_list (db, &overdue_first, &error);
  g_assert_cmpuint (ids->len, ==, 6);
  /* The card is due with the class, then the plan of its own term; what was handed in stands last. */
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, early);
  overdue_first.kind = FF_COMMITMENT_ANY;
  g_clear_pointer (&ids, g_array_unref);
  ids = ff_commitments_list (db, &overdue_first, &error);
  g_assert_cmpuint (ids->len, ==, 1);
  class_assert_sound (db);
}

static void
test_log (StoreFixture *fixture, gconstpointer data)
{
  static const int cases[] = { 3, 2, 4, 0, FF_LOG_NONE, 3, 5 };
  FfDb *db = fixture->db;
  FfCommitmentDraft start = { .starts_on = "2026-09-23" }, later = { .starts_on = "2026-09-24" }, card = { .kind = "card" };
  g_autoptr (FfCommitment) logged = NULL, moved = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  class_make (db);
  id = add (db, "E001", "seven_day", NULL);
  g_assert_false (ff_commitments_log (db, id, 0, 3, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_cmpint (put (db, id, &start), ==, FF_PUT_CHANGED);
  for (int i = 0; i < FF_LOG_DAYS; i++)
    g_assert_true (ff_commitments_log (db, id, i, cases[i], &error));
  logged = read_one (db, id);
  g_assert_cmpmem (logged->cases, sizeof logged->cases, cases, sizeof cases);
  g_assert_cmpint (ff_log_sum (logged->cases, FF_LOG_DAYS, ff_commitment_target (logged)).reached, ==, 4);
  g_assert_cmpint (logged->due_on, ==, day ("2026-09-29"));
  g_assert_cmpint (ff_commitments_put (db, id, &card, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "kind");

  before = store_dump (db);
  g_assert_cmpint (put (db, id, &later), ==, FF_PUT_CHANGED);
  moved = read_one (db, id);
  g_assert_cmpmem (moved->cases, sizeof moved->cases, cases, sizeof cases);
  g_assert_cmpint (moved->due_on, ==, day ("2026-09-30"));
  class_assert_sound (db);
  g_assert_true (ff_undo (db, &error));
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (ff_commitments_delete (db, &id, 1, &error));
  class_assert_sound (db);
}

static void
test_enrolment (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (GError) error = NULL;

  add (db, "E001", "card", NULL);
  add (db, "E002", "card", "submitted");
  g_assert_true (ff_enrolments_delete (db, class_enrolment (db, run_id, "E001"), &error));
  g_assert_no_error (error);
  g_assert_false (ff_enrolments_delete (db, class_enrolment (db, run_id, "E002"), &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  store_assert_sound (db);
}

/* The leaf that commitments feed ----------------------------------------------------------------------------------------- */

#define LEAF 1

/* Another course: written 70, commitment 30 of the micro plan. */
static gint64
make_class (FfDb *db)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Set up", NULL);
  g_autoptr (FfCourse) course = ff_course_new ();
  FfRunDraft draft = { .code = "CX-1", .course = "CX-7", .starts_on = "2026-08-01", .ends_on = "2026-08-02" };
  g_autoptr (GError) error = NULL;
  FfComponent *leaf;
  gint64 id = 0;

  course->code = g_strdup ("CX-7");
  course->title = g_strdup ("Transfer");
  ff_scheme_add (course->scheme, -1, "written", "Written", 7000);
  leaf = ff_scheme_add (course->scheme, -1, "plan", "Plan", 3000);
  leaf->source = FF_SOURCE_COMMITMENT;
  leaf->commitment_kind = g_strdup ("micro_plan");
  leaf->max = 2000;
  ff_scheme_update (course->scheme);
  g_assert_cmpint (ff_courses_put (db, course, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_runs_put (db, 0, &draft, &id, &error), ==, FF_PUT_NEW);
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *no = g_strdup_printf ("E%03d", i);
      FfEnrolmentDraft enrolment = { .run = "CX-1", .employee_no = no };
      FfScoreDraft score = { .run = "CX-1", .employee_no = no, .component = "written", .score = "80" };

      g_assert_cmpint (ff_enrolments_put (db, &enrolment, NULL, NULL, &error), ==, FF_PUT_NEW);
      g_assert_cmpint (ff_marking_put (db, &score, &error), ==, FF_PUT_NEW);
    }
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  return id;
}

/* "E001 20 86.00, E002 – 80.00 missing": points of the leaf, total. */
static void
assert_leaf (FfDb *db, gint64 run_id, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = ff_class_figures_read (db, run_id, ff_time_now (), &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);
      const FfLeafResult *leaf = &trainee->result.leaves[LEAF];

      g_string_append_printf (text, "%s%s ", i > 0 ? ", " : "", trainee->employee_no + 3);
      if (leaf->assessed)
        g_string_append_printf (text, "%.0f ", leaf->points);
      g_string_append_printf (text, "%.2f%s%s", trainee->result.total, trainee->result.provisional ? "*" : "",
                              ff_commitment_dues_is_missing (figures, trainee, LEAF) ? " missing" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_figures (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = make_class (db);
  FfCommitmentDraft late = { .due_on = "2026-09-22" }, handed_in = { .status = "applied" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = NULL;
  gint64 fourth;
  guint n;

  /* The class ended on 2026-08-02, a plan was due on 2026-09-01: everybody's is missing, and nobody's is 0. */
  assert_leaf (db, run_id, "1 80.00* missing, 2 80.00* missing, 3 80.00* missing, 4 80.00* missing, 5 80.00* missing");
  add (db, "E001", "micro_plan", "submitted");
  add (db, "E002", "", "verified");
  add (db, "E003", "card", "verified");
  fourth = add (db, "E004", "micro_plan", "planned");
  assert_leaf (db, run_id, "1 20 86.00, 2 20 86.00, 3 80.00* missing, 4 80.00* missing, 5 80.00* missing");
  /* A term of his own, up to this very day. */
  put (db, fourth, &late);
  assert_leaf (db, run_id, "1 20 86.00, 2 20 86.00, 3 80.00* missing, 4 80.00*, 5 80.00* missing");

  figures = ff_class_figures_read (db, run_id, ff_time_now (), &error);
  g_assert_cmpint (ff_commitment_dues_find (figures), ==, LEAF);
  g_assert_false (ff_commitment_dues_confirm (db, run_id, ff_scheme_get (figures->scheme, LEAF)->id, " ", &n, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "reason");
  g_assert_true (ff_commitment_dues_confirm (db, run_id, ff_scheme_get (figures->scheme, LEAF)->id, "Not handed in after two reminders", &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  assert_leaf (db, run_id, "1 20 86.00, 2 20 86.00, 3 0 56.00, 4 80.00*, 5 0 56.00");
  g_assert_true (ff_undo (db, &error));
  assert_leaf (db, run_id, "1 20 86.00, 2 20 86.00, 3 80.00* missing, 4 80.00*, 5 80.00* missing");
  put (db, fourth, &handed_in);
  assert_leaf (db, run_id, "1 20 86.00, 2 20 86.00, 3 80.00* missing, 4 20 86.00, 5 80.00* missing");
  class_assert_sound (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/commitments/new", test_new);
  class_test_add ("/commitments/states", test_states);
  class_test_add ("/commitments/refused", test_refused);
  class_test_add ("/commitments/owe", test_owe);
  class_test_add ("/commitments/log", test_log);
  class_test_add ("/commitments/enrolment", test_enrolment);
  class_test_add ("/commitments/figures", test_figures);
  return g_test_run ();
}
