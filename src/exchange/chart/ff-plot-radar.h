/* Dimensions against a target, each on a spoke: reaction. One or two dimensions are shown as bars. Spots: index counts the axes. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label;
  double value;
  gboolean missed;
} FfPlotRadarAxis;

typedef struct
{
  const FfPlotRadarAxis *axes;
  gsize n_axes;
  double low; /* at the middle; both ends are written beside the rings */
  double high;
  double target; /* NAN: none */
  FfPlotNumber number;
  int level;
} FfPlotRadar;

FfPlot *ff_plot_radar_new (const FfPlotRadar *radar, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
