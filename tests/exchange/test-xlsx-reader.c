/* The workbook reader against files as spreadsheet programs, scripts and attackers write them. */
#include "config.h"

#include <string.h>

#include "test-support.h"
#include "ff-xlsx-styles.h"

#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define SHEET(rows) "<worksheet " MAIN "><sheetData>" rows "</sheetData></worksheet>"

static const struct
{
  const char *name;
  TestPart parts[5];
  const char *expected; /* NULL: refused */
  const char *says;     /* of a refusal */
} cases[] = {
  { "inline strings and numbers",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='B1'><v>12</v></c></row>") } },
    "1:a|12" },
  { "shared strings",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='s'><v>0</v></c></row>") },
      { "xl/sharedStrings.xml", "<sst " MAIN "><si><t>张三</t></si><si><t xml:space='preserve'> b </t></si></sst>" } },
    "1: b |张三" },
  { "rich runs are joined, phonetic ones skipped",
    { { "xl/worksheets/sheet1.xml",
        SHEET ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><r><t>x</t></r><rPh sb='0' eb='1'><t>no</t></rPh>"
               "<r><t>y</t></r></is></c></row>") },
      { "xl/sharedStrings.xml", "<sst " MAIN "><si><r><rPr><b/></rPr><t>课</t></r><r><t>程</t></r><rPh sb='0' eb='1'><t>ke</t></rPh>"
                                "<phoneticPr fontId='1'/></si></sst>" } },
    "1:课程|xy" },
  { "namespace prefixes",
    { { "xl/worksheets/sheet1.xml",
        "<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:sheetData><x:row r='1'>"
        "<x:c r='A1' t='s'><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>" },
      { "xl/sharedStrings.xml",
        "<x:sst xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:si><x:t>p</x:t></x:si></x:sst>" } },
    "1:p" },
  { "no references at all",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>") } },
    "1:1|2 / 3:3" },
  { "gaps, and cells out of order",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row r='2'><c r='D2'><v>4</v></c><c r='B2'><v>2</v></c></row><row r='7'><c><v>1</v></c></row>") } },
    "2:|2||4 / 7:1" },
  { "rows out of order",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row r='3'><c><v>3</v></c></row><row r='1'><c><v>1</v></c></row>") } },
    "1:1 / 3:3" },
  { "formula results, truth values and errors",
    { { "xl/worksheets/sheet1.xml",
        SHEET ("<row r='1'><c t='str'><f>A2</f><v>text</v></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c><c><f>1+1</f><v>2</v></c></row>") } },
    "1:text|1|#N/A|2" },
  { "an empty result is an empty cell",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row r='1'><c t='str'><f>A2</f><v></v></c><c><v>5</v></c></row>") } },
    "1:|5" },
  { "escaped control characters",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row><c t='inlineStr'><is><t>a_x000A_b_x005F_x0041_ _xZZ</t></is></c></row>") } },
    "1:a\nb_x0041_ _xZZ" },
  { "numbers",
    { { "xl/worksheets/sheet1.xml",
        SHEET ("<row><c><v>92.5</v></c><c><v>44197.0</v></c><c><v>0.10000000000000001</v></c><c><v>1E3</v></c><c><v>-0.5</v></c>"
               "<c><v>0.30000000000000004</v></c><c><v>83.329999999999998</v></c></row>") } },
    "1:92.5|44197|0.1|1000|-0.5|0.30000000000000004|83.33" },
  { "dates by built-in and own formats",
    { { "xl/worksheets/sheet1.xml",
        SHEET ("<row><c s='1'><v>46287</v></c><c s='2'><v>46287.354166666664</v></c><c s='3'><v>0.375</v></c><c s='4'><v>46287</v></c>"
               "<c s='0'><v>46287</v></c><c s='1'><v>59</v></c><c s='5'><v>46287.999999</v></c><c s='3'><v>0</v></c></row>") },
      { "xl/styles.xml", "<styleSheet " MAIN "><numFmts><numFmt numFmtId='164' formatCode='yyyy\"年\"m\"月\"d\"日\"'/>"
                         "<numFmt numFmtId='165' formatCode='[$-804]yyyy/m/d\\ h:mm;@'/></numFmts>"
                         "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                         "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='20'/><xf numFmtId='164'/>"
                         "<xf numFmtId='165'/></cellXfs></styleSheet>" } },
    "1:2026-09-22|2026-09-22 08:30|09:00|2026-09-22|46287|1900-02-28|2026-09-23|00:00" },
  { "dates from 1904",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row><c s='0'><v>44825</v></c></row>") },
      { "xl/styles.xml", "<styleSheet " MAIN "><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>" },
      { "xl/workbook.xml", "<workbook " MAIN " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                           "<workbookPr date1904='1'/><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>" } },
    "1:2026-09-22" },
  { "dates as text of the standard",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row><c t='d'><v>2026-09-22T08:30:00</v></c></row>") } },
    "1:2026-09-22 08:30:00" },
  { "padded and percent formats show what a person sees",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row><c s='0'><v>123</v></c><c s='1'><v>0.925</v></c><c s='2'><v>0.07</v></c></row>") },
      { "xl/styles.xml", "<styleSheet " MAIN "><numFmts><numFmt numFmtId='170' formatCode='00000'/><numFmt numFmtId='171' formatCode='0.0%'/></numFmts>"
                         "<cellXfs><xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='9'/></cellXfs></styleSheet>" } },
    "1:00123|92.5%|7%" },
  { "merged cells repeat, only in rows that have something",
    { { "xl/worksheets/sheet1.xml",
        "<worksheet " MAIN "><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>title</t></is></c></row>"
        "<row r='2'><c r='A2'><v>1</v></c><c r='B2' t='inlineStr'><is><t>dep</t></is></c></row><row r='3'><c r='A3'><v>2</v></c></row>"
        "<row r='4'><c r='A4'><v>3</v></c></row><row r='6'><c r='A6'><v>5</v></c></row></sheetData>"
        "<mergeCells><mergeCell ref='B2:B1048576'/><mergeCell ref='A1:C1'/></mergeCells></worksheet>" } },
    "1:title|title|title / 2:1|dep / 3:2|dep / 4:3|dep / 6:5|dep" },
  { "a sheet elsewhere, named from the root",
    { { "xl/data/one.xml", SHEET ("<row><c><v>7</v></c></row>") },
      { "xl/_rels/workbook.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                                      "<Relationship Id='rId1' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet' "
                                      "Target='/xl/data/one.xml'/></Relationships>" } },
    "1:7" },
  { "part names in other letters and slashes",
    { { "xl\\Worksheets\\Sheet1.xml", SHEET ("<row><c><v>7</v></c></row>") } },
    "1:7" },
  { "an index beyond the shared strings",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row><c t='s'><v>0</v></c></row>") } },
    NULL, "damaged" },
  { "a reference beyond every sheet",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row r='1'><c r='ZZZZ1'><v>0</v></c></row>") } },
    NULL, "damaged" },
  { "a row beyond every sheet",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row r='99999999999'><c><v>0</v></c></row>") } },
    NULL, "damaged" },
  { "a column beyond the limit",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row r='1'><c r='GS1'><v>0</v></c></row>") } },
    NULL, "column 200" },
  { "document type",
    { { "xl/worksheets/sheet1.xml", "<!DOCTYPE worksheet [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" SHEET ("<row><c><v>&e;</v></c></row>") } },
    NULL, "document type" },
  { "document type in another part",
    { { "xl/sharedStrings.xml", "<!DOCTYPE sst><sst/>" }, { "xl/worksheets/sheet1.xml", SHEET ("") } },
    NULL, "document type" },
  { "not well formed",
    { { "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>" } },
    NULL, "damaged" },
  { "sheet missing", { { "xl/other.xml", "<x/>" } }, NULL, "damaged" },
  { "cells outside of rows", { { "xl/worksheets/sheet1.xml", SHEET ("<c r='A1'><v>1</v></c><row r='1'><c><v>2</v></c></row>") } }, "1:2" },
  { "rows within rows",
    { { "xl/worksheets/sheet1.xml", SHEET ("<row r='1'><row r='2'></row><c><v>2</v></c></row><row r='3'><c><v>3</v></c></row>") } },
    NULL, "damaged" },
  { "a merge that is nonsense",
    { { "xl/worksheets/sheet1.xml", "<worksheet " MAIN "><sheetData/><mergeCells><mergeCell ref='B9:A1'/></mergeCells></worksheet>" } },
    NULL, "damaged" },
};

static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = test_write_workbook ("case.xlsx", cases[i].parts, FALSE);
      g_autoptr (GError) error = NULL;
      g_autoptr (FfSheet) sheet = ff_sheet_read (path, NULL, NULL, &error);

      g_test_message ("%s", cases[i].name);
      if (cases[i].expected == NULL)
        {
          g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, cases[i].says));
          continue;
        }
      g_assert_no_error (error);

      g_autofree char *printed = test_print_sheet (sheet);

      g_assert_cmpstr (printed, ==, cases[i].expected);
    }
}

/* An identifier that became a number of more than 15 digits is not what somebody typed. */
static void
test_lost_digits (void)
{
  static const TestPart parts[] = {
    { "xl/worksheets/sheet1.xml",
      SHEET ("<row><c><v>999999999999999</v></c><c><v>1000000000000000</v></c><c><v>4.4030119900101E+17</v></c>"
             "<c t='inlineStr'><is><t>440301199001011234</t></is></c><c><f>NOW()</f></c></row>") },
    { NULL, NULL },
  };
  static const struct
  {
    const char *text;
    FfCellKind kind;
    FfCellFlags flags;
  } expected[] = {
    { "999999999999999", FF_CELL_NUMBER, FF_CELL_PLAIN },
    { "1000000000000000", FF_CELL_NUMBER, FF_CELL_LOST_DIGITS },
    { "440301199001010000", FF_CELL_NUMBER, FF_CELL_LOST_DIGITS },
    { "440301199001011234", FF_CELL_TEXT, FF_CELL_PLAIN },
    { "", FF_CELL_ERROR, FF_CELL_PLAIN },
  };
  g_autofree char *path = test_write_workbook ("digits.xlsx", parts, FALSE);
  g_autoptr (FfSheet) sheet = ff_sheet_read (path, NULL, NULL, NULL);
  const FfCell *cells = ff_sheet_get_cells (sheet, ff_sheet_get_row (sheet, 0));

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpstr (ff_sheet_get_text (sheet, &cells[i]), ==, expected[i].text);
      g_assert_cmpint (cells[i].kind, ==, expected[i].kind);
      g_assert_cmpint (cells[i].flags, ==, expected[i].flags);
    }
}

static void
test_formats (void)
{
  static const struct
  {
    guint id;
    const char *code;
    FfFormatKind kind;
  } formats[] = {
    { 0, NULL, FF_FORMAT_GENERAL },
    { 1, NULL, FF_FORMAT_GENERAL },
    { 9, NULL, FF_FORMAT_PERCENT },
    { 14, NULL, FF_FORMAT_DATE },
    { 31, NULL, FF_FORMAT_DATE },
    { 46, NULL, FF_FORMAT_DATE },
    { 49, NULL, FF_FORMAT_GENERAL },
    { 57, NULL, FF_FORMAT_DATE },
    { 164, "yyyy-mm-dd", FF_FORMAT_DATE },
    { 164, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", FF_FORMAT_DATE },
    { 164, "[h]:mm", FF_FORMAT_DATE },
    { 164, "上午/下午h\"时\"mm\"分\"", FF_FORMAT_DATE },
    { 164, "[Red]0.00", FF_FORMAT_GENERAL },
    { 164, "\"days\"0", FF_FORMAT_GENERAL },
    { 164, "#,##0.00_d", FF_FORMAT_GENERAL },
    { 164, "0.00E+00", FF_FORMAT_GENERAL },
    { 164, "[$¥-804]#,##0.00", FF_FORMAT_GENERAL },
    { 164, "\\d0", FF_FORMAT_GENERAL },
    { 164, "00000", FF_FORMAT_ZEROS },
    { 164, "0", FF_FORMAT_GENERAL },
    { 164, "0.0%", FF_FORMAT_PERCENT },
    { 164, "\"open", FF_FORMAT_GENERAL },
    { 164, "@", FF_FORMAT_GENERAL },
    { 164, "General", FF_FORMAT_GENERAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_test_message ("%u %s", formats[i].id, formats[i].code != NULL ? formats[i].code : "");
      g_assert_cmpint (ff_number_format_classify (formats[i].id, formats[i].code).kind, ==, formats[i].kind);
    }
}

static void
test_sheets (void)
{
  static const TestPart parts[] = {
    { "xl/workbook.xml", "<workbook " MAIN " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
                         "<sheet name='Lists' sheetId='1' state='hidden' r:id='rId1'/><sheet name='花名册' sheetId='2' r:id='rId2'/>"
                         "<sheet name='Chart' sheetId='3' r:id='rId3'/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                                    "<Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
                                    "<Relationship Id='rId2' Type='x/worksheet' Target='worksheets/sheet2.xml'/>"
                                    "<Relationship Id='rId3' Type='x/chartsheet' Target='chartsheets/sheet1.xml'/></Relationships>" },
    { "xl/worksheets/sheet1.xml", SHEET ("<row><c><v>1</v></c></row>") },
    { "xl/worksheets/sheet2.xml", SHEET ("<row><c><v>2</v></c></row>") },
    { NULL, NULL },
  };
  static const struct
  {
    const char *asked;
    const char *expected;
  } asked[] = { { NULL, "1:2" }, { "Lists", "1:1" }, { "花名册", "1:2" }, { "Chart", NULL }, { "Sheet1", NULL } };
  g_autofree char *path = test_write_workbook ("sheets.xlsx", parts, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      FfSheetOptions options = { asked[i].asked, FF_ENCODING_AUTO, 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (FfSheet) sheet = ff_sheet_read (path, &options, NULL, &error);

      if (asked[i].expected == NULL)
        {
          g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, "“Lists”, “花名册”"));
          continue;
        }
      g_assert_no_error (error);

      g_autofree char *printed = test_print_sheet (sheet);

      g_assert_cmpstr (printed, ==, asked[i].expected);
      g_assert_cmpuint (sheet->names->len, ==, 2);
    }
}

/* A small file that unpacks to very much is stopped on the way. */
static void
test_bomb (void)
{
  g_autofree char *blank = g_strnfill (1024 * 1024, ' ');
  const TestPart parts[] = { { "xl/sharedStrings.xml", blank, 600 }, { "xl/worksheets/sheet1.xml", SHEET ("") }, { NULL, NULL } };
  g_autofree char *path = test_write_workbook ("bomb.xlsx", parts, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_sheet_read (path, NULL, NULL, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "512 MB"));
}

static void
test_bare_archives (void)
{
  static const struct
  {
    const char *name;
    TestPart parts[4];
    const char *says;
  } archives[] = {
    { "any archive", { { "readme.txt", "hello" } }, "no Excel workbook" },
    { "OpenDocument", { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" }, { "content.xml", "<x/>" } }, "save it as .xlsx" },
    { "a text document",
      { { "_rels/.rels", "<Relationships><Relationship Id='1' Type='x/officeDocument' Target='word/document.xml'/></Relationships>" } },
      "save it as .xlsx" },
    { "a binary workbook",
      { { "_rels/.rels", "<Relationships><Relationship Id='1' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>" } },
      "save it as .xlsx" },
    { "relations that lead out of the archive",
      { { "_rels/.rels", "<Relationships><Relationship Id='1' Type='x/officeDocument' Target='../../xl/workbook.xml'/></Relationships>" } },
      "damaged" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (archives); i++)
    {
      g_autofree char *path = test_write_workbook ("bare.xlsx", archives[i].parts, TRUE);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", archives[i].name);
      g_assert_null (ff_sheet_read (path, NULL, NULL, &error));
      g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, archives[i].says));
    }
}

/* Every prefix of a workbook is refused with a sentence. */
static void
test_truncated (void)
{
  static const TestPart parts[] = { { "xl/worksheets/sheet1.xml", SHEET ("<row><c><v>1</v></c></row>") }, { NULL, NULL } };
  g_autofree char *path = test_write_workbook ("whole.xlsx", parts, FALSE);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (gsize cut = 4; cut < length; cut += 13)
    {
      g_autofree char *short_path = test_write_file ("short.xlsx", data, cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (ff_sheet_read (short_path, NULL, NULL, &error));
      g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/xlsx-reader/files", test_files);
  g_test_add_func ("/xlsx-reader/lost-digits", test_lost_digits);
  g_test_add_func ("/xlsx-reader/formats", test_formats);
  g_test_add_func ("/xlsx-reader/sheets", test_sheets);
  g_test_add_func ("/xlsx-reader/bomb", test_bomb);
  g_test_add_func ("/xlsx-reader/bare-archives", test_bare_archives);
  g_test_add_func ("/xlsx-reader/truncated", test_truncated);
  return test_run ();
}
