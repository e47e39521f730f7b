/* What the stores share: the rows of a statement gathered in the usual ways. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

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

/* What a person typed as a pattern for search_key LIKE $search ESCAPE '\\'; NULL and nothing match everything. */
char *ff_rows_make_pattern (const char *search) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
