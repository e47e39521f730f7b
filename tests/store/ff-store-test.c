#include "config.h"

#include "ff-store-test.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "ff-check.h"
#include "ff-journal.h"

void
store_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        store_remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
store_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("fourfold-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.fourfold", NULL);
  fixture->db = ff_db_open (fixture->path, FF_DB_CREATE, &error);
  g_assert_no_error (error);
}

void
store_tear_down (StoreFixture *fixture, gconstpointer data)
{
  ff_db_close (fixture->db);
  store_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
store_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  ff_db_close (fixture->db);
  fixture->db = ff_db_open (fixture->path, FF_DB_WRITE, &error);
  g_assert_no_error (error);
}

void
store_exec (FfDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  ff_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

gint64
store_count (FfDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  ff_db_query_int (db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
dump_table (FfDb *db, const char *table, GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", table);
  g_autoptr (GPtrArray) columns = ff_journal_columns (db, table, &error);
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, sql, &error);

  g_assert_no_error (error);
  while (ff_statement_step (statement, &error) == FF_STEP_ROW)
    {
      g_string_append_printf (text, "%s:", table);
      for (guint i = 0; i < columns->len; i++)
        if (ff_statement_is_null (statement, (int) i))
          g_string_append (text, " NULL");
        else
          g_string_append_printf (text, " [%s]", ff_statement_get_text (statement, (int) i));
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
}

char *
store_dump (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables = ff_journal_tables (db, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < tables->len; i++)
    dump_table (db, tables->pdata[i], text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
store_assert_sound (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  ff_db_check (db, NULL, findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("finding: %s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}
