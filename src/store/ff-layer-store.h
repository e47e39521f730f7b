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

G_END_DECLS
