/* Sessions made from a timetable or a pattern: for a new class, and for one that there is. */
#include "config.h"

#include "ff-plan-kinds.h"

#include <glib/gi18n-lib.h>

#include "ff-class-plan.h"
#include "ff-courses.h"
#include "ff-editors.h"
#include "ff-format.h"
#include "ff-number.h"
#include "ff-people.h"
#include "ff-places.h"
#include "ff-projects.h"
#include "ff-timetables.h"
#include "ff-word.h"

#define MOST_DAYS 366
#define MOST_MINUTES 1440

/* How sessions are made: the same fields in both forms. */
#define SESSION_FIELDS                                                                                                        \
  { "source", N_("Sessions"), FF_FIELD_CHOICE, FALSE }, { "unit", N_("One session for each"), FF_FIELD_CHOICE, FALSE },       \
      { "rhythm", N_("Days"), FF_FIELD_CHOICE, FALSE },                                                                       \
      { "weekdays", N_("Weekdays, separated by ;"), FF_FIELD_SUGGEST_MANY, FALSE },                                           \
      { "every", N_("Every how many days"), FF_FIELD_NUMBER, FALSE },                                                         \
      { "any_day", N_("Also on days off"), FF_FIELD_SWITCH, FALSE },                                                          \
      { "hours", N_("Hours of a day"), FF_FIELD_TEXT, FALSE },                                                                \
      { "teach", N_("Minutes before a break"), FF_FIELD_NUMBER, FALSE },                                                      \
      { "pause", N_("Minutes of a break"), FF_FIELD_NUMBER, FALSE },                                                          \
      { "sessions", N_("Number of sessions"), FF_FIELD_NUMBER, FALSE },                                                       \
      { "total", N_("Or class hours in all"), FF_FIELD_NUMBER, FALSE }, { "venue", N_("Venue"), FF_FIELD_SUGGEST, FALSE },    \
      { "trainers", N_("Trainers, separated by ;"), FF_FIELD_SUGGEST_MANY, FALSE },                                           \
      { "booking", N_("Booking"), FF_FIELD_CHOICE, FALSE }, { "mode", N_("Form"), FF_FIELD_CHOICE, FALSE },                   \
  {                                                                                                                           \
    "link", N_("Link to take part online"), FF_FIELD_TEXT, FALSE                                                              \
  }

static const FfEditorField new_class_fields[] = {
  { "course", N_("Course"), FF_FIELD_CHOICE, TRUE },
  { "starts_on", N_("First day"), FF_FIELD_DATE, TRUE },
  { "code", N_("Code"), FF_FIELD_TEXT, TRUE },
  { "title", N_("Title"), FF_FIELD_TEXT, FALSE },
  { "capacity", N_("Places"), FF_FIELD_NUMBER, FALSE },
  SESSION_FIELDS,
  { "department", N_("Host department"), FF_FIELD_SUGGEST, FALSE },
  { "category", N_("Category"), FF_FIELD_TEXT, FALSE },
  { "project", N_("Project"), FF_FIELD_CHOICE, FALSE },
};

static const FfEditorField generate_fields[] = {
  { "starts_on", N_("First day"), FF_FIELD_DATE, TRUE },
  SESSION_FIELDS,
};

/* Choices ------------------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_courses (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) array = ff_choices_new ();
  g_autoptr (GArray) ids = ff_courses_list (db, NULL, FF_COURSE_SORT_CODE, FALSE, error);
  g_autoptr (GPtrArray) rows = ids != NULL ? ff_courses_read_rows (db, (const gint64 *) (gpointer) ids->data, ids->len, error) : NULL;

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const FfCourseRow *row = g_ptr_array_index (rows, i);
      g_autofree char *title = row != NULL ? g_strdup_printf ("%s · %s", row->code, row->title) : NULL;

      if (row != NULL)
        ff_editors_add_choice (array, row->code, title);
    }
  return g_steal_pointer (&array);
}

static GPtrArray *
list_weekdays (void)
{
  GPtrArray *array = ff_choices_new ();
  FfDay monday = ff_day_from_ymd (2026, 1, 5);

  for (int i = 0; i < 7; i++)
    ff_editors_add_choice (array, NULL, ff_format_weekday_short (monday + i));
  return array;
}

static GPtrArray *
list_fixed (const char *field)
{
  static const struct
  {
    const char *field;
    const char *key;
    const char *title;
  } fixed[] = {
    { "source", "timetable", N_("From the course's timetable") },
    { "source", "pattern", N_("From days and hours") },
    { "source", "none", N_("None yet") },
    { "unit", "half_day", N_("Half day") },
    { "unit", "day", N_("Day") },
    { "unit", "slot", N_("Slot of the timetable") },
    { "rhythm", "worked", N_("Each working day") },
    { "rhythm", "week", N_("Each week") },
    { "rhythm", "two_weeks", N_("Every two weeks") },
    { "rhythm", "weekdays", N_("On weekdays that I choose") },
    { "rhythm", "every", N_("Every so many days") },
    { "booking", "provisional", N_("Provisional") },
    { "booking", "confirmed", N_("Confirmed") },
    { "mode", "on_site", N_("On site") },
    { "mode", "online", N_("Online") },
    { "mode", "hybrid", N_("Hybrid") },
  };
  GPtrArray *array = ff_choices_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (g_str_equal (fixed[i].field, field))
      ff_editors_add_choice (array, fixed[i].key, _(fixed[i].title));
  return array;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "course"))
    return list_courses (db, error);
  if (g_str_equal (field, "venue"))
    return ff_people_list_venues (db, NULL, error);
  if (g_str_equal (field, "trainers"))
    return ff_people_list_trainers (db, NULL, error);
  if (g_str_equal (field, "department"))
    return ff_people_list_departments (db, error);
  if (g_str_equal (field, "project"))
    return ff_editors_list_projects (db, error);
  if (g_str_equal (field, "weekdays"))
    return list_weekdays ();
  return list_fixed (field);
}

static gboolean
is (FfEditorValues *values, const char *field, const char *value)
{
  return g_strcmp0 (ff_editor_values_get (values, field), value) == 0;
}

static gboolean
shows (const char *field, FfEditorValues *values)
{
  static const char *const of_pattern[] = { "hours", "teach", "pause", "sessions", "total", NULL };
  static const char *const of_all[] = { "unit", "rhythm", "any_day", "venue", "trainers", "booking", "mode", NULL };

  if (g_strv_contains (of_pattern, field))
    return is (values, "source", "pattern");
  if (g_strv_contains (of_all, field))
    return !is (values, "source", "none");
  if (g_str_equal (field, "weekdays") || g_str_equal (field, "every"))
    return !is (values, "source", "none") && is (values, "rhythm", field);
  if (g_str_equal (field, "link"))
    return !is (values, "source", "none") && !is (values, "mode", "on_site");
  return TRUE;
}

/* From the form to a draft -------------------------------------------------------------------------------------------------- */

static gboolean
take_number (FfEditorValues *values, const char *field, int max, int *number, GError **error)
{
  const char *text = ff_editor_values_get (values, field);
  gint64 hundredths = 0;

  *number = 0;
  if (text == NULL || *text == '\0')
    return TRUE;
  if (!ff_hundredths_parse (text, &hundredths) || hundredths < 0 || hundredths % 100 != 0 || hundredths / 100 > max)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” is not possible here: write a whole number from 0 to %d."), text, max);
      return FALSE;
    }
  *number = (int) (hundredths / 100);
  return TRUE;
}

/* Names as the form offers them, or numbers from 1, which is Monday. */
static gboolean
take_weekdays (FfEditorValues *values, guint *weekdays, GError **error)
{
  g_auto (GStrv) names = ff_names_split (ff_editor_values_get (values, "weekdays"));
  FfDay monday = ff_day_from_ymd (2026, 1, 5);

  *weekdays = 0;
  for (char **name = names; *name != NULL; name++)
    {
      guint bit = 0;

      for (int i = 0; i < 7; i++)
        if (g_ascii_strcasecmp (*name, ff_format_weekday_short (monday + i)) == 0 || ((*name)[0] == '1' + i && (*name)[1] == '\0'))
          bit = 1u << i;
      if (bit == 0)
        {
          ff_put_set_error (error, FF_ERROR_INVALID, "weekdays", _("“%s” is no weekday; choose from the list."), *name);
          return FALSE;
        }
      *weekdays |= bit;
    }
  if (*weekdays != 0)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "weekdays", _("Choose the weekdays of the sessions."));
  return FALSE;
}

static gboolean
take_rhythm (FfEditorValues *values, FfRhythm *rhythm, GError **error)
{
  *rhythm = (FfRhythm) { 0, 1 };
  if (is (values, "rhythm", "week"))
    rhythm->every = 7;
  else if (is (values, "rhythm", "two_weeks"))
    rhythm->every = 14;
  else if (is (values, "rhythm", "weekdays"))
    return take_weekdays (values, &rhythm->weekdays, error);
  else if (is (values, "rhythm", "every"))
    {
      if (!take_number (values, "every", MOST_DAYS, &rhythm->every, error))
        return FALSE;
      rhythm->every = MAX (1, rhythm->every);
    }
  return TRUE;
}

static gboolean
take_pattern (FfDb *db, FfEditorValues *values, FfSessionsDraft *draft, GError **error)
{
  FfSettings settings;
  int hours;

  if (draft->timetable)
    return TRUE;
  if (!ff_settings_parse_hours (ff_editor_values_get (values, "hours"), draft->hours, &draft->n_hours))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "hours", _("Write the hours as at most four periods in order, for example 09:00-12:00 13:30-17:00."));
      return FALSE;
    }
  if (!take_number (values, "teach", MOST_MINUTES, &draft->teach, error) || !take_number (values, "pause", MOST_MINUTES, &draft->pause, error)
      || !take_number (values, "sessions", FF_TIMETABLE_MAX_SESSIONS, &draft->sessions, error)
      || !take_number (values, "total", 10000, &hours, error) || !ff_settings_read (db, &settings, error))
    return FALSE;
  draft->minutes = hours * settings.class_hour_minutes;
  return TRUE;
}

/* The draft borrows the texts of the values. */
static gboolean
take_sessions (FfDb *db, FfEditorValues *values, FfSessionsDraft *draft, GError **error)
{
  ff_sessions_draft_init (draft);
  draft->wanted = !is (values, "source", "none");
  draft->timetable = is (values, "source", "timetable");
  draft->unit = is (values, "unit", "day") ? FF_UNIT_DAY : is (values, "unit", "slot") ? FF_UNIT_SLOT : FF_UNIT_HALF_DAY;
  draft->any_day = is (values, "any_day", "1");
  draft->venue = ff_editor_values_get (values, "venue");
  draft->trainers = ff_editor_values_get (values, "trainers");
  draft->mode = ff_editor_values_get (values, "mode");
  draft->link = is (values, "mode", "on_site") ? NULL : ff_editor_values_get (values, "link");
  draft->provisional = is (values, "booking", "provisional");
  return take_rhythm (values, &draft->rhythm, error) && take_pattern (db, values, draft, error);
}

static gboolean
take_start (FfEditorValues *values, FfDay *starts_on, GError **error)
{
  const char *text = ff_editor_values_get (values, "starts_on");

  if (ff_day_parse (text, starts_on))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "starts_on", _("“%s” is no date. Write it as 2026-09-22."), text);
  return FALSE;
}

static GPtrArray *
plan_sessions (FfDb *db, gint64 run_id, gint64 course_id, FfEditorValues *values, GError **error)
{
  g_autoptr (GPtrArray) sessions = NULL;
  GPtrArray *plans;
  FfSessionsDraft draft;
  FfDay starts_on;

  if (!take_start (values, &starts_on, error) || !take_sessions (db, values, &draft, error))
    return NULL;
  if (!draft.wanted)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_plan_free);
  sessions = ff_class_plan_sessions (db, course_id, starts_on, &draft, error);
  plans = sessions != NULL ? ff_class_plan_bookings (db, run_id, course_id, sessions, &draft, error) : NULL;
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    ((FfSessionPlan *) g_ptr_array_index (plans, i))->key = g_strdup_printf ("%u", i + 1);
  return plans;
}

/* What stands in the form at first ---------------------------------------------------------------------------------------------- */

static gboolean
set_defaults (FfDb *db, FfEditorValues *values, GError **error)
{
  g_autofree char *hours = ff_settings_get (db, FF_SETTING_HOURS, error);

  if (hours == NULL)
    return FALSE;
  ff_editor_values_set (values, "source", "pattern");
  ff_editor_values_set (values, "unit", "half_day");
  ff_editor_values_set (values, "rhythm", "worked");
  ff_editor_values_set (values, "hours", hours);
  ff_editor_values_set (values, "booking", "provisional");
  ff_editor_values_set (values, "mode", "on_site");
  return TRUE;
}

/* A timetable is the better source where there is one. */
static void
suggest_source (FfDb *db, gint64 course_id, FfEditorValues *values)
{
  g_autoptr (GPtrArray) slots = ff_timetables_list (db, course_id, NULL);

  ff_editor_values_set (values, "source", slots != NULL && slots->len > 0 ? "timetable" : "pattern");
}

static gboolean
load_course (FfDb *db, gint64 course_id, FfEditorValues *values, GError **error)
{
  g_autoptr (GPtrArray) rows = ff_courses_read_rows (db, &course_id, 1, error);
  const FfCourseRow *course = rows != NULL ? g_ptr_array_index (rows, 0) : NULL;
  g_autofree char *code = course != NULL ? ff_class_plan_suggest_code (db, course_id, error) : NULL;

  if (rows == NULL || (course != NULL && code == NULL))
    return FALSE;
  if (course == NULL)
    return TRUE;
  ff_editor_values_set (values, "course", course->code);
  ff_editor_values_set (values, "code", code);
  ff_editor_values_set (values, "title", course->title);
  suggest_source (db, course_id, values);
  return TRUE;
}

static gboolean
load_project (FfDb *db, gint64 project_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfProject) project = ff_projects_read (db, project_id, error);

  if (project != NULL)
    ff_editor_values_set (values, "project", project->code);
  return project != NULL;
}

/* The only course there is needs no choosing: a row of one choice does not open. */
static gboolean
load_new (FfDb *db, gint64 context, FfEditorValues *values, GError **error)
{
  gint64 course_id = MAX (0, context);
  g_autofree char *today = ff_day_format (ff_time_day (ff_time_now ()));
  g_autoptr (GArray) ids = ff_courses_list (db, NULL, FF_COURSE_SORT_CODE, FALSE, error);

  if (ids == NULL || !set_defaults (db, values, error))
    return FALSE;
  ff_editor_values_set (values, "starts_on", today);
  if (context < 0 && !load_project (db, -context, values, error))
    return FALSE;
  if (course_id == 0 && ids->len == 1)
    course_id = g_array_index (ids, gint64, 0);
  return course_id == 0 || load_course (db, course_id, values, error);
}

/* The code, the title and the source follow from the course. */
static void
suggest_new (FfDb *db, const char *field, const char *text, FfEditorValues *suggestions)
{
  gint64 course_id = g_str_equal (field, "course") && *text != '\0' ? ff_courses_find (db, text, NULL) : 0;

  if (course_id > 0)
    load_course (db, course_id, suggestions, NULL);
}

static GPtrArray *
plan_new (FfDb *db, gint64 context, FfEditorValues *values, GError **error)
{
  const char *course = ff_editor_values_get (values, "course");
  gint64 course_id = course != NULL && *course != '\0' ? ff_courses_find (db, course, error) : 0;

  if (course_id < 0)
    return NULL;
  if (course_id == 0)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _("Choose a course to see the sessions of its class."));
      return NULL;
    }
  return plan_sessions (db, 0, course_id, values, error);
}

static gboolean
apply_new (FfDb *db, gint64 context, FfEditorValues *values, gint64 *id, GError **error)
{
  FfRunDraft run = {
    .course = ff_editor_values_get (values, "course"),
    .code = ff_editor_values_get (values, "code"),
    .title = ff_editor_values_get (values, "title"),
    .starts_on = ff_editor_values_get (values, "starts_on"),
    .capacity = ff_editor_values_get (values, "capacity"),
    .department = ff_editor_values_get (values, "department"),
    .category = ff_editor_values_get (values, "category"),
    .project = ff_editor_values_get (values, "project"),
  };
  FfSessionsDraft draft;

  if (*run.title == '\0')
    run.title = NULL;
  return take_sessions (db, values, &draft, error) && ff_class_plan_make (db, &run, &draft, id, error);
}

const FfPlanKind ff_new_class_plan = {
  .title = N_("New Class"),
  .label = N_("Add a class"),
  .confirm = N_("Cr_eate"),
  .fields = new_class_fields,
  .n_fields = G_N_ELEMENTS (new_class_fields),
  .load = load_new,
  .choices = choices,
  .suggest = suggest_new,
  .shows = shows,
  .plan = plan_new,
  .apply = apply_new,
};

/* More sessions of a class ------------------------------------------------------------------------------------------------------ */

/* They follow the last session, and what that one has. */
static gboolean
load_more (FfDb *db, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autoptr (GPtrArray) sessions = run != NULL ? ff_sessions_of_run (db, run_id, error) : NULL;
  const FfSession *last = sessions != NULL && sessions->len > 0 ? g_ptr_array_index (sessions, sessions->len - 1) : NULL;
  g_autofree char *day = NULL;

  if (sessions == NULL || !set_defaults (db, values, error))
    return FALSE;
  day = ff_day_format (last != NULL ? ff_time_day (last->ends_at) + 1 : run->starts_on);
  ff_editor_values_set (values, "starts_on", day);
  suggest_source (db, run->course_id, values);
  if (last != NULL)
    {
      ff_editor_values_set (values, "venue", last->venue);
      ff_editor_values_set (values, "trainers", last->trainers);
      ff_editor_values_set (values, "mode", last->mode);
      ff_editor_values_set (values, "link", last->link);
      ff_editor_values_set (values, "booking", last->provisional ? "provisional" : "confirmed");
    }
  return TRUE;
}

static GPtrArray *
plan_more (FfDb *db, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);

  return run != NULL ? plan_sessions (db, run_id, run->course_id, values, error) : NULL;
}

static gboolean
apply_more (FfDb *db, gint64 run_id, FfEditorValues *values, gint64 *id, GError **error)
{
  FfSessionsDraft draft;
  FfDay starts_on;

  *id = run_id;
  return take_start (values, &starts_on, error) && take_sessions (db, values, &draft, error)
         && (!draft.wanted || ff_class_plan_add_sessions (db, run_id, starts_on, &draft, error));
}

const FfPlanKind ff_generate_plan = {
  .title = N_("Generate Sessions"),
  .label = N_("Generate sessions"),
  .confirm = N_("_Generate"),
  .done = N_("Sessions generated"),
  .fields = generate_fields,
  .n_fields = G_N_ELEMENTS (generate_fields),
  .load = load_more,
  .choices = choices,
  .shows = shows,
  .plan = plan_more,
  .apply = apply_more,
};
