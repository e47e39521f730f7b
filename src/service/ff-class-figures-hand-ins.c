/* What a class is to hand in, and how far each trainee, or his team, is with it. */
#include "config.h"

#include "ff-class-figures-private.h"

#include "ff-submissions.h"

static const FfAssignment *
get_assignment (const FfClassFigures *figures, guint index)
{
  return g_ptr_array_index (figures->assignments, index);
}

static FfClassTrainee *
get_trainee (const FfClassFigures *figures, guint index)
{
  return g_ptr_array_index (figures->trainees, index);
}

static void
hand_in (FfClassHandIn *place, const FfSubmission *submission)
{
  place->last = submission;
  place->editions++;
}

static int
find_assignment (const FfClassFigures *figures, gint64 id)
{
  for (guint i = 0; i < figures->assignments->len; i++)
    if (get_assignment (figures, i)->id == id)
      return (int) i;
  return -1;
}

/* @places: enrolment id → FfClassTrainee. The older editions come first. */
static void
place_submission (const FfClassFigures *figures, GHashTable *places, const FfSubmission *submission)
{
  int assignment = find_assignment (figures, submission->assignment_id);
  FfClassTrainee *trainee = g_hash_table_lookup (places, &submission->enrolment_id);

  if (assignment < 0)
    return;
  if (trainee != NULL)
    hand_in (&trainee->hand_ins[assignment], submission);
  for (guint i = 0; submission->team_id != 0 && i < figures->trainees->len; i++)
    {
      trainee = get_trainee (figures, i);
      if (trainee->team_id == submission->team_id)
        hand_in (&trainee->hand_ins[assignment], submission);
    }
}

static void
place_all (FfClassFigures *figures)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint t = 0; t < figures->trainees->len; t++)
    {
      FfClassTrainee *trainee = get_trainee (figures, t);

      trainee->hand_ins = figures->all_hand_ins + t * figures->assignments->len;
      g_hash_table_insert (places, &trainee->enrolment_id, trainee);
      for (guint i = 0; i < figures->assignments->len; i++)
        trainee->hand_ins[i] = (FfClassHandIn) { .expected = !get_assignment (figures, i)->by_team || trainee->team_id != 0 };
    }
  for (guint i = 0; i < figures->submissions->len; i++)
    place_submission (figures, places, g_ptr_array_index (figures->submissions, i));
}

gboolean
ff_class_figures_read_hand_ins (FfDb *db, FfClassFigures *figures, GError **error)
{
  figures->assignments = ff_assignment_store_of_run (db, figures->run->id, error);
  figures->submissions = figures->assignments != NULL ? ff_submission_store_of_run (db, figures->run->id, error) : NULL;
  if (figures->submissions == NULL)
    return FALSE;
  figures->all_hand_ins = g_new0 (FfClassHandIn, figures->assignments->len * figures->trainees->len);
  place_all (figures);
  return TRUE;
}

void
ff_class_figures_enter_hand_in (FfClassFigures *figures, const FfClassTrainee *trainee, guint assignment, const FfHandInEntry *entry)
{
  const FfClassHandIn *place = &trainee->hand_ins[assignment];
  gboolean another = place->last == NULL || (entry != NULL && entry->next);
  g_autoptr (FfSubmission) submission = NULL;
  g_autofree char *refusal = NULL;

  g_return_if_fail (figures != NULL);

  if (entry != NULL)
    {
      refusal = ff_submission_apply (get_assignment (figures, assignment), place->last, entry, trainee->name, &submission);
      if (refusal != NULL)
        return;
      submission->enrolment_id = get_assignment (figures, assignment)->by_team ? 0 : trainee->enrolment_id;
      submission->team_id = get_assignment (figures, assignment)->by_team ? trainee->team_id : 0;
    }
  if (!another)
    g_ptr_array_remove (figures->submissions, (gpointer) place->last);
  if (submission != NULL)
    g_ptr_array_add (figures->submissions, g_steal_pointer (&submission));
  place_all (figures);
}
