/* What upright charts share: the lines and numbers of a value axis at the left, and labels below that leave each other room. Private to
   charts. */
#pragma once

#include "ff-plot-scale.h"
#include "ff-plot-scene.h"

G_BEGIN_DECLS

typedef struct
{
  FfPlotBox area; /* within the axes */
  double low;
  double high;
} FfPlotFrame;

/* Draws the lines of the axis and its numbers at the left; between both stay @indent pixels. */
FfPlotFrame ff_plot_frame_add (FfPlotScene *scene, FfPlotBox room, double low, double high, const FfPlotNumber *number, double indent);
double ff_plot_frame_y (const FfPlotFrame *self, double value);
/* A dashed line across; none for NAN. */
void ff_plot_frame_add_target (FfPlotScene *scene, const FfPlotFrame *self, double value, double from, double to);

/* Labels centred at ascending @xs with their tops at @y; of those that would overlap every second, third … is left out, from the last one
   back. */
void ff_plot_add_row (FfPlotScene *scene, const char *const *labels, const double *xs, gsize n, double y);

typedef struct
{
  const char *text;
  double y;
  FfPlotType type;
  FfPlotInk ink;
} FfPlotEndLabel;

/* Labels in one column right of @x, moved apart and kept between @top and @bottom, each as near as can be to its y and no wider than
   @width. Those without text, and those whose y is NAN, are left out. */
void ff_plot_add_end_labels (FfPlotScene *scene, const FfPlotEndLabel *labels, gsize n, double x, double width, double top, double bottom);
/* How wide such a column wants to be, at most @most. */
double ff_plot_measure_end_labels (FfPlotScene *scene, const FfPlotEndLabel *labels, gsize n, double most);

/* "Venue: 4.07" for what lies in a box; @name may be NULL. */
void ff_plot_add_bar_spot (FfPlotScene *scene, FfPlotBox box, int group, int index, const char *name, const char *figure);
/* The same at a point. */
void ff_plot_add_value_spot (FfPlotScene *scene, double x, double y, int group, int index, const char *name, const FfPlotNumber *number,
                             double value);

G_END_DECLS
