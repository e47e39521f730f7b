/* The lines between the cells. Long ones, drawn by the grid: as borders of each cell they cost more than all of its text. */
#include "config.h"

#include "ff-grid-private.h"

static void
append_line (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int width, int height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* FALSE while the line right of a column is out of view, or behind the frozen columns. */
static gboolean
find_line (const FfGridGeometry *geometry, int column, int *x)
{
  *x = ff_grid_geometry_get_column_x (geometry, column) + ff_grid_geometry_get_column_width (geometry, column) - 1;

  return column < geometry->n_frozen || (*x >= ff_grid_geometry_get_frozen_width (geometry) && *x < geometry->width);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return ff_grid_strip_get_row (*(FfGridStrip *const *) a) - ff_grid_strip_get_row (*(FfGridStrip *const *) b);
}

/* The rows in view in which a sentence stands in place of cells, from above. */
static GPtrArray *
list_interruptions (FfGrid *self)
{
  GPtrArray *strips = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      FfGridStrip *strip = g_ptr_array_index (self->rows, i);

      if (ff_grid_strip_has_message (strip))
        g_ptr_array_add (strips, strip);
    }
  g_ptr_array_sort (strips, compare_rows);

  return strips;
}

/* The line right of a column; the last column of a sentence has it, the others have not. */
static void
snapshot_column_line (FfGrid *self, GtkSnapshot *snapshot, int column, const GdkRGBA *color, int bottom, GPtrArray *interruptions)
{
  int top = self->geometry.header_height;
  int x;

  if (!find_line (&self->geometry, column, &x))
    return;

  for (guint i = 0; i < interruptions->len; i++)
    {
      FfGridStrip *strip = g_ptr_array_index (interruptions, i);
      int y = ff_grid_get_row_y (self, ff_grid_strip_get_row (strip));

      if (!ff_grid_strip_is_covered (strip, column) || !ff_grid_strip_is_covered (strip, column + 1))
        continue;
      append_line (snapshot, color, x, top, 1, y - top);
      top = MAX (top, y + self->geometry.row_height);
    }
  append_line (snapshot, color, x, top, 1, bottom - top);
}

void
ff_grid_snapshot_lines (FfGrid *self, GtkSnapshot *snapshot)
{
  const FfGridGeometry *geometry = &self->geometry;
  int right = MIN (geometry->x[geometry->n_columns] - geometry->scroll_x, geometry->width);
  int bottom = MIN (ff_grid_get_row_y (self, self->cursor.n_rows), geometry->height - geometry->footer_height);
  g_autoptr (GPtrArray) interruptions = list_interruptions (self);
  GdkRGBA line, strong;

  ff_grid_palette_get_color (self->palette, FF_GRID_INK_LINE, FALSE, &line);
  ff_grid_palette_get_color (self->palette, FF_GRID_INK_STRONG_LINE, FALSE, &strong);
  for (guint i = 0; i < self->rows->len; i++)
    {
      int y = ff_grid_get_row_y (self, ff_grid_strip_get_row (g_ptr_array_index (self->rows, i)));

      append_line (snapshot, &line, 0, y + geometry->row_height - 1, right, 1);
    }
  for (int column = 0; column < geometry->n_columns; column++)
    {
      gboolean strong_line = ff_grid_model_get_column (self->model, column)->strong;

      snapshot_column_line (self, snapshot, column, strong_line ? &strong : &line, bottom, interruptions);
    }
}

void
ff_grid_snapshot_heading_lines (FfGrid *self, GtkSnapshot *snapshot)
{
  const FfGridGeometry *geometry = &self->geometry;
  GdkRGBA strong;

  ff_grid_palette_get_color (self->palette, FF_GRID_INK_STRONG_LINE, FALSE, &strong);
  for (int column = 0; column < geometry->n_columns; column++)
    {
      int x;

      if (ff_grid_model_get_column (self->model, column)->strong && find_line (geometry, column, &x))
        append_line (snapshot, &strong, x, geometry->group_height, 1, geometry->header_height - geometry->group_height);
    }
}
