/* The table agenda_slot: what happens within a session, minute by minute. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 session_id;
  FfMinute starts_at;
  FfMinute ends_at;
  char *title;
  char *activity;          /* NULL: not said */
  gint64 syllabus_item_id; /* that it teaches; 0: none */
  char *item;              /* its title, for reading */
  gint64 trainer_id;       /* 0: who gives the session */
  char *trainer;           /* the name, for reading */
  gboolean is_break;       /* by its activity or by what it teaches, for reading */
} FfAgendaSlot;

/* Whether a slot of agenda_slot is a break, by itself or by the syllabus item (may be joined as NULL) that it teaches. */
#define FF_AGENDA_IS_BREAK(slot, item) " coalesce (" slot ".activity = 'break', 0) OR coalesce (" item ".kind = 'break', 0)"

void ff_agenda_slot_free (FfAgendaSlot *slot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfAgendaSlot, ff_agenda_slot_free)

/* Writing needs an open batch, and writes ids and plain values, not the names for reading. @position counts from 0 in the session. */
gboolean ff_agenda_store_insert (FfDb *db, const FfAgendaSlot *slot, int position, GError **error);
gboolean ff_agenda_store_update (FfDb *db, const FfAgendaSlot *slot, int position, GError **error);
gboolean ff_agenda_store_delete (FfDb *db, gint64 id, GError **error);
gboolean ff_agenda_store_delete_of_session (FfDb *db, gint64 session_id, GError **error);

/* FfAgendaSlot of every session of a class, or of one, in order of time. */
GPtrArray *ff_agenda_store_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_agenda_store_of_session (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* gint64 ids of syllabus items that a class's sessions teach, without those of cancelled ones. */
GArray *ff_agenda_store_list_taught (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
