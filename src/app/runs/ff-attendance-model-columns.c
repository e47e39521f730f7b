/* The columns of the register: who, each session that is not cancelled, then what it adds up to. */
#include "config.h"

#include "ff-attendance-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"

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
  const FfSession *session = ff_attendance_model_get_session (self, index);
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
  column->strong = last || ff_time_day (ff_attendance_model_get_session (self, index + 1)->starts_at) != day;
  column->current = index == self->current;
  g_array_append_val (self->sessions, index);
}

void
ff_attendance_model_build_columns (FfAttendanceModel *self)
{
  g_ptr_array_set_size (self->columns, 0);
  g_array_set_size (self->sessions, 0);
  if (self->figures == NULL)
    return;

  add_frozen_columns (self);
  for (guint i = 0; i < self->figures->sessions->len; i++)
    {
      if (!ff_attendance_model_get_session (self, (int) i)->cancelled)
        add_session_column (self, (int) i);
    }
  add_column (self, C_("column", "Absent"), NULL, 60, 0.5f);
  add_column (self, C_("column", "Rate"), NULL, 60, 0.5f);
  add_column (self, C_("column", "Can miss"), NULL, 132, 0)->expand = TRUE;
}
