/* Comma separated values as RFC 4180 and half the world write them. */
#pragma once

#include "ff-sheet.h"

G_BEGIN_DECLS

/* Takes comma, semicolon or tab, a "sep=" line, any line ends, quoted line breaks, rows of unequal length; refuses NUL bytes and a
   quotation mark that is never closed. The leading ' that guards = + - @ in our own files is taken off, and so is ="…".
   @data is the whole file. */
FfSheet *ff_csv_read (const char *path, const guint8 *data, gsize length, const FfSheetOptions *options,
                      GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
