/* The calendar by the day: weeks of a month, with a line for each session that fits and the number of those that do not. */
#pragma once

#include "ff-calendar-view.h"

G_BEGIN_DECLS

#define FF_TYPE_CALENDAR_MONTH (ff_calendar_month_get_type ())
G_DECLARE_FINAL_TYPE (FfCalendarMonth, ff_calendar_month, FF, CALENDAR_MONTH, FfCalendarView)

G_END_DECLS
