/* What the tests of classes start from. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-courses.h"
#include "ff-people.h"

static void
make_course (FfDb *db)
{
  g_autoptr (FfCourse) course = ff_course_new ();
  g_autoptr (GError) error = NULL;
  FfScheme *scheme = course->scheme;
  FfComponent *component;

  course->code = g_strdup ("CX-101");
  course->title = g_strdup ("客户体验");
  ff_scheme_add (scheme, -1, "process", "Process", 4000);
  ff_scheme_add (scheme, 0, "participation", "Participation", 5000);
  component = ff_scheme_add (scheme, 0, "attendance", "Attendance", 5000);
  component->source = FF_SOURCE_ATTENDANCE;
  component = ff_scheme_add (scheme, -1, "result", "Result", 6000);
  component->level = 2;
  ff_scheme_add (scheme, 3, "written", "Written test", 4000);
  component = ff_scheme_add (scheme, 3, "practical", "Practical test", 6000);
  component->source = FF_SOURCE_RUBRIC;
  ff_component_add_criterion (component, "c1", "Listening", 500);
  ff_component_add_criterion (component, "c2", "Answering", 500);
  component->max = 1000;
  component = ff_scheme_add (scheme, -1, "pretest", "Pre-test", 0);
  component->pretest_of = g_strdup ("written");
  ff_scheme_update (scheme);
  g_assert_cmpint (ff_courses_put (db, course, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
}

void
class_fill (FfDb *db)
{
  static const char *const layers[] = { "frontline", "frontline", "support", "support", "management", "management" };
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Set up", &error);

  g_assert_no_error (error);
  make_course (db);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      g_autofree char *no = g_strdup_printf ("E%03u", i + 1);
      g_autofree char *name = g_strdup_printf ("Trainee %u", i + 1);
      FfTraineeDraft draft = { .employee_no = no, .name = name, .layer = layers[i], .department = "Service/Hotline", .job_title = "Agent" };

      g_assert_cmpint (ff_people_put_trainee (db, 0, &draft, NULL, &error), ==, FF_PUT_NEW);
      g_assert_no_error (error);
    }
  ff_batch_commit (batch, &error);
  g_assert_no_error (error);
}

void
class_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);
  store_set_up (fixture, data);
  class_fill (fixture->db);
}

gint64
class_make (FfDb *db)
{
  static const char *const times[][3] = {
    { "S1", "2026-09-21 09:00", "2026-09-21 12:00" },
    { "S2", "2026-09-21 14:00", "2026-09-21 17:00" },
    { "S3", "2026-09-22 09:00", "2026-09-22 12:00" },
    { "S4", "2026-09-22 14:00", "2026-09-22 17:00" },
  };
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Make a class", &error);
  FfRunDraft draft = { .code = "CX-1", .course = "CX-101", .starts_on = "2026-09-21", .ends_on = "2026-09-22" };
  gint64 id = 0;

  g_assert_cmpint (ff_runs_put (db, 0, &draft, &id, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      FfSessionDraft session = { .run = "CX-1", .key = times[i][0], .starts_at = times[i][1], .ends_at = times[i][2] };

      g_assert_cmpint (ff_sessions_put (db, 0, &session, NULL, NULL, &error), ==, FF_PUT_NEW);
      g_assert_no_error (error);
    }
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *no = g_strdup_printf ("E%03d", i);
      FfEnrolmentDraft enrolment = { .run = "CX-1", .employee_no = no };

      g_assert_cmpint (ff_enrolments_put (db, &enrolment, NULL, NULL, &error), ==, FF_PUT_NEW);
      g_assert_no_error (error);
    }
  ff_batch_commit (batch, &error);
  g_assert_no_error (error);
  return id;
}

gint64
class_trainee (FfDb *db, const char *employee_no)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ff_people_find_trainee (db, employee_no, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

gint64
class_session (FfDb *db, gint64 run_id, const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ff_session_store_find (db, run_id, key, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

gint64
class_enrolment (FfDb *db, gint64 run_id, const char *employee_no)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ff_enrolment_store_find (db, run_id, class_trainee (db, employee_no), &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

FfMinute
class_time (const char *text)
{
  FfMinute time;

  g_assert_true (ff_time_parse (text, &time));
  return time;
}

void
class_assert_refused (GError **error, FfError code, const char *field)
{
  g_assert_error (*error, FF_ERROR, (int) code);
  g_assert_cmpstr (ff_put_error_field (*error), ==, field);
  g_clear_error (error);
}

void
class_assert_sound (FfDb *db)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  ff_runs_check (db, findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}
