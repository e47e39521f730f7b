#include "config.h"

#include "ff-attendance-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-format.h"
#include "ff-number.h"
#include "ff-word.h"

#define EN_DASH "–"

static const FfWord status_words[] = {
  { "p", FF_ATTENDANCE_PRESENT },      { "l", FF_ATTENDANCE_LATE },       { "e", FF_ATTENDANCE_LEFT_EARLY },
  { "a", FF_ATTENDANCE_ABSENT },       { "x", FF_ATTENDANCE_EXCUSED },    { "✓", FF_ATTENDANCE_PRESENT },
  { "√", FF_ATTENDANCE_PRESENT },      { "present", FF_ATTENDANCE_PRESENT }, { "late", FF_ATTENDANCE_LATE },
  { "leftearly", FF_ATTENDANCE_LEFT_EARLY }, { "early", FF_ATTENDANCE_LEFT_EARLY }, { "absent", FF_ATTENDANCE_ABSENT },
  { "excused", FF_ATTENDANCE_EXCUSED }, { "出勤", FF_ATTENDANCE_PRESENT }, { "出席", FF_ATTENDANCE_PRESENT },
  { "迟到", FF_ATTENDANCE_LATE },      { "遲到", FF_ATTENDANCE_LATE },    { "早退", FF_ATTENDANCE_LEFT_EARLY },
  { "缺勤", FF_ATTENDANCE_ABSENT },    { "缺席", FF_ATTENDANCE_ABSENT },  { "旷课", FF_ATTENDANCE_ABSENT },
  { "曠課", FF_ATTENDANCE_ABSENT },    { "请假", FF_ATTENDANCE_EXCUSED }, { "請假", FF_ATTENDANCE_EXCUSED },
  { "到", FF_ATTENDANCE_PRESENT },      { "迟", FF_ATTENDANCE_LATE },      { "遲", FF_ATTENDANCE_LATE },
  { "早", FF_ATTENDANCE_LEFT_EARLY },   { "缺", FF_ATTENDANCE_ABSENT },    { "假", FF_ATTENDANCE_EXCUSED },
};

static char
status_letter (FfAttendanceStatus status)
{
  switch (status)
    {
    case FF_ATTENDANCE_PRESENT:
      return 'P';
    case FF_ATTENDANCE_LATE:
      return 'L';
    case FF_ATTENDANCE_LEFT_EARLY:
      return 'E';
    case FF_ATTENDANCE_ABSENT:
      return 'A';
    case FF_ATTENDANCE_EXCUSED:
      return 'X';
    case FF_ATTENDANCE_UNMARKED:
    default:
      return '\0';
    }
}

char *
ff_attendance_text_format (const FfAttendanceRecord *record)
{
  g_autofree char *arrived = NULL, *left = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  if (record->set != FF_ATTENDANCE_UNMARKED)
    return g_strdup_printf ("%c", status_letter (record->set));

  arrived = record->arrived_at != FF_NO_TIME ? ff_format_clock (record->arrived_at) : g_strdup ("");
  left = record->left_at != FF_NO_TIME ? ff_format_clock (record->left_at) : NULL;

  return g_strconcat (arrived, left != NULL ? EN_DASH : "", left, NULL);
}

static gboolean
refuse_text (GError **error, const char *text)
{
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
               _("“%s” is neither a status nor a time. Type P, L, E, A or X, or a time such as 0912."), text);

  return FALSE;
}

static gboolean
check_times (const FfSession *session, const FfAttendanceRecord *record, GError **error)
{
  g_autofree char *starts = ff_format_clock (session->starts_at);
  g_autofree char *ends = ff_format_clock (session->ends_at);

  if (record->arrived_at != FF_NO_TIME && record->arrived_at >= session->ends_at)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _("The session is over at %s: nobody can arrive then or later. Mark the trainee absent instead."), ends);
      return FALSE;
    }
  if (record->left_at != FF_NO_TIME && record->left_at <= session->starts_at)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The session begins at %s: nobody can leave it before. Check the time."), starts);
      return FALSE;
    }
  if (record->arrived_at != FF_NO_TIME && record->left_at != FF_NO_TIME && record->left_at <= record->arrived_at)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The second time is when somebody left, and must be later than the first."));
      return FALSE;
    }

  return TRUE;
}

/* Whoever left was there: somebody marked present from the beginning, unless a time says otherwise. */
static void
keep_arrival (FfAttendanceRecord *record, const FfSession *session)
{
  if (record->set == FF_ATTENDANCE_PRESENT && record->arrived_at == FF_NO_TIME)
    record->arrived_at = session->starts_at;
}

/* "L 8": late by 8 minutes; "E10": left 10 minutes early. */
static gboolean
parse_minutes (const char *text, const FfSession *session, FfAttendanceRecord *record)
{
  char letter = g_ascii_toupper (text[0]);
  guint64 minutes;

  if (letter != 'L' && letter != 'E')
    return FALSE;
  for (text++; *text == ' '; text++)
    ;
  if (!g_ascii_string_to_unsigned (text, 10, 1, FF_MINUTES_PER_DAY - 1, &minutes, NULL))
    return FALSE;

  record->set = FF_ATTENDANCE_UNMARKED;
  if (letter == 'L')
    record->arrived_at = session->starts_at + (FfMinute) minutes;
  else
    {
      record->left_at = session->ends_at - (FfMinute) minutes;
      if (record->arrived_at == FF_NO_TIME)
        record->arrived_at = session->starts_at;
    }

  return TRUE;
}

static gboolean
parse_clock (const char *text, const FfSession *session, FfMinute *time)
{
  int minute;

  if (!ff_clock_parse (text, &minute))
    return FALSE;

  *time = ff_day_start (ff_time_day (session->starts_at)) + minute;

  return TRUE;
}

/* "0912", "09:12–10:00", "-1000" */
static gboolean
parse_times (const char *text, const FfSession *session, FfAttendanceRecord *record)
{
  g_auto (GStrv) halves = NULL;
  g_autofree char *plain = NULL;
  char *p;

  plain = g_strdup (text);
  p = strstr (plain, EN_DASH);
  if (p != NULL)
    {
      *p = '-';
      memmove (p + 1, p + strlen (EN_DASH), strlen (p + strlen (EN_DASH)) + 1);
    }
  halves = g_strsplit (plain, "-", 2);
  g_strstrip (halves[0]);
  if (halves[1] != NULL)
    g_strstrip (halves[1]);

  record->left_at = FF_NO_TIME;
  if (halves[0][0] == '\0')
    keep_arrival (record, session);
  else if (!parse_clock (halves[0], session, &record->arrived_at))
    return FALSE;
  record->set = FF_ATTENDANCE_UNMARKED;
  if (halves[1] != NULL && halves[1][0] != '\0' && !parse_clock (halves[1], session, &record->left_at))
    return FALSE;

  return record->arrived_at != FF_NO_TIME || record->left_at != FF_NO_TIME;
}

gboolean
ff_attendance_text_parse (const char *text, const FfSession *session, FfAttendanceRecord *record, GError **error)
{
  FfAttendanceRecord parsed = *record;
  int status;

  g_return_val_if_fail (text != NULL && session != NULL && record != NULL, FALSE);

  if (text[0] == '\0')
    {
      *record = FF_ATTENDANCE_RECORD_NONE;
      return TRUE;
    }

  if (ff_word_find_in (status_words, text, &status))
    {
      parsed.set = (FfAttendanceStatus) status;
    }
  else
    {
      parsed.made_up = FALSE;
      if (!parse_minutes (text, session, &parsed) && !parse_times (text, session, &parsed))
        return refuse_text (error, text);
      if (!check_times (session, &parsed, error))
        return FALSE;
    }
  ff_attendance_record_tidy (&parsed);
  *record = parsed;

  return TRUE;
}

char *
ff_attendance_text_say (const FfAttendanceRule *rule, const FfAttendanceRecord *record, const FfAttendanceVerdict *verdict)
{
  switch (verdict->status)
    {
    case FF_ATTENDANCE_PRESENT:
      return g_strdup (record->arrived_at != FF_NO_TIME ? _("On time: present.") : _("Present."));
    case FF_ATTENDANCE_LATE:
      if (verdict->late == 0)
        return g_strdup (_("Late: still present."));
      return g_strdup_printf (ngettext ("%d min late: still present.", "%d min late: still present.", verdict->late), verdict->late);
    case FF_ATTENDANCE_LEFT_EARLY:
      if (verdict->early == 0)
        return g_strdup (_("Left early: still present."));
      return g_strdup_printf (ngettext ("Left %d min early: still present.", "Left %d min early: still present.", verdict->early),
                              verdict->early);
    case FF_ATTENDANCE_ABSENT:
      if (record->made_up)
        return g_strdup (_("Absent, and made up for: counts as attended."));
      if (verdict->by_rule && verdict->late > rule->grace_minutes)
        return g_strdup_printf (ngettext ("%d min late: counts as absent.", "%d min late: counts as absent.", verdict->late),
                                verdict->late);
      if (verdict->by_rule)
        return g_strdup_printf (ngettext ("Left %d min early: counts as absent.", "Left %d min early: counts as absent.", verdict->early),
                                verdict->early);
      return g_strdup (_("Absent."));
    case FF_ATTENDANCE_EXCUSED:
      return g_strdup (record->leave_counts ? _("Excused, on a leave that counts as absent.") : _("Excused: not an absence."));
    case FF_ATTENDANCE_UNMARKED:
    default:
      return g_strdup (_("Not recorded yet."));
    }
}

static char *
with_minutes (const char *letter, int minutes)
{
  return minutes > 0 ? g_strdup_printf ("%s %02d", letter, minutes) : g_strdup (letter);
}

void
ff_attendance_text_show (const FfAttendanceRule *rule, const FfAttendanceRecord *record, const FfAttendanceVerdict *verdict,
                         FfGridCell *cell)
{
  switch (verdict->status)
    {
    case FF_ATTENDANCE_PRESENT:
      cell->style = FF_GRID_STYLE_PRESENT;
      cell->text = g_strdup ("✓");
      break;
    case FF_ATTENDANCE_LATE:
      cell->style = FF_GRID_STYLE_LATE;
      /* Translators: one letter or character for "late" in a cell of the register. */
      cell->text = with_minutes (C_("register", "L"), verdict->late);
      break;
    case FF_ATTENDANCE_LEFT_EARLY:
      cell->style = FF_GRID_STYLE_LEFT_EARLY;
      /* Translators: one letter or character for "left early" in a cell of the register. */
      cell->text = with_minutes (C_("register", "E"), verdict->early);
      break;
    case FF_ATTENDANCE_ABSENT:
      cell->style = record->made_up ? FF_GRID_STYLE_PRESENT : FF_GRID_STYLE_ABSENT;
      /* Translators: one letter or character for "absent, made up" and for "absent" in a cell of the register. */
      cell->text = g_strdup (record->made_up ? C_("register", "M") : C_("register", "A"));
      if (verdict->by_rule && !record->made_up)
        cell->superscript = g_strdup_printf ("%d", verdict->late > rule->grace_minutes ? verdict->late : verdict->early);
      break;
    case FF_ATTENDANCE_EXCUSED:
      cell->style = FF_GRID_STYLE_EXCUSED;
      /* Translators: one letter or character for "excused" in a cell of the register. */
      cell->text = g_strdup (C_("register", "X"));
      break;
    case FF_ATTENDANCE_UNMARKED:
    default:
      cell->style = FF_GRID_STYLE_UNRECORDED;
      cell->text = g_strdup (EN_DASH);
      break;
    }

  cell->spoken = ff_attendance_text_say (rule, record, verdict);
  if (verdict->status != FF_ATTENDANCE_UNMARKED && verdict->status != FF_ATTENDANCE_PRESENT)
    cell->tooltip = g_strdup (cell->spoken);
}

static FfPlannedSession
planned_session (const FfClassFigures *figures, guint session)
{
  const FfSession *s = g_ptr_array_index (figures->sessions, session);

  return (FfPlannedSession) { s->starts_at, s->ends_at };
}

FfAttendanceVerdict
ff_attendance_text_judge (const FfClassFigures *figures, guint session, const FfAttendanceRecord *record)
{
  FfPlannedSession planned = planned_session (figures, session);

  return ff_attendance_judge (&figures->rule, &planned, record);
}

/* The tally of a trainee if @record stood in @session. */
static FfAttendanceTally
tally_with (const FfClassFigures *figures, const FfClassTrainee *trainee, guint session, const FfAttendanceRecord *record)
{
  g_autoptr (GArray) planned = g_array_new (FALSE, FALSE, sizeof (FfPlannedSession));
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (FfAttendanceRecord));

  for (guint i = 0; i < figures->sessions->len; i++)
    {
      FfPlannedSession s = planned_session (figures, i);

      if (!trainee->cells[i].planned)
        continue;
      g_array_append_val (planned, s);
      g_array_append_val (records, *(i == session ? record : &trainee->cells[i].record));
    }

  return ff_attendance_tally (&figures->rule, (const FfPlannedSession *) planned->data,
                              (const FfAttendanceRecord *) records->data, planned->len, figures->now);
}

char *
ff_attendance_text_percent (double percent)
{
  g_autofree char *text = g_strdup_printf ("%.1f", ff_round (percent, 1));
  gsize length = strlen (text);

  if (text[length - 1] == '0')
    text[length - 2] = '\0';

  return g_steal_pointer (&text);
}

static char *
describe_absence (const FfClassFigures *figures, const FfAttendanceTally *tally, const char *when)
{
  g_autofree char *percent = ff_attendance_text_percent (tally->absence_percent);
  g_autofree char *limit = ff_attendance_text_percent (ff_hundredths_to_double (figures->rule.max_absence));
  gboolean above = tally->qualification == FF_DISQUALIFIED_ABSENCE;

  if (when != NULL)
    /* Translators: a time of the day, which absence it is, of how many sessions, the two percentages. */
    return above ? g_strdup_printf (_("After %s this is absence %d of %d (%s %%), above the limit of %s %%."), when, tally->absent,
                                    tally->planned, percent, limit)
                 : g_strdup_printf (_("After %s this is absence %d of %d (%s %%), within the limit of %s %%."), when, tally->absent,
                                    tally->planned, percent, limit);

  return above ? g_strdup_printf (_("This is absence %d of %d (%s %%), above the limit of %s %%: disqualified."), tally->absent,
                                  tally->planned, percent, limit)
               : g_strdup_printf (_("This is absence %d of %d (%s %%), within the limit of %s %%."), tally->absent, tally->planned,
                                  percent, limit);
}

char *
ff_attendance_text_consequence (const FfClassFigures *figures, const FfClassTrainee *trainee, guint session,
                                const FfAttendanceRecord *record)
{
  FfAttendanceVerdict verdict = ff_attendance_text_judge (figures, session, record);
  FfAttendanceRecord absent = FF_ATTENDANCE_RECORD_NONE;
  FfAttendanceTally tally;
  g_autofree char *when = NULL;

  if (verdict.status == FF_ATTENDANCE_ABSENT && !record->made_up)
    {
      tally = tally_with (figures, trainee, session, record);
      return describe_absence (figures, &tally, NULL);
    }

  absent.set = FF_ATTENDANCE_ABSENT;
  tally = tally_with (figures, trainee, session, &absent);
  when = ff_format_clock (planned_session (figures, session).starts_at + figures->rule.grace_minutes);

  return describe_absence (figures, &tally, when);
}
