/* The table session_equipment: what a session needs; what its venue has for good counts first, the rest is lent. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 equipment_id;
  int count;
  char *name; /* for reading; not written */
} FfSessionNeed;

void ff_session_need_free (FfSessionNeed *need);

/* FfSessionNeed, by name. */
GPtrArray *ff_session_equipment_store_list (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes them what is given, each equipment once; rows that stay are not touched. @changed is set, never cleared. */
gboolean ff_session_equipment_store_set (FfDb *db, gint64 session_id, GPtrArray *needs, gboolean *changed, GError **error);

G_END_DECLS
