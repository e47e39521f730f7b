#include "config.h"

#include "ff-interview-store.h"

#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_interview_free (FfInterview *interview)
{
  if (interview == NULL)
    return;
  g_free (interview->employee_no);
  g_free (interview->name);
  g_free (interview->department);
  g_free (interview->interviewer);
  g_free (interview->best);
  g_free (interview->worst);
  g_free (interview->suggestions);
  g_free (interview);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_ENROLMENT_ID,
  COL_EMPLOYEE_NO,
  COL_NAME,
  COL_DEPARTMENT,
  COL_POSITION,
  COL_HELD_ON,
  COL_INTERVIEWER,
  COL_BEST,
  COL_WORST,
  COL_SUGGESTIONS,
};

#define SELECT_INTERVIEW                                                                                                          \
  "SELECT interview.id, interview.version, enrolment_id, trainee.employee_no, trainee.name, department.path, interview.position," \
  " held_on, interviewer, best, worst, suggestions FROM interview JOIN enrolment ON enrolment.id = enrolment_id"                  \
  " JOIN trainee ON trainee.id = enrolment.trainee_id LEFT JOIN department ON department.id = enrolment.department_id"

static gpointer
read_interview (FfStatement *statement)
{
  FfInterview *interview = g_new0 (FfInterview, 1);

  interview->id = ff_statement_get_int (statement, COL_ID);
  interview->version = ff_statement_get_int (statement, COL_VERSION);
  interview->enrolment_id = ff_statement_get_int (statement, COL_ENROLMENT_ID);
  interview->employee_no = ff_statement_dup_text (statement, COL_EMPLOYEE_NO);
  interview->name = ff_statement_dup_text (statement, COL_NAME);
  interview->department = ff_statement_dup_text (statement, COL_DEPARTMENT);
  interview->position = (int) ff_statement_get_int (statement, COL_POSITION);
  interview->held_on = ff_statement_get_day (statement, COL_HELD_ON);
  interview->interviewer = ff_statement_dup_text (statement, COL_INTERVIEWER);
  interview->best = ff_statement_dup_text (statement, COL_BEST);
  interview->worst = ff_statement_dup_text (statement, COL_WORST);
  interview->suggestions = ff_statement_dup_text (statement, COL_SUGGESTIONS);
  return interview;
}

GPtrArray *
ff_interview_store_list (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       SELECT_INTERVIEW " WHERE enrolment.run_id = $run AND enrolment.status = 'enrolled'"
                                        " ORDER BY interview.position = 0, interview.position, trainee.employee_no",
                       error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_list (statement, read_interview, (GDestroyNotify) ff_interview_free, error);
}

FfInterview *
ff_interview_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_INTERVIEW " WHERE interview.id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_interview (statement) : NULL;
}

static void
bind_fields (FfStatement *statement, const FfInterview *interview)
{
  ff_statement_bind_int (statement, "$position", interview->position);
  ff_statement_bind_day (statement, "$held_on", interview->held_on);
  ff_statement_bind_text (statement, "$interviewer", interview->interviewer);
  ff_statement_bind_text (statement, "$best", interview->best);
  ff_statement_bind_text (statement, "$worst", interview->worst);
  ff_statement_bind_text (statement, "$suggestions", interview->suggestions);
}

gboolean
ff_interview_store_insert (FfDb *db, FfInterview *interview, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO interview (enrolment_id, position, held_on, interviewer, best, worst, suggestions)"
                       " VALUES ($enrolment, $position, $held_on, $interviewer, $best, $worst, $suggestions)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$enrolment", interview->enrolment_id);
  bind_fields (statement, interview);
  return ff_statement_insert (statement, &interview->id, error);
}

gboolean
ff_interview_store_update (FfDb *db, const FfInterview *interview, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE interview SET position = $position, held_on = $held_on, interviewer = $interviewer, best = $best,"
                       " worst = $worst, suggestions = $suggestions, version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", interview->id);
  bind_fields (statement, interview);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_interview_store_delete_of_enrolment (FfDb *db, gint64 enrolment_id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM interview WHERE enrolment_id = $id", enrolment_id, error);
}

/* The draw --------------------------------------------------------------------------------------------------------- */

GArray *
ff_interview_store_list_drawable (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT enrolment.id FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id"
      " WHERE enrolment.run_id = $run AND enrolment.status = 'enrolled'"
      " AND NOT EXISTS (SELECT 1 FROM level_exclusion WHERE enrolment_id = enrolment.id AND level = 1) ORDER BY trainee.employee_no",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_list_ids (statement, error);
}

gboolean
ff_interview_store_forget_draw (FfDb *db, gint64 run_id, GError **error)
{
  return ff_rows_run_with_id (db,
                              "DELETE FROM interview WHERE enrolment_id IN (SELECT id FROM enrolment WHERE run_id = $id)"
                              " AND held_on IS NULL AND best IS NULL AND worst IS NULL AND suggestions IS NULL",
                              run_id, error)
         && ff_rows_run_with_id (db,
                                 "UPDATE interview SET position = 0, version = version + 1"
                                 " WHERE position <> 0 AND enrolment_id IN (SELECT id FROM enrolment WHERE run_id = $id)",
                                 run_id, error);
}
