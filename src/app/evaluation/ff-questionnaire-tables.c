#include "config.h"

#include "ff-questionnaire-tables.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-level-parts.h"
#include "ff-level-words.h"
#include "ff-share-bar.h"

#define BAR_WIDTH 90
#define BAR_HEIGHT 12

/* Dimensions and questions ------------------------------------------------------------------------------------------------------- */

static char *
describe_counts (const FfQuestionFigures *question)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < question->n_counts; i++)
    /* Translators: in a list of answers: the rating, and how often it was given. */
    g_string_append_printf (text, C_("distribution", "%s%d: %u"), i > 0 ? "   " : "", question->first + (int) i, question->counts[i]);
  return g_string_free (text, FALSE);
}

/* How often each rating was given, the higher the stronger. */
static GtkWidget *
make_distribution (const FfQuestionFigures *question)
{
  GtkWidget *bar;
  g_autofree char *text = NULL;
  guint sum = 0;

  for (guint i = 0; i < question->n_counts; i++)
    sum += question->counts[i];
  if (sum == 0)
    return NULL;
  bar = ff_share_bar_new (BAR_WIDTH, BAR_HEIGHT);
  for (guint i = 0; i < question->n_counts; i++)
    {
      GdkRGBA colour = { 0.898f, 0.647f, 0.039f, (float) (i + 1) / (float) question->n_counts };

      ff_share_bar_add (FF_SHARE_BAR (bar), (double) question->counts[i] / sum, &colour);
    }
  text = describe_counts (question);
  gtk_widget_set_tooltip_text (bar, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return bar;
}

static char *
format_answer (const FfQuestionFigures *question)
{
  switch (question->question->kind)
    {
    case FF_QUESTION_NPS:
      return ff_words_signed (ff_nps_score (&question->nps), 0);
    case FF_QUESTION_YES_NO:
      return ff_words_percent (question->percent, 0);
    case FF_QUESTION_SERVQUAL:
      return ff_words_signed (question->mean, 2);
    case FF_QUESTION_RATING:
      return ff_words_number (question->mean, 2);
    case FF_QUESTION_CHOICE:
    case FF_QUESTION_TEXT:
    case FF_QUESTION_SHORT:
    default:
      return g_strdup ("");
    }
}

static void
add_question (FfLevelTable *table, const FfQuestionFigures *question)
{
  g_autofree char *n = g_strdup_printf ("%u", question->n);
  g_autofree char *answer = format_answer (question);
  const char *texts[] = { ff_question_title_in (question->question, ff_words_language ()), n, answer, NULL, NULL };
  GtkWidget *bar = make_distribution (question);

  ff_level_table_add (table, texts, FALSE);
  if (bar != NULL)
    ff_level_table_attach (table, 4, bar);
}

static void
add_dimension (FfLevelTable *table, const FfDimensionFigures *dimension)
{
  g_autofree char *n = g_strdup_printf ("%u", dimension->n);
  g_autofree char *mean = isnan (dimension->gap) ? ff_words_number (dimension->mean, ff_words_decimals (dimension->mean, dimension->target, 2))
                                                 : ff_words_signed (dimension->gap, 2);
  g_autofree char *target = ff_words_number (dimension->target, 2);
  const char *texts[] = { ff_dimension_title_in (dimension->dimension, ff_words_language ()), dimension->n > 0 ? n : "",
                          dimension->n > 0 ? mean : "", target, NULL };

  ff_level_table_add (table, texts, TRUE);
  if (dimension->met == FF_MET_NO)
    ff_level_table_attach (table, 4, ff_tag_new (C_("level", "Below"), "ff-alert-symbolic", FF_TONE_BAD));
  for (guint i = 0; i < dimension->questions->len; i++)
    add_question (table, g_ptr_array_index (dimension->questions, i));
}

GtkWidget *
ff_questionnaire_questions_new (const FfQuestionnaireFigures *figures)
{
  GtkWidget *section = ff_level_section_new (_("Dimensions and questions"), NULL);
  const char *headings[]
      = { _("Question"), C_("column", "n"), C_("column", "Mean"), C_("column", "Target"), C_("column", "Answers"), NULL };
  FfLevelTable table = ff_level_table_begin (headings);

  for (guint i = 0; i < figures->dimensions->len; i++)
    add_dimension (&table, g_ptr_array_index (figures->dimensions, i));
  gtk_box_append (GTK_BOX (section), table.grid);
  return section;
}

/* Expectation and perception ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_verdict (FfServiceVerdict verdict)
{
  FfTone tone = verdict == FF_SERVICE_POOR ? FF_TONE_BAD : verdict == FF_SERVICE_EXCELLENT ? FF_TONE_GOOD : FF_TONE_NEUTRAL;

  return ff_tag_new (ff_words_service_verdict (verdict), NULL, tone);
}

static void
add_pair (FfLevelTable *table, const char *title, guint count, double expectation, double perception, double gap, FfServiceVerdict verdict,
          gboolean strong)
{
  g_autofree char *n = g_strdup_printf ("%u", count);
  g_autofree char *expected = ff_words_number (expectation, 2);
  g_autofree char *perceived = ff_words_number (perception, 2);
  g_autofree char *difference = ff_words_signed (gap, 2);
  const char *texts[] = { title, n, expected, perceived, difference, NULL };

  ff_level_table_add (table, texts, strong);
  if (verdict != FF_SERVICE_UNKNOWN)
    ff_level_table_attach (table, 5, make_verdict (verdict));
}

GtkWidget *
ff_questionnaire_pairs_new (const FfQuestionnaireFigures *figures)
{
  GtkWidget *section = ff_level_section_new (_("Expectation and perception"), _("gap = perceived − expected"));
  const char *headings[] = { _("Question"), C_("column", "n"), C_("service", "Expected"), C_("service", "Perceived"), C_("service", "Gap"),
                             C_("service", "Verdict"), NULL };
  FfLevelTable table = ff_level_table_begin (headings);

  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (figures->dimensions, i);

      if (isnan (dimension->gap))
        continue;
      add_pair (&table, ff_dimension_title_in (dimension->dimension, ff_words_language ()), dimension->n, dimension->expectation,
                dimension->perception, dimension->gap, dimension->verdict, TRUE);
      for (guint k = 0; k < dimension->questions->len; k++)
        {
          const FfQuestionFigures *question = g_ptr_array_index (dimension->questions, k);

          if (question->question->kind == FF_QUESTION_SERVQUAL)
            add_pair (&table, ff_question_title_in (question->question, ff_words_language ()), question->n, question->expectation,
                      question->perception, question->mean, question->verdict, FALSE);
        }
    }
  gtk_box_append (GTK_BOX (section), table.grid);
  return section;
}

/* Factors ------------------------------------------------------------------------------------------------------------------------ */

GtkWidget *
ff_questionnaire_factors_new (const FfQuestionnaireFigures *figures)
{
  GtkWidget *section = ff_level_section_new (_("Factors"), _("weakness = weight × what the mean lacks of the target"));
  const char *headings[] = { _("Factor"), C_("column", "Weight"), C_("column", "Mean"), C_("column", "Target"), C_("column", "Weakness"), NULL };
  FfLevelTable table = ff_level_table_begin (headings);

  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (figures->dimensions, i);
      g_autofree char *weight = ff_words_percent (100 * dimension->weight, 0);
      g_autofree char *mean = ff_words_number (dimension->mean, ff_words_decimals (dimension->mean, dimension->target, 2));
      g_autofree char *target = ff_words_number (dimension->target, 2);
      g_autofree char *weakness = ff_words_number (dimension->weakness, 2);
      const char *texts[] = { ff_dimension_title_in (dimension->dimension, ff_words_language ()), weight, mean, target, weakness };

      ff_level_table_add (&table, texts, FALSE);
    }
  gtk_box_append (GTK_BOX (section), table.grid);
  return section;
}
