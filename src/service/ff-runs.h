/* Use cases about classes (runs): the class itself, its sessions, its enrolments. */
#pragma once

#include "ff-put.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_RUN_PLANNED,
  FF_RUN_RUNNING,
  FF_RUN_FINISHED,
  FF_RUN_CANCELLED,
} FfRunStatus;

/* "planned", "running", "finished", "cancelled" */
const char *ff_run_status_to_key (FfRunStatus status);
/* In the reader's language. */
const char *ff_run_status_title (FfRunStatus status);
/* planned before its first day, running through ends_on, finished after. */
FfRunStatus ff_run_status (FfDay starts_on, FfDay ends_on, gboolean cancelled, FfMinute now);

typedef struct
{
  const char *code;      /* the key */
  const char *course;    /* a code; required of a new one */
  const char *title;     /* default: the course's */
  const char *starts_on; /* required of a new one */
  const char *ends_on;   /* default: starts_on */
  const char *capacity;
  const char *month;     /* of a plan without dates: YYYY-MM, 3, 3月 with the year of now; starts_on becomes its first day */
  const char *category;
  const char *department;
  const char *hours;
  const char *budget;
  const char *required;  /* 1, 0, yes, no, 是, 否 */
} FfRunDraft;

typedef struct
{
  gint64 id;
  gint64 version;
  char *code;
  char *title;
  gint64 course_id;
  char *course_code;
  char *course_title;
  FfDay starts_on;
  FfDay ends_on;
  int capacity; /* -1: not said */
  char *category;
  char *department;
  gint64 hours;  /* hundredths, -1 */
  gint64 budget; /* hundredths, -1 */
  gboolean required;
  gboolean cancelled;
  char *reason;
  FfRunStatus status;
  int enrolled;
  int waitlisted;
  int sessions; /* not cancelled */
  int held;
} FfRun;

void ff_run_free (FfRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRun, ff_run_free)

/* A new class copies its course's scheme, rule and evaluation. */
FfPut ff_runs_put (FfDb *db, gint64 update_id, const FfRunDraft *draft, gint64 *id, GError **error);
gboolean ff_runs_cancel (FfDb *db, gint64 id, const char *reason, GError **error);
gboolean ff_runs_delete (FfDb *db, gint64 id, GError **error);
gint64 ff_runs_find (FfDb *db, const char *code, GError **error); /* 0 if there is none, -1 on error */
FfRun *ff_runs_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfRun by primary keys, in their order; missing ones are NULL. */
GPtrArray *ff_runs_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  FF_RUN_SORT_STARTS,
  FF_RUN_SORT_CODE,
  FF_RUN_SORT_TITLE,
  FF_RUN_SORT_COURSE,
  FF_RUN_SORT_ENROLLED,
} FfRunSort;

typedef struct
{
  const char *search;
  gint64 course_id;  /* 0: all */
  gint64 trainee_id; /* 0: all; else the classes of that person */
  int status;        /* -1: all, else FfRunStatus */
  FfRunSort sort;
  gboolean descending;
} FfRunQuery;

GArray *ff_runs_list (FfDb *db, const FfRunQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Sessions ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *run;      /* code */
  const char *key;      /* unique in its class; "" with update_id 0 makes the next free S1, S2 … */
  const char *starts_at;
  const char *ends_at;
  const char *title;
  const char *venue;    /* made when unknown */
  const char *trainers; /* names separated by ; ； 、 or a line break; made when unknown */
  const char *audience; /* layers or teams, separated likewise; "" everybody */
  const char *mode;     /* on_site, online, hybrid, 线下, 线上, 混合 … */
  const char *joint;
} FfSessionDraft;

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 run_id;
  char *run_code;
  char *run_title;
  char *key;
  char *title;
  FfMinute starts_at;
  FfMinute ends_at;
  gint64 venue_id;
  char *venue;
  char *trainers; /* joined for reading by "; " */
  char *audience; /* titles joined by "; ", NULL: everybody */
  char *mode;
  char *joint;
  gboolean cancelled;
  char *reason;
  gboolean closed;
} FfSession;

void ff_session_free (FfSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSession, ff_session_free)

/* What a put made on the way, for the summary of an import; either may be NULL. Names are added. */
typedef struct
{
  GPtrArray *new_trainers;
  GPtrArray *new_venues;
} FfSessionNews;

FfPut ff_sessions_put (FfDb *db, gint64 update_id, const FfSessionDraft *draft, FfSessionNews *news, gint64 *id, GError **error);
gboolean ff_sessions_cancel (FfDb *db, gint64 id, const char *reason, GError **error);
/* Refuses when attendance is recorded: cancel it instead. */
gboolean ff_sessions_delete (FfDb *db, gint64 id, GError **error);
/* Every session of a class, cancelled ones too, in order of date. */
GPtrArray *ff_sessions_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The sessions of all live classes that touch [from, to). */
GPtrArray *ff_sessions_between (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The part of clashes that an import's caller has to list: trainer and venue overlaps of a session, one sentence each. */
GPtrArray *ff_sessions_list_clashes (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Enrolments -------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *run;         /* code */
  const char *employee_no;
  const char *team;        /* made when unknown */
  const char *leader;      /* 1, 0, 是 … */
  const char *status;      /* enrolled, waitlisted, withdrawn, 已报名, 候补, 退训 … */
  const char *reason;
} FfEnrolmentDraft;

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 trainee_id;
  char *employee_no;
  char *name;
  char *department; /* as on the day of enrolment */
  char *layer;
  char *layer_title;
  char *job_title;
  char *team;
  gboolean leader;
  char *status;
  char *reason;
} FfEnrolment;

void ff_enrolment_free (FfEnrolment *enrolment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfEnrolment, ff_enrolment_free)

/* @over_capacity (may be NULL) is set when the class now holds more than its capacity: enrolled all the same. */
FfPut ff_enrolments_put (FfDb *db, const FfEnrolmentDraft *draft, gboolean *over_capacity, gint64 *id, GError **error);
gboolean ff_enrolments_add (FfDb *db, gint64 run_id, const gint64 *trainee_ids, gsize n, GError **error);
gboolean ff_enrolments_withdraw (FfDb *db, gint64 enrolment_id, const char *reason, GError **error);
/* Refuses when attendance or marks are recorded: withdraw instead. */
gboolean ff_enrolments_delete (FfDb *db, gint64 enrolment_id, GError **error);
/* Everybody, withdrawn ones last, by employee number. */
GPtrArray *ff_enrolments_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
