#include "config.h"

#include "ff-import-rows.h"

#include "ff-import-kind.h"
#include "ff-number.h"

struct _FfImportRowItem
{
  GObject parent_instance;

  guint index;
};

G_DEFINE_FINAL_TYPE (FfImportRowItem, ff_import_row_item, G_TYPE_OBJECT)

static void
ff_import_row_item_class_init (FfImportRowItemClass *klass)
{
}

static void
ff_import_row_item_init (FfImportRowItem *self)
{
}

guint
ff_import_row_item_get_index (FfImportRowItem *self)
{
  g_return_val_if_fail (FF_IS_IMPORT_ROW_ITEM (self), 0);

  return self->index;
}

static gboolean
is_wanted (const FfImportResult *result, guint row, FfImportShow show)
{
  FfRowVerdict verdict = result != NULL ? result->verdicts[row] : FF_ROW_SAME;

  switch (show)
    {
    case FF_IMPORT_SHOW_NEW:
      return verdict == FF_ROW_NEW;
    case FF_IMPORT_SHOW_CHANGED:
      return verdict == FF_ROW_CHANGED;
    case FF_IMPORT_SHOW_REJECTED:
      return verdict == FF_ROW_REJECTED;
    case FF_IMPORT_SHOW_ALL:
    default:
      return verdict != FF_ROW_PASSED_OVER;
    }
}

GListModel *
ff_import_rows_list (const FfImport *import, const FfImportResult *result, FfImportShow show)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *store = g_list_store_new (FF_TYPE_IMPORT_ROW_ITEM);
  int heading;

  g_return_val_if_fail (import != NULL, G_LIST_MODEL (store));

  heading = ff_import_get_heading (import);
  for (guint i = (guint) (heading + 1); i < ff_import_get_sheet (import)->rows->len; i++)
    {
      FfImportRowItem *item;

      if (!is_wanted (result, i, show))
        continue;
      item = g_object_new (FF_TYPE_IMPORT_ROW_ITEM, NULL);
      item->index = i;
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  return G_LIST_MODEL (store);
}

/* Both arrays stand in order of rows. */
static guint
lower_bound (GPtrArray *array, guint row)
{
  guint low = 0, high = array->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      /* Rejects and changes both begin with their row. */
      const guint *row_of = g_ptr_array_index (array, middle);

      if (*row_of < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (FfImportChange, row) == 0 && G_STRUCT_OFFSET (FfImportReject, row) == 0);

const FfImportChange *
ff_import_rows_find_change (const FfImportResult *result, guint row, guint column)
{
  if (result == NULL)
    return NULL;
  for (guint i = lower_bound (result->changes, row); i < result->changes->len; i++)
    {
      const FfImportChange *change = g_ptr_array_index (result->changes, i);

      if (change->row != row)
        break;
      if (change->column == column)
        return change;
    }
  return NULL;
}

const FfImportReject *
ff_import_rows_find_reject (const FfImportResult *result, guint row)
{
  guint at;
  const FfImportReject *reject;

  if (result == NULL)
    return NULL;
  at = lower_bound (result->rejects, row);
  reject = at < result->rejects->len ? g_ptr_array_index (result->rejects, at) : NULL;
  return reject != NULL && reject->row == row ? reject : NULL;
}

static guint
count_keys (const FfImportKind *kind)
{
  guint keys = 0;

  for (guint i = 0; ff_import_kind_get_field (kind, i) != NULL; i++)
    keys += ff_import_kind_field_is_key (kind, i);
  return keys;
}

/* A column of marks in wide form: its heading is nobody's field, and below it stands a number. */
static gboolean
looks_like_marks (const FfSheet *sheet, int heading, guint column)
{
  const char *title = ff_sheet_peek (sheet, (guint) heading, column);
  const char *first = (guint) heading + 1 < sheet->rows->len ? ff_sheet_peek (sheet, (guint) heading + 1, column) : "";
  gint64 mark;

  return *title != '\0' && !ff_import_is_survey_column (title) && ff_hundredths_parse (first, &mark);
}

/* How many columns of the sheet a kind knows what to do with. */
static guint
count_columns (const FfImportKind *kind, const FfSheet *sheet, int heading)
{
  g_autofree int *fields = g_new (int, sheet->n_columns + 1);
  guint n = 0;

  ff_import_match_columns (kind, sheet, heading, fields);
  for (guint i = 0; i < sheet->n_columns; i++)
    n += fields[i] >= 0 || (kind->arrange != NULL && looks_like_marks (sheet, heading, i));
  return n;
}

const FfImportKind *
ff_import_rows_guess_kind (const FfSheet *sheet)
{
  const FfImportKind *best = NULL;
  const FfImportKind *kind;
  guint best_keys = 0, best_columns = 0;

  g_return_val_if_fail (sheet != NULL, NULL);

  for (guint i = 0; (kind = ff_import_kind_get (i)) != NULL; i++)
    {
      int heading = ff_import_find_heading (kind, sheet, NULL);
      guint keys = count_keys (kind);
      guint columns = heading >= 0 ? count_columns (kind, sheet, heading) : 0;

      if (heading < 0 || (best != NULL && (keys < best_keys || (keys == best_keys && columns <= best_columns))))
        continue;
      best = kind;
      best_keys = keys;
      best_columns = columns;
    }
  return best;
}
