/* Typing into a cell: one GtkText for the whole grid, shown over the cell that is worked on. A text leaves it only when the model
   takes it or Escape throws it away. */
#include "config.h"

#include "ff-grid-private.h"

#include <glib/gi18n-lib.h>

#include "ff-grid-text.h"

#define REASON_WIDTH 300
#define CARET_WIDTH 4

static void
on_preedit_changed (FfGrid *self, const char *preedit)
{
  self->composing = preedit != NULL && preedit[0] != '\0';
  g_free (self->preedit);
  self->preedit = g_strdup (preedit);
}

/* With the letters that an input method still composes: whoever leaves a cell in the middle of a word has typed them. */
static char *
get_text (FfGrid *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->editor);
  const char *text = gtk_editable_get_text (editable);
  const char *place = g_utf8_offset_to_pointer (text, gtk_editable_get_position (editable));

  if (!self->composing)
    return g_strdup (text);

  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, self->preedit, place);
}

static void
hide_reason (FfGrid *self)
{
  gtk_widget_set_child_visible (self->reason, FALSE);
  gtk_widget_remove_css_class (self->editor, "error");
  gtk_widget_set_tooltip_text (self->editor, NULL);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
show_reason (FfGrid *self, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (self->reason), reason);
  gtk_widget_set_child_visible (self->reason, TRUE);
  gtk_widget_add_css_class (self->editor, "error");
  gtk_widget_set_tooltip_text (self->editor, reason);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
show_editor (FfGrid *self, const char *text)
{
  g_autofree char *row_title = ff_grid_model_get_row_title (self->model, self->cursor.row);
  const FfGridColumn *column = ff_grid_model_get_column (self->model, self->cursor.column);
  g_autofree char *name = g_strdup_printf ("%s, %s", row_title, column->title);

  hide_reason (self);
  ff_grid_scroll_to (self, self->cursor.row, self->cursor.column);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor), column->xalign);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_child_visible (self->editor, TRUE);
  self->editing = TRUE;
  self->composing = FALSE;
  ff_grid_allocate_editor (self);
  gtk_widget_grab_focus (self->editor);
  gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
ff_grid_begin_edit (FfGrid *self, gboolean overwrite)
{
  g_autofree char *text = NULL;

  if (self->cursor.row < 0 || !ff_grid_model_is_editable (self->model, self->cursor.row, self->cursor.column))
    return FALSE;

  text = overwrite ? g_strdup ("") : ff_grid_model_get_edit_text (self->model, self->cursor.row, self->cursor.column);
  self->overwriting = overwrite;
  show_editor (self, text);

  return TRUE;
}

static void
end_edit (FfGrid *self)
{
  gboolean focused = gtk_widget_has_focus (self->editor);

  self->editing = FALSE;
  self->composing = FALSE;
  hide_reason (self);
  if (focused)
    ff_grid_focus_cursor (self);
  gtk_widget_set_child_visible (self->editor, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* NULL when the text was taken or is the same as before. */
static char *
try_text (FfGrid *self, const char *text, FfGridCommand command)
{
  g_autofree char *before = ff_grid_model_get_edit_text (self->model, self->cursor.row, self->cursor.column);
  g_autofree char *stripped = ff_grid_text_strip (text);
  char *reason;

  if (g_str_equal (before, stripped))
    return NULL;

  reason = ff_grid_model_validate (self->model, self->cursor.row, self->cursor.column, stripped);
  if (reason == NULL)
    ff_grid_model_apply (self->model, command,
                         &(FfGridEdit) { self->cursor.row, self->cursor.column, stripped }, 1);

  return reason;
}

gboolean
ff_grid_enter_text (FfGrid *self, const char *text, FfGridCommand command)
{
  g_autofree char *reason = NULL;

  if (!ff_grid_model_is_editable (self->model, self->cursor.row, self->cursor.column))
    {
      g_signal_emit (self, ff_grid_signals[FF_GRID_REFUSED], 0, _("This cell cannot be edited: choose another one."));
      return FALSE;
    }
  reason = try_text (self, text, command);

  if (reason == NULL)
    return TRUE;

  self->overwriting = FALSE;
  show_editor (self, text);
  show_reason (self, reason);

  return FALSE;
}

gboolean
ff_grid_commit (FfGrid *self)
{
  g_autofree char *text = NULL;
  g_autofree char *reason = NULL;

  g_return_val_if_fail (FF_IS_GRID (self), TRUE);

  if (!self->editing)
    return TRUE;

  text = get_text (self);
  reason = try_text (self, text, FF_GRID_COMMAND_TYPE);
  if (reason != NULL)
    {
      if (self->composing)
        gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
      show_reason (self, reason);
      return FALSE;
    }
  end_edit (self);

  return TRUE;
}

void
ff_grid_cancel (FfGrid *self)
{
  g_return_if_fail (FF_IS_GRID (self));

  if (self->editing)
    end_edit (self);
}

gboolean
ff_grid_is_editing (FfGrid *self)
{
  g_return_val_if_fail (FF_IS_GRID (self), FALSE);

  return self->editing;
}

static void
allocate_reason (FfGrid *self, const GdkRectangle *area)
{
  int width, height, x, y;

  gtk_widget_measure (self->reason, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, REASON_WIDTH);
  gtk_widget_measure (self->reason, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  x = CLAMP (area->x, 0, MAX (self->geometry.width - width, 0));
  y = area->y + area->height + 4;
  if (y + height > self->geometry.height)
    y = area->y - height - 4;
  gtk_widget_size_allocate (self->reason, &(GtkAllocation) { x, y, width, height }, -1);
}

void
ff_grid_allocate_editor (FfGrid *self)
{
  GdkRectangle area;
  int width, height;

  if (!self->editing || self->cursor.row < 0)
    return;

  area = (GdkRectangle) { ff_grid_geometry_get_column_x (&self->geometry, self->cursor.column),
                          self->geometry.header_height + self->cursor.row * self->geometry.row_height - self->geometry.scroll_y,
                          ff_grid_geometry_get_column_width (&self->geometry, self->cursor.column),
                          self->geometry.row_height };
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  area.width = MAX (area.width, MIN (width + CARET_WIDTH, MAX (self->geometry.width - area.x, 0)));
  area.height = MAX (area.height, height);
  gtk_widget_size_allocate (self->editor, &area, -1);
  if (gtk_widget_get_child_visible (self->reason))
    allocate_reason (self, &area);
}

static void
on_editor_focus_left (FfGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Focus that leaves for another window comes back: only a move within this one ends the edit. */
  if (self->editing && root != NULL && gtk_root_get_focus (root) != self->editor)
    ff_grid_commit (self);
}

void
ff_grid_init_editor (FfGrid *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->editor = gtk_text_new ();
  gtk_widget_add_css_class (self->editor, "editor");
  gtk_text_set_propagate_text_width (GTK_TEXT (self->editor), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 0);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->editor, FALSE);
  /* A window holds what has the focus, so that the editor may outlive the grid. */
  g_signal_connect_object (self->editor, "preedit-changed", G_CALLBACK (on_preedit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (hide_reason), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_editor_focus_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, focus);

  self->reason = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->reason), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->reason), 44);
  gtk_label_set_xalign (GTK_LABEL (self->reason), 0);
  gtk_widget_add_css_class (self->reason, "reason");
  gtk_widget_set_parent (self->reason, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->reason, FALSE);
}
