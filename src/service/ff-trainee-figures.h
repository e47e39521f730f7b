/* Everything that is computed about one trainee: the classes with what came of them, the hours and credits of a year, the sessions to
   come. Each class is computed by ff-class-figures.h, so that its own page says the same. */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

typedef struct
{
  FfRun *run;
  FfEnrolment *enrolment;
  gboolean counted;       /* enrolled in a class that takes place: what follows is known */
  FfAttendanceTally tally;
  gboolean disqualified;
  gboolean known;         /* there is a total */
  gboolean provisional;
  double total;
  FfPassed passed;
  int rank;               /* 0: none */
  guint ranked;
  gboolean award;
} FfTraineeClass;

typedef struct
{
  gint64 session_id;
  gint64 run_id;
  char *run_title;
  char *title; /* NULL: the session has none */
  char *venue; /* NULL: none */
  FfMinute starts_at;
  FfMinute ends_at;
} FfTraineeSession;

typedef struct
{
  GPtrArray *classes;  /* FfTraineeClass, the newest first */
  GPtrArray *upcoming; /* FfTraineeSession that have not ended, by time */
  int year;
  gint64 hours;        /* class hours credited in the year, hundredths (RULES, 8) */
  gint64 credits;      /* hundredths */
  gint64 required;     /* class hours that the layer asks of a year, hundredths; -1: none */
  gint64 missing;      /* hundredths */
  int sessions_attended; /* in the year */
} FfTraineeFigures;

/* One read transaction. */
FfTraineeFigures *ff_trainee_figures_read (FfDb *db, gint64 trainee_id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_trainee_figures_free (FfTraineeFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTraineeFigures, ff_trainee_figures_free)

G_END_DECLS
