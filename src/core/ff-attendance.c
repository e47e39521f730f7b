/* What a sign-in time means, and what the sessions of one trainee add up to. */
#include "ff-attendance.h"

#include <string.h>

#define HUNDRED_PERCENT 10000 /* hundredths of a percent */

gboolean
ff_attendance_rule_equal (const FfAttendanceRule *a, const FfAttendanceRule *b)
{
  return a->grace_minutes == b->grace_minutes && a->max_absence == b->max_absence && a->base == b->base
         && a->min_attended == b->min_attended;
}

gboolean
ff_attendance_record_equal (const FfAttendanceRecord *a, const FfAttendanceRecord *b)
{
  return a->set == b->set && a->arrived_at == b->arrived_at && a->left_at == b->left_at && a->leave_counts == b->leave_counts
         && a->made_up == b->made_up && a->leave_kind == b->leave_kind && a->made_up_in == b->made_up_in;
}

void
ff_attendance_record_tidy (FfAttendanceRecord *record)
{
  if (record->set != FF_ATTENDANCE_EXCUSED)
    {
      record->leave_counts = FALSE;
      record->leave_kind = NULL;
    }
  /* Without a status the times decide, and they may say absent. */
  if (record->set != FF_ATTENDANCE_ABSENT && record->set != FF_ATTENDANCE_UNMARKED && !record->leave_counts)
    record->made_up = FALSE;
  if (!record->made_up)
    record->made_up_in = 0;
}

FfAttendanceVerdict
ff_attendance_judge (const FfAttendanceRule *rule, const FfPlannedSession *session, const FfAttendanceRecord *record)
{
  FfAttendanceVerdict verdict = { FF_ATTENDANCE_UNMARKED, 0, 0, FALSE };

  g_return_val_if_fail (rule != NULL && session != NULL && record != NULL, verdict);

  if (record->arrived_at != FF_NO_TIME)
    verdict.late = MAX (0, record->arrived_at - session->starts_at);
  if (record->left_at != FF_NO_TIME)
    verdict.early = MAX (0, session->ends_at - record->left_at);

  if (record->set != FF_ATTENDANCE_UNMARKED)
    verdict.status = record->set;
  else if (record->arrived_at == FF_NO_TIME)
    verdict.status = FF_ATTENDANCE_UNMARKED;
  else if (verdict.late > rule->grace_minutes || verdict.early > rule->grace_minutes)
    verdict.status = FF_ATTENDANCE_ABSENT;
  else if (verdict.late > 0)
    verdict.status = FF_ATTENDANCE_LATE;
  else if (verdict.early > 0)
    verdict.status = FF_ATTENDANCE_LEFT_EARLY;
  else
    verdict.status = FF_ATTENDANCE_PRESENT;

  verdict.by_rule = verdict.status == FF_ATTENDANCE_ABSENT && record->set == FF_ATTENDANCE_UNMARKED;
  return verdict;
}

/* How one session counts. */
typedef enum
{
  COUNTS_UNMARKED,
  COUNTS_ATTENDED,
  COUNTS_ABSENT,
  COUNTS_NEUTRAL,
} Counts;

static Counts
counts_as (FfAttendanceStatus status, const FfAttendanceRecord *record)
{
  switch (status)
    {
    case FF_ATTENDANCE_PRESENT:
    case FF_ATTENDANCE_LATE:
    case FF_ATTENDANCE_LEFT_EARLY:
      return COUNTS_ATTENDED;
    case FF_ATTENDANCE_ABSENT:
      return record->made_up ? COUNTS_ATTENDED : COUNTS_ABSENT;
    case FF_ATTENDANCE_EXCUSED:
      if (!record->leave_counts)
        return COUNTS_NEUTRAL;
      return record->made_up ? COUNTS_ATTENDED : COUNTS_ABSENT;
    case FF_ATTENDANCE_UNMARKED:
    default:
      return COUNTS_UNMARKED;
    }
}

/* The same sums in the unit of the rule's base: sessions or minutes. */
typedef struct
{
  gint64 planned, attended, absent, neutral;
  gint64 held, absent_held;
} Amounts;

static gint64
unit_of (const FfAttendanceRule *rule, const FfPlannedSession *session)
{
  return rule->base == FF_BASE_MINUTES ? MAX (0, session->ends_at - session->starts_at) : 1;
}

static void
add_session (FfAttendanceTally *tally, Amounts *amounts, const FfAttendanceRule *rule, const FfPlannedSession *session,
             const FfAttendanceRecord *record, gboolean held)
{
  FfAttendanceStatus status = ff_attendance_judge (rule, session, record).status;
  Counts counts = counts_as (status, record);
  gint64 minutes = MAX (0, session->ends_at - session->starts_at);
  gint64 unit = unit_of (rule, session);

  tally->planned++;
  tally->planned_minutes += minutes;
  amounts->planned += unit;
  if (held)
    {
      tally->held++;
      amounts->held += unit;
    }
  if (status == FF_ATTENDANCE_EXCUSED)
    tally->excused++;

  switch (counts)
    {
    case COUNTS_ATTENDED:
      tally->attended++;
      tally->attended_minutes += minutes;
      amounts->attended += unit;
      if (status == FF_ATTENDANCE_ABSENT || status == FF_ATTENDANCE_EXCUSED)
        tally->made_up++;
      break;
    case COUNTS_ABSENT:
      tally->absent++;
      tally->absent_minutes += minutes;
      amounts->absent += unit;
      if (held)
        amounts->absent_held += unit;
      break;
    case COUNTS_NEUTRAL:
      tally->neutral++;
      tally->neutral_minutes += minutes;
      amounts->neutral += unit;
      break;
    case COUNTS_UNMARKED:
    default:
      tally->unmarked_planned++;
      if (held)
        tally->unmarked++;
      break;
    }
}

/* Whole numbers, so that 1 of 5 is exactly 20 %. */
static gboolean
exceeds (gint64 part, gint64 whole, int limit)
{
  return part * HUNDRED_PERCENT > limit * whole;
}

static double
percent_of (gint64 part, gint64 whole)
{
  return whole > 0 ? 100.0 * part / whole : 0;
}

static FfQualification
qualify (const FfAttendanceRule *rule, const Amounts *amounts)
{
  /* What is not yet marked may still be attended. */
  gint64 attainable = amounts->planned - amounts->absent - amounts->neutral;

  if (exceeds (amounts->absent, amounts->planned, rule->max_absence))
    return FF_DISQUALIFIED_ABSENCE;
  if (rule->min_attended >= 0 && attainable * HUNDRED_PERCENT < rule->min_attended * amounts->planned)
    return FF_DISQUALIFIED_ATTENDED;
  return FF_QUALIFIED;
}

/* The sessions still to come are taken in order of date: with minutes as base it matters which one is missed. */
static int
count_can_miss (const FfAttendanceRule *rule, const FfPlannedSession *sessions, const FfAttendanceRecord *records, gsize n,
                FfMinute now, const Amounts *amounts)
{
  gint64 absent = amounts->absent;
  int can_miss = 0;

  for (gsize i = 0; i < n; i++)
    {
      FfAttendanceStatus status = ff_attendance_judge (rule, &sessions[i], &records[i]).status;

      if (sessions[i].ends_at <= now || status != FF_ATTENDANCE_UNMARKED)
        continue;
      absent += unit_of (rule, &sessions[i]);
      if (exceeds (absent, amounts->planned, rule->max_absence))
        break;
      can_miss++;
    }
  return can_miss;
}

FfAttendanceTally
ff_attendance_tally (const FfAttendanceRule *rule, const FfPlannedSession *sessions, const FfAttendanceRecord *records, gsize n,
                     FfMinute now)
{
  FfAttendanceTally tally = { 0 };
  Amounts amounts = { 0 };
  gint64 divisor;

  g_return_val_if_fail (rule != NULL, tally);
  g_return_val_if_fail (n == 0 || (sessions != NULL && records != NULL), tally);

  for (gsize i = 0; i < n; i++)
    add_session (&tally, &amounts, rule, &sessions[i], &records[i], sessions[i].ends_at <= now);

  tally.absence_percent = percent_of (amounts.absent, amounts.planned);
  tally.absence_held_percent = percent_of (amounts.absent_held, amounts.held);
  tally.best_percent = 100 - tally.absence_percent;
  tally.qualification = qualify (rule, &amounts);
  tally.can_miss = count_can_miss (rule, sessions, records, n, now, &amounts);

  divisor = amounts.planned - amounts.neutral;
  tally.mark_known = divisor > 0 && tally.unmarked_planned == 0;
  if (tally.mark_known)
    tally.mark = percent_of (amounts.attended, divisor);
  return tally;
}

static const char *const status_keys[] = {
  [FF_ATTENDANCE_PRESENT] = "present",       [FF_ATTENDANCE_LATE] = "late",     [FF_ATTENDANCE_LEFT_EARLY] = "left_early",
  [FF_ATTENDANCE_ABSENT] = "absent",         [FF_ATTENDANCE_EXCUSED] = "excused",
};

const char *
ff_attendance_status_to_key (FfAttendanceStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (status_keys), NULL);

  return status_keys[status];
}

gboolean
ff_attendance_status_from_key (const char *key, FfAttendanceStatus *status)
{
  if (key == NULL || *key == '\0')
    {
      *status = FF_ATTENDANCE_UNMARKED;
      return TRUE;
    }
  for (gsize i = FF_ATTENDANCE_PRESENT; i < G_N_ELEMENTS (status_keys); i++)
    if (strcmp (status_keys[i], key) == 0)
      {
        *status = i;
        return TRUE;
      }
  return FALSE;
}
