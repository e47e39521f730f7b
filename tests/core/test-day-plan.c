/* Where the slots of a timetable overlap, and where they leave teaching hours empty. */
#include "ff-day-plan.h"

#define AT(h, m) ((h) * 60 + (m))

/* "1 overlap 09:30-10:00 0/1": day, kind, from and to, the two slots. */
static char *
print_flaws (GArray *flaws)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < flaws->len; i++)
    {
      const FfDayFlaw *flaw = &g_array_index (flaws, FfDayFlaw, i);

      g_string_append_printf (text, "%s%d %s %02d:%02d-%02d:%02d %zu/%zu", i > 0 ? ", " : "", flaw->day,
                              flaw->kind == FF_DAY_OVERLAP ? "overlap" : "gap", flaw->from / 60, flaw->from % 60, flaw->to / 60,
                              flaw->to % 60, flaw->first, flaw->second);
    }
  return g_string_free (text, FALSE);
}

static void
test_check (void)
{
  static const FfHours hours[] = { { AT (8, 30), AT (12, 0) }, { AT (13, 30), AT (17, 30) } };
  static const struct
  {
    const char *name;
    FfDaySlot slots[5];
    gsize n;
    const char *flaws;
  } cases[] = {
    { "nothing", { { 0 } }, 0, "" },
    { "touching is neither", { { 1, AT (9, 0), AT (10, 0), 0 }, { 1, AT (10, 0), AT (11, 0), 0 } }, 2, "" },
    { "an overlap", { { 1, AT (9, 0), AT (10, 0), 0 }, { 1, AT (9, 30), AT (11, 0), 0 } }, 2, "1 overlap 09:30-10:00 0/1" },
    { "one within another", { { 1, AT (9, 0), AT (12, 0), 0 }, { 1, AT (10, 0), AT (10, 15), 0 }, { 1, AT (11, 0), AT (11, 30), 0 } }, 3,
      "1 overlap 10:00-10:15 0/1, 1 overlap 11:00-11:30 0/2" },
    { "in any order", { { 1, AT (9, 30), AT (11, 0), 0 }, { 1, AT (9, 0), AT (10, 0), 0 } }, 2, "1 overlap 09:30-10:00 1/0" },
    { "a gap", { { 1, AT (9, 0), AT (10, 0), 0 }, { 1, AT (10, 20), AT (11, 0), 0 } }, 2, "1 gap 10:00-10:20 0/1" },
    { "lunch is no gap", { { 1, AT (9, 0), AT (12, 0), 0 }, { 1, AT (13, 30), AT (17, 0), 0 } }, 2, "" },
    { "around lunch there is", { { 1, AT (9, 0), AT (11, 30), 0 }, { 1, AT (14, 0), AT (17, 0), 0 } }, 2,
      "1 gap 11:30-12:00 0/1, 1 gap 13:30-14:00 0/1" },
    { "days are apart", { { 1, AT (9, 0), AT (10, 0), 0 }, { 2, AT (9, 30), AT (11, 0), 0 } }, 2, "" },
    { "two layers may be taught at once", { { 1, AT (9, 0), AT (10, 0), 1 }, { 1, AT (9, 0), AT (10, 0), 2 } }, 2, "" },
    { "a layer and everybody may not", { { 1, AT (9, 0), AT (10, 0), 1 }, { 1, AT (9, 0), AT (10, 0), 0 } }, 2,
      "1 overlap 09:00-10:00 0/1" },
    { "everybody's overlap is said once",
      { { 1, AT (9, 0), AT (10, 0), 0 }, { 1, AT (9, 30), AT (10, 0), 0 }, { 1, AT (10, 0), AT (11, 0), 1 }, { 1, AT (10, 0), AT (11, 0), 2 } },
      4, "1 overlap 09:30-10:00 0/1" },
    { "one layer waits for the other",
      { { 1, AT (9, 0), AT (10, 0), 0 }, { 1, AT (10, 0), AT (11, 0), 1 }, { 1, AT (10, 0), AT (10, 30), 2 }, { 1, AT (11, 0), AT (12, 0), 0 } },
      4, "1 gap 10:30-11:00 2/3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) flaws = ff_day_plan_check (cases[i].slots, cases[i].n, hours, G_N_ELEMENTS (hours));
      g_autofree char *text = print_flaws (flaws);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].flaws);
    }
}

/* Without hours the whole day counts. */
static void
test_no_hours (void)
{
  static const FfDaySlot slots[] = { { 1, AT (9, 0), AT (12, 0), 0 }, { 1, AT (13, 30), AT (17, 0), 0 } };
  g_autoptr (GArray) flaws = ff_day_plan_check (slots, G_N_ELEMENTS (slots), NULL, 0);
  g_autofree char *text = print_flaws (flaws);

  g_assert_cmpstr (text, ==, "1 gap 12:00-13:30 0/1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-plan/check", test_check);
  g_test_add_func ("/day-plan/no-hours", test_no_hours);
  return g_test_run ();
}
