#include "config.h"

#include "ff-attendance-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-attendance-text.h"
#include "ff-format.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_TRAINEE,
  COLUMN_DEPARTMENT,
  N_FROZEN,
};

/* After the sessions. */
enum
{
  SUMMARY_ABSENT,
  SUMMARY_RATE,
  SUMMARY_CAN_MISS,
  N_SUMMARIES,
};

struct _FfAttendanceModel
{
  GObject parent_instance;

  FfClassFigures *figures; /* the caller's */
  gboolean writable;
  char *department;
  char *search;
  char *structure; /* what the columns and rows were built from */

  GArray *rows;       /* int, index of a trainee */
  GArray *sessions;   /* int, index of a session that is not cancelled */
  GPtrArray *columns; /* FfGridColumn */
  int current;        /* index of a session, -1 */
  GPtrArray *pending; /* GArray of FfAttendanceEntry, in the order of entry */
};

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void ff_attendance_model_grid_init (FfGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfAttendanceModel, ff_attendance_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, ff_attendance_model_grid_init))

FfClassTrainee *
ff_attendance_model_get_trainee (FfAttendanceModel *self, int row)
{
  g_return_val_if_fail (FF_IS_ATTENDANCE_MODEL (self), NULL);

  if (row < 0 || row >= (int) self->rows->len)
    return NULL;

  return g_ptr_array_index (self->figures->trainees, g_array_index (self->rows, int, row));
}

int
ff_attendance_model_get_session_of_column (FfAttendanceModel *self, int column)
{
  g_return_val_if_fail (FF_IS_ATTENDANCE_MODEL (self), -1);

  if (column < N_FROZEN || column >= N_FROZEN + (int) self->sessions->len)
    return -1;

  return g_array_index (self->sessions, int, column - N_FROZEN);
}

int
ff_attendance_model_get_column_of_session (FfAttendanceModel *self, int session)
{
  g_return_val_if_fail (FF_IS_ATTENDANCE_MODEL (self), -1);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      if (g_array_index (self->sessions, int, i) == session)
        return N_FROZEN + (int) i;
    }

  return -1;
}

static FfSession *
get_session (FfAttendanceModel *self, int session)
{
  return g_ptr_array_index (self->figures->sessions, session);
}

/* Columns and rows -------------------------------------------------------------------------------------------- */

static FfGridColumn *
add_column (FfAttendanceModel *self, const char *title, const char *subtitle, int width, float xalign)
{
  FfGridColumn *column = ff_grid_column_new (title, subtitle, width, xalign);

  g_ptr_array_add (self->columns, column);

  return column;
}

static const char *
longer (const char *a, const char *b)
{
  return b != NULL && (a == NULL || g_utf8_strlen (b, -1) > g_utf8_strlen (a, -1)) ? b : a;
}

static void
add_frozen_columns (FfAttendanceModel *self)
{
  FfGridColumn *column;
  const char *name = NULL;

  for (guint i = 0; i < self->figures->trainees->len; i++)
    name = longer (name, ((FfClassTrainee *) g_ptr_array_index (self->figures->trainees, i))->name);

  column = add_column (self, C_("column", "#"), NULL, 34, 0);
  column->frozen = TRUE;
  column = add_column (self, C_("column", "Trainee"), NULL, 118, 0);
  column->frozen = TRUE;
  column->sample = g_strdup (name);
  column = add_column (self, C_("column", "Department"), NULL, 108, 0);
  column->frozen = TRUE;
  column->strong = TRUE;
}

static char *
name_half_day (FfMinute starts_at)
{
  int minute = ff_time_minute_of_day (starts_at);

  if (minute < 12 * 60)
    return g_strdup (C_("half day", "am"));

  return g_strdup (minute < 18 * 60 ? C_("half day", "pm") : C_("half day", "evening"));
}

static void
add_session_column (FfAttendanceModel *self, int index)
{
  const FfSession *session = get_session (self, index);
  FfDay day = ff_time_day (session->starts_at);
  g_autofree char *half = name_half_day (session->starts_at);
  g_autofree char *starts = ff_format_clock (session->starts_at);
  g_autofree char *ends = ff_format_clock (session->ends_at);
  g_autofree char *date = ff_format_day_short (day);
  g_autofree char *subtitle = NULL;
  gboolean last = index + 1 >= (int) self->figures->sessions->len;
  FfGridColumn *column;
  int year, month, mday;

  ff_day_to_ymd (day, &year, &month, &mday);
  /* Translators: below a session's key: weekday, day of the month, and "am" or "pm" on a line of its own. */
  subtitle = g_strdup_printf (_("%s %d\n%s"), ff_format_weekday_short (day), mday, half);
  column = add_column (self, session->key, subtitle, 43, 0.5f);
  column->tooltip = g_strdup_printf ("%s %s–%s%s%s%s%s", date, starts, ends, session->title != NULL ? "\n" : "",
                                     session->title != NULL ? session->title : "", session->closed ? "\n" : "",
                                     session->closed ? _("The register is closed.") : "");
  column->strong = last || ff_time_day (get_session (self, index + 1)->starts_at) != day;
  column->current = index == self->current;
  g_array_append_val (self->sessions, index);
}

static void
build_columns (FfAttendanceModel *self)
{
  g_ptr_array_set_size (self->columns, 0);
  g_array_set_size (self->sessions, 0);
  if (self->figures == NULL)
    return;

  add_frozen_columns (self);
  for (guint i = 0; i < self->figures->sessions->len; i++)
    {
      if (!get_session (self, (int) i)->cancelled)
        add_session_column (self, (int) i);
    }
  add_column (self, C_("column", "Absent"), NULL, 60, 0.5f);
  add_column (self, C_("column", "Rate"), NULL, 60, 0.5f);
  add_column (self, C_("column", "Can miss"), NULL, 132, 0)->expand = TRUE;
}

static gboolean
matches (const FfAttendanceModel *self, const FfClassTrainee *trainee)
{
  g_autofree char *needle = NULL;
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;

  if (self->department != NULL && g_strcmp0 (self->department, trainee->department) != 0)
    return FALSE;
  if (self->search == NULL)
    return TRUE;

  needle = g_utf8_casefold (self->search, -1);
  name = g_utf8_casefold (trainee->name, -1);
  number = g_utf8_casefold (trainee->employee_no != NULL ? trainee->employee_no : "", -1);

  return strstr (name, needle) != NULL || strstr (number, needle) != NULL;
}

static void
build_rows (FfAttendanceModel *self)
{
  g_array_set_size (self->rows, 0);
  for (int i = 0; self->figures != NULL && i < (int) self->figures->trainees->len; i++)
    {
      if (matches (self, g_ptr_array_index (self->figures->trainees, i)))
        g_array_append_val (self->rows, i);
    }
}

/* Equal texts have equal rows and columns, so that a change of mere cells leaves what is being typed alone. */
static char *
describe_structure (FfAttendanceModel *self)
{
  GString *text = g_string_new (NULL);

  if (self->figures == NULL)
    return g_string_free (text, FALSE);

  for (guint i = 0; i < self->figures->sessions->len; i++)
    {
      const FfSession *s = get_session (self, (int) i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %d %s\n", s->id, s->starts_at,
                              s->ends_at, s->cancelled, s->closed, s->key);
    }
  for (guint i = 0; i < self->figures->trainees->len; i++)
    {
      const FfClassTrainee *t = g_ptr_array_index (self->figures->trainees, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s\n", t->enrolment_id, t->name);
    }
  g_string_append_printf (text, "%s\n%s", self->department != NULL ? self->department : "", self->search != NULL ? self->search : "");

  return g_string_free (text, FALSE);
}

static void
rebuild (FfAttendanceModel *self)
{
  g_autofree char *structure = describe_structure (self);

  if (g_strcmp0 (structure, self->structure) == 0)
    {
      ff_grid_model_cells_changed (FF_GRID_MODEL (self), 0, (int) self->rows->len);
      return;
    }

  g_free (self->structure);
  self->structure = g_steal_pointer (&structure);
  if (self->figures == NULL || self->current >= (int) self->figures->sessions->len)
    self->current = -1;
  build_columns (self);
  build_rows (self);
  ff_grid_model_structure_changed (FF_GRID_MODEL (self));
}

/* Entries ----------------------------------------------------------------------------------------------------- */

static FfAttendanceCell *
find_cell (FfAttendanceModel *self, gint64 session_id, gint64 enrolment_id)
{
  for (guint i = 0; i < self->figures->trainees->len; i++)
    {
      FfClassTrainee *trainee = g_ptr_array_index (self->figures->trainees, i);

      if (trainee->enrolment_id != enrolment_id)
        continue;
      for (guint j = 0; j < self->figures->sessions->len; j++)
        {
          if (get_session (self, (int) j)->id == session_id)
            return &trainee->cells[j];
        }
    }

  return NULL;
}

static void
lay_over (FfAttendanceModel *self, const GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const FfAttendanceEntry *entry = &g_array_index (entries, FfAttendanceEntry, i);
      FfAttendanceCell *cell = find_cell (self, entry->session_id, entry->enrolment_id);

      if (cell != NULL)
        cell->record = entry->record;
    }
}

static void
enter (FfAttendanceModel *self, const char *label, GArray *entries)
{
  lay_over (self, entries);
  ff_class_figures_update (self->figures);
  g_ptr_array_add (self->pending, g_array_ref (entries));
  ff_grid_model_cells_changed (FF_GRID_MODEL (self), 0, (int) self->rows->len);
  g_signal_emit (self, signals[ENTERED], 0, label, entries);
}

static char *
label_one (const FfClassTrainee *trainee, const FfAttendanceRecord *record)
{
  switch (record->set)
    {
    case FF_ATTENDANCE_PRESENT:
      return g_strdup_printf (_("Mark %s present"), trainee->name);
    case FF_ATTENDANCE_LATE:
      return g_strdup_printf (_("Mark %s late"), trainee->name);
    case FF_ATTENDANCE_LEFT_EARLY:
      return g_strdup_printf (_("Mark %s as having left early"), trainee->name);
    case FF_ATTENDANCE_ABSENT:
      return g_strdup_printf (_("Mark %s absent"), trainee->name);
    case FF_ATTENDANCE_EXCUSED:
      return g_strdup_printf (_("Mark %s excused"), trainee->name);
    case FF_ATTENDANCE_UNMARKED:
    default:
      if (record->arrived_at == FF_NO_TIME && record->left_at == FF_NO_TIME)
        return g_strdup_printf (_("Clear the attendance of %s"), trainee->name);
      return g_strdup_printf (_("Record the time of %s"), trainee->name);
    }
}

static char *
label_many (FfGridCommand command, guint n)
{
  switch (command)
    {
    case FF_GRID_COMMAND_PASTE:
      return g_strdup_printf (ngettext ("Paste attendance into %u cell", "Paste attendance into %u cells", n), n);
    case FF_GRID_COMMAND_CUT:
    case FF_GRID_COMMAND_CLEAR:
      return g_strdup_printf (ngettext ("Clear attendance in %u cell", "Clear attendance in %u cells", n), n);
    case FF_GRID_COMMAND_FILL:
      return g_strdup_printf (ngettext ("Fill attendance into %u cell", "Fill attendance into %u cells", n), n);
    case FF_GRID_COMMAND_TYPE:
    default:
      return g_strdup_printf (ngettext ("Record attendance in %u cell", "Record attendance in %u cells", n), n);
    }
}

static void
apply (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (FfAttendanceEntry));
  g_autofree char *label = NULL;

  for (gsize i = 0; i < n_edits; i++)
    {
      const FfClassTrainee *trainee = ff_attendance_model_get_trainee (self, edits[i].row);
      int session = ff_attendance_model_get_session_of_column (self, edits[i].column);
      FfAttendanceEntry entry = { get_session (self, session)->id, trainee->enrolment_id, trainee->cells[session].record };

      if (ff_attendance_text_parse (edits[i].text, get_session (self, session), &entry.record, NULL))
        g_array_append_val (entries, entry);
    }
  if (entries->len == 0)
    return;

  label = n_edits == 1 ? label_one (ff_attendance_model_get_trainee (self, edits[0].row),
                                    &g_array_index (entries, FfAttendanceEntry, 0).record)
                       : label_many (command, entries->len);
  enter (self, label, entries);
}

void
ff_attendance_model_set_record (FfAttendanceModel *self, int row, int column, const FfAttendanceRecord *record)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (FfAttendanceEntry));
  g_autofree char *label = NULL;
  const FfClassTrainee *trainee;
  FfAttendanceEntry entry;
  int session;

  g_return_if_fail (FF_IS_ATTENDANCE_MODEL (self));

  trainee = ff_attendance_model_get_trainee (self, row);
  session = ff_attendance_model_get_session_of_column (self, column);
  g_return_if_fail (trainee != NULL && session >= 0);

  entry = (FfAttendanceEntry) { get_session (self, session)->id, trainee->enrolment_id, *record };
  g_array_append_val (entries, entry);
  label = label_one (trainee, record);
  enter (self, label, entries);
}

void
ff_attendance_model_settle (FfAttendanceModel *self, GArray *entries)
{
  g_return_if_fail (FF_IS_ATTENDANCE_MODEL (self));

  g_ptr_array_remove (self->pending, entries);
}

/* The grid's questions ---------------------------------------------------------------------------------------- */

static int
get_n_rows (FfGridModel *model)
{
  return (int) FF_ATTENDANCE_MODEL (model)->rows->len;
}

static int
get_n_columns (FfGridModel *model)
{
  return (int) FF_ATTENDANCE_MODEL (model)->columns->len;
}

static const FfGridColumn *
get_column (FfGridModel *model, int column)
{
  return g_ptr_array_index (FF_ATTENDANCE_MODEL (model)->columns, column);
}

static char *
get_row_title (FfGridModel *model, int row)
{
  return g_strdup (ff_attendance_model_get_trainee (FF_ATTENDANCE_MODEL (model), row)->name);
}

static void
show_frozen (const FfAttendanceModel *self, const FfClassTrainee *trainee, int row, int column, FfGridCell *cell)
{
  if (column == COLUMN_NUMBER)
    {
      cell->text = g_strdup_printf ("%d", g_array_index (self->rows, int, row) + 1);
      cell->style = FF_GRID_STYLE_DIM;
    }
  else if (column == COLUMN_TRAINEE)
    {
      cell->text = g_strdup (trainee->name);
      cell->tooltip = g_strdup (trainee->employee_no);
      cell->flags = trainee->disqualified ? FF_GRID_STRUCK : 0;
    }
  else
    {
      cell->text = g_strdup (trainee->department);
      cell->tooltip = g_strdup (trainee->department);
      cell->style = FF_GRID_STYLE_DIM;
    }
}

static void
show_session (FfAttendanceModel *self, const FfClassTrainee *trainee, int session, FfGridCell *cell)
{
  const FfAttendanceCell *mark = &trainee->cells[session];

  if (!mark->planned)
    {
      cell->style = FF_GRID_STYLE_NOT_PLANNED;
      cell->text = g_strdup ("·");
      cell->spoken = g_strdup (_("Not planned for this trainee."));
      cell->tooltip = g_strdup (cell->spoken);
      return;
    }

  ff_attendance_text_show (&self->figures->rule, &mark->record, &mark->verdict, cell);
  if (trainee->disqualified)
    cell->flags |= FF_GRID_FADED;
}

static char *
draw_dots (const FfAttendanceModel *self, const FfClassTrainee *trainee)
{
  GString *dots = g_string_new (NULL);
  int left = MIN (trainee->tally.can_miss, 5);
  int used = MIN (trainee->tally.absent, 5 - left);

  for (int i = 0; i < left; i++)
    g_string_append (dots, "●");
  for (int i = 0; i < used; i++)
    g_string_append (dots, "○");

  return g_string_free (dots, FALSE);
}

static void
show_can_miss (const FfAttendanceModel *self, const FfClassTrainee *trainee, FfGridCell *cell)
{
  const FfAttendanceTally *tally = &trainee->tally;

  if (trainee->disqualified)
    {
      cell->lead = g_strdup (_("Disqualified"));
      cell->lead_kind = FF_GRID_LEAD_TAG_MISSED;
      cell->spoken = g_strdup (cell->lead);
    }
  else if (trainee->waived)
    {
      cell->lead = g_strdup (_("Waived"));
      cell->lead_kind = FF_GRID_LEAD_TAG_SOON;
      cell->spoken = g_strdup (_("Over the limit, and somebody waived it."));
      cell->tooltip = g_strdup (cell->spoken);
    }
  else if (tally->planned == tally->held)
    {
      cell->text = g_strdup ("–");
      cell->style = FF_GRID_STYLE_DIM;
      cell->spoken = g_strdup (_("No session is left."));
    }
  else if (tally->can_miss == 0 && tally->absent > 0)
    {
      cell->lead = g_strdup (_("⚠ 0 more"));
      cell->lead_kind = FF_GRID_LEAD_TAG_SOON;
      cell->spoken = g_strdup (_("Can miss no more."));
    }
  else
    {
      cell->text = g_strdup_printf (ngettext ("%d more", "%d more", tally->can_miss), tally->can_miss);
      cell->lead = draw_dots (self, trainee);
      cell->lead_kind = FF_GRID_LEAD_DOTS;
    }
  if (cell->lead != NULL && cell->lead[0] == '\0')
    g_clear_pointer (&cell->lead, g_free);
}

static void
show_summary (const FfAttendanceModel *self, const FfClassTrainee *trainee, int summary, FfGridCell *cell)
{
  const FfAttendanceTally *tally = &trainee->tally;
  g_autofree char *percent = NULL;

  switch (summary)
    {
    case SUMMARY_ABSENT:
      cell->text = g_strdup_printf ("%d", tally->absent);
      cell->flags = tally->absent > 0 ? FF_GRID_BOLD : 0;
      cell->style = tally->absent > 0 ? FF_GRID_STYLE_NONE : FF_GRID_STYLE_DIM;
      break;
    case SUMMARY_RATE:
      percent = ff_attendance_text_percent (tally->absence_percent);
      cell->text = g_strdup_printf (_("%s %%"), percent);
      cell->style = tally->qualification != FF_QUALIFIED ? FF_GRID_STYLE_FAILED : FF_GRID_STYLE_NONE;
      break;
    default:
      show_can_miss (self, trainee, cell);
    }
}

static void
get_cell (FfGridModel *model, int row, int column, FfGridCell *cell)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  const FfClassTrainee *trainee = ff_attendance_model_get_trainee (self, row);
  int session = ff_attendance_model_get_session_of_column (self, column);

  if (column < N_FROZEN)
    show_frozen (self, trainee, row, column, cell);
  else if (session >= 0)
    show_session (self, trainee, session, cell);
  else
    show_summary (self, trainee, column - N_FROZEN - (int) self->sessions->len, cell);
}

static gboolean
is_editable (FfGridModel *model, int row, int column)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  int session = ff_attendance_model_get_session_of_column (self, column);

  return self->writable && session >= 0 && row >= 0 && !get_session (self, session)->closed &&
         ff_attendance_model_get_trainee (self, row)->cells[session].planned;
}

static char *
get_edit_text (FfGridModel *model, int row, int column)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  int session = ff_attendance_model_get_session_of_column (self, column);
  g_auto (FfGridCell) cell = { NULL };

  if (session >= 0)
    return ff_attendance_text_format (&ff_attendance_model_get_trainee (self, row)->cells[session].record);

  get_cell (model, row, column, &cell);
  if (cell.text == NULL)
    return g_strdup (cell.lead != NULL ? cell.lead : "");

  return g_steal_pointer (&cell.text);
}

static char *
validate (FfGridModel *model, int row, int column, const char *text)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  int session = ff_attendance_model_get_session_of_column (self, column);
  FfAttendanceRecord record = ff_attendance_model_get_trainee (self, row)->cells[session].record;
  g_autoptr (GError) error = NULL;

  if (ff_attendance_text_parse (text, get_session (self, session), &record, &error))
    return NULL;

  return g_strdup (error->message);
}

static const char *
translate_key (FfGridModel *model, int row, int column, gunichar key)
{
  static const char *const letters[] = { "P", "L", "E", "A", "X" };

  if (ff_attendance_model_get_session_of_column (FF_ATTENDANCE_MODEL (model), column) < 0)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (key < 128 && g_ascii_toupper ((char) key) == letters[i][0])
        return letters[i];
    }

  return NULL;
}

static void
ff_attendance_model_grid_init (FfGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_row_title = get_row_title;
  iface->get_cell = get_cell;
  iface->is_editable = is_editable;
  iface->get_edit_text = get_edit_text;
  iface->validate = validate;
  iface->translate_key = translate_key;
  iface->apply = apply;
}

/* The object -------------------------------------------------------------------------------------------------- */

static void
ff_attendance_model_finalize (GObject *object)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (object);

  g_free (self->department);
  g_free (self->search);
  g_free (self->structure);
  g_array_unref (self->rows);
  g_array_unref (self->sessions);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->pending);

  G_OBJECT_CLASS (ff_attendance_model_parent_class)->finalize (object);
}

static void
ff_attendance_model_class_init (FfAttendanceModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_attendance_model_finalize;

  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ARRAY);
}

static void
ff_attendance_model_init (FfAttendanceModel *self)
{
  self->current = -1;
  self->rows = g_array_new (FALSE, FALSE, sizeof (int));
  self->sessions = g_array_new (FALSE, FALSE, sizeof (int));
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_grid_column_free);
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

FfAttendanceModel *
ff_attendance_model_new (void)
{
  return g_object_new (FF_TYPE_ATTENDANCE_MODEL, NULL);
}

void
ff_attendance_model_set_figures (FfAttendanceModel *self, FfClassFigures *figures)
{
  g_return_if_fail (FF_IS_ATTENDANCE_MODEL (self));

  self->figures = figures;
  if (figures != NULL && self->pending->len > 0)
    {
      for (guint i = 0; i < self->pending->len; i++)
        lay_over (self, g_ptr_array_index (self->pending, i));
      ff_class_figures_update (figures);
    }
  rebuild (self);
}

FfClassFigures *
ff_attendance_model_get_figures (FfAttendanceModel *self)
{
  g_return_val_if_fail (FF_IS_ATTENDANCE_MODEL (self), NULL);

  return self->figures;
}

void
ff_attendance_model_set_writable (FfAttendanceModel *self, gboolean writable)
{
  g_return_if_fail (FF_IS_ATTENDANCE_MODEL (self));

  self->writable = writable;
}

void
ff_attendance_model_set_filter (FfAttendanceModel *self, const char *department, const char *search)
{
  g_return_if_fail (FF_IS_ATTENDANCE_MODEL (self));

  g_free (self->department);
  self->department = g_strdup (department);
  g_free (self->search);
  self->search = search != NULL && search[0] != '\0' ? g_strdup (search) : NULL;
  rebuild (self);
}

gboolean
ff_attendance_model_set_current (FfAttendanceModel *self, int session)
{
  g_return_val_if_fail (FF_IS_ATTENDANCE_MODEL (self), FALSE);

  if (self->current == session)
    return FALSE;

  self->current = session;
  for (guint i = 0; i < self->columns->len; i++)
    {
      FfGridColumn *column = g_ptr_array_index (self->columns, i);

      column->current = session >= 0 && ff_attendance_model_get_session_of_column (self, (int) i) == session;
    }

  return TRUE;
}

int
ff_attendance_model_get_current (FfAttendanceModel *self)
{
  g_return_val_if_fail (FF_IS_ATTENDANCE_MODEL (self), -1);

  return self->current;
}

void
ff_attendance_model_count_recorded (FfAttendanceModel *self, guint *recorded, guint *planned)
{
  g_return_if_fail (FF_IS_ATTENDANCE_MODEL (self));

  *recorded = *planned = 0;
  if (self->figures == NULL || self->current < 0)
    return;

  for (guint i = 0; i < self->figures->trainees->len; i++)
    {
      const FfAttendanceCell *cell = &((FfClassTrainee *) g_ptr_array_index (self->figures->trainees, i))->cells[self->current];

      *planned += cell->planned ? 1 : 0;
      *recorded += cell->planned && cell->verdict.status != FF_ATTENDANCE_UNMARKED ? 1 : 0;
    }
}
