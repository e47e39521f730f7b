#include "config.h"

#include "ff-project-text.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"

char *
ff_project_text_days (FfDay first, FfDay last, gboolean brief)
{
  g_autofree char *day = NULL;

  if (first != FF_NO_DAY && last != FF_NO_DAY && first <= last)
    return brief ? ff_format_day_range_short (first, last) : ff_format_day_range (first, last);
  if (first == FF_NO_DAY && last == FF_NO_DAY)
    return NULL;
  day = brief ? ff_format_day_range_short (MAX (first, last), MAX (first, last)) : ff_format_day (MAX (first, last));
  /* Translators: %s is the first day of something whose last day is not known yet. */
  if (first != FF_NO_DAY)
    return g_strdup_printf (_("from %s"), day);
  /* Translators: %s is the last day of something whose first day is not known yet. */
  return g_strdup_printf (_("until %s"), day);
}

FfTone
ff_project_status_tone (FfRunStatus status)
{
  static const FfTone tones[] = {
    [FF_RUN_PLANNED] = FF_TONE_ACCENT,
    [FF_RUN_RUNNING] = FF_TONE_GOOD,
    [FF_RUN_FINISHED] = FF_TONE_NEUTRAL,
    [FF_RUN_CANCELLED] = FF_TONE_BAD,
  };

  return tones[status];
}
