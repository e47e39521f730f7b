/* Classes made from their course, copied, and their sessions changed at once. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-agenda.h"
#include "ff-class-changes.h"
#include "ff-class-copy.h"
#include "ff-class-plan.h"
#include "ff-courses.h"
#include "ff-days.h"
#include "ff-goals.h"
#include "ff-settings.h"
#include "ff-tasks.h"
#include "ff-timetables.h"
#include "ff-today.h"
#include "ff-session-equipment.h"
#include "ff-places.h"

static gint64
course_id (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ff_courses_find (db, "CX-101", &error);

  g_assert_no_error (error);
  return id;
}

static gint64
add_slot (FfDb *db, const char *day, const char *from, const char *to, const char *title, const char *activity, const char *layer,
          const char *item)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  FfTimetableDraft draft = { .day = day, .starts = from, .ends = to, .title = title, .activity = activity, .layer = layer, .item = item };

  g_assert_cmpint (ff_timetables_put (db, course_id (db), 0, &draft, &id, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  return id;
}

static void
commit (FfBatch *batch)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_batch_commit (batch, &error));
  g_assert_no_error (error);
}

/* Two days, with one syllabus item of three taught, a goal, and 1 to 3 October off. */
static void
set_up_course (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Set up a timetable", &error);
  g_autoptr (FfCourse) course = ff_courses_read (db, course_id (db), &error);
  g_autofree char *item = NULL;

  ff_course_add_item (course, -1, "lecture", "Listening", 90);
  ff_course_add_item (course, -1, "topic", "Asking", 60);
  ff_course_add_item (course, -1, "homework", "A diary", -1);
  g_assert_cmpint (ff_courses_put (db, course, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  item = g_strdup_printf ("%" G_GINT64_FORMAT, ((FfSyllabusItem *) g_ptr_array_index (course->syllabus, 0))->id);
  add_slot (db, "1", "09:00", "10:30", "Listening", NULL, NULL, item);
  add_slot (db, "1", "10:30", "10:45", "", "break", NULL, NULL);
  add_slot (db, "1", "10:45", "12:00", "Practice", "exercise", NULL, NULL);
  add_slot (db, "1", "14:00", "16:00", "For support", NULL, "support", NULL);
  add_slot (db, "2", "09:00", "12:00", "Closing", NULL, NULL, NULL);
  ff_goals_put (db, ff_owner_course (course->id), 0, &(FfGoalDraft) { .level = "3", .text = "Listen at work" }, NULL, &error);
  for (int i = 1; i <= 3; i++)
    ff_days_put (db, ff_day_from_ymd (2026, 10, i), FALSE, "National Day", &error);
  g_assert_no_error (error);
  commit (batch);
}

/* "S1 2026-09-30 09:00-12:00 for support; …" of a class, cancelled ones in brackets. */
static char *
describe_sessions (FfDb *db, gint64 run_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = ff_sessions_of_run (db, run_id, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);
      g_autofree char *from = ff_time_format (session->starts_at);
      g_autofree char *to = ff_time_format (session->ends_at);

      g_string_append_printf (text, "%s%s%s %s-%s%s%s%s", i > 0 ? "; " : "", session->cancelled ? "(" : "", session->key, from + 5, to + 11,
                              session->audience != NULL ? " for " : "", session->audience != NULL ? session->audience : "",
                              session->cancelled ? ")" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_sessions (FfDb *db, gint64 run_id, const char *expected)
{
  g_autofree char *text = describe_sessions (db, run_id);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_tasks (FfDb *db, gint64 run_id, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = ff_tasks_list (db, ff_owner_run (run_id), &error);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    {
      const FfTask *task = g_ptr_array_index (tasks, i);
      g_autofree char *due = ff_day_format (task->due_on);

      g_string_append_printf (text, "%s%s %s%s", i > 0 ? "; " : "", task->kind, due + 5, task->done_on != FF_NO_DAY ? " done" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static gint64
make (FfDb *db, const char *starts_on)
{
  g_autoptr (GError) error = NULL;
  FfRunDraft run = { .course = "CX-101", .starts_on = starts_on, .capacity = "30" };
  FfSessionsDraft sessions;
  gint64 id = 0;

  ff_sessions_draft_init (&sessions);
  sessions.venue = "Room 302";
  sessions.trainers = "Lin; Zhou";
  sessions.provisional = TRUE;
  g_assert_true (ff_class_plan_make (db, &run, &sessions, &id, &error));
  g_assert_no_error (error);
  return id;
}

/* Making ------------------------------------------------------------------------------------------------------------ */

static void
test_make (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (FfRun) run = NULL;
  g_autoptr (FfCoverage) coverage = NULL;
  gint64 id;

  set_up_course (db);
  before = store_dump (db);
  id = make (db, "2026-09-30");
  run = ff_runs_read (db, id, &error);
  g_assert_cmpstr (run->code, ==, "CX-101-01");
  g_assert_cmpint (run->starts_on, ==, ff_day_from_ymd (2026, 9, 30));
  g_assert_cmpint (run->ends_on, ==, ff_day_from_ymd (2026, 10, 5));
  assert_sessions (db, id, "S1 09-30 09:00-12:00; S2 09-30 14:00-16:00 for Support; S3 10-05 09:00-12:00");
  assert_tasks (db, id, "venue 09-23; notice 09-25; materials 09-27; level1 10-05; level2 10-06; level3 11-04; level4 01-03");
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM agenda_slot"), ==, 5);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM session WHERE booking = 'provisional'"), ==, 3);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM session_trainer"), ==, 6);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM goal WHERE run_id IS NOT NULL AND level = 3"), ==, 1);
  coverage = ff_agenda_read_coverage (db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (coverage->items, ==, 2);
  g_assert_cmpint (coverage->taught, ==, 1);
  g_assert_cmpuint (coverage->missing->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (coverage->missing, 0), ==, "Asking");
  class_assert_sound (db);
  store_assert_sound (db);

  g_assert_true (ff_undo (db, &error));
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
}

static void
test_due_dates_move (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  FfBatch *batch;

  set_up_course (db);
  batch = ff_batch_begin (db, "Set", &error);
  ff_settings_put (db, FF_SETTING_MOVE_DUE_DATES, "1", &error);
  g_assert_no_error (error);
  commit (batch);
  assert_tasks (db, make (db, "2026-09-30"),
                "venue 09-23; notice 09-25; materials 09-28; level1 10-05; level2 10-06; level3 11-04; level4 01-04");
}

static const struct
{
  const char *name;
  const char *course;
  const char *starts_on;
  gboolean timetable;
  int sessions;
  FfError code;
  const char *field;
} refusals[] = {
  { "unknown course", "CX-999", "2026-09-30", TRUE, 0, FF_ERROR_NOT_FOUND, "course" },
  { "no course", "", "2026-09-30", TRUE, 0, FF_ERROR_NOT_FOUND, "course" },
  { "no date", "CX-101", "", TRUE, 0, FF_ERROR_INVALID, "starts_on" },
  { "no date that is one", "CX-101", "2026-02-30", TRUE, 0, FF_ERROR_INVALID, "starts_on" },
  { "no timetable", "CX-101", "2026-09-30", TRUE, 0, FF_ERROR_INVALID, NULL },
  { "no hours", "CX-101", "2026-09-30", FALSE, 0, FF_ERROR_INVALID, NULL },
};

static void
test_refusals (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_dump (fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      FfRunDraft run = { .course = refusals[i].course, .starts_on = refusals[i].starts_on };
      FfSessionsDraft sessions;
      gint64 id = 0;

      g_test_message ("%s", refusals[i].name);
      ff_sessions_draft_init (&sessions);
      sessions.timetable = refusals[i].timetable;
      g_assert_false (ff_class_plan_make (fixture->db, &run, &sessions, &id, &error));
      class_assert_refused (&error, refusals[i].code, refusals[i].field);
      after = store_dump (fixture->db);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_pattern (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  FfSessionsDraft sessions;
  gint64 id;

  set_up_course (db);
  id = make (db, "2026-09-28");
  ff_sessions_draft_init (&sessions);
  sessions.timetable = FALSE;
  sessions.rhythm.weekdays = 1u << 3;
  sessions.sessions = 2;
  sessions.unit = FF_UNIT_DAY;
  g_assert_true (ff_class_plan_add_sessions (db, id, ff_day_from_ymd (2026, 9, 24), &sessions, &error));
  g_assert_no_error (error);
  assert_sessions (db, id, "S4 09-24 08:30-17:30; S1 09-28 09:00-12:00; S2 09-28 14:00-16:00 for Support; S3 09-29 09:00-12:00;"
                           " S5 10-08 08:30-17:30");
  /* What was dated from the class's days went with them. */
  assert_tasks (db, id, "venue 09-17; notice 09-19; materials 09-21; level1 10-08; level2 10-09; level3 11-07; level4 01-06");
  class_assert_sound (db);
}

/* An hour of which 20 minutes are an exercise takes the hour: what the exercise leaves is taught too; homework takes nothing. */
static void
test_pattern_takes_whole_items (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Set up a syllabus", &error);
  g_autoptr (FfCourse) course = ff_courses_read (db, course_id (db), &error);
  g_autoptr (GPtrArray) made = NULL;
  FfSessionsDraft draft;
  int minutes = 0;

  ff_course_add_item (course, -1, "lecture", "Listening", 60);
  ff_course_add_item (course, 0, "exercise", "In pairs", 20);
  ff_course_add_item (course, 0, "homework", "A diary", 45);
  g_assert_cmpint (ff_courses_put (db, course, &error), ==, FF_PUT_CHANGED);
  g_assert_true (ff_batch_commit (batch, &error));

  ff_sessions_draft_init (&draft);
  draft.timetable = FALSE;
  made = ff_class_plan_sessions (db, course->id, ff_day_from_ymd (2026, 9, 24), &draft, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < made->len; i++)
    {
      const FfMadeSession *session = g_ptr_array_index (made, i);

      minutes += (int) (session->ends_at - session->starts_at);
    }
  g_assert_cmpint (minutes, ==, 60);
}

/* Changing ------------------------------------------------------------------------------------------------------------ */

static const struct
{
  const char *name;
  FfClassChange change;
  const char *to;        /* a day, or a time */
  const char *session;   /* its key */
  const char *sessions;  /* expected; NULL: refused */
  const char *tasks;
  const char *field;
} changes[] = {
  { "by days over a holiday", { .kind = FF_CHANGE_SHIFT, .to = FF_NO_DAY, .days = 2 }, NULL, NULL,
    "S1 09-30 09:00-12:00; S2 09-30 14:00-16:00 for Support; S3 10-05 09:00-12:00",
    "venue 09-23; notice 09-25; materials 09-27; level1 10-05; level2 10-06; level3 11-04; level4 01-03" },
  { "by days, all worked", { .kind = FF_CHANGE_SHIFT, .to = FF_NO_DAY, .days = 2, .any_day = TRUE }, NULL, NULL,
    "S1 09-30 09:00-12:00; S2 09-30 14:00-16:00 for Support; S3 10-01 09:00-12:00",
    "venue 09-23; notice 09-25; materials 09-27; level1 10-01; level2 10-02; level3 10-31; level4 12-30" },
  { "to a day off", { .kind = FF_CHANGE_SHIFT }, "2026-10-01", NULL,
    "S1 10-05 09:00-12:00; S2 10-05 14:00-16:00 for Support; S3 10-06 09:00-12:00",
    "venue 09-28; notice 09-30; materials 10-02; level1 10-06; level2 10-07; level3 11-05; level4 01-04" },
  { "back", { .kind = FF_CHANGE_SHIFT, .to = FF_NO_DAY, .days = -4 }, NULL, NULL,
    "S1 09-24 09:00-12:00; S2 09-24 14:00-16:00 for Support; S3 09-25 09:00-12:00",
    "venue 09-17; notice 09-19; materials 09-21; level1 09-25; level2 09-26; level3 10-25; level4 12-24" },
  { "by nothing", { .kind = FF_CHANGE_SHIFT, .to = FF_NO_DAY } },
  { "one put off", { .kind = FF_CHANGE_POSTPONE, .reason = "Lin is ill" }, "2026-10-09 13:00", "S3",
    "S1 09-28 09:00-12:00; S2 09-28 14:00-16:00 for Support; S3 10-09 13:00-16:00",
    "venue 09-21; notice 09-23; materials 09-25; level1 10-09; level2 10-10; level3 11-08; level4 01-07" },
  { "put off without a reason", { .kind = FF_CHANGE_POSTPONE, .reason = " " }, "2026-10-09 13:00", "S3", .field = "reason" },
  { "put off to where it is", { .kind = FF_CHANGE_POSTPONE, .reason = "x" }, "2026-09-29 09:00", "S3", .field = "date" },
  { "one cancelled", { .kind = FF_CHANGE_CANCEL, .reason = "No room" }, NULL, "S2",
    "S1 09-28 09:00-12:00; (S2 09-28 14:00-16:00 for Support); S3 09-29 09:00-12:00",
    "venue 09-21; notice 09-23; materials 09-25; level1 09-29; level2 09-30; level3 10-29; level4 12-28" },
};

static void
test_changes (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 id;

  set_up_course (db);
  id = make (db, "2026-09-28");
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      FfClassChange change = changes[i].change;
      g_autofree char *before = store_dump (db);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", changes[i].name);
      change.run_id = id;
      if (changes[i].session != NULL)
        change.session_id = class_session (db, id, changes[i].session);
      if (changes[i].to != NULL && change.kind == FF_CHANGE_POSTPONE)
        change.starts_at = class_time (changes[i].to);
      else if (changes[i].to != NULL)
        g_assert_true (ff_day_parse (changes[i].to, &change.to));
      g_assert_cmpint (ff_class_changes_do (db, &change, &error), ==, changes[i].sessions != NULL);
      if (changes[i].sessions == NULL)
        class_assert_refused (&error, FF_ERROR_INVALID, changes[i].field);
      else
        {
          g_assert_no_error (error);
          assert_sessions (db, id, changes[i].sessions);
          assert_tasks (db, id, changes[i].tasks);
          g_assert_cmpint (store_count (db, "SELECT count(*) FROM agenda_slot JOIN session ON session.id = session_id"
                                            " WHERE agenda_slot.starts_at < session.starts_at OR agenda_slot.ends_at > session.ends_at"),
                           ==, 0);
          class_assert_sound (db);
          g_assert_true (ff_undo (db, &error));
        }
      after = store_dump (db);
      g_assert_cmpstr (after, ==, before);
    }
}

static char *
trainers_of (FfDb *db, gint64 run_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = ff_sessions_of_run (db, run_id, &error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", ((FfSession *) g_ptr_array_index (sessions, i))->trainers);
  return g_string_free (text, FALSE);
}

static void
test_trainer (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from; /* a session's key; NULL: the next one */
    const char *trainer;
    const char *in_place_of;
    const char *expected; /* NULL: refused */
    const char *field;
  } cases[] = {
    { NULL, "Wang", "Zhou", "Wang; Lin | Wang; Lin | Wang; Lin" },
    { "S3", "Wang", "Lin", "Lin; Zhou | Lin; Zhou | Wang; Zhou" },
    { "S2", "Zhou", NULL, "Lin; Zhou | Zhou | Zhou" },
    { NULL, "Zhou", "Lin", "Zhou | Zhou | Zhou" },
    { NULL, " ", "Lin", NULL, "trainer" },
    { NULL, "Wang", "Nobody", NULL, "in_place_of" },
  };
  FfDb *db = fixture->db;
  gint64 id;

  set_up_course (db);
  id = make (db, "2026-09-28");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfClassChange change = { .kind = FF_CHANGE_TRAINER, .run_id = id, .trainer = cases[i].trainer, .in_place_of = cases[i].in_place_of };
      g_autoptr (GError) error = NULL;
      g_autofree char *trainers = NULL;

      change.session_id = cases[i].from != NULL ? class_session (db, id, cases[i].from) : 0;
      g_assert_cmpint (ff_class_changes_do (db, &change, &error), ==, cases[i].expected != NULL);
      if (cases[i].expected == NULL)
        {
          g_assert_cmpstr (ff_put_error_field (error), ==, cases[i].field);
          continue;
        }
      g_assert_no_error (error);
      trainers = trainers_of (db, id);
      g_assert_cmpstr (trainers, ==, cases[i].expected);
      g_assert_true (ff_undo (db, &error));
    }
}

static void
test_confirm (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  FfClassChange change = { .kind = FF_CHANGE_CONFIRM };

  set_up_course (db);
  change.run_id = make (db, "2026-09-28");
  change.session_id = class_session (db, change.run_id, "S2");
  g_assert_true (ff_class_changes_do (db, &change, &error));
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM session WHERE booking = 'provisional'"), ==, 2);
  change.session_id = 0;
  g_assert_true (ff_class_changes_do (db, &change, &error));
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM session WHERE booking = 'provisional'"), ==, 0);
  g_assert_false (ff_class_changes_do (db, &change, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
}

/* Of a class that has begun, only what is to come moves. */
static void
test_shift_running (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRun) run = NULL;
  gint64 id = class_make (db);
  FfClassChange change = { .kind = FF_CHANGE_SHIFT, .run_id = id, .to = FF_NO_DAY, .days = 1 };

  g_assert_true (ff_class_changes_do (db, &change, &error));
  g_assert_no_error (error);
  assert_sessions (db, id, "S1 09-21 09:00-12:00; S2 09-21 14:00-17:00; S3 09-22 09:00-12:00; S4 09-23 14:00-17:00");
  run = ff_runs_read (db, id, &error);
  g_assert_cmpint (run->starts_on, ==, ff_day_from_ymd (2026, 9, 21));
  g_assert_cmpint (run->ends_on, ==, ff_day_from_ymd (2026, 9, 23));
}

/* Joint bookings: what one class does holds for the other. */
static void
test_joint (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  gint64 first, second;
  FfClassChange change = { .kind = FF_CHANGE_POSTPONE, .reason = "Storm" };
  FfBatch *batch;

  set_up_course (db);
  first = make (db, "2026-09-28");
  second = make (db, "2026-09-28");
  batch = ff_batch_begin (db, "Join", &error);
  ff_sessions_put (db, 0, &(FfSessionDraft) { .run = "CX-101-01", .key = "S3", .joint = "J", .link = "meet.example.org/1" }, NULL, NULL, &error);
  ff_sessions_put (db, 0, &(FfSessionDraft) { .run = "CX-101-02", .key = "S3", .joint = "J", .venue = "Hall", .trainers = "Wang" }, NULL, NULL,
                   &error);
  g_assert_no_error (error);
  commit (batch);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM session JOIN venue ON venue.id = venue_id WHERE name = 'Hall'"), ==, 2);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM session_trainer JOIN trainer ON trainer.id = trainer_id WHERE name = 'Wang'"), ==, 2);
  change.run_id = first;
  change.session_id = class_session (db, first, "S3");
  change.starts_at = class_time ("2026-10-09 10:00");
  plans = ff_class_changes_plan (db, &change, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plans->len, ==, 2);
  g_assert_true (ff_class_changes_do (db, &change, &error));
  assert_sessions (db, second, "S1 09-28 09:00-12:00; S2 09-28 14:00-16:00 for Support; S3 10-09 10:00-13:00");
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM agenda_slot WHERE starts_at = '2026-10-09 10:00'"), ==, 2);
}

/* Plans are what is then done. */
static void
test_plans (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GPtrArray) bookings = NULL;
  FfSessionsDraft draft;
  gint64 id;
  FfClassChange change = { .kind = FF_CHANGE_SHIFT, .to = FF_NO_DAY, .days = 2 };

  set_up_course (db);
  id = change.run_id = make (db, "2026-09-28");
  plans = ff_class_changes_plan (db, &change, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plans->len, ==, 3);
  g_assert_cmpint (((FfSessionPlan *) g_ptr_array_index (plans, 2))->starts_at, ==, class_time ("2026-10-05 09:00"));
  g_assert_true (ff_class_changes_do (db, &change, &error));

  /* A second class like it would need the same room and trainers. */
  ff_sessions_draft_init (&draft);
  draft.venue = "Room 302";
  draft.trainers = "Lin; Somebody new";
  made = ff_class_plan_sessions (db, course_id (db), ff_day_from_ymd (2026, 9, 30), &draft, &error);
  g_assert_no_error (error);
  bookings = ff_class_plan_bookings (db, 0, course_id (db), made, &draft, &error);
  g_assert_no_error (error);
  clashes = ff_clashes_of_plans (db, bookings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clashes->len, ==, 6);
  assert_sessions (db, id, "S1 09-30 09:00-12:00; S2 09-30 14:00-16:00 for Support; S3 10-05 09:00-12:00");
}

/* Copying --------------------------------------------------------------------------------------------------------------- */

static void
test_copy (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  FfClassCopy copy = { .starts_on = ff_day_from_ymd (2026, 9, 30), .people = TRUE, .provisional = TRUE };
  FfBatch *batch;
  gint64 id = 0;

  set_up_course (db);
  copy.run_id = make (db, "2026-09-28");
  batch = ff_batch_begin (db, "Fill", &error);
  for (int i = 1; i <= 4; i++)
    {
      g_autofree char *no = g_strdup_printf ("E%03d", i);
      FfEnrolmentDraft draft = { .run = "CX-101-01", .employee_no = no, .team = i % 2 ? "Red" : "Blue", .leader = i == 1 ? "1" : "0",
                                 .status = i == 4 ? "withdrawn" : "enrolled" };

      ff_enrolments_put (db, &draft, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  ff_sessions_put (db, 0, &(FfSessionDraft) { .run = "CX-101-01", .key = "S3", .audience = "Red" }, NULL, NULL, &error);
  ff_rules_put (db, 0, copy.run_id, &(FfAttendanceRule) { .grace_minutes = 5, .max_absence = 1000, .min_attended = -1 }, &error);
  g_assert_no_error (error);
  ff_people_put_equipment (db, 0, &(FfEquipmentDraft) { .name = "Projector", .count = "3" }, NULL, &error);
  ff_session_equipment_put (db, class_session (db, copy.run_id, "S3"), "Projector × 2", &error);
  g_assert_no_error (error);
  commit (batch);
  before = store_dump (db);

  plans = ff_class_copy_plan (db, &copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plans->len, ==, 3);
  g_assert_cmpuint (((FfSessionPlan *) g_ptr_array_index (plans, 0))->trainees->len, ==, 3);
  g_assert_cmpuint (((FfSessionPlan *) g_ptr_array_index (plans, 1))->trainees->len, ==, 1);
  g_assert_cmpuint (((FfSessionPlan *) g_ptr_array_index (plans, 2))->trainees->len, ==, 2);

  g_assert_true (ff_class_copy_do (db, &copy, &id, &error));
  g_assert_no_error (error);
  assert_sessions (db, id, "S1 09-30 09:00-12:00; S2 09-30 14:00-16:00 for Support; S3 10-05 09:00-12:00 for Red");
  assert_tasks (db, id, "venue 09-23; notice 09-25; materials 09-27; level1 10-05; level2 10-06; level3 11-04; level4 01-03");
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM enrolment JOIN run ON run.id = run_id WHERE code = 'CX-101-02'"), ==, 3);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM enrolment JOIN run ON run.id = run_id WHERE code = 'CX-101-02' AND leader = 1"), ==, 1);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM attendance_rule JOIN run ON run.id = run_id WHERE code = 'CX-101-02' AND grace_minutes = 5"),
                   ==, 1);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM goal JOIN run ON run.id = run_id WHERE code = 'CX-101-02'"), ==, 1);
  g_assert_cmpint (store_count (db, "SELECT sum(count) FROM session_equipment JOIN session ON session.id = session_id JOIN run ON run.id = run_id"
                                    " WHERE code = 'CX-101-02'"), ==, 2);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM agenda_slot"), ==, 10);
  class_assert_sound (db);
  store_assert_sound (db);

  g_assert_true (ff_undo (db, &error));
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
}

static void
test_copy_without_people (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  FfClassCopy copy = { .run_id = class_make (db), .code = "CX-9", .title = "Again", .starts_on = ff_day_from_ymd (2027, 2, 26) };
  gint64 id = 0;

  g_assert_true (ff_class_copy_do (db, &copy, &id, &error));
  g_assert_no_error (error);
  assert_sessions (db, id, "S1 02-26 09:00-12:00; S2 02-26 14:00-17:00; S3 03-01 09:00-12:00; S4 03-01 14:00-17:00");
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM enrolment JOIN run ON run.id = run_id WHERE code = 'CX-9'"), ==, 0);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM task"), ==, 7);
  g_assert_false (ff_class_copy_do (db, &copy, &id, &error));
  class_assert_refused (&error, FF_ERROR_EXISTS, "code");
}

/* A session over midnight: the hours before its start are those of the next morning. */
static void
test_night (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  class_make (db);
  ff_sessions_put (db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "N", .starts_at = "2026-09-24 22:00", .ends_at = "2026-09-25 06:00" },
                   NULL, &id, &error);
  g_assert_no_error (error);
  ff_agenda_put_slot (db, id, 0, &(FfSlotDraft) { .from = "23:00", .to = "01:30", .title = "Rounds" }, NULL, &error);
  g_assert_no_error (error);
  ff_agenda_put_slot (db, id, 0, &(FfSlotDraft) { .from = "02:00", .to = "02:45", .activity = "break" }, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM agenda_slot WHERE ends_at = '2026-09-25 01:30' OR starts_at = '2026-09-25 02:00'"), ==,
                   2);
  g_assert_cmpint (ff_agenda_put_slot (db, id, 0, &(FfSlotDraft) { .from = "06:00", .to = "07:00", .title = "Late" }, NULL, &error), ==,
                   FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "to");
}

/* Agenda and tasks ---------------------------------------------------------------------------------------------------------- */

static void
test_slots (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FfSlotDraft draft;
    FfPut result;
    const char *field;
  } cases[] = {
    { { .from = "08:30", .to = "09:30", .title = "Early" }, FF_PUT_REFUSED, "from" },
    { { .from = "11:30", .to = "12:30", .title = "Late" }, FF_PUT_REFUSED, "to" },
    { { .from = "11:00", .to = "10:30", .title = "Backwards" }, FF_PUT_REFUSED, "to" },
    { { .from = "10:00", .to = "11:00" }, FF_PUT_REFUSED, "title" },
    { { .from = "10:00", .to = "11:00", .item = "Nothing" }, FF_PUT_REFUSED, "item" },
    { { .from = "10:00", .to = "11:00", .item = "Listening", .trainer = "Wang" }, FF_PUT_NEW, NULL },
    { { .from = "09:00", .to = "10:00", .title = "Before" }, FF_PUT_NEW, NULL },
    { { .from = "10:30", .to = "11:30", .title = "Over" }, FF_PUT_REFUSED, "from" },
    { { .from = "11:00", .to = "11:15", .activity = "break" }, FF_PUT_NEW, NULL },
  };
  FfDb *db = fixture->db;
  gint64 session_id;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GError) error = NULL;

  set_up_course (db);
  session_id = class_session (db, class_make (db), "S1");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%zu", i);
      g_assert_cmpint (ff_agenda_put_slot (db, session_id, 0, &cases[i].draft, NULL, &error), ==, cases[i].result);
      if (cases[i].result == FF_PUT_REFUSED)
        g_assert_cmpstr (ff_put_error_field (error), ==, cases[i].field);
      g_clear_error (&error);
    }
  slots = ff_agenda_of_session (db, session_id, &error);
  g_assert_cmpuint (slots->len, ==, 3);
  g_assert_cmpstr (((FfAgendaSlot *) g_ptr_array_index (slots, 0))->title, ==, "Before");
  g_assert_cmpstr (((FfAgendaSlot *) g_ptr_array_index (slots, 1))->title, ==, "Listening");
  g_assert_cmpstr (((FfAgendaSlot *) g_ptr_array_index (slots, 1))->trainer, ==, "Wang");
  g_assert_cmpint (store_count (db, "SELECT count(DISTINCT position) FROM agenda_slot"), ==, 3);
  g_assert_cmpint (ff_agenda_put_slot (db, session_id, ((FfAgendaSlot *) g_ptr_array_index (slots, 0))->id,
                                       &(FfSlotDraft) { .from = "11:20", .to = "11:40" }, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_true (ff_agenda_delete_slot (db, ((FfAgendaSlot *) g_ptr_array_index (slots, 1))->id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM agenda_slot WHERE title = 'Before' AND position = 2"), ==, 1);
}

static void
test_tasks (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) open = NULL;
  gint64 run_id = class_make (db);
  FfOwner owner = ff_owner_run (run_id);
  FfBatch *batch = ff_batch_begin (db, "Tasks", &error);
  g_autoptr (FfToday) today = NULL;
  guint n_due = 0;
  gint64 id = 0;

  g_assert_true (ff_tasks_make_checklist (db, run_id, &error));
  g_assert_true (ff_tasks_make_checklist (db, run_id, &error));
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM task"), ==, 7);
  g_assert_cmpint (ff_tasks_put (db, owner, 0, &(FfTaskDraft) { .title = " " }, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "title");
  g_assert_cmpint (ff_tasks_put (db, owner, 0, &(FfTaskDraft) { .title = "Order tea", .due_on = "2026-02-30" }, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "due_on");
  g_assert_cmpint (ff_tasks_put (db, owner, 0, &(FfTaskDraft) { .title = "Order tea", .due_on = "2026-09-18" }, &id, &error), ==, FF_PUT_NEW);
  g_assert_true (ff_tasks_move (db, id, 0, &error));
  g_assert_cmpint (ff_tasks_put (db, owner, id, &(FfTaskDraft) { .in_charge = "Li" }, &id, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  assert_tasks (db, run_id, "other 09-18; venue 09-14; notice 09-16; materials 09-18; level1 09-22; level2 09-23; level3 10-22; level4 12-21");
  open = ff_tasks_list_open (db, ff_day_from_ymd (2026, 9, 22), &error);
  g_assert_cmpuint (open->len, ==, 5);
  g_assert_cmpstr (ff_task_title (g_ptr_array_index (open, 0)), ==, "Venue confirmed");
  g_assert_true (ff_tasks_tick (db, id, TRUE, &error));
  commit (batch);
  today = ff_today_read (db, ff_time_now (), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < today->dues->len; i++)
    n_due += ((FfDue *) g_ptr_array_index (today->dues, i))->kind == FF_DUE_TASK;
  g_assert_cmpuint (n_due, ==, 5);
  /* What is done stays where it was done. */
  g_assert_cmpint (ff_runs_put (db, run_id, &(FfRunDraft) { .starts_on = "2026-09-14", .ends_on = "2026-09-22" }, NULL, &error), ==, FF_PUT_CHANGED);
  assert_tasks (db, run_id, "other 09-18 done; venue 09-07; notice 09-09; materials 09-11; level1 09-22; level2 09-23; level3 10-22; level4 12-21");
  g_assert_true (ff_undo (db, &error));
  g_assert_true (ff_undo (db, &error));
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM task"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/class-plan/make", test_make);
  class_test_add ("/class-plan/due-dates", test_due_dates_move);
  class_test_add ("/class-plan/refusals", test_refusals);
  class_test_add ("/class-plan/pattern", test_pattern);
  class_test_add ("/class-plan/pattern-takes-whole-items", test_pattern_takes_whole_items);
  class_test_add ("/class-plan/changes", test_changes);
  class_test_add ("/class-plan/trainer", test_trainer);
  class_test_add ("/class-plan/confirm", test_confirm);
  class_test_add ("/class-plan/shift-running", test_shift_running);
  class_test_add ("/class-plan/joint", test_joint);
  class_test_add ("/class-plan/plans", test_plans);
  class_test_add ("/class-plan/copy", test_copy);
  class_test_add ("/class-plan/copy-without-people", test_copy_without_people);
  class_test_add ("/class-plan/slots", test_slots);
  class_test_add ("/class-plan/night", test_night);
  class_test_add ("/class-plan/tasks", test_tasks);
  return g_test_run ();
}
