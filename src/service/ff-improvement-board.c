/* What is known about one cycle of improvement: see ff-improvements.h. */
#include "config.h"

#include "ff-decimal.h"
#include "ff-improvements.h"

void
ff_improvement_board_free (FfImprovementBoard *board)
{
  if (board == NULL)
    return;
  g_clear_pointer (&board->cycles, g_ptr_array_unref);
  g_clear_pointer (&board->items, g_ptr_array_unref);
  g_clear_pointer (&board->causes, g_ptr_array_unref);
  g_clear_pointer (&board->actions, g_ptr_array_unref);
  g_free (board->bars);
  g_free (board);
}

static void
compute_bars (FfImprovementBoard *board)
{
  g_autofree double *weaknesses = g_new0 (double, MAX (board->items->len, 1));

  for (guint i = 0; i < board->items->len; i++)
    {
      weaknesses[i] = ff_decimal_to_double (((const FfImprovement *) g_ptr_array_index (board->items, i))->weakness);
      board->weakness += weaknesses[i];
    }
  board->bars = g_new0 (FfParetoBar, MAX (board->items->len, 1));
  ff_pareto_compute (weaknesses, board->items->len, board->bars);
  board->vital_percent = FF_UNDEFINED;
  for (guint i = 0; i < board->items->len && board->bars[i].vital; i++)
    {
      board->n_vital = i + 1;
      board->vital_percent = board->bars[i].cumulative_percent;
    }
}

FfImprovementBoard *
ff_improvement_board_read (FfDb *db, FfOwner owner, gint64 cycle_id, GError **error)
{
  g_autoptr (FfImprovementBoard) board = g_new0 (FfImprovementBoard, 1);

  board->owner = owner;
  board->cycles = ff_improvement_store_list_cycles (db, owner, error);
  if (board->cycles == NULL)
    return NULL;
  for (guint i = 0; i < board->cycles->len && board->cycle == NULL; i++)
    {
      const FfImprovementCycle *cycle = g_ptr_array_index (board->cycles, i);

      if (cycle_id == 0 || cycle->id == cycle_id)
        board->cycle = cycle;
    }
  cycle_id = board->cycle != NULL ? board->cycle->id : 0;
  board->items = ff_improvement_store_list (db, cycle_id, error);
  board->causes = board->items != NULL ? ff_cause_store_list_of_cycle (db, cycle_id, error) : NULL;
  board->actions = board->causes != NULL ? ff_action_store_list (db, cycle_id, error) : NULL;
  if (board->actions == NULL)
    return NULL;
  compute_bars (board);
  return g_steal_pointer (&board);
}

const FfImprovement *
ff_improvement_board_find_item (const FfImprovementBoard *board, gint64 id)
{
  g_return_val_if_fail (board != NULL, NULL);

  for (guint i = 0; i < board->items->len; i++)
    if (((const FfImprovement *) g_ptr_array_index (board->items, i))->id == id)
      return g_ptr_array_index (board->items, i);
  return NULL;
}

const FfAction *
ff_improvement_board_find_action (const FfImprovementBoard *board, gint64 id)
{
  g_return_val_if_fail (board != NULL, NULL);

  for (guint i = 0; i < board->actions->len; i++)
    if (((const FfAction *) g_ptr_array_index (board->actions, i))->id == id)
      return g_ptr_array_index (board->actions, i);
  return NULL;
}

const FfCause *
ff_improvement_board_find_cause (const FfImprovementBoard *board, gint64 id)
{
  g_return_val_if_fail (board != NULL, NULL);

  for (guint i = 0; i < board->causes->len; i++)
    if (((const FfCause *) g_ptr_array_index (board->causes, i))->id == id)
      return g_ptr_array_index (board->causes, i);
  return NULL;
}

GPtrArray *
ff_improvement_board_list_causes (const FfImprovementBoard *board, gint64 improvement_id, gint64 parent_id)
{
  GPtrArray *causes = g_ptr_array_new ();

  g_return_val_if_fail (board != NULL, causes);

  for (guint i = 0; i < board->causes->len; i++)
    {
      FfCause *cause = g_ptr_array_index (board->causes, i);

      if (cause->improvement_id == improvement_id && cause->parent_id == parent_id)
        g_ptr_array_add (causes, cause);
    }
  return causes;
}
