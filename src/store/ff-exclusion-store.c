#include "config.h"

#include "ff-exclusion-store.h"

#include "ff-rows.h"

void
ff_exclusion_free (FfExclusion *exclusion)
{
  if (exclusion == NULL)
    return;
  g_free (exclusion->employee_no);
  g_free (exclusion->name);
  g_free (exclusion->department);
  g_free (exclusion->reason);
  g_free (exclusion);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_ENROLMENT_ID,
  COL_EMPLOYEE_NO,
  COL_NAME,
  COL_DEPARTMENT,
  COL_LEVEL,
  COL_REASON,
};

#define SELECT_EXCLUSION                                                                                                             \
  "SELECT level_exclusion.id, level_exclusion.version, enrolment_id, trainee.employee_no, trainee.name, department.path, level,"    \
  " level_exclusion.reason FROM level_exclusion JOIN enrolment ON enrolment.id = enrolment_id"                                      \
  " JOIN trainee ON trainee.id = enrolment.trainee_id LEFT JOIN department ON department.id = enrolment.department_id"

static gpointer
read_exclusion (FfStatement *statement)
{
  FfExclusion *exclusion = g_new0 (FfExclusion, 1);

  exclusion->id = ff_statement_get_int (statement, COL_ID);
  exclusion->version = ff_statement_get_int (statement, COL_VERSION);
  exclusion->enrolment_id = ff_statement_get_int (statement, COL_ENROLMENT_ID);
  exclusion->employee_no = ff_statement_dup_text (statement, COL_EMPLOYEE_NO);
  exclusion->name = ff_statement_dup_text (statement, COL_NAME);
  exclusion->department = ff_statement_dup_text (statement, COL_DEPARTMENT);
  exclusion->level = (int) ff_statement_get_int (statement, COL_LEVEL);
  exclusion->reason = ff_statement_dup_text (statement, COL_REASON);
  return exclusion;
}

GPtrArray *
ff_exclusion_store_list (FfDb *db, gint64 run_id, int level, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       SELECT_EXCLUSION " WHERE enrolment.run_id = $run AND enrolment.status = 'enrolled'"
                                        " AND ($level = 0 OR level = $level) ORDER BY level, trainee.employee_no",
                       error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  ff_statement_bind_int (statement, "$level", level);
  return ff_rows_list (statement, read_exclusion, (GDestroyNotify) ff_exclusion_free, error);
}

FfExclusion *
ff_exclusion_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_EXCLUSION " WHERE level_exclusion.id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_exclusion (statement) : NULL;
}

gint64
ff_exclusion_store_find (FfDb *db, gint64 enrolment_id, int level, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT id FROM level_exclusion WHERE enrolment_id = $enrolment AND level = $level", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$enrolment", enrolment_id);
  ff_statement_bind_int (statement, "$level", level);
  return ff_rows_get_id (statement, error);
}

gboolean
ff_exclusion_store_insert (FfDb *db, FfExclusion *exclusion, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO level_exclusion (enrolment_id, level, reason) VALUES ($enrolment, $level, $reason)", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$enrolment", exclusion->enrolment_id);
  ff_statement_bind_int (statement, "$level", exclusion->level);
  ff_statement_bind_text (statement, "$reason", exclusion->reason);
  return ff_statement_insert (statement, &exclusion->id, error);
}

gboolean
ff_exclusion_store_update (FfDb *db, const FfExclusion *exclusion, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE level_exclusion SET reason = $reason, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", exclusion->id);
  ff_statement_bind_text (statement, "$reason", exclusion->reason);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_exclusion_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM level_exclusion WHERE id = $id", id, error);
}

gboolean
ff_exclusion_store_delete_of_enrolment (FfDb *db, gint64 enrolment_id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM level_exclusion WHERE enrolment_id = $id", enrolment_id, error);
}
