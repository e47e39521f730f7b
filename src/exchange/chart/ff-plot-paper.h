/* Charts on the pages of a document and as files of their own. */
#pragma once

#include "ff-document.h"
#include "ff-plot.h"

G_BEGIN_DECLS

/* Over the whole width of the text. @height in points; 0: as looks best. Its title and sentence are for the caller to write. */
void ff_document_add_plot (FfDocument *self, FfPlot *plot, double height);

/* A picture on white of @width × @height units, with @scale pixels each, and the room that the title above and the sentence below need. */
cairo_surface_t *ff_plot_paint (FfPlot *self, double width, double height, double scale) G_GNUC_WARN_UNUSED_RESULT;
/* The same as a file: a page when @path ends in ".pdf", else PNG. Whole or not at all. */
gboolean ff_plot_save (FfPlot *self, const char *path, double width, double height, double scale, GError **error);

G_END_DECLS
