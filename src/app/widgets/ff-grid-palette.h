/* The colours and drawn texts that the cells of a grid share. The colours come from the `ink` nodes of ui/grid.css, so that the dark and
   the high-contrast look are the theme's business; a text that stands in many cells is laid out once. */
#pragma once

#include <gtk/gtk.h>

#include "ff-grid-model.h"

G_BEGIN_DECLS

/* What the colour of an ink node is for. The first ones are the colours of the texts of each FfGridStyle. */
typedef enum
{
  FF_GRID_INK_STYLES = 0,
  FF_GRID_INK_ITALIC = FF_GRID_STYLE_AWARD_SO_FAR + 1,
  FF_GRID_INK_STRUCK,
  FF_GRID_INK_FADED, /* only how much of a colour is left */
  FF_GRID_INK_DOTS,
  FF_GRID_INK_TAG_MISSED,
  FF_GRID_INK_TAG_MISSED_GROUND,
  FF_GRID_INK_TAG_SOON,
  FF_GRID_INK_TAG_SOON_GROUND,
  FF_GRID_INK_LATE_GROUND,
  FF_GRID_INK_LEFT_EARLY_GROUND,
  FF_GRID_INK_ABSENT_GROUND,
  FF_GRID_INK_EXCUSED_GROUND,
  FF_GRID_INK_LINE,
  FF_GRID_INK_STRONG_LINE,
  FF_GRID_INK_HATCH,
  FF_GRID_INK_CORNER,
  FF_GRID_N_INKS
} FfGridInk;

/* A text as it is drawn. */
typedef struct
{
  GskRenderNode *node; /* NULL: nothing to see */
  int width;
  int height;
} FfGridText;

typedef struct _FfGridPalette FfGridPalette;

/* @owner gets the ink nodes as children, and its font is the cells'. @changed (@owner) is called when colours or font are others:
   everything that was drawn must be drawn anew. */
FfGridPalette *ff_grid_palette_new (GtkWidget *owner, void (*changed) (GtkWidget *owner)) G_GNUC_WARN_UNUSED_RESULT;
void ff_grid_palette_free (FfGridPalette *self);
/* The font is another one. */
void ff_grid_palette_forget (FfGridPalette *self);

void ff_grid_palette_get_color (FfGridPalette *self, FfGridInk ink, gboolean faded, GdkRGBA *color);
/* FALSE: such a cell is as clear as the grid. */
gboolean ff_grid_palette_get_ground (FfGridPalette *self, FfGridStyle style, gboolean faded, GdkRGBA *color);
/* The palette's own, until its colours change; a caller that keeps the node takes a reference. */
FfGridText ff_grid_palette_get_text (FfGridPalette *self, const char *text, const char *superscript, FfGridStyle style,
                                     FfGridFlags flags);
FfGridText ff_grid_palette_get_lead (FfGridPalette *self, const char *text, FfGridLead kind, FfGridFlags flags);
/* Cut at @width with an ellipsis. The node is the caller's. */
FfGridText ff_grid_palette_cut_text (FfGridPalette *self, const char *text, FfGridStyle style, FfGridFlags flags, int width);

G_END_DECLS
