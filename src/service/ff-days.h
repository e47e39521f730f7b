/* Days off and make-up working days, and the calendar that they and the settings make. */
#pragma once

#include "ff-calendar-day-store.h"
#include "ff-put.h"
#include "ff-work-calendar.h"

G_BEGIN_DECLS

/* The week and the hours of the settings, and the differing days from @from to @to (both included; FF_NO_DAY leaves an end open). */
FfWorkCalendar *ff_days_read_calendar (FfDb *db, FfDay from, FfDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* FfCalendarDay in order of date. */
GPtrArray *ff_days_list (FfDb *db, FfDay from, FfDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the day one off or one that is worked, whatever it was. @title may be NULL. */
FfPut ff_days_put (FfDb *db, FfDay day, gboolean worked, const char *title, GError **error);
/* The day is again what the week says. */
gboolean ff_days_delete (FfDb *db, FfDay day, GError **error);

G_END_DECLS
