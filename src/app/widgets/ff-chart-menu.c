/* The way of a chart out of the window: as a file, or to the clipboard. */
#include "config.h"

#include "ff-chart-private.h"

#include <glib/gi18n-lib.h>

#include "ff-compat.h"
#include "ff-plot-paper.h"

#define SCALE 2.0
#define LEAST_WIDTH 480 /* a picture has room for its words, however narrow the window is */

static void
get_picture_size (FfChart *self, double *width, double *height)
{
  *width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), LEAST_WIDTH);
  *height = MAX (gtk_widget_get_height (GTK_WIDGET (self)), ff_plot_get_best_height (self->plot, *width));
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (FfChart) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  double width;
  double height;

  if (path == NULL || self->plot == NULL)
    return;
  get_picture_size (self, &width, &height);
  if (!ff_plot_save (self->plot, path, width, height, SCALE, &error) && GTK_IS_WINDOW (root))
    ff_compat_alert (GTK_WINDOW (root), _("The picture was not saved"), error->message);
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FfChart *self = FF_CHART (widget);
  g_autofree char *name = NULL;

  if (self->plot == NULL)
    return;
  name = g_strconcat (ff_plot_get_title (self->plot), ".png", NULL);
  g_strdelimit (name, "/\\", '-');
  ff_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save Picture"), name, _("PNG pictures and PDF documents"),
                       (const char *const[]) { "*.png", "*.pdf", NULL }, on_file_chosen, g_object_ref (self));
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FfChart *self = FF_CHART (widget);
  cairo_surface_t *surface;
  gsize stride;
  int rows;
  double width;
  double height;

  if (self->plot == NULL)
    return;
  get_picture_size (self, &width, &height);
  surface = ff_plot_paint (self->plot, width, height, SCALE);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  rows = cairo_image_surface_get_height (surface);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) rows * stride);
      g_autoptr (GdkTexture) texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), rows, GDK_MEMORY_DEFAULT, bytes, stride);

      gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
    }
  cairo_surface_destroy (surface);
}

static void
open_menu (FfChart *self, double x, double y)
{
  if (self->plot == NULL || ff_plot_is_cell (self->plot))
    return;
  if (self->menu == NULL)
    {
      g_autoptr (GMenu) model = g_menu_new ();

      g_menu_append (model, _("_Copy Picture"), "chart.copy");
      g_menu_append (model, _("_Save Picture…"), "chart.save");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_menu (FF_CHART (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

static void
on_secondary_click (FfChart *self, int n_press, double x, double y, GtkGestureClick *click)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

void
ff_chart_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, on_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
}

void
ff_chart_set_up_menu (FfChart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_secondary_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
