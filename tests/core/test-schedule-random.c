/* Random schedules against a second implementation that looks at every pair of sessions and at every minute. GLib prints the seed;
   --seed repeats it. */
#include "ff-schedule.h"

#include <stdlib.h>

#define ROUNDS 400
#define SESSIONS 14
#define TRAINERS 4
#define VENUES 4
#define TRAINEES 6
#define EQUIPMENT 2
#define AWAY 4
#define MINUTES 720 /* of which the sessions lie within */
#define TRAVEL 25

typedef struct
{
  gint64 id;
  gint64 run;
  int from, to; /* minutes after the beginning */
  gboolean trainers[TRAINERS + 1];
  gboolean trainees[TRAINEES + 1];
  int venue;
  int needs[EQUIPMENT + 1];
  int joint;
  gboolean online, provisional, cancelled;
} Plain;

typedef struct
{
  int kind; /* FfResource */
  int id;
  int from, to;
} Away;

typedef struct
{
  FfMinute start;
  Plain sessions[SESSIONS];
  int n;
  int capacity[VENUES + 1], setup[VENUES + 1], site[VENUES + 1];
  int pieces[EQUIPMENT + 1], standing[VENUES + 1][EQUIPMENT + 1];
  Away away[AWAY];
} World;

/* The world ----------------------------------------------------------------------------------------------------------- */

static int
any (int n)
{
  return g_test_rand_int_range (0, n);
}

static void
fill_session (Plain *session, int index)
{
  *session = (Plain) { .id = index + 1, .run = 1 + any (5), .from = 15 * any (MINUTES / 15 - 12) };
  session->to = session->from + 15 * (1 + any (12));
  session->trainers[1 + any (TRAINERS)] = TRUE;
  session->trainers[1 + any (TRAINERS)] = TRUE;
  for (int i = 1; i <= TRAINEES; i++)
    session->trainees[i] = any (4) == 0;
  session->venue = any (VENUES + 1);
  if (any (3) == 0)
    session->needs[1 + any (EQUIPMENT)] = 1 + any (2);
  session->joint = any (3) * any (2);
  session->online = any (6) == 0;
  session->provisional = any (4) == 0;
  session->cancelled = any (8) == 0;
}

static void
fill_world (World *world)
{
  FfDay day = FF_NO_DAY;

  *world = (World) { .n = 1 + any (SESSIONS) };
  ff_day_parse ("2027-12-30", &day);
  world->start = ff_day_start (day + any (3)) + 60 * any (24);
  for (int i = 0; i < world->n; i++)
    fill_session (&world->sessions[i], i);
  for (int i = 1; i <= VENUES; i++)
    {
      world->capacity[i] = any (6) - 1;
      world->setup[i] = 10 * any (4);
      world->site[i] = any (3);
      for (int j = 1; j <= EQUIPMENT; j++)
        world->standing[i][j] = any (2);
    }
  for (int i = 1; i <= EQUIPMENT; i++)
    world->pieces[i] = any (4);
  for (int i = 0; i < AWAY; i++)
    {
      world->away[i].kind = FF_RESOURCE_TRAINER + any (3);
      world->away[i].id = 1 + any (4);
      world->away[i].from = 15 * any (MINUTES / 15);
      world->away[i].to = world->away[i].from + 15 * (1 + any (10));
    }
}

static void
add_booking (FfSchedule *schedule, const World *world, const Plain *plain)
{
  static const char *const joints[] = { NULL, "J", "K" };
  gint64 trainers[TRAINERS], trainees[TRAINEES];
  FfNeed needs[EQUIPMENT];
  FfScheduleBooking booking = {
    .id = plain->id, .run_id = plain->run, .from = world->start + plain->from, .to = world->start + plain->to, .venue_id = plain->venue,
    .trainers = trainers, .needs = needs, .joint = joints[plain->joint], .online = plain->online, .provisional = plain->provisional,
    .cancelled = plain->cancelled,
  };
  gsize n = 0;

  for (int i = 1; i <= TRAINERS; i++)
    if (plain->trainers[i])
      trainers[booking.n_trainers++] = i;
  for (int i = 1; i <= TRAINEES; i++)
    if (plain->trainees[i])
      trainees[n++] = i;
  for (int i = 1; i <= EQUIPMENT; i++)
    if (plain->needs[i] > 0)
      needs[booking.n_needs++] = (FfNeed) { i, plain->needs[i] };
  booking.group = n > 0 ? ff_schedule_add_group (schedule, trainees, n) : FF_NO_GROUP;
  ff_schedule_add_booking (schedule, &booking);
}

static FfSchedule *
build (const World *world)
{
  static const char *const sites[] = { NULL, "North", "South" };
  FfSchedule *schedule = ff_schedule_new ();

  ff_schedule_set_travel_minutes (schedule, TRAVEL);
  for (int i = 0; i < world->n; i++)
    add_booking (schedule, world, &world->sessions[i]);
  for (int i = 1; i <= VENUES; i++)
    {
      ff_schedule_add_venue (schedule, i, world->capacity[i], world->setup[i], sites[world->site[i]]);
      for (int j = 1; j <= EQUIPMENT; j++)
        ff_schedule_add_standing (schedule, i, j, world->standing[i][j]);
    }
  for (int i = 1; i <= EQUIPMENT; i++)
    ff_schedule_add_equipment (schedule, i, world->pieces[i]);
  for (int i = 0; i < AWAY; i++)
    ff_schedule_add_unavailability (schedule, (FfResource) world->away[i].kind, world->away[i].id, world->start + world->away[i].from,
                                    world->start + world->away[i].to);
  return schedule;
}

/* The plain way ------------------------------------------------------------------------------------------------------- */

static int
venue_of (const Plain *session)
{
  return session->online ? 0 : session->venue;
}

static gboolean
is_one (const Plain *a, const Plain *b)
{
  return a->id == b->id || (a->joint != 0 && a->joint == b->joint);
}

static gint64
first_part (const World *world, const Plain *session)
{
  gint64 first = session->id;

  for (int i = 0; i < world->n; i++)
    {
      const Plain *other = &world->sessions[i];

      if (!other->cancelled && is_one (session, other) && other->from < session->to && session->from < other->to)
        first = MIN (first, other->id);
    }
  return first;
}

/* The first of the minutes that both take, and the one after the last; FALSE: they share none. */
static gboolean
common (int from, int to, int other_from, int other_to, int *first, int *last)
{
  gboolean found = FALSE;

  for (int minute = -200; minute < MINUTES + 400; minute++)
    if (minute >= from && minute < to && minute >= other_from && minute < other_to)
      {
        if (!found)
          *first = minute;
        *last = minute + 1;
        found = TRUE;
      }
  return found;
}

/* What makes a clash one, whichever side it was found from. */
static char *
make_key (int kind, int resource, int resource_id, gint64 a, gint64 b, int from, int to, int have)
{
  return g_strdup_printf ("%d %d %d %d-%d %d-%d /%d", kind, resource, resource_id, (int) MIN (a, b), (int) MAX (a, b), from, to, have);
}

/* Sessions that are one have one clash, with the greatest need among them. */
static void
note (GHashTable *set, const World *world, FfClashKind kind, FfResource resource, int id, const Plain *a, const Plain *b, int from, int to, int need,
      int have)
{
  gint64 first = first_part (world, a), second = b != NULL ? first_part (world, b) : 0;
  char *key = make_key ((int) kind, (int) resource, id, first, second, from, to, have);
  int known = GPOINTER_TO_INT (g_hash_table_lookup (set, key));

  g_hash_table_insert (set, key, GINT_TO_POINTER (MAX (known, need)));
}

static int
loan (const World *world, const Plain *session, int equipment)
{
  int venue = venue_of (session);

  return MAX (0, session->needs[equipment] - (venue != 0 ? world->standing[venue][equipment] : 0));
}

/* What is lent at a minute: for each set of sessions that are one, the greatest of their loans. */
static int
lent_at (const World *world, int equipment, int minute)
{
  int sum = 0, greatest[3] = { 0 };

  for (int i = 0; i < world->n; i++)
    {
      const Plain *session = &world->sessions[i];

      if (session->cancelled || minute < session->from || minute >= session->to)
        continue;
      if (session->joint == 0)
        sum += loan (world, session, equipment);
      else
        greatest[session->joint] = MAX (greatest[session->joint], loan (world, session, equipment));
    }
  return sum + greatest[1] + greatest[2];
}

static void
plain_equipment (GHashTable *set, const World *world, const Plain *a, const Plain *b)
{
  for (int i = 1; i <= EQUIPMENT; i++)
    {
      int from = -1, to = -1, need = 0;

      if (b == NULL && loan (world, a, i) > world->pieces[i])
        note (set, world, FF_CLASH_EQUIPMENT, FF_RESOURCE_EQUIPMENT, i, a, NULL, a->from, a->to, loan (world, a, i), world->pieces[i]);
      if (b == NULL || loan (world, a, i) == 0 || loan (world, b, i) == 0)
        continue;
      for (int minute = MAX (a->from, b->from); minute < MIN (a->to, b->to); minute++)
        if (lent_at (world, i, minute) > world->pieces[i])
          {
            from = from < 0 ? minute : from;
            to = minute + 1;
            need = MAX (need, lent_at (world, i, minute));
          }
      if (from >= 0)
        note (set, world, FF_CLASH_EQUIPMENT, FF_RESOURCE_EQUIPMENT, i, a, b, from, to, need, world->pieces[i]);
    }
}

static void
plain_pair (GHashTable *set, const World *world, const Plain *a, const Plain *b)
{
  int site_a = world->site[venue_of (a)], site_b = world->site[venue_of (b)];
  int travel = site_a != 0 && site_b != 0 && site_a != site_b ? TRAVEL : 0;
  int setup = a->run == b->run ? 0 : world->setup[venue_of (a)];
  int from, to;

  for (int i = 1; i <= TRAINERS; i++)
    if (a->trainers[i] && b->trainers[i] && common (a->from - travel, a->to, b->from - travel, b->to, &from, &to))
      note (set, world, FF_CLASH_TRAINER, FF_RESOURCE_TRAINER, i, a, b, from, to, 0, 0);
  if (venue_of (a) != 0 && venue_of (a) == venue_of (b) && common (a->from - setup, a->to, b->from - setup, b->to, &from, &to))
    note (set, world, FF_CLASH_VENUE, FF_RESOURCE_VENUE, venue_of (a), a, b, from, to, 0, 0);
  for (int i = 1; i <= TRAINEES; i++)
    if (a->trainees[i] && b->trainees[i] && common (a->from, a->to, b->from, b->to, &from, &to))
      note (set, world, FF_CLASH_TRAINEE, FF_RESOURCE_TRAINEE, i, a, b, from, to, 0, 0);
  plain_equipment (set, world, a, b);
}

static void
plain_single (GHashTable *set, const World *world, const Plain *session)
{
  int venue = venue_of (session), people = 0, from, to;

  for (int i = 1; i <= TRAINEES; i++)
    {
      gboolean there = session->trainees[i];

      for (int j = 0; j < world->n; j++)
        {
          const Plain *other = &world->sessions[j];

          there = there
                  || (!other->cancelled && is_one (session, other) && other->trainees[i] && venue_of (other) == venue
                      && other->from < session->to && session->from < other->to);
        }
      people += there;
    }
  if (venue != 0 && world->capacity[venue] >= 0 && people > world->capacity[venue])
    note (set, world, FF_CLASH_CAPACITY, FF_RESOURCE_VENUE, venue, session, NULL, session->from, session->to, people, world->capacity[venue]);
  plain_equipment (set, world, session, NULL);
  for (int i = 0; i < AWAY; i++)
    {
      const Away *away = &world->away[i];
      int setup = away->kind == FF_RESOURCE_VENUE ? world->setup[venue] : 0;
      gboolean needed = (away->kind == FF_RESOURCE_TRAINER && session->trainers[away->id])
                        || (away->kind == FF_RESOURCE_VENUE && venue == away->id)
                        || (away->kind == FF_RESOURCE_TRAINEE && session->trainees[away->id]);

      if (needed && common (session->from - setup, session->to, away->from, away->to, &from, &to))
        note (set, world, FF_CLASH_UNAVAILABILITY, (FfResource) away->kind, away->id, session, NULL, from, to, 0, 0);
    }
}

/* All clashes, or those of one session. */
static GHashTable *
plain_clashes (const World *world, gint64 only)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < world->n; i++)
    {
      const Plain *a = &world->sessions[i];

      if (a->cancelled)
        continue;
      if (only == 0 || a->id == only)
        plain_single (set, world, a);
      for (int j = i + 1; j < world->n; j++)
        {
          const Plain *b = &world->sessions[j];

          if (!b->cancelled && !is_one (a, b) && (only == 0 || a->id == only || b->id == only))
            plain_pair (set, world, a, b);
        }
    }
  return set;
}

/* Both ---------------------------------------------------------------------------------------------------------------- */

static void
compare (const World *world, const GArray *hits, gint64 only)
{
  g_autoptr (GHashTable) expected = plain_clashes (world, only);

  for (guint i = 0; i < hits->len; i++)
    {
      const FfHit *hit = &g_array_index (hits, FfHit, i);
      g_autofree char *key = make_key ((int) hit->kind, (int) hit->resource, (int) hit->resource_id, hit->joint_a, hit->joint_b,
                                       (int) (hit->from - world->start), (int) (hit->to - world->start), hit->have);
      int need = GPOINTER_TO_INT (g_hash_table_lookup (expected, key));

      if (!g_hash_table_remove (expected, key))
        g_error ("Found, but not expected or twice: %s", key);
      if (hit->need != need)
        g_error ("Found with a need of %d, but expected one of %d: %s", hit->need, need, key);
    }
  if (g_hash_table_size (expected) > 0)
    {
      GHashTableIter iter;
      gpointer text;

      g_hash_table_iter_init (&iter, expected);
      g_hash_table_iter_next (&iter, &text, NULL);
      g_error ("Expected, but not found: %s", (const char *) text);
    }
}

static void
test_clashes (void)
{
  guint found = 0;

  for (int round = 0; round < ROUNDS; round++)
    {
      World world;
      g_autoptr (FfSchedule) schedule = NULL;
      g_autoptr (GArray) all = NULL;
      g_autoptr (GArray) of_one = NULL;
      gint64 one;

      fill_world (&world);
      schedule = build (&world);
      all = ff_schedule_check_all (schedule);
      compare (&world, all, 0);
      found += all->len;
      one = world.sessions[any (world.n)].id;
      of_one = ff_schedule_check (schedule, &one, 1);
      compare (&world, of_one, one);
    }
  g_assert_cmpuint (found, >, ROUNDS);
}

/* Whether the session could begin at @from, by looking at it there. */
static gboolean
is_plainly_open (const World *world, int index, int from, double share, int *free_trainees)
{
  World there = *world;
  Plain *session = &there.sessions[index];
  g_autoptr (GHashTable) clashes = NULL;
  gboolean busy[TRAINEES + 1] = { FALSE };
  GHashTableIter iter;
  gpointer text;
  int trainees = 0;

  session->to += from - session->from;
  session->from = from;
  clashes = plain_clashes (&there, session->id);
  g_hash_table_iter_init (&iter, clashes);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      g_auto (GStrv) words = g_strsplit (text, " ", -1);
      int kind = atoi (words[0]), resource = atoi (words[1]), id = atoi (words[2]);

      if (resource == FF_RESOURCE_TRAINEE)
        busy[id] = TRUE;
      else if (kind != FF_CLASH_CAPACITY)
        return FALSE;
    }
  *free_trainees = 0;
  for (int i = 1; i <= TRAINEES; i++)
    {
      trainees += session->trainees[i];
      *free_trainees += session->trainees[i] && !busy[i];
    }
  return *free_trainees >= share * trainees - 1e-9;
}

/* Every stretch of free starts within the teaching hours is found at its first minute. */
static void
test_openings (void)
{
  for (int round = 0; round < ROUNDS / 20; round++)
    {
      World world;
      g_autoptr (FfSchedule) schedule = NULL;
      g_autoptr (GArray) openings = NULL;
      FfHours hours[] = { { 0, 240 }, { 300, 480 } };
      FfWorkCalendar *calendar = ff_work_calendar_new (0x7f, hours, G_N_ELEMENTS (hours));
      double share = any (3) / 2.0;
      FfOpeningQuery query = { .not_before = FF_NO_TIME, .share = share, .most = 1000 };
      guint found = 0;
      int length;

      fill_world (&world);
      world.start = ff_day_start (ff_time_day (world.start));
      world.sessions[0].cancelled = FALSE;
      world.sessions[0].joint = 0;
      schedule = build (&world);
      ff_schedule_take_calendar (schedule, calendar);
      query.from = query.to = ff_time_day (world.start);
      openings = ff_schedule_find_openings (schedule, 1, &query);
      length = world.sessions[0].to - world.sessions[0].from;
      for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
        {
          gboolean before = FALSE;

          for (int from = hours[i].from; from + length <= hours[i].to; from++)
            {
              int free_trainees;
              gboolean open = is_plainly_open (&world, 0, from, share, &free_trainees);

              if (open && !before)
                {
                  g_assert_cmpuint (found, <, openings->len);
                  g_assert_cmpint (g_array_index (openings, FfOpening, found).from - world.start, ==, from);
                  g_assert_cmpint (g_array_index (openings, FfOpening, found).free_trainees, ==, free_trainees);
                  found++;
                }
              before = open;
            }
        }
      g_assert_cmpuint (found, ==, openings->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule-random/clashes", test_clashes);
  g_test_add_func ("/schedule-random/openings", test_openings);
  return g_test_run ();
}
