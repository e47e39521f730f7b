/* Attendance and marks: words and times as files write them, what is refused, and what undo brings back. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-attendance-store.h"
#include "ff-courses.h"
#include "ff-register.h"

#include <string.h>

/* Attendance ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  FfAttendanceDraft draft; /* of class CX-1; E001 unless said, S1 (2026-09-21 09:00 to 12:00) unless said */
  FfPut result;
  FfError code;
  const char *field;
  const char *row; /* status|arrived|left */
} AttendanceCase;

/* Each case goes on from the one before. */
static const AttendanceCase attendance_cases[] = {
  { "nothing said", { .status = NULL }, FF_PUT_SAME, 0, NULL, NULL },
  { "a time", { .arrived_at = "09:12" }, FF_PUT_NEW, 0, NULL, "|2026-09-21 09:12|" },
  { "the same time in full", { .arrived_at = "2026-09-21 09:12:45" }, FF_PUT_SAME, 0, NULL, "|2026-09-21 09:12|" },
  { "full-width", { .arrived_at = "０９：１３" }, FF_PUT_CHANGED, 0, NULL, "|2026-09-21 09:13|" },
  { "the end", { .left_at = "1150" }, FF_PUT_CHANGED, 0, NULL, "|2026-09-21 09:13|2026-09-21 11:50" },
  { "a word", { .status = "迟到" }, FF_PUT_CHANGED, 0, NULL, "late|2026-09-21 09:13|2026-09-21 11:50" },
  { "a Taiwan word", { .status = "請假" }, FF_PUT_CHANGED, 0, NULL, "excused|2026-09-21 09:13|2026-09-21 11:50" },
  { "Left early", { .status = "Left early" }, FF_PUT_CHANGED, 0, NULL, "left_early|2026-09-21 09:13|2026-09-21 11:50" },
  { "no word", { .status = "asleep" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "status", "left_early|2026-09-21 09:13|2026-09-21 11:50" },
  { "no time", { .arrived_at = "25:00" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "arrived_at", "left_early|2026-09-21 09:13|2026-09-21 11:50" },
  { "another day", { .arrived_at = "2026-09-22 09:00" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "arrived_at", "left_early|2026-09-21 09:13|2026-09-21 11:50" },
  { "left first", { .left_at = "09:12" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "left_at", "left_early|2026-09-21 09:13|2026-09-21 11:50" },
  { "came after the end", { .arrived_at = "12:01", .left_at = "" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "arrived_at", "left_early|2026-09-21 09:13|2026-09-21 11:50" },
  { "clears the word", { .status = "" }, FF_PUT_CHANGED, 0, NULL, "|2026-09-21 09:13|2026-09-21 11:50" },
  { "clears all", { .arrived_at = "", .left_at = "" }, FF_PUT_CHANGED, 0, NULL, NULL },
  { "unknown class", { .run = "CX-9", .status = "present" }, FF_PUT_REFUSED, FF_ERROR_NOT_FOUND, "run", NULL },
  { "unknown session", { .session = "S9", .status = "present" }, FF_PUT_REFUSED, FF_ERROR_NOT_FOUND, "session", NULL },
  { "unknown trainee", { .employee_no = "E999", .status = "present" }, FF_PUT_REFUSED, FF_ERROR_NOT_FOUND, "employee_no", NULL },
  { "not in the class", { .employee_no = "E006", .status = "present" }, FF_PUT_REFUSED, FF_ERROR_NOT_FOUND, "employee_no", NULL },
  { "withdrawn", { .employee_no = "E005", .status = "present" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "employee_no", NULL },
  { "cancelled", { .session = "S3", .status = "present" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "session", NULL },
  { "meant for others", { .session = "S2", .employee_no = "E003", .status = "present" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "session", NULL },
  { "over midnight, came on time", { .session = "NIGHT", .arrived_at = "22:00" }, FF_PUT_NEW, 0, NULL, "|2026-09-21 22:00|" },
  { "over midnight, came early", { .session = "NIGHT", .arrived_at = "21:40" }, FF_PUT_CHANGED, 0, NULL, "|2026-09-21 21:40|" },
  { "over midnight, came late", { .session = "NIGHT", .arrived_at = "00:10" }, FF_PUT_CHANGED, 0, NULL, "|2026-09-22 00:10|" },
  { "over midnight, left", { .session = "NIGHT", .left_at = "01:30" }, FF_PUT_CHANGED, 0, NULL, "|2026-09-22 00:10|2026-09-22 01:30" },
};

static void
prepare_class (FfDb *db, gint64 run_id)
{
  g_autoptr (GError) error = NULL;
  FfSessionDraft night = { .run = "CX-1", .key = "NIGHT", .starts_at = "2026-09-21 22:00", .ends_at = "2026-09-22 02:00" };

  ff_sessions_put (db, 0, &night, NULL, NULL, &error);
  ff_sessions_put (db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "S2", .audience = "frontline" }, NULL, NULL, &error);
  ff_sessions_cancel (db, class_session (db, run_id, "S3"), NULL, &error);
  ff_enrolments_withdraw (db, class_enrolment (db, run_id, "E005"), NULL, &error);
  g_assert_no_error (error);
}

static char *
read_row (FfDb *db, gint64 run_id, const char *session, const char *employee_no)
{
  g_autoptr (GError) error = NULL;
  FfAttendanceRow row;
  g_autofree char *arrived = NULL;
  g_autofree char *left = NULL;

  g_assert_true (ff_attendance_store_read (db, class_session (db, run_id, session), class_enrolment (db, run_id, employee_no), &row, &error));
  if (row.id == 0)
    return NULL;
  arrived = row.record.arrived_at != FF_NO_TIME ? ff_time_format (row.record.arrived_at) : g_strdup ("");
  left = row.record.left_at != FF_NO_TIME ? ff_time_format (row.record.left_at) : g_strdup ("");
  return g_strdup_printf ("%s|%s|%s", row.record.set != FF_ATTENDANCE_UNMARKED ? ff_attendance_status_to_key (row.record.set) : "", arrived,
                          left);
}

static void
test_attendance_cases (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);

  prepare_class (fixture->db, run_id);
  for (gsize i = 0; i < G_N_ELEMENTS (attendance_cases); i++)
    {
      const AttendanceCase *c = &attendance_cases[i];
      FfAttendanceDraft draft = c->draft;
      g_autoptr (GError) error = NULL;
      g_autofree char *row = NULL;

      g_test_message ("%s", c->name);
      draft.run = draft.run != NULL ? draft.run : "CX-1";
      draft.session = draft.session != NULL ? draft.session : "S1";
      draft.employee_no = draft.employee_no != NULL ? draft.employee_no : "E001";
      g_assert_cmpint (ff_register_put (fixture->db, &draft, &error), ==, c->result);
      if (c->result == FF_PUT_REFUSED)
        class_assert_refused (&error, c->code, c->field);
      g_assert_no_error (error);
      if (c->code == FF_ERROR_NOT_FOUND)
        continue;
      row = read_row (fixture->db, run_id, draft.session, draft.employee_no);
      g_assert_cmpstr (row, ==, c->row);
    }
  class_assert_sound (fixture->db);
}

static void
test_attendance_set (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  gint64 session = class_session (fixture->db, run_id, "S1");
  gint64 enrolment = class_enrolment (fixture->db, run_id, "E002");
  FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;
  g_autoptr (GError) error = NULL;
  g_autofree char *row = NULL;

  record.arrived_at = class_time ("2026-09-21 09:05");
  g_assert_cmpint (ff_register_set (fixture->db, session, enrolment, &record, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_register_set (fixture->db, session, enrolment, &record, &error), ==, FF_PUT_SAME);
  record.set = FF_ATTENDANCE_EXCUSED;
  record.leave_counts = TRUE;
  g_assert_cmpint (ff_register_set (fixture->db, session, enrolment, &record, &error), ==, FF_PUT_CHANGED);
  record = FF_ATTENDANCE_RECORD_NONE;
  g_assert_cmpint (ff_register_set (fixture->db, session, enrolment, &record, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance"), ==, 0);
  g_assert_true (ff_undo (fixture->db, &error));
  row = read_row (fixture->db, run_id, "S1", "E002");
  g_assert_cmpstr (row, ==, "excused|2026-09-21 09:05|");
  g_assert_cmpint (ff_register_set (fixture->db, session + 1000, enrolment, &record, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
}

static void
test_close (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  gint64 session = class_session (fixture->db, run_id, "S1");
  FfAttendanceDraft draft = { .run = "CX-1", .session = "S1", .employee_no = "E001", .arrived_at = "09:00" };
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_cmpint (ff_register_put (fixture->db, &draft, &error), ==, FF_PUT_NEW);
  draft = (FfAttendanceDraft) { .run = "CX-1", .session = "S1", .employee_no = "E002", .left_at = "10:00" };
  g_assert_cmpint (ff_register_put (fixture->db, &draft, &error), ==, FF_PUT_NEW);
  g_assert_true (ff_register_close (fixture->db, session, &error));
  g_assert_no_error (error);
  /* A departure alone decides nothing, so that E002 is absent too. */
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE status = 'absent'"), ==, 4);

  g_assert_cmpint (ff_register_put (fixture->db, &draft, &error), ==, FF_PUT_SAME);
  draft.status = "present";
  g_assert_cmpint (ff_register_put (fixture->db, &draft, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "session");
  g_assert_false (ff_register_mark_rest_present (fixture->db, session, &n, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_true (ff_register_reopen (fixture->db, session, &error));
  g_assert_cmpint (ff_register_put (fixture->db, &draft, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);

  for (int i = 0; i < 3; i++)
    g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE status = 'absent'"), ==, 0);
  g_assert_true (ff_register_mark_rest_present (fixture->db, session, &n, &error));
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE status = 'present'"), ==, 4);

  g_assert_false (ff_register_close (fixture->db, class_session (fixture->db, run_id, "S4"), &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
}

/* Marks ------------------------------------------------------------------------------------------------------------ */

static const struct
{
  const char *name;
  FfScoreDraft draft; /* of class CX-1, E001 unless said */
  FfPut result;
  FfError code;
  const char *field;
  int marks; /* stored afterwards */
  int exemptions;
} score_cases[] = {
  { "by key", { .component = "written", .score = "82.5" }, FF_PUT_NEW, 0, NULL, 1 },
  { "the same, as others write it", { .component = "written", .score = "８２，５０" }, FF_PUT_SAME, 0, NULL, 1 },
  { "another score", { .component = "written", .score = "83" }, FF_PUT_CHANGED, 0, NULL, 1 },
  { "empty", { .component = "written", .score = " " }, FF_PUT_SAME, 0, NULL, 1 },
  { "by title", { .component = "Written test", .score = "83" }, FF_PUT_SAME, 0, NULL, 1 },
  { "a second rater", { .component = "written", .score = "80", .rater = "林若溪" }, FF_PUT_NEW, 0, NULL, 2 },
  { "a second attempt", { .component = "written", .score = "90", .attempt = "2" }, FF_PUT_NEW, 0, NULL, 3 },
  { "attempt 0", { .component = "written", .score = "90", .attempt = "0" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "attempt", 3 },
  { "above the maximum", { .component = "written", .score = "100.01" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "score", 3 },
  { "below zero", { .component = "written", .score = "-1" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "score", 3 },
  { "no number", { .component = "written", .score = "good" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "score", 3 },
  { "a criterion", { .component = "practical.c1", .score = "5" }, FF_PUT_NEW, 0, NULL, 4 },
  { "a criterion above its maximum", { .component = "practical.c1", .score = "5.01" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "score", 4 },
  { "a criterion by title", { .component = "Answering", .score = "4" }, FF_PUT_NEW, 0, NULL, 5 },
  { "an unknown criterion", { .component = "practical.c3", .score = "4" }, FF_PUT_REFUSED, FF_ERROR_NOT_FOUND, "component", 5 },
  { "a rubric as a whole", { .component = "practical", .score = "9" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "component", 5 },
  { "a group", { .component = "result", .score = "9" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "component", 5 },
  { "unknown", { .component = "essay", .score = "9" }, FF_PUT_REFUSED, FF_ERROR_NOT_FOUND, "component", 5 },
  { "a pre-test", { .component = "pretest", .score = "52" }, FF_PUT_NEW, 0, NULL, 6 },
  { "over attendance", { .component = "attendance", .score = "95" }, FF_PUT_NEW, 0, NULL, 7 },
  { "exempt", { .component = "participation", .score = "ex" }, FF_PUT_NEW, 0, NULL, 7, 1 },
  { "exempt again", { .component = "participation", .score = "免考" }, FF_PUT_SAME, 0, NULL, 7, 1 },
  { "exempt for a reason", { .component = "participation", .score = "EX", .reason = "Came from abroad" }, FF_PUT_CHANGED, 0, NULL, 7, 1 },
  { "exempt keeps the reason", { .component = "participation", .score = "EX" }, FF_PUT_SAME, 0, NULL, 7, 1 },
  { "a score lifts it", { .component = "participation", .score = "77" }, FF_PUT_CHANGED, 0, NULL, 8, 0 },
  { "not enrolled", { .employee_no = "E006", .component = "written", .score = "1" }, FF_PUT_REFUSED, FF_ERROR_NOT_FOUND, "employee_no", 8 },
  { "withdrawn", { .employee_no = "E005", .component = "written", .score = "1" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "employee_no", 8 },
};

static void
test_score_cases (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);

  prepare_class (fixture->db, run_id);
  for (gsize i = 0; i < G_N_ELEMENTS (score_cases); i++)
    {
      FfScoreDraft draft = score_cases[i].draft;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", score_cases[i].name);
      draft.run = "CX-1";
      draft.employee_no = draft.employee_no != NULL ? draft.employee_no : "E001";
      g_assert_cmpint (ff_marking_put (fixture->db, &draft, &error), ==, score_cases[i].result);
      if (score_cases[i].result == FF_PUT_REFUSED)
        class_assert_refused (&error, score_cases[i].code, score_cases[i].field);
      g_assert_no_error (error);
      g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM mark"), ==, score_cases[i].marks);
      g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM exemption"), ==, score_cases[i].exemptions);
    }
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM mark WHERE reason IS NOT NULL"), ==, 1);
  class_assert_sound (fixture->db);
  store_assert_sound (fixture->db);
}

static void
test_rubric_refusal_names_criteria (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  class_make (fixture->db);
  ff_marking_put (fixture->db, &(FfScoreDraft) { .run = "CX-1", .employee_no = "E001", .component = "practical", .score = "9" }, &error);
  g_assert_nonnull (strstr (error->message, "practical.c1, practical.c2"));
}

static void
test_ambiguous_title (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfScheme) scheme = ff_scheme_new ();
  g_autoptr (GError) error = NULL;
  int component, criterion;

  ff_scheme_add (scheme, -1, "a", "Test", 5000);
  ff_scheme_add (scheme, -1, "b", "Test", 5000);
  ff_scheme_add (scheme, -1, "c.d", "Dotted", 5000);
  ff_scheme_update (scheme);
  g_assert_false (ff_marking_find (scheme, "Test", &component, &criterion, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "component");
  g_assert_true (ff_marking_find (scheme, " b ", &component, &criterion, &error));
  g_assert_cmpint (component, ==, 1);
  g_assert_true (ff_marking_find (scheme, "c.d", &component, &criterion, &error));
  g_assert_cmpint (component, ==, 2);
}

static void
test_marking_by_ids (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  gint64 enrolment = class_enrolment (fixture->db, run_id, "E003");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfScheme) scheme = ff_schemes_read (fixture->db, 0, run_id, &error);
  gint64 written = ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "written"))->id;
  const FfComponent *practical = ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "practical"));
  gint64 c1 = ((FfCriterion *) g_ptr_array_index (practical->criteria, 0))->id;

  g_assert_cmpint (ff_marking_set_comment (fixture->db, enrolment, written, "Good", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "comment");
  g_assert_cmpint (ff_marking_set (fixture->db, enrolment, written, 0, NULL, 1, TRUE, 8000, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_marking_set (fixture->db, enrolment, written, 0, "", 1, TRUE, 8000, &error), ==, FF_PUT_SAME);
  g_assert_cmpint (ff_marking_set (fixture->db, enrolment, practical->id, c1, NULL, 1, TRUE, 450, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_marking_set (fixture->db, enrolment, practical->id, 0, NULL, 1, TRUE, 450, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "component");
  g_assert_cmpint (ff_marking_set_comment (fixture->db, enrolment, written, "Good", &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_marking_set_comment (fixture->db, enrolment, written, "Good", &error), ==, FF_PUT_SAME);
  g_assert_cmpint (ff_marking_set (fixture->db, enrolment, written, 0, NULL, 1, FALSE, 0, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_marking_set (fixture->db, enrolment, written, 0, NULL, 1, FALSE, 0, &error), ==, FF_PUT_SAME);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM mark"), ==, 1);
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM mark WHERE comment = 'Good' AND score = 8000"), ==, 1);

  g_assert_cmpint (ff_marking_set_exempt (fixture->db, enrolment, written, TRUE, " ", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "reason");
  g_assert_cmpint (ff_marking_set_exempt (fixture->db, enrolment, written, TRUE, "Ill", &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_marking_set_exempt (fixture->db, enrolment, written, TRUE, "Ill", &error), ==, FF_PUT_SAME);
  g_assert_cmpint (ff_marking_set_exempt (fixture->db, enrolment, written, FALSE, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_marking_set_exempt (fixture->db, enrolment, written, FALSE, NULL, &error), ==, FF_PUT_SAME);
  g_assert_no_error (error);
}

static void
test_marking_by_hand (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  gint64 enrolment = class_enrolment (db, run_id, "E003");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, 0, run_id, &error);
  gint64 attendance = ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "attendance"))->id;
  gint64 written = ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "written"))->id;
  const FfMarkKey key = { enrolment, attendance, 0, NULL, 1 };
  const FfMarkKey lin = { enrolment, written, 0, "Lin", 2 };

  /* The first mark in place of a computed one says why; a later one may keep that. */
  g_assert_cmpint (ff_marking_set (db, enrolment, attendance, 0, NULL, 1, TRUE, 7000, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "reason");
  g_assert_cmpint (ff_marking_override (db, &key, 7000, "  ", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "reason");
  g_assert_cmpint (ff_marking_override (db, &key, 7000, "Sheet lost", &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_marking_set (db, enrolment, attendance, 0, NULL, 1, TRUE, 7500, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM mark WHERE reason = 'Sheet lost' AND score = 7500"), ==, 1);
  g_assert_cmpint (ff_marking_override (db, &key, 7500, "Sheet found", &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM mark WHERE reason = 'Sheet found'"), ==, 1);

  /* Each mark has its own comment, and an attempt goes as a whole. */
  g_assert_cmpint (ff_marking_comment (db, &lin, "Again", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "comment");
  g_assert_cmpint (ff_marking_set (db, enrolment, written, 0, NULL, 1, TRUE, 5000, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_marking_set (db, enrolment, written, 0, "Lin", 2, TRUE, 8000, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_marking_set (db, enrolment, written, 0, "Zhou", 2, TRUE, 7000, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_marking_comment (db, &lin, "Again", &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_marking_comment (db, &lin, "Again", &error), ==, FF_PUT_SAME);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM mark WHERE comment = 'Again' AND rater = 'Lin'"), ==, 1);
  g_assert_cmpint (ff_marking_comment (db, &lin, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_marking_delete_attempt (db, enrolment, written, 2, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_marking_delete_attempt (db, enrolment, written, 2, &error), ==, FF_PUT_SAME);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM mark WHERE rater = ''"), ==, 2);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM mark"), ==, 2);
  g_assert_no_error (error);
}

/* Invariants ------------------------------------------------------------------------------------------------------- */

/* Each statement breaks one invariant behind the services' back; one sentence must say so. */
static void
test_check_finds (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *sql;
  } cases[] = {
    { "a mark above its maximum", "UPDATE mark SET score = 10001, version = version + 1" },
    { "a mark on the course's own scheme", "UPDATE mark SET component_id = (SELECT component.id FROM component JOIN scheme ON scheme.id ="
                                           " scheme_id WHERE course_id IS NOT NULL AND key = 'written'), version = version + 1" },
    { "a mark on a group", "UPDATE mark SET component_id = (SELECT component.id FROM component JOIN scheme ON scheme.id = scheme_id"
                           " WHERE run_id IS NOT NULL AND key = 'result'), version = version + 1" },
    { "left before arriving", "UPDATE attendance SET left_at = '2026-09-21 08:00', version = version + 1" },
    { "attendance in another class", "UPDATE attendance SET session_id = (SELECT session.id FROM session JOIN run ON run.id = run_id"
                                     " WHERE run.code = 'CX-2'), version = version + 1" },
    { "a team of another class", "UPDATE enrolment SET team_id = (SELECT team.id FROM team JOIN run ON run.id = run_id WHERE run.code ="
                                 " 'CX-2'), version = version + 1 WHERE id = (SELECT min(id) FROM enrolment)" },
    { "a class without a rule", "DELETE FROM attendance_rule WHERE run_id = (SELECT id FROM run WHERE code = 'CX-1')" },
    { "times that are none", "UPDATE session SET starts_at = '2026-09-20T09:00', version = version + 1 WHERE key = 'S1'" },
  };
  g_autoptr (GError) error = NULL;
  FfAttendanceDraft attendance = { .run = "CX-1", .session = "S1", .employee_no = "E001", .arrived_at = "09:00" };

  class_make (fixture->db);
  ff_runs_put (fixture->db, 0, &(FfRunDraft) { .code = "CX-2", .course = "CX-101", .starts_on = "2026-09-21" }, NULL, &error);
  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-2", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "10:00" }, NULL,
                   NULL, &error);
  ff_enrolments_put (fixture->db, &(FfEnrolmentDraft) { .run = "CX-2", .employee_no = "E006", .team = "Far" }, NULL, NULL, &error);
  ff_register_put (fixture->db, &attendance, &error);
  ff_marking_put (fixture->db, &(FfScoreDraft) { .run = "CX-1", .employee_no = "E001", .component = "written", .score = "80" }, &error);
  g_assert_no_error (error);
  class_assert_sound (fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
      FfBatch *batch = ff_batch_begin (fixture->db, "Break", &error);

      g_test_message ("%s", cases[i].name);
      store_exec (fixture->db, cases[i].sql);
      g_assert_true (ff_runs_check (fixture->db, findings, &error));
      g_assert_cmpuint (findings->len, ==, 1);
      g_test_message ("%s", (const char *) g_ptr_array_index (findings, 0));
      ff_batch_rollback (batch);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/register/attendance", test_attendance_cases);
  class_test_add ("/register/set", test_attendance_set);
  class_test_add ("/register/close", test_close);
  class_test_add ("/marking/put", test_score_cases);
  class_test_add ("/marking/rubric", test_rubric_refusal_names_criteria);
  class_test_add ("/marking/titles", test_ambiguous_title);
  class_test_add ("/marking/by-ids", test_marking_by_ids);
  class_test_add ("/marking/by-hand", test_marking_by_hand);
  class_test_add ("/check", test_check_finds);
  return g_test_run ();
}
