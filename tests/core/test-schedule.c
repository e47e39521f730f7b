/* Every kind of clash and its edges. A session is written as words: #1 its id, d the day, h the hours (beyond 24: the next day),
   t trainers, v the venue, g trainees, r its class, c its course, e equipment as ID x COUNT, j what it is joint with, and flags. */
#include "ff-schedule.h"

#include <stdio.h>
#include <string.h>

#define SESSIONS 4

typedef struct
{
  const char *name;
  const char *sessions[SESSIONS];
  const char *expected; /* "kind resource session[-other] from-to [need/have] [provisional]", joined by "; " */
} Case;

static FfMinute
minute_of (const char *day, const char *clock)
{
  int hours = 0, minutes = 0;
  FfDay parsed = FF_NO_DAY;

  g_assert_true (ff_day_parse (day, &parsed));
  g_assert_cmpint (sscanf (clock, "%d:%d", &hours, &minutes), ==, 2);
  return ff_day_start (parsed) + hours * 60 + minutes;
}

static FfSchedule *
world_new (void)
{
  FfSchedule *schedule = ff_schedule_new ();
  FfWorkCalendar *calendar = ff_work_calendar_new_default ();
  static const char *const off[] = { "2026-10-01", "2026-12-31", "2027-01-01", "2028-02-29" };
  FfDay day = FF_NO_DAY;

  for (gsize i = 0; i < G_N_ELEMENTS (off); i++)
    {
      ff_day_parse (off[i], &day);
      ff_work_calendar_add_day (calendar, day, FALSE, "Off");
    }
  ff_day_parse ("2026-10-10", &day); /* a Saturday */
  ff_work_calendar_add_day (calendar, day, TRUE, "Make-up");
  ff_schedule_take_calendar (schedule, calendar);
  ff_schedule_set_travel_minutes (schedule, 45);
  ff_schedule_add_venue (schedule, 1, 2, 0, "North");
  ff_schedule_add_venue (schedule, 2, -1, 30, "North");
  ff_schedule_add_venue (schedule, 3, 10, 0, "South");
  ff_schedule_add_venue (schedule, 4, -1, 0, NULL);
  ff_schedule_add_venue (schedule, 5, 0, 30, NULL);
  ff_schedule_add_equipment (schedule, 1, 2);
  ff_schedule_add_standing (schedule, 3, 1, 1);
  ff_schedule_add_unavailability (schedule, FF_RESOURCE_TRAINER, 9, minute_of ("2026-09-21", "10:00"), minute_of ("2026-09-21", "11:00"));
  ff_schedule_add_unavailability (schedule, FF_RESOURCE_VENUE, 4, minute_of ("2026-09-21", "10:00"), minute_of ("2026-09-21", "11:00"));
  ff_schedule_add_unavailability (schedule, FF_RESOURCE_VENUE, 5, minute_of ("2026-09-21", "10:00"), minute_of ("2026-09-21", "11:00"));
  ff_schedule_add_unavailability (schedule, FF_RESOURCE_TRAINEE, 99, minute_of ("2026-09-21", "10:00"), minute_of ("2026-09-21", "11:00"));
  ff_day_parse ("2026-09-21", &day);
  ff_schedule_add_teacher (schedule, 7, 1, day);
  ff_schedule_add_teacher (schedule, 7, 2, FF_NO_DAY);
  return schedule;
}

static GArray *
parse_ids (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (parts[i], NULL, 10);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
add_session (FfSchedule *schedule, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  const char *day = "2026-09-21";
  g_autoptr (GArray) trainers = NULL;
  g_autoptr (GArray) trainees = NULL;
  FfNeed need = { 0, 0 };
  FfScheduleBooking booking = { .group = FF_NO_GROUP };

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *value = words[i] + 1;

      if (g_str_equal (words[i], "online"))
        booking.online = TRUE;
      else if (g_str_equal (words[i], "provisional"))
        booking.provisional = TRUE;
      else if (g_str_equal (words[i], "cancelled"))
        booking.cancelled = TRUE;
      else
        switch (words[i][0])
          {
          case '#': booking.id = booking.run_id = g_ascii_strtoll (value, NULL, 10); break;
          case 'd': day = value; break;
          case 'h': booking.from = minute_of (day, value); booking.to = minute_of (day, strchr (value, '-') + 1); break;
          case 't': trainers = parse_ids (value); break;
          case 'v': booking.venue_id = g_ascii_strtoll (value, NULL, 10); break;
          case 'g': trainees = parse_ids (value); break;
          case 'r': booking.run_id = g_ascii_strtoll (value, NULL, 10); break;
          case 'c': booking.course_id = g_ascii_strtoll (value, NULL, 10); break;
          case 'j': booking.joint = value; break;
          case 'e': g_assert_cmpint (sscanf (value, "%" G_GINT64_FORMAT "x%d", &need.equipment_id, &need.count), ==, 2); break;
          default: g_assert_not_reached ();
          }
    }
  if (trainers != NULL)
    {
      booking.trainers = (const gint64 *) (gpointer) trainers->data;
      booking.n_trainers = trainers->len;
    }
  if (trainees != NULL)
    booking.group = ff_schedule_add_group (schedule, (const gint64 *) (gpointer) trainees->data, trainees->len);
  booking.needs = &need;
  booking.n_needs = need.count > 0 ? 1 : 0;
  ff_schedule_add_booking (schedule, &booking);
}

static char *
format_hits (const GArray *hits)
{
  static const char *const kinds[] = { "trainer", "venue", "trainee", "equipment", "holiday", "away", "capacity", "qualification" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const FfHit *hit = &g_array_index (hits, FfHit, i);
      int from = ff_time_minute_of_day (hit->from), to = ff_time_minute_of_day (hit->to);

      g_string_append_printf (text, "%s%s %d %d", i > 0 ? "; " : "", kinds[hit->kind], (int) hit->resource_id, (int) hit->a);
      if (hit->b != 0)
        g_string_append_printf (text, "-%d", (int) hit->b);
      g_string_append_printf (text, " %02d:%02d-%02d:%02d", from / 60, from % 60, to / 60, to % 60);
      if (hit->need > 0)
        g_string_append_printf (text, " %d/%d", hit->need, hit->have);
      if (hit->provisional)
        g_string_append (text, " provisional");
    }
  return g_string_free (text, FALSE);
}

static const Case cases[] = {
  { "trainer", { "#1 h09:00-12:00 t1", "#2 h11:00-13:00 t2,1" }, "trainer 1 1-2 11:00-12:00" },
  { "touching", { "#1 h09:00-12:00 t1 v1 g1", "#2 h12:00-13:00 t1 v1 g1" }, "" },
  { "one minute", { "#1 h09:00-12:00 t1", "#2 h11:59-13:00 t1" }, "trainer 1 1-2 11:59-12:00" },
  { "one within the other", { "#1 h09:00-12:00 t1", "#2 h10:00-11:00 t1" }, "trainer 1 1-2 10:00-11:00" },
  { "three at once", { "#1 h09:00-12:00 t1", "#2 h09:00-12:00 t1", "#3 h11:00-12:00 t1" },
    "trainer 1 1-2 09:00-12:00; trainer 1 1-3 11:00-12:00; trainer 1 2-3 11:00-12:00" },
  { "venue", { "#1 h09:00-12:00 v1", "#2 h11:00-13:00 v1" }, "venue 1 1-2 11:00-12:00" },
  { "others", { "#1 h09:00-12:00 t1 v1 g1", "#2 h09:00-12:00 t2 v2 g2" }, "" },
  { "cancelled", { "#1 h09:00-12:00 t1 v1", "#2 h09:00-12:00 t1 v1 cancelled" }, "" },
  { "online needs no venue", { "#1 h09:00-12:00 v1", "#2 h09:00-12:00 v1 online" }, "" },
  { "online needs a trainer", { "#1 h09:00-12:00 t1 v1", "#2 h09:00-12:00 t1 v1 online" }, "trainer 1 1-2 09:00-12:00" },
  { "provisional", { "#1 h09:00-12:00 t1", "#2 h09:00-12:00 t1 provisional" }, "trainer 1 1-2 09:00-12:00 provisional" },

  { "setup", { "#1 h09:00-12:00 v2", "#2 h12:10-13:00 v2" }, "venue 2 1-2 11:40-12:00" },
  { "setup just fits", { "#1 h09:00-12:00 v2", "#2 h12:30-13:00 v2" }, "" },
  { "no setup for a class that stays", { "#1 h09:00-12:00 v2 r8", "#2 h12:00-13:00 v2 r8" }, "" },
  { "a class that stays can still clash with itself", { "#1 h09:00-12:00 v2 r8", "#2 h11:00-13:00 v2 r8" }, "venue 2 1-2 11:00-12:00" },
  { "travel", { "#1 h09:00-12:00 t1 v1", "#2 h12:15-13:00 t1 v3" }, "trainer 1 1-2 11:30-12:00" },
  { "travel just fits", { "#1 h09:00-12:00 t1 v1", "#2 h12:45-13:00 t1 v3" }, "" },
  { "no travel within a site", { "#1 h09:00-12:00 t1 v1", "#2 h12:00-13:00 t1 v2" }, "" },
  { "no travel to an unknown site", { "#1 h12:00-13:00 t1 v1", "#2 h13:00-14:00 t1 v4" }, "" },
  { "no travel online", { "#1 h09:00-12:00 t1 v1", "#2 h12:00-13:00 t1 v3 online" }, "" },

  { "joint", { "#1 h09:00-12:00 t1 v1 jK", "#2 h09:00-12:00 t1 v1 jK" }, "" },
  { "joint with something else", { "#1 h09:00-12:00 t1 v1 jK", "#2 h09:00-12:00 t1 v2 jL" }, "trainer 1 1-2 09:00-12:00" },
  { "a joint booking clashes once", { "#1 h09:00-12:00 t1 jK", "#2 h09:00-12:00 t1 jK", "#3 h11:00-13:00 t1" }, "trainer 1 1-3 11:00-12:00" },
  { "an empty key joins nothing", { "#1 h09:00-12:00 t1 j", "#2 h09:00-12:00 t1 j" }, "trainer 1 1-2 09:00-12:00" },

  { "trainees", { "#1 h09:00-12:00 g1,2,3", "#2 h11:00-13:00 g3,2" }, "trainee 2 1-2 11:00-12:00; trainee 3 1-2 11:00-12:00" },
  { "a trainee named twice", { "#1 h09:00-12:00 g1,1", "#2 h09:00-12:00 g1" }, "trainee 1 1-2 09:00-12:00" },
  { "a trainee of a joint session", { "#1 h09:00-12:00 g1 jK", "#2 h09:00-12:00 g1 jK" }, "" },

  { "capacity", { "#1 h09:00-12:00 v1 g1,2,3" }, "capacity 1 1 09:00-12:00 3/2" },
  { "full is not too full", { "#1 h09:00-12:00 v1 g1,2" }, "" },
  { "unknown capacity", { "#1 h09:00-12:00 v2 g1,2,3" }, "" },
  { "capacity of a joint session", { "#1 h09:00-12:00 v1 g1,2 jK", "#2 h09:00-12:00 v1 g3 jK" }, "capacity 1 1 09:00-12:00 3/2" },
  { "joint in two venues", { "#1 h09:00-12:00 v1 g1,2 jK", "#2 h09:00-12:00 v2 g3 jK" }, "" },
  { "capacity online", { "#1 h09:00-12:00 v1 g1,2,3 online" }, "" },

  { "equipment", { "#1 h09:00-12:00 e1x1", "#2 h09:00-12:00 e1x1", "#3 h11:00-13:00 e1x1" },
    "equipment 1 1-2 11:00-12:00 3/2; equipment 1 1-3 11:00-12:00 3/2; equipment 1 2-3 11:00-12:00 3/2" },
  { "enough equipment", { "#1 h09:00-12:00 e1x1", "#2 h09:00-12:00 e1x1" }, "" },
  { "equipment one after the other", { "#1 h09:00-12:00 e1x2", "#2 h12:00-13:00 e1x2" }, "" },
  { "more than there is", { "#1 h09:00-12:00 e1x3" }, "equipment 1 1 09:00-12:00 3/2" },
  { "what stands in the venue counts first", { "#1 h09:00-12:00 v3 e1x3" }, "" },
  { "and is nobody else's", { "#1 h09:00-12:00 v3 e1x1", "#2 h09:00-12:00 e1x3" }, "equipment 1 2 09:00-12:00 3/2" },
  { "equipment of a joint session", { "#1 h09:00-12:00 e1x2 jK", "#2 h09:00-12:00 e1x2 jK" }, "" },
  { "unknown equipment", { "#1 h09:00-12:00 e2x1" }, "equipment 2 1 09:00-12:00 1/0" },

  { "trainer away", { "#1 h09:00-10:30 t9" }, "away 9 1 10:00-10:30" },
  { "away until then", { "#1 h11:00-12:00 t9", "#2 h09:00-10:00 t9" }, "" },
  { "venue away", { "#1 h10:30-12:00 v4" }, "away 4 1 10:30-11:00" },
  { "venue away while it is set up", { "#1 h11:15-12:00 v5" }, "away 5 1 10:45-11:00" },
  { "venue away, online", { "#1 h10:30-12:00 v4 online" }, "" },
  { "trainee away", { "#1 h10:30-12:00 g99,1" }, "away 99 1 10:30-11:00" },

  { "holiday", { "#1 d2026-10-01 h09:00-12:00" }, "holiday 0 1 09:00-12:00" },
  { "a free day of the week is no holiday", { "#1 d2026-09-26 h09:00-12:00" }, "" },
  { "make-up day", { "#1 d2026-10-10 h09:00-12:00" }, "" },
  { "into a holiday", { "#1 d2026-09-30 h22:00-26:00" }, "holiday 0 1 00:00-02:00" },
  { "up to a holiday", { "#1 d2026-09-30 h22:00-24:00" }, "" },
  { "over the end of the year", { "#1 d2026-12-31 h22:00-25:00 t1", "#2 d2027-01-01 h00:30-02:00 t1" },
    "holiday 0 1 22:00-00:00; holiday 0 1 00:00-01:00; trainer 1 1-2 00:30-01:00; holiday 0 2 00:30-02:00" },
  { "leap day", { "#1 d2028-02-28 h23:00-25:00 t1", "#2 d2028-02-29 h00:00-01:00 t1" },
    "trainer 1 1-2 00:00-01:00; holiday 0 1 00:00-01:00; holiday 0 2 00:00-01:00" },
  { "the day after the leap day", { "#1 d2028-02-29 h24:00-25:00 t1", "#2 d2028-03-01 h00:30-01:00 t1" }, "trainer 1 1-2 00:30-01:00" },
  { "wall time does not know that clocks change", { "#1 d2026-03-29 h01:00-04:00 t1", "#2 d2026-03-29 h02:30-03:30 t1" },
    "trainer 1 1-2 02:30-03:30" },

  { "qualified", { "#1 h09:00-12:00 t1,2 c7" }, "" },
  { "not qualified", { "#1 h09:00-12:00 t3 c7" }, "qualification 3 1 09:00-12:00" },
  { "not qualified any more", { "#1 d2026-09-22 h09:00-12:00 t1 c7" }, "qualification 1 1 09:00-12:00" },
  { "expires within", { "#1 h23:00-25:00 t1 c7" }, "qualification 1 1 23:00-01:00" },
  { "anybody may teach it", { "#1 h09:00-12:00 t3 c8" }, "" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfSchedule) schedule = world_new ();
      g_autoptr (GArray) hits = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].name);
      for (gsize j = 0; j < SESSIONS && cases[i].sessions[j] != NULL; j++)
        add_session (schedule, cases[i].sessions[j]);
      hits = ff_schedule_check_all (schedule);
      text = format_hits (hits);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* One session is told what concerns it, and comes first. */
static void
test_one (void)
{
  g_autoptr (FfSchedule) schedule = world_new ();
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) none = NULL;
  g_autofree char *text = NULL;
  gint64 second = 2, unknown = 7;

  add_session (schedule, "#1 h09:00-12:00 t1");
  add_session (schedule, "#2 h11:00-13:00 t1,2");
  hits = ff_schedule_check (schedule, &second, 1);
  text = format_hits (hits);
  g_assert_cmpstr (text, ==, "trainer 1 2-1 11:00-12:00");
  none = ff_schedule_check (schedule, &unknown, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

/* What is added after a check is found by the next one. */
static void
test_growing (void)
{
  g_autoptr (FfSchedule) schedule = world_new ();
  gint64 first = 1;

  add_session (schedule, "#1 h09:00-12:00 t1 g1");
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *next = g_strdup_printf ("#%d h09:00-12:00 t1 g1", i + 2);
      g_autoptr (GArray) hits = ff_schedule_check (schedule, &first, 1);

      g_assert_cmpuint (hits->len, ==, 2 * i);
      add_session (schedule, next);
    }
}

/* Ways out --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *sessions[SESSIONS]; /* the first one looks for another time */
  const char *from;
  const char *to;
  int earliest;
  int latest;
  double share;
  const char *expected;
} OpeningCase;

static const OpeningCase opening_cases[] = {
  { "a free day", { "#1 h09:00-10:00 t1 v1" }, "2026-09-22", "2026-09-22", 0, 0, 1, "22 08:30, 22 13:30" },
  { "after what is there", { "#1 h09:00-10:00 t1", "#2 d2026-09-22 h08:00-09:10 t1" }, "2026-09-22", "2026-09-22", 0, 0, 1, "22 09:10, 22 13:30" },
  { "setup counts", { "#1 h09:00-10:00 v2", "#2 d2026-09-22 h08:00-09:10 v2" }, "2026-09-22", "2026-09-22", 0, 0, 1, "22 09:40, 22 13:30" },
  { "setup before the next one counts", { "#1 h09:00-12:00 v2", "#2 d2026-09-22 h12:00-13:00 v2" }, "2026-09-22", "2026-09-22", 0, 0, 1,
    "22 08:30, 22 13:30" },
  { "travel counts", { "#1 h09:00-10:00 t1 v1", "#2 d2026-09-22 h08:00-09:10 t1 v3" }, "2026-09-22", "2026-09-22", 0, 0, 1,
    "22 09:55, 22 13:30" },
  { "never over lunch", { "#1 h09:00-11:00 t1", "#2 d2026-09-22 h08:30-10:30 t1" }, "2026-09-22", "2026-09-22", 0, 0, 1, "22 13:30" },
  { "a whole day spans lunch", { "#1 h09:00-17:00 t1" }, "2026-09-22", "2026-09-23", 0, 0, 1, "22 08:30, 23 08:30" },
  { "longer than a day", { "#1 h09:00-25:00 t1" }, "2026-09-22", "2026-09-23", 0, 0, 1, "" },
  { "days off are left out", { "#1 h09:00-10:00 t1" }, "2026-10-01", "2026-10-04", 0, 0, 1, "2 08:30, 2 13:30" },
  { "make-up days are not", { "#1 h09:00-10:00 t1" }, "2026-10-10", "2026-10-11", 0, 0, 1, "10 08:30, 10 13:30" },
  { "asked hours", { "#1 h09:00-10:00 t1" }, "2026-09-22", "2026-09-22", 600, 900, 1, "22 10:00, 22 13:30" },
  { "at most five", { "#1 h09:00-10:00 t1" }, "2026-09-22", "2026-09-30", 0, 0, 1, "22 08:30, 22 13:30, 23 08:30, 23 13:30, 24 08:30" },
  { "trainees", { "#1 h09:00-10:00 g1,2", "#2 d2026-09-22 h08:00-09:00 g1" }, "2026-09-22", "2026-09-22", 0, 0, 1, "22 09:00, 22 13:30" },
  { "some trainees are enough", { "#1 h09:00-10:00 g1,2", "#2 d2026-09-22 h08:00-09:00 g1" }, "2026-09-22", "2026-09-22", 0, 0, 0.5,
    "22 08:30 1, 22 13:30" },
  { "equipment", { "#1 h09:00-10:00 e1x2", "#2 d2026-09-22 h08:00-09:00 e1x1" }, "2026-09-22", "2026-09-22", 0, 0, 1, "22 09:00, 22 13:30" },
  { "away", { "#1 d2026-09-18 h09:00-10:00 t9 v4" }, "2026-09-21", "2026-09-21", 0, 0, 1, "21 08:30, 21 11:00, 21 13:30" },
  { "too few seats are no question of time", { "#1 h09:00-10:00 v1 g1,2,3" }, "2026-09-22", "2026-09-22", 0, 0, 1, "22 08:30, 22 13:30" },
  { "its own time is free", { "#1 h08:30-09:30 t1 v1 g1" }, "2026-09-21", "2026-09-21", 0, 0, 1, "21 08:30, 21 13:30" },
};

static void
test_openings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (opening_cases); i++)
    {
      const OpeningCase *test = &opening_cases[i];
      g_autoptr (FfSchedule) schedule = world_new ();
      g_autoptr (GArray) openings = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      FfOpeningQuery query = { 0, 0, test->earliest, test->latest, FF_NO_TIME, test->share, 5 };
      guint trainees = strstr (test->sessions[0], "g1,2,3") ? 3 : strstr (test->sessions[0], "g1,2") ? 2 : strstr (test->sessions[0], "g1") ? 1 : 0;

      g_test_message ("%s", test->name);
      for (gsize j = 0; j < SESSIONS && test->sessions[j] != NULL; j++)
        add_session (schedule, test->sessions[j]);
      ff_day_parse (test->from, &query.from);
      ff_day_parse (test->to, &query.to);
      openings = ff_schedule_find_openings (schedule, 1, &query);
      for (guint j = 0; j < openings->len; j++)
        {
          const FfOpening *opening = &g_array_index (openings, FfOpening, j);
          int year, month, day, minute = ff_time_minute_of_day (opening->from);

          ff_day_to_ymd (ff_time_day (opening->from), &year, &month, &day);
          g_string_append_printf (text, "%s%d %02d:%02d", j > 0 ? ", " : "", day, minute / 60, minute % 60);
          if (opening->free_trainees != (int) trainees)
            g_string_append_printf (text, " %d", opening->free_trainees);
        }
      g_assert_cmpstr (text->str, ==, test->expected);
    }
}

static void
test_not_before (void)
{
  g_autoptr (FfSchedule) schedule = world_new ();
  g_autoptr (GArray) openings = NULL;
  FfOpeningQuery query = { .share = 1, .most = 1 };

  add_session (schedule, "#1 h09:00-10:00 t1");
  ff_day_parse ("2026-09-22", &query.from);
  query.to = query.from;
  query.not_before = minute_of ("2026-09-22", "10:07");
  openings = ff_schedule_find_openings (schedule, 1, &query);
  g_assert_cmpuint (openings->len, ==, 1);
  g_assert_cmpint (g_array_index (openings, FfOpening, 0).from, ==, query.not_before);
}

static void
test_venues (void)
{
  static const struct
  {
    const char *name;
    const char *sessions[SESSIONS];
    gint64 venue;
    gboolean fits;
  } tests[] = {
    { "free", { "#1 h09:00-10:00 t1 v1 g1" }, 2, TRUE },
    { "taken", { "#1 h09:00-10:00 t1 v1", "#2 h09:30-10:00 v2" }, 2, FALSE },
    { "to be set up", { "#1 h09:00-10:00 t1 v1", "#2 h08:00-08:45 v2" }, 2, FALSE },
    { "too small", { "#1 h09:00-10:00 v2 g1,2,3" }, 1, FALSE },
    { "away", { "#1 h10:00-11:00 v2" }, 4, FALSE },
    { "too far for the trainer", { "#1 h09:00-10:00 t1 v1", "#2 h10:15-11:00 t1 v1" }, 3, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr (FfSchedule) schedule = world_new ();

      g_test_message ("%s", tests[i].name);
      for (gsize j = 0; j < SESSIONS && tests[i].sessions[j] != NULL; j++)
        add_session (schedule, tests[i].sessions[j]);
      g_assert_cmpint (ff_schedule_fits_venue (schedule, 1, tests[i].venue), ==, tests[i].fits);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/cases", test_cases);
  g_test_add_func ("/schedule/one", test_one);
  g_test_add_func ("/schedule/growing", test_growing);
  g_test_add_func ("/schedule/openings", test_openings);
  g_test_add_func ("/schedule/not-before", test_not_before);
  g_test_add_func ("/schedule/venues", test_venues);
  return g_test_run ();
}
