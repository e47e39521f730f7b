/* What the files of FfChart share. */
#pragma once

#include "ff-chart.h"

G_BEGIN_DECLS

struct _FfChart
{
  GtkWidget parent_instance;

  FfPlot *plot;
  FfPlotPen *pen;     /* NULL: to be made for the present font */
  FfPlotScene *scene; /* NULL: to be laid out for the present size */
  GtkWidget *menu;
  gboolean selectable;
  gboolean selected;
  int group; /* of the selected spot */
  int index;
};

/* NULL without a plot. */
FfPlotScene *ff_chart_ensure_scene (FfChart *self);
void ff_chart_activate_selected (FfChart *self);

void ff_chart_install_menu (GtkWidgetClass *widget_class);
void ff_chart_set_up_menu (FfChart *self);
void ff_chart_install_keys (GtkWidgetClass *widget_class);

G_END_DECLS
