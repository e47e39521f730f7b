#include "config.h"

#include "ff-check-in.h"

#include "ff-courses.h"
#include "ff-name-key.h"
#include "ff-people.h"
#include "ff-register.h"
#include "ff-roster.h"
#include "ff-runs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ff_check_in_clear (FfCheckIn *result)
{
  g_clear_pointer (&result->employee_no, g_free);
  g_clear_pointer (&result->name, g_free);
  g_clear_pointer (&result->department, g_free);
  g_clear_pointer (&result->enrolment_status, g_free);
}

/* Who ------------------------------------------------------------------------------------------------------------- */

static gboolean
has_digit (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isdigit (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
take_trainee (FfDb *db, gint64 trainee_id, FfCheckIn *result, GError **error)
{
  g_autoptr (FfTrainee) trainee = ff_people_read_trainee (db, trainee_id, error);

  if (trainee == NULL)
    return FALSE;
  result->trainee_id = trainee_id;
  result->employee_no = g_steal_pointer (&trainee->employee_no);
  result->name = g_steal_pointer (&trainee->name);
  result->department = g_steal_pointer (&trainee->department);
  return TRUE;
}

/* Only without digits: a number that was read badly must not be taken for part of another one. */
static gboolean
find_by_name (FfDb *db, const FfSession *session, const char *text, FfCheckIn *result, gint64 *trainee_id, GError **error)
{
  FfEnrolmentQuery query = { .run_id = session->run_id, .search = text };
  g_autoptr (GArray) ids = ff_enrolments_list (db, &query, error);
  g_autoptr (FfEnrolment) enrolment = NULL;

  if (ids == NULL)
    return FALSE;
  if (ids->len > 1)
    result->state = FF_CHECK_IN_AMBIGUOUS;
  if (ids->len != 1)
    return TRUE;
  enrolment = ff_roster_read (db, g_array_index (ids, gint64, 0), error);
  if (enrolment == NULL)
    return FALSE;
  *trainee_id = enrolment->trainee_id;
  return TRUE;
}

/* "CLASS/SESSION", and "CLASS/SESSION+SESSION" for those of one day: the first of them. */
static gboolean
find_session (FfDb *db, const char *text, FfCheckIn *result, GError **error)
{
  const char *slash = strrchr (text, '/');
  g_autofree char *code = NULL;
  g_autofree char *key = NULL;
  gint64 run_id, session_id;

  if (slash == NULL)
    return TRUE;
  code = g_strndup (text, (gsize) (slash - text));
  key = g_strndup (slash + 1, strcspn (slash + 1, "+"));
  run_id = ff_runs_find (db, code, error);
  session_id = run_id > 0 ? ff_session_store_find (db, run_id, key, error) : run_id;
  if (session_id > 0)
    {
      result->state = FF_CHECK_IN_SESSION;
      result->session_id = session_id;
    }
  return session_id >= 0;
}

/* FALSE is an error; otherwise result->trainee_id, or a state that says why it is 0. */
static gboolean
find (FfDb *db, const FfSession *session, const char *text, FfCheckIn *result, GError **error)
{
  g_autofree char *folded = ff_identifier_fold (text);
  gint64 trainee_id = ff_people_find_trainee (db, folded, error);

  result->state = FF_CHECK_IN_UNKNOWN;
  if (trainee_id < 0 || (trainee_id == 0 && !find_session (db, folded, result, error)))
    return FALSE;
  if (trainee_id == 0 && result->state == FF_CHECK_IN_UNKNOWN && *folded != '\0' && !has_digit (folded)
      && !find_by_name (db, session, folded, result, &trainee_id, error))
    return FALSE;
  return trainee_id == 0 || take_trainee (db, trainee_id, result, error);
}

char *
ff_check_in_name (FfDb *db, const char *text)
{
  g_autofree char *folded = ff_identifier_fold (text);
  gint64 id = ff_people_find_trainee (db, folded, NULL);
  g_autoptr (FfTrainee) trainee = id > 0 ? ff_people_read_trainee (db, id, NULL) : NULL;

  return g_strdup (trainee != NULL ? trainee->name : text);
}

/* When ------------------------------------------------------------------------------------------------------------ */

static gboolean
is_signed_in (const FfAttendanceRecord *record)
{
  return (record->set == FF_ATTENDANCE_UNMARKED && record->arrived_at != FF_NO_TIME) || record->set == FF_ATTENDANCE_PRESENT
         || record->set == FF_ATTENDANCE_LATE || record->set == FF_ATTENDANCE_LEFT_EARLY;
}

/* Whoever stands at the door is neither absent nor on leave, whatever was written down before. */
static void
sign_in (FfAttendanceRecord *record, FfMinute at)
{
  *record = FF_ATTENDANCE_RECORD_NONE;
  record->arrived_at = at;
}

/* A status set by hand would hide that somebody left early. */
static void
sign_out (FfAttendanceRecord *record, FfMinute at)
{
  record->left_at = at;
  if (record->arrived_at != FF_NO_TIME)
    record->set = FF_ATTENDANCE_UNMARKED;
}

static gboolean
judge (FfDb *db, const FfSession *session, FfCheckIn *result, GError **error)
{
  FfPlannedSession planned = { session->starts_at, session->ends_at };
  FfAttendanceRule rule;

  if (!ff_rules_read (db, 0, session->run_id, &rule, error))
    return FALSE;
  result->verdict = ff_attendance_judge (&rule, &planned, &result->record);
  return ff_attendance_store_count_session (db, session->id, &result->count, error);
}

static gboolean
stamp (FfDb *db, const FfSession *session, FfMinute at, gboolean leaving, FfCheckIn *result, GError **error)
{
  FfAttendanceRow row;

  if (!ff_attendance_store_read (db, session->id, result->enrolment_id, &row, error))
    return FALSE;
  result->record = row.record;
  if (!leaving && is_signed_in (&row.record))
    {
      result->state = FF_CHECK_IN_ALREADY;
      return TRUE;
    }
  result->state = leaving ? FF_CHECK_IN_SIGNED_OUT : FF_CHECK_IN_SIGNED_IN;
  if (leaving)
    sign_out (&result->record, at);
  else
    sign_in (&result->record, at);
  return ff_register_set (db, session->id, result->enrolment_id, &result->record, error) != FF_PUT_REFUSED;
}

static gboolean
find_enrolment (FfDb *db, const FfSession *session, FfCheckIn *result, GError **error)
{
  gint64 id = ff_enrolment_store_find (db, session->run_id, result->trainee_id, error);
  g_autoptr (FfEnrolment) enrolment = id > 0 ? ff_roster_read (db, id, error) : NULL;

  if (id < 0 || (id > 0 && enrolment == NULL))
    return FALSE;
  if (enrolment == NULL || !g_str_equal (enrolment->status, "enrolled"))
    {
      result->state = FF_CHECK_IN_NOT_ENROLLED;
      result->enrolment_status = enrolment != NULL ? g_strdup (enrolment->status) : NULL;
    }
  else
    result->enrolment_id = id;
  return TRUE;
}

/* Outside ---------------------------------------------------------------------------------------------------------- */

gboolean
ff_check_in (FfDb *db, gint64 session_id, const char *text, FfMinute at, gboolean leaving, FfCheckIn *result, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, leaving ? _ ("Sign out") : _ ("Sign in"), error);
  g_autoptr (FfSession) session = NULL;

  g_return_val_if_fail (text != NULL && result != NULL, FALSE);

  if (batch == NULL)
    return FALSE;
  session = ff_sessions_read (db, session_id, error);
  if (session == NULL)
    return FALSE;
  result->session_id = session_id;
  if (!find (db, session, text, result, error) || (result->trainee_id != 0 && !find_enrolment (db, session, result, error))
      || (result->enrolment_id != 0 && !stamp (db, session, at, leaving, result, error)) || !judge (db, session, result, error))
    return FALSE;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_check_in_enrol (FfDb *db, gint64 session_id, gint64 trainee_id, FfMinute at, FfCheckIn *result, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Enrol and sign in"), error);
  g_autoptr (FfSession) session = NULL;

  g_return_val_if_fail (result != NULL, FALSE);

  if (batch == NULL)
    return FALSE;
  session = ff_sessions_read (db, session_id, error);
  if (session == NULL)
    return FALSE;
  result->session_id = session_id;
  if (!ff_roster_enrol (db, session->run_id, &trainee_id, 1, FALSE, NULL, error) || !take_trainee (db, trainee_id, result, error)
      || !find_enrolment (db, session, result, error) || !stamp (db, session, at, FALSE, result, error)
      || !judge (db, session, result, error))
    return FALSE;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}
