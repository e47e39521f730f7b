/* The table deliverable: what participants of a course produce, each edition a row. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 course_id;
  int position;    /* editions of one title share it */
  gint64 item_id;  /* of the syllabus; 0: none */
  char *item;      /* its title */
  char *title;
  char *edition;
  FfDay issued_on; /* FF_NO_DAY: not yet */
  char *note;
} FfDeliverable;

void ff_deliverable_free (FfDeliverable *deliverable);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfDeliverable, ff_deliverable_free)

/* FfDeliverable of a course, in order, the older editions of a title first. */
GPtrArray *ff_deliverable_store_list (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfDeliverable *ff_deliverable_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Write the ids and plain values. The insert sets the id. */
gboolean ff_deliverable_store_insert (FfDb *db, FfDeliverable *deliverable, GError **error);
gboolean ff_deliverable_store_update (FfDb *db, const FfDeliverable *deliverable, GError **error);
gboolean ff_deliverable_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
