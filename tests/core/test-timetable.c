/* Sessions made from timetables and patterns, and moved to other days. */
#include "ff-timetable.h"

#include <string.h>

static FfDay
day (const char *text)
{
  FfDay parsed;

  g_assert_true (ff_day_parse (text, &parsed));
  return parsed;
}

/* "off:2026-10-01,work:2026-10-10" on top of Monday to Friday; NULL: no calendar at all. */
static FfWorkCalendar *
make_calendar (const char *days)
{
  FfWorkCalendar *calendar = days != NULL ? ff_work_calendar_new_default () : NULL;
  g_auto (GStrv) parts = g_strsplit (days != NULL ? days : "", ",", -1);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      ff_work_calendar_add_day (calendar, day (strchr (*part, ':') + 1), g_str_has_prefix (*part, "work"), NULL);
  return calendar;
}

/* One line a session: "09-22 08:30-12:00 L0 title", its slots after it: " (08:30 a, 09:15 break)". */
static char *
describe (GPtrArray *sessions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      const FfMadeSession *session = g_ptr_array_index (sessions, i);
      g_autofree char *from = ff_time_format (session->starts_at);
      g_autofree char *to = ff_time_format (session->ends_at);

      g_string_append_printf (text, "%s%s-%s", i > 0 ? "; " : "", from + 5, to + 11);
      if (session->layer_id != 0)
        g_string_append_printf (text, " L%d", (int) session->layer_id);
      if (session->title != NULL)
        g_string_append_printf (text, " %s", session->title);
      for (guint k = 0; k < session->slots->len; k++)
        {
          const FfMadeSlot *slot = g_ptr_array_index (session->slots, k);
          g_autofree char *at = ff_time_format (slot->starts_at);

          g_string_append_printf (text, "%s%s %s", k > 0 ? ", " : " (", at + 11, slot->activity != NULL ? slot->activity : slot->title);
        }
      if (session->slots->len > 0)
        g_string_append_c (text, ')');
    }
  return g_string_free (text, FALSE);
}

/* Timetables -------------------------------------------------------------------------------------------------------- */

#define AT(hour, minute) ((hour) * 60 + (minute))

static const FfPlanSlot two_days[] = {
  { 2, AT (9, 0), AT (10, 0), "e", NULL, 5, 0 }, /* in no order */
  { 1, AT (8, 30), AT (10, 0), "a", NULL, 1, 0 },
  { 1, AT (10, 0), AT (10, 15), "tea", "break", 0, 0 },
  { 1, AT (10, 15), AT (12, 0), "b", NULL, 2, 0 },
  { 1, AT (12, 0), AT (13, 30), "lunch", "break", 0, 0 },
  { 1, AT (13, 30), AT (15, 0), "c", NULL, 3, 0 },
  { 1, AT (19, 0), AT (20, 0), "d", NULL, 4, 0 },
};

static const FfPlanSlot layers[] = {
  { 1, AT (9, 0), AT (10, 0), "all", NULL, 1, 0 },
  { 1, AT (10, 0), AT (11, 0), "front", NULL, 2, 1 },
  { 1, AT (10, 0), AT (11, 30), "boss", NULL, 3, 3 },
  { 1, AT (11, 0), AT (11, 10), "tea", "break", 0, 0 },
  { 1, AT (11, 10), AT (11, 30), "front again", NULL, 4, 1 },
  { 1, AT (11, 30), AT (12, 0), "end", NULL, 5, 0 },
};

static const FfPlanSlot gaps[] = {
  { 1, AT (9, 0), AT (10, 0), "a", NULL, 0, 0 },
  { 1, AT (10, 20), AT (11, 0), "a", NULL, 0, 0 },
  { 4, AT (9, 0), AT (10, 0), "b", NULL, 0, 0 },
};

static const FfPlanSlot night[] = { { 1, AT (2, 30), AT (3, 30), "watch", NULL, 0, 0 } };

#define SLOTS(array) array, G_N_ELEMENTS (array)

static const struct
{
  const char *name;
  const FfPlanSlot *slots;
  gsize n;
  FfSessionUnit unit;
  const char *starts_on;
  FfRhythm rhythm;
  const char *calendar;
  const char *expected;
} timetables[] = {
  { "nothing", NULL, 0, FF_UNIT_HALF_DAY, "2026-09-22", { 0, 1 }, "", "" },
  { "half days, trimmed of lunch", SLOTS (two_days), FF_UNIT_HALF_DAY, "2026-09-22", { 0, 1 }, "",
    "09-22 08:30-12:00 a · b (08:30 a, 10:00 break, 10:15 b); 09-22 13:30-15:00 c (13:30 c); 09-22 19:00-20:00 d (19:00 d);"
    " 09-23 09:00-10:00 e (09:00 e)" },
  { "days, what is between is a break", SLOTS (two_days), FF_UNIT_DAY, "2026-09-22", { 0, 1 }, "",
    "09-22 08:30-20:00 a · b · c · d (08:30 a, 10:00 break, 10:15 b, 12:00 break, 13:30 c, 15:00 break, 19:00 d);"
    " 09-23 09:00-10:00 e (09:00 e)" },
  { "slots", SLOTS (two_days), FF_UNIT_SLOT, "2026-09-22", { 0, 1 }, "",
    "09-22 08:30-10:00 a (08:30 a); 09-22 10:15-12:00 b (10:15 b); 09-22 13:30-15:00 c (13:30 c); 09-22 19:00-20:00 d (19:00 d);"
    " 09-23 09:00-10:00 e (09:00 e)" },
  { "layers beside each other", SLOTS (layers), FF_UNIT_HALF_DAY, "2026-09-22", { 0, 1 }, "",
    "09-22 09:00-10:00 all (09:00 all); 09-22 10:00-11:30 L1 front · front again (10:00 front, 11:00 break, 11:10 front again);"
    " 09-22 10:00-11:30 L3 boss (10:00 boss); 09-22 11:30-12:00 end (11:30 end)" },
  { "a day without slots is kept free", SLOTS (gaps), FF_UNIT_HALF_DAY, "2026-09-21", { 0, 1 }, "",
    "09-21 09:00-11:00 a (09:00 a, 10:00 break, 10:20 a); 09-24 09:00-10:00 b (09:00 b)" },
  { "begins after a weekend", SLOTS (gaps), FF_UNIT_HALF_DAY, "2026-09-19", { 0, 1 }, "",
    "09-21 09:00-11:00 a (09:00 a, 10:00 break, 10:20 a); 09-24 09:00-10:00 b (09:00 b)" },
  { "over a holiday to a make-up day", SLOTS (two_days), FF_UNIT_SLOT, "2026-09-30", { 0, 1 },
    "off:2026-10-01,off:2026-10-02,work:2026-10-03",
    "09-30 08:30-10:00 a (08:30 a); 09-30 10:15-12:00 b (10:15 b); 09-30 13:30-15:00 c (13:30 c); 09-30 19:00-20:00 d (19:00 d);"
    " 10-03 09:00-10:00 e (09:00 e)" },
  { "on Tuesdays, no make-up Saturday, no holiday", SLOTS (gaps), FF_UNIT_DAY, "2026-09-16", { 1u << 1, 1 },
    "off:2026-09-29,work:2026-09-26", "09-22 09:00-11:00 a (09:00 a, 10:00 break, 10:20 a); 10-20 09:00-10:00 b (09:00 b)" },
  { "each week, a holiday's moves and the next stays", SLOTS (gaps), FF_UNIT_DAY, "2026-09-22", { 0, 7 },
    "off:2026-10-13", "09-22 09:00-11:00 a (09:00 a, 10:00 break, 10:20 a); 10-14 09:00-10:00 b (09:00 b)" },
  { "without a calendar each day counts", SLOTS (gaps), FF_UNIT_DAY, "2026-09-18", { 0, 1 }, NULL,
    "09-18 09:00-11:00 a (09:00 a, 10:00 break, 10:20 a); 09-21 09:00-10:00 b (09:00 b)" },
  { "over a leap day", SLOTS (gaps), FF_UNIT_DAY, "2028-02-26", { 0, 1 }, NULL,
    "02-26 09:00-11:00 a (09:00 a, 10:00 break, 10:20 a); 02-29 09:00-10:00 b (09:00 b)" },
  { "over the end of a year", SLOTS (gaps), FF_UNIT_DAY, "2026-12-30", { 0, 1 }, "off:2027-01-01",
    "12-30 09:00-11:00 a (09:00 a, 10:00 break, 10:20 a); 01-05 09:00-10:00 b (09:00 b)" },
  { "a night that skips 02:30 in Europe", SLOTS (night), FF_UNIT_DAY, "2026-03-29", { 0, 1 }, NULL, "03-29 02:30-03:30 watch (02:30 watch)" },
};

static void
test_timetables (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (timetables); i++)
    {
      g_autoptr (FfWorkCalendar) calendar = make_calendar (timetables[i].calendar);
      FfPlanQuery query = { day (timetables[i].starts_on), timetables[i].rhythm, timetables[i].unit, calendar };
      g_autoptr (GPtrArray) sessions = ff_timetable_make (&query, timetables[i].slots, timetables[i].n);
      g_autofree char *text = describe (sessions);

      g_test_message ("%s", timetables[i].name);
      g_assert_cmpstr (text, ==, timetables[i].expected);
    }
}

/* Patterns ---------------------------------------------------------------------------------------------------------- */

static const FfHours usual[] = { { AT (8, 30), AT (12, 0) }, { AT (13, 30), AT (17, 30) } };
static const FfHours morning[] = { { AT (9, 0), AT (12, 0) } };
static const FfPlanItem items[] = { { 60, "a", NULL, 1 }, { 0, "none", NULL, 2 }, { 90, "b", NULL, 3 } };

static const struct
{
  const char *name;
  FfSessionUnit unit;
  FfPattern pattern;
  const char *expected;
} patterns[] = {
  { "no amount", FF_UNIT_HALF_DAY, { .hours = SLOTS (usual) }, "" },
  { "three half days", FF_UNIT_HALF_DAY, { .hours = SLOTS (usual), .sessions = 3 },
    "09-22 08:30-12:00; 09-22 13:30-17:30; 09-23 08:30-12:00" },
  { "a day has its lunch", FF_UNIT_DAY, { .hours = SLOTS (usual), .sessions = 1 },
    "09-22 08:30-17:30 (08:30 , 12:00 break, 13:30 )" },
  { "minutes end in the middle", FF_UNIT_HALF_DAY, { .hours = SLOTS (usual), .minutes = 300 },
    "09-22 08:30-12:00; 09-22 13:30-15:00" },
  { "breaks", FF_UNIT_HALF_DAY, { .hours = SLOTS (morning), .teach = 50, .pause = 10, .sessions = 1 },
    "09-22 09:00-11:50 (09:00 , 09:50 break, 10:00 , 10:50 break, 11:00 )" },
  { "breaks are not taught", FF_UNIT_HALF_DAY, { .hours = SLOTS (morning), .teach = 50, .pause = 10, .minutes = 160 },
    "09-22 09:00-11:50 (09:00 , 09:50 break, 10:00 , 10:50 break, 11:00 ); 09-23 09:00-09:10" },
  { "lessons", FF_UNIT_SLOT, { .hours = SLOTS (morning), .teach = 50, .pause = 10, .sessions = 4 },
    "09-22 09:00-09:50; 09-22 10:00-10:50; 09-22 11:00-11:50; 09-23 09:00-09:50" },
  { "what is taught fills the hours", FF_UNIT_HALF_DAY, { .hours = SLOTS (morning), .teach = 45, .pause = 15, .items = SLOTS (items) },
    "09-22 09:00-11:45 a · b (09:00 a, 09:45 break, 10:00 a, 10:15 b, 10:45 break, 11:00 b); 09-23 09:00-09:15 b (09:00 b)" },
  { "and leaves the rest open", FF_UNIT_HALF_DAY, { .hours = SLOTS (morning), .items = SLOTS (items), .sessions = 1 },
    "09-22 09:00-12:00 a · b (09:00 a, 10:00 b, 11:30 )" },
};

static void
test_patterns (void)
{
  g_autoptr (FfWorkCalendar) calendar = make_calendar ("");

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      FfPlanQuery query = { day ("2026-09-22"), { 0, 1 }, patterns[i].unit, calendar };
      g_autoptr (GPtrArray) sessions = ff_timetable_make_pattern (&query, &patterns[i].pattern);
      g_autofree char *text = describe (sessions);

      g_test_message ("%s", patterns[i].name);
      g_assert_cmpstr (text, ==, patterns[i].expected);
    }
}

static void
test_limit (void)
{
  FfPattern pattern = { .hours = SLOTS (usual), .sessions = 100000 };
  FfPlanQuery query = { day ("2026-09-22"), { 0, 1 }, FF_UNIT_SLOT, NULL };
  g_autoptr (GPtrArray) sessions = ff_timetable_make_pattern (&query, &pattern);

  g_assert_cmpuint (sessions->len, ==, FF_TIMETABLE_MAX_SESSIONS);
}

/* Moving ------------------------------------------------------------------------------------------------------------ */

static const struct
{
  const char *name;
  const char *days;
  const char *to;
  const char *calendar;
  const char *expected; /* NULL: impossible */
} shifts[] = {
  { "none", "", "2026-09-22", "", "" },
  { "by days", "2026-09-21,2026-09-22", "2026-09-23", "", "2026-09-23,2026-09-24" },
  { "back", "2026-09-23,2026-09-24", "2026-09-21", "", "2026-09-21,2026-09-22" },
  { "over a weekend", "2026-09-21,2026-09-22,2026-09-23", "2026-09-24", "", "2026-09-24,2026-09-25,2026-09-28" },
  { "onto a weekend", "2026-09-21,2026-09-22", "2026-09-26", "", "2026-09-28,2026-09-29" },
  { "days off do not matter", "2026-09-21,2026-09-22,2026-09-23", "2026-09-24", NULL, "2026-09-24,2026-09-25,2026-09-26" },
  { "each week stays each week", "2026-09-22,2026-09-29,2026-10-06", "2026-09-24", "off:2026-10-01", "2026-09-24,2026-10-02,2026-10-08" },
  { "a make-up day is used", "2026-09-28,2026-09-29", "2026-09-30", "off:2026-10-01,off:2026-10-02,work:2026-10-03",
    "2026-09-30,2026-10-03" },
};

static void
test_shifts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_autoptr (FfWorkCalendar) calendar = make_calendar (shifts[i].calendar);
      g_auto (GStrv) texts = g_strsplit (shifts[i].days, ",", -1);
      gsize n = g_strv_length (texts);
      g_autofree FfDay *days = g_new0 (FfDay, n + 1);
      g_autofree FfDay *moved = g_new0 (FfDay, n + 1);
      g_autoptr (GString) text = g_string_new (NULL);

      g_test_message ("%s", shifts[i].name);
      for (gsize k = 0; k < n; k++)
        days[k] = day (texts[k]);
      g_assert_true (ff_timetable_shift_days (days, n, day (shifts[i].to), calendar, moved));
      for (gsize k = 0; k < n; k++)
        {
          g_autofree char *one = ff_day_format (moved[k]);

          g_string_append_printf (text, "%s%s", k > 0 ? "," : "", one);
        }
      g_assert_cmpstr (text->str, ==, shifts[i].expected);
    }
}

static void
test_never (void)
{
  g_autoptr (FfWorkCalendar) never = ff_work_calendar_new (0, usual, G_N_ELEMENTS (usual));
  FfPlanQuery query = { day ("2026-09-22"), { 0, 1 }, FF_UNIT_DAY, never };
  g_autoptr (GPtrArray) sessions = ff_timetable_make (&query, SLOTS (gaps));
  FfDay days[] = { day ("2026-09-22") }, moved[1];

  g_assert_cmpuint (sessions->len, ==, 0);
  g_assert_false (ff_timetable_shift_days (days, 1, day ("2026-09-22"), never, moved));
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timetable/timetables", test_timetables);
  g_test_add_func ("/timetable/patterns", test_patterns);
  g_test_add_func ("/timetable/limit", test_limit);
  g_test_add_func ("/timetable/shifts", test_shifts);
  g_test_add_func ("/timetable/never", test_never);
  return g_test_run ();
}
