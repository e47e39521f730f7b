/* The one place where charts meet Cairo and Pango. */
#include "config.h"

#include <math.h>

#include "ff-document-private.h"
#include "ff-plot-palette.h"
#include "ff-plot-scene.h"

#define SCREEN_RESOLUTION 96
#define HATCH_DISTANCE 5.0
#define LEAST_ROOM 8.0 /* Pango needs some width to cut a text */

struct _FfPlotPen
{
  PangoLayout *layout;
  PangoFontDescription *faces[FF_PLOT_N_TYPES];
  FfPlotMeter meter;
};

static const struct
{
  double size; /* points */
  PangoWeight weight;
} types[FF_PLOT_N_TYPES] = {
  [FF_PLOT_CAPTION] = { 9, PANGO_WEIGHT_NORMAL },
  [FF_PLOT_CAPTION_BOLD] = { 9, PANGO_WEIGHT_BOLD },
  [FF_PLOT_LABEL] = { 10, PANGO_WEIGHT_NORMAL },
  [FF_PLOT_LABEL_BOLD] = { 10, PANGO_WEIGHT_BOLD },
  [FF_PLOT_FIGURE] = { 11, PANGO_WEIGHT_ULTRABOLD },
};

/* Text ----------------------------------------------------------------------------------------------------------------- */

/* Sets the one layout up. */
static void
lay (FfPlotPen *self, const char *text, FfPlotType type, double width, int lines)
{
  pango_layout_set_font_description (self->layout, self->faces[type]);
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int) (MAX (width, LEAST_ROOM) * PANGO_SCALE));
  pango_layout_set_height (self->layout, -lines);
  pango_layout_set_text (self->layout, text, -1);
}

static void
measure (gpointer data, const char *text, FfPlotType type, double width, int lines, double *text_width, double *text_height)
{
  FfPlotPen *self = data;
  PangoRectangle extents;

  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  lay (self, text, type, width, lines);
  pango_layout_get_extents (self->layout, NULL, &extents);
  *text_width = ceil ((double) extents.width / PANGO_SCALE);
  *text_height = ceil ((double) extents.height / PANGO_SCALE);
}

FfPlotPen *
ff_plot_pen_new (PangoContext *context)
{
  FfPlotPen *self = g_new0 (FfPlotPen, 1);
  PangoAttrList *attributes = pango_attr_list_new ();

  self->layout = pango_layout_new (context);
  self->meter = (FfPlotMeter) { measure, self };
  /* Digits of one width, so that they stand below each other. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  for (int i = 0; i < FF_PLOT_N_TYPES; i++)
    {
      self->faces[i] = pango_font_description_copy (pango_context_get_font_description (context));
      pango_font_description_set_size (self->faces[i], (int) (types[i].size * PANGO_SCALE));
      pango_font_description_set_weight (self->faces[i], types[i].weight);
    }
  return self;
}

FfPlotPen *
ff_plot_pen_new_for_paper (const char *language)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context = ff_document_make_context (fonts, language);
  FfPlotPen *self;

  pango_cairo_context_set_resolution (context, SCREEN_RESOLUTION);
  self = ff_plot_pen_new (context);
  g_object_unref (context);
  return self;
}

void
ff_plot_pen_free (FfPlotPen *self)
{
  if (self == NULL)
    return;

  for (int i = 0; i < FF_PLOT_N_TYPES; i++)
    pango_font_description_free (self->faces[i]);
  g_object_unref (self->layout);
  g_free (self);
}

const FfPlotMeter *
ff_plot_pen_get_meter (FfPlotPen *self)
{
  return &self->meter;
}

static void
draw_text (const FfPlotShape *shape, cairo_t *cr, FfPlotPen *pen)
{
  pango_layout_set_alignment (pen->layout, shape->align < 0.25   ? PANGO_ALIGN_LEFT
                                           : shape->align > 0.75 ? PANGO_ALIGN_RIGHT
                                                                 : PANGO_ALIGN_CENTER);
  lay (pen, shape->text, shape->type, shape->room, shape->lines);
  cairo_move_to (cr, shape->box.x + shape->align * (shape->box.width - MAX (shape->room, LEAST_ROOM)), shape->box.y);
  pango_cairo_update_layout (cr, pen->layout);
  pango_cairo_show_layout (cr, pen->layout);
}

/* Shapes --------------------------------------------------------------------------------------------------------------- */

static void
set_dash (cairo_t *cr, FfPlotDash dash)
{
  static const struct
  {
    double lengths[4];
    int n;
  } patterns[FF_PLOT_N_DASHES] = {
    [FF_PLOT_SOLID] = { { 0 }, 0 },
    [FF_PLOT_DASHED] = { { 4, 3 }, 2 },
    [FF_PLOT_LONG] = { { 8, 4 }, 2 },
    [FF_PLOT_DOTTED] = { { 1.5, 3 }, 2 },
    [FF_PLOT_DASH_DOT] = { { 8, 3, 2, 3 }, 4 },
  };

  cairo_set_dash (cr, patterns[dash].lengths, patterns[dash].n, 0);
}

static void
set_ink (cairo_t *cr, FfPlotLook look, FfPlotInk ink, double strength)
{
  double rgba[4];

  ff_plot_palette_get (look, ink, rgba);
  cairo_set_source_rgba (cr, rgba[0], rgba[1], rgba[2], rgba[3] * strength);
}

static void
trace_box (cairo_t *cr, const FfPlotBox *box, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - radius, box->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box->x + box->width - radius, box->y + box->height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->x + radius, box->y + box->height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
trace (const FfPlotScene *scene, const FfPlotShape *shape, cairo_t *cr)
{
  const FfPlotPoint *points = ff_plot_scene_get_points (scene, shape);

  if (shape->kind == FF_PLOT_SHAPE_DOT)
    cairo_arc (cr, shape->box.x + shape->radius, shape->box.y + shape->radius, shape->radius, 0, 2 * G_PI);
  else if (shape->kind == FF_PLOT_SHAPE_BOX)
    trace_box (cr, &shape->box, shape->radius);
  for (guint i = 0; i < shape->n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  if (shape->closed)
    cairo_close_path (cr);
}

/* Slanting lines over the present path, which goes. */
static void
hatch (cairo_t *cr, const FfPlotBox *box)
{
  cairo_save (cr);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1.5);
  for (double x = box->x - box->height; x < box->x + box->width; x += HATCH_DISTANCE)
    {
      cairo_move_to (cr, x, box->y + box->height);
      cairo_line_to (cr, x + box->height, box->y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_shape (const FfPlotScene *scene, const FfPlotShape *shape, cairo_t *cr, FfPlotLook look)
{
  trace (scene, shape, cr);
  if (shape->fill == FF_PLOT_HOLLOW)
    {
      set_ink (cr, look, FF_PLOT_INK_SURFACE, 1);
      cairo_fill_preserve (cr);
    }
  set_ink (cr, look, shape->ink, shape->strength);
  if (shape->fill == FF_PLOT_HATCHED)
    {
      hatch (cr, &shape->box);
      trace (scene, shape, cr);
    }
  if (shape->stroke > 0)
    {
      cairo_set_line_width (cr, shape->stroke);
      set_dash (cr, shape->dash);
      cairo_stroke (cr);
    }
  else
    {
      cairo_fill (cr);
    }
}

void
ff_plot_scene_draw (const FfPlotScene *self, cairo_t *cr, FfPlotPen *pen, FfPlotLook look)
{
  gsize n;
  const FfPlotShape *shapes = ff_plot_scene_get_shapes (self, &n);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (gsize i = 0; i < n; i++)
    {
      cairo_new_path (cr);
      if (shapes[i].kind == FF_PLOT_SHAPE_TEXT)
        {
          set_ink (cr, look, shapes[i].ink, shapes[i].strength);
          draw_text (&shapes[i], cr, pen);
        }
      else
        {
          draw_shape (self, &shapes[i], cr, look);
        }
    }
  cairo_restore (cr);
}
