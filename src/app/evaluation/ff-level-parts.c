#include "config.h"

#include "ff-level-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-chart.h"
#include "ff-commands.h"
#include "ff-format.h"
#include "ff-level-words.h"
#include "ff-pair.h"

/* Of buttons on one line. */
#define FEWEST_BUTTONS 2
#define MOST_BUTTONS 5
#define USUAL_WIDTH 480 /* of a chart that says itself how high it wants to be */
/* A caption below a figure is at least so wide. */
#define CAPTION_CHARS 12
#define MOST_NARROW_FIGURES 3 /* beside each other in a narrow page */

/* The tag ------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
tag_due (const FfLevel *level, FfDay today)
{
  g_autofree char *due = level->due_on != FF_NO_DAY ? ff_format_due (level->due_on, today) : g_strdup (_("Not dated yet"));

  return ff_tag_new (due, NULL, FF_TONE_NEUTRAL);
}

static GtkWidget *
tag_pending (const FfLevel *level)
{
  g_autofree char *missing = ff_level_words_missing (level);

  return ff_tag_new (missing != NULL ? missing : C_("level", "Incomplete"), NULL, FF_TONE_SOON);
}

GtkWidget *
ff_level_tag_new (const FfLevel *level, FfDay today)
{
  g_return_val_if_fail (level != NULL, NULL);

  switch (level->state)
    {
    case FF_LEVEL_MET:
      return ff_tag_new (C_("level", "Met"), "object-select-symbolic", FF_TONE_GOOD);
    case FF_LEVEL_MISSED:
      return ff_tag_new (C_("level", "Missed"), "ff-alert-symbolic", FF_TONE_BAD);
    case FF_LEVEL_NOT_DUE:
      return tag_due (level, today);
    case FF_LEVEL_PENDING:
      return tag_pending (level);
    case FF_LEVEL_SUPPRESSED:
      return ff_tag_new (C_("level", "Too few answers"), NULL, FF_TONE_NEUTRAL);
    case FF_LEVEL_NO_TARGET:
      return ff_tag_new (C_("level", "No target"), NULL, FF_TONE_NEUTRAL);
    case FF_LEVEL_NONE:
    default:
      return ff_tag_new (C_("level", "Not set up"), NULL, FF_TONE_NEUTRAL);
    }
}

/* Texts --------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
ff_level_text_new (const char *text)
{
  GtkWidget *label = make_label (text, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  return label;
}

GtkWidget *
ff_level_sentences_new (GPtrArray *sentences)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  g_return_val_if_fail (sentences != NULL, box);

  for (guint i = 0; i < sentences->len; i++)
    gtk_box_append (GTK_BOX (box), make_label (g_ptr_array_index (sentences, i), i == 0 ? "heading" : NULL));
  return box;
}

GtkWidget *
ff_level_figure_new (const char *value, const char *caption, const char *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *figure = make_label (value, "key-figure");
  GtkWidget *below = make_label (caption, "caption");

  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (below, "dim-label");
  /* Chinese may break after any character: without a least width, "100%" would stand as a column. */
  gtk_label_set_wrap (GTK_LABEL (figure), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (below), CAPTION_CHARS);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), below);
  if (note != NULL)
    gtk_box_append (GTK_BOX (box), make_label (note, "caption"));
  return box;
}

GtkWidget *
ff_level_caption_new (const char *text)
{
  GtkWidget *label = make_label (text, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

GtkWidget *
ff_level_row_new (void)
{
  GtkWidget *row = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (row), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (row), 18);
  gtk_grid_set_row_spacing (GTK_GRID (row), 12);
  gtk_widget_add_css_class (row, "level-row");
  return row;
}

void
ff_level_row_add (GtkWidget *row, GtkWidget *figure)
{
  g_return_if_fail (GTK_IS_GRID (row));

  gtk_widget_set_hexpand (figure, TRUE);
  gtk_grid_attach_next_to (GTK_GRID (row), figure, gtk_widget_get_last_child (row), GTK_POS_RIGHT, 1, 1);
}

static void
fit_row (GtkWidget *row, gboolean narrow)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (row);
  int n = 0, columns, i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  columns = narrow && n > MOST_NARROW_FIGURES ? 2 : MAX (n, 1);
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child), i++)
    {
      GtkGridLayoutChild *place = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, child));

      gtk_grid_layout_child_set_column (place, i % columns);
      gtk_grid_layout_child_set_row (place, i / columns);
    }
}

void
ff_level_fit (GtkWidget *widget, int width)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (gtk_widget_has_css_class (widget, "level-pair"))
    ff_pair_set_width (widget, width);
  if (gtk_widget_has_css_class (widget, "level-row"))
    fit_row (widget, width < FF_PAIR_NARROW_WIDTH);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    ff_level_fit (child, width);
}

GtkWidget *
ff_level_pair_new (GtkWidget *left, GtkWidget *right)
{
  GtkWidget *pair = ff_pair_new (left, right);

  gtk_box_set_spacing (GTK_BOX (pair), 12);
  gtk_widget_add_css_class (pair, "level-pair");
  return pair;
}

GtkWidget *
ff_level_buttons_new (void)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (box), FEWEST_BUTTONS);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), MOST_BUTTONS);
  return box;
}

void
ff_level_buttons_add (GtkWidget *buttons, GtkWidget *button)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  /* The button alone takes the focus. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_flow_box_append (GTK_FLOW_BOX (buttons), child);
}

GtkWidget *
ff_level_questionnaire_buttons_new (const FfQuestionnaire *questionnaire)
{
  static const char *const actions[] = { "tab.enter-forms", "win.paste-answers", "tab.who-has-answered", "tab.print-form" };
  GtkWidget *box = ff_level_buttons_new ();
  GtkWidget *edit;

  g_return_val_if_fail (questionnaire != NULL, box);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (ff_command_label (actions[i]));

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", questionnaire->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), actions[i]);
      ff_level_buttons_add (box, button);
    }
  edit = gtk_button_new_with_mnemonic (_("_Edit…"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (edit), "x", questionnaire->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "win.open-questionnaire");
  ff_level_buttons_add (box, edit);
  return box;
}

GtkWidget *
ff_level_empty_new (const FfEvaluationFigures *figures, int level)
{
  GtkWidget *section = ff_level_section_new (ff_level_title (level), NULL);
  g_autoptr (GPtrArray) sentences = ff_level_words (figures, level);

  gtk_box_append (GTK_BOX (section), ff_level_sentences_new (sentences));
  return section;
}

GtkWidget *
ff_level_chart_new (FfPlot *plot, int height)
{
  GtkWidget *chart;

  if (plot == NULL)
    return NULL;
  chart = ff_chart_new ();
  ff_chart_set_plot (FF_CHART (chart), plot);
  gtk_widget_set_hexpand (chart, TRUE);
  /* What scrolls grants its content the least height only, so the best one has to be asked for. */
  gtk_widget_set_size_request (chart, -1, height > 0 ? height : (int) ceil (ff_plot_get_best_height (plot, USUAL_WIDTH)));
  ff_plot_unref (plot);
  return chart;
}

GtkWidget *
ff_level_section_new (const char *title, const char *detail)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (heading), make_label (title, "heading"));
  if (detail != NULL)
    {
      GtkWidget *label = make_label (detail, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (heading), label);
    }
  gtk_box_append (GTK_BOX (section), heading);
  gtk_widget_add_css_class (section, "card");
  gtk_widget_add_css_class (section, "level-section");
  return section;
}

/* Tables -------------------------------------------------------------------------------------------------------------------- */

static void
put_cell (FfLevelTable *table, int column, const char *text, const char *css_class)
{
  GtkWidget *label = make_label (text, css_class);

  if (column == 0)
    gtk_widget_set_hexpand (label, TRUE);
  else
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_grid_attach (GTK_GRID (table->grid), label, column, table->row, 1, 1);
}

FfLevelTable
ff_level_table_begin (const char *const *headings)
{
  FfLevelTable table = { .grid = gtk_grid_new () };

  gtk_grid_set_column_spacing (GTK_GRID (table.grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (table.grid), 6);
  for (; headings[table.columns] != NULL; table.columns++)
    {
      put_cell (&table, table.columns, headings[table.columns], "caption");
      gtk_widget_add_css_class (gtk_grid_get_child_at (GTK_GRID (table.grid), table.columns, 0), "dim-label");
    }
  return table;
}

void
ff_level_table_add (FfLevelTable *table, const char *const *texts, gboolean strong)
{
  table->row++;
  for (int column = 0; column < table->columns; column++)
    if (texts[column] != NULL)
      put_cell (table, column, texts[column], strong ? "heading" : NULL);
}

void
ff_level_table_attach (FfLevelTable *table, int column, GtkWidget *widget)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_grid_attach (GTK_GRID (table->grid), widget, column, table->row, 1, 1);
}
