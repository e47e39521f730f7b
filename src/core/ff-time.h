/* Local wall time to the minute, as plain numbers; the one place that reads the clock. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Minutes since 1970-01-01 00:00 of the wall clock, without time zone. */
typedef gint64 FfMinute;
/* Days since 1970-01-01. */
typedef gint64 FfDay;

#define FF_NO_TIME G_MININT64
#define FF_NO_DAY G_MININT64
#define FF_MINUTES_PER_DAY 1440

/* The present minute: FOURFOLD_NOW (YYYY-MM-DDTHH:MM) when it is set and well formed, the system's local time otherwise. */
FfMinute ff_time_now (void);

/* "YYYY-MM-DD HH:MM", also with "T", with "/", "." or 年月日 in the date, full-width, with seconds (cut off) and without leading
   zeros. FALSE, and nothing set, for anything else and for a day or an hour that does not exist. */
gboolean ff_time_parse (const char *text, FfMinute *time);
gboolean ff_day_parse (const char *text, FfDay *day);
/* "9:12", "0912", "912", "09：12", "09:12:59"; minutes of the day. */
gboolean ff_clock_parse (const char *text, int *minute_of_day);

/* The stored forms, "YYYY-MM-DD HH:MM" and "YYYY-MM-DD". */
char *ff_time_format (FfMinute time) G_GNUC_WARN_UNUSED_RESULT;
char *ff_day_format (FfDay day) G_GNUC_WARN_UNUSED_RESULT;

FfDay ff_time_day (FfMinute time);
int ff_time_minute_of_day (FfMinute time);
FfMinute ff_day_start (FfDay day);
/* FF_NO_DAY for a day that does not exist. */
FfDay ff_day_from_ymd (int year, int month, int day);
void ff_day_to_ymd (FfDay day, int *year, int *month, int *mday);
/* 1 Monday … 7 Sunday */
int ff_day_weekday (FfDay day);
/* ISO 8601 week number */
int ff_day_week (FfDay day);

/* The end that a clock means for what lasted from @from to @to and now begins at @start: what went over midnight, or over days, goes on
   doing so; anything else ends on the day on which it begins. @minute is of the day. */
FfMinute ff_time_clock_end (FfMinute from, FfMinute to, FfMinute start, int minute);

G_END_DECLS
