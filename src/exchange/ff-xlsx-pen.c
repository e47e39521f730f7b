#include "config.h"

#include "ff-xlsx-pen.h"

#include <string.h>

#define N_PAGES 4
#define PAGE_BYTES (128 * 1024)

/* A cell on a page; its formula and text follow, each with its NUL. */
typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *format;
  double number;
  guint32 row;
  guint16 column;
  guint16 kind; /* FfXlsxKind */
  guint32 formula_length; /* with its NUL; 0: none */
  guint32 text_length;
} Cell;

struct _FfXlsxPen
{
  GThread *thread;
  locale_t locale;
  GAsyncQueue *written; /* GByteArray: pages for the thread to print */
  GAsyncQueue *blank;   /* and those that it gives back */
  GByteArray *page;
  lxw_error code;       /* the thread's while it has a page */
};

static lxw_error
print_cell (const Cell *cell, const char *formula, const char *text)
{
  switch ((FfXlsxKind) cell->kind)
    {
    case FF_XLSX_NUMBER:
      return worksheet_write_number (cell->sheet, cell->row, cell->column, cell->number, cell->format);
    case FF_XLSX_FORMULA_NUMBER:
      return worksheet_write_formula_num (cell->sheet, cell->row, cell->column, formula, cell->format, cell->number);
    case FF_XLSX_FORMULA_TEXT:
      return worksheet_write_formula_str (cell->sheet, cell->row, cell->column, formula, cell->format, text);
    case FF_XLSX_TEXT:
    default:
      if (cell->text_length == 0)
        return worksheet_write_blank (cell->sheet, cell->row, cell->column, cell->format);
      return worksheet_write_string (cell->sheet, cell->row, cell->column, text, cell->format);
    }
}

static void
print_page (FfXlsxPen *pen, const GByteArray *page)
{
  Cell cell;

  for (guint at = 0; at < page->len && pen->code == LXW_NO_ERROR;)
    {
      const char *formula, *text;

      memcpy (&cell, page->data + at, sizeof cell);
      formula = (const char *) page->data + at + sizeof cell;
      text = formula + cell.formula_length;
      pen->code = print_cell (&cell, formula, text);
      at += sizeof cell + cell.formula_length + cell.text_length;
    }
}

static gpointer
run (gpointer data)
{
  FfXlsxPen *pen = data;
  GByteArray *page;

  uselocale (pen->locale);
  /* An empty page is the last one. */
  while ((page = g_async_queue_pop (pen->written))->len > 0)
    {
      print_page (pen, page);
      g_byte_array_set_size (page, 0);
      g_async_queue_push (pen->blank, page);
    }
  g_async_queue_push (pen->blank, page);

  return NULL;
}

static GByteArray *
new_page (void)
{
  return g_byte_array_sized_new (PAGE_BYTES);
}

FfXlsxPen *
ff_xlsx_pen_new (locale_t locale)
{
  FfXlsxPen *pen = g_new0 (FfXlsxPen, 1);

  pen->locale = locale;
  pen->written = g_async_queue_new ();
  pen->blank = g_async_queue_new_full ((GDestroyNotify) g_byte_array_unref);
  for (int i = 1; i < N_PAGES; i++)
    g_async_queue_push (pen->blank, new_page ());
  pen->page = new_page ();
  pen->thread = g_thread_new ("xlsx", run, pen);

  return pen;
}

static void
turn_page (FfXlsxPen *pen)
{
  g_async_queue_push (pen->written, pen->page);
  pen->page = g_async_queue_pop (pen->blank);
}

lxw_error
ff_xlsx_pen_settle (FfXlsxPen *pen)
{
  GByteArray *pages[N_PAGES - 1];

  if (pen->page->len > 0)
    turn_page (pen);
  /* Once every other page has come back there is none left to print. */
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    pages[i] = g_async_queue_pop (pen->blank);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_async_queue_push (pen->blank, pages[i]);

  return pen->code;
}

void
ff_xlsx_pen_free (FfXlsxPen *pen)
{
  ff_xlsx_pen_settle (pen);
  g_async_queue_push (pen->written, pen->page);
  g_thread_join (pen->thread);
  g_async_queue_unref (pen->written);
  g_async_queue_unref (pen->blank);
  g_free (pen);
}

static void
append_text (GByteArray *page, const char *text, guint32 length)
{
  if (length > 0)
    g_byte_array_append (page, (const guint8 *) text, length);
}

void
ff_xlsx_pen_write (FfXlsxPen *pen, lxw_worksheet *sheet, FfXlsxKind kind, guint row, guint column, const char *formula, const char *text,
                   double number, lxw_format *format)
{
  Cell cell = { sheet, format, number, row, column, kind, 0, 0 };

  cell.formula_length = formula != NULL ? strlen (formula) + 1 : 0;
  cell.text_length = text != NULL ? strlen (text) + 1 : 0;
  g_byte_array_append (pen->page, (const guint8 *) &cell, sizeof cell);
  append_text (pen->page, formula, cell.formula_length);
  append_text (pen->page, text, cell.text_length);
  if (pen->page->len >= PAGE_BYTES)
    turn_page (pen);
}
