/* Days off, make-up days, and the next day that is worked. */
#include "config.h"

#include "ff-work-calendar.h"

static FfDay
day_of (const char *text)
{
  FfDay day = FF_NO_DAY;

  g_assert_true (ff_day_parse (text, &day));
  return day;
}

/* The National Day week of a year in which the weekend before is worked. */
static FfWorkCalendar *
holidays (void)
{
  FfWorkCalendar *calendar = ff_work_calendar_new_default ();

  for (int i = 0; i < 7; i++)
    ff_work_calendar_add_day (calendar, day_of ("2026-10-01") + i, FALSE, "National Day");
  ff_work_calendar_add_day (calendar, day_of ("2026-09-27"), TRUE, "Make-up");
  ff_work_calendar_add_day (calendar, day_of ("2026-10-10"), TRUE, "Make-up");
  /* A working day that is named as one is no make-up day. */
  ff_work_calendar_add_day (calendar, day_of ("2026-10-12"), TRUE, "Stocktaking");
  return calendar;
}

static void
test_kind (void)
{
  static const struct
  {
    const char *day;
    FfDayKind kind;
    const char *title;
  } cases[] = {
    { "2026-09-25", FF_DAY_WORKING, NULL },
    { "2026-09-26", FF_DAY_OFF, NULL },
    { "2026-09-27", FF_DAY_MAKE_UP, "Make-up" },
    { "2026-10-01", FF_DAY_OFF, "National Day" },
    { "2026-10-03", FF_DAY_OFF, "National Day" },
    { "2026-10-08", FF_DAY_WORKING, NULL },
    { "2026-10-10", FF_DAY_MAKE_UP, "Make-up" },
    { "2026-10-12", FF_DAY_WORKING, "Stocktaking" },
  };
  g_autoptr (FfWorkCalendar) calendar = holidays ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].day);
      g_assert_cmpint (ff_work_calendar_kind (calendar, day_of (cases[i].day)), ==, cases[i].kind);
      g_assert_cmpint (ff_work_calendar_is_worked (calendar, day_of (cases[i].day)), ==, cases[i].kind != FF_DAY_OFF);
      g_assert_cmpstr (ff_work_calendar_title (calendar, day_of (cases[i].day)), ==, cases[i].title);
    }
}

static void
test_add (void)
{
  static const struct
  {
    const char *day;
    int n;
    const char *expected;
  } cases[] = {
    { "2026-09-25", 0, "2026-09-25" },
    { "2026-09-26", 0, "2026-09-27" },  /* the make-up Sunday */
    { "2026-10-01", 0, "2026-10-08" },
    { "2026-09-25", 1, "2026-09-27" },
    { "2026-09-30", 1, "2026-10-08" },
    { "2026-09-30", 3, "2026-10-10" },
    { "2026-10-08", -1, "2026-09-30" },
    { "2026-10-10", -3, "2026-09-30" },
    { "2024-02-28", 1, "2024-02-29" },  /* leap day */
    { "2026-12-31", 1, "2027-01-01" },  /* year end; nobody said that New Year's Day is off */
  };
  g_autoptr (FfWorkCalendar) calendar = holidays ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfDay day = ff_work_calendar_add (calendar, day_of (cases[i].day), cases[i].n);
      g_autofree char *text = ff_day_format (day);

      g_test_message ("%s %+d", cases[i].day, cases[i].n);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_no_worked_day (void)
{
  g_autoptr (FfWorkCalendar) calendar = ff_work_calendar_new (0, NULL, 0);

  g_assert_cmpint (ff_work_calendar_next (calendar, day_of ("2026-09-25")), ==, FF_NO_DAY);
  g_assert_cmpint (ff_work_calendar_add (calendar, day_of ("2026-09-25"), 2), ==, FF_NO_DAY);
  ff_work_calendar_add_day (calendar, day_of ("2026-11-11"), TRUE, NULL);
  g_assert_cmpint (ff_work_calendar_next (calendar, day_of ("2026-09-25")), ==, day_of ("2026-11-11"));
  g_assert_cmpint (ff_work_calendar_add (calendar, day_of ("2026-09-25"), 2), ==, FF_NO_DAY);
}

static void
test_later_call_wins (void)
{
  g_autoptr (FfWorkCalendar) calendar = ff_work_calendar_new_default ();

  ff_work_calendar_add_day (calendar, day_of ("2026-09-25"), FALSE, "Mid-Autumn Festival");
  ff_work_calendar_add_day (calendar, day_of ("2026-09-25"), TRUE, NULL);
  g_assert_cmpint (ff_work_calendar_kind (calendar, day_of ("2026-09-25")), ==, FF_DAY_WORKING);
  g_assert_null (ff_work_calendar_title (calendar, day_of ("2026-09-25")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-calendar/kind", test_kind);
  g_test_add_func ("/work-calendar/add", test_add);
  g_test_add_func ("/work-calendar/no-worked-day", test_no_worked_day);
  g_test_add_func ("/work-calendar/later-call-wins", test_later_call_wins);
  return g_test_run ();
}
