/* Hands cells to libxlsxwriter on a thread of its own, in the order in which they come, so that making formulas and printing them go on side by
   side. Private to the guard. */
#pragma once

#include <glib.h>
#include <locale.h>
#include <xlsxwriter.h>

#include "ff-xlsx-verify.h"

G_BEGIN_DECLS

typedef struct _FfXlsxPen FfXlsxPen;

/* @locale is that of the thread. */
FfXlsxPen *ff_xlsx_pen_new (locale_t locale) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for the thread to end. */
void ff_xlsx_pen_free (FfXlsxPen *pen);

/* @formula and @text are copied; NULL where the kind has none. A text that is NULL is an empty cell with its format. */
void ff_xlsx_pen_write (FfXlsxPen *pen, lxw_worksheet *sheet, FfXlsxKind kind, guint row, guint column, const char *formula,
                        const char *text, double number, lxw_format *format);
/* Waits until everything is written, after which the caller may use the library itself until the next cell. The first error of the
   library, LXW_NO_ERROR if there is none. */
lxw_error ff_xlsx_pen_settle (FfXlsxPen *pen);

G_END_DECLS
