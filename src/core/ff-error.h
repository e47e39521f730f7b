/* The program's own error domain. Every message is one translated sentence that says what is wrong and what to do. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_ERROR_FAILED,    /* something that nobody planned for */
  FF_ERROR_INVALID,   /* a value or a rule refuses it */
  FF_ERROR_NOT_FOUND, /* it names something that does not exist */
  FF_ERROR_EXISTS,    /* a unique key is taken */
  FF_ERROR_CONFLICT,  /* somebody changed it meanwhile */
  FF_ERROR_SETTLED,   /* the results of the class are settled: they are reopened first */
  FF_ERROR_BUSY,      /* another process writes this database; the message names it */
  FF_ERROR_READ_ONLY, /* the file or folder cannot be written */
  FF_ERROR_FULL,      /* the disk is full or fails */
  FF_ERROR_FOREIGN,   /* not a Fourfold database */
  FF_ERROR_NEWER,     /* made by a newer Fourfold */
  FF_ERROR_DAMAGED,   /* the database is damaged */
  FF_ERROR_CANCELLED,
} FfError;

#define FF_ERROR (ff_error_quark ())
GQuark ff_error_quark (void);

/* The name of the member that the error is about, "layer"; NULL when it is about no single one, or of another domain. */
const char *ff_error_get_field (const GError *error);
/* @error is of FF_ERROR. The name is interned. */
void ff_error_set_field (GError *error, const char *field);

G_END_DECLS
