#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-layers.h"
#include "ff-number.h"

static const FfEditorField fields[] = {
  { "title", N_("Name of the layer"), FF_FIELD_TEXT, FALSE },
  { "required_hours", N_("Class hours required a year"), FF_FIELD_NUMBER, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfLayerDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .required_hours = ff_editor_values_get (values, "required_hours"),
  };
  g_autoptr (FfLayer) stored = id != 0 ? ff_layers_read (db, id, error) : NULL;

  if (id != 0 && stored == NULL)
    return FF_PUT_REFUSED;
  /* The built-in name as the form shows it is no name of its own: it would stay in one language. */
  if (stored != NULL && stored->own_title == NULL && g_strcmp0 (draft.title, ff_layer_title (stored->key, NULL)) == 0)
    draft.title = NULL;
  return ff_layers_put (db, id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfLayer) layer = NULL;
  g_autofree char *hours = NULL;

  if (id == 0)
    return TRUE;
  layer = ff_layers_read (db, id, error);
  if (layer == NULL)
    return FALSE;
  hours = layer->required_hours >= 0 ? ff_hundredths_format (layer->required_hours) : NULL;
  ff_editor_values_set (values, "title", ff_layer_title (layer->key, layer->own_title));
  ff_editor_values_set (values, "required_hours", hours);
  return TRUE;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_layers_delete (db, id, error);
}

const FfEditorKind ff_layer_editor = {
  .new_title = N_("New Layer"),
  .edit_title = N_("Layer"),
  .new_label = N_("Add a layer"),
  .edit_label = N_("Change a layer"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .delete = delete,
  .delete_label = N_("Delete Layer"),
  .deleted = N_("Layer deleted"),
};
