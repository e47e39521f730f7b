/* Classes, sessions and enrolments: what is taken over, kept, refused and warned of. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-check.h"
#include "ff-courses.h"
#include "ff-people.h"
#include "ff-plans.h"
#include "ff-register.h"

/* Classes -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  FfRunDraft draft;
  FfPut result;
  FfError code;
  const char *field;
  const char *starts_on;
  const char *ends_on;
} RunCase;

static const RunCase run_cases[] = {
  { "no code", { .code = " ", .course = "CX-101", .starts_on = "2026-01-05" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "code" },
  { "no course", { .code = "A", .starts_on = "2026-01-05" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "course" },
  { "unknown course", { .code = "A", .course = "CX-999", .starts_on = "2026-01-05" }, FF_PUT_REFUSED, FF_ERROR_NOT_FOUND, "course" },
  { "no date", { .code = "A", .course = "CX-101" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "starts_on" },
  { "bad date", { .code = "A", .course = "CX-101", .starts_on = "2026-02-30" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "starts_on" },
  { "ends first", { .code = "A", .course = "CX-101", .starts_on = "2026-01-05", .ends_on = "2026-01-04" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "ends_on" },
  { "bad capacity", { .code = "A", .course = "CX-101", .starts_on = "2026-01-05", .capacity = "-1" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "capacity" },
  { "bad required", { .code = "A", .course = "CX-101", .starts_on = "2026-01-05", .required = "perhaps" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "required" },
  { "bad month", { .code = "A", .course = "CX-101", .month = "13" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "month" },
  { "quarter for month", { .code = "A", .course = "CX-101", .month = "Q3" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "month" },
  { "one day", { .code = "A", .course = "CX-101", .starts_on = "2026-01-05" }, FF_PUT_NEW, 0, NULL, "2026-01-05", "2026-01-05" },
  { "two days", { .code = "A", .course = "CX-101", .starts_on = "2026/1/5", .ends_on = "2026/1/6" }, FF_PUT_NEW, 0, NULL, "2026-01-05", "2026-01-06" },
  { "month of this year", { .code = "A", .course = "CX-101", .month = "3月" }, FF_PUT_NEW, 0, NULL, "2026-03-01", "2026-03-01" },
  { "month and year", { .code = "A", .course = "CX-101", .month = "2027年11月" }, FF_PUT_NEW, 0, NULL, "2027-11-01", "2027-11-01" },
  { "month in six digits", { .code = "A", .course = "CX-101", .month = "202705" }, FF_PUT_NEW, 0, NULL, "2027-05-01", "2027-05-01" },
  { "date before month", { .code = "A", .course = "CX-101", .month = "4", .starts_on = "2026-03-09" }, FF_PUT_NEW, 0, NULL, "2026-03-09", "2026-03-09" },
};

static void
test_run_cases (StoreFixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (run_cases); i++)
    {
      const RunCase *c = &run_cases[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (FfRun) run = NULL;
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;
      gint64 id = 0;

      g_test_message ("%s", c->name);
      g_assert_cmpint (ff_runs_put (fixture->db, 0, &c->draft, &id, &error), ==, c->result);
      if (c->result == FF_PUT_REFUSED)
        {
          class_assert_refused (&error, c->code, c->field);
          g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM run"), ==, 0);
          continue;
        }
      g_assert_no_error (error);
      run = ff_runs_read (fixture->db, id, &error);
      first = ff_day_format (run->starts_on);
      last = ff_day_format (run->ends_on);
      g_assert_cmpstr (first, ==, c->starts_on);
      g_assert_cmpstr (last, ==, c->ends_on);
      g_assert_true (ff_undo (fixture->db, &error));
    }
}

static void
test_run_takes_over_course (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRun) run = ff_runs_read (fixture->db, id, &error);
  g_autoptr (FfScheme) scheme = ff_schemes_read (fixture->db, 0, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (run->title, ==, "客户体验");
  g_assert_cmpint (run->status, ==, FF_RUN_RUNNING);
  g_assert_cmpint (run->enrolled, ==, 5);
  g_assert_cmpint (run->sessions, ==, 4);
  g_assert_cmpint (run->held, ==, 3);
  g_assert_cmpuint (ff_scheme_length (scheme), ==, 7);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance_rule WHERE run_id IS NOT NULL"), ==, 1);
  class_assert_sound (fixture->db);
  store_assert_sound (fixture->db);
}

static void
test_run_edit (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRun) run = NULL;

  g_assert_cmpint (ff_runs_put (fixture->db, 0, &(FfRunDraft) { .code = "CX-1", .title = "客户体验" }, NULL, &error), ==, FF_PUT_SAME);
  g_assert_cmpint (ff_runs_put (fixture->db, 0, &(FfRunDraft) { .code = "ＣＸ-1", .capacity = "30", .budget = "1200.50" }, NULL, &error),
                   ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  g_assert_cmpint (ff_runs_put (fixture->db, 0, &(FfRunDraft) { .code = "CX-1", .month = "9" }, NULL, &error), ==, FF_PUT_SAME);
  g_assert_cmpint (ff_runs_put (fixture->db, id, &(FfRunDraft) { .code = "CX-2", .month = "10" }, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  run = ff_runs_read (fixture->db, id, &error);
  g_assert_cmpstr (run->code, ==, "CX-2");
  g_assert_cmpint (run->capacity, ==, 30);
  g_assert_cmpint (run->budget, ==, 120050);
  g_assert_cmpint (run->ends_on - run->starts_on, ==, 1);

  g_assert_cmpint (ff_runs_put (fixture->db, 0, &(FfRunDraft) { .code = "CX-3", .course = "CX-101", .starts_on = "2026-01-01" }, NULL, &error),
                   ==, FF_PUT_NEW);
  g_assert_cmpint (ff_runs_put (fixture->db, id, &(FfRunDraft) { .code = "CX-3" }, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_EXISTS, "code");
}

static void
test_run_delete (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (FfRun) run = NULL;

  g_assert_true (ff_runs_delete (fixture->db, id, &error));
  g_assert_cmpint (ff_runs_find (fixture->db, "CX-1", &error), ==, 0);
  sessions = ff_sessions_between (fixture->db, class_time ("2026-09-21 00:00"), class_time ("2026-09-23 00:00"), &error);
  g_assert_cmpuint (sessions->len, ==, 0);
  run = ff_runs_read (fixture->db, id, &error);
  g_assert_null (run);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment"), ==, 5);

  /* The code is free again, and the old class can come back only while it is. */
  class_make (fixture->db);
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (ff_runs_find (fixture->db, "CX-1", &error), ==, id);
  g_assert_no_error (error);
}

static void
test_run_list (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    FfRunQuery query;
    const char *codes;
  } cases[] = {
    { "all by first day", { .status = -1 }, "OLD CX-1 NEW" },
    { "newest first", { .status = -1, .descending = TRUE }, "NEW CX-1 OLD" },
    { "planned", { .status = FF_RUN_PLANNED }, "NEW" },
    { "running", { .status = FF_RUN_RUNNING }, "CX-1" },
    { "finished", { .status = FF_RUN_FINISHED }, "OLD" },
    { "cancelled", { .status = FF_RUN_CANCELLED }, "" },
    { "by code", { .status = -1, .search = "ol" }, "OLD" },
    { "by the course's code", { .status = -1, .search = "cx-101" }, "OLD CX-1 NEW" },
    { "by the initials of the course", { .status = -1, .search = "khty" }, "OLD CX-1 NEW" },
    { "nothing like it", { .status = -1, .search = "%" }, "" },
    { "by people", { .status = -1, .sort = FF_RUN_SORT_ENROLLED, .descending = TRUE }, "CX-1 NEW OLD" },
  };
  g_autoptr (GError) error = NULL;

  class_make (fixture->db);
  ff_runs_put (fixture->db, 0, &(FfRunDraft) { .code = "OLD", .course = "CX-101", .title = "Old", .starts_on = "2026-03-01" }, NULL, &error);
  ff_runs_put (fixture->db, 0, &(FfRunDraft) { .code = "NEW", .course = "CX-101", .title = "New", .starts_on = "2026-10-01" }, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ids = ff_runs_list (fixture->db, &cases[i].query, &error);
      g_autoptr (GPtrArray) runs = NULL;
      g_autoptr (GString) codes = g_string_new (NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      runs = ff_runs_read_rows (fixture->db, (const gint64 *) ids->data, ids->len, &error);
      for (guint j = 0; j < runs->len; j++)
        g_string_append_printf (codes, "%s%s", j > 0 ? " " : "", ((FfRun *) g_ptr_array_index (runs, j))->code);
      g_assert_cmpstr (codes->str, ==, cases[i].codes);
    }
}

/* Sessions ------------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  FfSessionDraft draft;
  FfPut result;
  FfError code;
  const char *field;
} session_cases[] = {
  { "unknown class", { .run = "CX-9", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 10:00" }, FF_PUT_REFUSED, FF_ERROR_NOT_FOUND, "run" },
  { "no start", { .run = "CX-1", .key = "A", .ends_at = "2026-09-21 10:00" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "starts_at" },
  { "no end", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 09:00" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "ends_at" },
  { "no length", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 09:00" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "ends_at" },
  { "ends first", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 08:00" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "ends_at" },
  { "ends next year", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "2027-09-21 10:00" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "ends_at" },
  { "no time", { .run = "CX-1", .key = "A", .starts_at = "tomorrow", .ends_at = "2026-09-21 10:00" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "starts_at" },
  { "bad mode", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 10:00", .mode = "by pigeon" }, FF_PUT_REFUSED, FF_ERROR_INVALID, "mode" },
  { "unknown audience", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 10:00", .audience = "frontline; Team 9" }, FF_PUT_REFUSED, FF_ERROR_NOT_FOUND, "audience" },
  { "end as a time", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "10:30" }, FF_PUT_NEW },
  { "over night", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 22:00", .ends_at = "2026-09-22 02:00" }, FF_PUT_NEW },
  { "outside the class's dates", { .run = "CX-1", .key = "A", .starts_at = "2026-10-21 22:00", .ends_at = "2026-10-22 02:00" }, FF_PUT_NEW },
  { "two layers", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 10:00", .audience = "一线；management" }, FF_PUT_NEW },
  { "one person", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 10:00", .audience = "E002" }, FF_PUT_NEW },
  { "somebody else", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 10:00", .audience = "E006" }, FF_PUT_REFUSED, FF_ERROR_NOT_FOUND, "audience" },
  { "online", { .run = "CX-1", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 10:00", .mode = "線上" }, FF_PUT_NEW },
  { "the same again", { .run = "CX-1", .key = "S1", .starts_at = "2026/9/21 9:00", .ends_at = "2026/9/21 12:00:00" }, FF_PUT_SAME },
  { "known, another title", { .run = "CX-1", .key = "S1", .title = "Complaints" }, FF_PUT_CHANGED },
};

static void
test_session_cases (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (session_cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", session_cases[i].name);
      g_assert_cmpint (ff_sessions_put (fixture->db, 0, &session_cases[i].draft, NULL, NULL, &error), ==, session_cases[i].result);
      if (session_cases[i].result == FF_PUT_REFUSED)
        class_assert_refused (&error, session_cases[i].code, session_cases[i].field);
      g_assert_no_error (error);
      class_assert_sound (fixture->db);
      if (session_cases[i].result == FF_PUT_NEW)
        g_assert_true (ff_undo (fixture->db, &error));
      g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM session"), ==, 4);
      g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM session_audience"), ==, 0);
    }
  g_assert_cmpint (class_session (fixture->db, run_id, "S1"), >, 0);
}

static void
test_session_makes_what_it_needs (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GPtrArray) trainers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) venues = g_ptr_array_new_with_free_func (g_free);
  FfSessionNews news = { trainers, venues };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSession) session = NULL;
  FfSessionDraft draft = { .run = "CX-1", .key = "S1", .venue = "Room 302", .trainers = "林若溪；周启航; 林若溪" };

  g_assert_cmpint (ff_sessions_put (fixture->db, 0, &draft, &news, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  g_assert_cmpuint (trainers->len, ==, 2);
  g_assert_cmpuint (venues->len, ==, 1);
  draft.key = "S2";
  g_assert_cmpint (ff_sessions_put (fixture->db, 0, &draft, &news, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_sessions_put (fixture->db, 0, &draft, &news, NULL, &error), ==, FF_PUT_SAME);
  g_assert_cmpuint (trainers->len, ==, 2);
  g_assert_cmpuint (venues->len, ==, 1);
  session = ff_session_store_read (fixture->db, class_session (fixture->db, run_id, "S2"), &error);
  g_assert_cmpstr (session->trainers, ==, "林若溪; 周启航");
  g_assert_cmpstr (session->venue, ==, "Room 302");
  g_assert_null (session->audience);

  draft = (FfSessionDraft) { .run = "CX-1", .key = "S2", .trainers = "周启航", .venue = "" };
  g_assert_cmpint (ff_sessions_put (fixture->db, 0, &draft, &news, NULL, &error), ==, FF_PUT_CHANGED);
  ff_session_free (g_steal_pointer (&session));
  session = ff_session_store_read (fixture->db, class_session (fixture->db, run_id, "S2"), &error);
  g_assert_cmpstr (session->trainers, ==, "周启航");
  g_assert_null (session->venue);

  /* A refused draft leaves nothing behind, not even a trainer. */
  draft = (FfSessionDraft) { .run = "CX-1", .key = "S3", .trainers = "Somebody new", .title = "x", .ends_at = "2026-01-01 00:00" };
  g_assert_cmpint (ff_sessions_put (fixture->db, 0, &draft, &news, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "ends_at");
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM trainer"), ==, 2);
}

static void
test_session_key_is_made (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  FfSessionDraft draft = { .run = "CX-1", .key = "", .starts_at = "2026-09-23 09:00", .ends_at = "2026-09-23 10:00" };
  gint64 id = 0;

  g_assert_cmpint (ff_sessions_put (fixture->db, 0, &draft, NULL, &id, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (class_session (fixture->db, run_id, "S5"), ==, id);
  g_assert_cmpint (ff_sessions_put (fixture->db, id, &(FfSessionDraft) { .key = "S1" }, NULL, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_EXISTS, "key");
  g_assert_cmpint (ff_sessions_put (fixture->db, id, &(FfSessionDraft) { .key = "Last" }, NULL, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (class_session (fixture->db, run_id, "Last"), ==, id);
}

static void
test_session_with_attendance (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  gint64 id = class_session (fixture->db, run_id, "S1");
  g_autoptr (GError) error = NULL;

  ff_register_put (fixture->db, &(FfAttendanceDraft) { .run = "CX-1", .session = "S1", .employee_no = "E001", .arrived_at = "09:07" }, &error);
  g_assert_no_error (error);
  g_assert_false (ff_sessions_delete (fixture->db, id, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_cmpint (ff_sessions_put (fixture->db, id, &(FfSessionDraft) { .starts_at = "2026-09-20 09:00", .ends_at = "2026-09-20 12:00" },
                                    NULL, NULL, &error),
                   ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM attendance WHERE arrived_at = '2026-09-20 09:07'"), ==, 1);
  g_assert_true (ff_sessions_delete (fixture->db, class_session (fixture->db, run_id, "S2"), &error));
  g_assert_true (ff_sessions_cancel (fixture->db, id, "Storm", &error));
  g_assert_no_error (error);
  class_assert_sound (fixture->db);
}

static void
test_session_warning (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRun) run = ff_runs_read (fixture->db, class_make (fixture->db), &error);
  g_autofree char *inside = ff_sessions_warning (run, class_time ("2026-09-22 20:00"), class_time ("2026-09-23 00:00"));
  g_autofree char *outside = ff_sessions_warning (run, class_time ("2026-09-22 20:00"), class_time ("2026-09-23 00:01"));

  g_assert_null (inside);
  g_assert_nonnull (outside);
}

/* Each case is a session of a second class beside S1 (2026-09-21 09:00 to 12:00, Room 302, Lin, joint key J). */
static void
test_clashes (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    FfSessionDraft draft;
    guint n;
  } cases[] = {
    { "touching before", { .starts_at = "2026-09-21 08:00", .ends_at = "2026-09-21 09:00", .venue = "Room 302", .trainers = "Lin" }, 0 },
    { "touching after", { .starts_at = "2026-09-21 12:00", .ends_at = "2026-09-21 13:00", .venue = "Room 302", .trainers = "Lin" }, 0 },
    { "one minute, trainer", { .starts_at = "2026-09-21 11:59", .ends_at = "2026-09-21 13:00", .trainers = "Zhou; Lin" }, 1 },
    { "trainer and venue", { .starts_at = "2026-09-21 10:00", .ends_at = "2026-09-21 11:00", .venue = "Room 302", .trainers = "Lin" }, 2 },
    { "online needs no venue", { .starts_at = "2026-09-21 10:00", .ends_at = "2026-09-21 11:00", .venue = "Room 302", .mode = "online" }, 0 },
    { "others", { .starts_at = "2026-09-21 10:00", .ends_at = "2026-09-21 11:00", .venue = "Room 303", .trainers = "Zhou" }, 0 },
    { "one booking", { .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 12:00", .venue = "Room 302", .trainers = "Lin", .joint = "J" }, 0 },
    { "another booking", { .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 12:00", .venue = "Room 302", .joint = "K" }, 1 },
  };
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;

  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "S1", .venue = "Room 302", .trainers = "Lin", .joint = "J" },
                   NULL, NULL, &error);
  ff_runs_put (fixture->db, 0, &(FfRunDraft) { .code = "CX-2", .course = "CX-101", .starts_on = "2026-09-21" }, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfSessionDraft draft = cases[i].draft;
      g_autoptr (GPtrArray) clashes = NULL;
      gint64 id = 0;

      g_test_message ("%s", cases[i].name);
      draft.run = "CX-2";
      draft.key = "A";
      ff_sessions_put (fixture->db, 0, &draft, NULL, &id, &error);
      g_assert_no_error (error);
      clashes = ff_sessions_list_clashes (fixture->db, id, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (clashes->len, ==, cases[i].n);
      if (cases[i].n > 0)
        {
          g_autoptr (GPtrArray) none = NULL;

          g_assert_true (ff_sessions_cancel (fixture->db, class_session (fixture->db, run_id, "S1"), NULL, &error));
          none = ff_sessions_list_clashes (fixture->db, id, &error);
          g_assert_cmpuint (none->len, ==, 0);
          g_assert_true (ff_undo (fixture->db, &error));
        }
      g_assert_true (ff_undo (fixture->db, &error));
    }
}

/* Rows of a schedule that share a key: what a row leaves open is what the booking has that it joins, and at another time the same key
   names another booking. */
static void
test_joint_rows (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    FfSessionDraft draft;
    const char *sql; /* counts what has to be 1 then */
  } rows[] = {
    { "first", { .run = "CX-1", .key = "S1", .venue = "Room 302", .trainers = "Lin", .joint = "J" },
      "SELECT count(*) FROM session JOIN venue ON venue.id = venue_id WHERE key = 'S1' AND venue.name = 'Room 302'" },
    { "joins", { .run = "CX-2", .key = "A", .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 12:00", .joint = "J" },
      "SELECT count(*) FROM session JOIN session_trainer ON session_id = session.id JOIN venue ON venue.id = venue_id"
      " WHERE key = 'A' AND venue.name = 'Room 302'" },
    { "first keeps its trainer", { .run = "CX-2", .key = "A", .title = "Together" },
      "SELECT count(*) FROM session JOIN session_trainer ON session_id = session.id JOIN venue ON venue.id = venue_id"
      " WHERE key = 'S1' AND venue.name = 'Room 302'" },
    { "another day", { .run = "CX-1", .key = "N", .starts_at = "2026-09-28 09:00", .ends_at = "2026-09-28 12:00", .joint = "J" },
      "SELECT count(*) FROM session WHERE key = 'S1' AND starts_at = '2026-09-21 09:00'" },
    { "another day, both", { .run = "CX-2", .key = "N", .starts_at = "2026-09-28 09:00", .ends_at = "2026-09-28 12:00", .joint = "J" },
      "SELECT count(*) FROM session WHERE key = 'A' AND starts_at = '2026-09-21 09:00'" },
    { "one moves, both move", { .run = "CX-2", .key = "N", .starts_at = "2026-09-28 14:00", .ends_at = "2026-09-28 17:00" },
      "SELECT count(DISTINCT starts_at) FROM session WHERE key = 'N' AND starts_at = '2026-09-28 14:00'" },
    { "joins later", { .run = "CX-2", .key = "L", .starts_at = "2026-09-21 10:00", .ends_at = "2026-09-21 11:00" },
      "SELECT count(*) FROM session WHERE key = 'L' AND venue_id IS NULL" },
    { "a form with nothing in it", { .run = "CX-2", .key = "E", .starts_at = "2026-09-21 09:00", .ends_at = "2026-09-21 12:00", .venue = "",
                                     .trainers = "", .link = "", .joint = "J" },
      "SELECT count(*) FROM session JOIN session_trainer ON session_id = session.id WHERE key = 'S1' AND venue_id IS NOT NULL" },
    { "and takes what it joins", { .run = "CX-2", .key = "L", .joint = "J" },
      "SELECT count(*) FROM session WHERE key = 'L' AND venue_id IS NOT NULL AND ends_at = '2026-09-21 12:00'" },
  };
  g_autoptr (GError) error = NULL;

  class_make (fixture->db);
  ff_runs_put (fixture->db, 0, &(FfRunDraft) { .code = "CX-2", .course = "CX-101", .starts_on = "2026-09-21" }, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (ff_sessions_put (fixture->db, 0, &rows[i].draft, NULL, NULL, &error), !=, FF_PUT_REFUSED);
      g_assert_no_error (error);
      g_assert_cmpint (store_count (fixture->db, rows[i].sql), ==, 1);
    }

  /* What was called off stays so when somebody else comes to use the key. */
  g_assert_true (ff_sessions_cancel (fixture->db, class_session (fixture->db, ff_runs_find (fixture->db, "CX-2", &error), "N"), "Storm", &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM session WHERE cancelled = 1"), ==, 2);
  ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-2", .key = "M", .starts_at = "2026-09-28 14:00",
                                                       .ends_at = "2026-09-28 17:00", .joint = "J" },
                   NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM session WHERE cancelled = 1"), ==, 2);
}

static gboolean
tells (const GPtrArray *findings, const char *sentence)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_has_suffix (g_ptr_array_index (findings, i), sentence))
      return TRUE;
  return FALSE;
}

/* What no use case writes, and the check tells. */
static void
test_check (StoreFixture *fixture, gconstpointer data)
{
#define IN_OTHER_COURSE                                                                                                       \
  "INSERT INTO course (code, title, search_key, sort_key) VALUES ('ZZ', 'Z', 'z', 'z');"                                      \
  " INSERT INTO syllabus_item (course_id, position, kind, title) SELECT max (id), 0, 'topic', 'Foreign' FROM course;"
  static const struct
  {
    const char *sql;
    FfCheckFunc check;
    const char *sentence;
  } cases[] = {
    { "UPDATE enrolment SET waiting = 3, version = version + 1 WHERE status = 'enrolled' AND id = (SELECT min (id) FROM enrolment)",
      ff_runs_check, "has a place on the waiting list of class CX-1 without waiting." },
    { "UPDATE enrolment SET replaced_by_id = (SELECT max (id) FROM enrolment), version = version + 1"
      " WHERE id = (SELECT min (id) FROM enrolment)",
      ff_runs_check, "in class CX-1 is replaced by somebody of another class." },
    { IN_OTHER_COURSE " INSERT INTO timetable_slot (course_id, day, starts, ends, title, syllabus_item_id)"
      " SELECT min (course.id), 1, 1, 2, 'x', (SELECT max (id) FROM syllabus_item) FROM course",
      ff_courses_check, "Course CX-101 refers to “Foreign”, which is in the syllabus of another course." },
    { "INSERT INTO plan (year, edition) VALUES (2026, 1), (2028, 2);"
      " INSERT INTO plan_line (plan_id, position, month, title) SELECT min (id), 1, 1, 'Old' FROM plan;"
      " INSERT INTO plan_line (plan_id, origin_id, position, month, title) SELECT max (plan.id), max (plan_line.id), 1, 1, 'New'"
      " FROM plan, plan_line",
      ff_plans_check, "The plan of 2028: “New” goes back to a line that is not of the edition before." },
  };
#undef IN_OTHER_COURSE
  g_autoptr (GError) error = NULL;

  class_make (fixture->db);
  ff_runs_put (fixture->db, 0, &(FfRunDraft) { .code = "CX-2", .course = "CX-101", .starts_on = "2026-09-21" }, NULL, &error);
  ff_enrolments_put (fixture->db, &(FfEnrolmentDraft) { .run = "CX-2", .employee_no = "E001" }, NULL, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_free);
      g_auto (GStrv) statements = g_strsplit (cases[i].sql, ";", -1);
      g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Break", &error);

      g_test_message ("%s", cases[i].sentence);
      g_assert_true (cases[i].check (fixture->db, before, &error));
      for (char **sql = statements; *sql != NULL; sql++)
        ff_db_exec (fixture->db, *sql, &error);
      g_assert_no_error (error);
      g_assert_true (cases[i].check (fixture->db, after, &error));
      g_assert_no_error (error);
      g_assert_false (tells (before, cases[i].sentence));
      g_assert_true (tells (after, cases[i].sentence));
    }
}

/* Enrolments ----------------------------------------------------------------------------------------------------- */

static void
test_enrolment_snapshot (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  gint64 id = class_enrolment (fixture->db, run_id, "E001");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfEnrolment) enrolment = NULL;
  FfTraineeDraft moved = { .employee_no = "E001", .department = "Sales", .layer = "support", .job_title = "Lead" };
  FfBatch *batch = ff_batch_begin (fixture->db, "Move somebody", &error);

  ff_people_put_trainee (fixture->db, 0, &moved, NULL, &error);
  g_assert_no_error (error);
  ff_batch_commit (batch, &error);
  g_assert_no_error (error);
  enrolment = ff_enrolment_store_read (fixture->db, id, &error);
  g_assert_cmpstr (enrolment->department, ==, "Service/Hotline");
  g_assert_cmpstr (enrolment->layer, ==, "frontline");
  g_assert_cmpstr (enrolment->job_title, ==, "Agent");

  /* Who comes back is kept as of that day. */
  g_assert_true (ff_enrolments_withdraw (fixture->db, id, "Moved", &error));
  g_assert_cmpint (ff_enrolments_put (fixture->db, &(FfEnrolmentDraft) { .run = "CX-1", .employee_no = "E001", .status = "已报名" }, NULL, NULL, &error),
                   ==, FF_PUT_CHANGED);
  ff_enrolment_free (g_steal_pointer (&enrolment));
  enrolment = ff_enrolment_store_read (fixture->db, id, &error);
  g_assert_cmpstr (enrolment->department, ==, "Sales");
  g_assert_cmpstr (enrolment->status, ==, "enrolled");
  g_assert_null (enrolment->reason);
  g_assert_no_error (error);
}

static void
test_enrolment_status (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *status;
    FfPut result;
    const char *stored;
    int enrolled;
  } cases[] = {
    { NULL, FF_PUT_SAME, "enrolled", 5 },       { "waitlisted", FF_PUT_CHANGED, "waitlisted", 4 }, { NULL, FF_PUT_SAME, "waitlisted", 4 },
    { "退訓", FF_PUT_CHANGED, "withdrawn", 4 }, { NULL, FF_PUT_SAME, "withdrawn", 4 },             { "Enrolled", FF_PUT_CHANGED, "enrolled", 5 },
    { "maybe", FF_PUT_REFUSED, "enrolled", 5 },
  };
  gint64 run_id = class_make (fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfEnrolment) enrolment = NULL;
      g_autoptr (FfRun) run = NULL;
      FfEnrolmentDraft draft = { .run = "CX-1", .employee_no = "E003", .status = cases[i].status };

      g_assert_cmpint (ff_enrolments_put (fixture->db, &draft, NULL, NULL, &error), ==, cases[i].result);
      if (cases[i].result == FF_PUT_REFUSED)
        class_assert_refused (&error, FF_ERROR_INVALID, "status");
      g_assert_no_error (error);
      enrolment = ff_enrolment_store_read (fixture->db, class_enrolment (fixture->db, run_id, "E003"), &error);
      g_assert_cmpstr (enrolment->status, ==, cases[i].stored);
      run = ff_runs_read (fixture->db, run_id, &error);
      g_assert_cmpint (run->enrolled, ==, cases[i].enrolled);
    }
}

static void
test_enrolment_team_and_capacity (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) enrolments = NULL;
  gboolean over = TRUE;

  ff_runs_put (fixture->db, run_id, &(FfRunDraft) { .capacity = "5" }, NULL, &error);
  g_assert_cmpint (ff_enrolments_put (fixture->db, &(FfEnrolmentDraft) { .run = "CX-1", .employee_no = "E001", .team = "第一组", .leader = "是" }, &over, NULL, &error),
                   ==, FF_PUT_CHANGED);
  g_assert_false (over);
  g_assert_cmpint (ff_enrolments_put (fixture->db, &(FfEnrolmentDraft) { .run = "CX-1", .employee_no = "E006", .team = "第一组" }, &over, NULL, &error),
                   ==, FF_PUT_NEW);
  g_assert_true (over);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM team"), ==, 1);
  g_assert_cmpint (ff_enrolments_put (fixture->db, &(FfEnrolmentDraft) { .run = "CX-1", .employee_no = "E099" }, &over, NULL, &error),
                   ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, "employee_no");
  g_assert_cmpint (ff_enrolments_put (fixture->db, &(FfEnrolmentDraft) { .run = "CX-9", .employee_no = "E001" }, &over, NULL, &error),
                   ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, "run");

  g_assert_true (ff_enrolments_withdraw (fixture->db, class_enrolment (fixture->db, run_id, "E002"), NULL, &error));
  enrolments = ff_enrolments_of_run (fixture->db, run_id, &error);
  g_assert_cmpuint (enrolments->len, ==, 6);
  g_assert_cmpstr (((FfEnrolment *) g_ptr_array_index (enrolments, 0))->employee_no, ==, "E001");
  g_assert_true (((FfEnrolment *) g_ptr_array_index (enrolments, 0))->leader);
  g_assert_cmpstr (((FfEnrolment *) g_ptr_array_index (enrolments, 5))->employee_no, ==, "E002");
  class_assert_sound (fixture->db);
}

static void
test_enrolment_add_and_delete (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  gint64 ids[] = { class_trainee (fixture->db, "E001"), class_trainee (fixture->db, "E002"), class_trainee (fixture->db, "E006") };
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_enrolments_withdraw (fixture->db, class_enrolment (fixture->db, run_id, "E002"), NULL, &error));
  g_assert_true (ff_enrolments_add (fixture->db, run_id, ids, G_N_ELEMENTS (ids), &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE status = 'enrolled'"), ==, 6);
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE status = 'enrolled'"), ==, 4);

  ff_register_put (fixture->db, &(FfAttendanceDraft) { .run = "CX-1", .session = "S1", .employee_no = "E001", .status = "present" }, &error);
  g_assert_no_error (error);
  g_assert_false (ff_enrolments_delete (fixture->db, class_enrolment (fixture->db, run_id, "E001"), &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_true (ff_enrolments_delete (fixture->db, class_enrolment (fixture->db, run_id, "E003"), &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment"), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/runs/put", test_run_cases);
  class_test_add ("/runs/takes-over-course", test_run_takes_over_course);
  class_test_add ("/runs/edit", test_run_edit);
  class_test_add ("/runs/delete", test_run_delete);
  class_test_add ("/runs/list", test_run_list);
  class_test_add ("/sessions/put", test_session_cases);
  class_test_add ("/sessions/makes-what-it-needs", test_session_makes_what_it_needs);
  class_test_add ("/sessions/key-is-made", test_session_key_is_made);
  class_test_add ("/sessions/with-attendance", test_session_with_attendance);
  class_test_add ("/sessions/warning", test_session_warning);
  class_test_add ("/sessions/clashes", test_clashes);
  class_test_add ("/sessions/joint-rows", test_joint_rows);
  class_test_add ("/runs/check", test_check);
  class_test_add ("/enrolments/snapshot", test_enrolment_snapshot);
  class_test_add ("/enrolments/status", test_enrolment_status);
  class_test_add ("/enrolments/team-and-capacity", test_enrolment_team_and_capacity);
  class_test_add ("/enrolments/add-and-delete", test_enrolment_add_and_delete);
  return g_test_run ();
}
