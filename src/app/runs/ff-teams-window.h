/* The teams of a class side by side: drawn by lot, people dragged from one to another or moved by a menu, leaders, topics. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_TEAMS_WINDOW (ff_teams_window_get_type ())
G_DECLARE_FINAL_TYPE (FfTeamsWindow, ff_teams_window, FF, TEAMS_WINDOW, AdwWindow)

/* The window owns itself. */
FfTeamsWindow *ff_teams_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
