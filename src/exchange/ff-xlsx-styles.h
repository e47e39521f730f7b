/* What a workbook's number formats mean for a reader: which numbers are dates, and how a number looks to the person who typed it. */
#pragma once

#include "ff-sheet.h"
#include "ff-xlsx-package.h"

G_BEGIN_DECLS

typedef enum
{
  FF_FORMAT_GENERAL,
  FF_FORMAT_DATE,
  FF_FORMAT_PERCENT,
  FF_FORMAT_ZEROS, /* "00000": padded by zeros */
} FfFormatKind;

typedef struct
{
  FfFormatKind kind;
  guint zeros;
} FfNumberFormat;

/* From a format's number and its code (NULL for the built-in ones). */
FfNumberFormat ff_number_format_classify (guint id, const char *code);

/* FfNumberFormat by the index that cells name; NULL on error. */
GArray *ff_xlsx_styles_read (FfXlsxPackage *package, const char *part, GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The text of a numeric cell. @raw is what the file says, @text is emptied first; FALSE if it is no number. */
gboolean ff_number_format_print (const FfNumberFormat *format, gboolean from_1904, const char *raw, GString *text, FfCellKind *kind,
                                 FfCellFlags *flags);

G_END_DECLS
