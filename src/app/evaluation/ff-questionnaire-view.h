/* What was answered to one questionnaire: in words, as its kind asks for, and question by question. */
#pragma once

#include <gtk/gtk.h>

#include "ff-evaluation-figures.h"

G_BEGIN_DECLS

/* Appends its sections; those that stand side by side where there is room are FfPairs of the class "level-pair". @commands (NULL: none) stands
   below its key figures. */
void ff_questionnaire_view_add (GtkBox *box, const FfQuestionnaireFigures *figures, GPtrArray *sentences, GtkWidget *commands);
/* The same with its own sentences, in a box. */
GtkWidget *ff_questionnaire_view_new (const FfQuestionnaireFigures *figures, GtkWidget *commands);

G_END_DECLS
