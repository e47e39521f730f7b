#include "config.h"

#include "ff-score-panel.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-scores-text.h"
#include "ff-share-bar.h"

struct _FfScorePanel
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkBox *body;
};

enum
{
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfScorePanel, ff_score_panel, GTK_TYPE_WIDGET)

/* What is being explained, while the body is made. */
typedef struct
{
  const FfClassFigures *figures;
  const FfClassTrainee *trainee;
  const gint64 *parts; /* hundredths per component */
  FfShareBar *bar;
  GString *sum; /* "34.00 + 49.50" */
} Explanation;

static GtkWidget *
new_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static char *
format_part (gint64 hundredths)
{
  return ff_scores_text_total ((double) hundredths / 100);
}

/* "90 × 12 %": the share is the one that counts now, so that the product is what the leaf adds. */
static char *
describe_product (const Explanation *why, guint component)
{
  const FfLeafResult *leaf = &why->trainee->result.leaves[component];
  double share = ff_scheme_get (why->figures->scheme, component)->share / why->trainee->result.assessed_share;
  g_autofree char *percent = ff_scores_text_number (leaf->percent, 2);
  g_autofree char *weight = ff_scores_text_number (share * 100, 1);

  /* Translators: a mark in percent times its share of the total. */
  return g_strdup_printf (_("%s × %s %%"), percent, weight);
}

static void
add_leaf_row (const Explanation *why, GtkGrid *grid, int row, guint component, const GdkRGBA *colour)
{
  const FfComponent *leaf = ff_scheme_get (why->figures->scheme, component);
  GtkWidget *swatch = ff_share_bar_new (10, 10);
  GtkWidget *title = new_label (leaf->title, 0, NULL);
  g_autofree char *product = describe_product (why, component);
  g_autofree char *part = format_part (why->parts[component]);
  GtkWidget *factors = new_label (product, 1, "dim-label");

  ff_share_bar_add (FF_SHARE_BAR (swatch), 1, colour);
  ff_share_bar_add (why->bar, (double) why->parts[component] / 10000, colour);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (title, leaf->title);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (factors, "caption");
  gtk_grid_attach (grid, swatch, 0, row, 1, 1);
  gtk_grid_attach (grid, title, 1, row, 1, 1);
  gtk_grid_attach (grid, factors, 2, row, 1, 1);
  gtk_grid_attach (grid, new_label (part, 1, NULL), 3, row, 1, 1);
}

static void
add_heading (const Explanation *why, GtkGrid *grid, int root, gint64 sum)
{
  const FfComponent *group = ff_scheme_get (why->figures->scheme, (guint) root);
  g_autofree char *share = ff_scores_text_number (group->share * 100, 1);
  g_autofree char *markup = g_markup_printf_escaped (_("<b>%s</b> %s %%"), group->title, share);
  g_autofree char *text = format_part (sum);
  GtkWidget *title = new_label (NULL, 0, NULL);

  gtk_label_set_markup (GTK_LABEL (title), markup);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_grid_attach (grid, title, 0, 0, 3, 1);
  gtk_grid_attach (grid, new_label (text, 1, "heading"), 3, 0, 1, 1);
}

static gboolean
counts (const Explanation *why, guint component, int root)
{
  const FfComponent *leaf = ff_scheme_get (why->figures->scheme, component);

  return leaf->leaf && leaf->share > 0 && why->trainee->result.leaves[component].assessed &&
         ff_scores_text_find_root (why->figures->scheme, (int) component) == root;
}

/* A card for one group at the root, or for a leaf that stands there alone; NULL when nothing of it counts. */
static GtkWidget *
make_card (const Explanation *why, int root, guint nth)
{
  GtkGrid *grid;
  guint n = 0, length = ff_scheme_length (why->figures->scheme);
  gint64 sum = 0;
  int row = 1;
  g_autofree char *text = NULL;

  for (guint i = 0; i < length; i++)
    {
      if (!counts (why, i, root))
        continue;
      n++;
      sum += why->parts[i];
    }
  if (n == 0)
    return NULL;

  grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (grid, 8);
  gtk_grid_set_row_spacing (grid, 6);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "card");
  gtk_widget_add_css_class (GTK_WIDGET (grid), "score-card");
  if (!ff_scheme_get (why->figures->scheme, (guint) root)->leaf)
    add_heading (why, grid, root, sum);

  for (guint i = 0, k = 0; i < length; i++)
    {
      if (counts (why, i, root))
        {
          GdkRGBA colour = ff_share_bar_pick_colour (nth, k++, n);

          add_leaf_row (why, grid, row++, i, &colour);
        }
    }
  text = format_part (sum);
  g_string_append_printf (why->sum, "%s%s", why->sum->len > 0 ? " + " : "", text);

  return GTK_WIDGET (grid);
}

static void
add_total (FfScorePanel *self, const Explanation *why)
{
  g_autofree char *total = ff_scores_text_total (why->trainee->result.total);
  gboolean single = strchr (why->sum->str, '+') == NULL;
  g_autofree char *markup = g_markup_printf_escaped ("%s%s<b>%s</b>", single ? "" : why->sum->str, single ? "" : " = ", total);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sum = new_label (NULL, 1, NULL);

  gtk_label_set_markup (GTK_LABEL (sum), markup);
  gtk_label_set_wrap (GTK_LABEL (sum), TRUE);
  gtk_widget_set_hexpand (sum, TRUE);
  gtk_widget_add_css_class (box, "score-sum");
  gtk_box_append (GTK_BOX (box), new_label (C_("sum", "Total"), 0, "heading"));
  gtk_box_append (GTK_BOX (box), sum);
  gtk_box_append (self->body, box);
}

static void
add_bar (FfScorePanel *self, const Explanation *why)
{
  g_autofree char *total = ff_scores_text_total (why->trainee->result.total);
  g_autofree char *text = g_strdup_printf (_("%s of 100"), total);
  GtkWidget *label = new_label (text, 1, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->body, GTK_WIDGET (why->bar));
  gtk_box_append (self->body, label);
}

static void
add_notes (FfScorePanel *self, const Explanation *why)
{
  g_autoptr (GPtrArray) notes = ff_scores_text_notes (why->figures, why->trainee);

  for (guint i = 0; i < notes->len; i++)
    {
      GtkWidget *label = new_label (NULL, 0, "caption");

      gtk_label_set_markup (GTK_LABEL (label), g_ptr_array_index (notes, i));
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
      gtk_widget_add_css_class (label, "score-note");
      gtk_box_append (self->body, label);
    }
}

static void
add_cards (FfScorePanel *self, Explanation *why)
{
  guint nth = 0;

  for (guint i = 0; i < ff_scheme_length (why->figures->scheme); i++)
    {
      GtkWidget *card;

      if (ff_scheme_get (why->figures->scheme, i)->parent >= 0)
        continue;
      card = make_card (why, (int) i, nth++);
      if (card != NULL)
        gtk_box_append (self->body, card);
    }
}

static void
explain (FfScorePanel *self, const FfClassFigures *figures, const FfClassTrainee *trainee)
{
  g_autofree gint64 *parts = ff_scores_text_contributions (figures->scheme, &trainee->result);
  g_autoptr (GString) sum = g_string_new (NULL);
  Explanation why = { figures, trainee, parts, NULL, sum };

  if (trainee->result.known)
    {
      why.bar = FF_SHARE_BAR (ff_share_bar_new (-1, 18));
      add_bar (self, &why);
      add_cards (self, &why);
      add_total (self, &why);
    }
  add_notes (self, &why);
}

static void
show_titles (FfScorePanel *self, const FfClassFigures *figures, const FfClassTrainee *trainee, int standing)
{
  g_autofree char *title = NULL, *subtitle = NULL;

  if (trainee->result.known)
    {
      g_autofree char *total = ff_scores_text_total (trainee->result.total);

      title = g_strdup_printf (_("Why %s?"), total);
    }
  else
    {
      title = g_strdup (_("No Total Yet"));
    }

  if (trainee->rank > 0)
    subtitle = g_strdup_printf (_("%s · rank %d of %u"), trainee->name, trainee->rank, figures->ranked);
  else if (standing > 0)
    subtitle = g_strdup_printf (_("%s · provisional, %d so far"), trainee->name, standing);
  else
    subtitle = g_strdup (trainee->name);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
}

void
ff_score_panel_show (FfScorePanel *self, const FfClassFigures *figures, const FfClassTrainee *trainee, int standing)
{
  GtkWidget *child;

  g_return_if_fail (FF_IS_SCORE_PANEL (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))) != NULL)
    gtk_box_remove (self->body, child);

  if (trainee == NULL)
    {
      gtk_label_set_text (self->title, _("Why This Total?"));
      gtk_label_set_text (self->subtitle, _("Select a trainee."));
      return;
    }

  show_titles (self, figures, trainee, standing);
  explain (self, figures, trainee);
}

static void
on_close (FfScorePanel *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
ff_score_panel_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ff_score_panel_parent_class)->dispose (object);
}

static void
ff_score_panel_class_init (FfScorePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_score_panel_dispose;

  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-score-panel.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, FfScorePanel, title);
  gtk_widget_class_bind_template_child (widget_class, FfScorePanel, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FfScorePanel, body);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
ff_score_panel_init (FfScorePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
