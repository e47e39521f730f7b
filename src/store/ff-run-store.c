/* The table run: classes, read together with what a list of them shows. */
#include "config.h"

#include "ff-run-store.h"

#include "ff-name-key.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

#include <string.h>

#include <glib/gi18n-lib.h>

void
ff_run_free (FfRun *run)
{
  if (run == NULL)
    return;
  g_free (run->code);
  g_free (run->title);
  g_free (run->course_code);
  g_free (run->course_title);
  g_free (run->category);
  g_free (run->department);
  g_free (run->project_code);
  g_free (run->project);
  g_free (run->bring);
  g_free (run->reason);
  g_free (run);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_CODE,
  COL_TITLE,
  COL_COURSE_ID,
  COL_COURSE_CODE,
  COL_COURSE_TITLE,
  COL_STARTS_ON,
  COL_ENDS_ON,
  COL_CAPACITY,
  COL_CATEGORY,
  COL_DEPARTMENT_ID,
  COL_DEPARTMENT,
  COL_HOURS,
  COL_BUDGET,
  COL_REQUIRED,
  COL_PROJECT_ID,
  COL_PROJECT_CODE,
  COL_PROJECT,
  COL_BRING,
  COL_CANCELLED,
  COL_REASON,
  COL_ENROLLED,
  COL_WAITLISTED,
  COL_SESSIONS,
  COL_HELD,
};

static const char select_run[] =
    "SELECT run.id, run.version, run.code, run.title, run.course_id, course.code, course.title, run.starts_on, run.ends_on,"
    " run.capacity, run.category, run.department_id, department.path, run.hours, run.budget, run.required,"
    " run.project_id, project.code, project.title, run.bring, run.cancelled, run.reason,"
    " (SELECT count(*) FROM enrolment WHERE enrolment.run_id = run.id AND enrolment.status = 'enrolled'),"
    " (SELECT count(*) FROM enrolment WHERE enrolment.run_id = run.id AND enrolment.status = 'waitlisted'),"
    " (SELECT count(*) FROM session WHERE session.run_id = run.id AND session.cancelled = 0),"
    " (SELECT count(*) FROM session WHERE session.run_id = run.id AND session.cancelled = 0 AND session.ends_at <= $now)"
    " FROM run JOIN course ON course.id = run.course_id LEFT JOIN department ON department.id = run.department_id"
    " LEFT JOIN project ON project.id = run.project_id"
    " WHERE run.id = $id AND run.deleted = 0";

static FfRun *
read_run (FfStatement *statement, FfMinute now)
{
  FfRun *run = g_new0 (FfRun, 1);

  run->id = ff_statement_get_int (statement, COL_ID);
  run->version = ff_statement_get_int (statement, COL_VERSION);
  run->code = ff_statement_dup_text (statement, COL_CODE);
  run->title = ff_statement_dup_text (statement, COL_TITLE);
  run->course_id = ff_statement_get_int (statement, COL_COURSE_ID);
  run->course_code = ff_statement_dup_text (statement, COL_COURSE_CODE);
  run->course_title = ff_statement_dup_text (statement, COL_COURSE_TITLE);
  run->starts_on = ff_statement_get_day (statement, COL_STARTS_ON);
  run->ends_on = ff_statement_get_day (statement, COL_ENDS_ON);
  run->capacity = (int) ff_statement_get_number (statement, COL_CAPACITY);
  run->category = ff_statement_dup_text (statement, COL_CATEGORY);
  run->department_id = ff_statement_get_int (statement, COL_DEPARTMENT_ID);
  run->department = ff_statement_dup_text (statement, COL_DEPARTMENT);
  run->hours = ff_statement_get_number (statement, COL_HOURS);
  run->budget = ff_statement_get_number (statement, COL_BUDGET);
  run->required = ff_statement_get_int (statement, COL_REQUIRED) != 0;
  run->project_id = ff_statement_get_int (statement, COL_PROJECT_ID);
  run->project_code = ff_statement_dup_text (statement, COL_PROJECT_CODE);
  run->project = ff_statement_dup_text (statement, COL_PROJECT);
  run->bring = ff_statement_dup_text (statement, COL_BRING);
  run->cancelled = ff_statement_get_int (statement, COL_CANCELLED) != 0;
  run->reason = ff_statement_dup_text (statement, COL_REASON);
  run->status = ff_run_status (run->starts_on, run->ends_on, run->cancelled, now);
  run->enrolled = (int) ff_statement_get_int (statement, COL_ENROLLED);
  run->waitlisted = (int) ff_statement_get_int (statement, COL_WAITLISTED);
  run->sessions = (int) ff_statement_get_int (statement, COL_SESSIONS);
  run->held = (int) ff_statement_get_int (statement, COL_HELD);
  return run;
}

FfRun *
ff_run_store_read (FfDb *db, gint64 id, FfMinute now, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, select_run, error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_time (statement, "$now", now);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_run (statement, now) : NULL;
}

gint64
ff_run_store_find (FfDb *db, const char *code, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM run WHERE code = $code AND deleted = 0", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_text (statement, "$code", code);
  return ff_rows_get_id (statement, error);
}

static const char *
order_by (FfRunSort sort)
{
  switch (sort)
    {
    case FF_RUN_SORT_CODE:
      return "run.code";
    case FF_RUN_SORT_TITLE:
      return "run.sort_key";
    case FF_RUN_SORT_COURSE:
      return "course.sort_key";
    case FF_RUN_SORT_ENROLLED:
      return "(SELECT count(*) FROM enrolment WHERE enrolment.run_id = run.id AND enrolment.status = 'enrolled')";
    case FF_RUN_SORT_STARTS:
    default:
      return "run.starts_on";
    }
}

GArray *
ff_run_store_list (FfDb *db, const FfRunQuery *query, FfMinute now, GError **error)
{
  static const char *const with_status[] = {
    [FF_RUN_PLANNED] = " AND run.cancelled = 0 AND run.starts_on > $today",
    [FF_RUN_RUNNING] = " AND run.cancelled = 0 AND run.starts_on <= $today AND run.ends_on >= $today",
    [FF_RUN_FINISHED] = " AND run.cancelled = 0 AND run.ends_on < $today",
    [FF_RUN_CANCELLED] = " AND run.cancelled = 1",
  };
  g_autofree char *pattern = ff_rows_make_pattern (query->search);
  gboolean searching = strcmp (pattern, "%%") != 0;
  g_autoptr (GString) sql = g_string_new ("SELECT run.id FROM run JOIN course ON course.id = run.course_id WHERE run.deleted = 0");
  g_autoptr (FfStatement) statement = NULL;
  const char *direction = query->descending ? "DESC" : "ASC";
  gboolean by_status = query->status >= 0 && query->status < (int) G_N_ELEMENTS (with_status);

  if (searching)
    g_string_append (sql, " AND (run.search_key LIKE $pattern ESCAPE '\\' OR course.search_key LIKE $pattern ESCAPE '\\')");
  if (query->course_id != 0)
    g_string_append (sql, " AND run.course_id = $course");
  if (query->trainee_id != 0)
    g_string_append (sql, " AND run.id IN (SELECT run_id FROM enrolment WHERE trainee_id = $trainee AND status <> 'withdrawn')");
  if (by_status)
    g_string_append (sql, with_status[query->status]);
  g_string_append_printf (sql, " ORDER BY %s %s, run.starts_on DESC, run.id DESC", order_by (query->sort), direction);

  statement = ff_db_prepare_dynamic (db, sql->str, error);
  if (statement == NULL)
    return NULL;
  if (searching)
    ff_statement_bind_text (statement, "$pattern", pattern);
  if (query->course_id != 0)
    ff_statement_bind_int (statement, "$course", query->course_id);
  if (query->trainee_id != 0)
    ff_statement_bind_int (statement, "$trainee", query->trainee_id);
  if (by_status && query->status != FF_RUN_CANCELLED)
    ff_statement_bind_day (statement, "$today", ff_time_day (now));
  return ff_rows_list_ids (statement, error);
}

GArray *
ff_run_store_between (FfDb *db, FfDay from, FfDay to, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
                                                     "SELECT id FROM run WHERE deleted = 0 AND cancelled = 0"
                                                     " AND starts_on <= $to AND ends_on >= $from ORDER BY starts_on, id",
                                                     error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_day (statement, "$from", from);
  ff_statement_bind_day (statement, "$to", to);
  return ff_rows_list_ids (statement, error);
}

static void
bind_fields (FfStatement *statement, const FfRun *run)
{
  g_autofree char *search_key = ff_name_search_key (run->title, run->code);
  g_autofree char *sort_key = ff_name_sort_key (run->title);

  ff_statement_bind_id (statement, "$course", run->course_id);
  ff_statement_bind_text (statement, "$code", run->code);
  ff_statement_bind_text (statement, "$title", run->title);
  ff_statement_bind_day (statement, "$starts_on", run->starts_on);
  ff_statement_bind_day (statement, "$ends_on", run->ends_on);
  ff_statement_bind_number (statement, "$capacity", run->capacity);
  ff_statement_bind_text (statement, "$category", run->category);
  ff_statement_bind_id (statement, "$department", run->department_id);
  ff_statement_bind_number (statement, "$hours", run->hours);
  ff_statement_bind_number (statement, "$budget", run->budget);
  ff_statement_bind_int (statement, "$required", run->required);
  ff_statement_bind_id (statement, "$project", run->project_id);
  ff_statement_bind_text (statement, "$bring", run->bring);
  ff_statement_bind_int (statement, "$cancelled", run->cancelled);
  ff_statement_bind_text (statement, "$reason", run->reason);
  ff_statement_bind_text (statement, "$search_key", search_key);
  ff_statement_bind_text (statement, "$sort_key", sort_key);
}

gboolean
ff_run_store_insert (FfDb *db, FfRun *run, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO run (course_id, code, title, starts_on, ends_on, capacity, category, department_id, hours, budget, required,"
      " project_id, bring, cancelled, reason, search_key, sort_key)"
      " VALUES ($course, $code, $title, $starts_on, $ends_on, $capacity, $category, $department, $hours, $budget, $required,"
      " $project, $bring, $cancelled, $reason, $search_key, $sort_key)",
      error);

  if (statement == NULL)
    return FALSE;
  bind_fields (statement, run);
  return ff_statement_insert (statement, &run->id, error);
}

gboolean
ff_run_store_update (FfDb *db, const FfRun *run, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "UPDATE run SET course_id = $course, code = $code, title = $title, starts_on = $starts_on, ends_on = $ends_on,"
      " capacity = $capacity, category = $category, department_id = $department, hours = $hours, budget = $budget,"
      " required = $required, project_id = $project, bring = $bring, cancelled = $cancelled, reason = $reason,"
      " search_key = $search_key, sort_key = $sort_key,"
      " version = version + 1 WHERE id = $id",
      error);

  if (statement == NULL)
    return FALSE;
  bind_fields (statement, run);
  ff_statement_bind_int (statement, "$id", run->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_run_store_mark_deleted (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE run SET deleted = 1, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

enum
{
  CHECK_COL_CODE,
  CHECK_COL_COURSE_CODE,
};

static char *
describe_lack (FfStatement *row)
{
  /* Translators: the codes of a class and of a course */
  return g_strdup_printf (_ ("Class %s lacks its course %s, its assessment scheme or its attendance rule."),
                          ff_statement_get_text (row, CHECK_COL_CODE), ff_statement_get_text (row, CHECK_COL_COURSE_CODE));
}

gboolean
ff_run_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (
      db,
      "SELECT run.code, course.code FROM run JOIN course ON course.id = run.course_id"
      " WHERE run.deleted = 0 AND (course.deleted = 1 OR NOT EXISTS (SELECT 1 FROM scheme WHERE scheme.run_id = run.id)"
      " OR NOT EXISTS (SELECT 1 FROM attendance_rule WHERE attendance_rule.run_id = run.id)) ORDER BY run.code",
      describe_lack, findings, error);
}
