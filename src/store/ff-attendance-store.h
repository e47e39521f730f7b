/* The table attendance: who came when to which session, and for whom a session is meant. */
#pragma once

#include "ff-attendance.h"
#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* 0: nothing is stored */
  gint64 version;
  gint64 session_id;
  gint64 enrolment_id;
  FfAttendanceRecord record;
} FfAttendanceRow;

/* A session of a live class together with somebody's enrolment. */
typedef struct
{
  FfMinute starts_at;
  FfMinute ends_at;
  gboolean cancelled; /* the session, or its class */
  gboolean closed;
  gboolean enrolled;  /* in the session's own class */
  gboolean meant;     /* the session's audience holds this person */
} FfAttendanceTarget;

/* FALSE without an error when either does not exist. */
gboolean ff_attendance_store_read_target (FfDb *db, gint64 session_id, gint64 enrolment_id, FfAttendanceTarget *target, GError **error);
gboolean ff_attendance_store_read (FfDb *db, gint64 session_id, gint64 enrolment_id, FfAttendanceRow *row, GError **error);
/* FALSE without an error when it does not exist. */
gboolean ff_attendance_store_read_by_id (FfDb *db, gint64 id, FfAttendanceRow *row, GError **error);
/* Every row of a class, those of withdrawn people too. @row is good during the call. */
typedef void (*FfAttendanceFunc) (const FfAttendanceRow *row, gpointer user_data);
gboolean ff_attendance_store_foreach_of_run (FfDb *db, gint64 run_id, FfAttendanceFunc func, gpointer user_data, GError **error);
/* Every row that belongs to a session, not cancelled, of a live class and touches [from, to), for enrolled people it is meant for. */
gboolean ff_attendance_store_foreach_between (FfDb *db, FfMinute from, FfMinute to, FfAttendanceFunc func, gpointer user_data,
                                              GError **error);

/* Inserts a row with id 0, updates one with an id, and deletes one whose record says nothing. */
gboolean ff_attendance_store_write (FfDb *db, FfAttendanceRow *row, GError **error);
/* Moves the recorded times of a session. */
gboolean ff_attendance_store_move_days (FfDb *db, gint64 session_id, gint64 days, GError **error);
int ff_attendance_store_count (FfDb *db, gint64 session_id, GError **error); /* rows of a session; -1 on error */
/* gint64 ids of the enrolments for which a session is meant and whose attendance nothing decides yet. */
GArray *ff_attendance_store_list_unmarked (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A session in which an absent one can be made up. */
typedef struct
{
  gint64 session_id;
  char *key;
  char *title;    /* NULL: none */
  char *run_code;
  gboolean own;   /* of the same class */
  FfMinute starts_at;
  FfMinute ends_at;
} FfMakeUp;

void ff_make_up_free (FfMakeUp *make_up);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfMakeUp, ff_make_up_free)

/* FfMakeUp: the other sessions, not cancelled, of all live classes of the same course; the @limit nearest ones in order of date. */
GPtrArray *ff_attendance_store_list_make_ups (FfDb *db, gint64 session_id, int limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfMakeUp: the sessions in which absences of a class were made up. */
GPtrArray *ff_attendance_store_list_made_up_in (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @other_id is among them: 1 or 0; -1 on error. */
int ff_attendance_store_can_make_up (FfDb *db, gint64 session_id, gint64 other_id, GError **error);

/* Somebody whose time was stamped. */
typedef struct
{
  char *name;
  char *employee_no;
  char *department; /* NULL: none */
  FfAttendanceRecord record;
} FfArrival;

void ff_arrival_free (FfArrival *arrival);

/* FfArrival of a session: the @limit last ones, the latest first. */
GPtrArray *ff_attendance_store_list_arrivals (FfDb *db, gint64 session_id, int limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many people a session is meant for, and for how many of them something decides their attendance. */
typedef struct
{
  gint64 session_id;
  int expected;
  int recorded;
} FfSessionCount;

/* FfSessionCount of the sessions, not cancelled, of live classes, not cancelled, that touch [from, to). Nobody is expected in the
   ones that are missing. */
GArray *ff_attendance_store_count_between (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of one session. */
gboolean ff_attendance_store_count_session (FfDb *db, gint64 session_id, FfSessionCount *count, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_attendance_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
