#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-people.h"
#include "ff-projects.h"
#include "ff-runs.h"

static const FfEditorField fields[] = {
  { "course", N_("Course"), FF_FIELD_CHOICE, TRUE },
  { "code", N_("Code"), FF_FIELD_TEXT, TRUE },
  { "title", N_("Title"), FF_FIELD_TEXT, FALSE },
  { "starts_on", N_("First day"), FF_FIELD_DATE, TRUE },
  { "ends_on", N_("Last day"), FF_FIELD_DATE, FALSE },
  { "capacity", N_("Places"), FF_FIELD_NUMBER, FALSE },
  { "department", N_("Host department"), FF_FIELD_SUGGEST, FALSE },
  { "category", N_("Category"), FF_FIELD_TEXT, FALSE },
  { "project", N_("Project"), FF_FIELD_CHOICE, FALSE },
  { "bring", N_("To bring along"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfRunDraft draft = {
    .course = ff_editor_values_get (values, "course"),
    .code = ff_editor_values_get (values, "code"),
    .title = ff_editor_values_get (values, "title"),
    .starts_on = ff_editor_values_get (values, "starts_on"),
    .ends_on = ff_editor_values_get (values, "ends_on"),
    .capacity = ff_editor_values_get (values, "capacity"),
    .department = ff_editor_values_get (values, "department"),
    .category = ff_editor_values_get (values, "category"),
    .project = ff_editor_values_get (values, "project"),
    .bring = ff_editor_values_get (values, "bring"),
  };
  gint64 taken = ff_runs_find (db, draft.code, error);

  if (taken < 0)
    return FF_PUT_REFUSED;
  if (taken > 0 && taken != id)
    {
      ff_put_set_error (error, FF_ERROR_EXISTS, "code", _("Another class has the code %s already. Give another."), draft.code);
      return FF_PUT_REFUSED;
    }
  /* A class of one day, named as its course, needs no more typing. */
  if (id == 0 && *draft.title == '\0')
    draft.title = NULL;
  if (*draft.ends_on == '\0')
    draft.ends_on = id == 0 ? NULL : draft.starts_on;
  return ff_runs_put (db, id, &draft, new_id, error);
}

/* The next free code of a course: CX-101-01, CX-101-02 … */
static char *
suggest_code (FfDb *db, const FfCourseRow *course, GError **error)
{
  for (int i = course->classes + 1;; i++)
    {
      g_autofree char *code = g_strdup_printf ("%s-%02d", course->code, i);
      gint64 taken = ff_runs_find (db, code, error);

      if (taken <= 0)
        return taken == 0 ? g_steal_pointer (&code) : NULL;
    }
}

/* The only course there is, or 0: a row of one choice does not open, so nobody could choose it. */
static gboolean
find_only_course (FfDb *db, gint64 *course_id, GError **error)
{
  g_autoptr (GArray) ids = ff_courses_list (db, NULL, FF_COURSE_SORT_CODE, FALSE, error);

  if (ids == NULL)
    return FALSE;
  *course_id = ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
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

static gboolean
load_new (FfDb *db, gint64 course_id, FfEditorValues *values, GError **error)
{
  g_autofree char *today = ff_day_format (ff_time_day (ff_time_now ()));
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *code = NULL;

  ff_editor_values_set (values, "starts_on", today);
  if (course_id < 0)
    {
      if (!load_project (db, -course_id, values, error))
        return FALSE;
      course_id = 0;
    }
  if (course_id == 0 && !find_only_course (db, &course_id, error))
    return FALSE;
  if (course_id == 0)
    return TRUE;
  rows = ff_courses_read_rows (db, &course_id, 1, error);
  if (rows == NULL)
    return FALSE;
  if (g_ptr_array_index (rows, 0) == NULL)
    return TRUE;
  code = suggest_code (db, g_ptr_array_index (rows, 0), error);
  if (code == NULL)
    return FALSE;
  ff_editor_values_set (values, "code", code);
  ff_editor_values_set (values, "course", ((FfCourseRow *) g_ptr_array_index (rows, 0))->code);
  ff_editor_values_set (values, "title", ((FfCourseRow *) g_ptr_array_index (rows, 0))->title);
  return TRUE;
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRun) run = NULL;
  g_autofree char *starts_on = NULL;
  g_autofree char *ends_on = NULL;
  g_autofree char *capacity = NULL;

  if (id == 0)
    return load_new (db, context, values, error);
  run = ff_runs_read (db, id, error);
  if (run == NULL)
    return FALSE;
  starts_on = ff_day_format (run->starts_on);
  ends_on = ff_day_format (run->ends_on);
  capacity = run->capacity >= 0 ? g_strdup_printf ("%d", run->capacity) : NULL;
  ff_editor_values_set (values, "course", run->course_code);
  ff_editor_values_set (values, "code", run->code);
  ff_editor_values_set (values, "title", run->title);
  ff_editor_values_set (values, "starts_on", starts_on);
  ff_editor_values_set (values, "ends_on", ends_on);
  ff_editor_values_set (values, "capacity", capacity);
  ff_editor_values_set (values, "department", run->department);
  ff_editor_values_set (values, "category", run->category);
  ff_editor_values_set (values, "project", run->project_code);
  ff_editor_values_set (values, "bring", run->bring);
  return TRUE;
}

/* The code and the title follow from the course. */
static void
suggest (FfDb *db, const char *field, const char *text, FfEditorValues *suggestions)
{
  gint64 course_id = g_str_equal (field, "course") ? ff_courses_find (db, text, NULL) : 0;
  g_autoptr (GPtrArray) rows = course_id > 0 ? ff_courses_read_rows (db, &course_id, 1, NULL) : NULL;
  const FfCourseRow *course = rows != NULL ? g_ptr_array_index (rows, 0) : NULL;
  g_autofree char *code = course != NULL ? suggest_code (db, course, NULL) : NULL;

  if (course == NULL)
    return;
  ff_editor_values_set (suggestions, "code", code);
  ff_editor_values_set (suggestions, "title", course->title);
}

static GPtrArray *
list_projects (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_choice_free);
  g_autoptr (GArray) ids = ff_projects_list (db, NULL, FF_PROJECT_SORT_STARTS, TRUE, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (ids == NULL)
    return NULL;
  rows = ff_projects_read_rows (db, (const gint64 *) (gpointer) ids->data, ids->len, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const FfProject *project = g_ptr_array_index (rows, i);
      g_autofree char *title = project != NULL ? g_strdup_printf ("%s · %s", project->code, project->title) : NULL;

      if (project != NULL)
        ff_editors_add_choice (array, project->code, title);
    }
  return ff_editors_prepend_none (g_steal_pointer (&array));
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "course"))
    return ff_editors_list_courses (db, error);
  if (g_str_equal (field, "project"))
    return list_projects (db, error);
  return ff_people_list_departments (db, error);
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_runs_delete (db, id, error);
}

const FfEditorKind ff_run_editor = {
  .new_title = N_("New Class"),
  .edit_title = N_("Class"),
  .new_label = N_("Add a class"),
  .edit_label = N_("Change a class"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .suggest = suggest,
  .delete = delete,
  .delete_label = N_("Delete Class"),
  .deleted = N_("Class deleted"),
};
