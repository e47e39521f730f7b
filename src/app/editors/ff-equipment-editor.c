#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-places.h"

static const FfEditorField fields[] = {
  { "name", N_("Name of the equipment"), FF_FIELD_TEXT, TRUE },
  { "count", N_("Movable pieces, which sessions share"), FF_FIELD_NUMBER, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfEquipmentDraft draft = {
    .name = ff_editor_values_get (values, "name"),
    .count = ff_editor_values_get (values, "count"),
  };

  return ff_people_put_equipment (db, id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfEquipment) equipment = id != 0 ? ff_people_read_equipment (db, id, error) : NULL;
  g_autofree char *count = g_strdup_printf ("%d", equipment != NULL ? equipment->count : 1);

  if (id != 0 && equipment == NULL)
    return FALSE;
  ff_editor_values_set (values, "name", equipment != NULL ? equipment->name : NULL);
  ff_editor_values_set (values, "count", count);
  return TRUE;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_people_delete_equipment (db, id, error);
}

const FfEditorKind ff_equipment_editor = {
  .new_title = N_("New Equipment"),
  .edit_title = N_("Equipment"),
  .new_label = N_("Add equipment"),
  .edit_label = N_("Change equipment"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .delete = delete,
  .delete_label = N_("Delete Equipment"),
  .deleted = N_("Equipment deleted"),
};
