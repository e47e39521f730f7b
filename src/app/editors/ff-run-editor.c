#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-people.h"
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
  if (*draft.ends_on == '\0')
    draft.ends_on = draft.starts_on;
  return ff_runs_put (db, id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, id, error);
  g_autofree char *starts_on = NULL;
  g_autofree char *ends_on = NULL;
  g_autofree char *capacity = NULL;

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

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "course"))
    return ff_editors_list_courses (db, error);
  if (g_str_equal (field, "project"))
    return ff_editors_list_projects (db, error);
  return ff_people_list_departments (db, error);
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_runs_delete (db, id, error);
}

const FfEditorKind ff_run_editor = {
  .edit_title = N_("Class"),
  .edit_label = N_("Change a class"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Class"),
  .deleted = N_("Class deleted"),
};
