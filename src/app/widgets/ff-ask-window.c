#include "config.h"

#include "ff-ask-window.h"

#include <glib/gi18n-lib.h>

struct _FfAskWindow
{
  AdwWindow parent_instance;

  GtkWidget *entry;
  GtkWidget *confirm;
  gboolean required;
  FfAskFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (FfAskWindow, ff_ask_window, ADW_TYPE_WINDOW)

static char *
dup_text (FfAskWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
update_confirm (FfAskWindow *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_sensitive (self->confirm, !self->required || *text != '\0');
}

static void
on_confirm (FfAskWindow *self)
{
  g_autofree char *text = dup_text (self);

  if (self->required && *text == '\0')
    return;
  self->func (text, self->user_data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_cancel (FfAskWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
ff_ask_window_finalize (GObject *object)
{
  FfAskWindow *self = FF_ASK_WINDOW (object);

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  G_OBJECT_CLASS (ff_ask_window_parent_class)->finalize (object);
}

static void
ff_ask_window_class_init (FfAskWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_ask_window_finalize;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
ff_ask_window_init (FfAskWindow *self)
{
}

static GtkWidget *
make_header (FfAskWindow *self, const char *confirm)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *button = gtk_button_new_with_mnemonic (confirm);

  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (on_cancel), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_confirm), self);
  self->confirm = button;
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  return header;
}

static GtkWidget *
make_form (FfAskWindow *self, const char *explanation, const char *field)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (content, "form");
  if (explanation != NULL)
    {
      GtkWidget *label = gtk_label_new (explanation);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (content), label);
    }
  self->entry = g_object_new (ADW_TYPE_ENTRY_ROW, "title", field, NULL);
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (on_confirm), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), self->entry);
  gtk_box_append (GTK_BOX (content), list);
  return content;
}

FfAskWindow *
ff_ask_window_open (GtkWidget *parent, const char *title, const char *explanation, const char *field, const char *confirm, FfAskFunc func,
                    gpointer user_data, GDestroyNotify destroy)
{
  FfAskWindow *self = g_object_new (FF_TYPE_ASK_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), "title", title,
                                    "default-width", 440, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  gtk_box_append (GTK_BOX (box), make_header (self, confirm));
  gtk_box_append (GTK_BOX (box), make_form (self, explanation, field));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_widget_grab_focus (self->entry);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
ff_ask_window_require (FfAskWindow *self)
{
  g_return_if_fail (FF_IS_ASK_WINDOW (self));

  self->required = TRUE;
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (update_confirm), self, G_CONNECT_SWAPPED);
  update_confirm (self);
}
