/* When a trainer, a venue or a trainee cannot be booked: leave, a shift, a blocked room. */
#pragma once

#include "ff-put.h"
#include "ff-unavailability-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *starts_at; /* "2026-09-22 09:00"; "2026-09-22": from its first minute */
  const char *ends_at;   /* likewise; a day alone is included */
  const char *kind;      /* leave, shift, blocked, other, or a word for it; "": the usual one of such an owner */
  const char *reason;
} FfUnavailabilityDraft;

/* FfUnavailability of one owner by time, those that touch [from, to); FF_NO_TIME leaves that side open. */
GPtrArray *ff_unavailability_list (FfDb *db, FfAway who, gint64 owner_id, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of everybody. */
GPtrArray *ff_unavailability_between (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfUnavailability *ff_unavailability_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @update_id 0 adds one for @owner_id; else changes that one. @id may be NULL. */
FfPut ff_unavailability_put (FfDb *db, gint64 update_id, FfAway who, gint64 owner_id, const FfUnavailabilityDraft *draft, gint64 *id,
                             GError **error);
gboolean ff_unavailability_delete (FfDb *db, gint64 id, GError **error);

/* In the reader's language: "Leave". */
const char *ff_unavailability_kind_title (const char *kind);

G_END_DECLS
