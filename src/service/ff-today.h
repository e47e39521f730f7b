/* What the Today page shows: the week, today's sessions, what is due and what needs attention. */
#pragma once

#include "ff-clashes.h"
#include "ff-runs.h"

G_BEGIN_DECLS

typedef struct
{
  FfSession *session;
  int expected; /* trainees it is meant for */
  int recorded; /* by a status or an arrival */
  int attended;
} FfTodaySession;

typedef struct
{
  FfDay day;
  int sessions;
  GArray *run_ids; /* gint64, one per session, in order: the dashes of the strip */
} FfTodayDay;

typedef enum
{
  FF_DUE_MARKS,         /* a leaf that is not assessed for everybody, from the class's end on, once it is due within 7 days */
  FF_DUE_REGISTER,      /* a session of the last 30 days is over and not everybody is recorded */
  FF_DUE_TASK,          /* an open task of a class's checklist, due within 7 days, or overdue since 90 days at most */
  FF_DUE_ACTION,        /* an open action of the improvement of a class, due within 7 days, or overdue since 90 days at most */
  FF_DUE_HAND_INS,      /* an assignment that not everybody has handed in, from its day on */
  FF_DUE_COMMITMENTS,   /* commitments of one kind that are only planned, from the first one's day on */
  FF_DUE_SESSION_SETUP, /* a session within 7 days has no venue or no trainer */
} FfDueKind;

typedef struct
{
  FfDueKind kind;
  int level; /* 0: none */
  gint64 run_id;
  gint64 session_id; /* 0: the class */
  char *run_code;
  char *title;  /* one translated sentence fragment */
  char *detail; /* "6 of 24 trainees" */
  FfDay due_on;
} FfDue;

typedef struct
{
  gint64 run_id;
  gint64 trainee_id;
  char *title;
  char *detail;
} FfAttention; /* a trainee of a running class who is disqualified, or has missed sessions and can miss no more */

typedef struct
{
  FfMinute now;
  FfTodayDay week[7]; /* from Monday; sessions count on the day on which they begin, cancelled ones nowhere */
  GPtrArray *sessions; /* FfTodaySession that touch today, not cancelled */
  GPtrArray *dues;     /* FfDue, overdue first, then by date */
  GPtrArray *attention; /* FfAttention */
  GPtrArray *clashes;   /* FfClash of the coming weeks that nobody accepted, by time */
  int week_sessions;
  int running_classes;
  double attendance_percent; /* attended ÷ recorded and not excused, of the week so far; −1: nothing recorded */
} FfToday;

/* One read transaction. It reads the figures of the classes that run or ended in the last 90 days: work for a thread of its own. */
FfToday *ff_today_read (FfDb *db, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_today_free (FfToday *today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfToday, ff_today_free)

G_END_DECLS
