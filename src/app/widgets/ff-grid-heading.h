/* The heading of a column: a title, and lines below it. */
#pragma once

#include <gtk/gtk.h>

#include "ff-grid-model.h"

G_BEGIN_DECLS

#define FF_TYPE_GRID_HEADING (ff_grid_heading_get_type ())
G_DECLARE_FINAL_TYPE (FfGridHeading, ff_grid_heading, FF, GRID_HEADING, GtkWidget)

GtkWidget *ff_grid_heading_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_grid_heading_bind (FfGridHeading *self, const FfGridColumn *column);

G_END_DECLS
