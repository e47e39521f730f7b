#include "config.h"

#include "ff-results-parts.h"

#include <glib/gi18n-lib.h>

#include "ff-across-words.h"
#include "ff-format.h"
#include "ff-level-parts.h"
#include "ff-plot-cells.h"
#include "ff-plot-trend.h"

#define TREND_HEIGHT 210
#define FIRST_DUES 6
#define MOST_DOTS 12

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Tiles --------------------------------------------------------------------------------------------------------------------- */

/* A number over "of 9 classes", and a dot for each. */
static GtkWidget *
make_count (const FfResultsShare *share, int level)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  FfPlotDots dots = { .met = share->met, .total = share->known, .level = level };
  g_autofree char *met = share->known > 0 ? g_strdup_printf ("%u", share->met) : g_strdup ("–");
  /* Translators: after the number of those that met their target. */
  g_autofree char *known = g_strdup_printf (ngettext ("of %u class", "of %u classes", share->known), share->known);
  g_autofree char *sentence = g_strdup_printf (_ ("%u of %u met"), share->met, share->known);
  GtkWidget *number = new_label (met, "key-figure");
  GtkWidget *of = new_label (share->known > 0 ? known : _ ("nothing to compare yet"), "dim-label");

  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (of), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (of, TRUE);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), of);
  if (share->known > 0 && share->known <= MOST_DOTS)
    {
      GtkWidget *chart = ff_level_chart_new (ff_plot_dots_new (&dots, ff_level_title (level), sentence), 0);

      gtk_widget_set_valign (chart, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), chart);
    }
  return box;
}

GtkWidget *
ff_results_tile_new (const FfResults *results, int level)
{
  const FfResultsShare *share = &results->levels[level - 1];
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *caption = new_label (_ ("targets met"), "caption");

  gtk_widget_add_css_class (tile, "card");
  gtk_widget_add_css_class (tile, "fact-card");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_hexpand (caption, TRUE);
  gtk_label_set_xalign (GTK_LABEL (caption), 1);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (head), ff_level_badge_new (level));
  gtk_box_append (GTK_BOX (head), new_label (ff_level_title (level), "heading"));
  gtk_box_append (GTK_BOX (head), caption);
  gtk_box_append (GTK_BOX (tile), head);
  gtk_box_append (GTK_BOX (tile), make_count (share, level));
  return tile;
}

/* Trend --------------------------------------------------------------------------------------------------------------------- */

static FfPlot *
make_trend (const FfResults *results)
{
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree double *values = g_new (double, 4 * MAX (results->quarters->len, 1));
  FfPlotTrendSeries series[4];
  FfPlotTrend trend = { .n_periods = results->quarters->len,
                        .series = series,
                        .n_series = G_N_ELEMENTS (series),
                        .low = 0,
                        .high = 100,
                        .target = NAN,
                        .number = ff_plot_percent (0) };

  for (guint i = 0; i < results->quarters->len; i++)
    {
      const FfResultsQuarter *quarter = &g_array_index (results->quarters, FfResultsQuarter, i);

      /* Translators: a quarter: the year and the number of the quarter in it. */
      g_ptr_array_add (periods, g_strdup_printf (_ ("%d Q%d"), quarter->year, quarter->quarter));
      for (guint level = 0; level < 4; level++)
        values[level * results->quarters->len + i] = quarter->levels[level].percent;
    }
  for (int level = 1; level <= 4; level++)
    {
      /* Translators: the number and the name of a level. */
      g_ptr_array_add (labels, g_strdup_printf (C_ ("column", "%d %s"), level, ff_level_title (level)));
      series[level - 1] = (FfPlotTrendSeries){ .label = g_ptr_array_index (labels, level - 1),
                                               .values = values + (level - 1) * results->quarters->len,
                                               .level = level };
    }
  trend.periods = (const char *const *) periods->pdata;
  return ff_plot_trend_new (&trend, _ ("Classes that met their target"),
                            _ ("The share of classes that met their targets, quarter by quarter."));
}

GtkWidget *
ff_results_trend_new (const FfResults *results)
{
  GtkWidget *section = ff_level_section_new (_ ("Classes that Met Their Target"), _ ("share per quarter"));
  gboolean any = FALSE;

  for (guint i = 0; i < results->quarters->len; i++)
    for (guint level = 0; level < 4; level++)
      any = any || g_array_index (results->quarters, FfResultsQuarter, i).levels[level].known > 0;
  gtk_box_append (GTK_BOX (section), any ? ff_level_chart_new (make_trend (results), TREND_HEIGHT)
                                         : ff_level_caption_new (_ ("Nothing is known of these quarters yet.")));
  return section;
}

/* Words --------------------------------------------------------------------------------------------------------------------- */

GtkWidget *
ff_results_words_new (const FfResults *results)
{
  GtkWidget *section = ff_level_section_new (_ ("What It Says"), NULL);
  g_autoptr (GPtrArray) sentences = ff_across_words (results);
  int last = -1;

  for (guint i = 0; i < sentences->len; i++)
    {
      const FfAcrossSentence *sentence = g_ptr_array_index (sentences, i);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *text = ff_level_text_new (sentence->text);

      if (sentence->level > 0)
        {
          GtkWidget *badge = ff_level_badge_new (sentence->level);

          gtk_widget_set_valign (badge, GTK_ALIGN_START);
          gtk_widget_set_opacity (badge, sentence->level != last ? 1 : 0); /* keeps the texts in line */
          gtk_box_append (GTK_BOX (row), badge);
        }
      last = sentence->level;
      gtk_widget_set_hexpand (text, TRUE);
      gtk_box_append (GTK_BOX (row), text);
      gtk_box_append (GTK_BOX (section), row);
    }
  return section;
}

/* What is due ---------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_due (const FfResultsDue *due, FfDay today)
{
  const FfResultsCell *cell = &due->row->levels[due->level - 1];
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *note = ff_results_cell_note (cell, due->level);
  g_autofree char *when = ff_format_due (due->due_on, today);
  g_autofree char *name = g_strdup_printf ("%s · %s", due->row->code, due->row->title);
  GtkWidget *title = new_label (name, NULL);
  GtkWidget *missing = new_label (note, "caption");

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (missing, "dim-label");
  gtk_box_append (GTK_BOX (box), ff_level_badge_new (due->level));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), missing);
  gtk_box_append (GTK_BOX (box), ff_tag_new (when, NULL, due->overdue ? FF_TONE_BAD : FF_TONE_NEUTRAL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.open-level");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xi)", due->row->run_id, due->level);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

GtkWidget *
ff_results_dues_new (const FfResults *results, gboolean all)
{
  guint n = results->due->len, shown = all ? n : MIN (n, FIRST_DUES);
  g_autofree char *count = g_strdup_printf ("%u", n);
  GtkWidget *section = ff_level_section_new (_ ("Due and Overdue"), n > 0 ? count : NULL);

  for (guint i = 0; i < shown; i++)
    gtk_box_append (GTK_BOX (section), make_due (&g_array_index (results->due, FfResultsDue, i), results->today));
  if (n == 0)
    gtk_box_append (GTK_BOX (section), ff_level_caption_new (_ ("Nothing is due.")));
  if (shown < n)
    {
      GtkWidget *more = gtk_button_new_with_label (_ ("Show All"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (more), "page.all-dues");
      gtk_widget_set_halign (more, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (section), more);
    }
  return section;
}
