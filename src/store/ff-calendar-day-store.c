#include "config.h"

#include "ff-calendar-day-store.h"

#include "ff-rows.h"
#include "ff-statement-values.h"

enum
{
  COL_ID,
  COL_VERSION,
  COL_DAY,
  COL_WORKED,
  COL_TITLE,
};

void
ff_calendar_day_free (FfCalendarDay *day)
{
  if (day == NULL)
    return;
  g_free (day->title);
  g_free (day);
}

static gpointer
day_from_row (FfStatement *statement)
{
  FfCalendarDay *day = g_new0 (FfCalendarDay, 1);

  day->id = ff_statement_get_int (statement, COL_ID);
  day->version = ff_statement_get_int (statement, COL_VERSION);
  day->day = ff_statement_get_day (statement, COL_DAY);
  day->worked = ff_statement_get_int (statement, COL_WORKED) != 0;
  day->title = ff_statement_dup_text (statement, COL_TITLE);
  return day;
}

GPtrArray *
ff_calendar_day_store_list (FfDb *db, FfDay from, FfDay to, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id, version, day, kind = 'working', title FROM calendar_day"
          " WHERE day >= coalesce ($from, '') AND day <= coalesce ($to, '9999-12-31') ORDER BY day",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_day (statement, "$from", from);
  ff_statement_bind_day (statement, "$to", to);
  return ff_rows_list (statement, day_from_row, (GDestroyNotify) ff_calendar_day_free, error);
}

static void
bind_day (FfStatement *statement, const FfCalendarDay *day)
{
  ff_statement_bind_day (statement, "$day", day->day);
  ff_statement_bind_text (statement, "$kind", day->worked ? "working" : "off");
  ff_statement_bind_text (statement, "$title", day->title);
}

gboolean
ff_calendar_day_store_insert (FfDb *db, FfCalendarDay *day, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "INSERT INTO calendar_day (day, kind, title) VALUES ($day, $kind, $title)", error);

  if (statement == NULL)
    return FALSE;
  bind_day (statement, day);
  day->version = 1;
  return ff_statement_insert (statement, &day->id, error);
}

gboolean
ff_calendar_day_store_update (FfDb *db, const FfCalendarDay *day, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "UPDATE calendar_day SET kind = $kind, title = $title, version = version + 1 WHERE day = $day", error);

  if (statement == NULL)
    return FALSE;
  bind_day (statement, day);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_calendar_day_store_delete (FfDb *db, FfDay day, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM calendar_day WHERE day = $day", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_day (statement, "$day", day);
  return ff_statement_run (statement, NULL, error);
}
