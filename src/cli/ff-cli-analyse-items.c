/* The items of a test or of a dimension on a plain sheet. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-cli-analyse.h"
#include "ff-cli-figures.h"
#include "ff-cli-numbers.h"
#include "ff-item-analysis.h"

/* What HEADLESS names when --max does not: 1 if all marks are 0 or 1, else the largest. Nothing above 0 leaves it undefined. */
static double
guess_max (const FfCliNumbers *numbers)
{
  double largest = 0;
  gboolean right_or_wrong = TRUE;

  for (gsize i = 0; i < numbers->n * numbers->k; i++)
    if (!isnan (numbers->values[i]))
      {
        largest = MAX (largest, numbers->values[i]);
        right_or_wrong = right_or_wrong && (numbers->values[i] == 0 || numbers->values[i] == 1);
      }
  if (right_or_wrong)
    return 1;
  return largest > 0 ? largest : FF_UNDEFINED;
}

/* Two items of one name could not be told apart. */
static gboolean
check_names (const FfCliNumbers *numbers, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize j = 0; j < numbers->k; j++)
    if (!g_hash_table_add (names, (gpointer) ff_cli_numbers_get_heading (numbers, j)))
      {
        g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” has two columns headed “%s”; rename one."), numbers->sheet->path,
                     ff_cli_numbers_get_heading (numbers, j));
        return FALSE;
      }
  return TRUE;
}

static void
write_item (FfJsonWriter *writer, const char *name, const FfItemFigures *item)
{
  const FfCliFigure figures[] = {
    { "mean", NULL, item->mean },
    { "difficulty", NULL, item->difficulty },
    { "sd", NULL, item->sd },
    { "r_it", NULL, item->r_it },
    { "r_ir", NULL, item->r_ir },
    { "discrimination", NULL, item->discrimination },
    { "alpha_drop", NULL, item->alpha_drop },
  };

  ff_json_begin_object (writer, name);
  ff_cli_figures_write (writer, figures, G_N_ELEMENTS (figures));
  ff_json_end (writer);
}

static char *
format_json (const FfCliNumbers *numbers, const FfItemAnalysis *analysis, const FfCliFigure *figures, gsize n)
{
  FfJsonWriter *writer = ff_json_writer_new ();

  ff_json_begin_object (writer, NULL);
  ff_cli_figures_write (writer, figures, n);
  ff_json_begin_object (writer, "items");
  for (gsize j = 0; j < analysis->k; j++)
    write_item (writer, ff_cli_numbers_get_heading (numbers, j), &analysis->items[j]);
  ff_json_end (writer);
  ff_json_end (writer);
  return ff_json_writer_finish (writer);
}

static const char *
band_word (const FfItemFigures *item)
{
  switch (ff_item_band (item))
    {
    case FF_DISCRIMINATION_GOOD:
      return C_("discrimination", "good");
    case FF_DISCRIMINATION_FAIR:
      return C_("discrimination", "fair");
    case FF_DISCRIMINATION_MARGINAL:
      return C_("discrimination", "marginal");
    case FF_DISCRIMINATION_POOR:
      return C_("discrimination", "poor");
    case FF_DISCRIMINATION_UNKNOWN:
    default:
      return "–";
    }
}

static void
add_headings (FfTextTable *table)
{
  ff_text_table_add (table, _("Item"));
  ff_text_table_add (table, _("Mean"));
  ff_text_table_add (table, _("Difficulty"));
  ff_text_table_add (table, _("SD"));
  ff_text_table_add (table, "r_it");
  ff_text_table_add (table, "r_ir");
  ff_text_table_add (table, "D");
  ff_text_table_add (table, "");
  ff_text_table_add (table, _("α without it"));
  ff_text_table_add (table, "");
}

static void
add_item (FfTextTable *table, const char *name, const FfItemFigures *item)
{
  ff_text_table_add (table, name);
  ff_cli_figure_add (table, item->mean, FF_CLI_NUMBER);
  ff_cli_figure_add (table, item->difficulty, FF_CLI_NUMBER);
  ff_cli_figure_add (table, item->sd, FF_CLI_NUMBER);
  ff_cli_figure_add (table, item->r_it, FF_CLI_NUMBER);
  ff_cli_figure_add (table, item->r_ir, FF_CLI_NUMBER);
  ff_cli_figure_add (table, item->discrimination, FF_CLI_NUMBER);
  ff_text_table_add (table, band_word (item));
  ff_cli_figure_add (table, item->alpha_drop, FF_CLI_NUMBER);
  ff_text_table_add (table, ff_item_is_reversed (item) ? _("runs against the other items") : NULL);
}

static char *
format_text (const FfCliNumbers *numbers, const FfItemAnalysis *analysis, const FfCliFigure *figures, gsize n)
{
  g_autoptr (FfTextTable) table = ff_text_table_new ("lrrrrrrlrl");
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: above a list of figures about the items of a test */
  g_string_append_printf (text, _("People: %zu, items: %zu"), analysis->n, analysis->k);
  g_string_append_c (text, '\n');
  ff_cli_figures_format (figures, n, text);
  g_string_append_c (text, '\n');
  add_headings (table);
  for (gsize j = 0; j < analysis->k; j++)
    add_item (table, ff_cli_numbers_get_heading (numbers, j), &analysis->items[j]);
  ff_text_table_format (table, 2, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static FfItemAnalysis *
analyse_items (const FfCliNumbers *numbers, double max)
{
  g_autofree double *maxima = g_new (double, numbers->k);

  for (gsize j = 0; j < numbers->k; j++)
    maxima[j] = max;
  return ff_item_analysis_new (numbers->values, numbers->n, numbers->k, maxima);
}

gboolean
ff_cli_analyse_items (FfCliCall *call, GError **error)
{
  g_auto (FfCliNumbers) numbers = { 0 };
  g_autoptr (FfItemAnalysis) analysis = NULL;
  g_autofree char *text = NULL;
  double max;

  if (!ff_cli_analyse_get_max (call, &max, error) || !ff_cli_numbers_read (&numbers, ff_cli_call_get_argument (call, 0), error)
      || !check_names (&numbers, error))
    return FALSE;
  if (isnan (max))
    max = guess_max (&numbers);
  else if (!ff_cli_numbers_check (&numbers, -INFINITY, max, FALSE, error))
    return FALSE;

  ff_cli_numbers_drop_incomplete (&numbers);
  analysis = analyse_items (&numbers, max);
  {
    const FfCliFigure figures[] = {
      { "n", NULL, (double) analysis->n, FF_CLI_COUNT },
      { "k", NULL, (double) analysis->k, FF_CLI_COUNT },
      { "alpha", "Cronbach α", analysis->alpha },
      { "alpha_low", N_("α, lower end of its interval"), analysis->alpha_low },
      { "alpha_high", N_("α, upper end of its interval"), analysis->alpha_high },
      { "kr20", "KR-20", analysis->kr20 },
    };

    text = ff_cli_call_has (call, "json") ? format_json (&numbers, analysis, figures, G_N_ELEMENTS (figures))
                                          : format_text (&numbers, analysis, figures, G_N_ELEMENTS (figures));
  }
  return ff_cli_print (text, error);
}
