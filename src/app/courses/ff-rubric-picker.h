/* A window in which a rubric of the library is looked at and taken into a component of a scheme. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_RUBRIC_PICKER (ff_rubric_picker_get_type ())
G_DECLARE_FINAL_TYPE (FfRubricPicker, ff_rubric_picker, FF, RUBRIC_PICKER, AdwWindow)

/* Opens over the window of @parent and owns itself. */
FfRubricPicker *ff_rubric_picker_open (GtkWidget *parent, FfWorkspace *workspace, gint64 component_id);

G_END_DECLS
