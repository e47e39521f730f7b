/* The table attendance: who came when to which session, and for whom a session is meant. */
#include "config.h"

#include "ff-attendance-store.h"

#include "ff-session-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

#include <glib/gi18n-lib.h>

/* Whether session is meant for enrolment: no audience means everybody in the class. */
#define IS_MEANT                                                                                                              \
  "(NOT EXISTS (SELECT 1 FROM session_audience WHERE session_audience.session_id = session.id)"                               \
  " OR EXISTS (SELECT 1 FROM session_audience WHERE session_audience.session_id = session.id"                                 \
  " AND (session_audience.layer_id = enrolment.layer_id OR session_audience.team_id = enrolment.team_id"                      \
  " OR session_audience.trainee_id = enrolment.trainee_id)))"

#define IN_PERIOD                                                                                                             \
  "run.deleted = 0 AND run.cancelled = 0 AND session.cancelled = 0"                                                           \
  " AND session.starts_at >= $earliest AND session.starts_at < $to AND session.ends_at > $from"

/* One row ------------------------------------------------------------------------------------------------------- */

enum
{
  TARGET_COL_STARTS_AT,
  TARGET_COL_ENDS_AT,
  TARGET_COL_CANCELLED,
  TARGET_COL_RUN_CANCELLED,
  TARGET_COL_CLOSED,
  TARGET_COL_STATUS,
  TARGET_COL_MEANT,
};

gboolean
ff_attendance_store_read_target (FfDb *db, gint64 session_id, gint64 enrolment_id, FfAttendanceTarget *target, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT session.starts_at, session.ends_at, session.cancelled, run.cancelled, session.closed, enrolment.status, " IS_MEANT
      " FROM session JOIN run ON run.id = session.run_id JOIN enrolment ON enrolment.run_id = run.id"
      " WHERE session.id = $session AND enrolment.id = $enrolment AND run.deleted = 0",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$session", session_id);
  ff_statement_bind_int (statement, "$enrolment", enrolment_id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return FALSE;
  target->starts_at = ff_statement_get_time (statement, TARGET_COL_STARTS_AT);
  target->ends_at = ff_statement_get_time (statement, TARGET_COL_ENDS_AT);
  target->cancelled = ff_statement_get_int (statement, TARGET_COL_CANCELLED) != 0
                      || ff_statement_get_int (statement, TARGET_COL_RUN_CANCELLED) != 0;
  target->closed = ff_statement_get_int (statement, TARGET_COL_CLOSED) != 0;
  target->enrolled = g_strcmp0 (ff_statement_get_text (statement, TARGET_COL_STATUS), "enrolled") == 0;
  target->meant = ff_statement_get_int (statement, TARGET_COL_MEANT) != 0;
  return TRUE;
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_SESSION_ID,
  COL_ENROLMENT_ID,
  COL_STATUS,
  COL_ARRIVED_AT,
  COL_LEFT_AT,
  COL_LEAVE_KIND,
  COL_LEAVE_COUNTS,
  COL_MADE_UP,
  COL_MADE_UP_IN,
};

#define COLUMNS                                                                                                               \
  "attendance.id, attendance.version, attendance.session_id, attendance.enrolment_id, attendance.status,"                     \
  " attendance.arrived_at, attendance.left_at, attendance.leave_kind, attendance.leave_counts, attendance.made_up,"            \
  " attendance.made_up_in"

static void
read_row (FfStatement *statement, FfAttendanceRow *row)
{
  row->id = ff_statement_get_int (statement, COL_ID);
  row->version = ff_statement_get_int (statement, COL_VERSION);
  row->session_id = ff_statement_get_int (statement, COL_SESSION_ID);
  row->enrolment_id = ff_statement_get_int (statement, COL_ENROLMENT_ID);
  if (!ff_attendance_status_from_key (ff_statement_get_text (statement, COL_STATUS), &row->record.set))
    row->record.set = FF_ATTENDANCE_UNMARKED;
  row->record.arrived_at = ff_statement_get_time (statement, COL_ARRIVED_AT);
  row->record.left_at = ff_statement_get_time (statement, COL_LEFT_AT);
  row->record.leave_kind = g_intern_string (ff_statement_get_text (statement, COL_LEAVE_KIND));
  row->record.leave_counts = ff_statement_get_int (statement, COL_LEAVE_COUNTS) != 0;
  row->record.made_up = ff_statement_get_int (statement, COL_MADE_UP) != 0;
  row->record.made_up_in = ff_statement_get_int (statement, COL_MADE_UP_IN);
}

gboolean
ff_attendance_store_read (FfDb *db, gint64 session_id, gint64 enrolment_id, FfAttendanceRow *row, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT " COLUMNS " FROM attendance WHERE session_id = $session AND enrolment_id = $enrolment", error);

  if (statement == NULL)
    return FALSE;
  *row = (FfAttendanceRow) { .session_id = session_id, .enrolment_id = enrolment_id, .record = FF_ATTENDANCE_RECORD_NONE };
  ff_statement_bind_int (statement, "$session", session_id);
  ff_statement_bind_int (statement, "$enrolment", enrolment_id);
  switch (ff_statement_step (statement, error))
    {
    case FF_STEP_ROW:
      read_row (statement, row);
      return TRUE;
    case FF_STEP_DONE:
      return TRUE;
    case FF_STEP_ERROR:
    default:
      return FALSE;
    }
}

gboolean
ff_attendance_store_read_by_id (FfDb *db, gint64 id, FfAttendanceRow *row, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT " COLUMNS " FROM attendance WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return FALSE;
  read_row (statement, row);
  return TRUE;
}

/* Many rows ------------------------------------------------------------------------------------------------------- */

static gboolean
foreach (FfStatement *statement, FfAttendanceFunc func, gpointer user_data, GError **error)
{
  FfStep step;

  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfAttendanceRow row;

      read_row (statement, &row);
      func (&row, user_data);
    }
  return step == FF_STEP_DONE;
}

gboolean
ff_attendance_store_foreach_of_run (FfDb *db, gint64 run_id, FfAttendanceFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT " COLUMNS " FROM session JOIN attendance ON attendance.session_id = session.id WHERE session.run_id = $run",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", run_id);
  return foreach (statement, func, user_data, error);
}

static void
bind_period (FfStatement *statement, FfMinute from, FfMinute to)
{
  ff_statement_bind_time (statement, "$earliest", from - FF_SESSION_MAX_DAYS * FF_MINUTES_PER_DAY);
  ff_statement_bind_time (statement, "$from", from);
  ff_statement_bind_time (statement, "$to", to);
}

gboolean
ff_attendance_store_foreach_between (FfDb *db, FfMinute from, FfMinute to, FfAttendanceFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT " COLUMNS " FROM session JOIN run ON run.id = session.run_id JOIN attendance ON attendance.session_id = session.id"
      " JOIN enrolment ON enrolment.id = attendance.enrolment_id"
      " WHERE " IN_PERIOD " AND enrolment.status = 'enrolled' AND " IS_MEANT,
      error);

  if (statement == NULL)
    return FALSE;
  bind_period (statement, from, to);
  return foreach (statement, func, user_data, error);
}

enum
{
  COUNT_COL_SESSION_ID,
  COUNT_COL_EXPECTED,
  COUNT_COL_RECORDED,
};

static FfSessionCount
read_count (FfStatement *row)
{
  return (FfSessionCount) {
    .session_id = ff_statement_get_int (row, COUNT_COL_SESSION_ID),
    .expected = (int) ff_statement_get_int (row, COUNT_COL_EXPECTED),
    .recorded = (int) ff_statement_get_int (row, COUNT_COL_RECORDED),
  };
}

/* The sum keeps SQLite from beginning with everybody who was ever enrolled. */
GArray *
ff_attendance_store_count_between (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (FfSessionCount));
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT session.id, count(*),"
      " count(CASE WHEN attendance.status IS NOT NULL OR attendance.arrived_at IS NOT NULL THEN 1 END)"
      " FROM session JOIN run ON run.id = session.run_id"
      " JOIN enrolment ON enrolment.run_id = session.run_id + 0 AND enrolment.status = 'enrolled'"
      " LEFT JOIN attendance ON attendance.session_id = session.id AND attendance.enrolment_id = enrolment.id"
      " WHERE " IN_PERIOD " AND " IS_MEANT " GROUP BY session.id",
      error);
  FfStep step;

  if (statement == NULL)
    return NULL;
  bind_period (statement, from, to);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfSessionCount count = read_count (statement);

      g_array_append_val (counts, count);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}

gboolean
ff_attendance_store_count_session (FfDb *db, gint64 session_id, FfSessionCount *count, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT session.id, count(*), count(CASE WHEN attendance.status IS NOT NULL OR attendance.arrived_at IS NOT NULL THEN 1 END)"
      " FROM session JOIN enrolment ON enrolment.run_id = session.run_id AND enrolment.status = 'enrolled'"
      " LEFT JOIN attendance ON attendance.session_id = session.id AND attendance.enrolment_id = enrolment.id"
      " WHERE session.id = $session AND " IS_MEANT " GROUP BY session.id",
      error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  *count = (FfSessionCount) { .session_id = session_id };
  ff_statement_bind_int (statement, "$session", session_id);
  step = ff_statement_step (statement, error);
  if (step == FF_STEP_ROW)
    *count = read_count (statement);
  return step != FF_STEP_ERROR;
}

int
ff_attendance_store_count (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT count(*) FROM attendance WHERE session_id = $session", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$session", session_id);
  return (int) ff_rows_get_id (statement, error);
}

GArray *
ff_attendance_store_list_unmarked (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT enrolment.id FROM session JOIN enrolment ON enrolment.run_id = session.run_id AND enrolment.status = 'enrolled'"
      " LEFT JOIN attendance ON attendance.session_id = session.id AND attendance.enrolment_id = enrolment.id"
      " WHERE session.id = $session AND attendance.status IS NULL AND attendance.arrived_at IS NULL AND " IS_MEANT
      " ORDER BY enrolment.id",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$session", session_id);
  return ff_rows_list_ids (statement, error);
}

/* Arrivals -------------------------------------------------------------------------------------------------------- */

void
ff_arrival_free (FfArrival *arrival)
{
  if (arrival == NULL)
    return;
  g_free (arrival->name);
  g_free (arrival->employee_no);
  g_free (arrival->department);
  g_free (arrival);
}

/* After those of the attendance itself. */
enum
{
  ARRIVAL_COL_NAME = COL_MADE_UP_IN + 1,
  ARRIVAL_COL_EMPLOYEE_NO,
  ARRIVAL_COL_DEPARTMENT,
};

static gpointer
arrival_from_row (FfStatement *statement)
{
  FfArrival *arrival = g_new0 (FfArrival, 1);
  FfAttendanceRow row;

  read_row (statement, &row);
  arrival->record = row.record;
  arrival->name = ff_statement_dup_text (statement, ARRIVAL_COL_NAME);
  arrival->employee_no = ff_statement_dup_text (statement, ARRIVAL_COL_EMPLOYEE_NO);
  arrival->department = ff_statement_dup_text (statement, ARRIVAL_COL_DEPARTMENT);
  return arrival;
}

GPtrArray *
ff_attendance_store_list_arrivals (FfDb *db, gint64 session_id, int limit, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT " COLUMNS ", trainee.name, trainee.employee_no, department.path FROM attendance"
      " JOIN enrolment ON enrolment.id = attendance.enrolment_id JOIN trainee ON trainee.id = enrolment.trainee_id"
      " LEFT JOIN department ON department.id = enrolment.department_id"
      " WHERE attendance.session_id = $session AND coalesce (attendance.left_at, attendance.arrived_at) IS NOT NULL"
      " ORDER BY coalesce (attendance.left_at, attendance.arrived_at) DESC, attendance.id DESC LIMIT $limit",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$session", session_id);
  ff_statement_bind_int (statement, "$limit", limit);
  return ff_rows_list (statement, arrival_from_row, (GDestroyNotify) ff_arrival_free, error);
}

/* Sessions that make up others ---------------------------------------------------------------------------------- */

void
ff_make_up_free (FfMakeUp *make_up)
{
  if (make_up == NULL)
    return;
  g_free (make_up->key);
  g_free (make_up->title);
  g_free (make_up->run_code);
  g_free (make_up);
}

/* `missed` is the session that somebody was absent from. */
#define MAKE_UPS                                                                                                              \
  " FROM session AS missed JOIN run AS missed_run ON missed_run.id = missed.run_id"                                           \
  " JOIN run ON run.course_id = missed_run.course_id AND run.deleted = 0 AND run.cancelled = 0"                               \
  " JOIN session ON session.run_id = run.id AND session.cancelled = 0 AND session.id <> missed.id WHERE missed.id = $session"

enum
{
  MAKE_UP_COL_ID,
  MAKE_UP_COL_KEY,
  MAKE_UP_COL_TITLE,
  MAKE_UP_COL_RUN_CODE,
  MAKE_UP_COL_OWN,
  MAKE_UP_COL_STARTS_AT,
  MAKE_UP_COL_ENDS_AT,
};

static gpointer
make_up_from_row (FfStatement *row)
{
  FfMakeUp *make_up = g_new0 (FfMakeUp, 1);

  make_up->session_id = ff_statement_get_int (row, MAKE_UP_COL_ID);
  make_up->key = ff_statement_dup_text (row, MAKE_UP_COL_KEY);
  make_up->title = ff_statement_dup_text (row, MAKE_UP_COL_TITLE);
  make_up->run_code = ff_statement_dup_text (row, MAKE_UP_COL_RUN_CODE);
  make_up->own = ff_statement_get_int (row, MAKE_UP_COL_OWN) != 0;
  make_up->starts_at = ff_statement_get_time (row, MAKE_UP_COL_STARTS_AT);
  make_up->ends_at = ff_statement_get_time (row, MAKE_UP_COL_ENDS_AT);
  return make_up;
}

/* The nearest after and the nearest before are read from the index of times; a course may have been held for many years. */
GPtrArray *
ff_attendance_store_list_make_ups (FfDb *db, gint64 session_id, int limit, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT * FROM (SELECT * FROM (SELECT session.id, session.key, session.title, run.code, run.id = missed.run_id, session.starts_at,"
      " session.ends_at" MAKE_UPS " AND session.starts_at < missed.starts_at ORDER BY session.starts_at DESC, session.id LIMIT $half)"
      " UNION ALL SELECT * FROM (SELECT session.id, session.key, session.title, run.code, run.id = missed.run_id, session.starts_at,"
      " session.ends_at" MAKE_UPS " AND session.starts_at >= missed.starts_at ORDER BY session.starts_at, session.id LIMIT $half))"
      " ORDER BY 6, 1",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$session", session_id);
  ff_statement_bind_int (statement, "$half", limit / 2);
  return ff_rows_list (statement, make_up_from_row, (GDestroyNotify) ff_make_up_free, error);
}

GPtrArray *
ff_attendance_store_list_made_up_in (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT DISTINCT session.id, session.key, session.title, run.code, run.id = missed.run_id, session.starts_at, session.ends_at"
      " FROM session AS missed JOIN attendance ON attendance.session_id = missed.id"
      " JOIN session ON session.id = attendance.made_up_in JOIN run ON run.id = session.run_id WHERE missed.run_id = $run",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_list (statement, make_up_from_row, (GDestroyNotify) ff_make_up_free, error);
}

int
ff_attendance_store_can_make_up (FfDb *db, gint64 session_id, gint64 other_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT EXISTS (SELECT 1" MAKE_UPS " AND session.id = $other)", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$session", session_id);
  ff_statement_bind_int (statement, "$other", other_id);
  return (int) ff_rows_get_id (statement, error);
}

/* Writing --------------------------------------------------------------------------------------------------------- */

static gboolean
says_nothing (const FfAttendanceRecord *record)
{
  return record->set == FF_ATTENDANCE_UNMARKED && record->arrived_at == FF_NO_TIME && record->left_at == FF_NO_TIME;
}

static gboolean
delete_row (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM attendance WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

static void
bind_record (FfStatement *statement, const FfAttendanceRecord *record)
{
  ff_statement_bind_text (statement, "$status", ff_attendance_status_to_key (record->set));
  ff_statement_bind_time (statement, "$arrived_at", record->arrived_at);
  ff_statement_bind_time (statement, "$left_at", record->left_at);
  ff_statement_bind_text (statement, "$leave_kind", record->leave_kind);
  ff_statement_bind_int (statement, "$leave_counts", record->leave_counts);
  ff_statement_bind_int (statement, "$made_up", record->made_up);
  ff_statement_bind_id (statement, "$made_up_in", record->made_up_in);
}

gboolean
ff_attendance_store_write (FfDb *db, FfAttendanceRow *row, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (says_nothing (&row->record))
    return row->id == 0 || delete_row (db, row->id, error);
  if (row->id == 0)
    statement = ff_db_prepare (db,
                               "INSERT INTO attendance (session_id, enrolment_id, status, arrived_at, left_at, leave_kind, leave_counts, made_up,"
                               " made_up_in) VALUES ($session, $enrolment, $status, $arrived_at, $left_at, $leave_kind, $leave_counts, $made_up,"
                               " $made_up_in)",
                               error);
  else
    statement = ff_db_prepare (db,
                               "UPDATE attendance SET status = $status, arrived_at = $arrived_at, left_at = $left_at,"
                               " leave_kind = $leave_kind, leave_counts = $leave_counts, made_up = $made_up, made_up_in = $made_up_in, version = version + 1 WHERE id = $id",
                               error);
  if (statement == NULL)
    return FALSE;
  bind_record (statement, &row->record);
  if (row->id != 0)
    {
      ff_statement_bind_int (statement, "$id", row->id);
      return ff_statement_run (statement, NULL, error);
    }
  ff_statement_bind_int (statement, "$session", row->session_id);
  ff_statement_bind_int (statement, "$enrolment", row->enrolment_id);
  return ff_statement_insert (statement, &row->id, error);
}

static void
collect_row (const FfAttendanceRow *row, gpointer user_data)
{
  g_array_append_vals (user_data, row, 1);
}

gboolean
ff_attendance_store_move_days (FfDb *db, gint64 session_id, gint64 days, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (FfAttendanceRow));
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT " COLUMNS " FROM attendance WHERE session_id = $session", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$session", session_id);
  if (!foreach (statement, collect_row, rows, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      FfAttendanceRow *row = &g_array_index (rows, FfAttendanceRow, i);

      if (row->record.arrived_at == FF_NO_TIME && row->record.left_at == FF_NO_TIME)
        continue;
      if (row->record.arrived_at != FF_NO_TIME)
        row->record.arrived_at += days * FF_MINUTES_PER_DAY;
      if (row->record.left_at != FF_NO_TIME)
        row->record.left_at += days * FF_MINUTES_PER_DAY;
      if (!ff_attendance_store_write (db, row, error))
        return FALSE;
    }
  return TRUE;
}

/* Invariants ------------------------------------------------------------------------------------------------------ */

enum
{
  CHECK_COL_NAME,
  CHECK_COL_RUN_CODE,
  CHECK_COL_KEY,
};

static char *
describe_foreign (FfStatement *row)
{
  /* Translators: a person, a class's code, a session's key */
  return g_strdup_printf (_ ("%s has attendance in class %s, session %s, but is enrolled in another class."),
                          ff_statement_get_text (row, CHECK_COL_NAME), ff_statement_get_text (row, CHECK_COL_RUN_CODE),
                          ff_statement_get_text (row, CHECK_COL_KEY));
}

static char *
describe_order (FfStatement *row)
{
  /* Translators: a person, a class's code, a session's key */
  return g_strdup_printf (_ ("%s left class %s, session %s before arriving."), ff_statement_get_text (row, CHECK_COL_NAME),
                          ff_statement_get_text (row, CHECK_COL_RUN_CODE), ff_statement_get_text (row, CHECK_COL_KEY));
}

#define CHECK                                                                                                                 \
  "SELECT trainee.name, run.code, session.key FROM attendance JOIN session ON session.id = attendance.session_id"             \
  " JOIN run ON run.id = session.run_id JOIN enrolment ON enrolment.id = attendance.enrolment_id"                             \
  " JOIN trainee ON trainee.id = enrolment.trainee_id WHERE "

gboolean
ff_attendance_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (db, CHECK "enrolment.run_id <> session.run_id ORDER BY attendance.id", describe_foreign, findings,
                                     error)
         && ff_statement_describe_rows (db, CHECK "attendance.left_at < attendance.arrived_at ORDER BY attendance.id", describe_order,
                                        findings, error);
}
