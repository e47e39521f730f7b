/* Words with a fixed meaning as files and people write them. */
#include "config.h"

#include "ff-word.h"

#include <string.h>

char *
ff_word_fold (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree char *lower = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  if (normal == NULL)
    return NULL;
  lower = g_utf8_strdown (normal, -1);
  folded = g_string_new (NULL);
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != '-' && c != '_')
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

gboolean
ff_word_find (const FfWord *words, gsize n, const char *text, int *value)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  folded = ff_word_fold (text);
  if (folded == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (strcmp (words[i].word, folded) == 0)
      {
        *value = words[i].value;
        return TRUE;
      }
  return FALSE;
}

gboolean
ff_yes_no_parse (const char *text, gboolean *value)
{
  static const FfWord words[] = {
    { "1", TRUE },  { "yes", TRUE }, { "y", TRUE },  { "true", TRUE },   { "是", TRUE }, { "有", TRUE },
    { "对", TRUE }, { "對", TRUE },  { "√", TRUE },  { "✓", TRUE },      { "✔", TRUE },
    { "0", FALSE }, { "no", FALSE }, { "n", FALSE }, { "false", FALSE }, { "否", FALSE }, { "无", FALSE },
    { "無", FALSE }, { "不是", FALSE }, { "×", FALSE }, { "非", FALSE },
  };

  return ff_word_find_in (words, text, value);
}

static gboolean
is_separator (gunichar c)
{
  return c == ';' || c == 0xff1b || c == 0x3001 || c == '\n' || c == '\r';
}

char **
ff_names_split (const char *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      if (*p == '\0' || is_separator (g_utf8_get_char (p)))
        {
          char *name = g_strstrip (g_strndup (start, p - start));

          if (*name == '\0' || g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
            g_free (name);
          else
            g_ptr_array_add (names, name);
          if (*p == '\0')
            break;
          start = g_utf8_next_char (p);
        }
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
