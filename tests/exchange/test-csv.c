/* The CSV reader: the shapes of files, and the encodings they come in. */
#include "config.h"

#include <string.h>

#include "ff-sheet.h"
#include "test-support.h"

static const struct
{
  const char *name;
  const char *data;
  char delimiter;
  const char *expected; /* NULL: refused */
} shapes[] = {
  { "comma", "a,b\n1,2\n", ',', "1:a|b / 2:1|2" },
  { "semicolon with commas inside", "a;b\n1,5;2\n3,5;4\n", ';', "1:a|b / 2:1,5|2 / 3:3,5|4" },
  { "tab", "a\tb\n1,2\t3\n", '\t', "1:a|b / 2:1,2|3" },
  { "comma with semicolons inside", "class,session,trainers\nA,1,x;y;z;v\nA,2,x\n", ',', "1:class|session|trainers / 2:A|1|x;y;z;v / 3:A|2|x" },
  { "one column", "a\n1\n2\n", ',', "1:a / 2:1 / 3:2" },
  { "separator line", "sep=;\na;b,c\n", ';', "1:a|b,c" },
  { "quoted separator line", "\"sep=\t\"\r\na\tb\n", '\t', "1:a|b" },
  { "windows line ends", "a,b\r\n1,2\r\n", ',', "1:a|b / 2:1|2" },
  { "old Macintosh line ends", "a,b\r1,2\r", ',', "1:a|b / 2:1|2" },
  { "no end of the last line", "a,b\n1,2", ',', "1:a|b / 2:1|2" },
  { "quotes", "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", ',', "1:a|b / 2:x,y|say \"hi\"" },
  { "line break within quotes", "a,b\n\"x\ny\",2\n3,4\n", ',', "1:a|b / 2:x\ny|2 / 3:3|4" },
  { "empty quotes", "a,b\n\"\",2\n", ',', "1:a|b / 2:|2" },
  { "text after the closing quote", "a,b\n\"x\"y,2\n", ',', "1:a|b / 2:xy|2" },
  { "quote inside a plain field", "a,b\n5\" pipe,2\n", ',', "1:a|b / 2:5\" pipe|2" },
  { "rows of unequal length", "a,b,c\n1\n1,2,3,4\n", ',', "1:a|b|c / 2:1 / 3:1|2|3|4" },
  { "blank lines count as records", "a,b\n\n1,2\n", ',', "1:a|b / 3:1|2" },
  { "only delimiters", "a,b\n,,\n1,2\n", ',', "1:a|b / 3:1|2" },
  { "byte order mark", "\xEF\xBB\xBF" "a,b\n", ',', "1:a|b" },
  { "guarded formula", "a,b\n'=1+1,'-5\n'@x,'+1\n", ',', "1:a|b / 2:=1+1|-5 / 3:@x|+1" },
  { "guarded full-width sign", "a,b\n'＝1,' =x\n", ',', "1:a|b / 2:＝1| =x" },
  { "an apostrophe of its own", "a,b\n'tis,'\n", ',', "1:a|b / 2:'tis|'" },
  { "number kept as text", "a,b\n=\"00123\",2\n", ',', "1:a|b / 2:00123|2" },
  { "identifiers keep their zeros", "no\n00123\n", ',', "1:no / 2:00123" },
  { "quotation mark never closed", "a,b\n\"x,2\n3,4\n", ',', NULL },
};

static void
test_shapes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = test_write_file ("shape.csv", shapes[i].data, strlen (shapes[i].data));
      g_autoptr (GError) error = NULL;
      g_autoptr (FfSheet) sheet = ff_sheet_read (path, NULL, NULL, &error);

      g_test_message ("%s", shapes[i].name);
      if (shapes[i].expected == NULL)
        {
          g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_autofree char *printed = test_print_sheet (sheet);

      g_assert_cmpstr (printed, ==, shapes[i].expected);
      g_assert_cmpint (sheet->delimiter, ==, shapes[i].delimiter);
    }
}

/* What people in two regions put into lists; each is written in every encoding that has its characters. */
static const struct
{
  const char *name;
  const char *text;
} samples[] = {
  { "roster", "工号,姓名,部门,岗位\nF10231,陈雨桐,客服中心,主管\nF10232,王子涵,客服中心,专员\n" },
  { "roster, traditional", "工號,姓名,部門,崗位\nF10231,陳雨桐,客服中心,主管\nF10232,王子涵,客服中心,專員\n" },
  { "two names", "工号,姓名\n1,张三\n2,李四\n" },
  { "two names, traditional", "工號,姓名\n1,張三\n2,李四\n" },
  { "english headings", "employee_no,name\n1,赵嘉怡\n2,欧阳若兰\n3,司马光\n" },
  { "english headings, traditional", "employee_no,name\n1,趙嘉怡\n2,歐陽若蘭\n3,鄭鴻文\n" },
  { "rare characters", "工号,姓名\n1,王喆\n2,陈堃\n3,李玥\n4,赵韡\n" },
  { "plan", "班次,课程,名称,开始日期,结束日期,人数\nK1,CX-101,客户体验服务培训,2026-09-21,2026-09-22,60\n" },
  { "plan, traditional", "班次,課程,名稱,開始日期,結束日期,人數\nK1,CX-101,客戶體驗服務培訓,2026-09-21,2026-09-22,60\n" },
  { "schedule", "班次;课次;开始;结束;主题;讲师\nK1;S1;2026-09-21 08:30;2026-09-21 12:00;服务意识打造；第一讲;周文杰\n" },
  { "enrolments by tab", "班次\t工号\t小组\t组长\nK1\tF1\t第一组\t1\nK1\tF2\t第二组\t0\n" },
  { "attendance", "班次,课次,工号,状态\nK1,S1,F1,迟到\nK1,S1,F2,请假\nK1,S1,F3,缺勤\n" },
  { "attendance, traditional", "班次,課次,工號,狀態\nK1,S1,F1,遲到\nK1,S1,F2,請假\nK1,S1,F3,缺勤\n" },
  { "title above", "2026年度客户服务人员花名册\n工号,姓名\n00123,孙文博\n" },
  { "line breaks in cells", "工号,姓名,备注\n1,\"林佩珊\",\"第一行\n第二行\"\n" },
};

static const struct
{
  const char *label;
  const char *charset;
  const char *mark;
  FfEncoding expected;
} charsets[] = {
  { "UTF-8", "UTF-8", "", FF_ENCODING_UTF_8 },
  { "UTF-8 with mark", "UTF-8", "\xEF\xBB\xBF", FF_ENCODING_UTF_8 },
  { "UTF-16LE with mark", "UTF-16LE", "\xFF\xFE", FF_ENCODING_UTF_16LE },
  { "UTF-16BE with mark", "UTF-16BE", "\xFE\xFF", FF_ENCODING_UTF_16BE },
  { "UTF-16LE", "UTF-16LE", "", FF_ENCODING_UTF_16LE },
  { "UTF-16BE", "UTF-16BE", "", FF_ENCODING_UTF_16BE },
  { "GB18030", "GB18030", "", FF_ENCODING_GB18030 },
  { "GBK", "GBK", "", FF_ENCODING_GB18030 },
  { "Big5", "BIG5", "", FF_ENCODING_BIG5 },
  { "Big5 of Windows", "CP950", "", FF_ENCODING_BIG5 },
};

/* Every file of the corpus is read as it would be in UTF-8, and its encoding is told right. */
static void
test_encodings (void)
{
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (charsets); j++)
      {
        gsize length, mark = strlen (charsets[j].mark);
        g_autofree char *body = g_convert (samples[i].text, -1, charsets[j].charset, "UTF-8", NULL, &length, NULL);
        g_autofree char *file = NULL, *path = NULL, *plain = NULL, *printed = NULL, *expected = NULL;
        g_autoptr (FfSheet) sheet = NULL, reference = NULL;
        g_autoptr (GError) error = NULL;

        if (body == NULL)
          continue; /* a character that this encoding does not have */
        file = g_malloc (mark + length);
        memcpy (file, charsets[j].mark, mark);
        memcpy (file + mark, body, length);
        path = test_write_file ("encoding.csv", file, mark + length);
        plain = test_write_file ("reference.csv", samples[i].text, strlen (samples[i].text));
        n++;

        g_test_message ("%s in %s", samples[i].name, charsets[j].label);
        sheet = ff_sheet_read (path, NULL, NULL, &error);
        g_assert_no_error (error);
        reference = ff_sheet_read (plain, NULL, NULL, &error);
        g_assert_no_error (error);
        printed = test_print_sheet (sheet);
        expected = test_print_sheet (reference);
        g_assert_cmpstr (printed, ==, expected);
        g_assert_cmpstr (ff_encoding_to_name (sheet->encoding), ==, ff_encoding_to_name (charsets[j].expected));
        g_assert_true (sheet->encoding_detected);
      }
  g_test_message ("%u files", n);
  g_assert_cmpuint (n, >=, 100);
}

static void
test_four_bytes (void)
{
  /* 𠮷 lies outside of the basic plane and takes four bytes in GB18030. */
  gsize length;
  g_autofree char *data = g_convert ("工号,姓名\n1,𠮷田太郎\n2,㐀㐁王小明\n", -1, "GB18030", "UTF-8", NULL, &length, NULL);
  g_autofree char *path = test_write_file ("gb18030.csv", data, length);
  g_autoptr (FfSheet) sheet = ff_sheet_read (path, NULL, NULL, NULL);

  g_assert_nonnull (sheet);
  g_assert_cmpstr (ff_sheet_peek (sheet, 1, 1), ==, "𠮷田太郎");
}

/* Whoever knows better than the detection says so. */
static void
test_forced (void)
{
  static const char data[] = "a;b\n1,2;3\n";
  g_autofree char *path = test_write_file ("forced.csv", data, strlen (data));
  FfSheetOptions options = { NULL, FF_ENCODING_GB18030, ',' };
  g_autoptr (FfSheet) sheet = ff_sheet_read (path, &options, NULL, NULL);

  g_assert_nonnull (sheet);
  g_assert_cmpint (sheet->delimiter, ==, ',');
  g_assert_cmpint (sheet->encoding, ==, FF_ENCODING_GB18030);
  g_assert_false (sheet->encoding_detected);
  g_assert_cmpstr (ff_sheet_peek (sheet, 1, 0), ==, "1");
  g_assert_cmpstr (ff_sheet_peek (sheet, 1, 1), ==, "2;3");
}

/* A few bad bytes flag their cells and leave the others alone. */
static void
test_damaged (void)
{
  static const char data[] = "工号,姓名\n1,张三\n2,李\xFF四\n3,王五\n4,赵六\n5,孙七\n";
  g_autofree char *path = test_write_file ("damaged.csv", data, strlen (data));
  g_autoptr (FfSheet) sheet = ff_sheet_read (path, NULL, NULL, NULL);

  g_assert_nonnull (sheet);
  g_assert_cmpint (sheet->encoding, ==, FF_ENCODING_UTF_8);
  for (guint i = 1; i < sheet->rows->len; i++)
    g_assert_cmpint (ff_sheet_get_cells (sheet, ff_sheet_get_row (sheet, i))[1].flags, ==, i == 2 ? FF_CELL_DAMAGED : FF_CELL_PLAIN);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *file;
    const char *data;
    gsize length;
    const char *says;
  } cases[] = {
    { "nothing in it", "empty.csv", "", 0, "is empty" },
    { "zero bytes", "zero.csv", "a,b\n1,\0x\n", 9, "zero bytes" },
    { "old Excel", "old.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "save it as .xlsx" },
    { "old Excel, named otherwise", "old.csv", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "save it as .xlsx" },
    { "encrypted", "secret.xlsx", "\xD0\xCF\x11\xE0" "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 36, "password" },
    { "web page", "page.xls", "<html><table><tr><td>1", 22, "save it as .xlsx" },
    { "web page in capitals after blanks", "page.xlsx", "\r\n <HTML>", 9, "save it as .xlsx" },
    { "text named .xls", "text.xls", "a,b\n1,2\n", 8, "save it as .xlsx" },
    { "a zip archive cut off", "cut.xlsx", "PK\x03\x04 and no more", 16, "damaged or cut off" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = test_write_file (cases[i].file, cases[i].data, cases[i].length);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_null (ff_sheet_read (path, NULL, NULL, &error));
      g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }

  g_autoptr (GError) error = NULL;

  g_assert_null (ff_sheet_read ("/nonexistent/roster.csv", NULL, NULL, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_NOT_FOUND);
}

static void
test_limits (void)
{
  g_autoptr (GString) rows = g_string_new ("a\n"), columns = g_string_new (NULL);

  for (int i = 0; i < FF_SHEET_MAX_ROWS; i++)
    g_string_append (rows, "1\n");
  for (int i = 0; i < FF_SHEET_MAX_COLUMNS; i++)
    g_string_append (columns, "1,");

  g_autofree char *full = test_write_file ("full.csv", rows->str, rows->len - 2);
  g_autofree char *long_path = test_write_file ("long.csv", rows->str, rows->len);
  g_autofree char *wide = test_write_file ("wide.csv", columns->str, columns->len - 1);
  g_string_append_c (columns, '1');
  g_autofree char *wider = test_write_file ("wider.csv", columns->str, columns->len);
  g_autoptr (FfSheet) sheet = ff_sheet_read (full, NULL, NULL, NULL), other = ff_sheet_read (wide, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (sheet->rows->len, ==, FF_SHEET_MAX_ROWS);
  g_assert_cmpuint (other->n_columns, ==, FF_SHEET_MAX_COLUMNS);
  g_assert_null (ff_sheet_read (long_path, NULL, NULL, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ff_sheet_read (wider, NULL, NULL, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);

  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_clear_error (&error);
  g_assert_null (ff_sheet_read (full, NULL, cancellable, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/csv/shapes", test_shapes);
  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/four-bytes", test_four_bytes);
  g_test_add_func ("/csv/forced", test_forced);
  g_test_add_func ("/csv/damaged", test_damaged);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/limits", test_limits);
  return test_run ();
}
