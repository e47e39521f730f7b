/* A chart in the window: draws an FfPlot (src/exchange/chart) as large as it is allotted, in the colours of the style. Its accessible name
   is the plot's title, its description the plot's sentence. Under the pointer it says what is there; its menu saves and copies the
   picture. Give it room with height-request or vexpand; by itself it asks for what looks best at its width. */
#pragma once

#include <gtk/gtk.h>

#include "ff-plot.h"

G_BEGIN_DECLS

#define FF_TYPE_CHART (ff_chart_get_type ())
G_DECLARE_FINAL_TYPE (FfChart, ff_chart, FF, CHART, GtkWidget)

/* Signals:
     spot-activated (int group, int index): something that has a name was clicked, or Enter pressed on it. What the numbers count stands in
     the header of each kind of plot. Emitted only after ff_chart_set_selectable (). */
GtkWidget *ff_chart_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* NULL: an empty chart. The chart takes a reference. What was selected stays so while there is such a spot. */
void ff_chart_set_plot (FfChart *self, FfPlot *plot);
FfPlot *ff_chart_get_plot (FfChart *self);

/* Lets spots be selected by pointer and arrow keys. */
void ff_chart_set_selectable (FfChart *self, gboolean selectable);
/* The selected spot; FALSE: none. */
gboolean ff_chart_get_selected (FfChart *self, int *group, int *index);
/* Nothing is selected when there is no such spot. */
void ff_chart_select (FfChart *self, int group, int index);

/* FALSE: nothing is there. Coordinates of the widget. */
gboolean ff_chart_get_spot_at (FfChart *self, double x, double y, int *group, int *index);
/* Where a spot is, to put a popover beside it; FALSE: there is none. */
gboolean ff_chart_get_spot_area (FfChart *self, int group, int index, GdkRectangle *area);

G_END_DECLS
