/* The attendance of one trainee over the sessions planned for that trainee (RULES, 1). */
#pragma once

#include "ff-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_ATTENDANCE_UNMARKED,
  FF_ATTENDANCE_PRESENT,
  FF_ATTENDANCE_LATE,
  FF_ATTENDANCE_LEFT_EARLY,
  FF_ATTENDANCE_ABSENT,
  FF_ATTENDANCE_EXCUSED,
} FfAttendanceStatus;

typedef enum
{
  FF_BASE_SESSIONS,
  FF_BASE_MINUTES,
} FfAbsenceBase;

typedef struct
{
  int grace_minutes;  /* default 15 */
  int max_absence;    /* hundredths of a percent, default 2000 */
  FfAbsenceBase base;
  int min_attended;   /* hundredths of a percent, -1: off */
} FfAttendanceRule;

#define FF_ATTENDANCE_RULE_DEFAULT ((FfAttendanceRule) { 15, 2000, FF_BASE_SESSIONS, -1 })

/* A session, not cancelled, that is meant for the trainee. */
typedef struct
{
  FfMinute starts_at;
  FfMinute ends_at;
} FfPlannedSession;

/* What was recorded; all zero but the two times FF_NO_TIME: nothing. */
typedef struct
{
  FfAttendanceStatus set; /* by hand; UNMARKED: the times decide */
  FfMinute arrived_at;
  FfMinute left_at;
  gboolean leave_counts;  /* an excused session of a kind that counts as absent */
  gboolean made_up;       /* an absent session made up in another one: attended */
  const char *leave_kind; /* key of an excused session's kind, interned (g_intern_string ()), so that records are plain values; NULL: not said */
  gint64 made_up_in;      /* the session that made it up; 0: not said */
} FfAttendanceRecord;

#define FF_ATTENDANCE_RECORD_NONE                                                                                             \
  ((FfAttendanceRecord) { .set = FF_ATTENDANCE_UNMARKED, .arrived_at = FF_NO_TIME, .left_at = FF_NO_TIME })

typedef struct
{
  FfAttendanceStatus status;
  int late;         /* minutes after the start, 0 if none or unknown */
  int early;        /* minutes before the end */
  gboolean by_rule; /* absent although somebody came, since it was later or earlier than the grace allows */
} FfAttendanceVerdict;

typedef enum
{
  FF_QUALIFIED,
  FF_DISQUALIFIED_ABSENCE,  /* absence above max_absence */
  FF_DISQUALIFIED_ATTENDED, /* the attended share can no longer reach min_attended */
} FfQualification;

typedef struct
{
  /* Every planned session is one of attended, absent, neutral or unmarked_planned. Made up ones are among the attended; excused
     ones are neutral, or, where their kind counts, absent. */
  int planned, held, attended, absent, excused, neutral, made_up;
  int unmarked;         /* of the held ones */
  int unmarked_planned; /* of all */
  gint64 planned_minutes, attended_minutes, absent_minutes, neutral_minutes;
  double absence_percent;      /* over all planned; 0 when none is planned */
  double absence_held_percent; /* over the held ones so far */
  double best_percent;         /* the best attendance still possible, 100 − absence_percent */
  FfQualification qualification;
  int can_miss; /* of the sessions not held and not yet marked, in order of date */
  gboolean mark_known; /* whether a leaf of source `attendance` is assessed */
  double mark;         /* its percentage */
} FfAttendanceTally;

gboolean ff_attendance_rule_equal (const FfAttendanceRule *a, const FfAttendanceRule *b);
gboolean ff_attendance_record_equal (const FfAttendanceRecord *a, const FfAttendanceRecord *b);
/* Gives up what goes with another status: a leave's kind with anything but excused, a made-up session with anybody who was there. */
void ff_attendance_record_tidy (FfAttendanceRecord *record);

FfAttendanceVerdict ff_attendance_judge (const FfAttendanceRule *rule, const FfPlannedSession *session,
                                         const FfAttendanceRecord *record);

/* @sessions in order of date, @records in parallel. A session is held when its end is at or before @now. */
FfAttendanceTally ff_attendance_tally (const FfAttendanceRule *rule, const FfPlannedSession *sessions,
                                       const FfAttendanceRecord *records, gsize n, FfMinute now);

/* "present", "late", … as in files and database; NULL for unmarked. */
const char *ff_attendance_status_to_key (FfAttendanceStatus status);
/* NULL and "" are unmarked. */
gboolean ff_attendance_status_from_key (const char *key, FfAttendanceStatus *status);

G_END_DECLS
