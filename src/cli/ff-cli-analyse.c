/* Commands that compute the statistics of the rules on a plain sheet, without a database: each kind is a function and an entry of the
   table. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-agreement.h"
#include "ff-cli-commands.h"
#include "ff-cli-table.h"
#include "ff-json-writer.h"
#include "ff-number.h"
#include "ff-sheet.h"

/* The sheet ------------------------------------------------------------------------------------------------------- */

/* The numbers of a sheet below its heading row; a first column of labels is left out. */
typedef struct
{
  gsize n, k;     /* rows, columns */
  double *values; /* row after row; NAN where a cell is empty */
} Numbers;

static void
numbers_clear (Numbers *numbers)
{
  g_free (numbers->values);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Numbers, numbers_clear)

static gboolean
is_label (const char *heading)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (heading));

  return g_ascii_strcasecmp (trimmed, "id") == 0 || g_ascii_strcasecmp (trimmed, "employee_no") == 0;
}

/* The column after the last one that has a heading. */
static guint
count_headings (const FfSheet *sheet)
{
  const FfSheetRow *row = ff_sheet_get_row (sheet, 0);

  return row->n_cells > 0 ? ff_sheet_get_cells (sheet, row)[row->n_cells - 1].column + 1u : 0;
}

static gboolean
read_cell (const FfSheet *sheet, const FfSheetRow *row, const FfCell *cell, gboolean has_heading, double *value, GError **error)
{
  const char *text = ff_sheet_get_text (sheet, cell);

  if (!has_heading)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("%s:%u: “%s” stands in a column without a heading; name the column."), sheet->path,
                 row->record, text);
  else if (!ff_number_parse (text, value))
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("%s:%u:%s: “%s” is not a number; correct it, or leave the cell empty."), sheet->path,
                 row->record, ff_sheet_peek (sheet, 0, cell->column), text);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_row (const FfSheet *sheet, guint index, guint first, Numbers *numbers, GError **error)
{
  const FfSheetRow *row = ff_sheet_get_row (sheet, index);
  const FfCell *cells = ff_sheet_get_cells (sheet, row);
  double *values = numbers->values + (index - 1) * numbers->k;

  for (gsize i = 0; i < numbers->k; i++)
    values[i] = FF_NO_RATING;
  for (guint i = 0; i < row->n_cells; i++)
    {
      gsize column = cells[i].column - (gsize) first;

      if (cells[i].column >= first
          && !read_cell (sheet, row, &cells[i], column < numbers->k, column < numbers->k ? &values[column] : NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_numbers (const char *path, Numbers *numbers, GError **error)
{
  g_autoptr (FfSheet) sheet = ff_sheet_read (path, NULL, NULL, error);
  guint first;

  if (sheet == NULL)
    return FALSE;
  first = sheet->rows->len > 0 && is_label (ff_sheet_peek (sheet, 0, 0)) ? 1 : 0;
  if (sheet->rows->len < 2 || count_headings (sheet) <= first)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” needs a heading row with a column for each, and at least one row of numbers."),
                   path);
      return FALSE;
    }
  numbers->n = sheet->rows->len - 1;
  numbers->k = count_headings (sheet) - first;
  numbers->values = g_new (double, numbers->n *numbers->k);
  for (guint i = 1; i < sheet->rows->len; i++)
    if (!read_row (sheet, i, first, numbers, error))
      return FALSE;
  return TRUE;
}

/* Figures --------------------------------------------------------------------------------------------------------- */

/* One that is printed: its key in the JSON, its name in the text. */
typedef struct
{
  const char *key;
  const char *title; /* the same in every language */
  double value;      /* NAN: not defined */
} Figure;

static char *
format_json (const Numbers *numbers, const Figure *figures, gsize n)
{
  FfJsonWriter *writer = ff_json_writer_new ();

  ff_json_begin_object (writer, NULL);
  ff_json_int (writer, "n", (gint64) numbers->n);
  ff_json_int (writer, "k", (gint64) numbers->k);
  for (gsize i = 0; i < n; i++)
    if (isnan (figures[i].value))
      ff_json_null (writer, figures[i].key);
    else
      ff_json_double (writer, figures[i].key, figures[i].value);
  ff_json_end (writer);
  return ff_json_writer_finish (writer);
}

static char *
format_text (const char *heading, const Figure *figures, gsize n)
{
  g_autoptr (FfTextTable) table = ff_text_table_new ("lr");
  g_autoptr (GString) text = g_string_new (heading);

  g_string_append_c (text, '\n');
  for (gsize i = 0; i < n; i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      ff_text_table_add (table, figures[i].title);
      ff_text_table_add (table, isnan (figures[i].value) ? "–" : g_ascii_formatd (buffer, sizeof buffer, "%.4f", figures[i].value));
    }
  ff_text_table_format (table, 2, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The figures of @numbers, as the call asked for them. */
static gboolean
print_figures (FfCliCall *call, const Numbers *numbers, const char *heading, const Figure *figures, gsize n, GError **error)
{
  g_autofree char *text
      = ff_cli_call_has (call, "json") ? format_json (numbers, figures, n) : format_text (heading, figures, n);

  return ff_cli_print (text, error);
}

static double
get_alpha (const Numbers *numbers, FfAlphaLevel level)
{
  return ff_agreement_alpha (numbers->values, numbers->n, numbers->k, level);
}

static gboolean
run_raters (FfCliCall *call, GError **error)
{
  g_auto (Numbers) numbers = { 0 };
  g_autofree char *heading = NULL;
  double icc[FF_N_ICC];

  if (!read_numbers (ff_cli_call_get_argument (call, 0), &numbers, error))
    return FALSE;

  ff_agreement_icc (numbers.values, numbers.n, numbers.k, icc);
  /* Translators: above a list of figures about raters who judged the same people */
  heading = g_strdup_printf (_("Subjects: %zu, raters: %zu"), numbers.n, numbers.k);
  return print_figures (call, &numbers, heading,
                        (const Figure[]) {
                            { "icc11", "ICC(1,1)", icc[FF_ICC_1_1] },
                            { "icc21", "ICC(2,1)", icc[FF_ICC_2_1] },
                            { "icc31", "ICC(3,1)", icc[FF_ICC_3_1] },
                            { "icc1k", "ICC(1,k)", icc[FF_ICC_1_K] },
                            { "icc2k", "ICC(2,k)", icc[FF_ICC_2_K] },
                            { "icc3k", "ICC(3,k)", icc[FF_ICC_3_K] },
                            { "alpha_nominal", "Krippendorff α nominal", get_alpha (&numbers, FF_ALPHA_NOMINAL) },
                            { "alpha_ordinal", "Krippendorff α ordinal", get_alpha (&numbers, FF_ALPHA_ORDINAL) },
                            { "alpha_interval", "Krippendorff α interval", get_alpha (&numbers, FF_ALPHA_INTERVAL) },
                        },
                        FF_N_ICC + 3, error);
}

static const FfCliOption options[] = {
  { "json", NULL, N_("As one JSON document") },
  { NULL },
};

const FfCliCommand ff_cli_analyse_commands[] = {
  { "analyse raters", "FILE", N_("How far raters agree: rows are people, columns raters"), FF_CLI_NO_DATABASE, options, run_raters },
  { NULL },
};
