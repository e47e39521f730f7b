/* Asks for the reason for which commitments that nobody handed in by their day count as 0, and writes it (RULES, 2). */
#pragma once

#include <gtk/gtk.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

/* Says so in a toast when nothing is missing. */
void ff_confirm_missing_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
