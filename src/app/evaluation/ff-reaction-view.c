/* Level 1: what trainees said. */
#include "config.h"

#include "ff-level-views.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-level-parts.h"
#include "ff-level-plots.h"
#include "ff-level-words.h"
#include "ff-share-bar.h"

#define RADAR_HEIGHT 320
#define BAR_WIDTH 90
#define BAR_HEIGHT 12

/* Key figures ------------------------------------------------------------------------------------------------------------------ */

static char *
describe_returned (const FfQuestionnaireFigures *figures)
{
  if (figures->invited < 0)
    return g_strdup_printf (ngettext ("%u form came back", "%u forms came back", figures->returned), figures->returned);
  return g_strdup_printf (ngettext ("%u of %d form came back", "%u of %d forms came back", (gulong) figures->invited), figures->returned,
                          figures->invited);
}

static GtkWidget *
make_figures (const FfQuestionnaireFigures *figures)
{
  GtkWidget *row = ff_level_row_new ();
  g_autofree char *response = ff_words_percent (figures->response_percent, 0);
  g_autofree char *returned = describe_returned (figures);
  g_autofree char *valid = ff_words_percent (figures->valid_percent, 0);
  g_autofree char *count = g_strdup_printf (ngettext ("%u valid form", "%u valid forms", figures->valid), figures->valid);
  g_autofree char *mean = NULL;
  g_autofree char *target = NULL;
  g_autofree char *note = NULL;

  gtk_box_append (GTK_BOX (row), ff_level_figure_new (response, _("response rate"), returned));
  gtk_box_append (GTK_BOX (row), ff_level_figure_new (valid, _("valid rate"), count));
  if (figures->suppressed || isnan (figures->mean))
    return row;
  mean = ff_words_number (figures->mean, ff_words_decimals (figures->mean, figures->target, 2));
  target = ff_words_number (figures->target, 2);
  note = isnan (figures->target) ? NULL : g_strdup_printf (_("target %s"), target);
  gtk_box_append (GTK_BOX (row), ff_level_figure_new (mean, _("mean of all dimensions"), note));
  if (figures->nps != NULL)
    {
      const FfNps *nps = &figures->nps->nps;
      g_autofree char *score = ff_words_signed (ff_nps_score (nps), 0);
      g_autofree char *margin = ff_words_number (ff_nps_margin (nps), 0);
      g_autofree char *caption = g_strdup_printf (_("net promoter score, ± %s at 95 %%"), margin);
      g_autofree char *split
          = g_strdup_printf (_("%u promoters, %u passives, %u detractors"), nps->promoters, nps->passives, nps->detractors);

      gtk_box_append (GTK_BOX (row), ff_level_figure_new (score, caption, split));
    }
  return row;
}

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

static GtkWidget *
make_questions (const FfQuestionnaireFigures *figures)
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

/* Trainers, venues, groups ---------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_about (const FfQuestionnaireFigures *figures)
{
  const char *headings[] = { _("Trainer or venue"), _("Dimension"), C_("column", "n"), C_("column", "Mean"), NULL };
  FfLevelTable table = ff_level_table_begin (headings);
  GtkWidget *section;

  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (figures->dimensions, i);
      g_autofree char *n = g_strdup_printf ("%u", dimension->n);
      g_autofree char *mean = ff_words_number (dimension->mean, 2);
      const char *texts[] = { dimension->who, ff_dimension_title_in (dimension->dimension, ff_words_language ()), n, mean };

      if (dimension->who != NULL && !isnan (dimension->mean))
        ff_level_table_add (&table, texts, FALSE);
    }
  if (table.row == 0)
    {
      g_object_ref_sink (table.grid);
      g_object_unref (table.grid);
      return NULL;
    }
  section = ff_level_section_new (_("By trainer and venue"), NULL);
  gtk_box_append (GTK_BOX (section), table.grid);
  return section;
}

static GtkWidget *
make_breakdown (const FfBreakdown *breakdown)
{
  GtkWidget *section = ff_level_section_new (ff_question_title_in (breakdown->question, ff_words_language ()), _("answers by group"));
  const char *headings[] = { _("Group"), C_("column", "n"), C_("column", "Mean"), NULL };
  FfLevelTable table;

  if (breakdown->suppressed)
    {
      gtk_box_append (GTK_BOX (section), ff_level_text_new (_("Not shown: a group, or the remainder, is so small that people could be recognised.")));
      return section;
    }
  table = ff_level_table_begin (headings);
  for (guint i = 0; i < breakdown->parts->len; i++)
    {
      const FfBreakdownPart *part = g_ptr_array_index (breakdown->parts, i);
      g_autofree char *n = g_strdup_printf ("%u", part->n);
      g_autofree char *mean = ff_words_number (part->mean, 2);
      const char *texts[] = { part->title, n, mean };

      ff_level_table_add (&table, texts, FALSE);
    }
  gtk_box_append (GTK_BOX (section), table.grid);
  return section;
}

/* Comments --------------------------------------------------------------------------------------------------------------------------- */

static void
add_comments (GtkBox *section, const FfDimensionFigures *dimension)
{
  for (guint i = 0; i < dimension->questions->len; i++)
    {
      const FfQuestionFigures *question = g_ptr_array_index (dimension->questions, i);

      if (question->texts == NULL || question->texts->len == 0)
        continue;
      gtk_box_append (section, ff_level_caption_new (ff_question_title_in (question->question, ff_words_language ())));
      for (guint k = 0; k < question->texts->len; k++)
        gtk_box_append (section, ff_level_text_new (g_ptr_array_index (question->texts, k)));
    }
}

static GtkWidget *
make_comments (const FfQuestionnaireFigures *figures)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u comment", "%u comments", figures->n_texts), figures->n_texts);
  GtkWidget *section = ff_level_section_new (_("Written answers"), count);

  for (guint i = 0; i < figures->dimensions->len; i++)
    add_comments (GTK_BOX (section), g_ptr_array_index (figures->dimensions, i));
  return section;
}

/* The page ----------------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_radar (const FfQuestionnaireFigures *figures)
{
  GtkWidget *section = ff_level_section_new (_("Dimensions against the target"), _("the target is dashed"));
  GtkWidget *radar = ff_level_chart_new (ff_level_plot_dimensions (figures), RADAR_HEIGHT);
  GtkWidget *nps = figures->nps != NULL ? ff_level_chart_new (ff_level_plot_nps (&figures->nps->nps), 0) : NULL;

  if (radar != NULL)
    gtk_box_append (GTK_BOX (section), radar);
  if (nps != NULL)
    {
      gtk_box_append (GTK_BOX (section), ff_level_caption_new (_("Net promoter score with its margin")));
      gtk_box_append (GTK_BOX (section), nps);
    }
  return section;
}

static void
add_questionnaire (GtkBox *box, const FfQuestionnaireFigures *figures, GPtrArray *sentences)
{
  GtkWidget *head = ff_level_section_new (ff_questionnaire_title_in (figures->questionnaire, ff_words_language ()),
                                          figures->questionnaire->anonymous ? _("anonymous") : NULL);
  GtkWidget *about;

  gtk_box_append (GTK_BOX (head), ff_level_sentences_new (sentences));
  gtk_box_append (GTK_BOX (head), make_figures (figures));
  gtk_box_append (GTK_BOX (head), ff_level_questionnaire_buttons_new (figures->questionnaire));
  gtk_box_append (box, head);
  if (figures->suppressed || figures->valid == 0)
    return;
  gtk_box_append (box, ff_level_pair_new (make_radar (figures), make_questions (figures)));
  about = make_about (figures);
  if (about != NULL)
    gtk_box_append (box, about);
  for (guint i = 0; i < figures->breakdowns->len; i++)
    gtk_box_append (box, make_breakdown (g_ptr_array_index (figures->breakdowns, i)));
  if (figures->n_texts > 0)
    gtk_box_append (box, make_comments (figures));
}

GtkWidget *
ff_reaction_view_new (const FfEvaluationFigures *figures)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GPtrArray *questionnaires = figures->reaction.questionnaires;

  if (questionnaires->len == 0)
    gtk_box_append (GTK_BOX (box), ff_level_empty_new (figures, 1));
  for (guint i = 0; i < questionnaires->len; i++)
    {
      const FfQuestionnaireFigures *questionnaire = g_ptr_array_index (questionnaires, i);
      g_autoptr (GPtrArray) sentences = i == 0 ? ff_level_words (figures, 1) : ff_questionnaire_words (questionnaire);

      add_questionnaire (GTK_BOX (box), questionnaire, sentences);
    }
  return box;
}
