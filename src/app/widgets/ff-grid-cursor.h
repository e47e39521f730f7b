/* Where one stands in a grid, and where a key leads: plain values without a widget. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_GRID_MOVE_LEFT,
  FF_GRID_MOVE_RIGHT,
  FF_GRID_MOVE_UP,
  FF_GRID_MOVE_DOWN,
  FF_GRID_MOVE_EDGE_LEFT, /* to the end of the run of alike cells (editable or not), then to the edge of the grid */
  FF_GRID_MOVE_EDGE_RIGHT,
  FF_GRID_MOVE_EDGE_UP,
  FF_GRID_MOVE_EDGE_DOWN,
  FF_GRID_MOVE_NEXT,     /* Tab: the next editable cell, row after row */
  FF_GRID_MOVE_PREVIOUS,
  FF_GRID_MOVE_ENTER,    /* the next editable cell below, in the column where a run of Tabs began */
  FF_GRID_MOVE_ENTER_BACK,
  FF_GRID_MOVE_HOME,     /* the first editable cell of the row, then its first cell */
  FF_GRID_MOVE_END,
  FF_GRID_MOVE_PAGE_UP,
  FF_GRID_MOVE_PAGE_DOWN,
  FF_GRID_MOVE_FIRST,    /* the first row, and the first editable cell of it */
  FF_GRID_MOVE_LAST,
} FfGridMove;

typedef gboolean (*FfGridEditableFunc) (int row, int column, gpointer user_data);

typedef struct
{
  int n_rows;
  int n_columns;
  int row; /* -1 while the grid is empty, as is the column */
  int column;
  int anchor_row; /* the corner of the selection that stays; the cursor is the other one */
  int anchor_column;
  int tab_column; /* where the run of Tabs began, -1: in none */
} FfGridCursor;

/* Both ends belong to the block. */
typedef struct
{
  int first_row, last_row;
  int first_column, last_column;
} FfGridBlock;

#define FF_GRID_CURSOR_INIT ((FfGridCursor) { 0, 0, -1, -1, -1, -1, -1 })

/* Keeps the place where it still exists, else takes the nearest one. */
void ff_grid_cursor_resize (FfGridCursor *cursor, int n_rows, int n_columns);
/* Places outside are brought inside. @extend keeps the other corner of the selection. FALSE if nothing changed. */
gboolean ff_grid_cursor_set (FfGridCursor *cursor, int row, int column, gboolean extend);
/* @page is how many rows a Page key passes. Moves along editable cells (Tab, Enter) never extend. FALSE if the cursor and the
   selection stay as they were: at an edge, Tab has nowhere to go. */
gboolean ff_grid_cursor_move (FfGridCursor *cursor, FfGridMove move, gboolean extend, int page,
                              FfGridEditableFunc editable, gpointer user_data);
void ff_grid_cursor_select_all (FfGridCursor *cursor);
/* FALSE while the grid is empty. */
gboolean ff_grid_cursor_get_block (const FfGridCursor *cursor, FfGridBlock *block);

G_END_DECLS
