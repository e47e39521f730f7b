/* Dragging in the syllabus: upon the upper part of a row an item goes before it, upon the lower part behind it, between them below it. */
#include "config.h"

#include "ff-syllabus-pane-private.h"

typedef enum
{
  BEFORE,
  INTO,
  AFTER,
} Side;

static const char *const side_classes[] = { "drop-before", "drop-into", "drop-after" };

static Side
find_side (FfSyllabusRow *row, double y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (row));

  return y < height / 3.0 ? BEFORE : y > height * 2 / 3.0 ? AFTER : INTO;
}

static void
mark_row (FfSyllabusPane *self, GtkWidget *row, Side side)
{
  for (gsize i = 0; self->drop_row != NULL && i < G_N_ELEMENTS (side_classes); i++)
    gtk_widget_remove_css_class (self->drop_row, side_classes[i]);
  g_set_weak_pointer (&self->drop_row, row);
  if (row != NULL)
    gtk_widget_add_css_class (row, side_classes[side]);
}

/* Behind an item whose children are in sight is before the first of them. */
static FfSyllabusPlace
find_place (FfSyllabusPane *self, FfSyllabusNode *node, Side side)
{
  gint64 id = ff_syllabus_node_get_id (node);
  GListModel *children = ff_syllabus_node_get_children (node);
  FfSyllabusPlace place = ff_syllabus_place_after (self->course, id);

  if (side == BEFORE)
    place.before_id = id;
  else if (side == INTO)
    place = (FfSyllabusPlace) { id, 0 };
  else if (children != NULL && !g_hash_table_contains (self->folded, &id))
    {
      g_autoptr (FfSyllabusNode) first = g_list_model_get_item (children, 0);

      place = (FfSyllabusPlace) { id, ff_syllabus_node_get_id (first) };
    }
  return place;
}

/* Whether the item @id is @node or stands above it. */
static gboolean
holds (FfSyllabusPane *self, gint64 id, FfSyllabusNode *node)
{
  int index = -1;

  for (guint i = 0; i < self->course->syllabus->len; i++)
    if (((FfSyllabusItem *) g_ptr_array_index (self->course->syllabus, i))->id == ff_syllabus_node_get_id (node))
      index = (int) i;
  while (index >= 0)
    {
      const FfSyllabusItem *item = g_ptr_array_index (self->course->syllabus, (guint) index);

      if (item->id == id)
        return TRUE;
      index = item->parent;
    }
  return FALSE;
}

static GdkContentProvider *
on_prepare (FfSyllabusPane *self, double x, double y, GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  FfSyllabusNode *node = ff_syllabus_row_get_node (FF_SYLLABUS_ROW (row));
  g_autoptr (GdkPaintable) picture = NULL;

  if (node == NULL || self->edited != 0 || !ff_workspace_is_writable (self->workspace))
    return NULL;
  picture = gtk_widget_paintable_new (row);
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_INT64, ff_syllabus_node_get_id (node));
}

static GdkDragAction
on_motion (FfSyllabusPane *self, double x, double y, GtkDropTarget *target)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  FfSyllabusNode *node = ff_syllabus_row_get_node (FF_SYLLABUS_ROW (row));
  const GValue *value = gtk_drop_target_get_value (target);

  if (node == NULL || (value != NULL && holds (self, g_value_get_int64 (value), node)))
    {
      mark_row (self, NULL, INTO);
      return 0;
    }
  mark_row (self, row, find_side (FF_SYLLABUS_ROW (row), y));
  return GDK_ACTION_MOVE;
}

static void
on_leave (FfSyllabusPane *self)
{
  mark_row (self, NULL, INTO);
}

static gboolean
on_drop (FfSyllabusPane *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  FfSyllabusRow *row = FF_SYLLABUS_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  FfSyllabusNode *node = ff_syllabus_row_get_node (row);
  gint64 id = g_value_get_int64 (value);

  mark_row (self, NULL, INTO);
  if (node == NULL || self->edited != 0 || holds (self, id, node))
    return FALSE;
  ff_syllabus_pane_place (self, id, find_place (self, node, find_side (row, y)));
  return TRUE;
}

void
ff_syllabus_pane_make_draggable (FfSyllabusPane *self, FfSyllabusRow *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
