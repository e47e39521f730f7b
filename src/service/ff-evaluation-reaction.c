/* What was answered: level 1 with its interviews, and every other questionnaire of a class or a project. */
#include "config.h"

#include "ff-evaluation-private.h"

#include "ff-answer-row-store.h"
#include "ff-interview-store.h"
#include "ff-questionnaire-figures.h"
#include "ff-questionnaires.h"
#include "ff-trainer-store.h"
#include "ff-venue-store.h"

#include <string.h>

void
ff_reaction_level_clear (FfReactionLevel *level)
{
  g_clear_pointer (&level->questionnaires, g_ptr_array_unref);
  g_clear_pointer (&level->interviews, g_ptr_array_unref);
}

static void
observation_free (FfObservation *observation)
{
  g_ptr_array_unref (observation->groups);
  g_free (observation);
}

/* Gathering -------------------------------------------------------------------------------------------------------------- */

/* The forms of one questionnaire as they come. */
typedef struct
{
  const FfQuestionnaire *questionnaire;
  gboolean apart;       /* a group for each wave and role; else one for all */
  GHashTable *left_out; /* trainee ids (gint64 *) of those who are taken out of its level */
  GPtrArray *groups;    /* FfQuestionnaireFigures */
  gboolean any;         /* a form is open: this one, with these FfAnswer */
  FfAnswerForm form;
  GArray *answers;
} Gathering;

static void
clear_answer (gpointer answer)
{
  g_free (((FfAnswer *) answer)->text);
}

static FfQuestionnaireFigures *
find_group (Gathering *gathering)
{
  int wave = gathering->apart ? gathering->form.wave : 0;
  const char *rater = gathering->apart ? ff_rater_role_to_key (gathering->form.role) : NULL;

  for (guint i = 0; i < gathering->groups->len; i++)
    {
      FfQuestionnaireFigures *group = g_ptr_array_index (gathering->groups, i);

      if (group->wave == wave && g_strcmp0 (group->rater, rater) == 0)
        return group;
    }
  g_ptr_array_add (gathering->groups, ff_questionnaire_figures_new (gathering->questionnaire, wave, rater));
  return g_ptr_array_index (gathering->groups, gathering->groups->len - 1);
}

static void
close_form (Gathering *gathering)
{
  if (gathering->any && !g_hash_table_contains (gathering->left_out, &gathering->form.trainee_id))
    ff_questionnaire_figures_add (find_group (gathering), gathering->answers, gathering->form.invalid);
  g_array_set_size (gathering->answers, 0);
}

static void
on_answer (const FfAnswerForm *form, const FfAnswerRow *row, gpointer user_data)
{
  Gathering *gathering = user_data;

  if (!gathering->any || gathering->form.id != form->id)
    {
      close_form (gathering);
      gathering->any = TRUE;
      gathering->form = *form;
    }
  if (row->question_id != 0)
    {
      const FfAnswer answer = { row->question_id, row->part, row->value, g_strdup (row->text) };

      g_array_append_val (gathering->answers, answer);
    }
}

static int
rater_order (const char *rater)
{
  FfRaterRole role = FF_RATER_ROLE_NONE;

  ff_rater_role_from_key (rater, &role);
  return role == FF_RATER_ROLE_NONE ? G_MAXINT : (int) role;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const FfQuestionnaireFigures *one = *(const FfQuestionnaireFigures *const *) a;
  const FfQuestionnaireFigures *other = *(const FfQuestionnaireFigures *const *) b;

  if (one->wave != other->wave)
    return one->wave < other->wave ? -1 : 1;
  return rater_order (one->rater) < rater_order (other->rater) ? -1 : rater_order (one->rater) > rater_order (other->rater);
}

/* Trainees, not enrolments: a form names a person. */
static GHashTable *
list_left_out (const FfEvaluationReader *reader, int level)
{
  const FfClassFigures *figures = reader->figures->class_figures;
  GHashTable *left_out = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; level > 0 && figures != NULL && i < figures->trainees->len; i++)
    {
      FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      if (ff_evaluation_is_excluded (reader, level, trainee))
        g_hash_table_add (left_out, &trainee->trainee_id);
    }
  return left_out;
}

/* FfQuestionnaireFigures that are not finished yet, as many as there are groups; one without @apart, also when nobody answered. */
static GPtrArray *
gather (const FfEvaluationReader *reader, const FfQuestionnaire *questionnaire, gboolean apart, GError **error)
{
  g_autoptr (GHashTable) left_out = list_left_out (reader, questionnaire->level);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_questionnaire_figures_free);
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (FfAnswer));
  Gathering gathering = {
    .questionnaire = questionnaire, .apart = apart, .left_out = left_out, .groups = groups, .answers = answers,
  };

  g_array_set_clear_func (answers, clear_answer);
  if (!apart)
    find_group (&gathering);
  if (!reader->without_answers && !ff_answer_row_store_foreach (reader->db, questionnaire->id, on_answer, &gathering, error))
    return NULL;
  close_form (&gathering);
  g_ptr_array_sort (groups, compare_groups);
  return g_steal_pointer (&groups);
}

/* Whom it is about, and who was asked -------------------------------------------------------------------------------------- */

static int
count_invited (const FfEvaluationReader *reader, const FfQuestionnaire *questionnaire)
{
  const FfClassFigures *figures = reader->figures->class_figures;
  int n = 0;

  if (questionnaire->invited_by == FF_INVITED_TYPED)
    return (int) questionnaire->invited;
  if (figures == NULL)
    return -1;
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      if (questionnaire->level > 0 && ff_evaluation_is_excluded (reader, questionnaire->level, trainee))
        continue;
      n += questionnaire->invited_by == FF_INVITED_ENROLLED || trainee->tally.attended > 0;
    }
  return n;
}

/* The only name among those of the sessions, which stand side by side with "; "; NULL when there are several, or none. */
static char *
find_only (const FfClassFigures *figures, FfAbout about)
{
  g_autofree char *only = NULL;

  for (guint i = 0; figures != NULL && i < figures->sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (figures->sessions, i);
      const char *name = about == FF_ABOUT_TRAINER ? session->trainers : session->venue;

      if (session->cancelled || name == NULL)
        continue;
      if (strstr (name, "; ") != NULL || (only != NULL && !g_str_equal (only, name)))
        return NULL;
      if (only == NULL)
        only = g_strdup (name);
    }
  return g_steal_pointer (&only);
}

static gboolean
name_dimension (const FfEvaluationReader *reader, FfDimensionFigures *dimension, GError **error)
{
  const FfDimension *asked = dimension->dimension;
  g_autoptr (GError) local_error = NULL;

  if (asked->about == FF_ABOUT_TRAINER && asked->trainer_id != 0)
    {
      g_autoptr (FfTrainer) trainer = ff_trainer_store_read (reader->db, asked->trainer_id, &local_error);

      dimension->who = trainer != NULL ? g_strdup (trainer->name) : NULL;
    }
  else if (asked->about == FF_ABOUT_VENUE && asked->venue_id != 0)
    {
      g_autoptr (FfVenue) venue = ff_venue_store_read (reader->db, asked->venue_id, &local_error);

      dimension->who = venue != NULL ? g_strdup (venue->name) : NULL;
    }
  else if (asked->about != FF_ABOUT_CLASS)
    dimension->who = find_only (reader->figures->class_figures, asked->about);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return error == NULL || *error == NULL;
}

static gboolean
finish (const FfEvaluationReader *reader, FfQuestionnaireFigures *figures, int invited, GError **error)
{
  ff_questionnaire_figures_finish (figures, invited);
  for (guint i = 0; i < figures->dimensions->len; i++)
    if (!name_dimension (reader, g_ptr_array_index (figures->dimensions, i), error))
      return FALSE;
  return TRUE;
}

/* The places of questionnaires ----------------------------------------------------------------------------------------------- */

/* Of oneself and of one's superior there is one form each; how many peers were asked nobody knows. */
static gboolean
add_observation (FfEvaluationReader *reader, const FfQuestionnaire *questionnaire, GError **error)
{
  GPtrArray *groups = gather (reader, questionnaire, TRUE, error);
  FfObservation *observation;

  if (groups == NULL)
    return FALSE;
  observation = g_new0 (FfObservation, 1);
  observation->questionnaire = questionnaire;
  observation->groups = groups;
  g_ptr_array_add (reader->figures->behaviour.observations, observation);
  for (guint i = 0; i < groups->len; i++)
    {
      FfQuestionnaireFigures *group = g_ptr_array_index (groups, i);

      if (!finish (reader, group, g_strcmp0 (group->rater, "peer") == 0 ? -1 : count_invited (reader, questionnaire), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_plain (FfEvaluationReader *reader, const FfQuestionnaire *questionnaire, GError **error)
{
  FfEvaluationFigures *figures = reader->figures;
  g_autoptr (GPtrArray) groups = gather (reader, questionnaire, FALSE, error);
  FfQuestionnaireFigures *all;

  if (groups == NULL)
    return FALSE;
  all = g_ptr_array_steal_index (groups, 0);
  g_ptr_array_add (questionnaire->level == 1 ? figures->reaction.questionnaires : figures->others, all);
  return finish (reader, all, count_invited (reader, questionnaire), error);
}

static gboolean
add (FfEvaluationReader *reader, const FfQuestionnaire *questionnaire, GError **error)
{
  /* A test is answered on a scheme's paper, and level 2 has it. */
  if (questionnaire->kind == FF_QUESTIONNAIRE_TEST)
    return TRUE;
  if (questionnaire->level == 3 || questionnaire->kind == FF_QUESTIONNAIRE_OBSERVATION)
    return add_observation (reader, questionnaire, error);
  return add_plain (reader, questionnaire, error);
}

gboolean
ff_evaluation_read_questionnaires (FfEvaluationReader *reader, GError **error)
{
  FfEvaluationFigures *figures = reader->figures;

  figures->questionnaires = ff_questionnaires_list (reader->db, figures->owner, error);
  if (figures->questionnaires == NULL)
    return FALSE;
  g_ptr_array_set_free_func (figures->reaction.questionnaires, (GDestroyNotify) ff_questionnaire_figures_free);
  g_ptr_array_set_free_func (figures->others, (GDestroyNotify) ff_questionnaire_figures_free);
  g_ptr_array_set_free_func (figures->behaviour.observations, (GDestroyNotify) observation_free);
  for (guint i = 0; i < figures->questionnaires->len; i++)
    if (!add (reader, g_ptr_array_index (figures->questionnaires, i), error))
      return FALSE;
  return TRUE;
}

/* Level 1 ------------------------------------------------------------------------------------------------------------------- */

static gboolean
read_interviews (FfEvaluationReader *reader, GError **error)
{
  FfReactionLevel *reaction = &reader->figures->reaction;

  reaction->interviews = ff_interview_store_list (reader->db, reader->figures->owner.id, error);
  reaction->interviews_wanted = ff_interview_count (ff_evaluation_count_expected (reader, 1), reader->aims.interview_share / 100.0);
  for (guint i = 0; reaction->interviews != NULL && i < reaction->interviews->len; i++)
    reaction->interviews_held += ((const FfInterview *) g_ptr_array_index (reaction->interviews, i))->held_on != FF_NO_DAY;
  return reaction->interviews != NULL;
}

void
ff_evaluation_conclude_reaction (FfLevel *level, const FfQuestionnaireFigures *first)
{
  level->asked = first != NULL;
  if (first != NULL)
    {
      /* What has been said can be read before the class has ended. */
      level->due = level->due || first->returned > 0;
      level->suppressed = first->suppressed && first->returned > 0;
      level->value = first->mean;
      level->target = first->target;
      level->people = first->valid;
      if (first->returned == 0)
        ff_evaluation_lack (level, first->invited == 0 ? FF_MISSING_PEOPLE : FF_MISSING_RESPONSES, 0);
    }
  ff_evaluation_conclude (level, first != NULL ? first->met : FF_MET_UNKNOWN);
}

gboolean
ff_evaluation_read_reaction (FfEvaluationReader *reader, GError **error)
{
  FfLevel *level = &reader->figures->levels[0];

  ff_evaluation_set_due (reader, level, 0);
  ff_evaluation_conclude_reaction (level, ff_evaluation_figures_get_reaction (reader->figures));
  return read_interviews (reader, error);
}
