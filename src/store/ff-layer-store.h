/* The table layer: frontline, support, management, and whatever an organisation adds. */
#pragma once

#include "ff-choice.h"
#include "ff-db.h"

G_BEGIN_DECLS

/* The built-in layer's name in the reader's language when @title is NULL; the key of one that is not built in. */
const char *ff_layer_title (const char *key, const char *title);

/* FfChoice, in the order of the list. */
GPtrArray *ff_layer_store_list (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* By its key, or by its own title; 0 if there is none, -1 on error. */
gint64 ff_layer_store_find (FfDb *db, const char *key_or_title, GError **error);

typedef struct
{
  gint64 id;
  gint64 version;
  char *key;
  char *own_title;       /* NULL: the built-in name */
  gint64 required_hours; /* class hours a year, hundredths; -1: none */
  int trainees;          /* live ones */
} FfLayer;

void ff_layer_free (FfLayer *layer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfLayer, ff_layer_free)

/* NULL without an error when there is none. */
FfLayer *ff_layer_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfLayer, in the order of the list. */
GPtrArray *ff_layer_store_list_all (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A new one stands last. */
gboolean ff_layer_store_insert (FfDb *db, FfLayer *layer, GError **error);
/* The key stays. */
gboolean ff_layer_store_update (FfDb *db, const FfLayer *layer, GError **error);
gboolean ff_layer_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
