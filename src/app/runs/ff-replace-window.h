/* Somebody else comes in place of one who is enrolled: who that is, why, and what it would clash with. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_REPLACE_WINDOW (ff_replace_window_get_type ())
G_DECLARE_FINAL_TYPE (FfReplaceWindow, ff_replace_window, FF, REPLACE_WINDOW, AdwWindow)

/* The window owns itself. NULL when the enrolment cannot be read. */
FfReplaceWindow *ff_replace_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 enrolment_id);

G_END_DECLS
