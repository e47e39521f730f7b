/* Which days are worked, and in which hours is taught (RULES, 7): the week, and the days that differ from it. */
#pragma once

#include "ff-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_DAY_WORKING,
  FF_DAY_OFF,     /* a holiday, or a day of the week that is not worked */
  FF_DAY_MAKE_UP, /* worked although the week says otherwise (调休上班) */
} FfDayKind;

/* Minutes of the day in which is taught, [from, to). */
typedef struct
{
  int from;
  int to;
} FfHours;

typedef struct _FfWorkCalendar FfWorkCalendar;

/* @weekdays: bit 0 Monday … bit 6 Sunday. @hours are in order and apart; what lies between two of them is a break (lunch). Both are
   copied. */
FfWorkCalendar *ff_work_calendar_new (guint weekdays, const FfHours *hours, gsize n_hours) G_GNUC_WARN_UNUSED_RESULT;
/* Monday to Friday, 08:30–12:00 and 13:30–17:30. */
FfWorkCalendar *ff_work_calendar_new_default (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_work_calendar_free (FfWorkCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfWorkCalendar, ff_work_calendar_free)

/* A day that differs; the later call wins. @title (may be NULL) is what it is called. */
void ff_work_calendar_add_day (FfWorkCalendar *self, FfDay day, gboolean worked, const char *title);

/* FF_DAY_MAKE_UP only for a day that was added as worked and that the week leaves free. */
FfDayKind ff_work_calendar_kind (const FfWorkCalendar *self, FfDay day);
/* Of a day that was added with one; NULL otherwise. */
const char *ff_work_calendar_title (const FfWorkCalendar *self, FfDay day);
gboolean ff_work_calendar_is_worked (const FfWorkCalendar *self, FfDay day);
/* A day that was added as one off, other than the days that the week leaves free anyway. */
gboolean ff_work_calendar_is_holiday (const FfWorkCalendar *self, FfDay day);
/* @day itself when it is worked, else the next one that is; FF_NO_DAY when none is within ten years. */
FfDay ff_work_calendar_next (const FfWorkCalendar *self, FfDay day);
/* The @n-th worked day after @day (before it when @n is negative); @n 0 is ff_work_calendar_next (). */
FfDay ff_work_calendar_add (const FfWorkCalendar *self, FfDay day, int n);
const FfHours *ff_work_calendar_hours (const FfWorkCalendar *self, gsize *n_hours);

G_END_DECLS
