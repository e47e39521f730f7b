/* Writing sessions, for the services that change many of them. */
#pragma once

#include "ff-runs.h"

G_BEGIN_DECLS

/* Writes the session's own columns, and moves what hangs on its time. @stored_start: where it began before. */
gboolean ff_sessions_write (FfDb *db, const FfSession *session, FfMinute stored_start, GError **error);
/* Makes the sessions that were one booking with it, when it lasted from @from to @to, like it; after its trainers are written. */
gboolean ff_sessions_write_joint (FfDb *db, const FfSession *session, FfMinute from, FfMinute to, GError **error);

G_END_DECLS
