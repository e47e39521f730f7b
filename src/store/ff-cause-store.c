/* The table cause: see ff-improvement-store.h. */
#include "config.h"

#include "ff-improvement-store.h"
#include "ff-order-store.h"
#include "ff-rows.h"

void
ff_cause_free (FfCause *cause)
{
  if (cause == NULL)
    return;
  g_free (cause->text);
  g_free (cause->evidence);
  g_free (cause);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_IMPROVEMENT_ID,
  COL_PARENT_ID,
  COL_POSITION,
  COL_BRANCH,
  COL_TEXT,
  COL_ROOT,
  COL_EVIDENCE,
};

#define SELECT_CAUSE "SELECT id, version, improvement_id, parent_id, position, branch, text, root, evidence FROM cause"
#define IN_ORDER " ORDER BY improvement_id, parent_id, position, id"

static gpointer
read_cause (FfStatement *statement)
{
  FfCause *cause = g_new0 (FfCause, 1);

  cause->id = ff_statement_get_int (statement, COL_ID);
  cause->version = ff_statement_get_int (statement, COL_VERSION);
  cause->improvement_id = ff_statement_get_int (statement, COL_IMPROVEMENT_ID);
  cause->parent_id = ff_statement_get_int (statement, COL_PARENT_ID);
  cause->position = (int) ff_statement_get_int (statement, COL_POSITION);
  cause->branch = ff_branch_from_key (ff_statement_get_text (statement, COL_BRANCH));
  cause->text = ff_statement_dup_text (statement, COL_TEXT);
  cause->root = ff_statement_get_int (statement, COL_ROOT) != 0;
  cause->evidence = ff_statement_dup_text (statement, COL_EVIDENCE);
  return cause;
}

GPtrArray *
ff_cause_store_list (FfDb *db, gint64 improvement_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_CAUSE " WHERE improvement_id = $improvement" IN_ORDER, error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$improvement", improvement_id);
  return ff_rows_list (statement, read_cause, (GDestroyNotify) ff_cause_free, error);
}

GPtrArray *
ff_cause_store_list_of_cycle (FfDb *db, gint64 cycle_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, SELECT_CAUSE " WHERE improvement_id IN (SELECT id FROM improvement WHERE cycle_id = $cycle)" IN_ORDER, error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$cycle", cycle_id);
  return ff_rows_list (statement, read_cause, (GDestroyNotify) ff_cause_free, error);
}

FfCause *
ff_cause_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_CAUSE " WHERE id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_cause (statement) : NULL;
}

static void
bind_cause (FfStatement *statement, const FfCause *cause)
{
  ff_statement_bind_text (statement, "$branch", ff_branch_to_key (cause->branch));
  ff_statement_bind_text (statement, "$text", cause->text);
  ff_statement_bind_int (statement, "$root", cause->root ? 1 : 0);
  ff_statement_bind_text (statement, "$evidence", cause->evidence);
}

gboolean
ff_cause_store_insert (FfDb *db, FfCause *cause, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO cause (improvement_id, parent_id, position, branch, text, root, evidence)"
                       " VALUES ($improvement, $parent, (SELECT coalesce (max (position) + 1, 1) FROM cause"
                       " WHERE improvement_id = $improvement AND coalesce (parent_id, 0) = coalesce ($parent, 0)),"
                       " $branch, $text, $root, $evidence)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$improvement", cause->improvement_id);
  ff_statement_bind_id (statement, "$parent", cause->parent_id);
  bind_cause (statement, cause);
  return ff_statement_insert (statement, &cause->id, error);
}

gboolean
ff_cause_store_update (FfDb *db, const FfCause *cause, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE cause SET branch = $branch, text = $text, root = $root, evidence = $evidence, version = version + 1"
                       " WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", cause->id);
  bind_cause (statement, cause);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_cause_store_move (FfDb *db, gint64 id, gint64 parent_id, int position, GError **error)
{
  {
    g_autoptr (FfStatement) statement
        = ff_db_prepare (db,
                         "UPDATE cause SET parent_id = $parent, version = version + 1"
                         " WHERE id = $id AND coalesce (parent_id, 0) <> coalesce ($parent, 0)",
                         error);

    if (statement == NULL)
      return FALSE;
    ff_statement_bind_int (statement, "$id", id);
    ff_statement_bind_id (statement, "$parent", parent_id);
    if (!ff_statement_run (statement, NULL, error))
      return FALSE;
  }
  return ff_order_store_move (db, FF_ORDER_CAUSE, id, position, error);
}

#define WITH_THOSE_BELOW                                                                                                          \
  "WITH RECURSIVE below (id) AS (SELECT $id UNION ALL SELECT cause.id FROM cause JOIN below ON cause.parent_id = below.id) "

gboolean
ff_cause_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db,
                              WITH_THOSE_BELOW "UPDATE improvement_action SET cause_id = NULL, version = version + 1"
                                               " WHERE cause_id IN (SELECT id FROM below)",
                              id, error)
         && ff_rows_run_with_id (db, WITH_THOSE_BELOW "DELETE FROM cause WHERE id IN (SELECT id FROM below)", id, error);
}
