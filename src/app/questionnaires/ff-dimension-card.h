/* One dimension in the editor of a questionnaire: its title, its questions, and the line in which Enter adds the next one and a paste of many
   lines adds many. What is done are the actions "questionnaire.…" of the page around it. */
#pragma once

#include <adwaita.h>

#include "ff-questionnaire.h"

G_BEGIN_DECLS

#define FF_TYPE_DIMENSION_CARD (ff_dimension_card_get_type ())
G_DECLARE_FINAL_TYPE (FfDimensionCard, ff_dimension_card, FF, DIMENSION_CARD, AdwBin)

GtkWidget *ff_dimension_card_new (gboolean editable);
/* @first: the number of its first question. @of_class: whether its trainers and venues are known. */
void ff_dimension_card_set (FfDimensionCard *self, const FfQuestionnaire *questionnaire, const FfDimension *dimension, guint first,
                            gboolean of_class);
gint64 ff_dimension_card_get_id (FfDimensionCard *self);
/* FALSE when it has no such question. */
gboolean ff_dimension_card_focus_question (FfDimensionCard *self, gint64 question_id);
/* Into the line that adds questions. */
void ff_dimension_card_focus_line (FfDimensionCard *self);
void ff_dimension_card_focus_title (FfDimensionCard *self);

G_END_DECLS
