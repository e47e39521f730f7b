#include "ff-time.h"

static void
test_parse_time (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* NULL: refused */
  } cases[] = {
    { "2026-09-23 09:15", "2026-09-23 09:15" },
    { "2026-09-23T09:15", "2026-09-23 09:15" },
    { "2026/9/3 9:05", "2026-09-03 09:05" },
    { "2026.09.23 09:15", "2026-09-23 09:15" },
    { "2026年9月23日 9:15", "2026-09-23 09:15" },
    { "２０２６－０９－２３　０９：１５", "2026-09-23 09:15" },
    { "  2026-09-23   09:15  ", "2026-09-23 09:15" },
    { "20260923 09:15", "2026-09-23 09:15" },
    /* Seconds are cut off, not rounded. */
    { "2026-09-23 09:15:59", "2026-09-23 09:15" },
    { "2026-09-23 09:15:59.999", "2026-09-23 09:15" },
    { "2026-09-23 23:59:59", "2026-09-23 23:59" },
    { "2026-09-23 00:00", "2026-09-23 00:00" },
    { "1969-12-31 23:59", "1969-12-31 23:59" },
    { "2024-02-29 08:00", "2024-02-29 08:00" },

    { NULL, NULL },
    { "", NULL },
    { "2026-09-23", NULL },
    { "09:15", NULL },
    { "2026-09-23 24:00", NULL },
    { "2026-09-23 09:60", NULL },
    { "2026-09-23 09:15:60", NULL },
    { "2026-09-23 09:15Z", NULL },
    { "2026-09-23 09:15 x", NULL },
    { "2026-09-2309:15", NULL },
    { "2026-09/23 09:15", NULL },
    { "2026-02-29 08:00", NULL },
    { "26-09-23 09:15", NULL },
    { "46288.385", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfMinute time = 4711;
      gboolean ok = ff_time_parse (cases[i].text, &time);

      g_test_message ("“%s”", cases[i].text ? cases[i].text : "NULL");
      g_assert_cmpint (ok, ==, cases[i].expected != NULL);
      if (ok)
        {
          g_autofree char *text = ff_time_format (time);

          g_assert_cmpstr (text, ==, cases[i].expected);
        }
      else
        g_assert_cmpint (time, ==, 4711);
    }
}

static void
test_parse_day (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "2026-09-23", "2026-09-23" }, { "2026/9/3", "2026-09-03" },   { "2026.9.3", "2026-09-03" },
    { "2026年9月3日", "2026-09-03" }, { "20260903", "2026-09-03" },  { " 2026-12-31 ", "2026-12-31" },
    { "2000-02-29", "2000-02-29" }, { "2100-02-28", "2100-02-28" },
    { "2100-02-29", NULL },         { "2025-02-29", NULL },         { "2026-04-31", NULL },
    { "2026-13-01", NULL },         { "2026-00-10", NULL },         { "2026-01-00", NULL },
    { "0000-01-01", NULL },         { "2026-09", NULL },            { "2026-09-23 09:15", NULL },
    { "23.9.2026", NULL },          { "2026年9月3", NULL },          { "20260931", NULL },
    { "2026-009-3", NULL },         { "", NULL },                   { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfDay day = 4711;
      gboolean ok = ff_day_parse (cases[i].text, &day);

      g_test_message ("“%s”", cases[i].text ? cases[i].text : "NULL");
      g_assert_cmpint (ok, ==, cases[i].expected != NULL);
      if (ok)
        {
          g_autofree char *text = ff_day_format (day);

          g_assert_cmpstr (text, ==, cases[i].expected);
        }
      else
        g_assert_cmpint (day, ==, 4711);
    }
}

static void
test_parse_clock (void)
{
  static const struct
  {
    const char *text;
    int minute; /* -1: refused */
  } cases[] = {
    { "9:12", 552 },    { "09:12", 552 },  { "0912", 552 },   { "912", 552 },    { "09：12", 552 }, { "０９：１２", 552 },
    { " 9:12 ", 552 },  { "09:12:59", 552 }, { "0:00", 0 },   { "0000", 0 },     { "23:59", 1439 }, { "2359", 1439 },
    { "9:5", 545 },     { "24:00", -1 },   { "2400", -1 },    { "960", -1 },     { "9:60", -1 },    { "9", -1 },
    { "12", -1 },       { "09123", -1 },   { "9.12", -1 },    { "9:12x", -1 },   { "-9:12", -1 },   { "", -1 },
    { NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minute = -1;

      g_test_message ("“%s”", cases[i].text ? cases[i].text : "NULL");
      g_assert_cmpint (ff_clock_parse (cases[i].text, &minute), ==, cases[i].minute >= 0);
      g_assert_cmpint (minute, ==, cases[i].minute);
    }
}

static void
test_weekday_and_week (void)
{
  static const struct
  {
    int year, month, mday;
    int weekday, week;
  } cases[] = {
    { 1970, 1, 1, 4, 1 },   { 1969, 12, 31, 3, 1 }, { 2026, 9, 23, 3, 39 }, { 2024, 2, 29, 4, 9 },
    /* Years that end or begin inside a week of the other one. */
    { 2021, 1, 3, 7, 53 },  { 2021, 1, 4, 1, 1 },   { 2020, 12, 31, 4, 53 }, { 2024, 12, 30, 1, 1 },
    { 2024, 12, 29, 7, 52 }, { 2027, 1, 1, 5, 53 }, { 2026, 12, 31, 4, 53 }, { 2023, 1, 1, 7, 52 },
    { 2018, 12, 31, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfDay day = ff_day_from_ymd (cases[i].year, cases[i].month, cases[i].mday);

      g_test_message ("%04d-%02d-%02d", cases[i].year, cases[i].month, cases[i].mday);
      g_assert_cmpint (ff_day_weekday (day), ==, cases[i].weekday);
      g_assert_cmpint (ff_day_week (day), ==, cases[i].week);
    }
}

/* Every day of eight centuries against GLib's own calendar. */
static void
test_calendar (void)
{
  GDate date;
  FfDay first = ff_day_from_ymd (1600, 1, 1);

  g_date_set_dmy (&date, 1, 1, 1600);
  for (FfDay day = first; day < first + 8 * 36525; day++)
    {
      int year, month, mday;

      ff_day_to_ymd (day, &year, &month, &mday);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, g_date_get_month (&date));
      g_assert_cmpint (mday, ==, g_date_get_day (&date));
      g_assert_cmpint (ff_day_from_ymd (year, month, mday), ==, day);
      g_assert_cmpint (ff_day_weekday (day), ==, g_date_get_weekday (&date));
      g_assert_cmpint (ff_day_week (day), ==, g_date_get_iso8601_week_of_year (&date));
      g_date_add_days (&date, 1);
    }
}

static void
test_minutes (void)
{
  g_assert_cmpint (ff_time_day (0), ==, 0);
  g_assert_cmpint (ff_time_day (1439), ==, 0);
  g_assert_cmpint (ff_time_day (1440), ==, 1);
  g_assert_cmpint (ff_time_day (-1), ==, -1);
  g_assert_cmpint (ff_time_day (-1440), ==, -1);
  g_assert_cmpint (ff_time_day (-1441), ==, -2);
  g_assert_cmpint (ff_time_minute_of_day (-1), ==, 1439);
  g_assert_cmpint (ff_time_minute_of_day (1441), ==, 1);
  g_assert_cmpint (ff_day_start (2), ==, 2880);
  g_assert_cmpint (ff_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (ff_day_from_ymd (2026, 2, 30), ==, FF_NO_DAY);
}

static void
test_now (void)
{
  FfMinute expected, before, after;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *text = NULL;

  g_setenv ("FOURFOLD_NOW", "2026-09-23T08:59", TRUE);
  g_assert_true (ff_time_parse ("2026-09-23 08:59", &expected));
  g_assert_cmpint (ff_time_now (), ==, expected);

  /* Malformed: the system's clock, which may tick between the two readings. */
  g_setenv ("FOURFOLD_NOW", "yesterday", TRUE);
  before = ff_time_now ();
  local = g_date_time_new_now_local ();
  text = g_date_time_format (local, "%Y-%m-%d %H:%M");
  g_assert_true (ff_time_parse (text, &expected));
  after = ff_time_now ();
  g_assert_cmpint (before, <=, expected);
  g_assert_cmpint (expected, <=, after);
  g_unsetenv ("FOURFOLD_NOW");
}

static void
test_clock_end (void)
{
  static const struct
  {
    const char *name;
    const char *from;
    const char *to;
    const char *start;
    const char *clock;
    const char *expected;
  } cases[] = {
    { "a morning", "2026-09-22 09:00", "2026-09-22 12:00", "2026-09-22 09:00", "12:00", "2026-09-22 12:00" },
    { "a morning, moved", "2026-09-22 09:00", "2026-09-22 12:00", "2026-09-25 09:00", "11:00", "2026-09-25 11:00" },
    { "a morning, turned round", "2026-09-22 09:00", "2026-09-22 12:00", "2026-09-22 14:00", "12:00", "2026-09-22 12:00" },
    { "up to midnight", "2026-09-22 20:00", "2026-09-23 00:00", "2026-09-22 20:00", "00:00", "2026-09-23 00:00" },
    { "a night", "2026-09-22 22:00", "2026-09-23 06:00", "2026-09-22 22:00", "06:00", "2026-09-23 06:00" },
    { "a night, moved", "2026-12-30 22:00", "2026-12-31 06:00", "2026-12-31 21:00", "05:00", "2027-01-01 05:00" },
    { "a night that becomes an evening", "2026-09-22 22:00", "2026-09-23 06:00", "2026-09-22 18:00", "21:00", "2026-09-22 21:00" },
    { "three days", "2026-09-21 09:00", "2026-09-23 17:00", "2026-09-21 09:00", "17:00", "2026-09-23 17:00" },
    { "three days, moved", "2026-09-21 09:00", "2026-09-23 17:00", "2026-09-28 10:00", "16:00", "2026-09-30 16:00" },
    { "two nights", "2026-09-21 22:00", "2026-09-23 06:00", "2026-09-21 22:00", "06:00", "2026-09-23 06:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfMinute from, to, start;
      int minute;
      g_autofree char *end = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_true (ff_time_parse (cases[i].from, &from));
      g_assert_true (ff_time_parse (cases[i].to, &to));
      g_assert_true (ff_time_parse (cases[i].start, &start));
      g_assert_true (ff_clock_parse (cases[i].clock, &minute));
      end = ff_time_format (ff_time_clock_end (from, to, start, minute));
      g_assert_cmpstr (end, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/parse-time", test_parse_time);
  g_test_add_func ("/time/parse-day", test_parse_day);
  g_test_add_func ("/time/parse-clock", test_parse_clock);
  g_test_add_func ("/time/weekday-and-week", test_weekday_and_week);
  g_test_add_func ("/time/calendar", test_calendar);
  g_test_add_func ("/time/minutes", test_minutes);
  g_test_add_func ("/time/clock-end", test_clock_end);
  g_test_add_func ("/time/now", test_now);
  return g_test_run ();
}
