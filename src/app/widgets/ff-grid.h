/* A table that behaves like a spreadsheet: frozen first columns, headings in groups, one cell that is being worked on, typing that
   overwrites, blocks to and from other programs. Lives in a GtkScrolledWindow. Shows and changes an FfGridModel. */
#pragma once

#include <gtk/gtk.h>

#include "ff-grid-cursor.h"
#include "ff-grid-model.h"

G_BEGIN_DECLS

#define FF_TYPE_GRID (ff_grid_get_type ())
G_DECLARE_FINAL_TYPE (FfGrid, ff_grid, FF, GRID, GtkWidget)

/* Signals:
     cursor-moved ()                   the cell that is worked on, or the selection, is another one
     key (row, column, keyval) → bool  a letter before it is typed: TRUE when the page has dealt with it
     refused (sentence)                a command was refused as a whole; nothing was changed
     heading-clicked (column)
   Actions: grid.copy, grid.cut, grid.paste, grid.clear, grid.fill-down, grid.fill-right, grid.select-all, grid.edit. */
GtkWidget *ff_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;

FfGridModel *ff_grid_get_model (FfGrid *self);
void ff_grid_set_model (FfGrid *self, FfGridModel *model);

/* Least height of a row in pixels at 96 dpi; 26 to begin with. */
int ff_grid_get_row_height (FfGrid *self);
void ff_grid_set_row_height (FfGrid *self, int row_height);

/* Whether Enter, and a key that fills a cell at once, go on to the next cell of the row as Tab does, not down the column: for papers that
   lie there one by one. */
void ff_grid_set_across (FfGrid *self, gboolean across);

/* FALSE while the grid is empty. */
gboolean ff_grid_get_cursor (FfGrid *self, int *row, int *column);
/* What is selected: the cursor's cell alone, or a block. FALSE while the grid is empty. */
gboolean ff_grid_get_selection (FfGrid *self, FfGridBlock *block);
/* Commits what is being edited first, and scrolls there. */
void ff_grid_set_cursor (FfGrid *self, int row, int column);
/* The same with a selection: from the first cell, which is the one that stays, to the last. */
void ff_grid_select (FfGrid *self, int row, int column, int last_row, int last_column);

/* TRUE while a text is being typed. */
gboolean ff_grid_is_editing (FfGrid *self);
/* Takes what was typed. FALSE when it is refused: the text stays, with the reason below it. */
gboolean ff_grid_commit (FfGrid *self);
void ff_grid_cancel (FfGrid *self);

/* After a column's flags changed without its structure. */
void ff_grid_update_headings (FfGrid *self);
/* What a status key does, for a button that stands for it. */
void ff_grid_press_key (FfGrid *self, gunichar key);

/* What Ctrl+V does with the clipboard's text: one cell takes it at once, for more of them a window shows first what would change. */
void ff_grid_paste_text (FfGrid *self, const char *text);

/* What the page offers for a cell: sections that stand before the grid's; before the menu is opened for the first time. */
void ff_grid_set_cell_menu (FfGrid *self, GMenuModel *menu);

/* Where a cell is now, in the grid's coordinates. FALSE when it is out of view. */
gboolean ff_grid_get_cell_area (FfGrid *self, int row, int column, GdkRectangle *area);

G_END_DECLS
