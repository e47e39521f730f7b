/* Where numbers lie on an axis, and how labels make room for each other. */
#pragma once

#include "ff-plot-types.h"

G_BEGIN_DECLS

/* Round numbers: first, first + step … */
typedef struct
{
  double first;
  double step; /* 1, 2 or 5 times a power of ten */
  guint n;
  int decimals; /* that the steps need */
} FfPlotTicks;

/* At most @most (at least 2) ticks that lie within [@low, @high]; one when both are the same, none without numbers. */
FfPlotTicks ff_plot_ticks (double low, double high, guint most);
/* Widens a range to the ticks around it; one without length gets some. */
void ff_plot_widen (double *low, double *high, guint most);
/* Takes a value into a range; NAN in the range means none yet, NAN as the value is ignored. */
void ff_plot_include (double *low, double *high, double value);

/* From [@low, @high] to [@from, @to], clipped to it; @to may lie before @from. */
double ff_plot_map (double value, double low, double high, double from, double to);

/* Moves the middles of labels of these sizes as little as possible, so that none overlap and all lie between @low and @high; they keep
   their order. What cannot fit overlaps evenly. */
void ff_plot_spread (double *middles, const double *sizes, gsize n, double low, double high);

G_END_DECLS
