/* Use cases about enrolments: who is in which class, and in which team. */
#include "config.h"

#include "ff-runs.h"

#include "ff-commitment-store.h"
#include "ff-enrolment-write.h"
#include "ff-exclusion-store.h"
#include "ff-interview-store.h"
#include "ff-lookup.h"
#include "ff-roster.h"
#include "ff-settling.h"
#include "ff-take.h"
#include "ff-word.h"

#include <glib/gi18n-lib.h>

static gboolean
apply_status (FfEnrolment *enrolment, const char *text, gboolean *changed, GError **error)
{
  enum
  {
    ENROLLED,
    WAITLISTED,
    WITHDRAWN,
  };
  static const char *const keys[] = { [ENROLLED] = "enrolled", [WAITLISTED] = "waitlisted", [WITHDRAWN] = "withdrawn" };
  static const FfWord words[] = {
    { "", ENROLLED },         { "enrolled", ENROLLED },     { "已报名", ENROLLED },   { "报名", ENROLLED },   { "已報名", ENROLLED },
    { "報名", ENROLLED },     { "在读", ENROLLED },         { "在訓", ENROLLED },     { "正式", ENROLLED },   { "waitlisted", WAITLISTED },
    { "waiting", WAITLISTED }, { "waitlist", WAITLISTED },  { "候补", WAITLISTED },   { "候補", WAITLISTED }, { "withdrawn", WITHDRAWN },
    { "退训", WITHDRAWN },    { "退訓", WITHDRAWN },        { "已退训", WITHDRAWN },  { "已退訓", WITHDRAWN }, { "退出", WITHDRAWN },
    { "取消", WITHDRAWN },
  };
  int status;

  if (text == NULL)
    return TRUE;
  if (!ff_word_find_in (words, text, &status))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "status",
                        _ ("“%s” is no status of an enrolment; write enrolled, waitlisted or withdrawn."), text);
      return FALSE;
    }
  return ff_take_line (&enrolment->status, keys[status], FF_TAKE_LINE_MAX, "status", changed, error);
}

static gboolean
apply_team (FfDb *db, FfEnrolment *enrolment, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *name = NULL;
  gint64 id = 0;

  if (text == NULL)
    return TRUE;
  name = ff_put_clean_line (text);
  if (*name != '\0')
    id = ff_team_store_make (db, enrolment->run_id, name, error);
  if (id < 0)
    return FALSE;
  *changed |= enrolment->team_id != id;
  enrolment->team_id = id;
  return TRUE;
}

FfPut
ff_enrolments_put (FfDb *db, const FfEnrolmentDraft *draft, gboolean *over_capacity, gint64 *id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Change an enrolment"), error);
  g_autoptr (FfEnrolment) enrolment = NULL;
  gint64 run_id, trainee_id;
  g_autofree char *before = NULL;
  gboolean changed = FALSE;
  FfPut result;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (over_capacity != NULL)
    *over_capacity = FALSE;
  if (batch == NULL || (run_id = ff_lookup_run (db, draft->run, error)) == 0
      || (trainee_id = ff_lookup_trainee (db, draft->employee_no, error)) == 0)
    return FF_PUT_REFUSED;
  enrolment = ff_enrolment_find_or_new (db, run_id, trainee_id, error);
  if (enrolment == NULL)
    return FF_PUT_REFUSED;
  before = enrolment->id != 0 ? g_strdup (enrolment->status) : NULL;
  if (!apply_status (enrolment, draft->status, &changed, error)
      || !ff_take_yes_no (&enrolment->leader, draft->leader, "leader", &changed, error)
      || !apply_team (db, enrolment, draft->team, &changed, error))
    return FF_PUT_REFUSED;
  if (g_strcmp0 (before, "withdrawn") == 0 && !g_str_equal (enrolment->status, "withdrawn"))
    g_clear_pointer (&enrolment->reason, g_free);
  if (!ff_take_line (&enrolment->reason, draft->reason, FF_TAKE_LINE_MAX, "reason", &changed, error))
    return FF_PUT_REFUSED;
  result = ff_enrolment_write (db, enrolment, before, changed, error);
  if (result == FF_PUT_REFUSED)
    return FF_PUT_REFUSED;
  if (over_capacity != NULL && result != FF_PUT_SAME && g_str_equal (enrolment->status, "enrolled"))
    {
      int over = ff_enrolment_store_is_over_capacity (db, run_id, error);

      if (over < 0)
        return FF_PUT_REFUSED;
      *over_capacity = over > 0;
    }
  if (id != NULL)
    *id = enrolment->id;
  return ff_batch_commit (g_steal_pointer (&batch), error) ? result : FF_PUT_REFUSED;
}

gboolean
ff_enrolments_add (FfDb *db, gint64 run_id, const gint64 *trainee_ids, gsize n, GError **error)
{
  return ff_roster_enrol (db, run_id, trainee_ids, n, FALSE, NULL, error);
}

gboolean
ff_enrolments_withdraw (FfDb *db, gint64 enrolment_id, const char *reason, GError **error)
{
  return ff_roster_withdraw (db, &enrolment_id, 1, reason, error);
}

gboolean
ff_enrolments_delete (FfDb *db, gint64 enrolment_id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Remove an enrolment"), error);
  g_autoptr (FfEnrolment) enrolment = NULL;
  int records;

  if (batch == NULL)
    return FALSE;
  enrolment = ff_enrolment_need (db, enrolment_id, error);
  if (enrolment == NULL)
    return FALSE;
  if (g_str_equal (enrolment->status, "enrolled") && !ff_settling_check_open (db, enrolment->run_id, error))
    return FALSE;
  records = ff_enrolment_store_count_records (db, enrolment_id, error);
  if (records < 0)
    return FALSE;
  if (records > 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("%s has attendance, marks or hand-ins in this class; withdraw the enrolment instead of removing it."), enrolment->name);
      return FALSE;
    }
  return ff_commitment_store_delete_of_enrolment (db, enrolment_id, error)
         && ff_exclusion_store_delete_of_enrolment (db, enrolment_id, error)
         && ff_interview_store_delete_of_enrolment (db, enrolment_id, error) && ff_enrolment_store_delete (db, enrolment_id, error)
         && ff_batch_commit (g_steal_pointer (&batch), error);
}

static gboolean
apply_waiver (FfEnrolment *enrolment, const char *reason, const char *decider, gboolean *changed, GError **error)
{
  /* Both are cleared together. */
  if (!ff_take_line (&enrolment->waived_reason, reason != NULL ? reason : "", FF_TAKE_LINE_MAX, "reason", changed, error)
      || !ff_take_line (&enrolment->waived_by, reason != NULL && decider != NULL ? decider : "", FF_TAKE_LINE_MAX, "decider", changed, error))
    return FALSE;
  if (reason == NULL || (enrolment->waived_reason != NULL && enrolment->waived_by != NULL))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, enrolment->waived_reason == NULL ? "reason" : "decider",
                    _ ("A disqualification is waived for a reason and by somebody; write both."));
  return FALSE;
}

FfPut
ff_enrolments_waive (FfDb *db, gint64 enrolment_id, const char *reason, const char *decider, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Waive a disqualification"), error);
  g_autoptr (FfEnrolment) enrolment = NULL;
  gboolean changed = FALSE;

  if (batch == NULL)
    return FF_PUT_REFUSED;
  enrolment = ff_enrolment_need (db, enrolment_id, error);
  if (enrolment == NULL || !apply_waiver (enrolment, reason, decider, &changed, error))
    return FF_PUT_REFUSED;
  if (changed && !ff_settling_check_open (db, enrolment->run_id, error))
    return FF_PUT_REFUSED;
  if (changed && !ff_enrolment_store_set_waiver (db, enrolment_id, enrolment->waived_reason, enrolment->waived_by, error))
    return FF_PUT_REFUSED;
  if (!ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

GPtrArray *
ff_enrolments_of_run (FfDb *db, gint64 run_id, GError **error)
{
  return ff_enrolment_store_of_run (db, run_id, FALSE, error);
}

GArray *
ff_enrolments_list (FfDb *db, const FfEnrolmentQuery *query, GError **error)
{
  g_return_val_if_fail (db != NULL && query != NULL, NULL);

  return ff_enrolment_store_list (db, query, error);
}

GPtrArray *
ff_enrolments_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full ((guint) n, (GDestroyNotify) ff_enrolment_free);

  g_return_val_if_fail (db != NULL, NULL);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) local_error = NULL;
      FfEnrolment *enrolment = ff_enrolment_store_read (db, ids[i], &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      g_ptr_array_add (rows, enrolment);
    }
  return g_steal_pointer (&rows);
}
