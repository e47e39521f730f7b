/* What of a questionnaire differs from what is stored, whether that may be, and the writing of it row by row. */
#include "config.h"

#include "ff-questionnaires-private.h"

#include <glib/gi18n-lib.h>

#include "ff-take.h"
#include "ff-test-paper.h"

#define KEY_MAX_CHARACTERS 200

static FfDimension *
dimension_at (const FfQuestionnaire *questionnaire, guint index)
{
  return g_ptr_array_index (questionnaire->dimensions, index);
}

static FfQuestion *
question_at (const FfDimension *dimension, guint index)
{
  return g_ptr_array_index (dimension->questions, index);
}

/* Texts --------------------------------------------------------------------------------------------------------------------- */

static gboolean
clean_line (char **text, gsize max, const char *field, GError **error)
{
  gboolean changed;

  return ff_take_line (text, *text != NULL ? *text : "", max, field, &changed, error);
}

static gboolean
clean_text (char **text, const char *field, GError **error)
{
  gboolean changed;

  return ff_take_text (text, *text != NULL ? *text : "", field, &changed, error);
}

static gboolean
clean_lines (GPtrArray *lines, const char *field, GError **error)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      char **line = (char **) &lines->pdata[i];

      if (!clean_line (line, FF_TAKE_LINE_MAX, field, error))
        return FALSE;
      if (*line == NULL)
        *line = g_strdup ("");
    }
  return TRUE;
}

static gboolean
clean_translations (GPtrArray *translations, GError **error)
{
  for (guint i = 0; i < translations->len; i++)
    {
      FfTranslation *translation = g_ptr_array_index (translations, i);

      if (!clean_text (&translation->title, "translation", error) || !clean_text (&translation->intro, "translation", error)
          || !clean_lines (translation->options, "translation", error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
clean_question (FfQuestion *question, GError **error)
{
  if (!clean_line (&question->key, KEY_MAX_CHARACTERS, "key", error) || !clean_text (&question->title, "question", error)
      || !clean_text (&question->answer, "answer", error) || !clean_lines (question->options, "options", error)
      || !clean_translations (question->translations, error))
    return FALSE;
  if (question->kind == FF_QUESTION_CHOICE && question->answer != NULL)
    {
      char *letters = ff_test_letters_parse (question->answer);

      if (letters != NULL)
        {
          g_free (question->answer);
          question->answer = letters;
        }
    }
  return TRUE;
}

static gboolean
clean_dimension (FfDimension *dimension, GError **error)
{
  if (!clean_line (&dimension->key, KEY_MAX_CHARACTERS, "key", error)
      || !clean_line (&dimension->title, FF_TAKE_LINE_MAX, "dimension", error) || !clean_translations (dimension->translations, error))
    return FALSE;
  for (guint i = 0; i < dimension->questions->len; i++)
    if (!clean_question (question_at (dimension, i), error))
      return FALSE;
  return TRUE;
}

gboolean
ff_questionnaire_clean (FfQuestionnaire *questionnaire, GError **error)
{
  if (!clean_line (&questionnaire->key, KEY_MAX_CHARACTERS, "key", error)
      || !clean_line (&questionnaire->title, FF_TAKE_LINE_MAX, "title", error) || !clean_text (&questionnaire->intro, "intro", error)
      || !clean_lines (questionnaire->scale_labels, "scale_labels", error) || !clean_translations (questionnaire->translations, error))
    return FALSE;
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    if (!clean_dimension (dimension_at (questionnaire, i), error))
      return FALSE;
  ff_questionnaire_fill_keys (questionnaire);
  return TRUE;
}

/* Ids --------------------------------------------------------------------------------------------------------------------------- */

static const FfDimension *
find_dimension_id (const FfQuestionnaire *questionnaire, gint64 id)
{
  for (guint i = 0; id != 0 && questionnaire != NULL && i < questionnaire->dimensions->len; i++)
    if (dimension_at (questionnaire, i)->id == id)
      return dimension_at (questionnaire, i);
  return NULL;
}

static const FfQuestion *
find_question_id (const FfQuestionnaire *questionnaire, gint64 id, const FfDimension **dimension)
{
  return id != 0 && questionnaire != NULL ? ff_questionnaire_find_id (questionnaire, id, dimension) : NULL;
}

void
ff_questionnaire_adopt_ids (FfQuestionnaire *questionnaire, const FfQuestionnaire *stored)
{
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      FfDimension *dimension = dimension_at (questionnaire, i);

      if (find_dimension_id (stored, dimension->id) == NULL || find_dimension_id (questionnaire, dimension->id) != dimension)
        dimension->id = 0;
      for (guint j = 0; j < dimension->questions->len; j++)
        {
          FfQuestion *question = question_at (dimension, j);

          if (find_question_id (stored, question->id, NULL) == NULL || find_question_id (questionnaire, question->id, NULL) != question)
            question->id = 0;
        }
    }
  for (guint i = 0; stored != NULL && i < questionnaire->dimensions->len; i++)
    {
      FfDimension *dimension = dimension_at (questionnaire, i);
      const FfDimension *twin = dimension->id == 0 ? ff_questionnaire_find_dimension (stored, dimension->key) : NULL;

      if (twin != NULL && find_dimension_id (questionnaire, twin->id) == NULL)
        dimension->id = twin->id;
      for (guint j = 0; j < dimension->questions->len; j++)
        {
          FfQuestion *question = question_at (dimension, j);
          const FfQuestion *other = question->id == 0 ? ff_questionnaire_find (stored, question->key, NULL) : NULL;

          if (other != NULL && find_question_id (questionnaire, other->id, NULL) == NULL)
            question->id = other->id;
        }
    }
}

/* Answers ----------------------------------------------------------------------------------------------------------------------- */

static gboolean
check_whole_answered (const FfQuestionnaire *questionnaire, const FfQuestionnaire *stored, GError **error)
{
  if (questionnaire->anonymous != stored->anonymous)
    ff_put_set_error (error, FF_ERROR_INVALID, "anonymous",
                      _("“%s” was answered already: copy it, and let the copy be answered with names or without."), stored->title);
  else if (questionnaire->scale_min != stored->scale_min || questionnaire->scale_max != stored->scale_max)
    ff_put_set_error (error, FF_ERROR_INVALID, "scale", _("“%s” was answered already on its scale: copy it, and change the copy."),
                      stored->title);
  else if (questionnaire->kind != stored->kind)
    ff_put_set_error (error, FF_ERROR_INVALID, "kind", _("“%s” was answered already as what it is: copy it, and change the copy."),
                      stored->title);
  else
    return TRUE;
  return FALSE;
}

/* Whether answers to @before would mean the same as answers to @now; NULL: it goes. */
static gboolean
keeps_meaning (const FfQuestion *now, const FfQuestion *before)
{
  return now != NULL && now->kind == before->kind && now->options->len >= before->options->len && (now->multiple || !before->multiple);
}

static gboolean
check_question_answered (FfDb *db, const FfQuestion *now, const FfQuestion *before, GError **error)
{
  gint64 answers;

  if (keeps_meaning (now, before))
    return TRUE;
  answers = ff_question_store_count_answers (db, before->id, error);
  if (answers <= 0)
    return answers == 0;
  if (now == NULL)
    ff_put_set_error (error, FF_ERROR_INVALID, "question",
                      _("“%s” was answered already, so it stays: copy the questionnaire, and leave the question out of the copy."),
                      ff_question_title_in (before, NULL));
  else
    ff_put_set_error (error, FF_ERROR_INVALID, "question",
                      _("“%s” was answered already as what it is: copy the questionnaire, and change the question in the copy."),
                      ff_question_title_in (before, NULL));
  return FALSE;
}

gboolean
ff_questionnaire_check_answered (FfDb *db, const FfQuestionnaire *questionnaire, const FfQuestionnaire *stored, GError **error)
{
  gint64 responses = ff_questionnaire_store_count_responses (db, stored->id, error);

  if (responses <= 0)
    return responses == 0;
  if (!check_whole_answered (questionnaire, stored, error))
    return FALSE;
  for (guint i = 0; i < stored->dimensions->len; i++)
    {
      const FfDimension *dimension = dimension_at (stored, i);

      for (guint j = 0; j < dimension->questions->len; j++)
        {
          const FfQuestion *before = question_at (dimension, j);

          if (!check_question_answered (db, ff_questionnaire_find_id (questionnaire, before->id, NULL), before, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Compared ------------------------------------------------------------------------------------------------------------------------ */

static gboolean
lines_equal (const GPtrArray *a, const GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
translation_equal (const FfTranslation *a, const FfTranslation *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->intro, b->intro) == 0 && lines_equal (a->options, b->options);
}

/* A questionnaire is found by its translated titles too, so that they are part of its own row. */
static gboolean
translated_titles_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const FfTranslation *one = g_ptr_array_index (a, i);
      const FfTranslation *other = ff_translations_find (b, one->language);

      if (other == NULL || g_strcmp0 (one->title, other->title) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_questionnaire_row_equal (const FfQuestionnaire *a, const FfQuestionnaire *b)
{
  return g_strcmp0 (a->key, b->key) == 0 && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->language, b->language) == 0
         && a->kind == b->kind && a->level == b->level && a->anonymous == b->anonymous && a->scale_min == b->scale_min
         && a->scale_max == b->scale_max && lines_equal (a->scale_labels, b->scale_labels) && a->target == b->target
         && a->min_responses == b->min_responses && a->invited_by == b->invited_by && a->invited == b->invited
         && a->half_invalid == b->half_invalid && g_strcmp0 (a->intro, b->intro) == 0 && g_strcmp0 (a->closed_on, b->closed_on) == 0
         && translated_titles_equal (a->translations, b->translations);
}

static gboolean
dimension_equal (const FfDimension *a, const FfDimension *b)
{
  return g_strcmp0 (a->key, b->key) == 0 && g_strcmp0 (a->title, b->title) == 0 && a->weight == b->weight && a->target == b->target
         && a->about == b->about && a->trainer_id == b->trainer_id && a->venue_id == b->venue_id;
}

static gboolean
question_equal (const FfQuestion *a, const FfQuestion *b)
{
  return g_strcmp0 (a->key, b->key) == 0 && a->kind == b->kind && g_strcmp0 (a->title, b->title) == 0 && lines_equal (a->options, b->options)
         && a->multiple == b->multiple && a->weight == b->weight && g_strcmp0 (a->answer, b->answer) == 0 && a->points == b->points;
}

/* Written ------------------------------------------------------------------------------------------------------------------------- */

static gboolean
write_translations (FfDb *db, const FfTextOf *of, const GPtrArray *now, const GPtrArray *before, gboolean *changed, GError **error)
{
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      const char *language = ((const FfTranslation *) g_ptr_array_index (before, i))->language;

      if (ff_translations_find (now, language) != NULL)
        continue;
      if (!ff_questionnaire_text_store_write (db, of, language, NULL, error))
        return FALSE;
      *changed = TRUE;
    }
  for (guint i = 0; i < now->len; i++)
    {
      const FfTranslation *translation = g_ptr_array_index (now, i);
      const FfTranslation *old = ff_translations_find (before, translation->language);

      if (old != NULL && translation_equal (translation, old))
        continue;
      if (!ff_questionnaire_text_store_write (db, of, translation->language, translation, error))
        return FALSE;
      *changed = TRUE;
    }
  return TRUE;
}

/* Questions go before dimensions, because one that moved away is of another dimension by then. A key that another one takes is freed. */
static gboolean
clear_way (FfDb *db, const FfQuestionnaire *questionnaire, const FfQuestionnaire *stored, gboolean *changed, GError **error)
{
  for (guint i = 0; i < stored->dimensions->len; i++)
    for (guint j = 0; j < dimension_at (stored, i)->questions->len; j++)
      {
        const FfQuestion *before = question_at (dimension_at (stored, i), j);
        const FfQuestion *now = ff_questionnaire_find_id (questionnaire, before->id, NULL);
        const FfQuestion *heir = ff_questionnaire_find (questionnaire, before->key, NULL);

        if (now == NULL ? !ff_question_store_delete (db, before->id, error)
                        : heir != NULL && heir != now && !ff_question_store_park_key (db, before->id, error))
          return FALSE;
        *changed = *changed || now == NULL;
      }
  for (guint i = 0; i < stored->dimensions->len; i++)
    {
      const FfDimension *before = dimension_at (stored, i);
      const FfDimension *now = find_dimension_id (questionnaire, before->id);
      const FfDimension *heir = ff_questionnaire_find_dimension (questionnaire, before->key);

      if (heir != NULL && heir != now && !ff_dimension_store_park_key (db, before->id, error))
        return FALSE;
      *changed = *changed || now == NULL;
    }
  return TRUE;
}

/* After the questions of those that go have moved or gone; the key of one may be a new one's. */
static gboolean
delete_dimensions (FfDb *db, const FfQuestionnaire *questionnaire, const FfQuestionnaire *stored, GError **error)
{
  for (guint i = 0; i < stored->dimensions->len; i++)
    if (find_dimension_id (questionnaire, dimension_at (stored, i)->id) == NULL
        && !ff_dimension_store_delete (db, dimension_at (stored, i)->id, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_question (FfDb *db, const FfQuestionnaire *questionnaire, const FfDimension *dimension, guint index, const FfQuestionnaire *stored,
                gboolean *changed, GError **error)
{
  FfQuestion *question = question_at (dimension, index);
  const FfDimension *old_place = NULL;
  const FfQuestion *before = find_question_id (stored, question->id, &old_place);
  gboolean stays = before != NULL && old_place->id == dimension->id && index < old_place->questions->len
                   && question_at (old_place, index) == before;
  FfTextOf of = { .questionnaire_id = questionnaire->id };

  if (before == NULL)
    {
      *changed = TRUE;
      if (!ff_question_store_insert (db, questionnaire->id, dimension->id, (int) index + 1, question, error))
        return FALSE;
    }
  else if (!stays || !question_equal (question, before))
    {
      *changed = TRUE;
      if (!ff_question_store_update (db, dimension->id, (int) index + 1, question, error))
        return FALSE;
    }
  of.question_id = question->id;
  return write_translations (db, &of, question->translations, before != NULL ? before->translations : NULL, changed, error);
}

static gboolean
write_dimension (FfDb *db, const FfQuestionnaire *questionnaire, guint index, const FfQuestionnaire *stored, gboolean *changed,
                 GError **error)
{
  FfDimension *dimension = dimension_at (questionnaire, index);
  const FfDimension *before = find_dimension_id (stored, dimension->id);
  gboolean stays = before != NULL && index < stored->dimensions->len && dimension_at (stored, index) == before;
  FfTextOf of = { .questionnaire_id = questionnaire->id };

  if (before == NULL)
    {
      *changed = TRUE;
      if (!ff_dimension_store_insert (db, questionnaire->id, (int) index + 1, dimension, error))
        return FALSE;
    }
  else if (!stays || !dimension_equal (dimension, before))
    {
      *changed = TRUE;
      if (!ff_dimension_store_update (db, (int) index + 1, dimension, error))
        return FALSE;
    }
  of.dimension_id = dimension->id;
  return write_translations (db, &of, dimension->translations, before != NULL ? before->translations : NULL, changed, error);
}

gboolean
ff_questionnaire_write_parts (FfDb *db, FfQuestionnaire *questionnaire, const FfQuestionnaire *stored, gboolean *changed, GError **error)
{
  const FfTextOf whole = { .questionnaire_id = questionnaire->id };

  if (!write_translations (db, &whole, questionnaire->translations, stored != NULL ? stored->translations : NULL, changed, error)
      || (stored != NULL && !clear_way (db, questionnaire, stored, changed, error)))
    return FALSE;
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    if (!write_dimension (db, questionnaire, i, stored, changed, error))
      return FALSE;
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    for (guint j = 0; j < dimension_at (questionnaire, i)->questions->len; j++)
      if (!write_question (db, questionnaire, dimension_at (questionnaire, i), j, stored, changed, error))
        return FALSE;
  return stored == NULL || delete_dimensions (db, questionnaire, stored, error);
}
