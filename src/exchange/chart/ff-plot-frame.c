#include "config.h"

#include "ff-plot-frame.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TICK_DISTANCE 34.0 /* the least between two numbers of the axis */
#define GAP 8.0
#define ROW_GAP 10.0
#define POINT_REACH 12.0 /* from a point to the edge of its spot */

static FfPlotTicks
choose_ticks (double low, double high, double height, const FfPlotNumber *number)
{
  guint most = (guint) CLAMP (height / TICK_DISTANCE + 1, 2, 7);
  FfPlotTicks ticks = ff_plot_ticks (low, high, most);

  /* Of what is counted in wholes there are no halves. */
  if (ticks.decimals > number->decimals)
    ticks = ff_plot_ticks (low, high, (guint) MAX (2, high - low + 1));
  return ticks;
}

FfPlotFrame
ff_plot_frame_add (FfPlotScene *scene, FfPlotBox room, double low, double high, const FfPlotNumber *number, double indent)
{
  double line = ff_plot_scene_line_height (scene, FF_PLOT_CAPTION);
  FfPlotFrame frame = { { room.x, room.y + line / 2, room.width, MAX (1, room.height - line) }, low, high };
  FfPlotTicks ticks = choose_ticks (low, high, frame.area.height, number);
  FfPlotNumber written = { MIN (ticks.decimals, number->decimals), number->sign, number->unit };
  double widest = 0;

  for (guint i = 0; i < ticks.n; i++)
    {
      g_autofree char *text = ff_plot_number_format (&written, ticks.first + i * ticks.step);

      widest = MAX (widest, ff_plot_scene_text_width (scene, text, FF_PLOT_CAPTION));
    }
  frame.area.x += widest + GAP + indent;
  frame.area.width = MAX (1, frame.area.width - widest - GAP - indent);
  for (guint i = 0; i < ticks.n; i++)
    {
      double value = ticks.first + i * ticks.step;
      double y = ff_plot_frame_y (&frame, value);
      g_autofree char *text = ff_plot_number_format (&written, value);

      ff_plot_scene_add_line (scene, frame.area.x, y, frame.area.x + frame.area.width, y,
                              value == 0 && low < 0 ? FF_PLOT_INK_AXIS : FF_PLOT_INK_GRID, 1);
      ff_plot_scene_add_text (scene, text, FF_PLOT_CAPTION, FF_PLOT_INK_DIM, frame.area.x - GAP - indent, y, 1, 0.5, -1, 1);
    }
  return frame;
}

double
ff_plot_frame_y (const FfPlotFrame *self, double value)
{
  return ff_plot_map (value, self->low, self->high, self->area.y + self->area.height, self->area.y);
}

void
ff_plot_frame_add_target (FfPlotScene *scene, const FfPlotFrame *self, double value, double from, double to)
{
  double y = ff_plot_frame_y (self, value);

  if (isfinite (value))
    ff_plot_scene_add_line (scene, from, y, to, y, FF_PLOT_INK_TARGET, 1)->dash = FF_PLOT_DASHED;
}

static gboolean
fits_with_step (const double *widths, const double *xs, gsize n, gsize step)
{
  for (gsize i = n - 1; i >= step; i -= step)
    if (xs[i] - widths[i] / 2 - (xs[i - step] + widths[i - step] / 2) < ROW_GAP)
      return FALSE;
  return TRUE;
}

void
ff_plot_add_row (FfPlotScene *scene, const char *const *labels, const double *xs, gsize n, double y)
{
  g_autofree double *widths = g_new (double, n + 1);
  gsize step = 1;

  if (n == 0)
    return;
  for (gsize i = 0; i < n; i++)
    {
      double half = ff_plot_scene_text_width (scene, labels[i], FF_PLOT_CAPTION) / 2;

      /* At the edges a label is moved inward, which costs its neighbour room. */
      widths[i] = 2 * (half + MAX (0, MAX (half - xs[i], xs[i] + half - ff_plot_scene_get_width (scene))));
    }
  while (step < n && !fits_with_step (widths, xs, n, step))
    step++;
  for (gsize i = (n - 1) % step; i < n; i += step)
    ff_plot_scene_add_text (scene, labels[i], FF_PLOT_CAPTION, FF_PLOT_INK_DIM, xs[i], y, 0.5, 0, -1, 1);
}

/* Labels at the end ------------------------------------------------------------------------------------------------------ */

double
ff_plot_measure_end_labels (FfPlotScene *scene, const FfPlotEndLabel *labels, gsize n, double most)
{
  double widest = 0;

  for (gsize i = 0; i < n; i++)
    if (isfinite (labels[i].y))
      widest = MAX (widest, ff_plot_scene_text_width (scene, labels[i].text, labels[i].type));
  return MIN (widest, most);
}

void
ff_plot_add_end_labels (FfPlotScene *scene, const FfPlotEndLabel *labels, gsize n, double x, double width, double top, double bottom)
{
  g_autofree double *middles = g_new0 (double, n + 1);
  g_autofree double *sizes = g_new0 (double, n + 1);
  g_autofree gsize *shown = g_new0 (gsize, n + 1);
  gsize count = 0;

  for (gsize i = 0; i < n; i++)
    {
      double text_width;

      if (labels[i].text == NULL || !isfinite (labels[i].y))
        continue;
      middles[count] = labels[i].y;
      ff_plot_scene_measure (scene, labels[i].text, labels[i].type, width, 1, &text_width, &sizes[count]);
      shown[count++] = i;
    }
  ff_plot_spread (middles, sizes, count, top, bottom);
  for (gsize i = 0; i < count; i++)
    {
      const FfPlotEndLabel *label = &labels[shown[i]];

      ff_plot_scene_add_text (scene, label->text, label->type, label->ink, x, middles[i], 0, 0.5, width, 1);
    }
}

void
ff_plot_add_bar_spot (FfPlotScene *scene, FfPlotBox box, int group, int index, const char *name, const char *figure)
{
  /* TRANSLATORS: what a point of a chart is, and its value */
  g_autofree char *tip = name != NULL ? g_strdup_printf (_("%s: %s"), name, figure) : g_strdup (figure);

  ff_plot_scene_add_spot (scene, box, group, index, tip);
}

void
ff_plot_add_value_spot (FfPlotScene *scene, double x, double y, int group, int index, const char *name, const FfPlotNumber *number,
                        double value)
{
  g_autofree char *figure = ff_plot_number_format (number, value);

  ff_plot_add_bar_spot (scene, (FfPlotBox) { x - POINT_REACH, y - POINT_REACH, 2 * POINT_REACH, 2 * POINT_REACH }, group, index, name, figure);
}
