/* How often each session was changed, and when last, by the journal: undo gives a row its old version back, the journal only grows. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  guint changes; /* of the session, of who teaches it, and of its class; never falls */
  char *at;      /* of the last, "YYYY-MM-DDTHH:MM:SSZ" */
} FfSessionChanges;

/* Session id (gint64 *) → FfSessionChanges, of all sessions that there are, in one reading of the journal. */
GHashTable *ff_session_changes_read (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
