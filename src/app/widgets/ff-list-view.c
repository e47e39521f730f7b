#include "config.h"

#include "ff-list-view.h"

#include <glib/gi18n-lib.h>

#include "ff-compat.h"

struct _FfListView
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkColumnView *view;
  GtkWidget *empty_page;
  GtkWidget *menu; /* NULL: none */
  const FfListKind *kind;
  FfWorkspace *workspace;
  FfRowModel *model;
  FfListQuery query;
  GCancellable *cancellable; /* of the query under way */
  int probed;                /* the sort that a probe met first */
  gboolean stale;            /* to be queried again when it is next shown */
  gboolean answered;         /* at least one query came back */
  guint change_idle;
};

typedef enum
{
  PROP_EMPTY_PAGE = 1,
  PROP_N_ROWS,
} FfListViewProperty;

static GParamSpec *properties[PROP_N_ROWS + 1];
static guint row_activated_signal;

G_DEFINE_FINAL_TYPE (FfListView, ff_list_view, GTK_TYPE_WIDGET)

static void run_query (FfListView *self);

/* Cells ------------------------------------------------------------------------------------------------------------- */

void
ff_list_cell_set_text (GtkWidget *cell, const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (cell));
  gtk_label_set_label (GTK_LABEL (cell), text != NULL ? text : "");
}

static void
show_row (GtkListItem *item, const FfListColumn *column)
{
  FfRow *row = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (ff_row_is_loaded (row))
    column->bind (cell, ff_row_get_data (row));
  else if (GTK_IS_LABEL (cell))
    gtk_label_set_label (GTK_LABEL (cell), "…");
}

static void
on_row_loaded (GtkListItem *item)
{
  show_row (item, g_object_get_data (G_OBJECT (item), "ff-column"));
}

static void
on_cell_setup (GtkSignalListItemFactory *factory, GtkListItem *item, const FfListColumn *column)
{
  GtkWidget *cell;

  if (column->setup != NULL)
    cell = column->setup ();
  else
    {
      cell = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (cell), 0);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
    }
  gtk_list_item_set_child (item, cell);
  g_object_set_data (G_OBJECT (cell), "ff-item", item);
  g_object_set_data (G_OBJECT (item), "ff-column", (gpointer) column);
}

static void
on_cell_bind (GtkSignalListItemFactory *factory, GtkListItem *item, const FfListColumn *column)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "notify::loaded", G_CALLBACK (on_row_loaded), item);
  show_row (item, column);
}

static void
on_cell_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, const FfListColumn *column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_loaded, item);
}

/* Sorting ----------------------------------------------------------------------------------------------------------- */

/* GTK 4.8 does not tell by which column a table is sorted. So each column's sorter does not compare but leaves its number, and
   a probe tells the column (whoever is asked first) and the direction. */
typedef struct
{
  FfListView *view;
  int sort;
} SortColumn;

static int
note_sort (gconstpointer a, gconstpointer b, gpointer user_data)
{
  SortColumn *column = user_data;

  if (column->view->probed < 0)
    column->view->probed = column->sort;
  return GTK_ORDERING_SMALLER;
}

static void
on_sorter_changed (FfListView *self)
{
  /* Two, because a sorter does not ask about one object and itself. */
  g_autoptr (GObject) probe = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order;

  /* While a table is taken apart, its sorter still says that it changes. */
  if (self->view == NULL)
    return;

  self->probed = -1;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), probe, other);
  if (self->probed < 0)
    {
      self->query.sort = self->kind->first_sort;
      self->query.descending = self->kind->first_descending;
    }
  else
    {
      self->query.sort = self->probed;
      self->query.descending = order == GTK_ORDERING_LARGER;
    }
  run_query (self);
}

static void
add_column (FfListView *self, const FfListColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;

  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbind), (gpointer) column);
  view_column = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", column->title), factory);
  gtk_column_view_column_set_expand (view_column, column->expand);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (view_column, column->width);

  if (column->sort >= 0)
    {
      SortColumn *sort = g_new0 (SortColumn, 1);
      g_autoptr (GtkSorter) sorter = NULL;

      sort->view = self;
      sort->sort = column->sort;
      sorter = GTK_SORTER (gtk_custom_sorter_new (note_sort, sort, g_free));
      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  gtk_column_view_append_column (self->view, view_column);
  if (column->sort >= 0 && column->sort == self->kind->first_sort)
    gtk_column_view_sort_by_column (self->view, view_column,
                                    self->kind->first_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  g_object_unref (view_column);
}

/* Queries ------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef view;
  guint generation;
  const FfListKind *kind;
  FfListQuery query;
  GArray *ids;
} QueryTask;

static void
query_task_free (gpointer data)
{
  QueryTask *task = data;

  g_weak_ref_clear (&task->view);
  g_clear_pointer (&task->ids, g_array_unref);
  g_free (task->query.search);
  g_free (task);
}

static gboolean
query_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  QueryTask *task = data;

  task->ids = task->kind->list (db, &task->query, error);
  return task->ids != NULL;
}

static gboolean
is_filtered (FfListView *self)
{
  for (guint i = self->kind->n_own_filters; i < FF_LIST_FILTERS; i++)
    if (self->query.filters[i] != 0)
      return TRUE;
  return self->query.search[0] != '\0';
}

static void
show_answer (FfListView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const char *child = "list";

  if (n == 0 && self->answered)
    child = is_filtered (self) || self->empty_page == NULL ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ROWS]);
}

static gboolean
query_done (gpointer data, const GError *error)
{
  QueryTask *task = data;
  g_autoptr (FfListView) self = g_weak_ref_get (&task->view);

  if (self == NULL)
    return TRUE;
  if (error != NULL)
    return FALSE;

  if (ff_row_model_take_ids (self->model, task->generation, task->ids))
    {
      self->answered = TRUE;
      show_answer (self);
    }
  return TRUE;
}

static void
run_query (FfListView *self)
{
  QueryTask *task;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->workspace == NULL || self->stale)
    return;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  task = g_new0 (QueryTask, 1);
  g_weak_ref_init (&task->view, self);
  task->generation = ff_row_model_begin_query (self->model);
  task->kind = self->kind;
  task->query = self->query;
  task->query.search = g_strdup (self->query.search);
  ff_workspace_read (self->workspace, query_work, query_done, task, query_task_free, self->cancellable);
}

/* Changes ------------------------------------------------------------------------------------------------------------- */

static gboolean
on_change_idle (gpointer user_data)
{
  FfListView *self = user_data;

  self->change_idle = 0;
  run_query (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (FfListView *self, const char *table, GArray *ids, gint64 journal_number)
{
  if (g_strcmp0 (table, self->kind->table) == 0 && ids != NULL)
    ff_row_model_refresh (self->model, (const gint64 *) (gpointer) ids->data, ids->len);
  else if (table == NULL || g_strv_contains (self->kind->others, table))
    ff_row_model_refresh (self->model, NULL, 0);
  else
    return;

  /* One batch changes several tables: ask once, when it has been told of all. */
  if (self->change_idle == 0)
    self->change_idle = g_idle_add (on_change_idle, self);
}

static void
on_view_activate (FfListView *self, guint position)
{
  g_signal_emit (self, row_activated_signal, 0, ff_row_model_get_id (self->model, position));
}

/* The menu ------------------------------------------------------------------------------------------------------------ */

/* A detailed action has its parameter apart in a shortcut. */
static GtkShortcut *
new_shortcut (const char *trigger, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkShortcut *shortcut;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    g_return_val_if_reached (NULL);
  shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (name));
  gtk_shortcut_set_arguments (shortcut, target);
  return shortcut;
}

static GtkListItem *
find_item (FfListView *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *cell = gtk_widget_get_first_child (widget);
      GtkListItem *item = g_object_get_data (G_OBJECT (widget), "ff-item");

      if (item == NULL && cell != NULL)
        item = g_object_get_data (G_OBJECT (cell), "ff-item");
      if (item != NULL)
        return item;
    }
  return NULL;
}

static void
on_second_button (FfListView *self, int n_press, double x, double y)
{
  GtkListItem *item = find_item (self, x, y);
  guint position = item != NULL ? gtk_list_item_get_position (item) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->model), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), position, TRUE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Where the keyboard is; the rows themselves have no place that could be asked for. */
static gboolean
on_menu_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FfListView *self = FF_LIST_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget) || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return FALSE;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) bounds.origin.x + 24, (int) (bounds.origin.y + bounds.size.height), 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
  return TRUE;
}

/* The widget ---------------------------------------------------------------------------------------------------------- */

static void
ff_list_view_map (GtkWidget *widget)
{
  FfListView *self = FF_LIST_VIEW (widget);

  GTK_WIDGET_CLASS (ff_list_view_parent_class)->map (widget);
  if (self->stale)
    run_query (self);
}

static gboolean
ff_list_view_grab_focus (GtkWidget *widget)
{
  FfListView *self = FF_LIST_VIEW (widget);

  return gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->empty_page ? self->empty_page
                                                                                                          : GTK_WIDGET (self->view));
}

static void
ff_list_view_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  FfListView *self = FF_LIST_VIEW (object);

  switch ((FfListViewProperty) property)
    {
    case PROP_EMPTY_PAGE:
      g_value_set_object (value, self->empty_page);
      break;
    case PROP_N_ROWS:
      g_value_set_uint (value, self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ff_list_view_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  FfListView *self = FF_LIST_VIEW (object);

  switch ((FfListViewProperty) property)
    {
    case PROP_EMPTY_PAGE:
      if (self->empty_page != NULL)
        gtk_stack_remove (GTK_STACK (self->stack), self->empty_page);
      self->empty_page = g_value_get_object (value);
      if (self->empty_page != NULL)
        gtk_stack_add_named (GTK_STACK (self->stack), self->empty_page, "empty");
      break;
    case PROP_N_ROWS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ff_list_view_dispose (GObject *object)
{
  FfListView *self = FF_LIST_VIEW (object);

  g_clear_handle_id (&self->change_idle, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  self->empty_page = NULL;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_list_view_parent_class)->dispose (object);
}

static void
ff_list_view_finalize (GObject *object)
{
  g_free (FF_LIST_VIEW (object)->query.search);
  G_OBJECT_CLASS (ff_list_view_parent_class)->finalize (object);
}

static void
ff_list_view_class_init (FfListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ff_list_view_get_property;
  object_class->set_property = ff_list_view_set_property;
  object_class->dispose = ff_list_view_dispose;
  object_class->finalize = ff_list_view_finalize;
  widget_class->map = ff_list_view_map;
  widget_class->grab_focus = ff_list_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  properties[PROP_EMPTY_PAGE] = g_param_spec_object ("empty-page", NULL, NULL, GTK_TYPE_WIDGET,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  row_activated_signal = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ff_list_view_init (FfListView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *nothing = adw_status_page_new ();

  self->query.search = g_strdup ("");
  self->stale = TRUE;
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "big-list");
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_view_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  ff_compat_calm_scrolling (GTK_SCROLLED_WINDOW (scrolled));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _("Nothing Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (nothing), _("Nothing matches what you typed or chose. Type less, or choose another filter."));

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), nothing, "nothing");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

void
ff_list_view_set_up (FfListView *self, const FfListKind *kind, FfWorkspace *workspace, const char *name)
{
  g_return_if_fail (FF_IS_LIST_VIEW (self));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (self->kind == NULL);

  self->kind = kind;
  self->workspace = g_object_ref (workspace);
  self->query.sort = kind->first_sort;
  self->query.descending = kind->first_descending;
  self->model = ff_row_model_new (&kind->rows, ff_workspace_get_reader (workspace));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->model));
  gtk_column_view_set_single_click_activate (self->view, kind->single_click);
  for (guint i = 0; i < kind->n_columns; i++)
    add_column (self, &kind->columns[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  run_query (self);
}

void
ff_list_view_set_search (FfListView *self, const char *search)
{
  g_return_if_fail (FF_IS_LIST_VIEW (self));
  g_return_if_fail (search != NULL);

  if (g_str_equal (self->query.search, search))
    return;
  g_free (self->query.search);
  self->query.search = g_strdup (search);
  run_query (self);
}

void
ff_list_view_set_filter (FfListView *self, guint filter, gint64 value)
{
  g_return_if_fail (FF_IS_LIST_VIEW (self));
  g_return_if_fail (filter < FF_LIST_FILTERS);

  if (self->query.filters[filter] == value)
    return;
  self->query.filters[filter] = value;
  run_query (self);
}

/* In the list, not everywhere: within a text a key means a letter. */
void
ff_list_view_add_shortcut (FfListView *self, const char *trigger, const char *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (FF_IS_LIST_VIEW (self));
  g_return_if_fail (trigger != NULL && action != NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), new_shortcut (trigger, action));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
ff_list_view_set_delete_action (FfListView *self, const char *action)
{
  ff_list_view_add_shortcut (self, "Delete", action);
}

void
ff_list_view_set_menu (FfListView *self, GMenuModel *menu)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (FF_IS_LIST_VIEW (self));
  g_return_if_fail (self->menu == NULL);

  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_second_button), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (on_menu_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

FfRowModel *
ff_list_view_get_model (FfListView *self)
{
  g_return_val_if_fail (FF_IS_LIST_VIEW (self), NULL);
  return self->model;
}
