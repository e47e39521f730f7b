/* The small square at the corner of the selection: dragged over neighbours, it fills them with what is selected. */
#include "config.h"

#include "ff-grid-private.h"

#include <adwaita.h>

#define HANDLE_SIZE 8

/* The cells that a drag to a place would fill: whole lines below or above the source, or whole columns beside it, whichever is farther
   away. FALSE within the source. */
static gboolean
find_target (const FfGridBlock *source, int row, int column, FfGridBlock *target)
{
  int down = row - source->last_row, up = source->first_row - row;
  int right = column - source->last_column, left = source->first_column - column;
  int most = MAX (MAX (down, up), MAX (right, left));

  *target = *source;
  if (most <= 0)
    return FALSE;

  if (down == most || up == most)
    {
      target->first_row = down == most ? source->last_row + 1 : row;
      target->last_row = down == most ? row : source->first_row - 1;
    }
  else
    {
      target->first_column = right == most ? source->last_column + 1 : column;
      target->last_column = right == most ? column : source->first_column - 1;
    }

  return TRUE;
}

static void
on_drag_begin (FfGrid *self, double x, double y, GtkGesture *gesture)
{
  self->filling = ff_grid_commit (self) && ff_grid_cursor_get_block (&self->cursor, &self->fill_source);
  self->fill_any = FALSE;
  /* Or the press would choose the cell below the handle. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update (FfGrid *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  double start_x, start_y;
  graphene_point_t point;
  int row, column;

  if (!self->filling || self->cursor.row < 0)
    return;

  gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y);
  if (!gtk_widget_compute_point (self->handle, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) (start_x + offset_x), (float) (start_y + offset_y)), &point))
    return;
  ff_grid_find_nearest_cell (self, point.x, point.y, &row, &column);
  self->fill_any = find_target (&self->fill_source, row, column, &self->fill_target);
  if (self->fill_any)
    ff_grid_scroll_to (self, row, column);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_drag_end (FfGrid *self)
{
  gboolean filled = self->filling && self->fill_any;
  const FfGridBlock source = self->fill_source, target = self->fill_target;

  ff_grid_cancel_fill (self);
  if (!filled || self->cursor.row < 0)
    return;

  ff_grid_fill_from (self, &source, &target);
  ff_grid_select (self, MIN (source.first_row, target.first_row), MIN (source.first_column, target.first_column),
                  MAX (source.last_row, target.last_row), MAX (source.last_column, target.last_column));
}

gboolean
ff_grid_cancel_fill (FfGrid *self)
{
  gboolean filling = self->filling;

  self->filling = FALSE;
  self->fill_any = FALSE;
  if (filling)
    gtk_widget_queue_allocate (GTK_WIDGET (self));

  return filling;
}

/* The handle belongs to cells that can be changed; while one drags, it stays where it was. */
void
ff_grid_allocate_fill (FfGrid *self)
{
  GdkRectangle area;
  FfGridBlock block;
  gboolean shown = !self->editing && self->cursor.row >= 0 &&
                   ff_grid_model_is_editable (self->model, self->cursor.row, self->cursor.column) &&
                   ff_grid_cursor_get_block (&self->cursor, &block) &&
                   ff_grid_get_cell_area (self, block.last_row, block.last_column, &area);

  ff_grid_allocate_box (self, self->fill_frame, self->filling && self->fill_any, &self->fill_target);
  gtk_widget_set_child_visible (self->handle, shown);
  if (shown)
    ff_grid_allocate_child (self->handle, area.x + area.width - HANDLE_SIZE / 2 - 1, area.y + area.height - HANDLE_SIZE / 2 - 1,
                            HANDLE_SIZE, HANDLE_SIZE);
}

void
ff_grid_init_fill (FfGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->fill_frame = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-target", FALSE, NULL);
  gtk_widget_add_css_class (self->fill_frame, "fill-frame");
  gtk_widget_set_parent (self->fill_frame, GTK_WIDGET (self));

  self->handle = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->handle, "handle");
  gtk_widget_set_cursor_from_name (self->handle, "crosshair");
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (ff_grid_cancel_fill), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (drag));
}
