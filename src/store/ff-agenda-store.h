/* The table agenda_slot: what happens within a session, minute by minute. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 session_id;
  FfMinute starts_at;
  FfMinute ends_at;
  char *title;
  char *activity; /* NULL: not said */
} FfAgendaSlot;

void ff_agenda_slot_free (FfAgendaSlot *slot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfAgendaSlot, ff_agenda_slot_free)

/* Needs an open batch. @position counts from 0 within the session. */
gboolean ff_agenda_store_insert (FfDb *db, const FfAgendaSlot *slot, int position, GError **error);
gboolean ff_agenda_store_delete_of_session (FfDb *db, gint64 session_id, GError **error);
/* FfAgendaSlot of every session of a class, in order of time. */
GPtrArray *ff_agenda_store_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
