/* The register's desk: signing in at the door, exceptions, kinds of leave, made-up sessions, and the editions of a class's rule. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-attendance-store.h"
#include "ff-check-in.h"
#include "ff-class-figures.h"
#include "ff-leave-kinds.h"
#include "ff-people.h"
#include "ff-register.h"
#include "ff-rule-editions.h"

/* Signing in --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *text;
  const char *at;
  gboolean leaving;
  FfCheckInState state;
  const char *who;  /* an employee number; NULL: nobody was found */
  const char *row;  /* of S4, 2026-09-22 14:00 to 17:00: status|arrived|left afterwards; NULL: nothing is stored */
  int recorded;     /* of the session, afterwards */
} ScanCase;

/* E001 to E004 are enrolled, E003 is marked absent, E005 was withdrawn, E006 never enrolled. Each case goes on from the one before. */
static const ScanCase scan_cases[] = {
  { "on time", "E001", "13:55", FALSE, FF_CHECK_IN_SIGNED_IN, "E001", "|13:55|", 2 },
  { "twice", "E001", "14:01", FALSE, FF_CHECK_IN_ALREADY, "E001", "|13:55|", 2 },
  { "full-width, with spaces", " Ｅ００２ ", "14:12", FALSE, FF_CHECK_IN_SIGNED_IN, "E002", "|14:12|", 3 },
  { "was marked absent", "E003", "14:20", FALSE, FF_CHECK_IN_SIGNED_IN, "E003", "|14:20|", 3 },
  { "part of a number", "E00", "14:20", FALSE, FF_CHECK_IN_UNKNOWN, NULL, NULL, 3 },
  { "a number that is none", "9781234567897", "14:20", FALSE, FF_CHECK_IN_UNKNOWN, NULL, NULL, 3 },
  { "a name that several have", "Trainee", "14:20", FALSE, FF_CHECK_IN_AMBIGUOUS, NULL, NULL, 3 },
  { "a name in pinyin", "wxm", "14:21", FALSE, FF_CHECK_IN_SIGNED_IN, "E004", "|14:21|", 4 },
  { "leaves", "E001", "16:40", TRUE, FF_CHECK_IN_SIGNED_OUT, "E001", "|13:55|16:40", 4 },
  { "leaves later after all", "E001", "16:55", TRUE, FF_CHECK_IN_SIGNED_OUT, "E001", "|13:55|16:55", 4 },
  { "withdrawn", "E005", "14:22", FALSE, FF_CHECK_IN_NOT_ENROLLED, "E005", NULL, 4 },
  { "never enrolled", "E006", "14:22", FALSE, FF_CHECK_IN_NOT_ENROLLED, "E006", NULL, 4 },
  { "the code of a sheet", "CX-1/S1+S2", "14:22", FALSE, FF_CHECK_IN_SESSION, NULL, NULL, 4 },
  { "the code of a strange sheet", "CX-9/S1", "14:22", FALSE, FF_CHECK_IN_UNKNOWN, NULL, NULL, 4 },
};

static char *
read_cell (FfDb *db, gint64 session_id, gint64 enrolment_id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *arrived = NULL;
  g_autofree char *left = NULL;
  FfAttendanceRow row;

  g_assert_true (ff_attendance_store_read (db, session_id, enrolment_id, &row, &error));
  if (row.id == 0)
    return NULL;
  arrived = row.record.arrived_at != FF_NO_TIME ? ff_time_format (row.record.arrived_at) : g_strdup ("");
  left = row.record.left_at != FF_NO_TIME ? ff_time_format (row.record.left_at) : g_strdup ("");
  return g_strdup_printf ("%s|%s|%s", row.record.set != FF_ATTENDANCE_UNMARKED ? ff_attendance_status_to_key (row.record.set) : "",
                          *arrived != '\0' ? arrived + 11 : "", *left != '\0' ? left + 11 : "");
}

static FfMinute
clock_of (const char *text)
{
  g_autofree char *full = g_strconcat ("2026-09-22 ", text, NULL);

  return class_time (full);
}

static gint64
prepare (FfDb *db)
{
  gint64 run_id = class_make (db);
  g_autoptr (GError) error = NULL;
  FfAttendanceRecord absent = FF_ATTENDANCE_RECORD_NONE;
  FfBatch *batch = ff_batch_begin (db, "Set up", &error);

  absent.set = FF_ATTENDANCE_ABSENT;
  ff_people_put_trainee (db, 0, &(FfTraineeDraft) { .employee_no = "E004", .name = "王小明" }, NULL, &error);
  ff_enrolments_withdraw (db, class_enrolment (db, run_id, "E005"), NULL, &error);
  ff_register_set (db, class_session (db, run_id, "S4"), class_enrolment (db, run_id, "E003"), &absent, &error);
  ff_batch_commit (batch, &error);
  g_assert_no_error (error);
  return run_id;
}

static void
test_scans (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = prepare (fixture->db);
  gint64 session = class_session (fixture->db, run_id, "S4");

  for (gsize i = 0; i < G_N_ELEMENTS (scan_cases); i++)
    {
      const ScanCase *c = &scan_cases[i];
      g_auto (FfCheckIn) result = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *row = NULL;

      g_test_message ("%s", c->name);
      g_assert_true (ff_check_in (fixture->db, session, c->text, clock_of (c->at), c->leaving, &result, &error));
      g_assert_no_error (error);
      g_assert_cmpint (result.state, ==, c->state);
      g_assert_cmpstr (result.employee_no, ==, c->who);
      g_assert_cmpint (result.count.recorded, ==, c->recorded);
      g_assert_cmpint (result.count.expected, ==, 4);
      if (result.enrolment_id != 0)
        row = read_cell (fixture->db, session, result.enrolment_id);
      g_assert_cmpstr (row, ==, c->row);
      if (c->state == FF_CHECK_IN_SESSION)
        g_assert_cmpint (result.session_id, ==, class_session (fixture->db, run_id, "S1"));
    }
  class_assert_sound (fixture->db);
}

static void
test_verdicts (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *who;
    const char *at;
    FfAttendanceStatus status;
    int late;
  } cases[] = {
    { "E001", "14:00", FF_ATTENDANCE_PRESENT, 0 },
    { "E002", "14:15", FF_ATTENDANCE_LATE, 15 },
    { "E004", "14:16", FF_ATTENDANCE_ABSENT, 16 },
  };
  gint64 session = class_session (fixture->db, prepare (fixture->db), "S4");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (FfCheckIn) result = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (ff_check_in (fixture->db, session, cases[i].who, clock_of (cases[i].at), FALSE, &result, &error));
      g_assert_cmpint (result.verdict.status, ==, cases[i].status);
      g_assert_cmpint (result.verdict.late, ==, cases[i].late);
    }
}

/* Somebody who was never enrolled, who was withdrawn, and who waits: each one step of undo. */
static void
test_enrol (StoreFixture *fixture, gconstpointer data)
{
  static const char *const who[] = { "E006", "E005" };
  gint64 run_id = prepare (fixture->db);
  gint64 session = class_session (fixture->db, run_id, "S4");

  for (gsize i = 0; i < G_N_ELEMENTS (who); i++)
    {
      g_auto (FfCheckIn) result = { 0 };
      g_autoptr (GError) error = NULL;
      int before = store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE status = 'enrolled'");

      g_assert_true (
        ff_check_in_enrol (fixture->db, session, class_trainee (fixture->db, who[i]), clock_of ("14:03"), &result, &error));
      g_assert_no_error (error);
      g_assert_cmpint (result.state, ==, FF_CHECK_IN_SIGNED_IN);
      g_assert_cmpint (result.verdict.late, ==, 3);
      g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE status = 'enrolled'"), ==, before + 1);
      g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance"), ==, 2);
      g_assert_true (ff_undo (fixture->db, &error));
      g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE status = 'enrolled'"), ==, before);
      g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance"), ==, 1);
    }
}

/* A refused scan leaves nothing behind, and one that changes nothing is no step of undo. */
static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = prepare (fixture->db);
  gint64 session = class_session (fixture->db, run_id, "S4");
  g_auto (FfCheckIn) first = { 0 }, again = { 0 }, other_day = { 0 }, closed = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (ff_check_in (fixture->db, session, "E001", class_time ("2026-09-23 14:00"), FALSE, &other_day, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "arrived_at");
  g_assert_true (ff_check_in (fixture->db, session, "E001", clock_of ("14:00"), FALSE, &first, &error));
  g_assert_true (ff_check_in (fixture->db, session, "E001", clock_of ("14:05"), FALSE, &again, &error));
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE arrived_at IS NOT NULL"), ==, 0);
  g_assert_true (ff_register_close (fixture->db, class_session (fixture->db, run_id, "S1"), &error));
  g_assert_false (ff_check_in (fixture->db, class_session (fixture->db, run_id, "S1"), "E001", class_time ("2026-09-21 09:00"), FALSE, &closed,
                               &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "session");
}

static void
test_except (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = prepare (fixture->db);
  gint64 session = class_session (fixture->db, run_id, "S4");
  gint64 except[] = { class_enrolment (fixture->db, run_id, "E002"), class_enrolment (fixture->db, run_id, "E003") };
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (ff_register_mark_present_except (fixture->db, session, except, G_N_ELEMENTS (except), &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE status = 'present'"), ==, 2);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE status = 'absent'"), ==, 1);
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance"), ==, 1);
}

/* Leave -------------------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  FfLeaveKindDraft draft;
  FfPut result;
  FfError code;
  const char *field;
} leave_cases[] = {
  { "an own kind that counts", { "Study leave", "1" }, FF_PUT_NEW, 0, NULL },
  { "the same again", { "Study leave", "0" }, FF_PUT_REFUSED, FF_ERROR_EXISTS, "title" },
  { "the name of a built-in one", { "病假", "0" }, FF_PUT_REFUSED, FF_ERROR_EXISTS, "title" },
  { "no name", { "", "0" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "title" },
};

static void
test_leave_kinds (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Test", &error);
  g_autoptr (GPtrArray) kinds = NULL;
  const FfLeaveKind *sick;

  for (gsize i = 0; i < G_N_ELEMENTS (leave_cases); i++)
    {
      g_test_message ("%s", leave_cases[i].name);
      g_assert_cmpint (ff_leave_kinds_put (fixture->db, 0, &leave_cases[i].draft, NULL, &error), ==, leave_cases[i].result);
      if (leave_cases[i].result == FF_PUT_REFUSED)
        class_assert_refused (&error, leave_cases[i].code, leave_cases[i].field);
      g_assert_no_error (error);
    }
  kinds = ff_leave_kinds_list (fixture->db, &error);
  g_assert_cmpuint (kinds->len, ==, 4);
  sick = ff_leave_kinds_find (kinds, "sick leave");
  g_assert_nonnull (sick);
  g_assert_true (sick == ff_leave_kinds_find (kinds, "病假"));
  g_assert_null (ff_leave_kinds_find (kinds, "late"));
  g_assert_true (ff_leave_kinds_move (fixture->db, sick->id, 0, &error));
  g_assert_true (ff_leave_kinds_delete (fixture->db, sick->id, &error));
  g_assert_no_error (error);
}

/* What a leave counts as is its kind's on the day it is entered. */
static void
test_leave (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  gint64 session = class_session (fixture->db, run_id, "S1");
  gint64 enrolment = class_enrolment (fixture->db, run_id, "E001");
  FfAttendanceDraft draft = { .run = "CX-1", .session = "S1", .employee_no = "E001", .status = "事假" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kinds = NULL;
  FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;
  FfAttendanceRow row;
  FfBatch *batch;

  g_assert_cmpint (ff_register_put (fixture->db, &draft, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_register_put (fixture->db, &draft, &error), ==, FF_PUT_SAME);
  g_assert_true (ff_register_read_cell (fixture->db, session, enrolment, &row, &error));
  g_assert_cmpint (row.record.set, ==, FF_ATTENDANCE_EXCUSED);
  g_assert_cmpstr (row.record.leave_kind, ==, "personal");
  g_assert_false (row.record.leave_counts);

  kinds = ff_leave_kinds_list (fixture->db, &error);
  batch = ff_batch_begin (fixture->db, "Test", &error);
  ff_leave_kinds_put (fixture->db, ff_leave_kinds_find (kinds, "personal")->id, &(FfLeaveKindDraft) { NULL, "1" }, NULL, &error);
  g_assert_false (ff_leave_kinds_delete (fixture->db, ff_leave_kinds_find (kinds, "personal")->id, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  ff_batch_commit (batch, &error);
  g_assert_no_error (error);
  g_assert_true (ff_register_read_cell (fixture->db, session, enrolment, &row, &error));
  g_assert_false (row.record.leave_counts);
  draft.employee_no = "E002";
  g_assert_cmpint (ff_register_put (fixture->db, &draft, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE leave_counts = 1"), ==, 1);

  /* Another status gives the kind up, and a kind that is not there is refused. */
  draft.status = "present";
  g_assert_cmpint (ff_register_put (fixture->db, &draft, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE leave_kind IS NOT NULL"), ==, 1);
  record.set = FF_ATTENDANCE_EXCUSED;
  record.leave_kind = g_intern_static_string ("sabbatical");
  g_assert_cmpint (ff_register_set (fixture->db, session, enrolment, &record, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, "status");
}

/* Made-up sessions --------------------------------------------------------------------------------------------------- */

static void
test_make_up (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  gint64 missed = class_session (fixture->db, run_id, "S1"), later = class_session (fixture->db, run_id, "S4");
  gint64 enrolment = class_enrolment (fixture->db, run_id, "E001");
  FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) make_ups = NULL;
  gint64 other_run = 0, elsewhere = 0;

  ff_runs_put (fixture->db, 0, &(FfRunDraft) { .code = "CX-2", .course = "CX-101", .starts_on = "2026-10-01" }, &other_run, &error);
  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-2", .key = "A", .starts_at = "2026-10-01 09:00", .ends_at = "12:00" }, NULL,
                   &elsewhere, &error);
  g_assert_no_error (error);
  make_ups = ff_attendance_store_list_make_ups (fixture->db, missed, 100, &error);
  g_assert_cmpuint (make_ups->len, ==, 4);
  g_assert_true (((const FfMakeUp *) g_ptr_array_index (make_ups, 0))->own);
  g_assert_false (((const FfMakeUp *) g_ptr_array_index (make_ups, 3))->own);

  record.set = FF_ATTENDANCE_ABSENT;
  record.made_up = TRUE;
  record.made_up_in = missed;
  g_assert_cmpint (ff_register_set (fixture->db, missed, enrolment, &record, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "made_up_in");
  record.made_up_in = elsewhere;
  g_assert_cmpint (ff_register_set (fixture->db, missed, enrolment, &record, &error), ==, FF_PUT_NEW);
  {
    g_autoptr (FfClassFigures) figures = ff_class_figures_read (fixture->db, run_id, later, &error);
    const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, 0);

    g_assert_cmpint (trainee->tally.absent, ==, 0);
    g_assert_cmpint (trainee->tally.made_up, ==, 1);
    g_assert_cmpuint (figures->make_ups->len, ==, 1);
  }

  /* Deleting the session lets it go, and undo brings both back. */
  g_assert_true (ff_sessions_delete (fixture->db, elsewhere, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE made_up = 1 AND made_up_in IS NULL"), ==, 1);
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE made_up_in IS NOT NULL"), ==, 1);

  /* Whoever came after all has nothing to make up. */
  record.set = FF_ATTENDANCE_PRESENT;
  g_assert_cmpint (ff_register_set (fixture->db, missed, enrolment, &record, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE made_up = 1 OR made_up_in IS NOT NULL"), ==, 0);
  store_assert_sound (fixture->db);
}

/* The rule ------------------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  FfRuleDraft draft;
  const char *field; /* NULL: it is taken */
} rule_cases[] = {
  { "a stricter limit", { "10", "15", "sessions", "" }, NULL },
  { "minutes, and a least share", { "0", "33.33", "minutes", "80" }, NULL },
  { "no grace", { "", "20", "sessions", "" }, "grace_minutes" },
  { "no limit", { "15", "", "sessions", "" }, "max_absence" },
  { "more than all", { "15", "120", "sessions", "" }, "max_absence" },
  { "half a minute", { "1.5", "20", "sessions", "" }, "grace_minutes" },
  { "a share that is none", { "15", "20", "sessions", "most" }, "min_attended" },
};

static void
test_rule_drafts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rule_cases); i++)
    {
      FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rule_cases[i].name);
      g_assert_cmpint (ff_rule_editions_take (&rule, &rule_cases[i].draft, &error), ==, rule_cases[i].field == NULL);
      if (rule_cases[i].field != NULL)
        class_assert_refused (&error, FF_ERROR_INVALID, rule_cases[i].field);
      g_assert_no_error (error);
    }
}

static void
test_rule_editions (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = prepare (fixture->db);
  FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;
  g_autoptr (FfRulePreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (FfRuleEdition) edition = FF_RULE_EDITION_INIT, undone = FF_RULE_EDITION_INIT;

  /* E003 missed one of four: 25 %, which 20 % forbids. */
  g_assert_cmpint (ff_rule_editions_put (fixture->db, run_id, &rule, "Why", &error), ==, FF_PUT_SAME);
  rule.max_absence = 2500;
  preview = ff_rule_editions_preview (fixture->db, run_id, &rule, &error);
  g_assert_no_error (error);
  g_assert_cmpint (preview->planned_sessions, ==, 4);
  g_assert_cmpuint (preview->disqualified->len, ==, 0);
  g_assert_cmpuint (preview->qualified->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (preview->qualified, 0), ==, "Trainee 3");

  g_assert_cmpint (ff_rule_editions_put (fixture->db, run_id, &rule, " ", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "reason");
  g_assert_cmpint (ff_rule_editions_put (fixture->db, run_id, &rule, "A storm closed the roads", &error), ==, FF_PUT_CHANGED);
  g_assert_true (ff_rule_store_read_edition (fixture->db, run_id, &edition, &error));
  g_assert_cmpint (edition.number, ==, 2);
  g_assert_cmpint (edition.since, ==, ff_day_from_ymd (2026, 9, 22));
  g_assert_cmpint (edition.rule.max_absence, ==, 2500);
  g_assert_cmpstr (edition.reason, ==, "A storm closed the roads");
  {
    g_autoptr (FfClassFigures) figures = ff_class_figures_read (fixture->db, run_id, clock_of ("18:00"), &error);

    g_assert_false (((const FfClassTrainee *) g_ptr_array_index (figures->trainees, 2))->disqualified);
  }
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_true (ff_rule_store_read_edition (fixture->db, run_id, &undone, &error));
  g_assert_cmpint (undone.number, ==, 1);
  g_assert_cmpint (undone.since, ==, FF_NO_DAY);
  g_assert_null (undone.reason);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/check-in/scans", test_scans);
  class_test_add ("/check-in/verdicts", test_verdicts);
  class_test_add ("/check-in/enrol", test_enrol);
  class_test_add ("/check-in/refused", test_refused);
  class_test_add ("/register/except", test_except);
  class_test_add ("/leave/kinds", test_leave_kinds);
  class_test_add ("/leave/entered", test_leave);
  class_test_add ("/make-up", test_make_up);
  g_test_add_func ("/rule/drafts", test_rule_drafts);
  class_test_add ("/rule/editions", test_rule_editions);
  return g_test_run ();
}
