#include "config.h"

#include "ff-goals.h"

#include <glib/gi18n-lib.h>

#include "ff-owned.h"
#include "ff-take.h"

#define HIGHEST_LEVEL 4

static FfGoal *
goal_new (FfOwner owner)
{
  FfGoal *goal = g_new0 (FfGoal, 1);

  goal->owner = owner;
  return goal;
}

static gboolean
insert (FfDb *db, gpointer goal, GError **error)
{
  return ff_goal_store_insert (db, goal, error);
}

static gboolean
update (FfDb *db, gpointer goal, GError **error)
{
  return ff_goal_store_update (db, goal, error);
}

FfPut
ff_goals_put (FfDb *db, FfOwner owner, gint64 goal_id, const FfGoalDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfGoal) goal = goal_id != 0 ? ff_goals_read (db, goal_id, error) : goal_new (owner);
  gboolean changed = FALSE;
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (goal == NULL || !ff_take_number (&goal->level, draft->level, HIGHEST_LEVEL, 0, "level", &changed, error)
      || !ff_owned_take_layer (db, &goal->layer_id, draft->layer, &changed, error)
      || !ff_take_text (&goal->text, draft->text, "text", &changed, error)
      || !ff_owned_need (goal->text, "text", _("Write what is to be reached."), error))
    return FF_PUT_REFUSED;
  put = ff_owned_write (db, FF_OWNED_GOAL, owner, goal, &goal->id, &goal->position, changed, insert, update, error);
  if (id != NULL)
    *id = goal->id;
  return put;
}

GPtrArray *
ff_goals_list (FfDb *db, FfOwner owner, GError **error)
{
  return ff_goal_store_list (db, owner, error);
}

FfGoal *
ff_goals_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfGoal *goal = ff_goal_store_read (db, id, &local_error);

  return ff_owned_found (goal, local_error, error);
}

gboolean
ff_goals_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_owned_store_delete (db, FF_OWNED_GOAL, id, error);
}

gboolean
ff_goals_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_owned_store_move (db, FF_OWNED_GOAL, id, position, error);
}

gboolean
ff_goals_copy (FfDb *db, FfOwner from, FfOwner to, GError **error)
{
  g_autoptr (GPtrArray) goals = ff_goal_store_list (db, from, error);
  int position = goals != NULL ? ff_owned_store_next_position (db, FF_OWNED_GOAL, to, error) : -1;

  if (position < 0)
    return FALSE;
  for (guint i = 0; i < goals->len; i++)
    {
      FfGoal *goal = g_ptr_array_index (goals, i);

      goal->owner = to;
      goal->position = position + (int) i;
      if (!ff_goal_store_insert (db, goal, error))
        return FALSE;
    }
  return TRUE;
}
