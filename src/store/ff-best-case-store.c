#include "config.h"

#include "ff-best-case-store.h"

#include "ff-name-key.h"
#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_best_case_free (FfBestCase *best_case)
{
  if (best_case == NULL)
    return;
  g_free (best_case->owner_title);
  g_free (best_case->employee_no);
  g_free (best_case->trainee);
  g_free (best_case->title);
  g_free (best_case->situation);
  g_free (best_case->task);
  g_free (best_case->action);
  g_free (best_case->result);
  g_free (best_case->keywords);
  g_free (best_case);
}

/* The list ----------------------------------------------------------------------------------------------------------- */

#define JOINED                                                                                                         \
  " FROM best_case LEFT JOIN run ON run.id = best_case.run_id LEFT JOIN project ON project.id = best_case.project_id"   \
  " LEFT JOIN trainee ON trainee.id = best_case.trainee_id"
#define OWNER_CODE "coalesce (run.code, project.code)"

static const struct
{
  const char *ascending;
  const char *descending;
} orders[] = {
  [FF_BEST_CASE_SORT_TITLE] = { "best_case.sort_key, best_case.id", "best_case.sort_key DESC, best_case.id DESC" },
  [FF_BEST_CASE_SORT_DAY] = { "best_case.day IS NULL, best_case.day, best_case.id",
                              "best_case.day IS NULL, best_case.day DESC, best_case.id DESC" },
  [FF_BEST_CASE_SORT_OWNER] = { OWNER_CODE " IS NULL, " OWNER_CODE ", best_case.sort_key, best_case.id",
                                OWNER_CODE " IS NULL, " OWNER_CODE " DESC, best_case.sort_key, best_case.id" },
  [FF_BEST_CASE_SORT_TRAINEE] = { "trainee.sort_key IS NULL, trainee.sort_key, best_case.sort_key, best_case.id",
                                  "trainee.sort_key IS NULL, trainee.sort_key DESC, best_case.sort_key, best_case.id" },
};

GArray *
ff_best_case_store_list_ids (FfDb *db, const char *search, FfBestCaseSort sort, gboolean descending, GError **error)
{
  g_autofree char *pattern = ff_rows_make_pattern (search);
  g_autofree char *sql = NULL;

  g_return_val_if_fail ((guint) sort < G_N_ELEMENTS (orders), NULL);

  sql = g_strconcat ("SELECT best_case.id" JOINED " WHERE best_case.search_key LIKE $search ESCAPE '\\'"
                     " OR trainee.search_key LIKE $search ESCAPE '\\' ORDER BY ",
                     descending ? orders[sort].descending : orders[sort].ascending, NULL);
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, sql, error);
  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, "$search", pattern);
  return ff_rows_list_ids (statement, error);
}

/* Cases ------------------------------------------------------------------------------------------------------------- */

enum
{
  COL_ID,
  COL_VERSION,
  COL_PROJECT_ID,
  COL_RUN_ID,
  COL_OWNER_CODE,
  COL_OWNER_TITLE,
  COL_TRAINEE_ID,
  COL_EMPLOYEE_NO,
  COL_NAME,
  COL_DAY,
  COL_TITLE,
  COL_SITUATION,
  COL_TASK,
  COL_ACTION,
  COL_RESULT,
  COL_KEYWORDS,
};

#define SELECT_CASE                                                                                                                \
  "SELECT best_case.id, best_case.version, best_case.project_id, best_case.run_id, " OWNER_CODE ", coalesce (run.title, project.title)," \
  " best_case.trainee_id, trainee.employee_no, trainee.name, best_case.day, best_case.title, best_case.situation, best_case.task,"  \
  " best_case.action, best_case.result, best_case.keywords" JOINED

static gpointer
read_case (FfStatement *statement)
{
  FfBestCase *best_case = g_new0 (FfBestCase, 1);

  best_case->id = ff_statement_get_int (statement, COL_ID);
  best_case->version = ff_statement_get_int (statement, COL_VERSION);
  best_case->owner = ff_owned_store_get_owner (statement, FF_OWNED_BEST_CASE, COL_PROJECT_ID);
  if (!ff_statement_is_null (statement, COL_OWNER_CODE))
    best_case->owner_title = g_strdup_printf ("%s · %s", ff_statement_get_text (statement, COL_OWNER_CODE),
                                              ff_statement_get_text (statement, COL_OWNER_TITLE));
  best_case->trainee_id = ff_statement_get_int (statement, COL_TRAINEE_ID);
  best_case->employee_no = ff_statement_dup_text (statement, COL_EMPLOYEE_NO);
  if (best_case->trainee_id != 0)
    best_case->trainee = g_strdup_printf ("%s %s", ff_statement_get_text (statement, COL_NAME),
                                          ff_statement_get_text (statement, COL_EMPLOYEE_NO));
  best_case->day = ff_statement_get_day (statement, COL_DAY);
  best_case->title = ff_statement_dup_text (statement, COL_TITLE);
  best_case->situation = ff_statement_dup_text (statement, COL_SITUATION);
  best_case->task = ff_statement_dup_text (statement, COL_TASK);
  best_case->action = ff_statement_dup_text (statement, COL_ACTION);
  best_case->result = ff_statement_dup_text (statement, COL_RESULT);
  best_case->keywords = ff_statement_dup_text (statement, COL_KEYWORDS);
  return best_case;
}

GPtrArray *
ff_best_case_store_list (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, SELECT_CASE " WHERE " FF_OWNED_BY_TWO ("best_case") " ORDER BY best_case.day IS NULL, best_case.day, best_case.id", error);

  if (statement == NULL)
    return NULL;
  ff_owned_store_bind (statement, FF_OWNED_BEST_CASE, owner);
  return ff_rows_list (statement, read_case, (GDestroyNotify) ff_best_case_free, error);
}

FfBestCase *
ff_best_case_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_CASE " WHERE best_case.id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_case (statement) : NULL;
}

static void
bind_case (FfStatement *statement, const FfBestCase *best_case)
{
  const char *told[] = { best_case->keywords, best_case->situation, best_case->task, best_case->action, best_case->result };
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *search_key = NULL;
  g_autofree char *sort_key = ff_title_sort_key (best_case->title);

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    if (told[i] != NULL)
      g_string_append_printf (rest, "%s\n", told[i]);
  search_key = ff_name_search_key (best_case->title, rest->str);

  ff_statement_bind_id (statement, "$trainee", best_case->trainee_id);
  ff_statement_bind_day (statement, "$day", best_case->day);
  ff_statement_bind_text (statement, "$title", best_case->title);
  ff_statement_bind_text (statement, "$situation", best_case->situation);
  ff_statement_bind_text (statement, "$task", best_case->task);
  ff_statement_bind_text (statement, "$action", best_case->action);
  ff_statement_bind_text (statement, "$result", best_case->result);
  ff_statement_bind_text (statement, "$keywords", best_case->keywords);
  ff_statement_bind_text (statement, "$search_key", search_key);
  ff_statement_bind_text (statement, "$sort_key", sort_key);
}

gboolean
ff_best_case_store_insert (FfDb *db, FfBestCase *best_case, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO best_case (project_id, run_id, trainee_id, day, title, situation, task, action, result, keywords, search_key, sort_key)"
      " VALUES ($project, $run, $trainee, $day, $title, $situation, $task, $action, $result, $keywords, $search_key, $sort_key)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_BEST_CASE, best_case->owner);
  bind_case (statement, best_case);
  return ff_statement_insert (statement, &best_case->id, error);
}

gboolean
ff_best_case_store_update (FfDb *db, const FfBestCase *best_case, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE best_case SET trainee_id = $trainee, day = $day, title = $title, situation = $situation, task = $task,"
                       " action = $action, result = $result, keywords = $keywords, search_key = $search_key, sort_key = $sort_key,"
                       " version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", best_case->id);
  bind_case (statement, best_case);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_best_case_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM best_case WHERE id = $id", id, error);
}
