/* Use cases about the monthly reviews of a class or a project, and about best cases. */
#pragma once

#include "ff-best-case-store.h"
#include "ff-put.h"
#include "ff-review-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *held_on; /* required of a new one */
  const char *people;
  const char *minutes;
  const char *decisions;
  const char *next_on; /* "": not settled */
} FfReviewDraft;

/* @update_id 0 adds one. @id may be NULL, here and below. */
FfPut ff_reviews_put (FfDb *db, FfOwner owner, gint64 update_id, const FfReviewDraft *draft, gint64 *id, GError **error);
/* FfReview, the latest first. */
GPtrArray *ff_reviews_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FF_ERROR_NOT_FOUND when it is gone, here and below. */
FfReview *ff_reviews_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_reviews_delete (FfDb *db, gint64 id, GError **error);

typedef struct
{
  const char *title;       /* required of a new one */
  const char *employee_no; /* whose case it is; "": nobody is named */
  const char *day;         /* "": not dated */
  const char *situation;
  const char *task;
  const char *action;
  const char *result;
  const char *keywords;    /* separated by ; , ， 、 or ； */
} FfBestCaseDraft;

/* @owner may be nobody: a case of the library alone. An existing one keeps its owner. */
FfPut ff_best_cases_put (FfDb *db, FfOwner owner, gint64 update_id, const FfBestCaseDraft *draft, gint64 *id, GError **error);
/* FfBestCase by day. */
GPtrArray *ff_best_cases_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* gint64 ids of the whole library. */
GArray *ff_best_cases_list_ids (FfDb *db, const char *search, FfBestCaseSort sort, gboolean descending, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfBestCase *ff_best_cases_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_best_cases_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
