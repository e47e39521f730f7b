#include "config.h"

#include "ff-syllabus-pane.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-format.h"
#include "ff-people.h"
#include "ff-syllabus-edit.h"
#include "ff-syllabus-node.h"
#include "ff-tag.h"

struct _FfSyllabusPane
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  FfCourse *course;
  GtkLabel *summary;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection; /* NULL until a course is shown */
  GHashTable *folded;            /* item id → itself */
  GSimpleActionGroup *actions;
  gint64 wanted;                 /* the item to select when it appears; 0: the one selected before */
};

G_DEFINE_FINAL_TYPE (FfSyllabusPane, ff_syllabus_pane, ADW_TYPE_BIN)

/* Selection -------------------------------------------------------------------------------------------------------- */

static gint64
selected_id (FfSyllabusPane *self)
{
  GtkTreeListRow *row = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  g_autoptr (FfSyllabusNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node != NULL ? ff_syllabus_node_get_id (node) : 0;
}

static void
set_enabled (FfSyllabusPane *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (FfSyllabusPane *self)
{
  gint64 id = selected_id (self);
  gboolean writable = ff_workspace_is_writable (self->workspace);

  set_enabled (self, "add", writable);
  set_enabled (self, "edit", writable && id != 0);
  set_enabled (self, "delete", writable && id != 0);
  set_enabled (self, "up", writable && ff_syllabus_can_move (self->course, id, FF_SYLLABUS_UP));
  set_enabled (self, "down", writable && ff_syllabus_can_move (self->course, id, FF_SYLLABUS_DOWN));
  set_enabled (self, "indent", writable && ff_syllabus_can_move (self->course, id, FF_SYLLABUS_INDENT));
  set_enabled (self, "outdent", writable && ff_syllabus_can_move (self->course, id, FF_SYLLABUS_OUTDENT));
}

static void
select_id (FfSyllabusPane *self, gint64 id)
{
  GListModel *rows = gtk_single_selection_get_model (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (FfSyllabusNode) node = gtk_tree_list_row_get_item (row);

      if (ff_syllabus_node_get_id (node) == id)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

/* Rows ------------------------------------------------------------------------------------------------------------- */

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  GListModel *children = ff_syllabus_node_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
on_expanded (FfSyllabusPane *self, GParamSpec *pspec, GtkTreeListRow *row)
{
  g_autoptr (FfSyllabusNode) node = gtk_tree_list_row_get_item (row);
  gint64 id;

  if (node == NULL)
    return;
  id = ff_syllabus_node_get_id (node);
  if (gtk_tree_list_row_get_expanded (row))
    g_hash_table_remove (self->folded, &id);
  else
    g_hash_table_add (self->folded, g_memdup2 (&id, sizeof id));
}

static void
fold_rows (FfSyllabusPane *self, GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (FfSyllabusNode) node = gtk_tree_list_row_get_item (row);
      gint64 id = ff_syllabus_node_get_id (node);

      if (g_hash_table_contains (self->folded, &id))
        gtk_tree_list_row_set_expanded (row, FALSE);
    }
}

static void
on_setup (FfSyllabusPane *self, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (box, "syllabus-row");
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (item, expander);
}

static void
append_label (GtkWidget *box, const char *text, const char *css_class, gboolean expand)
{
  GtkWidget *label = gtk_label_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (expand)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, text);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
}

static FfTone
kind_tone (const char *kind)
{
  if (g_str_equal (kind, "exercise"))
    return FF_TONE_ACCENT;
  if (g_str_equal (kind, "deliverable"))
    return FF_TONE_BAD;
  if (g_str_equal (kind, "case"))
    return FF_TONE_SOON;
  return FF_TONE_NEUTRAL;
}

static void
fill_row (GtkWidget *box, FfSyllabusNode *node)
{
  const FfSyllabusItem *item = ff_syllabus_node_get_item (node);
  const char *number = ff_syllabus_node_get_number (node);
  gboolean lecture = g_str_equal (item->kind, "lecture");
  int minutes = ff_syllabus_node_get_minutes (node);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  if (*number != '\0')
    append_label (box, number, lecture ? "heading" : "dim-label", FALSE);
  append_label (box, item->title, lecture ? "heading" : NULL, TRUE);
  if (!lecture && !g_str_equal (item->kind, "section") && !g_str_equal (item->kind, "topic"))
    gtk_box_append (GTK_BOX (box), ff_tag_new (ff_syllabus_kind_title (item->kind), NULL, kind_tone (item->kind)));
  if (item->layer != NULL)
    gtk_box_append (GTK_BOX (box), ff_tag_new (ff_layer_title (item->layer, NULL), NULL, FF_TONE_GOOD));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (box), space);
  if (minutes >= 0)
    {
      g_autofree char *duration = ff_format_duration (minutes);

      append_label (box, duration, "dim-label", FALSE);
    }
}

static void
on_bind (FfSyllabusPane *self, GtkListItem *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (FfSyllabusNode) node = gtk_tree_list_row_get_item (row);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  gtk_tree_expander_set_list_row (expander, row);
  fill_row (gtk_tree_expander_get_child (expander), node);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded), self, G_CONNECT_SWAPPED);
}

static void
on_unbind (FfSyllabusPane *self, GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *box = gtk_tree_expander_get_child (expander);
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  GtkWidget *child;

  if (row != NULL)
    g_signal_handlers_disconnect_by_func (row, on_expanded, self);
  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  gtk_tree_expander_set_list_row (expander, NULL);
}

/* Commands --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 course_id;
  gint64 item_id;
  FfSyllabusMove move;
} Step;

static gboolean
move_item (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Step *step = data;

  return ff_syllabus_move (db, step->course_id, step->item_id, step->move, error);
}

static gboolean
delete_item (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Step *step = data;

  return ff_syllabus_delete (db, step->course_id, step->item_id, error);
}

static void
run_step (FfSyllabusPane *self, const char *label, FfWorkFunc work, FfSyllabusMove move)
{
  Step step = { self->course->id, selected_id (self), move };

  ff_workspace_run (self->workspace, label, work, NULL, g_memdup2 (&step, sizeof step), g_free);
}

static void
on_saved (FfSyllabusPane *self, gint64 id)
{
  self->wanted = id;
  if (self->selection != NULL)
    select_id (self, id);
}

static void
open_editor (FfSyllabusPane *self, gint64 id)
{
  gint64 selected = selected_id (self);
  /* A new item stands behind the selected one; without one it needs to know its course. */
  gint64 context = selected != 0 ? selected : -self->course->id;
  FfEditor *editor = ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_syllabus_editor, id, context);

  if (editor != NULL)
    g_signal_connect_object (editor, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
}

static void
activate_add (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_editor (user_data, 0);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_editor (user_data, selected_id (user_data));
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_step (user_data, _("Delete from the syllabus"), delete_item, FF_SYLLABUS_UP);
}

static void
activate_up (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_step (user_data, _("Move in the syllabus"), move_item, FF_SYLLABUS_UP);
}

static void
activate_down (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_step (user_data, _("Move in the syllabus"), move_item, FF_SYLLABUS_DOWN);
}

static void
activate_indent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_step (user_data, _("Move in the syllabus"), move_item, FF_SYLLABUS_INDENT);
}

static void
activate_outdent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_step (user_data, _("Move in the syllabus"), move_item, FF_SYLLABUS_OUTDENT);
}

static void
on_row_activated (FfSyllabusPane *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "edit", NULL);
}

/* The pane --------------------------------------------------------------------------------------------------------- */

static void
ff_syllabus_pane_finalize (GObject *object)
{
  FfSyllabusPane *self = FF_SYLLABUS_PANE (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->selection);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->course, ff_course_free);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  G_OBJECT_CLASS (ff_syllabus_pane_parent_class)->finalize (object);
}

static void
ff_syllabus_pane_class_init (FfSyllabusPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_syllabus_pane_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-syllabus-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSyllabusPane, summary);
  gtk_widget_class_bind_template_child (widget_class, FfSyllabusPane, stack);
  gtk_widget_class_bind_template_child (widget_class, FfSyllabusPane, view);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ff_syllabus_pane_init (FfSyllabusPane *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = activate_add },
    { .name = "edit", .activate = activate_edit },
    { .name = "delete", .activate = activate_delete },
    { .name = "up", .activate = activate_up },
    { .name = "down", .activate = activate_down },
    { .name = "indent", .activate = activate_indent },
    { .name = "outdent", .activate = activate_outdent },
  };

  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "syllabus", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ff_syllabus_pane_new (FfWorkspace *workspace)
{
  FfSyllabusPane *self = g_object_new (FF_TYPE_SYLLABUS_PANE, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/* "4 lectures · 18 h" */
static void
show_summary (FfSyllabusPane *self, GListModel *nodes)
{
  int lectures = 0, minutes = 0;
  g_autofree char *count = NULL;
  g_autofree char *duration = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++)
    {
      g_autoptr (FfSyllabusNode) node = g_list_model_get_item (nodes, i);

      lectures += g_str_equal (ff_syllabus_node_get_item (node)->kind, "lecture");
      minutes += MAX (0, ff_syllabus_node_get_minutes (node));
    }
  count = g_strdup_printf (ngettext ("%d lecture", "%d lectures", (gulong) lectures), lectures);
  duration = ff_format_duration (minutes);
  text = g_strdup_printf ("%s · %s", count, duration);
  gtk_label_set_label (self->summary, self->course->syllabus->len > 0 ? text : "");
}

void
ff_syllabus_pane_set_course (FfSyllabusPane *self, FfCourse *course)
{
  gint64 selected;
  g_autoptr (GListModel) nodes = NULL;
  GtkTreeListModel *tree;

  g_return_if_fail (FF_IS_SYLLABUS_PANE (self) && course != NULL);

  selected = self->wanted != 0 ? self->wanted : selected_id (self);
  self->wanted = 0;
  g_clear_pointer (&self->course, ff_course_free);
  self->course = course;
  nodes = ff_syllabus_node_list (course);
  tree = gtk_tree_list_model_new (g_object_ref (nodes), FALSE, TRUE, create_children, NULL, NULL);
  fold_rows (self, G_LIST_MODEL (tree));
  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  select_id (self, selected);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->stack, course->syllabus->len > 0 ? "tree" : "empty");
  show_summary (self, nodes);
  update_actions (self);
}
