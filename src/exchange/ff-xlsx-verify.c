/* The scanner knows only what libxlsxwriter writes; everything else counts as a difference. A general XML parser takes four times as long,
   and a file of our own needs none. */
#include "config.h"

#include "ff-xlsx-verify.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <minizip/unzip.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ff-error.h"

#define CHUNK (256 * 1024)
#define PIECE 8192 /* records */
#define FORMULA_BITS ((1 << 28) - 1) /* of a digest that a record keeps */
#define DIGEST_START G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define DOCUMENT_END "</worksheet>"

typedef struct
{
  const FfXlsxRecords *expected;
  guint next;    /* the record that the next cell with a value must match */
  GString *text; /* what has been inflated and not yet been looked at */
  GString *plain;
  char *differs; /* the first cell that is not as it should be */
} Reader;

/* Pieces, because a sheet may have millions of cells and an array that doubles would need twice the room. */
struct _FfXlsxRecords
{
  GPtrArray *pieces;
  guint length;
};

FfXlsxRecords *
ff_xlsx_records_new (void)
{
  FfXlsxRecords *records = g_new0 (FfXlsxRecords, 1);

  records->pieces = g_ptr_array_new_with_free_func (g_free);
  return records;
}

void
ff_xlsx_records_free (FfXlsxRecords *records)
{
  g_ptr_array_unref (records->pieces);
  g_free (records);
}

guint
ff_xlsx_records_get_length (const FfXlsxRecords *records)
{
  return records->length;
}

FfXlsxRecord *
ff_xlsx_records_get (const FfXlsxRecords *records, guint index)
{
  FfXlsxRecord *piece = g_ptr_array_index (records->pieces, index / PIECE);

  return piece + index % PIECE;
}

/* Against accidents, not against forgers. */
static guint64
digest_bytes (guint64 digest, const char *text, gsize length)
{
  guint64 word;

  for (; length >= sizeof word; text += sizeof word, length -= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      digest = (digest ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      digest ^= digest >> 32;
    }
  word = length;
  memcpy ((char *) &word + 1, text, length);
  digest = (digest ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return digest ^ digest >> 32;
}

void
ff_xlsx_records_add (FfXlsxRecords *records, FfXlsxKind kind, guint row, guint column, const char *formula, const char *text,
                     double number)
{
  guint64 digest = DIGEST_START;
  FfXlsxRecord *record;

  if (records->length % PIECE == 0)
    g_ptr_array_add (records->pieces, g_new (FfXlsxRecord, PIECE));
  record = ff_xlsx_records_get (records, records->length++);

  if (formula != NULL)
    digest = digest_bytes (digest, formula + 1, strlen (formula + 1));
  *record = (FfXlsxRecord) { .row = row, .column = column, .kind = kind, .formula = digest };
  if (text != NULL)
    record->value.text = digest_bytes (digest, text, strlen (text));
  else
    record->value.number = number;
}

/* The library prints 16 digits, which is one less than a double may need. */
static gboolean
same_number (double a, double b)
{
  return fabs (a - b) <= 1e-14 * MAX (fabs (a), fabs (b));
}

/* Whether @at begins with @piece, which it then passes. The text ends with NUL. */
static gboolean
skip (const char **at, const char *piece)
{
  gsize n = strlen (piece);

  if (strncmp (*at, piece, n) != 0)
    return FALSE;
  *at += n;
  return TRUE;
}

/* Text up to the next tag, with its entities resolved. */
static guint64
digest_text (Reader *reader, guint64 digest, const char *text, gsize length)
{
  static const struct
  {
    const char *entity;
    char character;
  } entities[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' } };
  const char *end = text + length;

  if (memchr (text, '&', length) == NULL)
    return digest_bytes (digest, text, length);

  g_string_truncate (reader->plain, 0);
  while (text < end)
    {
      const char *next = memchr (text, '&', end - text);
      char character = '&';

      if (next == NULL)
        next = end;
      g_string_append_len (reader->plain, text, next - text);
      text = next;
      if (text == end)
        break;
      for (guint i = 0; i < G_N_ELEMENTS (entities) && character == *text; i++)
        if (skip (&text, entities[i].entity))
          {
            character = entities[i].character;
            break;
          }
      if (text == next)
        text++;
      g_string_append_c (reader->plain, character);
    }

  return digest_bytes (digest, reader->plain->str, reader->plain->len);
}

/* "AB12" at @at, up to the quotation mark. */
static gboolean
skip_cell_name (const char **at, const FfXlsxRecord *record)
{
  guint32 column = 0;
  guint32 row = 0;

  for (; g_ascii_isupper (**at); (*at)++)
    column = column * 26 + (**at - 'A' + 1);
  for (; g_ascii_isdigit (**at); (*at)++)
    row = row * 10 + (**at - '0');

  return column == record->column + 1u && row == record->row + 1u && skip (at, "\"");
}

/* The value of a cell from behind its opening tag, as @record says it must be. */
static gboolean
value_matches (Reader *reader, const char *at, gboolean is_text, const FfXlsxRecord *record)
{
  guint64 digest = DIGEST_START;
  gboolean formula = record->kind == FF_XLSX_FORMULA_NUMBER || record->kind == FF_XLSX_FORMULA_TEXT;
  gboolean text = record->kind == FF_XLSX_TEXT || record->kind == FF_XLSX_FORMULA_TEXT;
  const char *closing = "</v>";
  gsize length;

  if (text != is_text || formula != skip (&at, "<f>"))
    return FALSE;
  if (formula)
    {
      length = strcspn (at, "<");
      digest = digest_text (reader, digest, at, length);
      at += length;
      if (!skip (&at, "</f>"))
        return FALSE;
    }

  if (record->kind == FF_XLSX_TEXT)
    {
      if (!skip (&at, "<is><t>") && !skip (&at, "<is><t xml:space=\"preserve\">"))
        return FALSE;
      closing = "</t></is>";
    }
  else if (!skip (&at, "<v>"))
    return FALSE;

  length = strcspn (at, "<");
  if (text && digest_text (reader, digest, at, length) != record->value.text)
    return FALSE;
  if (!text && ((digest & FORMULA_BITS) != record->formula || !same_number (g_ascii_strtod (at, NULL), record->value.number)))
    return FALSE;
  at += length;

  return skip (&at, closing) && skip (&at, "</c>");
}

/* @cell: from "<c r=" to its end. FALSE when it is not what comes next. */
static gboolean
check_cell (Reader *reader, const char *cell)
{
  const char *at = cell + strlen ("<c r=\"");
  const char *tag_end = strchr (at, '>');
  const FfXlsxRecord *record;
  gboolean is_text;

  if (tag_end == NULL || tag_end[-1] == '/')
    return tag_end != NULL;

  if (reader->next < ff_xlsx_records_get_length (reader->expected))
    {
      record = ff_xlsx_records_get (reader->expected, reader->next);
      if (skip_cell_name (&at, record))
        {
          is_text = tag_end[-1] == '"' && memmem (at, tag_end - at, " t=\"", 4) != NULL;
          if (value_matches (reader, tag_end + 1, is_text, record))
            {
              reader->next++;
              return TRUE;
            }
        }
    }

  at = cell + strlen ("<c r=\"");
  reader->differs = g_strndup (at, strcspn (at, "\""));
  return FALSE;
}

/* Looks at each cell that is there to its end, and keeps the rest for the next time. */
static gboolean
scan (Reader *reader)
{
  char *text = reader->text->str;
  char *cell = strstr (text, "<c r=\"");
  char *rest = cell;

  while (cell != NULL)
    {
      char *next = strstr (cell + 1, "<c r=\"");

      rest = cell;
      /* The last one may go on in the next piece. */
      if (next == NULL && strstr (cell, "</row>") == NULL)
        break;
      if (!check_cell (reader, cell))
        return FALSE;
      rest = next != NULL ? next : strstr (cell, "</row>");
      cell = next;
    }

  if (rest == NULL)
    rest = text + reader->text->len - MIN (reader->text->len, strlen (DOCUMENT_END));
  g_string_erase (reader->text, 0, rest - text);
  return TRUE;
}

static void
set_broken (GError **error, const char *part)
{
  g_set_error (error, FF_ERROR, FF_ERROR_FAILED,
               _("The workbook could not be read back (%s), perhaps because the disk is full or fails. Nothing was written."), part);
}

/* The next piece of the part that is open in @zip: its length, 0 at the end, -1 with @error. minizip checks its CRC at the end. */
static int
read_piece (unzFile zip, char *buffer, const char *part, GCancellable *cancellable, GError **error)
{
  int n;

  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_CANCELLED, _("The export was cancelled."));
      return -1;
    }
  n = unzReadCurrentFile (zip, buffer, CHUNK);
  if (n < 0)
    set_broken (error, part);

  return n;
}

static gboolean
read_part (unzFile zip, const char *part, GCancellable *cancellable, GError **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  int n;

  do
    n = read_piece (zip, buffer, part, cancellable, error);
  while (n > 0);

  return n == 0;
}

static gboolean
read_sheet (unzFile zip, const FfXlsxRecords *expected, const char *part, GCancellable *cancellable, GError **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  g_autoptr (GString) text = g_string_sized_new (2 * CHUNK);
  g_autoptr (GString) plain = g_string_new (NULL);
  Reader reader = { .expected = expected, .text = text, .plain = plain };
  int n;

  while ((n = read_piece (zip, buffer, part, cancellable, error)) > 0)
    {
      g_string_append_len (text, buffer, n);
      if (!scan (&reader))
        {
          g_set_error (error, FF_ERROR, FF_ERROR_FAILED,
                       _("The workbook was written, but its cell %s reads back differently (%s). Nothing was kept."),
                       reader.differs != NULL ? reader.differs : "", part);
          g_free (reader.differs);
          return FALSE;
        }
    }
  if (n < 0)
    return FALSE;

  if (reader.next == ff_xlsx_records_get_length (expected) && g_str_has_suffix (text->str, DOCUMENT_END))
    return TRUE;
  set_broken (error, part);
  return FALSE;
}

/* The sheet that a part of the file holds, from 0; -1 for other parts. */
static int
sheet_number (const char *part)
{
  guint number = 0;

  return sscanf (part, "xl/worksheets/sheet%u.xml", &number) == 1 ? (int) number - 1 : -1;
}

static gboolean
verify_part (unzFile zip, GPtrArray *sheets, guint *n_sheets, GCancellable *cancellable, GError **error)
{
  char part[256] = "";
  unz_file_info64 info;
  gboolean good;
  int sheet;

  if (unzGetCurrentFileInfo64 (zip, &info, part, sizeof part, NULL, 0, NULL, 0) != UNZ_OK || unzOpenCurrentFile (zip) != UNZ_OK)
    {
      set_broken (error, part);
      return FALSE;
    }

  sheet = sheet_number (part);
  *n_sheets += sheet >= 0;
  if (sheet >= 0 && (guint) sheet < sheets->len)
    good = read_sheet (zip, g_ptr_array_index (sheets, sheet), part, cancellable, error);
  else
    good = read_part (zip, part, cancellable, error);

  if (unzCloseCurrentFile (zip) == UNZ_OK || !good)
    return good;
  set_broken (error, part);
  return FALSE;
}

static gboolean
verify_parts (unzFile zip, GPtrArray *sheets, GCancellable *cancellable, GError **error)
{
  guint n_sheets = 0;
  int state;

  for (state = unzGoToFirstFile (zip); state == UNZ_OK; state = unzGoToNextFile (zip))
    if (!verify_part (zip, sheets, &n_sheets, cancellable, error))
      return FALSE;

  if (state == UNZ_END_OF_LIST_OF_FILE && n_sheets == sheets->len)
    return TRUE;
  set_broken (error, "xl/worksheets");
  return FALSE;
}

/* A workbook of ours ends with the record that closes an archive, without a comment. minizip opens one whose last bytes are missing. */
static gboolean
is_whole (const char *path)
{
  static const char mark[] = { 'P', 'K', 5, 6 };
  char record[22];
  FILE *file = fopen (path, "rbe");
  gboolean whole;

  if (file == NULL)
    return FALSE;
  whole = fseek (file, -(long) sizeof record, SEEK_END) == 0 && fread (record, sizeof record, 1, file) == 1 &&
          memcmp (record, mark, sizeof mark) == 0 && record[20] == 0 && record[21] == 0;
  fclose (file);
  return whole;
}

gboolean
ff_xlsx_verify (const char *path, GPtrArray *sheets, GCancellable *cancellable, GError **error)
{
  unzFile zip = is_whole (path) ? unzOpen64 (path) : NULL;
  gboolean good;

  if (zip == NULL)
    {
      set_broken (error, "zip");
      return FALSE;
    }
  good = verify_parts (zip, sheets, cancellable, error);
  unzClose (zip);

  return good;
}
