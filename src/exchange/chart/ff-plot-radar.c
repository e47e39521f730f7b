#include "config.h"

#include "ff-plot-radar.h"

#include "ff-plot-bars.h"
#include "ff-plot-frame.h"
#include "ff-plot-private.h"

#define FEWEST_SPOKES 3
#define GAP 7.0 /* between the end of a spoke and its label */
#define DOT 3.5
#define UPRIGHT 0.2 /* sine of the angle below which a label stands above or below its spoke */
#define SEARCH_STEPS 24
#define RINGS 5

typedef struct
{
  FfPlotScene *scene;
  const FfPlotRadar *radar;
  double x; /* the middle */
  double y;
  double radius;
} Web;

typedef struct
{
  double name_height;
  double width;
  double height;
} Label;

static double
unit_x (const Web *web, double spoke)
{
  return sin (2 * G_PI * spoke / (double) web->radar->n_axes);
}

static double
unit_y (const Web *web, double spoke)
{
  return -cos (2 * G_PI * spoke / (double) web->radar->n_axes);
}

static FfPlotPoint
place (const Web *web, double spoke, double radius)
{
  return (FfPlotPoint) { web->x + radius * unit_x (web, spoke), web->y + radius * unit_y (web, spoke) };
}

static double
to_radius (const Web *web, double value)
{
  return ff_plot_map (value, web->radar->low, web->radar->high, 0, web->radius);
}

/* Labels ----------------------------------------------------------------------------------------------------------------- */

/* 0: the label begins at the end of the spoke, 1: it ends there. */
static double
align_across (double x)
{
  return fabs (x) < UPRIGHT ? 0.5 : x > 0 ? 0 : 1;
}

static double
align_down (double y)
{
  return 0.5 - 0.5 * y;
}

static void
measure_labels (const Web *web, double room, Label *labels)
{
  for (gsize i = 0; i < web->radar->n_axes; i++)
    {
      const FfPlotRadarAxis *axis = &web->radar->axes[i];
      g_autofree char *figure = ff_plot_number_format (&web->radar->number, axis->value);
      /* Above and below, the neighbours leave less room. */
      double beside = (web->radius + GAP) * fabs (unit_x (web, (double) i + 1)) * 2 - GAP;
      gboolean upright = fabs (unit_x (web, (double) i)) < UPRIGHT;
      double width;

      ff_plot_scene_measure (web->scene, axis->label, FF_PLOT_CAPTION, upright && beside > 0 ? MIN (room, beside) : room, 2, &width,
                             &labels[i].name_height);
      labels[i].width = MAX (width, ff_plot_scene_text_width (web->scene, figure, FF_PLOT_CAPTION_BOLD));
      labels[i].height = labels[i].name_height + ff_plot_scene_line_height (web->scene, FF_PLOT_CAPTION_BOLD);
    }
}

/* How far web and labels reach to the left, top, right and bottom of the middle. */
static void
measure_reach (const Web *web, const Label *labels, double radius, double reach[4])
{
  reach[0] = reach[1] = reach[2] = reach[3] = 0;
  for (gsize i = 0; i < web->radar->n_axes; i++)
    {
      double x = unit_x (web, (double) i);
      double y = unit_y (web, (double) i);
      double left = (radius + GAP) * x - align_across (x) * labels[i].width;
      double top = (radius + GAP) * y - align_down (y) * labels[i].height;

      reach[0] = MAX (reach[0], -left);
      reach[1] = MAX (reach[1], -top);
      reach[2] = MAX (reach[2], left + labels[i].width);
      reach[3] = MAX (reach[3], top + labels[i].height);
    }
}

/* The largest web that leaves its labels room, in the middle of the scene. */
static void
fit (Web *web, const Label *labels)
{
  double width = ff_plot_scene_get_width (web->scene);
  double height = ff_plot_scene_get_height (web->scene);
  double low = 0;
  double high = MAX (width, height);
  double reach[4];

  for (int i = 0; i < SEARCH_STEPS; i++)
    {
      double middle = (low + high) / 2;

      measure_reach (web, labels, middle, reach);
      if (reach[0] + reach[2] <= width && reach[1] + reach[3] <= height)
        low = middle;
      else
        high = middle;
    }
  measure_reach (web, labels, low, reach);
  web->radius = low;
  web->x = reach[0] + (width - reach[0] - reach[2]) / 2;
  web->y = reach[1] + (height - reach[1] - reach[3]) / 2;
}

static void
add_label (const Web *web, gsize i, const Label *label, double middle)
{
  const FfPlotRadarAxis *axis = &web->radar->axes[i];
  double across = align_across (unit_x (web, (double) i));
  double x = place (web, (double) i, web->radius + GAP).x;
  double top = middle - label->height / 2;
  g_autofree char *figure = ff_plot_number_format (&web->radar->number, axis->value);

  ff_plot_scene_add_text (web->scene, axis->label, FF_PLOT_CAPTION, FF_PLOT_INK_TEXT, x, top, across, 0, label->width, 2);
  ff_plot_scene_add_text (web->scene, figure, FF_PLOT_CAPTION_BOLD, axis->missed ? FF_PLOT_INK_MISSED : ff_plot_level_text (web->radar->level), x,
                          top + label->name_height, across, 0, -1, 1);
}

/* Labels of one side stand below each other, wherever their spokes end. @across: which side. */
static void
add_labels (const Web *web, const Label *labels, double across)
{
  gsize n = web->radar->n_axes;
  g_autofree double *middles = g_new (double, n);
  g_autofree double *heights = g_new (double, n);
  g_autofree gsize *which = g_new (gsize, n);
  gsize count = 0;

  for (gsize i = 0; i < n; i++)
    {
      double y = unit_y (web, (double) i);

      if (align_across (unit_x (web, (double) i)) != across)
        continue;
      which[count] = i;
      heights[count] = labels[i].height;
      middles[count++] = web->y + (web->radius + GAP) * y + (0.5 - align_down (y)) * labels[i].height;
    }
  ff_plot_spread (middles, heights, count, 0, ff_plot_scene_get_height (web->scene));
  for (gsize i = 0; i < count; i++)
    add_label (web, which[i], &labels[which[i]], middles[i]);
}

/* Web -------------------------------------------------------------------------------------------------------------------- */

static void
add_ring (const Web *web, double radius, FfPlotInk ink, FfPlotDash dash)
{
  gsize n = web->radar->n_axes;
  g_autofree FfPlotPoint *points = g_new (FfPlotPoint, n);
  FfPlotShape *ring;

  for (gsize i = 0; i < n; i++)
    points[i] = place (web, (double) i, radius);
  ring = ff_plot_scene_add_path (web->scene, points, n, ink, dash == FF_PLOT_SOLID ? 1 : 1.3);
  ring->closed = TRUE;
  ring->dash = dash;
}

static void
add_web (const Web *web)
{
  const FfPlotRadar *radar = web->radar;
  FfPlotTicks ticks = ff_plot_ticks (radar->low, radar->high, RINGS);

  for (guint i = 0; i < ticks.n; i++)
    if (ticks.first + i * ticks.step > radar->low && ticks.first + i * ticks.step < radar->high - ticks.step / 2)
      add_ring (web, to_radius (web, ticks.first + i * ticks.step), FF_PLOT_INK_GRID, FF_PLOT_SOLID);
  add_ring (web, web->radius, FF_PLOT_INK_AXIS, FF_PLOT_SOLID);
  for (gsize i = 0; i < radar->n_axes; i++)
    {
      FfPlotPoint end = place (web, (double) i, web->radius);

      ff_plot_scene_add_path (web->scene, (FfPlotPoint[]) { { web->x, web->y }, end }, 2, FF_PLOT_INK_GRID, 1);
    }
  if (isfinite (radar->target))
    add_ring (web, to_radius (web, radar->target), FF_PLOT_INK_TARGET, FF_PLOT_DASHED);
}

/* What the rings mean: the low end at the middle, the high end outside, between the first two spokes. */
static void
add_ends (const Web *web)
{
  const FfPlotNumber number = { 0, web->radar->number.sign, NULL };
  double between = cos (G_PI / (double) web->radar->n_axes);
  FfPlotPoint outside = place (web, 0.5, web->radius * between + 8);
  g_autofree char *low = ff_plot_number_format (&number, web->radar->low);
  g_autofree char *high = ff_plot_number_format (&number, web->radar->high);

  ff_plot_scene_add_text (web->scene, low, FF_PLOT_CAPTION, FF_PLOT_INK_DIM, web->x + 3, web->y, 0, 0, -1, 1);
  if (web->radar->n_axes <= 8)
    ff_plot_scene_add_text (web->scene, high, FF_PLOT_CAPTION, FF_PLOT_INK_DIM, outside.x, outside.y, 0.5, 0.5, -1, 1);
}

static void
add_values (const Web *web)
{
  const FfPlotRadar *radar = web->radar;
  gsize n = radar->n_axes;
  g_autofree FfPlotPoint *points = g_new (FfPlotPoint, n);
  gsize known = 0;

  for (gsize i = 0; i < n; i++)
    {
      points[i] = place (web, (double) i, to_radius (web, radar->axes[i].value));
      known += isfinite (radar->axes[i].value) ? 1 : 0;
    }
  if (known == n)
    {
      FfPlotShape *area = ff_plot_scene_add_path (web->scene, points, n, ff_plot_level_ink (radar->level), 0);

      area->closed = TRUE;
      area->strength = 0.22;
    }
  for (gsize i = 0; i < n; i++)
    if (isfinite (radar->axes[i].value) && isfinite (radar->axes[(i + 1) % n].value))
      ff_plot_scene_add_path (web->scene, (FfPlotPoint[]) { points[i], points[(i + 1) % n] }, 2, ff_plot_level_line (radar->level), 2);
  for (gsize i = 0; i < n; i++)
    {
      if (!isfinite (radar->axes[i].value))
        continue;
      ff_plot_scene_add_dot (web->scene, points[i].x, points[i].y, DOT,
                             radar->axes[i].missed ? FF_PLOT_INK_MISSED : ff_plot_level_line (radar->level), FF_PLOT_FILLED);
      ff_plot_add_value_spot (web->scene, points[i].x, points[i].y, 0, (int) i, radar->axes[i].label, &radar->number, radar->axes[i].value);
    }
}

/* ------------------------------------------------------------------------------------------------------------------------ */

static void
lay_out_bars (FfPlotScene *scene, const FfPlotRadar *radar)
{
  g_autofree FfPlotBarsGroup *groups = g_new0 (FfPlotBarsGroup, radar->n_axes + 1);
  FfPlotBars bars = { .n_series = 1, .groups = groups, .n_groups = radar->n_axes, .low = radar->low, .high = radar->high,
                      .target = radar->target, .number = radar->number, .level = radar->level };

  for (gsize i = 0; i < radar->n_axes; i++)
    groups[i] = (FfPlotBarsGroup) { radar->axes[i].label, &radar->axes[i].value, NULL, radar->axes[i].missed };
  ff_plot_bars_lay_out (scene, &bars);
}

static void
lay_out (FfPlotScene *scene, gconstpointer data)
{
  const FfPlotRadar *radar = data;
  g_autofree Label *labels = g_new0 (Label, radar->n_axes + 1);
  Web web = { .scene = scene, .radar = radar };
  double room = CLAMP (ff_plot_scene_get_width (scene) * 0.27, 56, 120);

  if (radar->n_axes < FEWEST_SPOKES)
    {
      lay_out_bars (scene, radar);
      return;
    }
  web.radius = MIN (ff_plot_scene_get_width (scene), ff_plot_scene_get_height (scene)) * 0.3;
  measure_labels (&web, room, labels);
  fit (&web, labels);
  measure_labels (&web, room, labels);
  fit (&web, labels);

  add_web (&web);
  add_values (&web);
  add_ends (&web);
  add_labels (&web, labels, 0);
  add_labels (&web, labels, 0.5);
  add_labels (&web, labels, 1);
}

static void
keep (FfPlotKeeper *keeper, gpointer data)
{
  FfPlotRadar *radar = data;
  FfPlotRadarAxis *axes = ff_plot_keep_array (keeper, radar->axes, radar->n_axes, sizeof *axes);

  for (gsize i = 0; i < radar->n_axes; i++)
    ff_plot_keep_text (keeper, &axes[i].label);
  radar->axes = axes;
  ff_plot_keep_text (keeper, &radar->number.unit);
}

static double
best_height (gconstpointer data, double width)
{
  const FfPlotRadar *radar = data;

  return radar->n_axes < FEWEST_SPOKES ? 40 + 30 * (double) radar->n_axes : CLAMP (width * 0.82, 200, 320);
}

FfPlot *
ff_plot_radar_new (const FfPlotRadar *radar, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotRadar), keep, lay_out, 220, 80, best_height, FALSE };

  return ff_plot_new (&kind, radar, title, sentence);
}
