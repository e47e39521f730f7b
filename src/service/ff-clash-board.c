/* From the database to a schedule. */
#include "config.h"

#include "ff-clash-board.h"

#include "ff-days.h"
#include "ff-settings.h"
#include "ff-unavailability-store.h"

#include <glib/gi18n-lib.h>

/* Periods closer than this are read in one go. */
#define NEAR (3 * FF_MINUTES_PER_DAY)

void
ff_clash_board_free (FfClashBoard *board)
{
  if (board == NULL)
    return;
  ff_schedule_free (board->schedule);
  g_clear_pointer (&board->venues, g_ptr_array_unref);
  g_hash_table_unref (board->members);
  g_hash_table_unref (board->groups);
  g_hash_table_unref (board->sessions);
  g_hash_table_unref (board->plans);
  g_hash_table_unref (board->names);
  g_hash_table_unref (board->resources);
  g_free (board);
}

static gpointer
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* What does not depend on the time ---------------------------------------------------------------------------------- */

static gboolean
add_venues (FfClashBoard *board, GError **error)
{
  g_autoptr (GArray) standing = NULL;

  board->venues = ff_clash_store_list_venues (board->db, error);
  standing = board->venues != NULL ? ff_clash_store_list_standing (board->db, error) : NULL;
  if (standing == NULL)
    return FALSE;
  for (guint i = 0; i < board->venues->len; i++)
    {
      const FfBookedVenue *venue = g_ptr_array_index (board->venues, i);

      ff_schedule_add_venue (board->schedule, venue->id, venue->capacity, venue->setup_minutes, venue->site);
      board->margin = MAX (board->margin, venue->setup_minutes);
    }
  for (guint i = 0; i < standing->len; i++)
    {
      const FfBookingPart *part = &g_array_index (standing, FfBookingPart, i);

      ff_schedule_add_standing (board->schedule, part->owner_id, part->id, part->count);
    }
  return TRUE;
}

static gboolean
add_equipment (FfClashBoard *board, GError **error)
{
  g_autoptr (GArray) equipment = ff_clash_store_list_equipment (board->db, error);

  for (guint i = 0; equipment != NULL && i < equipment->len; i++)
    {
      const FfBookingPart *part = &g_array_index (equipment, FfBookingPart, i);

      ff_schedule_add_equipment (board->schedule, part->id, part->count);
    }
  return equipment != NULL;
}

static gboolean
add_teachers (FfClashBoard *board, GError **error)
{
  g_autoptr (GArray) teachers = ff_clash_store_list_teachers (board->db, error);

  for (guint i = 0; teachers != NULL && i < teachers->len; i++)
    {
      const FfTeacherRow *row = &g_array_index (teachers, FfTeacherRow, i);

      ff_schedule_add_teacher (board->schedule, row->course_id, row->trainer_id, row->until);
    }
  return teachers != NULL;
}

static gboolean
add_rules (FfClashBoard *board, GError **error)
{
  FfSettings settings;

  if (!ff_settings_read (board->db, &settings, error))
    return FALSE;
  board->calendar = ff_days_read_calendar (board->db, FF_NO_DAY, FF_NO_DAY, error);
  if (board->calendar == NULL)
    return FALSE;
  ff_schedule_take_calendar (board->schedule, board->calendar);
  ff_schedule_set_travel_minutes (board->schedule, settings.travel_minutes);
  board->margin = MAX (board->margin, settings.travel_minutes);
  return TRUE;
}

FfClashBoard *
ff_clash_board_new (FfDb *db, GPtrArray *plans, GError **error)
{
  g_autoptr (FfClashBoard) board = g_new0 (FfClashBoard, 1);

  board->db = db;
  board->schedule = ff_schedule_new ();
  board->members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  board->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  board->sessions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  board->plans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  board->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) ff_session_name_free);
  board->resources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const FfSessionPlan *plan = g_ptr_array_index (plans, i);

      g_hash_table_insert (board->plans, copy_id (plan->session_id != 0 ? plan->session_id : -(gint64) i - 1), (gpointer) plan);
    }
  return add_rules (board, error) && add_venues (board, error) && add_equipment (board, error) && add_teachers (board, error)
             ? g_steal_pointer (&board)
             : NULL;
}

/* Groups ------------------------------------------------------------------------------------------------------------- */

static void
take_members (FfClashBoard *board, const GArray *parts)
{
  g_autoptr (GHashTable) fresh = g_hash_table_new (NULL, NULL); /* GArray of members that this period brings */

  for (guint i = 0; i < parts->len; i++)
    {
      const FfBookingPart *part = &g_array_index (parts, FfBookingPart, i);
      GArray *members = g_hash_table_lookup (board->members, &part->owner_id);

      if (members == NULL)
        {
          members = g_array_new (FALSE, FALSE, sizeof (FfBookingPart));
          g_hash_table_insert (board->members, copy_id (part->owner_id), members);
          g_hash_table_add (fresh, members);
        }
      /* A class that an earlier period brought is complete. */
      if (g_hash_table_contains (fresh, members))
        g_array_append_vals (members, part, 1);
    }
}

gboolean
ff_clash_is_meant (const FfBookingPart *member, const FfAudience *audience, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if ((audience[i].layer_id != 0 && audience[i].layer_id == member->layer_id)
        || (audience[i].team_id != 0 && audience[i].team_id == member->team_id)
        || (audience[i].trainee_id != 0 && audience[i].trainee_id == member->id))
      return TRUE;
  return n == 0;
}

/* Sessions of a class for the same people share a group, whatever their number. */
static int
find_group (FfClashBoard *board, gint64 run_id, const FfAudience *audience, gsize n)
{
  const GArray *members = g_hash_table_lookup (board->members, &run_id);
  g_autoptr (GArray) trainees = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) key = g_string_new (NULL);
  int group;

  g_string_printf (key, "%" G_GINT64_FORMAT, run_id);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (key, ":%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, audience[i].layer_id,
                            audience[i].team_id, audience[i].trainee_id);
  group = GPOINTER_TO_INT (g_hash_table_lookup (board->groups, key->str));
  if (group != 0)
    return group - 1;
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const FfBookingPart *member = &g_array_index (members, FfBookingPart, i);

      if (ff_clash_is_meant (member, audience, n))
        g_array_append_val (trainees, member->id);
    }
  group = ff_schedule_add_group (board->schedule, (const gint64 *) (gpointer) trainees->data, trainees->len);
  g_hash_table_insert (board->groups, g_strdup (key->str), GINT_TO_POINTER (group + 1));
  return group;
}

/* Stored sessions ---------------------------------------------------------------------------------------------------- */

/* What belongs to the sessions of a period, by their id. */
typedef struct
{
  GArray *bookings;
  GHashTable *trainers; /* id → GArray of gint64 */
  GHashTable *needs;    /* id → GArray of FfNeed */
  GHashTable *audience; /* id → GArray of FfAudience */
} Stored;

static void
stored_clear (Stored *stored)
{
  g_clear_pointer (&stored->bookings, g_array_unref);
  g_clear_pointer (&stored->trainers, g_hash_table_unref);
  g_clear_pointer (&stored->needs, g_hash_table_unref);
  g_clear_pointer (&stored->audience, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stored, stored_clear)

static void
append_to (GHashTable *table, gint64 id, gconstpointer value, gsize size)
{
  GArray *array = g_hash_table_lookup (table, &id);

  if (array == NULL)
    {
      array = g_array_new (FALSE, FALSE, (guint) size);
      g_hash_table_insert (table, copy_id (id), array);
    }
  g_array_append_vals (array, value, 1);
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
}

static gboolean
read_stored (FfClashBoard *board, FfMinute from, FfMinute to, Stored *stored, GError **error)
{
  g_autoptr (GArray) trainers = ff_clash_store_list_trainers (board->db, from, to, error);
  g_autoptr (GArray) needs = trainers != NULL ? ff_clash_store_list_needs (board->db, from, to, error) : NULL;
  g_autoptr (GArray) audience = needs != NULL ? ff_clash_store_list_audience (board->db, from, to, error) : NULL;
  g_autoptr (GArray) members = audience != NULL ? ff_clash_store_list_members (board->db, from, to, error) : NULL;

  stored->bookings = members != NULL ? ff_clash_store_list_bookings (board->db, from, to, error) : NULL;
  stored->trainers = table_new ();
  stored->needs = table_new ();
  stored->audience = table_new ();
  if (stored->bookings == NULL)
    return FALSE;
  for (guint i = 0; i < trainers->len; i++)
    {
      const FfBookingPart *part = &g_array_index (trainers, FfBookingPart, i);

      append_to (stored->trainers, part->owner_id, &part->id, sizeof part->id);
    }
  for (guint i = 0; i < needs->len; i++)
    {
      const FfBookingPart *part = &g_array_index (needs, FfBookingPart, i);
      FfNeed need = { part->id, part->count };

      append_to (stored->needs, part->owner_id, &need, sizeof need);
    }
  for (guint i = 0; i < audience->len; i++)
    {
      const FfAudience *row = &g_array_index (audience, FfAudience, i);

      append_to (stored->audience, row->session_id, row, sizeof *row);
    }
  take_members (board, members);
  return TRUE;
}

static void
add_stored (FfClashBoard *board, const Stored *stored, const FfBookingRow *row)
{
  const GArray *trainers = g_hash_table_lookup (stored->trainers, &row->session_id);
  const GArray *needs = g_hash_table_lookup (stored->needs, &row->session_id);
  const GArray *audience = g_hash_table_lookup (stored->audience, &row->session_id);
  FfScheduleBooking booking = {
    .id = row->session_id,
    .run_id = row->run_id,
    .course_id = row->course_id,
    .from = row->from,
    .to = row->to,
    .venue_id = row->venue_id,
    .trainers = trainers != NULL ? (const gint64 *) (gpointer) trainers->data : NULL,
    .n_trainers = trainers != NULL ? trainers->len : 0,
    .group = find_group (board, row->run_id, audience != NULL ? (const FfAudience *) (gpointer) audience->data : NULL,
                         audience != NULL ? audience->len : 0),
    .needs = needs != NULL ? (const FfNeed *) (gpointer) needs->data : NULL,
    .n_needs = needs != NULL ? needs->len : 0,
    .joint = row->joint,
    .online = row->online,
    .provisional = row->provisional,
  };

  ff_schedule_add_booking (board->schedule, &booking);
  g_hash_table_add (board->sessions, copy_id (row->session_id));
}

static gboolean
add_unavailabilities (FfClashBoard *board, FfMinute from, FfMinute to, GError **error)
{
  static const FfResource resources[] = {
    [FF_AWAY_TRAINER] = FF_RESOURCE_TRAINER,
    [FF_AWAY_VENUE] = FF_RESOURCE_VENUE,
    [FF_AWAY_TRAINEE] = FF_RESOURCE_TRAINEE,
  };
  g_autoptr (GPtrArray) rows = ff_unavailability_store_between (board->db, from, to, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const FfUnavailability *row = g_ptr_array_index (rows, i);

      ff_schedule_add_unavailability (board->schedule, resources[row->who], row->owner_id, row->starts_at, row->ends_at);
    }
  return rows != NULL;
}

gboolean
ff_clash_board_load (FfClashBoard *board, FfMinute from, FfMinute to, GError **error)
{
  g_auto (Stored) stored = { NULL };

  from -= board->margin;
  to += board->margin;
  if (!read_stored (board, from, to, &stored, error) || !add_unavailabilities (board, from, to, error))
    return FALSE;
  for (guint i = 0; i < stored.bookings->len; i++)
    {
      const FfBookingRow *row = &g_array_index (stored.bookings, FfBookingRow, i);

      if (!g_hash_table_contains (board->plans, &row->session_id) && !g_hash_table_contains (board->sessions, &row->session_id))
        add_stored (board, &stored, row);
    }
  return TRUE;
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const FfPeriod *first = a, *second = b;

  return first->from < second->from ? -1 : first->from > second->from;
}

gboolean
ff_clash_board_load_periods (FfClashBoard *board, GArray *periods, GError **error)
{
  g_array_sort (periods, compare_periods);
  for (guint i = 0; i < periods->len;)
    {
      FfPeriod period = g_array_index (periods, FfPeriod, i);

      for (i++; i < periods->len && g_array_index (periods, FfPeriod, i).from <= period.to + NEAR; i++)
        period.to = MAX (period.to, g_array_index (periods, FfPeriod, i).to);
      if (!ff_clash_board_load (board, period.from, period.to, error))
        return FALSE;
    }
  return TRUE;
}

/* Plans --------------------------------------------------------------------------------------------------------------- */

static gboolean
set_group (FfClashBoard *board, const FfSessionPlan *plan, int *group, GError **error)
{
  if (plan->trainees != NULL)
    {
      *group = ff_schedule_add_group (board->schedule, (const gint64 *) (gpointer) plan->trainees->data, plan->trainees->len);
      return TRUE;
    }
  if (!g_hash_table_contains (board->members, &plan->run_id))
    {
      g_autoptr (GArray) members = ff_clash_store_list_members_of (board->db, plan->run_id, error);

      if (members == NULL)
        return FALSE;
      take_members (board, members);
    }
  *group = find_group (board, plan->run_id, (const FfAudience *) (gpointer) plan->audience->data, plan->audience->len);
  return TRUE;
}

FfSessionName *
ff_clash_board_name_plan (FfClashBoard *board, const FfSessionPlan *plan, GError **error)
{
  return plan->run_id != 0 ? ff_clash_store_name_run (board->db, plan->run_id, error)
                           : ff_clash_store_name_course (board->db, plan->course_id, error);
}

static gboolean
add_plan (FfClashBoard *board, gint64 id, const FfSessionPlan *plan, GError **error)
{
  g_autoptr (FfSessionName) run = ff_clash_board_name_plan (board, plan, error);
  g_autoptr (GArray) parts = run != NULL ? ff_clash_store_list_needs_of (board->db, plan->session_id, error) : NULL;
  g_autoptr (GArray) needs = g_array_new (FALSE, FALSE, sizeof (FfNeed));
  FfScheduleBooking booking;

  if (parts == NULL)
    {
      if (run == NULL && error != NULL && *error == NULL)
        g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This class does not exist any more."));
      return FALSE;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      FfNeed need = { g_array_index (parts, FfBookingPart, i).id, g_array_index (parts, FfBookingPart, i).count };

      g_array_append_val (needs, need);
    }
  if (plan->starts_at >= plan->ends_at)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _ ("A session has to end after it starts."));
      return FALSE;
    }
  booking = (FfScheduleBooking) {
    .id = id,
    .run_id = plan->run_id,
    .course_id = run->course_id,
    .from = plan->starts_at,
    .to = plan->ends_at,
    .venue_id = plan->venue_id,
    .trainers = (const gint64 *) (gpointer) plan->trainers->data,
    .n_trainers = plan->trainers->len,
    .needs = (const FfNeed *) (gpointer) needs->data,
    .n_needs = needs->len,
    .joint = plan->joint,
    .online = plan->online,
    .provisional = plan->provisional,
    .cancelled = plan->cancelled,
  };
  if (!set_group (board, plan, &booking.group, error))
    return FALSE;
  ff_schedule_add_booking (board->schedule, &booking);
  return TRUE;
}

gboolean
ff_clash_board_add_plans (FfClashBoard *board, GError **error)
{
  GHashTableIter iter;
  gpointer id, plan;

  g_hash_table_iter_init (&iter, board->plans);
  while (g_hash_table_iter_next (&iter, &id, &plan))
    if (!add_plan (board, *(const gint64 *) id, plan, error))
      return FALSE;
  return TRUE;
}

GArray *
ff_clash_board_list_plans (FfClashBoard *board)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, board->plans);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  return ids;
}
