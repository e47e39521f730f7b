/* One level on one card: its state, its chart, its key figures and what they say. Pressing it opens the level. */
#pragma once

#include <gtk/gtk.h>

#include "ff-evaluation-figures.h"

G_BEGIN_DECLS

/* A button; the caller gives it its action. */
GtkWidget *ff_level_card_new (const FfEvaluationFigures *figures, int level);

/* The small card of the class's overview: value, target, state, one sentence. A button as well. */
GtkWidget *ff_level_brief_new (const FfEvaluationFigures *figures, int level);

G_END_DECLS
