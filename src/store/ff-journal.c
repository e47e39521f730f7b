#include "config.h"

#include "ff-journal.h"

static GPtrArray *
query_names (FfDb *db, const char *sql, const char *table, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, sql, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  FfStep step;

  if (statement == NULL)
    return NULL;
  if (table != NULL)
    ff_statement_bind_text (statement, "$table", table);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    g_ptr_array_add (names, ff_statement_dup_text (statement, 0));
  return step == FF_STEP_DONE ? g_steal_pointer (&names) : NULL;
}

GPtrArray *
ff_journal_tables (FfDb *db, GError **error)
{
  return query_names (db,
                      "SELECT s.name FROM sqlite_schema AS s JOIN pragma_table_info (s.name) AS c ON c.name = 'version'"
                      " WHERE s.type = 'table' ORDER BY s.name",
                      NULL, error);
}

GPtrArray *
ff_journal_columns (FfDb *db, const char *table, GError **error)
{
  return query_names (db, "SELECT name FROM pragma_table_info ($table) ORDER BY cid", table, error);
}

gboolean
ff_journal_drop_guards (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) names = query_names (
      db, "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'guard\\_%' ESCAPE '\\'", NULL, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER \"%s\"", (char *) names->pdata[i]);

      if (!ff_db_exec_raw (db, sql, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_journal_create_guards (FfDb *db, GError **error)
{
  static const char *const operations[] = { "insert", "update", "delete" };
  g_autoptr (GPtrArray) tables = ff_journal_tables (db, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (operations); j++)
      {
        const char *table = tables->pdata[i];
        g_autofree char *sql = g_strdup_printf ("CREATE TRIGGER guard_%s_%s BEFORE %s ON %s"
                                                " WHEN NOT EXISTS (SELECT 1 FROM open_batch)"
                                                " BEGIN SELECT RAISE (FAIL, 'no batch is open'); END",
                                                table, operations[j], operations[j], table);

        if (!ff_db_exec_raw (db, sql, error))
          return FALSE;
      }
  return TRUE;
}

/* json_object ('id', OLD.id, …) */
static char *
image_of (GPtrArray *columns)
{
  g_autoptr (GString) text = g_string_new ("json_object (");

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (text, "%s'%s', OLD.%s", i > 0 ? ", " : "", (char *) columns->pdata[i], (char *) columns->pdata[i]);
  return g_strdup (g_string_append_c (text, ')')->str);
}

/* The batch is read from its table rather than by a function of ours, and the guards fail rather than abort: SQLite copies every page
   that a statement changes if the statement could abort half way, which calling a function can; an import would copy eight pages for
   each row. Nothing is half done all the same, since guards speak before a row changes. */
static gboolean
install_for_table (FfDb *db, const char *table, GError **error)
{
  static const char *const head = "INSERT INTO journal (batch_id, table_name, row_id, operation, before, version_left)"
                                  " VALUES ((SELECT batch_id FROM open_batch)";
  g_autoptr (GPtrArray) columns = ff_journal_columns (db, table, error);
  g_autofree char *image = columns != NULL ? image_of (columns) : NULL;
  g_autofree char *sql = NULL;

  if (columns == NULL)
    return FALSE;
  /* An update that forgets to raise the version would let a conflict pass unseen; replaying restores old numbers. */
  sql = g_strdup_printf (
      "CREATE TEMP TRIGGER journal_%s_insert AFTER INSERT ON main.%s"
      " BEGIN %s, '%s', NEW.id, 'insert', NULL, NEW.version); END;"
      "CREATE TEMP TRIGGER journal_%s_update AFTER UPDATE ON main.%s"
      " BEGIN %s, '%s', NEW.id, 'update', %s, NEW.version); END;"
      "CREATE TEMP TRIGGER journal_%s_delete AFTER DELETE ON main.%s"
      " BEGIN %s, '%s', OLD.id, 'delete', %s, NULL); END;"
      "CREATE TEMP TRIGGER journal_%s_version BEFORE UPDATE ON main.%s WHEN NEW.id <> OLD.id OR (NEW.version <> OLD.version + 1"
      " AND NOT EXISTS (SELECT 1 FROM open_batch JOIN batch ON batch.id = batch_id WHERE kind IN ('undo', 'redo')))"
      " BEGIN SELECT RAISE (ABORT, 'an update of %s does not raise the version'); END;",
      table, table, head, table, table, table, head, table, image, table, table, head, table, image, table, table, table);
  return ff_db_exec_raw (db, sql, error);
}

gboolean
ff_journal_install (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) tables = ff_journal_tables (db, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!install_for_table (db, tables->pdata[i], error))
      return FALSE;
  return TRUE;
}
