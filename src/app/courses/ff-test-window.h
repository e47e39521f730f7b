/* A test paper as text at the left, its items as they become at the right, while it is typed or pasted. */
#pragma once

#include "ff-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_TEST_WINDOW (ff_test_window_get_type ())
G_DECLARE_FINAL_TYPE (FfTestWindow, ff_test_window, FF, TEST_WINDOW, AdwWindow)

/* The paper of a component of a course's or a class's scheme. Over @parent; the window owns itself. */
FfTestWindow *ff_test_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 component_id);

G_END_DECLS
