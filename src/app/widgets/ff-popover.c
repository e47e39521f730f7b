#include "config.h"

#include "ff-popover.h"

#define LEAVE_MILLISECONDS 500

static gboolean
leave (gpointer self)
{
  if (gtk_widget_get_parent (self) != NULL)
    gtk_widget_unparent (self);

  return G_SOURCE_REMOVE;
}

/* GTK remembers that the pointer is over it until an event says otherwise, which is still on its way, and asks its surface. */
static void
on_closed (GtkPopover *self)
{
  g_timeout_add_full (G_PRIORITY_DEFAULT, LEAVE_MILLISECONDS, leave, g_object_ref (self), g_object_unref);
}

/* A page may go while a popover of its own is open. */
static void
on_parent_destroyed (GtkPopover *self)
{
  leave (self);
}

void
ff_popover_open (GtkPopover *self, GtkWidget *parent, const GdkRectangle *area)
{
  g_return_if_fail (GTK_IS_POPOVER (self) && GTK_IS_WIDGET (parent));

  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (on_parent_destroyed), self, G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (self, area);
  gtk_popover_popup (self);
}

static gboolean
present (gpointer self)
{
  if (gtk_widget_get_mapped (self))
    gtk_popover_present (self);

  return G_SOURCE_REMOVE;
}

void
ff_popover_fit (GtkWidget *inside)
{
  GtkWidget *popover;

  g_return_if_fail (GTK_IS_WIDGET (inside));

  popover = gtk_widget_get_ancestor (inside, GTK_TYPE_POPOVER);
  if (popover != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, present, g_object_ref (popover), g_object_unref);
}
