#include "config.h"

#include "ff-plot-paper.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-document-private.h"
#include "ff-output-file.h"

#define UNIT 0.75 /* points in a CSS pixel */
#define MARGIN 18.0
#define GAP 12.0
#define TITLE_LINES 2
#define SENTENCE_LINES 6

/* Pages ------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  FfDocument *document; /* it owns the drawing */
  FfPlot *plot;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  ff_plot_unref (drawing->plot);
  g_free (drawing);
}

static void
draw_on_page (cairo_t *cr, double width, double height, gpointer data)
{
  const Drawing *drawing = data;

  cairo_scale (cr, UNIT, UNIT);
  ff_plot_draw (drawing->plot, cr, width / UNIT, height / UNIT, FF_PLOT_LOOK_LIGHT, drawing->document->language);
}

void
ff_document_add_plot (FfDocument *self, FfPlot *plot, double height)
{
  Drawing *drawing;

  g_return_if_fail (self != NULL);
  g_return_if_fail (plot != NULL);

  if (height <= 0)
    height = UNIT * ff_plot_get_best_height (plot, (self->width - 2 * FF_DOCUMENT_MARGIN) / UNIT);
  drawing = g_new0 (Drawing, 1);
  drawing->document = self;
  drawing->plot = ff_plot_ref (plot);
  ff_document_add_drawing (self, 0, height, draw_on_page, drawing, drawing_free);
}

static gboolean
save_pdf (FfPlot *self, const char *path, double width, double height, GError **error)
{
  g_autoptr (FfDocument) document = ff_document_new (FF_PAPER_A4_LANDSCAPE, ff_plot_get_title (self));
  double share = height / width;
  double room = document->width - 2 * FF_DOCUMENT_MARGIN;

  ff_document_add_title (document, ff_plot_get_title (self));
  ff_document_add_plot (document, self, MIN (share * room, document->height * 0.7));
  ff_document_add_paragraph (document, ff_plot_get_sentence (self));
  return ff_document_save_pdf (document, path, error);
}

/* Pictures --------------------------------------------------------------------------------------------------------------- */

/* The words around the chart, and where it stands between them. */
static FfPlotScene *
lay_out_picture (FfPlot *self, FfPlotPen *pen, double width, double height, double *top)
{
  const FfPlotMeter *meter = ff_plot_pen_get_meter (pen);
  double text_width;
  double title;
  double sentence = 0;
  FfPlotScene *scene;

  meter->measure (meter->data, ff_plot_get_title (self), FF_PLOT_FIGURE, width, TITLE_LINES, &text_width, &title);
  if (*ff_plot_get_sentence (self) != '\0')
    meter->measure (meter->data, ff_plot_get_sentence (self), FF_PLOT_LABEL, width, SENTENCE_LINES, &text_width, &sentence);
  scene = ff_plot_scene_new (width + 2 * MARGIN, 2 * MARGIN + title + GAP + height + (sentence > 0 ? GAP + sentence : 0), meter);
  ff_plot_scene_add_text (scene, ff_plot_get_title (self), FF_PLOT_FIGURE, FF_PLOT_INK_TEXT, MARGIN, MARGIN, 0, 0, width, TITLE_LINES);
  *top = MARGIN + title + GAP;
  ff_plot_scene_add_text (scene, ff_plot_get_sentence (self), FF_PLOT_LABEL, FF_PLOT_INK_TEXT, MARGIN, *top + height + GAP, 0, 0, width,
                          SENTENCE_LINES);
  return scene;
}

cairo_surface_t *
ff_plot_paint (FfPlot *self, double width, double height, double scale)
{
  g_autoptr (FfPlotPen) pen = ff_plot_pen_new_for_paper (NULL);
  double top;
  g_autoptr (FfPlotScene) words = lay_out_picture (self, pen, width, height, &top);
  g_autoptr (FfPlotScene) chart = ff_plot_lay_out (self, width, height, ff_plot_pen_get_meter (pen));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (ff_plot_scene_get_width (words) * scale),
                                                         (int) ceil (ff_plot_scene_get_height (words) * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  ff_plot_scene_draw (words, cr, pen, FF_PLOT_LOOK_LIGHT);
  cairo_translate (cr, MARGIN, top);
  ff_plot_scene_draw (chart, cr, pen, FF_PLOT_LOOK_LIGHT);
  cairo_destroy (cr);
  return surface;
}

static gboolean
save_png (FfPlot *self, const char *path, double width, double height, double scale, GError **error)
{
  g_autoptr (FfOutputFile) file = ff_output_file_new (path, error);
  cairo_surface_t *surface;
  cairo_status_t status;

  if (file == NULL)
    return FALSE;

  surface = ff_plot_paint (self, width, height, scale);
  errno = 0;
  status = cairo_surface_write_to_png (surface, ff_output_file_get_temporary (file));
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_WRITE_ERROR)
    ff_output_file_set_error (error, path, errno != 0 ? errno : EIO);
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, FF_ERROR, FF_ERROR_FAILED, _("The picture could not be drawn: %s."), cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS && ff_output_file_sync (file, error) && ff_output_file_commit (file, error);
}

gboolean
ff_plot_save (FfPlot *self, const char *path, double width, double height, double scale, GError **error)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  g_return_val_if_fail (width > 0 && height > 0 && scale > 0, FALSE);

  lower = g_ascii_strdown (path, -1);
  return g_str_has_suffix (lower, ".pdf") ? save_pdf (self, path, width, height, error) : save_png (self, path, width, height, scale, error);
}
