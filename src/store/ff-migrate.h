/* The numbered steps from an empty file to the schema of this program. Private to store/. */
#pragma once

#include "ff-db-private.h"

G_BEGIN_DECLS

/* The user_version that this program writes. */
int ff_migrate_latest (void);

/* Brings @db up to date, each step in a transaction of its own. */
gboolean ff_migrate (FfDb *db, GError **error);
/* The same for a file in use: when a step is due, a verified copy of the file is made first. */
gboolean ff_migrate_with_backup (FfDb *db, GError **error);

/* One step: runs @sql, builds the guards anew, checks every foreign key and sets user_version to @version; or leaves the
   database as it was. */
gboolean ff_migrate_step (FfDb *db, int version, const char *sql, GError **error);

/* SHA-256 of everything that the schema says, to tell whether somebody changed it. */
char *ff_migrate_fingerprint (FfDb *db, GError **error);
/* What it is in a database that has just been made. */
char *ff_migrate_expected_fingerprint (GError **error);

G_END_DECLS
