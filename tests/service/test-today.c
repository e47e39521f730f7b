/* The Today page on Tuesday 2026-09-22 at 13:52: the week, today's sessions, what is due, and who needs attention. */
#include "config.h"

#include "ff-assignments.h"
#include "ff-class-test.h"
#include "ff-commitments.h"
#include "ff-register.h"
#include "ff-submissions.h"
#include "ff-today.h"

static FfToday *
read_today (FfDb *db, const char *now)
{
  g_autoptr (GError) error = NULL;
  FfToday *today = ff_today_read (db, class_time (now), &error);

  g_assert_no_error (error);
  g_assert_nonnull (today);
  return today;
}

static void
attend (FfDb *db, const char *employee_no, const char *session, const char *status)
{
  g_autoptr (GError) error = NULL;

  ff_register_put (db, &(FfAttendanceDraft) { "CX-1", session, employee_no, status, NULL, NULL }, &error);
  g_assert_no_error (error);
}

static void
mark_rest (FfDb *db, gint64 run_id, const char *session)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_register_mark_rest_present (db, class_session (db, run_id, session), NULL, &error));
  g_assert_no_error (error);
}

/* "kind level title|detail|due_on" of every due, in order. */
static char *
list_dues (const FfToday *today, FfDueKind kind)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < today->dues->len; i++)
    {
      const FfDue *due = g_ptr_array_index (today->dues, i);
      g_autofree char *day = ff_day_format (due->due_on);

      if (due->kind == kind)
        g_string_append_printf (list, "%s, %d, %s, %s\n", due->title, due->level, due->detail, day);
    }
  return g_string_free (list, FALSE);
}

static void
test_week (StoreFixture *fixture, gconstpointer data)
{
  static const int expected[] = { 2, 2, 0, 0, 0, 0, 1 };
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfToday) today = NULL;

  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "SUN", .starts_at = "2026-09-27 22:00", .ends_at = "2026-09-28 02:00" },
                   NULL, NULL, &error);
  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "NEXT", .starts_at = "2026-09-28 09:00", .ends_at = "12:00" }, NULL, NULL,
                   &error);
  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "OFF", .starts_at = "2026-09-23 09:00", .ends_at = "12:00" }, NULL, NULL,
                   &error);
  ff_sessions_cancel (fixture->db, class_session (fixture->db, run_id, "OFF"), NULL, &error);
  g_assert_no_error (error);
  today = read_today (fixture->db, "2026-09-22 13:52");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (today->week[i].sessions, ==, expected[i]);
      g_assert_cmpuint (today->week[i].run_ids->len, ==, (guint) expected[i]);
      g_assert_cmpint (ff_day_weekday (today->week[i].day), ==, (int) i + 1);
    }
  g_assert_cmpint (today->week_sessions, ==, 5);
  g_assert_cmpint (today->running_classes, ==, 1);
  g_assert_cmpfloat (today->attendance_percent, ==, -1);
}

static void
test_sessions_of_today (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfToday) today = NULL;
  const FfTodaySession *morning, *afternoon;

  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "S4", .audience = "frontline" }, NULL, NULL, &error);
  g_assert_no_error (error);
  mark_rest (fixture->db, run_id, "S1");
  attend (fixture->db, "E001", "S3", "present");
  attend (fixture->db, "E002", "S3", "late");
  attend (fixture->db, "E003", "S3", "absent");
  attend (fixture->db, "E004", "S3", "excused");

  today = read_today (fixture->db, "2026-09-22 13:52");
  g_assert_cmpuint (today->sessions->len, ==, 2);
  morning = g_ptr_array_index (today->sessions, 0);
  afternoon = g_ptr_array_index (today->sessions, 1);
  g_assert_cmpstr (morning->session->key, ==, "S3");
  g_assert_cmpint (morning->expected, ==, 5);
  g_assert_cmpint (morning->recorded, ==, 4);
  g_assert_cmpint (morning->attended, ==, 2);
  g_assert_cmpstr (afternoon->session->key, ==, "S4");
  g_assert_cmpint (afternoon->expected, ==, 2);
  g_assert_cmpint (afternoon->recorded, ==, 0);
  /* 5 of 5 on Monday, 2 of 3 today, where the excused one does not count. */
  g_assert_cmpfloat (today->attendance_percent, ==, 100.0 * 7 / 8);
}

static void
test_registers (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfToday) today = NULL;
  g_autoptr (FfToday) later = NULL;
  g_autofree char *dues = NULL;

  mark_rest (fixture->db, run_id, "S1");
  attend (fixture->db, "E001", "S2", "present");
  g_assert_true (ff_register_close (fixture->db, class_session (fixture->db, run_id, "S3"), &error));
  today = read_today (fixture->db, "2026-09-22 17:00");
  dues = list_dues (today, FF_DUE_REGISTER);
  g_assert_cmpstr (dues, ==,
                   "Attendance of session S2 not complete, 0, 4 of 5 trainees, 2026-09-21\n"
                   "Attendance of session S4 not complete, 0, 5 of 5 trainees, 2026-09-22\n");
  later = read_today (fixture->db, "2026-10-30 09:00");
  g_free (dues);
  dues = list_dues (later, FF_DUE_REGISTER);
  g_assert_cmpstr (dues, ==, "");
}

static void
test_setups (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfToday) today = NULL;
  g_autofree char *dues = NULL;

  class_make (fixture->db);
  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "S1", .venue = "Room 302" }, NULL, NULL, &error);
  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "S2", .mode = "online" }, NULL, NULL, &error);
  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "S3", .mode = "online", .trainers = "Lin" }, NULL, NULL, &error);
  g_assert_no_error (error);
  today = read_today (fixture->db, "2026-09-15 09:30");
  dues = list_dues (today, FF_DUE_SESSION_SETUP);
  g_assert_cmpstr (dues, ==,
                   "Session S1 without trainer, 0, starts 2026-09-21 09:00, 2026-09-21\n"
                   "Session S2 without trainer, 0, starts 2026-09-21 14:00, 2026-09-21\n");
  ff_today_free (g_steal_pointer (&today));
  today = read_today (fixture->db, "2026-09-22 13:52");
  g_free (dues);
  dues = list_dues (today, FF_DUE_SESSION_SETUP);
  g_assert_cmpstr (dues, ==, "Session S4 without venue and trainer, 0, starts 2026-09-22 14:00, 2026-09-22\n");
}

static gint64
add_script (FfDb *db, gint64 run_id)
{
  FfAssignmentDraft draft = { .title = "Script", .due_at = "2026-09-22 18:00" };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  ff_assignments_put (db, run_id, 0, &draft, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* From the day of the term on, as long as somebody has not handed in; a commitment as long as it is only planned. */
static void
test_work (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *now, *hand_ins, *commitments;
  } cases[] = {
    { "2026-09-21 20:00", "", "" },
    { "2026-09-22 08:00", "Script: not handed in by everybody, 0, 4 of 5 trainees, 2026-09-22\n",
      "Commitment card: not handed in, 0, 1 commitment, 2026-09-22\n" },
    { "2026-10-22 08:00", "Script: not handed in by everybody, 0, 4 of 5 trainees, 2026-09-22\n",
      "Commitment card: not handed in, 0, 1 commitment, 2026-09-22\nMicro action plan: not handed in, 3, 4 commitments, 2026-10-22\n" },
  };
  gint64 run_id = class_make (fixture->db), script = add_script (fixture->db, run_id);
  FfHandInEntry entry = { .at = class_time ("2026-09-22 10:00") };
  g_autoptr (GError) error = NULL;

  ff_submissions_enter (fixture->db, script, class_enrolment (fixture->db, run_id, "E002"), &entry, &error);
  ff_commitments_put (fixture->db, 0, &(FfCommitmentDraft) { .run = "CX-1", .employee_no = "E001", .title = "Listen", .kind = "card" }, NULL, &error);
  ff_commitments_put (fixture->db, 0, &(FfCommitmentDraft) { .run = "CX-1", .employee_no = "E001", .title = "Plan", .kind = "micro_plan",
                                                              .status = "applied" }, NULL, &error);
  ff_commitments_owe (fixture->db, run_id, &(FfCommitmentDraft) { .title = "Plan", .kind = "micro_plan" }, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfToday) today = read_today (fixture->db, cases[i].now);
      g_autofree char *hand_ins = list_dues (today, FF_DUE_HAND_INS);
      g_autofree char *commitments = list_dues (today, FF_DUE_COMMITMENTS);

      g_test_message ("%s", cases[i].now);
      g_assert_cmpstr (hand_ins, ==, cases[i].hand_ins);
      g_assert_cmpstr (commitments, ==, cases[i].commitments);
    }
}

static void
test_marks (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfToday) today = NULL;
  g_autofree char *dues = NULL;

  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *no = g_strdup_printf ("E%03d", i);

      if (i != 2)
        ff_marking_put (fixture->db, &(FfScoreDraft) { .run = "CX-1", .employee_no = no, .component = "participation", .score = "80" }, &error);
      ff_marking_put (fixture->db, &(FfScoreDraft) { .run = "CX-1", .employee_no = no, .component = "practical.c1", .score = "4" }, &error);
    }
  ff_marking_put (fixture->db, &(FfScoreDraft) { .run = "CX-1", .employee_no = "E001", .component = "written", .score = "EX" }, &error);
  ff_marking_put (fixture->db, &(FfScoreDraft) { .run = "CX-1", .employee_no = "E002", .component = "written", .score = "60" }, &error);
  g_assert_no_error (error);
  today = read_today (fixture->db, "2026-09-21 13:52");
  dues = list_dues (today, FF_DUE_MARKS);
  g_assert_cmpstr (dues, ==, "");
  ff_today_free (g_steal_pointer (&today));
  today = read_today (fixture->db, "2026-09-22 13:52");
  g_free (dues);
  dues = list_dues (today, FF_DUE_MARKS);
  /* A rubric is marked when each criterion is. */
  g_assert_cmpstr (dues, ==,
                   "Participation: marks missing, 0, 1 of 5 trainees, 2026-09-22\n"
                   "Written test: marks missing, 2, 3 of 5 trainees, 2026-09-23\n"
                   "Practical test: marks missing, 2, 5 of 5 trainees, 2026-09-23\n");

  g_assert_true (ff_runs_cancel (fixture->db, run_id, "Storm", &error));
  ff_today_free (g_steal_pointer (&today));
  today = read_today (fixture->db, "2026-09-22 13:52");
  g_assert_cmpuint (today->dues->len, ==, 0);
  g_assert_cmpuint (today->sessions->len, ==, 0);
  g_assert_cmpint (today->week_sessions, ==, 0);
}

static void
test_attention (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfToday) today = NULL;
  const FfAttention *attention;

  class_make (fixture->db);
  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "S5", .starts_at = "2026-09-22 17:30", .ends_at = "18:30" }, NULL, NULL,
                   &error);
  attend (fixture->db, "E001", "S1", "absent");
  attend (fixture->db, "E002", "S1", "absent");
  attend (fixture->db, "E002", "S2", "absent");
  attend (fixture->db, "E003", "S2", "excused");
  today = read_today (fixture->db, "2026-09-22 13:52");
  g_assert_cmpuint (today->attention->len, ==, 2);
  attention = g_ptr_array_index (today->attention, 0);
  g_assert_cmpstr (attention->title, ==, "Trainee 1 can miss no more sessions");
  g_assert_cmpstr (attention->detail, ==, "CX-1: 1 of 5 sessions missed, limit 20 %");
  g_assert_cmpint (attention->trainee_id, ==, class_trainee (fixture->db, "E001"));
  attention = g_ptr_array_index (today->attention, 1);
  g_assert_cmpstr (attention->title, ==, "Trainee 2 is disqualified by absence");

  /* A class that is over is no reason for attention any more. */
  ff_today_free (g_steal_pointer (&today));
  today = read_today (fixture->db, "2026-09-23 08:00");
  g_assert_cmpuint (today->attention->len, ==, 0);
}

static void
test_order_and_empty (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfToday) empty = read_today (fixture->db, "2026-09-22 13:52");
  g_autoptr (FfToday) today = NULL;
  FfDay last = 0;

  g_assert_cmpuint (empty->sessions->len + empty->dues->len + empty->attention->len, ==, 0);
  class_make (fixture->db);
  today = read_today (fixture->db, "2026-09-22 13:52");
  g_assert_cmpuint (today->dues->len, >, 5);
  for (guint i = 0; i < today->dues->len; i++)
    {
      const FfDue *due = g_ptr_array_index (today->dues, i);

      g_assert_cmpint (due->due_on, >=, last);
      g_assert_cmpstr (due->run_code, ==, "CX-1");
      last = due->due_on;
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/today/week", test_week);
  class_test_add ("/today/sessions", test_sessions_of_today);
  class_test_add ("/today/registers", test_registers);
  class_test_add ("/today/setups", test_setups);
  class_test_add ("/today/work", test_work);
  class_test_add ("/today/marks", test_marks);
  class_test_add ("/today/attention", test_attention);
  class_test_add ("/today/order-and-empty", test_order_and_empty);
  return g_test_run ();
}
