/* Import of answers: what headings and cells mean, with names and without, and that anonymous ones come in once. */
#include "config.h"

#include <string.h>

#include "ff-courses.h"
#include "ff-questionnaires.h"
#include "ff-responses.h"
#include "ff-runs.h"
#include "ff-test-papers.h"
#include "import-support.h"

static void
put_questionnaire (FfDb *db, gint64 run_id, FfQuestionnaire *questionnaire)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Add a questionnaire", &error);

  g_assert_cmpint (ff_questionnaires_put (db, ff_owner_run (run_id), questionnaire, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
}

static FfQuestionnaire *
reaction_new (const char *key, gboolean anonymous)
{
  static const char *const labels[] = { "非常不满意", "不满意", "一般", "满意", "非常满意" };
  FfQuestionnaire *questionnaire = ff_questionnaire_new (key, "课后反馈");
  FfDimension *dimension = ff_questionnaire_add_dimension (questionnaire, "content", "内容");
  FfQuestion *question;

  questionnaire->level = 1;
  questionnaire->anonymous = anonymous;
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    g_ptr_array_add (questionnaire->scale_labels, g_strdup (labels[i]));
  question = ff_dimension_add_question (dimension, "q1", FF_QUESTION_RATING, "内容对工作有帮助");
  ff_translations_set (question->translations, "en", "The content helps my work", NULL, NULL);
  ff_dimension_add_question (dimension, "q2", FF_QUESTION_RATING, "讲解清楚");
  ff_dimension_add_question (dimension, "q3", FF_QUESTION_NPS, "您有多大可能推荐本课程？");
  question = ff_dimension_add_question (dimension, "q4", FF_QUESTION_CHOICE, "最喜欢的环节");
  question->multiple = TRUE;
  g_ptr_array_add (question->options, g_strdup ("案例"));
  g_ptr_array_add (question->options, g_strdup ("演练"));
  ff_dimension_add_question (dimension, "q5", FF_QUESTION_TEXT, "建议");
  return questionnaire;
}

/* Class K1 of three people, with an anonymous questionnaire, one with names, and pairs. */
static FfDb *
open_with_class (void)
{
  FfDb *db = test_open_database ();
  g_autoptr (FfCourse) course = ff_course_new ();
  g_autoptr (FfQuestionnaire) reaction = reaction_new ("reaction", TRUE);
  g_autoptr (FfQuestionnaire) named = reaction_new ("named", FALSE);
  g_autoptr (FfQuestionnaire) pairs = ff_questionnaire_new ("pairs", "服务质量");
  g_autoptr (GError) error = NULL;
  gint64 run_id;

  {
    g_autoptr (FfBatch) batch = ff_batch_begin (db, "Add a course", &error);

    course->code = g_strdup ("CX-101");
    course->title = g_strdup ("客户体验");
    ff_scheme_add (course->scheme, -1, "quiz", "测验", 10000)->source = FF_SOURCE_TEST;
    ff_scheme_update (course->scheme);
    g_assert_cmpint (ff_courses_put (db, course, &error), ==, FF_PUT_NEW);
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  }
  test_expect (db, "trainees", "工号,姓名,层级\n00123,张三,一线\n124,李四,管理\n125,王五,一线\n126,赵六,一线\n", 0,
               "4 new, 0 changed, 0 unchanged, 0 rejected | applied");
  test_expect (db, "plan", "class,course,starts_on,ends_on,capacity\nK1,CX-101,2026-09-21,2026-09-22,9\n", 0,
               "1 new, 0 changed, 0 unchanged, 0 rejected | applied");
  test_expect (db, "enrolments", "class,employee_no\nK1,00123\nK1,124\nK1,125\n", 0, "3 new, 0 changed, 0 unchanged, 0 rejected | applied");
  run_id = ff_runs_find (db, "K1", NULL);
  pairs->kind = FF_QUESTIONNAIRE_SERVQUAL;
  ff_dimension_add_question (ff_questionnaire_add_dimension (pairs, "t", "有形性"), "s1", FF_QUESTION_SERVQUAL, "设备现代");
  put_questionnaire (db, run_id, reaction);
  put_questionnaire (db, run_id, named);
  put_questionnaire (db, run_id, pairs);
  return db;
}

static FfImportResult *
import (FfDb *db, const char *text, const char *questionnaire, FfImportFlags flags, GError **error)
{
  g_autofree char *path = test_write_file ("answers.csv", text, strlen (text));
  g_autoptr (FfImport) import = ff_import_new (ff_import_kind_find ("answers"), path, NULL, NULL, error);

  g_assert_nonnull (import);
  if (questionnaire != NULL)
    {
      ff_import_set_default (import, "class", "K1");
      ff_import_set_default (import, "questionnaire", questionnaire);
    }
  return ff_import_run (import, db, flags, NULL, NULL, NULL, error);
}

/* "1=5 2=4 | …": each form's answers by the last digit of their question's key, in an order that does not depend on ids. */
static char *
print_forms (FfDb *db, const char *key)
{
  gint64 id = ff_questionnaire_store_find (db, ff_owner_run (ff_runs_find (db, "K1", NULL)), key, NULL);
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_store_read (db, id, NULL, NULL);
  g_autoptr (GPtrArray) responses = ff_response_store_list (db, id, FALSE, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < responses->len; i++)
    {
      const FfResponse *response = g_ptr_array_index (responses, i);
      GString *line = g_string_new (NULL);

      for (guint n = 0; n < response->answers->len; n++)
        {
          const FfAnswer *answer = &g_array_index (response->answers, FfAnswer, n);
          const FfQuestion *question = ff_questionnaire_find_id (questionnaire, answer->question_id, NULL);

          g_string_append_printf (line, "%s%c%s=%d%s", n > 0 ? " " : "", question->key[1], answer->part == 0 ? "" : answer->part == 1 ? "e" : "p",
                                  (int) answer->value, answer->text != NULL ? answer->text : "");
        }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  for (;;)
    {
      guint least = 0;

      if (lines->len == 0)
        return g_string_free (text, FALSE);
      for (guint i = 1; i < lines->len; i++)
        if (strcmp (g_ptr_array_index (lines, i), g_ptr_array_index (lines, least)) < 0)
          least = i;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", (char *) g_ptr_array_index (lines, least));
      g_ptr_array_remove_index (lines, least);
    }
}

static const struct
{
  const char *name;
  const char *text;
  const char *questionnaire; /* NULL: the file says class and questionnaire */
  FfImportFlags flags;
  const char *expected;
  const char *key, *forms; /* what is stored then */
} cases[] = {
  { "keys", "class,questionnaire,employee_no,q1,q2\nK1,reaction,,5,4\nK1,reaction,,3,\n", NULL, 0,
    "2 new, 0 changed, 0 unchanged, 0 rejected | applied", "reaction", "1=3 | 1=5 2=4" },
  { "titles of a survey site", "序号,提交答卷时间,所用时间,来源,来自IP,1、内容对工作有帮助,2、讲解清楚（必填）,3、您有多大可能推荐本课程？,4、最喜欢的环节,总分\n"
                               "1,2026/9/22 18:01,61秒,微信,1.2.3.4,非常满意,一般,9,案例┋演练,12\n"
                               "2,2026/9/22 18:02,70秒,微信,1.2.3.4,4 = 满意,(跳过),10,B,9\n",
    "reaction", 0, "2 new, 0 changed, 0 unchanged, 0 rejected | applied", "reaction", "1=4 3=10 4=2B | 1=5 2=3 3=9 4=0AB" },
  { "a title in another language, a title above", "Feedback of September\nThe content helps my work,q2\n5,5\n", "reaction", 0,
    "1 new, 0 changed, 0 unchanged, 0 rejected | applied", "reaction", "1=5 2=5" },
  { "a heading that is no question", "q1,mood\n5,fine\n4,\n", "reaction", 0, "1 new, 0 changed, 0 unchanged, 1 rejected | 2:mood | refused",
    "reaction", "" },
  { "the same, skipped", "q1,mood\n5,fine\n4,\n", "reaction", FF_IMPORT_SKIP_BAD,
    "1 new, 0 changed, 0 unchanged, 1 rejected | 2:mood | applied", "reaction", "1=4" },
  { "outside the scale", "q1,q3\n6,9\n0,9\n5,11\n5,0\n", "reaction", FF_IMPORT_SKIP_BAD,
    "1 new, 0 changed, 0 unchanged, 3 rejected | 2:q1 | 3:q1 | 4:q3 | applied", "reaction", "1=5 3=0" },
  { "two columns for one question", "q1,内容对工作有帮助\n5,4\n", "reaction", 0, "0 new, 0 changed, 0 unchanged, 1 rejected | 2:内容对工作有帮助 | refused",
    "reaction", "" },
  { "pairs", "s1_e,s1_p\n5,4\n", "pairs", 0, "1 new, 0 changed, 0 unchanged, 0 rejected | applied", "pairs", "1e=5 1p=4" },
  { "a pair without its part", "s1\n5\n", "pairs", 0, "0 new, 0 changed, 0 unchanged, 1 rejected | 2:s1 | refused", "pairs", "" },
  { "with names", "工号,q1,q2\n00123,5,4\n124,3,3\n", "named", 0, "2 new, 0 changed, 0 unchanged, 0 rejected | applied", "named",
    "1=3 2=3 | 1=5 2=4" },
  { "a name twice changes", "工号,q1,q2\n00123,5,4\n00123,,3\n", "named", 0, "1 new, 1 changed, 0 unchanged, 0 rejected | applied", "named",
    "1=5 2=3" },
  { "no name is always new", "q1\n5\n5\n", "named", 0, "2 new, 0 changed, 0 unchanged, 0 rejected | applied", "named", "1=5 | 1=5" },
  { "raters", "工号,rater,q1\n00123,self,5\n00123,上级,3\n00123,peer,4\n00123,boss,4\n", "named", FF_IMPORT_SKIP_BAD,
    "3 new, 0 changed, 0 unchanged, 1 rejected | 5:rater | applied", "named", "1=3 | 1=4 | 1=5" },
  { "nobody of that number, nobody in the class", "工号,q1\n999,5\n126,5\n123,5\n", "named", 0,
    "0 new, 0 changed, 0 unchanged, 3 rejected | 2:工号 | 3:工号 | 4:工号 | refused", "named", "" },
  { "a name answers an anonymous one once", "工号,q1\n00123,5\n124,4\n00123,3\n", "reaction", FF_IMPORT_SKIP_BAD,
    "2 new, 0 changed, 0 unchanged, 1 rejected | 4:工号 | applied", "reaction", "1=4 | 1=5" },
  { "nothing answered", "工号,q1,q2\n00123,,\n", "reaction", 0, "0 new, 0 changed, 1 unchanged, 0 rejected | applied", "reaction", "" },
  { "no such class or questionnaire", "class,questionnaire,q1\nK9,reaction,5\nK1,needs,5\n", NULL, 0,
    "0 new, 0 changed, 0 unchanged, 2 rejected | 2:class | 3:questionnaire | refused", "reaction", "" },
  { "several questionnaires", "班次,问卷,q1,s1_e\nK1,reaction,5,\nK1,pairs,,4\n", NULL, 0,
    "2 new, 0 changed, 0 unchanged, 0 rejected | applied", "pairs", "1e=4" },
  { "a dry run", "q1\n5\n", "reaction", FF_IMPORT_DRY_RUN, "1 new, 0 changed, 0 unchanged, 0 rejected", "reaction", "" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfDb) db = open_with_class ();
      g_autoptr (GError) error = NULL;
      g_autoptr (FfImportResult) result = NULL;
      g_autofree char *printed = NULL;
      g_autofree char *forms = NULL;

      g_test_message ("%s", cases[i].name);
      result = import (db, cases[i].text, cases[i].questionnaire, cases[i].flags, &error);
      g_assert_no_error (error);
      printed = test_print_result (result);
      g_assert_cmpstr (printed, ==, cases[i].expected);
      forms = print_forms (db, cases[i].key);
      g_assert_cmpstr (forms, ==, cases[i].forms);
    }
}

/* Rows in another order are the same file; one form more is another. A second time is refused without a trace, unless it is meant. */
static void
test_again (void)
{
  static const struct
  {
    const char *text;
    FfImportFlags flags;
    gboolean refused;
    gint64 forms;
  } steps[] = {
    { "q1,q2\n5,4\n3,2\n", 0, FALSE, 2 },
    { "q1,q2\n3,2\n5,4\n", 0, TRUE, 2 },
    { "讲解清楚,q1\n2,3\n4,5\n", FF_IMPORT_DRY_RUN, TRUE, 2 },
    { "q1,q2\n5,4\n3,2\n1,1\n", FF_IMPORT_DRY_RUN, FALSE, 2 },
    { "q1,q2\n5,4\n3,2\n1,1\n", 0, FALSE, 5 },
    { "q1,q2\n5,4\n3,2\n", FF_IMPORT_AGAIN, FALSE, 7 },
  };
  g_autoptr (FfDb) db = open_with_class ();
  gint64 id = ff_questionnaire_store_find (db, ff_owner_run (ff_runs_find (db, "K1", NULL)), "reaction", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfImportResult) result = import (db, steps[i].text, "reaction", steps[i].flags, &error);
      FfFormCounts counts;

      if (steps[i].refused)
        g_assert_error (error, FF_ERROR, FF_ERROR_EXISTS);
      else
        {
          g_assert_no_error (error);
          g_assert_cmpuint (result->n_final, ==, result->n_new);
          g_assert_true (test_says (result->warnings, "cannot be taken back"));
        }
      g_assert_true (ff_response_store_count_forms (db, id, &counts, NULL));
      g_assert_cmpint (counts.returned, ==, steps[i].forms);
    }
}

/* What was chosen by hand under the headings of one file is there again in the next with the same headings. */
static void
test_targets (void)
{
  static const char first[] = "问题一,问题二,备注\n5,4,a\n", second[] = "问题一,问题二,备注\n1,2,b\n";
  g_autoptr (FfDb) db = open_with_class ();
  g_autoptr (GError) error = NULL;

  for (int round = 0; round < 2; round++)
    {
      const char *text = round == 0 ? first : second;
      g_autofree char *path = test_write_file ("targets.csv", text, strlen (text));
      g_autoptr (FfImport) import = ff_import_new (ff_import_kind_find ("answers"), path, NULL, NULL, &error);
      g_autoptr (GPtrArray) targets = NULL;
      g_autoptr (FfImportResult) result = NULL;
      g_autofree char *found = NULL;

      ff_import_set_default (import, "class", "K1");
      ff_import_set_default (import, "questionnaire", "reaction");
      targets = ff_import_list_targets (import, db);
      g_assert_cmpuint (targets->len, ==, 5);
      g_assert_cmpint (ff_import_recall_targets (import, db), ==, round);
      if (round == 0)
        {
          g_autoptr (FfBatch) batch = ff_batch_begin (db, "Keep", NULL);

          g_assert_null (ff_import_find_target (import, db, 0));
          ff_import_set_target (import, 0, "q2");
          ff_import_set_target (import, 1, "q1");
          ff_import_set_field (import, 2, FF_IMPORT_IGNORED);
          g_assert_true (ff_import_keep_targets (import, db, NULL));
          g_assert_true (ff_batch_commit (g_steal_pointer (&batch), NULL));
        }
      found = ff_import_find_target (import, db, 0);
      g_assert_cmpstr (found, ==, "q2");
      result = ff_import_run (import, db, 0, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (result->n_new, ==, 1);
    }
  {
    g_autofree char *forms = print_forms (db, "reaction");

    g_assert_cmpstr (forms, ==, "1=2 2=1 | 1=4 2=5");
  }
}

/* What is named as the questionnaire may be a leaf whose source is a test; its items are the columns. */
static void
test_paper (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } steps[] = {
    { "class,questionnaire,employee_no,1,2\nK1,quiz,00123,B,3\nK1,quiz,124,A,\n", "2 new, 0 changed, 0 unchanged, 0 rejected | applied" },
    { "class,questionnaire,employee_no,1,2\nK1,quiz,00123,B,3\nK1,quiz,124,B,5\n", "1 new, 0 changed, 1 unchanged, 0 rejected | applied" },
    { "class,questionnaire,employee_no,1,2,3\nK1,quiz,,A,\nK1,quiz,124,D,\nK1,quiz,124,,9\nK1,quiz,124,,,1\n",
      "0 new, 0 changed, 0 unchanged, 4 rejected | 2:employee_no | 3:1 | 4:2 | 5:3 | refused" },
  };
  g_autoptr (FfDb) db = open_with_class ();
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, 0, ff_runs_find (db, "K1", NULL), NULL);
  g_autoptr (GPtrArray) items = ff_test_items_new ();
  FfTestItem *choice = ff_test_items_add (items, "1", FF_TEST_CHOICE, "Which?", 200);

  choice->answer = g_strdup ("B");
  g_ptr_array_add (choice->options, g_strdup ("one"));
  g_ptr_array_add (choice->options, g_strdup ("two"));
  ff_test_items_add (items, "2", FF_TEST_SHORT, "Why?", 500);
  {
    g_autoptr (FfBatch) batch = ff_batch_begin (db, "Add a paper", NULL);

    g_assert_cmpint (ff_test_papers_put (db, ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "quiz"))->id, items, NULL), !=, FF_PUT_REFUSED);
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), NULL));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    test_expect (db, "answers", steps[i].text, 0, steps[i].expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-answers/cases", test_cases);
  g_test_add_func ("/import-answers/again", test_again);
  g_test_add_func ("/import-answers/targets", test_targets);
  g_test_add_func ("/import-answers/paper", test_paper);
  return test_run ();
}
