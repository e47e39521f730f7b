#include "config.h"

#include "ff-plans.h"

#include <glib/gi18n-lib.h>

#include "ff-class-plan.h"
#include "ff-courses.h"
#include "ff-days.h"
#include "ff-number.h"
#include "ff-people.h"
#include "ff-runs.h"
#include "ff-take.h"
#include "ff-timetables.h"

#define HIGHEST_PEOPLE 1000000

/* Editions ----------------------------------------------------------------------------------------------------------- */

/* NULL without an error when the year has no plan. */
static FfPlan *
newest_edition (FfDb *db, int year, GError **error)
{
  g_autoptr (GPtrArray) plans = ff_plan_store_list (db, year, error);

  return plans != NULL && plans->len > 0 ? g_ptr_array_steal_index (plans, 0) : NULL;
}

GArray *
ff_plans_years (FfDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return ff_plan_store_years (db, error);
}

GPtrArray *
ff_plans_list_editions (FfDb *db, int year, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return ff_plan_store_list (db, year, error);
}

/* The lines of another year's plan as new ones: what became of them then is not theirs. */
static gboolean
copy_year (FfDb *db, int from, gint64 to, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (FfPlan) plan = newest_edition (db, from, &problem);
  g_autoptr (GPtrArray) lines = NULL;

  if (plan == NULL)
    {
      if (problem != NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
      else
        g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("There is no plan of %d to copy; choose another year."), from);
      return FALSE;
    }
  lines = ff_plan_store_lines (db, plan->id, ff_time_now (), error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      FfPlanLine *line = g_ptr_array_index (lines, i);

      if (line->cancelled)
        continue;
      line->plan_id = to;
      line->run_id = 0;
      if (!ff_plan_store_insert_line (db, line, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_plans_make (FfDb *db, int year, int copy_from, gint64 *id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (FfPlan) newest = NULL;
  FfPlan plan = { .year = year, .edition = 1, .approved_on = FF_NO_DAY };

  g_return_val_if_fail (db != NULL && id != NULL, FALSE);

  newest = newest_edition (db, year, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (newest != NULL)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_EXISTS, _ ("The year %d has a plan already."), year);
      return FALSE;
    }
  if (!ff_plan_store_insert (db, &plan, error) || (copy_from != 0 && !copy_year (db, copy_from, plan.id, error)))
    return FALSE;
  *id = plan.id;
  return TRUE;
}

static FfPlan *
need_plan (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  FfPlan *plan = ff_plan_store_read (db, id, &problem);

  if (plan != NULL)
    return plan;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This plan does not exist any more."));
  return NULL;
}

static FfPlan *
need_draft (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfPlan) plan = need_plan (db, id, error);

  if (plan == NULL)
    return NULL;
  if (plan->approved_on == FF_NO_DAY)
    return g_steal_pointer (&plan);
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
               _ ("Edition %d of the plan of %d is approved and stays as it is. Adjust the plan, which makes the next edition."),
               plan->edition, plan->year);
  return NULL;
}

gboolean
ff_plans_approve (FfDb *db, gint64 plan_id, const char *by, FfDay on, GError **error)
{
  g_autoptr (FfPlan) plan = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (db != NULL && by != NULL && on != FF_NO_DAY, FALSE);

  plan = need_draft (db, plan_id, error);
  if (plan == NULL || !ff_take_line (&plan->approved_by, by, FF_TAKE_LINE_MAX, "approved_by", &changed, error))
    return FALSE;
  if (plan->approved_by == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "approved_by", _ ("Say who approves the plan."));
      return FALSE;
    }
  plan->approved_on = on;
  return ff_plan_store_update (db, plan, error);
}

gboolean
ff_plans_adjust (FfDb *db, int year, const char *note, gint64 *id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (FfPlan) newest = NULL;
  g_autofree char *clean = note != NULL ? ff_put_clean_line (note) : NULL;
  FfPlan next = { .year = year, .approved_on = FF_NO_DAY, .note = clean };

  g_return_val_if_fail (db != NULL && id != NULL, FALSE);

  newest = newest_edition (db, year, &problem);
  if (newest == NULL)
    {
      if (problem != NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
      else
        g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("The year %d has no plan yet."), year);
      return FALSE;
    }
  if (newest->approved_on == FF_NO_DAY)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("Edition %d of the plan of %d is a draft: change it as it is."), newest->edition,
                   year);
      return FALSE;
    }
  next.edition = newest->edition + 1;
  if (!ff_plan_store_insert (db, &next, error) || !ff_plan_store_copy_lines (db, newest->id, next.id, error))
    return FALSE;
  *id = next.id;
  return TRUE;
}

gboolean
ff_plans_delete (FfDb *db, gint64 plan_id, GError **error)
{
  g_autoptr (FfPlan) plan = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  plan = need_draft (db, plan_id, error);
  return plan != NULL && ff_plan_store_delete (db, plan_id, error);
}

/* Lines -------------------------------------------------------------------------------------------------------------- */

static FfPlanLine *
need_line (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  FfPlanLine *line = ff_plan_store_read_line (db, id, ff_time_now (), &problem);

  if (line != NULL)
    return line;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This line of the plan does not exist any more."));
  return NULL;
}

static FfPlanLine *
need_line_of_draft (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfPlanLine) line = need_line (db, id, error);
  g_autoptr (FfPlan) plan = line != NULL ? need_draft (db, line->plan_id, error) : NULL;

  return plan != NULL ? g_steal_pointer (&line) : NULL;
}

FfPlanLine *
ff_plans_read_line (FfDb *db, gint64 id, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return need_line (db, id, error);
}

/* "3", "03", "3月", "三月" is not: plans are typed with digits. */
static gboolean
take_month (int *stored, const char *value, gboolean *changed, GError **error)
{
  g_autofree char *narrow = NULL;
  char *end;
  gint64 month;

  if (value == NULL)
    return TRUE;
  narrow = g_strstrip (g_utf8_normalize (value, -1, G_NORMALIZE_ALL_COMPOSE));
  month = g_ascii_strtoll (narrow, &end, 10);
  if (end == narrow || (*end != '\0' && !g_str_equal (end, "月") && !g_str_equal (end, "月份")) || month < 1 || month > 12)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "month", _ ("“%s” is not a month; type a number from 1 to 12."), value);
      return FALSE;
    }
  if (*stored != (int) month)
    {
      *stored = (int) month;
      *changed = TRUE;
    }
  return TRUE;
}

static gboolean
take_course (FfDb *db, FfPlanLine *line, const char *value, gboolean *changed, GError **error)
{
  gint64 id = 0;

  if (value == NULL)
    return TRUE;
  if (*value != '\0')
    {
      id = ff_courses_find (db, value, error);
      if (id < 0)
        return FALSE;
      if (id == 0)
        {
          ff_put_set_error (error, FF_ERROR_NOT_FOUND, "course", _ ("There is no course %s; import or add it first."), value);
          return FALSE;
        }
    }
  if (line->course_id != id)
    {
      line->course_id = id;
      *changed = TRUE;
    }
  return TRUE;
}

/* A line is called like its course unless somebody says otherwise. */
static gboolean
take_title (FfDb *db, FfPlanLine *line, const char *value, gboolean *changed, GError **error)
{
  g_autoptr (FfCourse) course = NULL;

  if (!ff_take_line (&line->title, value, FF_TAKE_LINE_MAX, "title", changed, error))
    return FALSE;
  if (line->title != NULL)
    return TRUE;
  if (line->course_id == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _ ("A line of the plan needs a title or a course."));
      return FALSE;
    }
  course = ff_courses_read (db, line->course_id, error);
  if (course == NULL)
    return FALSE;
  line->title = g_strdup (course->title);
  return TRUE;
}

static gboolean
take_department (FfDb *db, FfPlanLine *line, const char *value, gboolean *changed, GError **error)
{
  gint64 id;

  if (value == NULL)
    return TRUE;
  id = ff_people_make_department (db, value, error);
  if (id < 0)
    return FALSE;
  if (line->department_id != id)
    {
      line->department_id = id;
      *changed = TRUE;
    }
  return TRUE;
}

static gboolean
take_draft (FfDb *db, FfPlanLine *line, const FfPlanLineDraft *draft, gboolean *changed, GError **error)
{
  if (!take_month (&line->month, draft->month, changed, error))
    return FALSE;
  if (line->month == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "month", _ ("A line of the plan needs its month."));
      return FALSE;
    }
  if (!ff_take_line (&line->reason, draft->reason, FF_TAKE_LINE_MAX, "reason", changed, error))
    return FALSE;
  line->cancelled = line->reason != NULL;
  return take_course (db, line, draft->course, changed, error) && take_title (db, line, draft->title, changed, error)
         && take_department (db, line, draft->department, changed, error)
         && ff_take_line (&line->category, draft->category, FF_TAKE_LINE_MAX, "category", changed, error)
         && ff_take_line (&line->audience, draft->audience, FF_TAKE_LINE_MAX, "audience", changed, error)
         && ff_take_hundredths (&line->hours, draft->hours, "hours", changed, error)
         && ff_take_number (&line->people, draft->people, HIGHEST_PEOPLE, -1, "people", changed, error)
         && ff_take_money (&line->budget, draft->budget, "budget", changed, error)
         && ff_take_yes_no (&line->required, draft->required, "required", changed, error);
}

static FfPlanLine *
line_new (FfDb *db, gint64 plan_id, GError **error)
{
  g_autoptr (FfPlan) plan = need_draft (db, plan_id, error);
  FfPlanLine *line;

  if (plan == NULL)
    return NULL;
  line = g_new0 (FfPlanLine, 1);
  line->plan_id = plan_id;
  line->hours = line->budget = -1;
  line->people = -1;
  return line;
}

FfPut
ff_plans_put_line (FfDb *db, gint64 plan_id, gint64 id, const FfPlanLineDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfPlanLine) line = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (db != NULL && draft != NULL, FF_PUT_REFUSED);

  line = id != 0 ? need_line_of_draft (db, id, error) : line_new (db, plan_id, error);
  if (line == NULL || !take_draft (db, line, draft, &changed, error))
    return FF_PUT_REFUSED;
  if (id == 0)
    {
      if (!ff_plan_store_insert_line (db, line, error))
        return FF_PUT_REFUSED;
    }
  else if (changed && !ff_plan_store_update_line (db, line, error))
    return FF_PUT_REFUSED;
  if (new_id != NULL)
    *new_id = line->id;
  if (id == 0)
    return FF_PUT_NEW;
  return changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_plans_delete_line (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfPlanLine) line = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  line = need_line_of_draft (db, id, error);
  return line != NULL && ff_plan_store_delete_line (db, id, error);
}

/* Classes ------------------------------------------------------------------------------------------------------------ */

gboolean
ff_plans_link_run (FfDb *db, gint64 line_id, gint64 run_id, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  ids = ff_plan_store_line_and_copies (db, line_id, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (FfPlanLine) line = need_line (db, g_array_index (ids, gint64, i), error);

      if (line == NULL)
        return FALSE;
      line->run_id = run_id;
      if (!ff_plan_store_update_line (db, line, error))
        return FALSE;
    }
  return TRUE;
}

/* The first worked day of the line's month, from today on while that month lasts. */
static FfDay
first_day (FfDb *db, int year, int month, GError **error)
{
  FfDay day = MAX (ff_day_from_ymd (year, month, 1), ff_time_day (ff_time_now ()));
  g_autoptr (FfWorkCalendar) calendar = NULL;
  FfDay worked;
  int worked_year, worked_month, worked_day;

  if (ff_time_day (ff_time_now ()) >= ff_day_from_ymd (year + month / 12, month % 12 + 1, 1))
    return ff_day_from_ymd (year, month, 1);
  calendar = ff_days_read_calendar (db, day, FF_NO_DAY, error);
  if (calendar == NULL)
    return FF_NO_DAY;
  worked = ff_work_calendar_next (calendar, day);
  if (worked == FF_NO_DAY)
    return day;
  ff_day_to_ymd (worked, &worked_year, &worked_month, &worked_day);
  return worked_month == month ? worked : day;
}

/* A course with a timetable gives its class the sessions of it; another one leaves them to whoever schedules. */
static gboolean
choose_sessions (FfDb *db, gint64 course_id, FfSessionsDraft *sessions, GError **error)
{
  g_autoptr (GPtrArray) slots = ff_timetables_list (db, course_id, error);

  if (slots == NULL)
    return FALSE;
  if (slots->len > 0)
    ff_sessions_draft_init (sessions);
  return TRUE;
}

gboolean
ff_plans_make_class (FfDb *db, gint64 line_id, gint64 *run_id, GError **error)
{
  g_autoptr (FfPlanLine) line = NULL;
  g_autoptr (FfPlan) plan = NULL;
  g_autofree char *starts_on = NULL;
  g_autofree char *capacity = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *budget = NULL;
  FfSessionsDraft sessions = { 0 };
  FfDay day;

  g_return_val_if_fail (db != NULL && run_id != NULL, FALSE);

  line = need_line (db, line_id, error);
  plan = line != NULL ? need_plan (db, line->plan_id, error) : NULL;
  if (plan == NULL)
    return FALSE;
  if (line->run_id != 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_EXISTS, _ ("Class %s was made of this line already."), line->run_code);
      return FALSE;
    }
  if (line->course_id == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "course", _ ("“%s” has no course yet. Give the line a course first."), line->title);
      return FALSE;
    }
  day = first_day (db, plan->year, line->month, error);
  if (day == FF_NO_DAY || !choose_sessions (db, line->course_id, &sessions, error))
    return FALSE;
  starts_on = ff_day_format (day);
  capacity = line->people >= 0 ? g_strdup_printf ("%d", line->people) : NULL;
  hours = line->hours >= 0 ? ff_hundredths_format (line->hours) : NULL;
  budget = line->budget >= 0 ? ff_hundredths_format (line->budget) : NULL;
  {
    FfRunDraft draft = {
      .course = line->course_code,
      .title = line->title,
      .starts_on = starts_on,
      .capacity = capacity,
      .category = line->category,
      .department = line->department,
      .hours = hours,
      .budget = budget,
      .required = line->required ? "1" : "0",
    };

    return ff_class_plan_make (db, &draft, &sessions, run_id, error) && ff_plans_link_run (db, line_id, *run_id, error);
  }
}

gboolean
ff_plans_adopt_run (FfDb *db, int year, gint64 run_id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (FfPlan) newest = NULL;
  g_autoptr (FfPlan) draft = NULL;
  g_autoptr (FfRun) run = NULL;
  FfPlanLine line = { 0 };
  int run_year, day;

  g_return_val_if_fail (db != NULL, FALSE);

  newest = newest_edition (db, year, &problem);
  if (newest == NULL)
    {
      if (problem != NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
      else
        g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("The year %d has no plan yet."), year);
      return FALSE;
    }
  draft = need_draft (db, newest->id, error);
  run = draft != NULL ? ff_runs_read (db, run_id, error) : NULL;
  if (run == NULL)
    return FALSE;
  ff_day_to_ymd (run->starts_on, &run_year, &line.month, &day);
  line.plan_id = draft->id;
  line.category = run->category;
  line.title = run->title;
  line.course_id = run->course_id;
  line.department_id = run->department_id;
  line.hours = run->hours;
  line.people = run->capacity;
  line.budget = run->budget;
  line.required = run->required;
  line.run_id = run_id;
  return ff_plan_store_insert_line (db, &line, error);
}

gboolean
ff_plans_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_plan_store_check (db, findings, error);
}
