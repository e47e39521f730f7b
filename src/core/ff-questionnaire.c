/* The model of a questionnaire: made, copied, found in, and read in a language. */
#include "config.h"

#include "ff-questionnaire.h"

#define DEFAULT_SCALE_MIN 1
#define DEFAULT_SCALE_MAX 5
#define DEFAULT_MIN_RESPONSES 5

/* Translations ---------------------------------------------------------------------------------------------------------- */

static void
translation_free (gpointer data)
{
  FfTranslation *translation = data;

  g_free (translation->language);
  g_free (translation->title);
  g_clear_pointer (&translation->options, g_ptr_array_unref);
  g_free (translation->intro);
  g_free (translation);
}

static GPtrArray *
texts_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static GPtrArray *
texts_copy (const GPtrArray *texts)
{
  GPtrArray *copy = texts_new ();

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (texts, i)));
  return copy;
}

static const char *
text_or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

const FfTranslation *
ff_translations_find (const GPtrArray *translations, const char *language)
{
  for (guint i = 0; language != NULL && translations != NULL && i < translations->len; i++)
    {
      const FfTranslation *translation = g_ptr_array_index (translations, i);

      if (g_str_equal (translation->language, language))
        return translation;
    }
  return NULL;
}

void
ff_translations_set (GPtrArray *translations, const char *language, const char *title, const GPtrArray *options, const char *intro)
{
  FfTranslation *translation;
  FfTranslation *before;

  g_return_if_fail (translations != NULL && language != NULL && *language != '\0');

  translation = g_new0 (FfTranslation, 1);
  translation->language = g_strdup (language);
  translation->title = g_strdup (text_or_null (title));
  translation->options = options != NULL && options->len > 0 ? texts_copy (options) : NULL;
  translation->intro = g_strdup (text_or_null (intro));
  before = (FfTranslation *) ff_translations_find (translations, language);
  if (before != NULL)
    g_ptr_array_remove (translations, before);
  if (translation->title != NULL || translation->options != NULL || translation->intro != NULL)
    g_ptr_array_add (translations, translation);
  else
    translation_free (translation);
}

static GPtrArray *
translations_new (void)
{
  return g_ptr_array_new_with_free_func (translation_free);
}

static GPtrArray *
translations_copy (const GPtrArray *translations)
{
  GPtrArray *copy = translations_new ();

  for (guint i = 0; i < translations->len; i++)
    {
      const FfTranslation *translation = g_ptr_array_index (translations, i);

      ff_translations_set (copy, translation->language, translation->title, translation->options, translation->intro);
    }
  return copy;
}

static const char *
title_in (const GPtrArray *translations, const char *language, const char *title, const char *key)
{
  const FfTranslation *translation = ff_translations_find (translations, language);

  if (translation != NULL && translation->title != NULL)
    return translation->title;
  return title != NULL ? title : key;
}

static const GPtrArray *
options_in (const GPtrArray *translations, const char *language, const GPtrArray *options)
{
  const FfTranslation *translation = ff_translations_find (translations, language);

  return translation != NULL && translation->options != NULL ? translation->options : options;
}

/* Made and freed ---------------------------------------------------------------------------------------------------------- */

static void
question_free (gpointer data)
{
  FfQuestion *question = data;

  g_free (question->key);
  g_free (question->title);
  g_ptr_array_unref (question->options);
  g_free (question->answer);
  g_ptr_array_unref (question->translations);
  g_free (question);
}

static void
dimension_free (gpointer data)
{
  FfDimension *dimension = data;

  g_free (dimension->key);
  g_free (dimension->title);
  g_ptr_array_unref (dimension->questions);
  g_ptr_array_unref (dimension->translations);
  g_free (dimension);
}

FfQuestionnaire *
ff_questionnaire_new (const char *key, const char *title)
{
  FfQuestionnaire *questionnaire = g_new0 (FfQuestionnaire, 1);

  questionnaire->key = g_strdup (key);
  questionnaire->title = g_strdup (title);
  questionnaire->scale_min = DEFAULT_SCALE_MIN;
  questionnaire->scale_max = DEFAULT_SCALE_MAX;
  questionnaire->scale_labels = texts_new ();
  questionnaire->target = FF_NO_TARGET;
  questionnaire->min_responses = DEFAULT_MIN_RESPONSES;
  questionnaire->invited = -1;
  questionnaire->dimensions = g_ptr_array_new_with_free_func (dimension_free);
  questionnaire->translations = translations_new ();
  return questionnaire;
}

void
ff_questionnaire_free (FfQuestionnaire *questionnaire)
{
  if (questionnaire == NULL)
    return;
  g_free (questionnaire->key);
  g_free (questionnaire->title);
  g_free (questionnaire->language);
  g_ptr_array_unref (questionnaire->scale_labels);
  g_free (questionnaire->intro);
  g_free (questionnaire->closed_on);
  g_ptr_array_unref (questionnaire->dimensions);
  g_ptr_array_unref (questionnaire->translations);
  g_free (questionnaire);
}

FfDimension *
ff_questionnaire_add_dimension (FfQuestionnaire *questionnaire, const char *key, const char *title)
{
  FfDimension *dimension;

  g_return_val_if_fail (questionnaire != NULL, NULL);

  dimension = g_new0 (FfDimension, 1);
  dimension->key = g_strdup (key);
  dimension->title = g_strdup (title);
  dimension->weight = FF_TEN_THOUSAND;
  dimension->target = FF_NO_TARGET;
  dimension->questions = g_ptr_array_new_with_free_func (question_free);
  dimension->translations = translations_new ();
  g_ptr_array_add (questionnaire->dimensions, dimension);
  return dimension;
}

FfQuestion *
ff_dimension_add_question (FfDimension *dimension, const char *key, FfQuestionKind kind, const char *title)
{
  FfQuestion *question;

  g_return_val_if_fail (dimension != NULL, NULL);

  question = g_new0 (FfQuestion, 1);
  question->key = g_strdup (key);
  question->kind = kind;
  question->title = g_strdup (title);
  question->options = texts_new ();
  question->weight = FF_TEN_THOUSAND;
  question->translations = translations_new ();
  g_ptr_array_add (dimension->questions, question);
  return question;
}

/* Copied ---------------------------------------------------------------------------------------------------------------------- */

static void
copy_question (FfDimension *dimension, const FfQuestion *question)
{
  FfQuestion *twin = ff_dimension_add_question (dimension, question->key, question->kind, question->title);

  twin->id = question->id;
  g_ptr_array_unref (twin->options);
  twin->options = texts_copy (question->options);
  twin->multiple = question->multiple;
  twin->weight = question->weight;
  twin->answer = g_strdup (question->answer);
  twin->points = question->points;
  g_ptr_array_unref (twin->translations);
  twin->translations = translations_copy (question->translations);
}

static void
copy_dimension (FfQuestionnaire *questionnaire, const FfDimension *dimension)
{
  FfDimension *twin = ff_questionnaire_add_dimension (questionnaire, dimension->key, dimension->title);

  twin->id = dimension->id;
  twin->weight = dimension->weight;
  twin->target = dimension->target;
  twin->about = dimension->about;
  twin->trainer_id = dimension->trainer_id;
  twin->venue_id = dimension->venue_id;
  g_ptr_array_unref (twin->translations);
  twin->translations = translations_copy (dimension->translations);
  for (guint i = 0; i < dimension->questions->len; i++)
    copy_question (twin, ff_dimension_get_question (dimension, i));
}

FfQuestionnaire *
ff_questionnaire_copy (const FfQuestionnaire *questionnaire)
{
  FfQuestionnaire *copy;

  g_return_val_if_fail (questionnaire != NULL, NULL);

  copy = g_new0 (FfQuestionnaire, 1);
  *copy = *questionnaire;
  copy->key = g_strdup (questionnaire->key);
  copy->title = g_strdup (questionnaire->title);
  copy->language = g_strdup (questionnaire->language);
  copy->scale_labels = texts_copy (questionnaire->scale_labels);
  copy->intro = g_strdup (questionnaire->intro);
  copy->closed_on = g_strdup (questionnaire->closed_on);
  copy->translations = translations_copy (questionnaire->translations);
  copy->dimensions = g_ptr_array_new_with_free_func (dimension_free);
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    copy_dimension (copy, ff_questionnaire_get_dimension (questionnaire, i));
  return copy;
}

void
ff_questionnaire_forget_ids (FfQuestionnaire *questionnaire)
{
  g_return_if_fail (questionnaire != NULL);

  questionnaire->id = 0;
  questionnaire->version = 0;
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      FfDimension *dimension = g_ptr_array_index (questionnaire->dimensions, i);

      dimension->id = 0;
      for (guint j = 0; j < dimension->questions->len; j++)
        ((FfQuestion *) g_ptr_array_index (dimension->questions, j))->id = 0;
    }
}

/* Found ----------------------------------------------------------------------------------------------------------------------- */

const FfDimension *
ff_questionnaire_get_dimension (const FfQuestionnaire *questionnaire, guint index)
{
  g_return_val_if_fail (questionnaire != NULL && index < questionnaire->dimensions->len, NULL);

  return g_ptr_array_index (questionnaire->dimensions, index);
}

const FfQuestion *
ff_dimension_get_question (const FfDimension *dimension, guint index)
{
  g_return_val_if_fail (dimension != NULL && index < dimension->questions->len, NULL);

  return g_ptr_array_index (dimension->questions, index);
}

guint
ff_questionnaire_count_questions (const FfQuestionnaire *questionnaire)
{
  guint n = 0;

  g_return_val_if_fail (questionnaire != NULL, 0);

  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    n += ff_questionnaire_get_dimension (questionnaire, i)->questions->len;
  return n;
}

/* By its key, or by its id where @key is NULL. */
static const FfQuestion *
find_question (const FfQuestionnaire *questionnaire, const char *key, gint64 id, const FfDimension **dimension)
{
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      const FfDimension *candidate = ff_questionnaire_get_dimension (questionnaire, i);

      for (guint j = 0; j < candidate->questions->len; j++)
        {
          const FfQuestion *question = ff_dimension_get_question (candidate, j);

          if (key != NULL ? g_strcmp0 (question->key, key) != 0 : question->id != id)
            continue;
          if (dimension != NULL)
            *dimension = candidate;
          return question;
        }
    }
  return NULL;
}

const FfQuestion *
ff_questionnaire_find (const FfQuestionnaire *questionnaire, const char *key, const FfDimension **dimension)
{
  g_return_val_if_fail (questionnaire != NULL && key != NULL, NULL);

  return find_question (questionnaire, key, 0, dimension);
}

const FfQuestion *
ff_questionnaire_find_id (const FfQuestionnaire *questionnaire, gint64 id, const FfDimension **dimension)
{
  g_return_val_if_fail (questionnaire != NULL, NULL);

  return find_question (questionnaire, NULL, id, dimension);
}

const FfDimension *
ff_questionnaire_find_dimension (const FfQuestionnaire *questionnaire, const char *key)
{
  g_return_val_if_fail (questionnaire != NULL && key != NULL, NULL);

  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    if (g_strcmp0 (ff_questionnaire_get_dimension (questionnaire, i)->key, key) == 0)
      return ff_questionnaire_get_dimension (questionnaire, i);
  return NULL;
}

void
ff_questionnaire_fill_keys (FfQuestionnaire *questionnaire)
{
  guint last_dimension = 0;
  guint last_question = 0;

  g_return_if_fail (questionnaire != NULL);

  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      FfDimension *dimension = g_ptr_array_index (questionnaire->dimensions, i);

      while (dimension->key == NULL)
        {
          g_autofree char *key = g_strdup_printf ("d%u", ++last_dimension);

          if (ff_questionnaire_find_dimension (questionnaire, key) == NULL)
            dimension->key = g_steal_pointer (&key);
        }
      for (guint j = 0; j < dimension->questions->len; j++)
        {
          FfQuestion *question = g_ptr_array_index (dimension->questions, j);

          while (question->key == NULL)
            {
              g_autofree char *key = g_strdup_printf ("q%u", ++last_question);

              if (ff_questionnaire_find (questionnaire, key, NULL) == NULL)
                question->key = g_steal_pointer (&key);
            }
        }
    }
}

/* Read in a language ---------------------------------------------------------------------------------------------------------- */

const char *
ff_questionnaire_title_in (const FfQuestionnaire *questionnaire, const char *language)
{
  g_return_val_if_fail (questionnaire != NULL, NULL);

  return title_in (questionnaire->translations, language, questionnaire->title, questionnaire->key);
}

const char *
ff_questionnaire_intro_in (const FfQuestionnaire *questionnaire, const char *language)
{
  const FfTranslation *translation;

  g_return_val_if_fail (questionnaire != NULL, NULL);

  translation = ff_translations_find (questionnaire->translations, language);
  return translation != NULL && translation->intro != NULL ? translation->intro : questionnaire->intro;
}

const GPtrArray *
ff_questionnaire_scale_labels_in (const FfQuestionnaire *questionnaire, const char *language)
{
  g_return_val_if_fail (questionnaire != NULL, NULL);

  return options_in (questionnaire->translations, language, questionnaire->scale_labels);
}

const char *
ff_dimension_title_in (const FfDimension *dimension, const char *language)
{
  g_return_val_if_fail (dimension != NULL, NULL);

  return title_in (dimension->translations, language, dimension->title, dimension->key);
}

const char *
ff_question_title_in (const FfQuestion *question, const char *language)
{
  g_return_val_if_fail (question != NULL, NULL);

  return title_in (question->translations, language, question->title, question->key);
}

const GPtrArray *
ff_question_options_in (const FfQuestion *question, const char *language)
{
  g_return_val_if_fail (question != NULL, NULL);

  return options_in (question->translations, language, question->options);
}
