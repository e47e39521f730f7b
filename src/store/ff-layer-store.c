#include "config.h"

#include "ff-layer-store.h"

#include <glib/gi18n-lib.h>

#include "ff-rows.h"
#include "ff-statement-values.h"

enum
{
  LAYER_ID,
  LAYER_VERSION,
  LAYER_KEY,
  LAYER_TITLE,
};

const char *
ff_layer_title (const char *key, const char *title)
{
  if (title && *title)
    return title;
  if (g_strcmp0 (key, "frontline") == 0)
    return C_ ("layer", "Frontline");
  if (g_strcmp0 (key, "support") == 0)
    return C_ ("layer", "Support");
  if (g_strcmp0 (key, "management") == 0)
    return C_ ("layer", "Management");
  return key;
}

static gpointer
layer_from_row (FfStatement *statement)
{
  FfChoice *choice = g_new0 (FfChoice, 1);
  choice->id = ff_statement_get_int (statement, LAYER_ID);
  choice->version = ff_statement_get_int (statement, LAYER_VERSION);
  choice->key = ff_statement_dup_text (statement, LAYER_KEY);
  choice->title = g_strdup (ff_layer_title (choice->key, ff_statement_get_text (statement, LAYER_TITLE)));
  return choice;
}

GPtrArray *
ff_layer_store_list (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT id, version, key, title FROM layer ORDER BY position, id", error);
  if (!statement)
    return NULL;
  return ff_rows_list (statement, layer_from_row, (GDestroyNotify) ff_choice_free, error);
}

gint64
ff_layer_store_find (FfDb *db, const char *key_or_title, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT id FROM layer WHERE key = $text OR title = $text ORDER BY CASE WHEN key = $text THEN 0 ELSE 1 END, position, id", error);
  if (!statement)
    return -1;
  ff_statement_bind_text (statement, "$text", key_or_title);
  return ff_rows_get_id (statement, error);
}

#define SELECT_LAYER \
  "SELECT id, version, key, title, required_hours, (SELECT count (*) FROM trainee WHERE trainee.layer_id = layer.id" \
  " AND trainee.deleted = 0) FROM layer"

enum
{
  ALL_ID,
  ALL_VERSION,
  ALL_KEY,
  ALL_TITLE,
  ALL_REQUIRED_HOURS,
  ALL_TRAINEES,
};

void
ff_layer_free (FfLayer *layer)
{
  if (!layer)
    return;

  g_free (layer->key);
  g_free (layer->own_title);
  g_free (layer);
}

static gpointer
whole_layer_from_row (FfStatement *row)
{
  FfLayer *layer = g_new0 (FfLayer, 1);
  layer->id = ff_statement_get_int (row, ALL_ID);
  layer->version = ff_statement_get_int (row, ALL_VERSION);
  layer->key = ff_statement_dup_text (row, ALL_KEY);
  layer->own_title = ff_statement_dup_text (row, ALL_TITLE);
  layer->required_hours = ff_statement_get_number (row, ALL_REQUIRED_HOURS);
  layer->trainees = (int) ff_statement_get_int (row, ALL_TRAINEES);
  return layer;
}

FfLayer *
ff_layer_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_LAYER " WHERE id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? whole_layer_from_row (statement) : NULL;
}

GPtrArray *
ff_layer_store_list_all (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_LAYER " ORDER BY position, id", error);
  return statement ? ff_rows_list (statement, whole_layer_from_row, (GDestroyNotify) ff_layer_free, error) : NULL;
}

gboolean
ff_layer_store_insert (FfDb *db, FfLayer *layer, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO layer (key, title, required_hours, position)"
    " VALUES ($key, $title, $required_hours, (SELECT coalesce (max (position), 0) + 1 FROM layer))", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_text (statement, "$key", layer->key);
  ff_statement_bind_text (statement, "$title", layer->own_title);
  ff_statement_bind_number (statement, "$required_hours", layer->required_hours);
  layer->version = 1;
  return ff_statement_insert (statement, &layer->id, error);
}

gboolean
ff_layer_store_update (FfDb *db, const FfLayer *layer, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE layer SET title = $title, required_hours = $required_hours, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", layer->id);
  ff_statement_bind_text (statement, "$title", layer->own_title);
  ff_statement_bind_number (statement, "$required_hours", layer->required_hours);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_layer_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM layer WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}
