#include "config.h"

#include "ff-export-bar.h"

#include <glib/gi18n-lib.h>

#include "ff-compat.h"

struct _FfExportBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *progress;
  AdwToastOverlay *toasts;
  GCancellable *cancellable; /* while a file is being written */
};

G_DEFINE_FINAL_TYPE (FfExportBar, ff_export_bar, ADW_TYPE_BIN)

typedef struct
{
  GWeakRef bar;
  FfWorkspace *workspace;
  GCancellable *cancellable;
  char *path;
  FfExportFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  if (export->destroy != NULL)
    export->destroy (export->data);
  g_weak_ref_clear (&export->bar);
  g_object_unref (export->workspace);
  g_object_unref (export->cancellable);
  g_free (export->path);
  g_free (export);
}

/* Afterwards ------------------------------------------------------------------------------------------------------- */

static void
launch (FfExportBar *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri (uri, NULL, &error))
    ff_compat_alert (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("No Program Opens This File"), error->message);
}

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) folder = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autofree char *uri = g_file_get_uri (folder);

  /* A desktop without a file manager that answers opens the folder itself. */
  if (reply == NULL)
    g_app_info_launch_default_for_uri (uri, NULL, NULL);
}

static void
show_in_folder (FfExportBar *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  const char *const uris[] = { uri, NULL };

  if (bus == NULL)
    launch (self, folder);
  else
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1",
                            "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_shown,
                            g_steal_pointer (&folder));
}

static void
on_open (AdwToast *toast, FfExportBar *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (toast), "ff-path"));

  launch (self, file);
}

static void
on_show (GtkButton *button, AdwToast *toast)
{
  show_in_folder (g_object_get_data (G_OBJECT (toast), "ff-bar"), g_object_get_data (G_OBJECT (toast), "ff-path"));
  adw_toast_dismiss (toast);
}

/* A toast has one button of its own; the other one stands in its title. */
static void
tell_written (FfExportBar *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_("“%s” was written"), name);
  AdwToast *toast = adw_toast_new (text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *show = gtk_button_new_with_mnemonic (_("Show in _Folder"));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (show, "flat");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), show);
  g_signal_connect_object (show, "clicked", G_CALLBACK (on_show), toast, 0);
  adw_toast_set_custom_title (toast, box);
  adw_toast_set_button_label (toast, _("_Open"));
  adw_toast_set_timeout (toast, 10);
  g_object_set_data_full (G_OBJECT (toast), "ff-path", g_strdup (path), g_free);
  g_object_set_data_full (G_OBJECT (toast), "ff-bar", g_object_ref (self), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_open), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Writing ---------------------------------------------------------------------------------------------------------- */

static void
on_job_progress (guint64 done, guint64 total, gpointer user_data)
{
  ff_job_progress (user_data, done, total);
}

static gboolean
work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Export *export = data;

  return export->func (db, export->path, export->data, export->cancellable, on_job_progress, job, error);
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (FfExportBar) self = g_weak_ref_get (&export->bar);

  if (self == NULL)
    return;
  if (total == 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, (double) done / (double) total);
}

/* In the window that asked for it; when that is closed, the workspace finds another one. */
static void
tell_failed (FfExportBar *self, FfWorkspace *workspace, const GError *error)
{
  if (self != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ff_compat_alert (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("This File Was Not Written"), error->message);
  else
    g_signal_emit_by_name (workspace, "failed", error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (FfExportBar) self = g_weak_ref_get (&export->bar);
  g_autoptr (GError) error = NULL;
  gboolean good = ff_worker_run_finish (FF_WORKER (source), result, &error);

  if (self != NULL)
    {
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      g_clear_object (&self->cancellable);
    }
  if (good && self != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tell_written (self, export->path);
  else if (!good && !g_error_matches (error, FF_ERROR, FF_ERROR_CANCELLED))
    tell_failed (self, export->workspace, error);
}

void
ff_export_bar_run (FfExportBar *self, FfWorkspace *workspace, const char *path, FfExportFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  Export *export;

  g_return_if_fail (FF_IS_EXPORT_BAR (self));
  g_return_if_fail (FF_IS_WORKSPACE (workspace));
  g_return_if_fail (path != NULL && func != NULL);

  if (self->cancellable != NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Another file is still being written: wait for it, or cancel it.")));
      if (destroy != NULL)
        destroy (data);
      return;
    }

  name = g_path_get_basename (path);
  text = g_strdup_printf (_("Writing “%s”…"), name);
  gtk_label_set_label (self->label, text);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  self->cancellable = g_cancellable_new ();

  export = g_new0 (Export, 1);
  g_weak_ref_init (&export->bar, self);
  export->workspace = g_object_ref (workspace);
  export->cancellable = g_object_ref (self->cancellable);
  export->path = g_strdup (path);
  export->func = func;
  export->data = data;
  export->destroy = destroy;
  ff_worker_run_async (ff_workspace_get_export_worker (workspace), work, export, export_free, self->cancellable, on_progress, on_done, export);
}

static void
on_cancel (FfExportBar *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
ff_export_bar_set_toasts (FfExportBar *self, AdwToastOverlay *toasts)
{
  g_return_if_fail (FF_IS_EXPORT_BAR (self));

  self->toasts = toasts;
}

char *
ff_export_file_name (const char *name, const char *suffix)
{
  char *file = g_strconcat (name, suffix, NULL);

  return g_strdelimit (file, "/\\:*?\"<>|\n\t", '-');
}

static void
ff_export_bar_dispose (GObject *object)
{
  g_clear_object (&FF_EXPORT_BAR (object)->cancellable);
  G_OBJECT_CLASS (ff_export_bar_parent_class)->dispose (object);
}

static void
ff_export_bar_class_init (FfExportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_export_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-export-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FfExportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, FfExportBar, label);
  gtk_widget_class_bind_template_child (widget_class, FfExportBar, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ff_export_bar_init (FfExportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
