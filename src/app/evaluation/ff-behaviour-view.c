/* Level 3: what people do of what they learned. */
#include "config.h"

#include "ff-level-views.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-format.h"
#include "ff-level-parts.h"
#include "ff-level-plots.h"
#include "ff-level-words.h"

#define CHART_HEIGHT 260

/* Waves ------------------------------------------------------------------------------------------------------------------------ */

static GtkWidget *
tag_met (const FfWaveFigures *wave)
{
  if (!wave->due)
    return ff_tag_new (C_("level", "Not yet due"), NULL, FF_TONE_NEUTRAL);
  if (wave->met == FF_MET_UNKNOWN)
    return ff_tag_new (C_("level", "Not known"), NULL, FF_TONE_NEUTRAL);
  return wave->met == FF_MET_YES ? ff_tag_new (C_("level", "Met"), "object-select-symbolic", FF_TONE_GOOD)
                                 : ff_tag_new (C_("level", "Missed"), "ff-alert-symbolic", FF_TONE_BAD);
}

static void
add_wave (FfLevelTable *table, const FfBehaviourLevel *behaviour, const FfWaveFigures *wave)
{
  g_autofree char *days = g_strdup_printf (ngettext ("%d day after the class", "%d days after the class", (gulong) wave->days), wave->days);
  g_autofree char *due = wave->due_on != FF_NO_DAY ? ff_format_day_short (wave->due_on) : g_strdup ("–");
  g_autofree char *submitted = ff_words_percent (wave->submitted_percent,
                                                 ff_words_decimals (wave->submitted_percent, behaviour->submitted_target, 0));
  g_autofree char *applied = ff_words_percent (wave->applied_percent, ff_words_decimals (wave->applied_percent, behaviour->applied_target, 0));
  g_autofree char *verified = ff_words_percent (wave->verified_percent, 0);
  const char *texts[] = { wave->title != NULL ? wave->title : days, due, submitted, applied, verified, NULL };

  ff_level_table_add (table, texts, FALSE);
  ff_level_table_attach (table, 5, tag_met (wave));
}

static GtkWidget *
make_waves (const FfBehaviourLevel *behaviour)
{
  g_autofree char *submitted = ff_words_percent (behaviour->submitted_target, 0);
  g_autofree char *applied = ff_words_percent (behaviour->applied_target, 0);
  g_autofree char *targets = g_strdup_printf (_("targets: %s handed in, %s applied"), submitted, applied);
  GtkWidget *section = ff_level_section_new (_("Looks at behaviour"), targets);
  const char *headings[]
      = { _("When"), C_("column", "Due"), C_("column", "Handed in"), C_("column", "Applied"), C_("column", "Verified"), "", NULL };
  FfLevelTable table = ff_level_table_begin (headings);

  for (guint i = 0; i < behaviour->waves->len; i++)
    add_wave (&table, behaviour, g_ptr_array_index (behaviour->waves, i));
  gtk_box_append (GTK_BOX (section), table.grid);
  return section;
}

/* Kinds of commitment ------------------------------------------------------------------------------------------------------------ */

static GtkWidget *
make_funnel (const FfBehaviourLevel *behaviour)
{
  GtkWidget *section = ff_level_section_new (ff_commitment_kind_title (FF_COMMITMENT_MICRO_PLAN), _("what this level counts"));
  GtkWidget *chart = ff_level_chart_new (ff_level_plot_funnel (behaviour, FF_COMMITMENT_MICRO_PLAN), CHART_HEIGHT);

  gtk_box_append (GTK_BOX (section), chart != NULL ? chart : ff_level_text_new (_("Nobody counts in this level.")));
  return section;
}

static GtkWidget *
make_kinds (const FfBehaviourLevel *behaviour)
{
  GtkWidget *section = ff_level_section_new (_("All kinds of commitments"), _("people who came so far"));
  const char *headings[] = { _("Kind"), C_("column", "People"), C_("column", "Handed in"), C_("column", "Applied"), C_("column", "Verified"),
                             C_("column", "Overdue"), NULL };
  FfLevelTable table = ff_level_table_begin (headings);
  GtkWidget *button = gtk_button_new_with_label (_("Open the Commitments"));

  for (guint i = 0; i < FF_N_FUNNELS; i++)
    {
      const FfFunnel *funnel = &behaviour->funnels[i];
      guint counts[] = { funnel->people, funnel->submitted, funnel->applied, funnel->verified, funnel->overdue };
      char texts[G_N_ELEMENTS (counts)][12];
      const char *cells[] = { ff_commitment_kind_title (funnel->kind), texts[0], texts[1], texts[2], texts[3], texts[4] };

      for (gsize k = 0; k < G_N_ELEMENTS (counts); k++)
        g_snprintf (texts[k], sizeof texts[k], "%u", counts[k]);
      ff_level_table_add (&table, cells, FALSE);
    }
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "page.show-tab::assignments/commitments");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (section), table.grid);
  gtk_box_append (GTK_BOX (section), button);
  return section;
}

static GtkWidget *
make_log (const FfLogFigures *log)
{
  g_autofree char *cases = g_strdup_printf (ngettext ("%ld case", "%ld cases", (gulong) log->cases), (long) log->cases);
  GtkWidget *section = ff_level_section_new (_("Seven-day log"), log->people > 0 ? cases : NULL);
  g_autoptr (GPtrArray) sentences = ff_log_words (log);
  char days[FF_LOG_DAYS][24];
  const char *headings[FF_LOG_DAYS + 2] = { "" };
  char *means[FF_LOG_DAYS] = { NULL };
  const char *texts[FF_LOG_DAYS + 1] = { _("Mean number of cases") };
  FfLevelTable table;

  gtk_box_append (GTK_BOX (section), ff_level_sentences_new (sentences));
  if (log->days_logged == 0)
    return section;
  for (int i = 0; i < FF_LOG_DAYS; i++)
    {
      g_snprintf (days[i], sizeof days[i], C_("log", "Day %d"), i + 1);
      headings[i + 1] = days[i];
      means[i] = ff_words_number (log->mean_per_day[i], 1);
      texts[i + 1] = means[i];
    }
  table = ff_level_table_begin (headings);
  ff_level_table_add (&table, texts, FALSE);
  for (int i = 0; i < FF_LOG_DAYS; i++)
    g_free (means[i]);
  gtk_box_append (GTK_BOX (section), table.grid);
  return section;
}

/* Raters ----------------------------------------------------------------------------------------------------------------------------- */

static void
add_rater (FfLevelTable *table, const FfQuestionnaireFigures *group)
{
  g_autofree char *returned = g_strdup_printf ("%u", group->valid);
  g_autofree char *mean = group->suppressed ? g_strdup (_("too few")) : ff_words_number (group->mean, 2);
  g_autofree char *wave = g_strdup_printf ("%d", group->wave);
  const char *texts[] = { ff_level_plot_rater_title (group->rater), wave, returned, mean };

  ff_level_table_add (table, texts, FALSE);
}

static GtkWidget *
make_observation (const FfObservation *observation)
{
  GtkWidget *section = ff_level_section_new (ff_questionnaire_title_in (observation->questionnaire, ff_words_language ()),
                                             _("side by side, never averaged together"));
  const char *headings[] = { _("Who rated"), C_("column", "Look"), C_("column", "Forms"), C_("column", "Mean"), NULL };
  GtkWidget *chart = ff_level_chart_new (ff_level_plot_raters (observation), 0);
  FfLevelTable table;

  gtk_box_append (GTK_BOX (section), ff_level_questionnaire_buttons_new (observation->questionnaire));
  if (observation->groups->len == 0)
    {
      gtk_box_append (GTK_BOX (section), ff_level_text_new (_("Nobody has answered yet.")));
      return section;
    }
  table = ff_level_table_begin (headings);
  for (guint i = 0; i < observation->groups->len; i++)
    add_rater (&table, g_ptr_array_index (observation->groups, i));
  if (chart != NULL)
    gtk_box_append (GTK_BOX (section), chart);
  gtk_box_append (GTK_BOX (section), table.grid);
  return section;
}

GtkWidget *
ff_behaviour_view_new (const FfEvaluationFigures *figures)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const FfBehaviourLevel *behaviour = &figures->behaviour;
  GtkWidget *head = ff_level_section_new (_("What people do of it"), NULL);
  g_autoptr (GPtrArray) sentences = ff_level_words (figures, 3);

  gtk_box_append (GTK_BOX (head), ff_level_sentences_new (sentences));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), ff_level_pair_new (make_funnel (behaviour), make_kinds (behaviour)));
  gtk_box_append (GTK_BOX (box), make_waves (behaviour));
  gtk_box_append (GTK_BOX (box), make_log (&behaviour->log));
  for (guint i = 0; i < behaviour->observations->len; i++)
    gtk_box_append (GTK_BOX (box), make_observation (g_ptr_array_index (behaviour->observations, i)));
  return box;
}
