/* Branches on the version of GTK, so it must see what is newer than the rest of the program may use. */
#undef GDK_VERSION_MAX_ALLOWED
#undef ADW_VERSION_MAX_ALLOWED
#include "config.h"

#include "ff-compat.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Files ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfFileFunc func;
  gpointer user_data;
} FileRequest;

static GtkFileFilter *
new_filter (const char *title, const char *const *patterns)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, title);
  for (gsize i = 0; patterns[i] != NULL; i++)
    if (g_str_has_prefix (patterns[i], "*."))
      gtk_file_filter_add_suffix (filter, patterns[i] + 2);
    else
      gtk_file_filter_add_pattern (filter, patterns[i]);
  return filter;
}

#if GTK_CHECK_VERSION(4, 10, 0)

static GtkFileDialog *
new_file_dialog (const char *title, const char *filter_title, const char *const *patterns)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (patterns != NULL)
    {
      g_autoptr (GtkFileFilter) filter = new_filter (filter_title, patterns);
      g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

      g_list_store_append (filters, filter);
      gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
    }
  return dialog;
}

static void
on_open_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree FileRequest *request = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  request->func (file, request->user_data);
}

static void
on_save_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree FileRequest *request = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  request->func (file, request->user_data);
}

#else

static void
on_native_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autofree FileRequest *request = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  request->func (file, request->user_data);
}

static void
show_native (GtkWindow *parent, GtkFileChooserAction action, const char *title, const char *suggested_name, const char *filter_title,
             const char *const *patterns, FileRequest *request)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (suggested_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
  if (patterns != NULL)
    {
      g_autoptr (GtkFileFilter) filter = new_filter (filter_title, patterns);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (on_native_response), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

static FileRequest *
new_request (FfFileFunc func, gpointer user_data)
{
  FileRequest *request = g_new0 (FileRequest, 1);

  request->func = func;
  request->user_data = user_data;
  return request;
}

void
ff_compat_open_file (GtkWindow *parent, const char *title, const char *filter_title, const char *const *patterns, FfFileFunc func,
                     gpointer user_data)
{
  FileRequest *request = new_request (func, user_data);

#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (title, filter_title, patterns);

  gtk_file_dialog_open (dialog, parent, NULL, on_open_done, request);
#else
  show_native (parent, GTK_FILE_CHOOSER_ACTION_OPEN, title, NULL, filter_title, patterns, request);
#endif
}

void
ff_compat_save_file (GtkWindow *parent, const char *title, const char *suggested_name, const char *filter_title,
                     const char *const *patterns, FfFileFunc func, gpointer user_data)
{
  FileRequest *request = new_request (func, user_data);

#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (title, filter_title, patterns);

  gtk_file_dialog_set_initial_name (dialog, suggested_name);
  gtk_file_dialog_save (dialog, parent, NULL, on_save_done, request);
#else
  show_native (parent, GTK_FILE_CHOOSER_ACTION_SAVE, title, suggested_name, filter_title, patterns, request);
#endif
}

/* Questions ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  FfConfirmFunc func;
  gpointer user_data;
} ConfirmRequest;

static void
on_alert_response (GObject *dialog, const char *response, gpointer user_data)
{
  ConfirmRequest *request = user_data;

  if (request->func != NULL)
    request->func (g_str_equal (response, "confirm"), request->user_data);
}

static void
free_request (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
ff_compat_confirm (GtkWindow *parent, const char *heading, const char *body, const char *confirm_label, gboolean destructive,
                   FfConfirmFunc func, gpointer user_data)
{
  ConfirmRequest *request = g_new0 (ConfirmRequest, 1);

  request->func = func;
  request->user_data = user_data;

#if ADW_CHECK_VERSION(1, 5, 0)
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "confirm", confirm_label, NULL);
  adw_alert_dialog_set_response_appearance (dialog, "confirm", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_alert_response), request, free_request, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
#else
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "confirm", confirm_label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "confirm",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_alert_response), request, free_request, 0);
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

void
ff_compat_alert (GtkWindow *parent, const char *heading, const char *body)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
#else
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

/* About ---------------------------------------------------------------------------------------------------------- */

void
ff_compat_show_about (GtkWindow *parent)
{
  gtk_show_about_dialog (parent,
                         "program-name", "Fourfold",
                         "version", FF_VERSION,
                         "logo-icon-name", FF_APPLICATION_ID,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Plans training, runs it, and proves what it did on four levels."),
                         /* Translators: your name and address, one translator a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/* Colours -------------------------------------------------------------------------------------------------------- */

void
ff_compat_get_color (GtkWidget *widget, GdkRGBA *color)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

/* Scrolling ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  double pending; /* wheel steps not yet applied */
  guint tick;
} CalmScroll;

static gboolean
on_tick (GtkWidget *scrolled, GdkFrameClock *clock, gpointer user_data)
{
  CalmScroll *calm = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double page = gtk_adjustment_get_page_size (adjustment);
  double step = pow (page, 2.0 / 3.0); /* what GtkScrolledWindow itself scrolls for one click */
  double wanted = calm->pending * step;
  double now = CLAMP (wanted, -page / 4, page / 4);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + now);
  calm->pending = (wanted - now) / step;
  if (ABS (calm->pending) > 0.01)
    return G_SOURCE_CONTINUE;

  calm->pending = 0;
  calm->tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, gpointer user_data)
{
  CalmScroll *calm = user_data;
  GtkWidget *scrolled = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  /* Touchpads have a motion of their own. */
  if (dy == 0 || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0 || event == NULL ||
      gdk_scroll_event_get_unit (event) == GDK_SCROLL_UNIT_SURFACE ||
      gdk_device_get_source (gdk_event_get_device (event)) == GDK_SOURCE_TOUCHPAD)
    return GDK_EVENT_PROPAGATE;

  calm->pending += dy;
  if (calm->tick == 0)
    calm->tick = gtk_widget_add_tick_callback (scrolled, on_tick, calm, NULL);
  return GDK_EVENT_STOP;
}

void
ff_compat_calm_scrolling (GtkScrolledWindow *scrolled)
{
  GtkEventController *controller;
  CalmScroll *calm;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scrolled));

  if (gtk_check_version (4, 10, 1) == NULL)
    return;

  calm = g_new0 (CalmScroll, 1);
  g_object_set_data_full (G_OBJECT (scrolled), "ff-calm-scroll", calm, g_free);
  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (on_scroll), calm);
  gtk_widget_add_controller (GTK_WIDGET (scrolled), controller);
}
