#include "config.h"

#include "ff-xlsx-styles.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FORMATS 65536
/* From here on a double has more than 15 digits before the point, and a spreadsheet has replaced the others by zeros. */
#define LOST_DIGITS 1e15

/* Days from 1899-12-30, the day 0 of serial dates after February 1900, to 1970-01-01. */
#define EPOCH_1900 25569
#define EPOCH_1904 (EPOCH_1900 - 1462)

static gboolean
is_date_code (const char *code)
{
  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    switch (*p)
      {
      case '"':
        p = strchr (p + 1, '"');
        if (p == NULL)
          return FALSE;
        break;
      case '[':
        /* [h], [mm], [ss] are elapsed time; anything else in brackets is a colour, a currency or a condition. */
        if (p[1] != '\0' && strchr ("hHmMsS", p[1]) != NULL && (p[2] == ']' || p[2] == p[1]))
          return TRUE;
        p = strchr (p, ']');
        if (p == NULL)
          return FALSE;
        break;
      case '\\':
      case '_':
      case '*':
        if (p[1] == '\0')
          return FALSE;
        p++;
        break;
      case 'y':
      case 'Y':
      case 'm':
      case 'M':
      case 'd':
      case 'D':
      case 'h':
      case 'H':
      case 's':
      case 'S':
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

FfNumberFormat
ff_number_format_classify (guint id, const char *code)
{
  FfNumberFormat format = { FF_FORMAT_GENERAL, 0 };

  if (code == NULL)
    {
      /* 27–36 and 50–58 are the date formats of East Asian editions. */
      if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
        format.kind = FF_FORMAT_DATE;
      else if (id == 9 || id == 10)
        format.kind = FF_FORMAT_PERCENT;
      return format;
    }
  if (strspn (code, "0") == strlen (code) && strlen (code) >= 2 && strlen (code) <= 15)
    {
      format.kind = FF_FORMAT_ZEROS;
      format.zeros = strlen (code);
    }
  else if (is_date_code (code))
    format.kind = FF_FORMAT_DATE;
  else if (strlen (code) >= 2 && code[strlen (code) - 1] == '%' && strspn (code, "0#.,%") == strlen (code))
    format.kind = FF_FORMAT_PERCENT;
  return format;
}

typedef struct
{
  GHashTable *codes; /* number of a custom format → its code */
  GArray *formats;
  gboolean in_cell_formats;
} Styles;

static void
on_style_start (FfXmlParse *parse, const char *element, const char **attributes, gpointer user_data)
{
  Styles *styles = user_data;
  const char *id = ff_xml_attribute (attributes, "numFmtId");
  guint number = id != NULL ? (guint) g_ascii_strtoull (id, NULL, 10) : 0;

  if (g_str_equal (element, "cellXfs"))
    styles->in_cell_formats = TRUE;
  else if (g_str_equal (element, "numFmt") && g_hash_table_size (styles->codes) < MAX_FORMATS)
    {
      const char *code = ff_xml_attribute (attributes, "formatCode");

      if (code != NULL)
        g_hash_table_insert (styles->codes, GUINT_TO_POINTER (number), g_strdup (code));
    }
  else if (g_str_equal (element, "xf") && styles->in_cell_formats && styles->formats->len < MAX_FORMATS)
    {
      FfNumberFormat format = ff_number_format_classify (number, g_hash_table_lookup (styles->codes, GUINT_TO_POINTER (number)));

      g_array_append_val (styles->formats, format);
    }
}

static void
on_style_end (FfXmlParse *parse, const char *element, gpointer user_data)
{
  Styles *styles = user_data;

  if (g_str_equal (element, "cellXfs"))
    styles->in_cell_formats = FALSE;
}

GArray *
ff_xlsx_styles_read (FfXlsxPackage *package, const char *part, GCancellable *cancellable, GError **error)
{
  static const FfXmlHandlers handlers = { on_style_start, on_style_end, NULL };
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) formats = g_array_new (FALSE, TRUE, sizeof (FfNumberFormat));
  Styles styles = { codes, formats, FALSE };

  if (!ff_xlsx_package_parse (package, part, &handlers, &styles, cancellable, error))
    return NULL;
  return g_steal_pointer (&formats);
}

/* The shortest decimal number that reads back as the same one, without exponent as far as people write them. */
static void
print_double (double value, GString *text)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize start = text->len;
  char *exponent;

  if (value == floor (value) && fabs (value) < LOST_DIGITS)
    {
      g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.0f", value == 0 ? 0.0 : value));
      return;
    }
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  g_string_append (text, buffer);

  /* "4.4e+17" → "440000000000000000": a spreadsheet shows the zeros that took the place of the lost digits. */
  exponent = strstr (text->str + start, "e+");
  if (exponent != NULL && fabs (value) < 1e21)
    {
      int zeros = atoi (exponent + 2);
      char *point = strchr (text->str + start, '.');

      if (point != NULL)
        zeros -= (int) (exponent - point) - 1;
      g_string_truncate (text, exponent - text->str);
      if (point != NULL)
        g_string_erase (text, point - text->str, 1);
      for (; zeros > 0; zeros--)
        g_string_append_c (text, '0');
    }
}

/* Serial days as a spreadsheet counts them: to the second, with its invented 29 February 1900 left out. */
static gboolean
print_date (double serial, gboolean from_1904, GString *text)
{
  if (serial < 0 || serial >= 2958466)
    return FALSE;

  gint64 seconds = (gint64) floor (serial * 86400 + 0.5);
  gint64 day = seconds / 86400;
  int rest = seconds % 86400;

  if (day > 0)
    {
      gint64 julian = day - (from_1904 ? EPOCH_1904 : EPOCH_1900) + (!from_1904 && day < 60 ? 1 : 0);
      GDate date;

      /* GDate counts from the year 1; 1970-01-01 is its day 719163. */
      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) (julian + 719163));
      g_string_append_printf (text, "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
      if (rest != 0)
        g_string_append_c (text, ' ');
    }
  /* Day 0 is no date: a time alone, midnight too. */
  if (rest != 0 || day == 0)
    g_string_append_printf (text, "%02d:%02d", rest / 3600, rest / 60 % 60);
  if (rest % 60 != 0)
    g_string_append_printf (text, ":%02d", rest % 60);
  return TRUE;
}

/* Most numbers are plain integers, which need no arithmetic. */
static gboolean
is_plain_integer (const char *raw)
{
  gsize n;

  raw += *raw == '-';
  n = strspn (raw, "0123456789");
  return n > 0 && n <= 15 && raw[n] == '\0' && (raw[0] != '0' || n == 1);
}

gboolean
ff_number_format_print (const FfNumberFormat *format, gboolean from_1904, const char *raw, GString *text, FfCellKind *kind,
                        FfCellFlags *flags)
{
  char *end;
  double value;

  g_string_truncate (text, 0);
  *kind = FF_CELL_NUMBER;
  if (format->kind == FF_FORMAT_GENERAL && is_plain_integer (raw))
    {
      g_string_append (text, raw);
      return TRUE;
    }

  value = g_ascii_strtod (raw, &end);
  if (end == raw || *end != '\0' || !isfinite (value))
    return FALSE;
  switch (format->kind)
    {
    case FF_FORMAT_DATE:
      if (print_date (value, from_1904, text))
        {
          *kind = FF_CELL_DATE;
          return TRUE;
        }
      break;
    case FF_FORMAT_PERCENT:
      {
        char buffer[G_ASCII_DTOSTR_BUF_SIZE];

        g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.13g", value * 100));
        g_string_append_c (text, '%');
        return TRUE;
      }
    case FF_FORMAT_ZEROS:
      if (value >= 0 && value == floor (value) && value < LOST_DIGITS)
        {
          g_string_append_printf (text, "%0*" G_GINT64_FORMAT, (int) format->zeros, (gint64) value);
          return TRUE;
        }
      break;
    case FF_FORMAT_GENERAL:
      break;
    }
  print_double (value, text);
  if (fabs (value) >= LOST_DIGITS)
    *flags |= FF_CELL_LOST_DIGITS;
  return TRUE;
}
