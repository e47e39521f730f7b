/* The library as a person sees it: the rubrics of the database, and the built-in ones that nobody has changed. What is built in has a
   number below 0 in place of a row's id. */
#pragma once

#include "ff-rubrics.h"

G_BEGIN_DECLS

/* Whether it is a built-in rubric that is not stored. */
gboolean ff_rubric_library_is_builtin (gint64 id);
/* gint64 ids by title, those of the database first; @search as typed, NULL: all. */
GArray *ff_rubric_library_list (FfDb *db, const char *search, gboolean descending, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* With its criteria, which have no ids when it is built in. FF_ERROR_NOT_FOUND when it does not exist any more. */
FfRubric *ff_rubric_library_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfRubric in the order of @ids; missing ones are NULL. */
GPtrArray *ff_rubric_library_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The id by which the built-in rubric of this key is listed while nobody has changed it; 0: there is none. */
gint64 ff_rubric_library_builtin_id (const char *key);

G_END_DECLS
