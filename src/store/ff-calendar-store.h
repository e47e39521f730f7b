/* What the calendar reads across tables: the sessions of a period under a filter, and what else stands in those days. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* Each set holds gint64 ids; NULL or empty: everything. */
typedef struct
{
  FfMinute from;
  FfMinute to;
  GArray *runs;
  GArray *trainers;    /* one of them gives the session */
  GArray *venues;
  GArray *departments; /* that host the class, as they are: without those below them */
  gboolean cancelled;  /* with cancelled sessions */
} FfCalendarFilter;

typedef struct
{
  gint64 id;
  gint64 run_id;
  char *run_code;
  char *run_title;
  char *title;    /* NULL: that of its class */
  FfMinute starts_at;
  FfMinute ends_at;
  char *venue;    /* NULL: none */
  char *trainers; /* joined by "; ", NULL: none */
  gboolean online;
  gboolean provisional;
  gboolean cancelled;
  gboolean clash; /* left to the service */
} FfCalendarSession;

void ff_calendar_session_free (FfCalendarSession *session);

/* When a trainer or venue of the filter cannot be booked. */
typedef struct
{
  FfMinute from;
  FfMinute to;
  char *name;   /* of the trainer or venue */
  char *reason; /* NULL: nobody said */
} FfCalendarBlocked;

void ff_calendar_blocked_free (FfCalendarBlocked *blocked);

/* A task on a level that is not done. */
typedef struct
{
  FfDay day;
  int level;
  gint64 run_id;
  char *run_code;
  char *title; /* NULL: what the level is called */
} FfCalendarTask;

void ff_calendar_task_free (FfCalendarTask *task);

/* FfCalendarSession of live classes that touch the period, by start. */
GPtrArray *ff_calendar_store_sessions (FfDb *db, const FfCalendarFilter *filter, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfCalendarBlocked of the trainers and venues of the filter; none without any. */
GPtrArray *ff_calendar_store_blocked (FfDb *db, const FfCalendarFilter *filter, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfCalendarTask of live classes of the filter's classes and departments that are due in the period, by day. */
GPtrArray *ff_calendar_store_tasks (FfDb *db, const FfCalendarFilter *filter, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* gint64: the live classes of the filter's classes and departments. */
GArray *ff_calendar_store_run_ids (FfDb *db, const FfCalendarFilter *filter, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* gint64: these departments and all below them. */
GArray *ff_calendar_store_departments (FfDb *db, GArray *departments, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfChoice "code · title" of live classes, the latest first. */
GPtrArray *ff_calendar_store_runs (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
