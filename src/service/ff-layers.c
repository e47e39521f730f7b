#include "config.h"

#include "ff-layers.h"

#include <glib/gi18n-lib.h>

#include "ff-order-store.h"
#include "ff-people.h"
#include "ff-reference-store.h"
#include "ff-take.h"

#define TITLE_MAX_CHARACTERS 60

GPtrArray *
ff_layers_list (FfDb *db, GError **error)
{
  return ff_layer_store_list_all (db, error);
}

FfLayer *
ff_layers_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfLayer *layer = ff_layer_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!layer)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This layer no longer exists: somebody has deleted it meanwhile."));
  return layer;
}

/* Whether the layer has a name without one of its own. */
static gboolean
is_built_in (const FfLayer *layer)
{
  return layer->key && ff_layer_title (layer->key, NULL) != layer->key;
}

/* A name by which people and files would find another layer is refused. */
static gboolean
take_title (FfDb *db, FfLayer *layer, const char *text, gboolean *changed, GError **error)
{
  gint64 other;

  if (!ff_take_line (&layer->own_title, text, TITLE_MAX_CHARACTERS, "title", changed, error))
    return FALSE;
  if (!layer->own_title && is_built_in (layer))
    return TRUE;
  if (!layer->own_title)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("Enter a name."));
      return FALSE;
    }
  other = ff_people_find_layer (db, layer->own_title, error);
  if (other > 0 && other != layer->id)
    ff_put_set_error (error, FF_ERROR_EXISTS, "title", _("There is another layer called %s: choose a name that tells them apart."),
                      layer->own_title);
  return other == 0 || other == layer->id;
}

FfPut
ff_layers_put (FfDb *db, gint64 update_id, const FfLayerDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfLayer) layer = update_id ? ff_layers_read (db, update_id, error) : g_new0 (FfLayer, 1);

  if (layer && !update_id)
    layer->required_hours = -1;
  if (!layer || !take_title (db, layer, draft->title, &changed, error)
      || !ff_take_hundredths (&layer->required_hours, draft->required_hours, "required_hours", &changed, error))
    return FF_PUT_REFUSED;
  if (!layer->key)
    layer->key = g_strdup (layer->own_title);
  if (!(update_id ? !changed || ff_layer_store_update (db, layer, error) : ff_layer_store_insert (db, layer, error)))
    return FF_PUT_REFUSED;
  if (id)
    *id = layer->id;
  return !update_id ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_layers_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_order_store_move (db, FF_ORDER_LAYER, id, position, error);
}

gboolean
ff_layers_delete (FfDb *db, gint64 id, GError **error)
{
  int used = ff_reference_store_exists (db, FF_REFERENCE_LAYER, id, error);

  if (used > 0)
    ff_put_set_error (error, FF_ERROR_INVALID, NULL,
                      _("People, courses or classes name this layer: give them another one first, or give it another name."));
  return used == 0 && ff_layer_store_delete (db, id, error);
}
