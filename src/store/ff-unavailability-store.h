/* The table unavailability: when a trainer, a venue or a trainee cannot be booked. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_AWAY_TRAINER,
  FF_AWAY_VENUE,
  FF_AWAY_TRAINEE,
} FfAway;

typedef struct
{
  gint64 id;
  gint64 version;
  FfAway who;
  gint64 owner_id; /* of the trainer, venue or trainee */
  char *name;      /* of that */
  char *kind;      /* leave, shift, blocked, other */
  FfMinute starts_at;
  FfMinute ends_at;
  char *reason;
} FfUnavailability;

void ff_unavailability_free (FfUnavailability *unavailability);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfUnavailability, ff_unavailability_free)

/* NULL without an error when there is none. */
FfUnavailability *ff_unavailability_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfUnavailability by time that touch [from, to): of one owner, or of everybody who is still there. */
GPtrArray *ff_unavailability_store_of (FfDb *db, FfAway who, gint64 owner_id, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_unavailability_store_between (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean ff_unavailability_store_insert (FfDb *db, FfUnavailability *unavailability, GError **error);
gboolean ff_unavailability_store_update (FfDb *db, const FfUnavailability *unavailability, GError **error);
gboolean ff_unavailability_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
