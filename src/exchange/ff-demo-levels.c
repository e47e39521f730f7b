#include "config.h"

#include "ff-demo-levels.h"

#include <json-glib/json-glib.h>

#include "ff-builtin-questionnaires.h"
#include "ff-demo-resources.h"
#include "ff-questionnaires.h"
#include "ff-responses.h"
#include "ff-runs.h"

#define REACTION "reaction"
#define BEHAVIOUR "behaviour"
#define BEHAVIOUR_CLASS "CX-01"
#define SEED 20260311

typedef struct
{
  FfDb *db;
  const char *language;
  GRand *rand;
  JsonObject *comments; /* class → texts in each language */
} Demo;

/* A number from 0 on, each as likely as its weight in percent says. */
static int
draw (Demo *demo, const int *percent, int n)
{
  int rest = g_rand_int_range (demo->rand, 0, 100);

  for (int i = 0; i < n; i++)
    if ((rest -= percent[i]) < 0)
      return i;
  return n - 1;
}

static FfQuestionnaire *
read_of_class (Demo *demo, const char *run, const char *key, GError **error)
{
  gint64 run_id = ff_runs_find (demo->db, run, error);
  gint64 id = run_id > 0 ? ff_questionnaire_store_find (demo->db, ff_owner_run (run_id), key, error) : 0;

  return id > 0 ? ff_responses_read_questionnaire (demo->db, id, NULL, error) : NULL;
}

/* Reaction ------------------------------------------------------------------------------------------------------------------- */

static void
answer_reaction (Demo *demo, FfResponse *response, const FfDimension *dimension, const FfQuestion *question, const char *comment)
{
  /* In percent, how many give 5, 4, 3 and 2; the venue is what they like least. */
  static const int usual[] = { 68, 27, 4, 1 }, trainer[] = { 76, 21, 3, 0 }, venue[] = { 22, 42, 28, 8 };
  static const int recommend[] = { 32, 28, 20, 10, 6, 4 }; /* 10 … 5 */
  const int *percent = g_str_equal (dimension->key, "venue") ? venue : g_str_equal (dimension->key, "trainer") ? trainer : usual;

  if (question->kind == FF_QUESTION_RATING)
    ff_response_set (response, question->id, FF_PART_WHOLE, 5 - draw (demo, percent, G_N_ELEMENTS (usual)), NULL);
  else if (question->kind == FF_QUESTION_NPS)
    ff_response_set (response, question->id, FF_PART_WHOLE, 10 - draw (demo, recommend, G_N_ELEMENTS (recommend)), NULL);
  else if (question->kind == FF_QUESTION_TEXT && comment != NULL)
    ff_response_set (response, question->id, FF_PART_WHOLE, -1, comment);
}

/* @answer fills in one question. */
static void
fill (Demo *demo, FfResponse *response, const FfQuestionnaire *questionnaire, const char *comment,
      void (*answer) (Demo *, FfResponse *, const FfDimension *, const FfQuestion *, const char *))
{
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      const FfDimension *dimension = ff_questionnaire_get_dimension (questionnaire, i);

      for (guint j = 0; j < dimension->questions->len; j++)
        answer (demo, response, dimension, ff_dimension_get_question (dimension, j), comment);
    }
}

static void
shuffle (Demo *demo, GPtrArray *people)
{
  for (guint i = people->len; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (demo->rand, 0, (gint32) i);
      gpointer kept = people->pdata[i - 1];

      people->pdata[i - 1] = people->pdata[other];
      people->pdata[other] = kept;
    }
}

/* All but @missing people answer; the third form is marked invalid. */
static gboolean
put_reaction (Demo *demo, const char *run, guint missing, GError **error)
{
  g_autoptr (FfQuestionnaire) questionnaire = read_of_class (demo, run, REACTION, error);
  g_autoptr (GPtrArray) pile = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_response_free);
  g_autoptr (GPtrArray) people = NULL;
  JsonArray *comments = json_object_get_array_member (json_object_get_object_member (demo->comments, run), demo->language);

  if (questionnaire == NULL)
    return FALSE;
  people = ff_response_store_list_asked (demo->db, questionnaire->id, FF_RATER_ROLE_NONE, 1, error);
  if (people == NULL)
    return FALSE;
  shuffle (demo, people);
  for (guint i = missing; i < people->len; i++)
    {
      FfResponse *response = ff_response_new (questionnaire->id);
      guint form = i - missing;

      g_ptr_array_add (pile, response);
      response->trainee_id = ((FfAsked *) g_ptr_array_index (people, i))->trainee_id;
      response->invalid = form == 2;
      fill (demo, response, questionnaire, form < json_array_get_length (comments) ? json_array_get_string_element (comments, form) : NULL,
            answer_reaction);
      if (!ff_responses_announce (demo->db, response, error))
        return FALSE;
    }
  return ff_responses_put_pile (demo->db, questionnaire, pile, error);
}

/* Behaviour ------------------------------------------------------------------------------------------------------------------- */

static void
answer_behaviour (Demo *demo, FfResponse *response, const FfDimension *dimension, const FfQuestion *question, const char *comment)
{
  /* 5, 4, 3, 2: people judge themselves a little better than others do. */
  static const int percent[][4] = {
    [FF_RATER_ROLE_NONE] = { 30, 45, 20, 5 },
    [FF_RATER_ROLE_SELF] = { 38, 46, 14, 2 },
    [FF_RATER_ROLE_SUPERVISOR] = { 16, 48, 29, 7 },
    [FF_RATER_ROLE_PEER] = { 25, 48, 23, 4 },
  };

  if (question->kind == FF_QUESTION_RATING)
    ff_response_set (response, question->id, FF_PART_WHOLE, 5 - draw (demo, percent[response->role], G_N_ELEMENTS (percent[0])), NULL);
}

/* The words of the demo's language in front, as if it had been written in it. */
static void
turn_title (char **title, const GPtrArray *translations, const char *language)
{
  const FfTranslation *translation = ff_translations_find (translations, language);

  if (translation == NULL || translation->title == NULL)
    return;
  g_free (*title);
  *title = g_strdup (translation->title);
}

static FfQuestionnaire *
builtin_in (const char *key, const char *language)
{
  FfQuestionnaire *questionnaire = ff_questionnaire_copy (ff_builtin_questionnaires_find (key));
  const FfTranslation *whole = ff_translations_find (questionnaire->translations, language);

  if (whole == NULL)
    return questionnaire;
  for (guint i = 0; whole->options != NULL && i < whole->options->len; i++)
    {
      g_free (questionnaire->scale_labels->pdata[i]);
      questionnaire->scale_labels->pdata[i] = g_strdup (whole->options->pdata[i]);
    }
  turn_title (&questionnaire->title, questionnaire->translations, language);
  if (whole->intro != NULL)
    {
      g_free (questionnaire->intro);
      questionnaire->intro = g_strdup (whole->intro);
    }
  g_free (questionnaire->language);
  questionnaire->language = g_strdup (language);
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      FfDimension *dimension = g_ptr_array_index (questionnaire->dimensions, i);

      turn_title (&dimension->title, dimension->translations, language);
      for (guint j = 0; j < dimension->questions->len; j++)
        {
          FfQuestion *question = g_ptr_array_index (dimension->questions, j);

          turn_title (&question->title, question->translations, language);
        }
    }
  return questionnaire;
}

static gboolean
put_views (Demo *demo, const FfQuestionnaire *questionnaire, gint64 trainee_id, GError **error)
{
  for (FfRaterRole role = FF_RATER_ROLE_SELF; role <= FF_RATER_ROLE_PEER; role++)
    {
      g_autoptr (FfResponse) response = ff_response_new (questionnaire->id);

      response->trainee_id = trainee_id;
      response->role = role;
      fill (demo, response, questionnaire, NULL, answer_behaviour);
      if (ff_responses_put (demo->db, questionnaire, response, FF_RESPONSE_WHOLE, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  return TRUE;
}

/* Every second person was observed. */
static gboolean
put_behaviour (Demo *demo, GError **error)
{
  g_autoptr (FfQuestionnaire) original = builtin_in (BEHAVIOUR, demo->language);
  g_autoptr (FfQuestionnaire) questionnaire = NULL;
  g_autoptr (GPtrArray) people = NULL;
  gint64 run_id = ff_runs_find (demo->db, BEHAVIOUR_CLASS, error);
  gint64 id = run_id > 0 ? ff_questionnaires_copy (demo->db, original, ff_owner_run (run_id), NULL, error) : 0;

  if (id <= 0 || (questionnaire = ff_responses_read_questionnaire (demo->db, id, NULL, error)) == NULL
      || (people = ff_response_store_list_asked (demo->db, id, FF_RATER_ROLE_SELF, 1, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i += 2)
    if (!put_views (demo, questionnaire, ((FfAsked *) g_ptr_array_index (people, i))->trainee_id, error))
      return FALSE;
  return TRUE;
}

gboolean
ff_demo_put_levels (FfDb *db, const char *language, GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ff_demo_get_resource (), "/org/fourfold/demo/levels.json", G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                     error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  Demo demo = { db, language, rand, NULL };

  if (bytes == NULL
      || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return FALSE;
  demo.comments = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "comments");
  /* A class that runs has its forms of the first day only. */
  return put_reaction (&demo, "CX-01", 3, error) && put_reaction (&demo, "MG-01", 1, error) && put_reaction (&demo, "CX-03", 19, error)
         && put_behaviour (&demo, error);
}
