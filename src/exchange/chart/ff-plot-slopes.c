#include "config.h"

#include "ff-plot-slopes.h"

#include "ff-plot-frame.h"
#include "ff-plot-private.h"

#define GAP 8.0
#define MEAN_DOT 5.0
#define LABEL_SHARE 0.3
#define WIDEST 480.0 /* slopes that are spread farther look flat */

typedef struct
{
  FfPlotScene *scene;
  const FfPlotSlopes *slopes;
  FfPlotFrame frame;
} Plot;

static double
left_of (const Plot *plot)
{
  return plot->frame.area.x;
}

static double
right_of (const Plot *plot)
{
  return plot->frame.area.x + plot->frame.area.width;
}

/* With many lines each is paler, so that where they gather shows. */
static double
choose_strength (gsize n)
{
  return CLAMP (12.0 / (double) MAX (n, 1), 0.18, 0.5);
}

static void
add_spots (Plot *plot, int index, const char *name, double before, double after)
{
  g_autofree char *from = ff_plot_number_format (&plot->slopes->number, before);
  g_autofree char *to = ff_plot_number_format (&plot->slopes->number, after);
  g_autofree char *change = g_strdup_printf ("%s → %s", from, to);
  FfPlotBox box = { left_of (plot) - GAP, ff_plot_frame_y (&plot->frame, before) - GAP, 2 * GAP, 2 * GAP };

  ff_plot_add_bar_spot (plot->scene, box, 0, index, name, change);
  box.x = right_of (plot) - GAP;
  box.y = ff_plot_frame_y (&plot->frame, after) - GAP;
  ff_plot_add_bar_spot (plot->scene, box, 0, index, name, change);
}

static void
add_line (Plot *plot, const FfPlotSlope *slope)
{
  FfPlotShape *line = ff_plot_scene_add_line (plot->scene, left_of (plot), ff_plot_frame_y (&plot->frame, slope->before), right_of (plot),
                                              ff_plot_frame_y (&plot->frame, slope->after),
                                              slope->failed ? FF_PLOT_INK_MISSED : ff_plot_level_line (plot->slopes->level),
                                              slope->failed ? 1.5 : 1.2);

  line->strength = slope->failed ? 0.75 : choose_strength (plot->slopes->n_slopes);
}

static void
add_lines (Plot *plot, gboolean failed)
{
  for (gsize i = 0; i < plot->slopes->n_slopes; i++)
    {
      const FfPlotSlope *slope = &plot->slopes->slopes[i];

      if ((slope->failed != FALSE) != failed || !isfinite (slope->before) || !isfinite (slope->after))
        continue;
      add_line (plot, slope);
      add_spots (plot, (int) i, slope->name, slope->before, slope->after);
    }
}

static gboolean
has_mean (const FfPlotSlopes *slopes)
{
  return isfinite (slopes->mean_before) && isfinite (slopes->mean_after);
}

static void
add_mean (Plot *plot)
{
  const FfPlotSlopes *slopes = plot->slopes;
  FfPlotInk ink = ff_plot_level_text (slopes->level);
  double before = ff_plot_frame_y (&plot->frame, slopes->mean_before);
  double after = ff_plot_frame_y (&plot->frame, slopes->mean_after);

  if (!has_mean (slopes))
    return;
  ff_plot_scene_add_path (plot->scene, (FfPlotPoint[]) { { left_of (plot), before }, { right_of (plot), after } }, 2, ink, 3.5);
  ff_plot_scene_add_dot (plot->scene, left_of (plot), before, MEAN_DOT + 1.5, FF_PLOT_INK_SURFACE, FF_PLOT_FILLED);
  ff_plot_scene_add_dot (plot->scene, left_of (plot), before, MEAN_DOT, ink, FF_PLOT_FILLED);
  ff_plot_scene_add_dot (plot->scene, right_of (plot), after, MEAN_DOT + 1.5, FF_PLOT_INK_SURFACE, FF_PLOT_FILLED);
  ff_plot_scene_add_dot (plot->scene, right_of (plot), after, MEAN_DOT, ink, FF_PLOT_FILLED);
  add_spots (plot, -1, slopes->mean_label, slopes->mean_before, slopes->mean_after);
}

/* The labels under both ends: centred at them as far as there is room, and clear of each other. */
static void
add_ends (Plot *plot)
{
  double width = ff_plot_scene_get_width (plot->scene);
  double y = ff_plot_scene_get_height (plot->scene);
  double middle = (left_of (plot) + right_of (plot)) / 2;

  ff_plot_scene_add_text (plot->scene, plot->slopes->before_label, FF_PLOT_CAPTION, FF_PLOT_INK_DIM, left_of (plot), y, 0.5, 1,
                          2 * MIN (left_of (plot), middle - GAP / 2 - left_of (plot)), 1);
  ff_plot_scene_add_text (plot->scene, plot->slopes->after_label, FF_PLOT_CAPTION, FF_PLOT_INK_DIM, right_of (plot), y, 0.5, 1,
                          2 * MIN (width - right_of (plot), right_of (plot) - middle - GAP / 2), 1);
}

static void
lay_out (FfPlotScene *scene, gconstpointer data)
{
  const FfPlotSlopes *slopes = data;
  Plot plot = { .scene = scene, .slopes = slopes };
  double width = MIN (ff_plot_scene_get_width (scene), WIDEST);
  double line = ff_plot_scene_line_height (scene, FF_PLOT_CAPTION);
  double height = ff_plot_scene_get_height (scene) - line - GAP / 2;
  g_autofree char *before = has_mean (slopes) ? ff_plot_number_format (&slopes->number, slopes->mean_before) : NULL;
  g_autofree char *after = has_mean (slopes) ? ff_plot_number_format (&slopes->number, slopes->mean_after) : NULL;
  double before_width = ff_plot_scene_text_width (scene, before, FF_PLOT_LABEL_BOLD);
  FfPlotEndLabel labels[] = {
    { after, slopes->mean_after, FF_PLOT_LABEL_BOLD, ff_plot_level_text (slopes->level) },
    { slopes->pass_label, slopes->pass_mark, FF_PLOT_CAPTION, FF_PLOT_INK_TEXT },
  };
  double labels_width = ff_plot_measure_end_labels (scene, labels, G_N_ELEMENTS (labels), width * LABEL_SHARE);
  double right = width - MAX (labels_width + MEAN_DOT + GAP, MEAN_DOT + 2);

  plot.frame = ff_plot_frame_add (scene, (FfPlotBox) { 0, 0, right, height }, slopes->low, slopes->high, &(FfPlotNumber) { 0, FALSE, slopes->number.unit },
                                  before != NULL ? before_width + 2 * GAP : GAP);
  add_lines (&plot, FALSE);
  add_lines (&plot, TRUE);
  ff_plot_frame_add_target (scene, &plot.frame, slopes->pass_mark, left_of (&plot), right_of (&plot) + GAP);
  add_mean (&plot);
  add_ends (&plot);

  ff_plot_scene_add_text (scene, before, FF_PLOT_LABEL_BOLD, ff_plot_level_text (slopes->level), left_of (&plot) - MEAN_DOT - GAP / 2,
                          ff_plot_frame_y (&plot.frame, slopes->mean_before), 1, 0.5, -1, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    labels[i].y = isfinite (labels[i].y) ? ff_plot_frame_y (&plot.frame, labels[i].y) : NAN;
  ff_plot_add_end_labels (scene, labels, G_N_ELEMENTS (labels), right_of (&plot) + MEAN_DOT + GAP, labels_width, 0, height);
}

static void
keep (FfPlotKeeper *keeper, gpointer data)
{
  FfPlotSlopes *slopes = data;
  FfPlotSlope *lines = ff_plot_keep_array (keeper, slopes->slopes, slopes->n_slopes, sizeof *lines);

  for (gsize i = 0; i < slopes->n_slopes; i++)
    ff_plot_keep_text (keeper, &lines[i].name);
  slopes->slopes = lines;
  ff_plot_keep_text (keeper, &slopes->mean_label);
  ff_plot_keep_text (keeper, &slopes->before_label);
  ff_plot_keep_text (keeper, &slopes->after_label);
  ff_plot_keep_text (keeper, &slopes->pass_label);
  ff_plot_keep_text (keeper, &slopes->number.unit);
}

static double
best_height (gconstpointer data, double width)
{
  return CLAMP (width * 0.75, 180, 300);
}

FfPlot *
ff_plot_slopes_new (const FfPlotSlopes *slopes, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotSlopes), keep, lay_out, 220, 140, best_height, FALSE };

  return ff_plot_new (&kind, slopes, title, sentence);
}
