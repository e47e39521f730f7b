/* A mutation fuzzer of the readers: takes good files, breaks them at random, and asserts that whatever comes out is a sound sheet or an
   error with a sentence. The harness prints its seed; --seed repeats a run. FOURFOLD_FUZZ_RUNS sets how long it goes on, for runs under
   sanitizers. */
#include "config.h"

#include <string.h>

#include "ff-import.h"
#include "ff-outline.h"
#include "test-support.h"

#define DEFAULT_RUNS 400

static const char *const csv_seeds[] = {
  "工号,姓名,部门\n1,张三,客服部\n2,\"李,四\",\"a\nb\"\n合计,2,\n",
  "sep=;\nclass;session;starts_at\nK1;S1;2026-09-21 08:30\n",
  "a\tb\r\n'=1\t=\"00123\"\r\n",
  "\xEF\xBB\xBF" "employee_no,name\r1,Ann\r",
  "\xFF\xFE" "a\0,\0b\0\n\0" "1\0,\0\x20\x4F\n",
  "\xB9\xA4\xBA\xC5,\xD0\xD5\xC3\xFB\n1,\xD5\xC5\xC8\xFD\n",
  "\xA4\x75\xB8\xB9,\xA9\x6D\xA6\x57\n1,\xB1\x69\xA4\x54\n",
};

static const char workbook_rows[]
    = "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><r><t>b_x000A_</t></r><rPh><t>no</t></rPh>"
      "</is></c><c s='1'><v>46287.5</v></c></row><row><c t='str'><f>A1</f><v>x</v></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c>"
      "<c><v>1.5E+20</v></c><c s='2'><v>7</v></c></row><row r='9'><c r='C9' t='d'><v>2026-09-22T08:30:00</v></c></row></sheetData>"
      "<mergeCells><mergeCell ref='A1:A9'/><mergeCell ref='C1:D2'/></mergeCells></worksheet>";
static const char workbook_strings[] = "<sst><si><t>工号</t></si><si><r><t>b</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si></sst>";
static const char workbook_styles[]
    = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[h]:mm \"x\" \\y'/></numFmts><cellXfs><xf numFmtId='0'/>"
      "<xf numFmtId='164'/><xf numFmtId='14'/></cellXfs></styleSheet>";

static guint
get_runs (void)
{
  const char *runs = g_getenv ("FOURFOLD_FUZZ_RUNS");

  return runs != NULL ? (guint) g_ascii_strtoull (runs, NULL, 10) : DEFAULT_RUNS;
}

/* One to eight small injuries. */
static void
mutate (GByteArray *bytes)
{
  static const char *const words[] = { "\"", "\n", "\r", ",", ";", "\t", "<", ">", "&lt;", "''", "r='XFD1048576'", "9999999999", "-1", "t='s'",
                                       "<!DOCTYPE x>", "</row>", "<c>", "\xFF", "\xED\xA0\x80", "_xD800_", "\xEF\xBB\xBF", "1e308", "A1:XFD9" };

  for (int n = g_test_rand_int_range (1, 9); n > 0 && bytes->len > 0; n--)
    {
      guint at = g_test_rand_int_range (0, bytes->len);
      guint wanted = g_test_rand_int_range (1, 17), length = MIN (wanted, bytes->len - at);
      const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          bytes->data[at] = g_test_rand_int_range (0, 256);
          break;
        case 1:
          g_byte_array_remove_range (bytes, at, length);
          break;
        case 2:
          g_byte_array_append (bytes, (const guint8 *) word, strlen (word));
          break;
        case 3:
          memcpy (bytes->data + at, word, MIN (strlen (word), bytes->len - at));
          break;
        default:
          g_byte_array_set_size (bytes, at);
          break;
        }
    }
}

static void
assert_sound (const FfSheet *sheet)
{
  guint record = 0;

  g_assert_cmpuint (sheet->rows->len, <=, FF_SHEET_MAX_ROWS);
  g_assert_cmpuint (sheet->n_columns, <=, FF_SHEET_MAX_COLUMNS);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const FfSheetRow *row = ff_sheet_get_row (sheet, i);
      const FfCell *cells = ff_sheet_get_cells (sheet, row);

      g_assert_cmpuint (row->record, >=, MAX (record, 1));
      g_assert_cmpuint (row->n_cells, >, 0);
      g_assert_cmpuint (row->first_cell + row->n_cells, <=, sheet->cells->len);
      record = row->record;
      for (guint j = 0; j < row->n_cells; j++)
        {
          g_assert_cmpuint (cells[j].column, <, sheet->n_columns);
          g_assert_true (j == 0 || cells[j].column >= cells[j - 1].column);
          g_assert_cmpuint (cells[j].text, <, sheet->text->len);
          g_assert_true (g_utf8_validate (ff_sheet_get_text (sheet, &cells[j]), -1, NULL));
        }
    }
}

static void
read_and_check (const char *path)
{
  for (guint i = 0; ff_import_kind_get (i) != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfImport) import = ff_import_new (ff_import_kind_get (i), path, NULL, NULL, &error);

      g_assert_true ((import == NULL) == (error != NULL));
      if (import == NULL)
        {
          g_assert_true (error->domain == FF_ERROR);
          g_assert_cmpuint (strlen (error->message), >, 10);
          return;
        }
      assert_sound (ff_import_get_sheet (import));
      ff_import_check (import, NULL);
    }
}

static void
test_csv (void)
{
  static const gsize lengths[] = { 0, 0, 0, 0, 18, 0, 0 };

  for (guint run = 0; run < get_runs (); run++)
    {
      guint seed = g_test_rand_int_range (0, G_N_ELEMENTS (csv_seeds));
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autofree char *path = NULL;

      g_byte_array_append (bytes, (const guint8 *) csv_seeds[seed], lengths[seed] > 0 ? lengths[seed] : strlen (csv_seeds[seed]));
      mutate (bytes);
      path = test_write_file ("fuzz.csv", (const char *) bytes->data, bytes->len);
      read_and_check (path);
    }
}

static char *
mutate_text (const char *text)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) text, strlen (text));
  if (g_test_rand_bit ())
    mutate (bytes);
  return g_strndup ((const char *) bytes->data, bytes->len);
}

/* Broken XML in a good archive. */
static void
test_workbook_parts (void)
{
  for (guint run = 0; run < get_runs (); run++)
    {
      g_autofree char *rows = mutate_text (workbook_rows), *strings = mutate_text (workbook_strings), *styles = mutate_text (workbook_styles);
      const TestPart parts[] = {
        { "xl/worksheets/sheet1.xml", rows }, { "xl/sharedStrings.xml", strings }, { "xl/styles.xml", styles }, { NULL, NULL }
      };
      g_autofree char *path = test_write_workbook ("fuzz.xlsx", parts, FALSE);

      read_and_check (path);
    }
}

/* A broken archive. */
static void
test_workbook_bytes (void)
{
  const TestPart parts[] = {
    { "xl/worksheets/sheet1.xml", workbook_rows }, { "xl/sharedStrings.xml", workbook_strings }, { "xl/styles.xml", workbook_styles }, { NULL, NULL }
  };
  g_autofree char *path = test_write_workbook ("fuzz.xlsx", parts, FALSE), *whole = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  read_and_check (path);
  for (guint run = 0; run < get_runs (); run++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autofree char *broken = NULL;

      g_byte_array_append (bytes, (const guint8 *) whole, length);
      mutate (bytes);
      broken = test_write_file ("broken.xlsx", (const char *) bytes->data, bytes->len);
      read_and_check (broken);
    }
}

/* A broken outline: whatever is read hangs on the tree and says something. */
static void
test_outline (void)
{
  static const char *const seeds[] = {
    "第一讲：甲（90分钟）\n一、乙\n1. 丙\n案例：丁\n（1）戊 1.5小时\n第二讲 己\n",
    "# A\n## 1.1 B\n- c\n  - d (20 min)\n**Module 2:** E\nLecture II: f\n\tg\n",
    "I. A\na) b\n① c\n• d\n01 e\n1 f\n1.1 g\n成果2(h 1.0)：i\n",
  };

  for (guint run = 0; run < get_runs (); run++)
    {
      const char *seed = seeds[g_test_rand_int_range (0, G_N_ELEMENTS (seeds))];
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GPtrArray) items = NULL;

      g_byte_array_append (bytes, (const guint8 *) seed, strlen (seed));
      mutate (bytes);
      g_byte_array_append (bytes, (const guint8 *) "", 1);
      items = ff_outline_read ((const char *) bytes->data);
      for (guint i = 0; i < items->len; i++)
        {
          const FfOutlineItem *item = g_ptr_array_index (items, i);

          g_assert_cmpint (item->parent, <, (int) i);
          g_assert_true (*item->title != '\0' && g_utf8_validate (item->title, -1, NULL));
          g_assert_nonnull (item->kind);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fuzz/csv", test_csv);
  g_test_add_func ("/fuzz/workbook-parts", test_workbook_parts);
  g_test_add_func ("/fuzz/workbook-bytes", test_workbook_bytes);
  g_test_add_func ("/fuzz/outline", test_outline);
  return test_run ();
}
