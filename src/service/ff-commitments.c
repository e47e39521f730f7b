#include "config.h"

#include "ff-commitments.h"

#include <glib/gi18n-lib.h>

#include "ff-enrolment-write.h"
#include "ff-lookup.h"
#include "ff-rows.h"
#include "ff-runs.h"
#include "ff-take.h"
#include "ff-trainee-store.h"

#define HIGHEST_TARGET 1000

/* States --------------------------------------------------------------------------------------------------------- */

static FfDay *
date_of (FfCommitment *commitment, FfCommitmentStatus status)
{
  switch (status)
    {
    case FF_COMMITMENT_SUBMITTED:
      return &commitment->submitted_on;
    case FF_COMMITMENT_APPLIED:
      return &commitment->applied_on;
    case FF_COMMITMENT_VERIFIED:
      return &commitment->verified_on;
    case FF_COMMITMENT_PLANNED:
    default:
      return NULL;
    }
}

/* The dates of states that it has not reached (any more) go. */
static void
forget_later (FfCommitment *commitment)
{
  for (int status = commitment->status + 1; status < FF_N_COMMITMENT_STATUSES; status++)
    *date_of (commitment, status) = FF_NO_DAY;
  if (commitment->status < FF_COMMITMENT_VERIFIED)
    g_clear_pointer (&commitment->verified_by, g_free);
}

static void
set_status (FfCommitment *commitment, FfCommitmentStatus status, gboolean dated)
{
  gboolean forward = status > commitment->status;
  FfDay *date = date_of (commitment, status);

  commitment->status = status;
  if (dated && forward && date != NULL && *date == FF_NO_DAY)
    *date = ff_time_day (ff_time_now ());
  forget_later (commitment);
}

/* Drafts --------------------------------------------------------------------------------------------------------- */

static gboolean
take_kind (FfCommitment *commitment, const char *text, gboolean *changed, GError **error)
{
  FfCommitmentKind kind;

  if (text == NULL)
    return TRUE;
  if (!ff_commitment_kind_parse (text, &kind))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "kind",
                        _("“%s” is no kind of commitment; write card, seven_day, micro_plan or project."), text);
      return FALSE;
    }
  *changed = *changed || kind != commitment->kind;
  commitment->kind = kind;
  return TRUE;
}

static gboolean
take_status (FfCommitment *commitment, const FfCommitmentDraft *draft, gboolean *changed, GError **error)
{
  FfCommitmentStatus status;

  if (draft->status == NULL || *draft->status == '\0')
    return TRUE;
  if (!ff_commitment_status_parse (draft->status, &status))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "status",
                        _("“%s” is no state of a commitment; write planned, submitted, applied or verified."), draft->status);
      return FALSE;
    }
  if (status == commitment->status)
    return TRUE;
  set_status (commitment, status, draft->dated);
  *changed = TRUE;
  return TRUE;
}

/* A date belongs to a state that was reached. */
static gboolean
take_date (FfCommitment *commitment, FfCommitmentStatus status, const char *text, const char *field, gboolean *changed, GError **error)
{
  FfDay *date = date_of (commitment, status);

  if (!ff_take_optional_day (date, text, field, changed, error))
    return FALSE;
  if (*date == FF_NO_DAY || commitment->status >= status)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, field, _("It is not “%s” yet: choose the state first, then its date."),
                    ff_commitment_status_title (status));
  return FALSE;
}

static gboolean
take_dates (FfCommitment *commitment, const FfCommitmentDraft *draft, gboolean *changed, GError **error)
{
  if (!take_date (commitment, FF_COMMITMENT_SUBMITTED, draft->submitted_on, "submitted_on", changed, error)
      || !take_date (commitment, FF_COMMITMENT_APPLIED, draft->applied_on, "applied_on", changed, error)
      || !take_date (commitment, FF_COMMITMENT_VERIFIED, draft->verified_on, "verified_on", changed, error)
      || !ff_take_line (&commitment->verified_by, draft->verified_by, FF_TAKE_LINE_MAX, "verified_by", changed, error))
    return FALSE;
  if (commitment->verified_by == NULL || commitment->status == FF_COMMITMENT_VERIFIED)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "verified_by", _("It is not “%s” yet: choose the state first, then who verified it."),
                    ff_commitment_status_title (FF_COMMITMENT_VERIFIED));
  return FALSE;
}

static gboolean
take_target (FfCommitment *commitment, const char *text, gboolean *changed, GError **error)
{
  int target = commitment->daily_target;

  if (!ff_take_number (&target, text, HIGHEST_TARGET, 0, "daily_target", changed, error))
    return FALSE;
  commitment->daily_target = target;
  return TRUE;
}

static gboolean
take_draft (FfCommitment *commitment, const FfCommitmentDraft *draft, gboolean *changed, GError **error)
{
  return ff_take_line (&commitment->title, draft->title, FF_TAKE_LINE_MAX, "title", changed, error)
         && take_kind (commitment, draft->kind, changed, error) && take_status (commitment, draft, changed, error)
         && ff_take_optional_day (&commitment->starts_on, draft->starts_on, "starts_on", changed, error)
         && ff_take_optional_day (&commitment->due_on, draft->due_on, "due_on", changed, error)
         && ff_take_line (&commitment->mentor, draft->mentor, FF_TAKE_LINE_MAX, "mentor", changed, error)
         && ff_take_text (&commitment->evidence, draft->evidence, "evidence", changed, error)
         && take_dates (commitment, draft, changed, error) && take_target (commitment, draft->daily_target, changed, error)
         && ff_take_text (&commitment->note, draft->note, "note", changed, error);
}

static FfCommitment *
commitment_new (gint64 enrolment_id)
{
  FfCommitment *commitment = g_new0 (FfCommitment, 1);

  commitment->enrolment_id = enrolment_id;
  commitment->due_on = commitment->submitted_on = commitment->applied_on = commitment->verified_on = commitment->starts_on = FF_NO_DAY;
  for (int i = 0; i < FF_LOG_DAYS; i++)
    commitment->cases[i] = FF_LOG_NONE;
  return commitment;
}

/* What a new one has unless the draft says otherwise. */
static gboolean
fill_in (FfDb *db, FfCommitment *commitment, const FfEnrolment *enrolment, const FfCommitmentDraft *draft, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, enrolment->run_id, error);
  g_autoptr (FfTrainee) trainee = NULL;

  if (run == NULL)
    return FALSE;
  if (draft->due_on == NULL)
    commitment->due_on = ff_commitment_due_on (commitment->kind, run->ends_on, commitment->starts_on);
  if (draft->mentor != NULL)
    return TRUE;
  trainee = ff_trainee_store_read (db, enrolment->trainee_id, error);
  if (trainee == NULL)
    return FALSE;
  g_free (commitment->mentor);
  commitment->mentor = g_strdup (trainee->mentor_name);
  return TRUE;
}

static gboolean
check_enrolled (const FfEnrolment *enrolment, GError **error)
{
  if (g_str_equal (enrolment->status, "enrolled"))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "employee_no",
                    _("Commitments are kept only of enrolled trainees, and %s is on the waiting list or withdrawn."), enrolment->name);
  return FALSE;
}

static gboolean
check (FfDb *db, const FfCommitment *commitment, GError **error)
{
  gint64 twin;

  if (commitment->title == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("Say what is to be done, for example “Answer complaints within two hours”."));
      return FALSE;
    }
  twin = ff_commitment_store_find (db, commitment->enrolment_id, commitment->kind, commitment->title, error);
  if (twin == 0 || twin == commitment->id)
    return TRUE;
  if (twin > 0)
    ff_put_set_error (error, FF_ERROR_EXISTS, "title", _("This person has a commitment “%s” of this kind already."), commitment->title);
  return FALSE;
}

/* Putting --------------------------------------------------------------------------------------------------------- */

FfCommitment *
ff_commitments_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfCommitment *commitment = ff_commitment_store_read (db, id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (commitment == NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This commitment does not exist any more."));
  return commitment;
}

/* The log keeps its place among the seven days. */
static gboolean
update (FfDb *db, const FfCommitment *commitment, FfDay old_start, GError **error)
{
  if (!ff_commitment_store_update (db, commitment, error))
    return FALSE;
  if (old_start == FF_NO_DAY || commitment->starts_on == FF_NO_DAY || old_start == commitment->starts_on)
    return TRUE;
  return ff_commitment_store_move_days (db, commitment->id, commitment->starts_on - old_start, error);
}

static gboolean
has_log (const FfCommitment *commitment)
{
  return ff_log_sum (commitment->cases, FF_LOG_DAYS, 1).logged > 0;
}

static gboolean
check_log (const FfCommitment *commitment, GError **error)
{
  if (!has_log (commitment) || (commitment->kind == FF_COMMITMENT_SEVEN_DAY && commitment->starts_on != FF_NO_DAY))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, commitment->kind == FF_COMMITMENT_SEVEN_DAY ? "starts_on" : "kind",
                    _("Days of this plan are logged already: it stays a seven-day plan with a first day. Clear the log first."));
  return FALSE;
}

static FfPut
change (FfDb *db, gint64 id, const FfCommitmentDraft *draft, GError **error)
{
  g_autoptr (FfCommitment) commitment = ff_commitments_read (db, id, error);
  gboolean changed = FALSE;
  FfCommitmentKind old_kind;
  FfDay old_start, usual;

  if (commitment == NULL)
    return FF_PUT_REFUSED;
  old_kind = commitment->kind;
  old_start = commitment->starts_on;
  usual = ff_commitment_due_on (old_kind, FF_NO_DAY, old_start);
  if (!take_draft (commitment, draft, &changed, error) || !check (db, commitment, error) || !check_log (commitment, error))
    return FF_PUT_REFUSED;
  /* A log that begins on another day ends on another, unless somebody gave it a term of its own. */
  if (old_kind == FF_COMMITMENT_SEVEN_DAY && old_start != commitment->starts_on && commitment->due_on == usual)
    commitment->due_on = ff_commitment_due_on (commitment->kind, FF_NO_DAY, commitment->starts_on);
  if (!changed)
    return FF_PUT_SAME;
  return update (db, commitment, old_start, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

static FfPut
add (FfDb *db, gint64 enrolment_id, const FfCommitmentDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfEnrolment) enrolment = ff_enrolment_need (db, enrolment_id, error);
  g_autoptr (FfCommitment) commitment = commitment_new (enrolment_id);
  gboolean changed = FALSE;

  if (enrolment == NULL || !check_enrolled (enrolment, error) || !take_draft (commitment, draft, &changed, error)
      || !check (db, commitment, error) || !fill_in (db, commitment, enrolment, draft, error)
      || !ff_commitment_store_insert (db, commitment, error))
    return FF_PUT_REFUSED;
  *id = commitment->id;
  return FF_PUT_NEW;
}

/* The person's commitment that a draft of a file means; 0: a new one, -1 on error. */
static gint64
find_twin (FfDb *db, gint64 enrolment_id, const FfCommitmentDraft *draft, GError **error)
{
  g_autofree char *title = ff_put_clean_line (draft->title != NULL ? draft->title : "");
  FfCommitmentKind kind = FF_COMMITMENT_ANY;

  /* A kind that does not exist is refused when the draft is taken. */
  if (!ff_commitment_kind_parse (draft->kind, &kind))
    return 0;
  return ff_commitment_store_find (db, enrolment_id, kind, title, error);
}

FfPut
ff_commitments_put (FfDb *db, gint64 update_id, const FfCommitmentDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Record a commitment"), error);
  gint64 found = update_id, enrolment_id = 0, run_id;
  FfPut result;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (batch == NULL)
    return FF_PUT_REFUSED;
  if (update_id == 0)
    {
      if ((run_id = ff_lookup_run (db, draft->run, error)) == 0
          || (enrolment_id = ff_lookup_enrolment (db, run_id, draft->employee_no, draft->run, error)) == 0
          || (found = find_twin (db, enrolment_id, draft, error)) < 0)
        return FF_PUT_REFUSED;
    }
  result = found != 0 ? change (db, found, draft, error) : add (db, enrolment_id, draft, &found, error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = found;
  return result;
}

/* Many at once ----------------------------------------------------------------------------------------------------- */

static gboolean
step_one (FfDb *db, gint64 id, gboolean forward, guint *n_changed, GError **error)
{
  g_autoptr (FfCommitment) commitment = ff_commitments_read (db, id, error);
  int status;

  if (commitment == NULL)
    return FALSE;
  status = CLAMP ((int) commitment->status + (forward ? 1 : -1), FF_COMMITMENT_PLANNED, FF_COMMITMENT_VERIFIED);
  if (status == (int) commitment->status)
    return TRUE;
  set_status (commitment, status, TRUE);
  ++*n_changed;
  return ff_commitment_store_update (db, commitment, error);
}

gboolean
ff_commitments_step (FfDb *db, const gint64 *ids, gsize n, gboolean forward, guint *n_changed, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Change the state of commitments"), error);
  guint changed = 0;

  g_return_val_if_fail (ids != NULL || n == 0, FALSE);

  if (batch == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!step_one (db, ids[i], forward, &changed, error))
      return FALSE;
  if (n_changed != NULL)
    *n_changed = changed;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_commitments_delete (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Delete commitments"), error);

  g_return_val_if_fail (ids != NULL || n == 0, FALSE);

  if (batch == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!ff_commitment_store_delete (db, ids[i], error))
      return FALSE;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

/* The enrolments that have a commitment of the kind, or one that counts as it: gint64 in the commitments. */
static GHashTable *
list_owing (const GPtrArray *commitments, FfCommitmentKind wanted)
{
  GHashTable *owing = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < commitments->len; i++)
    {
      FfCommitment *commitment = g_ptr_array_index (commitments, i);

      if (ff_commitment_counts_as (commitment->kind, wanted))
        g_hash_table_add (owing, &commitment->enrolment_id);
    }
  return owing;
}

gboolean
ff_commitments_owe (FfDb *db, gint64 run_id, const FfCommitmentDraft *draft, guint *n, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Ask everybody for a commitment"), error);
  g_autoptr (GPtrArray) commitments = NULL, enrolments = NULL;
  g_autoptr (GHashTable) owing = NULL;
  FfCommitment kind = { 0 };
  gboolean changed = FALSE;
  guint made = 0;

  g_return_val_if_fail (draft != NULL, FALSE);

  if (batch == NULL || !take_kind (&kind, draft->kind, &changed, error))
    return FALSE;
  commitments = ff_commitment_store_of_run (db, run_id, error);
  if (commitments == NULL)
    return FALSE;
  owing = list_owing (commitments, kind.kind);
  enrolments = ff_enrolment_store_of_run (db, run_id, TRUE, error);
  for (guint i = 0; enrolments != NULL && i < enrolments->len; i++)
    {
      gint64 enrolment_id = ((const FfEnrolment *) g_ptr_array_index (enrolments, i))->id, id;

      if (g_hash_table_contains (owing, &enrolment_id))
        continue;
      if (add (db, enrolment_id, draft, &id, error) == FF_PUT_REFUSED)
        return FALSE;
      made++;
    }
  if (n != NULL)
    *n = made;
  return enrolments != NULL && ff_batch_commit (g_steal_pointer (&batch), error);
}

/* The log ------------------------------------------------------------------------------------------------------------ */

gboolean
ff_commitments_log (FfDb *db, gint64 id, int day, int cases, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Log the cases of a day"), error);
  g_autoptr (FfCommitment) commitment = batch != NULL ? ff_commitments_read (db, id, error) : NULL;

  g_return_val_if_fail (day >= 0 && day < FF_LOG_DAYS && cases >= FF_LOG_NONE, FALSE);

  if (commitment == NULL)
    return FALSE;
  if (commitment->kind != FF_COMMITMENT_SEVEN_DAY || commitment->starts_on == FF_NO_DAY)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The plan of %s has no first day yet: enter it first, then what was done each day."),
                   commitment->name);
      return FALSE;
    }
  return ff_commitment_store_set_day (db, id, commitment->starts_on + day, cases, error)
         && ff_batch_commit (g_steal_pointer (&batch), error);
}

int
ff_commitment_target (const FfCommitment *commitment)
{
  g_return_val_if_fail (commitment != NULL, FF_LOG_TARGET);

  return commitment->daily_target > 0 ? commitment->daily_target : FF_LOG_TARGET;
}

/* Reading ------------------------------------------------------------------------------------------------------------ */

static gpointer
read_row (FfDb *db, gint64 id, FfMinute now, GError **error)
{
  return ff_commitment_store_read (db, id, error);
}

GPtrArray *
ff_commitments_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  return ff_rows_read_by_id (db, ids, n, ff_time_now (), read_row, (GDestroyNotify) ff_commitment_free, error);
}

GArray *
ff_commitments_list (FfDb *db, const FfCommitmentQuery *query, GError **error)
{
  g_return_val_if_fail (query != NULL, NULL);

  return ff_commitment_store_list (db, query, error);
}

GPtrArray *
ff_commitments_of_run (FfDb *db, gint64 run_id, GError **error)
{
  return ff_commitment_store_of_run (db, run_id, error);
}

GPtrArray *
ff_commitments_of_trainee (FfDb *db, gint64 trainee_id, GError **error)
{
  return ff_commitment_store_of_trainee (db, trainee_id, error);
}
