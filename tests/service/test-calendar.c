/* What the calendar shows of class CX-1 (2026-09-21 and 22) and of a second one, SV-1, beside it. */
#include "config.h"

#include "ff-calendar.h"
#include "ff-class-test.h"
#include "ff-days.h"
#include "ff-people.h"

typedef struct
{
  gint64 cx;
  gint64 sv;
} Classes;

static void
put_session (FfDb *db, const FfSessionDraft *draft)
{
  g_autoptr (GError) error = NULL;

  ff_sessions_put (db, 0, draft, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* SV-1 of the department Sales/North, with sessions before, over the week's end, and in it. */
static Classes
make_classes (FfDb *db)
{
  Classes classes = { .cx = class_make (db) };
  g_autoptr (GError) error = NULL;

  ff_runs_put (db, 0,
               &(FfRunDraft) { .code = "SV-1", .course = "CX-101", .starts_on = "2026-09-18", .ends_on = "2026-09-30", .department = "Sales/North" },
               &classes.sv, &error);
  g_assert_no_error (error);
  put_session (db, &(FfSessionDraft) { .run = "SV-1", .key = "BEFORE", .starts_at = "2026-09-20 22:00", .ends_at = "2026-09-21 00:00" });
  put_session (db, &(FfSessionDraft) {
                       .run = "SV-1", .key = "A", .title = "KANO", .starts_at = "2026-09-23 14:30", .ends_at = "16:00", .venue = "Room 302", .trainers = "Lin Ruoxi; Zhou Qihang" });
  put_session (db, &(FfSessionDraft) { .run = "SV-1", .key = "B", .starts_at = "2026-09-24 09:00", .ends_at = "10:00", .venue = "Hall A", .trainers = "Zhou Qihang" });
  put_session (db, &(FfSessionDraft) { .run = "SV-1", .key = "C", .starts_at = "2026-09-25 09:00", .ends_at = "10:00" });
  put_session (db, &(FfSessionDraft) { .run = "SV-1", .key = "OVER", .starts_at = "2026-09-27 23:00", .ends_at = "2026-09-28 01:00" });
  ff_sessions_cancel (db, class_session (db, classes.sv, "C"), "ill", &error);
  g_assert_no_error (error);
  return classes;
}

static FfDay
day_of (const char *text)
{
  return ff_time_day (class_time (text));
}

#define MONDAY day_of ("2026-09-21 00:00")

static FfCalendar *
read_week (FfDb *db, const FfCalendarFilter *filter)
{
  g_autoptr (GError) error = NULL;
  FfCalendar *calendar = ff_calendar_read (db, MONDAY, MONDAY + 7, filter, &error);

  g_assert_no_error (error);
  return calendar;
}

/* "CX-1 S1" … joined: what is shown, in order. */
static char *
list_sessions (FfDb *db, const FfCalendar *calendar)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < calendar->sessions->len; i++)
    {
      const FfCalendarSession *shown = g_ptr_array_index (calendar->sessions, i);
      g_autoptr (FfSession) session = ff_session_store_read (db, shown->id, NULL);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", shown->run_code, session->key);
    }
  return g_string_free (text, FALSE);
}

static gint64
find_choice (GPtrArray *choices, const char *title)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const FfChoice *choice = g_ptr_array_index (choices, i);

      if (g_str_equal (choice->title, title) || g_strcmp0 (choice->key, title) == 0)
        return choice->id;
    }
  g_error ("There is no %s", title);
}

static GArray *
make_set (GPtrArray *choices, const char *titles)
{
  g_auto (GStrv) names = titles != NULL ? g_strsplit (titles, "; ", -1) : NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gint64 id = find_choice (choices, names[i]);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
test_filters (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *runs, *trainers, *venues, *departments;
    gboolean cancelled;
    const char *expected;
  } cases[] = {
    { "everything", NULL, NULL, NULL, NULL, FALSE, "CX-1 S1, CX-1 S2, CX-1 S3, CX-1 S4, SV-1 A, SV-1 B, SV-1 OVER" },
    { "cancelled ones too", "SV-1", NULL, NULL, NULL, TRUE, "SV-1 A, SV-1 B, SV-1 C, SV-1 OVER" },
    { "one class", "CX-1", NULL, NULL, NULL, FALSE, "CX-1 S1, CX-1 S2, CX-1 S3, CX-1 S4" },
    { "both classes", "CX-1; SV-1", NULL, NULL, NULL, FALSE, "CX-1 S1, CX-1 S2, CX-1 S3, CX-1 S4, SV-1 A, SV-1 B, SV-1 OVER" },
    { "one of two trainers", NULL, "Lin Ruoxi", NULL, NULL, FALSE, "SV-1 A" },
    { "either trainer", NULL, "Lin Ruoxi; Zhou Qihang", NULL, NULL, FALSE, "SV-1 A, SV-1 B" },
    { "a venue", NULL, NULL, "Hall A", NULL, FALSE, "SV-1 B" },
    { "two venues", NULL, NULL, "Hall A; Room 302", NULL, FALSE, "SV-1 A, SV-1 B" },
    { "a department", NULL, NULL, NULL, "Sales/North", FALSE, "SV-1 A, SV-1 B, SV-1 OVER" },
    { "with what is below it", NULL, NULL, NULL, "Sales", FALSE, "SV-1 A, SV-1 B, SV-1 OVER" },
    { "all at once", "SV-1", "Zhou Qihang", "Hall A", "Sales", TRUE, "SV-1 B" },
    { "nothing", "CX-1", NULL, "Hall A", NULL, FALSE, "" },
  };
  g_auto (FfCalendarChoices) choices = { NULL };
  g_autoptr (GError) error = NULL;

  make_classes (fixture->db);
  g_assert_true (ff_calendar_read_choices (fixture->db, &choices, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) runs = make_set (choices.runs, cases[i].runs);
      g_autoptr (GArray) trainers = make_set (choices.trainers, cases[i].trainers);
      g_autoptr (GArray) venues = make_set (choices.venues, cases[i].venues);
      g_autoptr (GArray) departments = make_set (choices.departments, cases[i].departments);
      FfCalendarFilter filter = { 0, 0, runs, trainers, venues, departments, cases[i].cancelled };
      g_autoptr (FfCalendar) calendar = read_week (fixture->db, &filter);
      g_autofree char *list = list_sessions (fixture->db, calendar);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (list, ==, cases[i].expected);
    }
}

static void
test_session (StoreFixture *fixture, gconstpointer data)
{
  Classes classes = make_classes (fixture->db);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  FfCalendarFilter filter = { .runs = runs, .cancelled = TRUE };
  g_autoptr (FfCalendar) calendar = NULL;
  const FfCalendarSession *session;

  g_array_append_val (runs, classes.sv);
  calendar = read_week (fixture->db, &filter);
  session = g_ptr_array_index (calendar->sessions, 0);
  g_assert_cmpstr (session->title, ==, "KANO");
  g_assert_cmpstr (session->venue, ==, "Room 302");
  g_assert_cmpstr (session->trainers, ==, "Lin Ruoxi; Zhou Qihang");
  g_assert_cmpint (session->starts_at, ==, class_time ("2026-09-23 14:30"));
  g_assert_cmpint (session->ends_at, ==, class_time ("2026-09-23 16:00"));
  g_assert_false (session->cancelled);
  session = g_ptr_array_index (calendar->sessions, 2);
  g_assert_true (session->cancelled);
  g_assert_null (session->trainers);
  g_assert_cmpuint (calendar->runs->len, ==, 1);
  g_assert_cmpint (((FfCalendarRun *) g_ptr_array_index (calendar->runs, 0))->sessions, ==, 4);
}

static void
test_days (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfCalendar) calendar = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "test", &error);

  ff_days_put (fixture->db, MONDAY + 4, FALSE, "Mid-Autumn Festival", &error);
  ff_days_put (fixture->db, MONDAY + 6, TRUE, "Make-up day", &error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_no_error (error);
  calendar = read_week (fixture->db, &(FfCalendarFilter) { 0 });
  g_assert_cmpint (ff_work_calendar_kind (calendar->days, MONDAY + 3), ==, FF_DAY_WORKING);
  g_assert_cmpint (ff_work_calendar_kind (calendar->days, MONDAY + 4), ==, FF_DAY_OFF);
  g_assert_cmpstr (ff_work_calendar_title (calendar->days, MONDAY + 4), ==, "Mid-Autumn Festival");
  g_assert_cmpint (ff_work_calendar_kind (calendar->days, MONDAY + 5), ==, FF_DAY_OFF);
  g_assert_cmpint (ff_work_calendar_kind (calendar->days, MONDAY + 6), ==, FF_DAY_MAKE_UP);
}

static void
exec (FfDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "test", &error);

  ff_db_exec (db, sql, &error);
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
}

static void
test_blocked (StoreFixture *fixture, gconstpointer data)
{
  g_auto (FfCalendarChoices) choices = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) trainers = NULL;
  g_autoptr (FfCalendar) all = NULL;
  g_autoptr (FfCalendar) some = NULL;
  const FfCalendarBlocked *blocked;

  make_classes (fixture->db);
  exec (fixture->db, "INSERT INTO unavailability (trainer_id, kind, starts_at, ends_at, reason)"
                     " SELECT id, 'leave', '2026-09-22 00:00', '2026-09-23 12:00', 'Leave' FROM trainer WHERE name = 'Lin Ruoxi'");
  exec (fixture->db, "INSERT INTO unavailability (trainer_id, kind, starts_at, ends_at)"
                     " SELECT id, 'leave', '2026-09-01 00:00', '2026-09-21 00:00' FROM trainer WHERE name = 'Lin Ruoxi'");
  exec (fixture->db, "INSERT INTO unavailability (venue_id, kind, starts_at, ends_at)"
                     " SELECT id, 'blocked', '2026-09-22 00:00', '2026-09-23 12:00' FROM venue WHERE name = 'Hall A'");
  g_assert_true (ff_calendar_read_choices (fixture->db, &choices, &error));
  all = read_week (fixture->db, &(FfCalendarFilter) { 0 });
  g_assert_cmpuint (all->blocked->len, ==, 0);

  trainers = make_set (choices.trainers, "Lin Ruoxi");
  some = read_week (fixture->db, &(FfCalendarFilter) { .trainers = trainers });
  g_assert_cmpuint (some->blocked->len, ==, 1);
  blocked = g_ptr_array_index (some->blocked, 0);
  g_assert_cmpstr (blocked->name, ==, "Lin Ruoxi");
  g_assert_cmpstr (blocked->reason, ==, "Leave");
  g_assert_cmpint (blocked->to, ==, class_time ("2026-09-23 12:00"));
}

static void
test_dues (StoreFixture *fixture, gconstpointer data)
{
  Classes classes = make_classes (fixture->db);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  FfCalendarFilter filter = { .runs = runs };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dues = NULL;
  const FfCalendarDue *due;

  exec (fixture->db, "INSERT INTO task (run_id, position, kind, due_on) SELECT id, 1, 'level1', '2026-09-23' FROM run WHERE code = 'SV-1'");
  exec (fixture->db, "INSERT INTO task (run_id, position, kind, due_on, done_on)"
                     " SELECT id, 2, 'level2', '2026-09-23', '2026-09-23' FROM run WHERE code = 'SV-1'");
  exec (fixture->db, "INSERT INTO task (run_id, position, kind, title, due_on)"
                     " SELECT id, 3, 'other', 'Coffee', '2026-09-23' FROM run WHERE code = 'SV-1'");
  exec (fixture->db, "INSERT INTO task (run_id, position, kind, due_on) SELECT id, 4, 'level3', '2026-09-28' FROM run WHERE code = 'SV-1'");
  g_array_append_val (runs, classes.sv);
  dues = ff_calendar_read_dues (fixture->db, MONDAY, MONDAY + 7, class_time ("2026-09-22 13:52"), &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dues->len, ==, 1);
  due = g_ptr_array_index (dues, 0);
  g_assert_cmpint (due->level, ==, 1);
  g_assert_cmpint (due->day, ==, MONDAY + 2);
  g_assert_cmpstr (due->run_code, ==, "SV-1");

  /* The marks of CX-1, which ends on the 22nd. */
  g_array_set_size (runs, 0);
  g_array_append_val (runs, classes.cx);
  g_clear_pointer (&dues, g_ptr_array_unref);
  dues = ff_calendar_read_dues (fixture->db, MONDAY, MONDAY + 7, class_time ("2026-09-22 17:30"), &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dues->len, >, 0);
  for (guint i = 0; i < dues->len; i++)
    {
      due = g_ptr_array_index (dues, i);
      g_assert_cmpint (due->run_id, ==, classes.cx);
      g_assert_cmpint (due->level, ==, 2);
      g_assert_cmpstr (due->tab, ==, "scores");
    }
}

static void
test_put_times (StoreFixture *fixture, gconstpointer data)
{
  Classes classes = make_classes (fixture->db);
  gint64 id = class_session (fixture->db, classes.sv, "A");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSession) session = NULL;

  g_assert_true (ff_calendar_put_times (fixture->db, id, class_time ("2026-09-24 10:15"), class_time ("2026-09-24 11:45"), &error));
  session = ff_session_store_read (fixture->db, id, &error);
  g_assert_cmpint (session->starts_at, ==, class_time ("2026-09-24 10:15"));
  g_assert_cmpint (session->ends_at, ==, class_time ("2026-09-24 11:45"));
  g_assert_cmpstr (session->venue, ==, "Room 302");
  g_assert_cmpstr (session->trainers, ==, "Lin Ruoxi; Zhou Qihang");

  g_assert_false (ff_calendar_put_times (fixture->db, id, class_time ("2026-09-24 10:15"), class_time ("2026-09-24 10:15"), &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "ends_at");
}

/* A class lasts as long as its sessions do, also when one is dragged out of its dates, or back into them. */
static void
test_put_times_widens_class (StoreFixture *fixture, gconstpointer data)
{
  Classes classes = make_classes (fixture->db);
  gint64 id = class_session (fixture->db, classes.sv, "A");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRun) before = ff_runs_read (fixture->db, classes.sv, &error);
  g_autoptr (FfRun) late = NULL;
  g_autoptr (FfRun) early = NULL;

  g_assert_no_error (error);
  g_assert_true (ff_calendar_put_times (fixture->db, id, class_time ("2026-12-24 10:15"), class_time ("2026-12-24 11:45"), &error));
  late = ff_runs_read (fixture->db, classes.sv, &error);
  g_assert_cmpint (late->starts_on, ==, before->starts_on);
  g_assert_cmpint (late->ends_on, ==, ff_time_day (class_time ("2026-12-24 10:15")));

  g_assert_true (ff_calendar_put_times (fixture->db, id, class_time ("2026-02-03 22:00"), class_time ("2026-02-04 00:00"), &error));
  early = ff_runs_read (fixture->db, classes.sv, &error);
  g_assert_cmpint (early->starts_on, ==, ff_time_day (class_time ("2026-02-03 10:15")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/calendar/filters", test_filters);
  class_test_add ("/calendar/session", test_session);
  class_test_add ("/calendar/days", test_days);
  class_test_add ("/calendar/blocked", test_blocked);
  class_test_add ("/calendar/dues", test_dues);
  class_test_add ("/calendar/put-times", test_put_times);
  class_test_add ("/calendar/put-times-widens-class", test_put_times_widens_class);
  return g_test_run ();
}
