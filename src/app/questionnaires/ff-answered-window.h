/* Who has answered a questionnaire and who has not, with the words of a reminder. Where it is anonymous, the list can be ticked by hand, apart
   from the forms; where forms bear names, it follows from them. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_ANSWERED_WINDOW (ff_answered_window_get_type ())
G_DECLARE_FINAL_TYPE (FfAnsweredWindow, ff_answered_window, FF, ANSWERED_WINDOW, AdwWindow)

/* The window owns itself. NULL when the questionnaire is gone or no class's; @workspace then says why. */
FfAnsweredWindow *ff_answered_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 questionnaire_id);

G_END_DECLS
