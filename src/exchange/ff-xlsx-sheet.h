/* The cells of one worksheet. */
#pragma once

#include "ff-sheet.h"
#include "ff-xlsx-package.h"

G_BEGIN_DECLS

/* @strings: guint32 offsets into the sheet's text; @formats: FfNumberFormat, may be NULL. Finishes the sheet. */
gboolean ff_xlsx_sheet_read (FfXlsxPackage *package, const char *part, FfSheet *sheet, GArray *strings, GArray *formats,
                             gboolean from_1904, GCancellable *cancellable, GError **error);

/* Takes the _x000D_ escapes out of a text. */
void ff_xlsx_unescape (GString *text);

G_END_DECLS
