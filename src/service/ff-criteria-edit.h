/* Use cases of a person who edits criteria and their levels: of a rubric in the library, of a course's scheme, of the copy that a class
   keeps. The owner is the rubric or the component. What a class has marked already keeps its points; its words may change. */
#pragma once

#include "ff-criterion-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

/* FfCriterion in their order; empty when the owner has none. */
GPtrArray *ff_criteria_read (FfDb *db, FfCriteriaOf of, gint64 owner_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The title of a component. FF_ERROR_NOT_FOUND when it does not exist any more. */
char *ff_criteria_dup_title (FfDb *db, gint64 component_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* NULL members leave what is stored alone. */
typedef struct
{
  const char *title;
  const char *note;
  const char *max;
  const char *key; /* "" makes one: c1, c2 … */
} FfCriterionDraft;

typedef struct
{
  const char *title;
  const char *description;
  const char *points;
} FfRubricLevelDraft;

/* @id 0 adds one at the end, with the levels of the one before it in proportion; that is refused where marks are. @new_id may be NULL. */
FfPut ff_criteria_put_criterion (FfDb *db, FfCriteriaOf of, gint64 owner_id, gint64 id, const FfCriterionDraft *draft, gint64 *new_id,
                                 GError **error);
/* The level finds its place by its points. */
FfPut ff_criteria_put_level (FfDb *db, FfCriteriaOf of, gint64 criterion_id, gint64 id, const FfRubricLevelDraft *draft, gint64 *new_id,
                             GError **error);
/* Puts a criterion at @position, from 0. */
gboolean ff_criteria_move (FfDb *db, FfCriteriaOf of, gint64 criterion_id, int position, GError **error);
gboolean ff_criteria_delete_criterion (FfDb *db, FfCriteriaOf of, gint64 id, GError **error);
gboolean ff_criteria_delete_level (FfDb *db, FfCriteriaOf of, gint64 criterion_id, gint64 id, GError **error);
/* Puts copies of @criteria in the place of those that the owner has; a component's mark then comes from them. Refused where marks are. */
FfPut ff_criteria_take (FfDb *db, FfCriteriaOf of, gint64 owner_id, const GPtrArray *criteria, GError **error);

G_END_DECLS
