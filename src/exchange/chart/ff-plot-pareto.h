/* Bars from the largest down with the line of what they come to, and the few that matter amber. What has no room is gathered in a last grey
   bar. Spots: index counts the items, −1 is the gathered rest. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label;
  double value;
  double cumulative; /* percent, this one included */
  gboolean vital;
} FfPlotParetoItem;

typedef struct
{
  const FfPlotParetoItem *items; /* by value, down */
  gsize n_items;
  double limit;              /* 80 */
  const char *others_label;  /* "Others" */
  FfPlotNumber number;       /* of the values */
  FfPlotNumber share;        /* of the cumulative line: ff_plot_percent (0) */
} FfPlotPareto;

FfPlot *ff_plot_pareto_new (const FfPlotPareto *pareto, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
