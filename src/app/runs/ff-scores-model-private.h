/* What the files of the marks' model share: ff-scores-model.c holds the rows and what is not written yet, -columns.c builds the columns,
   -cells.c shows, -edit.c takes what is typed. */
#pragma once

#include "ff-scores-model.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SCORES_KIND_NUMBER,
  FF_SCORES_KIND_TRAINEE,
  FF_SCORES_KIND_CRITERION,
  FF_SCORES_KIND_LEAF,
  FF_SCORES_KIND_TOTAL,
  FF_SCORES_KIND_RANK,
  FF_SCORES_KIND_AWARD,
} FfScoresKind;

/* What a column is about. */
typedef struct
{
  FfScoresKind kind;
  int component;
  int criterion; /* −1: the leaf itself */
} FfScoresMeaning;

struct _FfScoresModel
{
  GObject parent_instance;

  FfClassFigures *figures; /* the caller's */
  gboolean writable;
  gboolean show_criteria;
  char *search;
  char *structure; /* what the columns and rows were built from */

  GArray *rows;          /* int, index of a trainee */
  GPtrArray *columns;    /* FfGridColumn */
  GArray *meanings;      /* FfScoresMeaning, one per column */
  FfStanding *standings; /* one per trainee, with provisional totals */
  GPtrArray *pending;    /* GArray of FfScoreEntry, in the order of entry */
};

/* ff-scores-model.c */
/* @component: an index into the scheme. */
const FfComponent *ff_scores_model_component_at (FfScoresModel *self, int component);
const FfScoresMeaning *ff_scores_model_get_meaning (FfScoresModel *self, int column);
/* NULL for a stranger. */
const FfStanding *ff_scores_model_find_standing (FfScoresModel *self, const FfClassTrainee *trainee);
/* Shows the entries, keeps them until they are settled, and emits "entered". */
void ff_scores_model_enter (FfScoresModel *self, const char *label, GArray *entries, const char *said);

/* ff-scores-model-columns.c */
void ff_scores_model_build_columns (FfScoresModel *self);
/* Whether the column's cells are marks, which somebody may type. */
gboolean ff_scores_meaning_is_mark (const FfScoresMeaning *meaning);

/* ff-scores-model-cells.c */
/* These two answer the grid's questions of their files. */
void ff_scores_model_init_cells (FfGridModelInterface *iface);

/* ff-scores-model-edit.c */
void ff_scores_model_init_edit (FfGridModelInterface *iface);

G_END_DECLS
