/* An import in memory: the sheet, its heading, what its columns are for, and what somebody mended before it goes in. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-import-private.h"

FfImport *
ff_import_new (const FfImportKind *kind, const char *path, const FfSheetOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (FfSheet) sheet = NULL;
  FfImport *import;

  g_return_val_if_fail (kind != NULL && path != NULL, NULL);

  sheet = ff_sheet_read (path, options, cancellable, error);
  if (sheet == NULL)
    return NULL;
  import = g_new0 (FfImport, 1);
  import->kind = kind;
  import->sheet = g_steal_pointer (&sheet);
  import->fields = g_new (int, MAX (import->sheet->n_columns, 1));
  import->values = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  import->skipped = g_hash_table_new (NULL, NULL);
  import->targets = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  import->defaults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ff_import_set_heading (import, ff_import_find_heading (kind, import->sheet, NULL));
  return import;
}

void
ff_import_free (FfImport *import)
{
  if (import == NULL)
    return;
  ff_sheet_free (import->sheet);
  g_free (import->fields);
  g_hash_table_unref (import->values);
  g_hash_table_unref (import->skipped);
  g_hash_table_unref (import->targets);
  g_hash_table_unref (import->defaults);
  g_free (import);
}

const FfImportKind *
ff_import_get_kind (const FfImport *import)
{
  return import->kind;
}

const FfSheet *
ff_import_get_sheet (const FfImport *import)
{
  return import->sheet;
}

int
ff_import_get_heading (const FfImport *import)
{
  return import->heading;
}

void
ff_import_set_heading (FfImport *import, int row)
{
  g_return_if_fail (row < (int) import->sheet->rows->len);

  import->heading = MAX (row, -1);
  g_hash_table_remove_all (import->targets);
  ff_import_match_columns (import->kind, import->sheet, import->heading, import->fields);
  if (import->heading >= 0 && import->kind->arrange != NULL)
    import->kind->arrange (import);
}

int
ff_import_get_field (const FfImport *import, guint column)
{
  g_return_val_if_fail (column < import->sheet->n_columns, FF_IMPORT_IGNORED);

  return import->fields[column];
}

void
ff_import_set_field (FfImport *import, guint column, int field)
{
  g_return_if_fail (column < import->sheet->n_columns);
  g_return_if_fail (field >= FF_IMPORT_OTHER && field < (int) import->kind->n_fields);

  for (guint other = 0; field >= 0 && other < import->sheet->n_columns; other++)
    if (import->fields[other] == field)
      import->fields[other] = FF_IMPORT_IGNORED;
  import->fields[column] = field;
}

void
ff_import_set_default (FfImport *import, const char *field, const char *value)
{
  g_return_if_fail (field != NULL);

  if (value != NULL)
    g_hash_table_insert (import->defaults, g_strdup (field), g_strdup (value));
  else
    g_hash_table_remove (import->defaults, field);
  ff_import_set_heading (import, ff_import_find_heading (import->kind, import->sheet, import->defaults));
}

const char *
ff_import_get_default (const FfImport *import, const char *field)
{
  return g_hash_table_lookup (import->defaults, field);
}

static gpointer
cell_key (guint row, guint column)
{
  return GUINT_TO_POINTER (row * FF_SHEET_MAX_COLUMNS + column);
}

void
ff_import_set_value (FfImport *import, guint row, guint column, const char *value)
{
  g_return_if_fail (row < import->sheet->rows->len && column < import->sheet->n_columns);

  if (value == NULL)
    g_hash_table_remove (import->values, cell_key (row, column));
  else
    g_hash_table_insert (import->values, cell_key (row, column), g_strdup (value));
}

const char *
ff_import_find_mended (const FfImport *import, guint row, guint column)
{
  return g_hash_table_size (import->values) > 0 ? g_hash_table_lookup (import->values, cell_key (row, column)) : NULL;
}

const char *
ff_import_get_value (const FfImport *import, guint row, guint column)
{
  const char *mended = ff_import_find_mended (import, row, column);

  return mended != NULL ? mended : ff_sheet_peek (import->sheet, row, column);
}

void
ff_import_set_skipped (FfImport *import, guint row, gboolean skipped)
{
  if (skipped)
    g_hash_table_add (import->skipped, GUINT_TO_POINTER (row));
  else
    g_hash_table_remove (import->skipped, GUINT_TO_POINTER (row));
}

int
ff_import_find_column (const FfImport *import, const char *field)
{
  for (guint column = 0; column < import->sheet->n_columns; column++)
    if (import->fields[column] >= 0 && g_str_equal (import->kind->fields[import->fields[column]].name, field))
      return column;
  return -1;
}

const char *
ff_import_get_heading_text (const FfImport *import, guint column)
{
  return import->heading < 0 ? "" : ff_sheet_peek (import->sheet, import->heading, column);
}

/* "employee_no, class": the keys that no column is matched to; NULL if there are all. */
static char *
list_missing_keys (const FfImport *import)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < import->kind->n_fields; i++)
    {
      const FfField *field = &import->kind->fields[i];

      if ((field->flags & FF_FIELD_KEY) && ff_import_find_column (import, field->name) < 0
          && ff_import_get_default (import, field->name) == NULL)
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? C_ ("list", ", ") : "", field->name);
    }
  return missing->len > 0 ? g_string_free (g_steal_pointer (&missing), FALSE) : NULL;
}

gboolean
ff_import_check (const FfImport *import, GError **error)
{
  g_autofree char *missing = list_missing_keys (import);
  g_autofree char *name = g_filename_display_basename (import->sheet->path);
  g_autofree char *twice = NULL;

  if (missing != NULL)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("No heading with the columns that are needed was found in the first 10 rows of “%s”: it lacks %s."), name, missing);
      return FALSE;
    }
  twice = import->heading < 0 ? NULL : ff_import_find_twice (import->kind, import->sheet, import->heading);
  if (twice != NULL)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("The heading “%s” stands twice in “%s”: rename or remove one of the columns."), twice,
                   name);
      return FALSE;
    }
  return TRUE;
}
