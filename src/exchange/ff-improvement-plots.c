#include "config.h"

#include "ff-improvement-plots.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ff-number.h"

/* “3 of 7 items make 76 % of the shortfall.” */
static char *
pareto_sentence (const FfImprovementBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);

  if (board->items->len == 0)
    return g_strdup (_("Nothing is known to be weak yet."));
  if (isnan (board->vital_percent))
    return g_strdup_printf (ngettext ("How weak %u item is nobody has said yet.", "How weak these %u items are nobody has said yet.",
                                      board->items->len),
                            board->items->len);
  /* Translators: how many of how many weak items, and their share of the shortfall in percent. */
  return g_strdup_printf (ngettext ("%u of %u item makes %.0f %% of the shortfall.", "%u of %u items make %.0f %% of the shortfall.",
                                    board->items->len),
                          board->n_vital, board->items->len, board->vital_percent);
}

static void
count_causes (const FfImprovementBoard *board, gint64 item_id, guint *causes, guint *roots, guint *proven)
{
  *causes = *roots = *proven = 0;
  for (guint i = 0; i < board->causes->len; i++)
    {
      const FfCause *cause = g_ptr_array_index (board->causes, i);

      if (cause->improvement_id != item_id || cause->parent_id == 0)
        continue;
      *causes += 1;
      *roots += cause->root;
      *proven += cause->root && cause->evidence != NULL;
    }
}

/* How many root causes are marked, and what still stands out. */
static char *
fishbone_sentence (const FfImprovementBoard *board, const FfImprovement *item)
{
  guint causes, roots, proven;

  g_return_val_if_fail (board != NULL && item != NULL, NULL);

  count_causes (board, item->id, &causes, &roots, &proven);
  if (causes == 0)
    return g_strdup (_("No causes yet: choose a branch and write what lies behind it."));
  if (roots == 0)
    return g_strdup_printf (ngettext ("%u cause, and none is marked as a root cause yet.", "%u causes, and none is marked as a root cause yet.",
                                      causes),
                            causes);
  if (proven == roots)
    return g_strdup_printf (ngettext ("Marked red: %u root cause, with the evidence for it.",
                                      "Marked red: %u root causes, with the evidence for them.", roots),
                            roots);
  return g_strdup_printf (ngettext ("Marked red: %u root cause; what shows it is still to be written down.",
                                    "Marked red: %u root causes; for %u of them it is still to be written down what shows it.", roots),
                          roots, roots - proven);
}

FfPlot *
ff_improvement_plot_pareto (const FfImprovementBoard *board)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (FfPlotParetoItem));
  g_autofree char *sentence = NULL;
  FfPlotPareto pareto = { .limit = FF_PARETO_VITAL, .others_label = C_("chart", "Others"), .share = { 0, FALSE, " %" } };

  g_return_val_if_fail (board != NULL, NULL);

  for (guint i = 0; i < board->items->len; i++)
    {
      const FfParetoBar *bar = &board->bars[i];
      const FfImprovement *item = g_ptr_array_index (board->items, bar->index);
      FfPlotParetoItem plotted = { item->title, bar->count, bar->cumulative_percent, bar->vital };

      if (fabs (bar->count - round (bar->count)) > FF_TOLERANCE)
        pareto.number.decimals = 1;
      g_array_append_val (items, plotted);
    }
  pareto.items = (const FfPlotParetoItem *) items->data;
  pareto.n_items = items->len;
  sentence = pareto_sentence (board);
  return ff_plot_pareto_new (&pareto, _("Weak items"), sentence);
}

FfPlot *
ff_improvement_plot_fishbone (const FfImprovementBoard *board, const FfImprovement *item)
{
  g_autoptr (GPtrArray) branches = ff_improvement_board_list_causes (board, item->id, 0);
  g_autoptr (GArray) plotted = g_array_new (FALSE, TRUE, sizeof (FfPlotBranch));
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree char *sentence = fishbone_sentence (board, item);
  /* Translators: %s is what is weak: a fishbone asks why. */
  g_autofree char *title = g_strdup_printf (_("Why: %s"), item->title);
  FfPlotFishbone fishbone = { .head = item->title, .head_note = item->fact };

  for (guint i = 0; i < branches->len; i++)
    {
      const FfCause *branch = g_ptr_array_index (branches, i);
      g_autoptr (GPtrArray) causes = ff_improvement_board_list_causes (board, item->id, branch->id);
      GArray *on_branch = g_array_new (FALSE, TRUE, sizeof (FfPlotCause));
      FfPlotBranch plot = { .label = ff_cause_title (branch), .n_causes = causes->len };

      for (guint j = 0; j < causes->len; j++)
        {
          const FfCause *cause = g_ptr_array_index (causes, j);
          FfPlotCause one = { ff_cause_title (cause), cause->root };

          g_array_append_val (on_branch, one);
        }
      g_ptr_array_add (keep, on_branch);
      plot.causes = (const FfPlotCause *) on_branch->data;
      g_array_append_val (plotted, plot);
    }
  fishbone.branches = (const FfPlotBranch *) plotted->data;
  fishbone.n_branches = plotted->len;
  return ff_plot_fishbone_new (&fishbone, title, sentence);
}
