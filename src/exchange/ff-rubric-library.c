#include "config.h"

#include "ff-rubric-library.h"

#include <string.h>

#include "ff-builtin-rubrics.h"
#include "ff-name-key.h"

gboolean
ff_rubric_library_is_builtin (gint64 id)
{
  return id < 0;
}

gint64
ff_rubric_library_builtin_id (const char *key)
{
  const GPtrArray *rubrics = ff_builtin_rubrics_get (NULL);

  for (guint i = 0; key != NULL && i < rubrics->len; i++)
    if (strcmp (((const FfRubric *) g_ptr_array_index (rubrics, i))->key, key) == 0)
      return -1 - (gint64) i;
  return 0;
}

static gboolean
matches (const FfRubric *rubric, const char *search)
{
  g_autofree char *typed = search != NULL ? ff_name_query (search) : NULL;
  g_autofree char *key = ff_name_search_key (rubric->title, NULL);

  return typed == NULL || strstr (key, typed) != NULL;
}

typedef struct
{
  gint64 id;
  char *sort_key;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Entry *) a)->sort_key, ((const Entry *) b)->sort_key);
}

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->sort_key);
}

static gboolean
add_builtin (FfDb *db, const char *search, gboolean descending, GArray *ids, GError **error)
{
  const GPtrArray *rubrics = ff_builtin_rubrics_get (NULL);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < rubrics->len; i++)
    {
      const FfRubric *rubric = g_ptr_array_index (rubrics, i);
      gint64 changed = ff_rubric_store_find (db, rubric->key, error);
      Entry entry = { -1 - (gint64) i, NULL };

      if (changed < 0)
        return FALSE;
      if (changed > 0 || !matches (rubric, search))
        continue;
      entry.sort_key = ff_name_sort_key (rubric->title);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (ids, g_array_index (entries, Entry, descending ? entries->len - 1 - i : i).id);
  return TRUE;
}

GArray *
ff_rubric_library_list (FfDb *db, const char *search, gboolean descending, GError **error)
{
  g_autoptr (GArray) ids = ff_rubric_store_list (db, search, descending, error);

  if (ids == NULL || !add_builtin (db, search, descending, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

static FfRubric *
copy_builtin (gint64 id)
{
  const GPtrArray *rubrics = ff_builtin_rubrics_get (NULL);
  const FfRubric *rubric = -1 - id < (gint64) rubrics->len ? g_ptr_array_index (rubrics, (guint) (-1 - id)) : NULL;
  FfRubric *copy = rubric != NULL ? ff_rubric_new (rubric->key, rubric->title, rubric->note) : NULL;

  if (copy == NULL)
    return NULL;
  copy->id = id;
  g_ptr_array_unref (copy->criteria);
  copy->criteria = ff_criteria_copy (rubric->criteria);
  return copy;
}

FfRubric *
ff_rubric_library_read (FfDb *db, gint64 id, GError **error)
{
  FfRubric *rubric = ff_rubric_library_is_builtin (id) ? copy_builtin (id) : NULL;

  return rubric != NULL ? rubric : ff_rubrics_read (db, id, error);
}

GPtrArray *
ff_rubric_library_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full ((guint) n, (GDestroyNotify) ff_rubric_free);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) failed = NULL;

      g_ptr_array_add (rows, ff_rubric_library_read (db, ids[i], &failed));
      if (failed == NULL || g_error_matches (failed, FF_ERROR, FF_ERROR_NOT_FOUND))
        continue;
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  return g_steal_pointer (&rows);
}
