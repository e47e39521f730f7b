/* Questionnaires: what is made, copied, refused, and how answers are read. */
#include "config.h"

#include "ff-error.h"
#include "ff-questionnaire.h"

static void
add_texts (GPtrArray *texts, const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "|", -1);

  for (gsize i = 0; split[i] != NULL; i++)
    g_ptr_array_add (texts, g_strdup (split[i]));
}

static GPtrArray *
make_texts (const char *lines)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  add_texts (texts, lines);
  return texts;
}

static FfDimension *
dimension_at (FfQuestionnaire *questionnaire, guint index)
{
  return g_ptr_array_index (questionnaire->dimensions, index);
}

static FfQuestion *
question_at (FfQuestionnaire *questionnaire, guint dimension, guint index)
{
  return g_ptr_array_index (dimension_at (questionnaire, dimension)->questions, index);
}

/* content: q1 rating, q2 NPS, q3 yes or no; more: q4 choice of one of 4, q5 of several, q6 text, q7 pair. */
static FfQuestionnaire *
make (void)
{
  FfQuestionnaire *questionnaire = ff_questionnaire_new ("reaction", "Reaction");
  FfDimension *content = ff_questionnaire_add_dimension (questionnaire, "content", "Content");
  FfDimension *more = ff_questionnaire_add_dimension (questionnaire, NULL, NULL);
  g_autoptr (GPtrArray) chinese = make_texts ("快|稳|好，但慢|其他");

  ff_dimension_add_question (content, NULL, FF_QUESTION_RATING, "Was it clear?");
  ff_dimension_add_question (content, NULL, FF_QUESTION_NPS, NULL);
  ff_dimension_add_question (content, NULL, FF_QUESTION_YES_NO, "Enough?");
  add_texts (ff_dimension_add_question (more, NULL, FF_QUESTION_CHOICE, "How?")->options, "Fast|Steady|Good, but slow|Other");
  ff_translations_set (question_at (questionnaire, 1, 0)->translations, "zh_CN", "怎样？", chinese, NULL);
  add_texts (ff_dimension_add_question (more, NULL, FF_QUESTION_CHOICE, "What?")->options, "Fast|Steady|Good, but slow|Other");
  question_at (questionnaire, 1, 1)->multiple = TRUE;
  ff_dimension_add_question (more, NULL, FF_QUESTION_TEXT, "Words");
  ff_dimension_add_question (more, NULL, FF_QUESTION_SERVQUAL, "Promises");
  ff_questionnaire_fill_keys (questionnaire);
  return questionnaire;
}

/* Made, copied, found ------------------------------------------------------------------------------------------------------ */

static void
test_model (void)
{
  g_autoptr (FfQuestionnaire) questionnaire = make ();
  g_autoptr (FfQuestionnaire) copy = NULL;
  const FfDimension *dimension = NULL;

  question_at (questionnaire, 1, 1)->id = 7;
  copy = ff_questionnaire_copy (questionnaire);
  g_clear_pointer (&questionnaire, ff_questionnaire_free);
  g_assert_cmpuint (ff_questionnaire_count_questions (copy), ==, 7);
  g_assert_cmpstr (dimension_at (copy, 1)->key, ==, "d1");
  g_assert_cmpstr (ff_questionnaire_find (copy, "q5", &dimension)->title, ==, "What?");
  g_assert_true (dimension == dimension_at (copy, 1));
  g_assert_cmpstr (ff_questionnaire_find_id (copy, 7, NULL)->key, ==, "q5");
  g_assert_null (ff_questionnaire_find (copy, "q8", NULL));
  g_assert_cmpstr (ff_question_title_in (ff_questionnaire_find (copy, "q2", NULL), "zh_CN"), ==, "q2");
  g_assert_cmpstr (ff_question_title_in (ff_questionnaire_find (copy, "q4", NULL), "zh_CN"), ==, "怎样？");
  g_assert_cmpstr (ff_question_title_in (ff_questionnaire_find (copy, "q4", NULL), "zh_TW"), ==, "How?");
  g_assert_cmpstr (g_ptr_array_index (ff_question_options_in (ff_questionnaire_find (copy, "q4", NULL), "zh_CN"), 1), ==, "稳");
  ff_translations_set (question_at (copy, 1, 0)->translations, "zh_CN", "", NULL, NULL);
  g_assert_cmpuint (question_at (copy, 1, 0)->translations->len, ==, 0);
  ff_questionnaire_forget_ids (copy);
  g_assert_null (ff_questionnaire_find_id (copy, 7, NULL));
}

static void
test_keys (void)
{
  for (FfQuestionnaireKind kind = FF_QUESTIONNAIRE_RATING; kind <= FF_QUESTIONNAIRE_TEST; kind++)
    {
      FfQuestionnaireKind back = FF_QUESTIONNAIRE_TEST;

      g_assert_true (ff_questionnaire_kind_from_key (ff_questionnaire_kind_to_key (kind), &back));
      g_assert_cmpint (back, ==, kind);
    }
  for (FfQuestionKind kind = FF_QUESTION_RATING; kind <= FF_QUESTION_SHORT; kind++)
    {
      FfQuestionKind back = FF_QUESTION_SHORT;

      g_assert_true (ff_question_kind_from_key (ff_question_kind_to_key (kind), &back));
      g_assert_cmpint (back, ==, kind);
    }
  for (FfAbout about = FF_ABOUT_CLASS; about <= FF_ABOUT_VENUE; about++)
    {
      FfAbout back = FF_ABOUT_VENUE;

      g_assert_true (ff_about_from_key (ff_about_to_key (about), &back));
      g_assert_cmpint (back, ==, about);
    }
}

/* Refused ------------------------------------------------------------------------------------------------------------------------ */

static void
spoil_key (FfQuestionnaire *questionnaire)
{
  question_at (questionnaire, 1, 0)->key[1] = '1';
}

static void
spoil_dimension_key (FfQuestionnaire *questionnaire)
{
  g_free (dimension_at (questionnaire, 1)->key);
  dimension_at (questionnaire, 1)->key = g_strdup ("content");
}

static void
spoil_pair (FfQuestionnaire *questionnaire)
{
  g_free (question_at (questionnaire, 0, 0)->key);
  question_at (questionnaire, 0, 0)->key = g_strdup ("q7_e");
}

static void
spoil_column (FfQuestionnaire *questionnaire)
{
  g_free (question_at (questionnaire, 0, 0)->key);
  question_at (questionnaire, 0, 0)->key = g_strdup ("rater");
}

static void
spoil_no_key (FfQuestionnaire *questionnaire)
{
  ff_dimension_add_question (dimension_at (questionnaire, 0), NULL, FF_QUESTION_TEXT, "More");
}

static void
spoil_options (FfQuestionnaire *questionnaire)
{
  g_ptr_array_set_size (question_at (questionnaire, 1, 1)->options, 1);
}

static void
spoil_twice (FfQuestionnaire *questionnaire)
{
  add_texts (question_at (questionnaire, 1, 1)->options, "Steady");
}

static void
spoil_foreign_options (FfQuestionnaire *questionnaire)
{
  add_texts (question_at (questionnaire, 0, 0)->options, "a|b");
}

static void
spoil_translation (FfQuestionnaire *questionnaire)
{
  g_autoptr (GPtrArray) three = make_texts ("一|二|三");

  ff_translations_set (question_at (questionnaire, 1, 0)->translations, "zh_TW", NULL, three, NULL);
}

static void
spoil_scale (FfQuestionnaire *questionnaire)
{
  questionnaire->scale_max = questionnaire->scale_min;
}

static void
spoil_long_scale (FfQuestionnaire *questionnaire)
{
  questionnaire->scale_max = 12;
}

static void
spoil_low_scale (FfQuestionnaire *questionnaire)
{
  questionnaire->scale_min = -1;
}

static void
spoil_labels (FfQuestionnaire *questionnaire)
{
  add_texts (questionnaire->scale_labels, "bad|good");
}

static void
spoil_target (FfQuestionnaire *questionnaire)
{
  questionnaire->target = 50001;
}

static void
spoil_dimension_target (FfQuestionnaire *questionnaire)
{
  dimension_at (questionnaire, 0)->target = 9999;
}

static void
spoil_weight (FfQuestionnaire *questionnaire)
{
  dimension_at (questionnaire, 0)->weight = -1;
}

static void
spoil_trainer (FfQuestionnaire *questionnaire)
{
  dimension_at (questionnaire, 0)->about = FF_ABOUT_VENUE;
  dimension_at (questionnaire, 0)->trainer_id = 3;
}

static void
spoil_short (FfQuestionnaire *questionnaire)
{
  question_at (questionnaire, 1, 2)->kind = FF_QUESTION_SHORT;
}

static void
spoil_test (FfQuestionnaire *questionnaire)
{
  questionnaire->kind = FF_QUESTIONNAIRE_TEST;
}

static void
spoil_title (FfQuestionnaire *questionnaire)
{
  questionnaire->title[0] = '\0';
}

static void
spare (FfQuestionnaire *questionnaire)
{
  questionnaire->target = 45000;
  add_texts (questionnaire->scale_labels, "1|2|3|4|5");
}

static void
spare_gap (FfQuestionnaire *questionnaire)
{
  questionnaire->kind = FF_QUESTIONNAIRE_SERVQUAL;
  questionnaire->target = -5000;
}

static void
test_validate (void)
{
  static const struct
  {
    const char *name;
    void (*change) (FfQuestionnaire *questionnaire);
    const char *named; /* in the sentence; NULL: it is taken */
  } cases[] = {
    { "whole", spare, NULL },
    { "a gap may be negative", spare_gap, NULL },
    { "a key twice", spoil_key, "q1" },
    { "a dimension's key twice", spoil_dimension_key, "content" },
    { "the column of a pair", spoil_pair, "q7_e" },
    { "a column that files have", spoil_column, "rater" },
    { "no key", spoil_no_key, "More" },
    { "one option", spoil_options, "What?" },
    { "an option twice", spoil_twice, "Steady" },
    { "options of a rating", spoil_foreign_options, "Was it clear?" },
    { "three of four translated", spoil_translation, "How?" },
    { "no scale", spoil_scale, "Reaction" },
    { "a scale of twelve", spoil_long_scale, "12" },
    { "a scale below 0", spoil_low_scale, "Reaction" },
    { "two labels", spoil_labels, "Reaction" },
    { "a target above the scale", spoil_target, "Reaction" },
    { "a dimension's target below it", spoil_dimension_target, "Content" },
    { "a negative weight", spoil_weight, "Content" },
    { "a trainer of a venue", spoil_trainer, "Content" },
    { "a short answer in no test", spoil_short, "Words" },
    { "a rating in a test", spoil_test, "Was it clear?" },
    { "no title", spoil_title, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfQuestionnaire) questionnaire = make ();
      g_autoptr (GError) error = NULL;
      gboolean taken;

      g_test_message ("%s", cases[i].name);
      cases[i].change (questionnaire);
      taken = ff_questionnaire_validate (questionnaire, &error);
      g_assert_cmpint (taken, ==, cases[i].named == NULL);
      if (taken)
        continue;
      g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].named));
    }
}

/* Read -------------------------------------------------------------------------------------------------------------------------- */

#define REFUSED (-2)

static const struct
{
  const char *key;
  const char *typed;
  gint64 value; /* REFUSED; -1: none */
  const char *text;
} answers[] = {
  { "q1", "4", 4, NULL },
  { "q1", " ４ ", 4, NULL },
  { "q1", "5分", 5, NULL },
  { "q1", "5 分", 5, NULL },
  { "q1", "3星", 3, NULL },
  { "q1", "5 = very satisfied", 5, NULL },
  { "q1", "5＝非常满意", 5, NULL },
  { "q1", "4. agree", 4, NULL },
  { "q1", "4、满意", 4, NULL },
  { "q1", "满意（4分）", 4, NULL },
  { "q1", "非常满意", 5, NULL },
  { "q1", "非常不满意", 1, NULL },
  { "q1", "不滿意", 2, NULL },
  { "q1", "Strongly agree", 5, NULL },
  { "q1", "", -1, NULL },
  { "q1", "  ", -1, NULL },
  { "q1", "-", -1, NULL },
  { "q1", "(跳过)", -1, NULL },
  { "q1", "（空）", -1, NULL },
  { "q1", "0", REFUSED, NULL },
  { "q1", "6", REFUSED, NULL },
  { "q1", "-3", REFUSED, NULL },
  { "q1", "4.5", REFUSED, NULL },
  { "q1", "4/5", REFUSED, NULL },
  { "q1", "10-20", REFUSED, NULL },
  { "q1", "55", REFUSED, NULL },
  { "q1", "nice", REFUSED, NULL },
  { "q7", "3", 3, NULL },
  { "q2", "10", 10, NULL },
  { "q2", "0", 0, NULL },
  { "q2", "０", 0, NULL },
  { "q2", "9 分", 9, NULL },
  { "q2", "11", REFUSED, NULL },
  { "q2", "非常满意", REFUSED, NULL },
  { "q3", "yes", 1, NULL },
  { "q3", "是", 1, NULL },
  { "q3", "否", 0, NULL },
  { "q3", "N", 0, NULL },
  { "q3", "0", 0, NULL },
  { "q3", "maybe", REFUSED, NULL },
  { "q4", "b", 2, "B" },
  { "q4", "Ｂ", 2, "B" },
  { "q4", "2", 2, "B" },
  { "q4", "B. Steady", 2, "B" },
  { "q4", "steady", 2, "B" },
  { "q4", "稳", 2, "B" },
  { "q4", "C、好，但慢", 3, "C" },
  { "q4", "Good, but slow", 3, "C" },
  { "q4", "E", REFUSED, NULL },
  { "q4", "5", REFUSED, NULL },
  { "q4", "AB", REFUSED, NULL },
  { "q4", "none of these", REFUSED, NULL },
  { "q5", "A", 1, "A" },
  { "q5", "ca", 0, "AC" },
  { "q5", "A, C", 0, "AC" },
  { "q5", "134", 0, "ACD" },
  { "q5", "Fast┋Good, but slow", 0, "AC" },
  { "q5", "Fast;Other", 0, "AD" },
  { "q5", "Fast, Other", 0, "AD" },
  { "q5", "A、C、D", 0, "ACD" },
  { "q5", "A|A", 1, "A" },
  { "q5", "Fast;slow", REFUSED, NULL },
  { "q5", ";", REFUSED, NULL },
  { "q6", " good, thanks ", -1, "good, thanks" },
  { "q6", "无", -1, "无" },
};

static void
test_answers (void)
{
  g_autoptr (FfQuestionnaire) questionnaire = make ();

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      gint64 value = 99;
      gboolean taken = ff_question_parse (questionnaire, ff_questionnaire_find (questionnaire, answers[i].key, NULL), answers[i].typed,
                                          &value, &text, &error);

      g_test_message ("%s: “%s”", answers[i].key, answers[i].typed);
      g_assert_cmpint (taken, ==, answers[i].value != REFUSED);
      g_assert_cmpint (value, ==, MAX (answers[i].value, -1));
      g_assert_cmpstr (text, ==, answers[i].text);
      if (!taken)
        g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
    }
}

/* Labels of its own take the place of the usual words, in every language. */
static void
test_labels (void)
{
  static const struct
  {
    const char *typed;
    gint64 value;
  } cases[] = {
    { "never", 0 }, { "Always", 3 }, { "从不", 0 }, { "总是", 3 }, { "3 = always", 3 }, { "D. always", 3 }, { "非常满意", REFUSED }, { "4", REFUSED },
  };
  g_autoptr (FfQuestionnaire) questionnaire = make ();
  g_autoptr (GPtrArray) chinese = make_texts ("从不|有时|经常|总是");

  questionnaire->scale_min = 0;
  questionnaire->scale_max = 3;
  add_texts (questionnaire->scale_labels, "Never|Sometimes|Often|Always");
  ff_translations_set (questionnaire->translations, "zh_CN", NULL, chinese, NULL);
  g_assert_true (ff_questionnaire_validate (questionnaire, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      gint64 value;
      gboolean taken = ff_question_parse (questionnaire, question_at (questionnaire, 0, 0), cases[i].typed, &value, &text, NULL);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpint (taken, ==, cases[i].value != REFUSED);
      g_assert_cmpint (value, ==, MAX (cases[i].value, -1));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/questionnaire/model", test_model);
  g_test_add_func ("/questionnaire/keys", test_keys);
  g_test_add_func ("/questionnaire/validate", test_validate);
  g_test_add_func ("/questionnaire/answers", test_answers);
  g_test_add_func ("/questionnaire/labels", test_labels);

  return g_test_run ();
}
