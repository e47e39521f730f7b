/* The rows of the register, and what was entered and is not written yet: it is laid over the figures until it is. */
#include "config.h"

#include "ff-attendance-model-private.h"

#include <string.h>

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

  if (column < FF_ATTENDANCE_N_FROZEN || column >= FF_ATTENDANCE_N_FROZEN + (int) self->sessions->len)
    return -1;

  return g_array_index (self->sessions, int, column - FF_ATTENDANCE_N_FROZEN);
}

int
ff_attendance_model_get_column_of_session (FfAttendanceModel *self, int session)
{
  g_return_val_if_fail (FF_IS_ATTENDANCE_MODEL (self), -1);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      if (g_array_index (self->sessions, int, i) == session)
        return FF_ATTENDANCE_N_FROZEN + (int) i;
    }

  return -1;
}

FfSession *
ff_attendance_model_get_session (FfAttendanceModel *self, int session)
{
  return g_ptr_array_index (self->figures->sessions, session);
}

/* Rows and structure ------------------------------------------------------------------------------------------ */

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
      const FfSession *s = ff_attendance_model_get_session (self, (int) i);

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
  ff_attendance_model_build_columns (self);
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
          if (ff_attendance_model_get_session (self, (int) j)->id == session_id)
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

void
ff_attendance_model_enter (FfAttendanceModel *self, const char *label, GArray *entries)
{
  lay_over (self, entries);
  ff_class_figures_update (self->figures);
  g_ptr_array_add (self->pending, g_array_ref (entries));
  ff_grid_model_cells_changed (FF_GRID_MODEL (self), 0, (int) self->rows->len);
  g_signal_emit (self, signals[ENTERED], 0, label, entries);
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

static void
ff_attendance_model_grid_init (FfGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  ff_attendance_model_init_cells (iface);
  ff_attendance_model_init_edit (iface);
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
