/* A task of the checklist of a class. The context is the owner, as ff_owner_to_number () makes it. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-tasks.h"

static const FfEditorField fields[] = {
  { "title", N_("Task"), FF_FIELD_TEXT, TRUE },
  { "due_on", N_("Due on"), FF_FIELD_DATE, FALSE },
  { "in_charge", N_("In charge"), FF_FIELD_TEXT, FALSE },
  { "note", N_("Note"), FF_FIELD_PARAGRAPH, FALSE },
};

/* A built-in task keeps the title of its kind, in each reader's language, until somebody writes another. */
static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  g_autoptr (FfTask) stored = id != 0 ? ff_tasks_read (db, id, error) : NULL;
  FfTaskDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .due_on = ff_editor_values_get (values, "due_on"),
    .in_charge = ff_editor_values_get (values, "in_charge"),
    .note = ff_editor_values_get (values, "note"),
  };

  if (id != 0 && stored == NULL)
    return FF_PUT_REFUSED;
  if (stored != NULL && stored->title == NULL && g_strcmp0 (draft.title, ff_task_title (stored)) == 0)
    draft.title = NULL;
  return ff_tasks_put (db, ff_owner_from_number (context), id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfTask) task = NULL;
  g_autofree char *due = NULL;

  if (id == 0)
    return TRUE;
  task = ff_tasks_read (db, id, error);
  if (task == NULL)
    return FALSE;
  due = task->due_on != FF_NO_DAY ? ff_day_format (task->due_on) : NULL;
  ff_editor_values_set (values, "title", ff_task_title (task));
  ff_editor_values_set (values, "due_on", due);
  ff_editor_values_set (values, "in_charge", task->in_charge);
  ff_editor_values_set (values, "note", task->note);
  return TRUE;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_tasks_delete (db, id, error);
}

const FfEditorKind ff_task_editor = {
  .new_title = N_("New Task"),
  .edit_title = N_("Task"),
  .new_label = N_("Add a task"),
  .edit_label = N_("Change a task"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .delete = delete,
  .delete_label = N_("Delete Task"),
  .deleted = N_("Task deleted"),
};
