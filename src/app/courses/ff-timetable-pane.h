/* The timetable of a course: its days as cards of slots, with what overlaps and what stays empty. */
#pragma once

#include "ff-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_TIMETABLE_PANE (ff_timetable_pane_get_type ())
G_DECLARE_FINAL_TYPE (FfTimetablePane, ff_timetable_pane, FF, TIMETABLE_PANE, AdwBin)

/* Reads itself, now and whenever the timetable changes. */
GtkWidget *ff_timetable_pane_new (FfWorkspace *workspace, gint64 course_id);

G_END_DECLS
