#include "config.h"

#include "ff-plot-pareto.h"

#include "ff-plot-frame.h"
#include "ff-plot-private.h"

#define GAP 6.0
#define LEAST_COLUMN 50.0
#define WIDEST_COLUMN 90.0
#define BAR_SHARE 0.84 /* of a column */
#define DOT 4.0
#define CLEARANCE 3.0

typedef struct
{
  FfPlotScene *scene;
  const FfPlotPareto *pareto;
  FfPlotBox area;
  double total;
  double column;
  gsize shown;   /* items with a bar of their own */
  double others; /* the value of the rest; NAN: there is none */
} Plot;

static gsize
n_columns (const Plot *plot)
{
  return plot->shown + (isfinite (plot->others) ? 1 : 0);
}

static double
to_x (const Plot *plot, gsize column)
{
  return plot->area.x + plot->column * ((double) column + 0.5);
}

static double
to_y (const Plot *plot, double percent)
{
  return ff_plot_map (percent, 0, 100, plot->area.y + plot->area.height, plot->area.y);
}

static double
get_cumulative (const Plot *plot, gsize column)
{
  return column < plot->shown ? plot->pareto->items[column].cumulative : 100;
}

/* Axis ------------------------------------------------------------------------------------------------------------------- */

static void
add_share (Plot *plot, double percent, gboolean limit)
{
  double y = to_y (plot, percent);
  double right = plot->area.x + plot->area.width;
  FfPlotShape *line = ff_plot_scene_add_line (plot->scene, plot->area.x, y, right, y, limit ? FF_PLOT_INK_TARGET : FF_PLOT_INK_GRID, 1);
  g_autofree char *text = ff_plot_number_format (&plot->pareto->share, percent);

  if (limit)
    line->dash = FF_PLOT_DASHED;
  ff_plot_scene_add_text (plot->scene, text, limit ? FF_PLOT_CAPTION_BOLD : FF_PLOT_CAPTION, limit ? FF_PLOT_INK_TEXT : FF_PLOT_INK_DIM,
                          right + GAP, y, 0, 0.5, -1, 1);
}

static void
add_axis (Plot *plot)
{
  const double shares[] = { 0, 50, 100 };
  double line = ff_plot_scene_line_height (plot->scene, FF_PLOT_CAPTION);

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    if (fabs (to_y (plot, shares[i]) - to_y (plot, plot->pareto->limit)) >= line)
      add_share (plot, shares[i], FALSE);
  if (isfinite (plot->pareto->limit))
    add_share (plot, plot->pareto->limit, TRUE);
}

/* Columns ---------------------------------------------------------------------------------------------------------------- */

/* Whether nothing else stands between @top and @bottom in the middle of the column. */
static gboolean
is_free (const Plot *plot, gsize column, double top, double bottom)
{
  double line = to_y (plot, get_cumulative (plot, column));
  double limit = to_y (plot, plot->pareto->limit);

  return (line + DOT <= top || line - DOT >= bottom) && !(limit > top && limit < bottom) && bottom <= plot->area.y + plot->area.height;
}

/* Above the bar, or in it; where the line or the limit leaves no room it is only in the tip. */
static void
add_figure (Plot *plot, const char *figure, gsize column, double top, gboolean vital)
{
  double line = ff_plot_scene_line_height (plot->scene, FF_PLOT_CAPTION_BOLD);
  double inside = top + DOT + CLEARANCE;

  if (is_free (plot, column, top - line, top))
    ff_plot_scene_add_text (plot->scene, figure, FF_PLOT_CAPTION_BOLD, FF_PLOT_INK_TEXT, to_x (plot, column), top - 1, 0.5, 1, plot->column, 1);
  else if (is_free (plot, column, inside, inside + line))
    ff_plot_scene_add_text (plot->scene, figure, FF_PLOT_CAPTION_BOLD, vital ? FF_PLOT_INK_ON_BAR : FF_PLOT_INK_TEXT, to_x (plot, column), inside, 0.5,
                            0, plot->column, 1);
}

static void
add_column (Plot *plot, gsize column, double label_top)
{
  gboolean gathered = column == plot->shown;
  const FfPlotParetoItem *item = gathered ? NULL : &plot->pareto->items[column];
  double value = gathered ? plot->others : item->value;
  const char *label = gathered ? plot->pareto->others_label : item->label;
  double bottom = plot->area.y + plot->area.height;
  double top = to_y (plot, plot->total > 0 ? 100 * value / plot->total : 0);
  double width = plot->column * BAR_SHARE;
  g_autofree char *figure = ff_plot_number_format (&plot->pareto->number, value);
  g_autofree char *share = ff_plot_number_format (&plot->pareto->share, get_cumulative (plot, column));
  g_autofree char *words = g_strdup_printf ("%s · %s", figure, share);
  gboolean vital = !gathered && item->vital;

  ff_plot_scene_add_box (plot->scene, (FfPlotBox) { to_x (plot, column) - width / 2, top, width, MAX (bottom - top, 1) }, 2,
                         vital ? FF_PLOT_INK_VITAL : FF_PLOT_INK_REST);
  add_figure (plot, figure, column, top, vital);
  ff_plot_scene_add_text (plot->scene, label, FF_PLOT_CAPTION, FF_PLOT_INK_TEXT, to_x (plot, column), label_top, 0.5, 0, plot->column - CLEARANCE, 2);
  ff_plot_add_bar_spot (plot->scene, (FfPlotBox) { to_x (plot, column) - plot->column / 2, plot->area.y, plot->column, plot->area.height }, 0,
                        gathered ? -1 : (int) column, label, words);
}

static void
add_line (Plot *plot)
{
  gsize n = n_columns (plot);
  g_autofree FfPlotPoint *points = g_new (FfPlotPoint, n + 1);

  for (gsize i = 0; i < n; i++)
    points[i] = (FfPlotPoint) { to_x (plot, i), to_y (plot, get_cumulative (plot, i)) };
  ff_plot_scene_add_path (plot->scene, points, n, FF_PLOT_INK_BONE, 2);
  for (gsize i = 0; i < n; i++)
    ff_plot_scene_add_dot (plot->scene, points[i].x, points[i].y, DOT, FF_PLOT_INK_BONE, FF_PLOT_HOLLOW);
}

/* ------------------------------------------------------------------------------------------------------------------------ */

/* As many columns as have room; the rest is gathered in the last one. */
static void
divide (Plot *plot)
{
  gsize most = (gsize) MAX (2, plot->area.width / LEAST_COLUMN);
  gsize n = plot->pareto->n_items;

  plot->shown = n <= most ? n : most - 1;
  plot->others = n <= most ? NAN : 0;
  for (gsize i = 0; i < n; i++)
    {
      double value = MAX (0, plot->pareto->items[i].value);

      plot->total += value;
      if (i >= plot->shown)
        plot->others += value;
    }
  plot->column = MIN (plot->area.width / MAX (1, (double) n_columns (plot)), WIDEST_COLUMN);
  plot->area.width = plot->column * (double) n_columns (plot);
}

static void
lay_out (FfPlotScene *scene, gconstpointer data)
{
  const FfPlotPareto *pareto = data;
  Plot plot = { .scene = scene, .pareto = pareto };
  double line = ff_plot_scene_line_height (scene, FF_PLOT_CAPTION);
  g_autofree char *widest = ff_plot_number_format (&pareto->share, 100);
  double axis = ff_plot_scene_text_width (scene, widest, FF_PLOT_CAPTION_BOLD);
  double labels = 2 * line + GAP;

  plot.area = (FfPlotBox) { 0, line / 2, MAX (1, ff_plot_scene_get_width (scene) - axis - GAP),
                            MAX (1, ff_plot_scene_get_height (scene) - line / 2 - labels) };
  divide (&plot);
  if (pareto->n_items == 0)
    return;
  add_axis (&plot);
  for (gsize i = 0; i < n_columns (&plot); i++)
    add_column (&plot, i, plot.area.y + plot.area.height + GAP);
  add_line (&plot);
}

static void
keep (FfPlotKeeper *keeper, gpointer data)
{
  FfPlotPareto *pareto = data;
  FfPlotParetoItem *items = ff_plot_keep_array (keeper, pareto->items, pareto->n_items, sizeof *items);

  for (gsize i = 0; i < pareto->n_items; i++)
    ff_plot_keep_text (keeper, &items[i].label);
  pareto->items = items;
  ff_plot_keep_text (keeper, &pareto->others_label);
  ff_plot_keep_text (keeper, &pareto->number.unit);
  ff_plot_keep_text (keeper, &pareto->share.unit);
}

static double
best_height (gconstpointer data, double width)
{
  return CLAMP (width * 0.55, 180, 280);
}

FfPlot *
ff_plot_pareto_new (const FfPlotPareto *pareto, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotPareto), keep, lay_out, 220, 140, best_height, FALSE };

  return ff_plot_new (&kind, pareto, title, sentence);
}
