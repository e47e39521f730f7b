/* The sheet Scores, and the workbook around it. */
#include "config.h"

#include "ff-score-sheet.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-phrase-names.h"
#include "ff-score-formulas.h"
#include "ff-score-layout.h"

#define MAX_HEADING 80     /* characters of a title in a formula, which takes 255 */
#define HEADING_HEIGHT 36  /* points: two lines */
#define REPORT_EVERY 256   /* rows */
#define SECONDS_PER_MINUTE 60

typedef struct
{
  FfScoreLayout *layout;
  FfXlsxSheet *sheet;
  FfXlsxFormat *heading;
  FfXlsxFormat *group;
  FfXlsxFormat *identifier;
  FfXlsxFormat *word;    /* yes, no */
  FfXlsxFormat *exempt;
  FfXlsxFormat *percent;
  FfXlsxFormat *total;
  FfXlsxFormat *share;
  const char *yes;
  const char *no;
  FfScoreFormulas *formulas;
} Writer;

static const char *const headings[FF_SCORE_N_COLUMNS] = {
  [FF_SCORE_EMPLOYEE_NO] = N_("Employee no."),
  [FF_SCORE_NAME] = N_("Name"),
  [FF_SCORE_DEPARTMENT] = N_("Department"),
  [FF_SCORE_LAYER] = N_("Layer"),
  [FF_SCORE_PLANNED] = N_("Sessions planned"),
  [FF_SCORE_ABSENT] = N_("Absent"),
  [FF_SCORE_ABSENCE] = N_("Absence %"),
  [FF_SCORE_TOTAL] = N_("Total"),
  [FF_SCORE_PASSED] = N_("Passed"),
  [FF_SCORE_RANK] = N_("Rank"),
  [FF_SCORE_AWARD] = N_("Award"),
  [FF_SCORE_ATTENDED] = N_("Attended"),
  [FF_SCORE_EXCUSED] = N_("Excused"),
  [FF_SCORE_PLANNED_MINUTES] = N_("Minutes planned"),
  [FF_SCORE_ABSENT_MINUTES] = N_("Minutes absent"),
  [FF_SCORE_ATTENDED_MINUTES] = N_("Minutes attended"),
  [FF_SCORE_NEUTRAL_MINUTES] = N_("Minutes excused"),
  [FF_SCORE_COUNTED] = N_("Excused, but counted"),
  [FF_SCORE_WAIVED] = N_("Disqualification waived"),
  [FF_SCORE_ASSESSED] = N_("Share assessed"),
  [FF_SCORE_MISSING] = N_("Marks missing"),
  [FF_SCORE_DISQUALIFIED] = N_("Disqualified"),
  [FF_SCORE_RANKED] = N_("Total ranked"),
};

/* Most cells have no format: printed grid lines do for borders, and a large sheet is a tenth smaller and faster. */
static void
add_formats (Writer *writer)
{
  FfXlsx *xlsx = writer->layout->xlsx;
  FfXlsxStyle style = FF_XLSX_STYLE_PLAIN;

  style.number = "0.0";
  writer->percent = ff_xlsx_add_format (xlsx, &style);
  style.number = "0.00%";
  writer->share = ff_xlsx_add_format (xlsx, &style);
  style.number = "0.00";
  style.bold = TRUE;
  writer->total = ff_xlsx_add_format (xlsx, &style);

  style = FF_XLSX_STYLE_PLAIN;
  style.align = 'r';
  writer->exempt = ff_xlsx_add_format (xlsx, &style);
  style.align = 'c';
  writer->word = ff_xlsx_add_format (xlsx, &style);
  style.align = 'l';
  style.number = "@";
  writer->identifier = ff_xlsx_add_format (xlsx, &style);

  style = FF_XLSX_STYLE_PLAIN;
  style.border = TRUE;
  style.bold = TRUE;
  style.wrap = TRUE;
  style.align = 'c';
  style.fill = 0xEFEFF2;
  writer->heading = ff_xlsx_add_format (xlsx, &style);
  style.fill = 0xDCE8F7;
  writer->group = ff_xlsx_add_format (xlsx, &style);
}

static void
writer_init (Writer *writer, FfScoreLayout *layout, FfXlsxSheet *sheet)
{
  *writer = (Writer) { .layout = layout, .sheet = sheet, .formulas = ff_score_formulas_new (layout) };
  add_formats (writer);
  writer->yes = ff_score_layout_yes_no (layout, TRUE);
  writer->no = ff_score_layout_yes_no (layout, FALSE);
}

static const char *
phrase (const Writer *writer, const char *english)
{
  return ff_phrases_get (writer->layout->phrases, NULL, english);
}

/* Headings --------------------------------------------------------------------------------------------------- */

/* Text as a piece of a formula: in quotation marks, the ones inside doubled, not too long for a spreadsheet. */
static void
append_literal (GString *formula, const char *text)
{
  g_string_append_c (formula, '"');
  for (guint n = 0; *text != '\0' && n < MAX_HEADING; text = g_utf8_next_char (text), n++)
    {
      if (*text == '"')
        g_string_append_c (formula, '"');
      g_string_append_unichar (formula, g_utf8_get_char (text));
    }
  g_string_append_c (formula, '"');
}

/* "Result 60% › Test 70%" of the groups above a component, as a formula over the weights and as what it gives now. */
static void
append_path (const Writer *writer, int component, GString *formula, GString *value)
{
  const FfComponent *group = ff_scheme_get (writer->layout->figures->scheme, component);
  g_autofree char *cell = ff_score_layout_component_cell (writer->layout, component, FF_COMPONENT_WEIGHT);
  g_autofree char *weight = g_strdup_printf (group->weight % 100 == 0 ? "%.0f" : "%.2f", ff_hundredths_to_double (group->weight));
  g_autofree char *title = g_utf8_substring (group->title, 0, MIN (g_utf8_strlen (group->title, -1), MAX_HEADING));

  if (group->parent >= 0)
    {
      append_path (writer, group->parent, formula, value);
      g_string_append (formula, "&\" › \"&");
      g_string_append (value, " › ");
    }
  append_literal (formula, title);
  /* A number joined to a text shows as many digits as each program likes, hence FIXED. */
  g_string_append_printf (formula, "&\" \"&FIXED(%s,IF(%s=INT(%s),0,2),TRUE)&\"%%\"", cell, cell, cell);
  g_string_append_printf (value, "%s %s%%", title, weight);
}

static int
leaf_parent (const Writer *writer, guint leaf)
{
  guint index = g_array_index (writer->layout->leaves, guint, leaf);

  return ff_scheme_get (writer->layout->figures->scheme, index)->parent;
}

/* Leaves that stand in one group share a heading with its weight; one without a group shows its own. */
static void
write_group_headings (const Writer *writer)
{
  const FfScoreLayout *layout = writer->layout;
  guint n = layout->leaves->len;

  for (guint first = 0, last; first < n; first = last + 1)
    {
      int parent = leaf_parent (writer, first);
      g_autoptr (GString) formula = g_string_new ("=");
      g_autoptr (GString) value = g_string_new (NULL);

      for (last = first; parent >= 0 && last + 1 < n && leaf_parent (writer, last + 1) == parent; last++)
        ;
      append_path (writer, parent >= 0 ? parent : (int) g_array_index (layout->leaves, guint, first), formula, value);
      ff_xlsx_merge_formula (writer->sheet, FF_SCORE_GROUP_ROW, layout->first_leaf + first, layout->first_leaf + last, formula->str,
                             value->str, writer->group);
    }
  if (layout->pretests->len > 0)
    ff_xlsx_merge (writer->sheet, FF_SCORE_GROUP_ROW, layout->first_leaf + n, layout->first_leaf + n + layout->pretests->len - 1,
                   phrase (writer, N_("Pre-tests")), writer->group);
}

static void
write_leaf_heading (const Writer *writer, guint column, guint component)
{
  ff_xlsx_text (writer->sheet, FF_SCORE_HEADING_ROW, column, ff_scheme_get (writer->layout->figures->scheme, component)->title,
                writer->heading);
}

static void
write_headings (const Writer *writer)
{
  const FfScoreLayout *layout = writer->layout;

  ff_xlsx_set_height (writer->sheet, FF_SCORE_GROUP_ROW, HEADING_HEIGHT);
  write_group_headings (writer);
  ff_xlsx_set_height (writer->sheet, FF_SCORE_HEADING_ROW, HEADING_HEIGHT);
  for (guint i = 0; i < FF_SCORE_N_COLUMNS; i++)
    {
      if (i == FF_SCORE_TOTAL)
        {
          guint column = layout->first_leaf;

          for (guint leaf = 0; leaf < layout->leaves->len; leaf++)
            write_leaf_heading (writer, column++, g_array_index (layout->leaves, guint, leaf));
          for (guint pretest = 0; pretest < layout->pretests->len; pretest++)
            write_leaf_heading (writer, column++, g_array_index (layout->pretests, guint, pretest));
        }
      if (layout->columns[i] != G_MAXUINT)
        ff_xlsx_text (writer->sheet, FF_SCORE_HEADING_ROW, layout->columns[i], phrase (writer, headings[i]), writer->heading);
    }
}

/* Rows ------------------------------------------------------------------------------------------------------- */

static void
write_formula_at (const Writer *writer, guint row, guint column, const char *formula, gboolean known, double value, FfXlsxFormat *format)
{
  if (known)
    ff_xlsx_formula_number (writer->sheet, row, column, formula, value, format);
  else
    ff_xlsx_formula_text (writer->sheet, row, column, formula, "", format);
}

static void
write_formula (const Writer *writer, guint row, FfScoreColumn column, gboolean known, double value, FfXlsxFormat *format)
{
  write_formula_at (writer, row, writer->layout->columns[column], ff_score_formulas_get (writer->formulas, column, row), known, value,
                    format);
}

static void
write_word (const Writer *writer, guint row, FfScoreColumn column, const char *word)
{
  ff_xlsx_formula_text (writer->sheet, row, writer->layout->columns[column], ff_score_formulas_get (writer->formulas, column, row), word,
                        writer->word);
}

static void
write_leaf (const Writer *writer, guint row, guint column, guint index, const FfClassTrainee *trainee)
{
  const FfComponent *component = ff_scheme_get (writer->layout->figures->scheme, index);
  const FfLeafResult *leaf = &trainee->result.leaves[index];

  if (leaf->exempt)
    ff_xlsx_text (writer->sheet, row, column, FF_SCORE_EXEMPT, writer->exempt);
  else if (component->source == FF_SOURCE_ATTENDANCE && !leaf->overridden)
    write_formula_at (writer, row, column, ff_score_formulas_get_leaf (writer->formulas, index, row), leaf->assessed, leaf->points,
                      writer->percent);
  else if (leaf->assessed)
    ff_xlsx_number (writer->sheet, row, column, leaf->points, NULL);
}

static void
write_person (const Writer *writer, guint row, const FfClassTrainee *trainee)
{
  const guint *columns = writer->layout->columns;

  ff_xlsx_text (writer->sheet, row, columns[FF_SCORE_EMPLOYEE_NO], trainee->employee_no, writer->identifier);
  ff_xlsx_text (writer->sheet, row, columns[FF_SCORE_NAME], trainee->name, NULL);
  ff_xlsx_text (writer->sheet, row, columns[FF_SCORE_DEPARTMENT], trainee->department, NULL);
  ff_xlsx_text (writer->sheet, row, columns[FF_SCORE_LAYER], ff_phrases_layer (writer->layout->phrases, trainee->layer, trainee->layer_title), NULL);
  ff_xlsx_number (writer->sheet, row, columns[FF_SCORE_PLANNED], trainee->tally.planned, NULL);
  ff_xlsx_number (writer->sheet, row, columns[FF_SCORE_ABSENT], trainee->tally.absent, NULL);
  write_formula (writer, row, FF_SCORE_ABSENCE, TRUE, trainee->tally.absence_percent, writer->percent);
}

static void
write_leaves (const Writer *writer, guint row, const FfClassTrainee *trainee)
{
  const FfScoreLayout *layout = writer->layout;
  guint column = layout->first_leaf;

  for (guint i = 0; i < layout->leaves->len; i++)
    write_leaf (writer, row, column++, g_array_index (layout->leaves, guint, i), trainee);
  for (guint i = 0; i < layout->pretests->len; i++)
    write_leaf (writer, row, column++, g_array_index (layout->pretests, guint, i), trainee);
}

/* What was settled and would be computed otherwise now: what was settled stands there, and no formula that would contradict it. */
static void
write_fixed_outcome (const Writer *writer, guint row, const FfClassTrainee *trainee, const char *passed)
{
  const guint *columns = writer->layout->columns;

  if (trainee->result.known)
    ff_xlsx_number (writer->sheet, row, columns[FF_SCORE_TOTAL], trainee->result.total, writer->total);
  ff_xlsx_text (writer->sheet, row, columns[FF_SCORE_PASSED], passed, writer->word);
  if (trainee->rank > 0)
    ff_xlsx_number (writer->sheet, row, columns[FF_SCORE_RANK], trainee->rank, NULL);
  ff_xlsx_text (writer->sheet, row, columns[FF_SCORE_AWARD], trainee->award ? writer->yes : writer->no, writer->word);
}

static void
write_outcome (const Writer *writer, guint row, const FfClassTrainee *trainee)
{
  const char *passed = trainee->passed == FF_PASSED_UNKNOWN ? "" : trainee->passed == FF_PASSED_YES ? writer->yes : writer->no;

  if (trainee->differs)
    {
      write_fixed_outcome (writer, row, trainee, passed);
      return;
    }
  write_formula (writer, row, FF_SCORE_TOTAL, trainee->result.known, trainee->result.total, writer->total);
  write_word (writer, row, FF_SCORE_PASSED, passed);
  write_formula (writer, row, FF_SCORE_RANK, trainee->rank > 0, trainee->rank, NULL);
  write_word (writer, row, FF_SCORE_AWARD, trainee->award ? writer->yes : writer->no);
}

static void
write_inputs (const Writer *writer, guint row, const FfClassTrainee *trainee)
{
  const guint *columns = writer->layout->columns;
  const FfAttendanceTally *tally = &trainee->tally;

  ff_xlsx_number (writer->sheet, row, columns[FF_SCORE_ATTENDED], tally->attended, NULL);
  ff_xlsx_number (writer->sheet, row, columns[FF_SCORE_EXCUSED], tally->excused, NULL);
  if (columns[FF_SCORE_PLANNED_MINUTES] != G_MAXUINT)
    {
      ff_xlsx_number (writer->sheet, row, columns[FF_SCORE_PLANNED_MINUTES], tally->planned_minutes, NULL);
      ff_xlsx_number (writer->sheet, row, columns[FF_SCORE_ABSENT_MINUTES], tally->absent_minutes, NULL);
      ff_xlsx_number (writer->sheet, row, columns[FF_SCORE_ATTENDED_MINUTES], tally->attended_minutes, NULL);
      ff_xlsx_number (writer->sheet, row, columns[FF_SCORE_NEUTRAL_MINUTES], tally->neutral_minutes, NULL);
    }
  ff_xlsx_number (writer->sheet, row, columns[FF_SCORE_COUNTED], tally->excused - tally->neutral, NULL);
  if (trainee->waived)
    ff_xlsx_text (writer->sheet, row, columns[FF_SCORE_WAIVED], writer->yes, writer->word);
}

static guint
count_missing (const Writer *writer, const FfResult *result)
{
  const FfScoreLayout *layout = writer->layout;
  guint n = 0;

  for (guint i = 0; i < layout->leaves->len; i++)
    {
      guint index = g_array_index (layout->leaves, guint, i);

      n += ff_scheme_get (layout->figures->scheme, index)->share > 0 && !result->leaves[index].assessed && !result->leaves[index].exempt;
    }

  return n;
}

static void
write_steps (const Writer *writer, guint row, const FfClassTrainee *trainee)
{
  write_formula (writer, row, FF_SCORE_ASSESSED, TRUE, trainee->result.assessed_share, writer->share);
  write_formula (writer, row, FF_SCORE_MISSING, TRUE, count_missing (writer, &trainee->result), NULL);
  write_word (writer, row, FF_SCORE_DISQUALIFIED, trainee->disqualified ? writer->yes : writer->no);
  /* The formula ranks by what is computed, also where something else was settled. */
  write_formula (writer, row, FF_SCORE_RANKED, (trainee->differs ? trainee->computed.rank : trainee->rank) > 0, trainee->result.total,
                 writer->total);
}

static void
write_rows (const Writer *writer)
{
  const FfScoreLayout *layout = writer->layout;
  const GPtrArray *trainees = layout->figures->trainees;

  for (guint i = 0; i < trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (trainees, i);
      guint row = FF_SCORE_FIRST_ROW + i;

      if (i % REPORT_EVERY == 0)
        {
          if (ff_xlsx_has_failed (layout->xlsx))
            return;
          ff_xlsx_report (layout->xlsx, i, trainees->len);
        }
      write_person (writer, row, trainee);
      write_leaves (writer, row, trainee);
      write_outcome (writer, row, trainee);
      write_inputs (writer, row, trainee);
      write_steps (writer, row, trainee);
    }
}

/* Looks ------------------------------------------------------------------------------------------------------ */

static void
set_widths (const Writer *writer)
{
  const FfScoreLayout *layout = writer->layout;

  ff_xlsx_set_width (writer->sheet, 0, 0, 12, NULL);
  ff_xlsx_set_width (writer->sheet, 1, 1, 12, NULL);
  ff_xlsx_set_width (writer->sheet, 2, 2, 20, NULL);
  ff_xlsx_set_width (writer->sheet, 3, layout->n_columns - 1, 11, NULL);
}

static void
add_row_colour (const Writer *writer, const char *formula, int fill)
{
  const FfScoreLayout *layout = writer->layout;
  FfXlsxStyle style = FF_XLSX_STYLE_PLAIN;

  style.fill = fill;
  ff_xlsx_conditional_format (writer->sheet, FF_SCORE_FIRST_ROW, 0, layout->last_row, layout->n_columns - 1, formula,
                              ff_xlsx_add_format (layout->xlsx, &style));
}

/* "=$N3="Yes"", about the first row of a conditional format. */
static char *
make_condition (const Writer *writer, FfScoreColumn column, const char *word)
{
  g_autofree char *letters = ff_score_layout_letters (writer->layout->columns[column]);

  return g_strdup_printf ("=$%s%u=\"%s\"", letters, FF_SCORE_FIRST_ROW + 1, word);
}

static void
add_row_colours (const Writer *writer)
{
  g_autofree char *award = make_condition (writer, FF_SCORE_AWARD, writer->yes);
  g_autofree char *failed = make_condition (writer, FF_SCORE_PASSED, writer->no);
  g_autofree char *provisional = make_condition (writer, FF_SCORE_PASSED, "");

  add_row_colour (writer, award, 0xD8F2DE);
  add_row_colour (writer, failed, 0xF9DADA);
  add_row_colour (writer, provisional, 0xFFF3CD);
}

static void
set_page (const Writer *writer)
{
  const FfScoreLayout *layout = writer->layout;
  g_autofree char *title = ff_xlsx_escape_header (layout->figures->run->title, 60);
  g_autofree char *header = g_strdup_printf ("&L%s&R&P / &N", title);
  g_autofree char *footer
    = g_strdup_printf ("&L%s____________&C%s____________&R%s____________", phrase (writer, N_("Prepared by: ")),
                       phrase (writer, N_("Checked by: ")), phrase (writer, N_("Date: ")));

  ff_xlsx_set_page (writer->sheet, FF_SCORE_FIRST_ROW, header, footer);
  /* Behind the award stand the inputs and steps of the calculation, which nobody signs. */
  ff_xlsx_set_print_area (writer->sheet, layout->last_row, layout->columns[FF_SCORE_AWARD]);
}

static void
write_scores (FfScoreLayout *layout, FfXlsxSheet *sheet)
{
  Writer writer;

  writer_init (&writer, layout, sheet);
  set_widths (&writer);
  ff_xlsx_freeze (sheet, FF_SCORE_FIRST_ROW, 2);
  write_headings (&writer);
  write_rows (&writer);
  ff_xlsx_autofilter (sheet, FF_SCORE_HEADING_ROW, 0, layout->last_row, layout->n_columns - 1);
  add_row_colours (&writer);
  set_page (&writer);
  ff_score_formulas_free (writer.formulas);
}

gboolean
ff_score_sheet_export (const FfClassFigures *figures, const char *path, const char *language, GCancellable *cancellable,
                       FfProgressFunc progress, gpointer user_data, GError **error)
{
  g_autoptr (FfXlsx) xlsx = NULL;
  g_autoptr (FfPhrases) phrases = NULL;
  g_auto (FfScoreLayout) layout = { 0 };
  FfXlsxSheet *scores, *scheme;

  g_return_val_if_fail (figures != NULL && path != NULL && ff_phrases_is_language (language), FALSE);

  xlsx = ff_xlsx_new (path, cancellable, progress, user_data, error);
  if (xlsx == NULL)
    return FALSE;

  phrases = ff_phrases_new (language);
  ff_score_layout_init (&layout, figures);
  layout.phrases = phrases;
  layout.xlsx = xlsx;

  ff_xlsx_set_properties (xlsx, figures->run->title, "Fourfold", figures->now * SECONDS_PER_MINUTE);
  scores = ff_xlsx_add_sheet (xlsx, FF_SCORES_SHEET);
  scheme = ff_xlsx_add_sheet (xlsx, FF_SCHEME_SHEET);
  write_scores (&layout, scores);
  ff_score_scheme_write (&layout, scheme);

  return ff_xlsx_finish (xlsx, error);
}
