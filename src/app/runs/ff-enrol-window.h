/* A window in which people are chosen for a class: found by name, pinyin or number, many at once. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_ENROL_WINDOW (ff_enrol_window_get_type ())
G_DECLARE_FINAL_TYPE (FfEnrolWindow, ff_enrol_window, FF, ENROL_WINDOW, AdwWindow)

/* The window owns itself. */
void ff_enrol_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
