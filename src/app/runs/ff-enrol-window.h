/* People are chosen for a class: found by search and filters, or pasted as a list, many at once. What enrolling them would do stands
   beside them before it is done. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_ENROL_WINDOW (ff_enrol_window_get_type ())
G_DECLARE_FINAL_TYPE (FfEnrolWindow, ff_enrol_window, FF, ENROL_WINDOW, AdwWindow)

/* The window owns itself. */
FfEnrolWindow *ff_enrol_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
