/* A task of a project, in one of its stages or in none. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-projects.h"
#include "ff-tasks.h"

static const FfEditorField fields[] = {
  { "title", N_("Task"), FF_FIELD_TEXT, TRUE },
  { "in_charge", N_("Owner"), FF_FIELD_TEXT, FALSE },
  { "due_on", N_("Due on"), FF_FIELD_DATE, FALSE },
  { "stage", N_("Stage"), FF_FIELD_CHOICE, FALSE },
  { "note", N_("Note"), FF_FIELD_PARAGRAPH, FALSE },
};

/* The project that a context is about. */
static gint64
project_of (FfDb *db, gint64 context, GError **error)
{
  g_autoptr (FfStage) stage = NULL;

  if (context < 0)
    return -context;
  stage = ff_stages_read (db, context, error);
  return stage != NULL ? stage->project_id : 0;
}

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  gint64 project_id = project_of (db, context, error);
  FfTaskDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .in_charge = ff_editor_values_get (values, "in_charge"),
    .due_on = ff_editor_values_get (values, "due_on"),
    .stage = ff_editor_values_get (values, "stage"),
    .note = ff_editor_values_get (values, "note"),
  };

  return project_id != 0 ? ff_tasks_put (db, ff_owner_project (project_id), id, &draft, new_id, error) : FF_PUT_REFUSED;
}

static void
set_stage (FfEditorValues *values, gint64 stage_id)
{
  g_autofree char *key = stage_id > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, stage_id) : NULL;

  ff_editor_values_set (values, "stage", key);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfTask) task = NULL;
  g_autofree char *due_on = NULL;

  set_stage (values, context);
  if (id == 0)
    return TRUE;
  task = ff_tasks_read (db, id, error);
  if (task == NULL)
    return FALSE;
  due_on = task->due_on != FF_NO_DAY ? ff_day_format (task->due_on) : NULL;
  set_stage (values, task->stage_id);
  ff_editor_values_set (values, "title", ff_task_title (task));
  ff_editor_values_set (values, "in_charge", task->in_charge);
  ff_editor_values_set (values, "due_on", due_on);
  ff_editor_values_set (values, "note", task->note);
  return TRUE;
}

static GPtrArray *
list_stages (FfDb *db, gint64 context, const char *field, GError **error)
{
  g_autoptr (GPtrArray) choices = ff_choices_new ();
  gint64 project_id = project_of (db, context, error);
  g_autoptr (GPtrArray) stages = project_id != 0 ? ff_stages_list (db, project_id, error) : NULL;

  if (stages == NULL)
    return NULL;
  for (guint i = 0; i < stages->len; i++)
    {
      const FfStage *stage = g_ptr_array_index (stages, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, stage->id);

      ff_editors_add_choice (choices, key, stage->title);
    }
  return ff_editors_prepend_none (g_steal_pointer (&choices));
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_tasks_delete (db, id, error);
}

const FfEditorKind ff_stage_task_editor = {
  .new_title = N_("New Task"),
  .edit_title = N_("Task"),
  .new_label = N_("Add a task"),
  .edit_label = N_("Change a task"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = list_stages,
  .delete = delete,
  .delete_label = N_("Delete Task"),
  .deleted = N_("Task deleted"),
};
