/* What trainers' hours are counted from: the sessions that were held, who gave them, and what their agendas say. */
#pragma once

#include "ff-db.h"
#include "ff-hours.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 session_id;
  FfMinute starts_at;
  FfMinute ends_at;
  char *joint;     /* sessions with the same key are one booking; NULL: one by itself */
  GArray *leaders; /* gint64: the trainers of the session */
  GArray *slots;   /* FfHoursSlot */
} FfHeldSession;

void ff_held_session_free (FfHeldSession *session);

/* FfHeldSession of live classes, not cancelled, that begin in [from, to) and ended at @now or before, by time: those of one trainer, or (0) of
   all. A night belongs to the day on which it begins. */
GPtrArray *ff_hours_store_held (FfDb *db, gint64 trainer_id, FfMinute from, FfMinute to, FfMinute now, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
