/* The tables settlement and settled_result: what was fixed when the results of a class were settled. */
#include "config.h"

#include "ff-settlement-store.h"

#include "ff-batch.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

#include <glib/gi18n-lib.h>

void
ff_settlement_free (FfSettlement *settlement)
{
  if (settlement == NULL)
    return;
  g_free (settlement->settled_by);
  g_free (settlement->note);
  g_free (settlement);
}

/* The settlement -------------------------------------------------------------------------------------------------- */

enum
{
  COL_ID,
  COL_RUN_ID,
  COL_SETTLED_AT,
  COL_SETTLED_BY,
  COL_RANKED,
  COL_AWARDS,
  COL_NOTE,
};

FfSettlement *
ff_settlement_store_read (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id, run_id, settled_at, settled_by, ranked, awards, note FROM settlement WHERE run_id = $run", error);
  FfSettlement *settlement;

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return NULL;
  settlement = g_new0 (FfSettlement, 1);
  settlement->id = ff_statement_get_int (statement, COL_ID);
  settlement->run_id = ff_statement_get_int (statement, COL_RUN_ID);
  settlement->settled_at = ff_statement_get_time (statement, COL_SETTLED_AT);
  settlement->settled_by = ff_statement_dup_text (statement, COL_SETTLED_BY);
  settlement->ranked = (int) ff_statement_get_int (statement, COL_RANKED);
  settlement->awards = (int) ff_statement_get_int (statement, COL_AWARDS);
  settlement->note = ff_statement_dup_text (statement, COL_NOTE);
  return settlement;
}

gint64
ff_settlement_store_find_run (FfDb *db, gint64 enrolment_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT run_id FROM enrolment WHERE id = $enrolment", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$enrolment", enrolment_id);
  return ff_rows_get_id (statement, error);
}

gboolean
ff_settlement_store_insert (FfDb *db, FfSettlement *settlement, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO settlement (run_id, settled_at, settled_by, ranked, awards, note)"
                       " VALUES ($run, $at, $by, $ranked, $awards, $note)",
                       error);

  if (statement == NULL)
    return FALSE;
  g_free (settlement->settled_by);
  settlement->settled_by = g_strdup (ff_batch_get_actor (db));
  ff_statement_bind_int (statement, "$run", settlement->run_id);
  ff_statement_bind_time (statement, "$at", settlement->settled_at);
  ff_statement_bind_text (statement, "$by", settlement->settled_by);
  ff_statement_bind_int (statement, "$ranked", settlement->ranked);
  ff_statement_bind_int (statement, "$awards", settlement->awards);
  ff_statement_bind_text (statement, "$note", settlement->note);
  return ff_statement_insert (statement, &settlement->id, error);
}

static gboolean
set_note (FfDb *db, gint64 id, const char *note, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE settlement SET note = $note, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$note", note);
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
delete_results (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM settled_result WHERE settlement_id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_settlement_store_delete (FfDb *db, gint64 id, const char *reason, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (!set_note (db, id, reason, error) || !delete_results (db, id, error))
    return FALSE;
  statement = ff_db_prepare (db, "DELETE FROM settlement WHERE id = $id", error);
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

/* Results ---------------------------------------------------------------------------------------------------------- */

gboolean
ff_settlement_store_insert_result (FfDb *db, gint64 settlement_id, const FfSettledResult *result, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO settled_result (settlement_id, enrolment_id, total, passed, rank, award, left_out)"
                       " VALUES ($settlement, $enrolment, $total, $passed, $rank, $award, $left_out)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$settlement", settlement_id);
  ff_statement_bind_int (statement, "$enrolment", result->enrolment_id);
  ff_statement_bind_number (statement, "$total", result->total);
  ff_statement_bind_number (statement, "$passed", result->passed);
  ff_statement_bind_id (statement, "$rank", result->rank);
  ff_statement_bind_int (statement, "$award", result->award);
  ff_statement_bind_text (statement, "$left_out", result->left_out);
  return ff_statement_run (statement, NULL, error);
}

enum
{
  RESULT_COL_ENROLMENT_ID,
  RESULT_COL_TOTAL,
  RESULT_COL_PASSED,
  RESULT_COL_RANK,
  RESULT_COL_AWARD,
  RESULT_COL_LEFT_OUT,
};

gboolean
ff_settlement_store_foreach_result (FfDb *db, gint64 id, FfSettledResultFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT enrolment_id, total, passed, rank, award, left_out FROM settled_result WHERE settlement_id = $id", error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfSettledResult result = {
        .enrolment_id = ff_statement_get_int (statement, RESULT_COL_ENROLMENT_ID),
        .total = ff_statement_get_number (statement, RESULT_COL_TOTAL),
        .passed = (int) ff_statement_get_number (statement, RESULT_COL_PASSED),
        .rank = (int) ff_statement_get_int (statement, RESULT_COL_RANK),
        .award = ff_statement_get_int (statement, RESULT_COL_AWARD) != 0,
        .left_out = ff_statement_get_text (statement, RESULT_COL_LEFT_OUT),
      };

      func (&result, user_data);
    }
  return step == FF_STEP_DONE;
}

/* Invariants -------------------------------------------------------------------------------------------------------- */

enum
{
  CHECK_COL_NAME,
  CHECK_COL_RUN_CODE,
};

static char *
describe_foreign (FfStatement *row)
{
  /* Translators: a person, a class's code */
  return g_strdup_printf (_ ("%s has a settled result of class %s and is not enrolled in it."), ff_statement_get_text (row, CHECK_COL_NAME),
                          ff_statement_get_text (row, CHECK_COL_RUN_CODE));
}

static char *
describe_missing (FfStatement *row)
{
  /* Translators: a person, a class's code */
  return g_strdup_printf (_ ("%s is enrolled in class %s, whose results are settled, and has no settled result."),
                          ff_statement_get_text (row, CHECK_COL_NAME), ff_statement_get_text (row, CHECK_COL_RUN_CODE));
}

gboolean
ff_settlement_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (
             db,
             "SELECT trainee.name, run.code FROM settled_result JOIN settlement ON settlement.id = settled_result.settlement_id"
             " JOIN run ON run.id = settlement.run_id JOIN enrolment ON enrolment.id = settled_result.enrolment_id"
             " JOIN trainee ON trainee.id = enrolment.trainee_id"
             " WHERE enrolment.run_id <> settlement.run_id OR enrolment.status <> 'enrolled' ORDER BY 2, 1",
             describe_foreign, findings, error)
         && ff_statement_describe_rows (
             db,
             "SELECT trainee.name, run.code FROM settlement JOIN run ON run.id = settlement.run_id"
             " JOIN enrolment ON enrolment.run_id = run.id AND enrolment.status = 'enrolled'"
             " JOIN trainee ON trainee.id = enrolment.trainee_id"
             " WHERE NOT EXISTS (SELECT 1 FROM settled_result WHERE settled_result.settlement_id = settlement.id"
             " AND settled_result.enrolment_id = enrolment.id) ORDER BY 2, 1",
             describe_missing, findings, error);
}
