/* What the files of the marks' model share: ff-scores-model.c lays entries over the figures, -columns.c builds the columns, -cells.c
   shows, -edit.c takes what is typed, -attempts.c knows which attempts are open. */
#pragma once

#include "ff-scores-model.h"
#include "ff-scores-text.h"

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

/* An attempt without a mark so far. */
typedef struct
{
  gint64 enrolment_id;
  gint64 component_id;
  int attempt;
} FfOpenAttempt;

struct _FfScoresModel
{
  FfClassModel parent_instance;

  gboolean show_criteria;
  GArray *meanings;      /* FfScoresMeaning, one per column */
  FfStanding *standings; /* one per trainee, with provisional totals */
  int current_row;
  GArray *open_attempts; /* FfOpenAttempt */

  GArray *held; /* entries that wait for a reason; NULL: none */
  char *held_label;
  char *held_said;
};

static inline FfClassFigures *
ff_scores_model_figures (FfScoresModel *self)
{
  return ff_class_model_get_figures (FF_CLASS_MODEL (self));
}

static inline FfClassTrainee *
ff_scores_model_trainee (FfScoresModel *self, int row)
{
  return ff_class_model_get_trainee (FF_CLASS_MODEL (self), row);
}

/* ff-scores-model.c */
/* @component: an index into the scheme. */
const FfComponent *ff_scores_model_component_at (FfScoresModel *self, int component);
const FfScoresMeaning *ff_scores_model_get_meaning (FfScoresModel *self, int column);
/* NULL for a stranger. */
const FfStanding *ff_scores_model_find_standing (FfScoresModel *self, const FfClassTrainee *trainee);

/* An array of FfScoreEntry that frees their texts. */
GArray *ff_scores_model_new_entries (void) G_GNUC_WARN_UNUSED_RESULT;
/* Enters them, or holds them and asks when one needs a reason that it does not have. */
void ff_scores_model_submit (FfScoresModel *self, int row, int column, const char *label, GArray *entries, const char *said);

/* ff-scores-model-attempts.c */
/* As ff_scores_text_find_source (), but an open attempt is the newest. */
FfScoreSource ff_scores_model_find_source (FfScoresModel *self, const FfClassTrainee *trainee, int component, int criterion);
void ff_scores_model_close_attempt (FfScoresModel *self, const FfClassTrainee *trainee, int component);
/* Forgets those that have marks by now. */
void ff_scores_model_prune_attempts (FfScoresModel *self);

/* ff-scores-model-columns.c */
void ff_scores_model_build_columns (FfClassModel *model);
/* Whether the column's cells are marks, which somebody may type. */
gboolean ff_scores_meaning_is_mark (const FfScoresMeaning *meaning);

/* ff-scores-model-cells.c */
/* These two answer the grid's questions of their files. */
void ff_scores_model_init_cells (FfGridModelInterface *iface);

/* ff-scores-model-edit.c */
void ff_scores_model_init_edit (FfGridModelInterface *iface);

G_END_DECLS
