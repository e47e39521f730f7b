#include "config.h"

#include "ff-setting-store.h"

#include "ff-rows.h"

char *
ff_setting_store_get (FfDb *db, const char *key, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT value FROM setting WHERE key = $key", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, "$key", key);
  return ff_rows_get_text (statement, error);
}

static gboolean
delete_setting (FfDb *db, const char *key, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM setting WHERE key = $key", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$key", key);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_setting_store_set (FfDb *db, const char *key, const char *value, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (value == NULL)
    return delete_setting (db, key, error);
  statement = ff_db_prepare (
      db, "INSERT INTO setting (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = $value, version = version + 1",
      error);
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$key", key);
  ff_statement_bind_text (statement, "$value", value);
  return ff_statement_run (statement, NULL, error);
}
