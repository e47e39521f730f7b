/* The table team_mark: what a team as a whole was given. */
#include "config.h"

#include "ff-team-mark-store.h"

#include "ff-statement-values.h"

#include <glib/gi18n-lib.h>

enum
{
  COL_ID,
  COL_VERSION,
  COL_TEAM_ID,
  COL_COMPONENT_ID,
  COL_CRITERION_ID,
  COL_RATER,
  COL_ATTEMPT,
  COL_SCORE,
};

#define COLUMNS                                                                                                               \
  "team_mark.id, team_mark.version, team_mark.team_id, team_mark.component_id, team_mark.criterion_id, team_mark.rater,"      \
  " team_mark.attempt, team_mark.score"

#define OF_KEY                                                                                                                \
  " component_id = $component AND coalesce (criterion_id, 0) = $criterion AND rater = $rater AND attempt = $attempt"

static void
bind_key (FfStatement *statement, const FfTeamMarkRow *row)
{
  ff_statement_bind_int (statement, "$team", row->team_id);
  ff_statement_bind_int (statement, "$component", row->component_id);
  ff_statement_bind_int (statement, "$criterion", row->criterion_id);
  ff_statement_bind_text (statement, "$rater", row->rater);
  ff_statement_bind_int (statement, "$attempt", row->attempt);
}

gboolean
ff_team_mark_store_find (FfDb *db, FfTeamMarkRow *row, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT " COLUMNS " FROM team_mark WHERE team_id = $team AND" OF_KEY, error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  bind_key (statement, row);
  row->id = 0;
  step = ff_statement_step (statement, error);
  if (step == FF_STEP_ROW)
    {
      row->id = ff_statement_get_int (statement, COL_ID);
      row->version = ff_statement_get_int (statement, COL_VERSION);
      row->score = ff_statement_get_int (statement, COL_SCORE);
    }
  return step != FF_STEP_ERROR;
}

static gboolean
insert (FfDb *db, FfTeamMarkRow *row, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO team_mark (team_id, component_id, criterion_id, rater, attempt, score)"
      " VALUES ($team, $component, nullif ($criterion, 0), $rater, $attempt, $score)",
      error);

  if (statement == NULL)
    return FALSE;
  bind_key (statement, row);
  ff_statement_bind_int (statement, "$score", row->score);
  return ff_statement_insert (statement, &row->id, error);
}

static gboolean
update (FfDb *db, const FfTeamMarkRow *row, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE team_mark SET score = $score, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$score", row->score);
  ff_statement_bind_int (statement, "$id", row->id);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
update_followers (FfDb *db, const FfTeamMarkRow *row, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE mark SET score = $score, version = version + 1 WHERE from_team_id = $team AND score <> $score AND" OF_KEY, error);

  if (statement == NULL)
    return FALSE;
  bind_key (statement, row);
  ff_statement_bind_int (statement, "$score", row->score);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_team_mark_store_write (FfDb *db, FfTeamMarkRow *row, GError **error)
{
  if (row->id == 0)
    return insert (db, row, error);
  return update (db, row, error) && update_followers (db, row, error);
}

static gboolean
delete_followers (FfDb *db, const FfTeamMarkRow *row, int *n, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM mark WHERE from_team_id = $team AND" OF_KEY, error);

  if (statement == NULL)
    return FALSE;
  bind_key (statement, row);
  return ff_statement_run (statement, n, error);
}

gboolean
ff_team_mark_store_delete (FfDb *db, const FfTeamMarkRow *row, int *n, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (!delete_followers (db, row, n, error))
    return FALSE;
  statement = ff_db_prepare (db, "DELETE FROM team_mark WHERE id = $id", error);
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", row->id);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
free_followers (FfDb *db, gint64 team_id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE mark SET from_team_id = NULL, version = version + 1 WHERE from_team_id = $team", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$team", team_id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_team_mark_store_release (FfDb *db, gint64 team_id, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (!free_followers (db, team_id, error))
    return FALSE;
  statement = ff_db_prepare (db, "DELETE FROM team_mark WHERE team_id = $team", error);
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$team", team_id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_team_mark_store_foreach_of_run (FfDb *db, gint64 run_id, FfTeamMarkFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT " COLUMNS " FROM team JOIN team_mark ON team_mark.team_id = team.id WHERE team.run_id = $run", error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", run_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfTeamMarkRow row = {
        .id = ff_statement_get_int (statement, COL_ID),
        .version = ff_statement_get_int (statement, COL_VERSION),
        .team_id = ff_statement_get_int (statement, COL_TEAM_ID),
        .component_id = ff_statement_get_int (statement, COL_COMPONENT_ID),
        .criterion_id = ff_statement_get_int (statement, COL_CRITERION_ID),
        .rater = ff_statement_get_text (statement, COL_RATER),
        .attempt = (int) ff_statement_get_int (statement, COL_ATTEMPT),
        .score = ff_statement_get_int (statement, COL_SCORE),
      };

      func (&row, user_data);
    }
  return step == FF_STEP_DONE;
}

/* Invariants -------------------------------------------------------------------------------------------------------- */

enum
{
  CHECK_COL_NAME,
  CHECK_COL_RUN_CODE,
  CHECK_COL_KEY,
};

static char *
describe_unfollowed (FfStatement *row)
{
  /* Translators: a person, a class's code, a component's key */
  return g_strdup_printf (_ ("%s in class %s is said to follow a team's mark for %s, which is another or is not there."),
                          ff_statement_get_text (row, CHECK_COL_NAME), ff_statement_get_text (row, CHECK_COL_RUN_CODE),
                          ff_statement_get_text (row, CHECK_COL_KEY));
}

gboolean
ff_team_mark_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (
      db,
      "SELECT trainee.name, run.code, component.key FROM mark JOIN enrolment ON enrolment.id = mark.enrolment_id"
      " JOIN trainee ON trainee.id = enrolment.trainee_id JOIN run ON run.id = enrolment.run_id"
      " JOIN component ON component.id = mark.component_id WHERE mark.from_team_id IS NOT NULL"
      " AND NOT EXISTS (SELECT 1 FROM team_mark WHERE team_mark.team_id = mark.from_team_id"
      " AND team_mark.component_id = mark.component_id"
      " AND coalesce (team_mark.criterion_id, 0) = coalesce (mark.criterion_id, 0) AND team_mark.rater = mark.rater"
      " AND team_mark.attempt = mark.attempt AND team_mark.score = mark.score) ORDER BY 2, 1, 3",
      describe_unfollowed, findings, error);
}
