#include "config.h"

#include "ff-venue-part-store.h"

#include "ff-rows.h"
#include "ff-statement-values.h"

/* Zones ------------------------------------------------------------------------------------------------------------ */

#define SELECT_ZONE "SELECT id, version, venue_id, name, purpose, capacity FROM venue_zone"

enum
{
  ZONE_ID,
  ZONE_VERSION,
  ZONE_VENUE_ID,
  ZONE_NAME,
  ZONE_PURPOSE,
  ZONE_CAPACITY,
};

void
ff_venue_zone_free (FfVenueZone *zone)
{
  if (!zone)
    return;

  g_free (zone->name);
  g_free (zone->purpose);
  g_free (zone);
}

static gpointer
zone_from_row (FfStatement *row)
{
  FfVenueZone *zone = g_new0 (FfVenueZone, 1);
  zone->id = ff_statement_get_int (row, ZONE_ID);
  zone->version = ff_statement_get_int (row, ZONE_VERSION);
  zone->venue_id = ff_statement_get_int (row, ZONE_VENUE_ID);
  zone->name = ff_statement_dup_text (row, ZONE_NAME);
  zone->purpose = ff_statement_dup_text (row, ZONE_PURPOSE);
  zone->capacity = (int) ff_statement_get_number (row, ZONE_CAPACITY);
  return zone;
}

FfVenueZone *
ff_venue_zone_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_ZONE " WHERE id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? zone_from_row (statement) : NULL;
}

GPtrArray *
ff_venue_zone_store_of_venue (FfDb *db, gint64 venue_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_ZONE " WHERE venue_id = $venue ORDER BY position, id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$venue", venue_id);
  return ff_rows_list (statement, zone_from_row, (GDestroyNotify) ff_venue_zone_free, error);
}

static void
bind_zone (FfStatement *statement, const FfVenueZone *zone)
{
  ff_statement_bind_text (statement, "$name", zone->name);
  ff_statement_bind_text (statement, "$purpose", zone->purpose);
  ff_statement_bind_number (statement, "$capacity", zone->capacity);
}

gboolean
ff_venue_zone_store_insert (FfDb *db, FfVenueZone *zone, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO venue_zone (venue_id, position, name, purpose, capacity) VALUES ($venue,"
    " (SELECT coalesce (max (position), 0) + 1 FROM venue_zone WHERE venue_id = $venue), $name, $purpose, $capacity)", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$venue", zone->venue_id);
  bind_zone (statement, zone);
  zone->version = 1;
  return ff_statement_insert (statement, &zone->id, error);
}

gboolean
ff_venue_zone_store_update (FfDb *db, const FfVenueZone *zone, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE venue_zone SET name = $name, purpose = $purpose, capacity = $capacity, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", zone->id);
  bind_zone (statement, zone);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_venue_zone_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM venue_zone WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

/* Equipment -------------------------------------------------------------------------------------------------------- */

#define SELECT_EQUIPMENT                                                                                                       \
  "SELECT venue_equipment.id, venue_equipment.version, venue_equipment.venue_id, equipment.id, equipment.name,"                \
  " venue_equipment.count FROM venue_equipment JOIN equipment ON equipment.id = venue_equipment.equipment_id"

enum
{
  EQUIPMENT_ID,
  EQUIPMENT_VERSION,
  EQUIPMENT_VENUE_ID,
  EQUIPMENT_EQUIPMENT_ID,
  EQUIPMENT_NAME,
  EQUIPMENT_COUNT,
};

void
ff_venue_equipment_free (FfVenueEquipment *equipment)
{
  if (!equipment)
    return;

  g_free (equipment->name);
  g_free (equipment);
}

static gpointer
equipment_from_row (FfStatement *row)
{
  FfVenueEquipment *equipment = g_new0 (FfVenueEquipment, 1);
  equipment->id = ff_statement_get_int (row, EQUIPMENT_ID);
  equipment->version = ff_statement_get_int (row, EQUIPMENT_VERSION);
  equipment->venue_id = ff_statement_get_int (row, EQUIPMENT_VENUE_ID);
  equipment->equipment_id = ff_statement_get_int (row, EQUIPMENT_EQUIPMENT_ID);
  equipment->name = ff_statement_dup_text (row, EQUIPMENT_NAME);
  equipment->count = (int) ff_statement_get_int (row, EQUIPMENT_COUNT);
  return equipment;
}

FfVenueEquipment *
ff_venue_equipment_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_EQUIPMENT " WHERE venue_equipment.id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? equipment_from_row (statement) : NULL;
}

gint64
ff_venue_equipment_store_find (FfDb *db, gint64 venue_id, gint64 equipment_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT id FROM venue_equipment WHERE venue_id = $venue AND equipment_id = $equipment", error);
  if (!statement)
    return -1;
  ff_statement_bind_int (statement, "$venue", venue_id);
  ff_statement_bind_int (statement, "$equipment", equipment_id);
  return ff_rows_get_id (statement, error);
}

GPtrArray *
ff_venue_equipment_store_of_venue (FfDb *db, gint64 venue_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    SELECT_EQUIPMENT " WHERE venue_equipment.venue_id = $venue ORDER BY equipment.sort_key, equipment.id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$venue", venue_id);
  return ff_rows_list (statement, equipment_from_row, (GDestroyNotify) ff_venue_equipment_free, error);
}

gboolean
ff_venue_equipment_store_insert (FfDb *db, FfVenueEquipment *equipment, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO venue_equipment (venue_id, equipment_id, count) VALUES ($venue, $equipment, $count)", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$venue", equipment->venue_id);
  ff_statement_bind_int (statement, "$equipment", equipment->equipment_id);
  ff_statement_bind_int (statement, "$count", equipment->count);
  equipment->version = 1;
  return ff_statement_insert (statement, &equipment->id, error);
}

gboolean
ff_venue_equipment_store_update (FfDb *db, const FfVenueEquipment *equipment, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE venue_equipment SET equipment_id = $equipment, count = $count, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", equipment->id);
  ff_statement_bind_int (statement, "$equipment", equipment->equipment_id);
  ff_statement_bind_int (statement, "$count", equipment->count);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_venue_equipment_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM venue_equipment WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}
