/* What the import and its runs share. */
#pragma once

#include "ff-import-kind.h"

G_BEGIN_DECLS

struct _FfImport
{
  const FfImportKind *kind;
  FfSheet *sheet;
  int heading;
  int *fields;         /* by column */
  GHashTable *values;  /* mended cells: row·MAX_COLUMNS + column → text */
  GHashTable *skipped; /* rows */
  GHashTable *targets; /* column → what somebody chose that it is */
  GHashTable *defaults; /* name of a field → text */
};

/* The mended text of a cell; NULL: it counts for what the file says. */
const char *ff_import_find_mended (const FfImport *import, guint row, guint column);

G_END_DECLS
