#include "config.h"

#include "import-support.h"

#include <string.h>

FfDb *
test_open_database (void)
{
  static int n;
  g_autofree char *name = g_strdup_printf ("test-%d.fourfold", ++n);
  g_autofree char *path = test_path (name);
  g_autoptr (GError) error = NULL;
  FfDb *db = ff_db_open (path, FF_DB_CREATE, &error);

  g_assert_no_error (error);
  return db;
}

FfImportResult *
test_import (FfDb *db, const char *kind, const char *text, FfImportFlags flags)
{
  g_autofree char *path = test_write_file ("import.csv", text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (FfImport) import = ff_import_new (ff_import_kind_find (kind), path, NULL, NULL, &error);
  FfImportResult *result;

  g_assert_no_error (error);
  result = ff_import_run (import, db, flags, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

char *
test_print_result (const FfImportResult *result)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u new, %u changed, %u unchanged, %u rejected", result->n_new, result->n_changed, result->n_same,
                          result->n_rejected);
  for (guint i = 0; i < result->rejects->len; i++)
    {
      const FfImportReject *reject = g_ptr_array_index (result->rejects, i);

      g_string_append_printf (text, " | %u:%s", reject->record, reject->heading);
      g_assert_cmpstr (reject->reason, !=, "");
      g_test_message ("%u:%s: %s", reject->record, reject->heading, reject->reason);
    }
  g_string_append (text, result->applied ? " | applied" : result->refused ? " | refused" : "");
  return g_string_free (text, FALSE);
}

void
test_expect (FfDb *db, const char *kind, const char *text, FfImportFlags flags, const char *expected)
{
  g_autoptr (FfImportResult) result = test_import (db, kind, text, flags);
  g_autofree char *printed = test_print_result (result);

  g_assert_cmpstr (printed, ==, expected);
}

gboolean
test_says (GPtrArray *sentences, const char *part)
{
  for (guint i = 0; i < sentences->len; i++)
    if (strstr (g_ptr_array_index (sentences, i), part) != NULL)
      return TRUE;
  return FALSE;
}
