/* The CSV reader: decodes the whole file once, then walks over it once. */
#include "config.h"

#include "ff-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SNIFFED_RECORDS 50

typedef struct
{
  FfSheet *sheet;
  const char *p;
  const char *end;
  char delimiter;
  guint record;
  GString *field; /* a quoted field, with its quotation marks undoubled */
} Reader;

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* "sep=;" in the first line, which Excel writes and reads, is not a record. */
static gboolean
take_separator_line (Reader *reader, char *delimiter)
{
  const char *p = reader->p;
  gboolean quoted = p < reader->end && *p == '"';

  p += quoted;
  if (reader->end - p < 5 || g_ascii_strncasecmp (p, "sep=", 4) != 0)
    return FALSE;

  char found = p[4];

  p += 5 + (quoted && p[5] == '"');
  if (p < reader->end && !is_line_end (*p))
    return FALSE;
  if (p < reader->end)
    p += p[0] == '\r' && p + 1 < reader->end && p[1] == '\n' ? 2 : 1;
  reader->p = p;
  *delimiter = found;
  return TRUE;
}

/* The delimiter that most records hold equally often. */
static char
sniff_delimiter (const char *p, const char *end)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)][SNIFFED_RECORDS] = { 0 };
  guint records = 0, best_rows = 0, best_count = 0;
  gboolean quoted = FALSE, empty = TRUE;
  char best = ',';

  for (; p < end && records < SNIFFED_RECORDS; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (quoted)
        continue;
      if (is_line_end (*p))
        {
          records += !empty;
          empty = TRUE;
          continue;
        }
      empty = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
        counts[i][records] += *p == candidates[i];
    }
  if (!empty && records < SNIFFED_RECORDS)
    records++;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    for (guint row = 0; row < records; row++)
      {
        guint rows = 0;

        for (guint other = 0; other < records; other++)
          rows += counts[i][other] == counts[i][row];
        if (counts[i][row] > 0 && (rows > best_rows || (rows == best_rows && counts[i][row] > best_count)))
          {
            best = candidates[i];
            best_rows = rows;
            best_count = counts[i][row];
          }
      }
  return best;
}

/* The apostrophe that keeps a spreadsheet from reading a text as a formula. */
static gboolean
is_guarded (const char *text, gsize length)
{
  static const char *const starts[] = { "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠" };

  if (length < 2 || text[0] != '\'')
    return FALSE;
  text++, length--;
  while (length > 1 && *text == ' ')
    text++, length--;
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (length >= strlen (starts[i]) && memcmp (text, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
add_field (Reader *reader, guint column, const char *text, gsize length, GError **error)
{
  FfCellFlags flags = FF_CELL_PLAIN;

  if (is_guarded (text, length))
    text++, length--;
  else if (length >= 3 && text[0] == '=' && text[1] == '"' && text[length - 1] == '"' && memchr (text + 2, '"', length - 3) == NULL)
    text += 2, length -= 3;
  if (length == 0)
    return TRUE;
  if (length > FF_SHEET_MAX_CELL_LENGTH && g_utf8_strlen (text, length) > FF_SHEET_MAX_CELL_LENGTH)
    flags |= FF_CELL_TOO_LONG;
  if (memmem (text, length, "\xEF\xBF\xBD", 3) != NULL)
    flags |= FF_CELL_DAMAGED;
  return ff_sheet_add_cell (reader->sheet, column, FF_CELL_TEXT, flags, ff_sheet_add_text (reader->sheet, text, length), error);
}

/* From after the opening quotation mark to the delimiter or line end. Text after the closing mark is kept, as spreadsheets do. */
static gboolean
read_quoted (Reader *reader, guint column, GError **error)
{
  guint opened = reader->record;

  g_string_truncate (reader->field, 0);
  for (;;)
    {
      const char *mark = memchr (reader->p, '"', reader->end - reader->p);

      if (mark == NULL)
        {
          g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("The quotation mark that opens a cell of row %u is never closed: close or remove it."),
                       opened);
          return FALSE;
        }
      g_string_append_len (reader->field, reader->p, mark - reader->p);
      reader->p = mark + 1;
      if (reader->p == reader->end || *reader->p != '"')
        break;
      g_string_append_c (reader->field, '"');
      reader->p++;
    }

  const char *start = reader->p;

  while (reader->p < reader->end && *reader->p != reader->delimiter && !is_line_end (*reader->p))
    reader->p++;
  g_string_append_len (reader->field, start, reader->p - start);
  return add_field (reader, column, reader->field->str, reader->field->len, error);
}

static gboolean
read_plain (Reader *reader, guint column, GError **error)
{
  const char *start = reader->p;

  while (reader->p < reader->end && *reader->p != reader->delimiter && !is_line_end (*reader->p))
    reader->p++;
  return add_field (reader, column, start, reader->p - start, error);
}

static gboolean
read_record (Reader *reader, GError **error)
{
  ff_sheet_begin_row (reader->sheet, ++reader->record);
  for (guint column = 0;; column++)
    {
      gboolean ok;

      if (reader->p < reader->end && *reader->p == '"')
        {
          reader->p++;
          ok = read_quoted (reader, column, error);
        }
      else
        ok = read_plain (reader, column, error);
      if (!ok)
        return FALSE;
      if (reader->p == reader->end)
        break;
      if (*reader->p++ == reader->delimiter)
        continue;
      if (reader->p[-1] == '\r' && reader->p < reader->end && *reader->p == '\n')
        reader->p++;
      break;
    }
  return ff_sheet_end_row (reader->sheet, error);
}

static gboolean
read_records (Reader *reader, GCancellable *cancellable, GError **error)
{
  while (reader->p < reader->end)
    {
      if (!read_record (reader, error))
        return FALSE;
      if (reader->record % 1024 == 0 && g_cancellable_is_cancelled (cancellable))
        {
          g_set_error (error, FF_ERROR, FF_ERROR_CANCELLED, _ ("The file was not read to its end, since you cancelled."));
          return FALSE;
        }
    }
  return TRUE;
}

FfSheet *
ff_csv_read (const char *path, const guint8 *data, gsize length, const FfSheetOptions *options, GCancellable *cancellable,
             GError **error)
{
  g_autoptr (FfSheet) sheet = ff_sheet_new (path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GString) field = g_string_new (NULL);
  Reader reader = { sheet, .field = field };
  gsize text_length;

  sheet->encoding = options->encoding;
  if (sheet->encoding == FF_ENCODING_AUTO)
    {
      sheet->encoding = ff_encoding_detect (data, length);
      sheet->encoding_detected = TRUE;
    }
  if (sheet->encoding == FF_ENCODING_UTF_16LE || sheet->encoding == FF_ENCODING_UTF_16BE || memchr (data, 0, length) == NULL)
    text = ff_encoding_decode (sheet->encoding, data, length, &text_length);
  if (text == NULL || memchr (text, 0, text_length) != NULL)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("“%s” holds zero bytes and is no text: save it as .xlsx or as CSV in UTF-8."), name);
      return NULL;
    }

  reader.p = text;
  reader.end = text + text_length;
  if (!take_separator_line (&reader, &reader.delimiter) && options->delimiter == 0)
    reader.delimiter = sniff_delimiter (reader.p, reader.end);
  if (options->delimiter != 0)
    reader.delimiter = options->delimiter;
  sheet->delimiter = reader.delimiter;

  if (!read_records (&reader, cancellable, error))
    {
      g_prefix_error (error, _ ("“%s”: "), name);
      return NULL;
    }
  ff_sheet_finish (sheet);
  return g_steal_pointer (&sheet);
}
