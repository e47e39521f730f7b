/* A window that shows a document before it goes anywhere: pages, zoom, Print and Save as PDF. */
#pragma once

#include <adwaita.h>

#include "ff-document.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_DOCUMENT_WINDOW (ff_document_window_get_type ())
G_DECLARE_FINAL_TYPE (FfDocumentWindow, ff_document_window, FF, DOCUMENT_WINDOW, AdwWindow)

/* Makes the document from the database. Runs on a reader's thread, once to look at it and again to save it, so @data is not changed. */
typedef FfDocument *(*FfDocumentMake) (FfDb *db, gconstpointer data, GError **error);

/* Over the window of @parent; owns itself and is not presented yet. @side (may be NULL) stands left of the pages: what can be chosen. */
FfDocumentWindow *ff_document_window_new (GtkWidget *parent, FfWorkspace *workspace, const char *title, GtkWidget *side);
/* Makes the document and shows it in the place of the one before. @destroy (may be NULL) runs on the main thread. */
void ff_document_window_make (FfDocumentWindow *self, FfDocumentMake make, gpointer data, GDestroyNotify destroy);

G_END_DECLS
