/* The tables plan and plan_line: the editions of each year's plan. */
#pragma once

#include "ff-db.h"
#include "ff-run-status.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  int year;
  int edition;       /* from 1 */
  char *approved_by;
  FfDay approved_on; /* FF_NO_DAY: a draft */
  char *note;        /* why it was adjusted */
} FfPlan;

void ff_plan_free (FfPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPlan, ff_plan_free)

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 plan_id;
  gint64 origin_id;     /* in the edition before; 0: new in this one */
  int position;
  int month;
  char *category;
  char *title;
  gint64 course_id;     /* 0: none yet */
  char *course_code;
  gint64 department_id; /* the host */
  char *department;     /* path */
  char *audience;
  gint64 hours;         /* hundredths, -1 */
  int people;           /* -1 */
  gint64 budget;        /* hundredths, -1 */
  gboolean required;
  gint64 run_id;        /* the live class that was made of it, 0 */
  char *run_code;
  FfRunStatus run_status; /* of that class */
  int enrolled;         /* in that class */
  gint64 spent;         /* on that class by its budget lines: hundredths, -1 when none says */
  gboolean cancelled;
  char *reason;
} FfPlanLine;

void ff_plan_line_free (FfPlanLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPlanLine, ff_plan_line_free)

/* FfPlan, newest year and edition first; @year 0: of every year. */
GPtrArray *ff_plan_store_list (FfDb *db, int year, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfPlan *ff_plan_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_plan_store_insert (FfDb *db, FfPlan *plan, GError **error);
gboolean ff_plan_store_update (FfDb *db, const FfPlan *plan, GError **error);
/* With its lines. */
gboolean ff_plan_store_delete (FfDb *db, gint64 id, GError **error);

/* FfPlanLine by month and position. */
GPtrArray *ff_plan_store_lines (FfDb *db, gint64 plan_id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfPlanLine *ff_plan_store_read_line (FfDb *db, gint64 id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Write the ids and plain values, not the joined names. The insert puts the line last. */
gboolean ff_plan_store_insert_line (FfDb *db, FfPlanLine *line, GError **error);
gboolean ff_plan_store_update_line (FfDb *db, const FfPlanLine *line, GError **error);
gboolean ff_plan_store_delete_line (FfDb *db, gint64 id, GError **error);
/* Every line of @from as a line of @to that names it as its origin. */
gboolean ff_plan_store_copy_lines (FfDb *db, gint64 from, gint64 to, GError **error);

/* gint64: the line, and the lines of later editions that were copied from it. */
GArray *ff_plan_store_line_and_copies (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* gint64 years with a plan or a live class, newest first. */
GArray *ff_plan_store_years (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* gint64 ids of live classes that begin in @year and that no line of @plan_id was made into. */
GArray *ff_plan_store_unplanned (FfDb *db, gint64 plan_id, int year, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds one sentence to @findings (char *) for each thing that is wrong with the plans. */
gboolean ff_plan_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
