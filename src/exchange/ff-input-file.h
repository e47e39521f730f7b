/* A file that somebody chose, as a whole in memory. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FF_INPUT_FILE_MAX_BYTES (32 * 1024 * 1024)

/* Everything that is no regular, readable file of a sane size is refused before its contents are looked at. */
gboolean ff_input_file_read (const char *path, char **data, gsize *length, GError **error);

G_END_DECLS
