#include "config.h"

#include "ff-grid-strip.h"

#include <glib/gi18n-lib.h>

#include "ff-grid-cell-view.h"
#include "ff-grid-heading.h"

struct _FfGridStrip
{
  GtkWidget parent_instance;

  const FfGridGeometry *geometry;
  FfGridPalette *palette; /* the grid's, as the model */
  FfGridModel *model;
  int row;
  int shown_first, shown_end, shown_kept, shown_scroll_x; /* what the cells were made for: scrolling up and down changes nothing here */

  GPtrArray *cells;  /* by column, NULL: not in view */
  GPtrArray *spares; /* made, and not needed now */
  GtkWidget *message;
  int message_first;
  int message_columns; /* 0: none */
};

G_DEFINE_FINAL_TYPE (FfGridStrip, ff_grid_strip, GTK_TYPE_WIDGET)

int
ff_grid_geometry_get_frozen_width (const FfGridGeometry *geometry)
{
  return geometry->x == NULL ? 0 : geometry->x[geometry->n_frozen];
}

int
ff_grid_geometry_get_column_x (const FfGridGeometry *geometry, int column)
{
  return geometry->x[column] - (column < geometry->n_frozen ? 0 : geometry->scroll_x);
}

int
ff_grid_geometry_get_column_width (const FfGridGeometry *geometry, int column)
{
  return geometry->x[column + 1] - geometry->x[column];
}

gboolean
ff_grid_geometry_clip_columns (const FfGridGeometry *geometry, int first, int last, int *x, int *width)
{
  int left = ff_grid_geometry_get_column_x (geometry, first);
  int right = ff_grid_geometry_get_column_x (geometry, last) + ff_grid_geometry_get_column_width (geometry, last);
  int frozen = ff_grid_geometry_get_frozen_width (geometry);

  if (first >= geometry->n_frozen)
    left = MAX (left, frozen);
  if (last >= geometry->n_frozen)
    right = MAX (right, frozen);
  *x = left;
  *width = right - left;

  return *width > 0;
}

static gboolean
is_covered (FfGridStrip *self, int column)
{
  return self->message_columns > 0 && column >= self->message_first &&
         column < self->message_first + self->message_columns;
}

static char *
name_cell (const char *row_title, const FfGridCell *cell, const FfGridColumn *heading)
{
  const char *text = cell->spoken != NULL ? cell->spoken : cell->text != NULL ? cell->text : "";

  /* Translators: what a screen reader says of a cell: the row's title, the column's title, the value. */
  return g_strdup_printf (_("%s, %s: %s"), row_title, heading->title, text);
}

static void
bind_cell (FfGridStrip *self, GtkWidget *view, int column, const char *row_title)
{
  const FfGridColumn *heading = ff_grid_model_get_column (self->model, column);
  g_auto (FfGridCell) cell = { NULL };
  g_autofree char *name = NULL;

  if (self->row == FF_GRID_HEADINGS)
    {
      ff_grid_heading_bind (FF_GRID_HEADING (view), heading);
      return;
    }

  ff_grid_model_get_cell (self->model, self->row, column, &cell);
  name = name_cell (row_title, &cell, heading);
  ff_grid_cell_view_bind (FF_GRID_CELL_VIEW (view), &cell, heading->xalign, name);
}

static GtkWidget *
take_view (FfGridStrip *self)
{
  GtkWidget *view;

  if (self->spares->len > 0)
    {
      view = g_ptr_array_steal_index_fast (self->spares, self->spares->len - 1);
      gtk_widget_set_child_visible (view, TRUE);
      return view;
    }

  view = self->row == FF_GRID_HEADINGS ? ff_grid_heading_new () : ff_grid_cell_view_new (self->palette);
  gtk_widget_set_parent (view, GTK_WIDGET (self));

  return view;
}

static void
put_view_away (FfGridStrip *self, int column)
{
  GtkWidget *view = g_ptr_array_index (self->cells, column);

  if (view == NULL)
    return;

  g_ptr_array_index (self->cells, column) = NULL;
  g_ptr_array_add (self->spares, view);
}

/* Only now: what went and came back at once has not been hidden. */
static void
hide_spares (FfGridStrip *self)
{
  for (guint i = 0; i < self->spares->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->spares, i), FALSE);
}

static gboolean
is_wanted (FfGridStrip *self, int column, int kept)
{
  const FfGridGeometry *geometry = self->geometry;

  if (is_covered (self, column))
    return FALSE;

  return column < geometry->n_frozen || (column >= geometry->first_column && column < geometry->end_column) || column == kept;
}

static gboolean
is_made_for_view (FfGridStrip *self, int kept)
{
  const FfGridGeometry *geometry = self->geometry;

  return self->shown_first == geometry->first_column && self->shown_end == geometry->end_column && self->shown_kept == kept &&
         self->shown_scroll_x == geometry->scroll_x && (int) self->cells->len == geometry->n_columns;
}

static void
note_view (FfGridStrip *self, int kept)
{
  self->shown_first = self->geometry->first_column;
  self->shown_end = self->geometry->end_column;
  self->shown_kept = kept;
  self->shown_scroll_x = self->geometry->scroll_x;
}

static void
update_views (FfGridStrip *self, int kept, gboolean rebind)
{
  gboolean moved = !is_made_for_view (self, kept);
  int n = self->geometry->n_columns;
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));
  g_autofree char *row_title = self->row == FF_GRID_HEADINGS ? NULL : ff_grid_model_get_row_title (self->model, self->row);

  for (int i = n; i < (int) self->cells->len; i++)
    put_view_away (self, i);
  g_ptr_array_set_size (self->cells, n);

  /* What leaves goes first, so that what comes can take its widgets. The focused one waits until the focus has moved on. */
  for (int i = 0; i < n; i++)
    {
      GtkWidget *view = g_ptr_array_index (self->cells, i);

      if (view != NULL && !is_wanted (self, i, kept) && (rebind || view != focused))
        put_view_away (self, i);
    }

  for (int i = 0; i < n; i++)
    {
      GtkWidget *view = g_ptr_array_index (self->cells, i);

      if (view == NULL && is_wanted (self, i, kept))
        {
          view = take_view (self);
          g_ptr_array_index (self->cells, i) = view;
          bind_cell (self, view, i, row_title);
          moved = TRUE;
        }
      else if (view != NULL && rebind)
        {
          bind_cell (self, view, i, row_title);
        }
    }
  hide_spares (self);
  note_view (self, kept);

  if (moved)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
bind_message (FfGridStrip *self)
{
  g_auto (FfGridCell) cell = { NULL };
  g_autofree char *name = NULL;
  g_autofree char *row_title = NULL;
  int before_first = self->message_first, before_columns = self->message_columns;

  self->message_columns = 0;
  if (self->row < 0 ||
      !ff_grid_model_get_row_message (self->model, self->row, &cell, &self->message_first, &self->message_columns))
    {
      self->message_columns = 0;
      if (self->message != NULL)
        gtk_widget_set_child_visible (self->message, FALSE);
      return;
    }

  if (self->message == NULL)
    {
      self->message = ff_grid_cell_view_new (self->palette);
      gtk_widget_set_parent (self->message, GTK_WIDGET (self));
    }
  gtk_widget_set_child_visible (self->message, TRUE);
  row_title = ff_grid_model_get_row_title (self->model, self->row);
  name = name_cell (row_title, &cell, ff_grid_model_get_column (self->model, self->message_first));
  ff_grid_cell_view_bind (FF_GRID_CELL_VIEW (self->message), &cell, 0, name);
  if (before_first != self->message_first || before_columns != self->message_columns)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ff_grid_strip_bind (FfGridStrip *self, FfGridModel *model, int row, int kept)
{
  g_return_if_fail (FF_IS_GRID_STRIP (self));

  self->model = model;
  self->row = row;
  bind_message (self);
  update_views (self, kept, TRUE);
}

void
ff_grid_strip_update_columns (FfGridStrip *self, int kept)
{
  g_return_if_fail (FF_IS_GRID_STRIP (self));

  if (!is_made_for_view (self, kept))
    update_views (self, kept, FALSE);
}

int
ff_grid_strip_get_row (FfGridStrip *self)
{
  return self->row;
}

gboolean
ff_grid_strip_has_message (FfGridStrip *self)
{
  return self->message_columns > 0;
}

gboolean
ff_grid_strip_is_covered (FfGridStrip *self, int column)
{
  return is_covered (self, column);
}

GtkWidget *
ff_grid_strip_get_cell (FfGridStrip *self, int column)
{
  if (column < 0 || column >= (int) self->cells->len)
    return NULL;
  if (is_covered (self, column))
    return self->message;

  return g_ptr_array_index (self->cells, column);
}

static void
ff_grid_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
allocate_child (GtkWidget *child, int x, int width, int height)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, MAX (width, least), height }, -1);
}

static void
ff_grid_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfGridStrip *self = FF_GRID_STRIP (widget);
  const FfGridGeometry *geometry = self->geometry;
  int x, visible;

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *view = g_ptr_array_index (self->cells, i);

      if (view != NULL)
        allocate_child (view, ff_grid_geometry_get_column_x (geometry, i), ff_grid_geometry_get_column_width (geometry, i), height);
    }

  if (self->message_columns > 0)
    {
      /* The sentence stays readable while its cells are partly scrolled away. */
      ff_grid_geometry_clip_columns (geometry, self->message_first, self->message_first + self->message_columns - 1, &x, &visible);
      allocate_child (self->message, x, MAX (visible, 0), height);
    }
}

static void
ff_grid_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfGridStrip *self = FF_GRID_STRIP (widget);
  int frozen = ff_grid_geometry_get_frozen_width (self->geometry);
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (frozen, 0, MAX (self->geometry->width - frozen, 0), height));
  for (guint i = self->geometry->n_frozen; i < self->cells->len; i++)
    {
      if (g_ptr_array_index (self->cells, i) != NULL)
        gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, i), snapshot);
    }
  if (self->message_columns > 0)
    gtk_widget_snapshot_child (widget, self->message, snapshot);
  gtk_snapshot_pop (snapshot);

  for (int i = 0; i < self->geometry->n_frozen && i < (int) self->cells->len; i++)
    {
      if (g_ptr_array_index (self->cells, i) != NULL)
        gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, i), snapshot);
    }
}

static void
ff_grid_strip_dispose (GObject *object)
{
  FfGridStrip *self = FF_GRID_STRIP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->message = NULL;
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->spares, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_grid_strip_parent_class)->dispose (object);
}

static void
ff_grid_strip_class_init (FfGridStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_grid_strip_dispose;
  widget_class->measure = ff_grid_strip_measure;
  widget_class->size_allocate = ff_grid_strip_size_allocate;
  widget_class->snapshot = ff_grid_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
ff_grid_strip_init (FfGridStrip *self)
{
  self->cells = g_ptr_array_new ();
  self->spares = g_ptr_array_new ();
}

GtkWidget *
ff_grid_strip_new (const FfGridGeometry *geometry, FfGridPalette *palette)
{
  FfGridStrip *self = g_object_new (FF_TYPE_GRID_STRIP, NULL);

  self->geometry = geometry;
  self->palette = palette;

  return GTK_WIDGET (self);
}
