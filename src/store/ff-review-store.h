/* The table review: the meetings at which the improvement of a project or a class is looked at. */
#pragma once

#include "ff-db.h"
#include "ff-owner.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  FfOwner owner;
  FfDay held_on;
  char *people;
  char *minutes;
  char *decisions;
  FfDay next_on; /* FF_NO_DAY: not settled */
} FfReview;

void ff_review_free (FfReview *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfReview, ff_review_free)

/* FfReview of @owner, the latest first. */
GPtrArray *ff_review_store_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfReview *ff_review_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets the id. */
gboolean ff_review_store_insert (FfDb *db, FfReview *review, GError **error);
gboolean ff_review_store_update (FfDb *db, const FfReview *review, GError **error);
gboolean ff_review_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
