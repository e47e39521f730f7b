/* What the tables of things that belong to a project, a class or a course have in common: their owner, their order, their end. */
#pragma once

#include "ff-db.h"
#include "ff-owner.h"

G_BEGIN_DECLS

typedef enum
{
  FF_OWNED_FINDING,
  FF_OWNED_GOAL,
  FF_OWNED_STAGE, /* of projects only */
  FF_OWNED_TASK,
  FF_OWNED_DUTY,
  FF_OWNED_MATERIAL, /* of classes only */
  FF_OWNED_BUDGET_LINE,
  FF_OWNED_QUESTIONNAIRE, /* those of the library have no owner: they are not listed here */
  FF_OWNED_METRIC,
  /* These have another order than one that people give them: only their owner is bound and read. */
  FF_OWNED_CYCLE,
  FF_OWNED_REVIEW,
  FF_OWNED_BEST_CASE,
  FF_OWNED_ROI, /* at most one */
} FfOwnedTable;

/* Binds $project, $run and $course, as far as the table has them, with the owner's id in its place and NULL in the others: an INSERT
   stores them, and FF_OWNED_BY_… finds by them (what is NULL equals nothing, and each column has its index). */
void ff_owned_store_bind (FfStatement *statement, FfOwnedTable table, FfOwner owner);
#define FF_OWNED_BY_ALL(table) "(" table ".project_id = $project OR " table ".run_id = $run OR " table ".course_id = $course)"
#define FF_OWNED_BY_TWO(table) "(" table ".project_id = $project OR " table ".run_id = $run)"
/* The owner out of columns project_id, run_id, course_id that stand side by side, so many of them as the table has of the three. */
FfOwner ff_owned_store_get_owner (FfStatement *statement, FfOwnedTable table, int first_column);

/* gint64 ids of @owner, in their order. */
GArray *ff_owned_store_list (FfDb *db, FfOwnedTable table, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Behind all that @owner has; -1 on error. */
int ff_owned_store_next_position (FfDb *db, FfOwnedTable table, FfOwner owner, GError **error);
/* Puts a row at @position (from 0) among all of its owner; beyond the end is the end. Only rows that change their place are written. */
gboolean ff_owned_store_move (FfDb *db, FfOwnedTable table, gint64 id, int position, GError **error);
/* A task that hangs on a stage is deleted or let go by whoever deletes the stage. */
gboolean ff_owned_store_delete (FfDb *db, FfOwnedTable table, gint64 id, GError **error);

G_END_DECLS
