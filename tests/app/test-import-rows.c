/* What the preview of an import lists and shows, and which kind of import a file is taken for. */
#include "config.h"

#include <string.h>

#include "ff-class-test.h"
#include "ff-import-rows.h"

#define TEXT \
  "Employee No.,Name,Department\n" \
  "E001,Trainee 1,Service/Hotline\n" \
  "E002,Trainee Two,Service/Hotline\n" \
  "E100,Somebody New,Service/Hotline\n" \
  "E101,,Service/Hotline\n" \
  "E003,Trainee Three,Service/Stores\n"

static FfImport *
open_text (StoreFixture *fixture, const char *kind, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "import.csv", NULL);
  g_autoptr (GError) error = NULL;
  FfImport *import;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  import = ff_import_new (ff_import_kind_find (kind), path, NULL, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static FfImportResult *
preview (FfImport *import, FfDb *db)
{
  g_autoptr (GError) error = NULL;
  FfImportResult *result = ff_import_run (import, db, FF_IMPORT_DRY_RUN | FF_IMPORT_SKIP_BAD | FF_IMPORT_PREVIEW, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

/* "1 2 5": the indices of the rows that are listed. */
static char *
print_rows (FfImport *import, const FfImportResult *result, FfImportShow show)
{
  g_autoptr (GListModel) rows = ff_import_rows_list (import, result, show);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FfImportRowItem) item = g_list_model_get_item (rows, i);

      g_string_append_printf (text, "%s%u", i > 0 ? " " : "", ff_import_row_item_get_index (item));
    }
  return g_string_free (text, FALSE);
}

static void
test_lists_by_verdict (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FfImportShow show;
    gboolean known; /* the dry run is over */
    const char *expected;
  } cases[] = {
    { FF_IMPORT_SHOW_ALL, FALSE, "1 2 3 4 5" },
    { FF_IMPORT_SHOW_NEW, FALSE, "" },
    { FF_IMPORT_SHOW_ALL, TRUE, "1 2 3 4 5" },
    { FF_IMPORT_SHOW_NEW, TRUE, "3" },
    { FF_IMPORT_SHOW_CHANGED, TRUE, "2 5" },
    { FF_IMPORT_SHOW_REJECTED, TRUE, "4" },
  };
  g_autoptr (FfImport) import = open_text (fixture, "trainees", TEXT);
  g_autoptr (FfImportResult) result = preview (import, fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *printed = print_rows (import, cases[i].known ? result : NULL, cases[i].show);

      g_assert_cmpstr (printed, ==, cases[i].expected);
    }
}

static void
test_finds_changes_and_rejects (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint row, column;
    const char *before, *after; /* NULL: nothing changes there */
  } cases[] = {
    { 1, 1, NULL, NULL },
    { 2, 0, NULL, NULL },
    { 2, 1, "Trainee 2", "Trainee Two" },
    { 2, 2, NULL, NULL },
    { 5, 1, "Trainee 3", "Trainee Three" },
    { 5, 2, "Service/Hotline", "Service/Stores" },
  };
  g_autoptr (FfImport) import = open_text (fixture, "trainees", TEXT);
  g_autoptr (FfImportResult) result = preview (import, fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FfImportChange *change = ff_import_rows_find_change (result, cases[i].row, cases[i].column);

      g_test_message ("row %u, column %u", cases[i].row, cases[i].column);
      g_assert_cmpstr (change != NULL ? change->before : NULL, ==, cases[i].before);
      g_assert_cmpstr (change != NULL ? change->after : NULL, ==, cases[i].after);
    }
  for (guint row = 1; row <= 5; row++)
    {
      const FfImportReject *reject = ff_import_rows_find_reject (result, row);

      g_assert_cmpint (reject != NULL, ==, row == 4);
      if (reject != NULL)
        g_assert_cmpint (reject->column, ==, 1);
    }
  g_assert_null (ff_import_rows_find_change (NULL, 2, 1));
  g_assert_null (ff_import_rows_find_reject (NULL, 4));
}

static void
test_guesses_the_kind (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *heading;
    const char *kind; /* NULL: none */
  } cases[] = {
    { "Employee No.,Name,Department", "trainees" },
    { "工号,姓名,部门", "trainees" },
    { "class,employee_no,session,status", "attendance" },
    { "class,employee_no,component,score", "scores" },
    { "class,session,starts_at,ends_at", "schedule" },
    { "class,employee_no", "enrolments" },
    { "class,employee_no,name,Written test", "scores" },
    { "class,employee_no,Remark,team", "enrolments" },
    { "Apples,Pears", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\nC1,E001,z,80\n", cases[i].heading);
      g_autoptr (FfImport) import = open_text (fixture, "trainees", text);
      const FfImportKind *kind = ff_import_rows_guess_kind (ff_import_get_sheet (import));

      g_test_message ("%s", cases[i].heading);
      g_assert_cmpstr (kind != NULL ? ff_import_kind_get_name (kind) : NULL, ==, cases[i].kind);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/import-rows/lists-by-verdict", test_lists_by_verdict);
  class_test_add ("/import-rows/finds-changes-and-rejects", test_finds_changes_and_rejects);
  class_test_add ("/import-rows/guesses-the-kind", test_guesses_the_kind);

  return g_test_run ();
}
