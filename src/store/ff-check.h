/* Looks a database through and says in sentences what is wrong with it. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

/* Appends one sentence (char *) to @findings for each thing that is wrong. FALSE only when the looking itself failed. */
typedef gboolean (*FfCheckFunc) (FfDb *db, GPtrArray *findings, GError **error);

/* Integrity of the file, foreign keys, schema, journal; then @more (NULL-terminated, may be NULL), the invariants of the layers above.
   @findings holds char * and frees them. */
gboolean ff_db_check (FfDb *db, const FfCheckFunc *more, GPtrArray *findings, GError **error);

G_END_DECLS
