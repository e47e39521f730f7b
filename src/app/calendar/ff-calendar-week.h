/* The calendar by the hour: a week, or a day alone. */
#pragma once

#include "ff-calendar-view.h"

G_BEGIN_DECLS

#define FF_TYPE_CALENDAR_WEEK (ff_calendar_week_get_type ())
G_DECLARE_FINAL_TYPE (FfCalendarWeek, ff_calendar_week, FF, CALENDAR_WEEK, FfCalendarView)

G_END_DECLS
