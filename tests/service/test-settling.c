/* Settling the results of a class: what is fixed, what is in the way, what is refused afterwards, and opening it again. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-courses.h"
#include "ff-register.h"
#include "ff-roster.h"
#include "ff-settling.h"
#include "ff-teams.h"

#define N_PEOPLE 5

static void
attend (FfDb *db, const char *employee_no, const char *session, const char *status)
{
  FfAttendanceDraft draft = { "CX-1", session, employee_no, status, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ff_register_put (db, &draft, &error), !=, FF_PUT_REFUSED);
  g_assert_no_error (error);
}

static FfPut
try_score (FfDb *db, const char *employee_no, const char *component, const char *value, GError **error)
{
  return ff_marking_put (db, &(FfScoreDraft) { .run = "CX-1", .employee_no = employee_no, .component = component, .score = value }, error);
}

static void
score (FfDb *db, const char *employee_no, const char *component, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (try_score (db, employee_no, component, value, &error), !=, FF_PUT_REFUSED);
  g_assert_no_error (error);
}

/* "80": every mark is 80 %, and the total 0.8·80 + 20 for attendance. Before it, "x" stays away from half of the sessions (which makes the
   total 0.8·80 + 10) and "-" has no written test. */
static void
record_person (FfDb *db, const char *employee_no, const char *how)
{
  gboolean absent = *how == 'x';
  gboolean missing = *(how += absent) == '-';
  g_autofree char *points = NULL;

  how += missing;
  points = g_strdup_printf ("%g", g_ascii_strtod (how, NULL) / 20);
  for (guint i = 0; i < 4; i++)
    attend (db, employee_no, (const char *[]) { "S1", "S2", "S3", "S4" }[i], absent && i < 2 ? "absent" : "present");
  score (db, employee_no, "participation", how);
  if (!missing)
    score (db, employee_no, "written", how);
  score (db, employee_no, "practical.c1", points);
  score (db, employee_no, "practical.c2", points);
}

static char *
employee_no (guint i)
{
  return g_strdup_printf ("E%03u", i + 1);
}

static gint64
record_class (FfDb *db, const char *const *how)
{
  gint64 run_id = class_make (db);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *no = employee_no (i);

      record_person (db, no, how[i]);
    }
  return run_id;
}

static FfClassFigures *
read_figures (FfDb *db, gint64 run_id)
{
  g_autoptr (GError) error = NULL;
  FfClassFigures *figures = ff_class_figures_read (db, run_id, ff_time_now (), &error);

  g_assert_no_error (error);
  g_assert_nonnull (figures);
  return figures;
}

static const FfClassTrainee *
get_trainee (const FfClassFigures *figures, guint i)
{
  return g_ptr_array_index (figures->trainees, i);
}

typedef struct
{
  const char *name;
  const char *how[N_PEOPLE];
  const char *left_out[N_PEOPLE]; /* the reason, NULL: is not */
  FfError refused;                /* 0: settles */
  guint ranked, awards;
  int rank[N_PEOPLE];
  gboolean award[N_PEOPLE];
  int passed[N_PEOPLE];
} Case;

static gboolean
settle_case (FfDb *db, gint64 run_id, const Case *row, GError **error)
{
  FfLeftOut left_out[N_PEOPLE];
  gsize n = 0;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *no = employee_no (i);

      if (row->left_out[i] != NULL)
        left_out[n++] = (FfLeftOut) { class_enrolment (db, run_id, no), row->left_out[i] };
    }
  return ff_settling_settle (db, run_id, left_out, n, error);
}

static void
check_case (const FfClassFigures *figures, const Case *row)
{
  g_assert_true (figures->settled);
  g_assert_cmpuint (figures->ranked, ==, row->ranked);
  g_assert_cmpuint (figures->award_count, ==, row->awards);
  g_assert_cmpint (figures->settlement->settled_at, ==, ff_time_now ());
  g_assert_cmpstr (figures->settlement->settled_by, ==, "林老师");
  g_assert_cmpuint (figures->n_differing, ==, 0);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      const FfClassTrainee *trainee = get_trainee (figures, i);

      g_assert_cmpint (trainee->rank, ==, row->rank[i]);
      g_assert_cmpint (trainee->award, ==, row->award[i]);
      g_assert_cmpint (trainee->passed, ==, row->passed[i]);
      g_assert_nonnull (trainee->settled);
      g_assert_cmpstr (trainee->settled->left_out, ==, row->left_out[i]);
      g_assert_cmpint (trainee->settled->total, ==, trainee->result.provisional ? -1 : (gint64) (trainee->result.total * 100 + 0.5));
    }
}

static void
test_settle (StoreFixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { "everybody is assessed, the best fifth of five is one", { "90", "80", "70", "60", "50" }, { NULL }, 0,
      5, 1, { 1, 2, 3, 4, 5 }, { TRUE }, { 1, 1, 1, 1, 1 } },
    { "equal totals share the better rank and the award", { "80", "80", "70", "40", "60" }, { NULL }, 0,
      5, 1, { 1, 1, 3, 5, 4 }, { TRUE, TRUE }, { 1, 1, 1, 0, 1 } },
    { "who is disqualified is not ranked and not counted", { "x95", "80", "70", "60", "50" }, { NULL }, 0,
      4, 1, { 0, 1, 2, 3, 4 }, { FALSE, TRUE }, { 0, 1, 1, 1, 1 } },
    { "who is disqualified needs no mark", { "x-95", "80", "70", "60", "50" }, { NULL }, 0,
      4, 1, { 0, 1, 2, 3, 4 }, { FALSE, TRUE }, { 0, 1, 1, 1, 1 } },
    { "somebody provisional is in the way", { "90", "80", "-70", "60", "50" }, { NULL }, FF_ERROR_INVALID, 0, 0, { 0 }, { 0 }, { 0 } },
    { "left out for a reason", { "90", "80", "-70", "60", "50" }, { NULL, NULL, "产假" }, 0,
      4, 1, { 1, 2, 0, 3, 4 }, { TRUE }, { 1, 1, -1, 1, 1 } },
    { "left out for no reason", { "90", "80", "-70", "60", "50" }, { NULL, NULL, "  " }, FF_ERROR_INVALID, 0, 0, { 0 }, { 0 }, { 0 } },
    { "one of two left out", { "90", "-80", "-70", "60", "50" }, { NULL, NULL, "moved" }, FF_ERROR_INVALID, 0, 0, { 0 }, { 0 }, { 0 } },
    { "left out without need", { "90", "80", "70", "60", "50" }, { NULL, NULL, "moved" }, FF_ERROR_INVALID, 0, 0, { 0 }, { 0 }, { 0 } },
    { "nobody passed, so that nobody gets an award", { "40", "30", "20", "10", "0" }, { NULL }, 0,
      5, 1, { 1, 2, 3, 4, 5 }, { FALSE }, { 0, 0, 0, 0, 0 } },
  };
  const Case *row = &cases[GPOINTER_TO_UINT (data)];
  gint64 run_id = record_class (fixture->db, row->how);
  g_autoptr (FfClassFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", row->name);
  ff_batch_set_actor (fixture->db, "林老师");
  if (row->refused != 0)
    {
      g_assert_false (settle_case (fixture->db, run_id, row, &error));
      class_assert_refused (&error, row->refused, "left_out");
      figures = read_figures (fixture->db, run_id);
      g_assert_false (figures->settled);
      g_assert_null (figures->settlement);
    }
  else
    {
      settle_case (fixture->db, run_id, row, &error);
      g_assert_no_error (error);
      figures = read_figures (fixture->db, run_id);
      check_case (figures, row);
    }
  class_assert_sound (fixture->db);
}

/* What may not change ------------------------------------------------------------------------------------------- */

static const char *const plain[N_PEOPLE] = { "90", "80", "-70", "60", "50" };

static gint64
settle_plain (FfDb *db)
{
  gint64 run_id = record_class (db, plain);
  FfLeftOut left_out = { class_enrolment (db, run_id, "E003"), "on leave" };
  g_autoptr (GError) error = NULL;

  ff_settling_settle (db, run_id, &left_out, 1, &error);
  g_assert_no_error (error);
  return run_id;
}

static gint64
component (FfDb *db, gint64 run_id, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, 0, run_id, &error);

  g_assert_no_error (error);
  return ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, key))->id;
}

static void
change_mark (FfDb *db, gint64 run_id, GError **error)
{
  try_score (db, "E001", "written", "91", error);
}

static void
add_mark (FfDb *db, gint64 run_id, GError **error)
{
  try_score (db, "E003", "written", "91", error);
}

static void
remove_mark (FfDb *db, gint64 run_id, GError **error)
{
  ff_marking_set (db, class_enrolment (db, run_id, "E001"), component (db, run_id, "written"), 0, "", 1, FALSE, 0, error);
}

static void
exempt (FfDb *db, gint64 run_id, GError **error)
{
  try_score (db, "E003", "written", "EX", error);
}

static void
exempt_by_ids (FfDb *db, gint64 run_id, GError **error)
{
  ff_marking_set_exempt (db, class_enrolment (db, run_id, "E003"), component (db, run_id, "written"), TRUE, "sick", error);
}

static void
change_attendance (FfDb *db, gint64 run_id, GError **error)
{
  ff_register_put (db, &(FfAttendanceDraft) { .run = "CX-1", .session = "S1", .employee_no = "E001", .status = "absent" }, error);
}

static void
take_attendance_away (FfDb *db, gint64 run_id, GError **error)
{
  ff_register_set (db, class_session (db, run_id, "S1"), class_enrolment (db, run_id, "E001"), &FF_ATTENDANCE_RECORD_NONE, error);
}

static void
waive (FfDb *db, gint64 run_id, GError **error)
{
  ff_enrolments_waive (db, class_enrolment (db, run_id, "E001"), "kind", "Lin", error);
}

static void
withdraw (FfDb *db, gint64 run_id, GError **error)
{
  ff_enrolments_withdraw (db, class_enrolment (db, run_id, "E001"), "left", error);
}

static void
enrol (FfDb *db, gint64 run_id, GError **error)
{
  gint64 id = class_trainee (db, "E006");

  ff_enrolments_add (db, run_id, &id, 1, error);
}

static void
put_waiting (FfDb *db, gint64 run_id, GError **error)
{
  gint64 id = class_enrolment (db, run_id, "E001");

  ff_roster_put_waiting (db, &id, 1, error);
}

static void
replace (FfDb *db, gint64 run_id, GError **error)
{
  ff_roster_replace (db, class_enrolment (db, run_id, "E001"), class_trainee (db, "E006"), "left", NULL, error);
}

static void
change_rule (FfDb *db, gint64 run_id, GError **error)
{
  ff_rules_put (db, 0, run_id, &(FfAttendanceRule) { 5, 1000, FF_BASE_SESSIONS, -1 }, error);
}

static void
change_scheme (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, 0, run_id, error);

  scheme->pass_mark = 9000;
  ff_schemes_put (db, 0, run_id, scheme, error);
}

static void
settle_again (FfDb *db, gint64 run_id, GError **error)
{
  ff_settling_settle (db, run_id, NULL, 0, error);
}

static void
same_mark (FfDb *db, gint64 run_id, GError **error)
{
  g_assert_cmpint (try_score (db, "E001", "written", "90", error), ==, FF_PUT_SAME);
}

static void
same_attendance (FfDb *db, gint64 run_id, GError **error)
{
  ff_register_put (db, &(FfAttendanceDraft) { .run = "CX-1", .session = "S1", .employee_no = "E001", .status = "present" }, error);
}

static void
close_register (FfDb *db, gint64 run_id, GError **error)
{
  ff_register_close (db, class_session (db, run_id, "S1"), error);
}

static void
comment (FfDb *db, gint64 run_id, GError **error)
{
  ff_marking_set_comment (db, class_enrolment (db, run_id, "E001"), component (db, run_id, "written"), "clear", error);
}

static void
waitlist_another (FfDb *db, gint64 run_id, GError **error)
{
  ff_enrolments_put (db, &(FfEnrolmentDraft) { .run = "CX-1", .employee_no = "E006", .status = "waitlisted" }, NULL, NULL, error);
}

static void
make_team (FfDb *db, gint64 run_id, GError **error)
{
  ff_enrolments_put (db, &(FfEnrolmentDraft) { .run = "CX-1", .employee_no = "E001", .team = "Red" }, NULL, NULL, error);
}

static const struct
{
  const char *name;
  void (*change) (FfDb *db, gint64 run_id, GError **error);
  gboolean refused;
} changes[] = {
  { "change-a-mark", change_mark, TRUE },
  { "add-a-mark", add_mark, TRUE },
  { "remove-a-mark", remove_mark, TRUE },
  { "exempt", exempt, TRUE },
  { "exempt-by-ids", exempt_by_ids, TRUE },
  { "change-attendance", change_attendance, TRUE },
  { "take-attendance-away", take_attendance_away, TRUE },
  { "waive", waive, TRUE },
  { "withdraw", withdraw, TRUE },
  { "enrol", enrol, TRUE },
  { "put-on-the-waiting-list", put_waiting, TRUE },
  { "replace", replace, TRUE },
  { "change-the-rule", change_rule, TRUE },
  { "change-the-scheme", change_scheme, TRUE },
  { "settle-again", settle_again, TRUE },
  { "the-same-mark", same_mark, FALSE },
  { "the-same-attendance", same_attendance, FALSE },
  { "close-a-full-register", close_register, FALSE },
  { "comment", comment, FALSE },
  { "somebody-waits", waitlist_another, FALSE },
  { "a-team", make_team, FALSE },
};

/* As in the window, where a command is a batch and a refusal takes it back. */
static void
try_change (FfDb *db, gint64 run_id, guint i, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Change something", &local_error);

  g_assert_no_error (local_error);
  changes[i].change (db, run_id, &local_error);
  if (local_error == NULL)
    ff_batch_commit (batch, &local_error);
  else
    ff_batch_rollback (batch);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
}

static void
test_guard (StoreFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  gint64 run_id = settle_plain (fixture->db);
  gint64 before = ff_db_journal_number (fixture->db);
  g_autoptr (FfClassFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  try_change (fixture->db, run_id, i, &error);
  if (changes[i].refused)
    {
      g_assert_error (error, FF_ERROR, FF_ERROR_SETTLED);
      g_assert_nonnull (g_strrstr (error->message, "2026-09-22 13:52"));
      g_assert_cmpint (ff_db_journal_number (fixture->db), ==, before);
      g_clear_error (&error);
      ff_settling_reopen (fixture->db, run_id, "a complaint", &error);
      g_assert_no_error (error);
      if (changes[i].change != settle_again)
        try_change (fixture->db, run_id, i, &error);
    }
  g_assert_no_error (error);
  figures = read_figures (fixture->db, run_id);
  g_assert_cmpint (figures->settled, ==, !changes[i].refused);
  class_assert_sound (fixture->db);
}

/* Opening again ---------------------------------------------------------------------------------------------------- */

static void
test_reopen (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = settle_plain (fixture->db);
  g_autoptr (FfClassFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ff_settling_reopen (fixture->db, run_id, "  ", &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "reason");
  g_assert_true (ff_settling_reopen (fixture->db, run_id, "a mark was entered late", &error));
  g_assert_no_error (error);
  figures = read_figures (fixture->db, run_id);
  g_assert_false (figures->settled);
  g_assert_cmpuint (figures->ranked, ==, 4);

  /* Undone, what was fixed is there again; and once more, the class is open as before it was settled. */
  g_assert_true (ff_undo (fixture->db, &error));
  g_clear_pointer (&figures, ff_class_figures_free);
  figures = read_figures (fixture->db, run_id);
  g_assert_true (figures->settled);
  g_assert_cmpstr (get_trainee (figures, 2)->settled->left_out, ==, "on leave");
  g_assert_true (ff_undo (fixture->db, &error));
  g_clear_pointer (&figures, ff_class_figures_free);
  figures = read_figures (fixture->db, run_id);
  g_assert_false (figures->settled);
  g_assert_no_error (error);
  class_assert_sound (fixture->db);
}

/* The reason stands in the journal, in what the settlement was before it was taken away. */
static void
test_reason_is_journaled (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = settle_plain (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfStatement) statement = NULL;

  ff_settling_reopen (fixture->db, run_id, "a mark was entered late", &error);
  g_assert_no_error (error);
  statement = ff_db_prepare (fixture->db,
                             "SELECT count(*) FROM journal WHERE table_name = 'settlement' AND operation = 'delete'"
                             " AND before LIKE '%a mark was entered late%'",
                             &error);
  g_assert_cmpint (ff_statement_step (statement, &error), ==, FF_STEP_ROW);
  g_assert_cmpint (ff_statement_get_int (statement, 0), ==, 1);
}

/* What nobody guarded is told: the settled results stand, and the figures say that they are not what would be computed. */
static void
test_differing (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = settle_plain (fixture->db);
  g_autoptr (FfClassFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (fixture->db, "Somebody else's program", &error);

  ff_db_exec (fixture->db, "UPDATE scheme SET award_percent = 4000, version = version + 1 WHERE run_id IS NOT NULL", &error);
  ff_batch_commit (batch, &error);
  g_assert_no_error (error);
  figures = read_figures (fixture->db, run_id);
  g_assert_cmpuint (figures->award_count, ==, 1);
  g_assert_cmpuint (figures->n_differing, ==, 0);

  /* Two of five, the fourth of whom was nobody: k of 4 ranked at 50 % is 2. */
  batch = ff_batch_begin (fixture->db, "Somebody else's program", &error);
  ff_db_exec (fixture->db, "UPDATE scheme SET award_percent = 5000, version = version + 1 WHERE run_id IS NOT NULL", &error);
  ff_batch_commit (batch, &error);
  g_assert_no_error (error);
  g_clear_pointer (&figures, ff_class_figures_free);
  figures = read_figures (fixture->db, run_id);
  g_assert_cmpuint (figures->award_count, ==, 1);
  g_assert_cmpuint (figures->n_differing, ==, 1);
  g_assert_false (get_trainee (figures, 1)->award);
  g_assert_true (get_trainee (figures, 1)->computed.award);
}

static void
test_nothing_to_settle (StoreFixture *fixture, gconstpointer data)
{
  FfRunDraft draft = { .code = "CX-2", .course = "CX-101", .starts_on = "2026-09-21" };
  g_autoptr (GError) error = NULL;
  gint64 run_id = 0;

  ff_runs_put (fixture->db, 0, &draft, &run_id, &error);
  g_assert_no_error (error);
  g_assert_false (ff_settling_settle (fixture->db, run_id, NULL, 0, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_false (ff_settling_settle (fixture->db, 4711, NULL, 0, &error));
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *path = g_strdup_printf ("/settling/settle/%u", i);

      g_test_add (path, StoreFixture, GUINT_TO_POINTER (i), class_set_up, test_settle, store_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/settling/guard/", changes[i].name, NULL);

      g_test_add (path, StoreFixture, GUINT_TO_POINTER (i), class_set_up, test_guard, store_tear_down);
    }
  class_test_add ("/settling/reopen", test_reopen);
  class_test_add ("/settling/reason-is-journaled", test_reason_is_journaled);
  class_test_add ("/settling/differing", test_differing);
  class_test_add ("/settling/nothing-to-settle", test_nothing_to_settle);
  return g_test_run ();
}
