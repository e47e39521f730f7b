/* Charts as they are drawn: in every look something is to be seen, and pictures and pages are written whole or not at all. */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "chart-samples.h"
#include "ff-plot-paper.h"
#include "ff-plot-radar.h"

#define GROUND 0xff8080u /* no ink has this colour */

/* How many pixels differ from the ground. */
static guint
count_drawn (cairo_surface_t *surface, guint32 ground)
{
  const unsigned char *data;
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint count = 0;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + (gsize) y * (gsize) stride + 4 * (gsize) x, sizeof pixel);
        count += (pixel & 0xffffffu) != ground ? 1 : 0;
      }
  return count;
}

static void
check_drawing (const ChartSample *sample, FfPlotLook look)
{
  g_autoptr (FfPlot) plot = sample->make (FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) sample->width, (int) sample->height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 0x80 / 255.0, 0x80 / 255.0);
  cairo_paint (cr);
  ff_plot_draw (plot, cr, sample->width, sample->height, look, "en");
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_test_message ("%s in look %d", sample->name, (int) look);
  g_assert_cmpuint (count_drawn (surface, GROUND), >, 100);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_looks (void)
{
  for (const ChartSample *sample = chart_samples; sample->name != NULL; sample++)
    for (FfPlotLook look = 0; look < FF_PLOT_N_LOOKS; look++)
      check_drawing (sample, look);
}

/* Files ------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  char *folder;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("fourfold-chart-XXXXXX", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_assert_cmpint (g_rmdir (place->folder), ==, 0); /* nothing else was left in it */
  g_free (place->folder);
}

static void
save (FfPlot *plot, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean good = ff_plot_save (plot, path, 400, 300, 2, &error);

  g_assert_no_error (error);
  g_assert_true (good);
}

static void
test_picture (Place *place, gconstpointer data)
{
  for (const ChartSample *sample = chart_samples; sample->name != NULL; sample++)
    {
      g_autoptr (FfPlot) plot = sample->make (FALSE);
      g_autofree char *path = g_build_filename (place->folder, "chart.png", NULL);
      cairo_surface_t *picture;

      save (plot, path);
      picture = cairo_image_surface_create_from_png (path);
      g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (picture), >=, 800);
      g_assert_cmpint (cairo_image_surface_get_height (picture), >, 600); /* the words need room too */
      g_assert_cmpuint (count_drawn (picture, 0xffffffu), >, 500);
      cairo_surface_destroy (picture);
      g_unlink (path);
    }
}

static char *
read_text (const char *path)
{
  const char *const command[] = { "pdftotext", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_page (Place *place, gconstpointer data)
{
  for (const ChartSample *sample = chart_samples; sample->name != NULL; sample++)
    {
      g_autoptr (FfPlot) plot = sample->make (FALSE);
      g_autofree char *path = g_build_filename (place->folder, "chart.PDF", NULL);
      g_autofree char *text = NULL;

      save (plot, path);
      text = read_text (path);
      g_assert_nonnull (strstr (text, ff_plot_get_title (plot)));
      g_unlink (path);
    }
}

/* On the page of a report, in its language, text stays text. */
static void
test_document (Place *place, gconstpointer data)
{
  const FfPlotRadarAxis axes[] = { { "讲师", 4.81, FALSE }, { "教材", 4.48, TRUE }, { "场地", 4.07, TRUE } };
  g_autoptr (FfPlot) plot = ff_plot_radar_new (&(FfPlotRadar) { axes, 3, 3, 5, 4.5, { 2, FALSE, NULL }, 1 }, "反应", "");
  g_autoptr (FfDocument) document = ff_document_new (FF_PAPER_A4_PORTRAIT, "报告");
  g_autofree char *path = g_build_filename (place->folder, "report.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  ff_document_set_language (document, "zh_CN");
  ff_document_add_plot (document, plot, 0);
  g_clear_pointer (&plot, ff_plot_unref); /* the document has its own */
  ff_document_save_pdf (document, path, &error);
  g_assert_no_error (error);
  text = read_text (path);
  g_assert_nonnull (strstr (text, "讲师"));
  g_assert_nonnull (strstr (text, "4.07"));
  g_unlink (path);
}

static void
test_no_folder (Place *place, gconstpointer data)
{
  static const char *const names[] = { "chart.png", "chart.pdf" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FfPlot) plot = chart_samples[0].make (FALSE);
      g_autofree char *path = g_build_filename (place->folder, "missing", names[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (ff_plot_save (plot, path, 400, 300, 2, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-files/looks", test_looks);
  g_test_add ("/chart-files/picture", Place, NULL, set_up, test_picture, tear_down);
  g_test_add ("/chart-files/page", Place, NULL, set_up, test_page, tear_down);
  g_test_add ("/chart-files/document", Place, NULL, set_up, test_document, tear_down);
  g_test_add ("/chart-files/no-folder", Place, NULL, set_up, test_no_folder, tear_down);

  return g_test_run ();
}
