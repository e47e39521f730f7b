/* Lines of budgets added up: by category, in total, and for each trainee. */
#pragma once

#include "ff-preparation.h"

G_BEGIN_DECLS

/* Hundredths of the currency; -1: no line says. */
typedef struct
{
  char *category; /* NULL: of the total */
  gint64 planned;
  gint64 actual;
  gint64 approved; /* of what is planned, the lines with a day of approval */
} FfBudgetSum;

typedef struct
{
  GPtrArray *categories; /* FfBudgetSum, in the order in which they first occur */
  FfBudgetSum total;
  char *currency; /* of the settings; NULL: not set */
} FfBudgetFigures;

/* Of a class. */
FfBudgetFigures *ff_budget_figures_read_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Empty, in the currency of the settings. */
FfBudgetFigures *ff_budget_figures_new (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds FfBudgetLine. Of a class that was @cancelled only what it did cost counts: nothing is planned of it any more. */
void ff_budget_figures_add (FfBudgetFigures *self, GPtrArray *lines, gboolean cancelled);
void ff_budget_figures_free (FfBudgetFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfBudgetFigures, ff_budget_figures_free)

/* An amount shared by @people, rounded half up to the hundredth; -1 for nobody and for an amount that no line says. */
gint64 ff_budget_per_head (gint64 amount, int people);

G_END_DECLS
