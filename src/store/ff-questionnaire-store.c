#include "config.h"

#include "ff-questionnaire-store.h"

#include "ff-name-key.h"
#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

/* Values ------------------------------------------------------------------------------------------------------------------ */

static void
add_lines (FfStatement *row, int column, GPtrArray *lines)
{
  g_auto (GStrv) split = NULL;

  if (ff_statement_is_null (row, column))
    return;
  split = g_strsplit (ff_statement_get_text (row, column), "\n", -1);
  for (gsize i = 0; split[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (split[i]));
}

/* One a line; NULL for none. */
static void
bind_lines (FfStatement *statement, const char *name, const GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));
  ff_statement_bind_text (statement, name, lines != NULL && lines->len > 0 ? text->str : NULL);
}

static gint64
get_target (FfStatement *row, int column)
{
  return ff_statement_is_null (row, column) ? FF_NO_TARGET : ff_statement_get_int (row, column);
}

static void
bind_target (FfStatement *statement, gint64 target)
{
  if (target == FF_NO_TARGET)
    ff_statement_bind_null (statement, "$target");
  else
    ff_statement_bind_int (statement, "$target", target);
}

/* Read ------------------------------------------------------------------------------------------------------------------------ */

enum
{
  WHOLE_KEY,
  WHOLE_TITLE,
  WHOLE_LANGUAGE,
  WHOLE_KIND,
  WHOLE_LEVEL,
  WHOLE_ANONYMOUS,
  WHOLE_SCALE_MIN,
  WHOLE_SCALE_MAX,
  WHOLE_SCALE_LABELS,
  WHOLE_TARGET,
  WHOLE_MIN_RESPONSES,
  WHOLE_INVITED_BY,
  WHOLE_INVITED,
  WHOLE_HALF_INVALID,
  WHOLE_INTRO,
  WHOLE_CLOSED_ON,
  WHOLE_VERSION,
  WHOLE_PROJECT,
  WHOLE_RUN,
  WHOLE_COURSE,
};

static FfQuestionnaire *
questionnaire_from_row (FfStatement *row, gint64 id)
{
  FfQuestionnaire *questionnaire = ff_questionnaire_new (ff_statement_get_text (row, WHOLE_KEY), ff_statement_get_text (row, WHOLE_TITLE));

  questionnaire->id = id;
  questionnaire->version = ff_statement_get_int (row, WHOLE_VERSION);
  questionnaire->language = ff_statement_dup_text (row, WHOLE_LANGUAGE);
  (void) ff_questionnaire_kind_from_key (ff_statement_get_text (row, WHOLE_KIND), &questionnaire->kind);
  questionnaire->level = (int) ff_statement_get_int (row, WHOLE_LEVEL);
  questionnaire->anonymous = ff_statement_get_int (row, WHOLE_ANONYMOUS) != 0;
  questionnaire->scale_min = (int) ff_statement_get_int (row, WHOLE_SCALE_MIN);
  questionnaire->scale_max = (int) ff_statement_get_int (row, WHOLE_SCALE_MAX);
  add_lines (row, WHOLE_SCALE_LABELS, questionnaire->scale_labels);
  questionnaire->target = get_target (row, WHOLE_TARGET);
  questionnaire->min_responses = (int) ff_statement_get_int (row, WHOLE_MIN_RESPONSES);
  (void) ff_invited_by_from_key (ff_statement_get_text (row, WHOLE_INVITED_BY), &questionnaire->invited_by);
  questionnaire->invited = ff_statement_get_number (row, WHOLE_INVITED);
  questionnaire->half_invalid = ff_statement_get_int (row, WHOLE_HALF_INVALID) != 0;
  questionnaire->intro = ff_statement_dup_text (row, WHOLE_INTRO);
  questionnaire->closed_on = ff_statement_dup_text (row, WHOLE_CLOSED_ON);
  return questionnaire;
}

enum
{
  DIMENSION_ID,
  DIMENSION_KEY,
  DIMENSION_TITLE,
  DIMENSION_WEIGHT,
  DIMENSION_TARGET,
  DIMENSION_ABOUT,
  DIMENSION_TRAINER,
  DIMENSION_VENUE,
};

static gboolean
read_dimensions (FfDb *db, FfQuestionnaire *questionnaire, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) row = ff_db_prepare (
      db, "SELECT id, key, title, weight, target, about, trainer_id, venue_id FROM dimension WHERE questionnaire_id = $questionnaire"
          " ORDER BY position, id",
      error);

  if (row == NULL)
    return FALSE;
  ff_statement_bind_int (row, "$questionnaire", questionnaire->id);
  while ((step = ff_statement_step (row, error)) == FF_STEP_ROW)
    {
      FfDimension *dimension = ff_questionnaire_add_dimension (questionnaire, ff_statement_get_text (row, DIMENSION_KEY),
                                                               ff_statement_get_text (row, DIMENSION_TITLE));

      dimension->id = ff_statement_get_int (row, DIMENSION_ID);
      dimension->weight = ff_statement_get_int (row, DIMENSION_WEIGHT);
      dimension->target = get_target (row, DIMENSION_TARGET);
      (void) ff_about_from_key (ff_statement_get_text (row, DIMENSION_ABOUT), &dimension->about);
      dimension->trainer_id = ff_statement_get_int (row, DIMENSION_TRAINER);
      dimension->venue_id = ff_statement_get_int (row, DIMENSION_VENUE);
    }
  return step == FF_STEP_DONE;
}

enum
{
  QUESTION_ID,
  QUESTION_DIMENSION,
  QUESTION_KEY,
  QUESTION_KIND,
  QUESTION_TITLE,
  QUESTION_OPTIONS,
  QUESTION_MULTIPLE,
  QUESTION_WEIGHT,
  QUESTION_ANSWER,
  QUESTION_POINTS,
};

static void
question_from_row (FfStatement *row, FfDimension *dimension)
{
  FfQuestionKind kind = FF_QUESTION_RATING;
  FfQuestion *question;

  (void) ff_question_kind_from_key (ff_statement_get_text (row, QUESTION_KIND), &kind);
  question = ff_dimension_add_question (dimension, ff_statement_get_text (row, QUESTION_KEY), kind, ff_statement_get_text (row, QUESTION_TITLE));
  question->id = ff_statement_get_int (row, QUESTION_ID);
  add_lines (row, QUESTION_OPTIONS, question->options);
  question->multiple = ff_statement_get_int (row, QUESTION_MULTIPLE) != 0;
  question->weight = ff_statement_get_int (row, QUESTION_WEIGHT);
  question->answer = ff_statement_dup_text (row, QUESTION_ANSWER);
  question->points = ff_statement_get_int (row, QUESTION_POINTS);
}

static FfDimension *
find_dimension (FfQuestionnaire *questionnaire, gint64 id)
{
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      FfDimension *dimension = g_ptr_array_index (questionnaire->dimensions, i);

      if (dimension->id == id)
        return dimension;
    }
  return NULL;
}

static gboolean
read_questions (FfDb *db, FfQuestionnaire *questionnaire, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) row = ff_db_prepare (
      db, "SELECT id, dimension_id, key, kind, title, options, multiple, weight, answer, points FROM question"
          " WHERE questionnaire_id = $questionnaire ORDER BY position, id",
      error);

  if (row == NULL)
    return FALSE;
  ff_statement_bind_int (row, "$questionnaire", questionnaire->id);
  while ((step = ff_statement_step (row, error)) == FF_STEP_ROW)
    {
      FfDimension *dimension = find_dimension (questionnaire, ff_statement_get_int (row, QUESTION_DIMENSION));

      if (dimension != NULL)
        question_from_row (row, dimension);
    }
  return step == FF_STEP_DONE;
}

enum
{
  TEXT_DIMENSION,
  TEXT_QUESTION,
  TEXT_LANGUAGE,
  TEXT_TITLE,
  TEXT_OPTIONS,
  TEXT_INTRO,
};

static GPtrArray *
find_translations (FfQuestionnaire *questionnaire, gint64 dimension_id, gint64 question_id)
{
  if (question_id != 0)
    {
      const FfQuestion *question = ff_questionnaire_find_id (questionnaire, question_id, NULL);

      return question != NULL ? question->translations : NULL;
    }
  if (dimension_id != 0)
    {
      FfDimension *dimension = find_dimension (questionnaire, dimension_id);

      return dimension != NULL ? dimension->translations : NULL;
    }
  return questionnaire->translations;
}

static gboolean
read_texts (FfDb *db, FfQuestionnaire *questionnaire, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) row = ff_db_prepare (
      db, "SELECT dimension_id, question_id, language, title, options, intro FROM questionnaire_text"
          " WHERE questionnaire_id = $questionnaire ORDER BY language, id",
      error);

  if (row == NULL)
    return FALSE;
  ff_statement_bind_int (row, "$questionnaire", questionnaire->id);
  while ((step = ff_statement_step (row, error)) == FF_STEP_ROW)
    {
      g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_free);
      GPtrArray *translations = find_translations (questionnaire, ff_statement_get_int (row, TEXT_DIMENSION),
                                                   ff_statement_get_int (row, TEXT_QUESTION));

      if (translations == NULL)
        continue;
      add_lines (row, TEXT_OPTIONS, options);
      ff_translations_set (translations, ff_statement_get_text (row, TEXT_LANGUAGE), ff_statement_get_text (row, TEXT_TITLE), options,
                           ff_statement_get_text (row, TEXT_INTRO));
    }
  return step == FF_STEP_DONE;
}

FfQuestionnaire *
ff_questionnaire_store_read (FfDb *db, gint64 id, FfOwner *owner, GError **error)
{
  g_autoptr (FfQuestionnaire) questionnaire = NULL;
  g_autoptr (FfStatement) row = ff_db_prepare (
      db, "SELECT key, title, language, kind, level, anonymous, scale_min, scale_max, scale_labels, target, min_responses, invited_by,"
          " invited, half_invalid, intro, closed_on, version, project_id, run_id, course_id FROM questionnaire"
          " WHERE id = $id AND deleted = 0",
      error);

  if (row == NULL)
    return NULL;
  ff_statement_bind_int (row, "$id", id);
  if (ff_statement_step (row, error) != FF_STEP_ROW)
    return NULL;
  questionnaire = questionnaire_from_row (row, id);
  if (owner != NULL)
    *owner = ff_owned_store_get_owner (row, FF_OWNED_QUESTIONNAIRE, WHOLE_PROJECT);
  if (!read_dimensions (db, questionnaire, error) || !read_questions (db, questionnaire, error) || !read_texts (db, questionnaire, error))
    return NULL;
  return g_steal_pointer (&questionnaire);
}

static gint64
find_whole (FfStatement *statement, gint64 id, GError **error)
{
  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_get_id (statement, error);
}

gint64
ff_questionnaire_store_find_of_question (FfDb *db, gint64 question_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT questionnaire.id FROM question JOIN questionnaire ON questionnaire.id = question.questionnaire_id"
          " WHERE question.id = $id AND questionnaire.deleted = 0",
      error);

  return find_whole (statement, question_id, error);
}

gint64
ff_questionnaire_store_find_of_dimension (FfDb *db, gint64 dimension_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT questionnaire.id FROM dimension JOIN questionnaire ON questionnaire.id = dimension.questionnaire_id"
          " WHERE dimension.id = $id AND questionnaire.deleted = 0",
      error);

  return find_whole (statement, dimension_id, error);
}

/* The whole ----------------------------------------------------------------------------------------------------------------- */

static void
bind_keys (FfStatement *statement, const FfQuestionnaire *questionnaire)
{
  g_autoptr (GString) extra = g_string_new (questionnaire->key);
  g_autofree char *search_key = NULL;
  g_autofree char *sort_key = ff_title_sort_key (questionnaire->title);

  for (guint i = 0; i < questionnaire->translations->len; i++)
    {
      const FfTranslation *translation = g_ptr_array_index (questionnaire->translations, i);

      if (translation->title != NULL)
        g_string_append_printf (extra, " %s", translation->title);
    }
  search_key = ff_name_search_key (questionnaire->title, extra->str);
  ff_statement_bind_text (statement, "$search_key", search_key);
  ff_statement_bind_text (statement, "$sort_key", sort_key);
}

static void
bind_questionnaire (FfStatement *statement, const FfQuestionnaire *questionnaire)
{
  ff_statement_bind_text (statement, "$key", questionnaire->key);
  ff_statement_bind_text (statement, "$title", questionnaire->title);
  ff_statement_bind_text (statement, "$language", questionnaire->language);
  ff_statement_bind_text (statement, "$kind", ff_questionnaire_kind_to_key (questionnaire->kind));
  ff_statement_bind_id (statement, "$level", questionnaire->level);
  ff_statement_bind_int (statement, "$anonymous", questionnaire->anonymous);
  ff_statement_bind_int (statement, "$scale_min", questionnaire->scale_min);
  ff_statement_bind_int (statement, "$scale_max", questionnaire->scale_max);
  bind_lines (statement, "$scale_labels", questionnaire->scale_labels);
  bind_target (statement, questionnaire->target);
  ff_statement_bind_int (statement, "$min_responses", questionnaire->min_responses);
  ff_statement_bind_text (statement, "$invited_by", ff_invited_by_to_key (questionnaire->invited_by));
  ff_statement_bind_number (statement, "$invited", questionnaire->invited);
  ff_statement_bind_int (statement, "$half_invalid", questionnaire->half_invalid);
  ff_statement_bind_text (statement, "$intro", questionnaire->intro);
  ff_statement_bind_text (statement, "$closed_on", questionnaire->closed_on);
  bind_keys (statement, questionnaire);
}

gboolean
ff_questionnaire_store_insert (FfDb *db, FfOwner owner, int position, FfQuestionnaire *questionnaire, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO questionnaire (project_id, run_id, course_id, position, key, title, language, kind, level, anonymous, scale_min,"
          " scale_max, scale_labels, target, min_responses, invited_by, invited, half_invalid, intro, closed_on, search_key, sort_key)"
          " VALUES ($project, $run, $course, $position, $key, $title, $language, $kind, $level, $anonymous, $scale_min, $scale_max,"
          " $scale_labels, $target, $min_responses, $invited_by, $invited, $half_invalid, $intro, $closed_on, $search_key, $sort_key)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_QUESTIONNAIRE, owner);
  ff_statement_bind_int (statement, "$position", position);
  bind_questionnaire (statement, questionnaire);
  questionnaire->version = 1;
  return ff_statement_insert (statement, &questionnaire->id, error);
}

gboolean
ff_questionnaire_store_update (FfDb *db, FfQuestionnaire *questionnaire, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE questionnaire SET key = $key, title = $title, language = $language, kind = $kind, level = $level, anonymous = $anonymous,"
          " scale_min = $scale_min, scale_max = $scale_max, scale_labels = $scale_labels, target = $target,"
          " min_responses = $min_responses, invited_by = $invited_by, invited = $invited, half_invalid = $half_invalid, intro = $intro,"
          " closed_on = $closed_on, search_key = $search_key, sort_key = $sort_key, version = version + 1 WHERE id = $id",
      error);

  if (statement == NULL)
    return FALSE;
  bind_questionnaire (statement, questionnaire);
  ff_statement_bind_int (statement, "$id", questionnaire->id);
  if (!ff_statement_run (statement, NULL, error))
    return FALSE;
  questionnaire->version++;
  return TRUE;
}

gboolean
ff_questionnaire_store_mark_deleted (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "UPDATE questionnaire SET deleted = 1, version = version + 1 WHERE id = $id AND deleted = 0", id, error);
}

gboolean
ff_questionnaire_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM questionnaire_text WHERE questionnaire_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM question WHERE questionnaire_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM dimension WHERE questionnaire_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM questionnaire WHERE id = $id", id, error);
}

gboolean
ff_questionnaire_store_fill_keys (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) list = ff_db_prepare (db, "SELECT id FROM questionnaire WHERE deleted = 0 AND search_key = ''", error);
  g_autoptr (GArray) ids = list != NULL ? ff_rows_list_ids (list, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_store_read (db, g_array_index (ids, gint64, i), NULL, error);
      g_autoptr (FfStatement) statement = ff_db_prepare (
          db, "UPDATE questionnaire SET search_key = $search_key, sort_key = $sort_key WHERE id = $id", error);

      if (questionnaire == NULL || statement == NULL)
        return FALSE;
      bind_keys (statement, questionnaire);
      ff_statement_bind_int (statement, "$id", questionnaire->id);
      if (!ff_statement_run (statement, NULL, error))
        return FALSE;
    }
  return ids != NULL;
}

/* Parts ----------------------------------------------------------------------------------------------------------------------- */

static void
bind_dimension (FfStatement *statement, int position, const FfDimension *dimension)
{
  ff_statement_bind_int (statement, "$position", position);
  ff_statement_bind_text (statement, "$key", dimension->key);
  ff_statement_bind_text (statement, "$title", dimension->title);
  ff_statement_bind_int (statement, "$weight", dimension->weight);
  bind_target (statement, dimension->target);
  ff_statement_bind_text (statement, "$about", ff_about_to_key (dimension->about));
  ff_statement_bind_id (statement, "$trainer", dimension->trainer_id);
  ff_statement_bind_id (statement, "$venue", dimension->venue_id);
}

gboolean
ff_dimension_store_insert (FfDb *db, gint64 questionnaire_id, int position, FfDimension *dimension, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO dimension (questionnaire_id, position, key, title, weight, target, about, trainer_id, venue_id)"
          " VALUES ($questionnaire, $position, $key, $title, $weight, $target, $about, $trainer, $venue)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$questionnaire", questionnaire_id);
  bind_dimension (statement, position, dimension);
  return ff_statement_insert (statement, &dimension->id, error);
}

gboolean
ff_dimension_store_update (FfDb *db, int position, const FfDimension *dimension, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE dimension SET position = $position, key = $key, title = $title, weight = $weight, target = $target, about = $about,"
          " trainer_id = $trainer, venue_id = $venue, version = version + 1 WHERE id = $id",
      error);

  if (statement == NULL)
    return FALSE;
  bind_dimension (statement, position, dimension);
  ff_statement_bind_int (statement, "$id", dimension->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_dimension_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM questionnaire_text WHERE dimension_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM dimension WHERE id = $id", id, error);
}

static void
bind_question (FfStatement *statement, gint64 dimension_id, int position, const FfQuestion *question)
{
  ff_statement_bind_int (statement, "$dimension", dimension_id);
  ff_statement_bind_int (statement, "$position", position);
  ff_statement_bind_text (statement, "$key", question->key);
  ff_statement_bind_text (statement, "$kind", ff_question_kind_to_key (question->kind));
  ff_statement_bind_text (statement, "$title", question->title);
  bind_lines (statement, "$options", question->options);
  ff_statement_bind_int (statement, "$multiple", question->multiple);
  ff_statement_bind_int (statement, "$weight", question->weight);
  ff_statement_bind_text (statement, "$answer", question->answer);
  ff_statement_bind_id (statement, "$points", question->points);
}

gboolean
ff_question_store_insert (FfDb *db, gint64 questionnaire_id, gint64 dimension_id, int position, FfQuestion *question, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO question (questionnaire_id, dimension_id, position, key, kind, title, options, multiple, weight, answer, points)"
          " VALUES ($questionnaire, $dimension, $position, $key, $kind, $title, $options, $multiple, $weight, $answer, $points)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$questionnaire", questionnaire_id);
  bind_question (statement, dimension_id, position, question);
  return ff_statement_insert (statement, &question->id, error);
}

gboolean
ff_question_store_update (FfDb *db, gint64 dimension_id, int position, const FfQuestion *question, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE question SET dimension_id = $dimension, position = $position, key = $key, kind = $kind, title = $title,"
          " options = $options, multiple = $multiple, weight = $weight, answer = $answer, points = $points, version = version + 1"
          " WHERE id = $id",
      error);

  if (statement == NULL)
    return FALSE;
  bind_question (statement, dimension_id, position, question);
  ff_statement_bind_int (statement, "$id", question->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_question_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM questionnaire_text WHERE question_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM question WHERE id = $id", id, error);
}

gboolean
ff_dimension_store_park_key (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "UPDATE dimension SET key = '.' || id, version = version + 1 WHERE id = $id", id, error);
}

gboolean
ff_question_store_park_key (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "UPDATE question SET key = '.' || id, version = version + 1 WHERE id = $id", id, error);
}

/* Texts in other languages ---------------------------------------------------------------------------------------------------- */

#define OF_IT                                                                                                                        \
  " WHERE questionnaire_id = $questionnaire AND dimension_id IS $dimension AND question_id IS $question AND language = $language"

static FfStatement *
prepare_text (FfDb *db, const char *sql, const FfTextOf *of, const char *language, GError **error)
{
  FfStatement *statement = ff_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$questionnaire", of->questionnaire_id);
  ff_statement_bind_id (statement, "$dimension", of->dimension_id);
  ff_statement_bind_id (statement, "$question", of->question_id);
  ff_statement_bind_text (statement, "$language", language);
  return statement;
}

static gboolean
run_text (FfDb *db, const char *sql, const FfTextOf *of, const FfTranslation *translation, int *changed, GError **error)
{
  g_autoptr (FfStatement) statement = prepare_text (db, sql, of, translation->language, error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$title", translation->title);
  bind_lines (statement, "$options", translation->options);
  ff_statement_bind_text (statement, "$intro", translation->intro);
  return ff_statement_run (statement, changed, error);
}

gboolean
ff_questionnaire_text_store_write (FfDb *db, const FfTextOf *of, const char *language, const FfTranslation *translation, GError **error)
{
  int changed = 0;

  if (translation == NULL)
    {
      g_autoptr (FfStatement) statement = prepare_text (db, "DELETE FROM questionnaire_text" OF_IT, of, language, error);

      return statement != NULL && ff_statement_run (statement, NULL, error);
    }
  if (!run_text (db, "UPDATE questionnaire_text SET title = $title, options = $options, intro = $intro, version = version + 1" OF_IT, of,
                 translation, &changed, error))
    return FALSE;
  return changed > 0
         || run_text (db,
                      "INSERT INTO questionnaire_text (questionnaire_id, dimension_id, question_id, language, title, options, intro)"
                      " VALUES ($questionnaire, $dimension, $question, $language, $title, $options, $intro)",
                      of, translation, NULL, error);
}
