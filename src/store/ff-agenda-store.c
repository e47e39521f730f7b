#include "ff-agenda-store.h"

#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_agenda_slot_free (FfAgendaSlot *slot)
{
  if (slot == NULL)
    return;
  g_free (slot->title);
  g_free (slot->activity);
  g_free (slot->item);
  g_free (slot->trainer);
  g_free (slot);
}

/* Reading --------------------------------------------------------------------------------------------------------- */

enum
{
  COL_ID,
  COL_VERSION,
  COL_SESSION_ID,
  COL_STARTS_AT,
  COL_ENDS_AT,
  COL_TITLE,
  COL_ACTIVITY,
  COL_ITEM_ID,
  COL_ITEM,
  COL_TRAINER_ID,
  COL_TRAINER,
  COL_IS_BREAK,
};

#define SELECT_SLOTS                                                                                                          \
  "SELECT slot.id, slot.version, slot.session_id, slot.starts_at, slot.ends_at, slot.title, slot.activity, item.id, item.title,"  \
  " trainer.id, trainer.name," FF_AGENDA_IS_BREAK ("slot", "item")                                                            \
  " FROM agenda_slot AS slot JOIN session ON session.id = slot.session_id"                                                    \
  " LEFT JOIN syllabus_item AS item ON item.id = slot.syllabus_item_id LEFT JOIN trainer ON trainer.id = slot.trainer_id"

static gpointer
read_slot (FfStatement *statement)
{
  FfAgendaSlot *slot = g_new0 (FfAgendaSlot, 1);

  slot->id = ff_statement_get_int (statement, COL_ID);
  slot->version = ff_statement_get_int (statement, COL_VERSION);
  slot->session_id = ff_statement_get_int (statement, COL_SESSION_ID);
  slot->starts_at = ff_statement_get_time (statement, COL_STARTS_AT);
  slot->ends_at = ff_statement_get_time (statement, COL_ENDS_AT);
  slot->title = ff_statement_dup_text (statement, COL_TITLE);
  slot->activity = ff_statement_dup_text (statement, COL_ACTIVITY);
  slot->syllabus_item_id = ff_statement_get_int (statement, COL_ITEM_ID);
  slot->item = ff_statement_dup_text (statement, COL_ITEM);
  slot->trainer_id = ff_statement_get_int (statement, COL_TRAINER_ID);
  slot->trainer = ff_statement_dup_text (statement, COL_TRAINER);
  slot->is_break = ff_statement_get_int (statement, COL_IS_BREAK) != 0;
  return slot;
}

GPtrArray *
ff_agenda_store_of_run (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) select
      = ff_db_prepare (db, SELECT_SLOTS " WHERE session.run_id = $run ORDER BY slot.starts_at, slot.position, slot.id", error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$run", run_id);
  return ff_rows_list (select, read_slot, (GDestroyNotify) ff_agenda_slot_free, error);
}

GPtrArray *
ff_agenda_store_of_session (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (FfStatement) select
      = ff_db_prepare (db, SELECT_SLOTS " WHERE slot.session_id = $session ORDER BY slot.starts_at, slot.position, slot.id", error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$session", session_id);
  return ff_rows_list (select, read_slot, (GDestroyNotify) ff_agenda_slot_free, error);
}

GArray *
ff_agenda_store_list_taught (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db,
      "SELECT DISTINCT slot.syllabus_item_id FROM agenda_slot AS slot JOIN session ON session.id = slot.session_id"
      " WHERE session.run_id = $run AND session.cancelled = 0 AND slot.syllabus_item_id IS NOT NULL",
      error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$run", run_id);
  return ff_rows_list_ids (select, error);
}

/* Writing --------------------------------------------------------------------------------------------------------- */

static void
bind_fields (FfStatement *statement, const FfAgendaSlot *slot, int position)
{
  ff_statement_bind_int (statement, "$position", position);
  ff_statement_bind_time (statement, "$starts_at", slot->starts_at);
  ff_statement_bind_time (statement, "$ends_at", slot->ends_at);
  ff_statement_bind_text (statement, "$title", slot->title);
  ff_statement_bind_text (statement, "$activity", slot->activity);
  ff_statement_bind_id (statement, "$item", slot->syllabus_item_id);
  ff_statement_bind_id (statement, "$trainer", slot->trainer_id);
}

gboolean
ff_agenda_store_insert (FfDb *db, const FfAgendaSlot *slot, int position, GError **error)
{
  g_autoptr (FfStatement) insert = ff_db_prepare (
      db,
      "INSERT INTO agenda_slot (session_id, position, starts_at, ends_at, title, activity, syllabus_item_id, trainer_id)"
      " VALUES ($session, $position, $starts_at, $ends_at, $title, $activity, $item, $trainer)",
      error);

  if (insert == NULL)
    return FALSE;
  ff_statement_bind_int (insert, "$session", slot->session_id);
  bind_fields (insert, slot, position);
  return ff_statement_run (insert, NULL, error);
}

gboolean
ff_agenda_store_update (FfDb *db, const FfAgendaSlot *slot, int position, GError **error)
{
  g_autoptr (FfStatement) update = ff_db_prepare (
      db,
      "UPDATE agenda_slot SET position = $position, starts_at = $starts_at, ends_at = $ends_at, title = $title, activity = $activity,"
      " syllabus_item_id = $item, trainer_id = $trainer, version = version + 1 WHERE id = $id",
      error);

  if (update == NULL)
    return FALSE;
  ff_statement_bind_int (update, "$id", slot->id);
  bind_fields (update, slot, position);
  return ff_statement_run (update, NULL, error);
}

gboolean
ff_agenda_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM agenda_slot WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_agenda_store_delete_of_session (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM agenda_slot WHERE session_id = $session", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$session", session_id);
  return ff_statement_run (statement, NULL, error);
}
