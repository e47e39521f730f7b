/* Marks of teams in words, and who does not follow them. No widgets. */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

/* The marks of a team in one cell: of the newest attempt, and how many raters gave one. */
typedef struct
{
  guint raters;
  int attempt;       /* 1 when there are none */
  const char *rater; /* of the one there is; "" */
  gint64 score;
} FfTeamScore;

/* @criterion −1: the leaf itself. */
FfTeamScore ff_team_marks_text_find (const FfClassFigures *figures, gint64 team_id, int component, int criterion);

/* Somebody in a team whose mark is not the team's. */
typedef struct
{
  const FfClassTrainee *trainee;
  const FfTeamMark *mark;  /* of his team */
  const FfStoredMark *own; /* NULL: none at all */
} FfTeamDeviant;

/* FfTeamDeviant of a class, team by team; exempt people are none. They live as long as the figures. */
GArray *ff_team_marks_text_list_deviants (const FfClassFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
/* "Group project: own mark 92, Team 2 has 85". */
char *ff_team_marks_text_describe (const FfClassFigures *figures, const FfTeamDeviant *deviant) G_GNUC_WARN_UNUSED_RESULT;

/* Where a mark of a trainee comes from, when his team has one there too: "Mark of Team 2", "Own mark; Team 2 has 85". NULL: teams have
   nothing to do with it. */
char *ff_team_marks_text_origin (const FfClassFigures *figures, const FfClassTrainee *trainee, int component, int criterion)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
