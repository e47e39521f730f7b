/* The questionnaires that come with the program, and the JSON in which they stand. */
#include "config.h"

#include <string.h>

#include "ff-builtin-questionnaires.h"
#include "ff-questionnaire-json.h"

static const char *const languages[] = { "zh_CN", "zh_TW" };

static void
test_shape (void)
{
  static const struct
  {
    const char *key;
    FfQuestionnaireKind kind;
    int level;
    const char *questions; /* of each dimension */
  } cases[] = {
    { "reaction", FF_QUESTIONNAIRE_RATING, 1, "4 4 3 3 1 2" },
    { "needs", FF_QUESTIONNAIRE_NEEDS, 0, "3 8 2" },
    { "servqual", FF_QUESTIONNAIRE_SERVQUAL, 4, "4 5 4 4 5" },
    { "csi", FF_QUESTIONNAIRE_CSI, 4, "8 3 9 5 7 5 9 5 2" },
    { "behaviour", FF_QUESTIONNAIRE_OBSERVATION, 3, "4 3 3 1" },
    { "service_test", FF_QUESTIONNAIRE_TEST, 2, "4 2" },
  };

  g_assert_cmpuint (ff_builtin_questionnaires_get ()->len, ==, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FfQuestionnaire *questionnaire = ff_builtin_questionnaires_find (cases[i].key);
      g_autoptr (GString) questions = g_string_new (NULL);

      g_test_message ("%s", cases[i].key);
      g_assert_nonnull (questionnaire);
      for (guint j = 0; j < questionnaire->dimensions->len; j++)
        g_string_append_printf (questions, "%s%u", j > 0 ? " " : "", ff_questionnaire_get_dimension (questionnaire, j)->questions->len);
      g_assert_cmpint (questionnaire->kind, ==, cases[i].kind);
      g_assert_cmpint (questionnaire->level, ==, cases[i].level);
      g_assert_cmpstr (questions->str, ==, cases[i].questions);
    }
  g_assert_null (ff_builtin_questionnaires_find ("nothing"));
}

static void
assert_translated (const char *original, const GPtrArray *options, const GPtrArray *translations)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const FfTranslation *translation = ff_translations_find (translations, languages[i]);

      g_test_message ("%s: %s", languages[i], original);
      g_assert_nonnull (translation);
      g_assert_nonnull (translation->title);
      g_assert_cmpstr (translation->title, !=, original);
      g_assert_cmpuint (translation->options != NULL ? translation->options->len : 0, ==, options != NULL ? options->len : 0);
    }
}

/* Nothing is left in English where Chinese is read. */
static void
test_languages (void)
{
  const GPtrArray *all = ff_builtin_questionnaires_get ();

  for (guint i = 0; i < all->len; i++)
    {
      const FfQuestionnaire *questionnaire = g_ptr_array_index (all, i);

      assert_translated (questionnaire->title, questionnaire->scale_labels, questionnaire->translations);
      for (guint j = 0; j < questionnaire->dimensions->len; j++)
        {
          const FfDimension *dimension = ff_questionnaire_get_dimension (questionnaire, j);

          assert_translated (dimension->title, NULL, dimension->translations);
          for (guint k = 0; k < dimension->questions->len; k++)
            {
              const FfQuestion *question = ff_dimension_get_question (dimension, k);

              assert_translated (question->title, question->options, question->translations);
            }
        }
    }
}

static char *
write_one (const FfQuestionnaire *questionnaire)
{
  FfJsonWriter *writer = ff_json_writer_new ();

  ff_json_begin_object (writer, NULL);
  ff_json_begin_array (writer, "questionnaires");
  ff_questionnaire_json_write (writer, questionnaire);
  ff_json_end (writer);
  ff_json_end (writer);
  return ff_json_writer_finish (writer);
}

static void
assert_same_again (const FfQuestionnaire *questionnaire)
{
  g_autofree char *text = write_one (questionnaire);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = ff_json_parse (text, strlen (text), &error);
  g_autoptr (FfQuestionnaire) again = NULL;
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  g_assert_true (ff_questionnaire_json_check (ff_json_get_element (document, "questionnaires", 0), "$", &error));
  g_assert_no_error (error);
  again = ff_questionnaire_json_read (ff_json_get_element (document, "questionnaires", 0));
  second = write_one (again);
  g_assert_cmpstr (second, ==, text);
}

/* What is written reads back as the same, the members that the library does not use included. */
static void
test_round_trip (void)
{
  const GPtrArray *all = ff_builtin_questionnaires_get ();
  g_autoptr (FfQuestionnaire) changed = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < all->len; i++)
    assert_same_again (g_ptr_array_index (all, i));

  changed = ff_questionnaire_copy (ff_builtin_questionnaires_find ("reaction"));
  changed->min_responses = 8;
  changed->invited_by = FF_INVITED_ATTENDED;
  changed->half_invalid = TRUE;
  ((FfDimension *) g_ptr_array_index (changed->dimensions, 0))->target = 42500;
  ((FfDimension *) g_ptr_array_index (changed->dimensions, 0))->weight = 15001;
  text = write_one (changed);
  g_assert_nonnull (strstr (text, "\"min_responses\": 8"));
  g_assert_nonnull (strstr (text, "\"invited_by\": \"attended\""));
  g_assert_nonnull (strstr (text, "\"half_invalid\": true"));
  g_assert_nonnull (strstr (text, "\"target\": 4.25"));
  g_assert_nonnull (strstr (text, "\"weight\": 1.5001"));
  assert_same_again (changed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/questionnaires/builtin", test_shape);
  g_test_add_func ("/questionnaires/languages", test_languages);
  g_test_add_func ("/questionnaires/round-trip", test_round_trip);
  return g_test_run ();
}
