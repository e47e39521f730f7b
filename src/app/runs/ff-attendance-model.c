/* What the register is built from, how entries are laid over the figures, and the session that is worked on. */
#include "config.h"

#include "ff-attendance-model-private.h"

static void ff_attendance_model_grid_init (FfGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfAttendanceModel, ff_attendance_model, FF_TYPE_CLASS_MODEL,
                               G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, ff_attendance_model_grid_init))

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
  return g_ptr_array_index (ff_attendance_model_figures (self)->sessions, session);
}

/* Structure and entries --------------------------------------------------------------------------------------- */

static void
describe (FfClassModel *model, GString *text)
{
  const GPtrArray *sessions = ff_class_model_get_figures (model)->sessions;

  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *s = g_ptr_array_index (sessions, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %d %s\n", s->id, s->starts_at,
                              s->ends_at, s->cancelled, s->closed, s->key);
    }
}

static void
computed (FfClassModel *model)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  const FfClassFigures *figures = ff_class_model_get_figures (model);

  if (figures == NULL || self->current >= (int) figures->sessions->len)
    self->current = -1;
}

static void
lay_over (FfClassModel *model, gconstpointer data)
{
  const FfAttendanceEntry *entry = data;
  const GPtrArray *sessions = ff_class_model_get_figures (model)->sessions;
  FfClassTrainee *trainee = ff_class_model_find_trainee (model, entry->enrolment_id);

  for (guint i = 0; trainee != NULL && i < sessions->len; i++)
    {
      if (((const FfSession *) g_ptr_array_index (sessions, i))->id == entry->session_id)
        trainee->cells[i].record = entry->record;
    }
}

static void
ff_attendance_model_grid_init (FfGridModelInterface *iface)
{
  ff_attendance_model_init_cells (iface);
  ff_attendance_model_init_edit (iface);
}

/* The object -------------------------------------------------------------------------------------------------- */

static void
ff_attendance_model_finalize (GObject *object)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (object);

  g_array_unref (self->sessions);
  g_free (self->now_text);

  G_OBJECT_CLASS (ff_attendance_model_parent_class)->finalize (object);
}

static void
ff_attendance_model_class_init (FfAttendanceModelClass *klass)
{
  FfClassModelClass *model_class = FF_CLASS_MODEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_attendance_model_finalize;
  model_class->describe = describe;
  model_class->build_columns = ff_attendance_model_build_columns;
  model_class->lay_over = lay_over;
  model_class->computed = computed;
}

static void
ff_attendance_model_init (FfAttendanceModel *self)
{
  self->current = -1;
  self->sessions = g_array_new (FALSE, FALSE, sizeof (int));
}

FfAttendanceModel *
ff_attendance_model_new (void)
{
  return g_object_new (FF_TYPE_ATTENDANCE_MODEL, NULL);
}

gboolean
ff_attendance_model_set_current (FfAttendanceModel *self, int session)
{
  g_return_val_if_fail (FF_IS_ATTENDANCE_MODEL (self), FALSE);

  if (self->current == session)
    return FALSE;

  self->current = session;
  for (int i = 0; i < ff_grid_model_get_n_columns (FF_GRID_MODEL (self)); i++)
    ff_class_model_get_column (FF_CLASS_MODEL (self), i)->current =
      session >= 0 && ff_attendance_model_get_session_of_column (self, i) == session;

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
  const FfClassFigures *figures;

  g_return_if_fail (FF_IS_ATTENDANCE_MODEL (self));

  figures = ff_attendance_model_figures (self);
  *recorded = *planned = 0;
  if (figures == NULL || self->current < 0)
    return;

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfAttendanceCell *cell = &((FfClassTrainee *) g_ptr_array_index (figures->trainees, i))->cells[self->current];

      *planned += cell->planned ? 1 : 0;
      *recorded += cell->planned && cell->verdict.status != FF_ATTENDANCE_UNMARKED ? 1 : 0;
    }
}

void
ff_attendance_model_set_leave (FfAttendanceModel *self, const char *kind)
{
  g_return_if_fail (FF_IS_ATTENDANCE_MODEL (self));

  self->leave = g_intern_string (kind);
}

const char *
ff_attendance_model_get_leave (FfAttendanceModel *self)
{
  g_return_val_if_fail (FF_IS_ATTENDANCE_MODEL (self), NULL);

  return self->leave;
}
