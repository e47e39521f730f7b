/* On time or late, to the minute, and what may be typed about it. */
#include "ff-hand-in.h"

#include <locale.h>

static FfMinute
read_time (const char *text)
{
  FfMinute time = FF_NO_TIME;
  FfDay day;

  if (text == NULL)
    return FF_NO_TIME;
  if (!ff_time_parse (text, &time))
    {
      g_assert_true (ff_day_parse (text, &day));
      time = ff_day_start (day);
    }
  return time;
}

static void
test_late (void)
{
  static const struct
  {
    const char *name, *due, *handed_in;
    int late;
    FfHandInState state; /* at 2026-10-01 12:00 */
  } cases[] = {
    { "to the minute", "2026-09-22 18:00", "2026-09-22 18:00", 0, FF_HAND_IN_ON_TIME },
    { "the minute after", "2026-09-22 18:00", "2026-09-22 18:01", 1, FF_HAND_IN_LATE },
    { "a day after", "2026-09-22 18:00", "2026-09-23 18:00", 1, FF_HAND_IN_LATE },
    { "the second day begins", "2026-09-22 18:00", "2026-09-23 18:01", 2, FF_HAND_IN_LATE },
    { "over the end of a month", "2026-09-30 09:00", "2026-10-03 09:00", 3, FF_HAND_IN_LATE },
    { "before", "2026-09-22 18:00", "2026-09-01 08:00", 0, FF_HAND_IN_ON_TIME },
    { "the day of the term as a whole", "2026-09-22 08:00", "2026-09-22", 0, FF_HAND_IN_ON_TIME },
    { "the next day as a whole", "2026-09-22 18:00", "2026-09-23", 1, FF_HAND_IN_LATE },
    { "no term", NULL, "2026-09-23 10:00", 0, FF_HAND_IN_ON_TIME },
    { "nothing yet", "2026-10-02 18:00", NULL, 0, FF_HAND_IN_NOTHING },
    { "nothing, due this minute", "2026-10-01 12:00", NULL, 0, FF_HAND_IN_NOTHING },
    { "nothing, due", "2026-10-01 11:59", NULL, 0, FF_HAND_IN_MISSING },
    { "neither term nor anything", NULL, NULL, 0, FF_HAND_IN_NOTHING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfMinute due = read_time (cases[i].due), handed_in = read_time (cases[i].handed_in);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (ff_hand_in_days_late (due, handed_in), ==, cases[i].late);
      g_assert_cmpint (ff_hand_in_state (due, handed_in, read_time ("2026-10-01 12:00")), ==, cases[i].state);
    }
}

/* "time|next|mark", or "no". */
static char *
describe (const char *text, const char *now)
{
  FfHandInEntry entry;
  g_autofree char *at = NULL;

  if (!ff_hand_in_parse (text, read_time (now), &entry))
    return g_strdup ("no");
  at = entry.at != FF_NO_TIME ? ff_time_format (entry.at) : g_strdup ("");
  return g_strdup_printf ("%s|%s|%s", at, entry.next ? "next" : "", entry.has_score ? "" : "no mark");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *expected;
    gint64 score;
  } cases[] = {
    { "h", "2026-01-05 10:30||no mark", 0 },
    { "NOW", "2026-01-05 10:30||no mark", 0 },
    { "已交 92,5", "2026-01-05 10:30||", 9250 },
    { "85", "||", 8500 },
    { "n", "2026-01-05 10:30|next|no mark", 0 },
    { "next 90", "2026-01-05 10:30|next|", 9000 },
    { "n 1-4 9:15 88.5", "2026-01-04 09:15|next|", 8850 },
    { "9:15", "2026-01-05 09:15||no mark", 0 },
    { "1-4", "2026-01-04 00:00||no mark", 0 },
    { "12/28 16:00", "2025-12-28 16:00||no mark", 0 },
    { "1-6", "2025-01-06 00:00||no mark", 0 },
    { "12月28日", "2025-12-28 00:00||no mark", 0 },
    { "2026-01-02 16:00 70", "2026-01-02 16:00||", 7000 },
    { "70 2026/1/2", "2026-01-02 00:00||", 7000 },
    { "", "no", 0 },
    { "  ", "no", 0 },
    { "80 90", "no", 0 },
    { "h h", "no", 0 },
    { "h 9:15", "no", 0 },
    { "2-30", "no", 0 },
    { "-5", "no", 0 },
    { "soon", "no", 0 },
    { "1-4 1-3", "no", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].text, "2026-01-05 10:30");
      FfHandInEntry entry = { 0 };

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
      if (ff_hand_in_parse (cases[i].text, read_time ("2026-01-05 10:30"), &entry) && entry.has_score)
        g_assert_cmpint (entry.score, ==, cases[i].score);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hand-in/late", test_late);
  g_test_add_func ("/hand-in/parse", test_parse);
  return g_test_run ();
}
