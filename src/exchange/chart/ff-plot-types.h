/* The plain values that charts are made of. Lengths are CSS pixels. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} FfPlotPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} FfPlotBox;

/* How a number is written: with a typographic minus, and "–" for NAN. */
typedef struct
{
  int decimals;
  gboolean sign;    /* +36 */
  const char *unit; /* follows it, its space included; NULL: nothing */
} FfPlotNumber;

char *ff_plot_number_format (const FfPlotNumber *self, double value) G_GNUC_WARN_UNUSED_RESULT;

/* A percentage as the reader's language writes it: 86 % · 86% */
FfPlotNumber ff_plot_percent (int decimals);

/* The faces of text. */
typedef enum
{
  FF_PLOT_CAPTION, /* 9 pt */
  FF_PLOT_CAPTION_BOLD,
  FF_PLOT_LABEL, /* 10 pt */
  FF_PLOT_LABEL_BOLD,
  FF_PLOT_FIGURE, /* 11 pt, extra bold */
  FF_PLOT_N_TYPES,
} FfPlotType;

/* How large a text is in at most @lines lines (cut with an ellipsis) of at most @width; @width < 0: one line as long as it gets. */
typedef struct
{
  void (*measure) (gpointer data, const char *text, FfPlotType type, double width, int lines, double *text_width, double *text_height);
  gpointer data;
} FfPlotMeter;

/* What a colour is for. */
typedef enum
{
  FF_PLOT_INK_TEXT,
  FF_PLOT_INK_DIM,    /* captions */
  FF_PLOT_INK_GRID,   /* the faintest lines */
  FF_PLOT_INK_AXIS,   /* stronger ones */
  FF_PLOT_INK_TARGET, /* dashed lines that figures are held against */
  FF_PLOT_INK_REST,   /* bars that do not matter */
  FF_PLOT_INK_TRACK,  /* the ground of a bar */
  FF_PLOT_INK_MISSED,
  FF_PLOT_INK_VITAL, /* the few that matter */
  FF_PLOT_INK_BONE,  /* plain lines and name plates */
  FF_PLOT_INK_ON_BONE,
  FF_PLOT_INK_ROOT, /* a root cause … */
  FF_PLOT_INK_ROOT_GROUND,
  FF_PLOT_INK_HEAD_GROUND,
  FF_PLOT_INK_SURFACE, /* what the chart stands on */
  FF_PLOT_INK_ON_BAR,  /* text on the bars of a funnel */
  FF_PLOT_INK_FOCUS,
  FF_PLOT_INK_LEVEL_1, /* the four levels: areas, bars … */
  FF_PLOT_INK_LEVEL_2,
  FF_PLOT_INK_LEVEL_3,
  FF_PLOT_INK_LEVEL_4,
  FF_PLOT_INK_LINE_1, /* … thin lines and points … */
  FF_PLOT_INK_LINE_2,
  FF_PLOT_INK_LINE_3,
  FF_PLOT_INK_LINE_4,
  FF_PLOT_INK_TEXT_1, /* … and text */
  FF_PLOT_INK_TEXT_2,
  FF_PLOT_INK_TEXT_3,
  FF_PLOT_INK_TEXT_4,
  FF_PLOT_N_INKS,
} FfPlotInk;

/* The inks of a level from 1 to 4; anything else is no level's, and neutral. */
FfPlotInk ff_plot_level_ink (int level);
FfPlotInk ff_plot_level_line (int level);
FfPlotInk ff_plot_level_text (int level);

typedef enum
{
  FF_PLOT_LOOK_LIGHT, /* paper too */
  FF_PLOT_LOOK_DARK,
  FF_PLOT_LOOK_LIGHT_CONTRAST,
  FF_PLOT_LOOK_DARK_CONTRAST,
  FF_PLOT_N_LOOKS,
} FfPlotLook;

G_END_DECLS
