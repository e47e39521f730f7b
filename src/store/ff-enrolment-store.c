/* The table enrolment: who is in which class. */
#include "config.h"

#include "ff-enrolment-store.h"

#include "ff-layer-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

#include <glib/gi18n-lib.h>

void
ff_enrolment_free (FfEnrolment *enrolment)
{
  if (enrolment == NULL)
    return;
  g_free (enrolment->employee_no);
  g_free (enrolment->name);
  g_free (enrolment->search_key);
  g_free (enrolment->department);
  g_free (enrolment->layer);
  g_free (enrolment->layer_title);
  g_free (enrolment->job_title);
  g_free (enrolment->team);
  g_free (enrolment->status);
  g_free (enrolment->reason);
  g_free (enrolment->reply);
  g_free (enrolment->replaced_by);
  g_free (enrolment->waived_reason);
  g_free (enrolment->waived_by);
  g_free (enrolment);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_RUN_ID,
  COL_TRAINEE_ID,
  COL_EMPLOYEE_NO,
  COL_NAME,
  COL_SEARCH_KEY,
  COL_DEPARTMENT_ID,
  COL_DEPARTMENT,
  COL_LAYER_ID,
  COL_LAYER,
  COL_LAYER_TITLE,
  COL_JOB_TITLE,
  COL_TEAM_ID,
  COL_TEAM,
  COL_LEADER,
  COL_STATUS,
  COL_REASON,
  COL_WAITING,
  COL_REPLY,
  COL_REPLIED_ON,
  COL_REPLACED_BY_ID,
  COL_REPLACED_BY,
  COL_WAIVED_REASON,
  COL_WAIVED_BY,
};

#define SELECT                                                                                                                \
  "SELECT enrolment.id, enrolment.version, enrolment.run_id, trainee.id, trainee.employee_no, trainee.name, trainee.search_key," \
  " enrolment.department_id, department.path, layer.id, layer.key, layer.title, enrolment.job_title, team.id, team.name,"     \
  " enrolment.leader, enrolment.status, enrolment.reason, enrolment.waiting, enrolment.reply, enrolment.replied_on,"          \
  " enrolment.replaced_by_id, (SELECT other.name FROM enrolment AS successor JOIN trainee AS other ON other.id = successor.trainee_id" \
  " WHERE successor.id = enrolment.replaced_by_id), enrolment.waived_reason, enrolment.waived_by"                             \
  " FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id LEFT JOIN department ON department.id = enrolment.department_id" \
  " LEFT JOIN layer ON layer.id = enrolment.layer_id LEFT JOIN team ON team.id = enrolment.team_id"

static FfEnrolment *
read_enrolment (FfStatement *statement)
{
  FfEnrolment *enrolment = g_new0 (FfEnrolment, 1);

  enrolment->id = ff_statement_get_int (statement, COL_ID);
  enrolment->version = ff_statement_get_int (statement, COL_VERSION);
  enrolment->run_id = ff_statement_get_int (statement, COL_RUN_ID);
  enrolment->trainee_id = ff_statement_get_int (statement, COL_TRAINEE_ID);
  enrolment->employee_no = ff_statement_dup_text (statement, COL_EMPLOYEE_NO);
  enrolment->name = ff_statement_dup_text (statement, COL_NAME);
  enrolment->search_key = ff_statement_dup_text (statement, COL_SEARCH_KEY);
  enrolment->department_id = ff_statement_get_int (statement, COL_DEPARTMENT_ID);
  enrolment->department = ff_statement_dup_text (statement, COL_DEPARTMENT);
  enrolment->layer_id = ff_statement_get_int (statement, COL_LAYER_ID);
  enrolment->layer = ff_statement_dup_text (statement, COL_LAYER);
  if (enrolment->layer != NULL)
    enrolment->layer_title = g_strdup (ff_layer_title (enrolment->layer, ff_statement_get_text (statement, COL_LAYER_TITLE)));
  enrolment->job_title = ff_statement_dup_text (statement, COL_JOB_TITLE);
  enrolment->team_id = ff_statement_get_int (statement, COL_TEAM_ID);
  enrolment->team = ff_statement_dup_text (statement, COL_TEAM);
  enrolment->leader = ff_statement_get_int (statement, COL_LEADER) != 0;
  enrolment->status = ff_statement_dup_text (statement, COL_STATUS);
  enrolment->reason = ff_statement_dup_text (statement, COL_REASON);
  enrolment->waiting = ff_statement_get_int (statement, COL_WAITING);
  enrolment->reply = ff_statement_dup_text (statement, COL_REPLY);
  enrolment->replied_on = ff_statement_get_day (statement, COL_REPLIED_ON);
  enrolment->replaced_by_id = ff_statement_get_int (statement, COL_REPLACED_BY_ID);
  enrolment->replaced_by = ff_statement_dup_text (statement, COL_REPLACED_BY);
  enrolment->waived_reason = ff_statement_dup_text (statement, COL_WAIVED_REASON);
  enrolment->waived_by = ff_statement_dup_text (statement, COL_WAIVED_BY);
  return enrolment;
}

FfEnrolment *
ff_enrolment_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, SELECT " JOIN run ON run.id = enrolment.run_id WHERE enrolment.id = $id AND run.deleted = 0", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_enrolment (statement) : NULL;
}

gint64
ff_enrolment_store_find (FfDb *db, gint64 run_id, gint64 trainee_id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT id FROM enrolment WHERE run_id = $run AND trainee_id = $trainee", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  ff_statement_bind_int (statement, "$trainee", trainee_id);
  return ff_rows_get_id (statement, error);
}

GPtrArray *
ff_enrolment_store_of_run (FfDb *db, gint64 run_id, gboolean enrolled_only, GError **error)
{
  g_autoptr (GPtrArray) enrolments = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_enrolment_free);
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      enrolled_only ? SELECT " WHERE enrolment.run_id = $run AND enrolment.status = 'enrolled' ORDER BY trainee.employee_no, enrolment.id"
                    : SELECT " WHERE enrolment.run_id = $run"
                             " ORDER BY enrolment.status = 'withdrawn', trainee.employee_no, enrolment.id",
      error);
  FfStep step;

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    g_ptr_array_add (enrolments, read_enrolment (statement));
  return step == FF_STEP_DONE ? g_steal_pointer (&enrolments) : NULL;
}

GPtrArray *
ff_enrolment_store_of_trainee (FfDb *db, gint64 trainee_id, GError **error)
{
  g_autoptr (GPtrArray) enrolments = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_enrolment_free);
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      SELECT " JOIN run ON run.id = enrolment.run_id WHERE enrolment.trainee_id = $trainee AND run.deleted = 0"
             " ORDER BY run.starts_on DESC, run.id DESC",
      error);
  FfStep step;

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$trainee", trainee_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    g_ptr_array_add (enrolments, read_enrolment (statement));
  return step == FF_STEP_DONE ? g_steal_pointer (&enrolments) : NULL;
}

int
ff_enrolment_store_is_over_capacity (FfDb *db, gint64 run_id, GError **error)
{
  /* The first one over the capacity is looked for, since counting all of a large class for each row of an import would take long. */
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT 1 FROM enrolment JOIN run ON run.id = enrolment.run_id WHERE enrolment.run_id = $run AND enrolment.status = 'enrolled'"
      " AND run.capacity IS NOT NULL LIMIT 1 OFFSET coalesce ((SELECT capacity FROM run WHERE id = $run), 0)",
      error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  return (int) ff_rows_get_id (statement, error);
}

int
ff_enrolment_store_count (FfDb *db, gint64 run_id, const char *status, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT count(*) FROM enrolment WHERE run_id = $run AND status = $status", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  ff_statement_bind_text (statement, "$status", status);
  return (int) ff_rows_get_id (statement, error);
}

gint64
ff_enrolment_store_first_waiting (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id FROM enrolment WHERE run_id = $run AND status = 'waitlisted' ORDER BY coalesce (waiting, 0), id LIMIT 1", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_get_id (statement, error);
}

gint64
ff_enrolment_store_next_place (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT coalesce (max(waiting), 0) + 1 FROM enrolment WHERE run_id = $run AND status = 'waitlisted'", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_get_id (statement, error);
}

int
ff_enrolment_store_count_records (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT (SELECT count(*) FROM attendance WHERE enrolment_id = $id) + (SELECT count(*) FROM mark WHERE enrolment_id = $id)"
      " + (SELECT count(*) FROM exemption WHERE enrolment_id = $id) + (SELECT count(*) FROM submission WHERE enrolment_id = $id)"
      " + (SELECT count(*) FROM test_answer WHERE enrolment_id = $id)"
      " + (SELECT count(*) FROM commitment WHERE enrolment_id = $id AND status <> 'planned')"
      " + (SELECT count(*) FROM commitment JOIN commitment_day ON commitment_day.commitment_id = commitment.id"
      " WHERE commitment.enrolment_id = $id)"
      " + (SELECT count(*) FROM interview WHERE enrolment_id = $id"
      " AND coalesce (held_on, best, worst, suggestions) IS NOT NULL)",
      error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$id", id);
  return (int) ff_rows_get_id (statement, error);
}

static void
bind_fields (FfStatement *statement, const FfEnrolment *enrolment)
{
  ff_statement_bind_text (statement, "$status", enrolment->status);
  ff_statement_bind_text (statement, "$reason", enrolment->reason);
  ff_statement_bind_id (statement, "$department", enrolment->department_id);
  ff_statement_bind_id (statement, "$layer", enrolment->layer_id);
  ff_statement_bind_text (statement, "$job_title", enrolment->job_title);
  ff_statement_bind_id (statement, "$team", enrolment->team_id);
  ff_statement_bind_int (statement, "$leader", enrolment->leader);
  ff_statement_bind_id (statement, "$waiting", enrolment->waiting);
  ff_statement_bind_text (statement, "$reply", enrolment->reply);
  ff_statement_bind_day (statement, "$replied_on", enrolment->reply != NULL ? enrolment->replied_on : FF_NO_DAY);
  ff_statement_bind_id (statement, "$replaced_by", enrolment->replaced_by_id);
}

gboolean
ff_enrolment_store_insert (FfDb *db, FfEnrolment *enrolment, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO enrolment (run_id, trainee_id, status, reason, department_id, layer_id, job_title, team_id, leader, waiting,"
      " reply, replied_on, replaced_by_id)"
      " VALUES ($run, $trainee, $status, $reason, $department, $layer, $job_title, $team, $leader, $waiting,"
      " $reply, $replied_on, $replaced_by)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", enrolment->run_id);
  ff_statement_bind_int (statement, "$trainee", enrolment->trainee_id);
  bind_fields (statement, enrolment);
  return ff_statement_insert (statement, &enrolment->id, error);
}

gboolean
ff_enrolment_store_update (FfDb *db, const FfEnrolment *enrolment, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "UPDATE enrolment SET status = $status, reason = $reason, department_id = $department, layer_id = $layer,"
      " job_title = $job_title, team_id = $team, leader = $leader, waiting = $waiting, reply = $reply, replied_on = $replied_on,"
      " replaced_by_id = $replaced_by, version = version + 1 WHERE id = $id",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", enrolment->id);
  bind_fields (statement, enrolment);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
forget_successor (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE enrolment SET replaced_by_id = NULL, version = version + 1 WHERE replaced_by_id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_enrolment_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (!forget_successor (db, id, error))
    return FALSE;
  statement = ff_db_prepare (db, "DELETE FROM enrolment WHERE id = $id", error);
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_enrolment_store_set_waiver (FfDb *db, gint64 id, const char *reason, const char *decider, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE enrolment SET waived_reason = $reason, waived_by = $decider, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_text (statement, "$reason", reason);
  ff_statement_bind_text (statement, "$decider", decider);
  return ff_statement_run (statement, NULL, error);
}

enum
{
  SNAPSHOT_COL_DEPARTMENT_ID,
  SNAPSHOT_COL_LAYER_ID,
  SNAPSHOT_COL_JOB_TITLE,
};

gboolean
ff_enrolment_store_take_snapshot (FfDb *db, FfEnrolment *enrolment, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT department_id, layer_id, job_title FROM trainee WHERE id = $trainee", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$trainee", enrolment->trainee_id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return FALSE;
  enrolment->department_id = ff_statement_get_int (statement, SNAPSHOT_COL_DEPARTMENT_ID);
  enrolment->layer_id = ff_statement_get_int (statement, SNAPSHOT_COL_LAYER_ID);
  g_free (enrolment->job_title);
  enrolment->job_title = ff_statement_dup_text (statement, SNAPSHOT_COL_JOB_TITLE);
  return TRUE;
}

enum
{
  CHECK_COL_NAME,
  CHECK_COL_RUN_CODE,
  CHECK_COL_TEAM,
};

static char *
describe_team (FfStatement *row)
{
  /* Translators: a person, a class's code, a team */
  return g_strdup_printf (_ ("%s in class %s belongs to the team “%s” of another class."),
                          ff_statement_get_text (row, CHECK_COL_NAME), ff_statement_get_text (row, CHECK_COL_RUN_CODE),
                          ff_statement_get_text (row, CHECK_COL_TEAM));
}

static char *
describe_successor (FfStatement *row)
{
  /* Translators: a person, a class's code */
  return g_strdup_printf (_ ("%s in class %s is replaced by somebody of another class."), ff_statement_get_text (row, CHECK_COL_NAME),
                          ff_statement_get_text (row, CHECK_COL_RUN_CODE));
}

static char *
describe_place (FfStatement *row)
{
  /* Translators: a person, a class's code */
  return g_strdup_printf (_ ("%s has a place on the waiting list of class %s without waiting."), ff_statement_get_text (row, CHECK_COL_NAME),
                          ff_statement_get_text (row, CHECK_COL_RUN_CODE));
}

#define CHECKED "SELECT trainee.name, run.code FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id" \
                " JOIN run ON run.id = enrolment.run_id"

gboolean
ff_enrolment_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (db,
                                     CHECKED " JOIN enrolment AS successor ON successor.id = enrolment.replaced_by_id"
                                             " WHERE successor.run_id <> enrolment.run_id ORDER BY enrolment.id",
                                     describe_successor, findings, error)
         && ff_statement_describe_rows (
             db, CHECKED " WHERE enrolment.waiting IS NOT NULL AND enrolment.status <> 'waitlisted' ORDER BY enrolment.id",
             describe_place, findings, error)
         && ff_statement_describe_rows (
      db,
      "SELECT trainee.name, run.code, team.name FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id"
      " JOIN run ON run.id = enrolment.run_id JOIN team ON team.id = enrolment.team_id"
      " WHERE team.run_id <> enrolment.run_id ORDER BY enrolment.id",
      describe_team, findings, error);
}
