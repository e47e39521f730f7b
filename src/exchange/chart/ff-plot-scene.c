#include "config.h"

#include "ff-plot-scene.h"

#include <math.h>
#include <string.h>

struct _FfPlotScene
{
  double width;
  double height;
  FfPlotMeter meter;
  GStringChunk *texts;
  GArray *shapes; /* FfPlotShape */
  GArray *points; /* FfPlotPoint, of all paths */
  GArray *spots;  /* FfPlotSpot */
};

FfPlotScene *
ff_plot_scene_new (double width, double height, const FfPlotMeter *meter)
{
  FfPlotScene *self = g_new0 (FfPlotScene, 1);

  self->width = width;
  self->height = height;
  self->meter = *meter;
  self->texts = g_string_chunk_new (1024);
  self->shapes = g_array_new (FALSE, FALSE, sizeof (FfPlotShape));
  self->points = g_array_new (FALSE, FALSE, sizeof (FfPlotPoint));
  self->spots = g_array_new (FALSE, FALSE, sizeof (FfPlotSpot));
  return self;
}

void
ff_plot_scene_free (FfPlotScene *self)
{
  if (self == NULL)
    return;

  g_string_chunk_free (self->texts);
  g_array_unref (self->shapes);
  g_array_unref (self->points);
  g_array_unref (self->spots);
  g_free (self);
}

double
ff_plot_scene_get_width (const FfPlotScene *self)
{
  return self->width;
}

double
ff_plot_scene_get_height (const FfPlotScene *self)
{
  return self->height;
}

/* Where there is no room left, nothing is of negative size. */
static FfPlotBox
limit (FfPlotBox box)
{
  return (FfPlotBox) { box.x, box.y, MAX (0, box.width), MAX (0, box.height) };
}

/* Shapes --------------------------------------------------------------------------------------------------------------- */

/* A copy that lives as long as the scene. */
static const char *
keep (FfPlotScene *self, const char *text)
{
  char *kept = g_string_chunk_insert (self->texts, text != NULL ? text : "");

  /* A label is one paragraph, whatever somebody typed. */
  return g_strdelimit (kept, "\r\n\t", ' ');
}

static FfPlotShape *
add_shape (FfPlotScene *self, FfPlotShapeKind kind, FfPlotInk ink)
{
  FfPlotShape shape = { .kind = kind, .ink = ink, .strength = 1, .lines = 1 };

  g_array_append_val (self->shapes, shape);
  return &g_array_index (self->shapes, FfPlotShape, self->shapes->len - 1);
}

static FfPlotBox
surround (const FfPlotPoint *points, gsize n)
{
  FfPlotBox box = { points[0].x, points[0].y, 0, 0 };

  for (gsize i = 1; i < n; i++)
    {
      double right = MAX (box.x + box.width, points[i].x);
      double bottom = MAX (box.y + box.height, points[i].y);

      box.x = MIN (box.x, points[i].x);
      box.y = MIN (box.y, points[i].y);
      box.width = right - box.x;
      box.height = bottom - box.y;
    }
  return box;
}

FfPlotShape *
ff_plot_scene_add_path (FfPlotScene *self, const FfPlotPoint *points, gsize n, FfPlotInk ink, double stroke)
{
  FfPlotShape *shape = add_shape (self, FF_PLOT_SHAPE_PATH, ink);

  shape->stroke = stroke;
  shape->first = self->points->len;
  shape->n = (guint) n;
  if (n > 0)
    {
      shape->box = surround (points, n);
      g_array_append_vals (self->points, points, (guint) n);
    }
  return shape;
}

/* Upright and level lines of odd width are drawn sharply when they lie on the middle of a pixel. */
static double
snap (double position, double stroke)
{
  return fmod (round (stroke), 2) == 1 ? floor (position) + 0.5 : round (position);
}

FfPlotShape *
ff_plot_scene_add_line (FfPlotScene *self, double x1, double y1, double x2, double y2, FfPlotInk ink, double stroke)
{
  FfPlotPoint points[] = { { x1, y1 }, { x2, y2 } };

  if (x1 == x2)
    points[0].x = points[1].x = snap (x1, stroke);
  if (y1 == y2)
    points[0].y = points[1].y = snap (y1, stroke);
  return ff_plot_scene_add_path (self, points, G_N_ELEMENTS (points), ink, stroke);
}

FfPlotShape *
ff_plot_scene_add_box (FfPlotScene *self, FfPlotBox box, double radius, FfPlotInk ink)
{
  FfPlotShape *shape = add_shape (self, FF_PLOT_SHAPE_BOX, ink);

  shape->box = limit (box);
  shape->radius = MIN (radius, MIN (shape->box.width, shape->box.height) / 2);
  return shape;
}

FfPlotShape *
ff_plot_scene_add_dot (FfPlotScene *self, double x, double y, double radius, FfPlotInk ink, FfPlotFill fill)
{
  FfPlotShape *shape = add_shape (self, FF_PLOT_SHAPE_DOT, ink);

  shape->box = (FfPlotBox) { x - radius, y - radius, 2 * radius, 2 * radius };
  shape->radius = radius;
  shape->fill = fill;
  shape->stroke = fill == FF_PLOT_HOLLOW ? 1.5 : 0;
  return shape;
}

/* Text ----------------------------------------------------------------------------------------------------------------- */

void
ff_plot_scene_measure (FfPlotScene *self, const char *text, FfPlotType type, double width, int lines, double *text_width,
                       double *text_height)
{
  self->meter.measure (self->meter.data, text != NULL ? text : "", type, width, lines, text_width, text_height);
}

double
ff_plot_scene_text_width (FfPlotScene *self, const char *text, FfPlotType type)
{
  double width = 0;
  double height;

  if (text != NULL && *text != '\0')
    ff_plot_scene_measure (self, text, type, -1, 1, &width, &height);
  return width;
}

double
ff_plot_scene_line_height (FfPlotScene *self, FfPlotType type)
{
  double width;
  double height = 0;

  ff_plot_scene_measure (self, "0", type, -1, 1, &width, &height);
  return height;
}

FfPlotBox
ff_plot_scene_add_text (FfPlotScene *self, const char *text, FfPlotType type, FfPlotInk ink, double x, double y, double align_x,
                        double align_y, double width, int lines)
{
  FfPlotShape *shape;
  double room = width < 0 ? self->width : MIN (width, self->width);
  double text_width;
  double text_height;

  if (text == NULL || *text == '\0')
    return (FfPlotBox) { x, y, 0, 0 };

  text = keep (self, text);
  ff_plot_scene_measure (self, text, type, room, lines, &text_width, &text_height);
  shape = add_shape (self, FF_PLOT_SHAPE_TEXT, ink);
  shape->text = text;
  shape->type = type;
  shape->lines = lines;
  shape->align = align_x;
  shape->room = room;
  shape->box.width = MIN (text_width, room);
  shape->box.height = text_height;
  shape->box.x = CLAMP (x - align_x * shape->box.width, 0, MAX (0, self->width - shape->box.width));
  shape->box.y = CLAMP (y - align_y * text_height, 0, MAX (0, self->height - text_height));
  return shape->box;
}

/* Spots ---------------------------------------------------------------------------------------------------------------- */

void
ff_plot_scene_add_spot (FfPlotScene *self, FfPlotBox box, int group, int index, const char *tip)
{
  FfPlotSpot spot = { limit (box), group, index, keep (self, tip) };

  g_array_append_val (self->spots, spot);
}

const FfPlotSpot *
ff_plot_scene_hit (const FfPlotScene *self, double x, double y)
{
  const FfPlotSpot *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < self->spots->len; i++)
    {
      const FfPlotSpot *spot = &g_array_index (self->spots, FfPlotSpot, i);
      const FfPlotBox *box = &spot->box;
      double away = hypot (x - box->x - box->width / 2, y - box->y - box->height / 2);

      if (x < box->x || y < box->y || x > box->x + box->width || y > box->y + box->height || away >= least)
        continue;
      least = away;
      nearest = spot;
    }
  return nearest;
}

const FfPlotSpot *
ff_plot_scene_find_spot (const FfPlotScene *self, int group, int index)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      const FfPlotSpot *spot = &g_array_index (self->spots, FfPlotSpot, i);

      if (spot->group == group && spot->index == index)
        return spot;
    }
  return NULL;
}

/* ---------------------------------------------------------------------------------------------------------------------- */

const FfPlotShape *
ff_plot_scene_get_shapes (const FfPlotScene *self, gsize *n)
{
  *n = self->shapes->len;
  return (const FfPlotShape *) (gpointer) self->shapes->data;
}

const FfPlotPoint *
ff_plot_scene_get_points (const FfPlotScene *self, const FfPlotShape *shape)
{
  return shape->n > 0 ? &g_array_index (self->points, FfPlotPoint, shape->first) : NULL;
}

const FfPlotSpot *
ff_plot_scene_get_spots (const FfPlotScene *self, gsize *n)
{
  *n = self->spots->len;
  return (const FfPlotSpot *) (gpointer) self->spots->data;
}
