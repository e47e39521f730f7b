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

/* What a cell was meant to hold, in little room: the digest of its text, of its formula and value. */
typedef struct
{
  guint32 row;
  guint16 column;
  guint16 kind; /* FfXlsxKind */
  guint64 digest;
  double number;
} FfXlsxRecord;

/* Against accidents, not against forgers. Begin with FF_XLSX_DIGEST; a text is digested in one piece. */
#define FF_XLSX_DIGEST G_GUINT64_CONSTANT (0xcbf29ce484222325)
guint64 ff_xlsx_digest (guint64 digest, const char *text, gsize length);

/* @sheets: GArray of FfXlsxRecord for sheet1.xml, sheet2.xml …, row by row. Each part of the file is inflated to its end. FF_ERROR_FAILED
   names the sheet and cell that differ. */
gboolean ff_xlsx_verify (const char *path, GPtrArray *sheets, GCancellable *cancellable, GError **error);

G_END_DECLS
