/* Use cases about the list of layers: frontline, support, management, and whatever an organisation adds. */
#pragma once

#include "ff-layer-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;          /* "" returns a built-in layer to its name */
  const char *required_hours; /* class hours a year; "": none are required */
} FfLayerDraft;

/* FfLayer, in order. ff_layer_title () says what one is called. */
GPtrArray *ff_layers_list (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfLayer *ff_layers_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @id may be NULL. */
FfPut ff_layers_put (FfDb *db, gint64 update_id, const FfLayerDraft *draft, gint64 *id, GError **error);
/* Puts it at @position among the others, from 0. */
gboolean ff_layers_move (FfDb *db, gint64 id, int position, GError **error);
/* Refuses while anything names it. */
gboolean ff_layers_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
