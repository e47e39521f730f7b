/* What the grid has in view: rows are strips that are used again, made as the adjustments move. */
#include "config.h"

#include "ff-grid-private.h"

static void
find_visible_columns (FfGrid *self)
{
  FfGridGeometry *geometry = &self->geometry;
  int left = ff_grid_geometry_get_frozen_width (geometry) + geometry->scroll_x;
  int right = geometry->width + geometry->scroll_x;
  int first = geometry->n_frozen, end;

  while (first < geometry->n_columns && geometry->x[first + 1] <= left)
    first++;
  end = first;
  while (end < geometry->n_columns && geometry->x[end] < right)
    end++;
  geometry->first_column = first;
  geometry->end_column = end;
}

FfGridStrip *
ff_grid_find_strip (FfGrid *self, int row)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      FfGridStrip *strip = g_ptr_array_index (self->rows, i);

      if (ff_grid_strip_get_row (strip) == row)
        return strip;
    }

  return NULL;
}

static int
get_kept_column (FfGrid *self, int row)
{
  return row == self->cursor.row ? self->cursor.column : -1;
}

static FfGridStrip *
take_strip (FfGrid *self)
{
  GtkWidget *strip;

  if (self->spares->len > 0)
    {
      strip = g_ptr_array_steal_index_fast (self->spares, self->spares->len - 1);
      gtk_widget_set_child_visible (strip, TRUE);
    }
  else
    {
      strip = ff_grid_strip_new (&self->geometry, self->palette);
      gtk_widget_insert_before (strip, GTK_WIDGET (self), self->headings);
    }
  g_ptr_array_add (self->rows, strip);

  return FF_GRID_STRIP (strip);
}

void
ff_grid_put_strips_away (FfGrid *self, int first, int end)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = self->rows->len; i > 0; i--)
    {
      GtkWidget *strip = g_ptr_array_index (self->rows, i - 1);
      int row = ff_grid_strip_get_row (FF_GRID_STRIP (strip));

      if ((row >= first && row < end) ||
          (row < self->cursor.n_rows && (row == self->cursor.row || strip == focused)))
        continue;

      g_ptr_array_remove_index_fast (self->rows, i - 1);
      g_ptr_array_add (self->spares, strip);
    }
}

/* After the rows that came have taken what they need: a strip that goes on with another row is never hidden. */
static void
hide_spares (FfGrid *self)
{
  for (guint i = 0; i < self->spares->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->spares, i), FALSE);
}

static void
update_strip (FfGrid *self, FfGridStrip *strip, gboolean rebind)
{
  int row = ff_grid_strip_get_row (strip);

  if (rebind)
    ff_grid_strip_bind (strip, self->model, row, get_kept_column (self, row));
  else
    ff_grid_strip_update_columns (strip, get_kept_column (self, row));
}

void
ff_grid_rebind_rows (FfGrid *self, int row, int n_rows)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      FfGridStrip *strip = g_ptr_array_index (self->rows, i);
      int r = ff_grid_strip_get_row (strip);

      if (r >= row && r < row + n_rows)
        update_strip (self, strip, TRUE);
    }
}

void
ff_grid_update_view (FfGrid *self, gboolean rebind)
{
  FfGridGeometry *geometry = &self->geometry;
  int first, end;

  if (self->model == NULL || !self->geometry_known || geometry->width == 0)
    return;

  geometry->scroll_x = (int) gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  geometry->scroll_y = (int) gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  find_visible_columns (self);

  first = MAX (geometry->scroll_y / geometry->row_height, 0);
  end = (geometry->scroll_y + ff_grid_get_body_height (self) + geometry->row_height - 1) / geometry->row_height;
  end = MIN (end, self->cursor.n_rows);

  ff_grid_put_strips_away (self, first, end);
  for (guint i = 0; i < self->rows->len; i++)
    update_strip (self, g_ptr_array_index (self->rows, i), rebind);
  for (int row = first; row < end; row++)
    {
      if (ff_grid_find_strip (self, row) == NULL)
        ff_grid_strip_bind (take_strip (self), self->model, row, get_kept_column (self, row));
    }
  hide_spares (self);

  if (rebind)
    {
      ff_grid_strip_bind (FF_GRID_STRIP (self->headings), self->model, FF_GRID_HEADINGS, -1);
      if (self->footer != NULL)
        ff_grid_strip_bind (FF_GRID_STRIP (self->footer), self->model, FF_GRID_FOOTER, -1);
    }
  else
    {
      ff_grid_strip_update_columns (FF_GRID_STRIP (self->headings), -1);
      if (self->footer != NULL)
        ff_grid_strip_update_columns (FF_GRID_STRIP (self->footer), -1);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_adjustment_changed (FfGrid *self)
{
  ff_grid_update_view (self, FALSE);
}

void
ff_grid_set_adjustment (FfGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && adjustment == self->adjustments[orientation])
    return;
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);

  if (self->adjustments[orientation] != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->adjustments[orientation], on_adjustment_changed, self);
      g_object_unref (self->adjustments[orientation]);
    }
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_adjustment_changed), self);
  self->stale = TRUE; /* the next allocation tells the new adjustment how much there is */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ff_grid_drop_adjustments (FfGrid *self)
{
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], on_adjustment_changed, self);
      g_clear_object (&self->adjustments[i]);
    }
}

void
ff_grid_configure_adjustments (FfGrid *self)
{
  const FfGridGeometry *geometry = &self->geometry;
  double sizes[2] = { geometry->width, geometry->height };
  double uppers[2], steps[2];

  uppers[GTK_ORIENTATION_HORIZONTAL] = geometry->x[geometry->n_columns];
  uppers[GTK_ORIENTATION_VERTICAL] = geometry->header_height + (double) self->cursor.n_rows * geometry->row_height + geometry->footer_height;
  steps[GTK_ORIENTATION_HORIZONTAL] = 2 * geometry->row_height;
  steps[GTK_ORIENTATION_VERTICAL] = geometry->row_height;

  for (int i = 0; i < 2; i++)
    {
      double value = gtk_adjustment_get_value (self->adjustments[i]);

      g_signal_handlers_block_by_func (self->adjustments[i], on_adjustment_changed, self);
      gtk_adjustment_configure (self->adjustments[i], value, 0, MAX (uppers[i], sizes[i]), steps[i],
                                MAX (ff_grid_get_body_height (self) - geometry->row_height, steps[i]), sizes[i]);
      g_signal_handlers_unblock_by_func (self->adjustments[i], on_adjustment_changed, self);
    }
}

static double
scroll_into (double value, double begin, double end, double page)
{
  if (begin < value)
    return begin;
  if (end > value + page)
    return MAX (end - page, 0);

  return value;
}

void
ff_grid_scroll_to (FfGrid *self, int row, int column)
{
  const FfGridGeometry *geometry = &self->geometry;
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int frozen = ff_grid_geometry_get_frozen_width (geometry);

  if (!self->geometry_known || geometry->width == 0 || row < 0)
    return;

  gtk_adjustment_set_value (vertical, scroll_into (gtk_adjustment_get_value (vertical), row * geometry->row_height,
                                                   (row + 1) * geometry->row_height, ff_grid_get_body_height (self)));
  if (column >= geometry->n_frozen)
    gtk_adjustment_set_value (horizontal, scroll_into (gtk_adjustment_get_value (horizontal), geometry->x[column] - frozen,
                                                       geometry->x[column + 1] - frozen, MAX (geometry->width - frozen, 1)));
}
