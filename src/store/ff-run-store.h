/* The table run: classes, read together with what a list of them shows. */
#pragma once

#include "ff-db.h"
#include "ff-run-status.h"

G_BEGIN_DECLS

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
  gint64 department_id; /* the host */
  char *department;     /* path */
  gint64 hours;         /* hundredths, -1 */
  gint64 budget;        /* hundredths, -1 */
  gboolean required;
  gint64 project_id; /* 0: it stands alone */
  char *project_code;
  char *project;     /* its title */
  char *bring;       /* what trainees bring along, for the notice */
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

/* The live row, or NULL: without an error when there is none. */
FfRun *ff_run_store_read (FfDb *db, gint64 id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_run_store_find (FfDb *db, const char *code, GError **error); /* 0 if there is none, -1 on error */
/* gint64 ids, filtered and sorted in SQL. */
GArray *ff_run_store_list (FfDb *db, const FfRunQuery *query, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* gint64 ids of live classes, not cancelled, that begin on @to or before and end on @from or later, by first day. */
GArray *ff_run_store_between (FfDb *db, FfDay from, FfDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Write the ids and plain values, not the joined names and counts. */
gboolean ff_run_store_insert (FfDb *db, FfRun *run, GError **error);
gboolean ff_run_store_update (FfDb *db, const FfRun *run, GError **error);
gboolean ff_run_store_mark_deleted (FfDb *db, gint64 id, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_run_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
