/* Use cases about classes (runs): the class itself, its sessions, its enrolments. */
#pragma once

#include "ff-enrolment-store.h"
#include "ff-put.h"
#include "ff-run-store.h"
#include "ff-session-store.h"

G_BEGIN_DECLS

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
  const char *bring;     /* what trainees bring along; several lines */
  const char *project;   /* the code of a project; "": the class stands alone */
} FfRunDraft;

/* @update_id: 0 finds by code and adds when unknown; else edits that row (its code may change). A new class copies its course's
   scheme, rule, questionnaires, metrics and targets, and keeps its course from then on. @id may be NULL. */
FfPut ff_runs_put (FfDb *db, gint64 update_id, const FfRunDraft *draft, gint64 *id, GError **error);
gboolean ff_runs_cancel (FfDb *db, gint64 id, const char *reason, GError **error);
gboolean ff_runs_delete (FfDb *db, gint64 id, GError **error);
gint64 ff_runs_find (FfDb *db, const char *code, GError **error); /* 0 if there is none, -1 on error */
FfRun *ff_runs_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfRun by primary keys, in their order; missing ones are NULL. */
GPtrArray *ff_runs_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* gint64 ids, filtered and sorted in SQL. */
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
  const char *link;
  const char *booking;  /* provisional, confirmed, 暂定, 已确认 … */
  const char *joint;    /* sessions of several classes with the same are one booking: what is put to one, the others take over */
} FfSessionDraft;

/* What a put made on the way, for the summary of an import; either may be NULL. Names are added. */
typedef struct
{
  GPtrArray *new_trainers;
  GPtrArray *new_venues;
} FfSessionNews;

FfPut ff_sessions_put (FfDb *db, gint64 update_id, const FfSessionDraft *draft, FfSessionNews *news, gint64 *id, GError **error);
/* Changes the times of a session, or its venue, in the caller's batch; the dates of its class widen so that they hold it. */
FfPut ff_sessions_move (FfDb *db, gint64 id, const FfSessionDraft *draft, GError **error);
/* Also those that are one booking with it. */
gboolean ff_sessions_cancel (FfDb *db, gint64 id, const char *reason, GError **error);
/* FF_ERROR_NOT_FOUND when it is gone. */
FfSession *ff_sessions_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Refuses when attendance is recorded: cancel it instead. */
gboolean ff_sessions_delete (FfDb *db, gint64 id, GError **error);
/* Every session of a class, cancelled ones too, in order of date. */
GPtrArray *ff_sessions_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The sessions of all live classes, not cancelled, that touch [from, to); cancelled sessions too. */
GPtrArray *ff_sessions_between (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A sentence when the times lie outside the class's dates, which is allowed but seldom meant; NULL otherwise. */
char *ff_sessions_warning (const FfRun *run, FfMinute starts_at, FfMinute ends_at) G_GNUC_WARN_UNUSED_RESULT;
/* The clashes of a session that nobody accepted, one sentence each. */
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

/* @over_capacity (may be NULL) is set when the class now holds more than its capacity: enrolled all the same. */
FfPut ff_enrolments_put (FfDb *db, const FfEnrolmentDraft *draft, gboolean *over_capacity, gint64 *id, GError **error);
gboolean ff_enrolments_add (FfDb *db, gint64 run_id, const gint64 *trainee_ids, gsize n, GError **error);
gboolean ff_enrolments_withdraw (FfDb *db, gint64 enrolment_id, const char *reason, GError **error);
/* Refuses when attendance or marks are recorded: withdraw instead. */
gboolean ff_enrolments_delete (FfDb *db, gint64 enrolment_id, GError **error);
/* gint64 ids of a roster, filtered and sorted in SQL. */
GArray *ff_enrolments_list (FfDb *db, const FfEnrolmentQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfEnrolment by primary keys, in their order; missing ones are NULL. */
GPtrArray *ff_enrolments_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Waives the disqualification of one trainee, for a reason and by somebody who decided it; @reason NULL takes that back. */
FfPut ff_enrolments_waive (FfDb *db, gint64 enrolment_id, const char *reason, const char *decider, GError **error);
/* Everybody, withdrawn ones last, by employee number. */
GPtrArray *ff_enrolments_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds one sentence to @findings (char *) for each thing that is wrong with classes, sessions, enrolments, attendance and marks. */
gboolean ff_runs_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
