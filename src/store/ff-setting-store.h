/* The table setting: what this organisation set, by key. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

/* NULL without an error when nobody set it. */
char *ff_setting_store_get (FfDb *db, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL takes the setting away. */
gboolean ff_setting_store_set (FfDb *db, const char *key, const char *value, GError **error);

G_END_DECLS
