/* A stage of a project; the context is the project. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-projects.h"

static const FfEditorField fields[] = {
  { "title", N_("Title"), FF_FIELD_TEXT, TRUE },
  { "owner", N_("Owner"), FF_FIELD_TEXT, FALSE },
  { "starts_on", N_("First day"), FF_FIELD_DATE, FALSE },
  { "ends_on", N_("Last day"), FF_FIELD_DATE, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfStageDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .owner = ff_editor_values_get (values, "owner"),
    .starts_on = ff_editor_values_get (values, "starts_on"),
    .ends_on = ff_editor_values_get (values, "ends_on"),
  };

  return ff_stages_put (db, context, id, &draft, new_id, error);
}

/* A new stage follows the last one. */
static gboolean
load_new (FfDb *db, gint64 project_id, FfEditorValues *values, GError **error)
{
  g_autoptr (GPtrArray) stages = ff_stages_list (db, project_id, error);
  const FfStage *last = stages != NULL && stages->len > 0 ? g_ptr_array_index (stages, stages->len - 1) : NULL;
  g_autofree char *starts_on = last != NULL && last->ends_on != FF_NO_DAY ? ff_day_format (last->ends_on + 1) : NULL;

  ff_editor_values_set (values, "starts_on", starts_on);
  return stages != NULL;
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfStage) stage = NULL;
  g_autofree char *starts_on = NULL, *ends_on = NULL;

  if (id == 0)
    return load_new (db, context, values, error);
  stage = ff_stages_read (db, id, error);
  if (stage == NULL)
    return FALSE;
  starts_on = stage->starts_on != FF_NO_DAY ? ff_day_format (stage->starts_on) : NULL;
  ends_on = stage->ends_on != FF_NO_DAY ? ff_day_format (stage->ends_on) : NULL;
  ff_editor_values_set (values, "title", stage->title);
  ff_editor_values_set (values, "owner", stage->owner);
  ff_editor_values_set (values, "starts_on", starts_on);
  ff_editor_values_set (values, "ends_on", ends_on);
  return TRUE;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_stages_delete (db, id, error);
}

const FfEditorKind ff_stage_editor = {
  .new_title = N_("New Stage"),
  .edit_title = N_("Stage"),
  .new_label = N_("Add a stage"),
  .edit_label = N_("Change a stage"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .delete = delete,
  .delete_label = N_("Delete Stage"),
  .deleted = N_("Stage deleted"),
};
