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
typedef struct
{
  gint64 id;
  gint64 version;
  gint64 parent_id; /* 0: a root */
  char *name;
  char *path;
  int depth;        /* 0: a root */
  int trainees;     /* live ones, without those further down */
} FfDepartment;

void ff_department_free (FfDepartment *department);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfDepartment, ff_department_free)

/* NULL without an error when there is none. */
FfDepartment *ff_department_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfDepartment, each parent before its children; those of one parent. */
GPtrArray *ff_department_store_tree (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_department_store_children (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes one row; those below it keep the paths that they have. */
gboolean ff_department_store_place (FfDb *db, gint64 id, gint64 parent_id, const char *name, const char *path, GError **error);
gboolean ff_department_store_delete (FfDb *db, gint64 id, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_department_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
