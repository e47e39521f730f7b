/* What a project, a class or a course is to reach: of the whole or on one of the four levels, for all or for one layer. */
#pragma once

#include "ff-finding-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *level; /* 1 to 4; "": of the whole */
  const char *layer; /* a key or a title; "": all */
  const char *text;  /* required of a new one */
} FfGoalDraft;

/* @goal_id 0 adds behind the others. @id may be NULL. */
FfPut ff_goals_put (FfDb *db, FfOwner owner, gint64 goal_id, const FfGoalDraft *draft, gint64 *id, GError **error);
/* FfGoal in order. */
GPtrArray *ff_goals_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FF_ERROR_NOT_FOUND when it is gone. */
FfGoal *ff_goals_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_goals_delete (FfDb *db, gint64 id, GError **error);
/* @position from 0, among all of the same owner. */
gboolean ff_goals_move (FfDb *db, gint64 id, int position, GError **error);
/* Appends what @from has to what @to has: a class takes its course's. */
gboolean ff_goals_copy (FfDb *db, FfOwner from, FfOwner to, GError **error);

G_END_DECLS
