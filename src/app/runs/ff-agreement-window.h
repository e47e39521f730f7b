/* How far the raters of a class agree: a card for each component that two or more have marked, with those whom they see differently. */
#pragma once

#include <gtk/gtk.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

/* The window owns itself. */
void ff_agreement_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
