/* The table notice: what was sent about a class, and when. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 run_id;
  char *kind; /* notice, reminder */
  FfDay sent_on;
  int people;
} FfNotice;

void ff_notice_free (FfNotice *notice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfNotice, ff_notice_free)

/* FfNotice, the newest first. */
GPtrArray *ff_notice_store_list (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_notice_store_insert (FfDb *db, FfNotice *notice, GError **error);
/* Who the enrolled people of a class report to: trainee id (gint64 *) → name. Those without a supervisor are missing. */
GHashTable *ff_notice_store_read_supervisors (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
