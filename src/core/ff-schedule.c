/* The schedule: what there is, and who takes it when. Finding clashes and ways out stand in files of their own. */
#include "config.h"

#include "ff-schedule-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  gint64 trainer_id;
  FfDay until;
} Teacher;

static void
venue_free (FfScheduleVenue *venue)
{
  g_clear_pointer (&venue->standing, g_hash_table_unref);
  g_free (venue);
}

static void
neighbour_clear (FfNeighbour *neighbour)
{
  g_array_unref (neighbour->shared);
}

static void
group_free (FfGroup *group)
{
  g_clear_pointer (&group->neighbours, g_array_unref);
  g_free (group->trainees);
  g_free (group);
}

static void
booked_free (FfBooked *booking)
{
  g_free (booking->trainers);
  g_free (booking->needs);
  g_free (booking);
}

static gpointer
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

FfSchedule *
ff_schedule_new (void)
{
  FfSchedule *self = g_new0 (FfSchedule, 1);

  self->venues = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) venue_free);
  self->equipment = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->teachers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->bookings = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) booked_free);
  self->joints = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_string_chunk_new (256);
  for (guint i = 0; i < FF_TRACK_N; i++)
    self->tracks[i] = ff_tracks_new ();
  self->found = g_array_new (FALSE, FALSE, sizeof (FfSpan));
  return self;
}

void
ff_schedule_free (FfSchedule *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->calendar, ff_work_calendar_free);
  g_hash_table_unref (self->venues);
  g_hash_table_unref (self->equipment);
  g_hash_table_unref (self->teachers);
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->bookings);
  g_hash_table_unref (self->joints);
  g_string_chunk_free (self->names);
  for (guint i = 0; i < FF_TRACK_N; i++)
    g_hash_table_unref (self->tracks[i]);
  g_array_unref (self->found);
  g_free (self);
}

/* What there is ---------------------------------------------------------------------------------------------------- */

void
ff_schedule_take_calendar (FfSchedule *self, FfWorkCalendar *calendar)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->calendar, ff_work_calendar_free);
  self->calendar = calendar;
}

void
ff_schedule_set_travel_minutes (FfSchedule *self, int minutes)
{
  g_return_if_fail (self != NULL && minutes >= 0);

  self->travel_minutes = minutes;
}

static FfScheduleVenue *
make_venue (FfSchedule *self, gint64 id)
{
  FfScheduleVenue *venue = g_hash_table_lookup (self->venues, &id);

  if (venue != NULL)
    return venue;
  venue = g_new0 (FfScheduleVenue, 1);
  venue->id = id;
  venue->capacity = -1;
  g_hash_table_insert (self->venues, &venue->id, venue);
  return venue;
}

void
ff_schedule_add_venue (FfSchedule *self, gint64 id, int capacity, int setup_minutes, const char *site)
{
  FfScheduleVenue *venue;

  g_return_if_fail (self != NULL && id != 0 && setup_minutes >= 0);

  venue = make_venue (self, id);
  venue->capacity = capacity;
  venue->setup_minutes = setup_minutes;
  venue->site = site != NULL && *site != '\0' ? g_string_chunk_insert_const (self->names, site) : NULL;
}

void
ff_schedule_add_equipment (FfSchedule *self, gint64 id, int count)
{
  g_return_if_fail (self != NULL && id != 0 && count >= 0);

  g_hash_table_insert (self->equipment, copy_id (id), GINT_TO_POINTER (count));
}

void
ff_schedule_add_standing (FfSchedule *self, gint64 venue_id, gint64 equipment_id, int count)
{
  FfScheduleVenue *venue;

  g_return_if_fail (self != NULL && venue_id != 0 && equipment_id != 0 && count >= 0);

  venue = make_venue (self, venue_id);
  if (venue->standing == NULL)
    venue->standing = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (venue->standing, copy_id (equipment_id), GINT_TO_POINTER (count));
}

void
ff_schedule_add_unavailability (FfSchedule *self, FfResource resource, gint64 id, FfMinute from, FfMinute to)
{
  static const FfTrackKind kinds[FF_RESOURCE_N] = {
    [FF_RESOURCE_TRAINER] = FF_TRACK_TRAINER_AWAY,
    [FF_RESOURCE_VENUE] = FF_TRACK_VENUE_AWAY,
    [FF_RESOURCE_TRAINEE] = FF_TRACK_TRAINEE_AWAY,
  };

  g_return_if_fail (self != NULL);
  g_return_if_fail (resource == FF_RESOURCE_TRAINER || resource == FF_RESOURCE_VENUE || resource == FF_RESOURCE_TRAINEE);

  ff_tracks_add (self->tracks[kinds[resource]], id, &(FfSpan) { from, to, NULL });
}

/* Who may teach ---------------------------------------------------------------------------------------------------- */

void
ff_schedule_add_teacher (FfSchedule *self, gint64 course_id, gint64 trainer_id, FfDay until)
{
  Teacher teacher = { trainer_id, until };
  GArray *teachers;

  g_return_if_fail (self != NULL);

  teachers = g_hash_table_lookup (self->teachers, &course_id);
  if (teachers == NULL)
    {
      teachers = g_array_new (FALSE, FALSE, sizeof (Teacher));
      g_hash_table_insert (self->teachers, copy_id (course_id), teachers);
    }
  g_array_append_val (teachers, teacher);
}

gboolean
ff_schedule_may_teach (FfSchedule *self, gint64 course_id, gint64 trainer_id, FfDay day)
{
  const GArray *teachers = g_hash_table_lookup (self->teachers, &course_id);

  if (teachers == NULL)
    return TRUE;
  for (guint i = 0; i < teachers->len; i++)
    {
      const Teacher *teacher = &g_array_index (teachers, Teacher, i);

      if (teacher->trainer_id == trainer_id && (teacher->until == FF_NO_DAY || teacher->until >= day))
        return TRUE;
    }
  return FALSE;
}

/* Groups ----------------------------------------------------------------------------------------------------------- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
note_member (FfSchedule *self, gint64 trainee, guint group)
{
  GArray *groups = g_hash_table_lookup (self->members, &trainee);

  if (groups == NULL)
    {
      groups = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->members, copy_id (trainee), groups);
    }
  g_array_append_val (groups, group);
}

int
ff_schedule_add_group (FfSchedule *self, const gint64 *trainees, gsize n)
{
  FfGroup *group;

  g_return_val_if_fail (self != NULL && (trainees != NULL || n == 0), FF_NO_GROUP);

  group = g_new0 (FfGroup, 1);
  group->from = G_MAXINT64;
  group->to = G_MININT64;
  self->generation++;
  group->trainees = g_memdup2 (trainees, n * sizeof *trainees);
  if (n > 0)
    qsort (group->trainees, n, sizeof *trainees, compare_ids);
  for (gsize i = 0; i < n; i++)
    if (i == 0 || group->trainees[i] != group->trainees[group->n - 1])
      group->trainees[group->n++] = group->trainees[i];
  g_ptr_array_add (self->groups, group);
  for (gsize i = 0; i < group->n; i++)
    note_member (self, group->trainees[i], self->groups->len - 1);
  return (int) self->groups->len - 1;
}

static GArray *
find_neighbours (FfSchedule *self, const FfGroup *group)
{
  g_autoptr (GHashTable) by_group = g_hash_table_new (NULL, NULL);
  GArray *neighbours = g_array_new (FALSE, FALSE, sizeof (FfNeighbour));

  g_array_set_clear_func (neighbours, (GDestroyNotify) neighbour_clear);
  for (gsize i = 0; i < group->n; i++)
    {
      const GArray *groups = g_hash_table_lookup (self->members, &group->trainees[i]);

      for (guint j = 0; j < groups->len; j++)
        {
          guint other = g_array_index (groups, guint, j);
          GArray *shared = g_hash_table_lookup (by_group, GUINT_TO_POINTER (other));

          if (shared == NULL)
            {
              const FfGroup *its = g_ptr_array_index (self->groups, other);
              FfNeighbour neighbour = { other, its->from, its->to, g_array_new (FALSE, FALSE, sizeof (gint64)) };

              shared = neighbour.shared;
              g_hash_table_insert (by_group, GUINT_TO_POINTER (other), shared);
              g_array_append_val (neighbours, neighbour);
            }
          g_array_append_val (shared, group->trainees[i]);
        }
    }
  return neighbours;
}

const GArray *
ff_schedule_neighbours (FfSchedule *self, int index)
{
  FfGroup *group = g_ptr_array_index (self->groups, index);

  if (group->generation != self->generation)
    g_clear_pointer (&group->neighbours, g_array_unref);
  if (group->neighbours == NULL)
    group->neighbours = find_neighbours (self, group);
  group->generation = self->generation;
  return group->neighbours;
}

/* Bookings --------------------------------------------------------------------------------------------------------- */

static gint64
number_joint (FfSchedule *self, const char *key)
{
  gsize number;

  if (key == NULL || *key == '\0')
    return 0;
  number = GPOINTER_TO_SIZE (g_hash_table_lookup (self->joints, key));
  if (number == 0)
    {
      number = g_hash_table_size (self->joints) + 1;
      g_hash_table_insert (self->joints, g_string_chunk_insert (self->names, key), GSIZE_TO_POINTER (number));
    }
  return (gint64) number;
}

static void
add_to_tracks (FfSchedule *self, const FfBooked *booking)
{
  FfSpan span = { booking->from, booking->to, booking };

  for (gsize i = 0; i < booking->n_trainers; i++)
    ff_tracks_add (self->tracks[FF_TRACK_TRAINER], booking->trainers[i], &span);
  for (gsize i = 0; i < booking->n_needs; i++)
    ff_tracks_add (self->tracks[FF_TRACK_EQUIPMENT], booking->needs[i].equipment_id, &span);
  if (booking->venue_id != 0)
    ff_tracks_add (self->tracks[FF_TRACK_VENUE], booking->venue_id, &span);
  if (booking->group != FF_NO_GROUP)
    {
      FfGroup *group = g_ptr_array_index (self->groups, booking->group);

      group->from = MIN (group->from, booking->from);
      group->to = MAX (group->to, booking->to);
      self->generation++;
      ff_tracks_add (self->tracks[FF_TRACK_GROUP], booking->group, &span);
    }
  if (booking->joint != 0)
    ff_tracks_add (self->tracks[FF_TRACK_JOINT], booking->joint, &span);
}

void
ff_schedule_add_booking (FfSchedule *self, const FfScheduleBooking *booking)
{
  FfBooked *kept;

  g_return_if_fail (self != NULL && booking != NULL && booking->id != 0 && booking->from < booking->to);
  g_return_if_fail (!g_hash_table_contains (self->bookings, &booking->id));
  g_return_if_fail (booking->group == FF_NO_GROUP || (guint) booking->group < self->groups->len);

  if (booking->cancelled)
    return;
  kept = g_new0 (FfBooked, 1);
  kept->id = booking->id;
  kept->run_id = booking->run_id;
  kept->course_id = booking->course_id;
  kept->from = booking->from;
  kept->to = booking->to;
  kept->venue_id = booking->online ? 0 : booking->venue_id;
  kept->trainers = g_memdup2 (booking->trainers, booking->n_trainers * sizeof *booking->trainers);
  kept->n_trainers = booking->n_trainers;
  kept->group = booking->group;
  kept->needs = g_memdup2 (booking->needs, booking->n_needs * sizeof *booking->needs);
  kept->n_needs = booking->n_needs;
  kept->joint = number_joint (self, booking->joint);
  kept->provisional = booking->provisional;
  g_hash_table_insert (self->bookings, &kept->id, kept);
  add_to_tracks (self, kept);
}

/* For the other files ---------------------------------------------------------------------------------------------- */

const FfScheduleVenue *
ff_schedule_get_venue (FfSchedule *self, gint64 id)
{
  return id != 0 ? g_hash_table_lookup (self->venues, &id) : NULL;
}

const FfBooked *
ff_schedule_get_booking (FfSchedule *self, gint64 id)
{
  return g_hash_table_lookup (self->bookings, &id);
}

int
ff_schedule_lent (FfSchedule *self, const FfBooked *booking, gint64 equipment_id)
{
  const FfScheduleVenue *venue = ff_schedule_get_venue (self, booking->venue_id);
  int needed = 0, standing = 0;

  for (gsize i = 0; i < booking->n_needs; i++)
    if (booking->needs[i].equipment_id == equipment_id)
      needed += booking->needs[i].count;
  if (venue != NULL && venue->standing != NULL)
    standing = GPOINTER_TO_INT (g_hash_table_lookup (venue->standing, &equipment_id));
  return MAX (0, needed - standing);
}

const GArray *
ff_schedule_find (FfSchedule *self, FfTrackKind kind, gint64 id, FfMinute from, FfMinute to)
{
  g_array_set_size (self->found, 0);
  ff_tracks_find (self->tracks[kind], id, from, to, self->found);
  return self->found;
}
