#include "config.h"

#include "ff-session-equipment-store.h"

#include "ff-rows.h"

enum
{
  NEED_EQUIPMENT_ID,
  NEED_COUNT,
  NEED_NAME,
};

void
ff_session_need_free (FfSessionNeed *need)
{
  if (!need)
    return;

  g_free (need->name);
  g_free (need);
}

static gpointer
need_from_row (FfStatement *row)
{
  FfSessionNeed *need = g_new0 (FfSessionNeed, 1);
  need->equipment_id = ff_statement_get_int (row, NEED_EQUIPMENT_ID);
  need->count = (int) ff_statement_get_int (row, NEED_COUNT);
  need->name = ff_statement_dup_text (row, NEED_NAME);
  return need;
}

GPtrArray *
ff_session_equipment_store_list (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT equipment.id, session_equipment.count, equipment.name FROM session_equipment"
    " JOIN equipment ON equipment.id = session_equipment.equipment_id WHERE session_equipment.session_id = $session"
    " ORDER BY equipment.sort_key, equipment.id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$session", session_id);
  return ff_rows_list (statement, need_from_row, (GDestroyNotify) ff_session_need_free, error);
}

static const FfSessionNeed *
find (GPtrArray *needs, gint64 equipment_id)
{
  for (guint i = 0; i < needs->len; i++)
    if (((const FfSessionNeed *) needs->pdata[i])->equipment_id == equipment_id)
      return needs->pdata[i];
  return NULL;
}

static gboolean
put (FfDb *db, gint64 session_id, const FfSessionNeed *need, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO session_equipment (session_id, equipment_id, count) VALUES ($session, $equipment, $count)"
    " ON CONFLICT (session_id, equipment_id) DO UPDATE SET count = excluded.count, version = session_equipment.version + 1", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$session", session_id);
  ff_statement_bind_int (statement, "$equipment", need->equipment_id);
  ff_statement_bind_int (statement, "$count", need->count);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
take_out (FfDb *db, gint64 session_id, gint64 equipment_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "DELETE FROM session_equipment WHERE session_id = $session AND equipment_id = $equipment", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$session", session_id);
  ff_statement_bind_int (statement, "$equipment", equipment_id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_session_equipment_store_set (FfDb *db, gint64 session_id, GPtrArray *needs, gboolean *changed, GError **error)
{
  g_autoptr (GPtrArray) stored = ff_session_equipment_store_list (db, session_id, error);

  if (!stored)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    {
      const FfSessionNeed *former = stored->pdata[i];

      if (find (needs, former->equipment_id))
        continue;
      if (!take_out (db, session_id, former->equipment_id, error))
        return FALSE;
      *changed = TRUE;
    }
  for (guint i = 0; i < needs->len; i++)
    {
      const FfSessionNeed *need = needs->pdata[i];
      const FfSessionNeed *former = find (stored, need->equipment_id);

      if (former && former->count == need->count)
        continue;
      if (!put (db, session_id, need, error))
        return FALSE;
      *changed = TRUE;
    }
  return TRUE;
}
