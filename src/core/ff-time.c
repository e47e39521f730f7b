/* Local wall time to the minute, and the one place that reads the clock. */
#include "ff-time.h"

#include <string.h>

#include "ff-text.h"

#define DAYS_PER_ERA 146097 /* 400 years of the Gregorian calendar */
#define EPOCH_OFFSET 719468 /* from 0000-03-01 to 1970-01-01 */

/* Reads @min to @max digits and moves on. */
static gboolean
take_digits (const char **text, gsize min, gsize max, int *value)
{
  gsize n = strspn (*text, "0123456789");

  if (n < min || n > max)
    return FALSE;
  *value = 0;
  for (gsize i = 0; i < n; i++)
    *value = *value * 10 + ((*text)[i] - '0');
  *text += n;
  return TRUE;
}

static gboolean
take (const char **text, const char *expected)
{
  if (!g_str_has_prefix (*text, expected))
    return FALSE;
  *text += strlen (expected);
  return TRUE;
}

/* 2026-9-3, 2026/09/03, 2026.9.3, 2026年9月3日, 20260903 */
static gboolean
take_day (const char **text, FfDay *day)
{
  static const char *const separators[] = { "-", "/", "." };
  const char *separator = NULL;
  int year, month, mday;

  if (strspn (*text, "0123456789") == 8)
    {
      gint64 number = g_ascii_strtoll (*text, NULL, 10);

      *text += 8;
      *day = ff_day_from_ymd (number / 10000, number / 100 % 100, number % 100);
      return *day != FF_NO_DAY;
    }

  if (!take_digits (text, 4, 4, &year))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (separators) && separator == NULL; i++)
    if (take (text, separators[i]))
      separator = separators[i];
  if (separator == NULL && !take (text, "年"))
    return FALSE;
  if (!take_digits (text, 1, 2, &month) || !take (text, separator ? separator : "月") || !take_digits (text, 1, 2, &mday))
    return FALSE;
  if (separator == NULL && !take (text, "日"))
    return FALSE;

  *day = ff_day_from_ymd (year, month, mday);
  return *day != FF_NO_DAY;
}

/* 9:12, 09:12, 09:12:59, 09:12:59.250; seconds are cut off. */
static gboolean
take_clock (const char **text, int *minute_of_day)
{
  int hour, minute, second, fraction;

  if (!take_digits (text, 1, 2, &hour) || !take (text, ":") || !take_digits (text, 1, 2, &minute))
    return FALSE;
  if (take (text, ":"))
    {
      if (!take_digits (text, 1, 2, &second) || second > 59)
        return FALSE;
      if (take (text, ".") && !take_digits (text, 1, 9, &fraction))
        return FALSE;
    }
  if (hour > 23 || minute > 59)
    return FALSE;
  *minute_of_day = hour * 60 + minute;
  return TRUE;
}

FfMinute
ff_time_now (void)
{
  FfMinute now;
  g_autoptr (GDateTime) local = NULL;

  if (ff_time_parse (g_getenv ("FOURFOLD_NOW"), &now))
    return now;

  local = g_date_time_new_now_local ();
  return ff_day_start (ff_day_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                                        g_date_time_get_day_of_month (local))) +
         g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

gboolean
ff_time_parse (const char *text, FfMinute *time)
{
  g_autofree char *narrow = ff_text_narrow (text);
  const char *p = narrow;
  FfDay day;
  int minute_of_day;

  g_return_val_if_fail (time != NULL, FALSE);

  if (!take_day (&p, &day))
    return FALSE;
  if (*p == 'T' || *p == 't')
    p++;
  else if (*p == ' ')
    p += strspn (p, " ");
  else
    return FALSE;
  if (!take_clock (&p, &minute_of_day) || *p != '\0')
    return FALSE;

  *time = ff_day_start (day) + minute_of_day;
  return TRUE;
}

gboolean
ff_day_parse (const char *text, FfDay *day)
{
  g_autofree char *narrow = ff_text_narrow (text);
  const char *p = narrow;
  FfDay parsed;

  g_return_val_if_fail (day != NULL, FALSE);

  if (!take_day (&p, &parsed) || *p != '\0')
    return FALSE;
  *day = parsed;
  return TRUE;
}

gboolean
ff_clock_parse (const char *text, int *minute_of_day)
{
  g_autofree char *narrow = ff_text_narrow (text);
  const char *p = narrow;
  int number, parsed;

  g_return_val_if_fail (minute_of_day != NULL, FALSE);

  if (take_digits (&p, 3, 4, &number))
    {
      if (number / 100 > 23 || number % 100 > 59)
        return FALSE;
      parsed = number / 100 * 60 + number % 100;
    }
  else if (!take_clock (&p, &parsed))
    return FALSE;
  if (*p != '\0')
    return FALSE;

  *minute_of_day = parsed;
  return TRUE;
}

char *
ff_time_format (FfMinute time)
{
  g_autofree char *day = ff_day_format (ff_time_day (time));
  int minute_of_day = ff_time_minute_of_day (time);

  return g_strdup_printf ("%s %02d:%02d", day, minute_of_day / 60, minute_of_day % 60);
}

char *
ff_day_format (FfDay day)
{
  int year, month, mday;

  ff_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, mday);
}

static gint64
floor_div (gint64 value, gint64 divisor)
{
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

FfDay
ff_time_day (FfMinute time)
{
  return floor_div (time, FF_MINUTES_PER_DAY);
}

int
ff_time_minute_of_day (FfMinute time)
{
  return time - ff_day_start (ff_time_day (time));
}

FfMinute
ff_day_start (FfDay day)
{
  return day * FF_MINUTES_PER_DAY;
}

FfDay
ff_day_from_ymd (int year, int month, int mday)
{
  gint64 era, year_of_era, day_of_year, day_of_era;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || mday < 1 ||
      mday > g_date_get_days_in_month (month, year))
    return FF_NO_DAY;

  /* Years begin in March, so that the leap day is the last of its year (H. Hinnant, days_from_civil, 2013). */
  if (month <= 2)
    year--;
  era = floor_div (year, 400);
  year_of_era = year - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + mday - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * DAYS_PER_ERA + day_of_era - EPOCH_OFFSET;
}

void
ff_day_to_ymd (FfDay day, int *year, int *month, int *mday)
{
  gint64 shifted = day + EPOCH_OFFSET;
  gint64 era = floor_div (shifted, DAYS_PER_ERA);
  gint64 day_of_era = shifted - era * DAYS_PER_ERA;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 march_month = (5 * day_of_year + 2) / 153;
  int civil_month = march_month < 10 ? march_month + 3 : march_month - 9;

  g_return_if_fail (year != NULL && month != NULL && mday != NULL);

  *year = year_of_era + era * 400 + (civil_month <= 2 ? 1 : 0);
  *month = civil_month;
  *mday = day_of_year - (153 * march_month + 2) / 5 + 1;
}

int
ff_day_weekday (FfDay day)
{
  /* 1970-01-01 was a Thursday. */
  gint64 from_monday = day + 3;

  return from_monday - floor_div (from_monday, 7) * 7 + 1;
}

int
ff_day_week (FfDay day)
{
  /* A week belongs to the year of its Thursday. */
  FfDay thursday = day - ff_day_weekday (day) + 4;
  int year, month, mday;

  ff_day_to_ymd (thursday, &year, &month, &mday);
  return (thursday - ff_day_from_ymd (year, 1, 1)) / 7 + 1;
}

FfMinute
ff_time_clock_end (FfMinute from, FfMinute to, FfMinute start, int minute)
{
  gint64 days = ff_time_day (to) - ff_time_day (from);

  if (days > 0)
    {
      days -= ff_time_minute_of_day (to) <= ff_time_minute_of_day (from);
      days += minute <= ff_time_minute_of_day (start);
    }
  return ff_day_start (ff_time_day (start) + days) + minute;
}
