/* Attendance as it is typed: which texts a cell takes, what they are to be written as, and what that step is called. */
#include "config.h"

#include "ff-attendance-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-attendance-text.h"
#include "ff-format.h"
#include "ff-leave-kinds.h"

/* The name of a leave says its kind; what else there is, the text alone knows. */
static gboolean
parse (FfAttendanceModel *self, int session, const char *text, FfAttendanceRecord *record, GError **error)
{
  const FfLeaveKind *kind = ff_leave_kinds_find (ff_attendance_model_figures (self)->leave_kinds, text);

  if (kind == NULL)
    return ff_attendance_text_parse (text, ff_attendance_model_get_session (self, session), record, error);
  record->set = FF_ATTENDANCE_EXCUSED;
  record->leave_kind = kind->key;
  record->leave_counts = kind->counts;
  ff_attendance_record_tidy (record);

  return TRUE;
}

static gboolean
is_editable (FfGridModel *model, int row, int column)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  int session = ff_attendance_model_get_session_of_column (self, column);

  return ff_class_model_is_writable (FF_CLASS_MODEL (self)) && session >= 0 && row >= 0 && !ff_attendance_model_get_session (self, session)->closed &&
         ff_attendance_model_trainee (self, row)->cells[session].planned;
}

/* A record as one would type it. */
static char *
format_record (FfAttendanceModel *self, const FfAttendanceRecord *record)
{
  const FfLeaveKind *kind = ff_leave_kinds_lookup (ff_attendance_model_figures (self)->leave_kinds, record->leave_kind);

  return kind != NULL ? g_strdup (ff_leave_kind_get_title (kind)) : ff_attendance_text_format (record);
}

static char *
get_edit_text (FfGridModel *model, int row, int column)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  int session = ff_attendance_model_get_session_of_column (self, column);
  g_auto (FfGridCell) cell = { NULL };

  if (session >= 0)
    return format_record (self, &ff_attendance_model_trainee (self, row)->cells[session].record);

  ff_grid_model_get_cell (model, row, column, &cell);
  if (cell.text == NULL)
    return g_strdup (cell.lead != NULL ? cell.lead : "");

  return g_steal_pointer (&cell.text);
}

static char *
validate (FfGridModel *model, int row, int column, const char *text)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  int session = ff_attendance_model_get_session_of_column (self, column);
  FfAttendanceRecord record = ff_attendance_model_trainee (self, row)->cells[session].record;
  g_autoptr (GError) error = NULL;

  if (parse (self, session, text, &record, &error))
    return NULL;

  return g_strdup (error->message);
}

static char *
preview_text (FfGridModel *model, int row, int column, const char *text)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  int session = ff_attendance_model_get_session_of_column (self, column);
  FfAttendanceRecord record = ff_attendance_model_trainee (self, row)->cells[session].record;

  return parse (self, session, text, &record, NULL) ? format_record (self, &record) : g_strdup (text);
}

static gboolean
is_today (const FfSession *session)
{
  FfDay today = ff_time_day (ff_time_now ());

  return ff_time_day (session->starts_at) <= today && today <= ff_time_day (session->ends_at);
}

static const char *
translate_key (FfGridModel *model, int row, int column, gunichar key)
{
  static const char *const letters[] = { "P", "L", "E", "A", "X" };
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  int session = ff_attendance_model_get_session_of_column (self, column);

  if (session < 0 || key >= 128)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (g_ascii_toupper ((char) key) == letters[i][0])
        return letters[i];
    }
  if (g_ascii_toupper ((char) key) != 'N' || !is_today (ff_attendance_model_get_session (self, session)))
    return NULL;

  g_free (self->now_text);
  self->now_text = ff_format_clock (ff_time_now ());

  return self->now_text;
}

/* X means the leave that was chosen last; a cell that has one already keeps it. */
static void
name_leave (FfAttendanceModel *self, FfAttendanceRecord *record)
{
  const FfLeaveKind *kind = ff_leave_kinds_lookup (ff_attendance_model_figures (self)->leave_kinds, self->leave);

  if (record->set != FF_ATTENDANCE_EXCUSED || record->leave_kind != NULL || kind == NULL)
    return;
  record->leave_kind = kind->key;
  record->leave_counts = kind->counts;
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
  g_autofree char *label = NULL, *said = NULL;

  for (gsize i = 0; i < n_edits; i++)
    {
      const FfClassTrainee *trainee = ff_attendance_model_trainee (self, edits[i].row);
      int session = ff_attendance_model_get_session_of_column (self, edits[i].column);
      FfAttendanceEntry entry = { ff_attendance_model_get_session (self, session)->id, trainee->enrolment_id, trainee->cells[session].record };

      if (!parse (self, session, edits[i].text, &entry.record, NULL))
        continue;
      if (command == FF_GRID_COMMAND_TYPE)
        name_leave (self, &entry.record);
      g_array_append_val (entries, entry);
    }
  if (entries->len == 0)
    return;

  label = n_edits == 1 ? label_one (ff_attendance_model_trainee (self, edits[0].row),
                                    &g_array_index (entries, FfAttendanceEntry, 0).record)
                       : label_many (command, entries->len);
  if (entries->len > 1)
    said = g_strdup_printf (ngettext ("%u cell of the register changed", "%u cells of the register changed", entries->len), entries->len);
  ff_class_model_enter (FF_CLASS_MODEL (self), label, entries, said);
}

void
ff_attendance_model_init_edit (FfGridModelInterface *iface)
{
  iface->is_editable = is_editable;
  iface->get_edit_text = get_edit_text;
  iface->validate = validate;
  iface->preview_text = preview_text;
  iface->translate_key = translate_key;
  iface->apply = apply;
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

  trainee = ff_attendance_model_trainee (self, row);
  session = ff_attendance_model_get_session_of_column (self, column);
  g_return_if_fail (trainee != NULL && session >= 0);

  entry = (FfAttendanceEntry) { ff_attendance_model_get_session (self, session)->id, trainee->enrolment_id, *record };
  g_array_append_val (entries, entry);
  label = label_one (trainee, record);
  ff_class_model_enter (FF_CLASS_MODEL (self), label, entries, NULL);
}
