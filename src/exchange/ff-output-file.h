/* A file that appears whole or not at all: written under another name beside its target, brought to the disk, then renamed. */
#pragma once

#include <gio/gio.h>

#include "ff-error.h"

G_BEGIN_DECLS

typedef struct _FfOutputFile FfOutputFile;

/* Makes an empty file of its own beside @path that only this user can read. A symbolic link is followed, so that it stays one. */
FfOutputFile *ff_output_file_new (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Where to write. */
const char *ff_output_file_get_temporary (FfOutputFile *file);
const char *ff_output_file_get_folder (FfOutputFile *file);
/* Brings what was written to the disk. */
gboolean ff_output_file_sync (FfOutputFile *file, GError **error);
/* Puts it in the place of the target. With an error the target is as it was. */
gboolean ff_output_file_commit (FfOutputFile *file, GError **error);
/* Without a commit nothing is left. */
void ff_output_file_free (FfOutputFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfOutputFile, ff_output_file_free)

/* All of the above for text in memory. */
gboolean ff_output_file_write (const char *path, const char *text, gsize length, GError **error);

/* A sentence for a number of errno that came up while @path was written. */
void ff_output_file_set_error (GError **error, const char *path, int number);

G_END_DECLS
