#include "config.h"

#include "ff-equipment-store.h"

#include "ff-named-store.h"

enum
{
  EQUIPMENT_ID,
  EQUIPMENT_VERSION,
  EQUIPMENT_NAME,
  EQUIPMENT_COUNT,
  EQUIPMENT_IN_VENUES,
};

void
ff_equipment_free (FfEquipment *equipment)
{
  if (!equipment)
    return;

  g_free (equipment->name);
  g_free (equipment);
}

FfEquipment *
ff_equipment_store_read (FfDb *db, gint64 id, GError **error)
{
  FfEquipment *equipment;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT id, version, name, count, (SELECT sum (venue_equipment.count) FROM venue_equipment JOIN venue"
    " ON venue.id = venue_equipment.venue_id WHERE venue_equipment.equipment_id = equipment.id AND venue.deleted = 0)"
    " FROM equipment WHERE deleted = 0 AND id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return NULL;
  equipment = g_new0 (FfEquipment, 1);
  equipment->id = ff_statement_get_int (statement, EQUIPMENT_ID);
  equipment->version = ff_statement_get_int (statement, EQUIPMENT_VERSION);
  equipment->name = ff_statement_dup_text (statement, EQUIPMENT_NAME);
  equipment->count = (int) ff_statement_get_int (statement, EQUIPMENT_COUNT);
  equipment->in_venues = (int) ff_statement_get_int (statement, EQUIPMENT_IN_VENUES);
  return equipment;
}

static void
bind_equipment (FfStatement *statement, const FfEquipment *equipment)
{
  ff_statement_bind_text (statement, "$name", equipment->name);
  ff_statement_bind_int (statement, "$count", equipment->count);
  ff_named_store_bind_keys (statement, equipment->name, NULL);
}

gboolean
ff_equipment_store_insert (FfDb *db, FfEquipment *equipment, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO equipment (name, count, search_key, sort_key) VALUES ($name, $count, $search_key, $sort_key)", error);
  if (!statement)
    return FALSE;
  bind_equipment (statement, equipment);
  equipment->version = 1;
  return ff_statement_insert (statement, &equipment->id, error);
}

gboolean
ff_equipment_store_update (FfDb *db, const FfEquipment *equipment, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE equipment SET name = $name, count = $count, search_key = $search_key, sort_key = $sort_key, version = version + 1"
    " WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_equipment (statement, equipment);
  ff_statement_bind_int (statement, "$id", equipment->id);
  return ff_statement_run (statement, NULL, error);
}
