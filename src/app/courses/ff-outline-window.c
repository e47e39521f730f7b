#include "config.h"

#include "ff-outline-window.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-outline.h"
#include "ff-syllabus-outline.h"
#include "ff-syllabus-row.h"
#include "ff-window.h"

/* A pause in typing after which the tree follows. */
#define READ_DELAY_MS 120

struct _FfOutlineWindow
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  gint64 course_id;
  GPtrArray *items; /* FfOutlineItem; what the text is now */
  GtkTextView *text;
  GtkListView *view;
  GtkStack *stack;
  GtkLabel *summary;
  GtkLabel *complaint;
  GtkWidget *replace;
  GtkWidget *append;
  guint read_source;
  gboolean working;
};

G_DEFINE_FINAL_TYPE (FfOutlineWindow, ff_outline_window, ADW_TYPE_WINDOW)

/* Reading ---------------------------------------------------------------------------------------------------------------------- */

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  GListModel *children = ff_syllabus_node_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
on_setup (FfOutlineWindow *self, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), ff_syllabus_row_new ());
  gtk_list_item_set_child (item, expander);
}

static void
on_bind (FfOutlineWindow *self, GtkListItem *item)
{
  GtkTreeListRow *list_row = gtk_list_item_get_item (item);
  g_autoptr (FfSyllabusNode) node = gtk_tree_list_row_get_item (list_row);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  gtk_tree_expander_set_list_row (expander, list_row);
  ff_syllabus_row_set_node (FF_SYLLABUS_ROW (gtk_tree_expander_get_child (expander)), node);
}

static FfCourse *
make_course (GPtrArray *items)
{
  FfCourse *course = ff_course_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const FfOutlineItem *item = g_ptr_array_index (items, i);

      ff_course_add_item (course, item->parent, item->kind, item->title, item->minutes);
    }
  return course;
}

/* "23 items, 18 h" */
static void
show_summary (FfOutlineWindow *self, GListModel *nodes)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u item", "%u items", self->items->len), self->items->len);
  g_autofree char *duration = NULL;
  g_autofree char *text = NULL;
  int minutes = 0;

  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++)
    {
      g_autoptr (FfSyllabusNode) node = g_list_model_get_item (nodes, i);

      minutes += MAX (0, ff_syllabus_node_get_minutes (node));
    }
  duration = ff_format_duration (minutes);
  text = minutes > 0 ? g_strdup_printf ("%s · %s", count, duration) : g_strdup (count);
  gtk_label_set_label (self->summary, self->items->len > 0 ? text : "");
}

static char *
dup_text (FfOutlineWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
read_text (FfOutlineWindow *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (FfCourse) course = NULL;
  g_autoptr (GListModel) nodes = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_clear_handle_id (&self->read_source, g_source_remove);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = ff_outline_read (text);
  course = make_course (self->items);
  nodes = ff_syllabus_node_list (course);
  selection = gtk_no_selection_new (G_LIST_MODEL (gtk_tree_list_model_new (g_object_ref (nodes), FALSE, TRUE, create_children, NULL, NULL)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  gtk_stack_set_visible_child_name (self->stack, self->items->len > 0 ? "tree" : "empty");
  gtk_widget_set_sensitive (self->append, self->items->len > 0);
  gtk_widget_set_sensitive (self->replace, self->items->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
  show_summary (self, nodes);
}

static gboolean
read_later (gpointer user_data)
{
  FfOutlineWindow *self = user_data;

  self->read_source = 0;
  read_text (self);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (FfOutlineWindow *self)
{
  g_clear_handle_id (&self->read_source, g_source_remove);
  self->read_source = g_timeout_add (READ_DELAY_MS, read_later, self);
}

/* Keeping ------------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GWeakRef window;
  gint64 course_id;
  GPtrArray *items;
  FfOutlineMode mode;
  FfOutlineCounts counts;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_weak_ref_clear (&keeping->window);
  g_ptr_array_unref (keeping->items);
  g_free (keeping);
}

static gboolean
keep_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Keeping *keeping = data;

  return ff_syllabus_put_outline (db, keeping->course_id, keeping->items, keeping->mode, &keeping->counts, error);
}

static void
toast (FfOutlineWindow *self, const FfOutlineCounts *counts)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *text = g_strdup_printf (ngettext ("%u item added to the syllabus", "%u items added to the syllabus", counts->n_new),
                                           counts->n_new);

  if (FF_IS_WINDOW (parent))
    ff_window_toast_undo (FF_WINDOW (parent), text);
}

static gboolean
keep_done (gpointer data, const GError *error)
{
  Keeping *keeping = data;
  g_autoptr (FfOutlineWindow) self = g_weak_ref_get (&keeping->window);

  if (self == NULL)
    return error == NULL;
  self->working = FALSE;
  if (error != NULL)
    {
      gtk_label_set_label (self->complaint, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->complaint), TRUE);
      return TRUE;
    }
  toast (self, &keeping->counts);
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

static void
keep (FfOutlineWindow *self, FfOutlineMode mode)
{
  Keeping *keeping;

  if (self->working)
    return;
  read_text (self);
  keeping = g_new0 (Keeping, 1);
  g_weak_ref_init (&keeping->window, self);
  keeping->course_id = self->course_id;
  keeping->items = g_ptr_array_ref (self->items);
  keeping->mode = mode;
  self->working = TRUE;
  ff_workspace_run (self->workspace, mode == FF_OUTLINE_REPLACE ? _("Replace the syllabus") : _("Add an outline to the syllabus"), keep_work,
                    keep_done, keeping, keeping_free);
}

static void
on_append (FfOutlineWindow *self)
{
  keep (self, FF_OUTLINE_APPEND);
}

static void
on_replace (FfOutlineWindow *self)
{
  keep (self, FF_OUTLINE_REPLACE);
}

/* The window ---------------------------------------------------------------------------------------------------------------------- */

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
ff_outline_window_dispose (GObject *object)
{
  FfOutlineWindow *self = FF_OUTLINE_WINDOW (object);

  g_clear_handle_id (&self->read_source, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_outline_window_parent_class)->dispose (object);
}

static void
ff_outline_window_class_init (FfOutlineWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_outline_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-outline-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfOutlineWindow, text);
  gtk_widget_class_bind_template_child (widget_class, FfOutlineWindow, view);
  gtk_widget_class_bind_template_child (widget_class, FfOutlineWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FfOutlineWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, FfOutlineWindow, complaint);
  gtk_widget_class_bind_template_child (widget_class, FfOutlineWindow, replace);
  gtk_widget_class_bind_template_child (widget_class, FfOutlineWindow, append);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_append);
  gtk_widget_class_bind_template_callback (widget_class, on_replace);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
ff_outline_window_init (FfOutlineWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  read_text (self);
}

FfOutlineWindow *
ff_outline_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 course_id)
{
  FfOutlineWindow *self;
  g_autoptr (FfCourse) course = NULL;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (FF_TYPE_OUTLINE_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->course_id = course_id;
  course = ff_courses_read (ff_workspace_get_reader (workspace), course_id, NULL);
  gtk_widget_set_visible (self->replace, course != NULL && course->syllabus->len > 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
