#include "config.h"

#include "ff-plot-histogram.h"

#include <glib/gi18n-lib.h>

#include "ff-plot-frame.h"
#include "ff-plot-private.h"

#define GAP 4.0
#define BAR_GAP 2.0
#define LARGEST_GAP 0.25 /* of a bin */
#define NEARLY 1e-9

typedef struct
{
  FfPlotScene *scene;
  const FfPlotHistogram *histogram;
  FfPlotFrame frame;
} Plot;

static double
edge (const FfPlotHistogram *histogram, gsize bin)
{
  return histogram->low + histogram->width * (double) bin;
}

static double
to_x (const Plot *plot, double value)
{
  const FfPlotHistogram *histogram = plot->histogram;

  return ff_plot_map (value, histogram->low, edge (histogram, histogram->n_bins), plot->frame.area.x, plot->frame.area.x + plot->frame.area.width);
}

static void
add_bin (Plot *plot, gsize i)
{
  const FfPlotHistogram *histogram = plot->histogram;
  gboolean failed = isfinite (histogram->pass_mark) && edge (histogram, i + 1) <= histogram->pass_mark + NEARLY;
  double left = to_x (plot, edge (histogram, i));
  double right = to_x (plot, edge (histogram, i + 1));
  double gap = MIN (BAR_GAP, (right - left) * LARGEST_GAP);
  double bottom = plot->frame.area.y + plot->frame.area.height;
  double top = ff_plot_frame_y (&plot->frame, histogram->counts[i]);
  g_autofree char *count = g_strdup_printf ("%u", histogram->counts[i]);
  g_autofree char *from = ff_plot_number_format (&histogram->number, edge (histogram, i));
  g_autofree char *to = ff_plot_number_format (&histogram->number, edge (histogram, i + 1));
  g_autofree char *name = g_strdup_printf (_("%s … %s"), from, to);

  if (histogram->counts[i] > 0)
    ff_plot_scene_add_box (plot->scene, (FfPlotBox) { left + gap / 2, top, right - left - gap, bottom - top }, 2,
                           failed ? FF_PLOT_INK_MISSED : ff_plot_level_ink (histogram->level));
  if (histogram->counts[i] > 0 && right - left >= ff_plot_scene_text_width (plot->scene, count, FF_PLOT_CAPTION_BOLD))
    ff_plot_scene_add_text (plot->scene, count, FF_PLOT_CAPTION_BOLD, failed ? FF_PLOT_INK_MISSED : FF_PLOT_INK_TEXT, (left + right) / 2, top - 1,
                            0.5, 1, -1, 1);
  ff_plot_add_bar_spot (plot->scene, (FfPlotBox) { left, plot->frame.area.y, right - left, plot->frame.area.height }, 0, (int) i, name, count);
}

static void
add_edges (Plot *plot)
{
  gsize n = plot->histogram->n_bins + 1;
  g_autofree double *xs = g_new (double, n);
  g_auto (GStrv) labels = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      xs[i] = to_x (plot, edge (plot->histogram, i));
      labels[i] = ff_plot_number_format (&plot->histogram->number, edge (plot->histogram, i));
    }
  ff_plot_add_row (plot->scene, (const char *const *) labels, xs, n, plot->frame.area.y + plot->frame.area.height + GAP);
}

static void
lay_out (FfPlotScene *scene, gconstpointer data)
{
  const FfPlotHistogram *histogram = data;
  Plot plot = { .scene = scene, .histogram = histogram };
  double line = ff_plot_scene_line_height (scene, FF_PLOT_CAPTION);
  double top = isfinite (histogram->pass_mark) && histogram->pass_label != NULL ? line : line / 2;
  double half_label = ff_plot_scene_text_width (scene, "100", FF_PLOT_CAPTION) / 2;
  double most = 1;

  if (histogram->n_bins == 0)
    return;
  for (gsize i = 0; i < histogram->n_bins; i++)
    most = MAX (most, histogram->counts[i]);
  /* The count of the highest bar stands above it. */
  plot.frame = ff_plot_frame_add (scene, (FfPlotBox) { 0, top, ff_plot_scene_get_width (scene) - half_label,
                                                       ff_plot_scene_get_height (scene) - top - line / 2 - GAP },
                                  0, most * 1.12, &(FfPlotNumber) { 0, FALSE, NULL }, 0);
  for (gsize i = 0; i < histogram->n_bins; i++)
    add_bin (&plot, i);
  add_edges (&plot);
  if (isfinite (histogram->pass_mark))
    {
      double x = to_x (&plot, histogram->pass_mark);

      ff_plot_scene_add_line (scene, x, line, x, plot.frame.area.y + plot.frame.area.height, FF_PLOT_INK_TARGET, 1.3)->dash = FF_PLOT_DASHED;
      ff_plot_scene_add_text (scene, histogram->pass_label, FF_PLOT_CAPTION, FF_PLOT_INK_TEXT, x, 0, 0.5, 0, -1, 1);
    }
}

static void
keep (FfPlotKeeper *keeper, gpointer data)
{
  FfPlotHistogram *histogram = data;

  histogram->counts = ff_plot_keep_array (keeper, histogram->counts, histogram->n_bins, sizeof *histogram->counts);
  ff_plot_keep_text (keeper, &histogram->pass_label);
  ff_plot_keep_text (keeper, &histogram->number.unit);
}

static double
best_height (gconstpointer data, double width)
{
  return CLAMP (width * 0.5, 150, 260);
}

FfPlot *
ff_plot_histogram_new (const FfPlotHistogram *histogram, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotHistogram), keep, lay_out, 200, 120, best_height, FALSE };

  return ff_plot_new (&kind, histogram, title, sentence);
}

void
ff_plot_histogram_count (const double *values, gsize n, double low, double high, double width, guint *counts)
{
  gsize n_bins;

  g_return_if_fail (width > 0 && high > low);

  n_bins = (gsize) ceil ((high - low) / width - NEARLY);
  for (gsize i = 0; i < n_bins; i++)
    counts[i] = 0;
  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      counts[(gsize) CLAMP (floor ((values[i] - low) / width + NEARLY), 0, (double) n_bins - 1)]++;
}
