#include "config.h"

#include "ff-cli-table.h"

#include <string.h>

struct _FfTextTable
{
  char *alignment;
  guint n_columns;
  GPtrArray *cells;
};

int
ff_text_width (const char *text)
{
  int width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_iszerowidth (c))
        continue;
      width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

FfTextTable *
ff_text_table_new (const char *alignment)
{
  FfTextTable *table = g_new0 (FfTextTable, 1);

  table->alignment = g_strdup (alignment);
  table->n_columns = strlen (alignment);
  table->cells = g_ptr_array_new_with_free_func (g_free);

  return table;
}

void
ff_text_table_free (FfTextTable *table)
{
  g_free (table->alignment);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

void
ff_text_table_add (FfTextTable *table, const char *text)
{
  g_ptr_array_add (table->cells, g_strdup (text != NULL ? text : ""));
}

static void
append_spaces (GString *out, int n)
{
  for (int i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

void
ff_text_table_format (FfTextTable *table, int indent, GString *out)
{
  g_autofree int *widths = g_new0 (int, table->n_columns);
  guint n = table->n_columns;

  g_return_if_fail (table->cells->len % n == 0);

  for (guint i = 0; i < table->cells->len; i++)
    widths[i % n] = MAX (widths[i % n], ff_text_width (g_ptr_array_index (table->cells, i)));

  for (guint i = 0; i < table->cells->len; i++)
    {
      const char *text = g_ptr_array_index (table->cells, i);
      guint column = i % n;
      int room = widths[column] - ff_text_width (text);

      append_spaces (out, column == 0 ? indent : 2);
      if (table->alignment[column] == 'r')
        append_spaces (out, room);
      g_string_append (out, text);
      if (table->alignment[column] != 'r')
        append_spaces (out, room);

      if (column == n - 1)
        {
          while (out->len > 0 && out->str[out->len - 1] == ' ')
            g_string_truncate (out, out->len - 1);
          g_string_append_c (out, '\n');
        }
    }
}
