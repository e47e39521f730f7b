/* The days of the week that are worked: a row with a button for each. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_WEEKDAY_ROW (ff_weekday_row_get_type ())
G_DECLARE_FINAL_TYPE (FfWeekdayRow, ff_weekday_row, FF, WEEKDAY_ROW, AdwActionRow)

GtkWidget *ff_weekday_row_new (FfWorkspace *workspace);

G_END_DECLS
