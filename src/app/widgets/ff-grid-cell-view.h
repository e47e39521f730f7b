/* The two light widgets that a grid recycles: a cell and a column's heading. */
#pragma once

#include <gtk/gtk.h>

#include "ff-grid-model.h"

G_BEGIN_DECLS

#define FF_TYPE_GRID_CELL_VIEW (ff_grid_cell_view_get_type ())
G_DECLARE_FINAL_TYPE (FfGridCellView, ff_grid_cell_view, FF, GRID_CELL_VIEW, GtkWidget)

GtkWidget *ff_grid_cell_view_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @name is the whole accessible name. */
void ff_grid_cell_view_bind (FfGridCellView *self, const FfGridCell *cell, const FfGridColumn *column, const char *name);

#define FF_TYPE_GRID_HEADING (ff_grid_heading_get_type ())
G_DECLARE_FINAL_TYPE (FfGridHeading, ff_grid_heading, FF, GRID_HEADING, GtkWidget)

GtkWidget *ff_grid_heading_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_grid_heading_bind (FfGridHeading *self, const FfGridColumn *column);

G_END_DECLS
