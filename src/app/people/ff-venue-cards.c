/* The cards of a venue's page. */
#include "config.h"

#include "ff-place-parts.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-format.h"
#include "ff-place-rows.h"
#include "ff-places.h"
#include "ff-venue-parts.h"

/* This month and those after it whose use is shown. */
#define MONTHS 3

/* Facts: each row opens the editor of them all ---------------------------------------------------------------------- */

static GPtrArray *
list_facts (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfVenue) venue = ff_people_read_venue (db, id, error);
  g_autofree char *capacity = NULL;
  g_autofree char *setup = NULL;
  GPtrArray *parts;

  if (venue == NULL)
    return NULL;
  capacity = venue->capacity >= 0 ? g_strdup_printf ("%d", venue->capacity) : g_strdup (_("Not said"));
  setup = venue->setup_minutes > 0 ? ff_format_duration (venue->setup_minutes) : NULL;
  parts = ff_place_parts_new ();
  ff_place_parts_add_fact (parts, id, _("Seats"), capacity);
  ff_place_parts_add_fact (parts, id, _("Site"), venue->site);
  ff_place_parts_add_fact (parts, id, _("Address"), venue->address);
  ff_place_parts_add_fact (parts, id, _("Setup Time"), setup);
  ff_place_parts_add_fact (parts, id, _("Fallback"), venue->fallback);
  ff_place_parts_add_fact (parts, id, _("Note"), venue->note);
  return parts;
}

static const char *const fact_tables[] = { "venue", NULL };

const FfPartKind ff_venue_facts = {
  .title = N_("About"),
  .empty = N_("Where this is, and how many it holds."),
  .tables = fact_tables,
  .list = list_facts,
  .editor = &ff_venue_editor,
};

/* Zones ------------------------------------------------------------------------------------------------------------ */

static GPtrArray *
list_zones (FfDb *db, gint64 venue_id, GError **error)
{
  g_autoptr (GPtrArray) list = ff_venue_zones_of_venue (db, venue_id, error);
  GPtrArray *parts;

  if (list == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  for (guint i = 0; i < list->len; i++)
    {
      const FfVenueZone *zone = g_ptr_array_index (list, i);
      FfPart *part = ff_part_new (zone->id, zone->name, zone->purpose);

      if (zone->capacity >= 0)
        part->value = g_strdup_printf (ngettext ("%d person", "%d people", (gulong) zone->capacity), zone->capacity);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static gboolean
move_zone (FfDb *db, gint64 venue_id, gint64 id, int position, GError **error)
{
  return ff_venue_zones_move (db, id, position, error);
}

static const char *const zone_tables[] = { "venue_zone", NULL };

const FfPartKind ff_venue_zones = {
  .title = N_("Zones"),
  .empty = N_("How the room is divided: sign-in, groups, stage, refreshments."),
  .add = N_("Add Zone"),
  .tables = zone_tables,
  .list = list_zones,
  .editor = &ff_venue_zone_editor,
  .move = move_zone,
  .move_label = N_("Move a zone"),
};

/* Equipment -------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_equipment (FfDb *db, gint64 venue_id, GError **error)
{
  g_autoptr (GPtrArray) list = ff_venue_equipment_of_venue (db, venue_id, error);
  GPtrArray *parts;

  if (list == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  for (guint i = 0; i < list->len; i++)
    {
      const FfVenueEquipment *equipment = g_ptr_array_index (list, i);
      FfPart *part = ff_part_new (equipment->id, equipment->name, NULL);

      part->value = g_strdup_printf ("%d", equipment->count);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const equipment_tables[] = { "venue_equipment", "equipment", NULL };

const FfPartKind ff_venue_equipment = {
  .title = N_("Equipment"),
  .empty = N_("What stands here for good, and need not be borrowed."),
  .add = N_("Add Equipment"),
  .tables = equipment_tables,
  .list = list_equipment,
  .editor = &ff_venue_equipment_editor,
};

/* Use -------------------------------------------------------------------------------------------------------------- */

static FfPart *
use_part (int year, int month, const FfVenueUse *use)
{
  g_autofree char *title = ff_format_month (ff_day_from_ymd (year, month, 1));
  g_autofree char *booked = ff_format_duration (use->booked);
  g_autofree char *open = ff_format_duration (use->open);
  /* Translators: how long a venue is booked in a month, of the teaching hours of its working days. */
  g_autofree char *subtitle = g_strdup_printf (_("%s of %s of teaching time"), booked, open);
  FfPart *part = ff_part_new (month, title, subtitle);

  if (use->open > 0)
    part->value = g_strdup_printf ("%" G_GINT64_FORMAT " %%", (use->booked * 200 + use->open) / (use->open * 2));
  return part;
}

static GPtrArray *
list_use (FfDb *db, gint64 venue_id, GError **error)
{
  g_autoptr (GPtrArray) parts = ff_place_parts_new ();
  int year, month, mday;

  ff_day_to_ymd (ff_time_day (ff_time_now ()), &year, &month, &mday);
  for (int i = 0; i < MONTHS; i++)
    {
      FfVenueUse use;

      if (!ff_venue_use_read (db, venue_id, year, month, &use, error))
        return NULL;
      g_ptr_array_add (parts, use_part (year, month, &use));
      year += month == 12 ? 1 : 0;
      month = month == 12 ? 1 : month + 1;
    }
  return g_steal_pointer (&parts);
}

static const char *const use_tables[] = { "session", "run", "setting", "calendar_day", NULL };

const FfPartKind ff_venue_use = {
  .title = N_("Use"),
  .empty = N_("How much of a month is booked."),
  .tables = use_tables,
  .list = list_use,
};
