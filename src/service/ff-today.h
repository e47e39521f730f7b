/* What the Today page shows: the week, today's sessions, what is due and what needs attention. */
#pragma once

#include "ff-runs.h"

G_BEGIN_DECLS

typedef struct
{
  FfSession *session;
  int expected; /* trainees it is meant for */
  int recorded; /* with a verdict */
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
  FF_DUE_MARKS,    /* level 2: leaves not yet assessed after the class's end + their due days */
  FF_DUE_REGISTER, /* a session is over and not everybody is recorded */
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
} FfAttention; /* a trainee of a running class who can miss no more or is disqualified */

typedef struct
{
  FfMinute now;
  FfTodayDay week[7]; /* from Monday */
  GPtrArray *sessions; /* FfTodaySession of today */
  GPtrArray *dues;     /* FfDue, overdue first, then by date */
  GPtrArray *attention; /* FfAttention */
  int week_sessions;
  int running_classes;
  double attendance_percent; /* of the week so far, −1: nothing recorded */
} FfToday;

FfToday *ff_today_read (FfDb *db, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_today_free (FfToday *today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfToday, ff_today_free)

G_END_DECLS
