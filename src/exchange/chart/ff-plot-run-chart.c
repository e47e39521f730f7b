#include "config.h"

#include "ff-plot-run-chart.h"

#include "ff-plot-frame.h"
#include "ff-plot-private.h"

#define GAP 6.0
#define LARGEST_DOT 4.0
#define SMALLEST_DOT 1.5
#define COMPARISON_DOT 2.0
#define COMPARISON_STRENGTH 0.75
#define RING 5.0 /* from an unusual point's edge to its ring */
#define BAND_RADIUS 6.0
#define BAND_STRENGTH 0.1
#define LABEL_SHARE 0.3
#define TICKS 5
#define LEAST_LABEL 40.0 /* room below which a label is left out */

typedef struct
{
  FfPlotScene *scene;
  const FfPlotRunChart *chart;
  FfPlotFrame frame;
  double first; /* days */
  double last;
  double dot;
} Plot;

static double
to_x (const Plot *plot, double day)
{
  return ff_plot_map (day, plot->first, plot->last, plot->frame.area.x + LARGEST_DOT + 1,
                      plot->frame.area.x + plot->frame.area.width - LARGEST_DOT - 1);
}

static FfPlotPoint
place (const Plot *plot, double day, double value)
{
  return (FfPlotPoint) { to_x (plot, day), ff_plot_frame_y (&plot->frame, value) };
}

static gboolean
is_in_shift (const FfPlotRunChart *chart, gsize i)
{
  return i >= chart->shift_first && i < chart->shift_first + chart->shift_count;
}

/* Ranges ----------------------------------------------------------------------------------------------------------------- */

static void
include_points (const FfPlotRunPoint *points, gsize n, double *first, double *last, double *low, double *high)
{
  for (gsize i = 0; i < n; i++)
    {
      ff_plot_include (first, last, points[i].at);
      ff_plot_include (low, high, points[i].value);
      ff_plot_include (low, high, points[i].lower);
      ff_plot_include (low, high, points[i].upper);
    }
}

/* FALSE: there is nothing to show. */
static gboolean
find_ranges (Plot *plot, double *low, double *high)
{
  const FfPlotRunChart *chart = plot->chart;

  plot->first = plot->last = *low = *high = NAN;
  include_points (chart->points, chart->n_points, &plot->first, &plot->last, low, high);
  include_points (chart->comparison, chart->n_comparison, &plot->first, &plot->last, low, high);
  if (isnan (*low))
    return FALSE;
  ff_plot_include (&plot->first, &plot->last, chart->event);
  ff_plot_include (low, high, chart->centre);
  ff_plot_include (low, high, chart->target);
  ff_plot_widen (low, high, TICKS);
  return TRUE;
}

/* What lies behind the series -------------------------------------------------------------------------------------------- */

static void
add_shift (Plot *plot)
{
  const FfPlotRunChart *chart = plot->chart;
  gsize first = chart->shift_first;
  gsize end = first + chart->shift_count;
  double left;
  double right;
  FfPlotBox area = plot->frame.area;
  FfPlotShape *band;

  if (chart->shift_count == 0 || end > chart->n_points)
    return;
  left = to_x (plot, chart->points[first].at);
  right = to_x (plot, chart->points[end - 1].at);
  left = first > 0 ? (left + to_x (plot, chart->points[first - 1].at)) / 2 : area.x;
  right = end < chart->n_points ? (right + to_x (plot, chart->points[end].at)) / 2 : area.x + area.width;
  band = ff_plot_scene_add_box (plot->scene, (FfPlotBox) { left, 0, right - left, area.y + area.height }, BAND_RADIUS,
                                ff_plot_level_ink (chart->level));
  band->strength = BAND_STRENGTH;
  if (chart->shift_label != NULL)
    {
      double wanted = ff_plot_scene_text_width (plot->scene, chart->shift_label, FF_PLOT_CAPTION_BOLD);

      ff_plot_scene_add_text (plot->scene, chart->shift_label, FF_PLOT_CAPTION_BOLD, ff_plot_level_text (chart->level),
                              MIN (left + GAP, MAX (0, area.x + area.width - wanted)), 2, 0, 0, -1, 1);
    }
}

/* Beside the event's line, unless hardly anything of it would be left. */
static void
add_side (Plot *plot, const char *label, double x, double y, double align, double room)
{
  if (room >= LEAST_LABEL)
    ff_plot_scene_add_text (plot->scene, label, FF_PLOT_CAPTION, FF_PLOT_INK_DIM, x, y, align, 0, room, 1);
}

static void
add_event (Plot *plot, double y)
{
  const FfPlotRunChart *chart = plot->chart;
  double x = to_x (plot, chart->event);

  if (!isfinite (chart->event))
    return;
  ff_plot_scene_add_line (plot->scene, x, plot->frame.area.y, x, plot->frame.area.y + plot->frame.area.height, FF_PLOT_INK_DIM, 1)->dash =
      FF_PLOT_DOTTED;
  add_side (plot, chart->before_label, x - GAP, y, 1, x - GAP);
  add_side (plot, chart->after_label, x + GAP, y, 0, ff_plot_scene_get_width (plot->scene) - x - GAP);
}

/* Steps that change half-way between two points. @upper: which of the two limits. */
static void
add_limit (Plot *plot, gboolean upper)
{
  const FfPlotRunChart *chart = plot->chart;
  g_autofree FfPlotPoint *steps = g_new (FfPlotPoint, 2 * chart->n_points + 1);
  gsize n = 0;

  for (gsize i = 0; i < chart->n_points; i++)
    {
      const FfPlotRunPoint *point = &chart->points[i];
      double limit = upper ? point->upper : point->lower;
      double x = to_x (plot, point->at);
      double y = ff_plot_frame_y (&plot->frame, limit);

      if (!isfinite (limit))
        continue;
      steps[n++] = (FfPlotPoint) { i > 0 ? (to_x (plot, chart->points[i - 1].at) + x) / 2 : plot->frame.area.x, y };
      steps[n++] = (FfPlotPoint) { i + 1 < chart->n_points ? (to_x (plot, chart->points[i + 1].at) + x) / 2
                                                           : plot->frame.area.x + plot->frame.area.width, y };
    }
  if (n > 0)
    ff_plot_scene_add_path (plot->scene, steps, n, FF_PLOT_INK_DIM, 1)->dash = FF_PLOT_DASH_DOT;
}

static void
add_levels (Plot *plot)
{
  const FfPlotRunChart *chart = plot->chart;
  double left = plot->frame.area.x;
  double right = left + plot->frame.area.width;
  double centre = ff_plot_frame_y (&plot->frame, chart->centre);

  add_limit (plot, FALSE);
  add_limit (plot, TRUE);
  if (isfinite (chart->centre))
    ff_plot_scene_add_line (plot->scene, left, centre, right, centre, ff_plot_level_line (chart->level), 1.3);
  ff_plot_frame_add_target (plot->scene, &plot->frame, chart->target, isfinite (chart->target_from) ? to_x (plot, chart->target_from) : left, right);
}

/* Series ----------------------------------------------------------------------------------------------------------------- */

/* A line that breaks where a value is missing. */
static FfPlotShape *
add_line (Plot *plot, const FfPlotRunPoint *points, gsize n_points, FfPlotInk ink, double stroke, FfPlotDash dash, double strength)
{
  g_autofree FfPlotPoint *places = g_new (FfPlotPoint, n_points + 1);
  FfPlotShape *shape = NULL;
  gsize n = 0;

  for (gsize i = 0; i < n_points; i++)
    {
      if (isfinite (points[i].value))
        places[n++] = place (plot, points[i].at, points[i].value);
      if (n > 1 && (i + 1 == n_points || !isfinite (points[i + 1].value)))
        {
          shape = ff_plot_scene_add_path (plot->scene, places, n, ink, stroke);
          shape->dash = dash;
          shape->strength = strength;
        }
      if (!isfinite (points[i].value))
        n = 0;
    }
  return shape;
}

static void
add_spot (Plot *plot, const FfPlotRunPoint *point, int group, int index)
{
  FfPlotPoint at = place (plot, point->at, point->value);
  g_autofree char *name = point->label != NULL && point->note != NULL ? g_strdup_printf ("%s · %s", point->label, point->note)
                                                                      : g_strdup (point->label != NULL ? point->label : point->note);

  ff_plot_add_value_spot (plot->scene, at.x, at.y, group, index, name, &plot->chart->number, point->value);
}

static void
add_comparison (Plot *plot)
{
  const FfPlotRunChart *chart = plot->chart;

  add_line (plot, chart->comparison, chart->n_comparison, FF_PLOT_INK_DIM, 1.3, FF_PLOT_LONG, COMPARISON_STRENGTH);
  for (gsize i = 0; i < chart->n_comparison; i++)
    {
      FfPlotPoint at = place (plot, chart->comparison[i].at, chart->comparison[i].value);

      if (!isfinite (chart->comparison[i].value))
        continue;
      if (plot->dot >= LARGEST_DOT)
        ff_plot_scene_add_dot (plot->scene, at.x, at.y, COMPARISON_DOT, FF_PLOT_INK_DIM, FF_PLOT_FILLED)->strength = COMPARISON_STRENGTH;
      add_spot (plot, &chart->comparison[i], 1, (int) i);
    }
}

static void
add_series (Plot *plot)
{
  const FfPlotRunChart *chart = plot->chart;
  FfPlotInk ink = ff_plot_level_line (chart->level);

  add_line (plot, chart->points, chart->n_points, ink, plot->dot > 2.5 ? 2 : 1.3, FF_PLOT_SOLID, 1);
  for (gsize i = 0; i < chart->n_points; i++)
    {
      const FfPlotRunPoint *point = &chart->points[i];
      FfPlotPoint at = place (plot, point->at, point->value);

      if (!isfinite (point->value))
        continue;
      if (point->unusual)
        ff_plot_scene_add_dot (plot->scene, at.x, at.y, plot->dot + RING, FF_PLOT_INK_MISSED, FF_PLOT_FILLED)->stroke = 1.5;
      ff_plot_scene_add_dot (plot->scene, at.x, at.y, is_in_shift (chart, i) ? plot->dot + 0.5 : plot->dot, ink,
                             is_in_shift (chart, i) ? FF_PLOT_FILLED : FF_PLOT_HOLLOW);
      add_spot (plot, point, 0, (int) i);
    }
}

/* ------------------------------------------------------------------------------------------------------------------------ */

static gboolean
has_labels (const FfPlotRunChart *chart)
{
  for (gsize i = 0; i < chart->n_points; i++)
    if (chart->points[i].label != NULL)
      return TRUE;
  return FALSE;
}

static void
add_days (Plot *plot, double y)
{
  const FfPlotRunChart *chart = plot->chart;
  g_autofree const char **labels = g_new (const char *, chart->n_points + 1);
  g_autofree double *xs = g_new (double, chart->n_points + 1);
  gsize n = 0;

  for (gsize i = 0; i < chart->n_points; i++)
    {
      if (chart->points[i].label == NULL)
        continue;
      labels[n] = chart->points[i].label;
      xs[n++] = to_x (plot, chart->points[i].at);
    }
  ff_plot_add_row (plot->scene, labels, xs, n, y);
}

static double
find_last (const FfPlotRunPoint *points, gsize n, gboolean upper)
{
  while (n > 0 && !isfinite (upper ? points[n - 1].upper : points[n - 1].value))
    n--;
  return n == 0 ? NAN : upper ? points[n - 1].upper : points[n - 1].value;
}

/* The labels come with values in the place of where these lie. */
static void
add_end_labels (Plot *plot, FfPlotEndLabel *labels, gsize n, double width, double bottom)
{
  for (gsize i = 0; i < n; i++)
    if (isfinite (labels[i].y))
      labels[i].y = ff_plot_frame_y (&plot->frame, labels[i].y);
  ff_plot_add_end_labels (plot->scene, labels, n, ff_plot_scene_get_width (plot->scene) - width, width, 0, bottom);
}

static void
lay_out (FfPlotScene *scene, gconstpointer data)
{
  const FfPlotRunChart *chart = data;
  Plot plot = { .scene = scene, .chart = chart };
  double width = ff_plot_scene_get_width (scene);
  double line = ff_plot_scene_line_height (scene, FF_PLOT_CAPTION);
  double top = chart->shift_count > 0 && chart->shift_label != NULL ? line / 2 + 4 : 0;
  double days = has_labels (chart) ? line : 0;
  double event = isfinite (chart->event) && (chart->before_label != NULL || chart->after_label != NULL) ? line : 0;
  double bottom = ff_plot_scene_get_height (scene) - MAX (0, days + event - line / 2 + GAP);
  FfPlotEndLabel labels[] = {
    { chart->target_label, chart->target, FF_PLOT_CAPTION_BOLD, FF_PLOT_INK_TEXT },
    { chart->centre_label, chart->centre, FF_PLOT_CAPTION, FF_PLOT_INK_TEXT },
    { chart->comparison_label, find_last (chart->comparison, chart->n_comparison, FALSE), FF_PLOT_CAPTION, FF_PLOT_INK_DIM },
    { chart->limits_label, find_last (chart->points, chart->n_points, TRUE), FF_PLOT_CAPTION, FF_PLOT_INK_DIM },
  };
  double labels_width = ff_plot_measure_end_labels (scene, labels, G_N_ELEMENTS (labels), width * LABEL_SHARE);
  double low;
  double high;
  double axis;

  if (!find_ranges (&plot, &low, &high))
    return;
  plot.frame = ff_plot_frame_add (scene, (FfPlotBox) { 0, top, width - (labels_width > 0 ? labels_width + GAP : 0), bottom - top }, low, high,
                                  &chart->number, 0);
  plot.dot = CLAMP (plot.frame.area.width / MAX (1, (double) chart->n_points) * 0.32, SMALLEST_DOT, LARGEST_DOT);
  axis = plot.frame.area.y + plot.frame.area.height + GAP;

  add_shift (&plot);
  add_event (&plot, axis + days);
  add_levels (&plot);
  add_comparison (&plot);
  add_series (&plot);
  add_days (&plot, axis);
  add_end_labels (&plot, labels, G_N_ELEMENTS (labels), labels_width, bottom);
}

/* ------------------------------------------------------------------------------------------------------------------------ */

static const FfPlotRunPoint *
keep_points (FfPlotKeeper *keeper, const FfPlotRunPoint *points, gsize n)
{
  FfPlotRunPoint *copies = ff_plot_keep_array (keeper, points, n, sizeof *copies);

  for (gsize i = 0; i < n; i++)
    {
      ff_plot_keep_text (keeper, &copies[i].label);
      ff_plot_keep_text (keeper, &copies[i].note);
    }
  return copies;
}

static void
keep (FfPlotKeeper *keeper, gpointer data)
{
  FfPlotRunChart *chart = data;

  chart->points = keep_points (keeper, chart->points, chart->n_points);
  chart->comparison = keep_points (keeper, chart->comparison, chart->n_comparison);
  ff_plot_keep_text (keeper, &chart->comparison_label);
  ff_plot_keep_text (keeper, &chart->centre_label);
  ff_plot_keep_text (keeper, &chart->target_label);
  ff_plot_keep_text (keeper, &chart->limits_label);
  ff_plot_keep_text (keeper, &chart->before_label);
  ff_plot_keep_text (keeper, &chart->after_label);
  ff_plot_keep_text (keeper, &chart->shift_label);
  ff_plot_keep_text (keeper, &chart->number.unit);
}

static double
best_height (gconstpointer data, double width)
{
  return CLAMP (width * 0.5, 180, 300);
}

FfPlot *
ff_plot_run_chart_new (const FfPlotRunChart *chart, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotRunChart), keep, lay_out, 220, 140, best_height, FALSE };

  return ff_plot_new (&kind, chart, title, sentence);
}
