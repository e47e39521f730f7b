/* Groups of lying bars, one bar for each series: raters (self, supervisor, peer) by dimension, SERVQUAL's expectation and perception, or
   plain bars of one series. Series differ in how they are filled as well as in their legend. Spots: group counts the groups, index the
   series. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

#define FF_PLOT_BARS_MOST_SERIES 4

typedef struct
{
  const char *label;
  const double *values; /* one for each series; NAN: none */
  const char *note;     /* at the end of the group, "−0.65"; NULL: none */
  gboolean missed;      /* the note, or with one series the value, is red */
} FfPlotBarsGroup;

typedef struct
{
  const char *const *series; /* names for the legend; with one series there is no legend */
  gsize n_series;
  const FfPlotBarsGroup *groups;
  gsize n_groups;
  double low; /* of the scale; bars begin at 0 when it lies within, else at the low end */
  double high;
  double target;            /* NAN: none */
  const char *target_label; /* "target 4.50" */
  FfPlotNumber number;
  int level;
} FfPlotBars;

/* For other kinds that fall back to bars. */
void ff_plot_bars_lay_out (FfPlotScene *scene, const FfPlotBars *bars);

FfPlot *ff_plot_bars_new (const FfPlotBars *bars, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
