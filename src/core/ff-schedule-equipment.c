/* Equipment that is lent more often than there are pieces. A pair of bookings clashes when at some minute that they share all loans
   together exceed what there is. */
#include "config.h"

#include "ff-schedule-private.h"

/* What one booking borrows. */
typedef struct
{
  const FfBooked *booking;
  int pieces;
} Loan;

/* A time without a change of loans, in which too much is lent. */
typedef struct
{
  FfMinute from;
  FfMinute to;
  int lent;
} Shortage;

static gboolean
holds (const GArray *loans, const FfBooked *booking)
{
  for (guint i = 0; i < loans->len; i++)
    if (g_array_index (loans, Loan, i).booking == booking)
      return TRUE;
  return FALSE;
}

/* Its own loan, then those of the others that share time with it. */
static GArray *
list_loans (FfSchedule *self, const FfBooked *booking, gint64 equipment_id)
{
  GArray *loans = g_array_new (FALSE, FALSE, sizeof (Loan));
  Loan own = { booking, ff_schedule_lent (self, booking, equipment_id) };
  const GArray *found = ff_schedule_find (self, FF_TRACK_EQUIPMENT, equipment_id, booking->from, booking->to);

  g_array_append_val (loans, own);
  for (guint i = 0; i < found->len; i++)
    {
      const FfBooked *other = g_array_index (found, FfSpan, i).what;
      Loan loan = { other, ff_schedule_lent (self, other, equipment_id) };

      if (other->id != booking->id && loan.pieces > 0 && !holds (loans, other))
        g_array_append_val (loans, loan);
    }
  return loans;
}

/* Bookings that are one borrow once, as much as the greediest of them. */
static int
sum_at (const GArray *loans, FfMinute minute)
{
  int sum = 0;

  for (guint i = 0; i < loans->len; i++)
    {
      const Loan *loan = &g_array_index (loans, Loan, i);
      gboolean counts = loan->booking->from <= minute && minute < loan->booking->to;

      for (guint j = 0; counts && j < loans->len; j++)
        {
          const Loan *other = &g_array_index (loans, Loan, j);

          counts = j == i || !ff_booked_is_one (loan->booking, other->booking) || minute < other->booking->from
                   || minute >= other->booking->to || other->pieces < loan->pieces || (other->pieces == loan->pieces && j > i);
        }
      sum += counts ? loan->pieces : 0;
    }
  return sum;
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  FfMinute first = *(const FfMinute *) a, second = *(const FfMinute *) b;

  return first < second ? -1 : first > second;
}

/* Shortages within the booking, in order. */
static GArray *
list_shortages (const FfBooked *booking, const GArray *loans, int pieces)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (FfMinute));
  GArray *shortages = g_array_new (FALSE, FALSE, sizeof (Shortage));

  for (guint i = 0; i < loans->len; i++)
    {
      const FfBooked *other = g_array_index (loans, Loan, i).booking;
      FfMinute both[] = { MAX (other->from, booking->from), MIN (other->to, booking->to) };

      g_array_append_vals (changes, both, G_N_ELEMENTS (both));
    }
  g_array_sort (changes, compare_minutes);
  for (guint i = 1; i < changes->len; i++)
    {
      Shortage shortage = { g_array_index (changes, FfMinute, i - 1), g_array_index (changes, FfMinute, i) };

      if (shortage.from == shortage.to)
        continue;
      shortage.lent = sum_at (loans, shortage.from);
      if (shortage.lent > pieces)
        g_array_append_val (shortages, shortage);
    }
  return shortages;
}

static void
add_hit (GArray *hits, gint64 equipment_id, const FfBooked *booking, const FfBooked *other, const GArray *shortages, int pieces)
{
  FfMinute from = MAX (booking->from, other->from), to = MIN (booking->to, other->to);
  FfHit hit = {
    .kind = FF_CLASH_EQUIPMENT,
    .resource = FF_RESOURCE_EQUIPMENT,
    .resource_id = equipment_id,
    .a = booking->id,
    .b = other->id,
    .from = FF_NO_TIME,
    .have = pieces,
    .provisional = booking->provisional || other->provisional,
  };

  for (guint i = 0; i < shortages->len; i++)
    {
      const Shortage *shortage = &g_array_index (shortages, Shortage, i);

      if (shortage->from >= to || shortage->to <= from)
        continue;
      if (hit.from == FF_NO_TIME)
        hit.from = MAX (shortage->from, from);
      hit.to = MIN (shortage->to, to);
      hit.need = MAX (hit.need, shortage->lent);
    }
  if (hit.from != FF_NO_TIME)
    g_array_append_val (hits, hit);
}

static void
collect (FfSchedule *self, const FfBooked *booking, gint64 equipment_id, GArray *hits)
{
  int pieces = GPOINTER_TO_INT (g_hash_table_lookup (self->equipment, &equipment_id));
  g_autoptr (GArray) loans = list_loans (self, booking, equipment_id);
  g_autoptr (GArray) shortages = NULL;
  int own = g_array_index (loans, Loan, 0).pieces;

  if (own == 0)
    return;
  if (own > pieces)
    {
      FfHit hit = {
        .kind = FF_CLASH_EQUIPMENT,
        .resource = FF_RESOURCE_EQUIPMENT,
        .resource_id = equipment_id,
        .a = booking->id,
        .from = booking->from,
        .to = booking->to,
        .need = own,
        .have = pieces,
        .provisional = booking->provisional,
      };

      g_array_append_val (hits, hit);
    }
  shortages = list_shortages (booking, loans, pieces);
  for (guint i = 1; i < loans->len; i++)
    {
      const FfBooked *other = g_array_index (loans, Loan, i).booking;

      if (!ff_booked_is_one (booking, other))
        add_hit (hits, equipment_id, booking, other, shortages, pieces);
    }
}

void
ff_schedule_collect_equipment (FfSchedule *self, const FfBooked *booking, GArray *hits)
{
  for (gsize i = 0; i < booking->n_needs; i++)
    collect (self, booking, booking->needs[i].equipment_id, hits);
}
