/* The rows that name a department or a layer: before one of these goes, they go over to another, or keep it. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef enum
{
  FF_REFERENCE_DEPARTMENT, /* its sub-departments are no such rows */
  FF_REFERENCE_LAYER,
} FfReference;

/* 1 when any row names it, of deleted people and classes too; 0 when none does, -1 on error. */
int ff_reference_store_exists (FfDb *db, FfReference kind, gint64 id, GError **error);
/* All rows that name @from name @to. */
gboolean ff_reference_store_move (FfDb *db, FfReference kind, gint64 from, gint64 to, GError **error);

G_END_DECLS
