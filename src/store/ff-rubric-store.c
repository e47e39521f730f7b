#include "config.h"

#include "ff-rubric-store.h"

#include <glib/gi18n-lib.h>

#include "ff-criterion-store.h"
#include "ff-name-key.h"
#include "ff-named-store.h"
#include "ff-rows.h"

#define LIST "SELECT id FROM rubric WHERE deleted = 0 AND search_key LIKE $search ESCAPE '\\'"

GArray *
ff_rubric_store_list (FfDb *db, const char *search, gboolean descending, GError **error)
{
  g_autofree char *pattern = ff_rows_make_pattern (search);
  g_autoptr (FfStatement) statement
    = ff_db_prepare (db, descending ? LIST " ORDER BY sort_key DESC, id DESC" : LIST " ORDER BY sort_key, id", error);

  if (!statement)
    return NULL;
  ff_statement_bind_text (statement, "$search", pattern);
  return ff_rows_list_ids (statement, error);
}

enum
{
  READ_KEY,
  READ_TITLE,
  READ_NOTE,
  READ_VERSION,
};

FfRubric *
ff_rubric_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfRubric) rubric = NULL;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT key, title, note, version FROM rubric WHERE id = $id AND deleted = 0", error);

  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return NULL;
  rubric = ff_rubric_new (ff_statement_get_text (statement, READ_KEY), ff_statement_get_text (statement, READ_TITLE),
                          ff_statement_get_text (statement, READ_NOTE));
  rubric->id = id;
  rubric->version = ff_statement_get_int (statement, READ_VERSION);
  g_ptr_array_unref (rubric->criteria);
  rubric->criteria = ff_criterion_store_list (db, FF_CRITERIA_OF_RUBRIC, id, error);
  if (!rubric->criteria)
    {
      rubric->criteria = ff_criteria_new ();
      return NULL;
    }
  return g_steal_pointer (&rubric);
}

gint64
ff_rubric_store_find (FfDb *db, const char *key, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM rubric WHERE deleted = 0 AND key = $key", error);

  if (!statement)
    return -1;
  ff_statement_bind_text (statement, "$key", key);
  return ff_rows_get_id (statement, error);
}

static void
bind_rubric (FfStatement *statement, const FfRubric *rubric)
{
  ff_statement_bind_text (statement, "$title", rubric->title);
  ff_statement_bind_text (statement, "$note", rubric->note);
  ff_named_store_bind_keys (statement, rubric->title, NULL);
}

gboolean
ff_rubric_store_insert (FfDb *db, FfRubric *rubric, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO rubric (key, title, note, search_key, sort_key) VALUES ($key, $title, $note, $search_key, $sort_key)", error);

  if (!statement)
    return FALSE;
  ff_statement_bind_text (statement, "$key", rubric->key);
  bind_rubric (statement, rubric);
  rubric->version = 1;
  return ff_statement_insert (statement, &rubric->id, error);
}

gboolean
ff_rubric_store_update (FfDb *db, FfRubric *rubric, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE rubric SET title = $title, note = $note, search_key = $search_key, sort_key = $sort_key, version = version + 1"
    " WHERE id = $id", error);

  if (!statement)
    return FALSE;
  bind_rubric (statement, rubric);
  ff_statement_bind_int (statement, "$id", rubric->id);
  if (!ff_statement_run (statement, NULL, error))
    return FALSE;
  rubric->version++;
  return TRUE;
}

gboolean
ff_rubric_store_mark_deleted (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE rubric SET deleted = 1, version = version + 1 WHERE id = $id AND deleted = 0", error);

  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

enum
{
  KEYS_TITLE,
  KEYS_SEARCH,
  KEYS_SORT,
};

gboolean
ff_rubric_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT title, search_key, sort_key FROM rubric WHERE deleted = 0 ORDER BY id", error);

  if (!statement)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      const char *title = ff_statement_get_text (statement, KEYS_TITLE);
      g_autofree char *search = ff_name_search_key (title, NULL);
      g_autofree char *sort = ff_name_sort_key (title);

      if (g_strcmp0 (search, ff_statement_get_text (statement, KEYS_SEARCH)) != 0
          || g_strcmp0 (sort, ff_statement_get_text (statement, KEYS_SORT)) != 0)
        g_ptr_array_add (findings, g_strdup_printf (_("The keys by which the rubric %s is found are out of date."), title));
    }
  return step == FF_STEP_DONE;
}
