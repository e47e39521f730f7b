#include "config.h"

#include "ff-format.h"

#include <glib/gi18n-lib.h>

static const char *const months[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),     NC_ ("month", "April"),
  NC_ ("month", "May"),     NC_ ("month", "June"),     NC_ ("month", "July"),      NC_ ("month", "August"),
  NC_ ("month", "September"), NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *const short_months[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"), NC_ ("short month", "Apr"),
  NC_ ("short month", "May"), NC_ ("short month", "Jun"), NC_ ("short month", "Jul"), NC_ ("short month", "Aug"),
  NC_ ("short month", "Sep"), NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

static const char *const weekdays[] = {
  NC_ ("weekday", "Monday"), NC_ ("weekday", "Tuesday"),  NC_ ("weekday", "Wednesday"), NC_ ("weekday", "Thursday"),
  NC_ ("weekday", "Friday"), NC_ ("weekday", "Saturday"), NC_ ("weekday", "Sunday"),
};

static const char *const short_weekdays[] = {
  NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"), NC_ ("short weekday", "Wed"), NC_ ("short weekday", "Thu"),
  NC_ ("short weekday", "Fri"), NC_ ("short weekday", "Sat"), NC_ ("short weekday", "Sun"),
};

static const char *
translate (const char *context, const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, context, text);
}

/* The value of a word in a pattern, without its braces; FALSE for a word that nobody knows. */
static gboolean
append_word (GString *text, const char *word, gsize length, FfDay day)
{
  const struct
  {
    const char *word;
    const char *context;
    const char *const *names;
  } named[] = {
    { "month", "month", months },
    { "mon", "short month", short_months },
    { "weekday", "weekday", weekdays },
    { "wd", "short weekday", short_weekdays },
  };
  int year, month, mday;

  ff_day_to_ymd (day, &year, &month, &mday);
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (strlen (named[i].word) == length && strncmp (named[i].word, word, length) == 0)
      {
        int index = named[i].names == months || named[i].names == short_months ? month : ff_day_weekday (day);

        g_string_append (text, translate (named[i].context, named[i].names[index - 1]));
        return TRUE;
      }

  if (length != 1)
    return FALSE;
  switch (word[0])
    {
    case 'y':
      g_string_append_printf (text, "%d", year);
      return TRUE;
    case 'm':
      g_string_append_printf (text, "%d", month);
      return TRUE;
    case 'd':
      g_string_append_printf (text, "%d", mday);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Fills a pattern such as "{d}–{>d} {>month} {>y}": plain words are of @from, those with ">" of @to. What is no known word
   stays as it is, so that a translator's slip shows and does not crash. */
static char *
fill (const char *pattern, FfDay from, FfDay to)
{
  GString *text = g_string_new (NULL);

  while (*pattern != '\0')
    {
      const char *end = *pattern == '{' ? strchr (pattern, '}') : NULL;

      if (end != NULL)
        {
          gboolean of_to = pattern[1] == '>';
          const char *word = pattern + 1 + of_to;

          if (append_word (text, word, (gsize) (end - word), of_to ? to : from))
            {
              pattern = end + 1;
              continue;
            }
        }
      g_string_append_c (text, *pattern++);
    }
  return g_string_free (text, FALSE);
}

/* Translators, for all patterns of dates: {d} day of the month, {m} number and {month} {mon} full and short name of the month, {y} year,
   {weekday} {wd} full and short name of the day; with ">" the same of the last day of a range. Put them in your language's order
   with its own words between them, as in "{y}年{m}月{d}日". */

char *
ff_format_day (FfDay day)
{
  return fill (C_ ("date", "{d} {month} {y}"), day, day);
}

char *
ff_format_day_long (FfDay day)
{
  return fill (C_ ("date", "{weekday} {d} {month} {y}"), day, day);
}

char *
ff_format_day_short (FfDay day)
{
  return fill (C_ ("date", "{wd} {d} {mon}"), day, day);
}

char *
ff_format_day_range (FfDay from, FfDay to)
{
  int y1, m1, d1, y2, m2, d2;

  if (from == to)
    return ff_format_day (from);

  ff_day_to_ymd (from, &y1, &m1, &d1);
  ff_day_to_ymd (to, &y2, &m2, &d2);
  if (y1 != y2)
    return fill (C_ ("date range", "{d} {month} {y} – {>d} {>month} {>y}"), from, to);
  if (m1 != m2)
    return fill (C_ ("date range", "{d} {month} – {>d} {>month} {>y}"), from, to);
  return fill (C_ ("date range", "{d}–{>d} {>month} {>y}"), from, to);
}

char *
ff_format_day_range_short (FfDay from, FfDay to)
{
  int y1, m1, d1, y2, m2, d2;

  if (from == to)
    return fill (C_ ("date", "{d} {mon} {y}"), from, to);

  ff_day_to_ymd (from, &y1, &m1, &d1);
  ff_day_to_ymd (to, &y2, &m2, &d2);
  if (y1 != y2)
    return fill (C_ ("date range", "{d} {mon} {y} – {>d} {>mon} {>y}"), from, to);
  if (m1 != m2)
    return fill (C_ ("date range", "{d} {mon} – {>d} {>mon} {>y}"), from, to);
  return fill (C_ ("date range", "{d}–{>d} {>mon} {>y}"), from, to);
}

const char *
ff_format_weekday_short (FfDay day)
{
  return translate ("short weekday", short_weekdays[ff_day_weekday (day) - 1]);
}

char *
ff_format_clock (FfMinute time)
{
  int minute = ff_time_minute_of_day (time);

  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

char *
ff_format_duration (gint64 minutes)
{
  int hours = (int) (minutes / 60), rest = (int) (minutes % 60);

  if (hours == 0)
    /* Translators: a duration in minutes. */
    return g_strdup_printf (_("%d min"), rest);
  if (rest == 0)
    /* Translators: a duration in hours. */
    return g_strdup_printf (_("%d h"), hours);
  /* Translators: a duration in hours and minutes. */
  return g_strdup_printf (_("%d h %d min"), hours, rest);
}

char *
ff_format_due (FfDay due, FfDay today)
{
  int overdue = (int) (today - due);

  if (due == today)
    return g_strdup (_("Today"));
  if (overdue > 0)
    return g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", (gulong) overdue), overdue);
  return ff_format_day_short (due);
}

char *
ff_format_names (const char *names)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (names != NULL, NULL);

  parts = g_strsplit (names, "; ", -1);
  /* Translators: joins names in a list. */
  return g_strjoinv (C_ ("list", ", "), parts);
}
