#include "config.h"

#include "ff-json-writer.h"

#include "ff-number.h"

struct _FfJsonWriter
{
  GString *text;
  GString *closers; /* of the open objects and arrays */
  gboolean empty;   /* the innermost one has no member yet */
};

FfJsonWriter *
ff_json_writer_new (void)
{
  FfJsonWriter *writer = g_new0 (FfJsonWriter, 1);

  writer->text = g_string_new (NULL);
  writer->closers = g_string_new (NULL);
  writer->empty = TRUE;

  return writer;
}

char *
ff_json_writer_finish (FfJsonWriter *writer)
{
  char *text;

  g_return_val_if_fail (writer->closers->len == 0, NULL);

  g_string_append_c (writer->text, '\n');
  text = g_string_free (writer->text, FALSE);
  g_string_free (writer->closers, TRUE);
  g_free (writer);

  return text;
}

static void
append_line (FfJsonWriter *writer)
{
  g_string_append_c (writer->text, '\n');
  for (gsize i = 0; i < writer->closers->len; i++)
    g_string_append (writer->text, "  ");
}

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '"':
      case '\\':
        g_string_append_c (out, '\\');
        g_string_append_c (out, *text);
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      default:
        if ((guchar) *text < 0x20)
          g_string_append_printf (out, "\\u%04x", *text);
        else
          g_string_append_c (out, *text);
      }
  g_string_append_c (out, '"');
}

static void
begin_value (FfJsonWriter *writer, const char *key)
{
  if (writer->closers->len > 0)
    {
      if (!writer->empty)
        g_string_append_c (writer->text, ',');
      append_line (writer);
    }
  writer->empty = FALSE;
  if (key != NULL)
    {
      append_quoted (writer->text, key);
      g_string_append (writer->text, ": ");
    }
}

static void
begin (FfJsonWriter *writer, const char *key, char opener, char closer)
{
  begin_value (writer, key);
  g_string_append_c (writer->text, opener);
  g_string_append_c (writer->closers, closer);
  writer->empty = TRUE;
}

void
ff_json_begin_object (FfJsonWriter *writer, const char *key)
{
  begin (writer, key, '{', '}');
}

void
ff_json_begin_array (FfJsonWriter *writer, const char *key)
{
  begin (writer, key, '[', ']');
}

void
ff_json_end (FfJsonWriter *writer)
{
  char closer;

  g_return_if_fail (writer->closers->len > 0);

  closer = writer->closers->str[writer->closers->len - 1];
  g_string_truncate (writer->closers, writer->closers->len - 1);
  if (!writer->empty)
    append_line (writer);
  g_string_append_c (writer->text, closer);
  writer->empty = FALSE;
}

void
ff_json_null (FfJsonWriter *writer, const char *key)
{
  begin_value (writer, key);
  g_string_append (writer->text, "null");
}

void
ff_json_boolean (FfJsonWriter *writer, const char *key, gboolean value)
{
  begin_value (writer, key);
  g_string_append (writer->text, value ? "true" : "false");
}

void
ff_json_int (FfJsonWriter *writer, const char *key, gint64 value)
{
  begin_value (writer, key);
  g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, value);
}

void
ff_json_double (FfJsonWriter *writer, const char *key, double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (writer, key);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], value);
      if (g_ascii_strtod (digits, NULL) == value)
        break;
    }
  g_string_append (writer->text, digits);
}

void
ff_json_hundredths (FfJsonWriter *writer, const char *key, gint64 value)
{
  g_autofree char *digits = ff_hundredths_format (value);

  begin_value (writer, key);
  g_string_append (writer->text, digits);
}

void
ff_json_text (FfJsonWriter *writer, const char *key, const char *value)
{
  begin_value (writer, key);
  if (value != NULL)
    append_quoted (writer->text, value);
  else
    g_string_append (writer->text, "null");
}
