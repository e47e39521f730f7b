/* At the foot of the calendar: which class has which colour, and what the hatches mean. What does not fit is counted, not cut. */
#pragma once

#include <gtk/gtk.h>

#include "ff-calendar.h"

G_BEGIN_DECLS

#define FF_TYPE_CALENDAR_LEGEND (ff_calendar_legend_get_type ())
G_DECLARE_FINAL_TYPE (FfCalendarLegend, ff_calendar_legend, FF, CALENDAR_LEGEND, GtkWidget)

GtkWidget *ff_calendar_legend_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_calendar_legend_set_calendar (FfCalendarLegend *self, const FfCalendar *calendar);

G_END_DECLS
