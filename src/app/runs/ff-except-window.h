/* "All present except …": whoever is missing is typed, one after the other, and everybody else who is not marked is present. */
#pragma once

#include <adwaita.h>

#include "ff-class-figures.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_EXCEPT_WINDOW (ff_except_window_get_type ())
G_DECLARE_FINAL_TYPE (FfExceptWindow, ff_except_window, FF, EXCEPT_WINDOW, AdwWindow)

/* @session: an index into the figures' sessions; the figures are looked at during the call. The window owns itself. */
FfExceptWindow *ff_except_window_open (GtkWidget *parent, FfWorkspace *workspace, const FfClassFigures *figures, guint session);

G_END_DECLS
