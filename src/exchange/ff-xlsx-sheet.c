#include "config.h"

#include "ff-xlsx-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-xlsx-styles.h"

/* What a worksheet can hold at all; Fourfold reads less. */
#define FORMAT_MAX_ROWS 1048576
#define FORMAT_MAX_COLUMNS 16384
#define MAX_MERGES 200000

typedef enum
{
  VALUE_NUMBER,
  VALUE_SHARED,
  VALUE_TEXT, /* of a formula, or inline */
  VALUE_BOOLEAN,
  VALUE_ERROR,
  VALUE_DATE,
} ValueType;

typedef struct
{
  guint first_row, last_row; /* from 1 */
  guint first_column, last_column; /* from 0 */
} Merge;

typedef struct
{
  FfSheet *sheet;
  GArray *strings;
  GArray *formats;
  gboolean from_1904;

  GArray *merges;
  gboolean in_data, in_row;
  guint row;
  guint column; /* of the next cell, unless it says otherwise */
  guint cell_column;
  ValueType type;
  FfNumberFormat format;
  gboolean in_cell, in_value, has_formula;
  guint phonetic;
  GString *value;
  GString *printed;
} Reader;

void
ff_xlsx_unescape (GString *text)
{
  char *from, *to;

  if (strstr (text->str, "_x") == NULL)
    return;
  for (from = to = text->str; *from != '\0';)
    {
      gunichar c = 0;
      int i = 0;

      if (from[0] == '_' && from[1] == 'x')
        for (i = 2; i < 6 && g_ascii_isxdigit (from[i]); i++)
          c = c * 16 + g_ascii_xdigit_value (from[i]);
      /* No escape is shorter than what it stands for. NUL and halves of pairs stay as they are written. */
      if (i == 6 && from[6] == '_' && c != 0 && g_unichar_validate (c))
        {
          to += g_unichar_to_utf8 (c, to);
          from += 7;
        }
      else
        *to++ = *from++;
    }
  g_string_truncate (text, to - text->str);
}

static void
fail_damaged (FfXmlParse *parse)
{
  GError *error = NULL;

  ff_xlsx_set_damaged (&error);
  ff_xml_parse_fail (parse, error);
}

/* "AB12" → column 27, row 12. */
static gboolean
parse_reference (const char **p, guint *column, guint *row)
{
  guint64 letters = 0, digits = 0;

  for (; g_ascii_isalpha (**p) && letters <= FORMAT_MAX_COLUMNS; (*p)++)
    letters = letters * 26 + (g_ascii_toupper (**p) - 'A' + 1);
  for (; g_ascii_isdigit (**p) && digits <= FORMAT_MAX_ROWS; (*p)++)
    digits = digits * 10 + (**p - '0');
  if (letters < 1 || letters > FORMAT_MAX_COLUMNS || digits < 1 || digits > FORMAT_MAX_ROWS)
    return FALSE;
  *column = letters - 1;
  *row = digits;
  return TRUE;
}

static void
start_row (Reader *reader, FfXmlParse *parse, const char **attributes)
{
  const char *reference = ff_xml_attribute (attributes, "r");
  guint64 row = reader->row + 1;

  if (reference != NULL)
    row = g_ascii_strtoull (reference, NULL, 10);
  if (reader->in_row || row < 1 || row > FORMAT_MAX_ROWS)
    {
      fail_damaged (parse);
      return;
    }
  reader->row = row;
  reader->column = 0;
  reader->in_row = TRUE;
  ff_sheet_begin_row (reader->sheet, reader->row);
}

static void
start_cell (Reader *reader, FfXmlParse *parse, const char **attributes)
{
  static const struct
  {
    const char *name;
    ValueType type;
  } types[] = {
    { "n", VALUE_NUMBER }, { "s", VALUE_SHARED },    { "str", VALUE_TEXT }, { "inlineStr", VALUE_TEXT },
    { "b", VALUE_BOOLEAN }, { "e", VALUE_ERROR }, { "d", VALUE_DATE },
  };
  const char *reference = ff_xml_attribute (attributes, "r");
  const char *type = ff_xml_attribute (attributes, "t");
  const char *style = ff_xml_attribute (attributes, "s");
  guint row;

  reader->cell_column = reader->column;
  if (reference != NULL && (!parse_reference (&reference, &reader->cell_column, &row) || row != reader->row))
    {
      fail_damaged (parse);
      return;
    }
  reader->column = reader->cell_column + 1;

  reader->type = VALUE_NUMBER;
  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (type, types[i].name))
      reader->type = types[i].type;

  reader->format = (FfNumberFormat) { FF_FORMAT_GENERAL, 0 };
  if (style != NULL && reader->formats != NULL)
    {
      guint64 index = g_ascii_strtoull (style, NULL, 10);

      if (index < reader->formats->len)
        reader->format = g_array_index (reader->formats, FfNumberFormat, index);
    }
  reader->in_cell = TRUE;
  reader->has_formula = FALSE;
  g_string_truncate (reader->value, 0);
}

static void
add_merge (Reader *reader, FfXmlParse *parse, const char *reference)
{
  Merge merge;

  if (!parse_reference (&reference, &merge.first_column, &merge.first_row))
    {
      fail_damaged (parse);
      return;
    }
  if (*reference++ != ':')
    return;
  if (!parse_reference (&reference, &merge.last_column, &merge.last_row) || merge.last_column < merge.first_column
      || merge.last_row < merge.first_row || reader->merges->len >= MAX_MERGES)
    {
      fail_damaged (parse);
      return;
    }
  g_array_append_val (reader->merges, merge);
}

static void
on_start (FfXmlParse *parse, const char *element, const char **attributes, gpointer user_data)
{
  Reader *reader = user_data;

  if (g_str_equal (element, "sheetData"))
    reader->in_data = TRUE;
  else if (g_str_equal (element, "mergeCell"))
    {
      const char *reference = ff_xml_attribute (attributes, "ref");

      if (reference != NULL)
        add_merge (reader, parse, reference);
    }
  else if (!reader->in_data)
    return;
  else if (g_str_equal (element, "row"))
    start_row (reader, parse, attributes);
  else if (g_str_equal (element, "c") && reader->in_row)
    start_cell (reader, parse, attributes);
  else if (!reader->in_cell)
    return;
  else if (g_str_equal (element, "f"))
    reader->has_formula = TRUE;
  else if (g_str_equal (element, "rPh"))
    reader->phonetic++;
  else if (g_str_equal (element, "v") || (g_str_equal (element, "t") && reader->phonetic == 0))
    reader->in_value = TRUE;
}

static void
on_text (FfXmlParse *parse, const char *text, int length, gpointer user_data)
{
  Reader *reader = user_data;

  if (reader->in_value)
    g_string_append_len (reader->value, text, length);
}

/* FALSE for a cell that is damaged; @text 0 with kind TEXT: an empty cell. */
static gboolean
read_value (Reader *reader, FfCellKind *kind, FfCellFlags *flags, guint32 *text)
{
  GString *value = reader->value;

  *kind = FF_CELL_TEXT;
  *flags = FF_CELL_PLAIN;
  *text = 0;
  if (value->len == 0)
    {
      /* A formula that the writing program did not calculate has no value; to take it for an empty cell would lose it silently. */
      if (reader->has_formula && reader->type != VALUE_TEXT)
        *kind = FF_CELL_ERROR;
      return TRUE;
    }
  if (reader->type != VALUE_TEXT)
    g_strstrip (value->str);
  switch (reader->type)
    {
    case VALUE_SHARED:
      {
        char *end;
        guint64 index = g_ascii_strtoull (value->str, &end, 10);

        if (*end != '\0' || index >= reader->strings->len)
          return FALSE;
        *text = g_array_index (reader->strings, guint32, index);
        return TRUE;
      }
    case VALUE_NUMBER:
      if (!ff_number_format_print (&reader->format, reader->from_1904, value->str, reader->printed, kind, flags))
        return FALSE;
      *text = ff_sheet_add_text (reader->sheet, reader->printed->str, reader->printed->len);
      return TRUE;
    case VALUE_BOOLEAN:
      *kind = FF_CELL_NUMBER;
      break;
    case VALUE_ERROR:
      *kind = FF_CELL_ERROR;
      break;
    case VALUE_DATE:
      *kind = FF_CELL_DATE;
      g_strdelimit (value->str, "T", ' ');
      break;
    case VALUE_TEXT:
      ff_xlsx_unescape (value);
      break;
    }
  *text = ff_sheet_add_text (reader->sheet, value->str, -1);
  return TRUE;
}

static void
end_cell (Reader *reader, FfXmlParse *parse)
{
  FfCellKind kind;
  FfCellFlags flags;
  guint32 text;
  GError *error = NULL;

  reader->in_cell = reader->in_value = FALSE;
  reader->phonetic = 0;
  if (!read_value (reader, &kind, &flags, &text))
    {
      fail_damaged (parse);
      return;
    }
  if (text == 0 && kind != FF_CELL_ERROR)
    return;
  if (strlen (reader->sheet->text->str + text) > FF_SHEET_MAX_CELL_LENGTH
      && g_utf8_strlen (reader->sheet->text->str + text, -1) > FF_SHEET_MAX_CELL_LENGTH)
    flags |= FF_CELL_TOO_LONG;
  if (!ff_sheet_add_cell (reader->sheet, reader->cell_column, kind, flags, text, &error))
    ff_xml_parse_fail (parse, error);
}

static void
on_end (FfXmlParse *parse, const char *element, gpointer user_data)
{
  Reader *reader = user_data;
  GError *error = NULL;

  if (!reader->in_data)
    return;
  if (g_str_equal (element, "v") || g_str_equal (element, "t"))
    reader->in_value = FALSE;
  else if (g_str_equal (element, "rPh"))
    reader->phonetic -= reader->phonetic > 0;
  else if (g_str_equal (element, "c") && reader->in_cell)
    end_cell (reader, parse);
  else if (g_str_equal (element, "row") && reader->in_row)
    {
      reader->in_row = reader->in_cell = FALSE;
      if (!ff_sheet_end_row (reader->sheet, &error))
        ff_xml_parse_fail (parse, error);
    }
  else if (g_str_equal (element, "sheetData"))
    reader->in_data = FALSE;
}

/* Merged cells -------------------------------------------------------------------------------------------------- */

static int
compare_merges (gconstpointer a, gconstpointer b)
{
  return (int) ((const Merge *) a)->first_row - (int) ((const Merge *) b)->first_row;
}

typedef struct
{
  guint last_row; /* 0: no merge covers this column */
  FfCell cell;
} Cover;

static void
cover_columns (Cover *covers, const Merge *merge, const FfSheet *sheet, const FfSheetRow *row)
{
  const FfCell *cells = ff_sheet_get_cells (sheet, row);

  for (guint i = 0; i < row->n_cells; i++)
    if (cells[i].column == merge->first_column)
      for (guint column = merge->first_column; column <= MIN (merge->last_column, FF_SHEET_MAX_COLUMNS - 1); column++)
        {
          covers[column].last_row = merge->last_row;
          covers[column].cell = cells[i];
          covers[column].cell.column = column;
          covers[column].cell.flags |= FF_CELL_REPEATED;
        }
}

/* A spreadsheet keeps a merged value in the first cell only; every row that it covers means it. Rows with nothing of their own stay
   away, so that a merge down to the last row of the sheet costs nothing. */
static gboolean
repeat_merged (FfSheet *sheet, GArray *merges, GError **error)
{
  g_autoptr (GArray) old_cells = g_array_ref (sheet->cells);
  g_autofree Cover *covers = g_new0 (Cover, FF_SHEET_MAX_COLUMNS);
  FfSheet before = *sheet;
  guint next = 0;

  g_array_sort (merges, compare_merges);
  g_array_unref (sheet->cells);
  sheet->cells = g_array_sized_new (FALSE, FALSE, sizeof (FfCell), old_cells->len);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      FfSheetRow *row = &g_array_index (sheet->rows, FfSheetRow, i);
      const FfSheetRow old = *row;
      const FfCell *own = ff_sheet_get_cells (&before, &old), *own_end = own + old.n_cells;

      for (; next < merges->len && g_array_index (merges, Merge, next).first_row <= row->record; next++)
        if (g_array_index (merges, Merge, next).first_row == row->record)
          cover_columns (covers, &g_array_index (merges, Merge, next), &before, &old);

      row->first_cell = sheet->cells->len;
      row->n_cells = 0;
      for (guint column = 0; column < FF_SHEET_MAX_COLUMNS; column++)
        {
          FfCell cell;

          if (own < own_end && own->column == column)
            cell = *own++;
          else if (covers[column].last_row >= row->record)
            cell = covers[column].cell;
          else
            continue;
          while (own < own_end && own->column == column)
            own++;
          if (sheet->cells->len >= FF_SHEET_MAX_CELLS)
            {
              g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("The sheet has more than %d filled cells: divide it into several files."),
                           FF_SHEET_MAX_CELLS);
              return FALSE;
            }
          g_array_append_val (sheet->cells, cell);
          row->n_cells++;
          sheet->n_columns = MAX (sheet->n_columns, column + 1);
        }
    }
  return TRUE;
}

gboolean
ff_xlsx_sheet_read (FfXlsxPackage *package, const char *part, FfSheet *sheet, GArray *strings, GArray *formats, gboolean from_1904,
                    GCancellable *cancellable, GError **error)
{
  static const FfXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (Merge));
  g_autoptr (GString) value = g_string_new (NULL), printed = g_string_new (NULL);
  Reader reader = {
    .sheet = sheet,
    .strings = strings,
    .formats = formats,
    .from_1904 = from_1904,
    .merges = merges,
    .value = value,
    .printed = printed,
  };

  if (!ff_xlsx_package_parse (package, part, &handlers, &reader, cancellable, error))
    return FALSE;
  ff_sheet_finish (sheet);
  return merges->len == 0 || repeat_merged (sheet, merges, error);
}
