/* A class on a beamer, over the whole screen: who has checked in today, live, or how far the assessment of the teams is. Nothing private
   stands there (ff-presentation.h). */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_PRESENTATION_WINDOW (ff_presentation_window_get_type ())
G_DECLARE_FINAL_TYPE (FfPresentationWindow, ff_presentation_window, FF, PRESENTATION_WINDOW, AdwWindow)

/* Goes to another screen than @parent's where there is one. The window owns itself, and goes with @parent. */
FfPresentationWindow *ff_presentation_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
