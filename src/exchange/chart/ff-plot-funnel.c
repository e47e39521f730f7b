#include "config.h"

#include "ff-plot-funnel.h"

#include "ff-plot-frame.h"
#include "ff-plot-private.h"

#define LABEL_SHARE 0.36
#define LEAST_WITH_LOSSES 320.0 /* a narrower funnel does not say what each step lost */
#define GAP 12.0
#define BAR 34.0
#define PITCH 50.0
#define LEAST_BAR 14.0
#define RADIUS 5.0
#define REACH 4.0 /* of the target's line beyond its bars */
#define ARROW 4.0
#define PALEST 0.5

typedef struct
{
  FfPlotScene *scene;
  const FfPlotFunnel *funnel;
  double label_width;
  FfPlotBox area; /* of the bars */
  double share_right;
  double bar;
  double pitch;
} Plot;

static double
to_x (const Plot *plot, double count)
{
  return ff_plot_map (count, 0, plot->funnel->whole, plot->area.x, plot->area.x + plot->area.width);
}

static double
top_of (const Plot *plot, gsize step)
{
  return plot->area.y + plot->pitch * (double) step;
}

static char *
format_share (const Plot *plot, double count)
{
  return ff_plot_number_format (&plot->funnel->share, plot->funnel->whole > 0 ? 100 * count / plot->funnel->whole : NAN);
}

static char *
format_count (double count)
{
  return ff_plot_number_format (&(FfPlotNumber) { 0, FALSE, NULL }, count);
}

static gboolean
has_target (const Plot *plot, gsize step)
{
  return isfinite (plot->funnel->steps[step].target);
}

static gboolean
begins_target (const Plot *plot, gsize step)
{
  return has_target (plot, step) && (step == 0 || plot->funnel->steps[step - 1].target != plot->funnel->steps[step].target);
}

/* Columns and rows --------------------------------------------------------------------------------------------------------- */

static void
divide (Plot *plot)
{
  const FfPlotFunnel *funnel = plot->funnel;
  double width = ff_plot_scene_get_width (plot->scene);
  double line = ff_plot_scene_line_height (plot->scene, FF_PLOT_CAPTION);
  double top = funnel->n_steps > 0 && has_target (plot, 0) ? line + REACH : 0;
  double shares = ff_plot_scene_text_width (plot->scene, "100 %", FF_PLOT_LABEL_BOLD);
  double losses = 0;
  double pitch;

  for (gsize i = 0; i < funnel->n_steps; i++)
    {
      double step_width;
      double step_height;
      g_autofree char *share = format_share (plot, funnel->steps[i].count);

      ff_plot_scene_measure (plot->scene, funnel->steps[i].label, FF_PLOT_LABEL, width * LABEL_SHARE, 2, &step_width, &step_height);
      plot->label_width = MAX (plot->label_width, step_width);
      shares = MAX (shares, ff_plot_scene_text_width (plot->scene, share, FF_PLOT_LABEL_BOLD));
      if (i > 0 && width >= LEAST_WITH_LOSSES)
        {
          g_autofree char *loss = format_count (funnel->steps[i].count - funnel->steps[i - 1].count);

          losses = MAX (losses, ff_plot_scene_text_width (plot->scene, loss, FF_PLOT_CAPTION));
        }
    }
  plot->share_right = losses > 0 ? width - losses - GAP / 2 : width;
  plot->area.x = plot->label_width + GAP;
  plot->area.y = top;
  plot->area.width = MAX (1, plot->share_right - shares - GAP - plot->area.x);

  /* The last bar's gap is not needed. */
  pitch = (ff_plot_scene_get_height (plot->scene) - top - REACH) / MAX (1, (double) funnel->n_steps - 1 + BAR / PITCH);
  plot->pitch = MIN (pitch, PITCH * 1.2);
  plot->bar = MAX (MIN (plot->pitch * BAR / PITCH, plot->pitch - line), MIN (LEAST_BAR, plot->pitch));
}

/* ------------------------------------------------------------------------------------------------------------------------ */

/* What was lost on the way to this step, in the gap above it. */
static void
add_loss (Plot *plot, gsize i)
{
  double loss = plot->funnel->steps[i].count - plot->funnel->steps[i - 1].count;
  double right = ff_plot_scene_get_width (plot->scene);
  double y = top_of (plot, i) + plot->bar / 2 - plot->pitch / 2;
  double line = ff_plot_scene_line_height (plot->scene, FF_PLOT_CAPTION);
  g_autofree char *words = format_count (loss);
  FfPlotBox box;

  if (!isfinite (loss) || loss == 0 || right < LEAST_WITH_LOSSES)
    return;
  box = ff_plot_scene_add_text (plot->scene, words, FF_PLOT_CAPTION, FF_PLOT_INK_DIM, right, y + line / 4, 1, 0.5, -1, 1);
  if (loss < 0 && plot->pitch >= 2 * line)
    {
      double x = box.x + box.width / 2;
      double tip = box.y;
      const FfPlotPoint shaft[] = { { x, tip - 2 * ARROW }, { x, tip } };
      const FfPlotPoint head[] = { { x - ARROW * 0.8, tip - ARROW * 0.8 }, { x, tip }, { x + ARROW * 0.8, tip - ARROW * 0.8 } };

      ff_plot_scene_add_path (plot->scene, shaft, G_N_ELEMENTS (shaft), FF_PLOT_INK_DIM, 1);
      ff_plot_scene_add_path (plot->scene, head, G_N_ELEMENTS (head), FF_PLOT_INK_DIM, 1);
    }
}

static void
add_step (Plot *plot, gsize i)
{
  const FfPlotFunnelStep *step = &plot->funnel->steps[i];
  double top = top_of (plot, i);
  double middle = top + plot->bar / 2;
  double deep = plot->funnel->n_steps > 1 ? (double) i / ((double) plot->funnel->n_steps - 1) : 1;
  double width = isfinite (step->count) ? to_x (plot, step->count) - plot->area.x : 0;
  g_autofree char *count = format_count (step->count);
  g_autofree char *share = format_share (plot, step->count);
  g_autofree char *figure = g_strdup_printf ("%s · %s", count, share);
  double count_width = ff_plot_scene_text_width (plot->scene, count, FF_PLOT_FIGURE);
  gboolean inside = width > count_width + GAP;

  ff_plot_scene_add_text (plot->scene, step->label, FF_PLOT_LABEL, FF_PLOT_INK_TEXT, plot->label_width, middle, 1, 0.5, plot->label_width,
                          plot->pitch >= 2 * ff_plot_scene_line_height (plot->scene, FF_PLOT_LABEL) ? 2 : 1);
  ff_plot_scene_add_box (plot->scene, (FfPlotBox) { plot->area.x, top, plot->area.width, plot->bar }, RADIUS, FF_PLOT_INK_TRACK);
  if (width > 0)
    {
      FfPlotShape *bar = ff_plot_scene_add_box (plot->scene, (FfPlotBox) { plot->area.x, top, width, plot->bar }, RADIUS,
                                                ff_plot_level_ink (plot->funnel->level));

      bar->strength = PALEST + (1 - PALEST) * deep;
    }
  ff_plot_scene_add_text (plot->scene, count, FF_PLOT_FIGURE, inside ? FF_PLOT_INK_ON_BAR : FF_PLOT_INK_TEXT,
                          plot->area.x + MAX (0, MIN (inside ? GAP : width + GAP / 2, plot->area.width - count_width)), middle, 0, 0.5, -1, 1);
  ff_plot_scene_add_text (plot->scene, share, step->missed ? FF_PLOT_LABEL_BOLD : FF_PLOT_LABEL,
                          step->missed ? FF_PLOT_INK_MISSED : FF_PLOT_INK_TEXT, plot->share_right, middle, 1, 0.5, -1, 1);
  if (i > 0)
    add_loss (plot, i);
  ff_plot_add_bar_spot (plot->scene, (FfPlotBox) { plot->area.x, top, plot->area.width, plot->bar }, 0, (int) i, step->label, figure);
}

/* One line for neighbours with the same target, named above the first of them and within the width of the bars. */
static void
add_target (Plot *plot, gsize first)
{
  const FfPlotFunnelStep *steps = plot->funnel->steps;
  double x = to_x (plot, steps[first].target);
  double half = MIN (ff_plot_scene_text_width (plot->scene, steps[first].target_label, FF_PLOT_CAPTION), plot->area.width) / 2;
  double top = top_of (plot, first);
  gsize last = first;
  FfPlotShape *line;

  while (last + 1 < plot->funnel->n_steps && steps[last + 1].target == steps[first].target)
    last++;
  line = ff_plot_scene_add_line (plot->scene, x, top - REACH / 2, x, top_of (plot, last) + plot->bar + REACH, FF_PLOT_INK_TARGET, 1.3);
  line->dash = FF_PLOT_DASHED;
  ff_plot_scene_add_text (plot->scene, steps[first].target_label, FF_PLOT_CAPTION, FF_PLOT_INK_TEXT,
                          CLAMP (x, plot->area.x + half, plot->area.x + plot->area.width - half), top - 1, 0.5, 1, plot->area.width, 1);
}

static void
lay_out (FfPlotScene *scene, gconstpointer data)
{
  Plot plot = { .scene = scene, .funnel = data };

  divide (&plot);
  for (gsize i = 0; i < plot.funnel->n_steps; i++)
    add_step (&plot, i);
  for (gsize i = 0; i < plot.funnel->n_steps; i++)
    if (begins_target (&plot, i))
      add_target (&plot, i);
}

static void
keep (FfPlotKeeper *keeper, gpointer data)
{
  FfPlotFunnel *funnel = data;
  FfPlotFunnelStep *steps = ff_plot_keep_array (keeper, funnel->steps, funnel->n_steps, sizeof *steps);

  for (gsize i = 0; i < funnel->n_steps; i++)
    {
      ff_plot_keep_text (keeper, &steps[i].label);
      ff_plot_keep_text (keeper, &steps[i].target_label);
    }
  funnel->steps = steps;
  ff_plot_keep_text (keeper, &funnel->share.unit);
}

static double
best_height (gconstpointer data, double width)
{
  return PITCH * (double) ((const FfPlotFunnel *) data)->n_steps + 8;
}

FfPlot *
ff_plot_funnel_new (const FfPlotFunnel *funnel, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotFunnel), keep, lay_out, 240, 120, best_height, FALSE };

  return ff_plot_new (&kind, funnel, title, sentence);
}
