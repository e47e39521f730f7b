/* Reads a workbook that was just written and compares each cell with what was meant. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  FF_XLSX_TEXT,
  FF_XLSX_NUMBER,
  FF_XLSX_FORMULA_NUMBER,
  FF_XLSX_FORMULA_TEXT,
} FfXlsxKind;

/* What a cell was meant to hold, in little room. */
typedef struct
{
  guint64 row : 20;
  guint64 column : 14;
  guint64 kind : 2;    /* FfXlsxKind */
  guint64 formula : 28; /* digest of the formula of a number */
  union
  {
    double number;
    guint64 text; /* digest of the formula and the text */
  } value;
} FfXlsxRecord;

/* The cells of a sheet, row by row. */
typedef struct _FfXlsxRecords FfXlsxRecords;

FfXlsxRecords *ff_xlsx_records_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_xlsx_records_free (FfXlsxRecords *records);
/* @formula and @text are NULL where the kind has none. */
void ff_xlsx_records_add (FfXlsxRecords *records, FfXlsxKind kind, guint row, guint column, const char *formula, const char *text,
                          double number);
guint ff_xlsx_records_get_length (const FfXlsxRecords *records);
FfXlsxRecord *ff_xlsx_records_get (const FfXlsxRecords *records, guint index);

/* @sheets: FfXlsxRecords for sheet1.xml, sheet2.xml …, row by row. Each part of the file is inflated to its end. FF_ERROR_FAILED
   names the sheet and cell that differ. */
gboolean ff_xlsx_verify (const char *path, GPtrArray *sheets, GCancellable *cancellable, GError **error);

G_END_DECLS
