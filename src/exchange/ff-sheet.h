/* A sheet as a file holds it, whatever the file is: rows of cells with their text, in memory and read only. */
#pragma once

#include <gio/gio.h>

#include "ff-encoding.h"
#include "ff-error.h"

G_BEGIN_DECLS

/* What a file may hold at most; more is refused while it is read. */
#define FF_SHEET_MAX_ROWS 200000
#define FF_SHEET_MAX_COLUMNS 200
#define FF_SHEET_MAX_CELLS 20000000
/* Characters of one cell; longer ones are kept and flagged. */
#define FF_SHEET_MAX_CELL_LENGTH 32767

typedef enum
{
  FF_CELL_TEXT,
  FF_CELL_NUMBER, /* an integer without decimals, else the shortest text that reads back as the same number */
  FF_CELL_DATE,   /* "YYYY-MM-DD", "YYYY-MM-DD HH:MM", "HH:MM", with seconds if there are any */
  FF_CELL_ERROR,  /* "#N/A" and the like; empty text: a formula that was never calculated */
} FfCellKind;

typedef enum
{
  FF_CELL_PLAIN = 0,
  FF_CELL_LOST_DIGITS = 1 << 0, /* a number of more than 15 digits: the spreadsheet no longer knows the rest */
  FF_CELL_TOO_LONG = 1 << 1,
  FF_CELL_DAMAGED = 1 << 2, /* bytes that are no characters in the file's encoding */
  FF_CELL_REPEATED = 1 << 3, /* the value of a merged cell, beyond its first */
} FfCellFlags;

typedef struct
{
  guint32 text; /* offset into the sheet's text */
  guint16 column; /* from 0 */
  guint8 kind;  /* FfCellKind */
  guint8 flags; /* FfCellFlags */
} FfCell;

typedef struct
{
  guint record;     /* of the file, from 1: what people call the row number */
  guint n_cells;
  gsize first_cell;
} FfSheetRow;

typedef struct
{
  char *path;
  char *name;        /* of the worksheet; NULL for CSV */
  GPtrArray *names;  /* of all worksheets, in their order; NULL for CSV */
  FfEncoding encoding; /* FF_ENCODING_AUTO for a workbook */
  gboolean encoding_detected;
  char delimiter;    /* 0 for a workbook */
  GArray *rows;      /* FfSheetRow; rows without any text are left out */
  GArray *cells;     /* FfCell; empty ones are left out, each row's in order of columns */
  GString *text;     /* the cells' texts, each ended by NUL */
  guint n_columns;
} FfSheet;

typedef struct
{
  const char *sheet;   /* of a workbook; NULL: its first visible one */
  FfEncoding encoding; /* of a CSV file; FF_ENCODING_AUTO: detected */
  char delimiter;      /* of a CSV file; 0: detected */
} FfSheetOptions;

/* Reads a CSV file or a workbook, told apart by what it holds, not by its name. @options may be NULL. FF_ERROR_INVALID with a
   sentence that names the file and what to do; FF_ERROR_NOT_FOUND, FF_ERROR_CANCELLED. */
FfSheet *ff_sheet_read (const char *path, const FfSheetOptions *options, GCancellable *cancellable,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_sheet_free (FfSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSheet, ff_sheet_free)

static inline const FfSheetRow *
ff_sheet_get_row (const FfSheet *sheet, guint index)
{
  return &g_array_index (sheet->rows, FfSheetRow, index);
}

static inline const FfCell *
ff_sheet_get_cells (const FfSheet *sheet, const FfSheetRow *row)
{
  return &g_array_index (sheet->cells, FfCell, row->first_cell);
}

static inline const char *
ff_sheet_get_text (const FfSheet *sheet, const FfCell *cell)
{
  return sheet->text->str + cell->text;
}

/* The text at a place, "" if there is none. */
const char *ff_sheet_peek (const FfSheet *sheet, guint row, guint column);

/* For the readers ---------------------------------------------------------------------------------------------- */

FfSheet *ff_sheet_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* Rows may come in any order, cells too; a row that gets no cell leaves no trace. */
void ff_sheet_begin_row (FfSheet *sheet, guint record);
/* Keeps a text once for many cells. @length in bytes, -1: until NUL. */
guint32 ff_sheet_add_text (FfSheet *sheet, const char *text, gssize length);
/* FALSE beyond the limits, with a sentence. */
gboolean ff_sheet_add_cell (FfSheet *sheet, guint column, FfCellKind kind, FfCellFlags flags, guint32 text, GError **error);
gboolean ff_sheet_end_row (FfSheet *sheet, GError **error);
/* Puts rows and cells in order. */
void ff_sheet_finish (FfSheet *sheet);

G_END_DECLS
