/* One line of a grid: its headings, a row or the footer. Makes widgets for the columns in view only and uses them again. */
#pragma once

#include <gtk/gtk.h>

#include "ff-grid-model.h"
#include "ff-grid-palette.h"

G_BEGIN_DECLS

/* Where everything is; computed by the grid, read by its strips. Pixels. */
typedef struct
{
  int n_columns;
  int n_frozen;
  int *x; /* where each column begins before scrolling, and one more: where the last one ends */
  int group_height;
  int header_height; /* with the groups */
  int row_height;
  int footer_height;

  int width;
  int height;
  int scroll_x;
  int scroll_y;
  int first_column; /* the ones in view that are not frozen: [first, end) */
  int end_column;
} FfGridGeometry;

int ff_grid_geometry_get_frozen_width (const FfGridGeometry *geometry);
int ff_grid_geometry_get_column_x (const FfGridGeometry *geometry, int column);
int ff_grid_geometry_get_column_width (const FfGridGeometry *geometry, int column);
/* The part of [first, last] that is not behind the frozen columns. FALSE if there is none. */
gboolean ff_grid_geometry_clip_columns (const FfGridGeometry *geometry, int first, int last, int *x, int *width);

#define FF_GRID_HEADINGS (-2)

#define FF_TYPE_GRID_STRIP (ff_grid_strip_get_type ())
G_DECLARE_FINAL_TYPE (FfGridStrip, ff_grid_strip, FF, GRID_STRIP, GtkWidget)

/* Both are the grid's and outlive the strip's last drawing. */
GtkWidget *ff_grid_strip_new (const FfGridGeometry *geometry, FfGridPalette *palette) G_GNUC_WARN_UNUSED_RESULT;
/* @row: FF_GRID_HEADINGS, FF_GRID_FOOTER or a row. Reads everything in view again. @kept is a column that stays even out of view, -1: none. */
void ff_grid_strip_bind (FfGridStrip *self, FfGridModel *model, int row, int kept);
/* After scrolling sideways: makes what came into view. */
void ff_grid_strip_update_columns (FfGridStrip *self, int kept);
int ff_grid_strip_get_row (FfGridStrip *self);
/* Whether a sentence stands in place of some cells, and of that one. */
gboolean ff_grid_strip_has_message (FfGridStrip *self);
gboolean ff_grid_strip_is_covered (FfGridStrip *self, int column);
/* NULL when it is not in view. */
GtkWidget *ff_grid_strip_get_cell (FfGridStrip *self, int column);

G_END_DECLS
