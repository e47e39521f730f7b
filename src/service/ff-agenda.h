/* Use cases about the agenda of a session: the slots that nobody signs for. */
#pragma once

#include "ff-agenda-store.h"

G_BEGIN_DECLS

/* Replaces the agenda of a session as one batch. @slots are FfAgendaSlot in order of time; they may not overlap, and lie within the
   session. FF_ERROR_INVALID with a sentence that names the slot. */
gboolean ff_agenda_put (FfDb *db, gint64 session_id, FfMinute starts_at, FfMinute ends_at, GPtrArray *slots, GError **error);

/* FfAgendaSlot of every session of a class, in order of time. */
GPtrArray *ff_agenda_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
