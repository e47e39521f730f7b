/* How this organisation counts and works. Kept in the table setting; what nobody set has the default that RULES names. */
#pragma once

#include "ff-put.h"
#include "ff-work-calendar.h"

G_BEGIN_DECLS

#define FF_SETTINGS_MAX_HOURS 4

typedef struct
{
  int class_hour_minutes;    /* 45, 50 or 60 */
  int credit_hours;          /* class hours of one credit, hundredths; default 1600 */
  gboolean credit_when_passed;
  guint weekdays;            /* worked: bit 0 Monday … bit 6 Sunday */
  FfHours hours[FF_SETTINGS_MAX_HOURS]; /* in which is taught */
  gsize n_hours;
  int travel_minutes;        /* between venues of two sites; default 30 */
  gboolean move_due_dates;   /* from a day off to the next working day */
} FfSettings;

gboolean ff_settings_read (FfDb *db, FfSettings *settings, GError **error);

/* One setting by its key, as text: class_hour_minutes, credit_hours, credit_when_passed (1, 0), weekdays ("1-5", "1,2,3,6"), hours
   ("08:30-12:00 13:30-17:30"), travel_minutes, move_due_dates (1, 0), currency, organisation, and the templates notice and reminder.
   "" returns to the default. The error's field is @key. */
FfPut ff_settings_put (FfDb *db, const char *key, const char *value, GError **error);
/* The text of a key, its default when nobody set it; NULL only for an unknown key. Notice, reminder, currency and organisation: NULL when unset. */
char *ff_settings_get (FfDb *db, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Days off and make-up days ------------------------------------------------------------------------------------------- */

/* The week, the hours and the differing days from @from to @to (both included); FF_NO_DAY: all there are. */
FfWorkCalendar *ff_days_read_calendar (FfDb *db, FfDay from, FfDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64 id;
  gint64 version;
  FfDay day;
  gboolean worked;
  char *title;
} FfCalendarDay;

void ff_calendar_day_free (FfCalendarDay *day);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCalendarDay, ff_calendar_day_free)

/* FfCalendarDay in order of date. */
GPtrArray *ff_days_list (FfDb *db, FfDay from, FfDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the day one off or one that is worked, whatever it was. @title may be NULL. */
FfPut ff_days_put (FfDb *db, FfDay day, gboolean worked, const char *title, GError **error);
/* The day is again what the week says. */
gboolean ff_days_delete (FfDb *db, FfDay day, GError **error);

G_END_DECLS
