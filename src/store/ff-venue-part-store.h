/* The tables venue_zone and venue_equipment: how a venue is divided, and what stands in it for good. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 venue_id;
  char *name;
  char *purpose;
  int capacity; /* -1: not said */
} FfVenueZone;

void ff_venue_zone_free (FfVenueZone *zone);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfVenueZone, ff_venue_zone_free)

/* NULL without an error when there is none. */
FfVenueZone *ff_venue_zone_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfVenueZone, in order. */
GPtrArray *ff_venue_zone_store_of_venue (FfDb *db, gint64 venue_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A new one stands last. */
gboolean ff_venue_zone_store_insert (FfDb *db, FfVenueZone *zone, GError **error);
gboolean ff_venue_zone_store_update (FfDb *db, const FfVenueZone *zone, GError **error);
gboolean ff_venue_zone_store_delete (FfDb *db, gint64 id, GError **error);

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 venue_id;
  gint64 equipment_id;
  char *name; /* of that */
  int count;
} FfVenueEquipment;

void ff_venue_equipment_free (FfVenueEquipment *equipment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfVenueEquipment, ff_venue_equipment_free)

FfVenueEquipment *ff_venue_equipment_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The row of a pair: 0 if there is none, -1 on error. */
gint64 ff_venue_equipment_store_find (FfDb *db, gint64 venue_id, gint64 equipment_id, GError **error);
/* FfVenueEquipment, by name. */
GPtrArray *ff_venue_equipment_store_of_venue (FfDb *db, gint64 venue_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_venue_equipment_store_insert (FfDb *db, FfVenueEquipment *equipment, GError **error);
gboolean ff_venue_equipment_store_update (FfDb *db, const FfVenueEquipment *equipment, GError **error);
gboolean ff_venue_equipment_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
