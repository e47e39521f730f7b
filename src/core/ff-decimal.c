/* Figures as decimal text. */
#include "ff-decimal.h"

#include <math.h>
#include <string.h>

#include "ff-number.h"

/* What a double holds of any decimal number for certain. */
#define SIGNIFICANT "%.15g"

/* The fewest decimals that say the same number as @value does to fifteen digits. */
char *
ff_decimal_format (double value)
{
  char exact[G_ASCII_DTOSTR_BUF_SIZE], text[64], format[8];

  if (!isfinite (value) || fabs (value) > FF_DECIMAL_MAX)
    return NULL;
  value = g_ascii_strtod (g_ascii_formatd (exact, sizeof exact, SIGNIFICANT, value), NULL);
  for (int places = 0; places <= FF_DECIMAL_PLACES; places++)
    {
      g_snprintf (format, sizeof format, "%%.%df", places);
      g_ascii_formatd (text, sizeof text, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  /* What has more decimals than are kept may have become nothing but zeros. */
  if (strchr (text, '.') != NULL)
    for (gsize length = strlen (text); text[length - 1] == '0' || text[length - 1] == '.'; length--)
      {
        gboolean point = text[length - 1] == '.';

        text[length - 1] = '\0';
        if (point)
          break;
      }
  return g_strdup (strcmp (text, "-0") != 0 ? text : "0");
}

char *
ff_decimal_parse (const char *typed)
{
  double value;

  return ff_number_parse (typed, &value) ? ff_decimal_format (value) : NULL;
}

double
ff_decimal_to_double (const char *stored)
{
  return stored != NULL ? g_ascii_strtod (stored, NULL) : (double) NAN;
}
