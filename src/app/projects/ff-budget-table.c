#include "config.h"

#include "ff-budget-table.h"

#include <glib/gi18n-lib.h>

#include "ff-money.h"

struct _FfBudgetTable
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkGrid *grid;
  int n_rows;
};

G_DEFINE_FINAL_TYPE (FfBudgetTable, ff_budget_table, ADW_TYPE_BIN)

static void
attach (FfBudgetTable *self, int column, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  if (column == 0)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  else
    gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, self->n_rows, 1, 1);
}

static char *
amount (gint64 hundredths, const char *currency)
{
  return hundredths >= 0 ? ff_money_format (hundredths, currency) : g_strdup ("–");
}

/* @css_class may be NULL. */
static void
add_row (FfBudgetTable *self, const char *name, gint64 planned, gint64 approved, gint64 actual, const char *currency,
         const char *css_class)
{
  g_autofree char *planned_text = amount (planned, currency);
  g_autofree char *approved_text = amount (approved, currency);
  g_autofree char *actual_text = amount (actual, currency);
  gboolean over = planned >= 0 && actual > planned;

  attach (self, 0, name, css_class);
  attach (self, 1, planned_text, css_class);
  attach (self, 2, approved_text, css_class);
  attach (self, 3, actual_text, over ? "error" : css_class);
  self->n_rows++;
}

static void
add_headings (FfBudgetTable *self)
{
  const char *const headings[] = { C_ ("budget", "Category"), C_ ("budget", "Planned"), C_ ("budget", "Approved"),
                                   C_ ("budget", "Actual") };

  for (int i = 0; i < (int) G_N_ELEMENTS (headings); i++)
    attach (self, i, headings[i], "budget-heading");
  self->n_rows++;
}

static void
add_line (FfBudgetTable *self)
{
  gtk_grid_attach (self->grid, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, self->n_rows++, 4, 1);
}

static void
clear (FfBudgetTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_rows = 0;
}

void
ff_budget_table_set_figures (FfBudgetTable *self, const FfBudgetFigures *figures, int people, gint64 limit)
{
  const FfBudgetSum *total;

  g_return_if_fail (FF_IS_BUDGET_TABLE (self) && figures != NULL);

  clear (self);
  total = &figures->total;
  gtk_widget_set_visible (GTK_WIDGET (self), figures->categories->len > 0);
  if (figures->categories->len == 0)
    return;
  add_headings (self);
  for (guint i = 0; i < figures->categories->len; i++)
    {
      const FfBudgetSum *sum = g_ptr_array_index (figures->categories, i);

      add_row (self, sum->category, sum->planned, sum->approved, sum->actual, figures->currency, NULL);
    }
  add_line (self);
  add_row (self, C_ ("budget", "Total"), total->planned, total->approved, total->actual, figures->currency, "heading");
  if (people > 0)
    add_row (self, C_ ("budget", "For each trainee"), ff_budget_per_head (total->planned, people),
             ff_budget_per_head (total->approved, people), ff_budget_per_head (total->actual, people), figures->currency, "dim-label");
  if (limit >= 0)
    add_row (self, C_ ("budget", "Budget of the project"), limit, -1, -1, figures->currency, "dim-label");
}

static void
ff_budget_table_class_init (FfBudgetTableClass *klass)
{
}

static void
ff_budget_table_init (FfBudgetTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 8);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "fact-card");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ff_budget_table_new (const char *title)
{
  FfBudgetTable *self = g_object_new (FF_TYPE_BUDGET_TABLE, NULL);

  gtk_label_set_label (self->title, title);
  return GTK_WIDGET (self);
}
