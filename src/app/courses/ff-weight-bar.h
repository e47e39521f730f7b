/* The weights of a scheme as tiers of blocks: each tier a level of the tree, each block as wide as its share, a gap where the weights of
   a group do not add to 100. */
#pragma once

#include "ff-scheme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_WEIGHT_BAR (ff_weight_bar_get_type ())
G_DECLARE_FINAL_TYPE (FfWeightBar, ff_weight_bar, FF, WEIGHT_BAR, GtkWidget)

GtkWidget *ff_weight_bar_new (void);
/* Takes a copy. */
void ff_weight_bar_set_scheme (FfWeightBar *self, const FfScheme *scheme);
/* The colour of a component: a family for each branch at the root, lighter with depth. */
GdkRGBA ff_weight_bar_colour (const FfScheme *scheme, guint component);

G_END_DECLS
