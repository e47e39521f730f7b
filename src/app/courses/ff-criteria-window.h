/* The criteria and levels of the components of one scheme, a course's or a class's own copy: read, changed in place, taken from the library. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_CRITERIA_WINDOW (ff_criteria_window_get_type ())
G_DECLARE_FINAL_TYPE (FfCriteriaWindow, ff_criteria_window, FF, CRITERIA_WINDOW, AdwWindow)

/* Opens over the window of @parent and owns itself. One of course and class is 0. @component_id: what is shown first; 0: the first rubric. */
FfCriteriaWindow *ff_criteria_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 course_id, gint64 run_id, gint64 component_id);
/* Of a class, at its first rubric. */
void ff_run_criteria_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
