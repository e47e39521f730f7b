/* Where everything in the grid is: what its columns and rows ask for, what a wide window adds, which cell is at a point, and the
   places of its children. */
#include "config.h"

#include "ff-grid-private.h"

#include <math.h>

#include "ff-grid-heading.h"

#define WIDEST_HEADING 170
#define CELL_PADDING 16

static double
get_font_scale (FfGrid *self)
{
  double resolution = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  return resolution > 0 ? resolution / 96.0 : 1.0;
}

static int
measure_text (PangoLayout *layout, const char *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

static int
measure_column (FfGrid *self, PangoLayout *layout, const FfGridColumn *column, double scale, int *wish)
{
  int width = (int) ceil (column->width * scale);
  int sample = column->sample != NULL ? measure_text (layout, column->sample) + CELL_PADDING : 0;
  int natural, height;

  if (column->yields)
    width = MIN (width, sample);
  ff_grid_heading_bind (FF_GRID_HEADING (self->probe), column);
  gtk_widget_measure (self->probe, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  width = MAX (width, MIN (natural, (int) (WIDEST_HEADING * scale)));
  if (!column->yields)
    width = MAX (width, sample);
  *wish = MAX (sample - width, 0);
  gtk_widget_measure (self->probe, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  self->geometry.header_height = MAX (self->geometry.header_height, height);

  return width;
}

static void
measure_heights (FfGrid *self, PangoLayout *layout, double scale)
{
  FfGridGeometry *geometry = &self->geometry;
  int text_height;

  pango_layout_set_text (layout, "Ág字", -1);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  geometry->row_height = MAX ((int) ceil (self->least_row_height * scale), text_height + 6);
  geometry->footer_height = self->footer != NULL ? geometry->row_height + 4 : 0;
  geometry->group_height = self->groups->len > 0 ? geometry->row_height + 2 : 0;
  geometry->header_height = 0;
}

/* What the columns ask for; the surplus of a wide window is added when the width is known. */
static void
ensure_geometry (FfGrid *self)
{
  FfGridGeometry *geometry = &self->geometry;
  g_autoptr (PangoLayout) layout = NULL;
  double scale;
  int x = 0;

  if (self->geometry_known || self->model == NULL)
    return;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  scale = get_font_scale (self);
  measure_heights (self, layout, scale);

  geometry->n_columns = ff_grid_model_get_n_columns (self->model);
  geometry->n_frozen = 0;
  g_free (self->natural_x);
  g_free (self->wishes);
  g_free (geometry->x);
  self->natural_x = g_new (int, geometry->n_columns + 1);
  self->wishes = g_new (int, geometry->n_columns + 1);
  for (int i = 0; i < geometry->n_columns; i++)
    {
      const FfGridColumn *column = ff_grid_model_get_column (self->model, i);

      if (column->frozen && geometry->n_frozen == i)
        geometry->n_frozen++;
      self->natural_x[i] = x;
      x += measure_column (self, layout, column, scale, &self->wishes[i]);
    }
  self->natural_x[geometry->n_columns] = x;
  self->stale = TRUE;
  geometry->x = g_memdup2 (self->natural_x, sizeof (int) * (geometry->n_columns + 1));
  geometry->header_height += geometry->group_height;
  self->geometry_known = TRUE;
}

/* Texts that would be cut come first, then the columns that expand share the rest evenly. */
static void
spread_surplus (FfGrid *self, int width)
{
  FfGridGeometry *geometry = &self->geometry;
  int surplus = MAX (width - self->natural_x[geometry->n_columns], 0);
  int added = 0, wished = 0, takers = 0, taken = 0;

  for (int i = 0; i < geometry->n_columns; i++)
    {
      wished += self->wishes[i];
      takers += ff_grid_model_get_column (self->model, i)->expand ? 1 : 0;
    }
  wished = MIN (wished, surplus);
  surplus -= wished;

  for (int i = 0; i < geometry->n_columns; i++)
    {
      int wish = MIN (self->wishes[i], wished);

      geometry->x[i] = self->natural_x[i] + added;
      wished -= wish;
      added += wish;
      if (ff_grid_model_get_column (self->model, i)->expand)
        {
          added += surplus * (taken + 1) / takers - surplus * taken / takers;
          taken++;
        }
    }
  geometry->x[geometry->n_columns] = self->natural_x[geometry->n_columns] + added;
}

int
ff_grid_get_body_height (FfGrid *self)
{
  return MAX (self->geometry.height - self->geometry.header_height - self->geometry.footer_height, 0);
}

int
ff_grid_rows_per_page (FfGrid *self)
{
  return self->geometry.row_height > 0 ? MAX (ff_grid_get_body_height (self) / self->geometry.row_height - 1, 1) : 1;
}

int
ff_grid_get_row_y (FfGrid *self, int row)
{
  return self->geometry.header_height + row * self->geometry.row_height - self->geometry.scroll_y;
}

gboolean
ff_grid_get_cell_area (FfGrid *self, int row, int column, GdkRectangle *area)
{
  const FfGridGeometry *geometry = &self->geometry;
  int y, x, width;

  g_return_val_if_fail (FF_IS_GRID (self), FALSE);

  if (row < 0 || row >= self->cursor.n_rows || column < 0 || column >= geometry->n_columns || !self->geometry_known)
    return FALSE;

  y = ff_grid_get_row_y (self, row);
  if (y + geometry->row_height <= geometry->header_height || y >= geometry->height - geometry->footer_height ||
      !ff_grid_geometry_clip_columns (geometry, column, column, &x, &width))
    return FALSE;

  *area = (GdkRectangle) { x, y, width, geometry->row_height };

  return TRUE;
}

void
ff_grid_find_nearest_cell (FfGrid *self, double x, double y, int *row, int *column)
{
  const FfGridGeometry *geometry = &self->geometry;
  int left = (int) x;
  int c = 0;

  if (left >= ff_grid_geometry_get_frozen_width (geometry))
    left += geometry->scroll_x;
  while (c < geometry->n_columns - 1 && geometry->x[c + 1] <= left)
    c++;
  *column = c;
  *row = CLAMP ((int) floor ((y - geometry->header_height + geometry->scroll_y) / geometry->row_height), 0, self->cursor.n_rows - 1);
}

gboolean
ff_grid_find_cell (FfGrid *self, double x, double y, int *row, int *column)
{
  const FfGridGeometry *geometry = &self->geometry;

  if (!self->geometry_known || self->cursor.row < 0)
    return FALSE;
  if (y < geometry->header_height || y >= geometry->height - geometry->footer_height ||
      y >= ff_grid_get_row_y (self, self->cursor.n_rows) ||
      x < 0 || x >= geometry->x[geometry->n_columns] - geometry->scroll_x)
    return FALSE;

  ff_grid_find_nearest_cell (self, x, y, row, column);

  return TRUE;
}

void
ff_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                 int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  FfGrid *self = FF_GRID (widget);
  const FfGridGeometry *geometry = &self->geometry;

  ensure_geometry (self);
  *minimum = *natural = 0;
  if (!self->geometry_known)
    return;

  *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? self->natural_x[geometry->n_columns]
                 : geometry->header_height + self->cursor.n_rows * geometry->row_height + geometry->footer_height;
}

void
ff_grid_allocate_child (GtkWidget *child, int x, int y, int width, int height)
{
  int least_width, least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, least_width), MAX (height, least_height) }, -1);
}

void
ff_grid_allocate_box (FfGrid *self, GtkWidget *box, gboolean shown, const FfGridBlock *block)
{
  int x = 0, width = 0;

  shown = shown && ff_grid_geometry_clip_columns (&self->geometry, block->first_column, block->last_column, &x, &width);
  gtk_widget_set_child_visible (box, shown);
  if (shown)
    ff_grid_allocate_child (box, x, ff_grid_get_row_y (self, block->first_row), width,
                            (block->last_row - block->first_row + 1) * self->geometry.row_height);
}

static int
find_current_column (FfGrid *self)
{
  for (int i = 0; i < self->geometry.n_columns; i++)
    {
      if (ff_grid_model_get_column (self->model, i)->current)
        return i;
    }

  return -1;
}

static void
allocate_boxes (FfGrid *self)
{
  const FfGridCursor *cursor = &self->cursor;
  int last_column = self->geometry.n_columns - 1;
  int current = find_current_column (self);
  FfGridBlock block = { 0 };
  gboolean any = ff_grid_cursor_get_block (cursor, &block);

  ff_grid_allocate_box (self, self->selection, any && (block.first_row != block.last_row || block.first_column != block.last_column), &block);
  ff_grid_allocate_box (self, self->frame, any,
                &(FfGridBlock) { cursor->row, cursor->row, cursor->column, cursor->column });
  ff_grid_allocate_box (self, self->row_tint, any, &(FfGridBlock) { cursor->row, cursor->row, 0, last_column });
  ff_grid_allocate_box (self, self->column_tint, any && current >= 0,
                &(FfGridBlock) { 0, MAX (cursor->n_rows - 1, 0), MAX (current, 0), MAX (current, 0) });
}

void
ff_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfGrid *self = FF_GRID (widget);
  FfGridGeometry *geometry = &self->geometry;

  if (self->model == NULL)
    return;

  ensure_geometry (self);
  if (self->stale || geometry->width != width || geometry->height != height)
    {
      geometry->width = width;
      geometry->height = height;
      spread_surplus (self, width);
      ff_grid_configure_adjustments (self);
      ff_grid_update_view (self, self->stale);
      self->stale = FALSE;
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *strip = g_ptr_array_index (self->rows, i);

      ff_grid_allocate_child (strip, 0, ff_grid_get_row_y (self, ff_grid_strip_get_row (FF_GRID_STRIP (strip))), width, geometry->row_height);
    }
  ff_grid_allocate_child (self->headings, 0, geometry->group_height, width, geometry->header_height - geometry->group_height);
  if (self->footer != NULL)
    ff_grid_allocate_child (self->footer, 0, MAX (height - geometry->footer_height, geometry->header_height), width, geometry->footer_height);
  ff_grid_allocate_groups (self);
  allocate_boxes (self);
  ff_grid_allocate_fill (self);
  ff_grid_allocate_editor (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}
