#include "config.h"

#include "ff-rater-store.h"

#include "ff-rows.h"

void
ff_rater_free (FfRater *rater)
{
  if (rater == NULL)
    return;
  g_free (rater->name);
  g_free (rater);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_RUN_ID,
  COL_NAME,
  COL_TRAINER_ID,
  COL_WEIGHT,
};

#define SELECT "SELECT id, version, run_id, name, trainer_id, weight FROM rater"

static gpointer
read_rater (FfStatement *statement)
{
  FfRater *rater = g_new0 (FfRater, 1);

  rater->id = ff_statement_get_int (statement, COL_ID);
  rater->version = ff_statement_get_int (statement, COL_VERSION);
  rater->run_id = ff_statement_get_int (statement, COL_RUN_ID);
  rater->name = ff_statement_dup_text (statement, COL_NAME);
  rater->trainer_id = ff_statement_get_int (statement, COL_TRAINER_ID);
  rater->weight = ff_statement_get_int (statement, COL_WEIGHT);
  return rater;
}

GPtrArray *
ff_rater_store_of_run (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT " WHERE run_id = $run ORDER BY position, id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_list (statement, read_rater, (GDestroyNotify) ff_rater_free, error);
}

FfRater *
ff_rater_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT " WHERE id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_rater (statement) : NULL;
}

gint64
ff_rater_store_find (FfDb *db, gint64 run_id, const char *name, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM rater WHERE run_id = $run AND name = $name", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  ff_statement_bind_text (statement, "$name", name);
  return ff_rows_get_id (statement, error);
}

gboolean
ff_rater_store_insert (FfDb *db, FfRater *rater, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO rater (run_id, name, trainer_id, weight, position)"
      " SELECT $run, $name, $trainer, $weight, coalesce (max (position), 0) + 1 FROM rater WHERE run_id = $run",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", rater->run_id);
  ff_statement_bind_text (statement, "$name", rater->name);
  ff_statement_bind_id (statement, "$trainer", rater->trainer_id);
  ff_statement_bind_int (statement, "$weight", rater->weight);
  rater->version = 1;
  return ff_statement_insert (statement, &rater->id, error);
}

gboolean
ff_rater_store_update (FfDb *db, const FfRater *rater, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE rater SET name = $name, trainer_id = $trainer, weight = $weight, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", rater->id);
  ff_statement_bind_text (statement, "$name", rater->name);
  ff_statement_bind_id (statement, "$trainer", rater->trainer_id);
  ff_statement_bind_int (statement, "$weight", rater->weight);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_rater_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM rater WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

/* Marks ----------------------------------------------------------------------------------------------------------- */

enum
{
  MARKED_COL_NAME,
  MARKED_COL_MARKS,
};

static gpointer
read_marked (FfStatement *statement)
{
  FfRater *rater = g_new0 (FfRater, 1);

  rater->name = ff_statement_dup_text (statement, MARKED_COL_NAME);
  rater->marks = (int) ff_statement_get_int (statement, MARKED_COL_MARKS);
  return rater;
}

GPtrArray *
ff_rater_store_marked (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT given.rater, count(*) FROM scheme JOIN component ON component.scheme_id = scheme.id"
      " JOIN (SELECT component_id, rater FROM mark UNION ALL SELECT component_id, rater FROM team_mark) AS given"
      " ON given.component_id = component.id WHERE scheme.run_id = $run AND given.rater <> '' GROUP BY given.rater ORDER BY given.rater",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_list (statement, read_marked, (GDestroyNotify) ff_rater_free, error);
}

#define RENAME(table)                                                                                                            \
  "UPDATE " table " SET rater = $to, version = version + 1 WHERE rater = $from AND component_id IN"                              \
  " (SELECT component.id FROM scheme JOIN component ON component.scheme_id = scheme.id WHERE scheme.run_id = $run)"

gboolean
ff_rater_store_rename_marks (FfDb *db, gint64 run_id, const char *from, const char *to, GError **error)
{
  static const char *const statements[] = { RENAME ("mark"), RENAME ("team_mark") };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (FfStatement) statement = ff_db_prepare (db, statements[i], error);

      if (statement == NULL)
        return FALSE;
      ff_statement_bind_int (statement, "$run", run_id);
      ff_statement_bind_text (statement, "$from", from);
      ff_statement_bind_text (statement, "$to", to);
      if (!ff_statement_run (statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}
