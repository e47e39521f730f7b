/* Level 4: what became of the figures of the business. */
#include "config.h"

#include "ff-level-views.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-chart.h"
#include "ff-format.h"
#include "ff-level-parts.h"
#include "ff-level-plots.h"
#include "ff-level-words.h"
#include "ff-money.h"

#define CHART_HEIGHT 280

/* One metric -------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
tag_metric (const FfMetricFigures *metric)
{
  if (!metric->has_target)
    return ff_tag_new (C_("level", "No target"), NULL, FF_TONE_NEUTRAL);
  if (metric->met == FF_MET_YES)
    return ff_tag_new (C_("level", "Met"), "object-select-symbolic", FF_TONE_GOOD);
  if (metric->met == FF_MET_NO)
    return ff_tag_new (C_("level", "Missed"), "ff-alert-symbolic", FF_TONE_BAD);
  return ff_tag_new (metric->so_far ? C_("level", "Not yet due") : C_("level", "Not known"), NULL, FF_TONE_NEUTRAL);
}

static void
add_figure (GtkWidget *row, double value, const char *unit, const char *caption, const char *note)
{
  g_autofree char *number = ff_words_plain (value);
  g_autofree char *text = unit != NULL && !isnan (value) ? g_strdup_printf ("%s %s", number, unit) : g_strdup (number);

  ff_level_row_add (row, ff_level_figure_new (text, caption, note));
}

static GtkWidget *
make_figures (const FfMetricFigures *metric)
{
  GtkWidget *row = ff_level_row_new ();
  g_autofree char *target = ff_metric_target_words (metric);
  g_autofree char *change = ff_words_signed (metric->change_percent, 1);
  /* Translators: a change in percent. */
  g_autofree char *percent = isnan (metric->change_percent) ? NULL : g_strdup_printf (_("%s %% against the baseline"), change);
  g_autofree char *until = ff_format_day_brief (metric->due_on);
  g_autofree char *window = g_strdup_printf (metric->so_far ? _("so far, until %s") : _("until %s"), until);

  add_figure (row, metric->baseline, metric->unit, _("baseline"), NULL);
  add_figure (row, metric->actual, metric->unit, percent != NULL ? percent : C_("metric", "actual value"), window);
  add_figure (row, metric->target, metric->unit, C_("metric", "target"), target);
  return row;
}

static void
on_spot_activated (GtkWidget *chart, int group, int index, gpointer user_data)
{
  GArray *days = g_object_get_data (G_OBJECT (chart), "days");
  gint64 metric_id = *(gint64 *) g_object_get_data (G_OBJECT (chart), "metric");

  if (group == 0 && index >= 0 && (guint) index < days->len)
    gtk_widget_activate_action (chart, "tab.explain-value", "(xx)", metric_id, g_array_index (days, gint64, index));
}

/* The points of the chart can be chosen, to write down why one is unusual. */
static void
let_explain (GtkWidget *chart, const FfMetricFigures *metric)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < metric->series->len; i++)
    g_array_append_val (days, ((const FfSeriesPoint *) g_ptr_array_index (metric->series, i))->day);
  g_object_set_data_full (G_OBJECT (chart), "days", days, (GDestroyNotify) g_array_unref);
  g_object_set_data_full (G_OBJECT (chart), "metric", g_memdup2 (&metric->id, sizeof metric->id), g_free);
  ff_chart_set_selectable (FF_CHART (chart), TRUE);
  g_signal_connect (chart, "spot-activated", G_CALLBACK (on_spot_activated), NULL);
}

static GtkWidget *
make_explain_button (const FfMetricFigures *metric, const FfSeriesPoint *point)
{
  GtkWidget *button = gtk_button_new_with_label (point->cause != NULL ? _("Change…") : _("Say Why…"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", metric->id, (gint64) point->day);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tab.explain-value");
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* Values outside of the limits, with their cause. */
static void
add_unusual (GtkBox *section, const FfMetricFigures *metric)
{
  const char *headings[] = { _("Cause"), C_("column", "Day"), C_("column", "Value"), "", NULL };
  FfLevelTable table;

  if (metric->n_unusual == 0)
    return;
  table = ff_level_table_begin (headings);
  for (guint i = 0; i < metric->series->len; i++)
    {
      const FfSeriesPoint *point = g_ptr_array_index (metric->series, i);
      g_autofree char *day = ff_format_day_short (point->day);
      g_autofree char *value = ff_words_plain (point->value);
      const char *texts[] = { point->cause != NULL ? point->cause : _("not noted yet"), day, value, NULL };

      if (!point->outside)
        continue;
      ff_level_table_add (&table, texts, FALSE);
      ff_level_table_attach (&table, 3, make_explain_button (metric, point));
    }
  gtk_box_append (section, ff_level_caption_new (_("Values outside the limits")));
  gtk_box_append (section, table.grid);
}

/* Where the values are typed. */
static GtkWidget *
make_values_button (const FfMetricFigures *metric)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Values…"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", metric->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tab.show-values");
  return button;
}

static char *
describe_source (const FfMetricFigures *metric)
{
  if (metric->formula != NULL && metric->owner != NULL)
    return g_strdup_printf (_("How it is measured: %s. Delivered by: %s"), metric->formula, metric->owner);
  if (metric->formula != NULL)
    return g_strdup_printf (_("How it is measured: %s"), metric->formula);
  return metric->owner != NULL ? g_strdup_printf (_("Delivered by: %s"), metric->owner) : NULL;
}

static GtkWidget *
make_metric (const FfMetricFigures *metric, FfDay ends_on)
{
  GtkWidget *section = ff_level_section_new (metric->title, metric->direction == FF_DIRECTION_UP ? _("more is better") : _("less is better"));
  GtkWidget *chart = ff_level_chart_new (ff_level_plot_metric (metric, ends_on), CHART_HEIGHT);
  GtkWidget *tag = tag_metric (metric);
  g_autoptr (GPtrArray) sentences = ff_metric_words (metric);
  g_autofree char *source = describe_source (metric);

  gtk_box_append (GTK_BOX (gtk_widget_get_first_child (section)), tag);
  gtk_box_append (GTK_BOX (gtk_widget_get_first_child (section)), make_values_button (metric));
  gtk_box_append (GTK_BOX (section), ff_level_sentences_new (sentences));
  gtk_box_append (GTK_BOX (section), make_figures (metric));
  if (chart != NULL)
    {
      let_explain (chart, metric);
      gtk_box_append (GTK_BOX (section), chart);
    }
  else
    gtk_box_append (GTK_BOX (section), ff_level_text_new (_("No values yet.")));
  add_unusual (GTK_BOX (section), metric);
  if (source != NULL)
    gtk_box_append (GTK_BOX (section), ff_level_caption_new (source));
  return section;
}

/* The return ---------------------------------------------------------------------------------------------------------------------- */

/* @value is in whole units of @currency. */
static void
add_money (GtkWidget *row, double value, const char *currency, const char *caption, const char *note)
{
  g_autofree char *text = isnan (value) ? ff_words_plain (value) : ff_money_format (llround (value * 100), currency);

  ff_level_row_add (row, ff_level_figure_new (text, caption, note));
}

static GtkWidget *
make_return (const FfResultsLevel *results)
{
  GtkWidget *section = ff_level_section_new (_("Return on investment"), NULL);
  const FfRoiFigures *figures = &results->roi;
  g_autoptr (GPtrArray) sentences = ff_roi_words (results);
  GtkWidget *row;

  gtk_box_append (GTK_BOX (section), ff_level_sentences_new (sentences));
  if (!figures->asked)
    return section;
  row = ff_level_row_new ();
  add_money (row, figures->input.benefit, results->currency, _("benefit"), NULL);
  add_figure (row, figures->input.isolation, "%", _("owed to the training"), figures->isolation_by);
  add_figure (row, figures->input.confidence, "%", _("confidence"), NULL);
  add_money (row, figures->input.cost, results->currency, _("cost"), figures->cost_of_budget ? _("from the budget") : NULL);
  gtk_box_append (GTK_BOX (section), row);
  if (figures->note != NULL)
    gtk_box_append (GTK_BOX (section), ff_level_text_new (figures->note));
  return section;
}

GtkWidget *
ff_results_view_new (const FfEvaluationFigures *figures)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const FfResultsLevel *results = &figures->results;

  if (results->metrics->len == 0)
    {
      gtk_box_append (GTK_BOX (box), ff_level_empty_new (figures, 4));
      return box;
    }
  if (results->metrics->len > 1)
    {
      GtkWidget *head = ff_level_section_new (_("All metrics"), NULL);
      g_autoptr (GPtrArray) sentences = ff_level_words (figures, 4);

      gtk_box_append (GTK_BOX (head), ff_level_sentences_new (sentences));
      gtk_box_append (GTK_BOX (box), head);
    }
  for (guint i = 0; i < results->metrics->len; i++)
    gtk_box_append (GTK_BOX (box), make_metric (g_ptr_array_index (results->metrics, i), figures->ends_on));
  gtk_box_append (GTK_BOX (box), make_return (results));
  return box;
}
