#include "ff-money.h"

#include <string.h>

#include "ff-text.h"

/* More digits than this are no amount that anybody spends. */
#define MAX_DIGITS 15
#define HUNDREDTHS 100

static gboolean
skip_suffix (char *text, const char *suffix)
{
  gsize length = strlen (text);
  gsize end = strlen (suffix);

  if (length < end || g_ascii_strcasecmp (text + length - end, suffix) != 0)
    return FALSE;
  text[length - end] = '\0';
  g_strchomp (text);
  return TRUE;
}

/* The sign or the word of a currency, before or behind: whatever it is, the amount is of the one currency of the settings. The longer
   words stand first. */
static const char *const currencies[] = { "CNY", "RMB", "USD", "EUR", "NTD", "TWD", "HKD", "NT", "HK", "元", "圆", "圓", "块" };

static char *
skip_currency (char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_ascii_strncasecmp (text, currencies[i], strlen (currencies[i])) == 0)
      {
        text += strlen (currencies[i]);
        break;
      }
  while (g_ascii_isspace (*text) || g_unichar_type (g_utf8_get_char (text)) == G_UNICODE_CURRENCY_SYMBOL)
    text = g_utf8_next_char (text);
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (skip_suffix (text, currencies[i]))
      break;
  return text;
}

/* 1.2万 is read as 1.2 times ten thousand. */
static gint64
skip_unit (char *text)
{
  static const struct
  {
    const char *unit;
    gint64 scale;
  } units[] = {
    { "千", 1000 }, { "万", 10000 }, { "萬", 10000 }, { "亿", 100000000 }, { "億", 100000000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (skip_suffix (text, units[i].unit))
      return units[i].scale;
  return 1;
}

/* Digits with commas before every three of them or with none at all, then decimals: their digits as one number. */
static gboolean
read_digits (const char *text, gint64 *digits, int *decimals)
{
  const char *comma = strchr (text, ',');
  gsize first = strspn (text, "0123456789");
  int n = 0;

  *digits = *decimals = 0;
  if (first == 0 || (comma != NULL && (first > 3 || text[first] != ',')))
    return FALSE;
  for (; *text != '\0' && *text != '.'; text++)
    {
      if (*text == ',' && (strspn (text + 1, "0123456789") != 3))
        return FALSE;
      if (*text == ',')
        continue;
      if (!g_ascii_isdigit (*text) || ++n > MAX_DIGITS)
        return FALSE;
      *digits = *digits * 10 + (*text - '0');
    }
  if (*text == '\0')
    return TRUE;
  for (text++; *text != '\0'; text++)
    {
      if (!g_ascii_isdigit (*text) || ++n > MAX_DIGITS)
        return FALSE;
      *digits = *digits * 10 + (*text - '0');
      ++*decimals;
    }
  return *decimals > 0;
}

gboolean
ff_money_parse (const char *text, gint64 *amount)
{
  g_autofree char *narrow = ff_text_narrow (text);
  char *number = skip_currency (narrow);
  gint64 scale = skip_unit (number);
  gint64 digits;
  guint64 value;
  int decimals;

  g_return_val_if_fail (amount != NULL, FALSE);

  if (!read_digits (number, &digits, &decimals))
    return FALSE;
  if (!g_uint64_checked_mul (&value, (guint64) digits, (guint64) (scale * HUNDREDTHS)))
    return FALSE;
  for (; decimals > 0; decimals--, value /= 10)
    if (value % 10 != 0)
      return FALSE;
  if (value > (guint64) FF_MONEY_MAX)
    return FALSE;
  *amount = (gint64) value;
  return TRUE;
}

static char *
format_number (gint64 amount)
{
  guint64 magnitude = amount < 0 ? -(guint64) amount : (guint64) amount;
  g_autofree char *whole = g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude / HUNDREDTHS);
  GString *text = g_string_new (amount < 0 ? "−" : NULL);
  gsize length = strlen (whole);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, whole[i]);
    }
  if (magnitude % HUNDREDTHS != 0)
    g_string_append_printf (text, ".%02u", (guint) (magnitude % HUNDREDTHS));
  return g_string_free (text, FALSE);
}

static gboolean
has_symbol (const char *currency)
{
  for (; *currency != '\0'; currency = g_utf8_next_char (currency))
    if (g_unichar_type (g_utf8_get_char (currency)) == G_UNICODE_CURRENCY_SYMBOL)
      return TRUE;
  return FALSE;
}

char *
ff_money_format (gint64 amount, const char *currency)
{
  g_autofree char *number = format_number (amount);

  if (currency == NULL || *currency == '\0')
    return g_steal_pointer (&number);
  if (has_symbol (currency))
    return g_strconcat (currency, number, NULL);
  return g_strconcat (number, "\u00a0", currency, NULL);
}
