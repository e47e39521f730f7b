/* The marks of teams: teams by leaves, and below them who does not follow the team. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_TEAM_MARKS_WINDOW (ff_team_marks_window_get_type ())
G_DECLARE_FINAL_TYPE (FfTeamMarksWindow, ff_team_marks_window, FF, TEAM_MARKS_WINDOW, AdwWindow)

/* The window owns itself. */
void ff_team_marks_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
