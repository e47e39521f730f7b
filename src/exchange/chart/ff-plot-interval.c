#include "config.h"

#include "ff-plot-interval.h"

#include <glib/gi18n-lib.h>

#include "ff-plot-frame.h"
#include "ff-plot-private.h"

#define TRACK 6.0
#define DOT 5.0
#define RING 2.0
#define REACH 9.0 /* of the ticks, above and below the middle of the track */
#define GAP 3.0

typedef struct
{
  FfPlotScene *scene;
  const FfPlotInterval *interval;
  double left;
  double right;
  double y;
} Track;

static double
to_x (const Track *track, double value)
{
  return ff_plot_map (value, track->interval->low, track->interval->high, track->left, track->right);
}

static FfPlotBox
between (const Track *track, double from, double to)
{
  return (FfPlotBox) { to_x (track, from), track->y - TRACK / 2, to_x (track, to) - to_x (track, from), TRACK };
}

static void
add_margin (const Track *track)
{
  const FfPlotInterval *interval = track->interval;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *words = NULL;

  if (!isfinite (interval->from) || !isfinite (interval->to))
    return;
  from = ff_plot_number_format (&interval->number, interval->from);
  to = ff_plot_number_format (&interval->number, interval->to);
  /* TRANSLATORS: an interval on a scale, "+13 … +68" */
  words = g_strdup_printf (_("%s … %s"), from, to);
  ff_plot_scene_add_box (track->scene, between (track, interval->from, interval->to), TRACK / 2, ff_plot_level_ink (interval->level))->strength = 0.5;
  ff_plot_scene_add_text (track->scene, words, FF_PLOT_CAPTION, FF_PLOT_INK_TEXT,
                          (to_x (track, interval->from) + to_x (track, interval->to)) / 2, track->y - REACH - GAP, 0.5, 1, -1, 1);
}

static void
add_value (const Track *track)
{
  double x = to_x (track, track->interval->value);

  if (!isfinite (track->interval->value))
    return;
  ff_plot_scene_add_dot (track->scene, x, track->y, DOT + RING, FF_PLOT_INK_SURFACE, FF_PLOT_FILLED);
  ff_plot_scene_add_dot (track->scene, x, track->y, DOT, ff_plot_level_line (track->interval->level), FF_PLOT_FILLED);
  ff_plot_add_value_spot (track->scene, x, track->y, 0, 0, NULL, &track->interval->number, track->interval->value);
}

static void
lay_out (FfPlotScene *scene, gconstpointer data)
{
  const FfPlotInterval *interval = data;
  double width = ff_plot_scene_get_width (scene);
  double line = ff_plot_scene_line_height (scene, FF_PLOT_CAPTION);
  double rest = MAX (0, ff_plot_scene_get_height (scene) - 2 * (line + REACH + GAP));
  Track track = { scene, interval, DOT + RING, width - DOT - RING, line + GAP + REACH + rest / 2 };
  double ends[] = { interval->low, 0, interval->high };
  char *labels[3];
  double xs[3];
  gsize n = 0;

  ff_plot_scene_add_box (scene, between (&track, interval->low, interval->high), TRACK / 2, FF_PLOT_INK_TRACK);
  if (interval->low < 0 && interval->high > 0)
    ff_plot_scene_add_line (scene, to_x (&track, 0), track.y - REACH, to_x (&track, 0), track.y + REACH, FF_PLOT_INK_DIM, 1);
  add_margin (&track);
  if (isfinite (interval->target))
    ff_plot_scene_add_line (scene, to_x (&track, interval->target), track.y - REACH, to_x (&track, interval->target), track.y + REACH,
                            FF_PLOT_INK_TARGET, 2);
  add_value (&track);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (i == 1 && (interval->low >= 0 || interval->high <= 0))
        continue;
      xs[n] = to_x (&track, ends[i]);
      labels[n++] = ff_plot_number_format (&interval->number, ends[i]);
    }
  ff_plot_add_row (scene, (const char *const *) labels, xs, n, track.y + REACH + GAP);
  for (gsize i = 0; i < n; i++)
    g_free (labels[i]);
}

static void
keep (FfPlotKeeper *keeper, gpointer data)
{
  ff_plot_keep_text (keeper, &((FfPlotInterval *) data)->number.unit);
}

static double
best_height (gconstpointer data, double width)
{
  return 60;
}

FfPlot *
ff_plot_interval_new (const FfPlotInterval *interval, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotInterval), keep, lay_out, 140, 56, best_height, FALSE };

  return ff_plot_new (&kind, interval, title, sentence);
}
