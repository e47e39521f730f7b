#include "config.h"

#include "ff-import-map-store.h"

#include "ff-rows.h"

char *
ff_import_map_store_read (FfDb *db, const char *kind, const char *shape, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT mapping FROM import_map WHERE kind = $kind AND shape = $shape", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, "$kind", kind);
  ff_statement_bind_text (statement, "$shape", shape);
  return ff_rows_get_text (statement, error);
}

gboolean
ff_import_map_store_write (FfDb *db, const char *kind, const char *shape, const char *mapping, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO import_map (kind, shape, mapping) VALUES ($kind, $shape, $mapping)"
          " ON CONFLICT (kind, shape) DO UPDATE SET mapping = $mapping",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$kind", kind);
  ff_statement_bind_text (statement, "$shape", shape);
  ff_statement_bind_text (statement, "$mapping", mapping);
  return ff_statement_run (statement, NULL, error);
}
