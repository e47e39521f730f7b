/* Class hours, credits and fees against tables with their edges. */
#include "ff-hours.h"

static void
test_of_minutes (void)
{
  static const struct
  {
    gint64 minutes;
    int class_hour;
    gint64 hours;
  } cases[] = {
    { 0, 45, 0 },     { 22, 45, 0 },    { 23, 45, 50 },   { 44, 45, 50 },   { 45, 45, 100 },  { 67, 45, 100 },
    { 68, 45, 150 },  { 180, 45, 400 }, { 210, 45, 450 }, { 24, 50, 0 },    { 25, 50, 50 },   { 180, 50, 350 },
    { 29, 60, 0 },    { 30, 60, 50 },   { 89, 60, 100 },  { 90, 60, 150 },  { 180, 60, 300 }, { -30, 45, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%" G_GINT64_FORMAT " minutes of %d", cases[i].minutes, cases[i].class_hour);
      g_assert_cmpint (ff_hours_of_minutes (cases[i].minutes, cases[i].class_hour), ==, cases[i].hours);
    }
}

/* A session from 540 (09:00) to 720 (12:00); the trainers are 7 and 8. */
static void
test_minutes (void)
{
  static const struct
  {
    const char *name;
    FfHoursSlot slots[4];
    gsize n;
    gint64 work;
    gint64 leading; /* of 7, whom the session names */
    gint64 guest;   /* of 8, whom it does not */
  } cases[] = {
    { "no agenda", { { 0 } }, 0, 180, 180, 0 },
    { "a break", { { 620, 635, TRUE, 0 } }, 1, 165, 165, 0 },
    { "two breaks that overlap count once", { { 620, 640, TRUE, 0 }, { 630, 650, TRUE, 0 } }, 2, 150, 150, 0 },
    { "a break over the session's end", { { 700, 760, TRUE, 0 } }, 1, 160, 160, 0 },
    { "a break outside", { { 720, 760, TRUE, 0 } }, 1, 180, 180, 0 },
    { "nothing but a break", { { 540, 720, TRUE, 0 } }, 1, 0, 0, 0 },
    { "slots of nobody in particular", { { 540, 600, FALSE, 0 }, { 600, 720, FALSE, 0 } }, 2, 180, 180, 0 },
    { "a guest gives a slot", { { 600, 660, FALSE, 8 } }, 1, 180, 120, 60 },
    { "both give a slot together", { { 600, 660, FALSE, 8 }, { 600, 660, FALSE, 7 } }, 2, 180, 180, 60 },
    { "a break within the guest's slot is nobody's", { { 600, 660, FALSE, 8 }, { 620, 630, TRUE, 0 } }, 2, 170, 120, 50 },
    { "a break that names somebody is a break", { { 600, 620, TRUE, 8 } }, 1, 160, 160, 0 },
    { "the guest's slot reaches over both ends", { { 500, 800, FALSE, 8 } }, 1, 180, 0, 180 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (ff_hours_session_minutes (540, 720, cases[i].slots, cases[i].n), ==, cases[i].work);
      g_assert_cmpint (ff_hours_taught_minutes (540, 720, cases[i].slots, cases[i].n, 7, TRUE), ==, cases[i].leading);
      g_assert_cmpint (ff_hours_taught_minutes (540, 720, cases[i].slots, cases[i].n, 8, FALSE), ==, cases[i].guest);
    }
}

static void
test_fee (void)
{
  static const struct
  {
    gint64 hours;
    gint64 rate;
    gint64 fee;
  } cases[] = {
    { 0, 30000, 0 },         { 400, 0, 0 },          { 400, 30000, 120000 }, { 450, 30000, 135000 },
    { 50, 33333, 16667 },    { 150, 33333, 50000 },  { 50, 1, 1 },           { 100000, 9999999, G_GINT64_CONSTANT (9999999000) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%" G_GINT64_FORMAT " hours at %" G_GINT64_FORMAT, cases[i].hours, cases[i].rate);
      g_assert_cmpint (ff_hours_fee (cases[i].hours, cases[i].rate), ==, cases[i].fee);
    }
}

static void
test_credited (void)
{
  FfDay last = ff_day_from_ymd (2025, 12, 31);
  FfHoursTaken sessions[] = {
    { last, 400, TRUE, TRUE },
    { last + 1, 350, TRUE, TRUE },
    { last + 2, 200, TRUE, FALSE },
    { last + 3, 100, FALSE, TRUE },
  };
  const struct
  {
    gboolean when_passed;
    int year;
    gint64 hours;
  } cases[] = {
    { FALSE, 0, 950 }, { TRUE, 0, 750 }, { FALSE, 2025, 400 }, { FALSE, 2026, 550 }, { TRUE, 2026, 350 }, { FALSE, 2027, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("year %d, only passed: %d", cases[i].year, cases[i].when_passed);
      g_assert_cmpint (ff_hours_credited (sessions, G_N_ELEMENTS (sessions), cases[i].when_passed, cases[i].year), ==, cases[i].hours);
    }
  g_assert_cmpint (ff_hours_credited (NULL, 0, FALSE, 0), ==, 0);
}

static void
test_credits (void)
{
  static const struct
  {
    gint64 hours;
    gint64 credit_hours;
    gint64 credits;
  } cases[] = {
    { 1600, 1600, 100 }, { 800, 1600, 50 }, { 50, 1600, 3 }, { 100, 1600, 6 }, { 0, 1600, 0 }, { 100, 300, 33 }, { 200, 300, 67 },
    { 1600, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%" G_GINT64_FORMAT " hours", cases[i].hours);
      g_assert_cmpint (ff_hours_credits (cases[i].hours, cases[i].credit_hours), ==, cases[i].credits);
    }
}

static void
test_missing (void)
{
  g_assert_cmpint (ff_hours_missing (1000, 2400), ==, 1400);
  g_assert_cmpint (ff_hours_missing (2400, 2400), ==, 0);
  g_assert_cmpint (ff_hours_missing (2450, 2400), ==, 0);
  g_assert_cmpint (ff_hours_missing (0, -1), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours/of-minutes", test_of_minutes);
  g_test_add_func ("/hours/minutes", test_minutes);
  g_test_add_func ("/hours/fee", test_fee);
  g_test_add_func ("/hours/credited", test_credited);
  g_test_add_func ("/hours/credits", test_credits);
  g_test_add_func ("/hours/missing", test_missing);
  return g_test_run ();
}
