/* Dates, times, durations and names as people read them, in the language of the window. All results are new strings. */
#pragma once

#include "ff-time.h"

G_BEGIN_DECLS

char *ff_format_day (FfDay day) G_GNUC_WARN_UNUSED_RESULT;            /* 22 September 2026 · 2026年9月22日 */
char *ff_format_day_long (FfDay day) G_GNUC_WARN_UNUSED_RESULT;       /* Tuesday 22 September 2026 · 2026年9月22日 星期二 */
char *ff_format_day_short (FfDay day) G_GNUC_WARN_UNUSED_RESULT;      /* Tue 22 Sep · 9月22日 周二 */
char *ff_format_day_brief (FfDay day) G_GNUC_WARN_UNUSED_RESULT;      /* 22 Sep · 9月22日 */
char *ff_format_day_range (FfDay from, FfDay to) G_GNUC_WARN_UNUSED_RESULT; /* 8–23 September 2026 · 2026年9月8–23日 */
char *ff_format_day_range_short (FfDay from, FfDay to) G_GNUC_WARN_UNUSED_RESULT; /* 8–23 Sep 2026 */
char *ff_format_month (FfDay day) G_GNUC_WARN_UNUSED_RESULT;          /* September 2026 · 2026年9月 */
const char *ff_format_weekday_short (FfDay day);                      /* Tue · 周二 */
char *ff_format_clock (FfMinute time) G_GNUC_WARN_UNUSED_RESULT;      /* 09:00 */
char *ff_format_duration (gint64 minutes) G_GNUC_WARN_UNUSED_RESULT;  /* 5 h 40 min */
/* "2 days ago" is for a sentence; this is the tag of a due date: "Today", "Wed 23 Sep", "4 days overdue". */
char *ff_format_due (FfDay due, FfDay today) G_GNUC_WARN_UNUSED_RESULT;
/* Names that are kept as "A; B", as a sentence joins them: A, B · A、B */
char *ff_format_names (const char *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
