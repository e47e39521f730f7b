#include "config.h"

#include "ff-submissions.h"

#include <glib/gi18n-lib.h>

#include "ff-assignments.h"
#include "ff-deliverables.h"
#include "ff-enrolment-write.h"
#include "ff-number.h"
#include "ff-take.h"

#define EDITION_MAX 40
#define FIRST_EDITION "1.0"

static FfSubmission *
submission_new (gint64 assignment_id)
{
  FfSubmission *submission = g_new0 (FfSubmission, 1);

  submission->assignment_id = assignment_id;
  submission->handed_in_at = FF_NO_TIME;
  submission->score = -1;
  return submission;
}

static FfSubmission *
submission_copy (const FfSubmission *submission)
{
  FfSubmission *copy = g_memdup2 (submission, sizeof *submission);

  copy->edition = g_strdup (submission->edition);
  copy->note = g_strdup (submission->note);
  return copy;
}

/* A sentence, or NULL when this mark may be given. */
static char *
refuse_score (const FfAssignment *assignment, gint64 score)
{
  g_autofree char *given = NULL, *max = NULL;

  if (assignment->max < 0)
    return g_strdup_printf (_("“%s” is not marked: give it a maximum first."), assignment->title);
  if (score <= assignment->max)
    return NULL;
  given = ff_hundredths_format (score);
  max = ff_hundredths_format (assignment->max);
  return g_strdup_printf (_("%s is more than the maximum of %s."), given, max);
}

char *
ff_submission_apply (const FfAssignment *assignment, const FfSubmission *last, const FfHandInEntry *entry, const char *name,
                     FfSubmission **result)
{
  g_autoptr (FfSubmission) submission = NULL;
  char *refusal;

  g_return_val_if_fail (assignment != NULL && entry != NULL && name != NULL && result != NULL, NULL);

  if (last == NULL && entry->at == FF_NO_TIME)
    return g_strdup_printf (_("Nothing of %s was handed in yet: press H for now, or write the day before the mark."), name);
  if (last == NULL || entry->next)
    {
      submission = submission_new (assignment->id);
      submission->edition = last != NULL ? ff_edition_next (last->edition) : g_strdup (FIRST_EDITION);
    }
  else
    submission = submission_copy (last);
  if (entry->at != FF_NO_TIME && (submission->handed_in_at == FF_NO_TIME || !entry->now))
    submission->handed_in_at = entry->at;
  if (entry->has_score)
    {
      refusal = refuse_score (assignment, entry->score);
      if (refusal != NULL)
        return refusal;
      submission->score = entry->score;
    }
  *result = g_steal_pointer (&submission);
  return NULL;
}

/* Whose hand-in -------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfAssignment *assignment;
  FfEnrolment *enrolment;
  gint64 team_id; /* 0: the person's own */
} Subject;

static void
subject_clear (Subject *subject)
{
  ff_assignment_free (subject->assignment);
  ff_enrolment_free (subject->enrolment);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

static gboolean
read_subject (FfDb *db, gint64 assignment_id, gint64 enrolment_id, Subject *subject, GError **error)
{
  subject->assignment = ff_assignments_read (db, assignment_id, error);
  subject->enrolment = subject->assignment != NULL ? ff_enrolment_need (db, enrolment_id, error) : NULL;
  if (subject->enrolment == NULL)
    return FALSE;
  if (!g_str_equal (subject->enrolment->status, "enrolled"))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _("Only enrolled trainees hand in, and %s is on the waiting list or withdrawn."), subject->enrolment->name);
      return FALSE;
    }
  if (!subject->assignment->by_team)
    return TRUE;
  subject->team_id = subject->enrolment->team_id;
  if (subject->team_id == 0)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is handed in by teams, and %s is in none yet: choose a team on the roster first."),
                 subject->assignment->title, subject->enrolment->name);
  return subject->team_id != 0;
}

static FfPut
write_entry (FfDb *db, const Subject *subject, const FfSubmission *last, const FfHandInEntry *entry, GError **error)
{
  const char *name = subject->team_id != 0 ? subject->enrolment->team : subject->enrolment->name;
  g_autoptr (FfSubmission) submission = NULL;
  g_autofree char *refusal = ff_submission_apply (subject->assignment, last, entry, name, &submission);

  if (refusal != NULL)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, refusal);
      return FF_PUT_REFUSED;
    }
  if (submission->id == 0)
    {
      submission->enrolment_id = subject->team_id == 0 ? subject->enrolment->id : 0;
      submission->team_id = subject->team_id;
      return ff_submission_store_insert (db, submission, error) ? FF_PUT_NEW : FF_PUT_REFUSED;
    }
  if (submission->handed_in_at == last->handed_in_at && submission->score == last->score)
    return FF_PUT_SAME;
  return ff_submission_store_update (db, submission, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

FfPut
ff_submissions_enter (FfDb *db, gint64 assignment_id, gint64 enrolment_id, const FfHandInEntry *entry, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Record what was handed in"), error);
  g_autoptr (FfSubmission) last = NULL;
  g_autoptr (GError) local_error = NULL;
  g_auto (Subject) subject = { NULL };
  FfPut result;

  if (batch == NULL || !read_subject (db, assignment_id, enrolment_id, &subject, error))
    return FF_PUT_REFUSED;
  last = ff_submission_store_last (db, assignment_id, enrolment_id, subject.team_id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FF_PUT_REFUSED;
    }
  if (entry != NULL)
    result = write_entry (db, &subject, last, entry, error);
  else if (last == NULL)
    result = FF_PUT_SAME;
  else
    result = ff_submission_store_delete (db, last->id, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}

/* One edition ------------------------------------------------------------------------------------------------------ */

FfSubmission *
ff_submissions_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfSubmission *submission = ff_submission_store_read (db, id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (submission == NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This hand-in does not exist any more."));
  return submission;
}

static gboolean
take_score (const FfAssignment *assignment, FfSubmission *submission, const char *text, gboolean *changed, GError **error)
{
  gint64 score = submission->score;
  g_autofree char *refusal = NULL;
  gboolean other = FALSE;

  if (!ff_take_hundredths (&score, text, "score", &other, error))
    return FALSE;
  if (!other)
    return TRUE;
  refusal = score >= 0 ? refuse_score (assignment, score) : NULL;
  if (refusal != NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "score", "%s", refusal);
      return FALSE;
    }
  submission->score = score;
  *changed = TRUE;
  return TRUE;
}

static gboolean
take_edition (FfDb *db, FfSubmission *submission, const char *text, gboolean *changed, GError **error)
{
  int twins;

  if (!ff_take_line (&submission->edition, text, EDITION_MAX, "edition", changed, error))
    return FALSE;
  if (submission->edition == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "edition", _("Say which edition it is, for example 1.0."));
      return FALSE;
    }
  twins = ff_submission_store_has_edition (db, submission, error);
  if (twins > 0)
    ff_put_set_error (error, FF_ERROR_EXISTS, "edition", _("There is an edition %s already: give another number."), submission->edition);
  return twins == 0;
}

FfPut
ff_submissions_put (FfDb *db, gint64 id, const FfSubmissionDraft *draft, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Change what was handed in"), error);
  g_autoptr (FfSubmission) submission = batch != NULL ? ff_submissions_read (db, id, error) : NULL;
  g_autoptr (FfAssignment) assignment = submission != NULL ? ff_assignments_read (db, submission->assignment_id, error) : NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (assignment == NULL || !take_edition (db, submission, draft->edition, &changed, error)
      || !ff_take_time (&submission->handed_in_at, draft->handed_in_at, "handed_in_at", &changed, error)
      || !take_score (assignment, submission, draft->score, &changed, error)
      || !ff_take_text (&submission->note, draft->note, "note", &changed, error)
      || (changed && !ff_submission_store_update (db, submission, error)) || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_submissions_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Delete what was handed in"), error);

  return batch != NULL && ff_submission_store_delete (db, id, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

GPtrArray *
ff_submissions_of_run (FfDb *db, gint64 run_id, GError **error)
{
  return ff_submission_store_of_run (db, run_id, error);
}
