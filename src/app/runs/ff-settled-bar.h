/* The bar over the marks of a settled class: since when and by whom, whether they are still what would be computed, and Reopen. */
#pragma once

#include <adwaita.h>

#include "ff-class-figures.h"

G_BEGIN_DECLS

#define FF_TYPE_SETTLED_BAR (ff_settled_bar_get_type ())
G_DECLARE_FINAL_TYPE (FfSettledBar, ff_settled_bar, FF, SETTLED_BAR, AdwBin)

GtkWidget *ff_settled_bar_new (void);
/* Hides itself while nothing is settled. */
void ff_settled_bar_show (FfSettledBar *self, const FfClassFigures *figures);

G_END_DECLS
