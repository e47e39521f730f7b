/* The small drawings of table cells and cards, whose figures stand beside them as text. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

#define FF_PLOT_BAR_CELL_WIDTH 66
#define FF_PLOT_BAR_CELL_HEIGHT 18

/* A bar of 8 pixels with a tick at its target. Below 0 it grows to the left of where 0 is. */
typedef struct
{
  double low;
  double high;
  double value; /* NAN: the ground alone */
  double target; /* NAN: none */
  int level;
} FfPlotBarCell;

FfPlot *ff_plot_bar_cell_new (const FfPlotBarCell *cell, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

/* One dot for each class: filled where the target was met. */
typedef struct
{
  guint met;
  guint total;
  int level;
} FfPlotDots;

FfPlot *ff_plot_dots_new (const FfPlotDots *dots, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
