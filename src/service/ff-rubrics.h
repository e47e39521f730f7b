/* Use cases of the library of rubrics. What comes with the program is not here until somebody changes it: ff-rubric-library. */
#pragma once

#include "ff-put.h"
#include "ff-rubric-store.h"

G_BEGIN_DECLS

/* FF_ERROR_NOT_FOUND when it does not exist any more. */
FfRubric *ff_rubrics_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes the whole rubric, row by row, so that unchanged rows stay out of the journal. One with id 0 is new; criteria are then matched by
   nothing, else by id or key, levels by id or place. FF_ERROR_CONFLICT if the stored version is another (and version is not 0).
   Sets the ids of everything in it, and its version. */
FfPut ff_rubrics_put (FfDb *db, FfRubric *rubric, GError **error);

typedef struct
{
  const char *title;
  const char *note;
} FfRubricDraft;

/* @id 0 adds one without criteria. @new_id may be NULL. */
FfPut ff_rubrics_put_draft (FfDb *db, gint64 id, const FfRubricDraft *draft, gint64 *new_id, GError **error);
/* Adds what @rubric holds as a rubric of somebody's own; with @key as the changed text of that built-in one. 0 on error. */
gint64 ff_rubrics_copy (FfDb *db, const FfRubric *rubric, const char *key, const char *title, GError **error);
/* What was taken from it stays where it is. */
gboolean ff_rubrics_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
