/* How a venue is divided, and what stands in it for good; the context is the venue. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-places.h"
#include "ff-venue-parts.h"

/* Zones ------------------------------------------------------------------------------------------------------------ */

static const FfEditorField zone_fields[] = {
  { "name", N_("Name of the zone"), FF_FIELD_TEXT, TRUE },
  { "purpose", N_("Purpose"), FF_FIELD_TEXT, FALSE },
  { "capacity", N_("Number of people"), FF_FIELD_NUMBER, FALSE },
};

static FfPut
put_zone (FfDb *db, gint64 id, gint64 venue_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfVenueZoneDraft draft = {
    .name = ff_editor_values_get (values, "name"),
    .purpose = ff_editor_values_get (values, "purpose"),
    .capacity = ff_editor_values_get (values, "capacity"),
  };

  return ff_venue_zones_put (db, id, venue_id, &draft, new_id, error);
}

static gboolean
load_zone (FfDb *db, gint64 id, gint64 venue_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfVenueZone) zone = NULL;
  g_autofree char *capacity = NULL;

  if (id == 0)
    return TRUE;
  zone = ff_venue_zones_read (db, id, error);
  if (zone == NULL)
    return FALSE;
  capacity = zone->capacity >= 0 ? g_strdup_printf ("%d", zone->capacity) : NULL;
  ff_editor_values_set (values, "name", zone->name);
  ff_editor_values_set (values, "purpose", zone->purpose);
  ff_editor_values_set (values, "capacity", capacity);
  return TRUE;
}

static gboolean
delete_zone (FfDb *db, gint64 id, gint64 venue_id, GError **error)
{
  return ff_venue_zones_delete (db, id, error);
}

const FfEditorKind ff_venue_zone_editor = {
  .new_title = N_("New Zone"),
  .edit_title = N_("Zone"),
  .new_label = N_("Add a zone"),
  .edit_label = N_("Change a zone"),
  .fields = zone_fields,
  .n_fields = G_N_ELEMENTS (zone_fields),
  .put = put_zone,
  .load = load_zone,
  .delete = delete_zone,
  .delete_label = N_("Delete Zone"),
  .deleted = N_("Zone deleted"),
};

/* Equipment -------------------------------------------------------------------------------------------------------- */

static const FfEditorField equipment_fields[] = {
  { "equipment", N_("Equipment"), FF_FIELD_SUGGEST, TRUE },
  { "count", N_("Pieces"), FF_FIELD_NUMBER, FALSE },
};

static FfPut
put_equipment (FfDb *db, gint64 id, gint64 venue_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfVenueEquipmentDraft draft = {
    .equipment = ff_editor_values_get (values, "equipment"),
    .count = ff_editor_values_get (values, "count"),
  };

  return ff_venue_equipment_put (db, id, venue_id, &draft, new_id, error);
}

static gboolean
load_equipment (FfDb *db, gint64 id, gint64 venue_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfVenueEquipment) equipment = id != 0 ? ff_venue_equipment_read (db, id, error) : NULL;
  g_autofree char *count = g_strdup_printf ("%d", equipment != NULL ? equipment->count : 1);

  if (id != 0 && equipment == NULL)
    return FALSE;
  ff_editor_values_set (values, "equipment", equipment != NULL ? equipment->name : NULL);
  ff_editor_values_set (values, "count", count);
  return TRUE;
}

static GPtrArray *
equipment_choices (FfDb *db, gint64 venue_id, const char *field, GError **error)
{
  return ff_people_list_equipment (db, NULL, error);
}

static gboolean
delete_equipment (FfDb *db, gint64 id, gint64 venue_id, GError **error)
{
  return ff_venue_equipment_delete (db, id, error);
}

const FfEditorKind ff_venue_equipment_editor = {
  .new_title = N_("New Equipment of a Venue"),
  .edit_title = N_("Equipment of a Venue"),
  .new_label = N_("Add equipment to a venue"),
  .edit_label = N_("Change the equipment of a venue"),
  .fields = equipment_fields,
  .n_fields = G_N_ELEMENTS (equipment_fields),
  .put = put_equipment,
  .load = load_equipment,
  .choices = equipment_choices,
  .delete = delete_equipment,
  .delete_label = N_("Take Equipment Away"),
  .deleted = N_("Equipment taken away"),
};
