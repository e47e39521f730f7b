/* The table in memory that both readers fill: one text, one array of cells, one of rows, so that a hundred thousand rows cost
   no allocation each. */
#include "config.h"

#include "ff-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-csv-reader.h"
#include "ff-input-file.h"
#include "ff-xlsx-reader.h"

FfSheet *
ff_sheet_new (const char *path)
{
  FfSheet *sheet = g_new0 (FfSheet, 1);

  sheet->path = g_strdup (path);
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (FfSheetRow));
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (FfCell));
  sheet->text = g_string_new (NULL);
  /* Offset 0 is the empty text. */
  g_string_append_c (sheet->text, '\0');
  return sheet;
}

void
ff_sheet_free (FfSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->path);
  g_free (sheet->name);
  g_clear_pointer (&sheet->names, g_ptr_array_unref);
  g_array_unref (sheet->rows);
  g_array_unref (sheet->cells);
  g_string_free (sheet->text, TRUE);
  g_free (sheet);
}

void
ff_sheet_begin_row (FfSheet *sheet, guint record)
{
  FfSheetRow row = { record, 0, sheet->cells->len };

  g_array_append_val (sheet->rows, row);
}

guint32
ff_sheet_add_text (FfSheet *sheet, const char *text, gssize length)
{
  gsize offset = sheet->text->len;

  if (length < 0)
    length = strlen (text);
  /* The limits on what is read keep all text far below this. */
  g_assert (offset + length < G_MAXUINT32);
  if (length == 0)
    return 0;
  g_string_append_len (sheet->text, text, length);
  g_string_append_c (sheet->text, '\0');
  return offset;
}

gboolean
ff_sheet_add_cell (FfSheet *sheet, guint column, FfCellKind kind, FfCellFlags flags, guint32 text, GError **error)
{
  FfSheetRow *row = &g_array_index (sheet->rows, FfSheetRow, sheet->rows->len - 1);
  FfCell cell = { text, column, kind, flags };

  if (column >= FF_SHEET_MAX_COLUMNS)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("Row %u goes beyond column %d, which is more than Fourfold reads: remove what stands to the right."), row->record,
                   FF_SHEET_MAX_COLUMNS);
      return FALSE;
    }
  if (sheet->cells->len >= FF_SHEET_MAX_CELLS)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("The sheet has more than %d filled cells: divide it into several files."),
                   FF_SHEET_MAX_CELLS);
      return FALSE;
    }
  g_array_append_val (sheet->cells, cell);
  row->n_cells++;
  sheet->n_columns = MAX (sheet->n_columns, column + 1);
  return TRUE;
}

gboolean
ff_sheet_end_row (FfSheet *sheet, GError **error)
{
  if (g_array_index (sheet->rows, FfSheetRow, sheet->rows->len - 1).n_cells == 0)
    g_array_set_size (sheet->rows, sheet->rows->len - 1);
  if (sheet->rows->len > FF_SHEET_MAX_ROWS)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("The sheet has more than %d rows: divide it into several files."),
                   FF_SHEET_MAX_ROWS);
      return FALSE;
    }
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FfSheetRow *first = a, *second = b;

  return first->record < second->record ? -1 : first->record > second->record;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  return (int) ((const FfCell *) a)->column - (int) ((const FfCell *) b)->column;
}

void
ff_sheet_finish (FfSheet *sheet)
{
  gboolean sorted = TRUE;

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      FfSheetRow *row = &g_array_index (sheet->rows, FfSheetRow, i);
      FfCell *cells = &g_array_index (sheet->cells, FfCell, row->first_cell);

      if (i > 0 && row[-1].record > row->record)
        sorted = FALSE;
      for (guint j = 1; j < row->n_cells; j++)
        if (cells[j - 1].column > cells[j].column)
          {
            qsort (cells, row->n_cells, sizeof (FfCell), compare_cells);
            break;
          }
    }
  if (!sorted)
    g_array_sort (sheet->rows, compare_rows);
}

const char *
ff_sheet_peek (const FfSheet *sheet, guint row, guint column)
{
  const FfSheetRow *place = ff_sheet_get_row (sheet, row);
  const FfCell *cells = ff_sheet_get_cells (sheet, place);

  for (guint i = 0; i < place->n_cells && cells[i].column <= column; i++)
    if (cells[i].column == column)
      return ff_sheet_get_text (sheet, &cells[i]);
  return "";
}

static gboolean
looks_like_markup (const char *data, gsize length)
{
  static const char *const openings[] = { "<html", "<!doctype", "<table", "<?xml", "<meta", "<head", "<style", "<div" };

  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    data += 3, length -= 3;
  while (length > 0 && g_ascii_isspace (*data))
    data++, length--;
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    if (length >= strlen (openings[i]) && g_ascii_strncasecmp (data, openings[i], strlen (openings[i])) == 0)
      return TRUE;
  return FALSE;
}

/* A workbook with a password is an old container with this stream inside. */
static gboolean
holds_encrypted_package (const char *data, gsize length)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  return memmem (data, length, name, sizeof name - 1) != NULL;
}

FfSheet *
ff_sheet_read (const char *path, const FfSheetOptions *options, GCancellable *cancellable, GError **error)
{
  static const FfSheetOptions defaults = { NULL, FF_ENCODING_AUTO, 0 };
  g_autofree char *name = NULL;
  g_autofree char *data = NULL;
  g_autofree char *lower = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (options == NULL)
    options = &defaults;
  if (!ff_input_file_read (path, &data, &length, error))
    return NULL;

  name = g_filename_display_basename (path);
  lower = g_ascii_strdown (name, -1);
  if (length >= 4 && memcmp (data, "PK\x03\x04", 4) == 0)
    {
      g_clear_pointer (&data, g_free);
      return ff_xlsx_read (path, options, cancellable, error);
    }
  if (length >= 4 && memcmp (data, "\xD0\xCF\x11\xE0", 4) == 0)
    {
      if (holds_encrypted_package (data, length))
        g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                     _ ("“%s” is protected by a password: open it in a spreadsheet program, take the password off and save it as .xlsx."),
                     name);
      else
        g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                     _ ("“%s” is in the old Excel format: open it in a spreadsheet program and save it as .xlsx."), name);
      return NULL;
    }
  if (looks_like_markup (data, length))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("“%s” is a web page, not a spreadsheet: open it in a spreadsheet program and save it as .xlsx."), name);
      return NULL;
    }
  if (g_str_has_suffix (lower, ".xls") || g_str_has_suffix (lower, ".xlsx"))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("“%s” is not a workbook that Fourfold can read: open it in a spreadsheet program and save it as .xlsx."), name);
      return NULL;
    }
  if (length == 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("“%s” is empty."), name);
      return NULL;
    }
  return ff_csv_read (path, (const guint8 *) data, length, options, cancellable, error);
}
