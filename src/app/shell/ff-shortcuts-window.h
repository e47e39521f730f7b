/* The list of keyboard shortcuts, made from the table of commands. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_SHORTCUTS_WINDOW (ff_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (FfShortcutsWindow, ff_shortcuts_window, FF, SHORTCUTS_WINDOW, AdwWindow)

GtkWidget *ff_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
