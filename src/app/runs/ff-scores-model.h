/* The marks of a class as a grid: trainees down, the leaves of the scheme across, then total, rank and award. */
#pragma once

#include "ff-class-model.h"
#include "ff-grid-cursor.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SCORE_SET,
  FF_SCORE_REMOVE,
  FF_SCORE_EXEMPT,
  FF_SCORE_LIFT,         /* an exemption */
  FF_SCORE_COMMENT,
  FF_SCORE_DROP_ATTEMPT, /* of every rater and criterion */
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
  char *text; /* why somebody is exempt, or why a mark stands in place of a computed one; a comment; NULL: nothing is said */
} FfScoreEntry;

#define FF_TYPE_SCORES_MODEL (ff_scores_model_get_type ())
G_DECLARE_FINAL_TYPE (FfScoresModel, ff_scores_model, FF, SCORES_MODEL, FfClassModel)

/* Signal "reason-wanted" (int row, int column, const char *explanation): what was entered there, and perhaps in further cells, needs a
   reason, and waits for ff_scores_model_give_reason () or ff_scores_model_drop_held (). */
FfScoresModel *ff_scores_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whether each criterion of a rubric has a column of its own. */
void ff_scores_model_set_show_criteria (FfScoresModel *self, gboolean show_criteria);

/* Nothing happens when nothing waits. */
void ff_scores_model_give_reason (FfScoresModel *self, const char *reason);
void ff_scores_model_drop_held (FfScoresModel *self);

/* The row that is worked on, −1: none. Somebody who is disqualified shows the marks there instead of the reason. */
void ff_scores_model_set_current_row (FfScoresModel *self, int row);

/* Attempts: an open one waits for its marks, and what was reached before counts until then. It is opened in the window only, and is
   forgotten with it; its marks are kept. */
/* For the marks of a block; how many there are. */
guint ff_scores_model_open_attempts (FfScoresModel *self, const FfGridBlock *block);
/* For everybody in the grid whose mark of a component is below the pass mark; @first_row is the first of them. */
guint ff_scores_model_open_failed (FfScoresModel *self, int component, int *first_row);
/* Deletes the newest attempts of a block that are not the first, or closes the open ones. */
void ff_scores_model_delete_attempts (FfScoresModel *self, const FfGridBlock *block);
/* The number of the attempt that is open for a component, 0: none. */
int ff_scores_model_get_open_attempt (FfScoresModel *self, const FfClassTrainee *trainee, int component);

/* As if the text were typed into each mark of the block that takes it. */
void ff_scores_model_enter_block (FfScoresModel *self, const FfGridBlock *block, const char *text);
/* @mark of @trainee; "" takes the comment away. */
void ff_scores_model_set_comment (FfScoresModel *self, const FfClassTrainee *trainee, const FfStoredMark *mark, const char *comment);

/* The component of a column, -1: none. */
int ff_scores_model_get_component (FfScoresModel *self, int column);
/* The criterion of a column, −1: it is of a leaf. */
int ff_scores_model_get_criterion (FfScoresModel *self, int column);
/* Where a trainee would stand if provisional totals counted; 0: nowhere. */
int ff_scores_model_get_standing (FfScoresModel *self, const FfClassTrainee *trainee);

G_END_DECLS
