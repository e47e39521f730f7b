#include "config.h"

#include "ff-owned.h"

#include <glib/gi18n-lib.h>

#include "ff-people.h"

FfPut
ff_owned_write (FfDb *db, FfOwnedTable table, FfOwner owner, gpointer thing, const gint64 *id, int *position, gboolean changed,
                FfOwnedWrite insert, FfOwnedWrite update, GError **error)
{
  if (*id != 0)
    {
      if (!changed)
        return FF_PUT_SAME;
      return update (db, thing, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
    }
  *position = ff_owned_store_next_position (db, table, owner, error);
  return *position >= 0 && insert (db, thing, error) ? FF_PUT_NEW : FF_PUT_REFUSED;
}

gboolean
ff_owned_take_layer (FfDb *db, gint64 *layer_id, const char *text, gboolean *changed, GError **error)
{
  gint64 id = 0;

  if (text == NULL)
    return TRUE;
  if (*text != '\0')
    id = ff_people_need_layer (db, text, error);
  if (id < 0)
    return FALSE;
  *changed = *changed || id != *layer_id;
  *layer_id = id;
  return TRUE;
}

gboolean
ff_owned_need (const char *stored, const char *field, const char *message, GError **error)
{
  if (stored != NULL)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, field, "%s", message);
  return FALSE;
}

gpointer
ff_owned_found (gpointer thing, GError *local_error, GError **error)
{
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else if (thing == NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This entry does not exist any more."));
  return thing;
}
