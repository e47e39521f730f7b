/* The values of a metric: a sheet to type and paste them into, and beside it the chart of what they come to. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_METRIC_VALUES_WINDOW (ff_metric_values_window_get_type ())
G_DECLARE_FINAL_TYPE (FfMetricValuesWindow, ff_metric_values_window, FF, METRIC_VALUES_WINDOW, AdwWindow)

/* Of a class or a project. The window owns itself. */
void ff_metric_values_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 metric_id);

G_END_DECLS
