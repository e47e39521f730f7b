#include "config.h"

#include "ff-holidays.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "ff-encoding.h"
#include "ff-input-file.h"

#define MAX_DAYS 62    /* of one event; a longer one is no holiday */
#define YEARS_AHEAD 10 /* up to which an event that repeats is followed */

static void
holiday_free (gpointer data)
{
  FfHoliday *holiday = data;

  g_free (holiday->title);
  g_free (holiday);
}

static void
reject_free (gpointer data)
{
  FfHolidayReject *reject = data;

  g_free (reject->reason);
  g_free (reject);
}

void
ff_holidays_free (FfHolidays *holidays)
{
  g_ptr_array_unref (holidays->days);
  g_ptr_array_unref (holidays->rejects);
  g_free (holidays);
}

typedef struct
{
  FfHolidays *holidays;
  GHashTable *by_day; /* FfDay (gint64 *) → FfHoliday */
  guint event;
} Reading;

static void
reject (Reading *reading, const char *property, char *reason)
{
  FfHolidayReject *refused = g_new0 (FfHolidayReject, 1);

  refused->event = reading->event;
  refused->property = property;
  refused->reason = reason;
  g_ptr_array_add (reading->holidays->rejects, refused);
}

/* What an event is ------------------------------------------------------------------------------------------------------- */

/* 停班, 休班 and 不上班 have the sign of work and mean the opposite. */
static gboolean
is_worked (const char *title)
{
  static const char *const off[] = { "停班", "休班", "不上班" };
  static const char *const worked[] = { "班", "工作日", "working day", "workday", "work day" };
  g_autofree char *lower = g_utf8_strdown (title, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (off); i++)
    if (strstr (lower, off[i]) != NULL)
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (worked); i++)
    if (strstr (lower, worked[i]) != NULL)
      return TRUE;
  return FALSE;
}

static FfDay
day_of (struct icaltimetype time)
{
  return ff_day_from_ymd (time.year, time.month, time.day);
}

/* The first day and the number of days; 0: it is no whole day, which is then rejected already. */
static int
measure_event (Reading *reading, icalcomponent *event, gboolean worked, struct icaltimetype *start)
{
  struct icaltimetype end;
  gint64 days;

  *start = icalcomponent_get_dtstart (event);
  if (icaltime_is_null_time (*start) || day_of (*start) == FF_NO_DAY)
    {
      reject (reading, "DTSTART", g_strdup (_("The event has no date; give it a DTSTART.")));
      return 0;
    }

  end = icalcomponent_get_dtend (event); /* or by DURATION */
  if (icaltime_is_null_time (end) || day_of (end) == FF_NO_DAY)
    return 1;
  days = day_of (end) - day_of (*start);
  if (!start->is_date && !worked && (start->hour != 0 || start->minute != 0 || end.hour != 0 || end.minute != 0 || days < 1))
    {
      reject (reading, "DTSTART", g_strdup (_("The event is not a whole day, so it is no holiday.")));
      return 0;
    }
  if (!start->is_date && (end.hour != 0 || end.minute != 0))
    days++; /* a make-up day with its hours */
  if (days < 0 || days > MAX_DAYS)
    {
      reject (reading, "DTEND", g_strdup_printf (_("The event ends before it begins, or lasts longer than %d days."), MAX_DAYS));
      return 0;
    }
  return MAX (1, (int) days);
}

/* A make-up day stands against a holiday of the same day, and the first title stays: so a file means the same every time. */
static void
add_day (Reading *reading, FfDay day, gboolean worked, const char *title)
{
  FfHoliday *holiday = g_hash_table_lookup (reading->by_day, &day);

  if (holiday == NULL)
    {
      holiday = g_new0 (FfHoliday, 1);
      holiday->day = day;
      holiday->worked = worked;
      holiday->title = title != NULL && *title != '\0' ? g_strdup (title) : NULL;
      g_ptr_array_add (reading->holidays->days, holiday);
      g_hash_table_insert (reading->by_day, &holiday->day, holiday);
    }
  else if (worked && !holiday->worked)
    {
      holiday->worked = TRUE;
      g_free (holiday->title);
      holiday->title = g_strdup (title);
    }
}

static void
add_days (Reading *reading, FfDay first, int n, gboolean worked, const char *title)
{
  for (int i = 0; i < n; i++)
    add_day (reading, first + i, worked, title);
}

/* Repetition ------------------------------------------------------------------------------------------------------------- */

static void
add_repeated (Reading *reading, struct icalrecurrencetype rule, struct icaltimetype start, int n, gboolean worked, const char *title)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (rule, start);
  FfDay last = ff_time_day (ff_time_now ()) + YEARS_AHEAD * 366;

  if (iterator == NULL)
    {
      reject (reading, "RRULE", g_strdup (_("It cannot be told when the event repeats.")));
      return;
    }
  for (struct icaltimetype next = icalrecur_iterator_next (iterator); !icaltime_is_null_time (next) && day_of (next) <= last;
       next = icalrecur_iterator_next (iterator))
    add_days (reading, day_of (next), n, worked, title);
  icalrecur_iterator_free (iterator);
}

static void
add_extra_dates (Reading *reading, icalcomponent *event, int n, gboolean worked, const char *title)
{
  for (icalproperty *extra = icalcomponent_get_first_property (event, ICAL_RDATE_PROPERTY); extra != NULL;
       extra = icalcomponent_get_next_property (event, ICAL_RDATE_PROPERTY))
    {
      FfDay day = day_of (icalproperty_get_rdate (extra).time);

      if (day != FF_NO_DAY)
        add_days (reading, day, n, worked, title);
    }
}

static void
read_event (Reading *reading, icalcomponent *event)
{
  const char *summary = icalcomponent_get_summary (event);
  g_autofree char *title = ff_put_clean_line (summary != NULL ? summary : "");
  icalproperty *repeats = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY);
  gboolean worked = is_worked (title);
  struct icaltimetype start;
  struct icalrecurrencetype rule;
  int n;

  if (icalcomponent_get_status (event) == ICAL_STATUS_CANCELLED)
    return;
  n = measure_event (reading, event, worked, &start);
  if (n == 0)
    return;
  if (repeats == NULL)
    {
      add_days (reading, day_of (start), n, worked, title);
      add_extra_dates (reading, event, n, worked, title);
      return;
    }

  rule = icalproperty_get_rrule (repeats);
  if (rule.freq != ICAL_YEARLY_RECURRENCE)
    reject (reading, "RRULE", g_strdup (_("The event repeats more often than every year: the week itself is set in the preferences.")));
  else
    add_repeated (reading, rule, start, n, worked, title);
}

/* The file --------------------------------------------------------------------------------------------------------------- */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const FfHoliday *x = *(FfHoliday *const *) a;
  const FfHoliday *y = *(FfHoliday *const *) b;

  return (x->day > y->day) - (x->day < y->day);
}

static void
read_events (Reading *reading, icalcomponent *root)
{
  /* A file may hold several calendars; libical then puts an XROOT above them. */
  for (icalcomponent *calendar = icalcomponent_isa (root) == ICAL_XROOT_COMPONENT
                                   ? icalcomponent_get_first_component (root, ICAL_VCALENDAR_COMPONENT)
                                   : root;
       calendar != NULL;
       calendar = root != calendar ? icalcomponent_get_next_component (root, ICAL_VCALENDAR_COMPONENT) : NULL)
    for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
         event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
      {
        reading->event++;
        read_event (reading, event);
      }
}

FfHolidays *
ff_holidays_parse (const char *text, GError **error)
{
  icalcomponent *root;
  Reading reading = { NULL };

  g_return_val_if_fail (text != NULL, NULL);

  root = g_utf8_validate (text, -1, NULL) ? icalparser_parse_string (text) : NULL;
  if (root == NULL || (icalcomponent_isa (root) != ICAL_VCALENDAR_COMPONENT && icalcomponent_isa (root) != ICAL_XROOT_COMPONENT))
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID,
                           _("This is no iCalendar file: choose one that ends with .ics, as a calendar program exports it."));
      g_clear_pointer (&root, icalcomponent_free);
      return NULL;
    }

  reading.holidays = g_new0 (FfHolidays, 1);
  reading.holidays->days = g_ptr_array_new_with_free_func (holiday_free);
  reading.holidays->rejects = g_ptr_array_new_with_free_func (reject_free);
  reading.by_day = g_hash_table_new (g_int64_hash, g_int64_equal);
  read_events (&reading, root);
  g_hash_table_unref (reading.by_day);
  icalcomponent_free (root);
  g_ptr_array_sort (reading.holidays->days, compare_days);

  if (reading.event == 0)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _("There is no event in this calendar."));
      g_clear_pointer (&reading.holidays, ff_holidays_free);
    }
  return reading.holidays;
}

FfHolidays *
ff_holidays_read (const char *path, GError **error)
{
  g_autofree char *data = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!ff_input_file_read (path, &data, &length, error))
    return NULL;
  text = ff_encoding_decode (ff_encoding_detect ((const guint8 *) data, length), (const guint8 *) data, length, &length);
  return ff_holidays_parse (text, error);
}

gboolean
ff_holidays_put (FfDb *db, const FfHolidays *holidays, FfHolidayCounts *counts, GError **error)
{
  FfHolidayCounts counted = { 0 };

  g_return_val_if_fail (db != NULL && holidays != NULL, FALSE);

  for (guint i = 0; i < holidays->days->len; i++)
    {
      const FfHoliday *holiday = g_ptr_array_index (holidays->days, i);

      switch (ff_days_put (db, holiday->day, holiday->worked, holiday->title, error))
        {
        case FF_PUT_NEW:
          counted.n_new++;
          break;
        case FF_PUT_CHANGED:
          counted.n_changed++;
          break;
        case FF_PUT_SAME:
          counted.n_same++;
          break;
        case FF_PUT_REFUSED:
        default:
          return FALSE;
        }
    }
  if (counts != NULL)
    *counts = counted;
  return TRUE;
}
