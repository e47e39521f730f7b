/* A department's name and place in the tree; and two departments that become one. */
#include "config.h"

#include "ff-editors.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-departments.h"
#include "ff-people.h"

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  return ff_people_list_departments (db, error);
}

static const FfEditorField fields[] = {
  { "name", N_("Name of the department"), FF_FIELD_TEXT, TRUE },
  { "parent", N_("Below the department; empty: on its own"), FF_FIELD_SUGGEST, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfDepartmentDraft draft = {
    .name = ff_editor_values_get (values, "name"),
    .parent = ff_editor_values_get (values, "parent"),
  };

  return ff_departments_put (db, id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfDepartment) department = NULL;
  g_autofree char *parent = NULL;

  if (id == 0)
    return TRUE;
  department = ff_departments_read (db, id, error);
  if (department == NULL)
    return FALSE;
  if (department->depth > 0)
    parent = g_strndup (department->path, strrchr (department->path, '/') - department->path);
  ff_editor_values_set (values, "name", department->name);
  ff_editor_values_set (values, "parent", parent);
  return TRUE;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_departments_delete (db, id, error);
}

const FfEditorKind ff_department_editor = {
  .new_title = N_("New Department"),
  .edit_title = N_("Department"),
  .new_label = N_("Add a department"),
  .edit_label = N_("Change a department"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Department"),
  .deleted = N_("Department deleted"),
};

/* Merging ---------------------------------------------------------------------------------------------------------- */

static const FfEditorField merge_fields[] = {
  { "from", N_("This department goes"), FF_FIELD_SUGGEST, TRUE },
  { "into", N_("Its people and classes go to"), FF_FIELD_SUGGEST, TRUE },
};

static gint64
need_department (FfDb *db, FfEditorValues *values, const char *field, GError **error)
{
  const char *path = ff_editor_values_get (values, field);
  gint64 id = ff_people_find_department (db, path, error);

  if (id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, field, _("There is no department “%s”: choose one of the list."), path);
  return MAX (id, 0);
}

static FfPut
put_merge (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  gint64 from = need_department (db, values, "from", error);
  gint64 into = from != 0 ? need_department (db, values, "into", error) : 0;

  if (into == 0)
    return FF_PUT_REFUSED;
  *new_id = into;
  return ff_departments_merge (db, from, into, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

static gboolean
load_merge (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  return TRUE;
}

const FfEditorKind ff_department_merge_editor = {
  .new_title = N_("Merge Departments"),
  .edit_title = N_("Merge Departments"),
  .new_label = N_("Merge two departments"),
  .edit_label = N_("Merge two departments"),
  .confirm_label = N_("_Merge"),
  .fields = merge_fields,
  .n_fields = G_N_ELEMENTS (merge_fields),
  .put = put_merge,
  .load = load_merge,
  .choices = choices,
};
