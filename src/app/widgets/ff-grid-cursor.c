/* The moves of a spreadsheet. Tab and Enter pass over cells that cannot be edited; arrows go everywhere, so that names and totals
   can be read and copied. */
#include "config.h"

#include "ff-grid-cursor.h"

typedef struct
{
  FfGridEditableFunc func;
  gpointer user_data;
} Mask;

static gboolean
is_editable (const Mask *mask, int row, int column)
{
  return mask->func (row, column, mask->user_data);
}

/* The next editable cell in reading order, @step +1 or -1. */
static gboolean
find_along_rows (const FfGridCursor *cursor, const Mask *mask, int step, int *row, int *column)
{
  gint64 n = (gint64) cursor->n_rows * cursor->n_columns;

  for (gint64 i = (gint64) cursor->row * cursor->n_columns + cursor->column + step; i >= 0 && i < n; i += step)
    {
      if (is_editable (mask, (int) (i / cursor->n_columns), (int) (i % cursor->n_columns)))
        {
          *row = (int) (i / cursor->n_columns);
          *column = (int) (i % cursor->n_columns);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_along_column (const FfGridCursor *cursor, const Mask *mask, int column, int step, int *row)
{
  for (int r = cursor->row + step; r >= 0 && r < cursor->n_rows; r += step)
    {
      if (is_editable (mask, r, column))
        {
          *row = r;
          return TRUE;
        }
    }

  return FALSE;
}

static int
find_in_row (const FfGridCursor *cursor, const Mask *mask, int row, gboolean last)
{
  for (int i = 0; i < cursor->n_columns; i++)
    {
      int column = last ? cursor->n_columns - 1 - i : i;

      if (is_editable (mask, row, column))
        return column;
    }

  return last ? cursor->n_columns - 1 : 0;
}

/* Walks from the cursor while the cells are of one kind; standing at the end of a run already, to the edge of the grid. */
static void
find_edge (const FfGridCursor *cursor, const Mask *mask, int row_step, int column_step, int *row, int *column)
{
  gboolean kind = is_editable (mask, cursor->row, cursor->column);
  int edge_row = row_step == 0 ? cursor->row : row_step < 0 ? 0 : cursor->n_rows - 1;
  int edge_column = column_step == 0 ? cursor->column : column_step < 0 ? 0 : cursor->n_columns - 1;
  int r = cursor->row, c = cursor->column;

  while ((r != edge_row || c != edge_column) && is_editable (mask, r + row_step, c + column_step) == kind)
    {
      r += row_step;
      c += column_step;
    }

  if (r == cursor->row && c == cursor->column)
    {
      r = edge_row;
      c = edge_column;
    }

  *row = r;
  *column = c;
}

static gboolean
place (FfGridCursor *cursor, int row, int column, gboolean extend)
{
  FfGridCursor before = *cursor;

  if (cursor->n_rows == 0 || cursor->n_columns == 0)
    return FALSE;

  cursor->row = CLAMP (row, 0, cursor->n_rows - 1);
  cursor->column = CLAMP (column, 0, cursor->n_columns - 1);
  if (!extend)
    {
      cursor->anchor_row = cursor->row;
      cursor->anchor_column = cursor->column;
    }

  return before.row != cursor->row || before.column != cursor->column ||
         before.anchor_row != cursor->anchor_row || before.anchor_column != cursor->anchor_column;
}

void
ff_grid_cursor_resize (FfGridCursor *cursor, int n_rows, int n_columns)
{
  g_return_if_fail (n_rows >= 0 && n_columns >= 0);

  cursor->n_rows = n_rows;
  cursor->n_columns = n_columns;
  cursor->tab_column = -1;
  if (n_rows == 0 || n_columns == 0)
    {
      cursor->row = cursor->column = cursor->anchor_row = cursor->anchor_column = -1;
      return;
    }

  cursor->row = CLAMP (cursor->row, 0, n_rows - 1);
  cursor->column = CLAMP (cursor->column, 0, n_columns - 1);
  cursor->anchor_row = CLAMP (cursor->anchor_row, 0, n_rows - 1);
  cursor->anchor_column = CLAMP (cursor->anchor_column, 0, n_columns - 1);
}

gboolean
ff_grid_cursor_set (FfGridCursor *cursor, int row, int column, gboolean extend)
{
  cursor->tab_column = -1;

  return place (cursor, row, column, extend);
}

static gboolean
move_by_tab (FfGridCursor *cursor, const Mask *mask, int step)
{
  int began = cursor->tab_column >= 0 ? cursor->tab_column : cursor->column;
  int row, column;
  gboolean moved;

  if (!find_along_rows (cursor, mask, step, &row, &column))
    return FALSE;

  moved = place (cursor, row, column, FALSE);
  cursor->tab_column = began;

  return moved;
}

static gboolean
move_by_enter (FfGridCursor *cursor, const Mask *mask, int step)
{
  int column = cursor->tab_column >= 0 && cursor->tab_column < cursor->n_columns ? cursor->tab_column : cursor->column;
  int row;

  if (!find_along_column (cursor, mask, column, step, &row))
    {
      column = cursor->column;
      row = cursor->row;
    }

  return ff_grid_cursor_set (cursor, row, column, FALSE);
}

static int
home_column (const FfGridCursor *cursor, const Mask *mask, gboolean last)
{
  int column = find_in_row (cursor, mask, cursor->row, last);

  if (column != cursor->column)
    return column;

  return last ? cursor->n_columns - 1 : 0;
}

gboolean
ff_grid_cursor_move (FfGridCursor *cursor, FfGridMove move, gboolean extend, int page,
                     FfGridEditableFunc editable, gpointer user_data)
{
  const Mask mask = { editable, user_data };
  int row = cursor->row, column = cursor->column;

  g_return_val_if_fail (editable != NULL, FALSE);

  if (row < 0)
    return FALSE;

  switch (move)
    {
    case FF_GRID_MOVE_LEFT:
      column--;
      break;
    case FF_GRID_MOVE_RIGHT:
      column++;
      break;
    case FF_GRID_MOVE_UP:
      row--;
      break;
    case FF_GRID_MOVE_DOWN:
      row++;
      break;
    case FF_GRID_MOVE_EDGE_LEFT:
      find_edge (cursor, &mask, 0, -1, &row, &column);
      break;
    case FF_GRID_MOVE_EDGE_RIGHT:
      find_edge (cursor, &mask, 0, 1, &row, &column);
      break;
    case FF_GRID_MOVE_EDGE_UP:
      find_edge (cursor, &mask, -1, 0, &row, &column);
      break;
    case FF_GRID_MOVE_EDGE_DOWN:
      find_edge (cursor, &mask, 1, 0, &row, &column);
      break;
    case FF_GRID_MOVE_NEXT:
      return move_by_tab (cursor, &mask, 1);
    case FF_GRID_MOVE_PREVIOUS:
      return move_by_tab (cursor, &mask, -1);
    case FF_GRID_MOVE_ENTER:
      return move_by_enter (cursor, &mask, 1);
    case FF_GRID_MOVE_ENTER_BACK:
      return move_by_enter (cursor, &mask, -1);
    case FF_GRID_MOVE_HOME:
      column = home_column (cursor, &mask, FALSE);
      break;
    case FF_GRID_MOVE_END:
      column = home_column (cursor, &mask, TRUE);
      break;
    case FF_GRID_MOVE_PAGE_UP:
      row -= MAX (page, 1);
      break;
    case FF_GRID_MOVE_PAGE_DOWN:
      row += MAX (page, 1);
      break;
    case FF_GRID_MOVE_FIRST:
      row = 0;
      column = find_in_row (cursor, &mask, row, FALSE);
      break;
    case FF_GRID_MOVE_LAST:
      row = cursor->n_rows - 1;
      column = find_in_row (cursor, &mask, row, TRUE);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }

  return ff_grid_cursor_set (cursor, row, column, extend);
}

void
ff_grid_cursor_select_all (FfGridCursor *cursor)
{
  if (cursor->row < 0)
    return;

  cursor->anchor_row = 0;
  cursor->anchor_column = 0;
  place (cursor, cursor->n_rows - 1, cursor->n_columns - 1, TRUE);
}

gboolean
ff_grid_cursor_get_block (const FfGridCursor *cursor, FfGridBlock *block)
{
  if (cursor->row < 0)
    return FALSE;

  block->first_row = MIN (cursor->row, cursor->anchor_row);
  block->last_row = MAX (cursor->row, cursor->anchor_row);
  block->first_column = MIN (cursor->column, cursor->anchor_column);
  block->last_column = MAX (cursor->column, cursor->anchor_column);

  return TRUE;
}
