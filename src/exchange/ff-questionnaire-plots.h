/* The charts of one questionnaire beyond its dimensions' means, each with the sentence that says what it shows. NULL where there is nothing to
   draw, or nothing that may be shown. */
#pragma once

#include "ff-evaluation-figures.h"
#include "ff-plot.h"

G_BEGIN_DECLS

/* What was expected beside what was perceived, dimension by dimension. */
FfPlot *ff_questionnaire_plot_service (const FfQuestionnaireFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
/* The factors by what they cost. */
FfPlot *ff_questionnaire_plot_weaknesses (const FfQuestionnaireFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
/* How many percent of those who answered took each option of a choice. */
FfPlot *ff_questionnaire_plot_choice (const FfQuestionnaireFigures *figures, const FfQuestionFigures *question) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
