/* Level 2: what was learned, and how good the test is. */
#include "config.h"

#include "ff-level-views.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-level-parts.h"
#include "ff-level-plots.h"
#include "ff-level-words.h"

#define CHART_HEIGHT 280

static GtkWidget *
make_figures (const FfLearningLevel *learning)
{
  GtkWidget *row = ff_level_row_new ();
  g_autofree char *percent
      = ff_words_percent (learning->pass_percent, ff_words_decimals (learning->pass_percent, learning->target_percent, 0));
  g_autofree char *target = ff_words_percent (learning->target_percent, 0);
  g_autofree char *caption = isnan (learning->target_percent) ? g_strdup (_("passed")) : g_strdup_printf (_("passed, target %s"), target);
  g_autofree char *passed = g_strdup_printf (C_("level", "%u of %u"), learning->passed, learning->assessed);
  g_autofree char *mean = ff_words_number (learning->mean, 1);
  g_autofree char *sd = ff_words_number (learning->sd, 1);
  g_autofree char *spread = g_strdup_printf (_("standard deviation %s"), sd);
  g_autofree char *pass_mark = ff_words_plain (learning->pass_mark);
  g_autofree char *known = g_strdup_printf (C_("level", "%u of %u"), learning->assessed, learning->expected);

  ff_level_row_add (row, ff_level_figure_new (percent, caption, passed));
  ff_level_row_add (row, ff_level_figure_new (mean, _("mean of the learning marks"), spread));
  ff_level_row_add (row, ff_level_figure_new (pass_mark, _("pass mark"), NULL));
  ff_level_row_add (row, ff_level_figure_new (known, _("marks known"), NULL));
  return row;
}

static GtkWidget *
make_head (const FfEvaluationFigures *figures)
{
  const FfLearningLevel *learning = &figures->learning;
  const FfScheme *scheme = figures->class_figures->scheme;
  GtkWidget *head = ff_level_section_new (ff_scheme_get (scheme, (guint) learning->component)->title, _("what the scheme marks as level 2"));
  g_autoptr (GPtrArray) sentences = ff_level_words (figures, 2);

  gtk_box_append (GTK_BOX (head), ff_level_sentences_new (sentences));
  gtk_box_append (GTK_BOX (head), make_figures (learning));
  return head;
}

static GtkWidget *
make_chart (const char *title, FfPlot *plot, const char *otherwise)
{
  GtkWidget *section = ff_level_section_new (title, NULL);
  GtkWidget *chart = ff_level_chart_new (plot, CHART_HEIGHT);

  gtk_box_append (GTK_BOX (section), chart != NULL ? chart : ff_level_text_new (otherwise));
  return section;
}

/* Before and after ------------------------------------------------------------------------------------------------------------- */

static void
add_gain_row (FfLevelTable *table, const char *title, double value, int decimals, const char *words)
{
  g_autofree char *number = ff_words_number (value, decimals);
  const char *texts[] = { title, number, words };

  ff_level_table_add (table, texts, FALSE);
}

static GtkWidget *
make_gain (const FfGainFigures *figures)
{
  const FfGain *gain = &figures->gain;
  g_autofree char *pairs = g_strdup_printf (ngettext ("%u pair", "%u pairs", (gulong) gain->pairs), (guint) gain->pairs);
  GtkWidget *section = ff_level_section_new (_("Gain"), pairs);
  const char *headings[] = { _("Figure"), C_("column", "Value"), _("By rule of thumb"), NULL };
  FfLevelTable table = ff_level_table_begin (headings);
  g_autoptr (GPtrArray) sentences = ff_gain_words (gain);
  g_autofree char *left_out = NULL;

  add_gain_row (&table, _("Mean before, percent"), gain->pre, 1, "");
  add_gain_row (&table, _("Mean after, percent"), gain->post, 1, "");
  add_gain_row (&table, _("Normalised gain g of the means (Hake)"), gain->hake, 2, ff_words_gain_band (gain->hake));
  add_gain_row (&table, _("Mean of each person’s own g"), gain->hake_individual, 2, ff_words_gain_band (gain->hake_individual));
  add_gain_row (&table, _("Effect size d (z): by the spread of the differences"), gain->dz, 2, ff_words_effect_band (gain->dz));
  add_gain_row (&table, _("Effect size d (s): by the pooled spread"), gain->ds, 2, ff_words_effect_band (gain->ds));
  add_gain_row (&table, _("Effect size d (av): by the mean spread"), gain->dav, 2, ff_words_effect_band (gain->dav));
  gtk_box_append (GTK_BOX (section), ff_level_sentences_new (sentences));
  gtk_box_append (GTK_BOX (section), table.grid);
  if (gain->left_out > 0)
    {
      left_out = g_strdup_printf (ngettext ("%u person had full marks before and has no own g.", "%u people had full marks before and have no own g.",
                                            (gulong) gain->left_out),
                                  (guint) gain->left_out);
      gtk_box_append (GTK_BOX (section), ff_level_caption_new (left_out));
    }
  return section;
}

/* Items -------------------------------------------------------------------------------------------------------------------------- */

/* "A 3  B* 20  C 4": the right one with a star. */
static char *
describe_distractors (GArray *distractors)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < distractors->len; i++)
    {
      const FfDistractor *distractor = &g_array_index (distractors, FfDistractor, i);

      g_string_append_printf (text, "%s%c%s %u", i > 0 ? "  " : "", distractor->letter, distractor->right ? "*" : "", distractor->n);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_band (const FfItemFigures *item)
{
  static const FfTone tones[] = {
    [FF_DISCRIMINATION_UNKNOWN] = FF_TONE_NEUTRAL, [FF_DISCRIMINATION_POOR] = FF_TONE_BAD,  [FF_DISCRIMINATION_MARGINAL] = FF_TONE_SOON,
    [FF_DISCRIMINATION_FAIR] = FF_TONE_NEUTRAL,    [FF_DISCRIMINATION_GOOD] = FF_TONE_GOOD,
  };

  if (ff_item_is_reversed (item))
    return ff_tag_new (_("Runs against the others"), "ff-alert-symbolic", FF_TONE_BAD);
  return ff_tag_new (ff_words_discrimination_band (ff_item_band (item)), NULL, tones[ff_item_band (item)]);
}

static void
add_item (FfLevelTable *table, const char *title, const FfItemFigures *item, GArray *distractors)
{
  g_autofree char *difficulty = ff_words_number (item->difficulty, 2);
  g_autofree char *discrimination = ff_words_number (item->discrimination, 2);
  g_autofree char *r_ir = ff_words_number (item->r_ir, 2);
  g_autofree char *alpha_drop = ff_words_number (item->alpha_drop, 2);
  g_autofree char *letters = distractors != NULL ? describe_distractors (distractors) : NULL;
  const char *texts[] = { title, difficulty, discrimination, r_ir, alpha_drop, letters, NULL };

  ff_level_table_add (table, texts, FALSE);
  ff_level_table_attach (table, 6, make_band (item));
}

static GtkWidget *
make_test (const FfEvaluationFigures *figures, const FfTestFigures *test)
{
  const FfComponent *component = ff_scheme_get (figures->class_figures->scheme, (guint) test->component);
  g_autofree char *papers = g_strdup_printf (ngettext ("%u paper", "%u papers", test->papers), test->papers);
  GtkWidget *section = ff_level_section_new (component->title, papers);
  const char *headings[] = { _("Item"), C_("column", "Difficulty"), C_("column", "D"), C_("column", "r (rest)"), C_("column", "α without"),
                             C_("column", "Chosen"), "", NULL };
  g_autoptr (GPtrArray) sentences = ff_test_words (test);
  FfLevelTable table = ff_level_table_begin (headings);

  for (guint i = 0; i < test->analysis->k && i < component->items->len; i++)
    {
      const FfTestItem *item = g_ptr_array_index (component->items, i);
      /* Translators: an item of a test: its number and its text. */
      g_autofree char *title = item->title != NULL ? g_strdup_printf (C_("item", "%u. %s"), i + 1, item->title) : g_strdup_printf ("%u.", i + 1);
      GArray *distractors = i < test->distractors->len ? g_ptr_array_index (test->distractors, i) : NULL;

      add_item (&table, title, &test->analysis->items[i], distractors);
    }
  gtk_box_append (GTK_BOX (section), ff_level_sentences_new (sentences));
  gtk_box_append (GTK_BOX (section), table.grid);
  gtk_box_append (GTK_BOX (section),
                  ff_level_caption_new (_("Difficulty: share of the points reached. D: upper less lower 27 %. A star marks the right letter.")));
  return section;
}

GtkWidget *
ff_learning_view_new (const FfEvaluationFigures *figures)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const FfLearningLevel *learning = &figures->learning;
  const FfGainFigures *gain = learning->gains->len > 0 ? g_ptr_array_index (learning->gains, 0) : NULL;

  if (learning->component < 0)
    {
      gtk_box_append (GTK_BOX (box), ff_level_empty_new (figures, 2));
      return box;
    }
  gtk_box_append (GTK_BOX (box), make_head (figures));
  gtk_box_append (GTK_BOX (box),
                  ff_level_pair_new (make_chart (_("Distribution of the learning marks"), ff_level_plot_marks (learning),
                                                 _("No learning mark is complete yet.")),
                                     make_chart (_("Before and after"), gain != NULL ? ff_level_plot_gain (gain, learning->pass_mark) : NULL,
                                                 gain != NULL ? _("Nobody has marks in both tests yet.")
                                                              : _("The scheme has no pre-test: add one to see what was gained."))));
  for (guint i = 0; i < learning->gains->len; i++)
    gtk_box_append (GTK_BOX (box), make_gain (g_ptr_array_index (learning->gains, i)));
  for (guint i = 0; i < learning->tests->len; i++)
    gtk_box_append (GTK_BOX (box), make_test (figures, g_ptr_array_index (learning->tests, i)));
  return box;
}
