/* A chart laid out: shapes and texts at their places, in the order in which they are drawn, and the spots that the pointer may hit. To
   lay out is a pure function of data, size and FfPlotMeter; only drawing knows Cairo. Every kind of chart is drawn by ff_plot_scene_draw (). */
#pragma once

#include <pango/pangocairo.h>

#include "ff-plot-types.h"

G_BEGIN_DECLS

typedef enum
{
  FF_PLOT_SHAPE_PATH, /* along points: a line, or an area when stroke is 0 */
  FF_PLOT_SHAPE_BOX,
  FF_PLOT_SHAPE_DOT,
  FF_PLOT_SHAPE_TEXT,
} FfPlotShapeKind;

typedef enum
{
  FF_PLOT_SOLID,
  FF_PLOT_DASHED, /* targets */
  FF_PLOT_LONG,
  FF_PLOT_DOTTED,
  FF_PLOT_DASH_DOT,
  FF_PLOT_N_DASHES,
} FfPlotDash;

typedef enum
{
  FF_PLOT_FILLED,
  FF_PLOT_HOLLOW, /* filled with the surface */
  FF_PLOT_HATCHED,
} FfPlotFill;

typedef struct
{
  FfPlotShapeKind kind;
  FfPlotInk ink;
  double strength; /* 0 … 1 of the ink */
  double stroke;   /* width of the line; 0: filled */
  FfPlotDash dash;
  FfPlotFill fill;
  gboolean closed;
  FfPlotBox box; /* of a path: around its points */
  double radius; /* of a box's corners */
  guint first;   /* points of a path */
  guint n;
  const char *text; /* the scene's */
  FfPlotType type;
  int lines;
  double room;  /* the width that it was broken for */
  double align; /* of the lines within the box: 0 left … 1 right */
} FfPlotShape;

/* Something that has a name. What @group and @index count is said by each kind; −1: none. */
typedef struct
{
  FfPlotBox box;
  int group;
  int index;
  const char *tip; /* "Venue: 4.07"; the scene's */
} FfPlotSpot;

typedef struct _FfPlotScene FfPlotScene;

/* @meter is needed only while shapes are added. */
FfPlotScene *ff_plot_scene_new (double width, double height, const FfPlotMeter *meter) G_GNUC_WARN_UNUSED_RESULT;
void ff_plot_scene_free (FfPlotScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPlotScene, ff_plot_scene_free)

double ff_plot_scene_get_width (const FfPlotScene *self);
double ff_plot_scene_get_height (const FfPlotScene *self);

/* Adding -------------------------------------------------------------------------------------------------------------------- */

/* The result may be refined until the next shape is added. */
FfPlotShape *ff_plot_scene_add_path (FfPlotScene *self, const FfPlotPoint *points, gsize n, FfPlotInk ink, double stroke);
FfPlotShape *ff_plot_scene_add_line (FfPlotScene *self, double x1, double y1, double x2, double y2, FfPlotInk ink, double stroke);
FfPlotShape *ff_plot_scene_add_box (FfPlotScene *self, FfPlotBox box, double radius, FfPlotInk ink);
FfPlotShape *ff_plot_scene_add_dot (FfPlotScene *self, double x, double y, double radius, FfPlotInk ink, FfPlotFill fill);

void ff_plot_scene_measure (FfPlotScene *self, const char *text, FfPlotType type, double width, int lines, double *text_width,
                            double *text_height);
double ff_plot_scene_text_width (FfPlotScene *self, const char *text, FfPlotType type);
double ff_plot_scene_line_height (FfPlotScene *self, FfPlotType type);

/* A text whose point (@align_x, @align_y: 0 left or top … 1) stands at (@x, @y), in at most @lines lines of @width (< 0: one line as long
   as it gets). Moved inside the scene when it would stick out. The box that it takes. */
FfPlotBox ff_plot_scene_add_text (FfPlotScene *self, const char *text, FfPlotType type, FfPlotInk ink, double x, double y, double align_x,
                                  double align_y, double width, int lines);

void ff_plot_scene_add_spot (FfPlotScene *self, FfPlotBox box, int group, int index, const char *tip);

/* Reading ------------------------------------------------------------------------------------------------------------------- */

const FfPlotShape *ff_plot_scene_get_shapes (const FfPlotScene *self, gsize *n);
const FfPlotPoint *ff_plot_scene_get_points (const FfPlotScene *self, const FfPlotShape *shape);
const FfPlotSpot *ff_plot_scene_get_spots (const FfPlotScene *self, gsize *n);
/* Of the spots that hold the point that whose middle is nearest; NULL: there is none. */
const FfPlotSpot *ff_plot_scene_hit (const FfPlotScene *self, double x, double y);
const FfPlotSpot *ff_plot_scene_find_spot (const FfPlotScene *self, int group, int index);

/* Drawing ------------------------------------------------------------------------------------------------------------------- */

/* Measures and draws text with the fonts of a Pango context: a widget's, or one made for paper. */
typedef struct _FfPlotPen FfPlotPen;

FfPlotPen *ff_plot_pen_new (PangoContext *context) G_GNUC_WARN_UNUSED_RESULT;
/* For pixels of 1/96 inch, independent of any display. @language: "en", "zh_CN", "zh_TW"; NULL: the reader's own. */
FfPlotPen *ff_plot_pen_new_for_paper (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void ff_plot_pen_free (FfPlotPen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPlotPen, ff_plot_pen_free)
/* The pen's, as long as it lives. */
const FfPlotMeter *ff_plot_pen_get_meter (FfPlotPen *self);

void ff_plot_scene_draw (const FfPlotScene *self, cairo_t *cr, FfPlotPen *pen, FfPlotLook look);

G_END_DECLS
