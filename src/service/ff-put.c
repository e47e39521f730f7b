#include "config.h"

#include "ff-put.h"

const char *
ff_put_error_field (const GError *error)
{
  return ff_error_get_field (error);
}

void
ff_put_set_error (GError **error, FfError code, const char *field, const char *format, ...)
{
  va_list arguments;

  if (!error)
    return;
  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (FF_ERROR, code, format, arguments));
  va_end (arguments);
  if (field)
    ff_error_set_field (*error, field);
}

/* Marks and embeddings that turn the direction of writing, and spaces without width. The joiners stay: scripts need them. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x200b || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
         || c == 0xfeff;
}

/* Latin and the unified ideographs are their own composed form; most text holds nothing else, and normalising costs. */
static gboolean
is_composed (gunichar c)
{
  return c < 0x300 || (c >= 0x3000 && c <= 0x303f) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xff00 && c <= 0xffef);
}

/* Printable ASCII and the ideographs from U+4000 to U+9FFF, without spaces at the ends: most of what files hold, and nothing to do. */
static gboolean
is_clean (const char *text)
{
  const guchar *p = (const guchar *) text;

  if (*p == ' ')
    return FALSE;
  for (; *p; p++)
    if (*p >= 0xe4 && *p <= 0xe9)
      p += 2;
    else if (*p < ' ' || *p > '~')
      return FALSE;
  return p == (const guchar *) text || p[-1] != ' ';
}

static char *
clean (const char *text, gboolean lines)
{
  if (is_clean (text))
    return g_strdup (text);

  g_autoptr (GString) result = g_string_sized_new (32);
  gsize end = 0;
  gboolean composed = TRUE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (lines && (c == '\n' || c == '\t'))
        ;
      else if (is_invisible (c))
        continue;
      else if (g_unichar_iscntrl (c))
        {
          if (lines || !g_unichar_isspace (c))
            continue;
          c = ' ';
        }
      if (result->len == 0 && g_unichar_isspace (c))
        continue;
      g_string_append_unichar (result, c);
      composed = composed && is_composed (c);
      if (!g_unichar_isspace (c))
        end = result->len;
    }
  g_string_truncate (result, end);
  if (!composed)
    return g_utf8_normalize (result->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

char *
ff_put_clean_line (const char *text)
{
  return clean (text, FALSE);
}

char *
ff_put_clean_text (const char *text)
{
  return clean (text, TRUE);
}
