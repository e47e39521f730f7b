/* The table team: the parts of a class that work together. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 run_id;
  int position;
  char *name;
  char *topic;  /* NULL: none */
  int people;   /* enrolled ones */
  char *leader; /* the name of one of them; NULL: none */
} FfTeam;

void ff_team_free (FfTeam *team);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTeam, ff_team_free)

/* NULL without an error when there is none. */
FfTeam *ff_team_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfTeam in their order. */
GPtrArray *ff_team_store_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_team_store_find (FfDb *db, gint64 run_id, const char *name, GError **error); /* 0 if there is none, -1 on error */
/* The team of a class that has this topic; 0 if there is none, -1 on error. */
gint64 ff_team_store_find_topic (FfDb *db, gint64 run_id, const char *topic, GError **error);
/* By its name; when there is none, adds it at the end. */
gint64 ff_team_store_make (FfDb *db, gint64 run_id, const char *name, GError **error);
/* Writes name and topic. */
gboolean ff_team_store_update (FfDb *db, const FfTeam *team, GError **error);
/* Its people are without a team then, and keep the marks that it was given as their own. */
gboolean ff_team_store_delete (FfDb *db, gint64 id, GError **error);
/* Whether a session is meant for this team; -1 on error. */
int ff_team_store_is_audience (FfDb *db, gint64 id, GError **error);

/* Moves one person; @team_id 0: into none. A leader stays one only in the same team. */
gboolean ff_team_store_put_member (FfDb *db, gint64 enrolment_id, gint64 team_id, GError **error);
/* Makes an enrolled person the only leader of the team, or takes that back. */
gboolean ff_team_store_set_leader (FfDb *db, gint64 enrolment_id, gboolean leader, GError **error);

/* The seed of the last draw of a class. FALSE without an error when none was drawn. */
gboolean ff_team_store_get_seed (FfDb *db, gint64 run_id, guint32 *seed, GError **error);
gboolean ff_team_store_set_seed (FfDb *db, gint64 run_id, guint32 seed, GError **error);

G_END_DECLS
