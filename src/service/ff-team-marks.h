/* Use cases of marks that a team is given as a whole: each member of that day has the mark, and may have one of his own instead. */
#pragma once

#include "ff-mark-store.h"
#include "ff-register.h"
#include "ff-team-mark-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 team_id;
  gint64 component_id;
  gint64 criterion_id; /* 0: the leaf itself */
  const char *rater;   /* NULL or "": nobody named */
  int attempt;         /* from 1 */
} FfTeamMarkKey;

/* Whom setting a team's mark left alone. */
typedef struct
{
  GPtrArray *own;    /* char *: the names of those who have a mark of their own */
  GPtrArray *exempt; /* and of those who are exempt */
  guint given;       /* members who have the mark now and had none */
} FfTeamMarkNews;

void ff_team_mark_news_clear (FfTeamMarkNews *news);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfTeamMarkNews, ff_team_mark_news_clear)

/* Says in the scheme of a class whether a leaf is marked per team. Refused for what the program computes, and for taking that back while
   teams have marks there. */
FfPut ff_team_marks_set_by_team (FfDb *db, gint64 run_id, gint64 component_id, gboolean by_team, GError **error);

/* The first time, each member who has no mark and is not exempt is given it. Another time it changes the marks that follow it, those of
   people who have left the team since too, and nobody else's. @has_score FALSE removes it and those that follow it. Refused for a leaf that
   the scheme does not mark per team. @news, NULL or all zero, is to be cleared. */
FfPut ff_team_marks_set (FfDb *db, const FfTeamMarkKey *key, gboolean has_score, gint64 score, FfTeamMarkNews *news, GError **error);

/* Somebody's mark follows that of his present team from now on, in place of his own or of none: for who joined later, and for who takes back
   what was marked for him alone. */
FfPut ff_team_marks_follow (FfDb *db, const FfMarkKey *key, GError **error);
/* @row is a stored mark of somebody's own. Where his team has a mark, follows that; @followed FALSE when there is none. Inside a batch. */
gboolean ff_team_marks_take_back (FfDb *db, FfMarkRow *row, gboolean *followed, GError **error);

G_END_DECLS
