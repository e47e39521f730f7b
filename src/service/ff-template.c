#include "config.h"

#include "ff-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_name_character (char character)
{
  return g_ascii_islower (character) || g_ascii_isdigit (character) || character == '_';
}

/* How long the place at @text is with its braces; 0: it is none. */
static gsize
measure_place (const char *text)
{
  gsize length = 1;

  if (*text != '{')
    return 0;
  while (is_name_character (text[length]))
    length++;
  return length > 1 && text[length] == '}' ? length + 1 : 0;
}

static const FfTemplateValue *
find_value (const FfTemplateValue *values, const char *place, gsize length)
{
  for (; values->name != NULL; values++)
    if (strlen (values->name) == length - 2 && strncmp (values->name, place + 1, length - 2) == 0)
      return values;
  return NULL;
}

static void
set_unknown (const FfTemplateValue *values, const char *place, gsize length, GError **error)
{
  g_autofree char *unknown = g_strndup (place, length);
  g_autoptr (GString) known = g_string_new (NULL);

  for (; values->name != NULL; values++)
    g_string_append_printf (known, "%s{%s}", known->len > 0 ? " " : "", values->name);
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("There is nothing to put in the place of %s; what there is: %s."), unknown, known->str);
}

/* Appends a line; @empty tells that none of its places has a text. */
static gboolean
fill_line (GString *filled, const char *line, const char *end, const FfTemplateValue *values, gboolean *empty, GError **error)
{
  gboolean places = FALSE;
  gboolean texts = FALSE;

  for (const char *at = line; at < end;)
    {
      gsize length = measure_place (at);
      const FfTemplateValue *value;

      if (length == 0)
        {
          g_string_append_c (filled, *at++);
          continue;
        }
      value = find_value (values, at, length);
      if (value == NULL)
        {
          set_unknown (values, at, length, error);
          return FALSE;
        }
      places = TRUE;
      texts = texts || (value->text != NULL && *value->text != '\0');
      g_string_append (filled, value->text != NULL ? value->text : "");
      at += length;
    }

  *empty = places && !texts;
  return TRUE;
}

char *
ff_template_fill (const char *text, const FfTemplateValue *values, GError **error)
{
  g_autoptr (GString) filled = g_string_new (NULL);

  g_return_val_if_fail (text != NULL && values != NULL, NULL);

  for (const char *line = text;;)
    {
      const char *end = strchrnul (line, '\n');
      gsize before = filled->len;
      gboolean empty;

      if (!fill_line (filled, line, end, values, &empty, error))
        return NULL;
      if (empty)
        g_string_truncate (filled, before);
      else if (*end == '\n')
        g_string_append_c (filled, '\n');
      if (*end == '\0')
        break;
      line = end + 1;
    }

  return g_string_free (g_steal_pointer (&filled), FALSE);
}
