/* The questionnaires of a class or a project that have no level's card: needs, SERVQUAL, an index of satisfaction, further ones of level 1. */
#pragma once

#include <gtk/gtk.h>

#include "ff-evaluation-figures.h"

G_BEGIN_DECLS

/* A list under a heading, a row each; NULL: there is none. A row activates @action with the id of its questionnaire (x). */
GtkWidget *ff_other_questionnaires_new (const FfEvaluationFigures *figures, const char *action);

G_END_DECLS
