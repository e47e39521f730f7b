#include "config.h"

#include "ff-test-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-number.h"
#include "ff-test-papers.h"
#include "ff-test-text.h"
#include "ff-window.h"

/* A pause in typing after which the items follow. */
#define READ_DELAY_MS 120
/* What an item gives of which nothing is said: shown beside each. */
#define USUAL_POINTS 100

struct _FfTestWindow
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  gint64 component_id;
  GPtrArray *items; /* FfTestItem; what the text is now */
  GtkTextView *text;
  GtkListBox *list;
  GtkStack *stack;
  GtkLabel *summary;
  GtkLabel *complaint;
  GtkWidget *keep;
  guint read_source;
  gboolean working;
};

G_DEFINE_FINAL_TYPE (FfTestWindow, ff_test_window, ADW_TYPE_WINDOW)

/* The items ----------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static gboolean
is_right (const FfTestItem *item, guint option)
{
  return item->answer != NULL && strchr (item->answer, (int) ('A' + option)) != NULL;
}

static void
add_options (GtkBox *box, const FfTestItem *item)
{
  for (guint i = 0; i < item->options->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("%c. %s", (char) ('A' + i), (char *) g_ptr_array_index (item->options, i));
      GtkWidget *label = new_label (text, is_right (item, i) ? "test-right" : "dim-label");

      gtk_box_append (box, label);
    }
}

static char *
describe_kind (const FfTestItem *item)
{
  g_autofree char *points = ff_hundredths_format (item->points);
  /* Translators: points of an item of a test. */
  g_autofree char *worth = item->points == 100 ? g_strdup (_("1 point")) : g_strdup_printf (_("%s points"), points);

  if (item->kind == FF_TEST_CHOICE)
    /* Translators: the letters that are right, and points. */
    return g_strdup_printf (_("Key %s · %s"), item->answer != NULL ? item->answer : "–", worth);
  /* Translators: points. */
  return g_strdup_printf (_("In words · %s"), worth);
}

static GtkWidget *
new_row (const FfTestItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *number = gtk_label_new (item->key);
  g_autofree char *kind = describe_kind (item);

  gtk_widget_add_css_class (number, "heading");
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (number), 3);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_box_append (GTK_BOX (texts), new_label (item->title, NULL));
  add_options (GTK_BOX (texts), item);
  if (item->kind == FF_TEST_SHORT && item->answer != NULL)
    gtk_box_append (GTK_BOX (texts), new_label (item->answer, "dim-label"));
  gtk_box_append (GTK_BOX (texts), new_label (kind, "caption"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_add_css_class (box, "test-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
show_items (FfTestWindow *self)
{
  g_autofree char *points = ff_hundredths_format (ff_test_items_sum (self->items));
  g_autofree char *count = g_strdup_printf (ngettext ("%u item", "%u items", self->items->len), self->items->len);
  /* Translators: how many items, and how many points they give. */
  g_autofree char *text = g_strdup_printf (_("%s · %s points"), count, points);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->items->len; i++)
    gtk_list_box_append (self->list, new_row (ff_test_items_get (self->items, i)));
  gtk_label_set_label (self->summary, self->items->len > 0 ? text : "");
  gtk_stack_set_visible_child_name (self->stack, self->items->len > 0 ? "items" : "empty");
}

static void
complain (FfTestWindow *self, const char *sentence)
{
  gtk_label_set_label (self->complaint, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), sentence != NULL);
}

/* FALSE while something about the paper cannot be. */
static gboolean
read_text (FfTestWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->read_source, g_source_remove);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = ff_test_text_parse (text, USUAL_POINTS);
  show_items (self);
  (void) ff_test_items_validate (self->items, &error);
  complain (self, error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->keep, error == NULL && ff_workspace_is_writable (self->workspace));
  return error == NULL;
}

static gboolean
read_later (gpointer user_data)
{
  FfTestWindow *self = user_data;

  self->read_source = 0;
  read_text (self);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (FfTestWindow *self)
{
  g_clear_handle_id (&self->read_source, g_source_remove);
  self->read_source = g_timeout_add (READ_DELAY_MS, read_later, self);
}

/* Keeping ------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef window;
  gint64 component_id;
  GPtrArray *items;
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

  return ff_test_papers_put (db, keeping->component_id, keeping->items, error) != FF_PUT_REFUSED;
}

static gboolean
keep_done (gpointer data, const GError *error)
{
  Keeping *keeping = data;
  g_autoptr (FfTestWindow) self = g_weak_ref_get (&keeping->window);
  GtkWindow *parent;

  if (self == NULL)
    return error == NULL;
  self->working = FALSE;
  if (error != NULL)
    {
      complain (self, error->message);
      return TRUE;
    }
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (FF_IS_WINDOW (parent))
    ff_window_toast_undo (FF_WINDOW (parent), _("Test paper kept"));
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

static void
on_keep (FfTestWindow *self)
{
  Keeping *keeping;

  if (self->working || !read_text (self))
    return;
  keeping = g_new0 (Keeping, 1);
  g_weak_ref_init (&keeping->window, self);
  keeping->component_id = self->component_id;
  keeping->items = ff_test_items_copy (self->items);
  self->working = TRUE;
  ff_workspace_run (self->workspace, _("Change a test paper"), keep_work, keep_done, keeping, keeping_free);
}

/* The window ---------------------------------------------------------------------------------------------------------------- */

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static gboolean
on_keep_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  on_keep (FF_TEST_WINDOW (widget));
  return TRUE;
}

static void
ff_test_window_dispose (GObject *object)
{
  FfTestWindow *self = FF_TEST_WINDOW (object);

  g_clear_handle_id (&self->read_source, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_test_window_parent_class)->dispose (object);
}

static void
ff_test_window_class_init (FfTestWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_test_window_dispose;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_keep_key, NULL);
}

static GtkWidget *
make_header (FfTestWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->keep = gtk_button_new_with_mnemonic (_("_Use This Paper"));
  gtk_widget_add_css_class (self->keep, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (on_keep), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->keep);
  return header;
}

static GtkWidget *
make_text (FfTestWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (self->text, 12);
  gtk_text_view_set_bottom_margin (self->text, 12);
  gtk_text_view_set_left_margin (self->text, 18);
  gtk_text_view_set_right_margin (self->text, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "outline-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Test paper as text"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->text));
  return scrolled;
}

static GtkWidget *
make_items (FfTestWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "edit-paste-symbolic", "title", _("Paste the Paper at the Left"),
                                   "description",
                                   _("“1. (2) Question”, its options “A. …” one a line or in a row, then “Answer: B”. An item without "
                                     "options is answered in words, and a marker gives its points."),
                                   NULL);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The items that it becomes"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (empty, "compact");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, scrolled, "items");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "legend-bar");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  gtk_label_set_xalign (self->summary, 1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  return box;
}

static void
ff_test_window_init (FfTestWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->complaint = GTK_LABEL (new_label (NULL, "form-complaint"));
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->complaint));
  gtk_paned_set_start_child (GTK_PANED (paned), make_text (self));
  gtk_paned_set_end_child (GTK_PANED (paned), make_items (self));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 440);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_box_append (GTK_BOX (box), paned);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
}

FfTestWindow *
ff_test_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 component_id)
{
  FfTestWindow *self;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (FF_TYPE_TEST_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), "title", _("Test Paper"),
                       "default-width", 960, "default-height", 620, NULL);
  self->workspace = g_object_ref (workspace);
  self->component_id = component_id;
  items = ff_test_papers_read (ff_workspace_get_reader (workspace), component_id, NULL);
  text = ff_test_text_format (items);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  read_text (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
