#include "config.h"

#include "ff-place-text.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-qualifications.h"

char *
ff_place_text_expiry (FfDay expires_on, FfTone *tone)
{
  static const FfTone tones[] = {
    [FF_EXPIRY_NEVER] = FF_TONE_NEUTRAL,
    [FF_EXPIRY_LATER] = FF_TONE_GOOD,
    [FF_EXPIRY_SOON] = FF_TONE_SOON,
    [FF_EXPIRY_PAST] = FF_TONE_BAD,
  };
  FfExpiry expiry = ff_qualification_expiry (expires_on, ff_time_day (ff_time_now ()));
  g_autofree char *day = NULL;

  *tone = tones[expiry];
  if (expiry == FF_EXPIRY_NEVER)
    return NULL;
  day = ff_format_day_range_short (expires_on, expires_on);
  /* Translators: of a qualification; %s is its last day. */
  return g_strdup_printf (expiry == FF_EXPIRY_PAST ? _("Expired %s") : _("Until %s"), day);
}

char *
ff_place_text_span (FfMinute from, FfMinute to)
{
  FfDay first = ff_time_day (from), last = ff_time_day (to - 1);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *start_clock = NULL;
  g_autofree char *end_clock = NULL;

  if (ff_time_minute_of_day (from) == 0 && ff_time_minute_of_day (to) == 0)
    return ff_format_day_range_short (first, last);
  start = ff_format_day_short (first);
  start_clock = ff_format_clock (from);
  end_clock = ff_format_clock (to);
  if (first == last)
    return g_strdup_printf ("%s %s–%s", start, start_clock, end_clock);
  end = ff_format_day_short (ff_time_day (to));
  return g_strdup_printf ("%s %s – %s %s", start, start_clock, end, end_clock);
}
