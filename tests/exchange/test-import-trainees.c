/* Import of trainees, and what the engine does for every kind: headings, rejects, dry runs, undo. */
#include "config.h"

#include <string.h>

#include "ff-people.h"
#include "import-support.h"

#define HEADING "工号,姓名,部门,岗位\n"

static const struct
{
  const char *name;
  const char *before; /* imported first; NULL: nothing */
  const char *text;
  FfImportFlags flags;
  const char *expected;
} cases[] = {
  { "new people", NULL, HEADING "1,张三,客服部,专员\n2,李四,客服部,主管\n", 0, "2 new, 0 changed, 0 unchanged, 0 rejected | applied" },
  { "the same file again", HEADING "1,张三,客服部,专员\n", HEADING "1,张三,客服部,专员\n", 0,
    "0 new, 0 changed, 1 unchanged, 0 rejected | applied" },
  { "one changed, one not, one new", HEADING "1,张三,客服部,专员\n2,李四,客服部,主管\n", HEADING "1,张三,东区,专员\n2,李四,客服部,主管\n3,王五,东区,店长\n",
    0, "1 new, 1 changed, 1 unchanged, 0 rejected | applied" },
  { "an empty cell leaves what is stored alone", HEADING "1,张三,客服部,专员\n", HEADING "1,,,\n", 0,
    "0 new, 0 changed, 1 unchanged, 0 rejected | applied" },
  { "English headings in any order", NULL, "Name,Phone,Employee No\nAnn,138001,E1\n", 0, "1 new, 0 changed, 0 unchanged, 0 rejected | applied" },
  { "traditional headings", NULL, "員工編號,姓名,部門,職稱,電子郵件\nE1,陳雨桐,客服中心,主任,a@b.cn\n", 0,
    "1 new, 0 changed, 0 unchanged, 0 rejected | applied" },
  { "Taiwan's headings of a supervisor and a mentor", NULL, "員工編號,姓名,直屬主管員工編號,導師員工編號\nE1,陳雨桐,E2,E9\nE2,王子涵,,\n", 0,
    "1 new, 0 changed, 0 unchanged, 1 rejected | 2:導師員工編號 | refused" },
  { "marks around headings", NULL, "*工号（必填）, 姓 名 ,部门：\n1,张三,客服部\n", 0, "1 new, 0 changed, 0 unchanged, 0 rejected | applied" },
  { "title above, sums below", NULL, "客服部花名册,,\n\n工号,姓名,部门\n1,张三,客服部\n合计,1人,\n制表：李四,,\n", 0,
    "1 new, 0 changed, 0 unchanged, 0 rejected | applied" },
  { "heading on every page", NULL, "工号,姓名\n1,张三\n工号,姓名\n2,李四\n", 0, "2 new, 0 changed, 0 unchanged, 0 rejected | applied" },
  { "rows that hold a running number only", NULL, "序号,工号,姓名\n1,A1,张三\n2,,\n3,,\n", 0,
    "1 new, 0 changed, 0 unchanged, 0 rejected | applied" },
  { "a new one without a name", NULL, "工号,姓名\n1,张三\n2,\n", 0, "1 new, 0 changed, 0 unchanged, 1 rejected | 3:姓名 | refused" },
  { "no name column at all", NULL, "employee_no,部门\n1,客服部\n", 0, "0 new, 0 changed, 0 unchanged, 1 rejected | 2:name | refused" },
  { "bad rows skipped", NULL, "工号,姓名,层级\n1,张三,一线\n2,,\n3,王五,天上\n", FF_IMPORT_SKIP_BAD,
    "1 new, 0 changed, 0 unchanged, 2 rejected | 3:姓名 | 4:层级 | applied" },
  { "dry run", NULL, HEADING "1,张三,客服部,专员\n", FF_IMPORT_DRY_RUN, "1 new, 0 changed, 0 unchanged, 0 rejected" },
  { "the same person twice", NULL, HEADING "1,张三,客服部,专员\n1,张三,东区,专员\n1,张三,东区,专员\n", 0,
    "1 new, 1 changed, 1 unchanged, 0 rejected | applied" },
  { "a supervisor further down", NULL, "工号,姓名,直接上级工号\n1,张三,2\n2,李四,\n", 0, "2 new, 0 changed, 0 unchanged, 0 rejected | applied" },
  { "a new supervisor is a change", "工号,姓名\n1,张三\n2,李四\n", "工号,姓名,直接上级工号\n1,张三,2\n2,李四,\n", 0,
    "0 new, 1 changed, 1 unchanged, 0 rejected | applied" },
  { "an unknown supervisor", NULL, "工号,姓名,直接上级工号\n1,张三,9\n2,李四,\n", 0,
    "1 new, 0 changed, 0 unchanged, 1 rejected | 2:直接上级工号 | refused" },
  { "whoever a rejected row leads is rejected too", NULL, "工号,姓名,直接上级工号,层级\n1,张三,2,\n2,李四,3,\n3,王五,,天上\n4,赵六,,\n",
    FF_IMPORT_SKIP_BAD, "1 new, 0 changed, 0 unchanged, 3 rejected | 2:直接上级工号 | 3:直接上级工号 | 4:层级 | applied" },
  { "guests have no number", NULL, "工号,姓名,手机,单位\n,王客,13800138000,某银行\n,王客,13800138000,某银行\n", 0,
    "1 new, 0 changed, 1 unchanged, 0 rejected | applied" },
  { "damaged bytes reject their row", NULL, "工号,姓名\n1,张\xFF三\n2,李四\n3,王五六七八九十\n", FF_IMPORT_SKIP_BAD,
    "2 new, 0 changed, 0 unchanged, 1 rejected | 2:姓名 | applied" },
  { "nothing below the heading", NULL, "工号,姓名\n", 0, "0 new, 0 changed, 0 unchanged, 0 rejected | applied" },
};

static guint
count_trainees (FfDb *db)
{
  const FfPeopleQuery query = { 0 };
  g_autoptr (GArray) ids = ff_people_list_trainees (db, &query, NULL);

  g_assert_nonnull (ids);
  return ids->len;
}

/* Each case: the dry run says what the import says, and changes nothing; the import is one step, and undo takes it back. */
static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfDb) db = test_open_database ();
      g_autoptr (FfImportResult) tried = NULL, done = NULL;
      g_autofree char *printed = NULL;
      g_auto (FfUndoStep) undo = { 0 }, redo = { 0 };
      guint before;
      gint64 journal;

      g_test_message ("%s", cases[i].name);
      if (cases[i].before != NULL)
        ff_import_result_free (test_import (db, "trainees", cases[i].before, 0));
      before = count_trainees (db);
      journal = ff_db_journal_number (db);

      tried = test_import (db, "trainees", cases[i].text, cases[i].flags | FF_IMPORT_DRY_RUN);
      g_assert_false (tried->applied);
      g_assert_cmpuint (count_trainees (db), ==, before);
      g_assert_cmpint (ff_db_journal_number (db), ==, journal);

      done = test_import (db, "trainees", cases[i].text, cases[i].flags);
      printed = test_print_result (done);
      g_assert_cmpstr (printed, ==, cases[i].expected);
      g_assert_cmpuint (tried->n_new, ==, done->n_new);
      g_assert_cmpuint (tried->n_changed, ==, done->n_changed);
      g_assert_cmpuint (tried->n_same, ==, done->n_same);
      g_assert_cmpuint (tried->n_rejected, ==, done->n_rejected);
      g_assert_cmpuint (tried->warnings->len, ==, done->warnings->len);
      g_assert_cmpuint (count_trainees (db), ==, before + (done->applied ? done->n_new : 0));

      g_assert_true (ff_undo_peek (db, &undo, &redo, NULL));
      if (done->applied && done->n_new + done->n_changed > 0)
        {
          g_assert_cmpstr (undo.label, ==, "Import trainees from import.csv");
          g_assert_true (ff_undo (db, NULL));
          g_assert_cmpuint (count_trainees (db), ==, before);
        }
      else
        g_assert_cmpint (undo.batch_id != 0, ==, cases[i].before != NULL);
    }
}

static void
test_stored (void)
{
  g_autoptr (FfDb) db = test_open_database ();
  gint64 id;
  g_autoptr (FfTrainee) trainee = NULL;

  test_expect (db, "trainees",
               "工号,姓名,层级,部门,岗位,邮箱,手机,直接上级工号,导师工号,在职/离职,单位,英文名\n"
               "００123,张　三,一线,华东/客服部,专员,zs@example.cn,13800138000,7,7,离职,某公司,Sam Zhang\n7,李四,管理层,,,,,,,,,\n",
               0, "2 new, 0 changed, 0 unchanged, 0 rejected | applied");
  id = ff_people_find_trainee (db, "00123", NULL);
  g_assert_cmpint (id, >, 0);
  trainee = ff_people_read_trainee (db, id, NULL);
  g_assert_cmpstr (trainee->employee_no, ==, "00123");
  g_assert_cmpstr (trainee->layer, ==, "frontline");
  g_assert_cmpstr (trainee->department, ==, "华东/客服部");
  g_assert_cmpstr (trainee->job_title, ==, "专员");
  g_assert_cmpstr (trainee->email, ==, "zs@example.cn");
  g_assert_cmpstr (trainee->phone, ==, "13800138000");
  g_assert_cmpstr (trainee->supervisor_no, ==, "7");
  g_assert_cmpstr (trainee->mentor_no, ==, "7");
  g_assert_cmpstr (trainee->organisation, ==, "某公司");
  g_assert_cmpstr (trainee->name_latin, ==, "Sam Zhang");
  g_assert_true (trainee->left);
}

static void
test_notes (void)
{
  g_autoptr (FfDb) db = test_open_database ();
  g_autoptr (FfImportResult) result = NULL, zeros = NULL;

  result = test_import (db, "trainees", "花名册\n序号,工号,姓名,备注,总分\n1,00123,张三,新来的,1\n合计,1,,,\n", 0);
  g_assert_cmpuint (result->notes->len, ==, 3);
  g_assert_true (test_says (result->notes, "“备注”"));
  g_assert_true (test_says (result->notes, "Row 1 "));
  g_assert_true (test_says (result->notes, "“合计”"));
  g_assert_cmpuint (result->warnings->len, ==, 0);

  zeros = test_import (db, "trainees", "工号,姓名\n123,张三\n1230,李四\n", 0);
  g_assert_cmpuint (zeros->n_new, ==, 2);
  g_assert_cmpuint (zeros->warnings->len, ==, 1);
  g_assert_true (test_says (zeros->warnings, "00123"));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *says;
  } files[] = {
    { "no key column", "姓名,部门\n张三,客服部\n", "employee_no" },
    { "a heading twice", "工号,姓名,姓名\n1,张三,李四\n", "“姓名” stands twice" },
    { "the heading too far down", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n工号,姓名\n1,张三\n", "first 10 rows" },
  };
  g_autoptr (FfDb) db = test_open_database ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = test_write_file ("refused.csv", files[i].text, strlen (files[i].text));
      g_autoptr (FfImport) import = ff_import_new (ff_import_kind_find ("trainees"), path, NULL, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (import);
      g_assert_null (ff_import_run (import, db, 0, NULL, NULL, NULL, &error));
      g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, files[i].says));
    }
}

/* Where two columns could be the telephone, the better heading wins; other words for the same thing are no fault. */
static void
test_synonyms (void)
{
  static const char text[] = "联系电话,工号,姓名,手机\n02112345678,1,张三,13800138000\n";
  g_autoptr (FfDb) db = test_open_database ();
  g_autoptr (FfTrainee) trainee = NULL;

  test_expect (db, "trainees", text, 0, "1 new, 0 changed, 0 unchanged, 0 rejected | applied");
  trainee = ff_people_read_trainee (db, ff_people_find_trainee (db, "1", NULL), NULL);
  g_assert_cmpstr (trainee->phone, ==, "13800138000");
}

#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define TEXT(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"

/* A workbook as offices keep them: a merged title, departments merged downwards, sums, numbers that lost digits. */
static void
test_workbook (void)
{
  static const TestPart parts[] = {
    { "xl/worksheets/sheet1.xml",
      "<worksheet " MAIN "><sheetData><row r='1'>" TEXT ("2026年花名册") "</row><row r='2'>" TEXT ("部门") TEXT ("工号") TEXT ("姓名")
      "</row><row r='3'>" TEXT ("客服部") "<c><v>123</v></c>" TEXT ("张三") "</row><row r='4'><c r='B4' t='inlineStr'><is><t>00124</t></is></c>"
      TEXT ("李四") "</row><row r='5'><c r='B5'><v>440301199001011234</v></c>" TEXT ("王五") "</row><row r='6'><c r='B6' t='e'><v>#N/A</v></c>"
      TEXT ("赵六") "</row><row r='7'>" TEXT ("合计") "<c><v>4</v></c></row></sheetData>"
      "<mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='A3:A6'/></mergeCells></worksheet>" },
    { NULL, NULL },
  };
  g_autofree char *path = test_write_workbook ("roster.xlsx", parts, FALSE);
  g_autoptr (FfDb) db = test_open_database ();
  g_autoptr (FfImport) import = ff_import_new (ff_import_kind_find ("trainees"), path, NULL, NULL, NULL);
  g_autoptr (FfImportResult) result = ff_import_run (import, db, FF_IMPORT_SKIP_BAD, NULL, NULL, NULL, NULL);
  g_autofree char *printed = test_print_result (result);
  g_autoptr (FfTrainee) trainee = ff_people_read_trainee (db, ff_people_find_trainee (db, "00124", NULL), NULL);

  g_assert_cmpstr (printed, ==, "2 new, 0 changed, 0 unchanged, 2 rejected | 5:工号 | 6:工号 | applied");
  g_assert_cmpstr (trainee->department, ==, "客服部");
}

/* The window's preview: what changes cell by cell, a cell mended, a row skipped, a column matched by hand, rejected rows saved. */
static void
test_preview (void)
{
  static const char text[] = "工号,姓名,部门,备注\n1,张三,东区,x\n,,物流部,y\n2,李四,客服部,z\n";
  g_autoptr (FfDb) db = test_open_database ();
  g_autofree char *path = test_write_file ("preview.csv", text, strlen (text)), *saved = test_path ("rejected.csv");
  g_autoptr (FfImport) import = ff_import_new (ff_import_kind_find ("trainees"), path, NULL, NULL, NULL);
  g_autoptr (FfImportResult) first = NULL, second = NULL;
  g_autoptr (FfSheet) rejected = NULL;
  const FfImportChange *change;

  test_expect (db, "trainees", "工号,姓名,部门\n1,张三,西区\n", 0, "1 new, 0 changed, 0 unchanged, 0 rejected | applied");
  g_assert_cmpint (ff_import_get_field (import, 3), ==, FF_IMPORT_IGNORED);
  ff_import_set_field (import, 3, 4);
  g_assert_cmpstr (ff_import_kind_get_field (ff_import_get_kind (import), 4), ==, "job_title");

  first = ff_import_run (import, db, FF_IMPORT_DRY_RUN | FF_IMPORT_PREVIEW, NULL, NULL, NULL, NULL);
  g_assert_cmpint (first->verdicts[1], ==, FF_ROW_CHANGED);
  g_assert_cmpint (first->verdicts[2], ==, FF_ROW_REJECTED);
  g_assert_cmpint (first->verdicts[3], ==, FF_ROW_NEW);
  g_assert_cmpuint (first->changes->len, ==, 2);
  change = g_ptr_array_index (first->changes, 0);
  g_assert_cmpuint (change->row, ==, 1);
  g_assert_cmpuint (change->column, ==, 2);
  g_assert_cmpstr (change->before, ==, "西区");
  g_assert_cmpstr (change->after, ==, "东区");

  g_assert_true (ff_import_save_rejects (import, first, saved, NULL));
  rejected = ff_sheet_read (saved, NULL, NULL, NULL);
  g_assert_cmpuint (rejected->rows->len, ==, 2);
  g_assert_cmpstr (ff_sheet_peek (rejected, 1, 2), ==, "物流部");
  g_assert_cmpstr (ff_sheet_peek (rejected, 0, 0), ==, "工号");
  g_assert_cmpstr (ff_sheet_peek (rejected, 1, 4), !=, "");

  ff_import_set_value (import, 2, 0, "9");
  ff_import_set_value (import, 2, 1, "马俊杰");
  ff_import_set_skipped (import, 3, TRUE);
  second = ff_import_run (import, db, 0, NULL, NULL, NULL, NULL);
  g_assert_true (second->applied);
  g_assert_cmpuint (second->n_new, ==, 1);
  g_assert_cmpuint (second->n_changed, ==, 1);
  g_assert_cmpint (second->verdicts[3], ==, FF_ROW_PASSED_OVER);
  g_assert_cmpint (ff_people_find_trainee (db, "9", NULL), >, 0);
  g_assert_cmpint (ff_people_find_trainee (db, "2", NULL), ==, 0);
}

static void
cancel_half_way (double fraction, gpointer user_data)
{
  if (fraction > 0.4)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (void)
{
  g_autoptr (FfDb) db = test_open_database ();
  g_autoptr (GString) text = g_string_new ("工号,姓名\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FfImport) import = NULL;
  g_autofree char *path = NULL;

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (text, "%d,张三\n", i);
  path = test_write_file ("cancelled.csv", text->str, text->len);
  import = ff_import_new (ff_import_kind_find ("trainees"), path, NULL, NULL, NULL);
  g_assert_null (ff_import_run (import, db, 0, cancel_half_way, cancellable, cancellable, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_CANCELLED);
  g_assert_cmpuint (count_trainees (db), ==, 0);
  /* The connection is as good as before. */
  test_expect (db, "trainees", "工号,姓名\n1,张三\n", 0, "1 new, 0 changed, 0 unchanged, 0 rejected | applied");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/import-trainees/cases", test_cases);
  g_test_add_func ("/import-trainees/stored", test_stored);
  g_test_add_func ("/import-trainees/notes", test_notes);
  g_test_add_func ("/import-trainees/refused", test_refused);
  g_test_add_func ("/import-trainees/synonyms", test_synonyms);
  g_test_add_func ("/import-trainees/workbook", test_workbook);
  g_test_add_func ("/import-trainees/preview", test_preview);
  g_test_add_func ("/import-trainees/cancelled", test_cancelled);
  return test_run ();
}
