/* The columns of the register: who, each session that is not cancelled, then what it adds up to. */
#include "config.h"

#include "ff-attendance-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"

static FfGridColumn *
add_column (FfAttendanceModel *self, const char *title, const char *subtitle, int width, float xalign)
{
  return ff_class_model_add_column (FF_CLASS_MODEL (self), ff_grid_column_new (title, subtitle, width, xalign));
}

static void
add_frozen_columns (FfAttendanceModel *self)
{
  FfGridColumn *column;

  column = add_column (self, C_("column", "#"), NULL, 34, 0);
  column->frozen = TRUE;
  column = add_column (self, C_("column", "Trainee"), NULL, 118, 0);
  column->frozen = TRUE;
  column->sample = g_strdup (ff_class_model_get_longest_name (FF_CLASS_MODEL (self)));
  column = add_column (self, C_("column", "Department"), NULL, 108, 0);
  column->sample = g_strdup (ff_class_model_get_longest_department (FF_CLASS_MODEL (self)));
  column->yields = TRUE;
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
  gboolean last = index + 1 >= (int) ff_attendance_model_figures (self)->sessions->len;
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
  column->locked = session->closed;
  column->current = index == self->current;
  g_array_append_val (self->sessions, index);
}

void
ff_attendance_model_build_columns (FfClassModel *model)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);

  g_array_set_size (self->sessions, 0);
  add_frozen_columns (self);
  for (guint i = 0; i < ff_attendance_model_figures (self)->sessions->len; i++)
    {
      if (!ff_attendance_model_get_session (self, (int) i)->cancelled)
        add_session_column (self, (int) i);
    }
  add_column (self, C_("column", "Absent"), NULL, 54, 0.5f);
  add_column (self, C_("column", "Rate"), NULL, 54, 0.5f);
  add_column (self, C_("column", "Can miss"), NULL, 104, 0)->expand = TRUE;
}
