/* The calendar of all classes: by the day, the week, the month or as an agenda, limited to some classes, trainers, venues or
   departments. */
#pragma once

#include "ff-page.h"
#include "ff-time.h"

G_BEGIN_DECLS

#define FF_TYPE_CALENDAR_PAGE (ff_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (FfCalendarPage, ff_calendar_page, FF, CALENDAR_PAGE, FfPage)

/* In the view that is chosen, at the period that has the day in it. */
void ff_calendar_page_show_day (FfCalendarPage *self, FfDay day);

G_END_DECLS
