#include "ff-agenda-store.h"

void
ff_agenda_slot_free (FfAgendaSlot *slot)
{
  if (slot == NULL)
    return;
  g_free (slot->title);
  g_free (slot->activity);
  g_free (slot);
}

gboolean
ff_agenda_store_insert (FfDb *db, const FfAgendaSlot *slot, int position, GError **error)
{
  g_autoptr (FfStatement) insert = ff_db_prepare (db,
      "INSERT INTO agenda_slot (session_id, position, starts_at, ends_at, title, activity)"
      " VALUES ($session_id, $position, $starts_at, $ends_at, $title, $activity)",
      error);
  g_autofree char *starts_at = ff_time_format (slot->starts_at);
  g_autofree char *ends_at = ff_time_format (slot->ends_at);

  if (insert == NULL)
    return FALSE;
  ff_statement_bind_int (insert, "$session_id", slot->session_id);
  ff_statement_bind_int (insert, "$position", position);
  ff_statement_bind_text (insert, "$starts_at", starts_at);
  ff_statement_bind_text (insert, "$ends_at", ends_at);
  ff_statement_bind_text (insert, "$title", slot->title);
  ff_statement_bind_text (insert, "$activity", slot->activity);
  return ff_statement_run (insert, NULL, error);
}

gboolean
ff_agenda_store_delete_of_session (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
      "DELETE FROM agenda_slot WHERE session_id = $session_id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$session_id", session_id);
  return ff_statement_run (statement, NULL, error);
}

GPtrArray *
ff_agenda_store_of_run (FfDb *db, gint64 run_id, GError **error)
{
  enum { ID, SESSION_ID, STARTS_AT, ENDS_AT, TITLE, ACTIVITY };
  g_autoptr (FfStatement) select = ff_db_prepare (db,
      "SELECT slot.id, slot.session_id, slot.starts_at, slot.ends_at, slot.title, slot.activity"
      " FROM agenda_slot AS slot JOIN session ON session.id = slot.session_id"
      " WHERE session.run_id = $run_id ORDER BY slot.starts_at, slot.position, slot.id",
      error);
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_agenda_slot_free);
  FfStep step;

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$run_id", run_id);
  while ((step = ff_statement_step (select, error)) == FF_STEP_ROW)
    {
      FfAgendaSlot *slot = g_new0 (FfAgendaSlot, 1);

      slot->id = ff_statement_get_int (select, ID);
      slot->session_id = ff_statement_get_int (select, SESSION_ID);
      ff_time_parse (ff_statement_get_text (select, STARTS_AT), &slot->starts_at);
      ff_time_parse (ff_statement_get_text (select, ENDS_AT), &slot->ends_at);
      slot->title = ff_statement_dup_text (select, TITLE);
      slot->activity = ff_statement_dup_text (select, ACTIVITY);
      g_ptr_array_add (slots, slot);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&slots) : NULL;
}
