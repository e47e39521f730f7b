#include "config.h"

#include "ff-place-rows.h"

#include "ff-days.h"
#include "ff-trainer-figures.h"

static int
this_year (void)
{
  int year, month, mday;

  ff_day_to_ymd (ff_time_day (ff_time_now ()), &year, &month, &mday);
  return year;
}

/* Lists ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GHashTable *hours;
  gboolean descending;
} ByHours;

static gint64
hours_of (const ByHours *by, gint64 id)
{
  const gint64 *hours = g_hash_table_lookup (by->hours, &id);
  return hours ? *hours : 0;
}

static int
compare_hours (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ByHours *by = user_data;
  gint64 left = hours_of (by, *(const gint64 *) a);
  gint64 right = hours_of (by, *(const gint64 *) b);
  int order = (left > right) - (left < right);

  return by->descending ? -order : order;
}

/* Those with as many hours stay in the order of their names; GArray's sort is stable. */
static gboolean
sort_by_hours (FfDb *db, GArray *ids, gboolean descending, GError **error)
{
  g_autoptr (GHashTable) hours = ff_trainer_figures_hours (db, this_year (), error);

  if (!hours)
    return FALSE;
  g_array_sort_with_data (ids, compare_hours, &(ByHours) { hours, descending });
  return TRUE;
}

GArray *
ff_place_rows_list (FfDb *db, FfNamed kind, const char *search, int sort, gboolean descending, GError **error)
{
  gboolean by_hours = sort == FF_PLACE_SORT_HOURS;
  FfNamedQuery query = {
    .search = search,
    .sort = by_hours ? FF_NAMED_SORT_NAME : (FfNamedSort) sort,
    .descending = by_hours ? FALSE : descending,
    .now = ff_time_now (),
  };
  g_autoptr (GArray) ids = ff_named_store_list (db, kind, &query, error);

  if (!ids || (by_hours && !sort_by_hours (db, ids, descending, error)))
    return NULL;
  return g_steal_pointer (&ids);
}

/* Rows ------------------------------------------------------------------------------------------------------------- */

void
ff_trainer_row_free (FfTrainerRow *row)
{
  if (!row)
    return;

  ff_trainer_free (row->trainer);
  ff_booking_free (row->next);
  ff_qualification_free (row->expiring);
  g_free (row);
}

void
ff_venue_row_free (FfVenueRow *row)
{
  if (!row)
    return;

  ff_venue_free (row->venue);
  ff_booking_free (row->next);
  g_free (row);
}

void
ff_equipment_row_free (FfEquipmentRow *row)
{
  if (!row)
    return;

  ff_equipment_free (row->equipment);
  ff_booking_free (row->next);
  g_free (row);
}

static gboolean
read_next (FfDb *db, FfNamed kind, gint64 id, FfBooking **next, GError **error)
{
  g_autoptr (GPtrArray) bookings = ff_people_bookings (db, kind, id, 1, error);

  if (!bookings)
    return FALSE;
  *next = bookings->len > 0 ? g_ptr_array_steal_index (bookings, 0) : NULL;
  return TRUE;
}

static gboolean
read_expiring (FfDb *db, gint64 id, FfTrainerQualification **expiring, GError **error)
{
  g_autoptr (GPtrArray) qualifications = ff_qualifications_of_trainer (db, id, error);

  if (!qualifications)
    return FALSE;
  if (qualifications->len > 0 && ((const FfTrainerQualification *) qualifications->pdata[0])->expires_on != FF_NO_DAY)
    *expiring = g_ptr_array_steal_index (qualifications, 0);
  return TRUE;
}

FfTrainerRow *
ff_place_rows_read_trainer (FfDb *db, gint64 id, GError **error)
{
  FfTrainer *trainer = ff_trainer_store_read (db, id, error);
  FfTrainerRow *row;
  FfTrainerFigures figures;

  if (!trainer)
    return NULL;
  row = g_new0 (FfTrainerRow, 1);
  row->trainer = trainer;
  if (!read_next (db, FF_NAMED_TRAINER, id, &row->next, error) || !read_expiring (db, id, &row->expiring, error)
      || !ff_trainer_figures_read (db, id, this_year (), &figures, error))
    {
      ff_trainer_row_free (row);
      return NULL;
    }
  row->hours = figures.total.hours;
  return row;
}

FfVenueRow *
ff_place_rows_read_venue (FfDb *db, gint64 id, GError **error)
{
  FfVenue *venue = ff_venue_store_read (db, id, error);
  FfBooking *next = NULL;
  FfVenueRow *row;

  if (!venue || !read_next (db, FF_NAMED_VENUE, id, &next, error))
    {
      ff_venue_free (venue);
      return NULL;
    }
  row = g_new0 (FfVenueRow, 1);
  row->venue = venue;
  row->next = next;
  return row;
}

FfEquipmentRow *
ff_place_rows_read_equipment (FfDb *db, gint64 id, GError **error)
{
  FfEquipment *equipment = ff_equipment_store_read (db, id, error);
  FfBooking *next = NULL;
  FfEquipmentRow *row;

  if (!equipment || !read_next (db, FF_NAMED_EQUIPMENT, id, &next, error))
    {
      ff_equipment_free (equipment);
      return NULL;
    }
  row = g_new0 (FfEquipmentRow, 1);
  row->equipment = equipment;
  row->next = next;
  return row;
}

/* The use of a venue ------------------------------------------------------------------------------------------------ */

static void
add_bookings (GPtrArray *bookings, FfMinute from, FfMinute to, FfVenueUse *use)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < bookings->len; i++)
    {
      const FfBooking *booking = bookings->pdata[i];

      if (booking->joint && !g_hash_table_add (seen, g_strdup_printf ("%" G_GINT64_FORMAT " %s", booking->starts_at, booking->joint)))
        continue;
      use->booked += MIN (booking->ends_at, to) - MAX (booking->starts_at, from);
      use->sessions++;
    }
}

static gint64
open_minutes (const FfWorkCalendar *calendar, FfDay from, FfDay to)
{
  gsize n;
  const FfHours *hours = ff_work_calendar_hours (calendar, &n);
  gint64 a_day = 0, minutes = 0;

  for (gsize i = 0; i < n; i++)
    a_day += hours[i].to - hours[i].from;
  for (FfDay day = from; day <= to; day++)
    minutes += ff_work_calendar_is_worked (calendar, day) ? a_day : 0;
  return minutes;
}

gboolean
ff_venue_use_read (FfDb *db, gint64 venue_id, int year, int month, FfVenueUse *use, GError **error)
{
  FfDay first = ff_day_from_ymd (year, month, 1);
  FfDay last = ff_day_from_ymd (month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) - 1;
  FfMinute from = ff_day_start (first), to = ff_day_start (last + 1);
  g_autoptr (FfWorkCalendar) calendar = ff_days_read_calendar (db, first, last, error);
  g_autoptr (GPtrArray) bookings =
      calendar ? ff_named_store_bookings (db, FF_NAMED_VENUE, venue_id, from, to, -1, error) : NULL;

  if (!bookings)
    return FALSE;
  *use = (FfVenueUse) { .open = open_minutes (calendar, first, last) };
  add_bookings (bookings, from, to, use);
  return TRUE;
}
