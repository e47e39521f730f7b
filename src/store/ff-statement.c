/* Statements: prepared once per connection and SQL text, bound by name, handed back by falling out of scope. */
#include "config.h"

#include "ff-statement-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FfStatement
{
  FfDb *db;
  sqlite3_stmt *stmt;
  gboolean cached;
  gboolean in_use;
  int bind_code; /* the first failure of a bind, reported by the step */
  int n_parameters;
  const char *names[]; /* by which each was bound last */
};

static FfStatement *
statement_new (FfDb *db, const char *sql, unsigned flags, GError **error)
{
  FfStatement *statement;
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v3 (db->handle, sql, -1, flags, &stmt, NULL);
  int n_parameters;

  if (code != SQLITE_OK)
    {
      ff_db_set_error (db, code, sql, error);
      return NULL;
    }
  n_parameters = sqlite3_bind_parameter_count (stmt);
  statement = g_malloc0 (sizeof (FfStatement) + (gsize) n_parameters * sizeof (char *));
  statement->db = db;
  statement->stmt = stmt;
  statement->n_parameters = n_parameters;
  statement->in_use = TRUE;
  return statement;
}

void
ff_statement_free (FfStatement *statement)
{
  sqlite3_finalize (statement->stmt);
  g_free (statement);
}

FfStatement *
ff_db_prepare (FfDb *db, const char *sql, GError **error)
{
  FfStatement *statement;

  g_return_val_if_fail (db != NULL && sql != NULL, NULL);

  /* To compare a text is cheaper than to hash it; who hands in no literal gets the right statement too. */
  statement = g_hash_table_lookup (db->literals, sql);
  if (statement != NULL && strcmp (sqlite3_sql (statement->stmt), sql) != 0)
    statement = NULL;
  if (statement == NULL && (statement = g_hash_table_lookup (db->statements, sql)) != NULL)
    g_hash_table_insert (db->literals, (gpointer) sql, statement);
  if (statement != NULL && !statement->in_use)
    {
      statement->in_use = TRUE;
      return statement;
    }
  if (statement != NULL) /* the caller is inside the same query already */
    return statement_new (db, sql, 0, error);

  statement = statement_new (db, sql, SQLITE_PREPARE_PERSISTENT, error);
  if (statement != NULL)
    {
      statement->cached = TRUE;
      g_hash_table_insert (db->statements, g_strdup (sql), statement);
    }
  return statement;
}

FfStatement *
ff_db_prepare_dynamic (FfDb *db, const char *sql, GError **error)
{
  g_return_val_if_fail (db != NULL && sql != NULL, NULL);

  return statement_new (db, sql, 0, error);
}

void
ff_statement_release (FfStatement *statement)
{
  if (statement == NULL)
    return;
  if (!statement->cached)
    {
      ff_statement_free (statement);
      return;
    }
  sqlite3_reset (statement->stmt);
  sqlite3_clear_bindings (statement->stmt);
  statement->bind_code = SQLITE_OK;
  statement->in_use = FALSE;
}

static int
parameter_index (FfStatement *statement, const char *name)
{
  int index;

  /* Names are literals, so that the same pointer is the same name. */
  for (int i = 0; i < statement->n_parameters; i++)
    if (statement->names[i] == name)
      return i + 1;

  index = sqlite3_bind_parameter_index (statement->stmt, name);
  if (index == 0)
    g_error ("There is no parameter %s in: %s", name, sqlite3_sql (statement->stmt));
  statement->names[index - 1] = name;
  return index;
}

static void
note_bind (FfStatement *statement, int code)
{
  if (statement->bind_code == SQLITE_OK)
    statement->bind_code = code;
}

void
ff_statement_bind_text (FfStatement *statement, const char *name, const char *value)
{
  g_return_if_fail (statement != NULL);

  note_bind (statement, sqlite3_bind_text (statement->stmt, parameter_index (statement, name), value, -1, SQLITE_TRANSIENT));
}

void
ff_statement_bind_int (FfStatement *statement, const char *name, gint64 value)
{
  g_return_if_fail (statement != NULL);

  note_bind (statement, sqlite3_bind_int64 (statement->stmt, parameter_index (statement, name), value));
}

void
ff_statement_bind_id (FfStatement *statement, const char *name, gint64 value)
{
  if (value == 0)
    ff_statement_bind_null (statement, name);
  else
    ff_statement_bind_int (statement, name, value);
}

void
ff_statement_bind_null (FfStatement *statement, const char *name)
{
  g_return_if_fail (statement != NULL);

  note_bind (statement, sqlite3_bind_null (statement->stmt, parameter_index (statement, name)));
}

FfStep
ff_statement_step (FfStatement *statement, GError **error)
{
  int code;

  g_return_val_if_fail (statement != NULL, FF_STEP_ERROR);

  if (statement->bind_code != SQLITE_OK)
    code = statement->bind_code;
  else if (statement->db->cancellable != NULL && g_cancellable_is_cancelled (statement->db->cancellable))
    code = SQLITE_INTERRUPT;
  else
    code = sqlite3_step (statement->stmt);

  if (code == SQLITE_ROW)
    return FF_STEP_ROW;
  if (code == SQLITE_DONE)
    return FF_STEP_DONE;
  ff_db_set_error (statement->db, code, sqlite3_sql (statement->stmt), error);
  sqlite3_reset (statement->stmt);
  return FF_STEP_ERROR;
}

gboolean
ff_statement_run (FfStatement *statement, int *changed, GError **error)
{
  FfStep step;

  g_return_val_if_fail (statement != NULL, FALSE);

  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    ;
  if (step == FF_STEP_ERROR)
    return FALSE;
  if (changed != NULL)
    *changed = sqlite3_changes (statement->db->handle);
  sqlite3_reset (statement->stmt);
  return TRUE;
}

gboolean
ff_statement_insert (FfStatement *statement, gint64 *id, GError **error)
{
  if (!ff_statement_run (statement, NULL, error))
    return FALSE;
  if (id != NULL)
    *id = sqlite3_last_insert_rowid (statement->db->handle);
  return TRUE;
}

void
ff_statement_reset (FfStatement *statement)
{
  g_return_if_fail (statement != NULL);

  sqlite3_reset (statement->stmt);
}

gboolean
ff_statement_is_null (FfStatement *statement, int column)
{
  return sqlite3_column_type (statement->stmt, column) == SQLITE_NULL;
}

gint64
ff_statement_get_int (FfStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->stmt, column);
}

const char *
ff_statement_get_text (FfStatement *statement, int column)
{
  return (const char *) sqlite3_column_text (statement->stmt, column);
}

char *
ff_statement_dup_text (FfStatement *statement, int column)
{
  return g_strdup (ff_statement_get_text (statement, column));
}
