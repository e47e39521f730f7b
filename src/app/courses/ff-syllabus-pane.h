/* The syllabus of a course as a tree that is arranged in place. */
#pragma once

#include "ff-courses.h"
#include "ff-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_SYLLABUS_PANE (ff_syllabus_pane_get_type ())
G_DECLARE_FINAL_TYPE (FfSyllabusPane, ff_syllabus_pane, FF, SYLLABUS_PANE, AdwBin)

GtkWidget *ff_syllabus_pane_new (FfWorkspace *workspace);
/* Shows a course; what was selected and folded stays so. Takes the course. */
void ff_syllabus_pane_set_course (FfSyllabusPane *self, FfCourse *course);

/* Its buttons activate "syllabus.add", ".edit", ".delete", ".up", ".down", ".indent" and ".outdent". */

G_END_DECLS
