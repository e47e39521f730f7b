/* Tab-separated text in the dialect of spreadsheets. */
#include "config.h"

#include "ff-grid-text.h"

#include <string.h>

GPtrArray *
ff_grid_text_new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
ff_grid_text_add_row (GPtrArray *rows)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (rows, row);

  return row;
}

/* A quote opens a quoted cell only when its partner stands right before the end of a cell; otherwise it is a letter, as in
   5" nails. */
static const char *
find_closing_quote (const char *start)
{
  for (const char *p = start; *p != '\0'; p++)
    {
      if (*p != '"')
        continue;
      if (p[1] == '"')
        p++;
      else
        return p[1] == '\0' || strchr ("\t\r\n", p[1]) != NULL ? p : NULL;
    }

  return NULL;
}

static char *
unquote (const char *start, const char *end)
{
  GString *text = g_string_sized_new (end - start);

  for (const char *p = start; p < end; p++)
    {
      gboolean pair = p + 1 < end && ((*p == '\r' && p[1] == '\n') || *p == '"');

      g_string_append_c (text, *p == '\r' ? '\n' : *p);
      if (pair)
        p++;
    }

  return g_string_free (text, FALSE);
}

GPtrArray *
ff_grid_text_parse (const char *text)
{
  GPtrArray *rows = ff_grid_text_new_rows ();
  GPtrArray *row = NULL;
  const char *p = text;

  g_return_val_if_fail (text != NULL, rows);

  while (*p != '\0' || row != NULL)
    {
      const char *quote = *p == '"' ? find_closing_quote (p + 1) : NULL;

      if (row == NULL)
        row = ff_grid_text_add_row (rows);

      if (quote != NULL)
        {
          g_ptr_array_add (row, unquote (p + 1, quote));
          p = quote + 1;
        }
      else
        {
          gsize length = strcspn (p, "\t\r\n");

          g_ptr_array_add (row, g_strndup (p, length));
          p += length;
        }

      if (*p == '\t')
        {
          p++;
          continue;
        }
      if (p[0] == '\r' && p[1] == '\n')
        p++;
      if (*p != '\0')
        p++;
      row = NULL;
    }

  return rows;
}

static void
append_cell (GString *text, const char *cell)
{
  if (strpbrk (cell, "\t\r\n") == NULL && cell[0] != '"')
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

char *
ff_grid_text_format (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->len; j++)
        {
          if (j > 0)
            g_string_append_c (text, '\t');
          append_cell (text, g_ptr_array_index (row, j));
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* What copying from a browser or from Windows programs leaves around a text. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_type (c) == G_UNICODE_CONTROL;
}

char *
ff_grid_text_strip (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (text, (gsize) (end - text));
}

static gboolean
is_empty_row (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      if (((const char *) g_ptr_array_index (row, i))[0] != '\0')
        return FALSE;
    }

  return TRUE;
}

void
ff_grid_text_trim (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->len; j++)
        {
          char *cell = g_ptr_array_index (row, j);

          g_ptr_array_index (row, j) = ff_grid_text_strip (cell);
          g_free (cell);
        }
      while (row->len > 0 && ((const char *) g_ptr_array_index (row, row->len - 1))[0] == '\0')
        g_ptr_array_set_size (row, (gint) row->len - 1);
    }
  while (rows->len > 0 && is_empty_row (g_ptr_array_index (rows, rows->len - 1)))
    g_ptr_array_set_size (rows, (gint) rows->len - 1);
}
