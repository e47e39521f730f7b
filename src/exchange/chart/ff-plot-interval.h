/* One value on its scale with the margin around it: an NPS from −100 to +100. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

typedef struct
{
  double low;
  double high;
  double value;
  double from; /* the margin; NAN: unknown */
  double to;
  double target; /* NAN: none */
  FfPlotNumber number;
  int level;
} FfPlotInterval;

FfPlot *ff_plot_interval_new (const FfPlotInterval *interval, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
