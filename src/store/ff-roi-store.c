#include "config.h"

#include "ff-roi-store.h"

#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_roi_facts_free (FfRoiFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->isolation_by);
  g_free (facts->note);
  g_free (facts);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_BENEFIT,
  COL_MONTHS,
  COL_COST,
  COL_ISOLATION,
  COL_ISOLATION_BY,
  COL_CONFIDENCE,
  COL_NOTE,
};

static void
read_facts (FfStatement *statement, FfRoiFacts *facts)
{
  facts->id = ff_statement_get_int (statement, COL_ID);
  facts->version = ff_statement_get_int (statement, COL_VERSION);
  facts->benefit = ff_statement_get_number (statement, COL_BENEFIT);
  facts->months = (int) ff_statement_get_number (statement, COL_MONTHS);
  facts->cost = ff_statement_get_number (statement, COL_COST);
  facts->isolation = (int) ff_statement_get_number (statement, COL_ISOLATION);
  facts->isolation_by = ff_statement_dup_text (statement, COL_ISOLATION_BY);
  facts->confidence = (int) ff_statement_get_number (statement, COL_CONFIDENCE);
  facts->note = ff_statement_dup_text (statement, COL_NOTE);
}

FfRoiFacts *
ff_roi_store_read (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "SELECT id, version, benefit, months, cost, isolation, isolation_by, confidence, note FROM roi"
                       " WHERE " FF_OWNED_BY_TWO ("roi"),
                       error);
  g_autoptr (FfRoiFacts) facts = g_new0 (FfRoiFacts, 1);

  if (statement == NULL)
    return NULL;
  facts->owner = owner;
  facts->benefit = facts->cost = facts->months = facts->isolation = facts->confidence = -1;
  ff_owned_store_bind (statement, FF_OWNED_ROI, owner);
  switch (ff_statement_step (statement, error))
    {
    case FF_STEP_ROW:
      read_facts (statement, facts);
      return g_steal_pointer (&facts);
    case FF_STEP_DONE:
      return g_steal_pointer (&facts);
    case FF_STEP_ERROR:
    default:
      return NULL;
    }
}

static void
bind_facts (FfStatement *statement, const FfRoiFacts *facts)
{
  ff_statement_bind_number (statement, "$benefit", facts->benefit);
  ff_statement_bind_number (statement, "$months", facts->months);
  ff_statement_bind_number (statement, "$cost", facts->cost);
  ff_statement_bind_number (statement, "$isolation", facts->isolation);
  ff_statement_bind_text (statement, "$isolation_by", facts->isolation_by);
  ff_statement_bind_number (statement, "$confidence", facts->confidence);
  ff_statement_bind_text (statement, "$note", facts->note);
}

gboolean
ff_roi_store_insert (FfDb *db, FfRoiFacts *facts, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO roi (project_id, run_id, benefit, months, cost, isolation, isolation_by, confidence, note)"
                       " VALUES ($project, $run, $benefit, $months, $cost, $isolation, $isolation_by, $confidence, $note)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_ROI, facts->owner);
  bind_facts (statement, facts);
  return ff_statement_insert (statement, &facts->id, error);
}

gboolean
ff_roi_store_update (FfDb *db, const FfRoiFacts *facts, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE roi SET benefit = $benefit, months = $months, cost = $cost, isolation = $isolation,"
                       " isolation_by = $isolation_by, confidence = $confidence, note = $note, version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", facts->id);
  bind_facts (statement, facts);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_roi_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM roi WHERE id = $id", id, error);
}
