/* Figures as a command prints them. */
#include "config.h"

#include "ff-cli-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
ff_cli_figures_write (FfJsonWriter *writer, const FfCliFigure *figures, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      const FfCliFigure *figure = &figures[i];

      if (!isfinite (figure->value))
        ff_json_null (writer, figure->key);
      else if (figure->kind == FF_CLI_YES_NO)
        ff_json_boolean (writer, figure->key, figure->value != 0);
      else if (figure->kind == FF_CLI_COUNT)
        ff_json_int (writer, figure->key, (gint64) figure->value);
      else
        ff_json_double (writer, figure->key, figure->value);
    }
}

void
ff_cli_figure_add (FfTextTable *table, double value, FfCliFigureKind kind)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    ff_text_table_add (table, "–");
  else if (kind == FF_CLI_YES_NO)
    ff_text_table_add (table, value != 0 ? C_("figure", "yes") : C_("figure", "no"));
  else
    ff_text_table_add (table, g_ascii_formatd (buffer, sizeof buffer, kind == FF_CLI_COUNT ? "%.0f" : "%.4f", value));
}

void
ff_cli_figures_format (const FfCliFigure *figures, gsize n, GString *text)
{
  g_autoptr (FfTextTable) table = ff_text_table_new ("lr");

  for (gsize i = 0; i < n; i++)
    if (figures[i].title != NULL)
      {
        ff_text_table_add (table, _(figures[i].title));
        ff_cli_figure_add (table, figures[i].value, figures[i].kind);
      }
  ff_text_table_format (table, 2, text);
}

static char *
format_json (const FfCliFigure *figures, gsize n)
{
  FfJsonWriter *writer = ff_json_writer_new ();

  ff_json_begin_object (writer, NULL);
  ff_cli_figures_write (writer, figures, n);
  ff_json_end (writer);
  return ff_json_writer_finish (writer);
}

static char *
format_text (const char *heading, const FfCliFigure *figures, gsize n)
{
  g_autoptr (GString) text = g_string_new (heading);

  g_string_append_c (text, '\n');
  ff_cli_figures_format (figures, n, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
ff_cli_figures_print (FfCliCall *call, const char *heading, const FfCliFigure *figures, gsize n, GError **error)
{
  g_autofree char *text = ff_cli_call_has (call, "json") ? format_json (figures, n) : format_text (heading, figures, n);

  return ff_cli_print (text, error);
}
