/* How many are left step after step, with the share of the whole and what each step lost: trained, submitted, applied, verified. Spots: index
   counts the steps. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label;
  double count;
  double target;            /* count that is wanted; NAN: none. Neighbours with the same one share its line */
  const char *target_label; /* "target 85 % = 24"; read from the first of them */
  gboolean missed;
} FfPlotFunnelStep;

typedef struct
{
  const FfPlotFunnelStep *steps;
  gsize n_steps;
  double whole;       /* what is 100 % */
  FfPlotNumber share; /* ff_plot_percent (0) */
  int level;
} FfPlotFunnel;

FfPlot *ff_plot_funnel_new (const FfPlotFunnel *funnel, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
