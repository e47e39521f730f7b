/* How many values lie in each of equal bins: the marks of a class, those below the pass mark red. Spots: index counts the bins. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

typedef struct
{
  double low; /* where the first bin begins */
  double width;
  const guint *counts;
  gsize n_bins;
  double pass_mark;       /* NAN: none */
  const char *pass_label; /* "pass 60" */
  FfPlotNumber number;    /* of the values */
  int level;
} FfPlotHistogram;

FfPlot *ff_plot_histogram_new (const FfPlotHistogram *histogram, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

/* Equal bins of @width from @low to @high counted from values; those at @high belong to the last bin, what lies outside to the first and
   last, NAN to none. The number of bins is what @counts must hold: ceil ((high - low) / width). */
void ff_plot_histogram_count (const double *values, gsize n, double low, double high, double width, guint *counts);

G_END_DECLS
