/* What many statements read or bind. A class of 20,000 has half a million times, so that reading them knows the one stored form
   and leaves what people type to ff_time_parse (). */
#include "config.h"

#include "ff-statement-values.h"

#include <string.h>

static int
digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    value = value * 10 + (text[i] - '0');
  return value;
}

FfDay
ff_statement_get_day (FfStatement *statement, int column)
{
  const char *text = ff_statement_get_text (statement, column);

  if (text == NULL || strlen (text) < strlen ("YYYY-MM-DD"))
    return FF_NO_DAY;
  return ff_day_from_ymd (digits (text, 4), digits (text + 5, 2), digits (text + 8, 2));
}

FfMinute
ff_statement_get_time (FfStatement *statement, int column)
{
  const char *text = ff_statement_get_text (statement, column);
  FfDay day;

  if (text == NULL || strlen (text) < strlen ("YYYY-MM-DD HH:MM"))
    return FF_NO_TIME;
  day = ff_day_from_ymd (digits (text, 4), digits (text + 5, 2), digits (text + 8, 2));
  return ff_day_start (day) + digits (text + 11, 2) * 60 + digits (text + 14, 2);
}

void
ff_statement_bind_day (FfStatement *statement, const char *name, FfDay day)
{
  g_autofree char *text = day != FF_NO_DAY ? ff_day_format (day) : NULL;

  ff_statement_bind_text (statement, name, text);
}

void
ff_statement_bind_time (FfStatement *statement, const char *name, FfMinute time)
{
  g_autofree char *text = time != FF_NO_TIME ? ff_time_format (time) : NULL;

  ff_statement_bind_text (statement, name, text);
}

gint64
ff_statement_get_number (FfStatement *statement, int column)
{
  return ff_statement_is_null (statement, column) ? -1 : ff_statement_get_int (statement, column);
}

void
ff_statement_bind_number (FfStatement *statement, const char *name, gint64 value)
{
  if (value < 0)
    ff_statement_bind_null (statement, name);
  else
    ff_statement_bind_int (statement, name, value);
}

gboolean
ff_statement_describe_rows (FfDb *db, const char *sql, char *(*describe) (FfStatement *row), GPtrArray *sentences, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, sql, error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    g_ptr_array_add (sentences, describe (statement));
  return step == FF_STEP_DONE;
}
