/* Several series over the same periods, which differ in dash as well as colour and are named at their ends. Spots: group counts the series,
   index the periods. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label;    /* "2 Learning" */
  const double *values; /* one for each period; NAN: none */
  int level;            /* 0: neutral */
} FfPlotTrendSeries;

typedef struct
{
  const char *const *periods; /* "2026 Q1"; what has no room is left out */
  gsize n_periods;
  const FfPlotTrendSeries *series;
  gsize n_series;
  double low; /* of the scale; NAN: as the values need */
  double high;
  double target;            /* NAN: none */
  const char *target_label; /* may be NULL */
  FfPlotNumber number;
} FfPlotTrend;

FfPlot *ff_plot_trend_new (const FfPlotTrend *trend, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
