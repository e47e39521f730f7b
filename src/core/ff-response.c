#include "config.h"

#include "ff-response.h"

#include <math.h>

#include "ff-word.h"

static const char *const role_keys[] = {
  [FF_RATER_ROLE_SELF] = "self",
  [FF_RATER_ROLE_SUPERVISOR] = "supervisor",
  [FF_RATER_ROLE_PEER] = "peer",
};

const char *
ff_rater_role_to_key (FfRaterRole role)
{
  g_return_val_if_fail ((gsize) role < G_N_ELEMENTS (role_keys), NULL);

  return role_keys[role];
}

gboolean
ff_rater_role_from_key (const char *key, FfRaterRole *role)
{
  for (gsize i = FF_RATER_ROLE_SELF; i < G_N_ELEMENTS (role_keys); i++)
    if (g_strcmp0 (key, role_keys[i]) == 0)
      {
        *role = (FfRaterRole) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ff_rater_role_parse (const char *typed, FfRaterRole *role)
{
  static const FfWord words[] = {
    { "", FF_RATER_ROLE_NONE },
    { "self", FF_RATER_ROLE_SELF },
    { "selfassessment", FF_RATER_ROLE_SELF },
    { "trainee", FF_RATER_ROLE_SELF },
    { "自评", FF_RATER_ROLE_SELF },
    { "本人", FF_RATER_ROLE_SELF },
    { "自己", FF_RATER_ROLE_SELF },
    { "自評", FF_RATER_ROLE_SELF },
    { "supervisor", FF_RATER_ROLE_SUPERVISOR },
    { "superior", FF_RATER_ROLE_SUPERVISOR },
    { "manager", FF_RATER_ROLE_SUPERVISOR },
    { "上级", FF_RATER_ROLE_SUPERVISOR },
    { "上司", FF_RATER_ROLE_SUPERVISOR },
    { "直接上级", FF_RATER_ROLE_SUPERVISOR },
    { "主管", FF_RATER_ROLE_SUPERVISOR },
    { "上级评", FF_RATER_ROLE_SUPERVISOR },
    { "上級", FF_RATER_ROLE_SUPERVISOR },
    { "直屬主管", FF_RATER_ROLE_SUPERVISOR },
    { "主管評", FF_RATER_ROLE_SUPERVISOR },
    { "peer", FF_RATER_ROLE_PEER },
    { "colleague", FF_RATER_ROLE_PEER },
    { "同事", FF_RATER_ROLE_PEER },
    { "同级", FF_RATER_ROLE_PEER },
    { "同級", FF_RATER_ROLE_PEER },
    { "同伴", FF_RATER_ROLE_PEER },
    { "同儕", FF_RATER_ROLE_PEER },
    { "互评", FF_RATER_ROLE_PEER },
    { "互評", FF_RATER_ROLE_PEER },
  };
  int value;

  g_return_val_if_fail (role != NULL, FALSE);

  if (!ff_word_find_in (words, typed != NULL ? typed : "", &value))
    return FALSE;
  *role = (FfRaterRole) value;
  return TRUE;
}

static void
answer_clear (gpointer answer)
{
  g_free (((FfAnswer *) answer)->text);
}

FfResponse *
ff_response_new (gint64 questionnaire_id)
{
  FfResponse *response = g_new0 (FfResponse, 1);

  response->questionnaire_id = questionnaire_id;
  response->rater_name = g_strdup ("");
  response->wave = 1;
  response->answers = g_array_new (FALSE, FALSE, sizeof (FfAnswer));
  g_array_set_clear_func (response->answers, answer_clear);
  return response;
}

void
ff_response_take_about (FfResponse *response, const FfResponse *from)
{
  g_return_if_fail (response != NULL && from != NULL && response != from);

  g_free (response->rater_name);
  g_free (response->invalid_reason);
  response->trainee_id = from->trainee_id;
  response->role = from->role;
  response->rater_name = g_strdup (from->rater_name);
  response->wave = from->wave;
  response->invalid = from->invalid;
  response->invalid_reason = g_strdup (from->invalid_reason);
}

gboolean
ff_response_is_about_the_same (const FfResponse *a, const FfResponse *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->trainee_id == b->trainee_id && a->role == b->role && a->wave == b->wave && g_strcmp0 (a->rater_name, b->rater_name) == 0;
}

FfResponse *
ff_response_copy (const FfResponse *response)
{
  FfResponse *copy;

  g_return_val_if_fail (response != NULL, NULL);

  copy = ff_response_new (response->questionnaire_id);
  copy->id = response->id;
  copy->anonymous = response->anonymous;
  ff_response_take_about (copy, response);
  for (guint i = 0; i < response->answers->len; i++)
    {
      FfAnswer answer = g_array_index (response->answers, FfAnswer, i);

      answer.text = g_strdup (answer.text);
      g_array_append_val (copy->answers, answer);
    }
  return copy;
}

void
ff_response_free (FfResponse *response)
{
  if (response == NULL)
    return;
  g_free (response->rater_name);
  g_free (response->invalid_reason);
  g_array_unref (response->answers);
  g_free (response);
}

/* Where an answer stands, or would. */
static guint
find_place (const FfResponse *response, gint64 question_id, FfAnswerPart part, gboolean *found)
{
  guint low = 0, high = response->answers->len;

  *found = FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const FfAnswer *answer = &g_array_index (response->answers, FfAnswer, middle);

      if (answer->question_id == question_id && answer->part == part)
        {
          *found = TRUE;
          return middle;
        }
      if (answer->question_id < question_id || (answer->question_id == question_id && answer->part < part))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const FfAnswer *
ff_response_find (const FfResponse *response, gint64 question_id, FfAnswerPart part)
{
  gboolean found;
  guint place;

  g_return_val_if_fail (response != NULL, NULL);

  place = find_place (response, question_id, part, &found);
  return found ? &g_array_index (response->answers, FfAnswer, place) : NULL;
}

void
ff_response_set (FfResponse *response, gint64 question_id, FfAnswerPart part, gint64 value, const char *text)
{
  gboolean found;
  guint place;

  g_return_if_fail (response != NULL && question_id > 0);

  place = find_place (response, question_id, part, &found);
  if (found)
    g_array_remove_index (response->answers, place);
  if (value >= 0 || text != NULL)
    {
      const FfAnswer answer = { question_id, part, value, g_strdup (text) };

      g_array_insert_val (response->answers, place, answer);
    }
}

gboolean
ff_answer_equal (const FfAnswer *a, const FfAnswer *b)
{
  return a->question_id == b->question_id && a->part == b->part && a->value == b->value && g_strcmp0 (a->text, b->text) == 0;
}

static void
append_rating (GArray *ratings, const FfResponse *response, const FfQuestion *question, FfAnswerPart part)
{
  const FfAnswer *answer = ff_response_find (response, question->id, part);
  double rating = answer != NULL && answer->value >= 0 ? (double) answer->value : NAN;

  g_array_append_val (ratings, rating);
}

GArray *
ff_response_list_ratings (const FfResponse *response, const FfQuestionnaire *questionnaire)
{
  GArray *ratings = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (response != NULL && questionnaire != NULL, ratings);

  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      const FfDimension *dimension = g_ptr_array_index (questionnaire->dimensions, i);

      for (guint j = 0; j < dimension->questions->len; j++)
        {
          const FfQuestion *question = g_ptr_array_index (dimension->questions, j);

          if (question->kind == FF_QUESTION_RATING)
            append_rating (ratings, response, question, FF_PART_WHOLE);
          else if (question->kind == FF_QUESTION_SERVQUAL)
            {
              append_rating (ratings, response, question, FF_PART_EXPECTATION);
              append_rating (ratings, response, question, FF_PART_PERCEPTION);
            }
        }
    }
  return ratings;
}
