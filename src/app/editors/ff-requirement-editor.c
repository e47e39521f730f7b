/* Of whom a course is required. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-people.h"
#include "ff-requirements.h"

static const FfEditorField fields[] = {
  { "course", N_("Course"), FF_FIELD_CHOICE, TRUE },
  { "layer", N_("Layer"), FF_FIELD_CHOICE, FALSE },
  { "department", N_("Department and those below it"), FF_FIELD_SUGGEST, FALSE },
  { "valid_months", N_("Due again after so many months"), FF_FIELD_NUMBER, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfRequirementDraft draft = {
    .layer = ff_editor_values_get (values, "layer"),
    .department = ff_editor_values_get (values, "department"),
    .valid_months = ff_editor_values_get (values, "valid_months"),
  };
  gint64 course_id = ff_courses_find (db, ff_editor_values_get (values, "course"), error);

  if (course_id < 0)
    return FF_PUT_REFUSED;
  if (course_id == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "course", _("Choose the course that is required."));
      return FF_PUT_REFUSED;
    }
  return ff_requirements_put (db, course_id, id, &draft, new_id, error);
}

static gboolean
load_new (FfDb *db, gint64 course_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfCourse) course = NULL;

  if (course_id == 0)
    return TRUE;
  course = ff_courses_read (db, course_id, error);
  if (course == NULL)
    return FALSE;
  ff_editor_values_set (values, "course", course->code);
  return TRUE;
}

static gboolean
load (FfDb *db, gint64 id, gint64 course_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRequirement) requirement = NULL;
  g_autofree char *months = NULL;

  if (id == 0)
    return load_new (db, course_id, values, error);
  requirement = ff_requirements_read (db, id, error);
  if (requirement == NULL)
    return FALSE;
  months = requirement->valid_months > 0 ? g_strdup_printf ("%d", requirement->valid_months) : NULL;
  ff_editor_values_set (values, "course", requirement->course_code);
  ff_editor_values_set (values, "layer", requirement->layer_key);
  ff_editor_values_set (values, "department", requirement->department);
  ff_editor_values_set (values, "valid_months", months);
  return TRUE;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "course"))
    return ff_editors_list_courses (db, error);
  return g_str_equal (field, "layer") ? ff_editors_list_layers (db, error) : ff_people_list_departments (db, error);
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_requirements_delete (db, id, error);
}

const FfEditorKind ff_requirement_editor = {
  .new_title = N_("Require a Course"),
  .edit_title = N_("Required Course"),
  .new_label = N_("Require a course"),
  .edit_label = N_("Change a requirement"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Requirement"),
  .deleted = N_("Requirement deleted"),
};
