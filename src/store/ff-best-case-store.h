/* The table best_case: what went so well that others should know, told as situation, task, action and result. */
#pragma once

#include "ff-db.h"
#include "ff-owner.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  FfOwner owner;      /* a project or a class; nobody: of the library alone */
  char *owner_title;  /* “CX-01 · Customer Experience”, for reading; NULL: nobody */
  gint64 trainee_id;  /* 0: nobody named */
  char *employee_no;  /* NULL: nobody named */
  char *trainee;      /* name and number, for reading */
  FfDay day;
  char *title;
  char *situation;
  char *task;
  char *action;
  char *result;
  char *keywords; /* separated by ; */
} FfBestCase;

void ff_best_case_free (FfBestCase *best_case);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfBestCase, ff_best_case_free)

typedef enum
{
  FF_BEST_CASE_SORT_TITLE,
  FF_BEST_CASE_SORT_DAY,
  FF_BEST_CASE_SORT_OWNER,
  FF_BEST_CASE_SORT_TRAINEE,
} FfBestCaseSort;

/* gint64 ids of all cases, those of deleted classes and projects too, filtered and sorted in SQL. @search as typed: it is looked for in
   all that is told; NULL: all. */
GArray *ff_best_case_store_list_ids (FfDb *db, const char *search, FfBestCaseSort sort, gboolean descending,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfBestCase of @owner, by day. */
GPtrArray *ff_best_case_store_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfBestCase *ff_best_case_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets the id. */
gboolean ff_best_case_store_insert (FfDb *db, FfBestCase *best_case, GError **error);
gboolean ff_best_case_store_update (FfDb *db, const FfBestCase *best_case, GError **error);
gboolean ff_best_case_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
