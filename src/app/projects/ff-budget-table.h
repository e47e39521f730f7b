/* A budget added up: a line for each category and one for the whole, planned, approved and actual, and what it comes to for each
   trainee. */
#pragma once

#include <adwaita.h>

#include "ff-budget-figures.h"

G_BEGIN_DECLS

#define FF_TYPE_BUDGET_TABLE (ff_budget_table_get_type ())
G_DECLARE_FINAL_TYPE (FfBudgetTable, ff_budget_table, FF, BUDGET_TABLE, AdwBin)

GtkWidget *ff_budget_table_new (const char *title);
/* Nothing is shown of a budget without lines. @limit is what may be spent in all, -1: not said. */
void ff_budget_table_set_figures (FfBudgetTable *self, const FfBudgetFigures *figures, int people, gint64 limit);

G_END_DECLS
