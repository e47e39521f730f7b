#include "config.h"

#include "ff-plot-trend.h"

#include "ff-plot-frame.h"
#include "ff-plot-private.h"

#define GAP 8.0
#define DOT 4.0
#define SINGLE_DOT 2.5 /* a value without neighbours */
#define LABEL_SHARE 0.38
#define TICKS 5

typedef struct
{
  FfPlotScene *scene;
  const FfPlotTrend *trend;
  FfPlotFrame frame;
} Plot;

static double
to_x (const Plot *plot, gsize period)
{
  double n = (double) plot->trend->n_periods;

  return plot->frame.area.x + DOT + (plot->frame.area.width - 2 * DOT) * (n > 1 ? (double) period / (n - 1) : 0.5);
}

static FfPlotPoint
place (const Plot *plot, gsize series, gsize period)
{
  return (FfPlotPoint) { to_x (plot, period), ff_plot_frame_y (&plot->frame, plot->trend->series[series].values[period]) };
}

static gboolean
is_known (const FfPlotTrend *trend, gsize series, gsize period)
{
  return period < trend->n_periods && isfinite (trend->series[series].values[period]);
}

/* The last period with a value; n_periods: there is none. */
static gsize
find_end (const FfPlotTrend *trend, gsize series)
{
  for (gsize period = trend->n_periods; period > 0; period--)
    if (is_known (trend, series, period - 1))
      return period - 1;
  return trend->n_periods;
}

/* FALSE: there is nothing to show. */
static gboolean
find_range (const FfPlotTrend *trend, double *low, double *high)
{
  *low = *high = NAN;
  for (gsize series = 0; series < trend->n_series; series++)
    for (gsize period = 0; period < trend->n_periods; period++)
      ff_plot_include (low, high, trend->series[series].values[period]);
  if (isnan (*low))
    return FALSE;
  ff_plot_include (low, high, trend->target);
  ff_plot_widen (low, high, TICKS);
  if (isfinite (trend->low))
    *low = trend->low;
  if (isfinite (trend->high))
    *high = trend->high;
  return TRUE;
}

static void
add_series (Plot *plot, gsize series)
{
  static const FfPlotDash dashes[] = { FF_PLOT_SOLID, FF_PLOT_LONG, FF_PLOT_DOTTED, FF_PLOT_DASH_DOT };
  const FfPlotTrend *trend = plot->trend;
  FfPlotInk ink = ff_plot_level_line (trend->series[series].level);
  g_autofree FfPlotPoint *points = g_new (FfPlotPoint, trend->n_periods + 1);
  gsize end = find_end (trend, series);
  gsize n = 0;

  for (gsize period = 0; period < trend->n_periods; period++)
    {
      if (!is_known (trend, series, period))
        continue;
      points[n++] = place (plot, series, period);
      ff_plot_add_value_spot (plot->scene, points[n - 1].x, points[n - 1].y, (int) series, (int) period, trend->series[series].label,
                              &trend->number, trend->series[series].values[period]);
      if (is_known (trend, series, period + 1))
        continue;
      if (n > 1)
        ff_plot_scene_add_path (plot->scene, points, n, ink, 2)->dash = dashes[series % G_N_ELEMENTS (dashes)];
      else if (period != end)
        ff_plot_scene_add_dot (plot->scene, points[0].x, points[0].y, SINGLE_DOT, ink, FF_PLOT_FILLED);
      n = 0;
    }
  if (end < trend->n_periods)
    {
      FfPlotPoint point = place (plot, series, end);

      ff_plot_scene_add_dot (plot->scene, point.x, point.y, DOT, ink, FF_PLOT_FILLED);
    }
}

/* "2 Learning 86 %", and last the target; with values in the place of where these lie. */
static FfPlotEndLabel *
make_labels (const FfPlotTrend *trend)
{
  FfPlotEndLabel *labels = g_new0 (FfPlotEndLabel, trend->n_series + 1);

  for (gsize i = 0; i < trend->n_series; i++)
    {
      gsize end = find_end (trend, i);
      g_autofree char *figure = end < trend->n_periods ? ff_plot_number_format (&trend->number, trend->series[i].values[end]) : NULL;

      labels[i] = (FfPlotEndLabel) { figure != NULL ? g_strdup_printf ("%s %s", trend->series[i].label, figure) : NULL,
                                     figure != NULL ? trend->series[i].values[end] : NAN, FF_PLOT_CAPTION_BOLD,
                                     ff_plot_level_text (trend->series[i].level) };
    }
  labels[trend->n_series] = (FfPlotEndLabel) { g_strdup (trend->target_label), trend->target, FF_PLOT_CAPTION, FF_PLOT_INK_TEXT };
  return labels;
}

static void
add_labels (Plot *plot, FfPlotEndLabel *labels, double width, double bottom)
{
  const FfPlotTrend *trend = plot->trend;

  for (gsize i = 0; i <= trend->n_series; i++)
    labels[i].y = isfinite (labels[i].y) ? ff_plot_frame_y (&plot->frame, labels[i].y) : NAN;
  ff_plot_add_end_labels (plot->scene, labels, trend->n_series + 1, ff_plot_scene_get_width (plot->scene) - width, width, 0, bottom);
}

static void
lay_out (FfPlotScene *scene, gconstpointer data)
{
  const FfPlotTrend *trend = data;
  Plot plot = { .scene = scene, .trend = trend };
  double width = ff_plot_scene_get_width (scene);
  double line = ff_plot_scene_line_height (scene, FF_PLOT_CAPTION);
  double height = ff_plot_scene_get_height (scene) - line - GAP / 2;
  g_autofree FfPlotEndLabel *labels = make_labels (trend);
  g_autofree double *xs = g_new (double, trend->n_periods + 1);
  double labels_width = ff_plot_measure_end_labels (scene, labels, trend->n_series + 1, width * LABEL_SHARE);
  double low;
  double high;

  if (find_range (trend, &low, &high))
    {
      plot.frame = ff_plot_frame_add (scene, (FfPlotBox) { 0, 0, width - labels_width - GAP, height }, low, high, &trend->number, 0);
      ff_plot_frame_add_target (scene, &plot.frame, trend->target, plot.frame.area.x, plot.frame.area.x + plot.frame.area.width);
      for (gsize i = 0; i < trend->n_series; i++)
        add_series (&plot, i);
      for (gsize i = 0; i < trend->n_periods; i++)
        xs[i] = to_x (&plot, i);
      ff_plot_add_row (scene, trend->periods, xs, trend->n_periods, height + GAP / 2);
      add_labels (&plot, labels, labels_width, height);
    }
  for (gsize i = 0; i <= trend->n_series; i++)
    g_free ((char *) labels[i].text);
}

static void
keep (FfPlotKeeper *keeper, gpointer data)
{
  FfPlotTrend *trend = data;
  FfPlotTrendSeries *series = ff_plot_keep_array (keeper, trend->series, trend->n_series, sizeof *series);

  for (gsize i = 0; i < trend->n_series; i++)
    {
      series[i].values = ff_plot_keep_array (keeper, series[i].values, trend->n_periods, sizeof *series[i].values);
      ff_plot_keep_text (keeper, &series[i].label);
    }
  trend->series = series;
  trend->periods = ff_plot_keep_texts (keeper, trend->periods, trend->n_periods);
  ff_plot_keep_text (keeper, &trend->target_label);
  ff_plot_keep_text (keeper, &trend->number.unit);
}

static double
best_height (gconstpointer data, double width)
{
  return CLAMP (width * 0.32, 170, 260);
}

FfPlot *
ff_plot_trend_new (const FfPlotTrend *trend, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotTrend), keep, lay_out, 220, 120, best_height, FALSE };

  return ff_plot_new (&kind, trend, title, sentence);
}
