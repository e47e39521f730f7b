#include "config.h"

#include "ff-venue-store.h"

#include <glib/gi18n-lib.h>

#include "ff-name-key.h"
#include "ff-rows.h"

#define SELECT_VENUE "SELECT id, version, name, capacity, setup_minutes, address FROM venue WHERE deleted = 0"

enum
{
  VENUE_ID,
  VENUE_VERSION,
  VENUE_NAME,
  VENUE_CAPACITY,
  VENUE_SETUP_MINUTES,
  VENUE_ADDRESS,
};

void
ff_venue_free (FfVenue *venue)
{
  if (!venue)
    return;

  g_free (venue->name);
  g_free (venue->address);
  g_free (venue);
}

static gpointer
venue_from_row (FfStatement *row)
{
  FfVenue *venue = g_new0 (FfVenue, 1);
  venue->id = ff_statement_get_int (row, VENUE_ID);
  venue->version = ff_statement_get_int (row, VENUE_VERSION);
  venue->name = ff_statement_dup_text (row, VENUE_NAME);
  venue->capacity = ff_statement_is_null (row, VENUE_CAPACITY) ? -1 : (int) ff_statement_get_int (row, VENUE_CAPACITY);
  venue->setup_minutes = ff_statement_get_int (row, VENUE_SETUP_MINUTES);
  venue->address = ff_statement_dup_text (row, VENUE_ADDRESS);
  return venue;
}

FfVenue *
ff_venue_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_VENUE " AND id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? venue_from_row (statement) : NULL;
}

gint64
ff_venue_store_find (FfDb *db, const char *name, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM venue WHERE deleted = 0 AND name = $name", error);
  if (!statement)
    return -1;
  ff_statement_bind_text (statement, "$name", name);
  return ff_rows_get_id (statement, error);
}

GPtrArray *
ff_venue_store_list (FfDb *db, const char *search, GError **error)
{
  g_autofree char *pattern = ff_rows_make_pattern (search);
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    SELECT_VENUE " AND search_key LIKE $search ESCAPE '\\' ORDER BY sort_key, id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_text (statement, "$search", pattern);
  return ff_rows_list (statement, venue_from_row, (GDestroyNotify) ff_venue_free, error);
}

static void
bind_venue (FfStatement *statement, const FfVenue *venue)
{
  g_autofree char *search_key = ff_name_search_key (venue->name, venue->address);
  g_autofree char *sort_key = ff_name_sort_key (venue->name);

  ff_statement_bind_text (statement, "$name", venue->name);
  if (venue->capacity >= 0)
    ff_statement_bind_int (statement, "$capacity", venue->capacity);
  else
    ff_statement_bind_null (statement, "$capacity");
  ff_statement_bind_int (statement, "$setup_minutes", venue->setup_minutes);
  ff_statement_bind_text (statement, "$address", venue->address);
  ff_statement_bind_text (statement, "$search_key", search_key);
  ff_statement_bind_text (statement, "$sort_key", sort_key);
}

gboolean
ff_venue_store_insert (FfDb *db, FfVenue *venue, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO venue (name, capacity, setup_minutes, address, search_key, sort_key)"
    " VALUES ($name, $capacity, $setup_minutes, $address, $search_key, $sort_key)", error);
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
    " search_key = $search_key, sort_key = $sort_key, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_venue (statement, venue);
  ff_statement_bind_int (statement, "$id", venue->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_venue_store_mark_deleted (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE venue SET deleted = 1, version = version + 1 WHERE id = $id AND deleted = 0", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

char *
ff_venue_store_next_session (FfDb *db, gint64 id, const char *now, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT run.code || ' ' || session.key || ' ' || session.starts_at FROM session JOIN run ON run.id = session.run_id"
    " WHERE session.venue_id = $id AND session.cancelled = 0 AND session.ends_at > $now"
    " AND run.deleted = 0 AND run.cancelled = 0 ORDER BY session.starts_at, session.id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_text (statement, "$now", now);
  return ff_rows_get_text (statement, error);
}

gboolean
ff_venue_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT name, address, search_key, sort_key FROM venue WHERE deleted = 0 ORDER BY id", error);
  if (!statement)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      const char *name = ff_statement_get_text (statement, 0);
      g_autofree char *search = ff_name_search_key (name, ff_statement_get_text (statement, 1));
      g_autofree char *sort = ff_name_sort_key (name);
      if (g_strcmp0 (search, ff_statement_get_text (statement, 2)) != 0
          || g_strcmp0 (sort, ff_statement_get_text (statement, 3)) != 0)
        g_ptr_array_add (findings, g_strdup_printf (_("The keys by which the venue %s is found are out of date."), name));
    }
  return step == FF_STEP_DONE;
}
