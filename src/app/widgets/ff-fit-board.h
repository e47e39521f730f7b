/* Short texts in large type, as large as all of them still fit into the widget: what a beamer shows to a room. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_FIT_BOARD (ff_fit_board_get_type ())
G_DECLARE_FINAL_TYPE (FfFitBoard, ff_fit_board, FF, FIT_BOARD, GtkWidget)

GtkWidget *ff_fit_board_new (void);
/* 0: as many as make the type largest. */
void ff_fit_board_set_columns (FfFitBoard *self, guint columns);
void ff_fit_board_clear (FfFitBoard *self);
/* @detail (NULL: none) stands small below @text. @css_class: of the tile, NULL: none. @spoken: what a screen reader says, NULL: the texts. */
void ff_fit_board_add (FfFitBoard *self, const char *text, const char *detail, const char *css_class, const char *spoken);

/* A heading of a row or column: all of them in one size, on two lines where that makes them larger. */
void ff_fit_board_add_heading (FfFitBoard *self, const char *text);

/* The layout of @n tiles whose texts are @widths wide at a type of 1 pixel and that have a small second line or not. @columns 0: chosen, and
   set. The size in pixels at which nearly all fit; the longest few are set smaller by themselves. */
double ff_fit_board_fit (const double *widths, guint n, gboolean details, int width, int height, guint *columns);

G_END_DECLS
