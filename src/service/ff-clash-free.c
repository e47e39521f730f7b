/* When and where a session could be held instead. */
#include "config.h"

#include "ff-clash-board.h"

#define MOST_SLOTS 5
#define DAYS_AHEAD 60
/* So many days are read at a time: the first free hour is mostly near. */
#define DAYS_AT_ONCE 7

void
ff_free_slot_free (FfFreeSlot *slot)
{
  if (slot == NULL)
    return;
  g_free (slot->venue);
  g_free (slot);
}

void
ff_free_venue_free (FfFreeVenue *venue)
{
  if (venue == NULL)
    return;
  g_free (venue->venue);
  g_free (venue);
}

/* The schedule of some days with one plan in it. */
static FfClashBoard *
load_with_plan (FfDb *db, const FfSessionPlan *plan, FfMinute from, FfMinute to, GError **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();
  g_autoptr (FfClashBoard) board = NULL;

  g_ptr_array_add (plans, (gpointer) plan);
  board = ff_clash_board_new (db, plans, error);
  return board != NULL && ff_clash_board_load (board, from, to, error) && ff_clash_board_add_plans (board, error)
             ? g_steal_pointer (&board)
             : NULL;
}

static gint64
id_of_plan (FfClashBoard *board)
{
  g_autoptr (GArray) ids = ff_clash_board_list_plans (board);

  return g_array_index (ids, gint64, 0);
}

static const FfBookedVenue *
find_venue (FfClashBoard *board, gint64 id)
{
  for (guint i = 0; i < board->venues->len; i++)
    {
      const FfBookedVenue *venue = g_ptr_array_index (board->venues, i);

      if (venue->id == id)
        return venue;
    }
  return NULL;
}

static guint
count_members (FfClashBoard *board, const FfSessionPlan *plan)
{
  const GArray *members = g_hash_table_lookup (board->members, &plan->run_id);
  guint n = 0;

  if (plan->trainees != NULL)
    return plan->trainees->len;
  for (guint i = 0; members != NULL && i < members->len; i++)
    n += (guint) ff_clash_is_meant (&g_array_index (members, FfBookingPart, i), (const FfAudience *) (gpointer) plan->audience->data,
                                    plan->audience->len);
  return n;
}

static void
add_slot (GPtrArray *slots, FfClashBoard *board, const FfSessionPlan *plan, const FfOpening *opening)
{
  const FfBookedVenue *venue = plan->online ? NULL : find_venue (board, plan->venue_id);
  FfFreeSlot *slot = g_new0 (FfFreeSlot, 1);

  slot->starts_at = opening->from;
  slot->ends_at = opening->from + plan->ends_at - plan->starts_at;
  slot->venue_id = venue != NULL ? venue->id : 0;
  slot->venue = venue != NULL ? g_strdup (venue->name) : NULL;
  slot->free_trainees = opening->free_trainees;
  slot->trainees = (int) count_members (board, plan);
  g_ptr_array_add (slots, slot);
}

static gboolean
search_days (FfDb *db, const FfSessionPlan *plan, const FfOpeningQuery *query, GPtrArray *slots, GError **error)
{
  g_autoptr (FfClashBoard) board
      = load_with_plan (db, plan, ff_day_start (query->from), ff_day_start (query->to + 1), error);
  g_autoptr (GArray) openings = NULL;

  if (board == NULL)
    return FALSE;
  openings = ff_schedule_find_openings (board->schedule, id_of_plan (board), query);
  for (guint i = 0; i < openings->len; i++)
    add_slot (slots, board, plan, &g_array_index (openings, FfOpening, i));
  return TRUE;
}

static GPtrArray *
find_slots (FfDb *db, const FfSessionPlan *plan, const FfFreeQuery *query, GError **error)
{
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_free_slot_free);
  FfMinute now = ff_time_now ();
  FfDay today = ff_time_day (now);
  FfDay from = query->from != FF_NO_DAY ? query->from : MAX (ff_time_day (plan->starts_at), today);
  FfDay to = query->to != FF_NO_DAY ? query->to : from + DAYS_AHEAD;

  for (FfDay day = from; day <= to && slots->len < MOST_SLOTS; day += DAYS_AT_ONCE)
    {
      FfOpeningQuery part = {
        .from = day,
        .to = MIN (day + DAYS_AT_ONCE - 1, to),
        .earliest = query->earliest,
        .latest = query->latest,
        .not_before = now,
        .share = query->share,
        .most = MOST_SLOTS - slots->len,
      };

      if (!search_days (db, plan, &part, slots, error))
        return NULL;
    }
  return g_steal_pointer (&slots);
}

GPtrArray *
ff_clashes_next_free (FfDb *db, const FfSessionPlan *plan, const FfFreeQuery *query, GError **error)
{
  static const FfFreeQuery usual = { .from = FF_NO_DAY, .to = FF_NO_DAY, .share = 1 };
  GPtrArray *slots;

  g_return_val_if_fail (db != NULL && plan != NULL && plan->starts_at < plan->ends_at, NULL);

  if (!ff_db_begin_read (db, error))
    return NULL;
  slots = find_slots (db, plan, query != NULL ? query : &usual, error);
  ff_db_end_read (db);
  return slots;
}

/* Venues -------------------------------------------------------------------------------------------------------------- */

/* Those of unknown size are no worse than the largest. */
static int
compare_venues (gconstpointer a, gconstpointer b)
{
  const FfFreeVenue *first = *(FfFreeVenue *const *) a, *second = *(FfFreeVenue *const *) b;
  guint size = (guint) first->capacity, other = (guint) second->capacity; /* −1 is the greatest */

  if (size != other)
    return size < other ? -1 : 1;
  return first->venue_id < second->venue_id ? -1 : 1;
}

static void
put_first (GPtrArray *venues, gint64 id)
{
  for (guint i = 0; i < venues->len; i++)
    if (((FfFreeVenue *) g_ptr_array_index (venues, i))->venue_id == id)
      {
        g_ptr_array_insert (venues, 0, g_ptr_array_steal_index (venues, i));
        return;
      }
}

static GPtrArray *
find_venues (FfDb *db, const FfSessionPlan *plan, GError **error)
{
  g_autoptr (FfClashBoard) board = load_with_plan (db, plan, plan->starts_at, plan->ends_at, error);
  GPtrArray *venues = NULL;
  const FfBookedVenue *now = board != NULL ? find_venue (board, plan->venue_id) : NULL;
  gint64 id = board != NULL ? id_of_plan (board) : 0;

  if (board == NULL)
    return NULL;
  venues = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_free_venue_free);
  for (guint i = 0; i < board->venues->len; i++)
    {
      const FfBookedVenue *venue = g_ptr_array_index (board->venues, i);
      FfFreeVenue *free_venue;

      if (venue == now || !ff_schedule_fits_venue (board->schedule, id, venue->id))
        continue;
      free_venue = g_new0 (FfFreeVenue, 1);
      free_venue->venue_id = venue->id;
      free_venue->venue = g_strdup (venue->name);
      free_venue->capacity = venue->capacity;
      free_venue->trainees = (int) count_members (board, plan);
      g_ptr_array_add (venues, free_venue);
    }
  g_ptr_array_sort (venues, compare_venues);
  if (now != NULL && now->fallback_id != 0)
    put_first (venues, now->fallback_id);
  return venues;
}

GPtrArray *
ff_clashes_free_venues (FfDb *db, const FfSessionPlan *plan, GError **error)
{
  GPtrArray *venues;

  g_return_val_if_fail (db != NULL && plan != NULL && plan->starts_at < plan->ends_at, NULL);

  if (!ff_db_begin_read (db, error))
    return NULL;
  venues = find_venues (db, plan, error);
  ff_db_end_read (db);
  return venues;
}
