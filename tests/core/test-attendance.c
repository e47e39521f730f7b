#include "ff-attendance.h"

#define NONE FF_NO_TIME
#define SET_NONE FF_ATTENDANCE_UNMARKED

/* A session from 09:00 to 12:00; times are minutes after midnight. */
#define CLOCK(hour, minute) ((hour) * 60 + (minute))

static void
test_judge (void)
{
  static const FfPlannedSession session = { CLOCK (9, 0), CLOCK (12, 0) };
  static const struct
  {
    const char *rule;
    FfAttendanceRecord record;
    FfAttendanceVerdict expected;
  } cases[] = {
    { "nothing recorded is unmarked", { SET_NONE, NONE, NONE }, { FF_ATTENDANCE_UNMARKED } },
    { "on the minute is present", { SET_NONE, CLOCK (9, 0), NONE }, { FF_ATTENDANCE_PRESENT } },
    { "too early is present", { SET_NONE, CLOCK (8, 30), NONE }, { FF_ATTENDANCE_PRESENT } },
    { "without leaving the trainee stayed to the end", { SET_NONE, CLOCK (9, 0), NONE }, { FF_ATTENDANCE_PRESENT } },
    { "staying on is present", { SET_NONE, CLOCK (9, 0), CLOCK (12, 30) }, { FF_ATTENDANCE_PRESENT } },
    { "one minute is late", { SET_NONE, CLOCK (9, 1), NONE }, { FF_ATTENDANCE_LATE, 1, 0 } },
    { "exactly 15 minutes is late", { SET_NONE, CLOCK (9, 15), NONE }, { FF_ATTENDANCE_LATE, 15, 0 } },
    { "16 minutes is absent", { SET_NONE, CLOCK (9, 16), NONE }, { FF_ATTENDANCE_ABSENT, 16, 0, TRUE } },
    { "one minute before the end is left early", { SET_NONE, CLOCK (9, 0), CLOCK (11, 59) }, { FF_ATTENDANCE_LEFT_EARLY, 0, 1 } },
    { "exactly 15 before is left early", { SET_NONE, CLOCK (9, 0), CLOCK (11, 45) }, { FF_ATTENDANCE_LEFT_EARLY, 0, 15 } },
    { "16 before is absent", { SET_NONE, CLOCK (9, 0), CLOCK (11, 44) }, { FF_ATTENDANCE_ABSENT, 0, 16, TRUE } },
    { "late and early within grace is late", { SET_NONE, CLOCK (9, 15), CLOCK (11, 45) }, { FF_ATTENDANCE_LATE, 15, 15 } },
    { "late within, early beyond is absent", { SET_NONE, CLOCK (9, 5), CLOCK (11, 30) }, { FF_ATTENDANCE_ABSENT, 5, 30, TRUE } },
    { "left alone stays unmarked", { SET_NONE, NONE, CLOCK (12, 0) }, { FF_ATTENDANCE_UNMARKED } },
    { "left alone far too early stays unmarked", { SET_NONE, NONE, CLOCK (10, 0) }, { FF_ATTENDANCE_UNMARKED, 0, 120 } },
    { "a hand-set status wins over late", { FF_ATTENDANCE_PRESENT, CLOCK (9, 40), NONE }, { FF_ATTENDANCE_PRESENT, 40, 0 } },
    { "a hand-set absence wins over the time", { FF_ATTENDANCE_ABSENT, CLOCK (9, 0), NONE }, { FF_ATTENDANCE_ABSENT } },
    { "a hand-set leave wins over the time", { FF_ATTENDANCE_EXCUSED, CLOCK (9, 40), NONE }, { FF_ATTENDANCE_EXCUSED, 40, 0 } },
    { "a hand-set status needs no time", { FF_ATTENDANCE_LATE, NONE, NONE }, { FF_ATTENDANCE_LATE } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;
      FfAttendanceVerdict verdict = ff_attendance_judge (&rule, &session, &cases[i].record);

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpint (verdict.status, ==, cases[i].expected.status);
      g_assert_cmpint (verdict.late, ==, cases[i].expected.late);
      g_assert_cmpint (verdict.early, ==, cases[i].expected.early);
      g_assert_cmpint (verdict.by_rule, ==, cases[i].expected.by_rule);
    }
}

/* Seconds are cut off before anything is judged. */
static void
test_judge_seconds (void)
{
  static const struct
  {
    const char *arrived;
    FfAttendanceStatus status;
  } cases[] = {
    { "2026-09-23 09:00:59", FF_ATTENDANCE_PRESENT },
    { "2026-09-23 09:15:00", FF_ATTENDANCE_LATE },
    { "2026-09-23 09:15:59", FF_ATTENDANCE_LATE },
    { "2026-09-23 09:16:00", FF_ATTENDANCE_ABSENT },
  };
  FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;
  FfPlannedSession session;

  g_assert_true (ff_time_parse ("2026-09-23 09:00", &session.starts_at));
  g_assert_true (ff_time_parse ("2026-09-23 12:00", &session.ends_at));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;

      g_test_message ("%s", cases[i].arrived);
      g_assert_true (ff_time_parse (cases[i].arrived, &record.arrived_at));
      g_assert_cmpint (ff_attendance_judge (&rule, &session, &record).status, ==, cases[i].status);
    }
}

static void
test_judge_grace (void)
{
  static const struct
  {
    int grace;
    int late;
    FfAttendanceStatus status;
  } cases[] = {
    { 0, 0, FF_ATTENDANCE_PRESENT }, { 0, 1, FF_ATTENDANCE_ABSENT },
    { 5, 5, FF_ATTENDANCE_LATE },    { 5, 6, FF_ATTENDANCE_ABSENT },
    { 30, 30, FF_ATTENDANCE_LATE },  { 30, 31, FF_ATTENDANCE_ABSENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;
      FfPlannedSession session = { 540, 720 };
      FfAttendanceRecord record = { SET_NONE, 540 + cases[i].late, NONE };

      rule.grace_minutes = cases[i].grace;
      g_assert_cmpint (ff_attendance_judge (&rule, &session, &record).status, ==, cases[i].status);
    }
}

/* A letter a session: P present, L late, E left early, A absent, X excused, C a leave that counts, M absent and made up,
   N such a leave made up, . unmarked. A digit after it is the length in hours (default 3); | is now (default: after all). */
typedef struct
{
  FfPlannedSession sessions[64];
  FfAttendanceRecord records[64];
  gsize n;
  FfMinute now;
} Term;

static void
term_parse (Term *term, const char *text)
{
  FfMinute clock = 0;

  term->n = 0;
  term->now = G_MAXINT64;
  for (const char *p = text; *p != '\0'; p++)
    {
      FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;
      int hours = 3;

      switch (*p)
        {
        case '|':
          term->now = clock;
          continue;
        case 'P':
          record.set = FF_ATTENDANCE_PRESENT;
          break;
        case 'L':
          record.set = FF_ATTENDANCE_LATE;
          break;
        case 'E':
          record.set = FF_ATTENDANCE_LEFT_EARLY;
          break;
        case 'M':
        case 'A':
          record.set = FF_ATTENDANCE_ABSENT;
          record.made_up = *p == 'M';
          break;
        case 'C':
        case 'N':
        case 'X':
          record.set = FF_ATTENDANCE_EXCUSED;
          record.leave_counts = *p != 'X';
          record.made_up = *p == 'N';
          break;
        case '.':
          break;
        default:
          g_assert_not_reached ();
        }
      if (g_ascii_isdigit (p[1]))
        hours = g_ascii_digit_value (*++p);
      g_assert_cmpuint (term->n, <, G_N_ELEMENTS (term->sessions));
      term->sessions[term->n] = (FfPlannedSession) { clock, clock + hours * 60 };
      term->records[term->n++] = record;
      clock += hours * 60;
    }
}

static FfAttendanceTally
tally_of (const char *text, const FfAttendanceRule *rule)
{
  Term term;

  term_parse (&term, text);
  return ff_attendance_tally (rule, term.sessions, term.records, term.n, term.now);
}

static void
test_counts (void)
{
  static const struct
  {
    const char *term;
    int planned, held, attended, absent, excused, neutral, made_up, unmarked, unmarked_planned;
  } cases[] = {
    { "", 0, 0, 0, 0, 0, 0, 0, 0, 0 },
    { "PLEA", 4, 4, 3, 1, 0, 0, 0, 0, 0 },
    { "PPX.", 4, 4, 2, 0, 1, 1, 0, 1, 1 },
    { "PP|..", 4, 2, 2, 0, 0, 0, 0, 0, 2 },
    { "P.|.", 3, 2, 1, 0, 0, 0, 0, 1, 2 },
    { "PC", 2, 2, 1, 1, 1, 0, 0, 0, 0 },
    { "PM", 2, 2, 2, 0, 0, 0, 1, 0, 0 },
    { "PN", 2, 2, 2, 0, 1, 0, 1, 0, 0 },
    { "P|XA.", 4, 1, 1, 1, 1, 1, 0, 0, 1 },
  };
  FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfAttendanceTally tally = tally_of (cases[i].term, &rule);

      g_test_message ("%s", cases[i].term);
      g_assert_cmpint (tally.planned, ==, cases[i].planned);
      g_assert_cmpint (tally.held, ==, cases[i].held);
      g_assert_cmpint (tally.attended, ==, cases[i].attended);
      g_assert_cmpint (tally.absent, ==, cases[i].absent);
      g_assert_cmpint (tally.excused, ==, cases[i].excused);
      g_assert_cmpint (tally.neutral, ==, cases[i].neutral);
      g_assert_cmpint (tally.made_up, ==, cases[i].made_up);
      g_assert_cmpint (tally.unmarked, ==, cases[i].unmarked);
      g_assert_cmpint (tally.unmarked_planned, ==, cases[i].unmarked_planned);
      g_assert_cmpint (tally.attended + tally.absent + tally.neutral + tally.unmarked_planned, ==, tally.planned);
      g_assert_cmpint (tally.planned_minutes, ==, 180 * tally.planned);
      g_assert_cmpint (tally.attended_minutes, ==, 180 * tally.attended);
      g_assert_cmpint (tally.absent_minutes, ==, 180 * tally.absent);
      g_assert_cmpint (tally.neutral_minutes, ==, 180 * tally.neutral);
    }
}

/* A session is held once its end has passed, to the minute. */
static void
test_held (void)
{
  FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;
  FfPlannedSession session = { 540, 720 };
  FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;

  g_assert_cmpint (ff_attendance_tally (&rule, &session, &record, 1, 719).held, ==, 0);
  g_assert_cmpint (ff_attendance_tally (&rule, &session, &record, 1, 720).held, ==, 1);
}

static void
test_limits (void)
{
  static const struct
  {
    const char *rule;
    const char *term;
    FfAttendanceRule settings;
    double absence, absence_held;
    FfQualification qualification;
  } cases[] = {
    { "1 of 5 stays in", "APPPP", { 15, 2000, FF_BASE_SESSIONS, -1 }, 20, 20, FF_QUALIFIED },
    { "2 of 10 stay in", "AAPPPPPPPP", { 15, 2000, FF_BASE_SESSIONS, -1 }, 20, 20, FF_QUALIFIED },
    { "2 of 9 is out", "AAPPPPPPP", { 15, 2000, FF_BASE_SESSIONS, -1 }, 200.0 / 9, 200.0 / 9, FF_DISQUALIFIED_ABSENCE },
    { "1 of 4 is out: one absence of 4 half days", "APPP", { 15, 2000, FF_BASE_SESSIONS, -1 }, 25, 25, FF_DISQUALIFIED_ABSENCE },
    { "over all planned, not over the held ones", "AP|PPP", { 15, 2000, FF_BASE_SESSIONS, -1 }, 20, 50, FF_QUALIFIED },
    { "unmarked is no absence", "....", { 15, 2000, FF_BASE_SESSIONS, -1 }, 0, 0, FF_QUALIFIED },
    { "excused is no absence and stays in planned", "AXXXX", { 15, 2000, FF_BASE_SESSIONS, -1 }, 20, 20, FF_QUALIFIED },
    { "a leave that counts is an absence", "ACPPP", { 15, 2000, FF_BASE_SESSIONS, -1 }, 40, 40, FF_DISQUALIFIED_ABSENCE },
    { "an absence made up is none", "AMPPP", { 15, 2000, FF_BASE_SESSIONS, -1 }, 20, 20, FF_QUALIFIED },
    { "nobody planned is nobody out", "", { 15, 2000, FF_BASE_SESSIONS, -1 }, 0, 0, FF_QUALIFIED },
    { "a limit of 0 allows none", "APPPP", { 15, 0, FF_BASE_SESSIONS, -1 }, 20, 20, FF_DISQUALIFIED_ABSENCE },
    { "a limit of 0 and no absence", "PPPPP", { 15, 0, FF_BASE_SESSIONS, -1 }, 0, 0, FF_QUALIFIED },
    { "a limit of 100 allows all", "AAA", { 15, 10000, FF_BASE_SESSIONS, -1 }, 100, 100, FF_QUALIFIED },
    { "33.33 % is less than a third", "APP", { 15, 3333, FF_BASE_SESSIONS, -1 }, 100.0 / 3, 100.0 / 3, FF_DISQUALIFIED_ABSENCE },
    { "33.34 % is more", "APP", { 15, 3334, FF_BASE_SESSIONS, -1 }, 100.0 / 3, 100.0 / 3, FF_QUALIFIED },

    { "minutes: the long session weighs more", "A6P3P3", { 15, 2000, FF_BASE_MINUTES, -1 }, 50, 50, FF_DISQUALIFIED_ABSENCE },
    { "minutes: exactly the limit stays in", "A2P8", { 15, 2000, FF_BASE_MINUTES, -1 }, 20, 20, FF_QUALIFIED },
    { "minutes: just above is out", "A2P7", { 15, 2000, FF_BASE_MINUTES, -1 }, 200.0 / 9, 200.0 / 9, FF_DISQUALIFIED_ABSENCE },
    { "sessions: 1 of 2 whatever its length", "A1P9", { 15, 2000, FF_BASE_SESSIONS, -1 }, 50, 50, FF_DISQUALIFIED_ABSENCE },

    { "least attended share, exactly", "XXPP", { 15, 2000, FF_BASE_SESSIONS, 5000 }, 0, 0, FF_QUALIFIED },
    { "least attended share, whatever the reason", "XXXP", { 15, 2000, FF_BASE_SESSIONS, 5000 }, 0, 0, FF_DISQUALIFIED_ATTENDED },
    { "what is to come may be attended", "XXP|...", { 15, 2000, FF_BASE_SESSIONS, 5000 }, 0, 0, FF_QUALIFIED },
    { "what is unmarked may have been", "XXP.", { 15, 2000, FF_BASE_SESSIONS, 5000 }, 0, 0, FF_QUALIFIED },
    { "out of reach before the end", "XXX|..", { 15, 2000, FF_BASE_SESSIONS, 5000 }, 0, 0, FF_DISQUALIFIED_ATTENDED },
    { "least attended share in minutes", "X6P3", { 15, 2000, FF_BASE_MINUTES, 5000 }, 0, 0, FF_DISQUALIFIED_ATTENDED },
    { "the first limit is named first", "AAAP", { 15, 2000, FF_BASE_SESSIONS, 5000 }, 75, 75, FF_DISQUALIFIED_ABSENCE },
    { "a least share of 0 is on and harmless", "XXXX", { 15, 2000, FF_BASE_SESSIONS, 0 }, 0, 0, FF_QUALIFIED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfAttendanceTally tally = tally_of (cases[i].term, &cases[i].settings);

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpfloat_with_epsilon (tally.absence_percent, cases[i].absence, 1e-9);
      g_assert_cmpfloat_with_epsilon (tally.absence_held_percent, cases[i].absence_held, 1e-9);
      g_assert_cmpfloat_with_epsilon (tally.best_percent, 100 - cases[i].absence, 1e-9);
      g_assert_cmpint (tally.qualification, ==, cases[i].qualification);
    }
}

static void
test_can_miss (void)
{
  static const struct
  {
    const char *rule;
    const char *term;
    FfAbsenceBase base;
    int can_miss;
  } cases[] = {
    { "1 of 5", "|.....", FF_BASE_SESSIONS, 1 },
    { "2 of 10", "|..........", FF_BASE_SESSIONS, 2 },
    { "1 of 9", "|.........", FF_BASE_SESSIONS, 1 },
    { "0 of 4", "|....", FF_BASE_SESSIONS, 0 },
    { "one is used up", "AP|........", FF_BASE_SESSIONS, 1 },
    { "all are used up", "AAP|.......", FF_BASE_SESSIONS, 0 },
    { "never below 0", "AAAP|......", FF_BASE_SESSIONS, 0 },
    { "never more than are to come", "PPPPPPPPP|.", FF_BASE_SESSIONS, 1 },
    { "nothing is to come", "PPPPPPPPPP", FF_BASE_SESSIONS, 0 },
    { "unmarked but over is not to come", "PPPPPPPPP.", FF_BASE_SESSIONS, 0 },
    { "an absence announced counts once", "PPPPPP|A...", FF_BASE_SESSIONS, 1 },
    { "an excused one cannot be missed again", "PPPPPPPP|XX", FF_BASE_SESSIONS, 0 },
    { "none planned", "", FF_BASE_SESSIONS, 0 },
    { "minutes: the next one is too long", "P7|.3.1.1", FF_BASE_MINUTES, 0 },
    { "minutes: in order of date", "P8|.1.1.1.1", FF_BASE_MINUTES, 2 },
    { "minutes: a short one fits, the long one after it not", "P8|.1.3", FF_BASE_MINUTES, 1 },
    { "minutes: a long one first stops the count", "P8|.3.1", FF_BASE_MINUTES, 0 },
    { "minutes: exactly the limit", "P8|.2", FF_BASE_MINUTES, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;

      rule.base = cases[i].base;
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpint (tally_of (cases[i].term, &rule).can_miss, ==, cases[i].can_miss);
    }
}

static void
test_mark (void)
{
  static const struct
  {
    const char *rule;
    const char *term;
    FfAbsenceBase base;
    double mark; /* -1: not assessed */
  } cases[] = {
    { "late and left early are attended", "PLEA", FF_BASE_SESSIONS, 75 },
    { "excused leaves the divisor", "PPXA", FF_BASE_SESSIONS, 200.0 / 3 },
    { "a leave that counts stays in it", "PPC", FF_BASE_SESSIONS, 200.0 / 3 },
    { "made up is attended", "PM", FF_BASE_SESSIONS, 100 },
    { "all absent is 0, not unknown", "AA", FF_BASE_SESSIONS, 0 },
    { "all excused: no divisor", "XX", FF_BASE_SESSIONS, -1 },
    { "none planned", "", FF_BASE_SESSIONS, -1 },
    { "a held one is unmarked", "PP.", FF_BASE_SESSIONS, -1 },
    { "one is still to come", "PP|.", FF_BASE_SESSIONS, -1 },
    { "in minutes", "P6A2", FF_BASE_MINUTES, 75 },
    { "in minutes, excused", "P6A2X4", FF_BASE_MINUTES, 75 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;
      FfAttendanceTally tally;

      rule.base = cases[i].base;
      tally = tally_of (cases[i].term, &rule);
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpint (tally.mark_known, ==, cases[i].mark >= 0);
      if (tally.mark_known)
        g_assert_cmpfloat_with_epsilon (tally.mark, cases[i].mark, 1e-9);
    }
}

static void
test_keys (void)
{
  static const struct
  {
    const char *key;
    FfAttendanceStatus status;
  } cases[] = {
    { "present", FF_ATTENDANCE_PRESENT },       { "late", FF_ATTENDANCE_LATE },
    { "left_early", FF_ATTENDANCE_LEFT_EARLY }, { "absent", FF_ATTENDANCE_ABSENT },
    { "excused", FF_ATTENDANCE_EXCUSED },       { NULL, FF_ATTENDANCE_UNMARKED },
  };
  FfAttendanceStatus status = FF_ATTENDANCE_LATE;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (ff_attendance_status_from_key (cases[i].key, &status));
      g_assert_cmpint (status, ==, cases[i].status);
      g_assert_cmpstr (ff_attendance_status_to_key (cases[i].status), ==, cases[i].key);
    }
  status = FF_ATTENDANCE_LATE;
  g_assert_true (ff_attendance_status_from_key ("", &status));
  g_assert_cmpint (status, ==, FF_ATTENDANCE_UNMARKED);
  g_assert_false (ff_attendance_status_from_key ("Present", &status));
  g_assert_false (ff_attendance_status_from_key ("unmarked", &status));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attendance/judge", test_judge);
  g_test_add_func ("/attendance/judge/seconds", test_judge_seconds);
  g_test_add_func ("/attendance/judge/grace", test_judge_grace);
  g_test_add_func ("/attendance/counts", test_counts);
  g_test_add_func ("/attendance/held", test_held);
  g_test_add_func ("/attendance/limits", test_limits);
  g_test_add_func ("/attendance/can-miss", test_can_miss);
  g_test_add_func ("/attendance/mark", test_mark);
  g_test_add_func ("/attendance/keys", test_keys);
  return g_test_run ();
}
