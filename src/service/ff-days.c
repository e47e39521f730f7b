#include "config.h"

#include "ff-days.h"

#include "ff-settings.h"

FfWorkCalendar *
ff_days_read_calendar (FfDb *db, FfDay from, FfDay to, GError **error)
{
  g_autoptr (FfWorkCalendar) calendar = NULL;
  g_autoptr (GPtrArray) days = NULL;
  FfSettings settings;

  g_return_val_if_fail (db != NULL, NULL);

  if (!ff_settings_read (db, &settings, error) || (days = ff_calendar_day_store_list (db, from, to, error)) == NULL)
    return NULL;
  calendar = ff_work_calendar_new (settings.weekdays, settings.hours, settings.n_hours);
  for (guint i = 0; i < days->len; i++)
    {
      const FfCalendarDay *day = g_ptr_array_index (days, i);

      ff_work_calendar_add_day (calendar, day->day, day->worked, day->title);
    }
  return g_steal_pointer (&calendar);
}

GPtrArray *
ff_days_list (FfDb *db, FfDay from, FfDay to, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return ff_calendar_day_store_list (db, from, to, error);
}

FfPut
ff_days_put (FfDb *db, FfDay day, gboolean worked, const char *title, GError **error)
{
  g_autofree char *clean = title != NULL ? ff_put_clean_line (title) : NULL;
  g_autoptr (GPtrArray) days = NULL;
  FfCalendarDay put = { .day = day, .worked = worked, .title = clean != NULL && *clean != '\0' ? clean : NULL };
  const FfCalendarDay *stored;

  g_return_val_if_fail (db != NULL && day != FF_NO_DAY, FF_PUT_REFUSED);

  days = ff_calendar_day_store_list (db, day, day, error);
  if (days == NULL)
    return FF_PUT_REFUSED;
  if (days->len == 0)
    return ff_calendar_day_store_insert (db, &put, error) ? FF_PUT_NEW : FF_PUT_REFUSED;
  stored = g_ptr_array_index (days, 0);
  if (stored->worked == put.worked && g_strcmp0 (stored->title, put.title) == 0)
    return FF_PUT_SAME;
  return ff_calendar_day_store_update (db, &put, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

gboolean
ff_days_delete (FfDb *db, FfDay day, GError **error)
{
  g_return_val_if_fail (db != NULL && day != FF_NO_DAY, FALSE);

  return ff_calendar_day_store_delete (db, day, error);
}
