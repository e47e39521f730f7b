#include "config.h"

#include "ff-leave-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-order-store.h"
#include "ff-take.h"
#include "ff-word.h"

#define TITLE_MAX_CHARACTERS 60

enum
{
  WORD_OFFICIAL,
  WORD_SICK,
  WORD_PERSONAL,
};

/* The built-in kinds as files of every language write them. */
static const char *const word_keys[] = { [WORD_OFFICIAL] = "official", [WORD_SICK] = "sick", [WORD_PERSONAL] = "personal" };

static const FfWord words[] = {
  { "officialleave", WORD_OFFICIAL }, { "公假", WORD_OFFICIAL }, { "sickleave", WORD_SICK },
  { "病假", WORD_SICK },              { "personalleave", WORD_PERSONAL }, { "事假", WORD_PERSONAL },
};

GPtrArray *
ff_leave_kinds_list (FfDb *db, GError **error)
{
  return ff_leave_kind_store_list (db, error);
}

FfLeaveKind *
ff_leave_kinds_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfLeaveKind *kind = ff_leave_kind_store_read (db, id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (kind == NULL)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _ ("This kind of leave no longer exists: somebody has deleted it meanwhile."));
  return kind;
}

const FfLeaveKind *
ff_leave_kinds_lookup (const GPtrArray *kinds, const char *key)
{
  for (guint i = 0; key != NULL && i < kinds->len; i++)
    {
      const FfLeaveKind *kind = g_ptr_array_index (kinds, i);

      if (strcmp (kind->key, key) == 0)
        return kind;
    }
  return NULL;
}

static const FfLeaveKind *
find_by_title (const GPtrArray *kinds, const char *text)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      const FfLeaveKind *kind = g_ptr_array_index (kinds, i);

      if (strcmp (ff_leave_kind_get_title (kind), text) == 0)
        return kind;
    }
  return NULL;
}

const FfLeaveKind *
ff_leave_kinds_find (const GPtrArray *kinds, const char *text)
{
  const FfLeaveKind *kind = find_by_title (kinds, text);
  int word;

  if (kind == NULL)
    kind = ff_leave_kinds_lookup (kinds, text);
  if (kind == NULL && ff_word_find_in (words, text, &word))
    kind = ff_leave_kinds_lookup (kinds, word_keys[word]);
  return kind;
}

/* A name by which people would take it for another kind is refused. */
static gboolean
take_title (FfDb *db, FfLeaveKind *kind, const char *text, gboolean *changed, GError **error)
{
  g_autoptr (GPtrArray) kinds = NULL;
  const FfLeaveKind *other;

  if (!ff_take_line (&kind->own_title, text, TITLE_MAX_CHARACTERS, "title", changed, error))
    return FALSE;
  if (kind->own_title == NULL)
    {
      if (kind->key != NULL && ff_leave_kind_built_in_title (kind->key) != NULL)
        return TRUE;
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _ ("Enter a name."));
      return FALSE;
    }
  kinds = ff_leave_kinds_list (db, error);
  if (kinds == NULL)
    return FALSE;
  other = ff_leave_kinds_find (kinds, kind->own_title);
  if (other != NULL && other->id != kind->id)
    ff_put_set_error (error, FF_ERROR_EXISTS, "title",
                      _ ("There is another kind of leave called %s: choose a name that tells them apart."), kind->own_title);
  return other == NULL || other->id == kind->id;
}

FfPut
ff_leave_kinds_put (FfDb *db, gint64 update_id, const FfLeaveKindDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfLeaveKind) kind = update_id != 0 ? ff_leave_kinds_read (db, update_id, error) : g_new0 (FfLeaveKind, 1);

  if (kind == NULL || !take_title (db, kind, draft->title, &changed, error)
      || !ff_take_yes_no (&kind->counts, draft->counts, "counts", &changed, error))
    return FF_PUT_REFUSED;
  if (kind->key == NULL)
    kind->key = g_intern_string (kind->own_title);
  if (update_id == 0 ? !ff_leave_kind_store_insert (db, kind, error) : changed && !ff_leave_kind_store_update (db, kind, error))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = kind->id;
  return update_id == 0 ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_leave_kinds_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_order_store_move (db, FF_ORDER_LEAVE_KIND, id, position, error);
}

gboolean
ff_leave_kinds_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfLeaveKind) kind = ff_leave_kinds_read (db, id, error);
  int used = kind != NULL ? ff_leave_kind_store_is_used (db, kind->key, error) : -1;

  if (used > 0)
    ff_put_set_error (error, FF_ERROR_INVALID, NULL, _ ("Trainees were excused with this kind of leave: give it another name instead."));
  return used == 0 && ff_leave_kind_store_delete (db, id, error);
}
