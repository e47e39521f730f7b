#include "config.h"

#include "ff-results-store.h"

#include "ff-journal-reader.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_results_run_free (FfResultsRun *run)
{
  if (run == NULL)
    return;
  g_free (run->code);
  g_free (run->title);
  g_free (run->course_title);
  g_free (run);
}

static gpointer
run_from_row (FfStatement *row)
{
  FfResultsRun *run = g_new0 (FfResultsRun, 1);

  run->id = ff_statement_get_int (row, 0);
  run->code = ff_statement_dup_text (row, 1);
  run->title = ff_statement_dup_text (row, 2);
  run->course_id = ff_statement_get_int (row, 3);
  run->course_title = ff_statement_dup_text (row, 4);
  run->project_id = ff_statement_get_int (row, 5);
  run->ends_on = ff_statement_get_day (row, 6);
  return run;
}

GPtrArray *
ff_results_store_list_runs (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db,
      "SELECT run.id, run.code, run.title, course.id, course.title, run.project_id, run.ends_on"
      " FROM run JOIN course ON course.id = run.course_id WHERE run.deleted = 0 AND run.cancelled = 0 ORDER BY run.ends_on DESC, run.code",
      error);

  return select != NULL ? ff_rows_list (select, run_from_row, (GDestroyNotify) ff_results_run_free, error) : NULL;
}

GArray *
ff_results_store_list_projects (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db, "SELECT id FROM project WHERE deleted = 0 AND id IN (SELECT project_id FROM metric WHERE project_id IS NOT NULL)", error);

  return select != NULL ? ff_rows_list_ids (select, error) : NULL;
}

GArray *
ff_results_store_list_of_people (FfDb *db, const FfResultsPeople *people, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db,
      "WITH RECURSIVE below (id) AS (SELECT $department UNION SELECT department.id FROM department JOIN below ON department.parent_id = below.id)"
      " SELECT run.id FROM run WHERE ($department IS NULL OR EXISTS (SELECT 1 FROM enrolment WHERE enrolment.run_id = run.id"
      " AND enrolment.status = 'enrolled' AND enrolment.department_id IN (SELECT id FROM below)))"
      " AND ($layer IS NULL OR EXISTS (SELECT 1 FROM enrolment WHERE enrolment.run_id = run.id AND enrolment.status = 'enrolled'"
      " AND enrolment.layer_id = $layer))"
      " AND ($trainer IS NULL OR EXISTS (SELECT 1 FROM session JOIN session_trainer ON session_trainer.session_id = session.id"
      " WHERE session.run_id = run.id AND session.cancelled = 0 AND session_trainer.trainer_id = $trainer))",
      error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_id (select, "$department", people->department_id);
  ff_statement_bind_id (select, "$layer", people->layer_id);
  ff_statement_bind_id (select, "$trainer", people->trainer_id);
  return ff_rows_list_ids (select, error);
}

/* Answers ------------------------------------------------------------------------------------------------------------------ */

/* What everybody answered is summed up in the order of an index; the few forms that do not count are then taken out again. */
#define SUM_ANSWERS(answer)                                                                                                        \
  "SELECT question_id, count (*), sum (value) FROM " answer " WHERE value IS NOT NULL AND question_id IN (SELECT question.id"      \
  " FROM questionnaire JOIN question ON question.questionnaire_id = questionnaire.id WHERE questionnaire.level = 1"                \
  " AND questionnaire.run_id IS NOT NULL AND questionnaire.deleted = 0 AND question.kind = 'rating') GROUP BY question_id"

#define IS_SPARSE(answer)                                                                                                          \
  "2 * (SELECT count (*) FROM " answer " AS a JOIN question AS n ON n.id = a.question_id WHERE a.response_id = r.id"               \
  " AND n.kind IN ('rating', 'servqual') AND a.value IS NOT NULL)"                                                                 \
  " < (SELECT sum (CASE kind WHEN 'servqual' THEN 2 ELSE 1 END) FROM question WHERE questionnaire_id = q.id"                       \
  " AND kind IN ('rating', 'servqual'))"

#define INVALID(response, answer)                                                                                                  \
  "SELECT id, questionnaire_id FROM " response " WHERE invalid = 1"                                                                \
  " UNION SELECT r.id, q.id FROM questionnaire AS q JOIN " response " AS r ON r.questionnaire_id = q.id"                           \
  " WHERE q.half_invalid = 1 AND " IS_SPARSE (answer)

#define TAKEN_OUT                                                                                                                  \
  "SELECT r.id, r.questionnaire_id FROM level_exclusion AS x JOIN enrolment AS e ON e.id = x.enrolment_id"                         \
  " JOIN questionnaire AS q ON q.run_id = e.run_id AND q.level = x.level"                                                          \
  " JOIN response AS r ON r.questionnaire_id = q.id AND r.trainee_id = e.trainee_id WHERE e.status = 'enrolled'"

/* The CROSS keeps SQLite from reading all answers in the order of the groups. */
#define SUM_DROPPED(dropped, answer)                                                                                               \
  "WITH dropped (id, questionnaire_id) AS (" dropped ")"                                                                           \
  " SELECT a.question_id, - count (*), - sum (a.value) FROM dropped CROSS JOIN " answer " AS a"                                    \
  " WHERE a.response_id = dropped.id AND a.value IS NOT NULL GROUP BY a.question_id"

/* Forms that are returned and valid alike, those that are invalid, those that are neither. */
#define COUNT_FORMS(response) "SELECT questionnaire_id, count (*), count (*) FROM " response " GROUP BY questionnaire_id"
#define COUNT_DROPPED(dropped, returned)                                                                                           \
  "WITH dropped (id, questionnaire_id) AS (" dropped ")"                                                                           \
  " SELECT questionnaire_id, - " returned ", - count (*) FROM dropped GROUP BY questionnaire_id"

typedef void (*SumFunc) (gint64 id, gint64 a, gint64 b, gpointer user_data);

static gboolean
foreach (FfDb *db, const char *sql, SumFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, sql, error);
  FfStep step;

  if (select == NULL)
    return FALSE;
  while ((step = ff_statement_step (select, error)) == FF_STEP_ROW)
    func (ff_statement_get_int (select, 0), ff_statement_get_int (select, 1), ff_statement_get_int (select, 2), user_data);
  return step == FF_STEP_DONE;
}

gboolean
ff_results_store_foreach_sum (FfDb *db, FfAnswerSumFunc func, gpointer user_data, GError **error)
{
  return foreach (db, SUM_ANSWERS ("answer"), func, user_data, error)
         && foreach (db, SUM_DROPPED (INVALID ("response", "answer") " UNION " TAKEN_OUT, "answer"), func, user_data, error)
         && foreach (db, SUM_ANSWERS ("anonymous_answer"), func, user_data, error)
         && foreach (db, SUM_DROPPED (INVALID ("anonymous_response", "anonymous_answer"), "anonymous_answer"), func, user_data, error);
}

gboolean
ff_results_store_foreach_form_sum (FfDb *db, FfFormSumFunc func, gpointer user_data, GError **error)
{
  return foreach (db, COUNT_FORMS ("response"), func, user_data, error)
         && foreach (db, COUNT_DROPPED (TAKEN_OUT, "count (*)"), func, user_data, error)
         && foreach (db, COUNT_DROPPED (INVALID ("response", "answer") " EXCEPT " TAKEN_OUT, "0"), func, user_data, error)
         && foreach (db, COUNT_FORMS ("anonymous_response"), func, user_data, error)
         && foreach (db, COUNT_DROPPED (INVALID ("anonymous_response", "anonymous_answer"), "0"), func, user_data, error);
}

/* Changes -------------------------------------------------------------------------------------------------------------------- */

/* To find the class of each of more lines costs as much as to read some classes anew. */
#define MANY_LINES 64

GArray *
ff_results_store_list_changed (FfDb *db, gint64 since, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db, "SELECT DISTINCT table_name, row_id FROM journal WHERE id > $since", error);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  FfStep step;

  if (select == NULL || ff_db_journal_number (db) - since > MANY_LINES)
    return NULL;
  ff_statement_bind_int (select, "$since", since);
  while ((step = ff_statement_step (select, error)) == FF_STEP_ROW)
    {
      gint64 run = ff_journal_find_run (db, ff_statement_get_text (select, 0), ff_statement_get_int (select, 1), error);

      if (run <= 0)
        return NULL;
      g_array_append_val (runs, run);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&runs) : NULL;
}
