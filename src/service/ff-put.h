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
   the caller adds the place. An error that belongs to one member carries its name as ff_put_error_field (). */
const char *ff_put_error_field (const GError *error);
void ff_put_set_error (GError **error, FfError code, const char *field, const char *format, ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
