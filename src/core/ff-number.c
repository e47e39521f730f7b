/* Numbers as people write them, and rounding half away from zero. */
#include "ff-number.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "ff-text.h"

/* Eight decimals of a larger number would not fit into a gint64. */
#define LARGEST 9e9
#define EIGHT_DECIMALS 1e8
#define HUNDREDTH_IN_EIGHT G_GINT64_CONSTANT (1000000)

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* Whether every comma of @text stands before exactly three digits, as between thousands: "1,000", "12,345,678.9". */
static gboolean
has_thousands (const char *text)
{
  gsize digits = count_digits (text);

  if (digits == 0 || digits > 3 || text[0] == '0' || text[digits] != ',')
    return FALSE;
  text += digits;
  while (*text == ',')
    {
      if (count_digits (text + 1) != 3)
        return FALSE;
      text += 4;
    }
  return *text == '\0' || *text == '.';
}

static void
remove_commas (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != ',')
      *to++ = *from;
  *to = '\0';
}

/* [digits][.digits][e[±]digits] with at least one digit before the exponent, and nothing after. */
static gboolean
is_plain_number (const char *text)
{
  gsize digits = count_digits (text);

  text += digits;
  if (*text == '.')
    {
      gsize decimals = count_digits (++text);

      digits += decimals;
      text += decimals;
    }
  if (digits == 0)
    return FALSE;
  if (*text == 'e' || *text == 'E')
    {
      text++;
      if (*text == '+' || *text == '-')
        text++;
      digits = count_digits (text);
      if (digits == 0)
        return FALSE;
      text += digits;
    }
  return *text == '\0';
}

gboolean
ff_number_parse (const char *text, double *value)
{
  g_autofree char *narrow = ff_text_narrow (text);
  char *number = narrow;
  gboolean negative = *number == '-';
  gsize length;
  double magnitude;

  g_return_val_if_fail (value != NULL, FALSE);

  if (*number == '-' || *number == '+')
    number++;
  length = strlen (number);
  if (length > 0 && number[length - 1] == '%')
    {
      number[length - 1] = '\0';
      g_strchomp (number);
    }
  if (has_thousands (number))
    remove_commas (number);
  else
    g_strdelimit (number, ",", '.');
  if (!is_plain_number (number))
    return FALSE;

  magnitude = g_ascii_strtod (number, NULL);
  if (!isfinite (magnitude))
    return FALSE;
  *value = negative ? -magnitude : magnitude;
  return TRUE;
}

gboolean
ff_hundredths_parse (const char *text, gint64 *value)
{
  double number;
  gint64 eighth;

  g_return_val_if_fail (value != NULL, FALSE);

  if (!ff_number_parse (text, &number) || fabs (number) > LARGEST)
    return FALSE;

  /* By way of eight decimals, as a total: 1.005 from a spreadsheet is 1.00499999999999989, and meant as 1.005. */
  eighth = llround (fabs (number) * EIGHT_DECIMALS);
  *value = (eighth + HUNDREDTH_IN_EIGHT / 2) / HUNDREDTH_IN_EIGHT;
  if (number < 0)
    *value = -*value;
  return TRUE;
}

char *
ff_hundredths_format (gint64 value)
{
  const char *sign = value < 0 ? "-" : "";
  guint64 magnitude = value < 0 ? -(guint64) value : (guint64) value;
  guint64 whole = magnitude / 100;
  unsigned int rest = magnitude % 100;

  if (rest == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, whole);
  if (rest % 10 == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%u", sign, whole, rest / 10);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", sign, whole, rest);
}

double
ff_hundredths_to_double (gint64 value)
{
  return value / 100.0;
}

double
ff_round (double value, int places)
{
  double scale = pow (10, places);
  double scaled = fabs (value) * scale;

  /* Above 2⁵² a double has no decimals to lose. */
  if (!(scaled < 4503599627370496.0))
    return value;

  /* 1.005 · 100 is 100.49999999999999 in binary: a tie misses its half by no more than the error of one product. */
  scaled = floor (scaled * (1 + 2 * DBL_EPSILON) + 0.5);
  return copysign (scaled / scale, value);
}

double
ff_round_total (double value)
{
  return ff_round (ff_round (value, 8), 2);
}
