#include "config.h"

#include "ff-budget-figures.h"

#include <string.h>

#include "ff-settings.h"

static void
budget_sum_free (gpointer data)
{
  FfBudgetSum *sum = data;

  g_free (sum->category);
  g_free (sum);
}

static FfBudgetSum *
budget_sum_new (const char *category)
{
  FfBudgetSum *sum = g_new0 (FfBudgetSum, 1);

  sum->category = g_strdup (category);
  sum->planned = sum->actual = sum->approved = -1;
  return sum;
}

static void
add_amount (gint64 *sum, gint64 amount)
{
  if (amount >= 0)
    *sum = MAX (*sum, 0) + amount;
}

static void
add_line (FfBudgetSum *sum, const FfBudgetLine *line, gboolean cancelled)
{
  add_amount (&sum->actual, line->actual);
  if (cancelled)
    return;
  add_amount (&sum->planned, line->planned);
  if (line->approved_on != FF_NO_DAY)
    add_amount (&sum->approved, line->planned);
}

static FfBudgetSum *
find_category (FfBudgetFigures *self, const char *category)
{
  for (guint i = 0; i < self->categories->len; i++)
    {
      FfBudgetSum *sum = g_ptr_array_index (self->categories, i);

      if (strcmp (sum->category, category) == 0)
        return sum;
    }
  g_ptr_array_add (self->categories, budget_sum_new (category));
  return g_ptr_array_index (self->categories, self->categories->len - 1);
}

FfBudgetFigures *
ff_budget_figures_new (FfDb *db, GError **error)
{
  g_autoptr (FfBudgetFigures) self = g_new0 (FfBudgetFigures, 1);
  g_autoptr (GError) local_error = NULL;

  self->categories = g_ptr_array_new_with_free_func (budget_sum_free);
  self->total.planned = self->total.actual = self->total.approved = -1;
  self->currency = ff_settings_get (db, "currency", &local_error);
  if (local_error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

void
ff_budget_figures_free (FfBudgetFigures *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->categories);
  g_free (self->currency);
  g_free (self);
}

void
ff_budget_figures_add (FfBudgetFigures *self, GPtrArray *lines, gboolean cancelled)
{
  g_return_if_fail (self != NULL && lines != NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const FfBudgetLine *line = g_ptr_array_index (lines, i);

      add_line (find_category (self, line->category), line, cancelled);
      add_line (&self->total, line, cancelled);
    }
}

FfBudgetFigures *
ff_budget_figures_read_run (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfBudgetFigures) self = ff_budget_figures_new (db, error);
  g_autoptr (GPtrArray) lines = self != NULL ? ff_budgets_list (db, ff_owner_run (run_id), error) : NULL;

  if (lines == NULL)
    return NULL;
  ff_budget_figures_add (self, lines, FALSE);
  return g_steal_pointer (&self);
}

gint64
ff_budget_per_head (gint64 amount, int people)
{
  return amount >= 0 && people > 0 ? (2 * amount + people) / (2 * (gint64) people) : -1;
}
