#include "config.h"

#include "ff-leave-popover.h"

#include <glib/gi18n-lib.h>

#include "ff-leave-kinds.h"

/* 1 to 9. */
#define MOST_KEYS 9

struct _FfLeavePopover
{
  GtkPopover parent_instance;

  GtkWidget *box;
  GPtrArray *keys; /* const char *, interned, of the buttons in their order */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfLeavePopover, ff_leave_popover, GTK_TYPE_POPOVER)

static void
choose (FfLeavePopover *self, const char *key)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, key);
}

static void
on_clicked (GtkWidget *button, FfLeavePopover *self)
{
  choose (self, g_object_get_data (G_OBJECT (button), "kind"));
}

static gboolean
on_key_pressed (FfLeavePopover *self, guint keyval)
{
  gunichar digit = gdk_keyval_to_unicode (keyval);
  guint number = g_unichar_isdigit (digit) ? (guint) g_unichar_digit_value (digit) : 0;

  if (number < 1 || number > self->keys->len)
    return FALSE;
  choose (self, g_ptr_array_index (self->keys, number - 1));

  return TRUE;
}

static void
ff_leave_popover_finalize (GObject *object)
{
  g_ptr_array_unref (FF_LEAVE_POPOVER (object)->keys);

  G_OBJECT_CLASS (ff_leave_popover_parent_class)->finalize (object);
}

static void
ff_leave_popover_class_init (FfLeavePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_leave_popover_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
ff_leave_popover_init (FfLeavePopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->keys = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_popover_set_child (GTK_POPOVER (self), self->box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of leave"), -1);
}

GtkWidget *
ff_leave_popover_new (void)
{
  return g_object_new (FF_TYPE_LEAVE_POPOVER, NULL);
}

static GtkWidget *
new_button (FfLeavePopover *self, const FfLeaveKind *kind, guint number)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = gtk_label_new (ff_leave_kind_get_title (kind));

  if (number <= MOST_KEYS)
    {
      g_autofree char *digit = g_strdup_printf ("%u", number);
      GtkWidget *cap = gtk_label_new (digit);

      gtk_widget_add_css_class (cap, "keycap");
      gtk_box_append (GTK_BOX (box), cap);
    }
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  if (kind->counts)
    {
      GtkWidget *note = gtk_label_new (_("counts as absent"));

      gtk_widget_add_css_class (note, "dim-label");
      gtk_widget_add_css_class (note, "caption");
      gtk_box_append (GTK_BOX (box), note);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  g_object_set_data (G_OBJECT (button), "kind", (gpointer) kind->key);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);

  return button;
}

void
ff_leave_popover_open (FfLeavePopover *self, const GPtrArray *kinds, const char *last)
{
  GtkWidget *child, *focus = NULL;

  g_return_if_fail (FF_IS_LEAVE_POPOVER (self));
  g_return_if_fail (kinds != NULL);

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; i < kinds->len; i++)
    {
      const FfLeaveKind *kind = g_ptr_array_index (kinds, i);
      GtkWidget *button = new_button (self, kind, i + 1);

      g_ptr_array_add (self->keys, (gpointer) kind->key);
      gtk_box_append (GTK_BOX (self->box), button);
      if (focus == NULL || kind->key == g_intern_string (last))
        focus = button;
    }

  gtk_popover_popup (GTK_POPOVER (self));
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}
