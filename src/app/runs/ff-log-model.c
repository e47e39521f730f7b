#include "config.h"

#include "ff-log-model.h"

#include <glib/gi18n-lib.h>

#include "ff-commitments.h"
#include "ff-format.h"
#include "ff-number.h"

#define HIGHEST_CASES 9999

enum
{
  COLUMN_NUMBER,
  COLUMN_TRAINEE,
  COLUMN_TITLE,
  COLUMN_FIRST_DAY,
  COLUMN_DAYS,
  COLUMN_CASES = COLUMN_DAYS + FF_LOG_DAYS,
  COLUMN_REACHED,
};

struct _FfLogModel
{
  FfClassModel parent_instance;
};

static void ff_log_model_grid_init (FfGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfLogModel, ff_log_model, FF_TYPE_CLASS_MODEL,
                               G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, ff_log_model_grid_init))

int
ff_log_model_get_day (FfLogModel *self, int column)
{
  g_return_val_if_fail (FF_IS_LOG_MODEL (self), -1);

  return column >= COLUMN_DAYS && column < COLUMN_CASES ? column - COLUMN_DAYS : -1;
}

static const FfCommitment *
get_log (FfGridModel *model, int row)
{
  const FfClassTrainee *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (model), row);

  return trainee != NULL ? trainee->log : NULL;
}

/* Columns and entries ------------------------------------------------------------------------------------------------ */

/* The columns are always the same. */
static void
describe (FfClassModel *model, GString *text)
{
}

static FfGridColumn *
add_column (FfClassModel *model, const char *title, const char *subtitle, int width, float xalign)
{
  return ff_class_model_add_column (model, ff_grid_column_new (title, subtitle, width, xalign));
}

static void
build_columns (FfClassModel *model)
{
  FfGridColumn *column;

  add_column (model, C_("column", "#"), NULL, 34, 0)->frozen = TRUE;
  column = add_column (model, C_("column", "Trainee"), NULL, 118, 0);
  column->frozen = TRUE;
  column->sample = g_strdup (ff_class_model_get_longest_name (model));
  column = add_column (model, C_("column", "Seven-day plan"), NULL, 150, 0);
  column->frozen = TRUE;
  column->strong = TRUE;
  column = add_column (model, C_("column", "First day"), NULL, 84, 0.5f);
  column->strong = TRUE;
  for (int day = 0; day < FF_LOG_DAYS; day++)
    {
      g_autofree char *title = g_strdup_printf ("%d", day + 1);

      column = add_column (model, title, NULL, 48, 0.5f);
      column->strong = day + 1 == FF_LOG_DAYS;
    }
  add_column (model, C_("column", "Cases"), NULL, 60, 0.5f);
  column = add_column (model, C_("column", "Days reached"), NULL, 132, 0);
  column->expand = TRUE;
}

static FfCommitment *
find_log (FfClassModel *model, gint64 id)
{
  const GPtrArray *commitments = ff_class_model_get_figures (model)->commitments;

  for (guint i = 0; i < commitments->len; i++)
    if (((FfCommitment *) g_ptr_array_index (commitments, i))->id == id)
      return g_ptr_array_index (commitments, i);
  return NULL;
}

static void
lay_over (FfClassModel *model, gconstpointer data)
{
  const FfLogEntry *entry = data;
  FfCommitment *log = find_log (model, entry->commitment_id);

  if (log == NULL)
    return;
  if (entry->day < 0)
    log->starts_on = entry->starts_on;
  else
    log->cases[entry->day] = entry->cases;
}

/* A dot for each day that reached its number, and a ring for each that did not or has none yet. */
static char *
draw_dots (const FfCommitment *log)
{
  GString *dots = g_string_new (NULL);

  for (int day = 0; day < FF_LOG_DAYS; day++)
    g_string_append (dots, log->cases[day] != FF_LOG_NONE && log->cases[day] >= ff_commitment_target (log) ? "●" : "○");
  return g_string_free (dots, FALSE);
}

/* Cells ----------------------------------------------------------------------------------------------------------------- */

static void
show_day (const FfCommitment *log, int day, FfDay today, FfGridCell *cell)
{
  int cases = log->cases[day];
  g_autofree char *date = log->starts_on != FF_NO_DAY ? ff_format_day_short (log->starts_on + day) : NULL;
  gboolean over = log->starts_on != FF_NO_DAY && log->starts_on + day < today;

  cell->tooltip = g_steal_pointer (&date);
  if (cases == FF_LOG_NONE)
    {
      cell->text = g_strdup ("–");
      cell->style = FF_GRID_STYLE_UNRECORDED;
      cell->spoken = g_strdup (over ? _("Nothing logged, and the day is over.") : _("Nothing logged yet."));
      return;
    }
  cell->text = g_strdup_printf ("%d", cases);
  cell->style = cases >= ff_commitment_target (log) ? FF_GRID_STYLE_PRESENT : FF_GRID_STYLE_LATE;
  /* Translators: cases of a day, and how many were meant */
  cell->spoken = g_strdup_printf (_("%d of %d cases"), cases, ff_commitment_target (log));
}

static void
show_log (const FfCommitment *log, int column, FfDay today, FfGridCell *cell)
{
  FfLogSum sum = ff_log_sum (log->cases, FF_LOG_DAYS, ff_commitment_target (log));

  if (column == COLUMN_TITLE)
    {
      cell->text = g_strdup (log->title);
      cell->tooltip = g_strdup_printf (ngettext ("%s, %d case a day", "%s, %d cases a day", ff_commitment_target (log)), log->title,
                                       ff_commitment_target (log));
      cell->style = FF_GRID_STYLE_DIM;
    }
  else if (column == COLUMN_FIRST_DAY)
    {
      cell->text = log->starts_on != FF_NO_DAY ? ff_format_day_brief (log->starts_on) : g_strdup ("–");
      cell->style = log->starts_on != FF_NO_DAY ? FF_GRID_STYLE_NONE : FF_GRID_STYLE_UNRECORDED;
    }
  else if (column == COLUMN_CASES)
    {
      cell->text = sum.logged > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, sum.cases) : g_strdup ("–");
    }
  else if (column == COLUMN_REACHED)
    {
      cell->text = g_strdup_printf ("%d/%d", sum.reached, FF_LOG_DAYS);
      cell->lead = draw_dots (log);
      cell->lead_kind = FF_GRID_LEAD_DOTS;
      cell->spoken = g_strdup_printf (ngettext ("%d of 7 days reached", "%d of 7 days reached", sum.reached), sum.reached);
    }
  else
    {
      show_day (log, column - COLUMN_DAYS, today, cell);
    }
}

static void
get_cell (FfGridModel *model, int row, int column, FfGridCell *cell)
{
  const FfClassTrainee *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (model), row);

  if (column == COLUMN_NUMBER)
    {
      cell->text = g_strdup_printf ("%d", ff_class_model_get_number (FF_CLASS_MODEL (model), row));
      cell->style = FF_GRID_STYLE_DIM;
    }
  else if (column == COLUMN_TRAINEE)
    {
      cell->text = g_strdup (trainee->name);
      cell->tooltip = g_strdup (trainee->employee_no);
    }
  else if (trainee->log != NULL)
    {
      show_log (trainee->log, column, ff_time_day (ff_class_model_get_figures (FF_CLASS_MODEL (model))->now), cell);
    }
  else
    {
      cell->text = g_strdup (column == COLUMN_TITLE ? _("no plan") : "·");
      cell->style = FF_GRID_STYLE_NOT_PLANNED;
      cell->spoken = g_strdup (_("This trainee has no seven-day plan."));
    }
}

/* Typing ----------------------------------------------------------------------------------------------------------------- */

static gboolean
is_editable (FfGridModel *model, int row, int column)
{
  return row >= 0 && column >= COLUMN_FIRST_DAY && column < COLUMN_CASES && get_log (model, row) != NULL
         && ff_class_model_is_writable (FF_CLASS_MODEL (model));
}

static char *
get_edit_text (FfGridModel *model, int row, int column)
{
  const FfCommitment *log = get_log (model, row);
  int day = ff_log_model_get_day (FF_LOG_MODEL (model), column);
  g_auto (FfGridCell) cell = { NULL };

  if (log != NULL && column == COLUMN_FIRST_DAY)
    return log->starts_on != FF_NO_DAY ? ff_day_format (log->starts_on) : g_strdup ("");
  if (log != NULL && day >= 0)
    return log->cases[day] != FF_LOG_NONE ? g_strdup_printf ("%d", log->cases[day]) : g_strdup ("");
  ff_grid_model_get_cell (model, row, column, &cell);
  return cell.text != NULL ? g_steal_pointer (&cell.text) : g_strdup ("");
}

/* A whole number; "" is none. */
static gboolean
parse_cases (const char *text, int *cases)
{
  gint64 value;

  *cases = FF_LOG_NONE;
  if (*text == '\0')
    return TRUE;
  if (!ff_hundredths_parse (text, &value) || value < 0 || value % 100 != 0 || value > HIGHEST_CASES * 100)
    return FALSE;
  *cases = (int) (value / 100);
  return TRUE;
}

static char *
validate (FfGridModel *model, int row, int column, const char *text)
{
  const FfCommitment *log = get_log (model, row);
  FfDay day;
  int cases;

  if (column == COLUMN_FIRST_DAY)
    {
      if (*text == '\0' && ff_log_sum (log->cases, FF_LOG_DAYS, 1).logged > 0)
        return g_strdup (_("Days of this plan are logged already: it needs its first day."));
      return *text == '\0' || ff_day_parse (text, &day) ? NULL
                                                         : g_strdup_printf (_("“%s” is not a date; write it like 2026-03-14."), text);
    }
  if (log->starts_on == FF_NO_DAY)
    return g_strdup (_("Enter the first day of the plan first."));
  return parse_cases (text, &cases) ? NULL : g_strdup_printf (_("“%s” is not a number of cases."), text);
}

static char *
label_one (const FfClassTrainee *trainee, const FfLogEntry *entry)
{
  if (entry->day < 0)
    return g_strdup_printf (_("Set the first day of the plan of %s"), trainee->name);
  return g_strdup_printf (_("Log day %d of %s"), entry->day + 1, trainee->name);
}

static void
apply (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits)
{
  FfClassModel *self = FF_CLASS_MODEL (model);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (FfLogEntry));
  g_autofree char *label = NULL, *said = NULL;

  for (gsize i = 0; i < n_edits; i++)
    {
      FfLogEntry entry = {
        .commitment_id = get_log (model, edits[i].row)->id,
        .day = ff_log_model_get_day (FF_LOG_MODEL (model), edits[i].column),
        .cases = FF_LOG_NONE,
        .starts_on = FF_NO_DAY,
      };

      if (entry.day >= 0 ? parse_cases (edits[i].text, &entry.cases) : *edits[i].text == '\0' || ff_day_parse (edits[i].text, &entry.starts_on))
        g_array_append_val (entries, entry);
    }
  if (entries->len == 0)
    return;
  if (entries->len == 1)
    label = label_one (ff_class_model_get_trainee (self, edits[0].row), &g_array_index (entries, FfLogEntry, 0));
  else
    {
      label = g_strdup_printf (ngettext ("Log %u day", "Log %u days", entries->len), entries->len);
      said = g_strdup_printf (ngettext ("%u day logged", "%u days logged", entries->len), entries->len);
    }
  ff_class_model_enter (self, label, entries, said);
}

static void
ff_log_model_grid_init (FfGridModelInterface *iface)
{
  iface->get_cell = get_cell;
  iface->is_editable = is_editable;
  iface->get_edit_text = get_edit_text;
  iface->validate = validate;
  iface->apply = apply;
}

static void
ff_log_model_class_init (FfLogModelClass *klass)
{
  FfClassModelClass *model_class = FF_CLASS_MODEL_CLASS (klass);

  model_class->describe = describe;
  model_class->build_columns = build_columns;
  model_class->lay_over = lay_over;
}

static void
ff_log_model_init (FfLogModel *self)
{
}

FfLogModel *
ff_log_model_new (void)
{
  return g_object_new (FF_TYPE_LOG_MODEL, NULL);
}
