#include "config.h"

#include "ff-syllabus-store.h"

#include <glib/gi18n-lib.h>

#include "ff-rows.h"
#include "ff-statement-values.h"

enum
{
  ITEM_ID,
  ITEM_PARENT_ID,
  ITEM_POSITION,
  ITEM_KIND,
  ITEM_TITLE,
  ITEM_MINUTES,
  ITEM_LAYER_ID,
  ITEM_LAYER_KEY,
  ITEM_MADE_TO_ORDER,
};

void
ff_syllabus_row_free (FfSyllabusRow *row)
{
  if (!row)
    return;

  ff_syllabus_item_free (row->item);
  g_free (row);
}

static gpointer
item_from_row (FfStatement *statement)
{
  FfSyllabusItem *item = g_new0 (FfSyllabusItem, 1);
  FfSyllabusRow *row = g_new0 (FfSyllabusRow, 1);

  item->id = ff_statement_get_int (statement, ITEM_ID);
  item->parent = -1;
  item->kind = ff_statement_dup_text (statement, ITEM_KIND);
  item->title = ff_statement_dup_text (statement, ITEM_TITLE);
  item->minutes = ff_statement_is_null (statement, ITEM_MINUTES) ? -1 : (int) ff_statement_get_int (statement, ITEM_MINUTES);
  item->layer = ff_statement_dup_text (statement, ITEM_LAYER_KEY);
  item->made_to_order = ff_statement_get_int (statement, ITEM_MADE_TO_ORDER) != 0;
  row->item = item;
  row->parent_id = ff_statement_get_int (statement, ITEM_PARENT_ID);
  row->layer_id = ff_statement_get_int (statement, ITEM_LAYER_ID);
  row->position = ff_statement_get_int (statement, ITEM_POSITION);
  return row;
}

/* Takes the children of a row out of @rows into @tree, each followed by its own. What hangs in a circle is never reached. */
static void
gather_children (GPtrArray *tree, GPtrArray *rows, gint64 parent_id, int parent)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FfSyllabusRow *row = rows->pdata[i];
      if (!row || row->parent_id != parent_id)
        continue;
      rows->pdata[i] = NULL;
      row->item->parent = parent;
      g_ptr_array_add (tree, row);
      gather_children (tree, rows, row->item->id, tree->len - 1);
    }
}

GPtrArray *
ff_syllabus_store_read (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *tree;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT item.id, item.parent_id, item.position, item.kind, item.title, item.minutes, item.layer_id, layer.key,"
    " item.made_to_order"
    " FROM syllabus_item AS item LEFT JOIN layer ON layer.id = item.layer_id"
    " WHERE item.course_id = $course ORDER BY item.position, item.id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$course", course_id);
  rows = ff_rows_list (statement, item_from_row, (GDestroyNotify) ff_syllabus_row_free, error);
  if (!rows)
    return NULL;
  tree = g_ptr_array_new_full (rows->len, (GDestroyNotify) ff_syllabus_row_free);
  gather_children (tree, rows, 0, -1);
  return tree;
}

static void
bind_item (FfStatement *statement, const FfSyllabusRow *row)
{
  ff_statement_bind_id (statement, "$parent", row->parent_id);
  ff_statement_bind_int (statement, "$position", row->position);
  ff_statement_bind_text (statement, "$kind", row->item->kind);
  ff_statement_bind_text (statement, "$title", row->item->title);
  if (row->item->minutes >= 0)
    ff_statement_bind_int (statement, "$minutes", row->item->minutes);
  else
    ff_statement_bind_null (statement, "$minutes");
  ff_statement_bind_id (statement, "$layer", row->layer_id);
  ff_statement_bind_int (statement, "$made_to_order", row->item->made_to_order ? 1 : 0);
}

gboolean
ff_syllabus_store_insert (FfDb *db, gint64 course_id, const FfSyllabusRow *row, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO syllabus_item (course_id, parent_id, position, kind, title, minutes, layer_id, made_to_order)"
    " VALUES ($course, $parent, $position, $kind, $title, $minutes, $layer, $made_to_order)", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$course", course_id);
  bind_item (statement, row);
  return ff_statement_insert (statement, &row->item->id, error);
}

gboolean
ff_syllabus_store_update (FfDb *db, const FfSyllabusRow *row, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE syllabus_item SET parent_id = $parent, position = $position, kind = $kind, title = $title, minutes = $minutes,"
    " layer_id = $layer, made_to_order = $made_to_order, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_item (statement, row);
  ff_statement_bind_int (statement, "$id", row->item->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_syllabus_store_delete (FfDb *db, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "UPDATE agenda_slot SET syllabus_item_id = NULL, version = version + 1 WHERE syllabus_item_id = $id",
    "UPDATE timetable_slot SET syllabus_item_id = NULL, version = version + 1 WHERE syllabus_item_id = $id",
    "UPDATE deliverable SET syllabus_item_id = NULL, version = version + 1 WHERE syllabus_item_id = $id",
    "UPDATE finding SET syllabus_item_id = NULL, version = version + 1 WHERE syllabus_item_id = $id",
    "DELETE FROM syllabus_item WHERE id = $id",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (FfStatement) statement = ff_db_prepare (db, statements[i], error);

      if (!statement)
        return FALSE;
      ff_statement_bind_int (statement, "$id", id);
      if (!ff_statement_run (statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

gint64
ff_syllabus_store_find (FfDb *db, gint64 course_id, const char *title, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id FROM syllabus_item WHERE course_id = $course AND title = $title ORDER BY position, id LIMIT 1", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$course", course_id);
  ff_statement_bind_text (statement, "$title", title);
  return ff_rows_get_id (statement, error);
}

gint64
ff_syllabus_store_find_course (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT course_id FROM syllabus_item WHERE id = $id", error);

  if (!statement)
    return -1;
  ff_statement_bind_int (statement, "$id", id);
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
ff_syllabus_store_read_title (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT title FROM syllabus_item WHERE id = $id", error);

  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_get_text (statement, error);
}

static char *
describe_foreign (FfStatement *row)
{
  /* Translators: a course's code, the title of an item of a syllabus */
  return g_strdup_printf (_("Course %s refers to “%s”, which is in the syllabus of another course."), ff_statement_get_text (row, 0),
                          ff_statement_get_text (row, 1));
}

/* What belongs to a course and names an item of a syllabus names one of its own. */
static gboolean
check_items (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (db,
    "SELECT course.code, item.title FROM (SELECT course_id, syllabus_item_id FROM timetable_slot"
    " UNION SELECT course_id, syllabus_item_id FROM deliverable UNION SELECT course_id, syllabus_item_id FROM finding) AS part"
    " JOIN course ON course.id = part.course_id JOIN syllabus_item AS item ON item.id = part.syllabus_item_id"
    " WHERE item.course_id <> part.course_id ORDER BY course.code, item.id", describe_foreign, findings, error);
}

gboolean
ff_syllabus_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "WITH RECURSIVE reached (id, course_id) AS (SELECT item.id, item.course_id FROM syllabus_item AS item WHERE item.parent_id IS NULL"
    " UNION SELECT item.id, item.course_id FROM syllabus_item AS item JOIN reached ON item.parent_id = reached.id"
    " AND item.course_id = reached.course_id)"
    " SELECT course.code || ': ' || item.title FROM syllabus_item AS item JOIN course ON course.id = item.course_id"
    " WHERE item.id NOT IN (SELECT reached.id FROM reached) ORDER BY item.id", error);
  if (!statement)
    return FALSE;
  g_autoptr (GPtrArray) titles = ff_rows_list_texts (statement, error);
  if (!titles)
    return FALSE;
  for (guint i = 0; i < titles->len; i++)
    g_ptr_array_add (findings, g_strdup_printf (_("The syllabus item “%s” does not hang on its course's tree."),
                                                (const char *) titles->pdata[i]));
  return check_items (db, findings, error);
}
