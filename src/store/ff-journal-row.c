#include "config.h"

#include "ff-journal-row.h"

#include <glib/gi18n-lib.h>

#include "ff-journal-owner.h"
#include "ff-journal-reader.h"
#include "ff-journal.h"
#include "ff-rows.h"

FfStatement *
ff_journal_row_prepare (FfDb *db, const char *table, GError **error)
{
  g_autoptr (GPtrArray) columns = ff_journal_columns (db, table, error);
  g_autoptr (GString) sql = g_string_new ("SELECT json_object (");

  if (columns == NULL)
    return NULL;
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s'%s', %s", i > 0 ? ", " : "", (char *) columns->pdata[i], (char *) columns->pdata[i]);
  g_string_append_printf (sql, ") FROM %s WHERE id = $id", table);
  return ff_db_prepare_dynamic (db, sql->str, error);
}

FfRowImage *
ff_journal_read_row (FfDb *db, const char *table, gint64 row_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_journal_row_prepare (db, table, error);
  g_autofree char *json = NULL;

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", row_id);
  json = ff_rows_get_text (statement, error);
  return ff_row_image_parse (json);
}

void
ff_journal_line_clear (FfJournalLine *line)
{
  g_clear_pointer (&line->table, g_free);
  g_clear_pointer (&line->before, ff_row_image_free);
}

gboolean
ff_journal_line_read (FfDb *db, gint64 id, FfJournalLine *line, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT table_name, row_id, before FROM journal WHERE id = $id", error);

  *line = (FfJournalLine) { NULL };
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return FALSE;
  line->table = ff_statement_dup_text (statement, 0);
  line->row_id = ff_statement_get_int (statement, 1);
  line->before = ff_row_image_parse (ff_statement_get_text (statement, 2));
  return TRUE;
}

/* The column goes from the journal into the row without being read here, so that it comes back to the byte. */
gboolean
ff_journal_restore_column (FfDb *db, gint64 id, const char *column, GError **error)
{
  g_auto (FfJournalLine) line = { NULL };
  g_autoptr (FfStatement) statement = NULL;
  g_autofree char *sql = NULL;
  int changed;

  if (!ff_journal_line_read (db, id, &line, error))
    return FALSE;
  sql = g_strdup_printf ("UPDATE %s SET %s = (SELECT json_extract (before, '$.%s') FROM journal WHERE id = $line),"
                         " version = version + 1 WHERE id = $id",
                         line.table, column, column);
  statement = ff_db_prepare_dynamic (db, sql, error);
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$line", id);
  ff_statement_bind_int (statement, "$id", line.row_id);
  if (!ff_statement_run (statement, &changed, error))
    return FALSE;
  if (changed == 1)
    return TRUE;
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("What this value belonged to does not exist any more."));
  return FALSE;
}

gint64
ff_journal_find_run (FfDb *db, const char *table, gint64 row_id, GError **error)
{
  g_autoptr (GArray) owners = ff_journal_owners (db, error);
  g_autofree char *sql = owners != NULL ? ff_journal_owner_query (owners, table) : NULL;
  g_autoptr (FfStatement) statement = NULL;

  if (sql == NULL)
    return owners != NULL ? 0 : -1;
  statement = ff_db_prepare_dynamic (db, sql, error);
  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$id", row_id);
  return ff_rows_get_id (statement, error);
}
