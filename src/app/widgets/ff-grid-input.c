/* Keys and pointer. Keys are taken before the cell or the editor sees them, but never while an input method composes. */
#include "config.h"

#include "ff-grid-private.h"

#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_HYPER_MASK)

/* Where a key leads. Shift extends the selection, except with the keys that go along editable cells. */
static const struct
{
  guint keyval;
  gboolean control;
  FfGridMove move;
} move_keys[] = {
  { GDK_KEY_Left, FALSE, FF_GRID_MOVE_LEFT },
  { GDK_KEY_Right, FALSE, FF_GRID_MOVE_RIGHT },
  { GDK_KEY_Up, FALSE, FF_GRID_MOVE_UP },
  { GDK_KEY_Down, FALSE, FF_GRID_MOVE_DOWN },
  { GDK_KEY_Left, TRUE, FF_GRID_MOVE_EDGE_LEFT },
  { GDK_KEY_Right, TRUE, FF_GRID_MOVE_EDGE_RIGHT },
  { GDK_KEY_Up, TRUE, FF_GRID_MOVE_EDGE_UP },
  { GDK_KEY_Down, TRUE, FF_GRID_MOVE_EDGE_DOWN },
  { GDK_KEY_Home, FALSE, FF_GRID_MOVE_HOME },
  { GDK_KEY_End, FALSE, FF_GRID_MOVE_END },
  { GDK_KEY_Home, TRUE, FF_GRID_MOVE_FIRST },
  { GDK_KEY_End, TRUE, FF_GRID_MOVE_LAST },
  { GDK_KEY_Page_Up, FALSE, FF_GRID_MOVE_PAGE_UP },
  { GDK_KEY_Page_Down, FALSE, FF_GRID_MOVE_PAGE_DOWN },
};

static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *action;
} action_keys[] = {
  { GDK_KEY_c, GDK_CONTROL_MASK, "grid.copy" },
  { GDK_KEY_Insert, GDK_CONTROL_MASK, "grid.copy" },
  { GDK_KEY_x, GDK_CONTROL_MASK, "grid.cut" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "grid.paste" },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, "grid.paste" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "grid.fill-down" },
  { GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "grid.fill-right" },
  { GDK_KEY_a, GDK_CONTROL_MASK, "grid.select-all" },
  { GDK_KEY_Delete, 0, "grid.clear" },
  { GDK_KEY_BackSpace, 0, "grid.clear" },
  { GDK_KEY_F2, 0, "grid.edit" },
};

/* The keypad's keys mean what the others do. */
static guint
fold_keypad (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_KP_Left:
      return GDK_KEY_Left;
    case GDK_KEY_KP_Right:
      return GDK_KEY_Right;
    case GDK_KEY_KP_Up:
      return GDK_KEY_Up;
    case GDK_KEY_KP_Down:
      return GDK_KEY_Down;
    case GDK_KEY_KP_Home:
      return GDK_KEY_Home;
    case GDK_KEY_KP_End:
      return GDK_KEY_End;
    case GDK_KEY_KP_Page_Up:
      return GDK_KEY_Page_Up;
    case GDK_KEY_KP_Page_Down:
      return GDK_KEY_Page_Down;
    case GDK_KEY_KP_Delete:
      return GDK_KEY_Delete;
    case GDK_KEY_KP_Insert:
      return GDK_KEY_Insert;
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return GDK_KEY_Return;
    case GDK_KEY_ISO_Left_Tab:
    case GDK_KEY_KP_Tab:
      return GDK_KEY_Tab;
    default:
      return keyval;
    }
}

void
ff_grid_move (FfGrid *self, FfGridMove move, gboolean extend)
{
  if (ff_grid_cursor_move (&self->cursor, move, extend, ff_grid_rows_per_page (self), ff_grid_editable_func, self))
    ff_grid_cursor_changed (self);
}

static void
leave (FfGrid *self, gboolean backwards)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), backwards ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

static gboolean
is_within_text (guint keyval)
{
  return keyval == GDK_KEY_Left || keyval == GDK_KEY_Right || keyval == GDK_KEY_Home || keyval == GDK_KEY_End;
}

/* Tab, Enter and the keys that leave. *@handled says whether the key ends here. */
static gboolean
take_leaving_key (FfGrid *self, guint keyval, GdkModifierType modifiers, gboolean *handled)
{
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;
  gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;

  *handled = TRUE;
  if (keyval == GDK_KEY_F6 || (keyval == GDK_KEY_Tab && control))
    {
      if (ff_grid_commit (self))
        leave (self, shift);
      return TRUE;
    }
  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_Return)
    return FALSE;
  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  if (!ff_grid_commit (self))
    return TRUE;

  if (keyval == GDK_KEY_Return && !self->across)
    ff_grid_move (self, shift ? FF_GRID_MOVE_ENTER_BACK : FF_GRID_MOVE_ENTER, FALSE);
  else if (ff_grid_cursor_move (&self->cursor, shift ? FF_GRID_MOVE_PREVIOUS : FF_GRID_MOVE_NEXT, FALSE, 1, ff_grid_editable_func, self))
    ff_grid_cursor_changed (self);
  else
    *handled = FALSE; /* after the last cell Tab leaves the grid, as everywhere */

  return TRUE;
}

static gboolean
take_move_key (FfGrid *self, guint keyval, GdkModifierType modifiers)
{
  gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;

  if ((modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (move_keys); i++)
    {
      if (move_keys[i].keyval != keyval || move_keys[i].control != control)
        continue;
      if (self->editing && is_within_text (keyval) && (!self->overwriting || modifiers != 0))
        return FALSE;
      if (ff_grid_commit (self))
        ff_grid_move (self, move_keys[i].move, (modifiers & GDK_SHIFT_MASK) != 0);
      return TRUE;
    }

  return FALSE;
}

static gboolean
take_action_key (FfGrid *self, guint keyval, GdkModifierType modifiers)
{
  for (gsize i = 0; i < G_N_ELEMENTS (action_keys); i++)
    {
      if (action_keys[i].keyval == gdk_keyval_to_lower (keyval) && action_keys[i].modifiers == modifiers)
        {
          gtk_widget_activate_action (GTK_WIDGET (self), action_keys[i].action, NULL);
          return TRUE;
        }
    }

  return FALSE;
}

/* One key for a whole cell, or for each cell of a selection. */
static gboolean
take_status_key (FfGrid *self, gunichar key)
{
  const char *text = ff_grid_model_translate_key (self->model, self->cursor.row, self->cursor.column, key);
  FfGridBlock block;

  if (text == NULL || !ff_grid_cursor_get_block (&self->cursor, &block))
    return FALSE;

  if (block.first_row != block.last_row || block.first_column != block.last_column)
    ff_grid_set_block (self, &block, text);
  else if (ff_grid_enter_text (self, text, FF_GRID_COMMAND_TYPE))
    ff_grid_move (self, self->across ? FF_GRID_MOVE_NEXT : FF_GRID_MOVE_ENTER, FALSE);

  return TRUE;
}

void
ff_grid_press_key (FfGrid *self, gunichar key)
{
  g_return_if_fail (FF_IS_GRID (self));

  if (self->cursor.row >= 0 && ff_grid_commit (self))
    {
      take_status_key (self, key);
      ff_grid_focus_cursor (self);
    }
}

static gboolean
begins_text (guint keyval, GdkModifierType modifiers)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return FALSE;

  return (letter != 0 && !g_unichar_iscntrl (letter)) || keyval == GDK_KEY_Multi_key ||
         (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek);
}

/* The key that begins a text goes to the editor itself, so that an input method gets it first. */
static gboolean
take_text_key (FfGrid *self, GtkEventControllerKey *controller)
{
  if (!ff_grid_begin_edit (self, TRUE))
    return FALSE;

  if (!gtk_event_controller_key_forward (controller, self->editor) && !self->composing &&
      gtk_editable_get_text (GTK_EDITABLE (self->editor))[0] == '\0')
    {
      ff_grid_cancel (self);
      return FALSE;
    }

  return TRUE;
}

static gboolean
take_editor_key (FfGrid *self, guint keyval)
{
  if (keyval == GDK_KEY_Escape)
    {
      ff_grid_cancel (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_F2)
    {
      self->overwriting = !self->overwriting;
      return TRUE;
    }

  return FALSE;
}

static gboolean
open_menu_at_cursor (FfGrid *self)
{
  GdkRectangle area;

  if (!ff_grid_get_cell_area (self, self->cursor.row, self->cursor.column, &area))
    return FALSE;

  ff_grid_open_menu (self, area.x, area.y + area.height);

  return TRUE;
}

static gboolean
on_key_pressed (FfGrid *self, guint keyval, guint keycode, GdkModifierType state, GtkEventControllerKey *controller)
{
  GdkModifierType modifiers = state & MODIFIERS;
  guint key = fold_keypad (keyval);
  gboolean handled = FALSE;

  if (self->cursor.row < 0 || (self->editing && self->composing))
    return FALSE;
  if (key == GDK_KEY_Escape && ff_grid_cancel_fill (self))
    return TRUE;
  if (take_leaving_key (self, key, modifiers, &handled))
    return handled;
  if (take_move_key (self, key, modifiers))
    return TRUE;
  if (self->editing)
    return take_editor_key (self, key);
  if (take_action_key (self, key, modifiers))
    return TRUE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return open_menu_at_cursor (self);
  if (!begins_text (keyval, modifiers))
    return FALSE;

  g_signal_emit (self, ff_grid_signals[FF_GRID_KEY], 0, self->cursor.row, self->cursor.column, keyval, &handled);

  return handled || take_status_key (self, gdk_keyval_to_unicode (keyval)) || take_text_key (self, controller);
}

static void
on_pressed (FfGrid *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int row, column;

  if (!ff_grid_find_cell (self, x, y, &row, &column))
    {
      if (self->cursor.row >= 0 && y >= self->geometry.group_height && y < self->geometry.header_height &&
          x < self->geometry.x[self->geometry.n_columns] - self->geometry.scroll_x)
        {
          ff_grid_find_nearest_cell (self, x, y, &row, &column);
          g_signal_emit (self, ff_grid_signals[FF_GRID_HEADING_CLICKED], 0, column);
        }
      return;
    }
  if (!ff_grid_commit (self))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (ff_grid_cursor_set (&self->cursor, row, column, (state & GDK_SHIFT_MASK) != 0))
    ff_grid_cursor_changed (self);
  ff_grid_focus_cursor (self);
  if (n_press == 2)
    ff_grid_begin_edit (self, FALSE);
}

/* The menu is about the cell below the pointer, or about the selection that it is in. */
static void
on_menu_pressed (FfGrid *self, int n_press, double x, double y)
{
  FfGridBlock block;
  int row, column;

  if (!ff_grid_find_cell (self, x, y, &row, &column) || !ff_grid_commit (self) || !ff_grid_cursor_get_block (&self->cursor, &block))
    return;

  if ((row < block.first_row || row > block.last_row || column < block.first_column || column > block.last_column) &&
      ff_grid_cursor_set (&self->cursor, row, column, FALSE))
    ff_grid_cursor_changed (self);
  ff_grid_open_menu (self, x, y);
}

static void
on_drag_begin (FfGrid *self, double x, double y)
{
  int row, column;

  self->drag_x = x;
  self->drag_y = y;
  self->dragging = !self->editing && ff_grid_find_cell (self, x, y, &row, &column);
}

static void
on_drag_update (FfGrid *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  int row, column;

  if (!self->dragging || self->editing || self->cursor.row < 0)
    return;

  ff_grid_find_nearest_cell (self, self->drag_x + offset_x, self->drag_y + offset_y, &row, &column);
  if (ff_grid_cursor_set (&self->cursor, row, column, TRUE))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      ff_grid_cursor_changed (self);
    }
}

void
ff_grid_init_input (FfGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
}
