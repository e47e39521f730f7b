/* What the files of the grid share: ff-grid.c shows, -edit.c types, -input.c takes keys and pointer, -clipboard.c moves blocks,
   -menu.c offers all of it to the pointer. */
#pragma once

#include "ff-grid.h"

#include "ff-grid-cursor.h"
#include "ff-grid-strip.h"

G_BEGIN_DECLS

struct _FfGrid
{
  GtkWidget parent_instance;

  FfGridModel *model;
  FfGridCursor cursor;
  FfGridGeometry geometry;
  gboolean geometry_known;
  gboolean stale; /* the geometry is a new one: everything in view is read again */
  int *natural_x; /* the columns as they ask for it, before the surplus of a wide window is spread */
  int least_row_height;

  GtkAdjustment *adjustments[2];          /* by GtkOrientation */
  GtkScrollablePolicy scroll_policies[2]; /* required of a GtkScrollable, without meaning here */

  GPtrArray *rows;   /* FfGridStrip, one per row in view */
  GPtrArray *spares; /* FfGridStrip, not needed now */
  GPtrArray *groups; /* GtkLabel, one per group of columns */
  GArray *group_spans;
  GtkWidget *headings;
  GtkWidget *footer;
  GtkWidget *probe; /* a heading that is only measured */

  GtkWidget *row_tint;
  GtkWidget *column_tint;
  GtkWidget *selection;
  GtkWidget *frame; /* around the cursor */

  GtkWidget *menu; /* made when first asked for */
  GtkWidget *editor;
  GtkWidget *reason; /* why the text in the editor is refused */
  gboolean editing;
  gboolean overwriting; /* began by typing: arrows leave the cell instead of moving in the text */
  gboolean composing;   /* an input method has not finished */

  double drag_x, drag_y;
  gboolean dragging;
};

enum
{
  FF_GRID_CURSOR_MOVED,
  FF_GRID_KEY,
  FF_GRID_REFUSED,
  FF_GRID_HEADING_CLICKED,
  FF_GRID_N_SIGNALS
};

extern guint ff_grid_signals[FF_GRID_N_SIGNALS];

/* ff-grid.c */
gboolean ff_grid_editable_func (int row, int column, gpointer self);
/* After the cursor changed: scrolls to it, focuses its cell if the grid has the focus, tells. */
void ff_grid_cursor_changed (FfGrid *self);
gboolean ff_grid_focus_cursor (FfGrid *self);
int ff_grid_rows_per_page (FfGrid *self);
/* FALSE outside the body. */
gboolean ff_grid_find_cell (FfGrid *self, double x, double y, int *row, int *column);
/* The nearest cell, for dragging. */
void ff_grid_find_nearest_cell (FfGrid *self, double x, double y, int *row, int *column);
void ff_grid_scroll_to (FfGrid *self, int row, int column);

/* ff-grid-edit.c */
void ff_grid_init_editor (FfGrid *self);
/* @text NULL: overwrite. FALSE if the cell cannot be edited. */
gboolean ff_grid_begin_edit (FfGrid *self, gboolean overwrite);
void ff_grid_allocate_editor (FfGrid *self);
/* Validates and applies one text to the cursor's cell; a refusal opens the editor with the text and the reason. */
gboolean ff_grid_enter_text (FfGrid *self, const char *text);

/* ff-grid-input.c */
void ff_grid_init_input (FfGrid *self);
void ff_grid_move (FfGrid *self, FfGridMove move, gboolean extend);

/* ff-grid-menu.c */
/* At a point of the grid. */
void ff_grid_open_menu (FfGrid *self, double x, double y);

/* ff-grid-clipboard.c */
/* Sets each editable cell of a block, as one step of undo. */
void ff_grid_set_block (FfGrid *self, const FfGridBlock *block, const char *text);
void ff_grid_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
