/* The teams of a class: who is in which, who leads it, the scene or topic that it alone has, and how they are drawn. */
#pragma once

#include "ff-put.h"
#include "ff-team-store.h"

G_BEGIN_DECLS

/* FfTeam in their order. */
GPtrArray *ff_teams_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfTeam *ff_teams_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @id 0 adds a team at the end of @run_id. NULL leaves what is stored; "" clears the topic, and names a new team by its number. A name
   or a topic that another team has is refused. @new_id may be NULL. */
FfPut ff_teams_put (FfDb *db, gint64 id, gint64 run_id, const char *name, const char *topic, gint64 *new_id, GError **error);
/* Its people stay in the class without a team. Refused while a session is meant for it. */
gboolean ff_teams_delete (FfDb *db, gint64 id, GError **error);

/* Puts enrolments into a team; @team_id 0: into none. */
gboolean ff_teams_move (FfDb *db, const gint64 *enrolment_ids, gsize n, gint64 team_id, GError **error);
/* A team has one leader: the others are none any more. Refused for somebody without a team. */
gboolean ff_teams_set_leader (FfDb *db, gint64 enrolment_id, gboolean leader, GError **error);

/* Draws everybody who is enrolled into @n_teams (ff-team-draw.h). The first teams of the class are used, with their names and topics;
   missing ones are added, those over are deleted, nobody leads. The seed is kept with the class. */
gboolean ff_teams_draw (FfDb *db, gint64 run_id, guint n_teams, gboolean balanced, guint32 seed, GError **error);
/* Gives every team one of @topics (one a line) by lot. Refused when they are fewer than the teams, or one stands there twice. */
gboolean ff_teams_draw_topics (FfDb *db, gint64 run_id, const char *topics, guint32 seed, GError **error);
/* The seed of the last draw; FALSE without an error when there was none. */
gboolean ff_teams_get_seed (FfDb *db, gint64 run_id, guint32 *seed, GError **error);

G_END_DECLS
