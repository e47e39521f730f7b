#include "config.h"

#include "ff-test-store.h"

#include <glib/gi18n-lib.h>

#include "ff-rows.h"
#include "ff-statement-values.h"

/* Items ----------------------------------------------------------------------------------------------------------------- */

enum
{
  ITEM_ID,
  ITEM_KEY,
  ITEM_KIND,
  ITEM_TITLE,
  ITEM_OPTIONS,
  ITEM_ANSWER,
  ITEM_POINTS,
};

static void
item_from_row (FfStatement *row, GPtrArray *items)
{
  FfTestKind kind = FF_TEST_SHORT;
  g_auto (GStrv) options = NULL;
  FfTestItem *item;

  ff_test_kind_from_key (ff_statement_get_text (row, ITEM_KIND), &kind);
  item = ff_test_items_add (items, ff_statement_get_text (row, ITEM_KEY), kind, ff_statement_get_text (row, ITEM_TITLE),
                            ff_statement_get_int (row, ITEM_POINTS));
  item->id = ff_statement_get_int (row, ITEM_ID);
  item->answer = ff_statement_dup_text (row, ITEM_ANSWER);
  if (!ff_statement_is_null (row, ITEM_OPTIONS))
    options = g_strsplit (ff_statement_get_text (row, ITEM_OPTIONS), "\n", -1);
  for (guint i = 0; options != NULL && options[i] != NULL; i++)
    g_ptr_array_add (item->options, g_strdup (options[i]));
}

GPtrArray *
ff_test_item_store_list (FfDb *db, gint64 component_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id, key, kind, title, options, answer, points FROM test_item WHERE component_id = $component ORDER BY position, id", error);
  g_autoptr (GPtrArray) items = ff_test_items_new ();
  FfStep step;

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$component", component_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    item_from_row (statement, items);
  return step == FF_STEP_DONE ? g_steal_pointer (&items) : NULL;
}

static void
bind_item (FfStatement *statement, int position, const FfTestItem *item)
{
  g_autoptr (GString) options = g_string_new (NULL);

  for (guint i = 0; i < item->options->len; i++)
    g_string_append_printf (options, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (item->options, i));
  ff_statement_bind_int (statement, "$position", position);
  ff_statement_bind_text (statement, "$kind", ff_test_kind_to_key (item->kind));
  ff_statement_bind_text (statement, "$title", item->title);
  ff_statement_bind_text (statement, "$options", item->options->len > 0 ? options->str : NULL);
  ff_statement_bind_text (statement, "$answer", item->answer);
  ff_statement_bind_int (statement, "$points", item->points);
}

gboolean
ff_test_item_store_insert (FfDb *db, gint64 component_id, int position, FfTestItem *item, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO test_item (component_id, position, key, kind, title, options, answer, points)"
          " VALUES ($component, $position, $key, $kind, $title, $options, $answer, $points)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$component", component_id);
  ff_statement_bind_text (statement, "$key", item->key);
  bind_item (statement, position, item);
  return ff_statement_insert (statement, &item->id, error);
}

gboolean
ff_test_item_store_update (FfDb *db, int position, const FfTestItem *item, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE test_item SET position = $position, kind = $kind, title = $title, options = $options, answer = $answer, points = $points,"
          " version = version + 1 WHERE id = $id",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", item->id);
  bind_item (statement, position, item);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_test_item_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM test_item WHERE id = $id", id, error);
}

gboolean
ff_test_item_store_delete_all (FfDb *db, gint64 component_id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM test_item WHERE component_id = $id", component_id, error);
}

gint64
ff_test_item_store_find_component (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT component_id FROM test_item WHERE id = $id", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_get_id (statement, error);
}

/* Answers --------------------------------------------------------------------------------------------------------------- */

int
ff_test_answer_store_count (FfDb *db, gint64 component_id, gint64 item_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT count (*) FROM test_answer JOIN test_item ON test_item.id = item_id"
          " WHERE component_id = $component AND ($item IS NULL OR item_id = $item)",
      error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$component", component_id);
  ff_statement_bind_id (statement, "$item", item_id);
  return (int) ff_rows_get_id (statement, error);
}

gint64
ff_test_answer_store_highest (FfDb *db, gint64 item_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT coalesce (max (score), 0) FROM test_answer WHERE item_id = $item", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$item", item_id);
  return ff_rows_get_id (statement, error);
}

enum
{
  FIND_ID,
  FIND_ANSWER,
  FIND_SCORE,
};

gboolean
ff_test_answer_store_find (FfDb *db, FfTestAnswerRow *row, char **letters, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id, answer, score FROM test_answer WHERE enrolment_id = $enrolment AND item_id = $item AND attempt = $attempt", error);
  FfStep step;

  *letters = NULL;
  row->id = 0;
  row->letters = NULL;
  row->score = -1;
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$enrolment", row->enrolment_id);
  ff_statement_bind_int (statement, "$item", row->item_id);
  ff_statement_bind_int (statement, "$attempt", row->attempt);
  step = ff_statement_step (statement, error);
  if (step == FF_STEP_ROW)
    {
      row->id = ff_statement_get_int (statement, FIND_ID);
      row->letters = *letters = ff_statement_dup_text (statement, FIND_ANSWER);
      row->score = ff_statement_get_number (statement, FIND_SCORE);
    }
  return step != FF_STEP_ERROR;
}

static gboolean
insert_answer (FfDb *db, const FfTestAnswerRow *row, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO test_answer (enrolment_id, item_id, attempt, answer, score) VALUES ($enrolment, $item, $attempt, $answer, $score)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$enrolment", row->enrolment_id);
  ff_statement_bind_int (statement, "$item", row->item_id);
  ff_statement_bind_int (statement, "$attempt", row->attempt);
  ff_statement_bind_text (statement, "$answer", row->letters);
  ff_statement_bind_number (statement, "$score", row->score);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
update_answer (FfDb *db, const FfTestAnswerRow *row, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE test_answer SET answer = $answer, score = $score, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$answer", row->letters);
  ff_statement_bind_number (statement, "$score", row->score);
  ff_statement_bind_int (statement, "$id", row->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_test_answer_store_write (FfDb *db, const FfTestAnswerRow *row, GError **error)
{
  if (row->letters != NULL || row->score >= 0)
    return row->id == 0 ? insert_answer (db, row, error) : update_answer (db, row, error);
  if (row->id == 0)
    return TRUE;
  return ff_rows_run_with_id (db, "DELETE FROM test_answer WHERE id = $id", row->id, error);
}

enum
{
  EACH_ID,
  EACH_ENROLMENT,
  EACH_ITEM,
  EACH_ATTEMPT,
  EACH_ANSWER,
  EACH_SCORE,
  EACH_COMPONENT,
};

gboolean
ff_test_answer_store_foreach_of_run (FfDb *db, gint64 run_id, FfTestAnswerFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT a.id, a.enrolment_id, a.item_id, a.attempt, a.answer, a.score, i.component_id FROM enrolment AS e"
          " JOIN test_answer AS a ON a.enrolment_id = e.id JOIN test_item AS i ON i.id = a.item_id WHERE e.run_id = $run"
          " ORDER BY a.enrolment_id, a.attempt, a.item_id",
      error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", run_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      const FfTestAnswerRow row = {
        .id = ff_statement_get_int (statement, EACH_ID),
        .enrolment_id = ff_statement_get_int (statement, EACH_ENROLMENT),
        .item_id = ff_statement_get_int (statement, EACH_ITEM),
        .attempt = (int) ff_statement_get_int (statement, EACH_ATTEMPT),
        .letters = ff_statement_get_text (statement, EACH_ANSWER),
        .score = ff_statement_get_number (statement, EACH_SCORE),
      };

      func (&row, ff_statement_get_int (statement, EACH_COMPONENT), user_data);
    }
  return step == FF_STEP_DONE;
}

/* Checks ---------------------------------------------------------------------------------------------------------------- */

static char *
describe_item (FfStatement *row)
{
  /* Translators: the number of an item, a component's title */
  return g_strdup_printf (_("Item %s belongs to “%s”, which is no test."), ff_statement_get_text (row, 0), ff_statement_get_text (row, 1));
}

static char *
describe_foreign (FfStatement *row)
{
  /* Translators: a person, the number of an item, a class's code */
  return g_strdup_printf (_("%s answered item %s, which is not of class %s."), ff_statement_get_text (row, 0), ff_statement_get_text (row, 1),
                          ff_statement_get_text (row, 2));
}

static char *
describe_points (FfStatement *row)
{
  /* Translators: a person, the number of an item */
  return g_strdup_printf (_("%s has more points for item %s than it gives."), ff_statement_get_text (row, 0), ff_statement_get_text (row, 1));
}

gboolean
ff_test_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (db,
                                     "SELECT i.key, c.title FROM test_item AS i JOIN component AS c ON c.id = i.component_id"
                                     " WHERE c.source <> 'test' ORDER BY i.id",
                                     describe_item, findings, error)
         && ff_statement_describe_rows (db,
                                        "SELECT t.name, i.key, r.code FROM test_answer AS a JOIN enrolment AS e ON e.id = a.enrolment_id"
                                        " JOIN trainee AS t ON t.id = e.trainee_id JOIN run AS r ON r.id = e.run_id"
                                        " JOIN test_item AS i ON i.id = a.item_id JOIN component AS c ON c.id = i.component_id"
                                        " JOIN scheme AS s ON s.id = c.scheme_id WHERE s.run_id IS NOT r.id ORDER BY a.id",
                                        describe_foreign, findings, error)
         && ff_statement_describe_rows (db,
                                        "SELECT t.name, i.key FROM test_answer AS a JOIN enrolment AS e ON e.id = a.enrolment_id"
                                        " JOIN trainee AS t ON t.id = e.trainee_id JOIN test_item AS i ON i.id = a.item_id"
                                        " WHERE a.score > i.points ORDER BY a.id",
                                        describe_points, findings, error);
}
