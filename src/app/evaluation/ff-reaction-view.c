/* Level 1: what trainees said. */
#include "config.h"

#include "ff-level-views.h"

#include "ff-level-parts.h"
#include "ff-level-words.h"
#include "ff-questionnaire-view.h"

GtkWidget *
ff_reaction_view_new (const FfEvaluationFigures *figures)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const FfQuestionnaireFigures *reaction = ff_evaluation_figures_get_reaction (figures);

  if (reaction == NULL)
    gtk_box_append (GTK_BOX (box), ff_level_empty_new (figures, 1));
  else
    {
      g_autoptr (GPtrArray) sentences = ff_level_words (figures, 1);

      ff_questionnaire_view_add (GTK_BOX (box), reaction, sentences, ff_level_questionnaire_buttons_new (reaction->questionnaire));
    }
  return box;
}
