#include "config.h"

#include "ff-test-items.h"

#include <glib/gi18n-lib.h>

#include "ff-test-store.h"

static FfTestItem *
item_at (const GPtrArray *items, guint index)
{
  return g_ptr_array_index (items, index);
}

static guint
count (const GPtrArray *items)
{
  return items != NULL ? items->len : 0;
}

static void
clean (char **text)
{
  char *line = *text != NULL ? ff_put_clean_line (*text) : NULL;

  g_free (*text);
  *text = line;
}

void
ff_test_items_clean (GPtrArray *items)
{
  for (guint i = 0; i < count (items); i++)
    {
      FfTestItem *item = item_at (items, i);
      char *letters;

      clean (&item->key);
      clean (&item->title);
      clean (&item->answer);
      for (guint j = 0; j < item->options->len; j++)
        clean ((char **) &g_ptr_array_index (item->options, j));
      if (item->answer != NULL && *item->answer == '\0')
        g_clear_pointer (&item->answer, g_free);
      letters = item->kind == FF_TEST_CHOICE && item->answer != NULL ? ff_test_letters_parse (item->answer) : NULL;
      if (letters == NULL)
        continue;
      g_free (item->answer);
      item->answer = letters;
    }
}

void
ff_test_items_adopt_ids (GPtrArray *items, const GPtrArray *stored)
{
  for (guint i = 0; i < count (items); i++)
    {
      const FfTestItem *twin = ff_test_items_find (stored, item_at (items, i)->key);

      item_at (items, i)->id = twin != NULL ? twin->id : 0;
    }
}

static gboolean
check_answered (FfDb *db, const FfTestItem *old, const FfTestItem *now, GError **error)
{
  gint64 highest = ff_test_answer_store_highest (db, old->id, error);

  if (highest < 0)
    return FALSE;
  if (now == NULL)
    ff_put_set_error (error, FF_ERROR_INVALID, "scheme", _("Item %s has answers already; take them away before the item."), old->key);
  else if (now->kind != old->kind)
    ff_put_set_error (error, FF_ERROR_INVALID, "scheme", _("Item %s has answers already; it stays a choice or a short answer."), old->key);
  else if (now->points < highest)
    ff_put_set_error (error, FF_ERROR_INVALID, "scheme", _("Somebody has more points for item %s than it would give."), old->key);
  else
    return TRUE;
  return FALSE;
}

gboolean
ff_test_items_check (FfDb *db, const GPtrArray *items, const GPtrArray *stored, GError **error)
{
  for (guint i = 0; i < count (stored); i++)
    {
      const FfTestItem *old = item_at (stored, i);
      const FfTestItem *now = ff_test_items_find (items, old->key);
      gint64 component_id;
      int answers;

      if (now != NULL && ff_test_item_equal (old, now))
        continue;
      component_id = ff_test_item_store_find_component (db, old->id, error);
      answers = component_id >= 0 ? ff_test_answer_store_count (db, component_id, old->id, error) : -1;
      if (answers < 0 || (answers > 0 && !check_answered (db, old, now, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_missing (FfDb *db, const GPtrArray *items, const GPtrArray *stored, gboolean *changed, GError **error)
{
  for (guint i = 0; i < count (stored); i++)
    {
      if (ff_test_items_find (items, item_at (stored, i)->key) != NULL)
        continue;
      if (!ff_test_item_store_delete (db, item_at (stored, i)->id, error))
        return FALSE;
      *changed = TRUE;
    }
  return TRUE;
}

/* Where an item stands in a paper, from 1; 0: it does not. */
static guint
find_position (const GPtrArray *items, const FfTestItem *item)
{
  for (guint i = 0; i < count (items); i++)
    if (g_str_equal (item_at (items, i)->key, item->key))
      return i + 1;
  return 0;
}

gboolean
ff_test_items_write (FfDb *db, gint64 component_id, GPtrArray *items, const GPtrArray *stored, gboolean *changed, GError **error)
{
  if (!delete_missing (db, items, stored, changed, error))
    return FALSE;
  for (guint i = 0; i < count (items); i++)
    {
      FfTestItem *item = item_at (items, i);
      const FfTestItem *old = ff_test_items_find (stored, item->key);

      if (old != NULL && ff_test_item_equal (old, item) && find_position (stored, old) == i + 1)
        continue;
      *changed = TRUE;
      if (!(old != NULL ? ff_test_item_store_update (db, (int) i + 1, item, error)
                        : ff_test_item_store_insert (db, component_id, (int) i + 1, item, error)))
        return FALSE;
    }
  return TRUE;
}
