/* Use cases about the improvement of a class or a project: its cycles, the weak items of a cycle, and what those come from. A cycle is opened
   when the first thing is put into it. A closed one is history: what belongs to it is refused with FF_ERROR_INVALID. */
#pragma once

#include "ff-improvement-action-store.h"
#include "ff-improvement-store.h"
#include "ff-pareto.h"
#include "ff-put.h"

G_BEGIN_DECLS

/* Everything about one cycle: the page and the documents show this struct. */
typedef struct
{
  FfOwner owner;
  GPtrArray *cycles; /* FfImprovementCycle, the newest first */
  const FfImprovementCycle *cycle; /* of them; NULL: there is none yet */
  GPtrArray *items;   /* FfImprovement, the weakest first */
  FfParetoBar *bars;  /* as many, in that order */
  guint n_vital;
  double weakness;    /* of all items together */
  double vital_percent; /* of that, of the vital few; FF_UNDEFINED where there is none */
  GPtrArray *causes;  /* FfCause of all items, those of one parent side by side */
  GPtrArray *actions; /* FfAction by phase and place */
} FfImprovementBoard;

/* @cycle_id 0: the newest one. */
FfImprovementBoard *ff_improvement_board_read (FfDb *db, FfOwner owner, gint64 cycle_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_improvement_board_free (FfImprovementBoard *board);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfImprovementBoard, ff_improvement_board_free)

const FfImprovement *ff_improvement_board_find_item (const FfImprovementBoard *board, gint64 id); /* NULL: none */
const FfAction *ff_improvement_board_find_action (const FfImprovementBoard *board, gint64 id);
const FfCause *ff_improvement_board_find_cause (const FfImprovementBoard *board, gint64 id);
/* const FfCause of one item below @parent_id (0: its branches), in order. The caller frees the array alone. */
GPtrArray *ff_improvement_board_list_causes (const FfImprovementBoard *board, gint64 improvement_id, gint64 parent_id) G_GNUC_WARN_UNUSED_RESULT;

/* Of the eight, from 1 on, and of the four, in the reader's language. */
const char *ff_step_title (int step);
const char *ff_phase_title (FfPhase phase);
/* People, equipment, material, method, environment, measurement. */
const char *ff_branch_title (FfBranch branch);
/* What to call it: its own text, else its branch's name. */
const char *ff_cause_title (const FfCause *cause);

/* Cycles. */

/* The one that runs, opened today when there is none; 0 on error. */
gint64 ff_improvements_need_cycle (FfDb *db, FfOwner owner, GError **error);
/* Refuses a cycle that is closed or gone. */
gboolean ff_improvements_check_open (FfDb *db, gint64 cycle_id, GError **error);

typedef struct
{
  guint items;
  guint actions;
} FfCarried;

/* Closes it today. Weak items that are not solved, with their causes, and actions that are open go on in the next cycle, which knows where
   they come from; without any, the next one is opened when it is needed. @carried may be NULL. */
gboolean ff_improvements_close_cycle (FfDb *db, gint64 cycle_id, const char *note, FfCarried *carried, GError **error);
/* How much that would be. */
gboolean ff_improvements_count_open (FfDb *db, gint64 cycle_id, FfCarried *carried, GError **error);

/* Weak items. */

typedef struct
{
  const char *title;    /* required of a new one */
  const char *level;    /* "1" to "4", "": of none */
  const char *weakness; /* how many cases, or points: a number from 0 up */
  const char *fact;
  const char *metric;   /* the id of a metric, in digits; "": none */
  const char *solved;   /* "1" or "0" */
} FfImprovementDraft;

/* @update_id 0 adds one to the cycle that runs, with the six branches of its fishbone. @id may be NULL. */
FfPut ff_improvements_put (FfDb *db, FfOwner owner, gint64 update_id, const FfImprovementDraft *draft, gint64 *id, GError **error);
/* FF_ERROR_NOT_FOUND when it is gone. */
FfImprovement *ff_improvements_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_improvements_delete (FfDb *db, gint64 id, GError **error);
/* Inserts @item, whose cycle runs, with its branches. For what gathers. */
gboolean ff_improvements_add (FfDb *db, FfImprovement *item, GError **error);

/* Causes. */

typedef struct
{
  const char *text;     /* required, but of a branch with a name of its own */
  const char *root;     /* "1" or "0"; not of a branch */
  const char *evidence;
} FfCauseDraft;

/* @update_id 0 adds one behind the others below @parent_id, a branch of @improvement_id, or a branch (0). @id may be NULL. */
FfPut ff_causes_put (FfDb *db, gint64 improvement_id, gint64 parent_id, gint64 update_id, const FfCauseDraft *draft, gint64 *id,
                     GError **error);
FfCause *ff_causes_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A cause to a place (from 0) on a branch of the same fishbone, a branch (@parent_id 0) to a place among the branches. */
gboolean ff_causes_move (FfDb *db, gint64 id, gint64 parent_id, int position, GError **error);
/* A branch goes with its causes. */
gboolean ff_causes_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
