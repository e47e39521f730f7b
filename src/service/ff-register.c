/* Use cases of attendance. */
#include "config.h"

#include "ff-register.h"

#include "ff-attendance-store.h"
#include "ff-leave-kinds.h"
#include "ff-lookup.h"
#include "ff-runs.h"
#include "ff-settling.h"
#include "ff-word.h"

#include <glib/gi18n-lib.h>

gboolean
ff_register_parse_status (const char *text, FfAttendanceStatus *status)
{
  static const FfWord words[] = {
    { "", FF_ATTENDANCE_UNMARKED },         { "unmarked", FF_ATTENDANCE_UNMARKED }, { "未登记", FF_ATTENDANCE_UNMARKED },
    { "未登記", FF_ATTENDANCE_UNMARKED },   { "present", FF_ATTENDANCE_PRESENT },   { "出勤", FF_ATTENDANCE_PRESENT },
    { "出席", FF_ATTENDANCE_PRESENT },      { "到", FF_ATTENDANCE_PRESENT },        { "已到", FF_ATTENDANCE_PRESENT },
    { "正常", FF_ATTENDANCE_PRESENT },      { "late", FF_ATTENDANCE_LATE },         { "迟到", FF_ATTENDANCE_LATE },
    { "遲到", FF_ATTENDANCE_LATE },         { "leftearly", FF_ATTENDANCE_LEFT_EARLY }, { "早退", FF_ATTENDANCE_LEFT_EARLY },
    { "absent", FF_ATTENDANCE_ABSENT },     { "缺勤", FF_ATTENDANCE_ABSENT },       { "缺席", FF_ATTENDANCE_ABSENT },
    { "旷课", FF_ATTENDANCE_ABSENT },       { "曠課", FF_ATTENDANCE_ABSENT },       { "未到", FF_ATTENDANCE_ABSENT },
    { "excused", FF_ATTENDANCE_EXCUSED },   { "leave", FF_ATTENDANCE_EXCUSED },     { "onleave", FF_ATTENDANCE_EXCUSED },
    { "请假", FF_ATTENDANCE_EXCUSED },      { "請假", FF_ATTENDANCE_EXCUSED },
  };
  int value;

  if (!ff_word_find_in (words, text != NULL ? text : "", &value))
    return FALSE;
  *status = (FfAttendanceStatus) value;
  return TRUE;
}

const char *
ff_attendance_status_title (FfAttendanceStatus status)
{
  switch (status)
    {
    case FF_ATTENDANCE_UNMARKED:
      return C_ ("attendance", "Unmarked");
    case FF_ATTENDANCE_PRESENT:
      return C_ ("attendance", "Present");
    case FF_ATTENDANCE_LATE:
      return C_ ("attendance", "Late");
    case FF_ATTENDANCE_LEFT_EARLY:
      return C_ ("attendance", "Left early");
    case FF_ATTENDANCE_ABSENT:
      return C_ ("attendance", "Absent");
    case FF_ATTENDANCE_EXCUSED:
      return C_ ("attendance", "Excused");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Checks ---------------------------------------------------------------------------------------------------------- */

static gboolean
read_target (FfDb *db, gint64 session_id, gint64 enrolment_id, FfAttendanceTarget *target, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (ff_attendance_store_read_target (db, session_id, enrolment_id, target, &local_error))
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This session or this enrolment does not exist any more."));
  return FALSE;
}

static gboolean
validate_target (const FfAttendanceTarget *target, GError **error)
{
  if (!target->enrolled)
    ff_put_set_error (error, FF_ERROR_INVALID, "employee_no",
                      _ ("Attendance is kept only of enrolled trainees, and this one is on the waiting list or withdrawn."));
  else if (target->cancelled)
    ff_put_set_error (error, FF_ERROR_INVALID, "session", _ ("The session is cancelled, so that nobody attends it."));
  else if (!target->meant)
    ff_put_set_error (error, FF_ERROR_INVALID, "session",
                      _ ("The session is not meant for this trainee; change its audience or the trainee's team first."));
  else if (target->closed)
    ff_put_set_error (error, FF_ERROR_INVALID, "session", _ ("The register of this session is closed; reopen it to change attendance."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_on_days (const FfAttendanceTarget *target, FfMinute time)
{
  return time == FF_NO_TIME
         || (ff_time_day (time) >= ff_time_day (target->starts_at) && ff_time_day (time) <= ff_time_day (target->ends_at));
}

static gboolean
validate_times (const FfAttendanceTarget *target, const FfAttendanceRecord *record, GError **error)
{
  g_autofree char *start = ff_time_format (target->starts_at);
  g_autofree char *end = ff_time_format (target->ends_at);

  if (!is_on_days (target, record->arrived_at))
    ff_put_set_error (error, FF_ERROR_INVALID, "arrived_at", _ ("The arrival is not on the day of the session, which starts at %s."), start);
  else if (!is_on_days (target, record->left_at))
    ff_put_set_error (error, FF_ERROR_INVALID, "left_at", _ ("The departure is not on the day of the session, which starts at %s."), start);
  else if (record->arrived_at != FF_NO_TIME && record->arrived_at > target->ends_at)
    ff_put_set_error (error, FF_ERROR_INVALID, "arrived_at", _ ("The arrival lies after the end of the session at %s."), end);
  else if (record->arrived_at != FF_NO_TIME && record->left_at != FF_NO_TIME && record->left_at < record->arrived_at)
    ff_put_set_error (error, FF_ERROR_INVALID, "left_at", _ ("The departure lies before the arrival; check both times."));
  else
    return TRUE;
  return FALSE;
}

/* What a leave counts as is taken from its kind when it is entered: a kind that is changed later leaves the past alone. */
static gboolean
take_leave_kind (FfDb *db, const FfAttendanceRow *row, FfAttendanceRecord *record, GError **error)
{
  g_autoptr (GPtrArray) kinds = NULL;
  const FfLeaveKind *kind;

  if (record->leave_kind == NULL || record->leave_kind == row->record.leave_kind)
    return TRUE;
  kinds = ff_leave_kinds_list (db, error);
  if (kinds == NULL)
    return FALSE;
  kind = ff_leave_kinds_lookup (kinds, record->leave_kind);
  if (kind == NULL)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "status", _ ("There is no kind of leave “%s” any more; choose another one."),
                      record->leave_kind);
  else
    record->leave_counts = kind->counts;
  return kind != NULL;
}

static gboolean
validate_make_up (FfDb *db, const FfAttendanceRow *row, const FfAttendanceRecord *record, GError **error)
{
  int can;

  if (record->made_up_in == 0 || record->made_up_in == row->record.made_up_in)
    return TRUE;
  can = ff_attendance_store_can_make_up (db, row->session_id, record->made_up_in, error);
  if (can == 0)
    ff_put_set_error (error, FF_ERROR_INVALID, "made_up_in",
                      _ ("An absence is made up in another session, not cancelled, of the same course; choose one of those."));
  return can > 0;
}

static FfPut
write_record (FfDb *db, const FfAttendanceTarget *target, FfAttendanceRow *row, const FfAttendanceRecord *wanted, GError **error)
{
  gboolean is_new = row->id == 0;
  FfAttendanceRecord record = *wanted;

  ff_attendance_record_tidy (&record);
  if (!take_leave_kind (db, row, &record, error))
    return FF_PUT_REFUSED;
  if (ff_attendance_record_equal (&row->record, &record))
    return FF_PUT_SAME;
  if (!validate_target (target, error) || !validate_times (target, &record, error) || !validate_make_up (db, row, &record, error))
    return FF_PUT_REFUSED;
  row->record = record;
  if (!ff_settling_check_enrolment_open (db, row->enrolment_id, error) || !ff_attendance_store_write (db, row, error))
    return FF_PUT_REFUSED;
  return is_new ? FF_PUT_NEW : FF_PUT_CHANGED;
}

/* From a draft ---------------------------------------------------------------------------------------------------- */

/* A time of day means the day of the session on which it lies nearer to @near: sessions over midnight have two. */
static FfMinute
on_session_day (const FfAttendanceTarget *target, int minute_of_day, FfMinute near)
{
  FfMinute best = ff_day_start (ff_time_day (target->starts_at)) + minute_of_day;

  for (FfDay day = ff_time_day (target->starts_at) + 1; day <= ff_time_day (target->ends_at); day++)
    {
      FfMinute candidate = ff_day_start (day) + minute_of_day;

      if (ABS (candidate - near) < ABS (best - near))
        best = candidate;
    }
  return best;
}

static gboolean
apply_time (FfMinute *time, const char *text, const FfAttendanceTarget *target, FfMinute near, const char *field, GError **error)
{
  int minute_of_day;

  if (text == NULL)
    return TRUE;
  if (*text == '\0')
    *time = FF_NO_TIME;
  else if (ff_clock_parse (text, &minute_of_day))
    *time = on_session_day (target, minute_of_day, near);
  else if (!ff_time_parse (text, time))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _ ("“%s” is not a time; write it like 09:12."), text);
      return FALSE;
    }
  return TRUE;
}

/* A status, or a kind of leave, which says that somebody is excused. */
static gboolean
apply_status (FfDb *db, FfAttendanceRecord *record, const char *text, GError **error)
{
  g_autoptr (GPtrArray) kinds = NULL;
  const FfLeaveKind *kind;

  if (text == NULL || ff_register_parse_status (text, &record->set))
    return TRUE;
  kinds = ff_leave_kinds_list (db, error);
  if (kinds == NULL)
    return FALSE;
  kind = ff_leave_kinds_find (kinds, text);
  if (kind == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "status",
                        _ ("“%s” is no attendance; write present, late, left_early, absent or excused."), text);
      return FALSE;
    }
  record->set = FF_ATTENDANCE_EXCUSED;
  record->leave_kind = kind->key;
  return TRUE;
}

static gboolean
apply_draft (FfDb *db, FfAttendanceRecord *record, const FfAttendanceDraft *draft, const FfAttendanceTarget *target, GError **error)
{
  if (!apply_status (db, record, draft->status, error))
    return FALSE;
  if (!apply_time (&record->arrived_at, draft->arrived_at, target, target->starts_at, "arrived_at", error)
      || !apply_time (&record->left_at, draft->left_at, target, target->ends_at, "left_at", error))
    return FALSE;
  return TRUE;
}

FfPut
ff_register_put (FfDb *db, const FfAttendanceDraft *draft, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Record attendance"), error);
  FfAttendanceTarget target;
  FfAttendanceRow row;
  FfAttendanceRecord record;
  gint64 run_id, session_id, enrolment_id;
  FfPut result;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (batch == NULL || (run_id = ff_lookup_run (db, draft->run, error)) == 0
      || (session_id = ff_lookup_session (db, run_id, draft->session, draft->run, error)) == 0
      || (enrolment_id = ff_lookup_enrolment (db, run_id, draft->employee_no, draft->run, error)) == 0
      || !read_target (db, session_id, enrolment_id, &target, error)
      || !ff_attendance_store_read (db, session_id, enrolment_id, &row, error))
    return FF_PUT_REFUSED;
  record = row.record;
  if (!apply_draft (db, &record, draft, &target, error))
    return FF_PUT_REFUSED;
  result = write_record (db, &target, &row, &record, error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}

FfPut
ff_register_set (FfDb *db, gint64 session_id, gint64 enrolment_id, const FfAttendanceRecord *record, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Record attendance"), error);
  FfAttendanceTarget target;
  FfAttendanceRow row;
  FfPut result;

  g_return_val_if_fail (record != NULL, FF_PUT_REFUSED);

  if (batch == NULL || !read_target (db, session_id, enrolment_id, &target, error)
      || !ff_attendance_store_read (db, session_id, enrolment_id, &row, error))
    return FF_PUT_REFUSED;
  result = write_record (db, &target, &row, record, error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}

static void
set_not_recorded (GError **error)
{
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This attendance is not recorded any more."));
}

gboolean
ff_register_read_row (FfDb *db, gint64 attendance_id, FfAttendanceRow *row, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (ff_attendance_store_read_by_id (db, attendance_id, row, &local_error))
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    set_not_recorded (error);
  return FALSE;
}

gboolean
ff_register_read_cell (FfDb *db, gint64 session_id, gint64 enrolment_id, FfAttendanceRow *row, GError **error)
{
  if (!ff_attendance_store_read (db, session_id, enrolment_id, row, error))
    return FALSE;
  if (row->id == 0)
    set_not_recorded (error);
  return row->id != 0;
}

/* A whole register ------------------------------------------------------------------------------------------------ */

static gboolean
is_open (const FfSession *session, GError **error)
{
  if (session->cancelled)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("Session %s is cancelled, so that nobody attends it."), session->key);
  else if (session->closed)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("The register of session %s is closed; reopen it to change attendance."), session->key);
  else
    return TRUE;
  return FALSE;
}

static gboolean
holds (const gint64 *ids, gsize n, gint64 id)
{
  for (gsize i = 0; i < n; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

/* Everybody unmarked but the @n_except. @n may be NULL. */
static gboolean
mark_rest (FfDb *db, gint64 session_id, FfAttendanceStatus status, const gint64 *except, gsize n_except, guint *n, GError **error)
{
  g_autoptr (GArray) unmarked = ff_attendance_store_list_unmarked (db, session_id, error);
  guint n_marked = 0;

  if (unmarked == NULL)
    return FALSE;
  if (unmarked->len > 0 && !ff_settling_check_enrolment_open (db, g_array_index (unmarked, gint64, 0), error))
    return FALSE;
  for (guint i = 0; i < unmarked->len; i++)
    {
      gint64 enrolment_id = g_array_index (unmarked, gint64, i);
      FfAttendanceRow row;

      if (holds (except, n_except, enrolment_id))
        continue;
      if (!ff_attendance_store_read (db, session_id, enrolment_id, &row, error))
        return FALSE;
      row.record.set = status;
      if (!ff_attendance_store_write (db, &row, error))
        return FALSE;
      n_marked++;
    }
  if (n != NULL)
    *n = n_marked;
  return TRUE;
}

static gboolean
set_closed (FfDb *db, FfSession *session, gboolean closed, GError **error)
{
  if (session->closed == closed)
    return TRUE;
  session->closed = closed;
  return ff_session_store_update (db, session, error);
}

gboolean
ff_register_close (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Close a register"), error);
  g_autoptr (FfSession) session = NULL;

  if (batch == NULL)
    return FALSE;
  session = ff_sessions_read (db, session_id, error);
  if (session == NULL || !is_open (session, error))
    return FALSE;
  if (session->starts_at > ff_time_now ())
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("Session %s has not begun yet; its register can be closed once the session takes place."), session->key);
      return FALSE;
    }
  return mark_rest (db, session_id, FF_ATTENDANCE_ABSENT, NULL, 0, NULL, error) && set_closed (db, session, TRUE, error)
         && ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_register_reopen (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Reopen a register"), error);
  g_autoptr (FfSession) session = NULL;

  if (batch == NULL)
    return FALSE;
  session = ff_sessions_read (db, session_id, error);
  return session != NULL && set_closed (db, session, FALSE, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_register_mark_present_except (FfDb *db, gint64 session_id, const gint64 *except, gsize n_except, guint *n, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Mark the others present"), error);
  g_autoptr (FfSession) session = NULL;

  g_return_val_if_fail (except != NULL || n_except == 0, FALSE);

  if (batch == NULL)
    return FALSE;
  session = ff_sessions_read (db, session_id, error);
  return session != NULL && is_open (session, error)
         && mark_rest (db, session_id, FF_ATTENDANCE_PRESENT, except, n_except, n, error)
         && ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_register_mark_rest_present (FfDb *db, gint64 session_id, guint *n, GError **error)
{
  return ff_register_mark_present_except (db, session_id, NULL, 0, n, error);
}
