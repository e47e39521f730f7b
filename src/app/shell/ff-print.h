/* A document on paper. */
#pragma once

#include <gtk/gtk.h>

#include "ff-document.h"

G_BEGIN_DECLS

/* Asks for a printer over the window of @parent and prints; what goes wrong is said there. Takes a reference. */
void ff_print_document (GtkWidget *parent, FfDocument *document);

G_END_DECLS
