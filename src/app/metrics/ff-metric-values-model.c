#include "config.h"

#include "ff-metric-values-model.h"

#include <glib/gi18n-lib.h>

#include "ff-decimal.h"
#include "ff-format.h"
#include "ff-metric-words.h"
#include "ff-number.h"

/* As many as are pasted of a year, a value a week. */
#define BLANK_ROWS 60
#define HIGHEST_SIZE 1000000000

enum
{
  COLUMN_DAY,
  COLUMN_VALUE,
  COLUMN_COMPARISON,
  COLUMN_SIZE,
  COLUMN_CAUSE,
  N_COLUMNS,
};

/* Texts as they are stored, "" for nothing. */
typedef struct
{
  FfDay day;     /* FF_NO_DAY: not typed yet */
  FfDay stored;  /* FF_NO_DAY: a row that waits */
  gboolean sent; /* on its way to the writer */
  char *texts[N_COLUMNS]; /* of the day: not used */
} Row;

struct _FfMetricValuesModel
{
  GObject parent_instance;

  GPtrArray *columns; /* FfGridColumn */
  GPtrArray *rows;    /* Row: stored ones by day, then those that wait and blank ones */
  char *unit;
  gboolean proportion;
  gboolean writable;
};

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void grid_model_init (FfGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfMetricValuesModel, ff_metric_values_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, grid_model_init))

/* Rows -------------------------------------------------------------------------------------------------------------- */

static Row *
row_new (FfDay day)
{
  Row *row = g_new0 (Row, 1);

  row->day = row->stored = day;
  for (int column = 0; column < N_COLUMNS; column++)
    row->texts[column] = g_strdup ("");
  return row;
}

static void
row_free (gpointer data)
{
  Row *row = data;

  for (int column = 0; column < N_COLUMNS; column++)
    g_free (row->texts[column]);
  g_free (row);
}

static Row *
row_at (FfMetricValuesModel *self, int row)
{
  return g_ptr_array_index (self->rows, (guint) row);
}

static void
set_text (Row *row, int column, const char *text)
{
  g_free (row->texts[column]);
  row->texts[column] = g_strdup (text != NULL ? text : "");
}

static gboolean
is_blank (const Row *row)
{
  for (int column = COLUMN_VALUE; column < N_COLUMNS; column++)
    if (*row->texts[column] != '\0')
      return FALSE;
  return row->day == FF_NO_DAY;
}

static gboolean
has_value (const Row *row)
{
  return *row->texts[COLUMN_VALUE] != '\0' || *row->texts[COLUMN_COMPARISON] != '\0';
}

/* Entries of one day are neighbours. */
static void
add_entry (GPtrArray *rows, const FfMetricEntry *entry)
{
  Row *last = rows->len > 0 ? g_ptr_array_index (rows, rows->len - 1) : NULL;
  Row *row = last != NULL && last->day == entry->day ? last : row_new (entry->day);
  g_autofree char *size = entry->size > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, entry->size) : NULL;

  if (row != last)
    g_ptr_array_add (rows, row);
  if (entry->comparison)
    {
      set_text (row, COLUMN_COMPARISON, entry->value);
      return;
    }
  set_text (row, COLUMN_VALUE, entry->value);
  set_text (row, COLUMN_SIZE, size);
  set_text (row, COLUMN_CAUSE, entry->cause);
}

void
ff_metric_values_model_set (FfMetricValuesModel *self, const FfMetric *metric, GPtrArray *entries, gboolean writable)
{
  g_autoptr (GPtrArray) former = NULL;

  g_return_if_fail (FF_IS_METRIC_VALUES_MODEL (self));
  g_return_if_fail (metric != NULL && entries != NULL);

  former = g_steal_pointer (&self->rows);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  g_free (self->unit);
  self->unit = g_strdup (metric->unit);
  self->proportion = g_str_equal (metric->chart, "proportion");
  self->writable = writable;
  for (guint i = 0; i < entries->len; i++)
    add_entry (self->rows, g_ptr_array_index (entries, i));
  for (guint i = 0; i < former->len;)
    {
      Row *row = g_ptr_array_index (former, i);

      if (row->stored == FF_NO_DAY && !row->sent && !is_blank (row))
        g_ptr_array_add (self->rows, g_ptr_array_steal_index (former, i));
      else
        i++;
    }
  for (int i = 0; writable && i < BLANK_ROWS; i++)
    g_ptr_array_add (self->rows, row_new (FF_NO_DAY));
  ff_grid_model_structure_changed (FF_GRID_MODEL (self));
}

void
ff_metric_values_model_refuse (FfMetricValuesModel *self)
{
  g_return_if_fail (FF_IS_METRIC_VALUES_MODEL (self));

  for (guint i = 0; i < self->rows->len; i++)
    row_at (self, (int) i)->sent = FALSE;
}

int
ff_metric_values_model_find (FfMetricValuesModel *self, FfDay day)
{
  g_return_val_if_fail (FF_IS_METRIC_VALUES_MODEL (self), -1);

  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, (int) i)->day == day)
      return (int) i;
  return -1;
}

guint
ff_metric_values_model_get_n_days (FfMetricValuesModel *self)
{
  guint n = 0;

  g_return_val_if_fail (FF_IS_METRIC_VALUES_MODEL (self), 0);

  while (n < self->rows->len && row_at (self, (int) n)->stored != FF_NO_DAY)
    n++;
  return n;
}

gboolean
ff_metric_values_model_is_waiting (FfMetricValuesModel *self)
{
  g_return_val_if_fail (FF_IS_METRIC_VALUES_MODEL (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, (int) i)->stored == FF_NO_DAY && !row_at (self, (int) i)->sent && !is_blank (row_at (self, (int) i)))
      return TRUE;
  return FALSE;
}

/* Cells ------------------------------------------------------------------------------------------------------------- */

static int
get_n_rows (FfGridModel *model)
{
  return (int) FF_METRIC_VALUES_MODEL (model)->rows->len;
}

static int
get_n_columns (FfGridModel *model)
{
  return N_COLUMNS;
}

static const FfGridColumn *
get_column (FfGridModel *model, int column)
{
  return g_ptr_array_index (FF_METRIC_VALUES_MODEL (model)->columns, (guint) column);
}

static char *
get_row_title (FfGridModel *model, int row)
{
  const Row *at = row_at (FF_METRIC_VALUES_MODEL (model), row);

  return at->day != FF_NO_DAY ? ff_format_day (at->day) : g_strdup (_("New day"));
}

static void
get_cell (FfGridModel *model, int row, int column, FfGridCell *cell)
{
  FfMetricValuesModel *self = FF_METRIC_VALUES_MODEL (model);
  const Row *at = row_at (self, row);
  gboolean waits = at->stored == FF_NO_DAY && !at->sent && !is_blank (at);

  if (column == COLUMN_DAY && at->day != FF_NO_DAY)
    cell->text = ff_day_format (at->day);
  else
    cell->text = g_strdup (column != COLUMN_DAY ? at->texts[column] : "");
  if (column == COLUMN_VALUE || column == COLUMN_COMPARISON)
    cell->spoken = *cell->text != '\0' ? ff_metric_format (cell->text, self->unit) : NULL;
  if (!waits)
    return;
  cell->flags = FF_GRID_ITALIC;
  if (column == COLUMN_DAY && at->day == FF_NO_DAY)
    {
      cell->flags |= FF_GRID_HATCHED;
      cell->tooltip = g_strdup (_("Type the day: without it nothing of this row is kept."));
    }
  if (column == COLUMN_VALUE && !has_value (at))
    {
      cell->flags |= FF_GRID_HATCHED;
      cell->tooltip = g_strdup (_("Type the value: without it nothing of this row is kept."));
    }
}

static gboolean
is_editable (FfGridModel *model, int row, int column)
{
  return row >= 0 && FF_METRIC_VALUES_MODEL (model)->writable;
}

static char *
get_edit_text (FfGridModel *model, int row, int column)
{
  const Row *at = row_at (FF_METRIC_VALUES_MODEL (model), row);

  if (column == COLUMN_DAY)
    return at->day != FF_NO_DAY ? ff_day_format (at->day) : g_strdup ("");
  return g_strdup (at->texts[column]);
}

/* Typing ------------------------------------------------------------------------------------------------------------ */

static char *
validate_day (FfMetricValuesModel *self, const Row *at, const char *text)
{
  FfDay day;
  int other;

  if (*text == '\0')
    return at->stored == FF_NO_DAY ? NULL : g_strdup (_("Clear the values of this day to take it away."));
  if (!ff_day_parse (text, &day))
    return g_strdup_printf (_("“%s” is not a date; write it like 2026-03-14."), text);
  other = ff_metric_values_model_find (self, day);
  if (other >= 0 && row_at (self, other) != at && at->stored != FF_NO_DAY)
    return g_strdup (_("There is a row of that day already: change it there."));
  return NULL;
}

static char *
validate_value (FfMetricValuesModel *self, const char *text)
{
  g_autofree char *value = *text != '\0' ? ff_decimal_parse (text) : NULL;

  if (*text != '\0' && value == NULL)
    return g_strdup_printf (_("“%s” is no number: write it like 34.5, without its unit."), text);
  if (value != NULL && self->proportion && (ff_decimal_to_double (value) < 0 || ff_decimal_to_double (value) > 100))
    return g_strdup (_("This metric is a share: write a percentage from 0 to 100."));
  return NULL;
}

static char *
validate_size (const char *text)
{
  gint64 size;

  if (*text == '\0' || (ff_hundredths_parse (text, &size) && size >= 100 && size % 100 == 0 && size / 100 <= HIGHEST_SIZE))
    return NULL;
  return g_strdup (_("Write how many there were, a whole number from 1 on."));
}

static char *
validate (FfGridModel *model, int row, int column, const char *text)
{
  FfMetricValuesModel *self = FF_METRIC_VALUES_MODEL (model);
  const Row *at = row_at (self, row);

  switch (column)
    {
    case COLUMN_DAY:
      return validate_day (self, at, text);
    case COLUMN_VALUE:
    case COLUMN_COMPARISON:
      return validate_value (self, text);
    case COLUMN_SIZE:
      return validate_size (text);
    default:
      return NULL;
    }
}

static char *
preview_text (FfGridModel *model, int row, int column, const char *text)
{
  FfDay day;
  char *value = NULL;

  if (column == COLUMN_DAY && ff_day_parse (text, &day))
    return ff_day_format (day);
  if (column == COLUMN_VALUE || column == COLUMN_COMPARISON || column == COLUMN_SIZE)
    value = ff_decimal_parse (text);
  return value != NULL ? value : g_strdup (text);
}

static void
row_change_free (gpointer data)
{
  FfMetricRowChange *change = data;

  g_free (change->value);
  g_free (change->comparison);
  g_free (change->size);
  g_free (change->cause);
  g_free (change);
}

/* What is to be written of a row of which the columns in @touched changed; of one that was not stored everything is. */
static FfMetricRowChange *
make_change (const Row *row, guint touched)
{
  FfMetricRowChange *change = g_new0 (FfMetricRowChange, 1);
  gboolean all = row->stored == FF_NO_DAY;
  char **members[N_COLUMNS] = {
    [COLUMN_VALUE] = &change->value,
    [COLUMN_COMPARISON] = &change->comparison,
    [COLUMN_SIZE] = &change->size,
    [COLUMN_CAUSE] = &change->cause,
  };

  change->day = row->day;
  change->former = row->stored;
  for (int column = COLUMN_VALUE; column < N_COLUMNS; column++)
    if (all ? *row->texts[column] != '\0' : (touched & (1u << column)) != 0)
      *members[column] = g_strdup (row->texts[column]);
  return change;
}

static void
take_edit (FfGridModel *model, const FfGridEdit *edit)
{
  Row *row = row_at (FF_METRIC_VALUES_MODEL (model), edit->row);
  g_autofree char *text = preview_text (model, edit->row, edit->column, edit->text);

  if (edit->column != COLUMN_DAY)
    set_text (row, edit->column, text);
  else if (!ff_day_parse (text, &row->day))
    row->day = FF_NO_DAY;
}

static char *
make_label (const GPtrArray *changes)
{
  g_autofree char *day = ff_format_day (((const FfMetricRowChange *) g_ptr_array_index (changes, 0))->day);

  if (changes->len == 1)
    return g_strdup_printf (_("Change the values of %s"), day);
  return g_strdup_printf (ngettext ("Change the values of %u day", "Change the values of %u days", changes->len), changes->len);
}

static void
apply (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits)
{
  FfMetricValuesModel *self = FF_METRIC_VALUES_MODEL (model);
  g_autofree guint *touched = g_new0 (guint, self->rows->len);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (row_change_free);
  g_autofree char *label = NULL;

  for (gsize i = 0; i < n_edits; i++)
    {
      take_edit (model, &edits[i]);
      touched[edits[i].row] |= 1u << edits[i].column;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_at (self, (int) i);

      if (touched[i] == 0 || row->day == FF_NO_DAY || (row->stored == FF_NO_DAY && !has_value (row)))
        continue;
      g_ptr_array_add (changes, make_change (row, touched[i]));
      row->sent = TRUE;
    }
  ff_grid_model_cells_changed (model, 0, (int) self->rows->len);
  if (changes->len == 0)
    return;
  label = make_label (changes);
  g_signal_emit (self, signals[ENTERED], 0, label, changes);
}

/* Writing ----------------------------------------------------------------------------------------------------------- */

/* A cause of a day without a value has nothing to stand on. */
static gboolean
is_about_trained (const FfMetricRowChange *change)
{
  return change->value != NULL || change->size != NULL || change->cause != NULL;
}

gboolean
ff_metric_row_change_write (FfDb *db, gint64 metric_id, const FfMetricRowChange *change, GError **error)
{
  g_autofree char *day = NULL;
  FfMetricValueDraft trained, comparison;

  g_return_val_if_fail (change != NULL && change->day != FF_NO_DAY, FALSE);

  day = ff_day_format (change->day);
  trained = (FfMetricValueDraft) { FALSE, day, change->value, change->size, change->cause };
  comparison = (FfMetricValueDraft) { TRUE, day, change->comparison, NULL, NULL };
  if (change->former != FF_NO_DAY && !ff_metrics_move_day (db, metric_id, change->former, change->day, error))
    return FALSE;
  return (!is_about_trained (change) || ff_metrics_put_value (db, metric_id, &trained, error) != FF_PUT_REFUSED)
         && (change->comparison == NULL || ff_metrics_put_value (db, metric_id, &comparison, error) != FF_PUT_REFUSED);
}

/* The model --------------------------------------------------------------------------------------------------------- */

static void
grid_model_init (FfGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_row_title = get_row_title;
  iface->get_cell = get_cell;
  iface->is_editable = is_editable;
  iface->get_edit_text = get_edit_text;
  iface->validate = validate;
  iface->preview_text = preview_text;
  iface->apply = apply;
}

static void
ff_metric_values_model_finalize (GObject *object)
{
  FfMetricValuesModel *self = FF_METRIC_VALUES_MODEL (object);

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self->unit);
  G_OBJECT_CLASS (ff_metric_values_model_parent_class)->finalize (object);
}

static void
ff_metric_values_model_class_init (FfMetricValuesModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_metric_values_model_finalize;
  signals[ENTERED] = g_signal_new ("entered", FF_TYPE_METRIC_VALUES_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_PTR_ARRAY);
}

static FfGridColumn *
add_column (FfMetricValuesModel *self, const char *title, const char *tooltip, int width, float xalign)
{
  FfGridColumn *column = ff_grid_column_new (title, NULL, width, xalign);

  column->tooltip = g_strdup (tooltip);
  g_ptr_array_add (self->columns, column);
  return column;
}

static void
ff_metric_values_model_init (FfMetricValuesModel *self)
{
  FfGridColumn *column;

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_grid_column_free);
  column = add_column (self, C_("column", "Day"), NULL, 100, 0);
  column->frozen = column->strong = TRUE;
  add_column (self, C_("column", "Value"), NULL, 72, 1);
  add_column (self, C_("column", "Not trained"), _("The same figure of a group that was not trained, for comparison."), 84, 1);
  add_column (self, C_("column", "Share of"), _("Of a share: how many it is a share of, as 120 complaints. Control limits of shares need it."),
              72, 1);
  column = add_column (self, C_("column", "Cause"), _("Why the value is unusual: a holiday, a strike, a new product."), 140, 0);
  column->expand = TRUE;
}

FfMetricValuesModel *
ff_metric_values_model_new (void)
{
  return g_object_new (FF_TYPE_METRIC_VALUES_MODEL, NULL);
}
