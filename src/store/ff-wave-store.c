#include "config.h"

#include "ff-wave-store.h"

#include "ff-rows.h"

void
ff_wave_free (FfWave *wave)
{
  if (wave == NULL)
    return;
  g_free (wave->title);
  g_free (wave);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_RUN_ID,
  COL_NUMBER,
  COL_DAYS,
  COL_TITLE,
};

#define SELECT_WAVE "SELECT id, version, run_id, number, days, title FROM wave WHERE "

static gpointer
read_wave (FfStatement *statement)
{
  FfWave *wave = g_new0 (FfWave, 1);

  wave->id = ff_statement_get_int (statement, COL_ID);
  wave->version = ff_statement_get_int (statement, COL_VERSION);
  wave->run_id = ff_statement_get_int (statement, COL_RUN_ID);
  wave->number = (int) ff_statement_get_int (statement, COL_NUMBER);
  wave->days = (int) ff_statement_get_int (statement, COL_DAYS);
  wave->title = ff_statement_dup_text (statement, COL_TITLE);
  return wave;
}

GPtrArray *
ff_wave_store_list (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_WAVE "run_id = $run ORDER BY days, number", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_list (statement, read_wave, (GDestroyNotify) ff_wave_free, error);
}

FfWave *
ff_wave_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_WAVE "id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_wave (statement) : NULL;
}

int
ff_wave_store_next_number (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "SELECT max(1, coalesce((SELECT max(number) FROM wave WHERE run_id = $run), 1),"
                       " coalesce((SELECT max(wave) FROM response JOIN questionnaire ON questionnaire.id = questionnaire_id"
                       "  WHERE run_id = $run), 1),"
                       " coalesce((SELECT max(wave) FROM anonymous_response JOIN questionnaire ON questionnaire.id = questionnaire_id"
                       "  WHERE run_id = $run), 1)) + 1",
                       error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  return (int) ff_rows_get_id (statement, error);
}

int
ff_wave_store_count_responses (FfDb *db, gint64 run_id, int number, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "SELECT (SELECT count(*) FROM response JOIN questionnaire ON questionnaire.id = questionnaire_id"
                       "  WHERE run_id = $run AND wave = $number)"
                       " + (SELECT count(*) FROM anonymous_response JOIN questionnaire ON questionnaire.id = questionnaire_id"
                       "  WHERE run_id = $run AND wave = $number)",
                       error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  ff_statement_bind_int (statement, "$number", number);
  return (int) ff_rows_get_id (statement, error);
}

gboolean
ff_wave_store_insert (FfDb *db, FfWave *wave, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "INSERT INTO wave (run_id, number, days, title) VALUES ($run, $number, $days, $title)", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", wave->run_id);
  ff_statement_bind_int (statement, "$number", wave->number);
  ff_statement_bind_int (statement, "$days", wave->days);
  ff_statement_bind_text (statement, "$title", wave->title);
  return ff_statement_insert (statement, &wave->id, error);
}

gboolean
ff_wave_store_update (FfDb *db, const FfWave *wave, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE wave SET days = $days, title = $title, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", wave->id);
  ff_statement_bind_int (statement, "$days", wave->days);
  ff_statement_bind_text (statement, "$title", wave->title);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_wave_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM wave WHERE id = $id", id, error);
}
