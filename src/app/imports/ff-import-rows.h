/* The rows of an import as a list: each row knows its place in the sheet; which ones are listed depends on their verdict. */
#pragma once

#include "ff-import.h"

G_BEGIN_DECLS

#define FF_TYPE_IMPORT_ROW_ITEM (ff_import_row_item_get_type ())
G_DECLARE_FINAL_TYPE (FfImportRowItem, ff_import_row_item, FF, IMPORT_ROW_ITEM, GObject)

guint ff_import_row_item_get_index (FfImportRowItem *self);

/* What a person wants to see. */
typedef enum
{
  FF_IMPORT_SHOW_ALL,
  FF_IMPORT_SHOW_NEW,
  FF_IMPORT_SHOW_CHANGED,
  FF_IMPORT_SHOW_REJECTED,
} FfImportShow;

/* The rows behind the heading; those passed over are left out once @result is known (NULL: not yet). */
GListModel *ff_import_rows_list (const FfImport *import, const FfImportResult *result, FfImportShow show) G_GNUC_WARN_UNUSED_RESULT;

/* What changes in a cell, NULL if nothing does. */
const FfImportChange *ff_import_rows_find_change (const FfImportResult *result, guint row, guint column);
/* The first thing that is wrong with a row, NULL if nothing is. */
const FfImportReject *ff_import_rows_find_reject (const FfImportResult *result, guint row);

/* The kind whose key columns the file's heading holds; of several the one that asks for most of them, then the one that knows most of
   the file's columns. NULL if none fits. */
const FfImportKind *ff_import_rows_guess_kind (const FfSheet *sheet);

G_END_DECLS
