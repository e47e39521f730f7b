/* What is typed into the register, and what its cells and sentences say of it. */
#include "config.h"

#include "ff-attendance-text.h"

/* 2026-09-22, 14:00 to 15:30. */
static FfSession
make_session (void)
{
  FfMinute day = ff_day_start (ff_day_from_ymd (2026, 9, 22));

  return (FfSession) { .key = (char *) "S10", .starts_at = day + 14 * 60, .ends_at = day + 15 * 60 + 30 };
}

/* "P", "14:12", "14:12-15:00", "-15:00" or "" says what a record should be; NULL: the text is refused. */
static const struct
{
  const char *name;
  const char *text;
  const char *expected;
} parse_cases[] = {
  { "nothing", "", "" },
  { "a letter", "P", "P" },
  { "a small letter", "a", "A" },
  { "a word", "late", "L" },
  { "a word with a space", "left early", "E" },
  { "a word in Chinese", "缺勤", "A" },
  { "what a Chinese cell shows", "迟", "L" },
  { "a word in Taiwan's Chinese", "請假", "X" },
  { "a tick", "✓", "P" },
  { "four digits", "1412", "14:12" },
  { "a colon", "14:12", "14:12" },
  { "a full-width colon", "14：12", "14:12" },
  { "full-width digits", "１４１２", "14:12" },
  { "before the session begins", "1350", "13:50" },
  { "both times", "1412-1500", "14:12–15:00" },
  { "both times with a dash", "14:12–15:00", "14:12–15:00" },
  { "only the second time", "-1500", "–15:00" },
  { "minutes late", "L 8", "14:08" },
  { "minutes late without a space", "l08", "14:08" },
  { "minutes early", "E10", "14:00–15:20" },
  { "arriving when it is over", "1530", NULL },
  { "leaving before it begins", "-1400", NULL },
  { "leaving before arriving", "1430-1420", NULL },
  { "no such time", "2561", NULL },
  { "no minutes", "L 0", NULL },
  { "another letter", "Q", NULL },
  { "prose", "came by bus", NULL },
  { "a dash alone", "-", NULL },
};

static void
test_parse (void)
{
  FfSession session = make_session ();

  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s", parse_cases[i].name);
      if (!ff_attendance_text_parse (parse_cases[i].text, &session, &record, &error))
        {
          g_assert_null (parse_cases[i].expected);
          g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
          g_assert_cmpint (record.set, ==, FF_ATTENDANCE_UNMARKED);
          g_assert_cmpint (record.arrived_at, ==, FF_NO_TIME);
          continue;
        }
      text = ff_attendance_text_format (&record);
      g_assert_cmpstr (text, ==, parse_cases[i].expected);
    }
}

/* What is copied can be pasted. */
static void
test_round_trip (void)
{
  FfSession session = make_session ();

  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;
      g_autofree char *text = NULL;

      if (parse_cases[i].expected == NULL)
        continue;
      g_assert_true (ff_attendance_text_parse (parse_cases[i].expected, &session, &record, NULL));
      text = ff_attendance_text_format (&record);
      g_assert_cmpstr (text, ==, parse_cases[i].expected);
    }
}

static void
test_status_keeps_times (void)
{
  FfSession session = make_session ();
  FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;

  g_assert_true (ff_attendance_text_parse ("1425", &session, &record, NULL));
  g_assert_true (ff_attendance_text_parse ("P", &session, &record, NULL));
  g_assert_cmpint (record.set, ==, FF_ATTENDANCE_PRESENT);
  g_assert_cmpint (record.arrived_at, ==, session.starts_at + 25);
  g_assert_true (ff_attendance_text_parse ("1405", &session, &record, NULL));
  g_assert_cmpint (record.set, ==, FF_ATTENDANCE_UNMARKED);
  g_assert_true (ff_attendance_text_parse ("", &session, &record, NULL));
  g_assert_cmpint (record.arrived_at, ==, FF_NO_TIME);
}

/* "-1500" says when somebody left, and nothing of when he came. */
static void
test_departure_keeps_arrival (void)
{
  static const struct
  {
    const char *before;
    const char *expected;
  } cases[] = { { "1412", "14:12–15:00" }, { "P", "14:00–15:00" }, { "A", "–15:00" }, { "1412-1510", "14:12–15:00" }, { "", "–15:00" } };
  FfSession session = make_session ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;
      g_autofree char *text = NULL;

      g_test_message ("after “%s”", cases[i].before);
      g_assert_true (ff_attendance_text_parse (cases[i].before, &session, &record, NULL));
      g_assert_true (ff_attendance_text_parse ("-1500", &session, &record, NULL));
      text = ff_attendance_text_format (&record);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static const struct
{
  const char *typed;
  FfGridStyle style;
  const char *text;
  const char *superscript;
  const char *spoken;
} show_cases[] = {
  { "", FF_GRID_STYLE_UNRECORDED, "–", NULL, "Not recorded yet." },
  { "P", FF_GRID_STYLE_PRESENT, "✓", NULL, "Present." },
  { "1400", FF_GRID_STYLE_PRESENT, "✓", NULL, "On time: present." },
  { "1412", FF_GRID_STYLE_LATE, "L 12", NULL, "12 min late: still present." },
  { "1415", FF_GRID_STYLE_LATE, "L 15", NULL, "15 min late: still present." },
  { "1416", FF_GRID_STYLE_ABSENT, "A", "16", "16 min late: counts as absent." },
  { "1400-1520", FF_GRID_STYLE_LEFT_EARLY, "E 10", NULL, "Left 10 min early: still present." },
  { "1400-1510", FF_GRID_STYLE_ABSENT, "A", "20", "Left 20 min early: counts as absent." },
  { "A", FF_GRID_STYLE_ABSENT, "A", NULL, "Absent." },
  { "X", FF_GRID_STYLE_EXCUSED, "X", NULL, "Excused: not an absence." },
  { "L", FF_GRID_STYLE_LATE, "L", NULL, "Late: still present." },
};

static void
test_show (void)
{
  FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;
  FfSession session = make_session ();
  FfPlannedSession planned = { session.starts_at, session.ends_at };

  for (gsize i = 0; i < G_N_ELEMENTS (show_cases); i++)
    {
      FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;
      g_auto (FfGridCell) cell = { NULL };
      FfAttendanceVerdict verdict;

      g_assert_true (ff_attendance_text_parse (show_cases[i].typed, &session, &record, NULL));
      verdict = ff_attendance_judge (&rule, &planned, &record);
      ff_attendance_text_show (&rule, &record, &verdict, &cell);
      g_assert_cmpint (cell.style, ==, show_cases[i].style);
      g_assert_cmpstr (cell.text, ==, show_cases[i].text);
      g_assert_cmpstr (cell.superscript, ==, show_cases[i].superscript);
      g_assert_cmpstr (cell.spoken, ==, show_cases[i].spoken);
    }
}

static void
test_rule (void)
{
  FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;
  g_autofree char *twelve = ff_attendance_text_rule (&rule, 12);
  g_autofree char *four = ff_attendance_text_rule (&rule, 4);
  g_autofree char *minutes = NULL;

  g_assert_cmpstr (four, ==,
                   "Late or early by more than 15 min counts as absent · absence above 20 % of 4 planned sessions disqualifies (one is too "
                   "many)");
  g_assert_cmpstr (twelve, ==,
                   "Late or early by more than 15 min counts as absent · absence above 20 % of 12 planned sessions disqualifies (at most 2)");

  rule = (FfAttendanceRule) { 10, 3333, FF_BASE_MINUTES, 8000 };
  minutes = ff_attendance_text_rule (&rule, 12);
  g_assert_cmpstr (minutes, ==,
                   "Late or early by more than 10 min counts as absent · absence above 33.3 % of the planned minutes disqualifies · "
                   "at least 80 % attended, whatever the reason");
}

static void
test_meaning (void)
{
  static const struct
  {
    int limit;
    int sessions;
    const char *text;
  } cases[] = {
    { 2000, 12, "12 sessions: at most 2 absences; number 3 (25 %) disqualifies." },
    { 2000, 5, "5 sessions: at most 1 absence; number 2 (40 %) disqualifies." },
    { 2000, 4, "4 sessions: one absence (25 %) disqualifies." },
    { 10000, 4, "4 sessions: no number of absences disqualifies." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;
      g_autofree char *text = NULL;

      rule.max_absence = cases[i].limit;
      text = ff_attendance_text_meaning (&rule, cases[i].sessions);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_percent (void)
{
  static const struct
  {
    double percent;
    const char *text;
  } cases[] = { { 0, "0" }, { 8.3333, "8.3" }, { 25, "25" }, { 99.96, "100" }, { 16.65, "16.7" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ff_attendance_text_percent (cases[i].percent);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attendance-text/parse", test_parse);
  g_test_add_func ("/attendance-text/round-trip", test_round_trip);
  g_test_add_func ("/attendance-text/departure", test_departure_keeps_arrival);
  g_test_add_func ("/attendance-text/status-keeps-times", test_status_keeps_times);
  g_test_add_func ("/attendance-text/show", test_show);
  g_test_add_func ("/attendance-text/rule", test_rule);
  g_test_add_func ("/attendance-text/meaning", test_meaning);
  g_test_add_func ("/attendance-text/percent", test_percent);

  return g_test_run ();
}
