#include "config.h"

#include "ff-action-board.h"

#include <glib/gi18n-lib.h>

#include "ff-action-card.h"
#include "ff-commands.h"
#include "ff-editors.h"
#include "ff-window.h"

struct _FfActionBoard
{
  GtkWidget parent_instance;

  FfWorkspace *workspace;
  FfOwner owner;
  const FfImprovementBoard *board; /* the pane's */
  GtkGrid *grid;
  GtkWidget *columns[FF_N_PHASES];
  GtkListBox *lists[FF_N_PHASES];
  gboolean narrow;
  gint64 focused; /* the action whose card is to have the focus after the next reading; 0: none */
};

G_DEFINE_FINAL_TYPE (FfActionBoard, ff_action_board, GTK_TYPE_WIDGET)

static int
find_phase (FfActionBoard *self, GtkWidget *list)
{
  for (int phase = 0; phase < FF_N_PHASES; phase++)
    if (GTK_WIDGET (self->lists[phase]) == list)
      return phase;
  return -1;
}

/* The card with the focus, and its column; NULL: none has it. */
static GtkWidget *
get_focused (FfActionBoard *self, int *phase)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (card == NULL || ff_action_card_get_id (card) == 0 || !gtk_widget_is_ancestor (card, GTK_WIDGET (self)))
    return NULL;
  *phase = find_phase (self, gtk_widget_get_parent (card));
  return *phase >= 0 ? card : NULL;
}

/* Writing ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  FfPhase phase;
  int position;
} Move;

static gboolean
move_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Move *move = data;

  return ff_actions_move (db, move->id, move->phase, move->position, error);
}

static void
move_to (FfActionBoard *self, gint64 id, FfPhase phase, int position)
{
  Move *move = g_new0 (Move, 1);

  move->id = id;
  move->phase = phase;
  move->position = position;
  self->focused = id;
  ff_workspace_run (self->workspace, _ ("Move an action"), move_work, NULL, move, g_free);
}

static gboolean
delete_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_actions_delete (db, *(gint64 *) data, error);
}

static void
open_card (FfActionBoard *self, gint64 id)
{
  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_action_editor, id, ff_owner_to_number (self->owner));
}

void
ff_action_board_add (FfActionBoard *self, FfPhase phase)
{
  FfEditorValues *preset;
  g_autofree char *step = NULL;

  g_return_if_fail (FF_IS_ACTION_BOARD (self));

  preset = ff_editor_values_new ();
  step = g_strdup_printf ("%d", ff_phase_step (phase));
  ff_editor_values_set (preset, "step", step);
  ff_editor_open_with (GTK_WIDGET (self), self->workspace, &ff_action_editor, 0, ff_owner_to_number (self->owner), preset);
}

/* Commands ---------------------------------------------------------------------------------------------------------- */

static void
activate_add (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfActionBoard *self = user_data;
  int phase = FF_PHASE_PLAN;

  get_focused (self, &phase);
  ff_action_board_add (self, phase);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfActionBoard *self = user_data;
  int phase;
  GtkWidget *card = get_focused (self, &phase);

  if (card != NULL)
    open_card (self, ff_action_card_get_id (card));
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfActionBoard *self = user_data;
  int phase;
  GtkWidget *card = get_focused (self, &phase);

  if (card != NULL)
    ff_window_run (ff_window_of (self), _ ("Delete an action"), delete_work, ff_action_card_get_id (card), _ ("Action deleted"));
}

/* Behind the cards of the next column, or one place up or down. */
static void
activate_move (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfActionBoard *self = user_data;
  const char *way = g_variant_get_string (parameter, NULL);
  int phase;
  GtkWidget *card = get_focused (self, &phase);
  int index;

  if (card == NULL)
    return;
  index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card));
  if (g_str_equal (way, "left") && phase > 0)
    move_to (self, ff_action_card_get_id (card), phase - 1, G_MAXINT);
  else if (g_str_equal (way, "right") && phase + 1 < FF_N_PHASES)
    move_to (self, ff_action_card_get_id (card), phase + 1, G_MAXINT);
  else if (g_str_equal (way, "up") && index > 0)
    move_to (self, ff_action_card_get_id (card), phase, index - 1);
  else if (g_str_equal (way, "down") && gtk_list_box_get_row_at_index (self->lists[phase], index + 1) != NULL)
    move_to (self, ff_action_card_get_id (card), phase, index + 1);
}

/* To the card at the same height in the next column that has any. */
static gboolean
on_arrow (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FfActionBoard *self = FF_ACTION_BOARD (widget);
  int step = g_variant_get_int32 (args), phase;
  GtkWidget *card = get_focused (self, &phase);
  int index = card != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card)) : 0;

  if (card == NULL)
    return FALSE;
  for (phase += step; phase >= 0 && phase < FF_N_PHASES; phase += step)
    for (int i = index; i >= 0; i--)
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->lists[phase], i);

        if (row != NULL)
          return gtk_widget_grab_focus (GTK_WIDGET (row));
      }
  return TRUE;
}

static void
on_row_activated (FfActionBoard *self, GtkListBoxRow *row)
{
  open_card (self, ff_action_card_get_id (GTK_WIDGET (row)));
}

static void
on_add_clicked (FfActionBoard *self, GtkWidget *button)
{
  for (int phase = 0; phase < FF_N_PHASES; phase++)
    if (gtk_widget_is_ancestor (button, self->columns[phase]))
      ff_action_board_add (self, phase);
}

/* Dragging ---------------------------------------------------------------------------------------------------------- */

static GdkContentProvider *
on_prepare (FfActionBoard *self, double x, double y, GtkDragSource *source)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = NULL;

  if (!ff_workspace_is_writable (self->workspace))
    return NULL;
  picture = gtk_widget_paintable_new (card);
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_INT64, ff_action_card_get_id (card));
}

/* The place among the other cards of a column at a height: @dragged itself does not count. */
static int
find_place (FfActionBoard *self, int phase, gint64 dragged, double y)
{
  GtkListBoxRow *row;
  int place = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->lists[phase], i)) != NULL; i++)
    {
      graphene_rect_t box;

      if (ff_action_card_get_id (GTK_WIDGET (row)) == dragged ||
          !gtk_widget_compute_bounds (GTK_WIDGET (row), self->columns[phase], &box))
        continue;
      if (y < box.origin.y + box.size.height / 2)
        return place;
      place++;
    }
  return place;
}

static gboolean
on_drop (FfActionBoard *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  gint64 id = g_value_get_int64 (value);

  for (int phase = 0; phase < FF_N_PHASES; phase++)
    if (self->columns[phase] == column && ff_improvement_board_find_action (self->board, id) != NULL)
      {
        move_to (self, id, phase, find_place (self, phase, id, y));
        return TRUE;
      }
  return FALSE;
}

static void
make_draggable (FfActionBoard *self, GtkWidget *card)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
}

/* Columns ----------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_column_head (FfActionBoard *self, FfPhase phase)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *letter, *title = gtk_label_new (ff_phase_title (phase)), *steps,
                     *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  /* Translators: the letters of plan, do, check and act, as they stand on a board. */
  const char *letters = C_ ("phases", "PDCA");
  char mark[2] = { letters[phase], '\0' };
  g_autofree char *range = NULL, *hint = NULL;

  letter = gtk_label_new (mark);
  gtk_widget_set_valign (letter, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (letter, "phase-mark");
  gtk_widget_add_css_class (title, "heading");
  if (ff_phase_first_step (phase) == ff_phase_last_step (phase))
    range = g_strdup_printf (_ ("step %d"), ff_phase_first_step (phase));
  else
    range = g_strdup_printf (_ ("steps %d–%d"), ff_phase_first_step (phase), ff_phase_last_step (phase));
  steps = gtk_label_new (range);
  gtk_label_set_ellipsize (GTK_LABEL (steps), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (steps), 0);
  gtk_widget_set_hexpand (steps, TRUE);
  gtk_widget_add_css_class (steps, "caption");
  gtk_widget_add_css_class (steps, "dim-label");
  /* Translators: %s is a phase: plan, do, check, act. */
  hint = g_strdup_printf (_ ("Add an action to “%s”"), ff_phase_title (phase));
  gtk_widget_set_tooltip_text (add, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_add_css_class (add, "flat");
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), letter);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), steps);
  gtk_box_append (GTK_BOX (head), add);
  return head;
}

static char *
describe_steps (FfPhase phase)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int step = ff_phase_first_step (phase); step <= ff_phase_last_step (phase); step++)
    g_string_append_printf (text, "%s%d %s", text->len > 0 ? "\n" : "", step, ff_step_title (step));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
make_column (FfActionBoard *self, FfPhase phase)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *head = make_column_head (self, phase);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);
  g_autofree char *steps = describe_steps (phase);

  gtk_widget_set_tooltip_text (head, steps);
  gtk_widget_add_css_class (column, "phase-column");
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_size_request (column, -1, 200);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (list), FALSE);
  gtk_widget_add_css_class (list, "phase-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, ff_phase_title (phase), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (target));
  gtk_box_append (GTK_BOX (column), head);
  gtk_box_append (GTK_BOX (column), list);
  self->columns[phase] = column;
  self->lists[phase] = GTK_LIST_BOX (list);
}

void
ff_action_board_set_narrow (FfActionBoard *self, gboolean narrow)
{
  g_return_if_fail (FF_IS_ACTION_BOARD (self));

  if (self->narrow == narrow && gtk_widget_get_parent (self->columns[0]) != NULL)
    return;
  self->narrow = narrow;
  for (int phase = 0; phase < FF_N_PHASES; phase++)
    {
      if (gtk_widget_get_parent (self->columns[phase]) != NULL)
        gtk_grid_remove (self->grid, self->columns[phase]);
      gtk_grid_attach (self->grid, self->columns[phase], narrow ? phase % 2 : phase, narrow ? phase / 2 : 0, 1, 1);
    }
}

void
ff_action_board_set_board (FfActionBoard *self, const FfImprovementBoard *board)
{
  int phase;
  GtkWidget *focused;
  FfDay today = ff_time_day (ff_time_now ());

  g_return_if_fail (FF_IS_ACTION_BOARD (self));
  g_return_if_fail (board != NULL);

  focused = gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? get_focused (self, &phase) : NULL;
  if (focused != NULL && self->focused == 0)
    self->focused = ff_action_card_get_id (focused);
  self->board = board;
  for (phase = 0; phase < FF_N_PHASES; phase++)
    {
      GtkListBoxRow *row;

      while ((row = gtk_list_box_get_row_at_index (self->lists[phase], 0)) != NULL)
        gtk_list_box_remove (self->lists[phase], GTK_WIDGET (row));
    }
  for (guint i = 0; i < board->actions->len; i++)
    {
      const FfAction *action = g_ptr_array_index (board->actions, i);
      GtkWidget *card = ff_action_card_new (action, today);

      make_draggable (self, card);
      gtk_list_box_append (self->lists[ff_phase_of_step (action->step)], card);
      if (action->id == self->focused)
        gtk_widget_grab_focus (card);
    }
  self->focused = 0;
}

/* The widget -------------------------------------------------------------------------------------------------------- */

static gboolean
ff_action_board_grab_focus (GtkWidget *widget)
{
  FfActionBoard *self = FF_ACTION_BOARD (widget);

  for (int phase = 0; phase < FF_N_PHASES; phase++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->lists[phase], 0);

      if (row != NULL)
        return gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return FALSE;
}

static void
ff_action_board_dispose (GObject *object)
{
  FfActionBoard *self = FF_ACTION_BOARD (object);

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;
  for (int phase = 0; phase < FF_N_PHASES; phase++)
    g_clear_object (&self->columns[phase]);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_action_board_parent_class)->dispose (object);
}

static void
ff_action_board_class_init (FfActionBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_action_board_dispose;
  widget_class->grab_focus = ff_action_board_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_arrow, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_arrow, "i", 1);
}

static void
ff_action_board_init (FfActionBoard *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = activate_add },
    { .name = "edit", .activate = activate_edit },
    { .name = "delete", .activate = activate_delete },
    { .name = "move", .activate = activate_move, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *grid = gtk_grid_new ();

  self->grid = GTK_GRID (grid);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 12);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
  for (int phase = 0; phase < FF_N_PHASES; phase++)
    {
      make_column (self, phase);
      g_object_ref_sink (self->columns[phase]);
    }
  ff_action_board_set_narrow (self, FALSE);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "part", G_ACTION_GROUP (actions));
  ff_commands_add_local (GTK_WIDGET (self), FF_COMMANDS_IMPROVEMENT);
}

GtkWidget *
ff_action_board_new (FfWorkspace *workspace, FfOwner owner)
{
  FfActionBoard *self = g_object_new (FF_TYPE_ACTION_BOARD, NULL);

  self->workspace = g_object_ref (workspace);
  self->owner = owner;
  return GTK_WIDGET (self);
}
