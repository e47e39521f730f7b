#include "config.h"

#include "ff-order-store.h"

#include "ff-rows.h"

#define PUT(table) "UPDATE " table " SET position = $position, version = version + 1 WHERE id = $id AND position <> $position"

static const struct
{
  const char *siblings; /* of $id, itself among them */
  const char *put;
} tables[] = {
  [FF_ORDER_LAYER] = { "SELECT id FROM layer WHERE $id > 0 ORDER BY position, id", PUT ("layer") },
  [FF_ORDER_GRADE] = { "SELECT id FROM trainer_grade WHERE $id > 0 ORDER BY position, id", PUT ("trainer_grade") },
  [FF_ORDER_LEAVE_KIND] = { "SELECT id FROM leave_kind WHERE $id > 0 ORDER BY position, id", PUT ("leave_kind") },
  [FF_ORDER_ZONE] = { "SELECT id FROM venue_zone WHERE venue_id = (SELECT venue_id FROM venue_zone WHERE id = $id) ORDER BY position, id",
                      PUT ("venue_zone") },
  [FF_ORDER_RATER] = { "SELECT id FROM rater WHERE run_id = (SELECT run_id FROM rater WHERE id = $id) ORDER BY position, id", PUT ("rater") },
  [FF_ORDER_COMMENT_PHRASE] = {
      /* As they are listed. */
      "SELECT phrase.id FROM comment_phrase AS phrase"
      " JOIN (SELECT coalesce (category, '') AS name, min (position) AS place FROM comment_phrase GROUP BY 1) AS kin"
      " ON kin.name = coalesce (phrase.category, '') WHERE $id > 0 ORDER BY kin.place, kin.name, phrase.position, phrase.id",
      PUT ("comment_phrase") },
  [FF_ORDER_CAUSE] = {
      "SELECT cause.id FROM cause JOIN cause AS self ON self.id = $id AND cause.improvement_id = self.improvement_id"
      " AND coalesce (cause.parent_id, 0) = coalesce (self.parent_id, 0) ORDER BY cause.position, cause.id",
      PUT ("cause") },
  [FF_ORDER_ACTION] = {
      "SELECT a.id FROM improvement_action AS a JOIN improvement_action AS self ON self.id = $id AND a.cycle_id = self.cycle_id"
      " AND (a.step <= 4) = (self.step <= 4) AND (a.step = 5) = (self.step = 5) AND (a.step = 6) = (self.step = 6)"
      " ORDER BY a.position, a.id",
      PUT ("improvement_action") },
};

static GArray *
list_siblings (FfDb *db, FfOrderTable table, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[table].siblings, error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_list_ids (statement, error);
}

static gboolean
put (FfDb *db, FfOrderTable table, gint64 id, guint position, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[table].put, error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_int (statement, "$position", position);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_order_store_move (FfDb *db, FfOrderTable table, gint64 id, int position, GError **error)
{
  g_autoptr (GArray) ids = list_siblings (db, table, id, error);

  if (!ids)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      {
        g_array_remove_index (ids, i);
        g_array_insert_val (ids, (guint) CLAMP (position, 0, (int) ids->len), id);
        break;
      }
  for (guint i = 0; i < ids->len; i++)
    if (!put (db, table, g_array_index (ids, gint64, i), i + 1, error))
      return FALSE;
  return TRUE;
}
