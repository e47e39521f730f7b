#include "config.h"

#include "ff-team-store.h"

#include "ff-rows.h"
#include "ff-team-mark-store.h"

void
ff_team_free (FfTeam *team)
{
  if (team == NULL)
    return;
  g_free (team->name);
  g_free (team->topic);
  g_free (team->leader);
  g_free (team);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_RUN_ID,
  COL_POSITION,
  COL_NAME,
  COL_TOPIC,
  COL_PEOPLE,
  COL_LEADER,
};

#define SELECT                                                                                                          \
  "SELECT team.id, team.version, team.run_id, team.position, team.name, team.topic,"                                    \
  " (SELECT count(*) FROM enrolment WHERE enrolment.team_id = team.id AND enrolment.status = 'enrolled'),"              \
  " (SELECT trainee.name FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id"                              \
  " WHERE enrolment.team_id = team.id AND enrolment.leader = 1 AND enrolment.status = 'enrolled'"                       \
  " ORDER BY enrolment.id LIMIT 1)"                                                                                     \
  " FROM team"

static gpointer
read_team (FfStatement *statement)
{
  FfTeam *team = g_new0 (FfTeam, 1);

  team->id = ff_statement_get_int (statement, COL_ID);
  team->version = ff_statement_get_int (statement, COL_VERSION);
  team->run_id = ff_statement_get_int (statement, COL_RUN_ID);
  team->position = (int) ff_statement_get_int (statement, COL_POSITION);
  team->name = ff_statement_dup_text (statement, COL_NAME);
  team->topic = ff_statement_dup_text (statement, COL_TOPIC);
  team->people = (int) ff_statement_get_int (statement, COL_PEOPLE);
  team->leader = ff_statement_dup_text (statement, COL_LEADER);
  return team;
}

FfTeam *
ff_team_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT " WHERE team.id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_team (statement) : NULL;
}

GPtrArray *
ff_team_store_of_run (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT " WHERE team.run_id = $run ORDER BY team.position, team.id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_list (statement, read_team, (GDestroyNotify) ff_team_free, error);
}

gint64
ff_team_store_find (FfDb *db, gint64 run_id, const char *name, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM team WHERE run_id = $run AND name = $name", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  ff_statement_bind_text (statement, "$name", name);
  return ff_rows_get_id (statement, error);
}

gint64
ff_team_store_find_topic (FfDb *db, gint64 run_id, const char *topic, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM team WHERE run_id = $run AND topic = $topic", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  ff_statement_bind_text (statement, "$topic", topic);
  return ff_rows_get_id (statement, error);
}

gint64
ff_team_store_make (FfDb *db, gint64 run_id, const char *name, GError **error)
{
  gint64 id = ff_team_store_find (db, run_id, name, error);
  g_autoptr (FfStatement) statement = NULL;

  if (id != 0)
    return id;
  statement = ff_db_prepare (db,
                             "INSERT INTO team (run_id, name, position)"
                             " SELECT $run, $name, coalesce (max(position), 0) + 1 FROM team WHERE run_id = $run",
                             error);
  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  ff_statement_bind_text (statement, "$name", name);
  return ff_statement_insert (statement, &id, error) ? id : -1;
}

gboolean
ff_team_store_update (FfDb *db, const FfTeam *team, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE team SET name = $name, topic = $topic, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$name", team->name);
  ff_statement_bind_text (statement, "$topic", team->topic);
  ff_statement_bind_int (statement, "$id", team->id);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
free_members (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE enrolment SET team_id = NULL, leader = 0, version = version + 1 WHERE team_id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_team_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (!free_members (db, id, error) || !ff_team_mark_store_release (db, id, error))
    return FALSE;
  statement = ff_db_prepare (db, "DELETE FROM team WHERE id = $id", error);
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

int
ff_team_store_is_audience (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT EXISTS (SELECT 1 FROM session_audience WHERE team_id = $id)", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$id", id);
  return (int) ff_rows_get_id (statement, error);
}

gboolean
ff_team_store_put_member (FfDb *db, gint64 enrolment_id, gint64 team_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "UPDATE enrolment SET team_id = $team, leader = 0, version = version + 1"
      " WHERE id = $id AND coalesce (team_id, 0) <> coalesce ($team, 0)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_id (statement, "$team", team_id);
  ff_statement_bind_int (statement, "$id", enrolment_id);
  return ff_statement_run (statement, NULL, error);
}

/* Of a person without a team, no other row is touched: nothing equals NULL. */
gboolean
ff_team_store_set_leader (FfDb *db, gint64 enrolment_id, gboolean leader, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "UPDATE enrolment SET leader = CASE WHEN id = $id THEN $leader ELSE 0 END, version = version + 1"
      " WHERE (id = $id AND leader <> $leader) OR (id <> $id AND leader = 1 AND $leader = 1"
      " AND team_id = (SELECT mine.team_id FROM enrolment AS mine WHERE mine.id = $id))",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", enrolment_id);
  ff_statement_bind_int (statement, "$leader", leader);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_team_store_get_seed (FfDb *db, gint64 run_id, guint32 *seed, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT team_seed FROM run WHERE id = $run AND team_seed IS NOT NULL", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", run_id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return FALSE;
  *seed = (guint32) ff_statement_get_int (statement, 0);
  return TRUE;
}

gboolean
ff_team_store_set_seed (FfDb *db, gint64 run_id, guint32 seed, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE run SET team_seed = $seed, version = version + 1 WHERE id = $run", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$seed", seed);
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_statement_run (statement, NULL, error);
}
