#include "config.h"

#include "ff-take.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-decimal.h"
#include "ff-money.h"
#include "ff-number.h"
#include "ff-word.h"

/* Far more hours or money than there are, and far from where adding them up could overflow. */
/* In hundredths of a percent. */
#define WHOLE 10000
#define HIGHEST_HUNDREDTHS G_GINT64_CONSTANT (100000000000000)

static gboolean
store (char **stored, char *value, gsize max, const char *field, gboolean *changed, GError **error)
{
  g_autofree char *owned = value;

  if (strlen (owned) > max && g_utf8_strlen (owned, -1) > (glong) max)
    {
      g_autofree char *start = g_utf8_substring (owned, 0, 20);
      ff_put_set_error (error, FF_ERROR_INVALID, field,
                        _("The text “%s…” is too long: shorten it to %zu characters."), start, max);
      return FALSE;
    }
  if (*owned == '\0')
    g_clear_pointer (&owned, g_free);
  if (g_strcmp0 (*stored, owned) != 0)
    {
      g_free (*stored);
      *stored = g_steal_pointer (&owned);
      *changed = TRUE;
    }
  return TRUE;
}

gboolean
ff_take_line (char **stored, const char *value, gsize max, const char *field, gboolean *changed, GError **error)
{
  return !value || store (stored, ff_put_clean_line (value), max, field, changed, error);
}

gboolean
ff_take_text (char **stored, const char *value, const char *field, gboolean *changed, GError **error)
{
  return !value || store (stored, ff_put_clean_text (value), FF_TAKE_TEXT_MAX, field, changed, error);
}

static gboolean
is_email (const char *text)
{
  const char *at = strchr (text, '@');
  return at && at != text && at[1] != '\0' && !strchr (at + 1, '@') && !strpbrk (text, " ,;<>");
}

gboolean
ff_take_email (char **stored, const char *value, gboolean *changed, GError **error)
{
  g_autofree char *email = value ? ff_put_clean_line (value) : NULL;

  if (email && *email && !is_email (email))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "email",
                        _("“%s” is no e-mail address: write one like name@example.com, or leave it empty."), email);
      return FALSE;
    }
  return !email || store (stored, g_steal_pointer (&email), FF_TAKE_LINE_MAX, "email", changed, error);
}

/* Numbers are written in many ways, also with an extension in words; what has fewer than three digits is none of them. */
static gboolean
is_phone (const char *text)
{
  guint digits = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    digits += g_unichar_isdigit (g_utf8_get_char (p)) ? 1 : 0;
  return digits >= 3;
}

gboolean
ff_take_phone (char **stored, const char *value, gboolean *changed, GError **error)
{
  g_autofree char *phone = value ? ff_put_clean_line (value) : NULL;

  if (phone && *phone && !is_phone (phone))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "phone",
                        _("“%s” is no telephone number: write its digits, or leave it empty."), phone);
      return FALSE;
    }
  return !phone || store (stored, g_steal_pointer (&phone), FF_TAKE_LINE_MAX, "phone", changed, error);
}

gboolean
ff_take_number (int *stored, const char *value, int max, int none, const char *field, gboolean *changed, GError **error)
{
  g_autofree char *text = value ? ff_put_clean_line (value) : NULL;
  gint64 hundredths = 0;
  int number = none;

  if (!text)
    return TRUE;
  if (*text)
    {
      if (!ff_hundredths_parse (text, &hundredths) || hundredths < 0 || hundredths % 100 != 0 || hundredths / 100 > max)
        {
          ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” is not possible here: write a whole number from 0 to %d."),
                            text, max);
          return FALSE;
        }
      number = (int) (hundredths / 100);
    }
  *changed = *changed || number != *stored;
  *stored = number;
  return TRUE;
}

gboolean
ff_take_decimal (char **stored, const char *value, const char *field, gboolean *changed, GError **error)
{
  g_autofree char *text = value ? ff_put_clean_line (value) : NULL;
  g_autofree char *number = text ? ff_decimal_parse (text) : NULL;

  if (text && *text && !number)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” is no number: write one like 4.5, or leave it empty."), text);
      return FALSE;
    }
  return !text || store (stored, number ? g_steal_pointer (&number) : g_strdup (""), FF_TAKE_LINE_MAX, field, changed, error);
}

gboolean
ff_take_id (gint64 *stored, const char *value, gboolean *changed)
{
  gint64 id = value ? g_ascii_strtoll (value, NULL, 10) : *stored;

  *changed = *changed || id != *stored;
  *stored = id;
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

gboolean
ff_take_yes_no (gboolean *stored, const char *value, const char *field, gboolean *changed, GError **error)
{
  gboolean parsed = FALSE;

  if (value == NULL)
    return TRUE;
  if (!is_blank (value) && !ff_yes_no_parse (value, &parsed))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _ ("“%s” is neither yes nor no; write 1 or 0."), value);
      return FALSE;
    }
  if (*stored != parsed)
    {
      *stored = parsed;
      *changed = TRUE;
    }
  return TRUE;
}

gboolean
ff_take_hundredths (gint64 *stored, const char *value, const char *field, gboolean *changed, GError **error)
{
  gint64 parsed = -1;

  if (value == NULL)
    return TRUE;
  if (!is_blank (value) && (!ff_hundredths_parse (value, &parsed) || parsed < 0 || parsed > HIGHEST_HUNDREDTHS))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _ ("“%s” is not a number from 0 up."), value);
      return FALSE;
    }
  if (*stored != parsed)
    {
      *stored = parsed;
      *changed = TRUE;
    }
  return TRUE;
}

gboolean
ff_take_percent (int *stored, const char *value, int none, const char *field, gboolean *changed, GError **error)
{
  gint64 parsed = -1;

  if (value == NULL)
    return TRUE;
  if (!is_blank (value) && (!ff_hundredths_parse (value, &parsed) || parsed < 0 || parsed > WHOLE))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” is no share of the whole: write a percentage from 0 to 100."), value);
      return FALSE;
    }
  if (parsed < 0)
    parsed = none;
  *changed = *changed || *stored != parsed;
  *stored = (int) parsed;
  return TRUE;
}

gboolean
ff_take_money (gint64 *stored, const char *value, const char *field, gboolean *changed, GError **error)
{
  gint64 parsed = -1;

  if (value == NULL)
    return TRUE;
  if (!is_blank (value) && !ff_money_parse (value, &parsed))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” is no amount of money: write it like 12,000 or 1.2万."), value);
      return FALSE;
    }
  if (*stored != parsed)
    {
      *stored = parsed;
      *changed = TRUE;
    }
  return TRUE;
}

gboolean
ff_take_day (FfDay *stored, const char *value, const char *field, gboolean *changed, GError **error)
{
  FfDay parsed;

  if (value == NULL)
    return TRUE;
  if (!ff_day_parse (value, &parsed))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _ ("“%s” is not a date; write it like 2026-03-14."), value);
      return FALSE;
    }
  if (*stored != parsed)
    {
      *stored = parsed;
      *changed = TRUE;
    }
  return TRUE;
}

gboolean
ff_take_optional_day (FfDay *stored, const char *value, const char *field, gboolean *changed, GError **error)
{
  if (value == NULL || !is_blank (value))
    return ff_take_day (stored, value, field, changed, error);
  *changed = *changed || *stored != FF_NO_DAY;
  *stored = FF_NO_DAY;
  return TRUE;
}

gboolean
ff_take_time (FfMinute *stored, const char *value, const char *field, gboolean *changed, GError **error)
{
  FfMinute parsed;

  if (value == NULL)
    return TRUE;
  if (!ff_time_parse (value, &parsed))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _ ("“%s” is not a date and time; write it like 2026-03-14 09:00."), value);
      return FALSE;
    }
  if (*stored != parsed)
    {
      *stored = parsed;
      *changed = TRUE;
    }
  return TRUE;
}
