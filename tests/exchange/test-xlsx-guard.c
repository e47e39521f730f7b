/* What the guard lets through, what it mends, what it refuses, and what is left on the disk. */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include "ff-error.h"
#include "ff-output-file.h"
#include "ff-sheet.h"
#include "ff-xlsx-guard.h"
#include "ff-xlsx-verify.h"
#include "test-support.h"

/* What the reader of workbooks finds in the first cell after @text went in; NULL when the workbook was refused. */
static char *
round_trip (const char *text, GError **error)
{
  g_autofree char *path = test_path ("text.xlsx");
  g_autoptr (FfXlsx) xlsx = ff_xlsx_new (path, NULL, NULL, NULL, error);
  FfXlsxSheet *sheet = ff_xlsx_add_sheet (xlsx, "Sheet");
  g_autoptr (FfSheet) read = NULL;

  ff_xlsx_text (sheet, 0, 0, text, NULL);
  ff_xlsx_text (sheet, 1, 0, "end", NULL);
  if (!ff_xlsx_finish (xlsx, error))
    return NULL;
  read = ff_sheet_read (path, NULL, NULL, error);
  g_assert_nonnull (read);
  g_assert_cmpstr (ff_sheet_peek (read, read->rows->len - 1, 0), ==, "end");

  return g_strdup (read->rows->len == 1 ? "" : ff_sheet_peek (read, 0, 0));
}

static void
test_texts (void)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "张三", NULL },
    { "=SUM(A1:A9)", NULL },
    { "+1", NULL },
    { "@x", NULL },
    { "<&>\"'&amp;", NULL },
    { "00123", NULL },
    { "http://example.org/", NULL },
    { "𠮷野家 😀", NULL },
    { "one\ntwo\tthree", NULL },
    { "one\r\ntwo", "one\ntwo" },
    { "a\x01z\x1f", "a z" },
    { "\xef\xbf\xbe", "" },
    { "broken \xff utf", "broken \xef\xbf\xbd utf" },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found = round_trip (cases[i].text, &error);

      g_assert_no_error (error);
      /* The reader trims, which is not what is looked at here. */
      g_assert_cmpstr (g_strstrip (found), ==, cases[i].found != NULL ? cases[i].found : cases[i].text);
    }
}

static void
test_long_text (void)
{
  g_autofree char *longest = g_strnfill (32767, 'x');
  g_autofree char *too_long = g_strnfill (32768, 'x');
  g_autofree char *wide = g_malloc (4 * 16384 + 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = round_trip (longest, &error);
  g_autofree char *path = test_path ("text.xlsx");

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, longest);

  g_unlink (path);
  g_assert_null (round_trip (too_long, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "A1"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  /* Outside the first plane a character counts twice. */
  for (int i = 0; i < 16384; i++)
    memcpy (wide + 4 * i, "𠮷", 4);
  wide[4 * 16384] = '\0';
  g_assert_null (round_trip (wide, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
}

/* Chinese, emoji and whatever else, at random. */
static void
test_random_texts (void)
{
  static const gunichar starts[] = { 0x20, 0x4e00, 0x20000, 0x1f600, 0xa0, 0xac00, 0x600 };
  g_autofree char *path = test_path ("random.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfXlsx) xlsx = ff_xlsx_new (path, NULL, NULL, NULL, &error);
  FfXlsxSheet *sheet = ff_xlsx_add_sheet (xlsx, "随机 & <x>");

  for (guint row = 0; row < 2000; row++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int n = g_test_rand_int_range (0, 300);

      for (int i = 0; i < n; i++)
        g_string_append_unichar (text, starts[g_test_rand_int_range (0, G_N_ELEMENTS (starts))] + g_test_rand_int_range (0, 64));
      ff_xlsx_text (sheet, row, 0, text->str, NULL);
      ff_xlsx_formula_text (sheet, row, 1, "=A1", text->str, NULL);
      ff_xlsx_formula_number (sheet, row, 2, "=1<2", g_test_rand_double_range (-1e9, 1e9), NULL);
      ff_xlsx_number (sheet, row, 3, g_test_rand_double_range (-1, 1), NULL);
    }
  g_assert_true (ff_xlsx_finish (xlsx, &error));
  g_assert_no_error (error);
}

/* A locale with a comma must not get into the file, nor stay changed afterwards. */
static void
test_locale (void)
{
  g_autofree char *path = test_path ("locale.xlsx");
  g_autofree char *digits = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSheet) read = NULL;
  locale_t before = uselocale ((locale_t) 0);
  locale_t comma = newlocale (LC_NUMERIC_MASK, "de_DE.UTF-8", (locale_t) 0);
  FfXlsx *xlsx;

  if (comma == (locale_t) 0)
    {
      g_test_skip ("no locale with a decimal comma is installed");
      return;
    }
  uselocale (comma);
  xlsx = ff_xlsx_new (path, NULL, NULL, NULL, &error);
  ff_xlsx_number (ff_xlsx_add_sheet (xlsx, "S"), 0, 0, 1.5, NULL);
  g_assert_true (ff_xlsx_finish (xlsx, &error));
  ff_xlsx_free (xlsx);
  digits = g_strdup_printf ("%.1f", 1.5);
  uselocale (before);
  freelocale (comma);

  g_assert_cmpstr (digits, ==, "1,5");
  read = ff_sheet_read (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ff_sheet_peek (read, 0, 0), ==, "1.5");
}

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (test_folder (), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
note_progress (guint64 done, guint64 total, gpointer data)
{
  double *last = data;
  double fraction = (double) done / total;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_cancel (void)
{
  g_autofree char *path = test_write_file ("cancel.xlsx", "before", 6);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  double fraction = 0;
  guint n = count_files ();
  FfXlsx *xlsx = ff_xlsx_new (path, cancellable, note_progress, &fraction, &error);
  FfXlsxSheet *sheet = ff_xlsx_add_sheet (xlsx, "S");

  g_assert_cmpuint (count_files (), ==, n + 1);
  for (guint row = 0; row < 100; row++)
    {
      ff_xlsx_report (xlsx, row, 100);
      ff_xlsx_number (sheet, row, 0, row, NULL);
    }
  g_assert_false (ff_xlsx_has_failed (xlsx));
  g_cancellable_cancel (cancellable);
  g_assert_true (ff_xlsx_has_failed (xlsx));
  g_assert_false (ff_xlsx_finish (xlsx, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_CANCELLED);
  ff_xlsx_free (xlsx);

  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpuint (count_files (), ==, n);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
}

typedef struct
{
  FfXlsxKind kind;
  guint row, column;
  const char *formula;
  const char *text;
  double number;
} Cell;

static FfXlsxRecords *
record_cells (const Cell *cells, guint n)
{
  FfXlsxRecords *records = ff_xlsx_records_new ();

  for (guint i = 0; i < n; i++)
    ff_xlsx_records_add (records, cells[i].kind, cells[i].row, cells[i].column, cells[i].formula, cells[i].text, cells[i].number);
  return records;
}

static gboolean
holds (const char *path, const Cell *cells, guint n)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_xlsx_records_free);

  g_ptr_array_add (sheets, record_cells (cells, n));
  return ff_xlsx_verify (path, sheets, NULL, NULL);
}

/* The comparison notices each way in which a cell can differ. */
static void
test_differences (void)
{
  static const Cell good[] = {
    { FF_XLSX_TEXT, 0, 0, NULL, "a<b", 0 },
    { FF_XLSX_NUMBER, 0, 1, NULL, NULL, 2.5 },
    { FF_XLSX_FORMULA_NUMBER, 1, 0, "=A1&B1", NULL, 7 },
    { FF_XLSX_FORMULA_TEXT, 1, 27, "=A1&B1", "x", 0 },
  };
  static const Cell others[G_N_ELEMENTS (good)][6] = {
    { { FF_XLSX_TEXT, 1, 0, NULL, "a<b" },
      { FF_XLSX_TEXT, 0, 2, NULL, "a<b" },
      { FF_XLSX_TEXT, 0, 0, NULL, "a>b" },
      { FF_XLSX_TEXT, 0, 0, NULL, "a&lt;b" },
      { FF_XLSX_FORMULA_TEXT, 0, 0, "=a<b", "" },
      { FF_XLSX_NUMBER, 0, 0, NULL, NULL, 0 } },
    { { FF_XLSX_NUMBER, 0, 1, NULL, NULL, 2.5 + 1e-9 },
      { FF_XLSX_NUMBER, 0, 1, NULL, NULL, -2.5 },
      { FF_XLSX_TEXT, 0, 1, NULL, "2.5" },
      { FF_XLSX_FORMULA_NUMBER, 0, 1, "=2.5", NULL, 2.5 },
      { FF_XLSX_NUMBER, 0, 3, NULL, NULL, 2.5 },
      { FF_XLSX_NUMBER, 1, 1, NULL, NULL, 2.5 } },
    { { FF_XLSX_FORMULA_NUMBER, 1, 0, "=A1&B2", NULL, 7 },
      { FF_XLSX_FORMULA_NUMBER, 1, 0, "=A1&amp;B1", NULL, 7 },
      { FF_XLSX_FORMULA_NUMBER, 1, 0, "=A1&B1", NULL, 8 },
      { FF_XLSX_FORMULA_TEXT, 1, 0, "=A1&B1", "7", 0 },
      { FF_XLSX_NUMBER, 1, 0, NULL, NULL, 7 },
      { FF_XLSX_FORMULA_NUMBER, 1, 1, "=A1&B1", NULL, 7 } },
    { { FF_XLSX_FORMULA_TEXT, 1, 27, "=A1&B1", "y", 0 },
      { FF_XLSX_FORMULA_TEXT, 1, 27, "=A1&B1", "", 0 },
      { FF_XLSX_FORMULA_TEXT, 1, 27, "=A1", "x", 0 },
      { FF_XLSX_FORMULA_TEXT, 1, 26, "=A1&B1", "x", 0 },
      { FF_XLSX_TEXT, 1, 27, NULL, "x", 0 },
      { FF_XLSX_FORMULA_NUMBER, 1, 27, "=A1&B1", NULL, 0 } },
  };
  g_autofree char *path = test_path ("differ.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfXlsx) xlsx = ff_xlsx_new (path, NULL, NULL, NULL, &error);
  FfXlsxSheet *sheet = ff_xlsx_add_sheet (xlsx, "S");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  ff_xlsx_text (sheet, 0, 0, "a<b", NULL);
  ff_xlsx_number (sheet, 0, 1, 2.5, NULL);
  ff_xlsx_formula_number (sheet, 1, 0, "=A1&B1", 7, NULL);
  ff_xlsx_formula_text (sheet, 1, 27, "=A1&B1", "x", NULL);
  g_assert_true (ff_xlsx_finish (xlsx, &error));
  g_assert_no_error (error);

  g_assert_true (holds (path, good, G_N_ELEMENTS (good)));
  g_assert_false (holds (path, good, G_N_ELEMENTS (good) - 1));
  g_assert_false (holds (path, good, 0));
  g_assert_false (ff_xlsx_verify (path, none, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    for (guint j = 0; j < G_N_ELEMENTS (others[i]); j++)
      {
        Cell bad[G_N_ELEMENTS (good)];

        memcpy (bad, good, sizeof bad);
        bad[i] = others[i][j];
        g_test_message ("cell %u, difference %u", i, j);
        g_assert_false (holds (path, bad, G_N_ELEMENTS (bad)));
      }
}

/* Any byte of the file that changes or is missing is noticed, but for those that no reader looks at. */
static void
test_damage (void)
{
  g_autofree char *path = test_path ("damage.xlsx");
  g_autofree char *broken = test_path ("broken.xlsx");
  g_autofree char *data = NULL;
  FfXlsxRecords *records = ff_xlsx_records_new ();
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_xlsx_records_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfXlsx) xlsx = ff_xlsx_new (path, NULL, NULL, NULL, &error);
  FfXlsxSheet *sheet = ff_xlsx_add_sheet (xlsx, "S");
  gsize length;

  g_ptr_array_add (sheets, records);
  for (guint row = 0; row < 3000; row++)
    {
      ff_xlsx_number (sheet, row, 0, row * 7919 % 1000003, NULL);
      ff_xlsx_records_add (records, FF_XLSX_NUMBER, row, 0, NULL, NULL, row * 7919 % 1000003);
    }
  g_assert_true (ff_xlsx_finish (xlsx, &error));
  g_assert_true (ff_xlsx_verify (path, sheets, NULL, &error));
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));

  for (int i = 0; i < 40; i++)
    {
      /* The last bytes are the ones that a reader may do without. */
      gsize cut = i < 20 ? length - 1 - (gsize) i : (gsize) g_test_rand_int_range (0, (gint32) length);

      g_assert_true (g_file_set_contents (broken, data, cut, NULL));
      g_assert_false (ff_xlsx_verify (broken, sheets, NULL, NULL));
    }
  for (int i = 0; i < 20; i++)
    {
      /* The first and longest part of the file is the packed sheet. */
      gsize at = g_test_rand_int_range (length / 3, length / 2);

      data[at] ^= 0x10;
      g_assert_true (g_file_set_contents (broken, data, length, NULL));
      g_assert_false (ff_xlsx_verify (broken, sheets, NULL, NULL));
      data[at] ^= 0x10;
    }
}

static void
test_header (void)
{
  g_autofree char *ampersand = ff_xlsx_escape_header ("R&D\n“x”", 60);
  g_autofree char *shortened = ff_xlsx_escape_header ("一二三四五", 3);

  g_assert_cmpstr (ampersand, ==, "R&&D “x”");
  g_assert_cmpstr (shortened, ==, "一二三…");
}

static void
test_output_file (void)
{
  g_autofree char *path = test_write_file ("out.txt", "before", 6);
  g_autofree char *nowhere = test_path ("no/such/folder.txt");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  FfOutputFile *file = ff_output_file_new (path, &error);
  guint n = count_files ();
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_cmpint (g_stat (ff_output_file_get_temporary (file), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  ff_output_file_free (file);
  g_assert_cmpuint (count_files (), ==, n - 1);

  g_assert_true (ff_output_file_write (path, "after", 5, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "after");
  g_assert_cmpuint (count_files (), ==, n - 1);

  g_assert_false (ff_output_file_write (nowhere, "x", 1, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ff_output_file_write (test_folder (), "x", 1, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/xlsx-guard/texts", test_texts);
  g_test_add_func ("/exchange/xlsx-guard/long-text", test_long_text);
  g_test_add_func ("/exchange/xlsx-guard/random-texts", test_random_texts);
  g_test_add_func ("/exchange/xlsx-guard/locale", test_locale);
  g_test_add_func ("/exchange/xlsx-guard/cancel", test_cancel);
  g_test_add_func ("/exchange/xlsx-guard/differences", test_differences);
  g_test_add_func ("/exchange/xlsx-guard/damage", test_damage);
  g_test_add_func ("/exchange/xlsx-guard/header", test_header);
  g_test_add_func ("/exchange/output-file", test_output_file);

  return test_run ();
}
