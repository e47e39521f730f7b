/* Use cases about what participants of a course produce: scripts, plans, standards, in editions. */
#pragma once

#include "ff-deliverable-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;     /* required of a new one */
  const char *edition;   /* "" is 1.0 */
  const char *item;      /* the id of a syllabus item of this course, in digits; "": none */
  const char *issued_on; /* "": not yet */
  const char *note;
} FfDeliverableDraft;

/* @id 0 adds behind the others, or behind the editions of the same title. An edition that there is already is refused. */
FfPut ff_deliverables_put (FfDb *db, gint64 course_id, gint64 id, const FfDeliverableDraft *draft, gint64 *new_id, GError **error);
gboolean ff_deliverables_delete (FfDb *db, gint64 id, GError **error);
/* The next edition of a deliverable, not issued yet: 2.0 after 1.0. */
gboolean ff_deliverables_add_edition (FfDb *db, gint64 id, gint64 *new_id, GError **error);

/* FfDeliverable in order, the older editions of a title first. */
GPtrArray *ff_deliverables_list (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfDeliverable *ff_deliverables_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "1.0" → "2.0", "3" → "4", "draft" → "draft 2". */
char *ff_edition_next (const char *edition) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
