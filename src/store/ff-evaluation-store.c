#include "config.h"

#include "ff-evaluation-store.h"

#include "ff-statement-values.h"

/* What is NULL equals nothing, and each column has its index. */
#define OF_OWNER " WHERE project_id = $project OR run_id = $run OR course_id = $course"

enum
{
  COL_ID,
  COL_VERSION,
  COL_LEARNING_TARGET,
  COL_BEHAVIOUR_DAYS,
  COL_APPLIED_TARGET,
  COL_SUBMITTED_TARGET,
  COL_RESULTS_DAYS,
  COL_INTERVIEW_SHARE,
  COL_INTERVIEW_SEED,
};

static void
bind_owner (FfStatement *statement, FfOwner owner)
{
  ff_statement_bind_id (statement, "$project", owner.kind == FF_OWNER_PROJECT ? owner.id : 0);
  ff_statement_bind_id (statement, "$run", owner.kind == FF_OWNER_RUN ? owner.id : 0);
  ff_statement_bind_id (statement, "$course", owner.kind == FF_OWNER_COURSE ? owner.id : 0);
}

static void
bind_values (FfStatement *statement, const FfEvaluation *evaluation)
{
  ff_statement_bind_number (statement, "$learning_target", evaluation->learning_target);
  ff_statement_bind_int (statement, "$behaviour_days", evaluation->behaviour_days);
  ff_statement_bind_int (statement, "$applied_target", evaluation->applied_target);
  ff_statement_bind_int (statement, "$submitted_target", evaluation->submitted_target);
  ff_statement_bind_int (statement, "$results_days", evaluation->results_days);
  ff_statement_bind_int (statement, "$interview_share", evaluation->interview_share);
  ff_statement_bind_number (statement, "$interview_seed", evaluation->interview_seed);
}

gboolean
ff_evaluation_store_read (FfDb *db, FfOwner owner, FfEvaluation *evaluation, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db,
      "SELECT id, version, learning_target, behaviour_days, applied_target, submitted_target, results_days, interview_share, interview_seed"
      " FROM evaluation" OF_OWNER,
      error);
  FfStep step;

  if (select == NULL)
    return FALSE;
  *evaluation = (FfEvaluation) FF_EVALUATION_INIT;
  evaluation->owner = owner;
  bind_owner (select, owner);
  step = ff_statement_step (select, error);
  if (step != FF_STEP_ROW)
    return step == FF_STEP_DONE;
  evaluation->id = ff_statement_get_int (select, COL_ID);
  evaluation->version = ff_statement_get_int (select, COL_VERSION);
  evaluation->learning_target = (int) ff_statement_get_number (select, COL_LEARNING_TARGET);
  evaluation->behaviour_days = (int) ff_statement_get_int (select, COL_BEHAVIOUR_DAYS);
  evaluation->applied_target = (int) ff_statement_get_int (select, COL_APPLIED_TARGET);
  evaluation->submitted_target = (int) ff_statement_get_int (select, COL_SUBMITTED_TARGET);
  evaluation->results_days = (int) ff_statement_get_int (select, COL_RESULTS_DAYS);
  evaluation->interview_share = (int) ff_statement_get_int (select, COL_INTERVIEW_SHARE);
  evaluation->interview_seed = ff_statement_get_number (select, COL_INTERVIEW_SEED);
  return TRUE;
}

static gboolean
insert (FfDb *db, FfEvaluation *evaluation, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO evaluation (project_id, run_id, course_id, learning_target, behaviour_days, applied_target, submitted_target,"
      " results_days, interview_share, interview_seed)"
      " VALUES ($project, $run, $course, $learning_target, $behaviour_days, $applied_target, $submitted_target,"
      " $results_days, $interview_share, $interview_seed)",
      error);

  if (statement == NULL)
    return FALSE;
  bind_owner (statement, evaluation->owner);
  bind_values (statement, evaluation);
  return ff_statement_insert (statement, &evaluation->id, error);
}

gboolean
ff_evaluation_store_write (FfDb *db, FfEvaluation *evaluation, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (evaluation->id == 0)
    return insert (db, evaluation, error);
  statement = ff_db_prepare (
      db,
      "UPDATE evaluation SET learning_target = $learning_target, behaviour_days = $behaviour_days, applied_target = $applied_target,"
      " submitted_target = $submitted_target, results_days = $results_days, interview_share = $interview_share,"
      " interview_seed = $interview_seed, version = version + 1 WHERE id = $id",
      error);
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", evaluation->id);
  bind_values (statement, evaluation);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_evaluation_store_delete (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM evaluation" OF_OWNER, error);

  if (statement == NULL)
    return FALSE;
  bind_owner (statement, owner);
  return ff_statement_run (statement, NULL, error);
}
