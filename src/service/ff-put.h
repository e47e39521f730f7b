/* What happened to a thing that was put: the count after every import, and the reason to be silent when nothing changed. */
#pragma once

#include "ff-batch.h"

G_BEGIN_DECLS

typedef enum
{
  FF_PUT_REFUSED = -1, /* the GError says why; the batch stays as it was before the call */
  FF_PUT_SAME,
  FF_PUT_NEW,
  FF_PUT_CHANGED,
} FfPut;

/* Drafts are what a person typed or a file said. A NULL member leaves what is stored alone, "" clears it. All text is UTF-8;
   the use case folds identifiers, trims, checks and translates keys. The error's message names the value, never the row:
   the caller adds the place. An error that belongs to one member carries its name as ff_put_error_field ().
   Use cases that write stand in a batch that their caller has opened, since its label is the caller's word for the command. */
const char *ff_put_error_field (const GError *error);
void ff_put_set_error (GError **error, FfError code, const char *field, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Text as it is kept: trimmed, NFC, without control characters and the invisible ones that change the direction of writing. */
char *ff_put_clean_line (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same for text of several lines: line breaks and tabs stay. */
char *ff_put_clean_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
