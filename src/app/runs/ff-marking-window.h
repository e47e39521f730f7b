/* Marking at the speed of a hand: a rubric filled by keys for the person in front of you, one person after the other, or one criterion for
   all; a leaf without a rubric by its points. Every key is kept at once and one step of undo. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_MARKING_WINDOW (ff_marking_window_get_type ())
G_DECLARE_FINAL_TYPE (FfMarkingWindow, ff_marking_window, FF, MARKING_WINDOW, AdwWindow)

/* Begins at a leaf and a person; 0: the first that can be marked. The window owns itself. */
FfMarkingWindow *ff_marking_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id, gint64 component_id,
                                         gint64 enrolment_id);

G_END_DECLS
