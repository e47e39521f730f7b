#include "config.h"

#include "ff-grid-paste-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define FF_TYPE_GRID_PASTE_WINDOW (ff_grid_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (FfGridPasteWindow, ff_grid_paste_window, FF, GRID_PASTE_WINDOW, AdwWindow)

struct _FfGridPasteWindow
{
  AdwWindow parent_instance;

  FfGridDraft *draft;
  GtkWidget *first; /* the button that has the focus at first */
  void (*func) (gpointer user_data);
  gpointer user_data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (FfGridPasteWindow, ff_grid_paste_window, ADW_TYPE_WINDOW)

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfGridPasteWindow *self = FF_GRID_PASTE_WINDOW (widget);

  ff_grid_draft_apply (self->draft, FF_GRID_COMMAND_PASTE);
  self->func (self->user_data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_row_activated (FfGridPasteWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "preview.paste", NULL);
}

/* The list ---------------------------------------------------------------------------------------------------- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

/* A reason is read to its end. */
static void
on_change_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
on_row_bind (FfGridPasteWindow *self, GtkListItem *item)
{
  const FfGridDraftCell *cell = gtk_list_item_get_item (item);
  g_autofree char *title = ff_grid_model_get_row_title (ff_grid_draft_get_model (self->draft), cell->row);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), title);
}

static void
on_column_bind (FfGridPasteWindow *self, GtkListItem *item)
{
  const FfGridDraftCell *cell = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      ff_grid_model_get_column (ff_grid_draft_get_model (self->draft), cell->column)->title);
}

static void
on_change_bind (FfGridPasteWindow *self, GtkListItem *item)
{
  const FfGridDraftCell *cell = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *markup = NULL;

  if (cell->state == FF_GRID_DRAFT_REFUSED)
    {
      /* Most reasons name the text themselves. */
      markup = strstr (cell->reason, cell->text) != NULL ? g_markup_escape_text (cell->reason, -1)
                                                         : g_markup_printf_escaped ("<b>%s</b>  %s", cell->text, cell->reason);
      gtk_widget_add_css_class (label, "error");
    }
  else
    {
      markup = cell->before[0] != '\0' ? g_markup_printf_escaped ("<s>%s</s> → <b>%s</b>", cell->before, cell->after)
                                       : g_markup_printf_escaped ("– → <b>%s</b>", cell->after);
      gtk_widget_remove_css_class (label, "error");
    }
  gtk_label_set_markup (GTK_LABEL (label), markup);
}

static void
add_column (FfGridPasteWindow *self, GtkWidget *view, const char *title, GCallback setup, GCallback bind, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
  g_object_unref (column);
}

static void
append_cells (GListStore *store, FfGridDraft *draft, FfGridDraftState state)
{
  guint n = ff_grid_draft_count (draft, state);
  g_autofree gpointer *cells = g_new (gpointer, n);

  for (guint i = 0; i < n; i++)
    cells[i] = ff_grid_draft_get (draft, state, i);
  g_list_store_splice (store, g_list_model_get_n_items (G_LIST_MODEL (store)), 0, cells, n);
}

/* What is refused stands first: it is what one has to know. */
static GtkWidget *
make_list (FfGridPasteWindow *self)
{
  GListStore *store = g_list_store_new (FF_TYPE_GRID_DRAFT_CELL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store))));

  append_cells (store, self->draft, FF_GRID_DRAFT_REFUSED);
  append_cells (store, self->draft, FF_GRID_DRAFT_CHANGES);
  gtk_widget_add_css_class (view, "data-table");
  add_column (self, view, C_("paste", "Row"), G_CALLBACK (on_setup), G_CALLBACK (on_row_bind), FALSE);
  add_column (self, view, C_("paste", "Column"), G_CALLBACK (on_setup), G_CALLBACK (on_column_bind), FALSE);
  add_column (self, view, C_("paste", "Change"), G_CALLBACK (on_change_setup), G_CALLBACK (on_change_bind), TRUE);
  g_signal_connect_object (view, "activate", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

/* The sentences ----------------------------------------------------------------------------------------------- */

/* Takes over @part. */
static void
join (GString *text, const char *separator, char *part)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
  g_free (part);
}

static char *
describe_counts (FfGridDraft *draft)
{
  GString *text = g_string_new (NULL);
  guint changes = ff_grid_draft_count (draft, FF_GRID_DRAFT_CHANGES);
  guint same = ff_grid_draft_count (draft, FF_GRID_DRAFT_SAME);
  guint refused = ff_grid_draft_count (draft, FF_GRID_DRAFT_REFUSED);

  join (text, " · ", g_strdup_printf (ngettext ("%u cell changes", "%u cells change", changes), changes));
  if (same > 0)
    join (text, " · ", g_strdup_printf (ngettext ("%u stays the same", "%u stay the same", same), same));
  if (refused > 0)
    join (text, " · ", g_strdup_printf (ngettext ("%u refused", "%u refused", refused), refused));

  return g_string_free (text, FALSE);
}

static char *
describe_lost (guint lost, int rows, int columns)
{
  if (columns == 0)
    return g_strdup_printf (ngettext ("%u value falls off: the block is longer than what is below the cursor.",
                                      "%u values fall off: the block is longer than what is below the cursor.", lost), lost);
  if (rows == 0)
    return g_strdup_printf (ngettext ("%u value falls off: the block is wider than what is right of the cursor.",
                                      "%u values fall off: the block is wider than what is right of the cursor.", lost), lost);

  return g_strdup_printf (ngettext ("%u value falls off: the block is longer and wider than what is left of the grid.",
                                    "%u values fall off: the block is longer and wider than what is left of the grid.", lost), lost);
}

/* What does not go into the grid, in sentences; "" if everything does. */
static char *
describe_losses (FfGridDraft *draft, guint lost, int lost_rows, int lost_columns)
{
  GString *text = g_string_new (NULL);
  guint refused = ff_grid_draft_count (draft, FF_GRID_DRAFT_REFUSED);
  guint locked = ff_grid_draft_count (draft, FF_GRID_DRAFT_LOCKED);

  if (refused > 0)
    join (text, "\n", g_strdup (ngettext ("What is refused is left out; its cell keeps what it has.",
                                          "What is refused is left out; those cells keep what they have.", refused)));
  if (locked > 0)
    join (text, "\n", g_strdup_printf (ngettext ("%u value meets a cell that cannot be edited, and is left out.",
                                                 "%u values meet cells that cannot be edited, and are left out.", locked), locked));
  if (lost > 0)
    join (text, "\n", describe_lost (lost, lost_rows, lost_columns));

  return g_string_free (text, FALSE);
}

static GtkWidget *
new_sentence (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_sentences (FfGridPasteWindow *self, guint lost, int lost_rows, int lost_columns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *counts = describe_counts (self->draft);
  g_autofree char *losses = describe_losses (self->draft, lost, lost_rows, lost_columns);

  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), new_sentence (counts, "heading"));
  if (losses[0] != '\0')
    gtk_box_append (GTK_BOX (box), new_sentence (losses, "dim-label"));

  return box;
}

/* The window -------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_header (FfGridPasteWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *paste = gtk_button_new_with_mnemonic (_("_Paste"));
  gboolean changes = ff_grid_draft_count (self->draft, FF_GRID_DRAFT_CHANGES) > 0;

  gtk_widget_add_css_class (paste, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (paste), "preview.paste");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), paste);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.paste", changes);
  self->first = changes ? paste : cancel;

  return header;
}

static void
ff_grid_paste_window_finalize (GObject *object)
{
  FfGridPasteWindow *self = FF_GRID_PASTE_WINDOW (object);

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  ff_grid_draft_free (self->draft);

  G_OBJECT_CLASS (ff_grid_paste_window_parent_class)->finalize (object);
}

static void
ff_grid_paste_window_class_init (FfGridPasteWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_grid_paste_window_finalize;
  gtk_widget_class_install_action (widget_class, "preview.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "preview.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "preview.paste", NULL);
}

static void
ff_grid_paste_window_init (FfGridPasteWindow *self)
{
}

void
ff_grid_paste_window_open (GtkWidget *parent, FfGridDraft *draft, guint lost, int lost_rows, int lost_columns,
                           void (*func) (gpointer user_data), gpointer user_data, GDestroyNotify destroy)
{
  FfGridPasteWindow *self = g_object_new (FF_TYPE_GRID_PASTE_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent),
                                          "destroy-with-parent", TRUE, "title", _("Paste"), "default-width", 620,
                                          "default-height", 480, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->draft = draft;
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_sentences (self, lost, lost_rows, lost_columns));
  gtk_box_append (GTK_BOX (box), make_list (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (ff_grid_draft_get_model (draft), "structure-changed", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), self->first);
  gtk_window_present (GTK_WINDOW (self));
}
