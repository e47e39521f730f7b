/* The table rubric: the library. Criteria and levels are in ff-criterion-store. */
#pragma once

#include "ff-db.h"
#include "ff-rubric.h"

G_BEGIN_DECLS

/* gint64 ids of the live rubrics by title; @search as typed, NULL: all. */
GArray *ff_rubric_store_list (FfDb *db, const char *search, gboolean descending, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* With its criteria; NULL without an error when there is no such live rubric. */
FfRubric *ff_rubric_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The live copy of a built-in rubric: 0 if there is none, -1 on error. */
gint64 ff_rubric_store_find (FfDb *db, const char *key, GError **error);

/* The rubric's own row. Insert sets its id, both its version. */
gboolean ff_rubric_store_insert (FfDb *db, FfRubric *rubric, GError **error);
gboolean ff_rubric_store_update (FfDb *db, FfRubric *rubric, GError **error);
gboolean ff_rubric_store_mark_deleted (FfDb *db, gint64 id, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_rubric_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
