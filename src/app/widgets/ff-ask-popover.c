#include "config.h"

#include "ff-ask-popover.h"

#include "ff-popover.h"

struct _FfAskPopover
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *button;
  FfAskFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (FfAskPopover, ff_ask_popover, GTK_TYPE_POPOVER)

static char *
get_text (FfAskPopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
on_confirm (FfAskPopover *self)
{
  g_autofree char *text = get_text (self);

  if (*text == '\0')
    return;
  self->func (text, self->user_data);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_changed (FfAskPopover *self)
{
  g_autofree char *text = get_text (self);

  gtk_widget_set_sensitive (self->button, *text != '\0');
}

static void
finish (FfAskPopover *self)
{
  GDestroyNotify destroy = g_steal_pointer (&self->destroy);

  if (destroy != NULL)
    destroy (self->user_data);
}

static void
ff_ask_popover_dispose (GObject *object)
{
  finish (FF_ASK_POPOVER (object));
  G_OBJECT_CLASS (ff_ask_popover_parent_class)->dispose (object);
}

static void
ff_ask_popover_closed (GtkPopover *popover)
{
  finish (FF_ASK_POPOVER (popover));
}

static void
ff_ask_popover_class_init (FfAskPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_ask_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = ff_ask_popover_closed;
}

static void
ff_ask_popover_init (FfAskPopover *self)
{
}

static GtkWidget *
make_content (FfAskPopover *self, const char *explanation, const char *placeholder, const char *confirm)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (explanation);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 30);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, explanation, -1);
  self->button = gtk_button_new_with_mnemonic (confirm);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_sensitive (self->button, FALSE);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_confirm), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_confirm), self);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->button);
  gtk_box_append (GTK_BOX (content), line);
  gtk_widget_set_margin_top (content, 6);
  gtk_widget_set_margin_bottom (content, 6);
  gtk_widget_set_margin_start (content, 6);
  gtk_widget_set_margin_end (content, 6);

  return content;
}

FfAskPopover *
ff_ask_popover_open (GtkWidget *parent, const GdkRectangle *area, const char *explanation, const char *placeholder, const char *confirm,
                     FfAskFunc func, gpointer user_data, GDestroyNotify destroy)
{
  FfAskPopover *self = g_object_new (FF_TYPE_ASK_POPOVER, NULL);

  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  gtk_popover_set_child (GTK_POPOVER (self), make_content (self, explanation, placeholder, confirm));
  ff_popover_open (GTK_POPOVER (self), parent, area);
  gtk_widget_grab_focus (self->entry);

  return self;
}
