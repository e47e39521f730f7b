/* The grid's geometry, scrolling and picture. Rows in view are strips that are used again; what lies above them (cursor, selection,
   tints) are plain boxes that ui/grid.css colours. */
#include "config.h"

#include "ff-grid-private.h"

#include <adwaita.h>
#include <math.h>

#include "ff-grid-cell-view.h"

#define LEAST_ROW_HEIGHT 26
#define WIDEST_HEADING 170
#define CELL_PADDING 16

enum
{
  PROP_0,
  PROP_MODEL,
  PROP_ROW_HEIGHT,
  N_PROPS,

  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

typedef struct
{
  int first_column;
  int last_column;
} GroupSpan;

static GParamSpec *properties[N_PROPS];
guint ff_grid_signals[FF_GRID_N_SIGNALS];

static gboolean
ff_grid_get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  FfGrid *self = FF_GRID (scrollable);

  *border = (GtkBorder) {
    .left = (gint16) ff_grid_geometry_get_frozen_width (&self->geometry),
    .top = (gint16) self->geometry.header_height,
    .bottom = (gint16) self->geometry.footer_height,
  };

  return TRUE;
}

static void
ff_grid_scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = ff_grid_get_border;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FfGrid, ff_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, ff_grid_scrollable_init))

/* Geometry ---------------------------------------------------------------------------------------------------- */

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
measure_column (FfGrid *self, PangoLayout *layout, const FfGridColumn *column, double scale)
{
  int width = (int) ceil (column->width * scale);
  int natural, height;

  ff_grid_heading_bind (FF_GRID_HEADING (self->probe), column);
  gtk_widget_measure (self->probe, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  width = MAX (width, MIN (natural, (int) (WIDEST_HEADING * scale)));
  if (column->sample != NULL)
    width = MAX (width, measure_text (layout, column->sample) + CELL_PADDING);
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
  g_free (geometry->x);
  self->natural_x = g_new (int, geometry->n_columns + 1);
  for (int i = 0; i < geometry->n_columns; i++)
    {
      const FfGridColumn *column = ff_grid_model_get_column (self->model, i);

      if (column->frozen && geometry->n_frozen == i)
        geometry->n_frozen++;
      self->natural_x[i] = x;
      x += measure_column (self, layout, column, scale);
    }
  self->natural_x[geometry->n_columns] = x;
  self->stale = TRUE;
  geometry->x = g_memdup2 (self->natural_x, sizeof (int) * (geometry->n_columns + 1));
  geometry->header_height += geometry->group_height;
  self->geometry_known = TRUE;
}

static void
spread_surplus (FfGrid *self, int width)
{
  FfGridGeometry *geometry = &self->geometry;
  int surplus = width - self->natural_x[geometry->n_columns];
  int added = 0, takers = 0, taken = 0;

  memcpy (geometry->x, self->natural_x, sizeof (int) * (geometry->n_columns + 1));
  for (int i = 0; i < geometry->n_columns; i++)
    takers += ff_grid_model_get_column (self->model, i)->expand ? 1 : 0;
  if (surplus <= 0 || takers == 0)
    return;

  for (int i = 0; i < geometry->n_columns; i++)
    {
      geometry->x[i] += added;
      if (ff_grid_model_get_column (self->model, i)->expand)
        {
          taken++;
          added = surplus * taken / takers;
        }
    }
  geometry->x[geometry->n_columns] += added;
}

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

static int
get_body_height (FfGrid *self)
{
  return MAX (self->geometry.height - self->geometry.header_height - self->geometry.footer_height, 0);
}

int
ff_grid_rows_per_page (FfGrid *self)
{
  return self->geometry.row_height > 0 ? MAX (get_body_height (self) / self->geometry.row_height - 1, 1) : 1;
}

static int
get_row_y (FfGrid *self, int row)
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

  y = get_row_y (self, row);
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
      y >= get_row_y (self, self->cursor.n_rows) ||
      x < 0 || x >= geometry->x[geometry->n_columns] - geometry->scroll_x)
    return FALSE;

  ff_grid_find_nearest_cell (self, x, y, row, column);

  return TRUE;
}

/* Strips in view ---------------------------------------------------------------------------------------------- */

static FfGridStrip *
find_strip (FfGrid *self, int row)
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
      strip = ff_grid_strip_new (&self->geometry);
      gtk_widget_insert_before (strip, GTK_WIDGET (self), self->headings);
    }
  g_ptr_array_add (self->rows, strip);

  return FF_GRID_STRIP (strip);
}

static void
put_strips_away (FfGrid *self, int first, int end)
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
      gtk_widget_set_child_visible (strip, FALSE);
      g_ptr_array_add (self->spares, strip);
    }
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

/* Makes the widgets of what is in view, and of the cell that has the focus. @rebind reads them all again. */
static void
update_view (FfGrid *self, gboolean rebind)
{
  FfGridGeometry *geometry = &self->geometry;
  int first, end;

  if (self->model == NULL || !self->geometry_known || geometry->width == 0)
    return;

  geometry->scroll_x = (int) gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  geometry->scroll_y = (int) gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  find_visible_columns (self);

  first = MAX (geometry->scroll_y / geometry->row_height, 0);
  end = (geometry->scroll_y + get_body_height (self) + geometry->row_height - 1) / geometry->row_height;
  end = MIN (end, self->cursor.n_rows);

  put_strips_away (self, first, end);
  for (guint i = 0; i < self->rows->len; i++)
    update_strip (self, g_ptr_array_index (self->rows, i), rebind);
  for (int row = first; row < end; row++)
    {
      if (find_strip (self, row) == NULL)
        ff_grid_strip_bind (take_strip (self), self->model, row, get_kept_column (self, row));
    }

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
  update_view (self, FALSE);
}

static void
set_adjustment (FfGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
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
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
configure_adjustments (FfGrid *self)
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
                                MAX (get_body_height (self) - geometry->row_height, steps[i]), sizes[i]);
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
                                                   (row + 1) * geometry->row_height, get_body_height (self)));
  if (column >= geometry->n_frozen)
    gtk_adjustment_set_value (horizontal, scroll_into (gtk_adjustment_get_value (horizontal), geometry->x[column] - frozen,
                                                       geometry->x[column + 1] - frozen, MAX (geometry->width - frozen, 1)));
}

/* The cursor -------------------------------------------------------------------------------------------------- */

gboolean
ff_grid_editable_func (int row, int column, gpointer user_data)
{
  return ff_grid_model_is_editable (FF_GRID (user_data)->model, row, column);
}

gboolean
ff_grid_focus_cursor (FfGrid *self)
{
  FfGridStrip *strip;
  GtkWidget *cell;

  if (self->cursor.row < 0)
    return FALSE;
  if (self->editing)
    return gtk_widget_grab_focus (self->editor);

  strip = find_strip (self, self->cursor.row);
  if (strip == NULL)
    {
      ff_grid_scroll_to (self, self->cursor.row, self->cursor.column);
      update_view (self, FALSE);
      strip = find_strip (self, self->cursor.row);
    }
  if (strip == NULL)
    return FALSE;

  ff_grid_strip_update_columns (strip, self->cursor.column);
  cell = ff_grid_strip_get_cell (strip, self->cursor.column);

  return cell != NULL && gtk_widget_grab_focus (cell);
}

static gboolean
has_focus_within (FfGrid *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

void
ff_grid_cursor_changed (FfGrid *self)
{
  ff_grid_scroll_to (self, self->cursor.row, self->cursor.column);
  if (has_focus_within (self))
    ff_grid_focus_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, ff_grid_signals[FF_GRID_CURSOR_MOVED], 0);
}

/* The model --------------------------------------------------------------------------------------------------- */

static void
on_cells_changed (FfGridModel *model, int row, int n_rows, FfGrid *self)
{
  if (!self->geometry_known)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    {
      FfGridStrip *strip = g_ptr_array_index (self->rows, i);
      int r = ff_grid_strip_get_row (strip);

      if (r >= row && r < row + n_rows)
        update_strip (self, strip, TRUE);
    }
  if (self->footer != NULL)
    ff_grid_strip_bind (FF_GRID_STRIP (self->footer), model, FF_GRID_FOOTER, -1);
}

static gboolean
same_group (const FfGridColumn *a, const FfGridColumn *b)
{
  return a->group_number == b->group_number && g_strcmp0 (a->group, b->group) == 0;
}

static void
add_group (FfGrid *self, const FfGridColumn *column, int first, int last)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup = g_markup_printf_escaped ("%s <b>%s</b>", column->group, column->group_note != NULL ? column->group_note : "");

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "group");
  if (column->tint != FF_GRID_TINT_NONE)
    gtk_widget_add_css_class (label, column->tint == FF_GRID_TINT_PROCESS ? "process" : "result");
  gtk_widget_insert_before (label, GTK_WIDGET (self), self->headings);
  g_ptr_array_add (self->groups, label);
  g_array_append_val (self->group_spans, ((GroupSpan) { first, last }));
}

static void
rebuild_groups (FfGrid *self)
{
  int n = self->model != NULL ? ff_grid_model_get_n_columns (self->model) : 0;
  int first = 0;

  g_ptr_array_set_size (self->groups, 0);
  g_array_set_size (self->group_spans, 0);
  for (int i = 1; i <= n; i++)
    {
      const FfGridColumn *begin = ff_grid_model_get_column (self->model, first);

      if (i < n && same_group (begin, ff_grid_model_get_column (self->model, i)))
        continue;
      if (begin->group != NULL)
        add_group (self, begin, first, i - 1);
      first = i;
    }
}

static void
on_structure_changed (FfGridModel *model, FfGrid *self)
{
  gboolean footer = self->model != NULL && ff_grid_model_has_footer (self->model);
  gboolean was_empty = self->cursor.row < 0;

  ff_grid_cancel (self);
  put_strips_away (self, 0, 0);
  self->geometry_known = FALSE;
  ff_grid_cursor_resize (&self->cursor, self->model != NULL ? ff_grid_model_get_n_rows (self->model) : 0,
                         self->model != NULL ? ff_grid_model_get_n_columns (self->model) : 0);
  if (was_empty && self->cursor.row >= 0)
    ff_grid_cursor_move (&self->cursor, FF_GRID_MOVE_FIRST, FALSE, 1, ff_grid_editable_func, self);

  if (footer && self->footer == NULL)
    {
      self->footer = ff_grid_strip_new (&self->geometry);
      gtk_widget_add_css_class (self->footer, "footer");
      gtk_widget_insert_before (self->footer, GTK_WIDGET (self), self->editor);
    }
  else if (!footer)
    {
      g_clear_pointer (&self->footer, gtk_widget_unparent);
    }

  rebuild_groups (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, ff_grid_signals[FF_GRID_CURSOR_MOVED], 0);
}

FfGridModel *
ff_grid_get_model (FfGrid *self)
{
  g_return_val_if_fail (FF_IS_GRID (self), NULL);

  return self->model;
}

void
ff_grid_set_model (FfGrid *self, FfGridModel *model)
{
  g_return_if_fail (FF_IS_GRID (self));
  g_return_if_fail (model == NULL || FF_IS_GRID_MODEL (model));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect (model, "cells-changed", G_CALLBACK (on_cells_changed), self);
      g_signal_connect (model, "structure-changed", G_CALLBACK (on_structure_changed), self);
    }
  self->cursor = FF_GRID_CURSOR_INIT;
  on_structure_changed (model, self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

void
ff_grid_update_headings (FfGrid *self)
{
  g_return_if_fail (FF_IS_GRID (self));

  if (!self->geometry_known || self->stale)
    return;

  ff_grid_strip_bind (FF_GRID_STRIP (self->headings), self->model, FF_GRID_HEADINGS, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Drawing ----------------------------------------------------------------------------------------------------- */

static void
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

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  int least_width, least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, least_width), MAX (height, least_height) }, -1);
}

/* A box over the columns [first, last] and rows of a block; hidden when nothing of it is in view. */
static void
allocate_box (FfGrid *self, GtkWidget *box, gboolean shown, const FfGridBlock *block)
{
  int x = 0, width = 0;

  shown = shown && ff_grid_geometry_clip_columns (&self->geometry, block->first_column, block->last_column, &x, &width);
  gtk_widget_set_child_visible (box, shown);
  if (shown)
    allocate (box, x, get_row_y (self, block->first_row), width,
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

  allocate_box (self, self->selection, any && (block.first_row != block.last_row || block.first_column != block.last_column), &block);
  allocate_box (self, self->frame, any,
                &(FfGridBlock) { cursor->row, cursor->row, cursor->column, cursor->column });
  allocate_box (self, self->row_tint, any, &(FfGridBlock) { cursor->row, cursor->row, 0, last_column });
  allocate_box (self, self->column_tint, any && current >= 0,
                &(FfGridBlock) { 0, MAX (cursor->n_rows - 1, 0), MAX (current, 0), MAX (current, 0) });
}

static void
allocate_groups (FfGrid *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (self->groups, i);
      const GroupSpan *span = &g_array_index (self->group_spans, GroupSpan, i);
      int x, width, least;
      gboolean shown = ff_grid_geometry_clip_columns (&self->geometry, span->first_column, span->last_column, &x, &width);

      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      shown = shown && width >= least;
      gtk_widget_set_child_visible (label, shown);
      if (shown)
        allocate (label, x, 0, width, self->geometry.group_height);
    }
}

static void
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
      configure_adjustments (self);
      update_view (self, self->stale);
      self->stale = FALSE;
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *strip = g_ptr_array_index (self->rows, i);

      allocate (strip, 0, get_row_y (self, ff_grid_strip_get_row (FF_GRID_STRIP (strip))), width, geometry->row_height);
    }
  allocate (self->headings, 0, geometry->group_height, width, geometry->header_height - geometry->group_height);
  if (self->footer != NULL)
    allocate (self->footer, 0, MAX (height - geometry->footer_height, geometry->header_height), width, geometry->footer_height);
  allocate_groups (self);
  allocate_boxes (self);
  ff_grid_allocate_editor (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
snapshot_if_visible (GtkWidget *widget, GtkWidget *child, GtkSnapshot *snapshot)
{
  if (gtk_widget_get_child_visible (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

static void
ff_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfGrid *self = FF_GRID (widget);
  const FfGridGeometry *geometry = &self->geometry;

  if (self->model == NULL || !self->geometry_known)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, geometry->header_height, geometry->width, get_body_height (self)));
  snapshot_if_visible (widget, self->row_tint, snapshot);
  snapshot_if_visible (widget, self->column_tint, snapshot);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->rows, i), snapshot);
  snapshot_if_visible (widget, self->selection, snapshot);
  snapshot_if_visible (widget, self->frame, snapshot);
  gtk_snapshot_pop (snapshot);

  for (guint i = 0; i < self->groups->len; i++)
    snapshot_if_visible (widget, g_ptr_array_index (self->groups, i), snapshot);
  gtk_widget_snapshot_child (widget, self->headings, snapshot);
  if (self->footer != NULL)
    gtk_widget_snapshot_child (widget, self->footer, snapshot);
  snapshot_if_visible (widget, self->editor, snapshot);
  snapshot_if_visible (widget, self->reason, snapshot);
}

/* The object -------------------------------------------------------------------------------------------------- */

static gboolean
ff_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FfGrid *self = FF_GRID (widget);

  /* Moves between cells are the grid's own; what arrives here wants to leave. */
  if (has_focus_within (self))
    return FALSE;

  return ff_grid_focus_cursor (self);
}

static gboolean
focus_when_allocated (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FfGrid *self = FF_GRID (widget);

  /* The frame's callbacks come before its layout. */
  if (self->cursor.row >= 0 && self->rows->len == 0)
    return G_SOURCE_CONTINUE;

  ff_grid_focus_cursor (self);

  return G_SOURCE_REMOVE;
}

static gboolean
ff_grid_grab_focus (GtkWidget *widget)
{
  FfGrid *self = FF_GRID (widget);

  if (ff_grid_focus_cursor (self))
    return TRUE;
  if (self->cursor.row < 0)
    return FALSE;

  /* Asked for before the first allocation: there is no cell yet. */
  gtk_widget_add_tick_callback (widget, focus_when_allocated, NULL, NULL);

  return TRUE;
}

static void
on_font_changed (FfGrid *self)
{
  self->geometry_known = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ff_grid_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfGrid *self = FF_GRID (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_ROW_HEIGHT:
      g_value_set_int (value, self->least_row_height);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->scroll_policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->scroll_policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_grid_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfGrid *self = FF_GRID (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      ff_grid_set_model (self, g_value_get_object (value));
      break;
    case PROP_ROW_HEIGHT:
      ff_grid_set_row_height (self, g_value_get_int (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->scroll_policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->scroll_policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_grid_dispose (GObject *object)
{
  FfGrid *self = FF_GRID (object);
  GtkWidget *child;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], on_adjustment_changed, self);
      g_clear_object (&self->adjustments[i]);
    }
  if (self->groups != NULL)
    g_ptr_array_set_free_func (self->groups, NULL);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->group_spans, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->spares, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->footer = NULL;
  g_clear_object (&self->model);
  g_clear_pointer (&self->geometry.x, g_free);
  g_clear_pointer (&self->natural_x, g_free);

  G_OBJECT_CLASS (ff_grid_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, FF_TYPE_GRID_MODEL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ROW_HEIGHT] = g_param_spec_int ("row-height", NULL, NULL, 8, 200, LEAST_ROW_HEIGHT,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
install_signals (GType type)
{
  ff_grid_signals[FF_GRID_CURSOR_MOVED] = g_signal_new ("cursor-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  ff_grid_signals[FF_GRID_KEY] = g_signal_new ("key", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                               G_TYPE_BOOLEAN, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_UINT);
  ff_grid_signals[FF_GRID_REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  ff_grid_signals[FF_GRID_HEADING_CLICKED] = g_signal_new ("heading-clicked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                           G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
ff_grid_class_init (FfGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ff_grid_get_property;
  object_class->set_property = ff_grid_set_property;
  object_class->dispose = ff_grid_dispose;
  widget_class->measure = ff_grid_measure;
  widget_class->size_allocate = ff_grid_size_allocate;
  widget_class->snapshot = ff_grid_snapshot;
  widget_class->focus = ff_grid_focus;
  widget_class->grab_focus = ff_grid_grab_focus;

  install_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));
  ff_grid_install_actions (widget_class);

  gtk_widget_class_set_css_name (widget_class, "ffgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static GtkWidget *
add_box (FfGrid *self, const char *css_class)
{
  GtkWidget *box = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (box, css_class);
  gtk_widget_set_can_target (box, FALSE);
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  return box;
}

static void
ff_grid_init (FfGrid *self)
{
  self->cursor = FF_GRID_CURSOR_INIT;
  self->least_row_height = LEAST_ROW_HEIGHT;
  self->rows = g_ptr_array_new ();
  self->spares = g_ptr_array_new ();
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->group_spans = g_array_new (FALSE, FALSE, sizeof (GroupSpan));

  self->row_tint = add_box (self, "row-tint");
  self->column_tint = add_box (self, "column-tint");
  self->headings = ff_grid_strip_new (&self->geometry);
  gtk_widget_add_css_class (self->headings, "headings");
  gtk_widget_set_parent (self->headings, GTK_WIDGET (self));
  self->selection = add_box (self, "selection");
  self->frame = add_box (self, "frame");
  self->probe = ff_grid_heading_new ();
  gtk_widget_set_parent (self->probe, self->headings);
  gtk_widget_set_child_visible (self->probe, FALSE);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  ff_grid_init_editor (self);
  ff_grid_init_input (self);

  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-font-name", G_CALLBACK (on_font_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (on_font_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ff_grid_new (void)
{
  return g_object_new (FF_TYPE_GRID, NULL);
}

int
ff_grid_get_row_height (FfGrid *self)
{
  g_return_val_if_fail (FF_IS_GRID (self), 0);

  return self->least_row_height;
}

void
ff_grid_set_row_height (FfGrid *self, int row_height)
{
  g_return_if_fail (FF_IS_GRID (self));
  g_return_if_fail (row_height > 0);

  if (self->least_row_height == row_height)
    return;

  self->least_row_height = row_height;
  on_font_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW_HEIGHT]);
}

gboolean
ff_grid_get_cursor (FfGrid *self, int *row, int *column)
{
  g_return_val_if_fail (FF_IS_GRID (self), FALSE);

  if (self->cursor.row < 0)
    return FALSE;
  if (row != NULL)
    *row = self->cursor.row;
  if (column != NULL)
    *column = self->cursor.column;

  return TRUE;
}

void
ff_grid_set_cursor (FfGrid *self, int row, int column)
{
  g_return_if_fail (FF_IS_GRID (self));

  if (self->cursor.row < 0 || !ff_grid_commit (self))
    return;
  if (ff_grid_cursor_set (&self->cursor, row, column, FALSE))
    ff_grid_cursor_changed (self);
}
