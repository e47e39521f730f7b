/* What may not stand in a questionnaire. */
#include "config.h"

#include "ff-questionnaire.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-error.h"
#include "ff-test-paper.h"

#define MOST_STEPS 11
#define MOST_OPTIONS 26 /* letters */

/* Headings of the file of answers that say what a row is. */
static const char *const reserved[] = { "class", "questionnaire", "employee_no", "rater", "wave", NULL };

/* @name: of the thing that @target is of. */
static gboolean
check_target (const FfQuestionnaire *questionnaire, gint64 target, const char *name, GError **error)
{
  gint64 lowest = questionnaire->scale_min;
  gint64 highest = questionnaire->scale_max;

  if (questionnaire->kind == FF_QUESTIONNAIRE_NPS)
    {
      lowest = -100;
      highest = 100;
    }
  else if (questionnaire->kind == FF_QUESTIONNAIRE_SERVQUAL)
    {
      /* A gap, and that may well be below 0. */
      highest -= lowest;
      lowest = -highest;
    }
  if (target == FF_NO_TARGET || (target >= lowest * FF_TEN_THOUSAND && target <= highest * FF_TEN_THOUSAND))
    return TRUE;
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The target of “%s” lies outside its scale; it goes from %d to %d."), name, (int) lowest,
               (int) highest);
  return FALSE;
}

static gboolean
check_scale (const FfQuestionnaire *questionnaire, GError **error)
{
  int steps = questionnaire->scale_max - questionnaire->scale_min + 1;

  if (questionnaire->scale_min < 0)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The scale of “%s” begins below 0; let it begin at 0 or 1."), questionnaire->title);
  else if (steps < 2)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The scale of “%s” must end above its beginning."), questionnaire->title);
  else if (steps > MOST_STEPS)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The scale of “%s” has %d steps; it may have up to %d."), questionnaire->title, steps,
                 MOST_STEPS);
  else if (questionnaire->scale_labels->len != 0 && questionnaire->scale_labels->len != (guint) steps)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The scale of “%s” has %d steps and %u words; give each step one, or none."),
                 questionnaire->title, steps, questionnaire->scale_labels->len);
  else
    return TRUE;
  return FALSE;
}

/* A line is kept for each, so that none is empty or longer than one. */
static gboolean
check_lines (const GPtrArray *lines, const char *name, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      if (*line == '\0' || strchr (line, '\n') != NULL)
        {
          g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("Option %u of “%s” is empty or longer than one line."), i + 1, name);
          return FALSE;
        }
      for (guint j = 0; j < i; j++)
        if (g_str_equal (g_ptr_array_index (lines, j), line))
          {
            g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” has the option “%s” twice."), name, line);
            return FALSE;
          }
    }
  return TRUE;
}

/* @n: how many options there are to be translated. */
static gboolean
check_translations (const GPtrArray *translations, guint n, const char *name, GError **error)
{
  for (guint i = 0; i < translations->len; i++)
    {
      const FfTranslation *translation = g_ptr_array_index (translations, i);

      if (translation->options == NULL)
        continue;
      if (translation->options->len != n)
        {
          g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” has %u options, its translation (%s) %u; translate each of them, or none."),
                       name, n, translation->language, translation->options->len);
          return FALSE;
        }
      if (!check_lines (translation->options, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_options (const FfQuestion *question, const char *name, GError **error)
{
  if (question->kind != FF_QUESTION_CHOICE)
    {
      if (question->options->len == 0)
        return TRUE;
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” has options but is no choice; make it one, or take them away."), name);
      return FALSE;
    }
  if (question->options->len < 2 || question->options->len > MOST_OPTIONS)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” needs from 2 to %d options to choose from."), name, MOST_OPTIONS);
      return FALSE;
    }
  return check_lines (question->options, name, error);
}

/* An item as the scheme's paper would have it. */
static gboolean
check_item (const FfQuestion *question, const char *name, GError **error)
{
  g_autoptr (GPtrArray) items = NULL;
  FfTestItem *item;

  if (question->kind != FF_QUESTION_CHOICE && question->kind != FF_QUESTION_SHORT)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is no item of a test; make it a choice or a short answer."), name);
      return FALSE;
    }
  items = ff_test_items_new ();
  item = ff_test_items_add (items, question->key, question->kind == FF_QUESTION_CHOICE ? FF_TEST_CHOICE : FF_TEST_SHORT, name,
                            question->points);
  item->answer = g_strdup (question->answer);
  for (guint i = 0; i < question->options->len; i++)
    g_ptr_array_add (item->options, g_strdup (g_ptr_array_index (question->options, i)));
  return ff_test_items_validate (items, error);
}

static gboolean
add_key (GHashTable *seen, char *key, const char *name, GError **error)
{
  g_autofree char *owned = key;

  if (owned == NULL || *owned == '\0')
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” has no key; give it a short one."), name != NULL ? name : "");
  else if (!g_hash_table_add (seen, g_strdup (owned)))
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The key “%s” is used twice; each needs its own."), owned);
  else
    return TRUE;
  return FALSE;
}

/* Keys are what the columns of answers are called. */
static gboolean
check_question_key (const FfQuestion *question, GHashTable *seen, GError **error)
{
  if (question->key != NULL && g_strv_contains (reserved, question->key))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” cannot be a question's key, because files of answers have such a column."),
                   question->key);
      return FALSE;
    }
  if (question->kind == FF_QUESTION_SERVQUAL && question->key != NULL && *question->key != '\0')
    return add_key (seen, g_strconcat (question->key, "_e", NULL), question->title, error)
           && add_key (seen, g_strconcat (question->key, "_p", NULL), question->title, error)
           && add_key (seen, g_strdup (question->key), question->title, error);
  return add_key (seen, g_strdup (question->key), question->title, error);
}

static gboolean
check_weight (gint64 weight, const char *name, GError **error)
{
  if (weight >= 0)
    return TRUE;
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The weight of “%s” is negative; it counts from 0 on."), name);
  return FALSE;
}

static gboolean
check_question (const FfQuestionnaire *questionnaire, const FfQuestion *question, GHashTable *seen, GError **error)
{
  const char *name;

  if (!check_question_key (question, seen, error))
    return FALSE;
  name = ff_question_title_in (question, NULL);
  if (!check_weight (question->weight, name, error) || !check_options (question, name, error)
      || !check_translations (question->translations, question->options->len, name, error))
    return FALSE;
  if (questionnaire->kind == FF_QUESTIONNAIRE_TEST)
    return check_item (question, name, error);
  if (question->kind == FF_QUESTION_SHORT)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is marked by hand, which only a test is; make it a text."), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_about (const FfDimension *dimension, const char *name, GError **error)
{
  if ((dimension->trainer_id == 0 || dimension->about == FF_ABOUT_TRAINER) && (dimension->venue_id == 0 || dimension->about == FF_ABOUT_VENUE))
    return TRUE;
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” names somebody or some place that it does not judge; say what it is about."), name);
  return FALSE;
}

static gboolean
check_dimension (const FfQuestionnaire *questionnaire, const FfDimension *dimension, GHashTable *seen, GError **error)
{
  const char *name = ff_dimension_title_in (dimension, NULL);

  if (!check_weight (dimension->weight, name, error) || !check_target (questionnaire, dimension->target, name, error)
      || !check_about (dimension, name, error))
    return FALSE;
  for (guint i = 0; i < dimension->questions->len; i++)
    if (!check_question (questionnaire, ff_dimension_get_question (dimension, i), seen, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_settings (const FfQuestionnaire *questionnaire, GError **error)
{
  if (questionnaire->title == NULL || *questionnaire->title == '\0')
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("Give the questionnaire a title."));
  else if (questionnaire->key == NULL || *questionnaire->key == '\0')
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” has no key; give it a short one."), questionnaire->title);
  else if (questionnaire->level < 0 || questionnaire->level > 4)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The level of “%s” goes from 1 to 4, or it has none."), questionnaire->title);
  else if (questionnaire->min_responses < 1)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” cannot be shown from fewer than one response on."), questionnaire->title);
  else
    return check_scale (questionnaire, error) && check_target (questionnaire, questionnaire->target, questionnaire->title, error)
           && check_lines (questionnaire->scale_labels, questionnaire->title, error)
           && check_translations (questionnaire->translations, questionnaire->scale_labels->len, questionnaire->title, error);
  return FALSE;
}

gboolean
ff_questionnaire_validate (const FfQuestionnaire *questionnaire, GError **error)
{
  g_autoptr (GHashTable) dimensions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (questionnaire != NULL, FALSE);

  if (!check_settings (questionnaire, error))
    return FALSE;
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      const FfDimension *dimension = ff_questionnaire_get_dimension (questionnaire, i);

      if (!add_key (dimensions, g_strdup (dimension->key), dimension->title, error)
          || !check_dimension (questionnaire, dimension, questions, error))
        return FALSE;
    }
  return TRUE;
}
