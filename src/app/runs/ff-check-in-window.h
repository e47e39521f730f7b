/* The desk at the door: a number is scanned or typed, the name stands there in large letters, and the minute is kept. Nothing stands in
   the way of the next one: what was scanned waits in the writer's queue. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_CHECK_IN_WINDOW (ff_check_in_window_get_type ())
G_DECLARE_FINAL_TYPE (FfCheckInWindow, ff_check_in_window, FF, CHECK_IN_WINDOW, AdwWindow)

/* The window owns itself, and is not modal. */
FfCheckInWindow *ff_check_in_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 session_id);

/* As if @text had been typed, and Enter. */
void ff_check_in_window_scan (FfCheckInWindow *self, const char *text);

G_END_DECLS
