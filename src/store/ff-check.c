#include "config.h"

#include "ff-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-journal.h"
#include "ff-migrate.h"

static gboolean
check_integrity (FfDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, "PRAGMA integrity_check (20)", error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      g_autofree char *verdict = g_utf8_make_valid (ff_statement_get_text (statement, 0), -1);

      if (strcmp (verdict, "ok") != 0)
        /* Translators: what SQLite says, in English */
        g_ptr_array_add (findings, g_strdup_printf (_ ("The file is damaged: %s."), g_strdelimit (verdict, "\n", ' ')));
    }
  return step == FF_STEP_DONE;
}

static gboolean
check_foreign_keys (FfDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, "PRAGMA foreign_key_check", error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    g_ptr_array_add (findings, g_strdup_printf (
                                   /* Translators: two names of tables, and in between the number of an entry */
                                   _ ("Entry %2$lld of “%1$s” refers to an entry of “%3$s” that is not there."),
                                   ff_statement_get_text (statement, 0), (long long) ff_statement_get_int (statement, 1),
                                   ff_statement_get_text (statement, 2)));
  return step == FF_STEP_DONE;
}

static gboolean
check_schema (FfDb *db, GPtrArray *findings, GError **error)
{
  g_autofree char *expected = ff_migrate_expected_fingerprint (error);
  g_autofree char *found = expected != NULL ? ff_migrate_fingerprint (db, error) : NULL;

  if (found == NULL)
    return FALSE;
  if (g_strcmp0 (expected, found) != 0)
    g_ptr_array_add (findings, g_strdup (_ ("The tables are not those that Fourfold makes: another program changed them.")));
  return TRUE;
}

/* Each row must be what the last change in the journal left: there with that version, or gone. */
static gboolean
check_journal_of_table (FfDb *db, const char *table, GPtrArray *findings, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT j.row_id FROM (SELECT row_id, max (id) AS id FROM journal WHERE table_name = '%s' GROUP BY row_id) AS newest"
      " JOIN journal AS j ON j.id = newest.id LEFT JOIN %s AS t ON t.id = j.row_id"
      " WHERE j.version_left IS NOT t.version ORDER BY j.row_id LIMIT 20",
      table, table);
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, sql, error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    g_ptr_array_add (findings, g_strdup_printf (
                                   /* Translators: the name of a table, and the number of an entry */
                                   _ ("Entry %2$lld of “%1$s” is not what the journal says."), table,
                                   (long long) ff_statement_get_int (statement, 0)));
  return step == FF_STEP_DONE;
}

static gboolean
check_journal (FfDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) tables = ff_journal_tables (db, error);
  gint64 open, broken;

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!check_journal_of_table (db, tables->pdata[i], findings, error))
      return FALSE;
  if (!ff_db_query_int (db, "SELECT count (*) FROM open_batch", &open, error)
      || !ff_db_query_int (db,
                           "SELECT count (*) FROM journal AS j LEFT JOIN batch AS b ON b.id = j.batch_id"
                           " WHERE j.id BETWEEN b.first_line AND b.last_line IS NOT TRUE"
                           " OR operation NOT IN ('insert', 'update', 'delete')"
                           " OR CASE operation WHEN 'insert' THEN before IS NOT NULL"
                           " ELSE before IS NULL OR NOT json_valid (before) END",
                           &broken, error))
    return FALSE;
  if (open > 0)
    g_ptr_array_add (findings, g_strdup (_ ("A batch was left open: changes may be missing in the journal.")));
  if (broken > 0)
    g_ptr_array_add (findings, g_strdup_printf (ngettext ("%d entry of the journal cannot be read.",
                                                          "%d entries of the journal cannot be read.", (gulong) broken),
                                                (int) broken));
  return TRUE;
}

gboolean
ff_db_check (FfDb *db, const FfCheckFunc *more, GPtrArray *findings, GError **error)
{
  static const FfCheckFunc own[] = { check_integrity, check_foreign_keys, check_schema, check_journal, NULL };

  g_return_val_if_fail (db != NULL && findings != NULL, FALSE);

  for (const FfCheckFunc *check = own; *check != NULL; check++)
    {
      if (!(*check) (db, findings, error))
        return FALSE;
      /* What a damaged file says about itself further on is not worth reading. */
      if (*check == check_integrity && findings->len > 0)
        return TRUE;
    }
  for (const FfCheckFunc *check = more; check != NULL && *check != NULL; check++)
    if (!(*check) (db, findings, error))
      return FALSE;
  return TRUE;
}
