/* What the files of the grid share: ff-grid.c follows the model and draws, -layout.c says where everything is, -lines.c draws between the
   cells, -groups.c heads groups of columns, -scroll.c keeps widgets for what is in view, -edit.c types, -input.c takes keys and pointer, -clipboard.c moves blocks, -fill.c
   drags copies, -menu.c offers all of it to the pointer. */
#pragma once

#include "ff-grid.h"

#include "ff-grid-cursor.h"
#include "ff-grid-palette.h"
#include "ff-grid-strip.h"

G_BEGIN_DECLS

struct _FfGrid
{
  GtkWidget parent_instance;

  FfGridModel *model;
  FfGridCursor cursor;
  FfGridGeometry geometry;
  gboolean geometry_known;
  gboolean stale; /* the geometry or an adjustment is a new one: everything in view is read again */
  int *natural_x; /* the columns as they ask for it, before the surplus of a wide window is spread */
  int *wishes;    /* what each column would like beyond that, where there is room */
  int least_row_height;
  gboolean across; /* Enter and status keys go on to the right */

  FfGridPalette *palette;

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
  GMenuModel *cell_menu; /* the page's part of it */
  GtkWidget *editor;
  GtkWidget *reason; /* why the text in the editor is refused */
  gboolean editing;
  gboolean overwriting; /* began by typing: arrows leave the cell instead of moving in the text */
  gboolean composing;   /* an input method has not finished */
  char *preedit;        /* what it composes */

  double drag_x, drag_y;
  gboolean dragging;

  GtkWidget *handle; /* at the corner of the selection, to fill by dragging */
  GtkWidget *fill_frame;
  gboolean filling;
  gboolean fill_any; /* there is a target */
  FfGridBlock fill_source;
  FfGridBlock fill_target;
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

/* ff-grid-layout.c */
void ff_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                      int *minimum, int *natural, int *minimum_baseline, int *natural_baseline);
void ff_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline);
/* At least as large as it must be. */
void ff_grid_allocate_child (GtkWidget *child, int x, int y, int width, int height);
/* A box over a block; hidden when nothing of it is in view. */
void ff_grid_allocate_box (FfGrid *self, GtkWidget *box, gboolean shown, const FfGridBlock *block);
/* Between headings and footer. */
int ff_grid_get_body_height (FfGrid *self);
int ff_grid_get_row_y (FfGrid *self, int row);
int ff_grid_rows_per_page (FfGrid *self);
/* FALSE outside the body. */
gboolean ff_grid_find_cell (FfGrid *self, double x, double y, int *row, int *column);
/* The nearest cell, for dragging. */
void ff_grid_find_nearest_cell (FfGrid *self, double x, double y, int *row, int *column);

/* ff-grid-groups.c */
void ff_grid_init_groups (FfGrid *self);
/* After the columns changed. */
void ff_grid_rebuild_groups (FfGrid *self);
void ff_grid_allocate_groups (FfGrid *self);

/* ff-grid-lines.c */
/* Between the cells: below them, so that tints lie over the lines. */
void ff_grid_snapshot_lines (FfGrid *self, GtkSnapshot *snapshot);
void ff_grid_snapshot_heading_lines (FfGrid *self, GtkSnapshot *snapshot);

/* ff-grid-scroll.c */
/* NULL when the row has no widgets now. */
FfGridStrip *ff_grid_find_strip (FfGrid *self, int row);
/* Keeps the rows [first, end), and the one with the cursor or the focus. */
void ff_grid_put_strips_away (FfGrid *self, int first, int end);
/* Reads what is in view of these rows again. */
void ff_grid_rebind_rows (FfGrid *self, int row, int n_rows);
/* Makes the widgets of what is in view, and of the cell that has the focus. @rebind reads them all again. */
void ff_grid_update_view (FfGrid *self, gboolean rebind);
/* @adjustment NULL: a new one. */
void ff_grid_set_adjustment (FfGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment);
void ff_grid_drop_adjustments (FfGrid *self);
/* After the geometry changed. */
void ff_grid_configure_adjustments (FfGrid *self);
void ff_grid_scroll_to (FfGrid *self, int row, int column);

/* ff-grid-edit.c */
void ff_grid_init_editor (FfGrid *self);
/* @overwrite: begins with nothing, and the arrows leave the cell. FALSE if the cell cannot be edited. */
gboolean ff_grid_begin_edit (FfGrid *self, gboolean overwrite);
void ff_grid_allocate_editor (FfGrid *self);
/* Validates and applies one text to the cursor's cell; a refusal opens the editor with the text and the reason. */
gboolean ff_grid_enter_text (FfGrid *self, const char *text, FfGridCommand command);

/* ff-grid-input.c */
void ff_grid_init_input (FfGrid *self);
void ff_grid_move (FfGrid *self, FfGridMove move, gboolean extend);

/* ff-grid-fill.c */
void ff_grid_init_fill (FfGrid *self);
void ff_grid_allocate_fill (FfGrid *self);
/* FALSE when nobody drags the handle. */
gboolean ff_grid_cancel_fill (FfGrid *self);

/* ff-grid-menu.c */
/* At a point of the grid. */
void ff_grid_open_menu (FfGrid *self, double x, double y);

/* ff-grid-clipboard.c */
/* Sets each editable cell of a block, as one step of undo. */
void ff_grid_set_block (FfGrid *self, const FfGridBlock *block, const char *text);
/* Repeats what stands in @source over @target, as one step of undo. */
void ff_grid_fill_from (FfGrid *self, const FfGridBlock *source, const FfGridBlock *target);
void ff_grid_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
