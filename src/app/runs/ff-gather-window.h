/* What a class or a project is weak in on its four levels, to be ticked and taken into the cycle that runs. */
#pragma once

#include <adwaita.h>

#include "ff-owner.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_GATHER_WINDOW (ff_gather_window_get_type ())
G_DECLARE_FINAL_TYPE (FfGatherWindow, ff_gather_window, FF, GATHER_WINDOW, AdwWindow)

/* The window owns itself. */
FfGatherWindow *ff_gather_window_open (GtkWidget *parent, FfWorkspace *workspace, FfOwner owner);

G_END_DECLS
