#include "config.h"

#include "ff-named-store.h"

#include <glib/gi18n-lib.h>

#include "ff-name-key.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

/* Of live classes, not cancelled; @which says whom they need. */
#define BOOKINGS(which)                                                                                                    \
  "SELECT session.id, run.id, run.code, run.title, session.key, session.title, session.starts_at, session.ends_at,"        \
  " venue.name, session.joint, session.booking = 'provisional' FROM session JOIN run ON run.id = session.run_id"            \
  " LEFT JOIN venue ON venue.id = session.venue_id"                                                                        \
  " WHERE " which " AND session.cancelled = 0 AND session.ends_at > $from AND session.starts_at < $to AND run.deleted = 0" \
  " AND run.cancelled = 0 ORDER BY session.starts_at, session.id LIMIT $limit"

#define OF_TRAINER(id) \
  "session.id IN (SELECT session_id FROM session_trainer WHERE trainer_id = " id " UNION SELECT session_id FROM agenda_slot" \
  " WHERE trainer_id = " id ")"
#define OF_VENUE(id) "session.venue_id = " id
#define OF_EQUIPMENT(id) "session.id IN (SELECT session_id FROM session_equipment WHERE equipment_id = " id ")"

#define NEXT(which)                                                                                                      \
  "(SELECT min (session.starts_at) FROM session JOIN run ON run.id = session.run_id WHERE " which                        \
  " AND session.cancelled = 0 AND session.ends_at > $now AND run.deleted = 0 AND run.cancelled = 0)"

#define NAMED(table) \
  .name = table, \
  .find = "SELECT id FROM " table " WHERE deleted = 0 AND name = $name", \
  .choices = "SELECT id, version, name FROM " table " WHERE deleted = 0 AND search_key LIKE $search ESCAPE '\\' ORDER BY sort_key, id", \
  .mark_deleted = "UPDATE " table " SET deleted = 1, version = version + 1 WHERE id = $id AND deleted = 0"

#define KEYS(table, extra) "SELECT name, " extra ", search_key, sort_key FROM " table " WHERE deleted = 0 ORDER BY id"

/* The same statements over each table; literals, as ff_db_prepare () wants them. */
static const struct
{
  const char *name;
  const char *find;
  const char *choices;
  const char *mark_deleted;
  const char *keys;
  const char *bookings;
  const char *sorts[FF_NAMED_SORT_SIZE + 1]; /* NULL: these cannot be sorted so */
  const char *venue; /* NULL: none refers to it */
} tables[] = {
  [FF_NAMED_TRAINER] = {
    NAMED ("trainer"),
    .keys = KEYS ("trainer", "organisation"),
    .bookings = BOOKINGS (OF_TRAINER ("$id")),
    .sorts = {
      [FF_NAMED_SORT_NEXT] = NEXT (OF_TRAINER ("trainer.id")),
      [FF_NAMED_SORT_KIND] = "CASE kind WHEN 'internal' THEN 1 WHEN 'external' THEN 2 ELSE 3 END",
      [FF_NAMED_SORT_ORGANISATION] = "organisation",
      [FF_NAMED_SORT_GRADE] = "(SELECT position FROM trainer_grade WHERE trainer_grade.id = trainer.grade_id)",
      [FF_NAMED_SORT_EXPIRY] = "(SELECT min (expires_on) FROM qualification WHERE trainer_id = trainer.id)",
    },
  },
  [FF_NAMED_VENUE] = {
    NAMED ("venue"),
    .keys = KEYS ("venue", "address"),
    .bookings = BOOKINGS (OF_VENUE ("$id")),
    .sorts = {
      [FF_NAMED_SORT_NEXT] = NEXT (OF_VENUE ("venue.id")),
      [FF_NAMED_SORT_SITE] = "site",
      [FF_NAMED_SORT_SIZE] = "capacity",
    },
    .venue = "SELECT name FROM venue WHERE deleted = 0 AND fallback_id = $id ORDER BY sort_key, id",
  },
  [FF_NAMED_EQUIPMENT] = {
    NAMED ("equipment"),
    .keys = KEYS ("equipment", "NULL"),
    .bookings = BOOKINGS (OF_EQUIPMENT ("$id")),
    .sorts = { [FF_NAMED_SORT_NEXT] = NEXT (OF_EQUIPMENT ("equipment.id")), [FF_NAMED_SORT_SIZE] = "count" },
    .venue = "SELECT venue.name FROM venue_equipment JOIN venue ON venue.id = venue_equipment.venue_id"
             " WHERE venue.deleted = 0 AND venue_equipment.equipment_id = $id ORDER BY venue.sort_key, venue.id",
  },
};

gint64
ff_named_store_find (FfDb *db, FfNamed kind, const char *name, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[kind].find, error);
  if (!statement)
    return -1;
  ff_statement_bind_text (statement, "$name", name);
  return ff_rows_get_id (statement, error);
}

enum
{
  CHOICE_ID,
  CHOICE_VERSION,
  CHOICE_NAME,
};

static gpointer
choice_from_row (FfStatement *row)
{
  FfChoice *choice = g_new0 (FfChoice, 1);
  choice->id = ff_statement_get_int (row, CHOICE_ID);
  choice->version = ff_statement_get_int (row, CHOICE_VERSION);
  choice->title = ff_statement_dup_text (row, CHOICE_NAME);
  return choice;
}

GPtrArray *
ff_named_store_choices (FfDb *db, FfNamed kind, const char *search, GError **error)
{
  g_autofree char *pattern = ff_rows_make_pattern (search);
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[kind].choices, error);
  if (!statement)
    return NULL;
  ff_statement_bind_text (statement, "$search", pattern);
  return ff_rows_list (statement, choice_from_row, (GDestroyNotify) ff_choice_free, error);
}

GArray *
ff_named_store_list (FfDb *db, FfNamed kind, const FfNamedQuery *query, GError **error)
{
  const char *by = tables[kind].sorts[query->sort];
  const char *direction = query->descending ? " DESC" : "";
  g_autofree char *pattern = ff_rows_make_pattern (query->search);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT id FROM %s WHERE deleted = 0 AND search_key LIKE $search ESCAPE '\\' AND $now IS NOT NULL ORDER BY ",
                          tables[kind].name);
  if (by)
    g_string_append_printf (sql, "%s IS NULL, %s%s, sort_key, id", by, by, direction);
  else
    g_string_append_printf (sql, "sort_key%s, id%s", direction, direction);
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, sql->str, error);
  if (!statement)
    return NULL;
  ff_statement_bind_text (statement, "$search", pattern);
  ff_statement_bind_time (statement, "$now", query->now);
  return ff_rows_list_ids (statement, error);
}

gboolean
ff_named_store_mark_deleted (FfDb *db, FfNamed kind, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[kind].mark_deleted, error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

void
ff_named_store_bind_keys (FfStatement *statement, const char *name, const char *extra)
{
  g_autofree char *search_key = ff_name_search_key (name, extra);
  g_autofree char *sort_key = ff_name_sort_key (name);

  ff_statement_bind_text (statement, "$search_key", search_key);
  ff_statement_bind_text (statement, "$sort_key", sort_key);
}

enum
{
  BOOKING_SESSION_ID,
  BOOKING_RUN_ID,
  BOOKING_RUN_CODE,
  BOOKING_RUN_TITLE,
  BOOKING_KEY,
  BOOKING_TITLE,
  BOOKING_STARTS_AT,
  BOOKING_ENDS_AT,
  BOOKING_VENUE,
  BOOKING_JOINT,
  BOOKING_PROVISIONAL,
};

void
ff_booking_free (FfBooking *booking)
{
  if (!booking)
    return;

  g_free (booking->run_code);
  g_free (booking->run_title);
  g_free (booking->key);
  g_free (booking->title);
  g_free (booking->venue);
  g_free (booking->joint);
  g_free (booking);
}

static gpointer
booking_from_row (FfStatement *row)
{
  FfBooking *booking = g_new0 (FfBooking, 1);
  booking->session_id = ff_statement_get_int (row, BOOKING_SESSION_ID);
  booking->run_id = ff_statement_get_int (row, BOOKING_RUN_ID);
  booking->run_code = ff_statement_dup_text (row, BOOKING_RUN_CODE);
  booking->run_title = ff_statement_dup_text (row, BOOKING_RUN_TITLE);
  booking->key = ff_statement_dup_text (row, BOOKING_KEY);
  booking->title = ff_statement_dup_text (row, BOOKING_TITLE);
  booking->starts_at = ff_statement_get_time (row, BOOKING_STARTS_AT);
  booking->ends_at = ff_statement_get_time (row, BOOKING_ENDS_AT);
  booking->venue = ff_statement_dup_text (row, BOOKING_VENUE);
  booking->joint = ff_statement_dup_text (row, BOOKING_JOINT);
  booking->provisional = ff_statement_get_int (row, BOOKING_PROVISIONAL) != 0;
  return booking;
}

GPtrArray *
ff_named_store_bookings (FfDb *db, FfNamed kind, gint64 id, FfMinute from, FfMinute to, int limit, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[kind].bookings, error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_time (statement, "$from", from);
  ff_statement_bind_time (statement, "$to", to);
  ff_statement_bind_int (statement, "$limit", limit);
  return ff_rows_list (statement, booking_from_row, (GDestroyNotify) ff_booking_free, error);
}

char *
ff_named_store_find_venue (FfDb *db, FfNamed kind, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = tables[kind].venue ? ff_db_prepare (db, tables[kind].venue, error) : NULL;
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_get_text (statement, error);
}

enum
{
  KEYS_NAME,
  KEYS_EXTRA,
  KEYS_SEARCH,
  KEYS_SORT,
};

static char *
describe_stale (FfNamed kind, const char *name)
{
  switch (kind)
    {
    case FF_NAMED_TRAINER:
      return g_strdup_printf (_("The keys by which the trainer %s is found are out of date."), name);
    case FF_NAMED_VENUE:
      return g_strdup_printf (_("The keys by which the venue %s is found are out of date."), name);
    case FF_NAMED_EQUIPMENT:
    default:
      return g_strdup_printf (_("The keys by which the equipment %s is found are out of date."), name);
    }
}

static gboolean
check_keys (FfDb *db, FfNamed kind, GPtrArray *findings, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[kind].keys, error);
  if (!statement)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      const char *name = ff_statement_get_text (statement, KEYS_NAME);
      g_autofree char *search = ff_name_search_key (name, ff_statement_get_text (statement, KEYS_EXTRA));
      g_autofree char *sort = ff_name_sort_key (name);
      if (g_strcmp0 (search, ff_statement_get_text (statement, KEYS_SEARCH)) == 0
          && g_strcmp0 (sort, ff_statement_get_text (statement, KEYS_SORT)) == 0)
        continue;
      g_ptr_array_add (findings, describe_stale (kind, name));
    }
  return step == FF_STEP_DONE;
}

gboolean
ff_named_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  for (gsize kind = 0; kind < G_N_ELEMENTS (tables); kind++)
    if (!check_keys (db, (FfNamed) kind, findings, error))
      return FALSE;
  return TRUE;
}
