#include "config.h"

#include "ff-questionnaire-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Rules ------------------------------------------------------------------------------------------------------------------ */

static const char *const questionnaire_kinds[] = { "rating", "nps",   "yesno",       "choice", "text", "servqual",
                                                   "csi",    "needs", "observation", "test",   NULL };
static const char *const question_kinds[] = { "rating", "nps", "yesno", "choice", "text", "servqual", "short", NULL };
static const char *const subjects[] = { "trainer", "venue", NULL };
static const char *const invitations[] = { "enrolled", "attended", "typed", NULL };

#define WEIGHT .min = 0, .max = 1e6, .decimals = 4
#define TARGET .min = -1000, .max = 1000, .decimals = 4

static const FfJsonRule translation_rules[] = {
  { "language", FF_JSON_TEXT, "Such as en, zh_CN or zh_TW.", .required = TRUE },
  { "title", FF_JSON_TEXT, "The title in it." },
  { "options", FF_JSON_TEXTS, "The choices, or the labels of the scale, in it; as many as there are." },
  { "intro", FF_JSON_TEXT, "Of a questionnaire: what stands above the questions." },
  { NULL },
};
static const FfJsonShape translation_shape = { "translation", translation_rules };

static const FfJsonRule question_rules[] = {
  { "key", FF_JSON_TEXT, "Unique in its questionnaire: the heading of its column.", .required = TRUE },
  { "kind", FF_JSON_WORD, "What an answer is; rating without it.", .words = question_kinds },
  { "title", FF_JSON_TEXT, "The question." },
  { "choices", FF_JSON_TEXTS, "The answers that a choice offers." },
  { "multiple", FF_JSON_BOOLEAN, "Whether more than one of them may be chosen." },
  { "weight", FF_JSON_NUMBER, "Its weight in its factor (CSI); 1 without it.", WEIGHT },
  { "answer", FF_JSON_TEXT, "Of an item of a test: the letters that are right, or a model answer." },
  { "points", FF_JSON_NUMBER, "Of an item of a test: what it gives.", .min = 0.01, .max = 1e6, .decimals = 2 },
  { "translations", FF_JSON_OBJECTS, "The same in other languages.", .shape = &translation_shape },
  { NULL },
};
static const FfJsonShape question_shape = { "question", question_rules };

static const FfJsonRule dimension_rules[] = {
  { "key", FF_JSON_TEXT, "Unique in its questionnaire.", .required = TRUE },
  { "title", FF_JSON_TEXT, "What people read; the key without it." },
  { "weight", FF_JSON_NUMBER, "Its weight in the mean; 1 without it.", WEIGHT },
  { "target", FF_JSON_NUMBER, "The mean that is aimed at; that of the questionnaire without it.", TARGET },
  { "about", FF_JSON_WORD, "Whom or what its questions judge; the class without it.", .words = subjects },
  { "questions", FF_JSON_OBJECTS, "Its questions.", .shape = &question_shape },
  { "translations", FF_JSON_OBJECTS, "Its title in other languages.", .shape = &translation_shape },
  { NULL },
};
static const FfJsonShape dimension_shape = { "dimension", dimension_rules };

static const FfJsonRule questionnaire_rules[] = {
  { "key", FF_JSON_TEXT, "Unique in the course.", .required = TRUE },
  { "title", FF_JSON_TEXT, "What people read; the key without it." },
  { "language", FF_JSON_TEXT, "In which the titles are written." },
  { "level", FF_JSON_INTEGER, "The level of evaluation that it belongs to.", .min = 1, .max = 4 },
  { "kind", FF_JSON_WORD, "What it is, or what its questions mostly are; rating without it.", .words = questionnaire_kinds },
  { "anonymous", FF_JSON_BOOLEAN, "Whether answers are kept without names." },
  { "scale", FF_JSON_NUMBERS, "The lowest and the highest rating; [1, 5] without it." },
  { "scale_labels", FF_JSON_TEXTS, "What each rating means, from the lowest on." },
  { "target", FF_JSON_NUMBER, "The mean that is aimed at.", TARGET },
  { "min_responses", FF_JSON_INTEGER, "Below so many answers an anonymous one shows its count only; 5 without it.", .min = 1,
    .max = 1000 },
  { "invited_by", FF_JSON_WORD, "Who counts as invited; everybody enrolled without it.", .words = invitations },
  { "half_invalid", FF_JSON_BOOLEAN, "Whether a form with fewer than half its ratings is invalid." },
  { "intro", FF_JSON_TEXT, "What stands above the questions." },
  { "dimensions", FF_JSON_OBJECTS, "What its questions measure.", .shape = &dimension_shape },
  { "translations", FF_JSON_OBJECTS, "Its title, the labels of its scale and what stands above, in other languages.",
    .shape = &translation_shape },
  { NULL },
};
const FfJsonShape ff_questionnaire_shape = { "questionnaire", questionnaire_rules };

/* Reading ------------------------------------------------------------------------------------------------------------------ */

static gint64
get_ten_thousandths (JsonNode *node, const char *name, gint64 missing)
{
  JsonNode *member = ff_json_get (node, name);

  return member != NULL ? (gint64) round (json_node_get_double (member) * FF_TEN_THOUSAND) : missing;
}

static void
read_texts (JsonNode *node, const char *name, GPtrArray *texts)
{
  for (guint i = 0; i < ff_json_get_length (node, name); i++)
    g_ptr_array_add (texts, g_strdup (json_node_get_string (ff_json_get_element (node, name, i))));
}

static void
read_translations (JsonNode *node, GPtrArray *translations)
{
  for (guint i = 0; i < ff_json_get_length (node, "translations"); i++)
    {
      JsonNode *element = ff_json_get_element (node, "translations", i);
      g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_free);

      read_texts (element, "options", options);
      ff_translations_set (translations, ff_json_get_text (element, "language", NULL), ff_json_get_text (element, "title", NULL),
                           options->len > 0 ? options : NULL, ff_json_get_text (element, "intro", NULL));
    }
}

static void
read_question (JsonNode *node, FfDimension *dimension)
{
  FfQuestionKind kind = FF_QUESTION_RATING;
  FfQuestion *question;

  (void) ff_question_kind_from_key (ff_json_get_text (node, "kind", "rating"), &kind);
  question =
      ff_dimension_add_question (dimension, ff_json_get_text (node, "key", NULL), kind, ff_json_get_text (node, "title", NULL));
  read_texts (node, "choices", question->options);
  question->multiple = ff_json_get_boolean (node, "multiple", FALSE);
  question->weight = get_ten_thousandths (node, "weight", FF_TEN_THOUSAND);
  question->answer = g_strdup (ff_json_get_text (node, "answer", NULL));
  question->points = ff_json_get_hundredths (node, "points", 0);
  read_translations (node, question->translations);
}

static void
read_dimension (JsonNode *node, FfQuestionnaire *questionnaire)
{
  FfDimension *dimension = ff_questionnaire_add_dimension (questionnaire, ff_json_get_text (node, "key", NULL),
                                                           ff_json_get_text (node, "title", NULL));

  dimension->weight = get_ten_thousandths (node, "weight", FF_TEN_THOUSAND);
  dimension->target = get_ten_thousandths (node, "target", FF_NO_TARGET);
  (void) ff_about_from_key (ff_json_get_text (node, "about", NULL), &dimension->about);
  for (guint i = 0; i < ff_json_get_length (node, "questions"); i++)
    read_question (ff_json_get_element (node, "questions", i), dimension);
  read_translations (node, dimension->translations);
}

FfQuestionnaire *
ff_questionnaire_json_read (JsonNode *node)
{
  const char *key = ff_json_get_text (node, "key", NULL);
  FfQuestionnaire *questionnaire = ff_questionnaire_new (key, ff_json_get_text (node, "title", key));

  questionnaire->language = g_strdup (ff_json_get_text (node, "language", NULL));
  questionnaire->level = (int) ff_json_get_int (node, "level", 0);
  (void) ff_questionnaire_kind_from_key (ff_json_get_text (node, "kind", "rating"), &questionnaire->kind);
  questionnaire->anonymous = ff_json_get_boolean (node, "anonymous", FALSE);
  if (ff_json_get_length (node, "scale") == 2)
    {
      questionnaire->scale_min = (int) json_node_get_int (ff_json_get_element (node, "scale", 0));
      questionnaire->scale_max = (int) json_node_get_int (ff_json_get_element (node, "scale", 1));
    }
  read_texts (node, "scale_labels", questionnaire->scale_labels);
  questionnaire->target = get_ten_thousandths (node, "target", FF_NO_TARGET);
  questionnaire->min_responses = (int) ff_json_get_int (node, "min_responses", questionnaire->min_responses);
  (void) ff_invited_by_from_key (ff_json_get_text (node, "invited_by", "enrolled"), &questionnaire->invited_by);
  questionnaire->half_invalid = ff_json_get_boolean (node, "half_invalid", FALSE);
  questionnaire->intro = g_strdup (ff_json_get_text (node, "intro", NULL));
  for (guint i = 0; i < ff_json_get_length (node, "dimensions"); i++)
    read_dimension (ff_json_get_element (node, "dimensions", i), questionnaire);
  read_translations (node, questionnaire->translations);
  return questionnaire;
}

/* Keys of questions are unique in their questionnaire, because each is the heading of a column: that one is told at its own
 * place. */
static gboolean
check_keys (JsonNode *node, const char *path, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ff_json_get_length (node, "dimensions"); i++)
    {
      JsonNode *dimension = ff_json_get_element (node, "dimensions", i);

      for (guint j = 0; j < ff_json_get_length (dimension, "questions"); j++)
        {
          const char *key = ff_json_get_text (ff_json_get_element (dimension, "questions", j), "key", NULL);
          g_autofree char *member = g_strdup_printf ("%s.dimensions[%u].questions[%u].key", path, i, j);

          if (g_hash_table_add (keys, (gpointer) key))
            continue;
          ff_json_set_error (error, member, _ ("The key “%s” is used twice; each needs its own."), key);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
ff_questionnaire_json_check (JsonNode *node, const char *path, GError **error)
{
  g_autoptr (FfQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) problem = NULL;

  if (!check_keys (node, path, error))
    return FALSE;
  questionnaire = ff_questionnaire_json_read (node);
  if (ff_questionnaire_validate (questionnaire, &problem))
    return TRUE;
  ff_json_set_error (error, path, "%s", problem->message);
  return FALSE;
}

/* Writing ------------------------------------------------------------------------------------------------------------------ */

static void
write_optional (FfJsonWriter *writer, const char *name, const char *text)
{
  if (text != NULL)
    ff_json_text (writer, name, text);
}

static void
write_ten_thousandths (FfJsonWriter *writer, const char *name, gint64 value, gint64 usual)
{
  if (value != usual)
    ff_json_double (writer, name, (double) value / FF_TEN_THOUSAND);
}

static void
write_texts (FfJsonWriter *writer, const char *name, const GPtrArray *texts)
{
  if (texts == NULL || texts->len == 0)
    return;
  ff_json_begin_array (writer, name);
  for (guint i = 0; i < texts->len; i++)
    ff_json_text (writer, NULL, g_ptr_array_index (texts, i));
  ff_json_end (writer);
}

static void
write_translations (FfJsonWriter *writer, const GPtrArray *translations)
{
  if (translations->len == 0)
    return;
  ff_json_begin_array (writer, "translations");
  for (guint i = 0; i < translations->len; i++)
    {
      const FfTranslation *translation = g_ptr_array_index (translations, i);

      ff_json_begin_object (writer, NULL);
      ff_json_text (writer, "language", translation->language);
      write_optional (writer, "title", translation->title);
      write_texts (writer, "options", translation->options);
      write_optional (writer, "intro", translation->intro);
      ff_json_end (writer);
    }
  ff_json_end (writer);
}

static void
write_question (FfJsonWriter *writer, const FfQuestion *question)
{
  ff_json_begin_object (writer, NULL);
  ff_json_text (writer, "key", question->key);
  ff_json_text (writer, "kind", ff_question_kind_to_key (question->kind));
  write_optional (writer, "title", question->title);
  write_texts (writer, "choices", question->options);
  if (question->multiple)
    ff_json_boolean (writer, "multiple", TRUE);
  write_ten_thousandths (writer, "weight", question->weight, FF_TEN_THOUSAND);
  write_optional (writer, "answer", question->answer);
  if (question->points > 0)
    ff_json_hundredths (writer, "points", question->points);
  write_translations (writer, question->translations);
  ff_json_end (writer);
}

static void
write_dimension (FfJsonWriter *writer, const FfDimension *dimension)
{
  ff_json_begin_object (writer, NULL);
  ff_json_text (writer, "key", dimension->key);
  write_optional (writer, "title", dimension->title);
  ff_json_double (writer, "weight", (double) dimension->weight / FF_TEN_THOUSAND);
  write_ten_thousandths (writer, "target", dimension->target, FF_NO_TARGET);
  write_optional (writer, "about", ff_about_to_key (dimension->about));
  ff_json_begin_array (writer, "questions");
  for (guint i = 0; i < dimension->questions->len; i++)
    write_question (writer, ff_dimension_get_question (dimension, i));
  ff_json_end (writer);
  write_translations (writer, dimension->translations);
  ff_json_end (writer);
}

void
ff_questionnaire_json_write (FfJsonWriter *writer, const FfQuestionnaire *questionnaire)
{
  ff_json_begin_object (writer, NULL);
  ff_json_text (writer, "key", questionnaire->key);
  ff_json_text (writer, "title", questionnaire->title);
  write_optional (writer, "language", questionnaire->language);
  if (questionnaire->level > 0)
    ff_json_int (writer, "level", questionnaire->level);
  ff_json_text (writer, "kind", ff_questionnaire_kind_to_key (questionnaire->kind));
  ff_json_boolean (writer, "anonymous", questionnaire->anonymous);
  ff_json_begin_array (writer, "scale");
  ff_json_int (writer, NULL, questionnaire->scale_min);
  ff_json_int (writer, NULL, questionnaire->scale_max);
  ff_json_end (writer);
  write_texts (writer, "scale_labels", questionnaire->scale_labels);
  write_ten_thousandths (writer, "target", questionnaire->target, FF_NO_TARGET);
  if (questionnaire->min_responses != 5)
    ff_json_int (writer, "min_responses", questionnaire->min_responses);
  if (questionnaire->invited_by != FF_INVITED_ENROLLED)
    ff_json_text (writer, "invited_by", ff_invited_by_to_key (questionnaire->invited_by));
  if (questionnaire->half_invalid)
    ff_json_boolean (writer, "half_invalid", TRUE);
  write_optional (writer, "intro", questionnaire->intro);
  ff_json_begin_array (writer, "dimensions");
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    write_dimension (writer, ff_questionnaire_get_dimension (questionnaire, i));
  ff_json_end (writer);
  write_translations (writer, questionnaire->translations);
  ff_json_end (writer);
}
