#include "config.h"

#include "ff-unavailability-store.h"

#include "ff-rows.h"
#include "ff-statement-values.h"

/* People and places that were deleted take what was noted of them out of sight. */
#define SELECT_UNAVAILABILITY                                                                                                     \
  "SELECT unavailability.id, unavailability.version, unavailability.trainer_id, unavailability.venue_id,"                         \
  " unavailability.trainee_id, coalesce (trainer.name, venue.name, trainee.name), unavailability.kind, unavailability.starts_at," \
  " unavailability.ends_at, unavailability.reason FROM unavailability"                                                            \
  " LEFT JOIN trainer ON trainer.id = unavailability.trainer_id LEFT JOIN venue ON venue.id = unavailability.venue_id"            \
  " LEFT JOIN trainee ON trainee.id = unavailability.trainee_id"                                                                  \
  " WHERE coalesce (trainer.deleted, venue.deleted, trainee.deleted) = 0"

#define TOUCHES " AND unavailability.ends_at > $from AND unavailability.starts_at < $to"
#define BY_TIME " ORDER BY unavailability.starts_at, unavailability.id"

enum
{
  AWAY_ID,
  AWAY_VERSION,
  AWAY_TRAINER_ID,
  AWAY_VENUE_ID,
  AWAY_TRAINEE_ID,
  AWAY_NAME,
  AWAY_KIND,
  AWAY_STARTS_AT,
  AWAY_ENDS_AT,
  AWAY_REASON,
};

void
ff_unavailability_free (FfUnavailability *unavailability)
{
  if (!unavailability)
    return;

  g_free (unavailability->name);
  g_free (unavailability->kind);
  g_free (unavailability->reason);
  g_free (unavailability);
}

static gpointer
unavailability_from_row (FfStatement *row)
{
  FfUnavailability *away = g_new0 (FfUnavailability, 1);
  away->id = ff_statement_get_int (row, AWAY_ID);
  away->version = ff_statement_get_int (row, AWAY_VERSION);
  for (int column = AWAY_TRAINER_ID; column <= AWAY_TRAINEE_ID; column++)
    if (!ff_statement_is_null (row, column))
      {
        away->who = (FfAway) (column - AWAY_TRAINER_ID);
        away->owner_id = ff_statement_get_int (row, column);
      }
  away->name = ff_statement_dup_text (row, AWAY_NAME);
  away->kind = ff_statement_dup_text (row, AWAY_KIND);
  away->starts_at = ff_statement_get_time (row, AWAY_STARTS_AT);
  away->ends_at = ff_statement_get_time (row, AWAY_ENDS_AT);
  away->reason = ff_statement_dup_text (row, AWAY_REASON);
  return away;
}

FfUnavailability *
ff_unavailability_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_UNAVAILABILITY " AND unavailability.id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? unavailability_from_row (statement) : NULL;
}

static GPtrArray *
list (FfStatement *statement, FfMinute from, FfMinute to, GError **error)
{
  ff_statement_bind_time (statement, "$from", from);
  ff_statement_bind_time (statement, "$to", to);
  return ff_rows_list (statement, unavailability_from_row, (GDestroyNotify) ff_unavailability_free, error);
}

GPtrArray *
ff_unavailability_store_of (FfDb *db, FfAway who, gint64 owner_id, FfMinute from, FfMinute to, GError **error)
{
  static const char *const queries[] = {
    [FF_AWAY_TRAINER] = SELECT_UNAVAILABILITY " AND unavailability.trainer_id = $owner" TOUCHES BY_TIME,
    [FF_AWAY_VENUE] = SELECT_UNAVAILABILITY " AND unavailability.venue_id = $owner" TOUCHES BY_TIME,
    [FF_AWAY_TRAINEE] = SELECT_UNAVAILABILITY " AND unavailability.trainee_id = $owner" TOUCHES BY_TIME,
  };
  g_autoptr (FfStatement) statement = ff_db_prepare (db, queries[who], error);

  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$owner", owner_id);
  return list (statement, from, to, error);
}

GPtrArray *
ff_unavailability_store_between (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_UNAVAILABILITY TOUCHES BY_TIME, error);
  return statement ? list (statement, from, to, error) : NULL;
}

static void
bind_unavailability (FfStatement *statement, const FfUnavailability *away)
{
  ff_statement_bind_text (statement, "$kind", away->kind);
  ff_statement_bind_time (statement, "$starts_at", away->starts_at);
  ff_statement_bind_time (statement, "$ends_at", away->ends_at);
  ff_statement_bind_text (statement, "$reason", away->reason);
}

gboolean
ff_unavailability_store_insert (FfDb *db, FfUnavailability *away, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO unavailability (trainer_id, venue_id, trainee_id, kind, starts_at, ends_at, reason)"
    " VALUES ($trainer, $venue, $trainee, $kind, $starts_at, $ends_at, $reason)", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_id (statement, "$trainer", away->who == FF_AWAY_TRAINER ? away->owner_id : 0);
  ff_statement_bind_id (statement, "$venue", away->who == FF_AWAY_VENUE ? away->owner_id : 0);
  ff_statement_bind_id (statement, "$trainee", away->who == FF_AWAY_TRAINEE ? away->owner_id : 0);
  bind_unavailability (statement, away);
  away->version = 1;
  return ff_statement_insert (statement, &away->id, error);
}

gboolean
ff_unavailability_store_update (FfDb *db, const FfUnavailability *away, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE unavailability SET kind = $kind, starts_at = $starts_at, ends_at = $ends_at, reason = $reason,"
    " version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_unavailability (statement, away);
  ff_statement_bind_int (statement, "$id", away->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_unavailability_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM unavailability WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}
