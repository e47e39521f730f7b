/* The series of a metric as a chart. */
#pragma once

#include "ff-evaluation-figures.h"
#include "ff-plot.h"

G_BEGIN_DECLS

/* A run or control chart as the metric asks for, with its target and @ends_on, the end of the class or of a project's last one (FF_NO_DAY:
   not known). */
FfPlot *ff_metric_plot_new (const FfMetricFigures *metric, FfDay ends_on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
