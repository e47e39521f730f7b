/* Pages: what stands on which, and what is in the file. pdftotext is an independent reader of it. */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "ff-document.h"

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("fourfold-document-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "page.pdf", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_unlink (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0); /* nothing else was left in it */
  g_free (place->path);
  g_free (place->folder);
}

/* The text of one page (from 1) without spaces: how far apart words stand is a matter of opinion. */
static char *
read_page (const char *path, int page)
{
  g_autofree char *number = g_strdup_printf ("%d", page);
  const char *const command[] = { "pdftotext", "-layout", "-f", number, "-l", number, path, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *spaced = NULL;
  GString *text = g_string_new (NULL);
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &spaced, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  for (const char *at = spaced; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (text, *at);
  return g_string_free (text, FALSE);
}

static void
save (FfDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean good = ff_document_save_pdf (document, path, &error);

  g_assert_no_error (error);
  g_assert_true (good);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

static const FfDocumentColumn three[] = {
  { "No.", 1, 1 },
  { "姓名", 3, 0 },
  { "Remarks", 5, 0 },
};

static void
add_rows (FfDocument *document, guint n, double height)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (cells, g_strdup_printf ("%u", i + 1));
      g_ptr_array_add (cells, g_strdup_printf ("学员%u号", i + 1));
      g_ptr_array_add (cells, NULL);
    }
  ff_document_add_table (document, three, G_N_ELEMENTS (three), (const char *const *) cells->pdata, n, height);
}

/* Rows of a table and its pages: the body of a portrait page is 754 points high, the heading of a table about 20. */
static const struct
{
  const char *name;
  guint rows;
  double height;
  int pages;
} tables[] = {
  { "no row", 0, 24, 1 },
  { "one row", 1, 24, 1 },
  { "a page of rows", 30, 24, 1 },
  { "one more than a page", 31, 24, 2 },
  { "two pages", 60, 24, 2 },
  { "many", 3000, 24, 100 },
};

static void
test_tables (Place *place, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (FfDocument) document = ff_document_new (FF_PAPER_A4_PORTRAIT, "Rows");
      g_autofree char *foot = g_strdup_printf ("%d/%d", tables[i].pages, tables[i].pages);
      g_autofree char *last = g_strdup_printf ("学员%u号", tables[i].rows);
      g_autofree char *text = NULL;

      g_test_message ("%s", tables[i].name);
      add_rows (document, tables[i].rows, tables[i].height);
      g_assert_cmpint (ff_document_n_pages (document), ==, tables[i].pages);
      save (document, place->path);
      text = read_page (place->path, tables[i].pages);
      g_assert_cmpuint (count (text, "Remarks"), ==, 1); /* the heading is on the last page too */
      g_assert_cmpuint (count (text, foot), ==, 1);
      if (tables[i].rows > 0)
        g_assert_nonnull (strstr (text, last));
    }
}

/* Everything that was put in comes out again, however it is cut. */
static void
test_long_text (Place *place, gconstpointer data)
{
  g_autoptr (FfDocument) document = ff_document_new (FF_PAPER_A4_LANDSCAPE, "Long");
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (GString) read = g_string_new (NULL);
  const char *cells[3] = { "1", NULL, NULL };
  int pages;

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (long_text, "W%dE ", i);
  ff_document_add_paragraph (document, long_text->str);
  cells[2] = long_text->str;
  ff_document_add_table (document, three, G_N_ELEMENTS (three), cells, 1, 20);
  pages = ff_document_n_pages (document);
  g_assert_cmpint (pages, >, 2);
  save (document, place->path);

  for (int page = 1; page <= pages; page++)
    {
      g_autofree char *text = read_page (place->path, page);

      g_string_append (read, text);
    }
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *word = g_strdup_printf ("W%dE", i);

      g_assert_cmpuint (count (read->str, word), ==, 2);
    }
}

static void
draw_box (cairo_t *cr, double width, double height, gpointer data)
{
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_stroke (cr);
  (*(int *) data)++;
}

/* A sheet as it is handed out: title, fields beside a code, groups in a table, lines to sign on. */
static void
test_parts (Place *place, gconstpointer data)
{
  static const FfDocumentColumn columns[] = { { "序号", 1, 0.5 }, { "姓名", 3, 0 }, { "上午", 3, 0, "签名" }, { "下午", 3, 0, "签名" } };
  static const char *const cells[] = { FF_DOCUMENT_GROUP "第一组", NULL, NULL, NULL, "1", "张三丰", NULL, NULL };
  static const char *const names[] = { "应到", "实到" };
  static const char *const expected[] = { "签到表", "培训地点：", "总部3楼", "第一组", "张三丰", "签名", "上午", "下午", "应到：30", "1/2", "CX-101" };
  g_autoptr (FfDocument) document = ff_document_new (FF_PAPER_A4_PORTRAIT, "签到表");
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;
  int drawn = 0;

  ff_document_set_language (document, "zh_CN");
  ff_document_set_foot (document, "CX-101");
  ff_document_add_title (document, "签到表");
  ff_document_add_aside (document, 60, 60, draw_box, &drawn, NULL);
  ff_document_add_field (document, "培训地点", "总部 3 楼");
  ff_document_add_table (document, columns, G_N_ELEMENTS (columns), cells, 2, 24);
  ff_document_add_blanks (document, names, (const char *const[]) { "30", NULL }, 2);
  ff_document_break_page (document);
  ff_document_break_page (document); /* an empty page is never meant */
  ff_document_add_drawing (document, 0, 100, draw_box, &drawn, NULL);
  g_assert_cmpint (ff_document_n_pages (document), ==, 2);
  save (document, place->path);
  g_assert_cmpint (drawn, ==, 2);

  text = read_page (place->path, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_cmpuint (count (text, expected[i]), ==, 1);
    }
  second = read_page (place->path, 2);
  g_assert_nonnull (strstr (second, "2/2"));
}

/* A heading is never the last thing on a page. */
static void
test_heading_stays (Place *place, gconstpointer data)
{
  for (double space = 600; space < 760; space += 7)
    {
      g_autoptr (FfDocument) document = ff_document_new (FF_PAPER_A4_PORTRAIT, "Heading");
      g_autofree char *first = NULL;

      ff_document_add_paragraph (document, "begin");
      ff_document_add_space (document, space);
      ff_document_add_heading (document, "HEADING");
      ff_document_add_paragraph (document, "follows");
      save (document, place->path);
      first = read_page (place->path, 1);
      g_assert_cmpint (strstr (first, "HEADING") != NULL, ==, strstr (first, "follows") != NULL);
    }
}

static void
test_refusals (Place *place, gconstpointer data)
{
  g_autoptr (FfDocument) document = ff_document_new (FF_PAPER_A4_PORTRAIT, "Refused");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  ff_document_add_paragraph (document, "text");
  g_cancellable_cancel (cancellable);
  g_assert_false (ff_document_write_pdf (document, place->path, cancellable, NULL, NULL, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));

  g_assert_false (ff_document_save_pdf (document, "/nowhere/at/all.pdf", &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A character of a private area, which no font has. */
  ff_document_add_paragraph (document, "a\U0010F123b");
  g_assert_false (ff_document_save_pdf (document, place->path, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "\U0010F123"));
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document/tables", Place, NULL, set_up, test_tables, tear_down);
  g_test_add ("/document/long-text", Place, NULL, set_up, test_long_text, tear_down);
  g_test_add ("/document/parts", Place, NULL, set_up, test_parts, tear_down);
  g_test_add ("/document/heading-stays", Place, NULL, set_up, test_heading_stays, tear_down);
  g_test_add ("/document/refusals", Place, NULL, set_up, test_refusals, tear_down);
  return g_test_run ();
}
