/* What the answers to one questionnaire come to: gathered form by form, then computed. */
#pragma once

#include "ff-evaluation-figures.h"
#include "ff-response.h"

G_BEGIN_DECLS

/* Room for the forms of one group. @questionnaire must outlive it. */
FfQuestionnaireFigures *ff_questionnaire_figures_new (const FfQuestionnaire *questionnaire, int wave, const char *rater) G_GNUC_WARN_UNUSED_RESULT;
void ff_questionnaire_figures_free (FfQuestionnaireFigures *figures);

/* Counts one form. @answers: FfAnswer of its questionnaire; @invalid: somebody said so. */
void ff_questionnaire_figures_add (FfQuestionnaireFigures *figures, const GArray *answers, gboolean invalid);
/* Once all forms are counted; takes out again what may not be shown. @invited: -1 when it is not known. */
void ff_questionnaire_figures_finish (FfQuestionnaireFigures *figures, int invited);

/* For the files of these figures. */
static inline FfDimensionFigures *
ff_questionnaire_figures_get_dimension (const FfQuestionnaireFigures *figures, guint index)
{
  return g_ptr_array_index (figures->dimensions, index);
}

static inline FfQuestionFigures *
ff_dimension_figures_get_question (const FfDimensionFigures *dimension, guint index)
{
  return g_ptr_array_index (dimension->questions, index);
}

static inline gboolean
ff_question_kind_is_rated (FfQuestionKind kind)
{
  return kind == FF_QUESTION_RATING || kind == FF_QUESTION_SERVQUAL;
}

G_END_DECLS
