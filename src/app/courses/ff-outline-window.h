/* A syllabus pasted as text: the text at the left, the tree that it becomes at the right, while it is typed. */
#pragma once

#include "ff-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_OUTLINE_WINDOW (ff_outline_window_get_type ())
G_DECLARE_FINAL_TYPE (FfOutlineWindow, ff_outline_window, FF, OUTLINE_WINDOW, AdwWindow)

/* Over @parent; the window owns itself. */
FfOutlineWindow *ff_outline_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 course_id);

G_END_DECLS
