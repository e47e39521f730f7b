/* The tables improvement_cycle, improvement and cause: the cycles of a project or a class, their weak items, and what those come from. */
#pragma once

#include "ff-db.h"
#include "ff-improvement.h"
#include "ff-owner.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  FfOwner owner;
  int number; /* from 1 */
  FfDay starts_on;
  FfDay closed_on; /* FF_NO_DAY: it runs */
  char *note;
} FfImprovementCycle;

void ff_improvement_cycle_free (FfImprovementCycle *cycle);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfImprovementCycle, ff_improvement_cycle_free)

/* A weak item. */
typedef struct
{
  gint64 id;
  gint64 version;
  gint64 cycle_id;
  int position;
  int level;       /* 0: of none */
  char *source;    /* what it was gathered from; NULL: by hand */
  char *title;
  char *weight;    /* decimal numbers, as they were on the day of gathering; NULL: not said */
  char *shortfall;
  char *weakness;
  char *unit;      /* of the shortfall */
  gint64 metric_id;
  char *fact;      /* one that shows how weak it is: “31 % of cases” */
  FfDay solved_on; /* FF_NO_DAY: open */
  gint64 carried_from_id; /* 0: it is of this cycle */
} FfImprovement;

void ff_improvement_free (FfImprovement *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfImprovement, ff_improvement_free)

/* A branch of a fishbone (@parent_id 0), a cause on a branch, or a cause of a cause. */
typedef struct
{
  gint64 id;
  gint64 version;
  gint64 improvement_id;
  gint64 parent_id;
  int position;
  FfBranch branch; /* FF_BRANCH_OWN: named by its text */
  char *text;      /* NULL: a branch's own name in the reader's language */
  gboolean root;
  char *evidence;  /* what shows that it is a root cause */
} FfCause;

void ff_cause_free (FfCause *cause);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCause, ff_cause_free)

/* FfImprovementCycle of @owner, the newest first. */
GPtrArray *ff_improvement_store_list_cycles (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none, here and in the other readers. */
FfImprovementCycle *ff_improvement_store_read_cycle (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* All inserts set the id. */
gboolean ff_improvement_store_insert_cycle (FfDb *db, FfImprovementCycle *cycle, GError **error);
gboolean ff_improvement_store_update_cycle (FfDb *db, const FfImprovementCycle *cycle, GError **error);

/* FfImprovement of a cycle, the weakest first. */
GPtrArray *ff_improvement_store_list (FfDb *db, gint64 cycle_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfImprovement *ff_improvement_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Behind all others of its cycle. */
gboolean ff_improvement_store_insert (FfDb *db, FfImprovement *item, GError **error);
gboolean ff_improvement_store_update (FfDb *db, const FfImprovement *item, GError **error);
/* Its causes go too; actions that it led to, and what was carried over from it, stay without it. */
gboolean ff_improvement_store_delete (FfDb *db, gint64 id, GError **error);

/* FfCause of a weak item, or (@cycle) of all items of a cycle: those of one parent side by side, in order. */
GPtrArray *ff_cause_store_list (FfDb *db, gint64 improvement_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_cause_store_list_of_cycle (FfDb *db, gint64 cycle_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfCause *ff_cause_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Behind its siblings. */
gboolean ff_cause_store_insert (FfDb *db, FfCause *cause, GError **error);
/* Leaves the place alone. */
gboolean ff_cause_store_update (FfDb *db, const FfCause *cause, GError **error);
/* Under @parent_id, at @position (from 0) among the causes there; beyond the end is the end. */
gboolean ff_cause_store_move (FfDb *db, gint64 id, gint64 parent_id, int position, GError **error);
/* With all that stands below it; actions that it led to stay without it. */
gboolean ff_cause_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
