/* The calendar as a list: the sessions of a month, day after day. */
#pragma once

#include "ff-calendar-view.h"

G_BEGIN_DECLS

#define FF_TYPE_CALENDAR_AGENDA (ff_calendar_agenda_get_type ())
G_DECLARE_FINAL_TYPE (FfCalendarAgenda, ff_calendar_agenda, FF, CALENDAR_AGENDA, FfCalendarView)

G_END_DECLS
