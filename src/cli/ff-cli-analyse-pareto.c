/* Categories and their counts on a plain sheet, sorted into the vital few and the others. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-cli-analyse.h"
#include "ff-cli-figures.h"
#include "ff-cli-numbers.h"
#include "ff-pareto.h"

enum
{
  COUNT,
  CATEGORY,
};

static const char *const names[] = { [COUNT] = "count" };
static const FfWord words[] = {
  { "count", COUNT }, { "数量", COUNT }, { "數量", COUNT }, { "次数", COUNT }, { "次數", COUNT },
  { "category", CATEGORY }, { "类别", CATEGORY }, { "類別", CATEGORY }, { "原因", CATEGORY },
};

typedef struct
{
  FfCliNumbers numbers;
  guint column;      /* of the sheet: the categories */
  GPtrArray *names;  /* char *: the category of each row */
} Counts;

static void
counts_clear (Counts *counts)
{
  ff_cli_numbers_clear (&counts->numbers);
  g_clear_pointer (&counts->names, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counts, counts_clear)

static const char *
get_category (const Counts *counts, gsize row)
{
  return g_ptr_array_index (counts->names, row);
}

/* Each row has a category of its own. */
static gboolean
read_categories (Counts *counts, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  counts->names = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < counts->numbers.n; i++)
    {
      char *category = g_strstrip (g_strdup (ff_cli_numbers_get_text (&counts->numbers, i, counts->column)));
      const char *path = counts->numbers.sheet->path;
      guint record = ff_cli_numbers_get_record (&counts->numbers, i);

      g_ptr_array_add (counts->names, category);
      if (*category == '\0')
        g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("%s:%u: the count has no category; name it."), path, record);
      else if (!g_hash_table_add (seen, category))
        g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("%s:%u: “%s” has a row already; add the counts up."), path, record, category);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

static char *
format_json (const Counts *counts, const FfParetoBar *bars)
{
  FfJsonWriter *writer = ff_json_writer_new ();

  ff_json_begin_object (writer, NULL);
  ff_json_begin_array (writer, "items");
  for (gsize i = 0; i < counts->numbers.n; i++)
    {
      const FfCliFigure figures[] = {
        { "count", NULL, bars[i].count },
        { "cumulative_percent", NULL, bars[i].cumulative_percent },
        { "vital", NULL, bars[i].vital, FF_CLI_YES_NO },
      };

      ff_json_begin_object (writer, NULL);
      ff_json_text (writer, "category", get_category (counts, bars[i].index));
      ff_cli_figures_write (writer, figures, G_N_ELEMENTS (figures));
      ff_json_end (writer);
    }
  ff_json_end (writer);
  ff_json_end (writer);
  return ff_json_writer_finish (writer);
}

static char *
format_text (const Counts *counts, const FfParetoBar *bars)
{
  g_autoptr (FfTextTable) table = ff_text_table_new ("lrrl");
  g_autoptr (GString) text = g_string_new (NULL);

  ff_text_table_add (table, _("Category"));
  ff_text_table_add (table, _("Count"));
  ff_text_table_add (table, _("Cumulative %"));
  ff_text_table_add (table, _("Vital few"));
  for (gsize i = 0; i < counts->numbers.n; i++)
    {
      char count[G_ASCII_DTOSTR_BUF_SIZE];

      ff_text_table_add (table, get_category (counts, bars[i].index));
      ff_text_table_add (table, g_ascii_formatd (count, sizeof count, "%.10g", bars[i].count));
      ff_cli_figure_add (table, bars[i].cumulative_percent, FF_CLI_NUMBER);
      ff_cli_figure_add (table, bars[i].vital, FF_CLI_YES_NO);
    }
  ff_text_table_format (table, 0, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
ff_cli_analyse_pareto (FfCliCall *call, GError **error)
{
  g_auto (Counts) counts = { 0 };
  g_autofree FfParetoBar *bars = NULL;
  g_autofree char *text = NULL;

  if (!ff_cli_numbers_read_columns (&counts.numbers, ff_cli_call_get_argument (call, 0), names, G_N_ELEMENTS (names), words,
                                    G_N_ELEMENTS (words), error)
      || !ff_cli_sheet_find_column (counts.numbers.sheet, words, G_N_ELEMENTS (words), CATEGORY, "category", &counts.column, error)
      || !ff_cli_numbers_check (&counts.numbers, 0, INFINITY, FALSE, error))
    return FALSE;

  ff_cli_numbers_drop_incomplete (&counts.numbers);
  if (!read_categories (&counts, error))
    return FALSE;
  bars = g_new (FfParetoBar, counts.numbers.n);
  ff_pareto_compute (counts.numbers.values, counts.numbers.n, bars);
  text = ff_cli_call_has (call, "json") ? format_json (&counts, bars) : format_text (&counts, bars);
  return ff_cli_print (text, error);
}
