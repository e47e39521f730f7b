/* The grid itself: its model, its cursor and its picture. What lies above the rows (cursor, selection, tints) are plain boxes that
   ui/grid.css colours. */
#include "config.h"

#include "ff-grid-private.h"

#include <adwaita.h>

#include "ff-grid-heading.h"

#define LEAST_ROW_HEIGHT 26

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

  strip = ff_grid_find_strip (self, self->cursor.row);
  if (strip == NULL)
    {
      ff_grid_scroll_to (self, self->cursor.row, self->cursor.column);
      ff_grid_update_view (self, FALSE);
      strip = ff_grid_find_strip (self, self->cursor.row);
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

  ff_grid_rebind_rows (self, row, n_rows);
  if (self->footer != NULL)
    ff_grid_strip_bind (FF_GRID_STRIP (self->footer), model, FF_GRID_FOOTER, -1);
}

static void
on_structure_changed (FfGridModel *model, FfGrid *self)
{
  gboolean footer = self->model != NULL && ff_grid_model_has_footer (self->model);
  gboolean was_empty = self->cursor.row < 0;

  ff_grid_cancel (self);
  ff_grid_put_strips_away (self, 0, 0);
  self->geometry_known = FALSE;
  ff_grid_cursor_resize (&self->cursor, self->model != NULL ? ff_grid_model_get_n_rows (self->model) : 0,
                         self->model != NULL ? ff_grid_model_get_n_columns (self->model) : 0);
  if (was_empty && self->cursor.row >= 0)
    ff_grid_cursor_move (&self->cursor, FF_GRID_MOVE_FIRST, FALSE, 1, ff_grid_editable_func, self);

  if (footer && self->footer == NULL)
    {
      self->footer = ff_grid_strip_new (&self->geometry, self->palette);
      gtk_widget_add_css_class (self->footer, "footer");
      gtk_widget_insert_before (self->footer, GTK_WIDGET (self), self->editor);
    }
  else if (!footer)
    {
      g_clear_pointer (&self->footer, gtk_widget_unparent);
    }

  ff_grid_rebuild_groups (self);
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

/* The picture ------------------------------------------------------------------------------------------------- */

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

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, geometry->header_height, geometry->width, ff_grid_get_body_height (self)));
  ff_grid_snapshot_lines (self, snapshot);
  snapshot_if_visible (widget, self->row_tint, snapshot);
  snapshot_if_visible (widget, self->column_tint, snapshot);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->rows, i), snapshot);
  snapshot_if_visible (widget, self->selection, snapshot);
  snapshot_if_visible (widget, self->frame, snapshot);
  snapshot_if_visible (widget, self->fill_frame, snapshot);
  snapshot_if_visible (widget, self->handle, snapshot);
  gtk_snapshot_pop (snapshot);

  for (guint i = 0; i < self->groups->len; i++)
    snapshot_if_visible (widget, g_ptr_array_index (self->groups, i), snapshot);
  gtk_widget_snapshot_child (widget, self->headings, snapshot);
  ff_grid_snapshot_heading_lines (self, snapshot);
  if (self->footer != NULL)
    gtk_widget_snapshot_child (widget, self->footer, snapshot);
  snapshot_if_visible (widget, self->editor, snapshot);
  snapshot_if_visible (widget, self->reason, snapshot);
}

/* One question for the whole grid: a tooltip of its own would cost each cell that scrolls into view more than its text. */
static gboolean
on_query_tooltip (FfGrid *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_auto (FfGridCell) cell = { NULL };
  int row = self->cursor.row, column = self->cursor.column;
  FfGridStrip *strip;
  int first, n;

  if (self->editing || (keyboard ? row < 0 : !ff_grid_find_cell (self, x, y, &row, &column)))
    return FALSE;

  strip = ff_grid_find_strip (self, row);
  if (strip != NULL && ff_grid_strip_is_covered (strip, column))
    ff_grid_model_get_row_message (self->model, row, &cell, &first, &n);
  else
    ff_grid_model_get_cell (self->model, row, column, &cell);
  gtk_tooltip_set_text (tooltip, cell.tooltip);

  return cell.tooltip != NULL;
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
on_palette_changed (GtkWidget *widget)
{
  FfGrid *self = FF_GRID (widget);

  self->stale = TRUE;
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
}

static void
on_font_changed (FfGrid *self)
{
  ff_grid_palette_forget (self->palette);
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
      ff_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      ff_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
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

  /* What the children still say while they go is about nothing. */
  self->editing = FALSE;
  self->cursor = FF_GRID_CURSOR_INIT;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  ff_grid_drop_adjustments (self);
  if (self->groups != NULL)
    g_ptr_array_set_free_func (self->groups, NULL);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->group_spans, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->spares, g_ptr_array_unref);
  g_clear_pointer (&self->palette, ff_grid_palette_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->footer = NULL;
  g_clear_object (&self->model);
  g_clear_pointer (&self->geometry.x, g_free);
  g_clear_pointer (&self->natural_x, g_free);
  g_clear_pointer (&self->wishes, g_free);
  g_clear_pointer (&self->preedit, g_free);

  g_clear_object (&self->cell_menu);
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
  ff_grid_init_groups (self);

  self->palette = ff_grid_palette_new (GTK_WIDGET (self), on_palette_changed);
  self->row_tint = add_box (self, "row-tint");
  self->column_tint = add_box (self, "column-tint");
  self->headings = ff_grid_strip_new (&self->geometry, self->palette);
  gtk_widget_add_css_class (self->headings, "headings");
  gtk_widget_set_parent (self->headings, GTK_WIDGET (self));
  self->selection = add_box (self, "selection");
  self->frame = add_box (self, "frame");
  ff_grid_init_fill (self);
  self->probe = ff_grid_heading_new ();
  gtk_widget_set_parent (self->probe, self->headings);
  gtk_widget_set_child_visible (self->probe, FALSE);

  ff_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  ff_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  ff_grid_init_editor (self);
  ff_grid_init_input (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);

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
ff_grid_set_across (FfGrid *self, gboolean across)
{
  g_return_if_fail (FF_IS_GRID (self));

  self->across = across;
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

gboolean
ff_grid_get_selection (FfGrid *self, FfGridBlock *block)
{
  g_return_val_if_fail (FF_IS_GRID (self), FALSE);

  return ff_grid_cursor_get_block (&self->cursor, block);
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

void
ff_grid_select (FfGrid *self, int row, int column, int last_row, int last_column)
{
  gboolean moved;

  g_return_if_fail (FF_IS_GRID (self));

  if (self->cursor.row < 0 || !ff_grid_commit (self))
    return;
  moved = ff_grid_cursor_set (&self->cursor, row, column, FALSE);
  if (ff_grid_cursor_set (&self->cursor, last_row, last_column, TRUE) || moved)
    ff_grid_cursor_changed (self);
}
