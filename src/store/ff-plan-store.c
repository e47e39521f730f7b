#include "config.h"

#include "ff-plan-store.h"

#include <glib/gi18n-lib.h>

#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_plan_free (FfPlan *plan)
{
  if (plan == NULL)
    return;
  g_free (plan->approved_by);
  g_free (plan->note);
  g_free (plan);
}

void
ff_plan_line_free (FfPlanLine *line)
{
  if (line == NULL)
    return;
  g_free (line->category);
  g_free (line->title);
  g_free (line->course_code);
  g_free (line->department);
  g_free (line->audience);
  g_free (line->run_code);
  g_free (line->reason);
  g_free (line);
}

/* Editions ----------------------------------------------------------------------------------------------------------- */

enum
{
  PLAN_ID,
  PLAN_VERSION,
  PLAN_YEAR,
  PLAN_EDITION,
  PLAN_APPROVED_BY,
  PLAN_APPROVED_ON,
  PLAN_NOTE,
};

#define SELECT_PLAN "SELECT id, version, year, edition, approved_by, approved_on, note FROM plan"

static gpointer
read_plan (FfStatement *statement)
{
  FfPlan *plan = g_new0 (FfPlan, 1);

  plan->id = ff_statement_get_int (statement, PLAN_ID);
  plan->version = ff_statement_get_int (statement, PLAN_VERSION);
  plan->year = (int) ff_statement_get_int (statement, PLAN_YEAR);
  plan->edition = (int) ff_statement_get_int (statement, PLAN_EDITION);
  plan->approved_by = ff_statement_dup_text (statement, PLAN_APPROVED_BY);
  plan->approved_on = ff_statement_get_day (statement, PLAN_APPROVED_ON);
  plan->note = ff_statement_dup_text (statement, PLAN_NOTE);
  return plan;
}

GPtrArray *
ff_plan_store_list (FfDb *db, int year, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_PLAN " WHERE $year = 0 OR year = $year ORDER BY year DESC, edition DESC", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$year", year);
  return ff_rows_list (statement, read_plan, (GDestroyNotify) ff_plan_free, error);
}

FfPlan *
ff_plan_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_PLAN " WHERE id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_plan (statement) : NULL;
}

static void
bind_plan (FfStatement *statement, const FfPlan *plan)
{
  ff_statement_bind_int (statement, "$year", plan->year);
  ff_statement_bind_int (statement, "$edition", plan->edition);
  ff_statement_bind_text (statement, "$approved_by", plan->approved_by);
  ff_statement_bind_day (statement, "$approved_on", plan->approved_on);
  ff_statement_bind_text (statement, "$note", plan->note);
}

gboolean
ff_plan_store_insert (FfDb *db, FfPlan *plan, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "INSERT INTO plan (year, edition, approved_by, approved_on, note)"
                           " VALUES ($year, $edition, $approved_by, $approved_on, $note)",
                       error);

  if (statement == NULL)
    return FALSE;
  bind_plan (statement, plan);
  plan->version = 1;
  return ff_statement_insert (statement, &plan->id, error);
}

gboolean
ff_plan_store_update (FfDb *db, const FfPlan *plan, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE plan SET year = $year, edition = $edition, approved_by = $approved_by, approved_on = $approved_on,"
                           " note = $note, version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  bind_plan (statement, plan);
  ff_statement_bind_int (statement, "$id", plan->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_plan_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) lines = ff_db_prepare (db, "DELETE FROM plan_line WHERE plan_id = $id", error);
  g_autoptr (FfStatement) plan = ff_db_prepare (db, "DELETE FROM plan WHERE id = $id", error);

  if (lines == NULL || plan == NULL)
    return FALSE;
  ff_statement_bind_int (lines, "$id", id);
  ff_statement_bind_int (plan, "$id", id);
  return ff_statement_run (lines, NULL, error) && ff_statement_run (plan, NULL, error);
}

/* Lines -------------------------------------------------------------------------------------------------------------- */

enum
{
  LINE_ID,
  LINE_VERSION,
  LINE_PLAN_ID,
  LINE_ORIGIN_ID,
  LINE_POSITION,
  LINE_MONTH,
  LINE_CATEGORY,
  LINE_TITLE,
  LINE_COURSE_ID,
  LINE_COURSE_CODE,
  LINE_DEPARTMENT_ID,
  LINE_DEPARTMENT,
  LINE_AUDIENCE,
  LINE_HOURS,
  LINE_PEOPLE,
  LINE_BUDGET,
  LINE_REQUIRED,
  LINE_CANCELLED,
  LINE_REASON,
  LINE_RUN_ID,
  LINE_RUN_CODE,
  LINE_RUN_STARTS_ON,
  LINE_RUN_ENDS_ON,
  LINE_RUN_CANCELLED,
  LINE_ENROLLED,
  LINE_SPENT,
};

/* A class that was deleted leaves its line without one. */
#define SELECT_LINE                                                                                                                 \
  "SELECT line.id, line.version, line.plan_id, line.origin_id, line.position, line.month, line.category, line.title,"               \
  " line.course_id, course.code, line.department_id, department.path, line.audience, line.hours, line.people, line.budget,"         \
  " line.required, line.cancelled, line.reason, run.id, run.code, run.starts_on, run.ends_on, run.cancelled,"                       \
  " (SELECT count (*) FROM enrolment WHERE enrolment.run_id = run.id AND enrolment.status = 'enrolled'),"                           \
  " (SELECT sum (actual) FROM budget_line WHERE budget_line.run_id = run.id)"                                                       \
  " FROM plan_line AS line LEFT JOIN course ON course.id = line.course_id"                                                          \
  " LEFT JOIN department ON department.id = line.department_id LEFT JOIN run ON run.id = line.run_id AND run.deleted = 0 WHERE "

static FfPlanLine *
read_line (FfStatement *statement, FfMinute now)
{
  FfPlanLine *line = g_new0 (FfPlanLine, 1);

  line->id = ff_statement_get_int (statement, LINE_ID);
  line->version = ff_statement_get_int (statement, LINE_VERSION);
  line->plan_id = ff_statement_get_int (statement, LINE_PLAN_ID);
  line->origin_id = ff_statement_get_int (statement, LINE_ORIGIN_ID);
  line->position = (int) ff_statement_get_int (statement, LINE_POSITION);
  line->month = (int) ff_statement_get_int (statement, LINE_MONTH);
  line->category = ff_statement_dup_text (statement, LINE_CATEGORY);
  line->title = ff_statement_dup_text (statement, LINE_TITLE);
  line->course_id = ff_statement_get_int (statement, LINE_COURSE_ID);
  line->course_code = ff_statement_dup_text (statement, LINE_COURSE_CODE);
  line->department_id = ff_statement_get_int (statement, LINE_DEPARTMENT_ID);
  line->department = ff_statement_dup_text (statement, LINE_DEPARTMENT);
  line->audience = ff_statement_dup_text (statement, LINE_AUDIENCE);
  line->hours = ff_statement_get_number (statement, LINE_HOURS);
  line->people = (int) ff_statement_get_number (statement, LINE_PEOPLE);
  line->budget = ff_statement_get_number (statement, LINE_BUDGET);
  line->required = ff_statement_get_int (statement, LINE_REQUIRED) != 0;
  line->cancelled = ff_statement_get_int (statement, LINE_CANCELLED) != 0;
  line->reason = ff_statement_dup_text (statement, LINE_REASON);
  line->run_id = ff_statement_get_int (statement, LINE_RUN_ID);
  line->run_code = ff_statement_dup_text (statement, LINE_RUN_CODE);
  line->enrolled = (int) ff_statement_get_int (statement, LINE_ENROLLED);
  line->spent = ff_statement_get_number (statement, LINE_SPENT);
  if (line->run_id != 0)
    line->run_status
        = ff_run_status (ff_statement_get_day (statement, LINE_RUN_STARTS_ON), ff_statement_get_day (statement, LINE_RUN_ENDS_ON),
                         ff_statement_get_int (statement, LINE_RUN_CANCELLED) != 0, now);
  return line;
}

GPtrArray *
ff_plan_store_lines (FfDb *db, gint64 plan_id, FfMinute now, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_plan_line_free);
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_LINE "line.plan_id = $plan ORDER BY line.month, line.position, line.id", error);
  FfStep step;

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$plan", plan_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    g_ptr_array_add (lines, read_line (statement, now));
  return step == FF_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

FfPlanLine *
ff_plan_store_read_line (FfDb *db, gint64 id, FfMinute now, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_LINE "line.id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_line (statement, now) : NULL;
}

static void
bind_line (FfStatement *statement, const FfPlanLine *line)
{
  ff_statement_bind_int (statement, "$month", line->month);
  ff_statement_bind_text (statement, "$category", line->category);
  ff_statement_bind_text (statement, "$title", line->title);
  ff_statement_bind_id (statement, "$course", line->course_id);
  ff_statement_bind_id (statement, "$department", line->department_id);
  ff_statement_bind_text (statement, "$audience", line->audience);
  ff_statement_bind_number (statement, "$hours", line->hours);
  ff_statement_bind_number (statement, "$people", line->people);
  ff_statement_bind_number (statement, "$budget", line->budget);
  ff_statement_bind_int (statement, "$required", line->required);
  ff_statement_bind_id (statement, "$run", line->run_id);
  ff_statement_bind_int (statement, "$cancelled", line->cancelled);
  ff_statement_bind_text (statement, "$reason", line->reason);
}

gboolean
ff_plan_store_insert_line (FfDb *db, FfPlanLine *line, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "INSERT INTO plan_line (plan_id, position, month, category, title, course_id, department_id, audience, hours,"
                           " people, budget, required, run_id, cancelled, reason)"
                           " VALUES ($plan, (SELECT coalesce (max (position), 0) + 1 FROM plan_line WHERE plan_id = $plan), $month,"
                           " $category, $title, $course, $department, $audience, $hours, $people, $budget, $required, $run, $cancelled,"
                           " $reason)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$plan", line->plan_id);
  bind_line (statement, line);
  line->version = 1;
  return ff_statement_insert (statement, &line->id, error);
}

gboolean
ff_plan_store_update_line (FfDb *db, const FfPlanLine *line, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE plan_line SET month = $month, category = $category, title = $title, course_id = $course,"
                           " department_id = $department, audience = $audience, hours = $hours, people = $people, budget = $budget,"
                           " required = $required, run_id = $run, cancelled = $cancelled, reason = $reason, version = version + 1"
                           " WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  bind_line (statement, line);
  ff_statement_bind_int (statement, "$id", line->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_plan_store_delete_line (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM plan_line WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_plan_store_copy_lines (FfDb *db, gint64 from, gint64 to, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "INSERT INTO plan_line (plan_id, origin_id, position, month, category, title, course_id, department_id,"
                           " audience, hours, people, budget, required, run_id, cancelled, reason)"
                           " SELECT $to, id, position, month, category, title, course_id, department_id, audience, hours, people,"
                           " budget, required, run_id, cancelled, reason FROM plan_line WHERE plan_id = $from ORDER BY id",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$from", from);
  ff_statement_bind_int (statement, "$to", to);
  return ff_statement_run (statement, NULL, error);
}

GArray *
ff_plan_store_line_and_copies (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "WITH RECURSIVE same (id) AS (SELECT $id UNION SELECT plan_line.id FROM same"
                           " JOIN plan_line ON plan_line.origin_id = same.id) SELECT id FROM same ORDER BY id",
                       error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_list_ids (statement, error);
}

GArray *
ff_plan_store_years (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT year FROM plan UNION SELECT CAST (substr (starts_on, 1, 4) AS INTEGER) FROM run WHERE deleted = 0"
                           " ORDER BY 1 DESC",
                       error);

  return statement != NULL ? ff_rows_list_ids (statement, error) : NULL;
}

GArray *
ff_plan_store_unplanned (FfDb *db, gint64 plan_id, int year, GError **error)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT id FROM run WHERE deleted = 0 AND starts_on BETWEEN $first AND $last"
                           " AND NOT EXISTS (SELECT 1 FROM plan_line WHERE run_id = run.id AND plan_id = $plan)"
                           " ORDER BY starts_on, code",
                       error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$plan", plan_id);
  ff_statement_bind_text (statement, "$first", first);
  ff_statement_bind_text (statement, "$last", last);
  return ff_rows_list_ids (statement, error);
}

/* Invariants ---------------------------------------------------------------------------------------------------------- */

enum
{
  CHECK_COL_YEAR,
  CHECK_COL_TITLE,
};

static char *
describe_origin (FfStatement *row)
{
  /* Translators: a year, the title of a line of its plan */
  return g_strdup_printf (_ ("The plan of %s: “%s” goes back to a line that is not of the edition before."),
                          ff_statement_get_text (row, CHECK_COL_YEAR), ff_statement_get_text (row, CHECK_COL_TITLE));
}

gboolean
ff_plan_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (db,
                                     "SELECT CAST (plan.year AS TEXT), line.title FROM plan_line AS line JOIN plan ON plan.id = line.plan_id"
                                     " JOIN plan_line AS origin ON origin.id = line.origin_id JOIN plan AS former ON former.id = origin.plan_id"
                                     " WHERE former.year <> plan.year OR former.edition <> plan.edition - 1 ORDER BY line.id",
                                     describe_origin, findings, error);
}
