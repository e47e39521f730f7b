#include "config.h"

#include "ff-settings.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ff-number.h"
#include "ff-setting-store.h"
#include "ff-take.h"

#define MAX_TRAVEL_MINUTES 1440
#define HUNDRED 100

/* Each key has a function that reads a value into @settings and tells what it is in its canonical form; NULL with @error for one
   that cannot be. */
typedef char *(*ReadFunc) (const char *key, const char *value, FfSettings *settings, GError **error);

static char *
refuse (GError **error, const char *key, const char *sentence)
{
  ff_put_set_error (error, FF_ERROR_INVALID, key, "%s", sentence);
  return NULL;
}

static char *
read_class_hour (const char *key, const char *value, FfSettings *settings, GError **error)
{
  static const int allowed[] = { 45, 50, 60 };

  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", allowed[i]);

      if (strcmp (text, value) == 0)
        {
          settings->class_hour_minutes = allowed[i];
          return g_steal_pointer (&text);
        }
    }
  return refuse (error, key, _("A class hour has 45, 50 or 60 minutes."));
}

static char *
read_credit_hours (const char *key, const char *value, FfSettings *settings, GError **error)
{
  gint64 hours;

  if (!ff_hundredths_parse (value, &hours) || hours <= 0 || hours > G_MAXINT)
    return refuse (error, key, _("Type how many class hours make one credit, for example 16."));
  settings->credit_hours = (int) hours;
  return ff_hundredths_format (hours);
}

static char *
read_switch (const char *key, const char *value, gboolean *state, GError **error)
{
  gboolean changed = FALSE;

  if (!ff_take_yes_no (state, value, key, &changed, error))
    return NULL;
  return g_strdup (*state ? "1" : "0");
}

static char *
read_credit_when_passed (const char *key, const char *value, FfSettings *settings, GError **error)
{
  return read_switch (key, value, &settings->credit_when_passed, error);
}

static char *
read_move_due_dates (const char *key, const char *value, FfSettings *settings, GError **error)
{
  return read_switch (key, value, &settings->move_due_dates, error);
}

static char *
read_weekdays (const char *key, const char *value, FfSettings *settings, GError **error)
{
  GString *text = g_string_new (NULL);
  guint days = 0;

  for (const char *digit = value; *digit != '\0'; digit++)
    {
      if (*digit < '1' || *digit > '7')
        {
          g_string_free (text, TRUE);
          return refuse (error, key, _("Name the days that are worked by numbers, 1 for Monday to 7 for Sunday, for example 12345."));
        }
      days |= 1u << (*digit - '1');
    }
  for (int day = 1; day <= 7; day++)
    if ((days >> (day - 1)) & 1)
      g_string_append_printf (text, "%d", day);
  settings->weekdays = days;
  return g_string_free (text, FALSE);
}

/* "08:30-12:00", also with a dash as it is typed in Chinese. */
static gboolean
parse_hours (const char *text, FfHours *hours)
{
  g_auto (GStrv) ends = NULL;
  g_autofree char *plain = g_strdup (text);
  g_autoptr (GString) dashes = g_string_new (plain);

  g_string_replace (dashes, "–", "-", 0);
  g_string_replace (dashes, "—", "-", 0);
  g_string_replace (dashes, "~", "-", 0);
  ends = g_strsplit (dashes->str, "-", 2);
  return g_strv_length (ends) == 2 && ff_clock_parse (ends[0], &hours->from) && ff_clock_parse (ends[1], &hours->to)
         && hours->from < hours->to;
}

gboolean
ff_settings_parse_hours (const char *text, FfHours *hours, gsize *n_hours)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " ,;", -1);
  gsize n = 0;

  for (char **part = parts; *part != NULL; part++)
    {
      if (**part == '\0')
        continue;
      if (n == FF_SETTINGS_MAX_HOURS || !parse_hours (*part, &hours[n]) || (n > 0 && hours[n].from < hours[n - 1].to))
        return FALSE;
      n++;
    }
  *n_hours = n;
  return TRUE;
}

static char *
read_hours (const char *key, const char *value, FfSettings *settings, GError **error)
{
  GString *text;

  if (!ff_settings_parse_hours (value, settings->hours, &settings->n_hours))
    return refuse (error, key, _("Write the teaching hours as at most four periods in order, for example 08:30-12:00 13:30-17:30."));
  text = g_string_new (NULL);
  for (gsize i = 0; i < settings->n_hours; i++)
    g_string_append_printf (text, "%s%02d:%02d-%02d:%02d", i > 0 ? " " : "", settings->hours[i].from / 60, settings->hours[i].from % 60,
                            settings->hours[i].to / 60, settings->hours[i].to % 60);
  return g_string_free (text, FALSE);
}

static char *
read_travel_minutes (const char *key, const char *value, FfSettings *settings, GError **error)
{
  gint64 minutes;

  if (!ff_hundredths_parse (value, &minutes) || minutes % HUNDRED != 0 || minutes < 0 || minutes / HUNDRED > MAX_TRAVEL_MINUTES)
    return refuse (error, key, _("Type the minutes between two sites as a whole number, for example 30."));
  settings->travel_minutes = (int) (minutes / HUNDRED);
  return g_strdup_printf ("%d", settings->travel_minutes);
}

static char *
read_line (const char *key, const char *value, FfSettings *settings, GError **error)
{
  return ff_put_clean_line (value);
}

static char *
read_text (const char *key, const char *value, FfSettings *settings, GError **error)
{
  return ff_put_clean_text (value);
}

static const struct
{
  const char *key;
  const char *standard; /* NULL: none */
  ReadFunc read;
} keys[] = {
  { FF_SETTING_CLASS_HOUR, "45", read_class_hour },
  { FF_SETTING_CREDIT_HOURS, "16", read_credit_hours },
  { FF_SETTING_CREDIT_WHEN_PASSED, "0", read_credit_when_passed },
  { FF_SETTING_WEEKDAYS, "12345", read_weekdays },
  { FF_SETTING_HOURS, "08:30-12:00 13:30-17:30", read_hours },
  { FF_SETTING_TRAVEL_MINUTES, "30", read_travel_minutes },
  { FF_SETTING_MOVE_DUE_DATES, "0", read_move_due_dates },
  { FF_SETTING_CURRENCY, NULL, read_line },
  { FF_SETTING_ORGANISATION, NULL, read_line },
  { FF_SETTING_NOTICE, NULL, read_text },
  { FF_SETTING_REMINDER, NULL, read_text },
};

gboolean
ff_settings_read (FfDb *db, FfSettings *settings, GError **error)
{
  g_return_val_if_fail (db != NULL && settings != NULL, FALSE);

  *settings = (FfSettings) { 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].standard != NULL)
      {
        g_autofree char *value = ff_settings_get (db, keys[i].key, error);
        g_autofree char *canonical = value != NULL ? keys[i].read (keys[i].key, value, settings, error) : NULL;

        if (canonical == NULL)
          return FALSE;
      }
  return TRUE;
}

static gssize
find_key (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i].key, key) == 0)
      return (gssize) i;
  return -1;
}

FfPut
ff_settings_put (FfDb *db, const char *key, const char *value, GError **error)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (GError) problem = NULL;
  FfSettings settings = { 0 };
  gssize i;

  g_return_val_if_fail (db != NULL && key != NULL && value != NULL, FF_PUT_REFUSED);
  i = find_key (key);
  g_return_val_if_fail (i >= 0, FF_PUT_REFUSED);

  trimmed = g_strstrip (g_strdup (value));
  if (*trimmed != '\0' && (canonical = keys[i].read (key, trimmed, &settings, error)) == NULL)
    return FF_PUT_REFUSED;
  stored = ff_setting_store_get (db, key, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FF_PUT_REFUSED;
    }
  if (g_strcmp0 (stored, canonical) == 0)
    return FF_PUT_SAME;
  return ff_setting_store_set (db, key, canonical, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

char *
ff_settings_get (FfDb *db, const char *key, GError **error)
{
  g_autofree char *stored = NULL;
  g_autoptr (GError) problem = NULL;
  gssize i;

  g_return_val_if_fail (db != NULL && key != NULL, NULL);
  i = find_key (key);
  g_return_val_if_fail (i >= 0, NULL);

  stored = ff_setting_store_get (db, key, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return stored != NULL ? g_steal_pointer (&stored) : g_strdup (keys[i].standard);
}
