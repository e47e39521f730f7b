#include "config.h"

#include "ff-rows.h"

#include "ff-name-key.h"

/* SQLite refuses patterns above a length; nobody types as much, but people paste. */
#define SEARCH_MAX_CHARACTERS 100

gboolean
ff_rows_run_with_id (FfDb *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gint64
ff_rows_get_id (FfStatement *statement, GError **error)
{
  switch (ff_statement_step (statement, error))
    {
    case FF_STEP_ROW:
      return ff_statement_get_int (statement, 0);
    case FF_STEP_DONE:
      return 0;
    case FF_STEP_ERROR:
    default:
      return -1;
    }
}

char *
ff_rows_get_text (FfStatement *statement, GError **error)
{
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return NULL;
  return ff_statement_dup_text (statement, 0);
}

GArray *
ff_rows_list_ids (FfStatement *statement, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  FfStep step;

  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      gint64 id = ff_statement_get_int (statement, 0);
      g_array_append_val (ids, id);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gpointer
read_text (FfStatement *statement)
{
  return ff_statement_dup_text (statement, 0);
}

GPtrArray *
ff_rows_list_texts (FfStatement *statement, GError **error)
{
  return ff_rows_list (statement, read_text, g_free, error);
}

GPtrArray *
ff_rows_list (FfStatement *statement, FfRowFunc read, GDestroyNotify free, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free);
  FfStep step;

  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    g_ptr_array_add (rows, read (statement));
  return step == FF_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
ff_rows_read_by_id (FfDb *db, const gint64 *ids, gsize n, FfMinute now, FfReadByIdFunc read, GDestroyNotify free, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full ((guint) n, free);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) problem = NULL;

      g_ptr_array_add (rows, read (db, ids[i], now, &problem));
      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }
  return g_steal_pointer (&rows);
}

char *
ff_rows_make_pattern (const char *search)
{
  g_autofree char *start = search ? g_utf8_substring (search, 0, MIN (g_utf8_strlen (search, -1), SEARCH_MAX_CHARACTERS)) : NULL;
  g_autofree char *typed = start ? ff_name_query (start) : NULL;

  return g_strconcat ("%", typed ? typed : "", "%", NULL);
}
