/* Copies of a database that were looked through before anybody relies on them, and the way back from one. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

/* Writes the database as one file, verifies the copy and renames it to @path, which it replaces. */
gboolean ff_backup_create (FfDb *db, const char *path, GError **error);

/* Verifies @backup_path and puts a copy of it in the place of @db_path, which nobody may have open for writing. The old file
   stays beside it as NAME.before-restore-DATE; its path goes to @kept (may be NULL; NULL when there was no file). */
gboolean ff_backup_restore (const char *backup_path, const char *db_path, char **kept, GError **error);

G_END_DECLS
