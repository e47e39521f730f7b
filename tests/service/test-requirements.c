/* Required courses: whom they are required of, what counts as taken, and when they are due again. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-register.h"
#include "ff-requirements.h"

#define TODAY "2027-03-01"

static FfDay
day_of (const char *text)
{
  FfDay day = FF_NO_DAY;

  g_assert_true (ff_day_parse (text, &day));
  return day;
}

static FfPut
require (FfDb *db, const char *layer, const char *department, const char *months, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Require", NULL);
  FfRequirementDraft draft = { layer, department, months };
  g_autoptr (GError) found = NULL;
  gint64 course = store_count (db, "SELECT id FROM course WHERE code = 'CX-101'");
  FfPut put = ff_requirements_put (db, course, 0, &draft, NULL, error);

  if (put != FF_PUT_REFUSED)
    ff_batch_commit (g_steal_pointer (&batch), &found);
  g_assert_no_error (found);
  return put;
}

/* Marks one trainee in the first session of the class. */
static void
mark (FfDb *db, gint64 run_id, const char *employee_no, const char *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Mark", &error);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO attendance (session_id, enrolment_id, status) VALUES (%" G_GINT64_FORMAT
                                          ", %" G_GINT64_FORMAT ", '%s')",
                                          class_session (db, run_id, "S1"), class_enrolment (db, run_id, employee_no), status);

  store_exec (db, sql);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
}

static const FfRequiredPerson *
find_person (const FfRequirementFigures *figures, const char *employee_no)
{
  for (guint i = 0; i < figures->people->len; i++)
    {
      const FfRequiredPerson *person = g_ptr_array_index (figures->people, i);

      if (g_str_equal (person->person->employee_no, employee_no))
        return person;
    }
  return NULL;
}

/* The class ends on 2026-09-22. */
static void
test_states (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *today;
    const char *months;
    FfRequiredState present;
    FfRequiredState absent;
  } cases[] = {
    { "while the class runs nobody has taken it", "2026-09-22", "", FF_REQUIRED_MISSING, FF_REQUIRED_MISSING },
    { "once is enough", TODAY, "", FF_REQUIRED_DONE, FF_REQUIRED_MISSING },
    { "valid for a year", TODAY, "12", FF_REQUIRED_DONE, FF_REQUIRED_MISSING },
    { "60 days before", "2027-07-24", "12", FF_REQUIRED_SOON, FF_REQUIRED_MISSING },
    { "61 days before", "2027-07-23", "12", FF_REQUIRED_DONE, FF_REQUIRED_MISSING },
    { "on the day", "2027-09-22", "12", FF_REQUIRED_OVERDUE, FF_REQUIRED_MISSING },
  };
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;

  mark (fixture->db, run_id, "E001", "late");
  mark (fixture->db, run_id, "E002", "absent");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) all = NULL;
      const FfRequirementFigures *figures;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (require (fixture->db, "frontline", "", cases[i].months, &error), ==, FF_PUT_NEW);
      all = ff_requirement_figures_read (fixture->db, day_of (cases[i].today), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (all->len, ==, 1);
      figures = g_ptr_array_index (all, 0);
      g_assert_cmpuint (figures->people->len, ==, 2);
      g_assert_cmpint (find_person (figures, "E001")->state, ==, cases[i].present);
      g_assert_cmpint (find_person (figures, "E002")->state, ==, cases[i].absent);
      g_assert_cmpint (find_person (figures, "E001")->person->enrolled, ==, i == 0);
      ff_undo (fixture->db, &error);
      g_assert_no_error (error);
    }
}

static void
test_whom (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const FfRequirementFigures *figures;
  int counted = 0;

  class_make (fixture->db);
  g_assert_cmpint (require (fixture->db, "frontline", "", "12", &error), ==, FF_PUT_NEW);
  g_assert_cmpint (require (fixture->db, "", "", "", &error), ==, FF_PUT_NEW);
  g_assert_cmpint (require (fixture->db, "frontline", "", "6", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_EXISTS, "layer");
  g_assert_cmpint (require (fixture->db, "nobody", "", "", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, "layer");

  all = ff_requirement_figures_read (fixture->db, day_of (TODAY), &error);
  g_assert_no_error (error);
  figures = g_ptr_array_index (all, 0);
  /* Two requirements name the frontline: everybody stands once. */
  g_assert_cmpuint (figures->people->len, ==, 6);
  for (guint i = 0; i < figures->departments->len; i++)
    {
      const FfRequiredDepartment *department = g_ptr_array_index (figures->departments, i);

      g_assert_cmpuint (department->first, ==, counted);
      counted += department->people;
    }
  g_assert_cmpint (counted, ==, 6);
  g_assert_cmpint (figures->n_states[FF_REQUIRED_MISSING], ==, 6);
}

static void
test_of_trainee (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) courses = NULL;
  const FfRequiredCourse *course;

  mark (fixture->db, run_id, "E001", "present");
  g_assert_cmpint (require (fixture->db, "frontline", "", "12", &error), ==, FF_PUT_NEW);
  courses = ff_requirements_of_trainee (fixture->db, class_trainee (fixture->db, "E001"), day_of (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (courses->len, ==, 1);
  course = g_ptr_array_index (courses, 0);
  g_assert_cmpint (course->state, ==, FF_REQUIRED_DONE);
  g_assert_cmpint (course->due_on, ==, day_of ("2027-09-22"));

  g_clear_pointer (&courses, g_ptr_array_unref);
  courses = ff_requirements_of_trainee (fixture->db, class_trainee (fixture->db, "E005"), day_of (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (courses->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/requirements/states", test_states);
  class_test_add ("/requirements/whom", test_whom);
  class_test_add ("/requirements/of-trainee", test_of_trainee);
  return g_test_run ();
}
