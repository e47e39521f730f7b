/* Criteria with their levels: the tables criterion and criterion_level of a component, rubric_criterion and rubric_level of a rubric in
   the library. */
#pragma once

#include "ff-db.h"
#include "ff-rubric.h"

G_BEGIN_DECLS

typedef enum
{
  FF_CRITERIA_OF_COMPONENT,
  FF_CRITERIA_OF_RUBRIC,
} FfCriteriaOf;

/* FfCriterion of the owner in their order. */
GPtrArray *ff_criterion_store_list (FfDb *db, FfCriteriaOf of, gint64 owner_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The component or rubric that a criterion belongs to; 0 if there is no such criterion, -1 on error. */
gint64 ff_criterion_store_find_owner (FfDb *db, FfCriteriaOf of, gint64 id, GError **error);

/* The criterion's own row; @position counts from 1. Insert sets its id. A key is unique among its sisters: rows that exchange keys are
   parked under a key that nobody can enter before they are updated. */
gboolean ff_criterion_store_insert (FfDb *db, FfCriteriaOf of, gint64 owner_id, int position, FfCriterion *criterion, GError **error);
gboolean ff_criterion_store_update (FfDb *db, FfCriteriaOf of, int position, const FfCriterion *criterion, GError **error);
gboolean ff_criterion_store_park_key (FfDb *db, FfCriteriaOf of, gint64 id, GError **error);
/* With its levels. */
gboolean ff_criterion_store_delete (FfDb *db, FfCriteriaOf of, gint64 id, GError **error);
gboolean ff_criterion_store_delete_all (FfDb *db, FfCriteriaOf of, gint64 owner_id, GError **error);

gboolean ff_rubric_level_store_insert (FfDb *db, FfCriteriaOf of, gint64 criterion_id, int position, FfRubricLevel *level, GError **error);
gboolean ff_rubric_level_store_update (FfDb *db, FfCriteriaOf of, int position, const FfRubricLevel *level, GError **error);
gboolean ff_rubric_level_store_delete (FfDb *db, FfCriteriaOf of, gint64 id, GError **error);

G_END_DECLS
