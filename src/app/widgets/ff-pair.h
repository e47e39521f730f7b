/* Two parts of a page: side by side where there is room, below each other where there is not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Below this width of the page there is no room. */
#define FF_PAIR_NARROW_WIDTH 800

GtkWidget *ff_pair_new (GtkWidget *left, GtkWidget *right);
/* @width is that of the page. */
void ff_pair_set_width (GtkWidget *pair, int width);

G_END_DECLS
