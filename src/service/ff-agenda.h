/* Use cases about the agenda of a session: the slots that nobody signs for. */
#pragma once

#include "ff-agenda-store.h"
#include "ff-put.h"
#include "ff-session-store.h"

G_BEGIN_DECLS

/* Replaces the agenda of a session as one batch. @slots are FfAgendaSlot in order of time; they may not overlap, and lie within the
   session. */
gboolean ff_agenda_put (FfDb *db, gint64 session_id, FfMinute starts_at, FfMinute ends_at, GPtrArray *slots, GError **error);

/* FfAgendaSlot of every session of a class, or of one, in order of time. */
GPtrArray *ff_agenda_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_agenda_of_session (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One slot of a session as somebody typed it. */
typedef struct
{
  const char *from;     /* 09:00 or 0900; required of a new one */
  const char *to;
  const char *title;    /* "": that of what it teaches */
  const char *activity; /* any word; break */
  const char *item;     /* the title of an item of the course's syllabus */
  const char *trainer;  /* of this slot alone; made when unknown */
} FfSlotDraft;

/* @update_id 0 adds. The slot may not overlap another one and lies within its session. */
FfPut ff_agenda_put_slot (FfDb *db, gint64 session_id, gint64 update_id, const FfSlotDraft *draft, gint64 *id, GError **error);
gboolean ff_agenda_delete_slot (FfDb *db, gint64 id, GError **error);

/* The session has come to lie so many minutes later: its agenda goes with it. */
gboolean ff_agenda_move (FfDb *db, gint64 session_id, gint64 minutes, GError **error);

/* Minutes of a session without the breaks of its agenda. @slots (FfAgendaSlot) may hold those of other sessions too. */
gint64 ff_agenda_session_minutes (const FfSession *session, const GPtrArray *slots);

/* What of its course's syllabus the agenda of a class teaches, counted by the smallest parts; breaks and homework are none. */
typedef struct
{
  int items;
  int taught;
  GPtrArray *missing; /* titles (char *) in order */
} FfCoverage;

void ff_coverage_free (FfCoverage *coverage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCoverage, ff_coverage_free)

FfCoverage *ff_agenda_read_coverage (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
