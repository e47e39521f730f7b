/* The marks of a class as a grid: trainees down, the leaves of the scheme across, then total, rank and award. */
#pragma once

#include "ff-class-model.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SCORE_SET,
  FF_SCORE_REMOVE,
  FF_SCORE_EXEMPT,
  FF_SCORE_LIFT, /* an exemption */
} FfScoreChange;

/* What is to be written for one cell. */
typedef struct
{
  gint64 enrolment_id;
  gint64 component_id;
  gint64 criterion_id; /* 0: the leaf itself */
  char *rater;
  int attempt;
  FfScoreChange change;
  gint64 score;
} FfScoreEntry;

#define FF_TYPE_SCORES_MODEL (ff_scores_model_get_type ())
G_DECLARE_FINAL_TYPE (FfScoresModel, ff_scores_model, FF, SCORES_MODEL, FfClassModel)

FfScoresModel *ff_scores_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whether each criterion of a rubric has a column of its own. */
void ff_scores_model_set_show_criteria (FfScoresModel *self, gboolean show_criteria);

/* The component of a column, -1: none. */
int ff_scores_model_get_component (FfScoresModel *self, int column);
/* Where a trainee would stand if provisional totals counted; 0: nowhere. */
int ff_scores_model_get_standing (FfScoresModel *self, const FfClassTrainee *trainee);

G_END_DECLS
