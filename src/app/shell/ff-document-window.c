#include "config.h"

#include "ff-document-window.h"

#include <glib/gi18n-lib.h>

#include "ff-compat.h"
#include "ff-document-view.h"
#include "ff-export-bar.h"
#include "ff-print.h"

/* How a document is made; shared by the window and the work that is under way. */
typedef struct
{
  gint owners;
  FfDocumentMake make;
  gpointer data;
  GDestroyNotify destroy;
} Source;

struct _FfDocumentWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkBox *body;
  GtkStack *stack;
  GtkSpinner *spinner;
  FfDocumentView *view;
  AdwStatusPage *complaint;
  GtkLabel *zoom_label;
  FfExportBar *export_bar;

  FfWorkspace *workspace;
  Source *source;
  FfDocument *document;
};

G_DEFINE_FINAL_TYPE (FfDocumentWindow, ff_document_window, ADW_TYPE_WINDOW)

static Source *
source_ref (Source *source)
{
  source->owners++;
  return source;
}

static void
source_unref (gpointer data)
{
  Source *source = data;

  if (--source->owners > 0)
    return;
  if (source->destroy != NULL)
    source->destroy (source->data);
  g_free (source);
}

/* Showing ---------------------------------------------------------------------------------------------------------- */

static void
set_ready (FfDocumentWindow *self, gboolean ready)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.save", ready);
}

typedef struct
{
  FfDocumentWindow *window;
  Source *source;
  FfDocument *document;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_clear_pointer (&making->document, ff_document_free);
  source_unref (making->source);
  g_object_unref (making->window);
  g_free (making);
}

static gboolean
make_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Making *making = data;

  making->document = making->source->make (db, making->source->data, error);
  /* To lay it out is the longer part of the work. */
  if (making->document != NULL)
    (void) ff_document_n_pages (making->document);
  return making->document != NULL;
}

static gboolean
make_done (gpointer data, const GError *error)
{
  Making *making = data;
  FfDocumentWindow *self = making->window;

  if (making->source != self->source)
    return TRUE; /* something else was asked for meanwhile */

  gtk_spinner_stop (self->spinner);
  g_clear_pointer (&self->document, ff_document_free);
  self->document = g_steal_pointer (&making->document);
  ff_document_view_set_document (self->view, self->document);
  if (error != NULL)
    adw_status_page_set_description (self->complaint, error->message);
  gtk_stack_set_visible_child_name (self->stack, error != NULL ? "complaint" : "pages");
  set_ready (self, error == NULL);
  return TRUE;
}

void
ff_document_window_make (FfDocumentWindow *self, FfDocumentMake make, gpointer data, GDestroyNotify destroy)
{
  Making *making;

  g_return_if_fail (FF_IS_DOCUMENT_WINDOW (self));
  g_return_if_fail (make != NULL);

  g_clear_pointer (&self->source, source_unref);
  self->source = g_new0 (Source, 1);
  self->source->owners = 1;
  self->source->make = make;
  self->source->data = data;
  self->source->destroy = destroy;
  set_ready (self, FALSE);
  if (self->document == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "making");
      gtk_spinner_start (self->spinner);
    }

  making = g_new0 (Making, 1);
  making->window = g_object_ref (self);
  making->source = source_ref (self->source);
  ff_workspace_read (self->workspace, make_work, make_done, making, making_free, NULL);
}

/* What can be done with it ----------------------------------------------------------------------------------------- */

static gboolean
save_pdf (FfDb *db, const char *path, gpointer data, GCancellable *cancellable, FfProgressFunc progress, gpointer progress_data,
          GError **error)
{
  Source *source = data;
  g_autoptr (FfDocument) document = source->make (db, source->data, error);

  return document != NULL && ff_document_write_pdf (document, path, cancellable, progress, progress_data, error);
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (FfDocumentWindow) self = user_data;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL && self->source != NULL)
    ff_export_bar_run (self->export_bar, self->workspace, path, save_pdf, source_ref (self->source), source_unref);
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FfDocumentWindow *self = FF_DOCUMENT_WINDOW (widget);
  g_autofree char *name = NULL;

  name = ff_export_file_name (ff_document_get_title (self->document), ".pdf");
  ff_compat_save_file (GTK_WINDOW (self), _("Save as PDF"), name, _("PDF documents"), (const char *const[]) { "*.pdf", NULL }, on_file_chosen,
                       g_object_ref (self));
}

static void
activate_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ff_print_document (widget, FF_DOCUMENT_WINDOW (widget)->document);
}

static void
activate_zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FfDocumentView *view = FF_DOCUMENT_WINDOW (widget)->view;
  int direction = g_variant_get_int32 (parameter);

  if (direction == 0)
    ff_document_view_set_zoom (view, 0);
  else
    ff_document_view_step_zoom (view, direction);
}

static void
on_zoom_changed (FfDocumentWindow *self)
{
  /* Translators: how large a page is shown, as a share of its size on paper. */
  g_autofree char *text = g_strdup_printf (_("%.0f %%"), 100 * ff_document_view_get_zoom (self->view));

  gtk_label_set_label (self->zoom_label, text);
}

/* The window ------------------------------------------------------------------------------------------------------- */

static void
ff_document_window_dispose (GObject *object)
{
  FfDocumentWindow *self = FF_DOCUMENT_WINDOW (object);

  g_clear_pointer (&self->source, source_unref);
  g_clear_pointer (&self->document, ff_document_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_document_window_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "document.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "document.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "document.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "document.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "document.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "document.zoom", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "document.zoom", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "document.zoom", "i", 0);
}

static void
ff_document_window_class_init (FfDocumentWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_document_window_dispose;
  g_type_ensure (FF_TYPE_DOCUMENT_VIEW);
  g_type_ensure (FF_TYPE_EXPORT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-document-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfDocumentWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FfDocumentWindow, body);
  gtk_widget_class_bind_template_child (widget_class, FfDocumentWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FfDocumentWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, FfDocumentWindow, view);
  gtk_widget_class_bind_template_child (widget_class, FfDocumentWindow, complaint);
  gtk_widget_class_bind_template_child (widget_class, FfDocumentWindow, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, FfDocumentWindow, export_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_changed);
  gtk_widget_class_install_action (widget_class, "document.print", NULL, activate_print);
  gtk_widget_class_install_action (widget_class, "document.save", NULL, activate_save);
  gtk_widget_class_install_action (widget_class, "document.zoom", "i", activate_zoom);
  add_keys (widget_class);
}

static void
ff_document_window_init (FfDocumentWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ff_export_bar_set_toasts (self->export_bar, self->toasts);
  on_zoom_changed (self);
  set_ready (self, FALSE);
}

FfDocumentWindow *
ff_document_window_new (GtkWidget *parent, FfWorkspace *workspace, const char *title, GtkWidget *side)
{
  FfDocumentWindow *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (FF_TYPE_DOCUMENT_WINDOW, "transient-for", gtk_widget_get_root (parent), "modal", TRUE, "title", title, NULL);
  self->workspace = g_object_ref (workspace);
  if (side != NULL)
    gtk_box_prepend (self->body, side);
  return self;
}
