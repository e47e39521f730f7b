#include "config.h"

#include "ff-notice-store.h"

#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_notice_free (FfNotice *notice)
{
  if (notice == NULL)
    return;
  g_free (notice->kind);
  g_free (notice);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_RUN_ID,
  COL_KIND,
  COL_SENT_ON,
  COL_PEOPLE,
};

static gpointer
read_notice (FfStatement *statement)
{
  FfNotice *notice = g_new0 (FfNotice, 1);

  notice->id = ff_statement_get_int (statement, COL_ID);
  notice->version = ff_statement_get_int (statement, COL_VERSION);
  notice->run_id = ff_statement_get_int (statement, COL_RUN_ID);
  notice->kind = ff_statement_dup_text (statement, COL_KIND);
  notice->sent_on = ff_statement_get_day (statement, COL_SENT_ON);
  notice->people = (int) ff_statement_get_int (statement, COL_PEOPLE);
  return notice;
}

GPtrArray *
ff_notice_store_list (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id, version, run_id, kind, sent_on, people FROM notice WHERE run_id = $run ORDER BY sent_on DESC, id DESC", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_list (statement, read_notice, (GDestroyNotify) ff_notice_free, error);
}

gboolean
ff_notice_store_insert (FfDb *db, FfNotice *notice, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "INSERT INTO notice (run_id, kind, sent_on, people) VALUES ($run, $kind, $sent_on, $people)", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", notice->run_id);
  ff_statement_bind_text (statement, "$kind", notice->kind);
  ff_statement_bind_day (statement, "$sent_on", notice->sent_on);
  ff_statement_bind_int (statement, "$people", notice->people);
  return ff_statement_insert (statement, &notice->id, error);
}

GHashTable *
ff_notice_store_read_supervisors (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT trainee.id, supervisor.name FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id"
      " JOIN trainee AS supervisor ON supervisor.id = trainee.supervisor_id"
      " WHERE enrolment.run_id = $run AND enrolment.status = 'enrolled' AND supervisor.deleted = 0",
      error);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  FfStep step;

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      gint64 id = ff_statement_get_int (statement, 0);

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id), ff_statement_dup_text (statement, 1));
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&names) : NULL;
}
