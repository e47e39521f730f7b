/* The windows of levels 3 and 4 of a class, and of level 4 of a course or a project. Each owns itself. */
#pragma once

#include "ff-owner.h"
#include "ff-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Metrics, and of a class or a project what they are worth and when they are measured. */
void ff_metrics_window_open (GtkWidget *parent, FfWorkspace *workspace, FfOwner owner);
/* The form of what the results of a class or a project are worth. */
void ff_roi_window_open (GtkWidget *parent, FfWorkspace *workspace, FfOwner owner);
/* Days and targets of a class, and further looks at behaviour. */
void ff_waves_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
