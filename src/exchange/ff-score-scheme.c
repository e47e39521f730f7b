/* The sheet Scheme of a score sheet: everything that a manager may change besides marks. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-score-layout.h"

typedef struct
{
  const FfScoreLayout *layout;
  FfXlsxSheet *sheet;
  FfXlsxFormat *title;
  FfXlsxFormat *label;
  FfXlsxFormat *heading;
  FfXlsxFormat *text;
  FfXlsxFormat *input;
  FfXlsxFormat *number;
  FfXlsxFormat *share;
  FfXlsxFormat *total;
} Writer;

static const char *const setting_labels[FF_N_SETTINGS] = {
  [FF_SETTING_CLASS] = N_("Class"),
  [FF_SETTING_COURSE] = N_("Course"),
  [FF_SETTING_PASS_MARK] = N_("Pass mark"),
  [FF_SETTING_MAX_ABSENCE] = N_("Most absence allowed, %"),
  [FF_SETTING_MIN_ATTENDED] = N_("Least attendance required, %"),
  [FF_SETTING_BASE] = N_("Absence is counted in"),
  [FF_SETTING_GRACE] = N_("Grace minutes"),
  [FF_SETTING_AWARD_PERCENT] = N_("Awards for the top, %"),
  [FF_SETTING_AWARD_ROUNDING] = N_("Awards are rounded (down, nearest, up)"),
  [FF_SETTING_RANKED] = N_("Ranked trainees"),
  [FF_SETTING_AWARDS] = N_("Awards before ties"),
  [FF_SETTING_AWARD_FROM] = N_("Award from a total of"),
};

static const char *const component_headings[FF_COMPONENT_N_COLUMNS] = {
  [FF_COMPONENT_TITLE] = N_("Component"),
  [FF_COMPONENT_KEY] = N_("Key"),
  [FF_COMPONENT_SOURCE] = N_("Source"),
  [FF_COMPONENT_LEVEL] = N_("Level"),
  [FF_COMPONENT_WEIGHT] = N_("Weight"),
  [FF_COMPONENT_MAX] = N_("Maximum"),
  [FF_COMPONENT_SHARE] = N_("Share of the whole"),
};

static void
add_formats (Writer *writer)
{
  FfXlsx *xlsx = writer->layout->xlsx;
  FfXlsxStyle style = FF_XLSX_STYLE_PLAIN;

  style.bold = TRUE;
  writer->title = ff_xlsx_add_format (xlsx, &style);
  style.border = TRUE;
  style.fill = 0xEFEFF2;
  writer->heading = ff_xlsx_add_format (xlsx, &style);
  style = FF_XLSX_STYLE_PLAIN;
  style.border = TRUE;
  writer->label = ff_xlsx_add_format (xlsx, &style);
  writer->number = ff_xlsx_add_format (xlsx, &style);
  style.number = "0.00%";
  writer->share = ff_xlsx_add_format (xlsx, &style);
  style.number = "0.00";
  writer->total = ff_xlsx_add_format (xlsx, &style);
  style.number = "@";
  style.align = 'l';
  writer->text = ff_xlsx_add_format (xlsx, &style);
  style = FF_XLSX_STYLE_PLAIN;
  style.border = TRUE;
  style.align = 'r';
  style.fill = 0xFFF8E1;
  writer->input = ff_xlsx_add_format (xlsx, &style);
}

static const char *
phrase (const Writer *writer, const char *english)
{
  return ff_phrases_get (writer->layout->phrases, NULL, english);
}

static void
define_cell_name (const Writer *writer, const char *name, guint row)
{
  g_autofree char *cell = ff_xlsx_absolute_name (row, 1);
  g_autofree char *formula = g_strconcat ("=" FF_SCHEME_SHEET "!", cell, NULL);

  ff_xlsx_define_name (writer->layout->xlsx, name, formula);
}

static void
define_range_name (const Writer *writer, const char *name, guint first_row, guint first_column, guint last_row, guint last_column)
{
  g_autofree char *first = ff_xlsx_absolute_name (first_row, first_column);
  g_autofree char *last = ff_xlsx_absolute_name (last_row, last_column);
  g_autofree char *formula = g_strconcat ("=" FF_SCHEME_SHEET "!", first, ":", last, NULL);

  ff_xlsx_define_name (writer->layout->xlsx, name, formula);
}

static void
begin_setting (const Writer *writer, FfScoreSetting setting)
{
  ff_xlsx_text (writer->sheet, setting, 0, phrase (writer, setting_labels[setting]), writer->label);
}

static void
write_text_setting (const Writer *writer, FfScoreSetting setting, const char *text, FfXlsxFormat *format)
{
  begin_setting (writer, setting);
  ff_xlsx_text (writer->sheet, setting, 1, text, format);
}

static void
write_number_setting (const Writer *writer, FfScoreSetting setting, double number, const char *name)
{
  begin_setting (writer, setting);
  ff_xlsx_number (writer->sheet, setting, 1, number, writer->input);
  if (name != NULL)
    define_cell_name (writer, name, setting);
}

/* RULES, 2: k of n by the rounding rule, at least one, none when the share is 0. */
static void
write_awards (const Writer *writer)
{
  const FfScoreLayout *layout = writer->layout;
  const FfClassFigures *figures = layout->figures;
  g_autofree char *totals = ff_score_layout_column_range (layout, FF_SCORE_RANKED);
  g_autofree char *n = ff_xlsx_cell_name (FF_SETTING_RANKED, 1);
  g_autofree char *k = ff_xlsx_cell_name (FF_SETTING_AWARDS, 1);
  g_autofree char *percent = ff_xlsx_cell_name (FF_SETTING_AWARD_PERCENT, 1);
  g_autofree char *rounding = ff_xlsx_cell_name (FF_SETTING_AWARD_ROUNDING, 1);
  g_autofree char *exact = g_strdup_printf ("ROUND(%s*%s/100,8)", n, percent);
  g_autofree char *count = g_strdup_printf ("=COUNT(%s)", totals);
  g_autofree char *awards
    = g_strdup_printf ("=IF(OR(%s=0,%s=0),0,MIN(%s,MAX(1,IF(%s=\"up\",ROUNDUP(%s,0),IF(%s=\"nearest\",ROUND(%s,0),ROUNDDOWN(%s,0))))))",
                       n, percent, n, rounding, exact, rounding, exact, exact);
  g_autofree char *cut = g_strdup_printf ("=IF(%s=0,\"\",LARGE(%s,%s))", k, totals, k);
  double lowest = -1;

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      if (trainee->rank > 0 && (guint) trainee->rank <= figures->award_count && (lowest < 0 || trainee->result.total < lowest))
        lowest = trainee->result.total;
    }

  begin_setting (writer, FF_SETTING_RANKED);
  ff_xlsx_formula_number (writer->sheet, FF_SETTING_RANKED, 1, count, figures->ranked, writer->number);
  begin_setting (writer, FF_SETTING_AWARDS);
  ff_xlsx_formula_number (writer->sheet, FF_SETTING_AWARDS, 1, awards, figures->award_count, writer->number);
  begin_setting (writer, FF_SETTING_AWARD_FROM);
  if (lowest >= 0)
    ff_xlsx_formula_number (writer->sheet, FF_SETTING_AWARD_FROM, 1, cut, lowest, writer->total);
  else
    ff_xlsx_formula_text (writer->sheet, FF_SETTING_AWARD_FROM, 1, cut, "", writer->total);
  define_cell_name (writer, "AwardFrom", FF_SETTING_AWARD_FROM);
}

static void
write_settings (const Writer *writer)
{
  static const char *const roundings[] = { "down", "nearest", "up", NULL };
  const FfClassFigures *figures = writer->layout->figures;
  const FfAttendanceRule *rule = &figures->rule;

  ff_xlsx_text (writer->sheet, FF_SETTING_TITLE, 0, figures->run->title, writer->title);
  write_text_setting (writer, FF_SETTING_CLASS, figures->run->code, writer->text);
  write_text_setting (writer, FF_SETTING_COURSE, figures->run->course_title, writer->text);
  write_number_setting (writer, FF_SETTING_PASS_MARK, ff_hundredths_to_double (figures->scheme->pass_mark), "PassMark");
  write_number_setting (writer, FF_SETTING_MAX_ABSENCE, ff_hundredths_to_double (rule->max_absence), "MaxAbsence");
  if (rule->min_attended >= 0)
    write_number_setting (writer, FF_SETTING_MIN_ATTENDED, ff_hundredths_to_double (rule->min_attended), "MinAttended");
  else
    {
      write_text_setting (writer, FF_SETTING_MIN_ATTENDED, NULL, writer->input);
      define_cell_name (writer, "MinAttended", FF_SETTING_MIN_ATTENDED);
    }
  write_text_setting (writer, FF_SETTING_BASE, rule->base == FF_BASE_MINUTES ? phrase (writer, N_("minutes")) : phrase (writer, N_("sessions")),
                      writer->text);
  write_number_setting (writer, FF_SETTING_GRACE, rule->grace_minutes, "GraceMinutes");
  write_number_setting (writer, FF_SETTING_AWARD_PERCENT, ff_hundredths_to_double (figures->scheme->award_percent), NULL);
  write_text_setting (writer, FF_SETTING_AWARD_ROUNDING, ff_award_rounding_to_key (figures->scheme->award_rounding), writer->input);
  ff_xlsx_choice (writer->sheet, FF_SETTING_AWARD_ROUNDING, 1, roundings);
  write_awards (writer);
}

/* "SUM(E17,E20)": the weights that a component shares its parent's weight with, in pieces that each program takes. */
static char *
format_sibling_sum (const Writer *writer, int parent)
{
  const FfScheme *scheme = writer->layout->figures->scheme;
  GString *sum = g_string_new ("SUM(");
  guint n = 0;

  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);
      g_autofree char *cell = NULL;

      if (component->parent != parent || component->pretest_of != NULL)
        continue;
      cell = ff_xlsx_cell_name (writer->layout->component_row + i, FF_COMPONENT_WEIGHT);
      if (n > 0)
        g_string_append (sum, n % 30 == 0 ? ")+SUM(" : ",");
      g_string_append (sum, cell);
      n++;
    }
  g_string_append_c (sum, ')');

  return g_string_free (sum, FALSE);
}

static void
write_share (const Writer *writer, guint index)
{
  guint row = writer->layout->component_row + index;
  const FfComponent *component = ff_scheme_get (writer->layout->figures->scheme, index);
  g_autofree char *sum = format_sibling_sum (writer, component->parent);
  g_autofree char *weight = ff_xlsx_cell_name (row, FF_COMPONENT_WEIGHT);
  g_autofree char *formula = NULL;

  if (component->parent >= 0)
    {
      g_autofree char *parent = ff_xlsx_cell_name (writer->layout->component_row + component->parent, FF_COMPONENT_SHARE);

      formula = g_strdup_printf ("=IF(%s=0,0,%s*%s/(%s))", sum, parent, weight, sum);
    }
  else
    formula = g_strdup_printf ("=IF(%s=0,0,%s/(%s))", sum, weight, sum);

  ff_xlsx_formula_number (writer->sheet, row, FF_COMPONENT_SHARE, formula, component->share, writer->share);
}

static void
write_component (const Writer *writer, guint index)
{
  const FfComponent *component = ff_scheme_get (writer->layout->figures->scheme, index);
  guint row = writer->layout->component_row + index;
  g_autofree char *indent = g_strnfill (4 * component->depth, ' ');
  g_autofree char *title = g_strconcat (indent, component->title, NULL);

  ff_xlsx_text (writer->sheet, row, FF_COMPONENT_TITLE, title, writer->label);
  ff_xlsx_text (writer->sheet, row, FF_COMPONENT_KEY, component->key, writer->text);
  ff_xlsx_text (writer->sheet, row, FF_COMPONENT_SOURCE, component->leaf ? ff_component_source_to_key (component->source) : NULL,
                writer->text);
  if (component->level > 0)
    ff_xlsx_number (writer->sheet, row, FF_COMPONENT_LEVEL, component->level, writer->number);
  else
    ff_xlsx_text (writer->sheet, row, FF_COMPONENT_LEVEL, NULL, writer->number);

  if (component->pretest_of == NULL)
    ff_xlsx_number (writer->sheet, row, FF_COMPONENT_WEIGHT, ff_hundredths_to_double (component->weight), writer->input);
  else
    ff_xlsx_text (writer->sheet, row, FF_COMPONENT_WEIGHT, NULL, writer->input);
  if (component->leaf)
    ff_xlsx_number (writer->sheet, row, FF_COMPONENT_MAX, ff_hundredths_to_double (component->max), writer->input);
  else
    ff_xlsx_text (writer->sheet, row, FF_COMPONENT_MAX, NULL, writer->label);
  if (component->pretest_of == NULL)
    write_share (writer, index);
}

static void
write_components (const Writer *writer)
{
  const FfScoreLayout *layout = writer->layout;
  guint n = ff_scheme_length (layout->figures->scheme);

  for (guint column = 0; column < FF_COMPONENT_N_COLUMNS; column++)
    ff_xlsx_text (writer->sheet, layout->component_row - 1, column, phrase (writer, component_headings[column]), writer->heading);
  for (guint i = 0; i < n; i++)
    write_component (writer, i);
  if (n > 0)
    define_range_name (writer, "Weights", layout->component_row, FF_COMPONENT_WEIGHT, layout->component_row + n - 1,
                       FF_COMPONENT_WEIGHT);
}

/* The same shares again, as wide as the leaves on the sheet Scores, so that a row of marks can be multiplied by a row of rates. */
static void
write_rates (const Writer *writer)
{
  const FfScoreLayout *layout = writer->layout;
  guint n = layout->leaves->len;
  guint last = FF_SCORE_FIRST_SHARE + n - 1;

  if (n == 0)
    return;

  ff_xlsx_text (writer->sheet, layout->leaf_keys_row, 0, phrase (writer, N_("Columns of the score sheet")), writer->heading);
  for (guint i = 0; i < n; i++)
    {
      const FfComponent *component = ff_scheme_get (layout->figures->scheme, g_array_index (layout->leaves, guint, i));

      ff_xlsx_text (writer->sheet, layout->leaf_keys_row, FF_SCORE_FIRST_SHARE + i, component->key, writer->heading);
    }

  ff_xlsx_text (writer->sheet, layout->shares_row, 0, phrase (writer, N_("Share of the whole")), writer->label);
  for (guint i = 0; i < n; i++)
    {
      guint index = g_array_index (layout->leaves, guint, i);
      g_autofree char *cell = ff_xlsx_cell_name (layout->component_row + index, FF_COMPONENT_SHARE);
      g_autofree char *formula = g_strconcat ("=", cell, NULL);

      ff_xlsx_formula_number (writer->sheet, layout->shares_row, FF_SCORE_FIRST_SHARE + i, formula,
                              ff_scheme_get (layout->figures->scheme, index)->share, writer->share);
    }

  ff_xlsx_text (writer->sheet, layout->rates_row, 0, phrase (writer, N_("Percent of the total for each point")), writer->label);
  for (guint i = 0; i < n; i++)
    {
      guint index = g_array_index (layout->leaves, guint, i);
      const FfComponent *component = ff_scheme_get (layout->figures->scheme, index);
      g_autofree char *share = ff_xlsx_cell_name (layout->component_row + index, FF_COMPONENT_SHARE);
      g_autofree char *max = ff_xlsx_cell_name (layout->component_row + index, FF_COMPONENT_MAX);
      g_autofree char *formula = g_strdup_printf ("=100*%s/%s", share, max);

      ff_xlsx_formula_number (writer->sheet, layout->rates_row, FF_SCORE_FIRST_SHARE + i, formula,
                              100 * component->share / ff_hundredths_to_double (component->max), writer->number);
    }

  define_range_name (writer, "Shares", layout->shares_row, FF_SCORE_FIRST_SHARE, layout->shares_row, last);
  define_range_name (writer, "Rates", layout->rates_row, FF_SCORE_FIRST_SHARE, layout->rates_row, last);
}

void
ff_score_scheme_write (const FfScoreLayout *layout, FfXlsxSheet *sheet)
{
  Writer writer = { .layout = layout, .sheet = sheet };

  add_formats (&writer);
  ff_xlsx_set_width (sheet, 0, 0, 44, NULL);
  ff_xlsx_set_width (sheet, 1, FF_COMPONENT_N_COLUMNS - 1, 18, NULL);
  write_settings (&writer);
  write_components (&writer);
  write_rates (&writer);
  ff_xlsx_set_page (sheet, 0, "", "&C&P / &N");
}
