#include "config.h"

#include "ff-level-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-level-parts.h"
#include "ff-level-plots.h"
#include "ff-level-words.h"

#define CHART_HEIGHT 184
#define CHART_WIDTH 260
#define SENTENCES 2

/* Key figures ----------------------------------------------------------------------------------------------------------------- */

static void
add_figure (GtkBox *box, const char *value, const char *caption, const char *note)
{
  gtk_box_append (box, ff_level_figure_new (value, caption, note));
}

static void
add_reaction (const FfEvaluationFigures *figures, GtkBox *box)
{
  const FfQuestionnaireFigures *reaction = ff_evaluation_figures_get_reaction (figures);
  g_autofree char *mean = NULL;
  g_autofree char *target = NULL;
  g_autofree char *target_line = NULL;

  if (reaction == NULL || reaction->suppressed || isnan (reaction->mean))
    return;
  mean = ff_words_number (reaction->mean, ff_words_decimals (reaction->mean, reaction->target, 2));
  target = ff_words_number (reaction->target, 2);
  target_line = isnan (reaction->target) ? NULL : g_strdup_printf (_("target %s"), target);
  add_figure (box, mean, _("mean of all dimensions"), target_line);
  if (reaction->nps != NULL)
    {
      const FfNps *nps = &reaction->nps->nps;
      g_autofree char *score = ff_words_signed (ff_nps_score (nps), 0);
      g_autofree char *margin = ff_words_number (ff_nps_margin (nps), 0);
      /* Translators: the net promoter score: +41. */
      g_autofree char *value = g_strdup_printf (_("NPS %s"), score);
      guint n = ff_nps_count (nps);
      g_autofree char *caption = g_strdup_printf (ngettext ("± %s at 95 %%, %u answer", "± %s at 95 %%, %u answers", n), margin, n);
      GtkWidget *chart = ff_level_chart_new (ff_level_plot_nps (nps), 0);

      add_figure (box, value, caption, NULL);
      if (chart != NULL)
        gtk_box_append (box, chart);
    }
}

static void
add_learning (const FfEvaluationFigures *figures, GtkBox *box)
{
  const FfLearningLevel *learning = &figures->learning;
  g_autofree char *percent = NULL;
  g_autofree char *target = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *count = NULL;

  if (learning->component < 0 || learning->assessed == 0)
    return;
  percent = ff_words_percent (learning->pass_percent, ff_words_decimals (learning->pass_percent, learning->target_percent, 0));
  target = ff_words_percent (learning->target_percent, 0);
  caption = isnan (learning->target_percent) ? g_strdup (_("passed")) : g_strdup_printf (_("passed, target %s"), target);
  count = g_strdup_printf (C_("level", "%u of %u"), learning->passed, learning->assessed);
  add_figure (box, percent, caption, count);
  if (learning->gains->len > 0)
    {
      const FfGain *gain = &((const FfGainFigures *) g_ptr_array_index (learning->gains, 0))->gain;
      g_autofree char *hake = ff_words_number (gain->hake, 2);
      g_autofree char *dav = ff_words_number (gain->dav, 2);

      add_figure (box, hake, _("normalised gain g"), ff_words_gain_band (gain->hake));
      add_figure (box, dav, _("effect size d (av)"), ff_words_effect_band (gain->dav));
    }
}

static void
add_results (const FfEvaluationFigures *figures, GtkBox *box)
{
  const FfResultsLevel *results = &figures->results;

  for (guint i = 0; i < results->metrics->len && i < 3; i++)
    {
      const FfMetricFigures *metric = g_ptr_array_index (results->metrics, i);
      g_autofree char *actual = ff_words_plain (metric->actual);
      g_autofree char *target = ff_words_plain (metric->target);
      g_autofree char *note = isnan (metric->target) ? NULL : g_strdup_printf (_("target %s"), target);

      add_figure (box, actual, metric->title, note);
    }
}

/* NULL where there is none: the funnel says it all. */
static GtkWidget *
make_figures (const FfEvaluationFigures *figures, int level)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  if (level == 1)
    add_reaction (figures, GTK_BOX (box));
  else if (level == 2)
    add_learning (figures, GTK_BOX (box));
  else if (level == 4)
    add_results (figures, GTK_BOX (box));
  if (gtk_widget_get_first_child (box) == NULL)
    {
      g_object_ref_sink (box);
      g_object_unref (box);
      return NULL;
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/* The card -------------------------------------------------------------------------------------------------------------------- */

/* @with_basis: says on what the level rests, where there is room for it. */
static GtkWidget *
make_head (const FfEvaluationFigures *figures, int level, gboolean with_basis)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, with_basis ? 8 : 6);
  GtkWidget *title = gtk_label_new (ff_level_title (level));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, !with_basis);
  gtk_box_append (GTK_BOX (head), ff_level_badge_new (level));
  gtk_box_append (GTK_BOX (head), title);
  if (with_basis)
    {
      g_autofree char *basis = ff_level_words_basis (figures, level);
      GtkWidget *below = gtk_label_new (basis);

      gtk_widget_add_css_class (below, "caption");
      gtk_widget_add_css_class (below, "dim-label");
      gtk_label_set_ellipsize (GTK_LABEL (below), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (below), 0);
      gtk_widget_set_hexpand (below, TRUE);
      gtk_box_append (GTK_BOX (head), below);
    }
  gtk_box_append (GTK_BOX (head), ff_level_tag_new (ff_evaluation_figures_get_level (figures, level), ff_time_day (figures->now)));
  return head;
}

static GtkWidget *
make_middle (const FfEvaluationFigures *figures, int level)
{
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gboolean asked = ff_evaluation_figures_get_level (figures, level)->state != FF_LEVEL_NONE;
  GtkWidget *chart = asked ? ff_level_chart_new (ff_level_plot_new (figures, level), CHART_HEIGHT) : NULL;
  GtkWidget *numbers = make_figures (figures, level);

  if (chart != NULL)
    {
      gtk_widget_set_size_request (chart, CHART_WIDTH, CHART_HEIGHT);
      gtk_box_append (GTK_BOX (middle), chart);
    }
  if (numbers != NULL)
    gtk_box_append (GTK_BOX (middle), numbers);
  gtk_widget_set_size_request (middle, -1, CHART_HEIGHT);
  gtk_widget_set_vexpand (middle, TRUE);
  return middle;
}

static GtkWidget *
make_sentence (const FfEvaluationFigures *figures, int level, guint n)
{
  g_autoptr (GPtrArray) sentences = ff_level_words (figures, level);
  g_autofree char *text = ff_words_join (sentences, n);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
make_button (GtkWidget *content, const FfEvaluationFigures *figures, int level)
{
  GtkWidget *button = gtk_button_new ();
  g_autoptr (GPtrArray) sentences = ff_level_words (figures, level);
  g_autofree char *text = ff_words_join (sentences, SENTENCES);

  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "level-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, ff_level_title (level),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return button;
}

GtkWidget *
ff_level_card_new (const FfEvaluationFigures *figures, int level)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *middle, *sentence;

  g_return_val_if_fail (figures != NULL && level >= 1 && level <= 4, NULL);

  middle = make_middle (figures, level);
  sentence = make_sentence (figures, level, SENTENCES);
  gtk_box_append (GTK_BOX (box), make_head (figures, level, TRUE));
  if (gtk_widget_get_first_child (middle) != NULL)
    {
      /* The card is one target: what is drawn on it neither takes the pointer nor the focus. */
      gtk_widget_set_can_target (middle, FALSE);
      gtk_widget_set_can_focus (middle, FALSE);
      gtk_box_append (GTK_BOX (box), middle);
      gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    }
  else
    {
      /* Nothing to draw: what is to be done stands in its place. */
      g_object_unref (g_object_ref_sink (middle));
      gtk_widget_set_vexpand (sentence, TRUE);
      gtk_label_set_xalign (GTK_LABEL (sentence), 0.5);
      gtk_label_set_justify (GTK_LABEL (sentence), GTK_JUSTIFY_CENTER);
      gtk_widget_add_css_class (sentence, "dim-label");
    }
  gtk_box_append (GTK_BOX (box), sentence);
  return make_button (box, figures, level);
}

/* The small card -------------------------------------------------------------------------------------------------------------- */

static char *
format_value (const FfLevel *level, double value)
{
  return level->level == 1 ? ff_words_number (value, ff_words_decimals (level->value, level->target, 2))
                           : ff_words_percent (value, ff_words_decimals (level->value, level->target, 0));
}

static char *
describe_value (int level)
{
  switch (level)
    {
    case 1:
      return g_strdup (_("mean of all dimensions"));
    case 2:
      return g_strdup (_("passed"));
    case 3:
      return g_strdup (_("applied a plan"));
    case 4:
    default:
      return g_strdup (_("of the metrics on target"));
    }
}

GtkWidget *
ff_level_brief_new (const FfEvaluationFigures *figures, int number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const FfLevel *level;
  g_autofree char *value = NULL;
  g_autofree char *target = NULL;
  g_autofree char *note = NULL;
  g_autofree char *caption = NULL;
  GtkWidget *sentence, *head, *button;

  g_return_val_if_fail (figures != NULL && number >= 1 && number <= 4, NULL);

  level = ff_evaluation_figures_get_level (figures, number);
  value = format_value (level, level->value);
  target = format_value (level, level->target);
  note = isnan (level->target) ? NULL : g_strdup_printf (_("target %s"), target);
  caption = describe_value (number);
  head = make_head (figures, number, FALSE);
  sentence = make_sentence (figures, number, 1);
  gtk_widget_add_css_class (sentence, "caption");
  gtk_label_set_lines (GTK_LABEL (sentence), 3);
  gtk_label_set_ellipsize (GTK_LABEL (sentence), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (sentence), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (sentence), 24);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), ff_level_figure_new (value, caption, note));
  gtk_box_append (GTK_BOX (box), sentence);
  button = make_button (box, figures, number);
  gtk_widget_add_css_class (button, "level-brief");
  return button;
}
