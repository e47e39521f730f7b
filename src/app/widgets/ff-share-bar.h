/* A bar of coloured parts, of which the rest is grey: what a total consists of. One part alone is a swatch. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_SHARE_BAR (ff_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (FfShareBar, ff_share_bar, FF, SHARE_BAR, GtkWidget)

/* Least size in pixels. */
GtkWidget *ff_share_bar_new (int width, int height) G_GNUC_WARN_UNUSED_RESULT;
void ff_share_bar_clear (FfShareBar *self);
/* @share of the whole, 0…1. */
void ff_share_bar_add (FfShareBar *self, double share, const GdkRGBA *colour);

/* The colour of the @nth leaf of @n in the @group th group: shades of the two group colours, which take turns. */
GdkRGBA ff_share_bar_pick_colour (guint group, guint nth, guint n);

G_END_DECLS
