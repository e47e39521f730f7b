/* Parting a class into teams by lot: quite at random, or so that every layer and every department is spread evenly. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FF_TEAMS_MAX 1000

/* What is spread when teams are balanced; 0: none. */
typedef struct
{
  gint64 layer;
  gint64 department;
} FfTeamMember;

/* How many teams @people make when none is to hold more than @size. */
guint ff_team_count (guint people, guint size);

/* Gives each of @n people a team, 0 … n_teams − 1, in @teams. The sizes of any two teams differ by at most one; when @balanced, so do
   the numbers of people of any one layer and of any one department in them (de Werra 1971: a bipartite graph has an equitable colouring
   of its edges for every number of colours). The same people in the same order with the same seed are drawn alike.
   @n_teams is between 1 and FF_TEAMS_MAX. */
void ff_team_draw (const FfTeamMember *people, guint n, guint n_teams, gboolean balanced, guint32 seed, guint *teams);

/* Puts the numbers 0 … n − 1 into @order by lot (Fisher and Yates): for topics that are drawn, and for samples. */
void ff_draw_order (guint n, guint32 seed, guint *order);

G_END_DECLS
