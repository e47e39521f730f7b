/* From the text of a draft to a stored value. */
#include "config.h"

#include "ff-draft.h"

#include "ff-number.h"
#include "ff-word.h"

#include <glib/gi18n-lib.h>

/* Far more people, hours or money than a class can have, and far from where adding them up could overflow. */
#define HIGHEST_COUNT 10000000
#define HIGHEST_HUNDREDTHS G_GINT64_CONSTANT (100000000000000)

void
ff_draft_set_line (char **value, const char *text, gboolean *changed)
{
  g_autofree char *line = NULL;

  if (text == NULL)
    return;
  line = ff_put_clean_line (text);
  if (*line == '\0')
    g_clear_pointer (&line, g_free);
  if (g_strcmp0 (*value, line) == 0)
    return;
  g_free (*value);
  *value = g_steal_pointer (&line);
  *changed = TRUE;
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

gboolean
ff_draft_set_yes_no (gboolean *value, const char *text, const char *field, gboolean *changed, GError **error)
{
  gboolean parsed = FALSE;

  if (text == NULL)
    return TRUE;
  if (!is_blank (text) && !ff_yes_no_parse (text, &parsed))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _ ("“%s” is neither yes nor no; write 1 or 0."), text);
      return FALSE;
    }
  if (*value != parsed)
    {
      *value = parsed;
      *changed = TRUE;
    }
  return TRUE;
}

gboolean
ff_draft_set_count (int *value, const char *text, const char *field, gboolean *changed, GError **error)
{
  gint64 parsed = -100;

  if (text == NULL)
    return TRUE;
  if (!is_blank (text) && (!ff_hundredths_parse (text, &parsed) || parsed < 0 || parsed % 100 != 0 || parsed / 100 > HIGHEST_COUNT))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _ ("“%s” is not a whole number from 0 up."), text);
      return FALSE;
    }
  if (*value != parsed / 100)
    {
      *value = (int) (parsed / 100);
      *changed = TRUE;
    }
  return TRUE;
}

gboolean
ff_draft_set_hundredths (gint64 *value, const char *text, const char *field, gboolean *changed, GError **error)
{
  gint64 parsed = -1;

  if (text == NULL)
    return TRUE;
  if (!is_blank (text) && (!ff_hundredths_parse (text, &parsed) || parsed < 0 || parsed > HIGHEST_HUNDREDTHS))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _ ("“%s” is not a number from 0 up."), text);
      return FALSE;
    }
  if (*value != parsed)
    {
      *value = parsed;
      *changed = TRUE;
    }
  return TRUE;
}

gboolean
ff_draft_set_day (FfDay *value, const char *text, const char *field, gboolean *changed, GError **error)
{
  FfDay parsed;

  if (text == NULL)
    return TRUE;
  if (!ff_day_parse (text, &parsed))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _ ("“%s” is not a date; write it like 2026-03-14."), text);
      return FALSE;
    }
  if (*value != parsed)
    {
      *value = parsed;
      *changed = TRUE;
    }
  return TRUE;
}

gboolean
ff_draft_set_time (FfMinute *value, const char *text, const char *field, gboolean *changed, GError **error)
{
  FfMinute parsed;

  if (text == NULL)
    return TRUE;
  if (!ff_time_parse (text, &parsed))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _ ("“%s” is not a date and time; write it like 2026-03-14 09:00."), text);
      return FALSE;
    }
  if (*value != parsed)
    {
      *value = parsed;
      *changed = TRUE;
    }
  return TRUE;
}
