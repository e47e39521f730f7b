/* Dates and durations as the window writes them. */
#include "config.h"

#include "ff-format.h"

static void
test_ranges (void)
{
  static const struct
  {
    int from[3], to[3];
    const char *full, *brief;
  } cases[] = {
    { { 2026, 9, 8 }, { 2026, 9, 8 }, "8 September 2026", "8 Sep 2026" },
    { { 2026, 9, 8 }, { 2026, 9, 23 }, "8–23 September 2026", "8–23 Sep 2026" },
    { { 2026, 9, 28 }, { 2026, 10, 3 }, "28 September – 3 October 2026", "28 Sep – 3 Oct 2026" },
    { { 2026, 12, 28 }, { 2027, 1, 3 }, "28 December 2026 – 3 January 2027", "28 Dec 2026 – 3 Jan 2027" },
    { { 2026, 9, 8 }, { 2027, 9, 8 }, "8 September 2026 – 8 September 2027", "8 Sep 2026 – 8 Sep 2027" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfDay from = ff_day_from_ymd (cases[i].from[0], cases[i].from[1], cases[i].from[2]);
      FfDay to = ff_day_from_ymd (cases[i].to[0], cases[i].to[1], cases[i].to[2]);
      g_autofree char *full = ff_format_day_range (from, to);
      g_autofree char *brief = ff_format_day_range_short (from, to);

      g_assert_cmpstr (full, ==, cases[i].full);
      g_assert_cmpstr (brief, ==, cases[i].brief);
    }
}

static void
test_days (void)
{
  FfDay day = ff_day_from_ymd (2026, 9, 22);
  g_autofree char *plain = ff_format_day (day);
  g_autofree char *complete = ff_format_day_long (day);
  g_autofree char *brief = ff_format_day_short (day);

  g_assert_cmpstr (plain, ==, "22 September 2026");
  g_assert_cmpstr (complete, ==, "Tuesday 22 September 2026");
  g_assert_cmpstr (brief, ==, "Tue 22 Sep");
}

static void
test_durations (void)
{
  static const struct
  {
    gint64 minutes;
    const char *expected;
  } cases[] = {
    { 0, "0 min" }, { 45, "45 min" }, { 60, "1 h" }, { 340, "5 h 40 min" }, { 1440, "24 h" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ff_format_duration (cases[i].minutes);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_due (void)
{
  static const struct
  {
    int days;
    const char *expected;
  } cases[] = {
    { 0, "Today" }, { -1, "1 day overdue" }, { -4, "4 days overdue" }, { 1, "Wed 23 Sep" }, { 100, "Thu 31 Dec" },
  };
  FfDay today = ff_day_from_ymd (2026, 9, 22);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ff_format_due (today + cases[i].days, today);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *names;
    const char *expected;
  } cases[] = { { "", "" }, { "张三", "张三" }, { "张三; 李四", "张三, 李四" }, { "A; B; C", "A, B, C" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ff_format_names (cases[i].names);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/ranges", test_ranges);
  g_test_add_func ("/format/days", test_days);
  g_test_add_func ("/format/durations", test_durations);
  g_test_add_func ("/format/due", test_due);
  g_test_add_func ("/format/names", test_names);

  return g_test_run ();
}
