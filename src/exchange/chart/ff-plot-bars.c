#include "config.h"

#include "ff-plot-bars.h"

#include "ff-plot-frame.h"
#include "ff-plot-private.h"

#define LABEL_SHARE 0.36 /* of the width, at most */
#define GAP 8.0
#define GROUP_GAP 12.0
#define BAR 11.0
#define BAR_GAP 4.0
#define LARGEST_STRETCH 1.5
#define SWATCH 11.0
#define DIGITS 0.8 /* how much of a line's height they need */
#define RADIUS 2.5

typedef struct
{
  FfPlotScene *scene;
  const FfPlotBars *bars;
  double label_width;
  FfPlotBox area; /* of the bars */
  double bar;     /* height of one */
  double pitch;   /* from bar to bar */
  double group;   /* from group to group */
  gboolean figures; /* there is room for them */
} Plot;

/* Each series is filled in its own way, so that it is known without colour. */
static void
add_bar (Plot *plot, FfPlotBox box, gsize series)
{
  FfPlotInk ink = ff_plot_level_ink (plot->bars->level);
  FfPlotShape *shape = ff_plot_scene_add_box (plot->scene, box, RADIUS, ink);

  switch (series)
    {
    case 0:
      break;
    case 1:
      shape->fill = FF_PLOT_HATCHED;
      shape->stroke = 1;
      break;
    case 2:
      shape->fill = FF_PLOT_HOLLOW;
      shape->stroke = 1.5;
      break;
    default:
      shape->strength = 0.4;
    }
}

/* Legend ----------------------------------------------------------------------------------------------------------------- */

/* Swatches with names, from left to right and on as many lines as they need; how high that is. */
static double
add_legend (Plot *plot)
{
  double line = ff_plot_scene_line_height (plot->scene, FF_PLOT_CAPTION);
  double width = ff_plot_scene_get_width (plot->scene);
  double x = 0;
  double y = 0;

  if (plot->bars->n_series < 2)
    return 0;
  for (gsize i = 0; i < plot->bars->n_series; i++)
    {
      double wanted = SWATCH + GAP / 2 + ff_plot_scene_text_width (plot->scene, plot->bars->series[i], FF_PLOT_CAPTION);

      if (x > 0 && x + wanted > width)
        {
          x = 0;
          y += line + 2;
        }
      add_bar (plot, (FfPlotBox) { x, y + (line - SWATCH) / 2, SWATCH, SWATCH }, i);
      ff_plot_scene_add_text (plot->scene, plot->bars->series[i], FF_PLOT_CAPTION, FF_PLOT_INK_TEXT, x + SWATCH + GAP / 2, y, 0, 0,
                              width - x - SWATCH - GAP / 2, 1);
      x += wanted + 2 * GAP;
    }
  return y + line + GAP;
}

/* Groups ----------------------------------------------------------------------------------------------------------------- */

static double
to_x (const Plot *plot, double value)
{
  return ff_plot_map (value, plot->bars->low, plot->bars->high, plot->area.x, plot->area.x + plot->area.width);
}

static void
add_value (Plot *plot, gsize group, gsize series, double y)
{
  const FfPlotBars *bars = plot->bars;
  double value = bars->groups[group].values[series];
  double from = to_x (plot, 0);
  double to = to_x (plot, isfinite (value) ? value : 0);
  g_autofree char *figure = ff_plot_number_format (&bars->number, value);
  g_autofree char *name = bars->n_series > 1 ? g_strdup_printf ("%s · %s", bars->groups[group].label, bars->series[series])
                                             : g_strdup (bars->groups[group].label);
  FfPlotBox box = { MIN (from, to), y, MAX (fabs (to - from), 1), plot->bar };

  if (isfinite (value))
    add_bar (plot, box, series);
  box.x = plot->area.x;
  box.width = plot->area.width;
  ff_plot_add_bar_spot (plot->scene, box, (int) group, (int) series, name, figure);
}

/* At the end of its bar, on a ground that lets no target line run through it. */
static void
add_figure (Plot *plot, gsize group, gsize series, double y)
{
  const FfPlotBars *bars = plot->bars;
  double value = bars->groups[group].values[series];
  double end = to_x (plot, isfinite (value) ? value : 0);
  gboolean left = end < to_x (plot, 0);
  gboolean missed = bars->n_series == 1 && bars->groups[group].missed;
  FfPlotType type = missed ? FF_PLOT_CAPTION_BOLD : FF_PLOT_CAPTION;
  g_autofree char *figure = ff_plot_number_format (&bars->number, value);
  double width = ff_plot_scene_text_width (plot->scene, figure, type);
  double x = left ? end - GAP / 2 - width : end + GAP / 2;

  ff_plot_scene_add_box (plot->scene, (FfPlotBox) { x - 1, y, width + 2, plot->bar }, 0, FF_PLOT_INK_SURFACE);
  ff_plot_scene_add_text (plot->scene, figure, type, missed ? FF_PLOT_INK_MISSED : FF_PLOT_INK_TEXT, x, y + plot->bar / 2, 0, 0.5, -1, 1);
}

static double
top_of (const Plot *plot, gsize group, gsize series)
{
  double inner = plot->pitch * (double) plot->bars->n_series - (plot->pitch - plot->bar);

  return plot->area.y + plot->group * ((double) group + 0.5) - inner / 2 + plot->pitch * (double) series;
}

static void
add_group (Plot *plot, gsize i)
{
  const FfPlotBarsGroup *group = &plot->bars->groups[i];
  double middle = plot->area.y + plot->group * ((double) i + 0.5);
  double line = ff_plot_scene_line_height (plot->scene, FF_PLOT_CAPTION);

  ff_plot_scene_add_text (plot->scene, group->label, FF_PLOT_CAPTION, FF_PLOT_INK_TEXT, plot->label_width, middle, 1, 0.5, plot->label_width,
                          plot->group >= 2 * line ? 2 : 1);
  for (gsize series = 0; series < plot->bars->n_series; series++)
    add_value (plot, i, series, top_of (plot, i, series));
  if (group->note != NULL)
    ff_plot_scene_add_text (plot->scene, group->note, FF_PLOT_CAPTION_BOLD, group->missed ? FF_PLOT_INK_MISSED : FF_PLOT_INK_TEXT,
                            ff_plot_scene_get_width (plot->scene), middle, 1, 0.5, -1, 1);
}

/* ------------------------------------------------------------------------------------------------------------------------ */

/* Columns: labels, bars with their figures, notes. */
static void
divide_width (Plot *plot)
{
  double width = ff_plot_scene_get_width (plot->scene);
  double figures = 0;
  double notes = 0;

  for (gsize i = 0; i < plot->bars->n_groups; i++)
    {
      const FfPlotBarsGroup *group = &plot->bars->groups[i];
      double label_width;
      double label_height;

      ff_plot_scene_measure (plot->scene, group->label, FF_PLOT_CAPTION, width * LABEL_SHARE, 2, &label_width, &label_height);
      plot->label_width = MAX (plot->label_width, label_width);
      notes = MAX (notes, ff_plot_scene_text_width (plot->scene, group->note, FF_PLOT_CAPTION_BOLD));
      for (gsize series = 0; series < plot->bars->n_series; series++)
        {
          g_autofree char *figure = ff_plot_number_format (&plot->bars->number, group->values[series]);

          figures = MAX (figures, ff_plot_scene_text_width (plot->scene, figure, FF_PLOT_CAPTION_BOLD));
        }
    }
  plot->area.x = plot->label_width + GAP;
  plot->area.width = width - plot->area.x - figures - GAP / 2 - (notes > 0 ? notes + GAP : 0);
  /* Figures below 0 stand left of their bars. */
  if (plot->bars->low < 0)
    {
      plot->area.x += figures;
      plot->area.width -= figures;
    }
  plot->area.width = MAX (1, plot->area.width);
}

static void
divide_height (Plot *plot, double top)
{
  double room = MAX (1, ff_plot_scene_get_height (plot->scene) - top);
  double n = MAX (1, (double) plot->bars->n_groups);
  double series = MAX (1, (double) plot->bars->n_series);
  double line = ff_plot_scene_line_height (plot->scene, FF_PLOT_CAPTION);
  double pitch = MAX (BAR + BAR_GAP, line * DIGITS);
  double wanted = pitch * series + GROUP_GAP;
  double stretch = CLAMP (room / n / wanted, 0, LARGEST_STRETCH);

  plot->group = wanted * stretch;
  plot->pitch = MIN (pitch * stretch, pitch * 1.2);
  plot->bar = MAX (1, plot->pitch * BAR / (BAR + BAR_GAP));
  plot->figures = (series > 1 ? plot->pitch : plot->group) >= line * DIGITS;
  plot->area.y = top;
  plot->area.height = plot->group * n;
}

static void
add_axis (Plot *plot)
{
  const FfPlotBars *bars = plot->bars;
  double bottom = plot->area.y + plot->area.height;
  double zero = to_x (plot, 0);

  ff_plot_scene_add_line (plot->scene, zero, plot->area.y, zero, bottom, FF_PLOT_INK_AXIS, 1);
  if (isfinite (bars->target))
    ff_plot_scene_add_line (plot->scene, to_x (plot, bars->target), plot->area.y, to_x (plot, bars->target), bottom, FF_PLOT_INK_TARGET, 1.3)->dash =
        FF_PLOT_DASHED;
}

void
ff_plot_bars_lay_out (FfPlotScene *scene, const FfPlotBars *bars)
{
  Plot plot = { .scene = scene, .bars = bars };
  double top;

  if (bars->n_groups == 0)
    return;
  top = add_legend (&plot);
  divide_width (&plot);
  if (isfinite (bars->target) && bars->target_label != NULL)
    {
      FfPlotBox label = ff_plot_scene_add_text (scene, bars->target_label, FF_PLOT_CAPTION, FF_PLOT_INK_TEXT, to_x (&plot, bars->target), top,
                                                0.5, 0, -1, 1);

      top += label.height + 2;
    }
  divide_height (&plot, top);
  for (gsize i = 0; i < bars->n_groups; i++)
    add_group (&plot, i);
  add_axis (&plot);
  for (gsize i = 0; i < bars->n_groups && plot.figures; i++)
    for (gsize series = 0; series < bars->n_series; series++)
      add_figure (&plot, i, series, top_of (&plot, i, series));
}

static void
lay_out (FfPlotScene *scene, gconstpointer data)
{
  ff_plot_bars_lay_out (scene, data);
}

static void
keep (FfPlotKeeper *keeper, gpointer data)
{
  FfPlotBars *bars = data;
  FfPlotBarsGroup *groups = ff_plot_keep_array (keeper, bars->groups, bars->n_groups, sizeof *groups);

  for (gsize i = 0; i < bars->n_groups; i++)
    {
      groups[i].values = ff_plot_keep_array (keeper, groups[i].values, bars->n_series, sizeof *groups[i].values);
      ff_plot_keep_text (keeper, &groups[i].label);
      ff_plot_keep_text (keeper, &groups[i].note);
    }
  bars->groups = groups;
  bars->series = bars->series != NULL ? ff_plot_keep_texts (keeper, bars->series, bars->n_series) : NULL;
  ff_plot_keep_text (keeper, &bars->target_label);
  ff_plot_keep_text (keeper, &bars->number.unit);
}

static double
best_height (gconstpointer data, double width)
{
  const FfPlotBars *bars = data;
  double group = MAX ((BAR + BAR_GAP + 1) * (double) bars->n_series + GROUP_GAP, 34);

  return group * (double) bars->n_groups + (bars->n_series > 1 ? 26 : 0) + (bars->target_label != NULL ? 20 : 0);
}

FfPlot *
ff_plot_bars_new (const FfPlotBars *bars, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotBars), keep, lay_out, 220, 60, best_height, FALSE };

  g_return_val_if_fail (bars != NULL && bars->n_series <= FF_PLOT_BARS_MOST_SERIES, NULL);

  return ff_plot_new (&kind, bars, title, sentence);
}
