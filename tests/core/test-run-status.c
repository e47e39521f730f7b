#include "ff-run-status.h"

static void
test_status (void)
{
  /* A class from the 22nd to the 23rd. */
  static const struct
  {
    const char *now;
    gboolean cancelled;
    FfRunStatus status;
  } cases[] = {
    { "2026-09-21 23:59", FALSE, FF_RUN_PLANNED },  { "2026-09-22 00:00", FALSE, FF_RUN_RUNNING },
    { "2026-09-23 23:59", FALSE, FF_RUN_RUNNING },  { "2026-09-24 00:00", FALSE, FF_RUN_FINISHED },
    { "2026-09-22 12:00", TRUE, FF_RUN_CANCELLED }, { "2026-09-30 12:00", TRUE, FF_RUN_CANCELLED },
  };
  FfDay starts_on = ff_day_from_ymd (2026, 9, 22);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfMinute now;

      g_test_message ("%s", cases[i].now);
      g_assert_true (ff_time_parse (cases[i].now, &now));
      g_assert_cmpint (ff_run_status (starts_on, starts_on + 1, cases[i].cancelled, now), ==, cases[i].status);
    }
}

static void
test_names (void)
{
  static const char *const keys[] = { "planned", "running", "finished", "cancelled" };

  for (FfRunStatus status = FF_RUN_PLANNED; status <= FF_RUN_CANCELLED; status++)
    {
      g_assert_cmpstr (ff_run_status_to_key (status), ==, keys[status]);
      g_assert_cmpint (g_ascii_strcasecmp (ff_run_status_title (status), keys[status]), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-status/status", test_status);
  g_test_add_func ("/run-status/names", test_names);
  return g_test_run ();
}
