#include "config.h"

#include "ff-requirement-store.h"

#include "ff-layer-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_requirement_free (FfRequirement *requirement)
{
  if (requirement == NULL)
    return;
  g_free (requirement->course_code);
  g_free (requirement->course_title);
  g_free (requirement->layer_key);
  g_free (requirement->layer);
  g_free (requirement->department);
  g_free (requirement);
}

void
ff_required_free (FfRequired *required)
{
  if (required == NULL)
    return;
  g_free (required->employee_no);
  g_free (required->name);
  g_free (required->department);
  g_free (required);
}

enum
{
  REQ_ID,
  REQ_VERSION,
  REQ_COURSE_ID,
  REQ_COURSE_CODE,
  REQ_COURSE_TITLE,
  REQ_LAYER_ID,
  REQ_LAYER_KEY,
  REQ_LAYER_TITLE,
  REQ_DEPARTMENT_ID,
  REQ_DEPARTMENT,
  REQ_VALID_MONTHS,
};

#define SELECT_REQUIREMENT                                                                                                          \
  "SELECT requirement.id, requirement.version, course.id, course.code, course.title, layer.id, layer.key, layer.title,"             \
  " department.id, department.path, requirement.valid_months FROM requirement"                                                      \
  " JOIN course ON course.id = requirement.course_id AND course.deleted = 0"                                                        \
  " LEFT JOIN layer ON layer.id = requirement.layer_id LEFT JOIN department ON department.id = requirement.department_id "

static gpointer
read_requirement (FfStatement *statement)
{
  FfRequirement *requirement = g_new0 (FfRequirement, 1);

  requirement->id = ff_statement_get_int (statement, REQ_ID);
  requirement->version = ff_statement_get_int (statement, REQ_VERSION);
  requirement->course_id = ff_statement_get_int (statement, REQ_COURSE_ID);
  requirement->course_code = ff_statement_dup_text (statement, REQ_COURSE_CODE);
  requirement->course_title = ff_statement_dup_text (statement, REQ_COURSE_TITLE);
  requirement->layer_id = ff_statement_get_int (statement, REQ_LAYER_ID);
  requirement->layer_key = ff_statement_dup_text (statement, REQ_LAYER_KEY);
  if (requirement->layer_key != NULL)
    requirement->layer = g_strdup (ff_layer_title (requirement->layer_key, ff_statement_get_text (statement, REQ_LAYER_TITLE)));
  requirement->department_id = ff_statement_get_int (statement, REQ_DEPARTMENT_ID);
  requirement->department = ff_statement_dup_text (statement, REQ_DEPARTMENT);
  requirement->valid_months = (int) ff_statement_get_int (statement, REQ_VALID_MONTHS);
  return requirement;
}

GPtrArray *
ff_requirement_store_list (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, SELECT_REQUIREMENT "WHERE $course = 0 OR requirement.course_id = $course ORDER BY course.sort_key, course.id, requirement.id",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$course", course_id);
  return ff_rows_list (statement, read_requirement, (GDestroyNotify) ff_requirement_free, error);
}

FfRequirement *
ff_requirement_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_REQUIREMENT "WHERE requirement.id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_requirement (statement) : NULL;
}

static void
bind_requirement (FfStatement *statement, const FfRequirement *requirement)
{
  ff_statement_bind_id (statement, "$layer", requirement->layer_id);
  ff_statement_bind_id (statement, "$department", requirement->department_id);
  ff_statement_bind_id (statement, "$months", requirement->valid_months);
}

gboolean
ff_requirement_store_insert (FfDb *db, FfRequirement *requirement, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "INSERT INTO requirement (course_id, layer_id, department_id, valid_months)"
                           " VALUES ($course, $layer, $department, $months)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$course", requirement->course_id);
  bind_requirement (statement, requirement);
  requirement->version = 1;
  return ff_statement_insert (statement, &requirement->id, error);
}

gboolean
ff_requirement_store_update (FfDb *db, const FfRequirement *requirement, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE requirement SET layer_id = $layer, department_id = $department, valid_months = $months,"
                           " version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  bind_requirement (statement, requirement);
  ff_statement_bind_int (statement, "$id", requirement->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_requirement_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM requirement WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

/* Who has taken it --------------------------------------------------------------------------------------------------- */

enum
{
  PERSON_ID,
  PERSON_NO,
  PERSON_NAME,
  PERSON_LAYER_ID,
  PERSON_DEPARTMENT,
  PERSON_TAKEN_ON,
  PERSON_ENROLLED,
};

/* The classes of course $course: when they ended and who attended one of their sessions, and who is enrolled in one to come; @who narrows
   both down. A time of arrival counts unless a status set by hand says otherwise. */
#define TAKEN(who)                                                                                                                  \
  "WITH taken AS (SELECT enrolment.trainee_id, max (run.ends_on) AS on_day FROM run JOIN enrolment ON enrolment.run_id = run.id"    \
  " WHERE run.course_id = $course AND run.deleted = 0 AND run.cancelled = 0 AND run.ends_on < $today"                               \
  " AND enrolment.status = 'enrolled'" who " AND EXISTS (SELECT 1 FROM attendance WHERE attendance.enrolment_id = enrolment.id"     \
  " AND (attendance.status IN ('present', 'late', 'left_early') OR (attendance.status IS NULL AND attendance.arrived_at IS NOT NULL)" \
  " OR attendance.made_up = 1)) GROUP BY enrolment.trainee_id),"                                                                    \
  " coming AS (SELECT DISTINCT enrolment.trainee_id FROM run JOIN enrolment ON enrolment.run_id = run.id"                           \
  " WHERE run.course_id = $course AND run.deleted = 0 AND run.cancelled = 0 AND run.ends_on >= $today"                              \
  " AND enrolment.status = 'enrolled'" who ") "

/* The sum keeps SQLite from jumping through the table by an index, since everybody is read. */
#define SELECT_PEOPLE                                                                                                               \
  "SELECT trainee.id, trainee.employee_no, trainee.name, trainee.layer_id, department.path, taken.on_day,"                          \
  " coming.trainee_id IS NOT NULL FROM trainee LEFT JOIN department ON department.id = trainee.department_id"                       \
  " LEFT JOIN taken ON taken.trainee_id = trainee.id LEFT JOIN coming ON coming.trainee_id = trainee.id"                            \
  " WHERE trainee.deleted + 0 = 0 AND trainee.guest = 0 AND trainee.employment = 'employed'"

static gpointer
read_required (FfStatement *statement)
{
  FfRequired *required = g_new0 (FfRequired, 1);

  required->trainee_id = ff_statement_get_int (statement, PERSON_ID);
  required->employee_no = ff_statement_dup_text (statement, PERSON_NO);
  required->name = ff_statement_dup_text (statement, PERSON_NAME);
  required->layer_id = ff_statement_get_int (statement, PERSON_LAYER_ID);
  required->department = ff_statement_dup_text (statement, PERSON_DEPARTMENT);
  required->taken_on = ff_statement_get_day (statement, PERSON_TAKEN_ON);
  required->enrolled = ff_statement_get_int (statement, PERSON_ENROLLED) != 0;
  return required;
}

static GPtrArray *
list_people (FfStatement *statement, gint64 course_id, FfDay today, GError **error)
{
  ff_statement_bind_int (statement, "$course", course_id);
  ff_statement_bind_day (statement, "$today", today);
  return ff_rows_list (statement, read_required, (GDestroyNotify) ff_required_free, error);
}

GPtrArray *
ff_requirement_store_people (FfDb *db, gint64 course_id, FfDay today, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, TAKEN ("") SELECT_PEOPLE " ORDER BY department.path, trainee.sort_key, trainee.id", error);

  return statement != NULL ? list_people (statement, course_id, today, error) : NULL;
}

GPtrArray *
ff_requirement_store_person (FfDb *db, gint64 course_id, gint64 trainee_id, FfDay today, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, TAKEN (" AND enrolment.trainee_id = $trainee") SELECT_PEOPLE " AND trainee.id = $trainee", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$trainee", trainee_id);
  return list_people (statement, course_id, today, error);
}
