/* The tables of one questionnaire's figures, each a section of a page. */
#pragma once

#include <gtk/gtk.h>

#include "ff-evaluation-figures.h"

G_BEGIN_DECLS

/* Each dimension with its questions: how many answered, the mean, how the answers are spread. */
GtkWidget *ff_questionnaire_questions_new (const FfQuestionnaireFigures *figures);
/* Of SERVQUAL: what was expected and perceived, and the gap. */
GtkWidget *ff_questionnaire_pairs_new (const FfQuestionnaireFigures *figures);
/* Of an index of satisfaction: what each factor weighs and lacks. */
GtkWidget *ff_questionnaire_factors_new (const FfQuestionnaireFigures *figures);

G_END_DECLS
