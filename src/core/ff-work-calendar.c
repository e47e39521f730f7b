#include "config.h"

#include "ff-work-calendar.h"

#define EVERY_DAY 0x7f
#define MONDAY_TO_FRIDAY 0x1f
/* Further ahead nobody plans; it ends the search in a week without a worked day. */
#define HORIZON_DAYS 3653

typedef struct
{
  gboolean worked;
  char *title;
} OtherDay;

struct _FfWorkCalendar
{
  guint weekdays;
  FfHours *hours;
  gsize n_hours;
  GHashTable *others; /* FfDay → OtherDay */
};

static void
other_day_free (OtherDay *other)
{
  g_free (other->title);
  g_free (other);
}

static const OtherDay *
other_day (const FfWorkCalendar *self, FfDay day)
{
  return g_hash_table_lookup (self->others, &day);
}

static gboolean
week_works (const FfWorkCalendar *self, FfDay day)
{
  return (self->weekdays >> (ff_day_weekday (day) - 1)) & 1;
}

FfWorkCalendar *
ff_work_calendar_new (guint weekdays, const FfHours *hours, gsize n_hours)
{
  FfWorkCalendar *self;

  g_return_val_if_fail (hours != NULL || n_hours == 0, NULL);

  self = g_new0 (FfWorkCalendar, 1);
  self->weekdays = weekdays & EVERY_DAY;
  self->hours = g_memdup2 (hours, n_hours * sizeof *hours);
  self->n_hours = n_hours;
  self->others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) other_day_free);
  return self;
}

FfWorkCalendar *
ff_work_calendar_new_default (void)
{
  static const FfHours hours[] = { { 8 * 60 + 30, 12 * 60 }, { 13 * 60 + 30, 17 * 60 + 30 } };

  return ff_work_calendar_new (MONDAY_TO_FRIDAY, hours, G_N_ELEMENTS (hours));
}

void
ff_work_calendar_free (FfWorkCalendar *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->others);
  g_free (self->hours);
  g_free (self);
}

void
ff_work_calendar_add_day (FfWorkCalendar *self, FfDay day, gboolean worked, const char *title)
{
  OtherDay *other;

  g_return_if_fail (self != NULL && day != FF_NO_DAY);

  other = g_new0 (OtherDay, 1);
  other->worked = worked;
  other->title = g_strdup (title);
  g_hash_table_insert (self->others, g_memdup2 (&day, sizeof day), other);
}

FfDayKind
ff_work_calendar_kind (const FfWorkCalendar *self, FfDay day)
{
  const OtherDay *other;

  g_return_val_if_fail (self != NULL, FF_DAY_WORKING);

  other = other_day (self, day);
  if (week_works (self, day))
    return other == NULL || other->worked ? FF_DAY_WORKING : FF_DAY_OFF;
  return other != NULL && other->worked ? FF_DAY_MAKE_UP : FF_DAY_OFF;
}

const char *
ff_work_calendar_title (const FfWorkCalendar *self, FfDay day)
{
  const OtherDay *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = other_day (self, day);
  return other != NULL ? other->title : NULL;
}

gboolean
ff_work_calendar_is_worked (const FfWorkCalendar *self, FfDay day)
{
  return ff_work_calendar_kind (self, day) != FF_DAY_OFF;
}

gboolean
ff_work_calendar_is_holiday (const FfWorkCalendar *self, FfDay day)
{
  const OtherDay *other;

  g_return_val_if_fail (self != NULL, FALSE);

  other = other_day (self, day);
  return other != NULL && !other->worked;
}

/* The first worked day from @day on, in steps of @direction. */
static FfDay
find_worked (const FfWorkCalendar *self, FfDay day, int direction)
{
  for (int i = 0; i < HORIZON_DAYS; i++, day += direction)
    if (ff_work_calendar_is_worked (self, day))
      return day;
  return FF_NO_DAY;
}

FfDay
ff_work_calendar_next (const FfWorkCalendar *self, FfDay day)
{
  g_return_val_if_fail (self != NULL && day != FF_NO_DAY, FF_NO_DAY);

  return find_worked (self, day, 1);
}

FfDay
ff_work_calendar_add (const FfWorkCalendar *self, FfDay day, int n)
{
  int direction = n < 0 ? -1 : 1;

  g_return_val_if_fail (self != NULL && day != FF_NO_DAY, FF_NO_DAY);

  if (n == 0)
    return ff_work_calendar_next (self, day);
  for (int i = 0; i < ABS (n) && day != FF_NO_DAY; i++)
    day = find_worked (self, day + direction, direction);
  return day;
}

const FfHours *
ff_work_calendar_hours (const FfWorkCalendar *self, gsize *n_hours)
{
  g_return_val_if_fail (self != NULL && n_hours != NULL, NULL);

  *n_hours = self->n_hours;
  return self->hours;
}
