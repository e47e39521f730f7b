#include "config.h"

#include "ff-leave-kind-store.h"

#include <glib/gi18n-lib.h>

#include "ff-rows.h"

#define SELECT "SELECT id, version, key, title, counts FROM leave_kind"

enum
{
  COL_ID,
  COL_VERSION,
  COL_KEY,
  COL_TITLE,
  COL_COUNTS,
};

void
ff_leave_kind_free (FfLeaveKind *kind)
{
  if (kind == NULL)
    return;
  g_free (kind->own_title);
  g_free (kind);
}

const char *
ff_leave_kind_built_in_title (const char *key)
{
  if (g_strcmp0 (key, "official") == 0)
    return C_ ("leave", "Official leave");
  if (g_strcmp0 (key, "sick") == 0)
    return C_ ("leave", "Sick leave");
  if (g_strcmp0 (key, "personal") == 0)
    return C_ ("leave", "Personal leave");
  return NULL;
}

const char *
ff_leave_kind_get_title (const FfLeaveKind *kind)
{
  const char *built_in;

  if (kind->own_title != NULL)
    return kind->own_title;
  built_in = ff_leave_kind_built_in_title (kind->key);
  return built_in != NULL ? built_in : kind->key;
}

static gpointer
kind_from_row (FfStatement *row)
{
  FfLeaveKind *kind = g_new0 (FfLeaveKind, 1);

  kind->id = ff_statement_get_int (row, COL_ID);
  kind->version = ff_statement_get_int (row, COL_VERSION);
  kind->key = g_intern_string (ff_statement_get_text (row, COL_KEY));
  kind->own_title = ff_statement_dup_text (row, COL_TITLE);
  kind->counts = ff_statement_get_int (row, COL_COUNTS) != 0;
  return kind;
}

FfLeaveKind *
ff_leave_kind_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT " WHERE id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? kind_from_row (statement) : NULL;
}

GPtrArray *
ff_leave_kind_store_list (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT " ORDER BY position, id", error);

  return statement != NULL ? ff_rows_list (statement, kind_from_row, (GDestroyNotify) ff_leave_kind_free, error) : NULL;
}

gboolean
ff_leave_kind_store_insert (FfDb *db, FfLeaveKind *kind, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO leave_kind (key, title, counts, position)"
      " VALUES ($key, $title, $counts, (SELECT coalesce (max (position), 0) + 1 FROM leave_kind))",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$key", kind->key);
  ff_statement_bind_text (statement, "$title", kind->own_title);
  ff_statement_bind_int (statement, "$counts", kind->counts);
  kind->version = 1;
  return ff_statement_insert (statement, &kind->id, error);
}

gboolean
ff_leave_kind_store_update (FfDb *db, const FfLeaveKind *kind, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE leave_kind SET title = $title, counts = $counts, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", kind->id);
  ff_statement_bind_text (statement, "$title", kind->own_title);
  ff_statement_bind_int (statement, "$counts", kind->counts);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_leave_kind_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM leave_kind WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

int
ff_leave_kind_store_is_used (FfDb *db, const char *key, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT EXISTS (SELECT 1 FROM attendance WHERE leave_kind = $key)", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_text (statement, "$key", key);
  return (int) ff_rows_get_id (statement, error);
}
