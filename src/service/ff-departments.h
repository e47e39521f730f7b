/* Use cases about the tree of departments. A department's path follows from its name and its parents. */
#pragma once

#include "ff-department-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;   /* without a slash */
  const char *parent; /* the path of one that exists; "": none */
} FfDepartmentDraft;

/* FfDepartment, each parent before its children. */
GPtrArray *ff_departments_tree (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfDepartment *ff_departments_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds one, or gives one another name or another parent, with all that is below it. @id may be NULL. */
FfPut ff_departments_put (FfDb *db, gint64 update_id, const FfDepartmentDraft *draft, gint64 *id, GError **error);
/* Whoever and whatever names @from names @into; what is below the one is below the other, and what is called the same there becomes
   one. @from is gone. */
gboolean ff_departments_merge (FfDb *db, gint64 from, gint64 into, GError **error);
/* Refuses while anything names it or is below it. */
gboolean ff_departments_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
