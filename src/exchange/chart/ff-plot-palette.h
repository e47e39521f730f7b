/* What colours the inks have in each look. Private to charts. */
#pragma once

#include "ff-plot-types.h"

G_BEGIN_DECLS

/* Red, green, blue and alpha from 0 to 1. */
void ff_plot_palette_get (FfPlotLook look, FfPlotInk ink, double rgba[4]);

G_END_DECLS
