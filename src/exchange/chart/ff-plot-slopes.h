/* What each person had before and after, their mean in bold, those who failed in red: a test before and after a class. Spots: index counts
   the slopes, −1 is the mean. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* NULL: shown without names */
  double before;
  double after;
  gboolean failed;
} FfPlotSlope;

typedef struct
{
  const FfPlotSlope *slopes; /* pairs only */
  gsize n_slopes;
  double mean_before; /* NAN: none */
  double mean_after;
  const char *mean_label; /* "Mean" in the tip */
  const char *before_label;
  const char *after_label;
  double low; /* of the scale */
  double high;
  double pass_mark;       /* NAN: none */
  const char *pass_label; /* "pass 60" */
  FfPlotNumber number;    /* of the means and in tips */
  int level;
} FfPlotSlopes;

FfPlot *ff_plot_slopes_new (const FfPlotSlopes *slopes, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
