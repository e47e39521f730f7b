/* What a booking clashes with, one function for each kind. */
#include "config.h"

#include "ff-schedule-private.h"

/* Its people are counted twice in no clash and its minutes are kept as they are: both sides widen by @gap at their start. */
static gboolean
overlaps (const FfBooked *a, const FfBooked *b, int gap)
{
  return a->from - gap < b->to && b->from - gap < a->to;
}

static void
add_pair (GArray *hits, FfClashKind kind, FfResource resource, gint64 id, const FfBooked *a, const FfBooked *b, int gap)
{
  FfHit hit = {
    .kind = kind,
    .resource = resource,
    .resource_id = id,
    .a = a->id,
    .b = b->id,
    .from = MAX (a->from, b->from) - gap,
    .to = MIN (a->to, b->to),
    .provisional = a->provisional || b->provisional,
  };

  g_array_append_val (hits, hit);
}

static FfHit *
add_single (GArray *hits, FfClashKind kind, FfResource resource, gint64 id, const FfBooked *a, FfMinute from, FfMinute to)
{
  FfHit hit = { .kind = kind, .resource = resource, .resource_id = id, .a = a->id, .from = from, .to = to, .provisional = a->provisional };

  g_array_append_val (hits, hit);
  return &g_array_index (hits, FfHit, hits->len - 1);
}

/* Trainers and venues ---------------------------------------------------------------------------------------------- */

static int
travel_between (FfSchedule *self, const FfBooked *a, const FfBooked *b)
{
  const FfScheduleVenue *from = ff_schedule_get_venue (self, a->venue_id);
  const FfScheduleVenue *to = ff_schedule_get_venue (self, b->venue_id);

  return from != NULL && to != NULL && from->site != NULL && to->site != NULL && from->site != to->site ? self->travel_minutes : 0;
}

static void
collect_trainers (FfSchedule *self, const FfBooked *booking, GArray *hits)
{
  int travel = self->travel_minutes;

  for (gsize i = 0; i < booking->n_trainers; i++)
    {
      const GArray *found
          = ff_schedule_find (self, FF_TRACK_TRAINER, booking->trainers[i], booking->from - travel, booking->to + travel);

      for (guint j = 0; j < found->len; j++)
        {
          const FfBooked *other = g_array_index (found, FfSpan, j).what;
          int gap = travel_between (self, booking, other);

          if (!ff_booked_is_one (booking, other) && overlaps (booking, other, gap))
            add_pair (hits, FF_CLASH_TRAINER, FF_RESOURCE_TRAINER, booking->trainers[i], booking, other, gap);
        }
    }
}

static int
setup_of (FfSchedule *self, const FfBooked *booking)
{
  const FfScheduleVenue *venue = ff_schedule_get_venue (self, booking->venue_id);

  return venue != NULL ? venue->setup_minutes : 0;
}

static void
collect_venue (FfSchedule *self, const FfBooked *booking, GArray *hits)
{
  int setup = setup_of (self, booking);
  const GArray *found;

  if (booking->venue_id == 0)
    return;
  found = ff_schedule_find (self, FF_TRACK_VENUE, booking->venue_id, booking->from - setup, booking->to + setup);
  for (guint i = 0; i < found->len; i++)
    {
      const FfBooked *other = g_array_index (found, FfSpan, i).what;
      /* A class that stays finds the room as it left it. */
      int gap = other->run_id == booking->run_id ? 0 : setup;

      if (!ff_booked_is_one (booking, other) && overlaps (booking, other, gap))
        add_pair (hits, FF_CLASH_VENUE, FF_RESOURCE_VENUE, booking->venue_id, booking, other, gap);
    }
}

/* Trainees --------------------------------------------------------------------------------------------------------- */

static const FfGroup *
get_group (FfSchedule *self, const FfBooked *booking)
{
  return booking->group != FF_NO_GROUP ? g_ptr_array_index (self->groups, booking->group) : NULL;
}

static void
collect_trainees (FfSchedule *self, const FfBooked *booking, GArray *hits)
{
  const GArray *neighbours = booking->group != FF_NO_GROUP ? ff_schedule_neighbours (self, booking->group) : NULL;

  for (guint i = 0; neighbours != NULL && i < neighbours->len; i++)
    {
      const FfNeighbour *neighbour = &g_array_index (neighbours, FfNeighbour, i);
      const GArray *found;

      if (neighbour->to <= booking->from || neighbour->from >= booking->to)
        continue;
      found = ff_schedule_find (self, FF_TRACK_GROUP, neighbour->group, booking->from, booking->to);
      for (guint j = 0; j < found->len; j++)
        {
          const FfBooked *other = g_array_index (found, FfSpan, j).what;

          for (guint k = 0; !ff_booked_is_one (booking, other) && k < neighbour->shared->len; k++)
            add_pair (hits, FF_CLASH_TRAINEE, FF_RESOURCE_TRAINEE, g_array_index (neighbour->shared, gint64, k), booking, other, 0);
        }
    }
}

/* What cannot be had ----------------------------------------------------------------------------------------------- */

static void
collect_away (FfSchedule *self, FfTrackKind track, FfResource resource, gint64 id, const FfBooked *booking, int setup, GArray *hits)
{
  FfMinute from = booking->from - setup;
  const GArray *found = ff_schedule_find (self, track, id, from, booking->to);

  for (guint i = 0; i < found->len; i++)
    {
      const FfSpan *span = &g_array_index (found, FfSpan, i);

      add_single (hits, FF_CLASH_UNAVAILABILITY, resource, id, booking, MAX (from, span->from), MIN (booking->to, span->to));
    }
}

static void
collect_unavailabilities (FfSchedule *self, const FfBooked *booking, GArray *hits)
{
  const FfGroup *group = get_group (self, booking);

  for (gsize i = 0; i < booking->n_trainers; i++)
    collect_away (self, FF_TRACK_TRAINER_AWAY, FF_RESOURCE_TRAINER, booking->trainers[i], booking, 0, hits);
  if (booking->venue_id != 0)
    collect_away (self, FF_TRACK_VENUE_AWAY, FF_RESOURCE_VENUE, booking->venue_id, booking, setup_of (self, booking), hits);
  for (gsize i = 0; group != NULL && i < group->n; i++)
    collect_away (self, FF_TRACK_TRAINEE_AWAY, FF_RESOURCE_TRAINEE, group->trainees[i], booking, 0, hits);
}

static void
collect_holidays (FfSchedule *self, const FfBooked *booking, GArray *hits)
{
  for (FfDay day = ff_time_day (booking->from); self->calendar != NULL && day <= ff_time_day (booking->to - 1); day++)
    if (ff_work_calendar_is_holiday (self->calendar, day))
      add_single (hits, FF_CLASH_HOLIDAY, FF_RESOURCE_NONE, 0, booking, MAX (booking->from, ff_day_start (day)),
                  MIN (booking->to, ff_day_start (day + 1)));
}

/* Seats and qualifications ----------------------------------------------------------------------------------------- */

/* The people of a booking and of all that are one with it in the same venue. */
static int
count_people (FfSchedule *self, const FfBooked *booking)
{
  const FfGroup *group = get_group (self, booking);
  g_autoptr (GHashTable) people = NULL;
  const GArray *parts;

  if (booking->joint == 0)
    return group != NULL ? (int) group->n : 0;
  people = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (gsize i = 0; group != NULL && i < group->n; i++)
    g_hash_table_add (people, &group->trainees[i]);
  parts = ff_schedule_find (self, FF_TRACK_JOINT, booking->joint, booking->from, booking->to);
  for (guint i = 0; i < parts->len; i++)
    {
      const FfBooked *part = g_array_index (parts, FfSpan, i).what;
      const FfGroup *more = get_group (self, part);

      if (part->venue_id != booking->venue_id)
        continue;
      for (gsize j = 0; more != NULL && j < more->n; j++)
        g_hash_table_add (people, &more->trainees[j]);
    }
  return (int) g_hash_table_size (people);
}

static void
collect_capacity (FfSchedule *self, const FfBooked *booking, GArray *hits)
{
  const FfScheduleVenue *venue = ff_schedule_get_venue (self, booking->venue_id);
  int people = venue != NULL && venue->capacity >= 0 ? count_people (self, booking) : 0;
  FfHit *hit;

  if (people == 0 || people <= venue->capacity)
    return;
  hit = add_single (hits, FF_CLASH_CAPACITY, FF_RESOURCE_VENUE, venue->id, booking, booking->from, booking->to);
  hit->need = people;
  hit->have = venue->capacity;
}

static void
collect_qualifications (FfSchedule *self, const FfBooked *booking, GArray *hits)
{
  for (gsize i = 0; i < booking->n_trainers; i++)
    if (!ff_schedule_may_teach (self, booking->course_id, booking->trainers[i], ff_time_day (booking->to - 1)))
      add_single (hits, FF_CLASH_QUALIFICATION, FF_RESOURCE_TRAINER, booking->trainers[i], booking, booking->from, booking->to);
}

void
ff_schedule_collect (FfSchedule *self, const FfBooked *booking, GArray *hits)
{
  collect_trainers (self, booking, hits);
  collect_venue (self, booking, hits);
  collect_trainees (self, booking, hits);
  ff_schedule_collect_equipment (self, booking, hits);
  collect_holidays (self, booking, hits);
  collect_unavailabilities (self, booking, hits);
  collect_capacity (self, booking, hits);
  collect_qualifications (self, booking, hits);
}

/* Each once -------------------------------------------------------------------------------------------------------- */

/* The booking that speaks for all that are one with it. */
static gint64
find_first_part (FfSchedule *self, gint64 id)
{
  const FfBooked *booking = ff_schedule_get_booking (self, id);
  const GArray *parts;

  if (booking == NULL || booking->joint == 0)
    return id;
  parts = ff_schedule_find (self, FF_TRACK_JOINT, booking->joint, booking->from, booking->to);
  for (guint i = 0; i < parts->len; i++)
    id = MIN (id, ((const FfBooked *) g_array_index (parts, FfSpan, i).what)->id);
  return id;
}

#define COMPARE(x, y)        \
  if ((x) != (y))            \
    return (x) < (y) ? -1 : 1

/* By time; what is the same clash stands together, whichever side it was found from. */
static int
compare_clashes (const FfHit *a, const FfHit *b)
{
  COMPARE (a->from, b->from);
  COMPARE (a->kind, b->kind);
  COMPARE (a->resource, b->resource);
  COMPARE (a->resource_id, b->resource_id);
  COMPARE (a->to, b->to);
  COMPARE (MIN (a->joint_a, a->joint_b), MIN (b->joint_a, b->joint_b));
  COMPARE (MAX (a->joint_a, a->joint_b), MAX (b->joint_a, b->joint_b));
  return 0;
}

static int
compare_hits (gconstpointer first, gconstpointer second)
{
  const FfHit *a = first, *b = second;
  int order = compare_clashes (a, b);

  if (order != 0)
    return order;
  /* Of sessions that are one, the greediest speaks for all. */
  COMPARE (b->need, a->need);
  COMPARE (a->a, b->a);
  COMPARE (a->b, b->b);
  return 0;
}

static GArray *
list_once (FfSchedule *self, GArray *hits)
{
  GArray *once = g_array_new (FALSE, FALSE, sizeof (FfHit));

  for (guint i = 0; i < hits->len; i++)
    {
      FfHit *hit = &g_array_index (hits, FfHit, i);

      hit->joint_a = find_first_part (self, hit->a);
      hit->joint_b = hit->b != 0 ? find_first_part (self, hit->b) : 0;
    }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const FfHit *hit = &g_array_index (hits, FfHit, i);

      if (once->len == 0 || compare_clashes (&g_array_index (once, FfHit, once->len - 1), hit) != 0)
        g_array_append_vals (once, hit, 1);
    }
  return once;
}

GArray *
ff_schedule_check (FfSchedule *self, const gint64 *sessions, gsize n)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (FfHit));

  g_return_val_if_fail (self != NULL && (sessions != NULL || n == 0), NULL);

  for (gsize i = 0; i < n; i++)
    {
      const FfBooked *booking = ff_schedule_get_booking (self, sessions[i]);

      if (booking != NULL)
        ff_schedule_collect (self, booking, hits);
    }
  return list_once (self, hits);
}

GArray *
ff_schedule_check_all (FfSchedule *self)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (FfHit));
  GHashTableIter iter;
  gpointer booking;

  g_return_val_if_fail (self != NULL, NULL);

  g_hash_table_iter_init (&iter, self->bookings);
  while (g_hash_table_iter_next (&iter, NULL, &booking))
    ff_schedule_collect (self, booking, hits);
  return list_once (self, hits);
}
