/* The light widget that a grid recycles for its cells. It draws itself with the grid's palette: a cell that scrolls into view needs
   neither a new style nor new children. */
#pragma once

#include <gtk/gtk.h>

#include "ff-grid-model.h"
#include "ff-grid-palette.h"

G_BEGIN_DECLS

#define FF_TYPE_GRID_CELL_VIEW (ff_grid_cell_view_get_type ())
G_DECLARE_FINAL_TYPE (FfGridCellView, ff_grid_cell_view, FF, GRID_CELL_VIEW, GtkWidget)

/* @palette outlives the cell's last drawing. */
GtkWidget *ff_grid_cell_view_new (FfGridPalette *palette) G_GNUC_WARN_UNUSED_RESULT;
/* @name is the whole accessible name. */
void ff_grid_cell_view_bind (FfGridCellView *self, const FfGridCell *cell, float xalign, const char *name);

G_END_DECLS
