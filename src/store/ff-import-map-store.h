/* The table import_map: how the columns of a file were matched by hand. Not journaled; it stands in a batch that leaves no trace. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

/* NULL without an error when no file of that shape was matched yet. */
char *ff_import_map_store_read (FfDb *db, const char *kind, const char *shape, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_import_map_store_write (FfDb *db, const char *kind, const char *shape, const char *mapping, GError **error);

G_END_DECLS
