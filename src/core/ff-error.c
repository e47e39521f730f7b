#include "ff-error.h"

typedef struct
{
  const char *field; /* interned */
} FfErrorPrivate;

static void
ff_error_private_init (FfErrorPrivate *private)
{
  private->field = NULL;
}

static void
ff_error_private_copy (const FfErrorPrivate *source, FfErrorPrivate *copy)
{
  copy->field = source->field;
}

static void
ff_error_private_clear (FfErrorPrivate *private)
{
  private->field = NULL;
}

G_DEFINE_EXTENDED_ERROR (FfError, ff_error)

const char *
ff_error_get_field (const GError *error)
{
  return error && error->domain == FF_ERROR ? ff_error_get_private (error)->field : NULL;
}

void
ff_error_set_field (GError *error, const char *field)
{
  g_return_if_fail (error && error->domain == FF_ERROR);

  ff_error_get_private (error)->field = g_intern_string (field);
}
