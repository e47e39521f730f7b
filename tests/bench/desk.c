/* What the desk of a big training department takes, in milliseconds.  usage: desk fill|measure DATABASE [BEGINNING OF A NAME]
   `fill` adds what no import brings: unavailability, days off, projects, a plan and required courses. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "ff-calendar.h"
#include "ff-clashes.h"
#include "ff-courses.h"
#include "ff-days.h"
#include "ff-people.h"
#include "ff-place-rows.h"
#include "ff-plans.h"
#include "ff-projects.h"
#include "ff-requirements.h"
#include "ff-rows.h"
#include "ff-today.h"
#include "ff-trainee-figures.h"
#include "ff-trainer-figures.h"
#include "ff-unavailability.h"

#define NOW "2026-09-22 08:40"
#define ROUNDS 5
#define PLAN_LINES 300
#define PROJECTS 40
#define YEAR 2026

static FfMinute now;

static void
need (gboolean done, GError *error)
{
  if (!done || error != NULL)
    g_error ("%s", error != NULL ? error->message : "refused");
}

/* Filling ----------------------------------------------------------------------------------------------------------------- */

static void
fill_unavailability (FfDb *db, FfAway who, const char *prefix, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *day = ff_day_format (ff_time_day (now) - 260 + (int) (i * 7 % 600));
      FfUnavailabilityDraft draft = { .starts_at = day, .ends_at = day, .reason = prefix };
      g_autoptr (GError) error = NULL;

      need (ff_unavailability_put (db, 0, who, 1 + i % 60, &draft, NULL, &error) != FF_PUT_REFUSED, error);
    }
}

static void
fill_days_off (FfDb *db)
{
  for (int i = 0; i < 24; i++)
    {
      g_autoptr (GError) error = NULL;

      need (ff_days_put (db, ff_time_day (now) - 350 + 30 * i, FALSE, "Holiday", &error) != FF_PUT_REFUSED, error);
    }
}

static void
fill_projects (FfDb *db)
{
  for (int i = 0; i < PROJECTS; i++)
    {
      g_autofree char *code = g_strdup_printf ("P%02d", i);
      FfProjectDraft draft = { .code = code, .title = code };
      g_autoptr (GError) error = NULL;
      gint64 id;

      need (ff_projects_put (db, 0, &draft, &id, &error) == FF_PUT_NEW, error);
      for (int j = 0; j < 20; j++)
        need (ff_projects_take_run (db, id, 1 + i * 20 + j, &error), error);
    }
}

static void
fill_plan (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  gint64 plan_id;

  need (ff_plans_make (db, YEAR, 0, &plan_id, &error), error);
  for (int i = 0; i < PLAN_LINES; i++)
    {
      g_autofree char *month = g_strdup_printf ("%d", 1 + i % 12);
      g_autofree char *title = g_strdup_printf ("Line %d", i);
      FfPlanLineDraft draft = { .month = month, .title = title, .course = "CX-101", .people = "30", .budget = "1000" };
      gint64 id;

      need (ff_plans_put_line (db, plan_id, 0, &draft, &id, &error) == FF_PUT_NEW, error);
      need (i % 3 == 0 || ff_plans_link_run (db, id, 1000 + i, &error), error);
    }
}

static void
fill_requirements (FfDb *db)
{
  static const FfRequirementDraft drafts[] = {
    { "frontline", "", "12" }, { "support", "", "" }, { "management", "", "24" }, { "", "物流部", "12" }, { "", "技术支持部", "" },
  };
  g_autoptr (GError) error = NULL;
  gint64 course_id = ff_courses_find (db, "CX-101", &error);

  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    need (ff_requirements_put (db, course_id, 0, &drafts[i], NULL, &error) != FF_PUT_REFUSED, error);
}

static void
fill (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Fill", &error);

  need (batch != NULL, error);
  fill_unavailability (db, FF_AWAY_TRAINER, "Leave", 600);
  fill_unavailability (db, FF_AWAY_VENUE, "Blocked", 120);
  fill_unavailability (db, FF_AWAY_TRAINEE, "Shift", 2000);
  fill_days_off (db);
  fill_projects (db);
  fill_plan (db);
  fill_requirements (db);
  need (ff_batch_commit (batch, &error), error);
}

/* Measuring --------------------------------------------------------------------------------------------------------------- */

/* Each returns how much it found, so that a measure of nothing is seen. */
typedef guint (*Work) (FfDb *db, GError **error);

static guint
count_array (GArray *array)
{
  guint n = array != NULL ? array->len : 0;

  g_clear_pointer (&array, g_array_unref);
  return n;
}

static guint
count_pointers (GPtrArray *array)
{
  guint n = array != NULL ? array->len : 0;

  g_clear_pointer (&array, g_ptr_array_unref);
  return n;
}

static guint
bare_count (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT sum (length (name)) FROM trainee", error);

  return statement != NULL ? (guint) ff_rows_get_id (statement, error) : 0;
}

#define PEOPLE(name, ...) \
  static guint name (FfDb *db, GError **error) \
  { \
    return count_array (ff_people_list_trainees (db, &(FfPeopleQuery) { __VA_ARGS__ }, error)); \
  }
PEOPLE (people_open, .sort = FF_PEOPLE_SORT_NAME)
PEOPLE (people_present, .kind = FF_PEOPLE_PRESENT)
PEOPLE (people_by_no, .sort = FF_PEOPLE_SORT_EMPLOYEE_NO)
PEOPLE (people_by_department, .sort = FF_PEOPLE_SORT_DEPARTMENT)
PEOPLE (people_by_layer, .sort = FF_PEOPLE_SORT_LAYER, .descending = TRUE)
PEOPLE (people_by_job, .sort = FF_PEOPLE_SORT_JOB_TITLE)
PEOPLE (people_search, .search = "z")
PEOPLE (people_search_long, .search = "zhangyu")
PEOPLE (people_of_department, .department_id = 1)
PEOPLE (people_to_enrol, .not_in_run = 1000, .kind = FF_PEOPLE_PRESENT)

static guint
people_page (FfDb *db, GError **error)
{
  gint64 ids[128];

  for (int i = 0; i < 128; i++)
    ids[i] = 40000 + i;
  return count_pointers (ff_people_read_trainees (db, ids, G_N_ELEMENTS (ids), error));
}

#define PLACES(name, kind, search, sort) \
  static guint name (FfDb *db, GError **error) { return count_array (ff_place_rows_list (db, kind, search, sort, FALSE, error)); }
PLACES (trainers_open, FF_NAMED_TRAINER, NULL, FF_NAMED_SORT_NAME)
PLACES (trainers_by_next, FF_NAMED_TRAINER, NULL, FF_NAMED_SORT_NEXT)
PLACES (trainers_by_hours, FF_NAMED_TRAINER, NULL, FF_PLACE_SORT_HOURS)
PLACES (trainers_search, FF_NAMED_TRAINER, "1", FF_NAMED_SORT_NAME)
PLACES (venues_open, FF_NAMED_VENUE, NULL, FF_NAMED_SORT_NAME)
PLACES (venues_by_next, FF_NAMED_VENUE, NULL, FF_NAMED_SORT_NEXT)

static guint
trainers_rows (FfDb *db, GError **error)
{
  guint n = 0;

  for (gint64 id = 1; id <= 128; id++)
    {
      g_autoptr (FfTrainerRow) row = ff_place_rows_read_trainer (db, id, error);

      n += row != NULL;
    }
  return n;
}

static guint
venues_rows (FfDb *db, GError **error)
{
  guint n = 0;

  for (gint64 id = 1; id <= 60; id++)
    {
      g_autoptr (FfVenueRow) row = ff_place_rows_read_venue (db, id, error);

      n += row != NULL;
    }
  return n;
}

#define RUNS(name, ...) \
  static guint name (FfDb *db, GError **error) { return count_array (ff_runs_list (db, &(FfRunQuery) { .status = -1, __VA_ARGS__ }, error)); }
RUNS (runs_open, .sort = FF_RUN_SORT_STARTS)
RUNS (runs_by_course, .sort = FF_RUN_SORT_COURSE)
RUNS (runs_by_enrolled, .sort = FF_RUN_SORT_ENROLLED)
RUNS (runs_search, .search = "class d1")

static guint
runs_page (FfDb *db, GError **error)
{
  gint64 ids[128];

  for (int i = 0; i < 128; i++)
    ids[i] = 1000 + i;
  return count_pointers (ff_runs_read_rows (db, ids, G_N_ELEMENTS (ids), error));
}

static guint
projects_open (FfDb *db, GError **error)
{
  return count_array (ff_projects_list (db, NULL, FF_PROJECT_SORT_CLASSES, FALSE, error));
}

static guint
projects_page (FfDb *db, GError **error)
{
  g_autoptr (GArray) ids = ff_projects_list (db, NULL, FF_PROJECT_SORT_STARTS, FALSE, error);

  return ids == NULL ? 0 : count_pointers (ff_projects_read_rows (db, (const gint64 *) (gpointer) ids->data, ids->len, error));
}

#define PLAN(name, ...) \
  static guint name (FfDb *db, GError **error) \
  { \
    return count_array (ff_plans_list (db, &(FfPlanRowQuery) { .year = YEAR, .state = -1, __VA_ARGS__ }, now, error)); \
  }
PLAN (plan_open, .sort = FF_PLAN_SORT_MONTH)
PLAN (plan_by_state, .sort = FF_PLAN_SORT_STATE)
PLAN (plan_search, .search = "line 1")

static guint
plan_page (FfDb *db, GError **error)
{
  g_autoptr (GArray) ids = ff_plans_list (db, &(FfPlanRowQuery) { .year = YEAR, .state = -1 }, now, error);
  GPtrArray *rows = ids != NULL ? ff_plans_read_rows (db, (const gint64 *) (gpointer) ids->data, MIN (ids->len, 128), now, error) : NULL;

  return count_pointers (rows);
}

static guint
plan_figures (FfDb *db, GError **error)
{
  g_autoptr (FfPlanFigures) figures = NULL;

  figures = ff_plan_figures_read (db, YEAR, 0, now, error);
  return figures != NULL ? figures->rows->len : 0;
}

static guint
today (FfDb *db, GError **error)
{
  g_autoptr (FfToday) read = ff_today_read (db, now, error);

  return read != NULL ? read->dues->len + read->attention->len + read->clashes->len : 0;
}

static guint
calendar (FfDb *db, int days, GError **error)
{
  FfCalendarFilter filter = { 0 };
  g_autoptr (FfCalendar) read = ff_calendar_read (db, ff_time_day (now) - 7, ff_time_day (now) - 7 + days, &filter, error);

  return read != NULL ? read->sessions->len : 0;
}

static guint
calendar_week (FfDb *db, GError **error)
{
  return calendar (db, 7, error);
}

static guint
calendar_month (FfDb *db, GError **error)
{
  return calendar (db, 42, error);
}

static guint
calendar_dues (FfDb *db, GError **error)
{
  FfCalendarFilter filter = { 0 };

  return count_pointers (ff_calendar_read_dues (db, ff_time_day (now) - 7, ff_time_day (now) + 35, now, &filter, error));
}

static guint
calendar_judge (FfDb *db, GError **error)
{
  g_autofree char *reason = NULL;

  return (guint) ff_calendar_judge (db, 10001, 1001, now + 1440, now + 1620, &reason, error);
}

static guint
clashes_all (FfDb *db, GError **error)
{
  return count_pointers (ff_clashes_all (db, error));
}

static guint
clashes_of_one (FfDb *db, GError **error)
{
  return count_pointers (ff_clashes_of_session (db, 10001, error));
}

static guint
clashes_of_plan (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_plan_free);
  FfSessionPlan *plan = ff_session_plan_read (db, 10001, error);

  if (plan == NULL)
    return 0;
  plan->starts_at += 7 * 1440;
  plan->ends_at += 7 * 1440;
  g_ptr_array_add (plans, plan);
  return count_pointers (ff_clashes_of_plans (db, plans, error));
}

static guint
next_free (FfDb *db, GError **error)
{
  g_autoptr (FfSessionPlan) plan = ff_session_plan_read (db, 10001, error);

  return plan != NULL ? count_pointers (ff_clashes_next_free (db, plan, NULL, error)) : 0;
}

static guint
clashes_of_enrolling (FfDb *db, GError **error)
{
  gint64 ids[30];

  for (int i = 0; i < 30; i++)
    ids[i] = 1 + i;
  return count_pointers (ff_clashes_of_enrolling (db, 1070, ids, G_N_ELEMENTS (ids), error));
}

static guint
trainee_figures (FfDb *db, GError **error)
{
  g_autoptr (FfTraineeFigures) figures = ff_trainee_figures_read (db, ff_people_find_trainee (db, "F000000", error), now, error);

  return figures != NULL ? figures->classes->len : 0;
}

static guint
requirement_figures (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) figures = ff_requirement_figures_read (db, ff_time_day (now), error);

  return figures != NULL && figures->len > 0 ? ((FfRequirementFigures *) g_ptr_array_index (figures, 0))->people->len : 0;
}

static guint
requirements_of_one (FfDb *db, GError **error)
{
  return count_pointers (ff_requirements_of_trainee (db, 1, ff_time_day (now), error));
}

static guint
trainer_figures (FfDb *db, GError **error)
{
  FfTrainerFigures figures = { 0 };

  ff_trainer_figures_read (db, 1, YEAR, &figures, error);
  return (guint) figures.total.sessions;
}

static guint
trainer_hours (FfDb *db, GError **error)
{
  g_autoptr (GHashTable) hours = ff_trainer_figures_hours (db, YEAR, error);

  return hours != NULL ? g_hash_table_size (hours) : 0;
}

static guint
venue_use (FfDb *db, GError **error)
{
  FfVenueUse use = { 0 };

  ff_venue_use_read (db, 1, YEAR, 9, &use, error);
  return (guint) use.sessions;
}

static const struct
{
  const char *name;
  Work work;
} works[] = {
  { "SQLite reading all names", bare_count },
  { "trainees: open", people_open },
  { "trainees: those employed", people_present },
  { "trainees: by number", people_by_no },
  { "trainees: by department", people_by_department },
  { "trainees: by layer", people_by_layer },
  { "trainees: by job title", people_by_job },
  { "trainees: search z", people_search },
  { "trainees: search zhangyu", people_search_long },
  { "trainees: of a department", people_of_department },
  { "trainees: to enrol", people_to_enrol },
  { "trainees: a page of rows", people_page },
  { "trainers: open", trainers_open },
  { "trainers: by next session", trainers_by_next },
  { "trainers: by hours", trainers_by_hours },
  { "trainers: search", trainers_search },
  { "trainers: a page of rows", trainers_rows },
  { "venues: open", venues_open },
  { "venues: by next session", venues_by_next },
  { "venues: a page of rows", venues_rows },
  { "classes: open", runs_open },
  { "classes: by course", runs_by_course },
  { "classes: by people", runs_by_enrolled },
  { "classes: search", runs_search },
  { "classes: a page of rows", runs_page },
  { "projects: open", projects_open },
  { "projects: a page of rows", projects_page },
  { "plan: open", plan_open },
  { "plan: by state", plan_by_state },
  { "plan: search", plan_search },
  { "plan: open, and a page of rows", plan_page },
  { "plan: figures", plan_figures },
  { "today", today },
  { "calendar: a week", calendar_week },
  { "calendar: six weeks", calendar_month },
  { "calendar: dues of six weeks", calendar_dues },
  { "calendar: what is in the way of a drag", calendar_judge },
  { "clashes: of everything", clashes_all },
  { "clashes: of a stored session", clashes_of_one },
  { "clashes: of a session while edited", clashes_of_plan },
  { "clashes: next free slots", next_free },
  { "clashes: of enrolling 30", clashes_of_enrolling },
  { "trainee in 40 classes", trainee_figures },
  { "required courses", requirement_figures },
  { "required of one person", requirements_of_one },
  { "trainer's year", trainer_figures },
  { "hours of all trainers", trainer_hours },
  { "use of a venue", venue_use },
};

/* The median of the rounds after a first one that warms the caches; work of seconds is done but once more. */
static void
measure (FfDb *db, const char *name, Work work)
{
  double times[ROUNDS + 1];
  g_autoptr (GError) error = NULL;
  guint n = 0;
  int rounds = 0;

  for (int i = 0; i <= ROUNDS && (i < 2 || times[0] < 2000); i++)
    {
      gint64 begin = g_get_monotonic_time ();

      n = work (db, &error);
      if (error != NULL)
        g_error ("%s: %s", name, error->message);
      times[i] = (double) (g_get_monotonic_time () - begin) / 1000;
      rounds = i;
    }
  for (int i = 2; i <= rounds; i++)
    for (int j = i; j > 1 && times[j] < times[j - 1]; j--)
      {
        double swapped = times[j];

        times[j] = times[j - 1];
        times[j - 1] = swapped;
      }
  printf ("%-42s %9.1f ms, first %9.1f  (%u)\n", name, times[(rounds + 1) / 2], times[0], n);
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  gboolean fills = argc > 2 && g_str_equal (argv[1], "fill");
  const char *only = argc > 3 ? argv[3] : "";
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) db = NULL;

  if (argc < 3)
    {
      fprintf (stderr, "usage: desk fill|measure DATABASE [BEGINNING]\n");
      return 2;
    }
  g_setenv ("FOURFOLD_NOW", NOW, TRUE);
  now = ff_time_now ();
  db = ff_db_open (argv[2], fills ? FF_DB_WRITE : FF_DB_READ, &error);
  need (db != NULL, error);
  if (fills)
    fill (db);
  for (gsize i = 0; !fills && i < G_N_ELEMENTS (works); i++)
    if (g_str_has_prefix (works[i].name, only))
      measure (db, works[i].name, works[i].work);
  return 0;
}
