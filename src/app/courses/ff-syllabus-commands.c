/* What can be done with the item that is selected: by buttons, menus and keys, all of them through the same actions. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-outline-window.h"
#include "ff-people.h"
#include "ff-syllabus-pane-private.h"
#include "ff-window.h"

/* Among the keys of layers, which are words. */
#define MADE_TO_ORDER "made-to-order"

/* Commands --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 course_id;
  gint64 item_id;
  FfSyllabusMove move;
  FfSyllabusPlace place;
  char *value;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->value);
  g_free (step);
}

static void
run_step (FfSyllabusPane *self, const char *label, FfWorkFunc work, FfWorkDone done, Step values)
{
  Step *step = g_memdup2 (&values, sizeof values);

  step->course_id = self->course->id;
  if (step->item_id == 0)
    step->item_id = ff_syllabus_pane_get_selected (self);
  ff_workspace_run (self->workspace, label, work, done, step, step_free);
}

static gboolean
move_item (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Step *step = data;

  return ff_syllabus_move (db, step->course_id, step->item_id, step->move, error);
}

static gboolean
place_item (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Step *step = data;

  return ff_syllabus_place (db, step->course_id, step->item_id, &step->place, error);
}

static gboolean
delete_item (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Step *step = data;

  return ff_syllabus_delete (db, step->course_id, step->item_id, error);
}

static gboolean
set_kind (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Step *step = data;

  return ff_syllabus_set_kind (db, step->course_id, step->item_id, step->value, error) != FF_PUT_REFUSED;
}

static gboolean
set_audience (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Step *step = data;
  gboolean made_to_order = g_str_equal (step->value, MADE_TO_ORDER);

  return ff_syllabus_set_audience (db, step->course_id, step->item_id, made_to_order ? "" : step->value, made_to_order, error)
         != FF_PUT_REFUSED;
}

void
ff_syllabus_pane_move (FfSyllabusPane *self, FfSyllabusMove move)
{
  run_step (self, _("Move in the syllabus"), move_item, NULL, (Step) { .move = move });
}

void
ff_syllabus_pane_place (FfSyllabusPane *self, gint64 id, FfSyllabusPlace place)
{
  self->wanted = id;
  run_step (self, _("Move in the syllabus"), place_item, NULL, (Step) { .item_id = id, .place = place });
}

/* What is selected when an item is gone: the one before it that stays. */
static gint64
find_neighbour (FfSyllabusPane *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  GListModel *rows = gtk_single_selection_get_model (self->selection);
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, selected);
  guint depth = row != NULL ? gtk_tree_list_row_get_depth (row) : 0;

  for (guint i = selected + 1; row != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) next = g_list_model_get_item (rows, i);
      g_autoptr (FfSyllabusNode) node = gtk_tree_list_row_get_item (next);

      if (gtk_tree_list_row_get_depth (next) <= depth)
        return ff_syllabus_node_get_id (node);
    }
  if (row != NULL && selected > 0)
    {
      g_autoptr (GtkTreeListRow) before = g_list_model_get_item (rows, selected - 1);
      g_autoptr (FfSyllabusNode) node = gtk_tree_list_row_get_item (before);

      return ff_syllabus_node_get_id (node);
    }
  return 0;
}

static void
on_saved (FfSyllabusPane *self, gint64 id)
{
  self->wanted = id;
  if (self->selection != NULL)
    ff_syllabus_pane_select (self, id);
}

static void
activate_add (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_syllabus_pane_add (user_data);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfSyllabusPane *self = user_data;
  gint64 id = ff_syllabus_pane_get_selected (self);
  FfEditor *editor = ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_syllabus_editor, id, id);

  if (editor != NULL)
    g_signal_connect_object (editor, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
}

static void
activate_rename (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_syllabus_pane_rename (user_data);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfSyllabusPane *self = user_data;
  gint64 id = ff_syllabus_pane_get_selected (self);
  FfWindow *window = ff_window_of (self);

  self->wanted = find_neighbour (self);
  run_step (self, _("Delete from the syllabus"), delete_item, NULL, (Step) { .item_id = id });
  if (window != NULL)
    ff_window_toast_undo (window, _("Item deleted"));
}

static void
activate_move (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const names[] = { [FF_SYLLABUS_UP] = "up", [FF_SYLLABUS_DOWN] = "down", [FF_SYLLABUS_INDENT] = "indent",
                                       [FF_SYLLABUS_OUTDENT] = "outdent" };

  for (FfSyllabusMove move = 0; move < G_N_ELEMENTS (names); move++)
    if (g_str_equal (names[move], g_action_get_name (G_ACTION (action))))
      ff_syllabus_pane_move (user_data, move);
}

static void
activate_kind (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_step (user_data, _("Change the syllabus"), set_kind, NULL, (Step) { .value = g_variant_dup_string (parameter, NULL) });
}

static void
activate_audience (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_step (user_data, _("Change the syllabus"), set_audience, NULL, (Step) { .value = g_variant_dup_string (parameter, NULL) });
}

static void
activate_paste (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfSyllabusPane *self = user_data;

  ff_outline_window_open (GTK_WIDGET (self), self->workspace, self->course->id);
}

/* Menus ------------------------------------------------------------------------------------------------------------------------ */

static void
append_choice (GMenu *menu, const char *title, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_kind_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (const char *const *kind = ff_syllabus_kinds (); *kind != NULL; kind++)
    append_choice (menu, ff_syllabus_kind_title (*kind), "syllabus.kind", *kind);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_audience_menu (FfSyllabusPane *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) layers = ff_people_list_layers (ff_workspace_get_reader (self->workspace), NULL);

  append_choice (menu, C_("choice", "Everybody"), "syllabus.audience", "");
  for (guint i = 0; layers != NULL && i < layers->len; i++)
    {
      const FfChoice *layer = g_ptr_array_index (layers, i);

      append_choice (menu, layer->title, "syllabus.audience", layer->key);
    }
  append_choice (menu, C_("audience", "Made to order"), "syllabus.audience", MADE_TO_ORDER);
  return G_MENU_MODEL (menu);
}

GMenuModel *
ff_syllabus_pane_make_menu (FfSyllabusPane *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) item = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenuModel) kinds = make_kind_menu ();
  g_autoptr (GMenuModel) audiences = make_audience_menu (self);

  g_menu_append (item, _("_Rename"), "syllabus.rename");
  g_menu_append_submenu (item, _("_Kind"), kinds);
  g_menu_append_submenu (item, _("_For"), audiences);
  g_menu_append (item, _("_Edit…"), "syllabus.edit");
  g_menu_append (item, _("_Delete"), "syllabus.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (item));
  g_menu_append (all, _("_Paste Outline…"), "syllabus.paste");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

static void
show_context_menu (FfSyllabusPane *self, double x, double y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };
  g_autoptr (GMenuModel) menu = ff_syllabus_pane_make_menu (self);

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->context_menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

/* The row under the pointer is the one that the menu is about. */
static void
on_context_click (FfSyllabusPane *self, int n, double x, double y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *expander = under != NULL ? gtk_widget_get_ancestor (under, GTK_TYPE_TREE_EXPANDER) : NULL;
  GtkWidget *row = expander != NULL ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)) : NULL;

  if (row == NULL || self->edited != 0 || ff_syllabus_row_get_node (FF_SYLLABUS_ROW (row)) == NULL)
    return;
  ff_syllabus_pane_select (self, ff_syllabus_node_get_id (ff_syllabus_row_get_node (FF_SYLLABUS_ROW (row))));
  show_context_menu (self, x, y);
}

static void
show_context_menu_at_row (FfSyllabusPane *self)
{
  GtkWidget *row = ff_syllabus_pane_find_row (self, ff_syllabus_pane_get_selected (self));
  double x, y;

  if (row != NULL && gtk_widget_translate_coordinates (row, GTK_WIDGET (self->view), 60, gtk_widget_get_height (row), &x, &y))
    show_context_menu (self, x, y);
}

/* Keys ------------------------------------------------------------------------------------------------------------------------- */

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Up, GDK_ALT_MASK, "up" },           { GDK_KEY_Down, GDK_ALT_MASK, "down" },  { GDK_KEY_Left, GDK_ALT_MASK, "outdent" },
  { GDK_KEY_Right, GDK_ALT_MASK, "indent" },    { GDK_KEY_F2, 0, "rename" },             { GDK_KEY_Return, 0, "add" },
  { GDK_KEY_KP_Enter, 0, "add" },               { GDK_KEY_Return, GDK_ALT_MASK, "edit" }, { GDK_KEY_Delete, 0, "delete" },
  { GDK_KEY_KP_Delete, 0, "delete" },
};

/* In the window and before its own keys, because Alt+Left goes back everywhere else. */
gboolean
ff_syllabus_pane_key_pressed (FfSyllabusPane *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (self->edited != 0 || self->course == NULL || !ff_syllabus_pane_is_focused (self))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    {
      show_context_menu_at_row (self);
      return GDK_EVENT_STOP;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key && keys[i].modifiers == modifiers)
      {
        g_action_group_activate_action (G_ACTION_GROUP (self->actions), keys[i].action, NULL);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* A double click; Enter adds. */
void
ff_syllabus_pane_row_activated (FfSyllabusPane *self)
{
  if (self->edited == 0)
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), "edit", NULL);
}

/* The actions ------------------------------------------------------------------------------------------------------------------- */

static void
set_enabled (FfSyllabusPane *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_state (FfSyllabusPane *self, const char *name, const char *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (state));
}

/* "made-to-order", the key of a layer, "" for everybody. */
static const char *
audience_of (const FfSyllabusItem *item)
{
  if (item->made_to_order)
    return MADE_TO_ORDER;
  return item->layer != NULL ? item->layer : "";
}

void
ff_syllabus_pane_update_actions (FfSyllabusPane *self)
{
  gint64 id = ff_syllabus_pane_get_selected (self);
  const FfSyllabusItem *item = ff_syllabus_pane_find_item (self, id);
  gboolean writable = ff_workspace_is_writable (self->workspace);

  set_enabled (self, "add", writable);
  set_enabled (self, "paste", writable);
  set_enabled (self, "edit", writable && item != NULL);
  set_enabled (self, "rename", writable && item != NULL);
  set_enabled (self, "delete", writable && item != NULL);
  set_enabled (self, "kind", writable && item != NULL);
  set_enabled (self, "audience", writable && item != NULL);
  set_state (self, "kind", item != NULL ? item->kind : "");
  set_state (self, "audience", item != NULL ? audience_of (item) : "-");
  set_enabled (self, "up", writable && ff_syllabus_can_move (self->course, id, FF_SYLLABUS_UP));
  set_enabled (self, "down", writable && ff_syllabus_can_move (self->course, id, FF_SYLLABUS_DOWN));
  set_enabled (self, "indent", writable && ff_syllabus_can_move (self->course, id, FF_SYLLABUS_INDENT));
  set_enabled (self, "outdent", writable && ff_syllabus_can_move (self->course, id, FF_SYLLABUS_OUTDENT));
}

void
ff_syllabus_pane_add_commands (FfSyllabusPane *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = activate_add },
    { .name = "edit", .activate = activate_edit },
    { .name = "rename", .activate = activate_rename },
    { .name = "delete", .activate = activate_delete },
    { .name = "up", .activate = activate_move },
    { .name = "down", .activate = activate_move },
    { .name = "indent", .activate = activate_move },
    { .name = "outdent", .activate = activate_move },
    { .name = "kind", .activate = activate_kind, .parameter_type = "s", .state = "''" },
    { .name = "audience", .activate = activate_audience, .parameter_type = "s", .state = "''" },
    { .name = "paste", .activate = activate_paste },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "syllabus", G_ACTION_GROUP (self->actions));
}

void
ff_syllabus_pane_add_context_menu (FfSyllabusPane *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->context_menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self->view));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_context_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}
