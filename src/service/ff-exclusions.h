/* Use cases about people who are taken out of a level of their class: left, moved, on long leave. They stay in the class; that level's
   figures leave them out, and its sentence counts them. */
#pragma once

#include "ff-exclusion-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *employee_no; /* of a new one; who is out of that level already gets the new reason */
  const char *reason;      /* required */
} FfExclusionDraft;

/* @update_id 0 adds. @id may be NULL. */
FfPut ff_exclusions_put (FfDb *db, gint64 run_id, int level, gint64 update_id, const FfExclusionDraft *draft, gint64 *id, GError **error);
/* FF_ERROR_NOT_FOUND when it is gone. */
FfExclusion *ff_exclusions_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The trainee counts again. */
gboolean ff_exclusions_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
