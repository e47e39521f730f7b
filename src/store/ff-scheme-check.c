/* What can be wrong with the trees of schemes. */
#include "config.h"

#include "ff-scheme-store.h"

#include <glib/gi18n-lib.h>

#include "ff-rows.h"

/* A scheme's owner by its code; a scheme has exactly one. */
#define OWNER                                                                                                        \
  "coalesce ((SELECT course.code FROM course WHERE course.id = scheme.course_id),"                                   \
  " (SELECT run.code FROM run WHERE run.id = scheme.run_id))"

static gboolean
check_trees (FfDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "WITH RECURSIVE reached (id, scheme_id) AS (SELECT part.id, part.scheme_id FROM component AS part WHERE part.parent_id IS NULL"
    " UNION SELECT part.id, part.scheme_id FROM component AS part JOIN reached ON part.parent_id = reached.id"
    " AND part.scheme_id = reached.scheme_id)"
    " SELECT " OWNER " || ': ' || component.title FROM component JOIN scheme ON scheme.id = component.scheme_id"
    " WHERE component.id NOT IN (SELECT reached.id FROM reached) ORDER BY component.id", error);
  if (!statement)
    return FALSE;
  g_autoptr (GPtrArray) titles = ff_rows_list_texts (statement, error);
  if (!titles)
    return FALSE;
  for (guint i = 0; i < titles->len; i++)
    g_ptr_array_add (findings, g_strdup_printf (_("The component “%s” does not hang on the tree of its scheme."),
                                                (const char *) titles->pdata[i]));
  return TRUE;
}

static gboolean
check_criteria (FfDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT " OWNER " || ': ' || component.title FROM component JOIN scheme ON scheme.id = component.scheme_id"
    " WHERE component.source = 'rubric' AND component.max <> (SELECT coalesce (sum (criterion.max), 0) FROM criterion"
    " WHERE criterion.component_id = component.id) ORDER BY component.id", error);
  if (!statement)
    return FALSE;
  g_autoptr (GPtrArray) titles = ff_rows_list_texts (statement, error);
  if (!titles)
    return FALSE;
  for (guint i = 0; i < titles->len; i++)
    g_ptr_array_add (findings, g_strdup_printf (_("The maximum of the rubric “%s” is not the sum of its criteria."),
                                                (const char *) titles->pdata[i]));
  return TRUE;
}

gboolean
ff_scheme_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return check_trees (db, findings, error) && check_criteria (db, findings, error);
}
