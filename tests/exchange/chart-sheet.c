/* Draws every kind of chart on one sheet, to be looked at:

     chart-sheet FILE.png [dark] [contrast] [chinese] [hard] [narrow] */
#include "config.h"

#include <stdlib.h>

#include "chart-samples.h"

#define WIDTH 1460.0
#define GAP 40.0
#define NARROW 260.0
#define SCALE 1.0

static gboolean
has_word (int argc, char **argv, const char *word)
{
  for (int i = 2; i < argc; i++)
    if (g_strcmp0 (argv[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* From left to right, row after row; how high the sheet gets. */
static double
draw (cairo_t *cr, const ChartSample *samples, FfPlotLook look, gboolean chinese, gboolean narrow)
{
  double x = GAP;
  double y = GAP;
  double row = 0;

  for (const ChartSample *sample = samples; sample->name != NULL; sample++)
    {
      g_autoptr (FfPlot) plot = sample->make (chinese);
      double width = narrow ? MIN (sample->width, NARROW) : sample->width;
      double height = narrow ? ff_plot_get_best_height (plot, width) : sample->height;

      if (x + width > WIDTH)
        {
          x = GAP;
          y += row + GAP;
          row = 0;
        }
      cairo_save (cr);
      cairo_translate (cr, x, y);
      ff_plot_draw (plot, cr, width, height, look, chinese ? "zh_CN" : "en");
      cairo_restore (cr);
      x += width + GAP;
      row = MAX (row, height);
    }
  return y + row + GAP;
}

int
main (int argc, char **argv)
{
  gboolean dark = has_word (argc, argv, "dark");
  gboolean chinese = has_word (argc, argv, "chinese");
  gboolean narrow = has_word (argc, argv, "narrow");
  FfPlotLook look = has_word (argc, argv, "contrast") ? (dark ? FF_PLOT_LOOK_DARK_CONTRAST : FF_PLOT_LOOK_LIGHT_CONTRAST)
                    : dark                            ? FF_PLOT_LOOK_DARK
                                                      : FF_PLOT_LOOK_LIGHT;
  const ChartSample *samples = has_word (argc, argv, "hard") ? chart_hard_samples : chart_samples;
  double ground = dark ? 0x35 / 255.0 : 1;
  cairo_surface_t *probe = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (probe);
  double height = draw (cr, samples, look, chinese, narrow);
  cairo_surface_t *sheet = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * SCALE), (int) (height * SCALE));
  cairo_status_t status;

  cairo_destroy (cr);
  cairo_surface_destroy (probe);
  if (argc < 2)
    return EXIT_FAILURE;

  cr = cairo_create (sheet);
  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  draw (cr, samples, look, chinese, narrow);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png (sheet, argv[1]);
  cairo_surface_destroy (sheet);
  return status == CAIRO_STATUS_SUCCESS ? EXIT_SUCCESS : EXIT_FAILURE;
}
