#include "config.h"

#include "ff-phrase-dates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* The value of a word in a pattern, without its braces; FALSE for a word that nobody knows. */
static gboolean
append_word (FfPhrases *phrases, GString *text, const char *word, gsize length, FfDay day)
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

        g_string_append (text, ff_phrases_get (phrases, named[i].context, named[i].names[index - 1]));
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
fill (FfPhrases *phrases, const char *context, const char *english, FfDay from, FfDay to)
{
  const char *pattern = ff_phrases_get (phrases, context, english);
  GString *text = g_string_new (NULL);

  while (*pattern != '\0')
    {
      const char *end = *pattern == '{' ? strchr (pattern, '}') : NULL;

      if (end != NULL)
        {
          gboolean of_to = pattern[1] == '>';
          const char *word = pattern + 1 + of_to;

          if (append_word (phrases, text, word, (gsize) (end - word), of_to ? to : from))
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
ff_phrases_day (FfPhrases *phrases, FfDay day)
{
  return fill (phrases, "date", NC_ ("date", "{d} {month} {y}"), day, day);
}

char *
ff_phrases_day_long (FfPhrases *phrases, FfDay day)
{
  return fill (phrases, "date", NC_ ("date", "{weekday} {d} {month} {y}"), day, day);
}

char *
ff_phrases_day_brief (FfPhrases *phrases, FfDay day)
{
  return fill (phrases, "date", NC_ ("date", "{d} {mon}"), day, day);
}

char *
ff_phrases_day_short (FfPhrases *phrases, FfDay day)
{
  return fill (phrases, "date", NC_ ("date", "{wd} {d} {mon}"), day, day);
}

char *
ff_phrases_day_range (FfPhrases *phrases, FfDay from, FfDay to)
{
  int y1, m1, d1, y2, m2, d2;

  if (from == to)
    return ff_phrases_day (phrases, from);

  ff_day_to_ymd (from, &y1, &m1, &d1);
  ff_day_to_ymd (to, &y2, &m2, &d2);
  if (y1 != y2)
    return fill (phrases, "date range", NC_ ("date range", "{d} {month} {y} – {>d} {>month} {>y}"), from, to);
  if (m1 != m2)
    return fill (phrases, "date range", NC_ ("date range", "{d} {month} – {>d} {>month} {>y}"), from, to);
  return fill (phrases, "date range", NC_ ("date range", "{d}–{>d} {>month} {>y}"), from, to);
}

char *
ff_phrases_day_range_short (FfPhrases *phrases, FfDay from, FfDay to)
{
  int y1, m1, d1, y2, m2, d2;

  if (from == to)
    return fill (phrases, "date", NC_ ("date", "{d} {mon} {y}"), from, to);

  ff_day_to_ymd (from, &y1, &m1, &d1);
  ff_day_to_ymd (to, &y2, &m2, &d2);
  if (y1 != y2)
    return fill (phrases, "date range", NC_ ("date range", "{d} {mon} {y} – {>d} {>mon} {>y}"), from, to);
  if (m1 != m2)
    return fill (phrases, "date range", NC_ ("date range", "{d} {mon} – {>d} {>mon} {>y}"), from, to);
  return fill (phrases, "date range", NC_ ("date range", "{d}–{>d} {>mon} {>y}"), from, to);
}

char *
ff_phrases_month (FfPhrases *phrases, FfDay day)
{
  return fill (phrases, "date", NC_ ("date", "{month} {y}"), day, day);
}

const char *
ff_phrases_weekday_short (FfPhrases *phrases, FfDay day)
{
  return ff_phrases_get (phrases, "short weekday", short_weekdays[ff_day_weekday (day) - 1]);
}
