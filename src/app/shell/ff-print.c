#include "config.h"

#include "ff-print.h"

#include <glib/gi18n-lib.h>

#include "ff-compat.h"

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  ff_document_draw_page (user_data, gtk_print_context_get_cairo_context (context), page);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  ff_compat_alert (parent, _("This Was Not Printed"), error != NULL ? error->message : "");
}

/* The document has margins of its own, so that the page is taken as a whole. */
static GtkPageSetup *
make_setup (FfDocument *document)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width;
  double height;

  ff_document_page_size (document, &width, &height);
  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);
  return setup;
}

void
ff_print_document (GtkWidget *parent, FfDocument *document)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (document != NULL);

  window = GTK_WINDOW (gtk_widget_get_root (parent));
  if (!ff_document_check_fonts (document, &error))
    {
      ff_compat_alert (window, _("This Was Not Printed"), error->message);
      return;
    }

  setup = make_setup (document);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, ff_document_n_pages (document));
  gtk_print_operation_set_job_name (operation, ff_document_get_title (document));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "ff-document", ff_document_ref (document), (GDestroyNotify) ff_document_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), document);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), g_object_ref (window));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}
