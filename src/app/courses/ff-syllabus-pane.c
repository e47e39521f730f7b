#include "config.h"

#include "ff-syllabus-pane-private.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"

G_DEFINE_FINAL_TYPE (FfSyllabusPane, ff_syllabus_pane, ADW_TYPE_BIN)

/* Selection -------------------------------------------------------------------------------------------------------- */

gint64
ff_syllabus_pane_get_selected (FfSyllabusPane *self)
{
  GtkTreeListRow *row = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  g_autoptr (FfSyllabusNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node != NULL ? ff_syllabus_node_get_id (node) : 0;
}

const FfSyllabusItem *
ff_syllabus_pane_find_item (FfSyllabusPane *self, gint64 id)
{
  for (guint i = 0; i < self->course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (self->course->syllabus, i);

      if (item->id == id)
        return item;
    }
  return NULL;
}

void
ff_syllabus_pane_select (FfSyllabusPane *self, gint64 id)
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
  GtkWidget *row = ff_syllabus_row_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  gtk_list_item_set_child (item, expander);
  ff_syllabus_pane_connect_row (self, FF_SYLLABUS_ROW (row));
  ff_syllabus_pane_make_draggable (self, FF_SYLLABUS_ROW (row));
}

static void
on_bind (FfSyllabusPane *self, GtkListItem *item)
{
  GtkTreeListRow *list_row = gtk_list_item_get_item (item);
  g_autoptr (FfSyllabusNode) node = gtk_tree_list_row_get_item (list_row);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *row = gtk_tree_expander_get_child (expander);
  gint64 id = ff_syllabus_node_get_id (node);

  gtk_tree_expander_set_list_row (expander, list_row);
  ff_syllabus_row_set_node (FF_SYLLABUS_ROW (row), node);
  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), row);
  g_signal_connect_object (list_row, "notify::expanded", G_CALLBACK (on_expanded), self, G_CONNECT_SWAPPED);
}

static void
on_unbind (FfSyllabusPane *self, GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  FfSyllabusRow *row = FF_SYLLABUS_ROW (gtk_tree_expander_get_child (expander));
  FfSyllabusNode *node = ff_syllabus_row_get_node (row);
  GtkTreeListRow *list_row = gtk_tree_expander_get_list_row (expander);
  gint64 id = node != NULL ? ff_syllabus_node_get_id (node) : 0;

  if (list_row != NULL)
    g_signal_handlers_disconnect_by_func (list_row, on_expanded, self);
  if (g_hash_table_lookup (self->rows, &id) == row)
    g_hash_table_remove (self->rows, &id);
  ff_syllabus_row_set_node (row, NULL);
  gtk_tree_expander_set_list_row (expander, NULL);
}

/* The widget of a row that takes the keyboard is the list's own, around the expander. */
GtkWidget *
ff_syllabus_pane_find_row (FfSyllabusPane *self, gint64 id)
{
  GtkWidget *widget = g_hash_table_lookup (self->rows, &id);

  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self->view))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* Brings a row into sight; the list offers that to its rows alone. */
static void
scroll_to (FfSyllabusPane *self, gint64 id)
{
  GListModel *rows = gtk_single_selection_get_model (self->selection);
  GtkWidget *any = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  for (guint i = 0; any != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (FfSyllabusNode) node = gtk_tree_list_row_get_item (row);

      if (ff_syllabus_node_get_id (node) == id)
        {
          gtk_widget_activate_action (any, "list.scroll-to-item", "u", i);
          return;
        }
    }
}

/* Where a row stands in the part of the list that is in sight; FALSE when it has no place yet. */
static gboolean
find_extent (FfSyllabusPane *self, GtkWidget *row, double *top, double *bottom)
{
  double x;

  if (!gtk_widget_get_mapped (row) || !gtk_widget_translate_coordinates (row, GTK_WIDGET (self->scrolled), 0, 0, &x, top))
    return FALSE;
  *bottom = *top + gtk_widget_get_height (row);
  return TRUE;
}

/* The item at the upper edge; 0 when nothing is shown. */
static gint64
find_top_item (FfSyllabusPane *self)
{
  GHashTableIter iter;
  gpointer id, row;
  double lowest = G_MAXDOUBLE;
  gint64 found = 0;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    {
      double top, bottom;

      if (find_extent (self, row, &top, &bottom) && (top + bottom) / 2 >= 0 && top < lowest)
        {
          lowest = top;
          found = *(gint64 *) id;
        }
    }
  return found;
}

static gint64
current_id (FfSyllabusPane *self)
{
  return self->edited == FF_SYLLABUS_NEW_ID ? FF_SYLLABUS_NEW_ID : ff_syllabus_pane_get_selected (self);
}

static gboolean
show_current (gpointer user_data)
{
  FfSyllabusPane *self = user_data;
  gint64 id = current_id (self);
  GtkWidget *row = g_hash_table_lookup (self->rows, &id);
  double top, bottom;

  self->scroll_source = 0;
  if (row == NULL || (find_extent (self, row, &top, &bottom) && (top < 0 || bottom > gtk_widget_get_height (GTK_WIDGET (self->scrolled)))))
    scroll_to (self, id);
  return G_SOURCE_REMOVE;
}

/* A list whose rows were made again knows no heights, and puts whatever is scrolled to at its upper edge: so that nothing jumps, that is
   what was there before, and what is worked on comes into sight as soon as there are heights. */
static void
keep_scrolled (FfSyllabusPane *self, gint64 top)
{
  if (top == 0)
    return;
  scroll_to (self, top);
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, show_current, self, NULL);
}

void
ff_syllabus_pane_focus_row (FfSyllabusPane *self)
{
  gint64 id = ff_syllabus_pane_get_selected (self);
  GtkWidget *row;

  if (id == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return;
    }
  scroll_to (self, id);
  row = ff_syllabus_pane_find_row (self, id);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/* Keys ------------------------------------------------------------------------------------------------------------------------- */

gboolean
ff_syllabus_pane_is_focused (FfSyllabusPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self->view) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)));
}

static void
ff_syllabus_pane_root (GtkWidget *widget)
{
  FfSyllabusPane *self = FF_SYLLABUS_PANE (widget);

  GTK_WIDGET_CLASS (ff_syllabus_pane_parent_class)->root (widget);
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (ff_syllabus_pane_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
}

static void
ff_syllabus_pane_unroot (GtkWidget *widget)
{
  FfSyllabusPane *self = FF_SYLLABUS_PANE (widget);

  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
  self->keys = NULL;
  GTK_WIDGET_CLASS (ff_syllabus_pane_parent_class)->unroot (widget);
}

/* The pane --------------------------------------------------------------------------------------------------------- */

static void
ff_syllabus_pane_dispose (GObject *object)
{
  FfSyllabusPane *self = FF_SYLLABUS_PANE (object);

  self->edited = 0;
  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_weak_pointer (&self->drop_row);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  G_OBJECT_CLASS (ff_syllabus_pane_parent_class)->dispose (object);
}

static void
ff_syllabus_pane_finalize (GObject *object)
{
  FfSyllabusPane *self = FF_SYLLABUS_PANE (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->selection);
  g_clear_object (&self->nodes);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->course, ff_course_free);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_free (self->typed);
  G_OBJECT_CLASS (ff_syllabus_pane_parent_class)->finalize (object);
}

static void
ff_syllabus_pane_class_init (FfSyllabusPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_syllabus_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_syllabus_pane_finalize;
  widget_class->root = ff_syllabus_pane_root;
  widget_class->unroot = ff_syllabus_pane_unroot;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-syllabus-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSyllabusPane, summary);
  gtk_widget_class_bind_template_child (widget_class, FfSyllabusPane, stack);
  gtk_widget_class_bind_template_child (widget_class, FfSyllabusPane, view);
  gtk_widget_class_bind_template_child (widget_class, FfSyllabusPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FfSyllabusPane, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_row_activated", G_CALLBACK (ff_syllabus_pane_row_activated));
}

static void
ff_syllabus_pane_init (FfSyllabusPane *self)
{
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  ff_syllabus_pane_add_commands (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  ff_syllabus_pane_add_context_menu (self);
}

GtkWidget *
ff_syllabus_pane_new (FfWorkspace *workspace)
{
  FfSyllabusPane *self = g_object_new (FF_TYPE_SYLLABUS_PANE, NULL);
  g_autoptr (GMenuModel) menu = NULL;

  self->workspace = g_object_ref (workspace);
  menu = ff_syllabus_pane_make_menu (self);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  return GTK_WIDGET (self);
}

static int
count_kind (FfSyllabusPane *self, const char *kind)
{
  int n = 0;

  for (guint i = 0; i < self->course->syllabus->len; i++)
    n += g_str_equal (((FfSyllabusItem *) g_ptr_array_index (self->course->syllabus, i))->kind, kind);
  return n;
}

/* "18 h", or against what the course is said to take: "17 h of 18 h". */
static char *
format_sum (FfSyllabusPane *self)
{
  int minutes = 0, hours = (int) (self->course->hours * 60 / 100);
  g_autofree char *sum = NULL;
  g_autofree char *whole = hours > 0 ? ff_format_duration (hours) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->nodes); i++)
    {
      g_autoptr (FfSyllabusNode) node = g_list_model_get_item (self->nodes, i);

      minutes += MAX (0, ff_syllabus_node_get_minutes (node));
    }
  sum = ff_format_duration (minutes);
  if (whole == NULL || hours == minutes)
    return g_steal_pointer (&sum);
  /* Translators: durations: what the items of a syllabus take, and what the course is said to take. */
  return g_strdup_printf (_("%s of %s"), sum, whole);
}

/* "4 lectures · 18 h · 3 deliverables" */
static void
show_summary (FfSyllabusPane *self)
{
  int lectures = count_kind (self, "lecture"), deliverables = count_kind (self, "deliverable");
  g_autofree char *count = g_strdup_printf (ngettext ("%d lecture", "%d lectures", (gulong) lectures), lectures);
  g_autofree char *sum = format_sum (self);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s · %s", count, sum);
  if (deliverables > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%d deliverable", "%d deliverables", (gulong) deliverables), deliverables);
    }
  gtk_label_set_label (self->summary, self->course->syllabus->len > 0 ? text->str : "");
}

/* Takes the nodes. */
static void
show_nodes (FfSyllabusPane *self, GListModel *nodes)
{
  GtkTreeListModel *tree = gtk_tree_list_model_new (g_object_ref (nodes), FALSE, TRUE, create_children, NULL, NULL);

  fold_rows (self, G_LIST_MODEL (tree));
  g_clear_object (&self->nodes);
  self->nodes = nodes;
  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (ff_syllabus_pane_update_actions), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

void
ff_syllabus_pane_rebuild (FfSyllabusPane *self)
{
  gint64 selected = self->wanted != 0 ? self->wanted : self->selection != NULL ? ff_syllabus_pane_get_selected (self) : 0;
  gboolean focused = ff_syllabus_pane_is_focused (self);
  gint64 top = find_top_item (self);
  g_autoptr (FfCourse) preview = NULL;

  if (self->go_on_after != 0 && ff_syllabus_pane_find_item (self, self->go_on_after) != NULL)
    {
      self->place = ff_syllabus_place_after (self->course, self->go_on_after);
      self->go_on_after = 0;
    }
  if (ff_syllabus_pane_find_item (self, self->wanted) != NULL)
    self->wanted = 0;
  preview = ff_syllabus_pane_make_preview (self);
  self->rebuilding = TRUE;
  show_nodes (self, ff_syllabus_node_list (preview != NULL ? preview : self->course));
  ff_syllabus_pane_select (self, selected);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (self->nodes) > 0 ? "tree" : "empty");
  self->rebuilding = FALSE;
  show_summary (self);
  ff_syllabus_pane_update_actions (self);
  if (self->edited == FF_SYLLABUS_NEW_ID)
    scroll_to (self, FF_SYLLABUS_NEW_ID);
  else if (focused)
    ff_syllabus_pane_focus_row (self);
  ff_syllabus_pane_resume_editing (self);
  keep_scrolled (self, top);
}

void
ff_syllabus_pane_set_course (FfSyllabusPane *self, FfCourse *course)
{
  g_return_if_fail (FF_IS_SYLLABUS_PANE (self) && course != NULL);

  g_clear_pointer (&self->course, ff_course_free);
  self->course = course;
  ff_syllabus_pane_rebuild (self);
}
