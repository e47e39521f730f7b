/* Charts as they are laid out: whatever the data and the size, everything stands inside, no text on another, and each spot can be hit. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "chart-samples.h"
#include "ff-plot-fishbone.h"
#include "ff-plot-funnel.h"
#include "ff-plot-histogram.h"
#include "ff-plot-pareto.h"
#include "ff-plot-radar.h"
#include "ff-plot-run-chart.h"
#include "ff-plot-scale.h"

#define EDGE 1.0    /* of rounding */
#define DOT_EDGE 6.0 /* a point on the edge of the scale shows whole */
#define LEADING 0.2  /* of a line's height is air above and below its letters */
#define NARROW 260.0
#define MANY_LINES 60

/* Texts of known size: a Latin letter is 6 wide, any other 12, a line 15 high. ------------------------------------------------ */

static void
measure_plainly (gpointer data, const char *text, FfPlotType type, double width, int lines, double *text_width, double *text_height)
{
  double whole = 0;
  double needed;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    whole += g_utf8_get_char (at) < 0x2000 ? 6 : 12;
  needed = width < 0 ? 1 : CLAMP (ceil (whole / MAX (width, 1)), 1, lines);
  *text_width = width < 0 ? whole : MIN (whole, width);
  *text_height = 15 * needed;
}

static const FfPlotMeter plain_meter = { measure_plainly, NULL };

/* ------------------------------------------------------------------------------------------------------------------------ */

static gboolean
is_inside (const FfPlotBox *box, double width, double height, double edge)
{
  return isfinite (box->x) && isfinite (box->y) && isfinite (box->width) && isfinite (box->height) && box->width >= 0 && box->height >= 0 &&
         box->x >= -edge && box->y >= -edge && box->x + box->width <= width + edge && box->y + box->height <= height + edge;
}

/* Whether the letters of two texts touch. */
static gboolean
overlap (const FfPlotShape *a, const FfPlotShape *b)
{
  double air_a = a->box.height / a->lines * LEADING;
  double air_b = b->box.height / b->lines * LEADING;

  return a->box.x + EDGE < b->box.x + b->box.width && b->box.x + EDGE < a->box.x + a->box.width &&
         a->box.y + air_a < b->box.y + b->box.height - air_b && b->box.y + air_b < a->box.y + a->box.height - air_a;
}

static void
check_shapes (const FfPlotScene *scene, const char *name)
{
  double width = ff_plot_scene_get_width (scene);
  double height = ff_plot_scene_get_height (scene);
  gsize n;
  const FfPlotShape *shapes = ff_plot_scene_get_shapes (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (!is_inside (&shapes[i].box, width, height, shapes[i].kind == FF_PLOT_SHAPE_DOT ? DOT_EDGE : EDGE))
        g_error ("%s at %g × %g: shape %" G_GSIZE_FORMAT " “%s” is at %g %g %g × %g", name, width, height, i,
                 shapes[i].text != NULL ? shapes[i].text : "", shapes[i].box.x, shapes[i].box.y, shapes[i].box.width, shapes[i].box.height);
      for (gsize k = 0; k < i && shapes[i].kind == FF_PLOT_SHAPE_TEXT; k++)
        if (shapes[k].kind == FF_PLOT_SHAPE_TEXT && overlap (&shapes[i], &shapes[k]))
          g_error ("%s at %g × %g: “%s” stands on “%s”", name, width, height, shapes[i].text, shapes[k].text);
    }
}

static void
check_spots (const FfPlotScene *scene, const char *name)
{
  gsize n;
  const FfPlotSpot *spots = ff_plot_scene_get_spots (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (isfinite (spots[i].box.x) && isfinite (spots[i].box.y));
      g_assert_cmpstr (spots[i].tip, !=, "");
      g_assert_nonnull (ff_plot_scene_hit (scene, spots[i].box.x + spots[i].box.width / 2, spots[i].box.y + spots[i].box.height / 2));
      g_assert_nonnull (ff_plot_scene_find_spot (scene, spots[i].group, spots[i].index));
    }
}

static void
check_at (FfPlot *plot, const char *name, double width, double height, const FfPlotMeter *meter)
{
  g_autoptr (FfPlotScene) scene = ff_plot_lay_out (plot, width, height, meter);

  check_shapes (scene, name);
  check_spots (scene, name);
}

static void
check_samples (const ChartSample *samples, const FfPlotMeter *meter, gboolean chinese)
{
  for (const ChartSample *sample = samples; sample->name != NULL; sample++)
    {
      g_autoptr (FfPlot) plot = sample->make (chinese);
      double least_width;
      double least_height;

      g_test_message ("%s", sample->name);
      ff_plot_get_least_size (plot, &least_width, &least_height);
      check_at (plot, sample->name, sample->width, sample->height, meter);
      check_at (plot, sample->name, NARROW, ff_plot_get_best_height (plot, NARROW), meter);
      check_at (plot, sample->name, least_width, ff_plot_get_best_height (plot, least_width), meter);
      check_at (plot, sample->name, 1200, ff_plot_get_best_height (plot, 1200), meter);
      check_at (plot, sample->name, 1200, 700, meter);
    }
}

static void
test_plain_texts (void)
{
  check_samples (chart_samples, &plain_meter, FALSE);
  check_samples (chart_samples, &plain_meter, TRUE);
  check_samples (chart_hard_samples, &plain_meter, FALSE);
  check_samples (chart_hard_samples, &plain_meter, TRUE);
}

static void
test_real_texts (void)
{
  static const char *const languages[] = { "en", "zh_CN", "zh_TW" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (FfPlotPen) pen = ff_plot_pen_new_for_paper (languages[i]);

      check_samples (chart_samples, ff_plot_pen_get_meter (pen), i > 0);
      check_samples (chart_hard_samples, ff_plot_pen_get_meter (pen), i > 0);
    }
}

/* A chart in a place that is too small for it may be ugly, but stays inside. */
static void
test_tiny (void)
{
  static const ChartSample *const lists[] = { chart_samples, chart_hard_samples };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const ChartSample *sample = lists[i]; sample->name != NULL; sample++)
      {
        g_autoptr (FfPlot) plot = sample->make (FALSE);
        g_autoptr (FfPlotScene) scene = ff_plot_lay_out (plot, 1, 1, &plain_meter);

        check_spots (scene, sample->name);
      }
}

/* What each kind shows ------------------------------------------------------------------------------------------------------ */

static const FfPlotShape *
find_text (const FfPlotScene *scene, const char *text)
{
  gsize n;
  const FfPlotShape *shapes = ff_plot_scene_get_shapes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (shapes[i].kind == FF_PLOT_SHAPE_TEXT && g_strcmp0 (shapes[i].text, text) == 0)
      return &shapes[i];
  return NULL;
}

static gsize
count_shapes (const FfPlotScene *scene, FfPlotShapeKind kind, FfPlotInk ink)
{
  gsize n;
  gsize count = 0;
  const FfPlotShape *shapes = ff_plot_scene_get_shapes (scene, &n);

  for (gsize i = 0; i < n; i++)
    count += shapes[i].kind == kind && shapes[i].ink == ink ? 1 : 0;
  return count;
}

static gsize
count_dashed (const FfPlotScene *scene)
{
  gsize n;
  gsize count = 0;
  const FfPlotShape *shapes = ff_plot_scene_get_shapes (scene, &n);

  for (gsize i = 0; i < n; i++)
    count += shapes[i].ink == FF_PLOT_INK_TARGET && shapes[i].dash == FF_PLOT_DASHED ? 1 : 0;
  return count;
}

static void
test_radar (void)
{
  static const struct
  {
    const char *name;
    gsize n;
    double values[4];
    gsize areas; /* of the level's colour */
    gsize bars;
    gsize missed;
  } cases[] = {
    { "four axes", 4, { 4.7, 4.1, 4.6, 4.8 }, 1, 0, 1 },
    { "an unknown one leaves a gap", 4, { 4.7, NAN, 4.6, 4.8 }, 0, 0, 0 },
    { "three axes", 3, { 4.7, 4.1, 4.6 }, 1, 0, 1 },
    { "two axes are bars", 2, { 4.7, 4.1 }, 0, 2, 0 },
    { "one axis is a bar", 1, { 4.1 }, 0, 1, 0 },
    { "no axis", 0, { 0 }, 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfPlotRadarAxis axes[4];
      g_autoptr (FfPlot) plot = NULL;
      g_autoptr (FfPlotScene) scene = NULL;

      g_test_message ("%s", cases[i].name);
      for (gsize k = 0; k < cases[i].n; k++)
        axes[k] = (FfPlotRadarAxis) { "Axis", cases[i].values[k], cases[i].values[k] < 4.5 };
      plot = ff_plot_radar_new (&(FfPlotRadar) { axes, cases[i].n, 3, 5, 4.5, { 2, FALSE, NULL }, 1 }, "Radar", "It shows.");
      scene = ff_plot_lay_out (plot, 300, 240, &plain_meter);

      g_assert_cmpuint (count_shapes (scene, FF_PLOT_SHAPE_PATH, FF_PLOT_INK_LEVEL_1), ==, cases[i].areas);
      g_assert_cmpuint (count_shapes (scene, FF_PLOT_SHAPE_BOX, FF_PLOT_INK_LEVEL_1), ==, cases[i].bars);
      g_assert_cmpuint (count_shapes (scene, FF_PLOT_SHAPE_DOT, FF_PLOT_INK_MISSED), ==, cases[i].missed);
      g_assert_cmpuint (count_dashed (scene), ==, cases[i].n > 0 ? 1 : 0);
    }
}

static void
test_run_chart (void)
{
  FfPlotRunPoint points[6];
  g_autoptr (FfPlot) plot = NULL;
  g_autoptr (FfPlotScene) scene = NULL;
  gsize n;
  gsize hollow = 0;
  const FfPlotShape *shapes;

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = FF_PLOT_RUN_POINT ((double) i, i == 1 ? NAN : (double) i, NULL);
  points[3].unusual = TRUE;
  plot = ff_plot_run_chart_new (&(FfPlotRunChart) { .points = points, .n_points = G_N_ELEMENTS (points), .centre = NAN, .target = NAN, .target_from = NAN,
                                                    .event = NAN, .shift_first = 4, .shift_count = 2, .number = { 0, FALSE, NULL }, .level = 4 },
                                "Run chart", "");
  scene = ff_plot_lay_out (plot, 400, 200, &plain_meter);
  shapes = ff_plot_scene_get_shapes (scene, &n);
  for (gsize i = 0; i < n; i++)
    hollow += shapes[i].kind == FF_PLOT_SHAPE_DOT && shapes[i].fill == FF_PLOT_HOLLOW ? 1 : 0;

  g_assert_cmpuint (count_shapes (scene, FF_PLOT_SHAPE_DOT, FF_PLOT_INK_LINE_4), ==, 5); /* the unknown one is not there */
  g_assert_cmpuint (hollow, ==, 3);
  g_assert_cmpuint (count_shapes (scene, FF_PLOT_SHAPE_DOT, FF_PLOT_INK_MISSED), ==, 1);  /* the ring */
  g_assert_cmpuint (count_shapes (scene, FF_PLOT_SHAPE_PATH, FF_PLOT_INK_LINE_4), ==, 1); /* no line leads over the gap */
  g_assert_cmpuint (count_shapes (scene, FF_PLOT_SHAPE_BOX, FF_PLOT_INK_LEVEL_4), ==, 1); /* the band of the shift */
}

static void
test_funnel_targets (void)
{
  const FfPlotFunnelStep steps[] = {
    { "Trained", 28, NAN, NULL, FALSE },
    { "Submitted", 27, 28, "all", TRUE },
    { "Applied", 25, 24, "85 %", FALSE },
    { "Verified", 22, 24, NULL, TRUE },
  };
  g_autoptr (FfPlot) plot = ff_plot_funnel_new (&(FfPlotFunnel) { steps, G_N_ELEMENTS (steps), 28, { 0, FALSE, " %" }, 3 }, "Funnel", "");
  g_autoptr (FfPlotScene) scene = ff_plot_lay_out (plot, 470, 216, &plain_meter);

  g_assert_cmpuint (count_dashed (scene), ==, 2); /* the last two steps share theirs */
  g_assert_nonnull (find_text (scene, "all"));
  g_assert_nonnull (find_text (scene, "85 %"));
  g_assert_cmpint (find_text (scene, "79 %")->ink, ==, FF_PLOT_INK_MISSED);
  g_assert_cmpint (find_text (scene, "89 %")->ink, ==, FF_PLOT_INK_TEXT);
  g_assert_nonnull (find_text (scene, "−3"));
}

/* What has no room stands in the last column, with the sum. */
static void
test_pareto_rest (void)
{
  FfPlotParetoItem items[10];
  g_autoptr (FfPlot) plot = NULL;
  g_autoptr (FfPlotScene) wide = NULL;
  g_autoptr (FfPlotScene) narrow = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (FfPlotParetoItem) { "Item", 10, 10.0 * (double) (i + 1), FALSE };
  plot = ff_plot_pareto_new (&(FfPlotPareto) { items, G_N_ELEMENTS (items), 80, "Others", { 0, FALSE, NULL }, { 0, FALSE, " %" } }, "Pareto", "");
  wide = ff_plot_lay_out (plot, 700, 240, &plain_meter);
  narrow = ff_plot_lay_out (plot, 300, 240, &plain_meter);

  g_assert_null (find_text (wide, "Others"));
  g_assert_nonnull (find_text (narrow, "Others"));
  g_assert_cmpstr (ff_plot_scene_find_spot (narrow, 0, -1)->tip, ==, "Others: 60 · 100 %");
}

static void
test_fishbone_spots (void)
{
  const FfPlotCause causes[] = { { "No card", TRUE }, { "Two queues", FALSE }, { "Old list", FALSE } };
  const FfPlotBranch branches[] = { { "People", causes, 3 }, { "Process", causes, 2 }, { "Material", causes, 1 }, { "Measure", NULL, 0 } };
  g_autoptr (FfPlot) plot = ff_plot_fishbone_new (&(FfPlotFishbone) { "Late", NULL, branches, G_N_ELEMENTS (branches) }, "Why", "");
  static const double widths[] = { 620, 260 }; /* lying and upright */

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (FfPlotScene) scene = ff_plot_lay_out (plot, widths[i], 400, &plain_meter);
      gsize n;
      const FfPlotSpot *spots = ff_plot_scene_get_spots (scene, &n);

      g_assert_cmpuint (n, ==, 1 + 4 + 6);
      for (gsize k = 0; k < n; k++)
        g_assert_true (ff_plot_scene_hit (scene, spots[k].box.x + spots[k].box.width / 2, spots[k].box.y + spots[k].box.height / 2) == &spots[k]);
      g_assert_cmpstr (ff_plot_scene_find_spot (scene, 1, 1)->tip, ==, "Two queues");
      g_assert_cmpstr (ff_plot_scene_find_spot (scene, 3, -1)->tip, ==, "Measure");
      g_assert_cmpstr (ff_plot_scene_find_spot (scene, -1, -1)->tip, ==, "Late");
      g_assert_null (ff_plot_scene_hit (scene, -50, -50));
      g_assert_cmpuint (count_shapes (scene, FF_PLOT_SHAPE_BOX, FF_PLOT_INK_ROOT_GROUND), ==, 3);
    }
}

/* ------------------------------------------------------------------------------------------------------------------------ */

static void
test_ticks (void)
{
  static const struct
  {
    double low;
    double high;
    guint most;
    double first;
    double step;
    guint n;
    int decimals;
  } cases[] = {
    { 0, 100, 6, 0, 20, 6, 0 },
    { 0, 100, 5, 0, 50, 3, 0 },
    { 3, 5, 5, 3, 0.5, 5, 1 },
    { 17, 41, 5, 20, 10, 3, 0 },
    { -100, 100, 5, -100, 50, 5, 0 },
    { 0, 1, 11, 0, 0.1, 11, 1 },
    { 0, 0.03, 4, 0, 0.01, 4, 2 },
    { 0, 12345678, 5, 0, 5000000, 3, 0 },
    { -0.4, 0.7, 4, 0, 0.5, 2, 1 },
    { 5, 5, 5, 5, 0, 1, 0 },
    { 7, 3, 5, 0, 0, 0, 0 },
    { NAN, 3, 5, 0, 0, 0, 0 },
    { 0, INFINITY, 5, 0, 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfPlotTicks ticks = ff_plot_ticks (cases[i].low, cases[i].high, cases[i].most);

      g_test_message ("%g … %g in %u", cases[i].low, cases[i].high, cases[i].most);
      g_assert_cmpfloat_with_epsilon (ticks.first, cases[i].first, 1e-9);
      g_assert_cmpfloat_with_epsilon (ticks.step, cases[i].step, 1e-9);
      g_assert_cmpuint (ticks.n, ==, cases[i].n);
      g_assert_cmpint (ticks.decimals, ==, cases[i].decimals);
    }
}

static void
test_widen (void)
{
  static const struct
  {
    double low;
    double high;
    double wide_low;
    double wide_high;
  } cases[] = {
    { 17, 41, 10, 50 }, { 20, 40, 20, 40 }, { 0, 0, -1, 1 }, { 50, 50, 45, 55 }, { NAN, NAN, 0, 1 }, { -3, -1, -3, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double low = cases[i].low;
      double high = cases[i].high;

      ff_plot_widen (&low, &high, 5);
      g_test_message ("%g … %g", cases[i].low, cases[i].high);
      g_assert_true (isnan (cases[i].low) || (low <= cases[i].low && high >= cases[i].high));
      g_assert_cmpfloat_with_epsilon (low, cases[i].wide_low, 1e-9);
      g_assert_cmpfloat_with_epsilon (high, cases[i].wide_high, 1e-9);
    }
}

static void
test_spread (void)
{
  static const struct
  {
    const char *name;
    gsize n;
    double wishes[4];
    double middles[4]; /* labels are 10 high, between 0 and 100 */
  } cases[] = {
    { "none", 0, { 0 }, { 0 } },
    { "clear of each other", 3, { 20, 40, 60 }, { 20, 40, 60 } },
    { "two at one place", 2, { 50, 50 }, { 45, 55 } },
    { "as little as possible", 3, { 50, 52, 80 }, { 46, 56, 80 } },
    { "one pushes the next", 3, { 50, 50, 58 }, { 42.666667, 52.666667, 62.666667 } },
    { "kept in order, whatever the order given", 3, { 60, 20, 21 }, { 60, 15.5, 25.5 } },
    { "at the top", 2, { 0, 3 }, { 5, 15 } },
    { "at the bottom", 2, { 99, 100 }, { 85, 95 } },
    { "below and pushed", 3, { 97, 98, 82 }, { 85, 95, 75 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double middles[4];
      const double sizes[4] = { 10, 10, 10, 10 };

      memcpy (middles, cases[i].wishes, sizeof middles);
      ff_plot_spread (middles, sizes, cases[i].n, 0, 100);
      g_test_message ("%s", cases[i].name);
      for (gsize k = 0; k < cases[i].n; k++)
        g_assert_cmpfloat_with_epsilon (middles[k], cases[i].middles[k], 1e-5);
    }
}

/* More labels than there is room: they share it. */
static void
test_spread_squeezed (void)
{
  double middles[MANY_LINES];
  double sizes[MANY_LINES];

  for (gsize i = 0; i < MANY_LINES; i++)
    {
      middles[i] = 70;
      sizes[i] = 15;
    }
  ff_plot_spread (middles, sizes, MANY_LINES, 0, 100);
  for (gsize i = 0; i < MANY_LINES; i++)
    g_assert_cmpfloat_with_epsilon (middles[i], 100.0 / MANY_LINES * ((double) i + 0.5), 1e-6);
}

static void
test_numbers (void)
{
  static const struct
  {
    FfPlotNumber number;
    double value;
    const char *text;
  } cases[] = {
    { { 2, FALSE, NULL }, 4.072, "4.07" },   { { 2, FALSE, NULL }, 4.005, "4.01" },   { { 0, TRUE, NULL }, 41, "+41" },
    { { 0, TRUE, NULL }, 0.4, "0" },         { { 0, TRUE, NULL }, -0.4, "0" },        { { 1, FALSE, NULL }, -2.25, "−2.3" },
    { { 0, FALSE, " %" }, 96.43, "96 %" },   { { 0, FALSE, " %" }, NAN, "–" },        { { 0, FALSE, NULL }, 1e6, "1000000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ff_plot_number_format (&cases[i].number, cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_percent (void)
{
  const FfPlotNumber number = ff_plot_percent (1);
  g_autofree char *text = ff_plot_number_format (&number, 85.25);

  g_assert_cmpstr (text, ==, "85.3 %"); /* no catalogue is bound in a test */
}

static void
test_histogram_count (void)
{
  const double values[] = { 0, 9.999999, 10, 59.9, 60, 100, NAN, -5, 130 };
  static const guint expected[] = { 3, 1, 0, 0, 0, 1, 1, 0, 0, 2 };
  guint counts[G_N_ELEMENTS (expected)];

  ff_plot_histogram_count (values, G_N_ELEMENTS (values), 0, 100, 10, counts);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (counts[i], ==, expected[i]);
}

/* The plot has copies of everything. */
static void
test_copies (void)
{
  char label[] = "Venue";
  FfPlotRadarAxis axes[] = { { label, 4, FALSE }, { label, 4, FALSE }, { label, 4, FALSE } };
  g_autoptr (FfPlot) plot = ff_plot_radar_new (&(FfPlotRadar) { axes, 3, 3, 5, 4.5, { 2, FALSE, NULL }, 1 }, label, label);
  g_autoptr (FfPlotScene) scene = NULL;

  label[0] = 'M';
  axes[0].label = NULL;
  scene = ff_plot_lay_out (plot, 300, 200, &plain_meter);
  g_assert_nonnull (find_text (scene, "Venue"));
  g_assert_cmpstr (ff_plot_get_title (plot), ==, "Venue");
  g_assert_cmpstr (ff_plot_get_sentence (plot), ==, "Venue");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/ticks", test_ticks);
  g_test_add_func ("/chart/widen", test_widen);
  g_test_add_func ("/chart/spread", test_spread);
  g_test_add_func ("/chart/spread-squeezed", test_spread_squeezed);
  g_test_add_func ("/chart/numbers", test_numbers);
  g_test_add_func ("/chart/percent", test_percent);
  g_test_add_func ("/chart/histogram-count", test_histogram_count);
  g_test_add_func ("/chart/copies", test_copies);
  g_test_add_func ("/chart/radar", test_radar);
  g_test_add_func ("/chart/run-chart", test_run_chart);
  g_test_add_func ("/chart/funnel-targets", test_funnel_targets);
  g_test_add_func ("/chart/pareto-rest", test_pareto_rest);
  g_test_add_func ("/chart/fishbone-spots", test_fishbone_spots);
  g_test_add_func ("/chart/plain-texts", test_plain_texts);
  g_test_add_func ("/chart/real-texts", test_real_texts);
  g_test_add_func ("/chart/tiny", test_tiny);

  return g_test_run ();
}
