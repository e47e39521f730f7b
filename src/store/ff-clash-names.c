/* What the sides of a clash are called, and the table clash_acceptance. */
#include "config.h"

#include "ff-clash-store.h"

#include "ff-db-private.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

/* Names ------------------------------------------------------------------------------------------------------- */

void
ff_session_name_free (FfSessionName *name)
{
  if (name == NULL)
    return;
  g_free (name->run_code);
  g_free (name->key);
  g_free (name->title);
  g_free (name->course_code);
  g_free (name);
}

enum
{
  NAME_COL_RUN_ID,
  NAME_COL_COURSE_ID,
  NAME_COL_RUN_CODE,
  NAME_COL_KEY,
  NAME_COL_TITLE,
  NAME_COL_COURSE_CODE,
};

static FfSessionName *
read_name (FfDb *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, sql, error);
  FfSessionName *name;

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return NULL;
  name = g_new0 (FfSessionName, 1);
  name->run_id = ff_statement_get_int (statement, NAME_COL_RUN_ID);
  name->course_id = ff_statement_get_int (statement, NAME_COL_COURSE_ID);
  name->run_code = ff_statement_dup_text (statement, NAME_COL_RUN_CODE);
  name->key = ff_statement_dup_text (statement, NAME_COL_KEY);
  name->title = ff_statement_dup_text (statement, NAME_COL_TITLE);
  name->course_code = ff_statement_dup_text (statement, NAME_COL_COURSE_CODE);
  return name;
}

FfSessionName *
ff_clash_store_name_session (FfDb *db, gint64 session_id, GError **error)
{
  return read_name (db,
                    "SELECT run.id, run.course_id, run.code, session.key, coalesce (nullif (session.title, ''), run.title), course.code"
                    " FROM session JOIN run ON run.id = session.run_id JOIN course ON course.id = run.course_id WHERE session.id = $id",
                    session_id, error);
}

FfSessionName *
ff_clash_store_name_run (FfDb *db, gint64 run_id, GError **error)
{
  return read_name (db,
                    "SELECT run.id, run.course_id, run.code, NULL, run.title, course.code"
                    " FROM run JOIN course ON course.id = run.course_id WHERE run.id = $id AND run.deleted = 0",
                    run_id, error);
}

FfSessionName *
ff_clash_store_name_course (FfDb *db, gint64 course_id, GError **error)
{
  return read_name (db, "SELECT 0, id, code, NULL, title, code FROM course WHERE id = $id AND deleted = 0", course_id, error);
}

char *
ff_clash_store_name_resource (FfDb *db, const char *table, gint64 id, GError **error)
{
  static const struct
  {
    const char *table;
    const char *sql;
  } statements[] = {
    { "trainer", "SELECT name FROM trainer WHERE id = $id" },
    { "venue", "SELECT name FROM venue WHERE id = $id" },
    { "trainee", "SELECT name FROM trainee WHERE id = $id" },
    { "equipment", "SELECT name FROM equipment WHERE id = $id" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (g_str_equal (statements[i].table, table))
      {
        g_autoptr (FfStatement) statement = ff_db_prepare (db, statements[i].sql, error);

        if (statement == NULL)
          return NULL;
        ff_statement_bind_int (statement, "$id", id);
        return ff_rows_get_text (statement, error);
      }
  g_return_val_if_reached (NULL);
}

/* Acceptances --------------------------------------------------------------------------------------------------- */

#define OF_KEY                                                                                                                \
  " WHERE session_id = $session AND kind = $kind AND coalesce (other_id, 0) = $other AND coalesce (resource, '') = $resource" \
  " AND resource_id = $id AND from_at <= $from AND to_at >= $to AND lacking >= $lacking"

void
ff_acceptance_free (FfAcceptance *acceptance)
{
  if (acceptance == NULL)
    return;
  g_free (acceptance->reason);
  g_free (acceptance->by);
  g_free (acceptance);
}

static void
bind_key (FfStatement *statement, const FfClashKey *key)
{
  ff_statement_bind_text (statement, "$kind", key->kind);
  ff_statement_bind_int (statement, "$session", key->session_id);
  ff_statement_bind_int (statement, "$id", key->resource_id);
  ff_statement_bind_time (statement, "$from", key->from);
  ff_statement_bind_time (statement, "$to", key->to);
  ff_statement_bind_int (statement, "$lacking", key->lacking);
}

enum
{
  ACCEPTANCE_COL_REASON,
  ACCEPTANCE_COL_BY,
  ACCEPTANCE_COL_ON,
};

FfAcceptance *
ff_clash_store_read_acceptance (FfDb *db, const FfClashKey *key, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT reason, accepted_by, accepted_on FROM clash_acceptance" OF_KEY " ORDER BY id DESC LIMIT 1", error);
  FfAcceptance *acceptance;

  if (statement == NULL)
    return NULL;
  bind_key (statement, key);
  ff_statement_bind_int (statement, "$other", key->other_id);
  ff_statement_bind_text (statement, "$resource", key->resource != NULL ? key->resource : "");
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return NULL;
  acceptance = g_new0 (FfAcceptance, 1);
  acceptance->reason = ff_statement_dup_text (statement, ACCEPTANCE_COL_REASON);
  acceptance->by = ff_statement_dup_text (statement, ACCEPTANCE_COL_BY);
  acceptance->on = ff_statement_get_day (statement, ACCEPTANCE_COL_ON);
  return acceptance;
}

gboolean
ff_clash_store_insert_acceptance (FfDb *db, const FfClashKey *key, const char *reason, FfDay on, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO clash_acceptance (kind, session_id, other_id, resource, resource_id, from_at, to_at, lacking, reason,"
      " accepted_by, accepted_on)"
      " VALUES ($kind, $session, $other, $resource, $id, $from, $to, $lacking, $reason, $by, $on)",
      error);

  if (statement == NULL)
    return FALSE;
  bind_key (statement, key);
  ff_statement_bind_id (statement, "$other", key->other_id);
  ff_statement_bind_text (statement, "$resource", key->resource);
  ff_statement_bind_text (statement, "$reason", reason);
  ff_statement_bind_text (statement, "$by", db->actor);
  ff_statement_bind_day (statement, "$on", on);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_clash_store_delete_acceptances (FfDb *db, const FfClashKey *key, gboolean *changed, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM clash_acceptance" OF_KEY, error);
  int n = 0;

  if (statement == NULL)
    return FALSE;
  bind_key (statement, key);
  ff_statement_bind_int (statement, "$other", key->other_id);
  ff_statement_bind_text (statement, "$resource", key->resource != NULL ? key->resource : "");
  if (!ff_statement_run (statement, &n, error))
    return FALSE;
  *changed |= n > 0;
  return TRUE;
}
