/* Use cases about how a venue is divided, and what stands in it for good. */
#pragma once

#include "ff-put.h"
#include "ff-venue-part-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *purpose;
  const char *capacity; /* a number; "": not said */
} FfVenueZoneDraft;

/* FfVenueZone, in order. */
GPtrArray *ff_venue_zones_of_venue (FfDb *db, gint64 venue_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfVenueZone *ff_venue_zones_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @update_id 0 adds one to @venue_id. @id may be NULL, here and below. */
FfPut ff_venue_zones_put (FfDb *db, gint64 update_id, gint64 venue_id, const FfVenueZoneDraft *draft, gint64 *id, GError **error);
/* Puts it at @position among the others, from 0. */
gboolean ff_venue_zones_move (FfDb *db, gint64 id, int position, GError **error);
gboolean ff_venue_zones_delete (FfDb *db, gint64 id, GError **error);

typedef struct
{
  const char *equipment; /* its name; made, with none to lend, when unknown */
  const char *count;     /* a number; "": 1 */
} FfVenueEquipmentDraft;

/* FfVenueEquipment, by name. */
GPtrArray *ff_venue_equipment_of_venue (FfDb *db, gint64 venue_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfVenueEquipment *ff_venue_equipment_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfPut ff_venue_equipment_put (FfDb *db, gint64 update_id, gint64 venue_id, const FfVenueEquipmentDraft *draft, gint64 *id, GError **error);
gboolean ff_venue_equipment_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
