/* The roster of a class, filtered and sorted in SQL, and the order of its waiting list. */
#include "config.h"

#include "ff-enrolment-store.h"

#include <string.h>

#include "ff-rows.h"
#include "ff-statement-values.h"

/* Withdrawn people stand last whatever the order. */
static const char *const orders[][2] = {
  [FF_ENROLMENT_SORT_EMPLOYEE_NO] = { "trainee.employee_no", "trainee.employee_no DESC" },
  [FF_ENROLMENT_SORT_NAME] = { "trainee.sort_key, trainee.id", "trainee.sort_key DESC, trainee.id DESC" },
  [FF_ENROLMENT_SORT_DEPARTMENT] = {
    "department.id IS NULL, department.sort_key, trainee.sort_key, trainee.id",
    "department.id IS NULL, department.sort_key DESC, trainee.sort_key, trainee.id",
  },
  [FF_ENROLMENT_SORT_LAYER] = {
    "layer.id IS NULL, layer.position, trainee.sort_key, trainee.id",
    "layer.id IS NULL, layer.position DESC, trainee.sort_key, trainee.id",
  },
  [FF_ENROLMENT_SORT_TEAM] = {
    "team.id IS NULL, team.position, team.id, enrolment.leader DESC, trainee.sort_key, trainee.id",
    "team.id IS NULL, team.position DESC, team.id DESC, enrolment.leader DESC, trainee.sort_key, trainee.id",
  },
  [FF_ENROLMENT_SORT_STATUS] = {
    "enrolment.status, coalesce (enrolment.waiting, 0), trainee.sort_key, trainee.id",
    "enrolment.status DESC, coalesce (enrolment.waiting, 0), trainee.sort_key, trainee.id",
  },
  [FF_ENROLMENT_SORT_REPLY] = {
    "enrolment.reply IS NULL, enrolment.reply, trainee.sort_key, trainee.id",
    "enrolment.reply IS NOT NULL, enrolment.reply DESC, trainee.sort_key, trainee.id",
  },
};

GArray *
ff_enrolment_store_list (FfDb *db, const FfEnrolmentQuery *query, GError **error)
{
  g_autofree char *pattern = ff_rows_make_pattern (query->search);
  gboolean searching = strcmp (pattern, "%%") != 0;
  g_autofree char *sql = NULL;
  g_autoptr (FfStatement) statement = NULL;

  g_return_val_if_fail ((guint) query->sort < G_N_ELEMENTS (orders), NULL);

  sql = g_strconcat ("SELECT enrolment.id FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id"
                     " LEFT JOIN department ON department.id = enrolment.department_id"
                     " LEFT JOIN layer ON layer.id = enrolment.layer_id"
                     " LEFT JOIN team ON team.id = enrolment.team_id"
                     " WHERE enrolment.run_id = $run",
                     searching ? " AND trainee.search_key LIKE $search ESCAPE '\\'" : "",
                     " ORDER BY enrolment.status = 'withdrawn', ", orders[query->sort][query->descending ? 1 : 0], NULL);
  statement = ff_db_prepare_dynamic (db, sql, error);
  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", query->run_id);
  if (searching)
    ff_statement_bind_text (statement, "$search", pattern);
  return ff_rows_list_ids (statement, error);
}

GArray *
ff_enrolment_store_list_waiting (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id FROM enrolment WHERE run_id = $run AND status = 'waitlisted' ORDER BY coalesce (waiting, 0), id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_list_ids (statement, error);
}

gboolean
ff_enrolment_store_set_waiting (FfDb *db, gint64 id, gint64 waiting, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "UPDATE enrolment SET waiting = $waiting, version = version + 1 WHERE id = $id AND coalesce (waiting, 0) <> $waiting",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_int (statement, "$waiting", waiting);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_enrolment_store_hand_over_sessions (FfDb *db, gint64 run_id, gint64 from_trainee, gint64 to_trainee, FfMinute now, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "UPDATE session_audience SET trainee_id = $to, version = version + 1"
      " WHERE trainee_id = $from AND session_id IN (SELECT id FROM session WHERE run_id = $run AND starts_at > $now)"
      " AND NOT EXISTS (SELECT 1 FROM session_audience AS own"
      " WHERE own.session_id = session_audience.session_id AND own.trainee_id = $to)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", run_id);
  ff_statement_bind_int (statement, "$from", from_trainee);
  ff_statement_bind_int (statement, "$to", to_trainee);
  ff_statement_bind_time (statement, "$now", now);
  return ff_statement_run (statement, NULL, error);
}
