/* The table department: a tree whose rows keep their path from the root. */
#pragma once

#include "ff-choice.h"
#include "ff-db.h"

G_BEGIN_DECLS

gint64 ff_department_store_find (FfDb *db, const char *path, GError **error); /* 0 if there is none, -1 on error */
/* The same, but adds it with every parent that is missing. @path is names joined by '/', none of them empty. */
gint64 ff_department_store_make (FfDb *db, const char *path, GError **error);
/* FfChoice, each parent before its children. */
GPtrArray *ff_department_store_list (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds one sentence for each thing that is wrong. */
gboolean ff_department_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
