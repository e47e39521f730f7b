#include "config.h"

#include "ff-venue-store.h"

#include "ff-named-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

#define SELECT_VENUE                                                                                                    \
  "SELECT venue.id, venue.version, venue.name, venue.capacity, venue.setup_minutes, venue.address, venue.site, venue.note," \
  " venue.fallback_id, fallback.name FROM venue LEFT JOIN venue AS fallback ON fallback.id = venue.fallback_id"            \
  " AND fallback.deleted = 0 WHERE venue.deleted = 0"

enum
{
  VENUE_ID,
  VENUE_VERSION,
  VENUE_NAME,
  VENUE_CAPACITY,
  VENUE_SETUP_MINUTES,
  VENUE_ADDRESS,
  VENUE_SITE,
  VENUE_NOTE,
  VENUE_FALLBACK_ID,
  VENUE_FALLBACK,
};

void
ff_venue_free (FfVenue *venue)
{
  if (!venue)
    return;

  g_free (venue->name);
  g_free (venue->address);
  g_free (venue->site);
  g_free (venue->note);
  g_free (venue->fallback);
  g_free (venue);
}

static gpointer
venue_from_row (FfStatement *row)
{
  FfVenue *venue = g_new0 (FfVenue, 1);
  venue->id = ff_statement_get_int (row, VENUE_ID);
  venue->version = ff_statement_get_int (row, VENUE_VERSION);
  venue->name = ff_statement_dup_text (row, VENUE_NAME);
  venue->capacity = (int) ff_statement_get_number (row, VENUE_CAPACITY);
  venue->setup_minutes = ff_statement_get_int (row, VENUE_SETUP_MINUTES);
  venue->address = ff_statement_dup_text (row, VENUE_ADDRESS);
  venue->site = ff_statement_dup_text (row, VENUE_SITE);
  venue->note = ff_statement_dup_text (row, VENUE_NOTE);
  venue->fallback_id = ff_statement_get_int (row, VENUE_FALLBACK_ID);
  venue->fallback = ff_statement_dup_text (row, VENUE_FALLBACK);
  return venue;
}

FfVenue *
ff_venue_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_VENUE " AND venue.id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? venue_from_row (statement) : NULL;
}

GPtrArray *
ff_venue_store_list (FfDb *db, const char *search, GError **error)
{
  g_autofree char *pattern = ff_rows_make_pattern (search);
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    SELECT_VENUE " AND venue.search_key LIKE $search ESCAPE '\\' ORDER BY venue.sort_key, venue.id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_text (statement, "$search", pattern);
  return ff_rows_list (statement, venue_from_row, (GDestroyNotify) ff_venue_free, error);
}

static void
bind_venue (FfStatement *statement, const FfVenue *venue)
{
  ff_statement_bind_text (statement, "$name", venue->name);
  ff_statement_bind_number (statement, "$capacity", venue->capacity);
  ff_statement_bind_int (statement, "$setup_minutes", venue->setup_minutes);
  ff_statement_bind_text (statement, "$address", venue->address);
  ff_statement_bind_text (statement, "$site", venue->site);
  ff_statement_bind_text (statement, "$note", venue->note);
  ff_statement_bind_id (statement, "$fallback", venue->fallback_id);
  ff_named_store_bind_keys (statement, venue->name, venue->address);
}

gboolean
ff_venue_store_insert (FfDb *db, FfVenue *venue, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO venue (name, capacity, setup_minutes, address, site, note, fallback_id, search_key, sort_key)"
    " VALUES ($name, $capacity, $setup_minutes, $address, $site, $note, $fallback, $search_key, $sort_key)", error);
  if (!statement)
    return FALSE;
  bind_venue (statement, venue);
  venue->version = 1;
  return ff_statement_insert (statement, &venue->id, error);
}

gboolean
ff_venue_store_update (FfDb *db, const FfVenue *venue, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE venue SET name = $name, capacity = $capacity, setup_minutes = $setup_minutes, address = $address,"
    " site = $site, note = $note, fallback_id = $fallback, search_key = $search_key, sort_key = $sort_key,"
    " version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_venue (statement, venue);
  ff_statement_bind_int (statement, "$id", venue->id);
  return ff_statement_run (statement, NULL, error);
}
