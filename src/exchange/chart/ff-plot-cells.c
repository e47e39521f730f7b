#include "config.h"

#include "ff-plot-cells.h"

#include "ff-plot-private.h"
#include "ff-plot-scale.h"

#define BAR 8.0
#define TICK_REACH 9.0
#define DOT 3.5
#define DOT_PITCH 10.0

/* A bar with a tick ------------------------------------------------------------------------------------------------------- */

static void
lay_out_bar (FfPlotScene *scene, gconstpointer data)
{
  const FfPlotBarCell *cell = data;
  double width = ff_plot_scene_get_width (scene);
  double y = ff_plot_scene_get_height (scene) / 2;
  double from = ff_plot_map (0, cell->low, cell->high, 0, width);
  double to = ff_plot_map (cell->value, cell->low, cell->high, 0, width);
  double tick = CLAMP (ff_plot_map (cell->target, cell->low, cell->high, 0, width), 1, width - 1);

  ff_plot_scene_add_box (scene, (FfPlotBox) { 0, y - BAR / 2, width, BAR }, BAR / 2, FF_PLOT_INK_TRACK);
  if (isfinite (cell->value))
    ff_plot_scene_add_box (scene, (FfPlotBox) { MIN (from, to), y - BAR / 2, MAX (fabs (to - from), 2), BAR },
                           from > 0 ? 2 : BAR / 2, ff_plot_level_ink (cell->level));
  if (isfinite (cell->target))
    ff_plot_scene_add_line (scene, tick, y - TICK_REACH, tick, y + TICK_REACH, FF_PLOT_INK_TARGET, 2);
}

static double
best_bar_height (gconstpointer data, double width)
{
  return FF_PLOT_BAR_CELL_HEIGHT;
}

FfPlot *
ff_plot_bar_cell_new (const FfPlotBarCell *cell, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotBarCell), NULL, lay_out_bar, FF_PLOT_BAR_CELL_WIDTH, FF_PLOT_BAR_CELL_HEIGHT,
                                   best_bar_height, TRUE };

  return ff_plot_new (&kind, cell, title, sentence);
}

/* Dots -------------------------------------------------------------------------------------------------------------------- */

static void
lay_out_dots (FfPlotScene *scene, gconstpointer data)
{
  const FfPlotDots *dots = data;
  double width = ff_plot_scene_get_width (scene);
  double pitch = MIN (DOT_PITCH, width / MAX (1, dots->total));
  double radius = DOT * pitch / DOT_PITCH;
  double left = width - pitch * dots->total; /* they end where the text above them ends */

  for (guint i = 0; i < dots->total; i++)
    {
      double x = left + pitch * (i + 0.5);
      double y = ff_plot_scene_get_height (scene) / 2;

      if (i < dots->met)
        ff_plot_scene_add_dot (scene, x, y, radius, ff_plot_level_ink (dots->level), FF_PLOT_FILLED);
      else
        ff_plot_scene_add_dot (scene, x, y, MAX (radius - 0.5, 0.5), FF_PLOT_INK_DIM, FF_PLOT_HOLLOW);
    }
}

static double
best_dots_height (gconstpointer data, double width)
{
  return DOT_PITCH;
}

FfPlot *
ff_plot_dots_new (const FfPlotDots *dots, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotDots), NULL, lay_out_dots, 40, DOT_PITCH, best_dots_height, TRUE };

  return ff_plot_new (&kind, dots, title, sentence);
}
