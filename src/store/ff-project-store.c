#include "config.h"

#include "ff-project-store.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-name-key.h"
#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_project_free (FfProject *project)
{
  if (project == NULL)
    return;
  g_free (project->code);
  g_free (project->title);
  g_free (project->department);
  g_free (project->sponsor);
  g_free (project->summary);
  g_free (project);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_CODE,
  COL_TITLE,
  COL_DEPARTMENT_ID,
  COL_DEPARTMENT,
  COL_SPONSOR,
  COL_SUMMARY,
  COL_STARTS_ON,
  COL_ENDS_ON,
  COL_BUDGET,
  COL_FIRST_DAY,
  COL_LAST_DAY,
  COL_CLASSES,
  COL_FINISHED,
  COL_TASKS,
  COL_TASKS_DONE,
};

#define ITS_RUNS "run.project_id = project.id AND run.deleted = 0"
#define ITS_TASKS                                                                                                                   \
  "(task.project_id = project.id OR task.run_id IN (SELECT run.id FROM run WHERE " ITS_RUNS " AND run.cancelled = 0))"
#define FIRST_DAY "coalesce(project.starts_on, (SELECT min(run.starts_on) FROM run WHERE " ITS_RUNS " AND run.cancelled = 0))"
#define LAST_DAY "coalesce(project.ends_on, (SELECT max(run.ends_on) FROM run WHERE " ITS_RUNS " AND run.cancelled = 0))"

static const char select_project[] =
    "SELECT project.id, project.version, project.code, project.title, project.department_id, department.path, project.sponsor,"
    " project.summary, project.starts_on, project.ends_on, project.budget, " FIRST_DAY ", " LAST_DAY ","
    " (SELECT count(*) FROM run WHERE " ITS_RUNS "),"
    " (SELECT count(*) FROM run WHERE " ITS_RUNS " AND (run.cancelled = 1 OR run.ends_on < $today)),"
    " (SELECT count(*) FROM task WHERE " ITS_TASKS "),"
    " (SELECT count(*) FROM task WHERE " ITS_TASKS " AND task.done_on IS NOT NULL)"
    " FROM project LEFT JOIN department ON department.id = project.department_id"
    " WHERE project.id = $id AND project.deleted = 0";

static FfProject *
read_project (FfStatement *statement, FfMinute now)
{
  FfProject *project = g_new0 (FfProject, 1);

  project->id = ff_statement_get_int (statement, COL_ID);
  project->version = ff_statement_get_int (statement, COL_VERSION);
  project->code = ff_statement_dup_text (statement, COL_CODE);
  project->title = ff_statement_dup_text (statement, COL_TITLE);
  project->department_id = ff_statement_get_int (statement, COL_DEPARTMENT_ID);
  project->department = ff_statement_dup_text (statement, COL_DEPARTMENT);
  project->sponsor = ff_statement_dup_text (statement, COL_SPONSOR);
  project->summary = ff_statement_dup_text (statement, COL_SUMMARY);
  project->starts_on = ff_statement_get_day (statement, COL_STARTS_ON);
  project->ends_on = ff_statement_get_day (statement, COL_ENDS_ON);
  project->budget = ff_statement_get_number (statement, COL_BUDGET);
  project->first_day = ff_statement_get_day (statement, COL_FIRST_DAY);
  project->last_day = ff_statement_get_day (statement, COL_LAST_DAY);
  project->classes = (int) ff_statement_get_int (statement, COL_CLASSES);
  project->finished = (int) ff_statement_get_int (statement, COL_FINISHED);
  project->tasks = (int) ff_statement_get_int (statement, COL_TASKS);
  project->tasks_done = (int) ff_statement_get_int (statement, COL_TASKS_DONE);
  project->status = FF_RUN_PLANNED;
  if (project->first_day != FF_NO_DAY)
    project->status = ff_run_status (project->first_day, MAX (project->first_day, project->last_day), FALSE, now);
  return project;
}

FfProject *
ff_project_store_read (FfDb *db, gint64 id, FfMinute now, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, select_project, error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_day (statement, "$today", ff_time_day (now));
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_project (statement, now) : NULL;
}

gint64
ff_project_store_find (FfDb *db, const char *code, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM project WHERE code = $code AND deleted = 0", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_text (statement, "$code", code);
  return ff_rows_get_id (statement, error);
}

static const char *
order_by (FfProjectSort sort)
{
  switch (sort)
    {
    case FF_PROJECT_SORT_CODE:
      return "project.code";
    case FF_PROJECT_SORT_TITLE:
      return "project.sort_key";
    case FF_PROJECT_SORT_CLASSES:
      return "(SELECT count(*) FROM run WHERE " ITS_RUNS ")";
    case FF_PROJECT_SORT_BUDGET:
      return "project.budget";
    case FF_PROJECT_SORT_STARTS:
    default:
      return FIRST_DAY;
    }
}

GArray *
ff_project_store_list (FfDb *db, const char *search, FfProjectSort sort, gboolean descending, GError **error)
{
  g_autofree char *pattern = ff_rows_make_pattern (search);
  g_autofree char *sql = g_strdup_printf ("SELECT project.id FROM project WHERE project.deleted = 0"
                                          " AND project.search_key LIKE $pattern ESCAPE '\\' ORDER BY %s %s, project.id DESC",
                                          order_by (sort), descending ? "DESC" : "ASC");
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, sql, error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, "$pattern", pattern);
  return ff_rows_list_ids (statement, error);
}

GArray *
ff_project_store_list_runs (FfDb *db, gint64 project_id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT id FROM run WHERE project_id = $project AND deleted = 0 ORDER BY starts_on, id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$project", project_id);
  return ff_rows_list_ids (statement, error);
}

int
ff_project_store_count_people (FfDb *db, gint64 project_id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "SELECT count(DISTINCT enrolment.trainee_id) FROM enrolment JOIN run ON run.id = enrolment.run_id"
                       " WHERE run.project_id = $project AND run.deleted = 0 AND run.cancelled = 0 AND enrolment.status = 'enrolled'",
                       error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$project", project_id);
  return (int) ff_rows_get_id (statement, error);
}

static void
bind_project (FfStatement *statement, const FfProject *project)
{
  g_autofree char *search_key = ff_name_search_key (project->title, project->code);
  g_autofree char *sort_key = ff_title_sort_key (project->title);

  ff_statement_bind_text (statement, "$code", project->code);
  ff_statement_bind_text (statement, "$title", project->title);
  ff_statement_bind_id (statement, "$department", project->department_id);
  ff_statement_bind_text (statement, "$sponsor", project->sponsor);
  ff_statement_bind_text (statement, "$summary", project->summary);
  ff_statement_bind_day (statement, "$starts_on", project->starts_on);
  ff_statement_bind_day (statement, "$ends_on", project->ends_on);
  ff_statement_bind_number (statement, "$budget", project->budget);
  ff_statement_bind_text (statement, "$search_key", search_key);
  ff_statement_bind_text (statement, "$sort_key", sort_key);
}

gboolean
ff_project_store_insert (FfDb *db, FfProject *project, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO project (code, title, department_id, sponsor, summary, starts_on, ends_on, budget, search_key, sort_key)"
      " VALUES ($code, $title, $department, $sponsor, $summary, $starts_on, $ends_on, $budget, $search_key, $sort_key)",
      error);

  if (statement == NULL)
    return FALSE;
  bind_project (statement, project);
  return ff_statement_insert (statement, &project->id, error);
}

gboolean
ff_project_store_update (FfDb *db, const FfProject *project, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "UPDATE project SET code = $code, title = $title, department_id = $department, sponsor = $sponsor, summary = $summary,"
      " starts_on = $starts_on, ends_on = $ends_on, budget = $budget, search_key = $search_key, sort_key = $sort_key,"
      " version = version + 1 WHERE id = $id",
      error);

  if (statement == NULL)
    return FALSE;
  bind_project (statement, project);
  ff_statement_bind_int (statement, "$id", project->id);
  return ff_statement_run (statement, NULL, error);
}

/* Its classes stand alone afterwards. */
gboolean
ff_project_store_mark_deleted (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) release
      = ff_db_prepare (db, "UPDATE run SET project_id = NULL, version = version + 1 WHERE project_id = $id", error);
  g_autoptr (FfStatement) statement
      = release != NULL ? ff_db_prepare (db, "UPDATE project SET deleted = 1, version = version + 1 WHERE id = $id", error) : NULL;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (release, "$id", id);
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (release, NULL, error) && ff_statement_run (statement, NULL, error);
}

gboolean
ff_project_store_set_run (FfDb *db, gint64 run_id, gint64 project_id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE run SET project_id = $project, version = version + 1 WHERE id = $run", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_id (statement, "$project", project_id);
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_statement_run (statement, NULL, error);
}

/* Stages ------------------------------------------------------------------------------------------------------------ */

void
ff_stage_free (FfStage *stage)
{
  if (stage == NULL)
    return;
  g_free (stage->title);
  g_free (stage->owner);
  g_free (stage);
}

enum
{
  STAGE_ID,
  STAGE_VERSION,
  STAGE_PROJECT_ID,
  STAGE_POSITION,
  STAGE_TITLE,
  STAGE_OWNER,
  STAGE_STARTS_ON,
  STAGE_ENDS_ON,
};

#define SELECT_STAGE "SELECT id, version, project_id, position, title, owner, starts_on, ends_on FROM stage WHERE "

static gpointer
read_stage (FfStatement *statement)
{
  FfStage *stage = g_new0 (FfStage, 1);

  stage->id = ff_statement_get_int (statement, STAGE_ID);
  stage->version = ff_statement_get_int (statement, STAGE_VERSION);
  stage->project_id = ff_statement_get_int (statement, STAGE_PROJECT_ID);
  stage->position = (int) ff_statement_get_int (statement, STAGE_POSITION);
  stage->title = ff_statement_dup_text (statement, STAGE_TITLE);
  stage->owner = ff_statement_dup_text (statement, STAGE_OWNER);
  stage->starts_on = ff_statement_get_day (statement, STAGE_STARTS_ON);
  stage->ends_on = ff_statement_get_day (statement, STAGE_ENDS_ON);
  return stage;
}

GPtrArray *
ff_stage_store_list (FfDb *db, gint64 project_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_STAGE "project_id = $project ORDER BY position, id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$project", project_id);
  return ff_rows_list (statement, read_stage, (GDestroyNotify) ff_stage_free, error);
}

FfStage *
ff_stage_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_STAGE "id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_stage (statement) : NULL;
}

static void
bind_stage (FfStatement *statement, const FfStage *stage)
{
  ff_statement_bind_text (statement, "$title", stage->title);
  ff_statement_bind_text (statement, "$owner", stage->owner);
  ff_statement_bind_day (statement, "$starts_on", stage->starts_on);
  ff_statement_bind_day (statement, "$ends_on", stage->ends_on);
}

gboolean
ff_stage_store_insert (FfDb *db, FfStage *stage, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO stage (project_id, position, title, owner, starts_on, ends_on)"
                       " VALUES ($project, $position, $title, $owner, $starts_on, $ends_on)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$project", stage->project_id);
  ff_statement_bind_int (statement, "$position", stage->position);
  bind_stage (statement, stage);
  return ff_statement_insert (statement, &stage->id, error);
}

gboolean
ff_stage_store_update (FfDb *db, const FfStage *stage, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE stage SET title = $title, owner = $owner, starts_on = $starts_on, ends_on = $ends_on,"
                       " version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  bind_stage (statement, stage);
  ff_statement_bind_int (statement, "$id", stage->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_stage_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) release
      = ff_db_prepare (db, "UPDATE task SET stage_id = NULL, version = version + 1 WHERE stage_id = $id", error);

  if (release == NULL)
    return FALSE;
  ff_statement_bind_int (release, "$id", id);
  return ff_statement_run (release, NULL, error) && ff_owned_store_delete (db, FF_OWNED_STAGE, id, error);
}

enum
{
  CHECK_COL_CODE,
  CHECK_COL_STAGE,
};

static char *
describe_foreign_stage (FfStatement *row)
{
  /* Translators: the code of a project, and the title of a stage */
  return g_strdup_printf (_ ("A task of project %s stands in the stage “%s” of another project."),
                          ff_statement_get_text (row, CHECK_COL_CODE), ff_statement_get_text (row, CHECK_COL_STAGE));
}

gboolean
ff_project_store_check (FfDb *db, GPtrArray *sentences, GError **error)
{
  return ff_statement_describe_rows (db,
                                     "SELECT coalesce(project.code, ''), stage.title FROM task JOIN stage ON stage.id = task.stage_id"
                                     " LEFT JOIN project ON project.id = task.project_id"
                                     " WHERE task.project_id IS NULL OR task.project_id <> stage.project_id ORDER BY task.id",
                                     describe_foreign_stage, sentences, error);
}
