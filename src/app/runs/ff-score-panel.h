/* "Why 83.50?": the total of one trainee, leaf by leaf. */
#pragma once

#include <gtk/gtk.h>

#include "ff-class-figures.h"

G_BEGIN_DECLS

#define FF_TYPE_SCORE_PANEL (ff_score_panel_get_type ())
G_DECLARE_FINAL_TYPE (FfScorePanel, ff_score_panel, FF, SCORE_PANEL, GtkWidget)

/* Signal "close" (): its button was pressed. */
/* @standing is the provisional rank, 0: none. @trainee NULL: nobody is selected. Keeps neither. */
void ff_score_panel_show (FfScorePanel *self, const FfClassFigures *figures, const FfClassTrainee *trainee, int standing);

G_END_DECLS
