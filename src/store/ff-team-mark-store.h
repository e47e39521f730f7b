/* The table team_mark: what a team as a whole was given. The marks of its members say with from_team_id that they follow it. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* 0: not stored */
  gint64 version;
  gint64 team_id;
  gint64 component_id;
  gint64 criterion_id; /* 0: the leaf itself */
  const char *rater;   /* "": nobody named */
  int attempt;
  gint64 score; /* hundredths of a point */
} FfTeamMarkRow;

/* Fills id, version and score of the stored mark with this row's team, component, criterion, rater and attempt; id 0: none. */
gboolean ff_team_mark_store_find (FfDb *db, FfTeamMarkRow *row, GError **error);
/* Inserts a row with id 0; updates the score of one with an id, and of the marks that follow it. */
gboolean ff_team_mark_store_write (FfDb *db, FfTeamMarkRow *row, GError **error);
/* With the marks that follow it; @n: how many. */
gboolean ff_team_mark_store_delete (FfDb *db, const FfTeamMarkRow *row, int *n, GError **error);
/* Takes the marks of a team away; its members keep theirs as their own. */
gboolean ff_team_mark_store_release (FfDb *db, gint64 team_id, GError **error);

/* @row and its text are good during the call. */
typedef void (*FfTeamMarkFunc) (const FfTeamMarkRow *row, gpointer user_data);
gboolean ff_team_mark_store_foreach_of_run (FfDb *db, gint64 run_id, FfTeamMarkFunc func, gpointer user_data, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_team_mark_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
