#include "config.h"

#include "ff-venue-parts.h"

#include <glib/gi18n-lib.h>

#include "ff-order-store.h"
#include "ff-places.h"
#include "ff-take.h"

#define NAME_MAX_CHARACTERS 200
#define COUNT_MAX 100000

static void
set_gone (GError **error)
{
  ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This entry no longer exists: somebody has deleted it meanwhile."));
}

static gboolean
is_there (FfDb *db, gint64 venue_id, GError **error)
{
  g_autoptr (FfVenue) venue = ff_people_read_venue (db, venue_id, error);
  return venue != NULL;
}

/* Zones ------------------------------------------------------------------------------------------------------------ */

GPtrArray *
ff_venue_zones_of_venue (FfDb *db, gint64 venue_id, GError **error)
{
  return ff_venue_zone_store_of_venue (db, venue_id, error);
}

FfVenueZone *
ff_venue_zones_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfVenueZone *zone = ff_venue_zone_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!zone)
    set_gone (error);
  return zone;
}

static FfVenueZone *
make_zone (FfDb *db, gint64 venue_id, GError **error)
{
  FfVenueZone *zone;

  if (!is_there (db, venue_id, error))
    return NULL;
  zone = g_new0 (FfVenueZone, 1);
  zone->venue_id = venue_id;
  zone->capacity = -1;
  return zone;
}

FfPut
ff_venue_zones_put (FfDb *db, gint64 update_id, gint64 venue_id, const FfVenueZoneDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfVenueZone) zone = update_id ? ff_venue_zones_read (db, update_id, error) : make_zone (db, venue_id, error);

  if (!zone
      || !ff_take_line (&zone->name, draft->name, NAME_MAX_CHARACTERS, "name", &changed, error)
      || !ff_take_line (&zone->purpose, draft->purpose, FF_TAKE_LINE_MAX, "purpose", &changed, error)
      || !ff_take_number (&zone->capacity, draft->capacity, COUNT_MAX, -1, "capacity", &changed, error))
    return FF_PUT_REFUSED;
  if (!zone->name)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "name", _("Enter a name."));
      return FF_PUT_REFUSED;
    }
  if (!(update_id ? !changed || ff_venue_zone_store_update (db, zone, error) : ff_venue_zone_store_insert (db, zone, error)))
    return FF_PUT_REFUSED;
  if (id)
    *id = zone->id;
  return !update_id ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_venue_zones_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_order_store_move (db, FF_ORDER_ZONE, id, position, error);
}

gboolean
ff_venue_zones_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_venue_zone_store_delete (db, id, error);
}

/* Equipment -------------------------------------------------------------------------------------------------------- */

GPtrArray *
ff_venue_equipment_of_venue (FfDb *db, gint64 venue_id, GError **error)
{
  return ff_venue_equipment_store_of_venue (db, venue_id, error);
}

FfVenueEquipment *
ff_venue_equipment_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfVenueEquipment *equipment = ff_venue_equipment_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!equipment)
    set_gone (error);
  return equipment;
}

static FfVenueEquipment *
make_equipment (FfDb *db, gint64 venue_id, GError **error)
{
  FfVenueEquipment *equipment;

  if (!is_there (db, venue_id, error))
    return NULL;
  equipment = g_new0 (FfVenueEquipment, 1);
  equipment->venue_id = venue_id;
  equipment->count = 1;
  return equipment;
}

/* What is only in venues cannot be lent. -1 on error. */
static gint64
find_or_make (FfDb *db, const char *name, GError **error)
{
  gint64 id = ff_named_store_find (db, FF_NAMED_EQUIPMENT, name, error);

  if (id == 0
      && ff_people_put_equipment (db, 0, &(FfEquipmentDraft) { .name = name, .count = "0" }, &id, error) == FF_PUT_REFUSED)
    return -1;
  return id;
}

static gboolean
take_name (FfDb *db, FfVenueEquipment *equipment, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *name = text ? ff_put_clean_line (text) : NULL;
  gint64 equipment_id, other;

  if (name ? *name == '\0' : equipment->id == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "equipment", _("Enter a name."));
      return FALSE;
    }
  if (!name)
    return TRUE;
  equipment_id = find_or_make (db, name, error);
  other = equipment_id > 0 ? ff_venue_equipment_store_find (db, equipment->venue_id, equipment_id, error) : -1;
  if (other > 0 && other != equipment->id)
    ff_put_set_error (error, FF_ERROR_EXISTS, "equipment", _("%s stands in this list already: change the number there."), name);
  if (other < 0 || (other > 0 && other != equipment->id))
    return FALSE;
  *changed = *changed || equipment->equipment_id != equipment_id;
  equipment->equipment_id = equipment_id;
  return TRUE;
}

FfPut
ff_venue_equipment_put (FfDb *db, gint64 update_id, gint64 venue_id, const FfVenueEquipmentDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfVenueEquipment) equipment =
      update_id ? ff_venue_equipment_read (db, update_id, error) : make_equipment (db, venue_id, error);

  if (!equipment || !ff_take_number (&equipment->count, draft->count, COUNT_MAX, 1, "count", &changed, error))
    return FF_PUT_REFUSED;
  if (equipment->count == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "count", _("Enter at least 1, or take the equipment out of the list."));
      return FF_PUT_REFUSED;
    }
  if (!take_name (db, equipment, draft->equipment, &changed, error))
    return FF_PUT_REFUSED;
  if (!(update_id ? !changed || ff_venue_equipment_store_update (db, equipment, error)
                  : ff_venue_equipment_store_insert (db, equipment, error)))
    return FF_PUT_REFUSED;
  if (id)
    *id = equipment->id;
  return !update_id ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_venue_equipment_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_venue_equipment_store_delete (db, id, error);
}
