/* Test papers: what answers are worth, what is typed, and papers as text. */
#include "config.h"

#include "ff-error.h"
#include "ff-marks.h"
#include "ff-test-text.h"

/* Answers ----------------------------------------------------------------------------------------------------------------- */

static void
test_letters (void)
{
  static const struct
  {
    const char *text;
    const char *letters; /* NULL: it is none */
  } cases[] = {
    { "b", "B" },      { "B", "B" },      { "acd", "ACD" },  { "dca", "ACD" },   { "A, C", "AC" }, { "A、C", "AC" }, { "ＡＣ", "AC" },
    { "aab", "AB" },   { "2", "B" },      { "134", "ACD" },  { "-", "" },        { "0", "" },      { "无", "" },     { "", NULL },
    { "B?", NULL },    { "对", NULL },    { "10", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *letters = ff_test_letters_parse (cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (letters, ==, cases[i].letters);
    }
}

/* A choice of A to D with the key AC for 2 points, a short one of 5. */
static GPtrArray *
make_items (void)
{
  GPtrArray *items = ff_test_items_new ();
  FfTestItem *choice = ff_test_items_add (items, "1", FF_TEST_CHOICE, "Which?", 200);

  choice->answer = g_strdup ("AC");
  for (int i = 0; i < 4; i++)
    g_ptr_array_add (choice->options, g_strdup_printf ("option %d", i));
  ff_test_items_add (items, "2", FF_TEST_SHORT, "Why?", 500);
  return items;
}

static void
test_answers (void)
{
  static const struct
  {
    const char *name;
    guint item;
    const char *text;
    gboolean taken;
    gint64 points; /* hundredths; -1: not entered */
  } cases[] = {
    { "exactly the right letters", 0, "ca", TRUE, 200 },
    { "too few of them", 0, "A", TRUE, 0 },
    { "too many of them", 0, "ABC", TRUE, 0 },
    { "other letters", 0, "BD", TRUE, 0 },
    { "none chosen", 0, "-", TRUE, 0 },
    { "not entered", 0, " ", TRUE, -1 },
    { "no such option", 0, "E", FALSE, -1 },
    { "no letters", 0, "yes", FALSE, -1 },
    { "points", 1, "3.5", TRUE, 350 },
    { "all points", 1, "5", TRUE, 500 },
    { "no points", 1, "0", TRUE, 0 },
    { "nothing written", 1, "-", TRUE, 0 },
    { "too many points", 1, "5.01", FALSE, -1 },
    { "less than none", 1, "-1", FALSE, -1 },
    { "no number", 1, "good", FALSE, -1 },
  };
  g_autoptr (GPtrArray) items = make_items ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FfTestItem *item = ff_test_items_get (items, cases[i].item);
      g_autoptr (GError) error = NULL;
      g_autofree char *letters = NULL;
      gint64 score;

      g_test_message ("%s", cases[i].name);
      g_assert_true (ff_test_answer_parse (item, cases[i].text, &letters, &score, &error) == cases[i].taken);
      g_assert_true ((error == NULL) == cases[i].taken);
      g_assert_cmpint (ff_test_item_points (item, &(FfTestAnswer) { letters, score }), ==, cases[i].points);
    }
}

static void
test_sum (void)
{
  g_autoptr (GPtrArray) items = make_items ();
  FfTestAnswer answers[] = { { "AC", -1 }, { NULL, -1 } };
  FfTestSum sum;

  ff_test_paper_sum (items, answers, &sum);
  g_assert_cmpint (sum.points, ==, 200);
  g_assert_cmpint (sum.possible, ==, 700);
  g_assert_cmpuint (sum.missing, ==, 1);
  answers[1].score = 0;
  ff_test_paper_sum (items, answers, &sum);
  g_assert_cmpuint (sum.missing, ==, 0);
  ff_test_paper_sum (NULL, NULL, &sum);
  g_assert_cmpint (sum.possible, ==, 0);
}

static void
test_validate (void)
{
  static const struct
  {
    const char *name;
    FfTestKind kind;
    const char *key, *title, *answer;
    gint64 points;
    gboolean valid;
  } cases[] = {
    { "a choice without printed options", FF_TEST_CHOICE, "3", "t", "E", 100, TRUE },
    { "a short one without an answer", FF_TEST_SHORT, "3", "t", NULL, 100, TRUE },
    { "a choice without a key", FF_TEST_CHOICE, "3", "t", NULL, 100, FALSE },
    { "a number used twice", FF_TEST_SHORT, "1", "t", NULL, 100, FALSE },
    { "no number", FF_TEST_SHORT, "", "t", NULL, 100, FALSE },
    { "no text", FF_TEST_SHORT, "3", "", NULL, 100, FALSE },
    { "no points", FF_TEST_SHORT, "3", "t", NULL, 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) items = make_items ();
      g_autoptr (GError) error = NULL;

      ff_test_items_add (items, cases[i].key, cases[i].kind, cases[i].title, cases[i].points)->answer = g_strdup (cases[i].answer);
      g_test_message ("%s", cases[i].name);
      g_assert_true (ff_test_items_validate (items, &error) == cases[i].valid);
      if (!cases[i].valid)
        g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
    }
}

/* Marks ------------------------------------------------------------------------------------------------------------------- */

/* A paper is the leaf's mark, exactly; a mark by hand on the same attempt stands above it. */
static void
test_marks (void)
{
  static const struct
  {
    const char *name;
    FfMark marks[3];
    gsize n;
    double percent;
    gboolean overridden;
  } cases[] = {
    { "a paper", { { .criterion = -1, .attempt = 1, .score = 200, .possible = 700 } }, 1, 200.0 / 7, FALSE },
    { "overridden", { { .criterion = -1, .attempt = 1, .score = 200, .possible = 700 }, { .criterion = -1, .attempt = 1, .score = 9000 } }, 2,
      90, TRUE },
    { "a resit, capped", { { .criterion = -1, .attempt = 1, .score = 100, .possible = 700 },
                           { .criterion = -1, .attempt = 2, .score = 700, .possible = 700 } }, 2, 60, FALSE },
    { "a paper after a mark by hand", { { .criterion = -1, .attempt = 1, .score = 1000 },
                                        { .criterion = -1, .attempt = 2, .score = 350, .possible = 700 } }, 2, 50, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfScheme) scheme = ff_scheme_new ();
      FfResult result;

      ff_scheme_add (scheme, -1, "test", "Test", 10000)->source = FF_SOURCE_TEST;
      ff_scheme_update (scheme);
      g_test_message ("%s", cases[i].name);
      ff_result_compute (&result, scheme, cases[i].marks, cases[i].n, NULL, NULL, NULL);
      g_assert_true (result.leaves[0].assessed);
      g_assert_cmpfloat_with_epsilon (result.leaves[0].percent, cases[i].percent, 1e-9);
      g_assert_true (result.leaves[0].overridden == cases[i].overridden);
      ff_result_clear (&result);
    }
}

/* Text -------------------------------------------------------------------------------------------------------------------- */

static char *
tell (const GPtrArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const FfTestItem *item = ff_test_items_get (items, i);

      g_string_append_printf (text, "%s%s %s %d \"%s\" %u %s", i > 0 ? "; " : "", item->key, ff_test_kind_to_key (item->kind),
                              (int) item->points, item->title, item->options->len, item->answer != NULL ? item->answer : "-");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_text (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *items;
  } cases[] = {
    { "nothing", "Written test\n", "" },
    { "a choice", "1. Which?\nA. one\nB. two\nAnswer: b", "1 choice 100 \"Which?\" 2 B" },
    { "options on one line", "1、选哪个？\nA、一  B、二  C、三\n答案：C", "1 choice 100 \"选哪个？\" 3 C" },
    { "several letters", "1. 多选（2分）\nA．一\nB．二\nC．三\n正确答案：A、C", "1 choice 200 \"多选\" 3 AC" },
    { "a key in brackets", "1．服务的核心是（ B ）。\nA. 快\nB. 准", "1 choice 100 \"服务的核心是\" 2 B" },
    { "a key without options", "7) See the sheet\nKey: D", "7 choice 100 \"See the sheet\" 0 D" },
    { "in words", "2. (5) Write the five steps.\nAnswer: greet, listen,\nanswer", "2 short 500 \"Write the five steps.\" 0 greet, listen, answer" },
    { "in words, without a model", "2.写出闭环五步。\n分值：5分", "2 short 500 \"写出闭环五步。\" 0 -" },
    { "several", "一、选择题\n1. a?\nA. x\nB. y\nAnswer: A\n\n2. b?\n", "1 choice 100 \"a?\" 2 A; 2 short 100 \"b?\" 0 -" },
    { "a question over two lines", "1. a\nb?\nA. x\ny\nB. z\nAnswer: A", "1 choice 100 \"a b?\" 2 A" },
    { "a choice without a key", "1. a?\nA. x\nB. y", "1 choice 100 \"a?\" 2 -" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) items = ff_test_text_parse (cases[i].text, 100);
      g_autofree char *told = tell (items);
      g_autofree char *text = ff_test_text_format (items);
      g_autoptr (GPtrArray) again = ff_test_text_parse (text, 100);
      g_autofree char *told_again = tell (again);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (told, ==, cases[i].items);
      g_assert_cmpstr (told_again, ==, told);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/test-paper/letters", test_letters);
  g_test_add_func ("/test-paper/answers", test_answers);
  g_test_add_func ("/test-paper/sum", test_sum);
  g_test_add_func ("/test-paper/validate", test_validate);
  g_test_add_func ("/test-paper/marks", test_marks);
  g_test_add_func ("/test-paper/text", test_text);

  return g_test_run ();
}
