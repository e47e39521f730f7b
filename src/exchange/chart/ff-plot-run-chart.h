/* A series over time that is read for a signal: median or base line, target, end of the class, the shift, control limits, unusual points, and
   the series of a comparison group. Spots: group 0 is the series, 1 the comparison; index counts the points. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

typedef struct
{
  double at; /* in days from wherever the caller counts */
  double value;
  const char *label; /* "3 Aug": below the axis where there is room, and in the tip */
  double lower;      /* control limits at this point; NAN: none */
  double upper;
  gboolean unusual;  /* wears a ring */
  const char *note;  /* the cause that was noted, for the tip; NULL: none */
} FfPlotRunPoint;

/* A point without limits. */
#define FF_PLOT_RUN_POINT(day, number, words) ((FfPlotRunPoint) { .at = (day), .value = (number), .label = (words), .lower = NAN, .upper = NAN })

typedef struct
{
  const FfPlotRunPoint *points; /* by time */
  gsize n_points;
  const FfPlotRunPoint *comparison;
  gsize n_comparison;
  const char *comparison_label;
  double centre; /* median, mean or base; NAN: none */
  const char *centre_label; /* "base +21" */
  double target;
  const char *target_label; /* "target +36" */
  double target_from;       /* the line begins at this day, NAN: at the left edge */
  const char *limits_label; /* "limits"; stands beside the upper one */
  double event;             /* the day the class ended; NAN: none */
  const char *before_label; /* "12 weeks before", left of the event's line */
  const char *after_label;
  gsize shift_first; /* the points of the shift; they are filled, the others hollow */
  gsize shift_count; /* 0: no shift */
  const char *shift_label; /* "shift: 11 in a row" */
  FfPlotNumber number;
  int level;
} FfPlotRunChart;

FfPlot *ff_plot_run_chart_new (const FfPlotRunChart *chart, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
