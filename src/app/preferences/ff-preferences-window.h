/* How this organisation counts and works: settings, days off, layers, grades, departments. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_PREFERENCES_WINDOW (ff_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (FfPreferencesWindow, ff_preferences_window, FF, PREFERENCES_WINDOW, AdwWindow)

/* Opens over @parent; the window owns itself. */
FfPreferencesWindow *ff_preferences_window_open (GtkWindow *parent, FfWorkspace *workspace);
/* "general", "time", "days", "layers", "grades", "departments" */
void ff_preferences_window_show_page (FfPreferencesWindow *self, const char *name);

G_END_DECLS
