#include "config.h"

#include "ff-xlsx-guard.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <sys/statvfs.h>
#include <xlsxwriter.h>

#include "ff-output-file.h"
#include "ff-xlsx-pen.h"
#include "ff-xlsx-verify.h"

#define MAX_CHARACTERS 32767 /* of a cell, counted in UTF-16 */
#define MAX_FORMULA 8192
#define MAX_LIST 255

struct _FfXlsxSheet
{
  FfXlsx *xlsx;
  lxw_worksheet *worksheet;
  FfXlsxRecords *records;
  gint64 last;     /* row·2¹⁶ + column of the cell written last */
};

struct _FfXlsx
{
  FfOutputFile *file;
  char *path;
  lxw_workbook *workbook; /* NULL once closed */
  FfXlsxPen *pen;         /* writes the cells; NULL once they are all written */
  GPtrArray *sheets;      /* FfXlsxSheet */
  GHashTable *names;      /* of the sheets, in lower case */
  GCancellable *cancellable;
  FfProgressFunc progress;
  gpointer user_data;
  locale_t point;    /* the thread's locale with numbers as in C */
  locale_t previous; /* what the thread had */
  GError *error;     /* the first one */
};

static void
sheet_free (FfXlsxSheet *sheet)
{
  ff_xlsx_records_free (sheet->records);
  g_free (sheet);
}

/* The library prints numbers as the thread's locale does, and a comma in them makes a file that nobody can read. */
static void
use_points (FfXlsx *xlsx)
{
  locale_t copy = duplocale (uselocale ((locale_t) 0));

  xlsx->point = newlocale (LC_NUMERIC_MASK, "C", copy);
  xlsx->previous = uselocale (xlsx->point);
}

FfXlsx *
ff_xlsx_new (const char *path, GCancellable *cancellable, FfProgressFunc progress, gpointer user_data, GError **error)
{
  g_autoptr (FfOutputFile) file = ff_output_file_new (path, error);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  FfXlsx *xlsx;

  if (file == NULL)
    return NULL;

  xlsx = g_new0 (FfXlsx, 1);
  use_points (xlsx);
  /* A full or small /tmp has made broken files that were reported as good. */
  options.tmpdir = (char *) ff_output_file_get_folder (file);
  xlsx->workbook = workbook_new_opt (ff_output_file_get_temporary (file), &options);
  xlsx->pen = ff_xlsx_pen_new (xlsx->point);
  xlsx->file = g_steal_pointer (&file);
  xlsx->path = g_strdup (path);
  xlsx->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  xlsx->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xlsx->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  xlsx->progress = progress;
  xlsx->user_data = user_data;

  return xlsx;
}

void
ff_xlsx_free (FfXlsx *xlsx)
{
  g_clear_pointer (&xlsx->pen, ff_xlsx_pen_free);
  if (xlsx->workbook != NULL)
    lxw_workbook_free (xlsx->workbook);
  uselocale (xlsx->previous);
  freelocale (xlsx->point);
  ff_output_file_free (xlsx->file);
  g_ptr_array_unref (xlsx->sheets);
  g_hash_table_unref (xlsx->names);
  g_clear_object (&xlsx->cancellable);
  g_clear_error (&xlsx->error);
  g_free (xlsx->path);
  g_free (xlsx);
}

gboolean
ff_xlsx_has_failed (FfXlsx *xlsx)
{
  if (xlsx->error == NULL && g_cancellable_is_cancelled (xlsx->cancellable))
    g_set_error (&xlsx->error, FF_ERROR, FF_ERROR_CANCELLED, _("The export was cancelled."));

  return xlsx->error != NULL;
}

/* Rows are the first half of the work, packing and reading back the other. */
void
ff_xlsx_report (FfXlsx *xlsx, guint64 done, guint64 total)
{
  if (xlsx->progress != NULL)
    xlsx->progress (done, 2 * total, xlsx->user_data);
}

static gboolean
is_full (FfXlsx *xlsx)
{
  struct statvfs disk;

  return statvfs (ff_output_file_get_folder (xlsx->file), &disk) == 0 && (guint64) disk.f_bavail * disk.f_frsize < 64 * 1024;
}

/* @code is the library's; the numbers of errno behind it are gone by now. */
static void
take_code (FfXlsx *xlsx, lxw_error code)
{
  if (code == LXW_NO_ERROR || xlsx->error != NULL)
    return;

  if (is_full (xlsx))
    ff_output_file_set_error (&xlsx->error, xlsx->path, ENOSPC);
  else
    g_set_error (&xlsx->error, FF_ERROR, FF_ERROR_FAILED, _("The workbook “%s” could not be written: %s"), xlsx->path,
                 lxw_strerror (code));
}

/* Nobody but the pen may use the library while it writes cells. */
static lxw_workbook *
settle (FfXlsx *xlsx)
{
  take_code (xlsx, ff_xlsx_pen_settle (xlsx->pen));
  return xlsx->workbook;
}

static lxw_worksheet *
settle_sheet (FfXlsxSheet *sheet)
{
  settle (sheet->xlsx);
  return sheet->worksheet;
}

gboolean
ff_xlsx_finish (FfXlsx *xlsx, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  GError *broken = NULL;

  settle (xlsx);
  g_clear_pointer (&xlsx->pen, ff_xlsx_pen_free);
  if (!ff_xlsx_has_failed (xlsx))
    take_code (xlsx, workbook_close (g_steal_pointer (&xlsx->workbook)));
  if (ff_xlsx_has_failed (xlsx) || !ff_output_file_sync (xlsx->file, &xlsx->error))
    {
      g_propagate_error (error, g_steal_pointer (&xlsx->error));
      return FALSE;
    }
  if (xlsx->progress != NULL)
    xlsx->progress (3, 4, xlsx->user_data);

  for (guint i = 0; i < xlsx->sheets->len; i++)
    g_ptr_array_add (records, ((FfXlsxSheet *) g_ptr_array_index (xlsx->sheets, i))->records);
  if (!ff_xlsx_verify (ff_output_file_get_temporary (xlsx->file), records, xlsx->cancellable, &broken))
    {
      if (is_full (xlsx))
        {
          g_clear_error (&broken);
          ff_output_file_set_error (&broken, xlsx->path, ENOSPC);
        }
      g_propagate_error (error, broken);
      return FALSE;
    }

  return ff_output_file_commit (xlsx->file, error);
}

/* Text as a cell may hold it: valid UTF-8 in which no control character but the line break and the tab is left. */
static char *
clean_text (const char *text)
{
  char *clean = g_utf8_make_valid (text, -1);
  char *to = clean;

  for (const char *from = clean; *from != '\0'; from = g_utf8_next_char (from))
    {
      gunichar c = g_utf8_get_char (from);
      int length = g_utf8_next_char (from) - from;

      if (c == '\r' && from[1] == '\n')
        continue;
      if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || (c & 0xfffe) == 0xfffe)
        *to++ = c == '\r' ? '\n' : ' ';
      else
        {
          memmove (to, from, length);
          to += length;
        }
    }
  *to = '\0';

  return clean;
}

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text < 0x20 || (guchar) *text >= 0x7f)
      return FALSE;

  return TRUE;
}

/* A spreadsheet reads “_x0041_” as an escaped A, so that this very text needs an escape of its own. */
static char *
escape_escapes (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (text[0] == '_' && text[1] == 'x' && g_ascii_isxdigit (text[2]) && g_ascii_isxdigit (text[3]) && g_ascii_isxdigit (text[4])
          && g_ascii_isxdigit (text[5]) && text[6] == '_')
        g_string_append (out, "_x005F");
      g_string_append_c (out, *text);
    }

  return g_string_free (out, FALSE);
}

static gsize
count_utf16 (const char *text)
{
  gsize n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_utf8_get_char (text) > 0xffff ? 2 : 1;

  return n;
}

/* Whether a cell may be written here now. */
static gboolean
begin_cell (FfXlsxSheet *sheet, guint row, guint column)
{
  gint64 place = (gint64) row << 16 | column;

  g_return_val_if_fail (row < LXW_ROW_MAX && column < LXW_COL_MAX, FALSE);
  g_return_val_if_fail (place > sheet->last, FALSE);

  sheet->last = place;
  return sheet->xlsx->error == NULL;
}

/* Keeps in mind what the cell must hold when it is read back, and writes it. */
static void
write_cell (FfXlsxSheet *sheet, FfXlsxKind kind, guint row, guint column, const char *formula, const char *text, double number,
            FfXlsxFormat *format)
{
  ff_xlsx_records_add (sheet->records, kind, row, column, formula, text, number);
  ff_xlsx_pen_write (sheet->xlsx->pen, sheet->worksheet, kind, row, column, formula, text, number, format);
}

static gboolean
refuse_long_text (FfXlsxSheet *sheet, guint row, guint column, const char *text)
{
  g_autofree char *cell = NULL;

  if (strlen (text) <= MAX_CHARACTERS || count_utf16 (text) <= MAX_CHARACTERS)
    return FALSE;

  cell = ff_xlsx_cell_name (row, column);
  g_set_error (&sheet->xlsx->error, FF_ERROR, FF_ERROR_INVALID,
               _("The text for cell %s is longer than the %d characters that a spreadsheet cell can hold; shorten it."), cell,
               MAX_CHARACTERS);
  return TRUE;
}

void
ff_xlsx_text (FfXlsxSheet *sheet, guint row, guint column, const char *text, FfXlsxFormat *format)
{
  g_autofree char *clean = NULL;

  if (!begin_cell (sheet, row, column))
    return;
  if (text != NULL && !is_plain (text))
    text = clean = clean_text (text);
  if (text == NULL || *text == '\0')
    {
      ff_xlsx_pen_write (sheet->xlsx->pen, sheet->worksheet, FF_XLSX_TEXT, row, column, NULL, NULL, 0, format);
      return;
    }
  if (refuse_long_text (sheet, row, column, text))
    return;
  if (strstr (text, "_x") != NULL)
    {
      char *escaped = escape_escapes (text);

      g_free (clean);
      text = clean = escaped;
    }

  write_cell (sheet, FF_XLSX_TEXT, row, column, NULL, text, 0, format);
}

void
ff_xlsx_number (FfXlsxSheet *sheet, guint row, guint column, double number, FfXlsxFormat *format)
{
  g_return_if_fail (isfinite (number));

  if (!begin_cell (sheet, row, column))
    return;
  write_cell (sheet, FF_XLSX_NUMBER, row, column, NULL, NULL, number, format);
}

void
ff_xlsx_formula_number (FfXlsxSheet *sheet, guint row, guint column, const char *formula, double value, FfXlsxFormat *format)
{
  g_return_if_fail (formula[0] == '=' && strlen (formula) <= MAX_FORMULA);
  g_return_if_fail (isfinite (value));

  if (!begin_cell (sheet, row, column))
    return;
  write_cell (sheet, FF_XLSX_FORMULA_NUMBER, row, column, formula, NULL, value, format);
}

void
ff_xlsx_formula_text (FfXlsxSheet *sheet, guint row, guint column, const char *formula, const char *value, FfXlsxFormat *format)
{
  g_autofree char *clean = clean_text (value);

  g_return_if_fail (formula[0] == '=' && strlen (formula) <= MAX_FORMULA);

  if (!begin_cell (sheet, row, column) || refuse_long_text (sheet, row, column, clean))
    return;
  write_cell (sheet, FF_XLSX_FORMULA_TEXT, row, column, formula, clean, 0, format);
}

/* The library merges with a text in the first cell, which what is written there next takes over. */
static void
merge (FfXlsxSheet *sheet, guint row, guint first_column, guint last_column, FfXlsxFormat *format)
{
  if (first_column < last_column && sheet->xlsx->error == NULL)
    take_code (sheet->xlsx, worksheet_merge_range (settle_sheet (sheet), row, first_column, row, last_column, "", format));
}

void
ff_xlsx_merge (FfXlsxSheet *sheet, guint row, guint first_column, guint last_column, const char *text, FfXlsxFormat *format)
{
  merge (sheet, row, first_column, last_column, format);
  ff_xlsx_text (sheet, row, first_column, text, format);
  sheet->last = (gint64) row << 16 | last_column;
}

void
ff_xlsx_merge_formula (FfXlsxSheet *sheet, guint row, guint first_column, guint last_column, const char *formula, const char *value,
                       FfXlsxFormat *format)
{
  merge (sheet, row, first_column, last_column, format);
  ff_xlsx_formula_text (sheet, row, first_column, formula, value, format);
  sheet->last = (gint64) row << 16 | last_column;
}

static gboolean
is_sheet_name (const char *name)
{
  return *name != '\0' && g_utf8_validate (name, -1, NULL) && count_utf16 (name) <= 31 && strpbrk (name, "[]:*?/\\") == NULL
         && *name != '\'' && name[strlen (name) - 1] != '\'';
}

FfXlsxSheet *
ff_xlsx_add_sheet (FfXlsx *xlsx, const char *name)
{
  FfXlsxSheet *sheet;

  g_return_val_if_fail (is_sheet_name (name), NULL);
  g_return_val_if_fail (g_hash_table_add (xlsx->names, g_utf8_casefold (name, -1)), NULL);

  sheet = g_new0 (FfXlsxSheet, 1);
  sheet->xlsx = xlsx;
  sheet->worksheet = workbook_add_worksheet (settle (xlsx), name);
  sheet->records = ff_xlsx_records_new ();
  sheet->last = -1;
  g_ptr_array_add (xlsx->sheets, sheet);

  return sheet;
}

FfXlsxFormat *
ff_xlsx_add_format (FfXlsx *xlsx, const FfXlsxStyle *style)
{
  lxw_format *format = workbook_add_format (settle (xlsx));

  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (style->bold)
    format_set_bold (format);
  if (style->italic)
    format_set_italic (format);
  if (style->wrap)
    format_set_text_wrap (format);
  if (style->border)
    {
      format_set_border (format, LXW_BORDER_THIN);
      format_set_border_color (format, 0xC8C8C8);
    }
  if (style->align != 0)
    format_set_align (format, style->align == 'l' ? LXW_ALIGN_LEFT : style->align == 'r' ? LXW_ALIGN_RIGHT : LXW_ALIGN_CENTER);
  if (style->number != NULL)
    format_set_num_format (format, style->number);
  if (style->fill >= 0)
    format_set_bg_color (format, style->fill);
  if (style->ink >= 0)
    format_set_font_color (format, style->ink == 0 ? LXW_COLOR_BLACK : (lxw_color_t) style->ink);

  return format;
}

void
ff_xlsx_set_properties (FfXlsx *xlsx, const char *title, const char *author, gint64 created)
{
  g_autofree char *clean_title = clean_text (title != NULL ? title : "");
  g_autofree char *clean_author = clean_text (author != NULL ? author : "");
  lxw_doc_properties properties = { .title = clean_title, .author = clean_author, .created = created };

  take_code (xlsx, workbook_set_properties (settle (xlsx), &properties));
}

void
ff_xlsx_define_name (FfXlsx *xlsx, const char *name, const char *formula)
{
  take_code (xlsx, workbook_define_name (settle (xlsx), name, formula));
}

void
ff_xlsx_set_width (FfXlsxSheet *sheet, guint first_column, guint last_column, double width, FfXlsxFormat *format)
{
  take_code (sheet->xlsx, worksheet_set_column (settle_sheet (sheet), first_column, last_column, width, format));
}

void
ff_xlsx_set_height (FfXlsxSheet *sheet, guint row, double height)
{
  take_code (sheet->xlsx, worksheet_set_row (settle_sheet (sheet), row, height, NULL));
}

void
ff_xlsx_freeze (FfXlsxSheet *sheet, guint rows, guint columns)
{
  worksheet_freeze_panes (settle_sheet (sheet), rows, columns);
}

void
ff_xlsx_autofilter (FfXlsxSheet *sheet, guint first_row, guint first_column, guint last_row, guint last_column)
{
  take_code (sheet->xlsx, worksheet_autofilter (settle_sheet (sheet), first_row, first_column, last_row, last_column));
}

void
ff_xlsx_set_page (FfXlsxSheet *sheet, guint title_rows, const char *header, const char *footer)
{
  lxw_worksheet *worksheet = settle_sheet (sheet);

  worksheet_set_landscape (worksheet);
  worksheet_set_paper (worksheet, 9); /* A4 */
  worksheet_fit_to_pages (worksheet, 1, 0);
  worksheet_set_margins (worksheet, 0.4, 0.4, 0.6, 0.75);
  worksheet_gridlines (worksheet, LXW_SHOW_ALL_GRIDLINES);
  if (title_rows > 0)
    take_code (sheet->xlsx, worksheet_repeat_rows (worksheet, 0, title_rows - 1));
  take_code (sheet->xlsx, worksheet_set_header (worksheet, header));
  take_code (sheet->xlsx, worksheet_set_footer (worksheet, footer));
}

void
ff_xlsx_set_print_area (FfXlsxSheet *sheet, guint last_row, guint last_column)
{
  take_code (sheet->xlsx, worksheet_print_area (settle_sheet (sheet), 0, 0, last_row, last_column));
}

char *
ff_xlsx_escape_header (const char *text, guint max_characters)
{
  g_autofree char *clean = clean_text (text);
  GString *out = g_string_new (NULL);
  const char *at = clean;

  for (; *at != '\0' && max_characters > 0; at = g_utf8_next_char (at), max_characters--)
    {
      if (*at == '&')
        g_string_append_c (out, '&');
      g_string_append_unichar (out, *at == '\n' ? ' ' : g_utf8_get_char (at));
    }
  if (*at != '\0')
    g_string_append (out, "…");

  return g_string_free (out, FALSE);
}

void
ff_xlsx_conditional_format (FfXlsxSheet *sheet, guint first_row, guint first_column, guint last_row, guint last_column,
                            const char *formula, FfXlsxFormat *format)
{
  lxw_conditional_format rule = {
    .type = LXW_CONDITIONAL_TYPE_FORMULA,
    .value_string = (char *) formula,
    .format = format,
  };

  take_code (sheet->xlsx, worksheet_conditional_format_range (settle_sheet (sheet), first_row, first_column, last_row, last_column, &rule));
}

void
ff_xlsx_choice (FfXlsxSheet *sheet, guint row, guint column, const char *const *words)
{
  lxw_data_validation validation = { .validate = LXW_VALIDATION_TYPE_LIST, .value_list = (char **) words };
  gsize length = 0;

  /* 1.1.4 counts characters and copies bytes: beyond ASCII or this length it writes over its buffer. */
  for (const char *const *word = words; *word != NULL; word++)
    {
      g_return_if_fail (is_plain (*word));
      length += strlen (*word) + 1;
    }
  g_return_if_fail (length <= MAX_LIST);

  take_code (sheet->xlsx, worksheet_data_validation_cell (settle_sheet (sheet), row, column, &validation));
}

char *
ff_xlsx_cell_name (guint row, guint column)
{
  char name[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (name, row, column);
  return g_strdup (name);
}

char *
ff_xlsx_absolute_name (guint row, guint column)
{
  char name[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell_abs (name, row, column, TRUE, TRUE);
  return g_strdup (name);
}
