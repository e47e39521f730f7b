#include "config.h"

#include "ff-roi-facts.h"

#include <glib/gi18n-lib.h>

#include "ff-budget-figures.h"
#include "ff-metrics.h"
#include "ff-project-figures.h"
#include "ff-take.h"

#define HIGHEST_MONTHS 600

static gboolean
take_months (int *stored, const char *value, gboolean *changed, GError **error)
{
  if (!ff_take_number (stored, value, HIGHEST_MONTHS, -1, "months", changed, error))
    return FALSE;
  if (*stored != 0)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "months", _("Write over how many months the benefit was counted, from 1 on."));
  return FALSE;
}

gboolean
ff_roi_facts_take (FfRoiFacts *facts, const FfRoiDraft *draft, gboolean *changed, GError **error)
{
  g_return_val_if_fail (facts != NULL && draft != NULL, FALSE);

  return ff_take_money (&facts->benefit, draft->benefit, "benefit", changed, error)
         && take_months (&facts->months, draft->months, changed, error)
         && ff_take_money (&facts->cost, draft->cost, "cost", changed, error)
         && ff_take_percent (&facts->isolation, draft->isolation, -1, "isolation", changed, error)
         && ff_take_line (&facts->isolation_by, draft->isolation_by, FF_TAKE_LINE_MAX, "isolation_by", changed, error)
         && ff_take_percent (&facts->confidence, draft->confidence, -1, "confidence", changed, error)
         && ff_take_text (&facts->note, draft->note, "note", changed, error);
}

static gboolean
is_empty (const FfRoiFacts *facts)
{
  return facts->benefit < 0 && facts->months < 0 && facts->cost < 0 && facts->isolation < 0 && facts->isolation_by == NULL
         && facts->confidence < 0 && facts->note == NULL;
}

FfPut
ff_roi_facts_put (FfDb *db, FfOwner owner, const FfRoiDraft *draft, GError **error)
{
  g_autoptr (FfRoiFacts) facts = ff_roi_facts_read (db, owner, error);
  gboolean changed = FALSE;

  if (facts == NULL || !ff_roi_facts_take (facts, draft, &changed, error))
    return FF_PUT_REFUSED;
  if (!changed)
    return FF_PUT_SAME;
  if (facts->id == 0)
    return ff_roi_store_insert (db, facts, error) ? FF_PUT_NEW : FF_PUT_REFUSED;
  if (is_empty (facts) ? !ff_roi_store_delete (db, facts->id, error) : !ff_roi_store_update (db, facts, error))
    return FF_PUT_REFUSED;
  return FF_PUT_CHANGED;
}

FfRoiFacts *
ff_roi_facts_read (FfDb *db, FfOwner owner, GError **error)
{
  return ff_roi_store_read (db, owner, error);
}

/* What it rests on ------------------------------------------------------------------------------------------------- */

static gboolean
read_budget (FfDb *db, FfOwner owner, gint64 *budget, GError **error)
{
  if (owner.kind == FF_OWNER_PROJECT)
    {
      g_autoptr (FfProjectFigures) figures = ff_project_figures_read (db, owner.id, ff_time_now (), error);

      *budget = figures != NULL ? figures->budget->total.actual : -1;
      return figures != NULL;
    }
  else
    {
      g_autoptr (FfBudgetFigures) figures = ff_budget_figures_read_run (db, owner.id, error);

      *budget = figures != NULL ? figures->total.actual : -1;
      return figures != NULL;
    }
}

gboolean
ff_roi_ground_read (FfDb *db, FfOwner owner, FfRoiGround *ground, GError **error)
{
  g_autoptr (GPtrArray) metrics = ff_metrics_list (db, owner, error);

  g_return_val_if_fail (ground != NULL, FALSE);

  ground->has_baseline = FALSE;
  if (metrics == NULL || !read_budget (db, owner, &ground->budget, error))
    return FALSE;
  for (guint i = 0; i < metrics->len; i++)
    ground->has_baseline |= ((FfMetric *) g_ptr_array_index (metrics, i))->baseline != NULL;
  return TRUE;
}

static double
from_hundredths (gint64 stored)
{
  return stored >= 0 ? stored / 100.0 : FF_UNDEFINED;
}

void
ff_roi_facts_to_input (const FfRoiFacts *facts, const FfRoiGround *ground, FfRoiInput *input)
{
  g_return_if_fail (facts != NULL && ground != NULL && input != NULL);

  *input = (FfRoiInput) {
    .has_baseline = ground->has_baseline,
    .benefit = from_hundredths (facts->benefit),
    .isolation = from_hundredths (facts->isolation),
    .confidence = from_hundredths (facts->confidence),
    .cost = from_hundredths (facts->cost >= 0 ? facts->cost : ground->budget),
    .months = facts->months > 0 ? facts->months : FF_UNDEFINED,
  };
}
