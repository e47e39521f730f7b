/* What is computed about one trainee: classes, hours of the year, sessions to come. The class is that of ff-class-test.h. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-people.h"
#include "ff-register.h"
#include "ff-roster.h"
#include "ff-trainee-figures.h"

static FfTraineeFigures *
read_figures (FfDb *db, const char *no)
{
  g_autoptr (GError) error = NULL;
  FfTraineeFigures *figures = ff_trainee_figures_read (db, class_trainee (db, no), ff_time_now (), &error);

  g_assert_no_error (error);
  return figures;
}

static void
mark (FfDb *db, gint64 run_id, const char *no, const char *session, FfAttendanceStatus status)
{
  FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;
  g_autoptr (GError) error = NULL;

  record.set = status;
  g_assert_cmpint (ff_register_set (db, class_session (db, run_id, session), class_enrolment (db, run_id, no), &record, &error), !=,
                   FF_PUT_REFUSED);
  g_assert_no_error (error);
}

/* A slot that teaches a break of the syllabus is one, whatever its activity says: 180 − 30 minutes are three hours and a third. */
static void
test_break (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfTraineeFigures) figures = NULL;
  FfBatch *batch = ff_batch_begin (fixture->db, "Test", &error);

  ff_db_exec (fixture->db, "INSERT INTO syllabus_item (course_id, position, kind, title) SELECT course_id, 99, 'break', 'Tea' FROM run", &error);
  ff_db_exec (fixture->db, "INSERT INTO agenda_slot (session_id, position, starts_at, ends_at, title, syllabus_item_id)"
                           " SELECT id, 0, '2026-09-21 10:00', '2026-09-21 10:30', 'Tea', (SELECT max (id) FROM syllabus_item)"
                           " FROM session WHERE key = 'S1'", &error);
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (batch, &error));
  mark (fixture->db, run_id, "E001", "S1", FF_ATTENDANCE_PRESENT);
  figures = read_figures (fixture->db, "E001");
  g_assert_cmpint (figures->hours, ==, 300);
}

static void
test_enrolled (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (FfTraineeFigures) figures = NULL;
  const FfTraineeClass *one;

  mark (fixture->db, run_id, "E001", "S1", FF_ATTENDANCE_PRESENT);
  mark (fixture->db, run_id, "E001", "S2", FF_ATTENDANCE_ABSENT);
  mark (fixture->db, run_id, "E001", "S3", FF_ATTENDANCE_LATE);
  figures = read_figures (fixture->db, "E001");
  g_assert_cmpuint (figures->classes->len, ==, 1);
  one = g_ptr_array_index (figures->classes, 0);
  g_assert_true (one->counted);
  g_assert_cmpstr (one->run->code, ==, "CX-1");
  g_assert_cmpint (one->tally.planned, ==, 4);
  g_assert_cmpint (one->tally.attended, ==, 2);
  g_assert_cmpint (one->tally.absent, ==, 1);
  g_assert_true (one->disqualified);

  /* Two sessions of 180 minutes, in hours of 45. */
  g_assert_cmpint (figures->year, ==, 2026);
  g_assert_cmpint (figures->sessions_attended, ==, 2);
  g_assert_cmpint (figures->hours, ==, 800);
  g_assert_cmpint (figures->required, ==, -1);
  g_assert_cmpint (figures->missing, ==, 0);

  /* At 13:52 of the second day one session has not ended. */
  g_assert_cmpuint (figures->upcoming->len, ==, 1);
  g_assert_cmpint (((const FfTraineeSession *) g_ptr_array_index (figures->upcoming, 0))->session_id, ==,
                   class_session (fixture->db, run_id, "S4"));
}

static void
test_withdrawn (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  gint64 id = class_enrolment (fixture->db, run_id, "E002");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfTraineeFigures) figures = NULL;

  g_assert_true (ff_roster_withdraw (fixture->db, &id, 1, "Moved", &error));
  figures = read_figures (fixture->db, "E002");
  g_assert_cmpuint (figures->classes->len, ==, 1);
  g_assert_false (((const FfTraineeClass *) g_ptr_array_index (figures->classes, 0))->counted);
  g_assert_cmpuint (figures->upcoming->len, ==, 0);
  g_assert_cmpint (figures->hours, ==, 0);
}

static void
test_nobody (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfTraineeFigures) none = ff_trainee_figures_read (fixture->db, 4711, ff_time_now (), &error);
  g_autoptr (FfTraineeFigures) figures = read_figures (fixture->db, "E006");

  g_assert_null (none);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
  g_assert_cmpuint (figures->classes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/trainee-figures/enrolled", test_enrolled);
  class_test_add ("/trainee-figures/break", test_break);
  class_test_add ("/trainee-figures/withdrawn", test_withdrawn);
  class_test_add ("/trainee-figures/nobody", test_nobody);
  return g_test_run ();
}
