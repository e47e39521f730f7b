#include "ff-calendar-layout.h"

static FfMinute
at (const char *text)
{
  FfMinute time;

  g_assert_true (ff_time_parse (text, &time));
  return time;
}

static FfDay
day_of (const char *text)
{
  FfDay day;

  g_assert_true (ff_day_parse (text, &day));
  return day;
}

static void
test_period (void)
{
  static const struct
  {
    FfCalendarMode mode;
    const char *day;
    const char *from;
    const char *to;
  } cases[] = {
    { FF_CALENDAR_MODE_DAY, "2026-09-22", "2026-09-22", "2026-09-23" },
    { FF_CALENDAR_MODE_WEEK, "2026-09-22", "2026-09-21", "2026-09-28" },
    { FF_CALENDAR_MODE_WEEK, "2026-09-21", "2026-09-21", "2026-09-28" },
    { FF_CALENDAR_MODE_WEEK, "2026-09-27", "2026-09-21", "2026-09-28" },
    { FF_CALENDAR_MODE_WEEK, "2027-01-01", "2026-12-28", "2027-01-04" },
    { FF_CALENDAR_MODE_MONTH, "2026-09-22", "2026-08-31", "2026-10-05" },
    { FF_CALENDAR_MODE_MONTH, "2026-08-15", "2026-07-27", "2026-09-07" }, /* six weeks */
    { FF_CALENDAR_MODE_MONTH, "2027-02-10", "2027-02-01", "2027-03-01" }, /* four */
    { FF_CALENDAR_MODE_MONTH, "2026-12-31", "2026-11-30", "2027-01-04" },
    { FF_CALENDAR_MODE_AGENDA, "2026-12-31", "2026-12-01", "2027-01-01" },
    { FF_CALENDAR_MODE_AGENDA, "2028-02-03", "2028-02-01", "2028-03-01" },
    { FF_CALENDAR_MODE_AGENDA, "1969-12-03", "1969-12-01", "1970-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfDay from, to;

      g_test_message ("%d of %s", cases[i].mode, cases[i].day);
      ff_calendar_period (cases[i].mode, day_of (cases[i].day), &from, &to);
      g_assert_cmpint (from, ==, day_of (cases[i].from));
      g_assert_cmpint (to, ==, day_of (cases[i].to));
    }
}

static void
test_step (void)
{
  static const struct
  {
    FfCalendarMode mode;
    const char *day;
    int n;
    const char *expected;
  } cases[] = {
    { FF_CALENDAR_MODE_DAY, "2026-12-31", 1, "2027-01-01" },
    { FF_CALENDAR_MODE_WEEK, "2026-09-22", -1, "2026-09-15" },
    { FF_CALENDAR_MODE_MONTH, "2026-09-22", 1, "2026-10-22" },
    { FF_CALENDAR_MODE_MONTH, "2026-10-31", 1, "2026-11-30" },
    { FF_CALENDAR_MODE_MONTH, "2028-01-31", 1, "2028-02-29" },
    { FF_CALENDAR_MODE_MONTH, "2027-03-31", -1, "2027-02-28" },
    { FF_CALENDAR_MODE_AGENDA, "2026-12-15", 1, "2027-01-15" },
    { FF_CALENDAR_MODE_AGENDA, "2027-01-15", -1, "2026-12-15" },
    { FF_CALENDAR_MODE_MONTH, "2026-01-15", -13, "2024-12-15" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = ff_day_format (ff_calendar_step (cases[i].mode, day_of (cases[i].day), cases[i].n));

      g_test_message ("%s by %d", cases[i].day, cases[i].n);
      g_assert_cmpstr (day, ==, cases[i].expected);
    }
}

/* Each place as "index day from-to column/columns+width", with < and > where it is cut at midnight; "+n day from-to" of the rest. */
static char *
describe (const GArray *places, const GArray *more)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const FfCalendarPlace *place = &g_array_index (places, FfCalendarPlace, i);

      g_string_append_printf (text, "%s%u %d %s%d-%d%s %d/%d+%d", i > 0 ? ", " : "", place->index, place->day, place->continued ? "<" : "",
                              place->from, place->to, place->continues ? ">" : "", place->column, place->columns, place->width);
    }
  for (guint i = 0; i < more->len; i++)
    {
      const FfCalendarMore *rest = &g_array_index (more, FfCalendarMore, i);

      g_string_append_printf (text, ", +%d %d %d-%d of %d", rest->count, rest->day, rest->from, rest->to, rest->columns);
    }
  return g_string_free (text, FALSE);
}

#define MOST_SPANS 6

static void
test_lay_out (void)
{
  static const struct
  {
    const char *name;
    FfCalendarSpan spans[MOST_SPANS]; /* minutes since the first day began */
    int max_columns;
    const char *expected;
  } cases[] = {
    { "nothing", { { 0, 0 } }, 9, "" },
    { "alone", { { 540, 630 } }, 9, "0 0 540-630 0/1+1" },
    { "touching", { { 540, 600 }, { 600, 660 } }, 9, "0 0 540-600 0/1+1, 1 0 600-660 0/1+1" },
    { "overlapping", { { 540, 630 }, { 600, 660 } }, 9, "0 0 540-630 0/2+1, 1 0 600-660 1/2+1" },
    { "the longer one at the left", { { 540, 600 }, { 540, 700 } }, 9, "1 0 540-700 0/2+1, 0 0 540-600 1/2+1" },
    { "a column used again",
      { { 540, 720 }, { 540, 600 }, { 600, 660 } },
      9,
      "0 0 540-720 0/2+1, 1 0 540-600 1/2+1, 2 0 600-660 1/2+1" },
    { "wider where there is room",
      { { 540, 720 }, { 550, 600 }, { 560, 590 }, { 610, 700 } },
      9,
      "0 0 540-720 0/3+1, 1 0 550-600 1/3+1, 2 0 560-590 2/3+1, 3 0 610-700 1/3+2" },
    { "over midnight", { { 1380, 1500 } }, 9, "0 0 1380-1440> 0/1+1, 0 1 <0-60 0/1+1" },
    { "to midnight only", { { 1380, 1440 } }, 9, "0 0 1380-1440 0/1+1" },
    { "over three days", { { 1380, 2940 } }, 9, "0 0 1380-1440> 0/1+1, 0 1 <0-1440> 0/1+1, 0 2 <0-60 0/1+1" },
    { "from before and to after", { { -60, 4400 } }, 9, "0 0 <0-1440> 0/1+1, 0 1 <0-1440> 0/1+1, 0 2 <0-1440> 0/1+1" },
    { "outside", { { -120, 0 }, { 4320, 4400 } }, 9, "" },
    { "more than there is room for",
      { { 540, 600 }, { 540, 600 }, { 540, 600 }, { 570, 630 } },
      2,
      "0 0 540-600 0/2+1, +3 0 540-630 of 2" },
    { "what is left over, twice",
      { { 540, 700 }, { 540, 600 }, { 550, 600 }, { 620, 690 }, { 630, 690 } },
      2,
      "0 0 540-700 0/2+1, +2 0 540-600 of 2, +2 0 620-690 of 2" },
  };
  FfDay first = day_of ("2026-09-21");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (FfCalendarPlace));
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (FfCalendarMore));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfCalendarSpan spans[MOST_SPANS];
      g_autofree char *text = NULL;
      gsize n = 0;

      for (; n < MOST_SPANS && cases[i].spans[n].to != cases[i].spans[n].from; n++)
        spans[n] = (FfCalendarSpan) { ff_day_start (first) + cases[i].spans[n].from, ff_day_start (first) + cases[i].spans[n].to };
      ff_calendar_lay_out (spans, n, first, 3, cases[i].max_columns, places, more);
      text = describe (places, more);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static gboolean
share_a_pixel (const FfCalendarPlace *a, const FfCalendarPlace *b)
{
  double left_a = (double) a->column / a->columns, right_a = (double) (a->column + a->width) / a->columns;
  double left_b = (double) b->column / b->columns, right_b = (double) (b->column + b->width) / b->columns;

  return a->day == b->day && a->from < b->to && b->from < a->to && left_a < right_b - 1e-9 && left_b < right_a - 1e-9;
}

/* However they lie, no two blocks stand on each other, and none is lost. */
static void
test_random (void)
{
  FfDay first = day_of ("2026-09-21");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (FfCalendarPlace));
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (FfCalendarMore));

  for (int round = 0; round < 200; round++)
    {
      FfCalendarSpan spans[60];
      int max_columns = g_test_rand_int_range (2, 12);
      int shown = 0, hidden = 0, expected = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
        {
          spans[i].from = ff_day_start (first) + g_test_rand_int_range (0, 2 * FF_MINUTES_PER_DAY - 300);
          spans[i].to = spans[i].from + g_test_rand_int_range (5, 300);
          expected += ff_time_day (spans[i].from) == ff_time_day (spans[i].to - 1) ? 1 : 2;
        }
      ff_calendar_lay_out (spans, G_N_ELEMENTS (spans), first, 2, max_columns, places, more);
      for (guint i = 0; i < places->len; i++)
        for (guint k = i + 1; k < places->len; k++)
          g_assert_false (share_a_pixel (&g_array_index (places, FfCalendarPlace, i), &g_array_index (places, FfCalendarPlace, k)));
      shown = (int) places->len;
      for (guint i = 0; i < more->len; i++)
        hidden += g_array_index (more, FfCalendarMore, i).count;
      g_assert_cmpint (shown + hidden, ==, expected);
    }
}

static void
test_drag (void)
{
  enum
  {
    MOVE,
    RESIZE,
    CREATE,
  };
  static const struct
  {
    const char *name;
    int kind;
    const char *from; /* or where it was pressed */
    const char *to;   /* or where it was released */
    int days;
    int minutes;
    const char *expected_from;
    const char *expected_to;
  } cases[] = {
    { "to a quarter", MOVE, "2026-09-22 09:00", "2026-09-22 10:30", 0, 37, "2026-09-22 09:30", "2026-09-22 11:00" },
    { "up", MOVE, "2026-09-22 09:00", "2026-09-22 10:30", 0, -23, "2026-09-22 08:30", "2026-09-22 10:00" },
    { "an odd start snaps", MOVE, "2026-09-22 09:10", "2026-09-22 10:40", 0, 20, "2026-09-22 09:30", "2026-09-22 11:00" },
    { "another day keeps odd minutes", MOVE, "2026-09-22 09:10", "2026-09-22 10:40", 2, 3, "2026-09-24 09:10", "2026-09-24 10:40" },
    { "not at all", MOVE, "2026-09-22 09:10", "2026-09-22 10:40", 0, -7, "2026-09-22 09:10", "2026-09-22 10:40" },
    { "over midnight", MOVE, "2026-09-22 23:00", "2026-09-23 00:30", 0, 90, "2026-09-23 00:30", "2026-09-23 02:00" },
    { "over the year's end", MOVE, "2026-12-31 09:00", "2026-12-31 10:00", 1, 0, "2027-01-01 09:00", "2027-01-01 10:00" },
    { "longer", RESIZE, "2026-09-22 09:00", "2026-09-22 10:30", 0, 50, "2026-09-22 09:00", "2026-09-22 11:15" },
    { "an odd end snaps", RESIZE, "2026-09-22 09:00", "2026-09-22 10:40", 0, 8, "2026-09-22 09:00", "2026-09-22 10:45" },
    { "never shorter than a step", RESIZE, "2026-09-22 09:00", "2026-09-22 10:30", 0, -300, "2026-09-22 09:00", "2026-09-22 09:15" },
    { "but a shorter one stays", RESIZE, "2026-09-22 09:00", "2026-09-22 09:10", 0, -300, "2026-09-22 09:00", "2026-09-22 09:10" },
    { "downward", CREATE, "2026-09-22 09:07", "2026-09-22 10:31", 0, 0, "2026-09-22 09:00", "2026-09-22 10:45" },
    { "upward", CREATE, "2026-09-22 10:31", "2026-09-22 09:07", 0, 0, "2026-09-22 09:00", "2026-09-22 10:45" },
    { "on a line", CREATE, "2026-09-22 09:00", "2026-09-22 09:00", 0, 0, "2026-09-22 09:00", "2026-09-22 09:15" },
    { "past midnight", CREATE, "2026-09-22 23:20", "2026-09-23 04:00", 0, 0, "2026-09-22 23:15", "2026-09-23 00:00" },
    { "before midnight", CREATE, "2026-09-22 00:20", "2026-09-21 22:00", 0, 0, "2026-09-22 00:00", "2026-09-22 00:30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfCalendarSpan span = { at (cases[i].from), at (cases[i].to) };
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (cases[i].kind == CREATE)
        span = ff_calendar_create (span.from, span.to);
      else if (cases[i].kind == RESIZE)
        span = ff_calendar_resize (span, cases[i].minutes);
      else
        span = ff_calendar_move (span, cases[i].days, cases[i].minutes);
      from = ff_time_format (span.from);
      to = ff_time_format (span.to);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (from, ==, cases[i].expected_from);
      g_assert_cmpstr (to, ==, cases[i].expected_to);
    }
}

static void
test_cursor (void)
{
  /* 0 and 1 side by side at 09:00 of the first day, 2 at 10:40 below them; 3 at 09:10 of the second. */
  static const FfCalendarSpan minutes[] = { { 540, 630 }, { 540, 600 }, { 640, 700 }, { 1990, 2080 } };
  static const struct
  {
    const char *name;
    FfCalendarCursor from;
    FfCalendarDirection direction;
    gboolean moves;
    FfCalendarCursor to;
  } cases[] = {
    { "down from a free slot to a block", { 0, 510, -1 }, FF_CALENDAR_DOWN, TRUE, { 0, 540, 0 } },
    { "down to the one beside it", { 0, 540, 0 }, FF_CALENDAR_DOWN, TRUE, { 0, 540, 1 } },
    { "down to the slot after both", { 0, 540, 1 }, FF_CALENDAR_DOWN, TRUE, { 0, 630, -1 } },
    { "down to a block that begins between slots", { 0, 630, -1 }, FF_CALENDAR_DOWN, TRUE, { 0, 640, 2 } },
    { "up again", { 0, 640, 2 }, FF_CALENDAR_UP, TRUE, { 0, 630, -1 } },
    { "up to the last of two", { 0, 630, -1 }, FF_CALENDAR_UP, TRUE, { 0, 540, 1 } },
    { "up out of the day", { 0, 0, -1 }, FF_CALENDAR_UP, FALSE, { 0, 0, -1 } },
    { "down out of the day", { 0, 1410, -1 }, FF_CALENDAR_DOWN, FALSE, { 0, 1410, -1 } },
    { "right to the neighbour", { 0, 540, 0 }, FF_CALENDAR_RIGHT, TRUE, { 0, 540, 1 } },
    { "right to the next day: it begins later", { 0, 540, 1 }, FF_CALENDAR_RIGHT, TRUE, { 1, 540, -1 } },
    { "right to a block that is on by then", { 0, 570, -1 }, FF_CALENDAR_RIGHT, TRUE, { 1, 550, 3 } },
    { "right out of the days", { 1, 550, 3 }, FF_CALENDAR_RIGHT, FALSE, { 1, 550, 3 } },
    { "left to the rightmost at that time", { 1, 550, 3 }, FF_CALENDAR_LEFT, TRUE, { 0, 540, 1 } },
    { "left out of the days", { 0, 540, 0 }, FF_CALENDAR_LEFT, FALSE, { 0, 540, 0 } },
    { "left to a free slot", { 1, 720, -1 }, FF_CALENDAR_LEFT, TRUE, { 0, 720, -1 } },
  };
  FfDay first = day_of ("2026-09-21");
  FfCalendarSpan spans[G_N_ELEMENTS (minutes)];
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (FfCalendarPlace));
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (FfCalendarMore));

  for (gsize i = 0; i < G_N_ELEMENTS (minutes); i++)
    spans[i] = (FfCalendarSpan) { ff_day_start (first) + minutes[i].from, ff_day_start (first) + minutes[i].to };
  ff_calendar_lay_out (spans, G_N_ELEMENTS (spans), first, 2, 9, places, more);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfCalendarCursor cursor = cases[i].from;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (ff_calendar_cursor_move (&cursor, places, 2, cases[i].direction), ==, cases[i].moves);
      g_assert_cmpint (cursor.day, ==, cases[i].to.day);
      g_assert_cmpint (cursor.minute, ==, cases[i].to.minute);
      g_assert_cmpint (cursor.place, ==, cases[i].to.place);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-layout/period", test_period);
  g_test_add_func ("/calendar-layout/step", test_step);
  g_test_add_func ("/calendar-layout/columns", test_lay_out);
  g_test_add_func ("/calendar-layout/random", test_random);
  g_test_add_func ("/calendar-layout/drag", test_drag);
  g_test_add_func ("/calendar-layout/cursor", test_cursor);
  return g_test_run ();
}
