#include "config.h"

#include "ff-format.h"

#include <glib/gi18n-lib.h>

#include "ff-phrase-dates.h"
#include "ff-phrase-names.h"

/* The words of the window itself. */
static FfPhrases *
own (void)
{
  static FfPhrases *phrases;

  if (g_once_init_enter (&phrases))
    g_once_init_leave (&phrases, ff_phrases_new (NULL));
  return phrases;
}

char *
ff_format_day (FfDay day)
{
  return ff_phrases_day (own (), day);
}

char *
ff_format_day_long (FfDay day)
{
  return ff_phrases_day_long (own (), day);
}

char *
ff_format_day_short (FfDay day)
{
  return ff_phrases_day_short (own (), day);
}

char *
ff_format_day_brief (FfDay day)
{
  return ff_phrases_day_brief (own (), day);
}

char *
ff_format_day_range (FfDay from, FfDay to)
{
  return ff_phrases_day_range (own (), from, to);
}

char *
ff_format_day_range_short (FfDay from, FfDay to)
{
  return ff_phrases_day_range_short (own (), from, to);
}

char *
ff_format_month (FfDay day)
{
  return ff_phrases_month (own (), day);
}

const char *
ff_format_weekday_short (FfDay day)
{
  return ff_phrases_weekday_short (own (), day);
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
  return ff_phrases_names (own (), names);
}
