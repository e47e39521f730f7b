/* What stands in the way of a session, and the ways out of it, each with its button. */
#pragma once

#include <gtk/gtk.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

/* Opens beside @anchor, which has to stand in a window, and closes by itself. It fills itself as soon as a reader has looked. */
void ff_clash_popover_open (GtkWidget *anchor, FfWorkspace *workspace, gint64 session_id);

G_END_DECLS
