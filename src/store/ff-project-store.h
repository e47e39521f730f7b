/* The tables project and stage. */
#pragma once

#include "ff-db.h"
#include "ff-run-status.h"

G_BEGIN_DECLS

/* A project with what a list of them shows. */
typedef struct
{
  gint64 id;
  gint64 version;
  char *code;
  char *title;
  gint64 department_id; /* the host; 0: not said */
  char *department;     /* path */
  char *sponsor;
  char *summary;
  FfDay starts_on; /* FF_NO_DAY: not said */
  FfDay ends_on;
  gint64 budget; /* hundredths of the currency; -1: not said */
  FfDay first_day; /* its own or, where it says none, of its classes; FF_NO_DAY */
  FfDay last_day;
  FfRunStatus status; /* by those two days; planned without any */
  int classes;        /* live ones */
  int finished;       /* of them, cancelled ones too */
  int tasks;          /* its own and those of its classes */
  int tasks_done;
} FfProject;

void ff_project_free (FfProject *project);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfProject, ff_project_free)

typedef enum
{
  FF_PROJECT_SORT_STARTS,
  FF_PROJECT_SORT_CODE,
  FF_PROJECT_SORT_TITLE,
  FF_PROJECT_SORT_CLASSES,
  FF_PROJECT_SORT_BUDGET,
} FfProjectSort;

/* The live row, or NULL: without an error when there is none. */
FfProject *ff_project_store_read (FfDb *db, gint64 id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_project_store_find (FfDb *db, const char *code, GError **error); /* 0 if there is none, -1 on error */
/* gint64 ids, filtered and sorted in SQL. @search as typed; NULL: all. */
GArray *ff_project_store_list (FfDb *db, const char *search, FfProjectSort sort, gboolean descending, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* gint64 ids of the live classes of a project, by first day. */
GArray *ff_project_store_list_runs (FfDb *db, gint64 project_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* How many different people are enrolled in its classes that are not cancelled; -1 on error. */
int ff_project_store_count_people (FfDb *db, gint64 project_id, GError **error);

/* Write the ids and plain values, not what is joined and counted. The insert sets the id. */
gboolean ff_project_store_insert (FfDb *db, FfProject *project, GError **error);
gboolean ff_project_store_update (FfDb *db, const FfProject *project, GError **error);
gboolean ff_project_store_mark_deleted (FfDb *db, gint64 id, GError **error);
/* @project_id 0: the class stands alone. */
gboolean ff_project_store_set_run (FfDb *db, gint64 run_id, gint64 project_id, GError **error);

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 project_id;
  int position;
  char *title;
  char *owner;
  FfDay starts_on; /* FF_NO_DAY: not said */
  FfDay ends_on;
} FfStage;

void ff_stage_free (FfStage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfStage, ff_stage_free)

/* FfStage in order. */
GPtrArray *ff_stage_store_list (FfDb *db, gint64 project_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfStage *ff_stage_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_stage_store_insert (FfDb *db, FfStage *stage, GError **error);
gboolean ff_stage_store_update (FfDb *db, const FfStage *stage, GError **error);
/* Its tasks stay in the project, without a stage. */
gboolean ff_stage_store_delete (FfDb *db, gint64 id, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_project_store_check (FfDb *db, GPtrArray *sentences, GError **error);

G_END_DECLS
