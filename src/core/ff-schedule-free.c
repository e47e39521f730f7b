/* Ways out of a clash: when, and where, a session could be held instead. */
#include "config.h"

#include "ff-schedule-private.h"

/* One search. */
typedef struct
{
  FfSchedule *self;
  const FfBooked *booking;
  const FfOpeningQuery *query;
  FfMinute length;
  GArray *hits;     /* FfHit, of the last look */
  GArray *openings; /* FfOpening */
} Search;

/* What the session would meet in [from, to). */
static void
look (Search *search, FfMinute from, FfMinute to)
{
  FfBooked elsewhen = *search->booking;

  elsewhen.from = from;
  elsewhen.to = to;
  g_array_set_size (search->hits, 0);
  ff_schedule_collect (search->self, &elsewhen, search->hits);
}

/* More seats and other trainers are not a question of when. */
static gboolean
hinders (const FfHit *hit)
{
  switch (hit->kind)
    {
    case FF_CLASH_TRAINER:
    case FF_CLASH_VENUE:
    case FF_CLASH_EQUIPMENT:
    case FF_CLASH_HOLIDAY:
      return TRUE;
    case FF_CLASH_UNAVAILABILITY:
      return hit->resource != FF_RESOURCE_TRAINEE;
    case FF_CLASH_TRAINEE:
    case FF_CLASH_CAPACITY:
    case FF_CLASH_QUALIFICATION:
    default:
      return FALSE;
    }
}

static int
count_trainees (const Search *search)
{
  int group = search->booking->group;

  return group != FF_NO_GROUP ? (int) ((const FfGroup *) g_ptr_array_index (search->self->groups, group))->n : 0;
}

static int
count_busy (const Search *search)
{
  g_autoptr (GHashTable) busy = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < search->hits->len; i++)
    {
      const FfHit *hit = &g_array_index (search->hits, FfHit, i);

      if (hit->resource == FF_RESOURCE_TRAINEE)
        g_hash_table_add (busy, (gpointer) &hit->resource_id);
    }
  return (int) g_hash_table_size (busy);
}

static gboolean
is_open (Search *search, FfMinute start, int *free_trainees)
{
  int trainees = count_trainees (search);

  look (search, start, start + search->length);
  for (guint i = 0; i < search->hits->len; i++)
    if (hinders (&g_array_index (search->hits, FfHit, i)))
      return FALSE;
  *free_trainees = trainees - count_busy (search);
  return *free_trainees >= search->query->share * trainees - 1e-9;
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  FfMinute first = *(const FfMinute *) a, second = *(const FfMinute *) b;

  return first < second ? -1 : first > second;
}

/* The minutes of [from, to) at which a stretch can begin: its own start, and whenever something that is in the way ends, with the
   minutes that it may take to set up or to get there. */
static GArray *
list_starts (Search *search, FfMinute from, FfMinute to)
{
  const FfScheduleVenue *venue = ff_schedule_get_venue (search->self, search->booking->venue_id);
  int waits[] = { 0, venue != NULL ? venue->setup_minutes : 0, search->self->travel_minutes };
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (FfMinute));

  g_array_append_val (starts, from);
  look (search, from, to);
  for (guint i = 0; i < search->hits->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (waits); j++)
      {
        FfMinute start = g_array_index (search->hits, FfHit, i).to + waits[j];

        if (start > from && start + search->length <= to)
          g_array_append_val (starts, start);
      }
  g_array_sort (starts, compare_minutes);
  return starts;
}

static gboolean
has_enough (const Search *search)
{
  return search->openings->len >= search->query->most;
}

static void
search_hours (Search *search, FfMinute from, FfMinute to)
{
  g_autoptr (GArray) starts = NULL;
  FfOpening opening;
  int ignored;

  if (search->query->not_before != FF_NO_TIME)
    from = MAX (from, search->query->not_before);
  if (from + search->length > to)
    return;
  starts = list_starts (search, from, to);
  for (guint i = 0; i < starts->len && !has_enough (search); i++)
    {
      opening.from = g_array_index (starts, FfMinute, i);
      if ((i > 0 && opening.from == g_array_index (starts, FfMinute, i - 1))
          || (opening.from > from && is_open (search, opening.from - 1, &ignored))
          || !is_open (search, opening.from, &opening.free_trainees))
        continue;
      g_array_append_val (search->openings, opening);
    }
}

static void
search_day (Search *search, FfDay day, const FfHours *hours, gsize n_hours)
{
  const FfOpeningQuery *query = search->query;
  gboolean limited = query->earliest != 0 || query->latest != 0;

  for (gsize i = 0; i < n_hours && !has_enough (search); i++)
    {
      int from = limited ? MAX (hours[i].from, query->earliest) : hours[i].from;
      int to = limited ? MIN (hours[i].to, query->latest) : hours[i].to;

      if (from < to)
        search_hours (search, ff_day_start (day) + from, ff_day_start (day) + to);
    }
}

/* The teaching hours; one stretch from the first to the last of them for what fits none. */
static const FfHours *
choose_hours (const FfWorkCalendar *calendar, FfMinute length, FfHours *whole, gsize *n_hours)
{
  const FfHours *hours = ff_work_calendar_hours (calendar, n_hours);

  for (gsize i = 0; i < *n_hours; i++)
    if (hours[i].to - hours[i].from >= length)
      return hours;
  if (*n_hours == 0)
    return hours;
  *whole = (FfHours) { hours[0].from, hours[*n_hours - 1].to };
  *n_hours = 1;
  return whole;
}

GArray *
ff_schedule_find_openings (FfSchedule *self, gint64 session, const FfOpeningQuery *query)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (FfHit));
  g_autoptr (FfWorkCalendar) fallback = NULL;
  const FfWorkCalendar *calendar;
  const FfHours *hours;
  FfHours whole;
  gsize n_hours;
  Search search;

  g_return_val_if_fail (self != NULL && query != NULL, NULL);

  search = (Search) { self, ff_schedule_get_booking (self, session), query, 0, hits, g_array_new (FALSE, FALSE, sizeof (FfOpening)) };
  if (search.booking == NULL)
    return search.openings;
  if (self->calendar == NULL)
    fallback = ff_work_calendar_new_default ();
  calendar = self->calendar != NULL ? self->calendar : fallback;
  search.length = search.booking->to - search.booking->from;
  hours = choose_hours (calendar, search.length, &whole, &n_hours);
  for (FfDay day = query->from; day <= query->to && !has_enough (&search); day++)
    if (ff_work_calendar_is_worked (calendar, day))
      search_day (&search, day, hours, n_hours);
  return search.openings;
}

static guint
count_hits (FfSchedule *self, const FfBooked *booking, gboolean venue_only)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (FfHit));
  guint n = 0;

  ff_schedule_collect (self, booking, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const FfHit *hit = &g_array_index (hits, FfHit, i);

      n += venue_only ? hit->resource == FF_RESOURCE_VENUE : hit->kind == FF_CLASH_TRAINER || hit->kind == FF_CLASH_EQUIPMENT;
    }
  return n;
}

/* Free and large enough, and nobody has further to go or has less to work with than now. */
gboolean
ff_schedule_fits_venue (FfSchedule *self, gint64 session, gint64 venue_id)
{
  const FfBooked *booking;
  FfBooked there;

  g_return_val_if_fail (self != NULL && venue_id != 0, FALSE);

  booking = ff_schedule_get_booking (self, session);
  if (booking == NULL)
    return FALSE;
  there = *booking;
  there.venue_id = venue_id;
  return count_hits (self, &there, TRUE) == 0 && count_hits (self, &there, FALSE) <= count_hits (self, booking, FALSE);
}
