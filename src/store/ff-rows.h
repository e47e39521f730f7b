/* What the stores share: rows gathered, changed and deleted in the usual ways. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* Runs a statement whose only word is $id. */
gboolean ff_rows_run_with_id (FfDb *db, const char *sql, gint64 id, GError **error);
/* The first column of the first row: 0 if there is none, -1 on error. */
gint64 ff_rows_get_id (FfStatement *statement, GError **error);
/* The same for text: NULL without an error when there is none. */
char *ff_rows_get_text (FfStatement *statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The first column of every row: gint64, char *. */
GArray *ff_rows_list_ids (FfStatement *statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_rows_list_texts (FfStatement *statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef gpointer (*FfRowFunc) (FfStatement *statement);
/* Every row as @read makes it. */
GPtrArray *ff_rows_list (FfStatement *statement, FfRowFunc read, GDestroyNotify free, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef gpointer (*FfReadByIdFunc) (FfDb *db, gint64 id, FfMinute now, GError **error);
/* What @read finds for each id, in their order; NULL where it finds nothing without an error. */
GPtrArray *ff_rows_read_by_id (FfDb *db, const gint64 *ids, gsize n, FfMinute now, FfReadByIdFunc read, GDestroyNotify free,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a person typed as a pattern for search_key LIKE $search ESCAPE '\\'; NULL and nothing match everything. */
char *ff_rows_make_pattern (const char *search) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
