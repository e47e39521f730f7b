/* The annual plan: its lines, and what is decided about an edition. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "ff-courses.h"
#include "ff-money.h"
#include "ff-number.h"
#include "ff-people.h"
#include "ff-plans.h"

static gboolean
load_nothing (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  return TRUE;
}

/* Lines -------------------------------------------------------------------------------------------------------------- */

static const FfEditorField line_fields[] = {
  { "month", N_("Month"), FF_FIELD_NUMBER, TRUE },
  { "course", N_("Course"), FF_FIELD_CHOICE, FALSE },
  { "title", N_("Title"), FF_FIELD_TEXT, TRUE },
  { "category", N_("Category"), FF_FIELD_TEXT, FALSE },
  { "department", N_("Host department"), FF_FIELD_SUGGEST, FALSE },
  { "audience", N_("Audience"), FF_FIELD_TEXT, FALSE },
  { "hours", N_("Hours"), FF_FIELD_NUMBER, FALSE },
  { "people", N_("Number of people"), FF_FIELD_NUMBER, FALSE },
  { "budget", N_("Budget"), FF_FIELD_TEXT, FALSE },
  { "required", N_("Required"), FF_FIELD_SWITCH, FALSE },
  { "reason", N_("Cancelled because"), FF_FIELD_TEXT, FALSE },
};

static FfPut
put_line (FfDb *db, gint64 id, gint64 plan_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfPlanLineDraft draft = {
    .month = ff_editor_values_get (values, "month"),
    .category = ff_editor_values_get (values, "category"),
    .title = ff_editor_values_get (values, "title"),
    .course = ff_editor_values_get (values, "course"),
    .department = ff_editor_values_get (values, "department"),
    .audience = ff_editor_values_get (values, "audience"),
    .hours = ff_editor_values_get (values, "hours"),
    .people = ff_editor_values_get (values, "people"),
    .budget = ff_editor_values_get (values, "budget"),
    .required = ff_editor_values_get (values, "required"),
    .reason = ff_editor_values_get (values, "reason"),
  };

  return ff_plans_put_line (db, plan_id, id, &draft, new_id, error);
}

static gboolean
load_line (FfDb *db, gint64 id, gint64 plan_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfPlanLine) line = NULL;
  g_autofree char *month = NULL, *hours = NULL, *people = NULL, *budget = NULL;

  if (id == 0)
    return TRUE;
  line = ff_plans_read_line (db, id, error);
  if (line == NULL)
    return FALSE;
  month = g_strdup_printf ("%d", line->month);
  hours = line->hours >= 0 ? ff_hundredths_format (line->hours) : NULL;
  people = line->people >= 0 ? g_strdup_printf ("%d", line->people) : NULL;
  budget = line->budget >= 0 ? ff_money_format (line->budget, NULL) : NULL;
  ff_editor_values_set (values, "month", month);
  ff_editor_values_set (values, "course", line->course_code);
  ff_editor_values_set (values, "title", line->title);
  ff_editor_values_set (values, "category", line->category);
  ff_editor_values_set (values, "department", line->department);
  ff_editor_values_set (values, "audience", line->audience);
  ff_editor_values_set (values, "hours", hours);
  ff_editor_values_set (values, "people", people);
  ff_editor_values_set (values, "budget", budget);
  ff_editor_values_set (values, "required", line->required ? "1" : "0");
  ff_editor_values_set (values, "reason", line->reason);
  return TRUE;
}

static GPtrArray *
line_choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  return g_str_equal (field, "course") ? ff_editors_prepend_none (ff_editors_list_courses (db, error))
                                       : ff_people_list_departments (db, error);
}

/* Title, hours, audience and category follow from the course. */
static void
suggest_line (FfDb *db, const char *field, const char *text, FfEditorValues *suggestions)
{
  gint64 course_id = g_str_equal (field, "course") && *text != '\0' ? ff_courses_find (db, text, NULL) : 0;
  g_autoptr (FfCourse) course = course_id > 0 ? ff_courses_read (db, course_id, NULL) : NULL;
  g_autofree char *hours = course != NULL && course->hours >= 0 ? ff_hundredths_format (course->hours) : NULL;

  if (course == NULL)
    return;
  ff_editor_values_set (suggestions, "title", course->title);
  ff_editor_values_set (suggestions, "audience", course->audience);
  ff_editor_values_set (suggestions, "hours", hours);
}

static gboolean
delete_line (FfDb *db, gint64 id, gint64 plan_id, GError **error)
{
  return ff_plans_delete_line (db, id, error);
}

const FfEditorKind ff_plan_line_editor = {
  .new_title = N_("New Line of the Plan"),
  .edit_title = N_("Line of the Plan"),
  .new_label = N_("Add to the plan"),
  .edit_label = N_("Change the plan"),
  .fields = line_fields,
  .n_fields = G_N_ELEMENTS (line_fields),
  .put = put_line,
  .load = load_line,
  .choices = line_choices,
  .suggest = suggest_line,
  .delete = delete_line,
  .delete_label = N_("Delete Line"),
  .deleted = N_("Line deleted"),
};

/* Editions ----------------------------------------------------------------------------------------------------------- */

static const FfEditorField plan_fields[] = {
  { "year", N_("Year"), FF_FIELD_NUMBER, TRUE },
  { "copy_from", N_("Take the lines of"), FF_FIELD_CHOICE, FALSE },
};

static FfPut
put_plan (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  gint64 year = g_ascii_strtoll (ff_editor_values_get (values, "year"), NULL, 10);

  if (year < 1900 || year > 2999)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "year", _("Type the year with four digits."));
      return FF_PUT_REFUSED;
    }
  return ff_plans_make (db, (int) year, atoi (ff_editor_values_get (values, "copy_from")), new_id, error) ? FF_PUT_NEW : FF_PUT_REFUSED;
}

static gboolean
load_plan (FfDb *db, gint64 id, gint64 year, FfEditorValues *values, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d", (int) year);

  ff_editor_values_set (values, "year", text);
  return TRUE;
}

/* The years that have a plan. */
static GPtrArray *
plan_choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  g_autoptr (GPtrArray) plans = ff_plans_list_editions (db, 0, error);
  g_autoptr (GPtrArray) choices = NULL;
  int last = 0;

  if (plans == NULL)
    return NULL;
  choices = ff_choices_new ();
  for (guint i = 0; i < plans->len; i++)
    {
      const FfPlan *plan = g_ptr_array_index (plans, i);
      g_autofree char *year = g_strdup_printf ("%d", plan->year);

      if (plan->year != last)
        ff_editors_add_choice (choices, year, year);
      last = plan->year;
    }
  return ff_editors_prepend_none (g_steal_pointer (&choices));
}

const FfEditorKind ff_plan_editor = {
  .new_title = N_("New Annual Plan"),
  .edit_title = N_("Annual Plan"),
  .new_label = N_("Make an annual plan"),
  .edit_label = N_("Change an annual plan"),
  .fields = plan_fields,
  .n_fields = G_N_ELEMENTS (plan_fields),
  .put = put_plan,
  .load = load_plan,
  .choices = plan_choices,
};

static const FfEditorField approve_fields[] = {
  { "approved_by", N_("Approved by"), FF_FIELD_TEXT, TRUE },
  { "approved_on", N_("Approved on"), FF_FIELD_DATE, TRUE },
};

static FfPut
approve (FfDb *db, gint64 id, gint64 plan_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfDay day;

  if (!ff_day_parse (ff_editor_values_get (values, "approved_on"), &day))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "approved_on", _("Write the date like 2026-03-14."));
      return FF_PUT_REFUSED;
    }
  *new_id = plan_id;
  return ff_plans_approve (db, plan_id, ff_editor_values_get (values, "approved_by"), day, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

static gboolean
load_approval (FfDb *db, gint64 id, gint64 plan_id, FfEditorValues *values, GError **error)
{
  g_autofree char *today = ff_day_format (ff_time_day (ff_time_now ()));

  ff_editor_values_set (values, "approved_on", today);
  return TRUE;
}

const FfEditorKind ff_plan_approve_editor = {
  .new_title = N_("Approve the Plan"),
  .edit_title = N_("Approve the Plan"),
  .new_label = N_("Approve the annual plan"),
  .edit_label = N_("Approve the annual plan"),
  .confirm_label = N_("_Approve"),
  .fields = approve_fields,
  .n_fields = G_N_ELEMENTS (approve_fields),
  .put = approve,
  .load = load_approval,
};

static const FfEditorField adjust_fields[] = {
  { "note", N_("Why it is adjusted"), FF_FIELD_TEXT, TRUE },
};

static FfPut
adjust (FfDb *db, gint64 id, gint64 year, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return ff_plans_adjust (db, (int) year, ff_editor_values_get (values, "note"), new_id, error) ? FF_PUT_NEW : FF_PUT_REFUSED;
}

const FfEditorKind ff_plan_adjust_editor = {
  .new_title = N_("Adjust the Plan"),
  .edit_title = N_("Adjust the Plan"),
  .new_label = N_("Adjust the annual plan"),
  .edit_label = N_("Adjust the annual plan"),
  .confirm_label = N_("_Next Edition"),
  .fields = adjust_fields,
  .n_fields = G_N_ELEMENTS (adjust_fields),
  .put = adjust,
  .load = load_nothing,
};
