/* Columns that are matched by their heading, and what somebody chose that they are: remembered for the next file of the same shape. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "ff-import-map-store.h"
#include "ff-import-private.h"

/* A column in the mapping that is kept: a sign, then a name. */
enum
{
  SIGN_IGNORED = '-',
  SIGN_HEADING = '*',
  SIGN_FIELD = '@',
  SIGN_TARGET = '=',
};

const char *
ff_import_get_target (const FfImport *import, guint column)
{
  const char *chosen = g_hash_table_lookup (import->targets, GUINT_TO_POINTER (column));

  return chosen != NULL ? chosen : ff_import_get_heading_text (import, column);
}

void
ff_import_set_target (FfImport *import, guint column, const char *target)
{
  g_return_if_fail (column < import->sheet->n_columns);

  import->fields[column] = FF_IMPORT_OTHER;
  if (target != NULL)
    g_hash_table_insert (import->targets, GUINT_TO_POINTER (column), g_strdup (target));
  else
    g_hash_table_remove (import->targets, GUINT_TO_POINTER (column));
}

GPtrArray *
ff_import_list_targets (const FfImport *import, FfDb *db)
{
  return import->kind->list_targets != NULL ? import->kind->list_targets (import, db) : g_ptr_array_new ();
}

char *
ff_import_find_target (const FfImport *import, FfDb *db, guint column)
{
  if (import->kind->find_target == NULL || import->fields[column] != FF_IMPORT_OTHER)
    return NULL;
  return import->kind->find_target (import, db, ff_import_get_target (import, column));
}

/* A digest of the headings in their order, and of what the file is said to be about. */
static char *
make_shape (const FfImport *import)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < import->kind->n_fields; i++)
    {
      const char *value = ff_import_get_default (import, import->kind->fields[i].name);

      /* The class changes from file to file, the questionnaire is what columns are matched to. */
      if (value != NULL && !g_str_equal (import->kind->fields[i].name, "class"))
        g_checksum_update (checksum, (const guchar *) value, (gssize) strlen (value) + 1);
    }
  for (guint column = 0; column < import->sheet->n_columns; column++)
    {
      g_autofree char *folded = ff_import_fold_heading (ff_import_get_heading_text (import, column));

      g_checksum_update (checksum, (const guchar *) folded, (gssize) strlen (folded) + 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static char *
describe_column (const FfImport *import, guint column)
{
  const char *chosen = g_hash_table_lookup (import->targets, GUINT_TO_POINTER (column));
  int field = import->fields[column];

  if (field >= 0)
    return g_strdup_printf ("%c%s", SIGN_FIELD, import->kind->fields[field].name);
  if (field == FF_IMPORT_IGNORED)
    return g_strdup_printf ("%c", SIGN_IGNORED);
  return chosen != NULL ? g_strdup_printf ("%c%s", SIGN_TARGET, chosen) : g_strdup_printf ("%c", SIGN_HEADING);
}

gboolean
ff_import_keep_targets (const FfImport *import, FfDb *db, GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *columns = json_array_new ();
  g_autofree char *shape = make_shape (import), *mapping = NULL;

  for (guint i = 0; i < import->sheet->n_columns; i++)
    {
      g_autofree char *column = describe_column (import, i);

      json_array_add_string_element (columns, column);
    }
  json_node_take_array (node, columns);
  mapping = json_to_string (node, FALSE);
  return ff_import_map_store_write (db, import->kind->name, shape, mapping, error);
}

static void
recall_column (FfImport *import, guint column, const char *kept)
{
  switch (*kept)
    {
    case SIGN_IGNORED:
      ff_import_set_field (import, column, FF_IMPORT_IGNORED);
      break;
    case SIGN_HEADING:
      ff_import_set_target (import, column, NULL);
      break;
    case SIGN_TARGET:
      ff_import_set_target (import, column, kept + 1);
      break;
    case SIGN_FIELD:
      for (guint i = 0; i < import->kind->n_fields; i++)
        if (g_str_equal (import->kind->fields[i].name, kept + 1))
          ff_import_set_field (import, column, (int) i);
      break;
    default:
      break;
    }
}

gboolean
ff_import_recall_targets (FfImport *import, FfDb *db)
{
  g_autofree char *shape = make_shape (import);
  g_autofree char *mapping = ff_import_map_store_read (db, import->kind->name, shape, NULL);
  g_autoptr (JsonNode) node = mapping != NULL ? json_from_string (mapping, NULL) : NULL;
  JsonArray *columns = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (columns == NULL || json_array_get_length (columns) != import->sheet->n_columns)
    return FALSE;
  for (guint i = 0; i < import->sheet->n_columns; i++)
    recall_column (import, i, json_array_get_string_element (columns, i));
  return TRUE;
}
