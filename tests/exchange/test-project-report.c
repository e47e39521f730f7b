/* The report of a project: of one with everything, of one with nothing, of none. */
#include "config.h"

#include "ff-demo.h"
#include "ff-project-report.h"
#include "ff-store-test.h"

static FfDocument *
make (FfDb *db, const char *code)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ff_projects_find (db, code, &error);
  FfDocument *document = ff_project_report_make (db, id, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_full (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (FfDocument) document = NULL;

  g_assert_true (ff_demo_fill (fixture->db, ff_time_now (), &error));
  g_assert_no_error (error);
  document = make (fixture->db, "P-CX");
  g_assert_cmpstr (ff_document_get_title (document), ==, "Customer Experience Service");
  g_assert_cmpint (ff_document_n_pages (document), >=, 2);
  g_assert_true (ff_document_save_pdf (document, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
}

/* A project that says nothing of itself has a head and nothing below it. */
static void
test_bare (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDocument) document = NULL;
  gint64 id = 0;

  ff_projects_put (fixture->db, 0, &(FfProjectDraft) { .code = "P", .title = "Bare" }, &id, &error);
  g_assert_no_error (error);
  document = make (fixture->db, "P");
  g_assert_cmpint (ff_document_n_pages (document), ==, 1);
}

static void
test_none (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_project_report_make (fixture->db, 4711, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/project-report/full", test_full);
  store_test_add ("/project-report/bare", test_bare);
  store_test_add ("/project-report/none", test_none);

  return g_test_run ();
}
