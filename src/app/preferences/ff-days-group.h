/* The days off and make-up days of a year, and the way to another year and to a calendar file. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_DAYS_GROUP (ff_days_group_get_type ())
G_DECLARE_FINAL_TYPE (FfDaysGroup, ff_days_group, FF, DAYS_GROUP, AdwBin)

GtkWidget *ff_days_group_new (FfWorkspace *workspace);

G_END_DECLS
