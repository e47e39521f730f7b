#include "config.h"

#include "ff-interviews.h"

#include <glib/gi18n-lib.h>

#include "ff-evaluation-store.h"
#include "ff-owned.h"
#include "ff-reaction.h"
#include "ff-take.h"

#define WHOLE 10000

static const FfInterview *
find_of (GPtrArray *interviews, gint64 enrolment_id)
{
  for (guint i = 0; i < interviews->len; i++)
    {
      const FfInterview *interview = g_ptr_array_index (interviews, i);

      if (interview->enrolment_id == enrolment_id)
        return interview;
    }
  return NULL;
}

/* Somebody of an earlier draw who has said something may be drawn again; then he is there already. */
static gboolean
put_drawn (FfDb *db, GPtrArray *kept, gint64 enrolment_id, int position, GError **error)
{
  const FfInterview *stored = find_of (kept, enrolment_id);
  FfInterview interview = { .enrolment_id = enrolment_id, .position = position, .held_on = FF_NO_DAY };

  if (stored == NULL)
    return ff_interview_store_insert (db, &interview, error);
  interview = *stored;
  interview.position = position;
  return ff_interview_store_update (db, &interview, error);
}

static gboolean
put_all (FfDb *db, gint64 run_id, GArray *people, double percent, guint32 seed, GError **error)
{
  guint n = ff_interview_count (people->len, percent);
  g_autofree guint *chosen = g_new (guint, MAX (n, 1));
  g_autoptr (GPtrArray) kept = NULL;

  if (!ff_interview_store_forget_draw (db, run_id, error))
    return FALSE;
  kept = ff_interview_store_list (db, run_id, error);
  if (kept == NULL)
    return FALSE;
  ff_interview_draw (people->len, percent, seed, chosen);
  for (guint i = 0; i < n; i++)
    if (!put_drawn (db, kept, g_array_index (people, gint64, chosen[i]), (int) i + 1, error))
      return FALSE;
  return TRUE;
}

gboolean
ff_interviews_draw (FfDb *db, gint64 run_id, gint64 share, guint32 seed, guint *n, GError **error)
{
  FfEvaluation evaluation = FF_EVALUATION_INIT;
  g_autoptr (GArray) people = NULL;
  double percent = (double) share / 100;

  if (share <= 0 || share > WHOLE)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "share", _("Enter a share above 0 and up to 100 percent."));
      return FALSE;
    }
  people = ff_interview_store_list_drawable (db, run_id, error);
  if (people == NULL || !ff_evaluation_store_read (db, ff_owner_run (run_id), &evaluation, error))
    return FALSE;
  if (people->len == 0)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _("Nobody is enrolled yet: there is nobody to draw."));
      return FALSE;
    }
  if (n != NULL)
    *n = ff_interview_count (people->len, percent);
  evaluation.interview_share = (int) share;
  evaluation.interview_seed = seed;
  return put_all (db, run_id, people, percent, seed, error) && ff_evaluation_store_write (db, &evaluation, error);
}

FfInterview *
ff_interviews_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfInterview *interview = ff_interview_store_read (db, id, &local_error);

  return ff_owned_found (interview, local_error, error);
}

FfPut
ff_interviews_put (FfDb *db, gint64 id, const FfInterviewDraft *draft, GError **error)
{
  g_autoptr (FfInterview) interview = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  interview = ff_interviews_read (db, id, error);
  if (interview == NULL || !ff_take_optional_day (&interview->held_on, draft->held_on, "held_on", &changed, error)
      || !ff_take_line (&interview->interviewer, draft->interviewer, FF_TAKE_LINE_MAX, "interviewer", &changed, error)
      || !ff_take_text (&interview->best, draft->best, "best", &changed, error)
      || !ff_take_text (&interview->worst, draft->worst, "worst", &changed, error)
      || !ff_take_text (&interview->suggestions, draft->suggestions, "suggestions", &changed, error))
    return FF_PUT_REFUSED;
  if (!changed)
    return FF_PUT_SAME;
  return ff_interview_store_update (db, interview, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}
