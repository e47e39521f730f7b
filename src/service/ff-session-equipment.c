#include "config.h"

#include "ff-session-equipment.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-places.h"
#include "ff-session-equipment-store.h"
#include "ff-word.h"

#define COUNT_MAX 10000

char *
ff_session_equipment_describe (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (GPtrArray) needs = ff_session_equipment_store_list (db, session_id, error);
  GString *text;

  if (!needs)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < needs->len; i++)
    {
      const FfSessionNeed *need = needs->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", need->name);
      if (need->count > 1)
        g_string_append_printf (text, " × %d", need->count);
    }
  return g_string_free (text, FALSE);
}

/* "Projector × 2" → "Projector" and 2; a name that ends in no such number is left as it is, and is one piece. */
static int
split_count (char *text)
{
  static const char *const signs[] = { "×", "x", "X", "*", "＊" };
  char *number = text + strlen (text);
  int count;

  while (number > text && g_ascii_isdigit (number[-1]))
    number--;
  count = *number && strlen (number) < 6 ? atoi (number) : 0;
  for (gsize i = 0; count > 0 && i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *start = g_strchomp (g_strndup (text, number - text));

      if (!g_str_has_suffix (start, signs[i]))
        continue;
      text[strlen (start) - strlen (signs[i])] = '\0';
      g_strchomp (text);
      return count;
    }
  return 1;
}

static FfSessionNeed *
find_need (GPtrArray *needs, gint64 equipment_id)
{
  for (guint i = 0; i < needs->len; i++)
    if (((FfSessionNeed *) needs->pdata[i])->equipment_id == equipment_id)
      return needs->pdata[i];
  return NULL;
}

/* One entry of the list; what is named twice is needed as often as both say. */
static gboolean
add_need (FfDb *db, GPtrArray *needs, const char *entry, GError **error)
{
  g_autofree char *name = ff_put_clean_line (entry);
  int count;
  gint64 id = ff_named_store_find (db, FF_NAMED_EQUIPMENT, name, error);
  FfSessionNeed *need;

  count = id == 0 ? split_count (name) : 1;
  if (id == 0)
    id = ff_named_store_find (db, FF_NAMED_EQUIPMENT, name, error);
  if (id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "equipment", _("There is no equipment “%s”: add it among the people and places first."), name);
  if (id <= 0)
    return FALSE;
  need = find_need (needs, id);
  if (!need)
    {
      need = g_new0 (FfSessionNeed, 1);
      need->equipment_id = id;
      g_ptr_array_add (needs, need);
    }
  need->count = MIN (need->count + count, COUNT_MAX);
  return TRUE;
}

FfPut
ff_session_equipment_put (FfDb *db, gint64 session_id, const char *text, GError **error)
{
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_need_free);
  g_auto (GStrv) entries = text ? ff_names_split (text) : NULL;
  gboolean changed = FALSE;

  if (!text)
    return FF_PUT_SAME;
  for (guint i = 0; entries[i]; i++)
    if (!add_need (db, needs, entries[i], error))
      return FF_PUT_REFUSED;
  if (!ff_session_equipment_store_set (db, session_id, needs, &changed, error))
    return FF_PUT_REFUSED;
  return changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}
