#include "config.h"

#include "ff-agenda.h"

#include <glib/gi18n-lib.h>

#include "ff-batch.h"

static gboolean
check_slots (FfMinute starts_at, FfMinute ends_at, GPtrArray *slots, GError **error)
{
  FfMinute free_from = starts_at;

  for (guint i = 0; i < slots->len; i++)
    {
      const FfAgendaSlot *slot = g_ptr_array_index (slots, i);

      if (slot->starts_at < free_from || slot->ends_at <= slot->starts_at || slot->ends_at > ends_at)
        {
          g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                       /* Translators: %s is the title of an agenda slot. */
                       _("“%s” overlaps another slot or lies outside its session: change its times."), slot->title);
          return FALSE;
        }
      free_from = slot->ends_at;
    }
  return TRUE;
}

gboolean
ff_agenda_put (FfDb *db, gint64 session_id, FfMinute starts_at, FfMinute ends_at, GPtrArray *slots, GError **error)
{
  g_autoptr (FfBatch) batch = NULL;

  g_return_val_if_fail (db != NULL && slots != NULL, FALSE);

  if (!check_slots (starts_at, ends_at, slots, error))
    return FALSE;
  batch = ff_batch_begin (db, _("Change the agenda"), error);
  if (batch == NULL || !ff_agenda_store_delete_of_session (db, session_id, error))
    return FALSE;
  for (guint i = 0; i < slots->len; i++)
    {
      FfAgendaSlot *slot = g_ptr_array_index (slots, i);

      slot->session_id = session_id;
      if (!ff_agenda_store_insert (db, slot, (int) i, error))
        return FALSE;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

GPtrArray *
ff_agenda_of_run (FfDb *db, gint64 run_id, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return ff_agenda_store_of_run (db, run_id, error);
}
