/* How this organisation counts and works. Kept in the table setting; what nobody set has the default that RULES names. */
#pragma once

#include "ff-put.h"
#include "ff-work-calendar.h"

G_BEGIN_DECLS

#define FF_SETTINGS_MAX_HOURS 4

typedef struct
{
  int class_hour_minutes;    /* 45, 50 or 60 */
  int credit_hours;          /* class hours of one credit, hundredths */
  gboolean credit_when_passed;
  guint weekdays;            /* worked: bit 0 Monday … bit 6 Sunday */
  FfHours hours[FF_SETTINGS_MAX_HOURS]; /* in which is taught */
  gsize n_hours;
  int travel_minutes;        /* between venues of two sites */
  gboolean move_due_dates;   /* from a day off to the next working day */
} FfSettings;

gboolean ff_settings_read (FfDb *db, FfSettings *settings, GError **error);

/* The keys, and how their values are written. */
#define FF_SETTING_CLASS_HOUR "class_hour_minutes"          /* "45", "50", "60" */
#define FF_SETTING_CREDIT_HOURS "credit_hours"              /* "16" */
#define FF_SETTING_CREDIT_WHEN_PASSED "credit_when_passed"  /* "1", "0" */
#define FF_SETTING_WEEKDAYS "weekdays"                      /* "12345": Monday is 1 */
#define FF_SETTING_HOURS "hours"                            /* "08:30-12:00 13:30-17:30" */
#define FF_SETTING_TRAVEL_MINUTES "travel_minutes"          /* "30" */
#define FF_SETTING_MOVE_DUE_DATES "move_due_dates"          /* "1", "0" */
#define FF_SETTING_CURRENCY "currency"                      /* a sign or a code; no default */
#define FF_SETTING_ORGANISATION "organisation"              /* no default */
#define FF_SETTING_NOTICE "notice"                          /* the template of a notice; no default */
#define FF_SETTING_REMINDER "reminder"

/* "08:30-12:00 13:30-17:30", at most FF_SETTINGS_MAX_HOURS in order; "" is none. */
gboolean ff_settings_parse_hours (const char *text, FfHours *hours, gsize *n_hours);

/* "" returns to the default. A value is checked and kept in its canonical form; the error's field is @key. */
FfPut ff_settings_put (FfDb *db, const char *key, const char *value, GError **error);
/* The stored text of a key, else its default; NULL without an error for one that has none. */
char *ff_settings_get (FfDb *db, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
