/* The page of each level, made of its figures: everything that is known about it, in sections below each other. */
#pragma once

#include <gtk/gtk.h>

#include "ff-evaluation-figures.h"

G_BEGIN_DECLS

/* A vertical box; sections that stand side by side where there is room are FfPairs of the class "level-pair". */
GtkWidget *ff_reaction_view_new (const FfEvaluationFigures *figures);
GtkWidget *ff_learning_view_new (const FfEvaluationFigures *figures);
GtkWidget *ff_behaviour_view_new (const FfEvaluationFigures *figures);
/* It uses the actions "tab.explain-value" (xx), metric and day, and "tab.show-values" (x), metric. */
GtkWidget *ff_results_view_new (const FfEvaluationFigures *figures);

G_END_DECLS
