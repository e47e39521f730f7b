/* A chart's data: what stands on it, in numbers and in words, without place or size. Each kind has a header of its own with a plain struct
   (ff-plot-radar.h …) and a function that copies it into an FfPlot; FfChart shows one in the window, ff_document_add_plot () puts one on
   paper, ff_plot_save () into a file (ff-plot-paper.h). All of them draw the same scene (ff-plot-scene.h).

   Words come from the caller, translated; numbers are written by FfPlotNumber. What is not known is NAN: it leaves a gap and says "–". */
#pragma once

#include <math.h>

#include "ff-plot-scene.h"

G_BEGIN_DECLS

typedef struct _FfPlot FfPlot;

/* Never changes once it is made, so that it may go from thread to thread. */
FfPlot *ff_plot_ref (FfPlot *self);
void ff_plot_unref (FfPlot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPlot, ff_plot_unref)

/* What the chart is about, and the sentence that says what it shows: its accessible name and description, and the words around it where it
   stands alone. */
const char *ff_plot_get_title (FfPlot *self);
const char *ff_plot_get_sentence (FfPlot *self);
/* It belongs into the cell of a table, where its figure stands beside it as text. */
gboolean ff_plot_is_cell (FfPlot *self);
/* Below the least size its words have no room; @height is what looks best at @width. */
void ff_plot_get_least_size (FfPlot *self, double *width, double *height);
double ff_plot_get_best_height (FfPlot *self, double width);

FfPlotScene *ff_plot_lay_out (FfPlot *self, double width, double height, const FfPlotMeter *meter) G_GNUC_WARN_UNUSED_RESULT;

/* Lays out and draws with its upper left corner at the origin, in units of CSS pixels (0.75 points: scale the context on paper). The
   language says which forms Chinese characters take; NULL: the reader's own. */
void ff_plot_draw (FfPlot *self, cairo_t *cr, double width, double height, FfPlotLook look, const char *language);

G_END_DECLS
