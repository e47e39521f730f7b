#include "config.h"

#include "ff-layer-store.h"

#include <glib/gi18n-lib.h>

#include "ff-rows.h"

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
