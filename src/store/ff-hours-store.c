#include "config.h"

#include "ff-hours-store.h"

#include "ff-agenda-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

#define HELD \
  " session.cancelled = 0 AND session.starts_at >= $from AND session.starts_at < $to AND session.ends_at <= $now" \
  " AND run.deleted = 0 AND run.cancelled = 0"

#define GIVEN_BY_TRAINER \
  " AND session.id IN (SELECT session_id FROM session_trainer WHERE trainer_id = $trainer UNION" \
  " SELECT session_id FROM agenda_slot WHERE trainer_id = $trainer)"

#define SELECT_SESSIONS \
  "SELECT session.id, session.starts_at, session.ends_at, session.joint FROM session JOIN run ON run.id = session.run_id WHERE" HELD
#define SELECT_LEADERS \
  "SELECT session.id, session_trainer.trainer_id FROM session JOIN run ON run.id = session.run_id" \
  " JOIN session_trainer ON session_trainer.session_id = session.id WHERE" HELD
#define SELECT_SLOTS \
  "SELECT session.id, agenda_slot.starts_at, agenda_slot.ends_at," FF_AGENDA_IS_BREAK ("agenda_slot", "syllabus_item")                \
  ", agenda_slot.trainer_id FROM session JOIN run ON run.id = session.run_id" \
  " JOIN agenda_slot ON agenda_slot.session_id = session.id" \
  " LEFT JOIN syllabus_item ON syllabus_item.id = agenda_slot.syllabus_item_id WHERE" HELD

enum
{
  SESSION_ID,
  SESSION_STARTS_AT,
  SESSION_ENDS_AT,
  SESSION_JOINT,
};

enum
{
  LEADER_SESSION_ID,
  LEADER_TRAINER_ID,
};

enum
{
  SLOT_SESSION_ID,
  SLOT_STARTS_AT,
  SLOT_ENDS_AT,
  SLOT_IS_BREAK,
  SLOT_TRAINER_ID,
};

void
ff_held_session_free (FfHeldSession *session)
{
  if (!session)
    return;

  g_free (session->joint);
  g_array_unref (session->leaders);
  g_array_unref (session->slots);
  g_free (session);
}

static gpointer
session_from_row (FfStatement *row)
{
  FfHeldSession *session = g_new0 (FfHeldSession, 1);
  session->session_id = ff_statement_get_int (row, SESSION_ID);
  session->starts_at = ff_statement_get_time (row, SESSION_STARTS_AT);
  session->ends_at = ff_statement_get_time (row, SESSION_ENDS_AT);
  session->joint = ff_statement_dup_text (row, SESSION_JOINT);
  session->leaders = g_array_new (FALSE, FALSE, sizeof (gint64));
  session->slots = g_array_new (FALSE, FALSE, sizeof (FfHoursSlot));
  return session;
}

static FfStatement *
prepare (FfDb *db, const char *of_all, const char *of_trainer, gint64 trainer_id, FfMinute from, FfMinute to, FfMinute now,
         GError **error)
{
  FfStatement *statement = ff_db_prepare (db, trainer_id ? of_trainer : of_all, error);

  if (!statement)
    return NULL;
  if (trainer_id)
    ff_statement_bind_int (statement, "$trainer", trainer_id);
  ff_statement_bind_time (statement, "$from", from);
  ff_statement_bind_time (statement, "$to", to);
  ff_statement_bind_time (statement, "$now", now);
  return statement;
}

static gboolean
read_leaders (FfStatement *statement, GHashTable *by_id, GError **error)
{
  FfStep step;

  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      gint64 session_id = ff_statement_get_int (statement, LEADER_SESSION_ID);
      gint64 trainer_id = ff_statement_get_int (statement, LEADER_TRAINER_ID);
      FfHeldSession *session = g_hash_table_lookup (by_id, &session_id);

      if (session)
        g_array_append_val (session->leaders, trainer_id);
    }
  return step == FF_STEP_DONE;
}

static gboolean
read_slots (FfStatement *statement, GHashTable *by_id, GError **error)
{
  FfStep step;

  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      gint64 session_id = ff_statement_get_int (statement, SLOT_SESSION_ID);
      FfHeldSession *session = g_hash_table_lookup (by_id, &session_id);
      FfHoursSlot slot = {
        .from = ff_statement_get_time (statement, SLOT_STARTS_AT),
        .to = ff_statement_get_time (statement, SLOT_ENDS_AT),
        .is_break = ff_statement_get_int (statement, SLOT_IS_BREAK) != 0,
        .trainer_id = ff_statement_get_int (statement, SLOT_TRAINER_ID),
      };

      if (session)
        g_array_append_val (session->slots, slot);
    }
  return step == FF_STEP_DONE;
}

GPtrArray *
ff_hours_store_held (FfDb *db, gint64 trainer_id, FfMinute from, FfMinute to, FfMinute now, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (FfStatement) list = prepare (db, SELECT_SESSIONS " ORDER BY session.starts_at, session.id",
                                          SELECT_SESSIONS GIVEN_BY_TRAINER " ORDER BY session.starts_at, session.id",
                                          trainer_id, from, to, now, error);
  g_autoptr (FfStatement) leaders = list ? prepare (db, SELECT_LEADERS, SELECT_LEADERS GIVEN_BY_TRAINER, trainer_id, from, to, now, error) : NULL;
  g_autoptr (FfStatement) slots = leaders ? prepare (db, SELECT_SLOTS, SELECT_SLOTS GIVEN_BY_TRAINER, trainer_id, from, to, now, error) : NULL;

  if (!slots)
    return NULL;
  sessions = ff_rows_list (list, session_from_row, (GDestroyNotify) ff_held_session_free, error);
  if (!sessions)
    return NULL;
  for (guint i = 0; i < sessions->len; i++)
    {
      FfHeldSession *session = sessions->pdata[i];
      g_hash_table_insert (by_id, &session->session_id, session);
    }
  return read_leaders (leaders, by_id, error) && read_slots (slots, by_id, error) ? g_steal_pointer (&sessions) : NULL;
}
