/* Calendars of holidays as they are handed round, and what is no such calendar. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "ff-holidays.h"
#include "import-support.h"

#define CALENDAR(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\n" events "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:1\r\n" lines "END:VEVENT\r\n"

static const struct
{
  const char *name;
  const char *text;
  const char *days; /* "2026-10-01 off 国庆节", one a line */
  const char *rejects; /* "1 DTSTART" */
} files[] = {
  { "one day without an end", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260101\r\nSUMMARY:元旦\r\n")), "2026-01-01 off 元旦\n", "" },
  { "the end is excluded", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261001\r\nDTEND;VALUE=DATE:20261003\r\nSUMMARY:国庆节\r\n")),
    "2026-10-01 off 国庆节\n2026-10-02 off 国庆节\n", "" },
  { "an end on the same day is that day", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261001\r\nDTEND;VALUE=DATE:20261001\r\nSUMMARY:a\r\n")),
    "2026-10-01 off a\n", "" },
  { "a duration", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261231\r\nDURATION:P2D\r\nSUMMARY:a\r\n")), "2026-12-31 off a\n2027-01-01 off a\n", "" },
  { "over a leap day", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280302\r\nSUMMARY:a\r\n")),
    "2028-02-28 off a\n2028-02-29 off a\n2028-03-01 off a\n", "" },
  { "make-up day 班", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261010\r\nSUMMARY:国庆节（班）\r\n")), "2026-10-10 work 国庆节（班）\n", "" },
  { "make-up day 补班", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261010\r\nSUMMARY:国庆节补班\r\n")), "2026-10-10 work 国庆节补班\n", "" },
  { "make-up day 補班", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260207\r\nSUMMARY:補班日\r\n")), "2026-02-07 work 補班日\n", "" },
  { "make-up day in English", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261010\r\nSUMMARY:Special Working Day\r\n")),
    "2026-10-10 work Special Working Day\n", "" },
  { "停班 is no work", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260820\r\nSUMMARY:颱風停班停課\r\n")), "2026-08-20 off 颱風停班停課\n", "" },
  { "a make-up day with its hours", CALENDAR (EVENT ("DTSTART:20261010T090000\r\nDTEND:20261010T180000\r\nSUMMARY:补班\r\n")),
    "2026-10-10 work 补班\n", "" },
  { "midnight to midnight is a whole day", CALENDAR (EVENT ("DTSTART:20261001T000000\r\nDTEND:20261002T000000\r\nSUMMARY:a\r\n")),
    "2026-10-01 off a\n", "" },
  { "an appointment is no holiday", CALENDAR (EVENT ("DTSTART:20261001T090000\r\nDTEND:20261001T100000\r\nSUMMARY:开会\r\n")), "", "1 DTSTART\n" },
  { "two events on a day: the first title", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20201001\r\nSUMMARY:中秋节\r\n")
                                                       EVENT ("DTSTART;VALUE=DATE:20201001\r\nSUMMARY:国庆节\r\n")),
    "2020-10-01 off 中秋节\n", "" },
  { "work stands against off", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261010\r\nSUMMARY:国庆节\r\n")
                                           EVENT ("DTSTART;VALUE=DATE:20261010\r\nSUMMARY:国庆节 上班\r\n")),
    "2026-10-10 work 国庆节 上班\n", "" },
  { "cancelled events count for nothing", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261001\r\nSTATUS:CANCELLED\r\nSUMMARY:a\r\n")), "", "" },
  { "no date", CALENDAR (EVENT ("SUMMARY:a\r\n") EVENT ("DTSTART;VALUE=DATE:20261001\r\nSUMMARY:b\r\n")), "2026-10-01 off b\n", "1 DTSTART\n" },
  { "longer than a holiday", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20261231\r\nSUMMARY:a\r\n")), "", "1 DTEND\n" },
  { "ends before it begins", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20260105\r\nDTEND;VALUE=DATE:20260101\r\nSUMMARY:a\r\n")), "", "1 DTEND\n" },
  { "every year, twice", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20250101\r\nRRULE:FREQ=YEARLY;COUNT=2\r\nSUMMARY:a\r\n")),
    "2025-01-01 off a\n2026-01-01 off a\n", "" },
  { "every week is no holiday", CALENDAR (EVENT ("DTSTART;VALUE=DATE:20250104\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:周末\r\n")), "", "1 RRULE\n" },
  { "line feeds alone, escaped text, a folded line",
    "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261001\nSUMMARY:国庆\\, \n 长假\nEND:VEVENT\nEND:VCALENDAR\n",
    "2026-10-01 off 国庆, 长假\n", "" },
};

static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfHolidays) holidays = ff_holidays_parse (files[i].text, &error);
      g_autoptr (GString) days = g_string_new (NULL);
      g_autoptr (GString) rejects = g_string_new (NULL);

      g_test_message ("%s", files[i].name);
      g_assert_no_error (error);
      for (guint k = 0; k < holidays->days->len; k++)
        {
          const FfHoliday *holiday = g_ptr_array_index (holidays->days, k);
          g_autofree char *day = ff_day_format (holiday->day);

          g_string_append_printf (days, "%s %s %s\n", day, holiday->worked ? "work" : "off", holiday->title);
        }
      for (guint k = 0; k < holidays->rejects->len; k++)
        {
          const FfHolidayReject *reject = g_ptr_array_index (holidays->rejects, k);

          g_string_append_printf (rejects, "%u %s\n", reject->event, reject->property);
          g_assert_cmpuint (strlen (reject->reason), >, 10);
        }
      g_assert_cmpstr (days->str, ==, files[i].days);
      g_assert_cmpstr (rejects->str, ==, files[i].rejects);
    }
}

static void
test_no_calendars (void)
{
  static const char *const texts[] = {
    "",
    "no calendar at all",
    "day,title\n2026-10-01,国庆节\n",
    CALENDAR (""),
    "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261001\r\nEND:VEVENT\r\n",
    "\xff\xfe\xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (ff_holidays_parse (texts[i], &error));
      g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
    }
}

static void
put (FfDb *db, const char *text, guint n_new, guint n_changed, guint n_same)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfHolidays) holidays = ff_holidays_parse (text, &error);
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Import holidays", &error);
  FfHolidayCounts counts;
  gboolean good = ff_holidays_put (db, holidays, &counts, &error) && ff_batch_commit (g_steal_pointer (&batch), &error);

  g_assert_no_error (error);
  g_assert_true (good);
  g_assert_cmpuint (counts.n_new, ==, n_new);
  g_assert_cmpuint (counts.n_changed, ==, n_changed);
  g_assert_cmpuint (counts.n_same, ==, n_same);
}

/* The same file twice changes nothing, also where two of its events are about one day; a new edition changes what differs. */
static void
test_again (void)
{
  g_autoptr (FfDb) db = test_open_database ();
  const char *first = CALENDAR (EVENT ("DTSTART;VALUE=DATE:20201001\r\nDTEND;VALUE=DATE:20201003\r\nSUMMARY:中秋节\r\n")
                                  EVENT ("DTSTART;VALUE=DATE:20201001\r\nSUMMARY:国庆节\r\n"));
  const char *second = CALENDAR (EVENT ("DTSTART;VALUE=DATE:20201001\r\nSUMMARY:国庆节\r\n")
                                   EVENT ("DTSTART;VALUE=DATE:20201010\r\nSUMMARY:补班\r\n"));

  put (db, first, 2, 0, 0);
  put (db, first, 0, 0, 2);
  put (db, second, 1, 1, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/files", test_files);
  g_test_add_func ("/holidays/no-calendars", test_no_calendars);
  g_test_add_func ("/holidays/again", test_again);
  return test_run ();
}
