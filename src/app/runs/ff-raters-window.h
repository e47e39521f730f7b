/* Who marks a class, with what weight, in their order. */
#pragma once

#include "ff-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window owns itself. */
void ff_raters_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
