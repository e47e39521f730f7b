/* The assessment scheme and the attendance rule of a course, edited in place. */
#pragma once

#include "ff-courses.h"
#include "ff-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_SCHEME_PANE (ff_scheme_pane_get_type ())
G_DECLARE_FINAL_TYPE (FfSchemePane, ff_scheme_pane, FF, SCHEME_PANE, AdwBin)

GtkWidget *ff_scheme_pane_new (FfWorkspace *workspace);
/* Reads the course again and shows it. */
void ff_scheme_pane_set_course (FfSchemePane *self, const FfCourse *course);

G_END_DECLS
