#include "config.h"

#include "ff-deliverable-store.h"

#include "ff-rows.h"
#include "ff-statement-values.h"

#define SELECT_DELIVERABLE \
  "SELECT deliverable.id, deliverable.version, deliverable.course_id, deliverable.position, deliverable.syllabus_item_id, item.title," \
  " deliverable.title, deliverable.edition, deliverable.issued_on, deliverable.note" \
  " FROM deliverable LEFT JOIN syllabus_item AS item ON item.id = deliverable.syllabus_item_id"

enum
{
  DELIVERABLE_ID,
  DELIVERABLE_VERSION,
  DELIVERABLE_COURSE_ID,
  DELIVERABLE_POSITION,
  DELIVERABLE_ITEM_ID,
  DELIVERABLE_ITEM,
  DELIVERABLE_TITLE,
  DELIVERABLE_EDITION,
  DELIVERABLE_ISSUED_ON,
  DELIVERABLE_NOTE,
};

void
ff_deliverable_free (FfDeliverable *deliverable)
{
  if (deliverable == NULL)
    return;
  g_free (deliverable->item);
  g_free (deliverable->title);
  g_free (deliverable->edition);
  g_free (deliverable->note);
  g_free (deliverable);
}

static gpointer
deliverable_from_row (FfStatement *row)
{
  FfDeliverable *deliverable = g_new0 (FfDeliverable, 1);

  deliverable->id = ff_statement_get_int (row, DELIVERABLE_ID);
  deliverable->version = ff_statement_get_int (row, DELIVERABLE_VERSION);
  deliverable->course_id = ff_statement_get_int (row, DELIVERABLE_COURSE_ID);
  deliverable->position = (int) ff_statement_get_int (row, DELIVERABLE_POSITION);
  deliverable->item_id = ff_statement_get_int (row, DELIVERABLE_ITEM_ID);
  deliverable->item = ff_statement_dup_text (row, DELIVERABLE_ITEM);
  deliverable->title = ff_statement_dup_text (row, DELIVERABLE_TITLE);
  deliverable->edition = ff_statement_dup_text (row, DELIVERABLE_EDITION);
  deliverable->issued_on = ff_statement_get_day (row, DELIVERABLE_ISSUED_ON);
  deliverable->note = ff_statement_dup_text (row, DELIVERABLE_NOTE);
  return deliverable;
}

GPtrArray *
ff_deliverable_store_list (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db,
      SELECT_DELIVERABLE " WHERE deliverable.course_id = $course_id ORDER BY deliverable.position, deliverable.id", error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$course_id", course_id);
  return ff_rows_list (select, deliverable_from_row, (GDestroyNotify) ff_deliverable_free, error);
}

FfDeliverable *
ff_deliverable_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, SELECT_DELIVERABLE " WHERE deliverable.id = $id", error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$id", id);
  return ff_statement_step (select, error) == FF_STEP_ROW ? deliverable_from_row (select) : NULL;
}

static void
bind_deliverable (FfStatement *statement, const FfDeliverable *deliverable)
{
  ff_statement_bind_int (statement, "$position", deliverable->position);
  ff_statement_bind_id (statement, "$item_id", deliverable->item_id);
  ff_statement_bind_text (statement, "$title", deliverable->title);
  ff_statement_bind_text (statement, "$edition", deliverable->edition);
  ff_statement_bind_day (statement, "$issued_on", deliverable->issued_on);
  ff_statement_bind_text (statement, "$note", deliverable->note);
}

gboolean
ff_deliverable_store_insert (FfDb *db, FfDeliverable *deliverable, GError **error)
{
  g_autoptr (FfStatement) insert = ff_db_prepare (db,
      "INSERT INTO deliverable (course_id, position, syllabus_item_id, title, edition, issued_on, note)"
      " VALUES ($course_id, $position, $item_id, $title, $edition, $issued_on, $note)", error);

  if (insert == NULL)
    return FALSE;
  ff_statement_bind_int (insert, "$course_id", deliverable->course_id);
  bind_deliverable (insert, deliverable);
  return ff_statement_insert (insert, &deliverable->id, error);
}

gboolean
ff_deliverable_store_update (FfDb *db, const FfDeliverable *deliverable, GError **error)
{
  g_autoptr (FfStatement) update = ff_db_prepare (db,
      "UPDATE deliverable SET position = $position, syllabus_item_id = $item_id, title = $title, edition = $edition,"
      " issued_on = $issued_on, note = $note, version = version + 1 WHERE id = $id", error);

  if (update == NULL)
    return FALSE;
  bind_deliverable (update, deliverable);
  ff_statement_bind_int (update, "$id", deliverable->id);
  return ff_statement_run (update, NULL, error);
}

/* Classes keep what they ask for. */
static gboolean
let_assignments_go (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) update = ff_db_prepare (
      db, "UPDATE assignment SET deliverable_id = NULL, version = version + 1 WHERE deliverable_id = $id", error);

  if (update == NULL)
    return FALSE;
  ff_statement_bind_int (update, "$id", id);
  return ff_statement_run (update, NULL, error);
}

gboolean
ff_deliverable_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM deliverable WHERE id = $id", error);

  if (statement == NULL || !let_assignments_go (db, id, error))
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}
