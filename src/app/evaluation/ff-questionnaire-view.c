/* What was answered to one questionnaire, of a level or of none. */
#include "config.h"

#include "ff-questionnaire-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-commands.h"
#include "ff-level-parts.h"
#include "ff-level-plots.h"
#include "ff-level-words.h"
#include "ff-questionnaire-plots.h"
#include "ff-questionnaire-tables.h"

#define PARETO_HEIGHT 280

/* Key figures ------------------------------------------------------------------------------------------------------------------ */

static char *
describe_returned (const FfQuestionnaireFigures *figures)
{
  if (figures->invited < 0)
    return g_strdup_printf (ngettext ("%u form came back", "%u forms came back", figures->returned), figures->returned);
  return g_strdup_printf (ngettext ("%u of %d form came back", "%u of %d forms came back", (gulong) figures->invited), figures->returned,
                          figures->invited);
}

/* What a kind of questionnaire comes to. */
static void
add_whole (GtkWidget *row, const FfQuestionnaireFigures *figures)
{
  if (!isnan (figures->index))
    {
      g_autofree char *index = ff_words_number (figures->index, 0);

      ff_level_row_add (row, ff_level_figure_new (index, _("index of satisfaction"), _("of 1000")));
    }
  else if (!isnan (figures->gap))
    {
      g_autofree char *gap = ff_words_signed (figures->gap, 2);
      g_autofree char *weighted = ff_words_signed (figures->weighted_gap, 2);

      ff_level_row_add (row, ff_level_figure_new (gap, _("mean gap"), ff_words_service_verdict (figures->verdict)));
      ff_level_row_add (row, ff_level_figure_new (weighted, _("weighted gap"), NULL));
    }
  else if (!isnan (figures->mean))
    {
      g_autofree char *mean = ff_words_number (figures->mean, ff_words_decimals (figures->mean, figures->target, 2));
      g_autofree char *target = ff_words_number (figures->target, 2);
      g_autofree char *note = isnan (figures->target) ? NULL : g_strdup_printf (_("target %s"), target);

      ff_level_row_add (row, ff_level_figure_new (mean, _("mean of all dimensions"), note));
    }
}

static GtkWidget *
make_handed_out (const FfQuestionnaire *questionnaire)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (ff_command_label ("tab.forms-handed-out"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", questionnaire->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tab.forms-handed-out");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  /* A project's page, which has settings of its own, has no such action. */
  g_object_bind_property (button, "sensitive", button, "visible", G_BINDING_SYNC_CREATE);
  return button;
}

static GtkWidget *
make_figures (const FfQuestionnaireFigures *figures)
{
  GtkWidget *row = ff_level_row_new ();
  g_autofree char *response = ff_words_percent (figures->response_percent, 0);
  g_autofree char *returned = describe_returned (figures);
  GtkWidget *rate = ff_level_figure_new (response, _("response rate"), returned);
  g_autofree char *valid = ff_words_percent (figures->valid_percent, 0);
  g_autofree char *count = g_strdup_printf (ngettext ("%u valid form", "%u valid forms", figures->valid), figures->valid);

  gtk_box_append (GTK_BOX (rate), make_handed_out (figures->questionnaire));
  ff_level_row_add (row, rate);
  ff_level_row_add (row, ff_level_figure_new (valid, _("valid rate"), count));
  if (figures->suppressed)
    return row;
  add_whole (row, figures);
  if (figures->nps != NULL)
    {
      const FfNps *nps = &figures->nps->nps;
      g_autofree char *score = ff_words_signed (ff_nps_score (nps), 0);
      g_autofree char *margin = ff_words_number (ff_nps_margin (nps), 0);
      g_autofree char *caption = g_strdup_printf (_("net promoter score, ± %s at 95 %%"), margin);
      g_autofree char *split
          = g_strdup_printf (_("%u promoters, %u passives, %u detractors"), nps->promoters, nps->passives, nps->detractors);

      ff_level_row_add (row, ff_level_figure_new (score, caption, split));
    }
  return row;
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

/* Choices ------------------------------------------------------------------------------------------------------------------------------ */

static void
add_choices (GtkBox *box, const FfQuestionnaireFigures *figures, const FfDimensionFigures *dimension)
{
  for (guint i = 0; i < dimension->questions->len; i++)
    {
      const FfQuestionFigures *question = g_ptr_array_index (dimension->questions, i);
      FfPlot *plot = question->question->kind == FF_QUESTION_CHOICE ? ff_questionnaire_plot_choice (figures, question) : NULL;
      GtkWidget *section;

      if (plot == NULL)
        continue;
      section = ff_level_section_new (ff_question_title_in (question->question, ff_words_language ()), NULL);
      gtk_box_append (GTK_BOX (section), ff_level_caption_new (ff_plot_get_sentence (plot)));
      gtk_box_append (GTK_BOX (section), ff_level_chart_new (plot, 0));
      gtk_box_append (box, section);
    }
}

/* The page ----------------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_radar (const FfQuestionnaireFigures *figures)
{
  GtkWidget *radar = ff_level_chart_new (ff_level_plot_dimensions (figures), 0);
  GtkWidget *nps = figures->nps != NULL ? ff_level_chart_new (ff_level_plot_nps (&figures->nps->nps), 0) : NULL;
  GtkWidget *section;

  if (radar == NULL && nps == NULL)
    return NULL;
  if (radar == NULL)
    section = ff_level_section_new (_("Net promoter score"), NULL);
  else if (isnan (figures->target))
    section = ff_level_section_new (_("By dimension"), NULL);
  else
    section = ff_level_section_new (_("Dimensions against the target"), _("the target is dashed"));
  if (radar != NULL)
    gtk_box_append (GTK_BOX (section), radar);
  if (nps != NULL)
    {
      gtk_box_append (GTK_BOX (section), ff_level_caption_new (_("Net promoter score with its margin")));
      gtk_box_append (GTK_BOX (section), nps);
    }
  return section;
}

/* Two sections beside each other; @left may be missing. */
static void
add_beside (GtkBox *box, GtkWidget *left, GtkWidget *right)
{
  gtk_box_append (box, left != NULL ? ff_level_pair_new (left, right) : right);
}

static void
add_service (GtkBox *box, const FfQuestionnaireFigures *figures)
{
  GtkWidget *chart = ff_level_chart_new (ff_questionnaire_plot_service (figures), 0);
  GtkWidget *section;

  if (chart == NULL)
    return;
  section = ff_level_section_new (_("By dimension"), _("the gap stands at the end"));
  gtk_box_append (GTK_BOX (section), chart);
  gtk_box_append (box, section);
  gtk_box_append (box, ff_questionnaire_pairs_new (figures));
}

static void
add_index (GtkBox *box, const FfQuestionnaireFigures *figures)
{
  FfPlot *plot = ff_questionnaire_plot_weaknesses (figures);
  GtkWidget *section = NULL;

  if (plot != NULL)
    {
      section = ff_level_section_new (_("Weak factors"), NULL);
      gtk_box_append (GTK_BOX (section), ff_level_caption_new (ff_plot_get_sentence (plot)));
      gtk_box_append (GTK_BOX (section), ff_level_chart_new (plot, PARETO_HEIGHT));
    }
  add_beside (box, section, ff_questionnaire_factors_new (figures));
}

static void
add_details (GtkBox *box, const FfQuestionnaireFigures *figures)
{
  GtkWidget *about = make_about (figures);

  if (about != NULL)
    gtk_box_append (box, about);
  for (guint i = 0; i < figures->dimensions->len; i++)
    add_choices (box, figures, g_ptr_array_index (figures->dimensions, i));
  for (guint i = 0; i < figures->breakdowns->len && !isnan (figures->mean); i++)
    gtk_box_append (box, make_breakdown (g_ptr_array_index (figures->breakdowns, i)));
  if (figures->n_texts > 0)
    gtk_box_append (box, make_comments (figures));
}

void
ff_questionnaire_view_add (GtkBox *box, const FfQuestionnaireFigures *figures, GPtrArray *sentences, GtkWidget *commands)
{
  FfQuestionnaireKind kind = figures->questionnaire->kind;
  GtkWidget *head = ff_level_section_new (ff_questionnaire_title_in (figures->questionnaire, ff_words_language ()),
                                          figures->questionnaire->anonymous ? _("anonymous") : NULL);

  gtk_box_append (GTK_BOX (head), ff_level_sentences_new (sentences));
  gtk_box_append (GTK_BOX (head), make_figures (figures));
  if (commands != NULL)
    gtk_box_append (GTK_BOX (head), commands);
  gtk_box_append (box, head);
  if (figures->suppressed || figures->valid == 0)
    return;
  if (kind == FF_QUESTIONNAIRE_SERVQUAL)
    add_service (box, figures);
  else if (kind == FF_QUESTIONNAIRE_CSI)
    add_index (box, figures);
  if (kind != FF_QUESTIONNAIRE_SERVQUAL)
    add_beside (box, kind != FF_QUESTIONNAIRE_CSI ? make_radar (figures) : NULL, ff_questionnaire_questions_new (figures));
  add_details (box, figures);
}

GtkWidget *
ff_questionnaire_view_new (const FfQuestionnaireFigures *figures, GtkWidget *commands)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GPtrArray) sentences = ff_questionnaire_words (figures);

  ff_questionnaire_view_add (GTK_BOX (box), figures, sentences, commands);
  return box;
}
