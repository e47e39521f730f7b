/* The demo organisation holds what its header promises, in both languages, at any hour. */
#include <locale.h>
#include <string.h>

#include "ff-class-figures.h"
#include "ff-courses.h"
#include "ff-demo.h"
#include "ff-people.h"
#include "ff-rater-figures.h"
#include "ff-runs.h"

#include "test-support.h"

typedef struct
{
  const char *name;
  const char *language;
  const char *now;
  const char *typed; /* what finds somebody */
} Case;

static const Case cases[] = {
  { "/demo/english-morning", "en", "2026-09-22 08:00", "zhang" },
  { "/demo/chinese-afternoon", "zh_CN", "2026-09-22 15:20", "zs" },
  { "/demo/chinese-new-year", "zh_CN", "2027-01-01 00:00", "张三" },
  { "/demo/leap-day", "en", "2028-02-29 23:59", "zhang san" },
};

static FfDb *
make_demo (const Case *c, FfMinute *now)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (strrchr (c->name, '/') + 1, ".fourfold", NULL);
  g_autofree char *path = test_path (name);
  FfDb *db = ff_db_open (path, FF_DB_CREATE, &error);

  g_assert_no_error (error);
  g_setenv ("LANGUAGE", c->language, TRUE);
  g_assert_true (ff_time_parse (c->now, now));
  ff_demo_fill (db, *now, &error);
  g_assert_no_error (error);
  return db;
}

static void
check_people (FfDb *db, const Case *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = ff_people_list_trainees (db, &(FfPeopleQuery) { 0 }, &error);
  g_autoptr (GArray) found = ff_people_list_trainees (db, &(FfPeopleQuery) { .search = c->typed }, &error);
  g_autoptr (GPtrArray) trainers = ff_people_list_trainers (db, NULL, &error);
  g_autoptr (GPtrArray) venues = ff_people_list_venues (db, NULL, &error);
  g_autoptr (GPtrArray) departments = ff_people_list_departments (db, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 240);
  g_assert_cmpuint (found->len, >=, 1);
  g_assert_cmpuint (found->len, <, 240);
  g_assert_cmpuint (trainers->len, ==, 9);
  g_assert_cmpuint (venues->len, ==, 5);
  g_assert_cmpuint (departments->len, ==, 8);
}

/* Nobody is marked before the class begins. */
static void
check_planned (const FfClassFigures *figures)
{
  for (guint i = 0; i < figures->trainees->len; i++)
    g_assert_cmpuint (((const FfClassTrainee *) g_ptr_array_index (figures->trainees, i))->marks->len, ==, 0);
}

static void
check_classes (FfDb *db, FfMinute now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) courses = ff_courses_list (db, NULL, FF_COURSE_SORT_CODE, FALSE, &error);
  g_autoptr (GArray) ids = ff_runs_list (db, &(FfRunQuery) { .status = -1 }, &error);
  int states[FF_RUN_CANCELLED + 1] = { 0 };

  g_assert_no_error (error);
  g_assert_cmpuint (courses->len, ==, 6);
  g_assert_cmpuint (ids->len, ==, 10);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (FfClassFigures) figures = ff_class_figures_read (db, g_array_index (ids, gint64, i), now, &error);

      g_assert_no_error (error);
      states[ff_run_status (figures->run->starts_on, figures->run->ends_on, FALSE, now)]++;
      g_assert_cmpuint (figures->trainees->len, >, 0);
      g_assert_cmpint (figures->planned_sessions, >=, 2);
      if (ff_run_status (figures->run->starts_on, figures->run->ends_on, FALSE, now) == FF_RUN_PLANNED)
        check_planned (figures);
    }
  g_assert_cmpint (states[FF_RUN_PLANNED], >=, 2);
  g_assert_cmpint (states[FF_RUN_RUNNING], >=, 3);
  g_assert_cmpint (states[FF_RUN_FINISHED], >=, 3);
}

static guint
count_second_attempts (const FfClassTrainee *trainee, int component)
{
  guint n = 0;

  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *mark = &g_array_index (trainee->marks, FfStoredMark, i);

      n += mark->component == component && mark->attempt == 2;
    }
  return n;
}

/* There are raters to agree, and a second attempt to count. */
static void
check_marks (FfDb *db, FfMinute now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) rated = ff_class_figures_read (db, ff_runs_find (db, "KA-01", &error), now, &error);
  g_autoptr (FfClassFigures) repeated = ff_class_figures_read (db, ff_runs_find (db, "CX-01", &error), now, &error);
  int phone = ff_scheme_find (rated->scheme, "phone"), written = ff_scheme_find (repeated->scheme, "written");
  g_autoptr (FfLeafAgreement) agreement = ff_agreement_of_leaf (rated, (guint) phone);
  guint differing = 0, attempts = 0;

  g_assert_no_error (error);
  g_assert_nonnull (agreement);
  g_assert_cmpuint (agreement->raters->len, ==, 2);
  g_assert_cmpuint (agreement->n_complete, ==, 12);
  g_assert_cmpfloat (agreement->icc2k, >, 0.5);
  for (guint i = 0; i < agreement->people->len; i++)
    differing += ff_rated_trainee_differs (rated, agreement, g_ptr_array_index (agreement->people, i), 15);
  g_assert_cmpuint (differing, ==, 2);
  for (guint i = 0; i < repeated->trainees->len; i++)
    attempts += count_second_attempts (g_ptr_array_index (repeated->trainees, i), written);
  g_assert_cmpuint (attempts, ==, 1);
}

static void
test_demo (gconstpointer data)
{
  const Case *c = data;
  FfMinute now;
  g_autoptr (FfDb) db = make_demo (c, &now);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  check_people (db, c);
  check_classes (db, now);
  check_marks (db, now);
  g_assert_true (ff_people_check (db, findings, &error) && ff_courses_check (db, findings, &error) && ff_runs_check (db, findings, &error));
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_false (ff_demo_fill (db, now, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_EXISTS);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, &cases[i], test_demo);
  return test_run ();
}
