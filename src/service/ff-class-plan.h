/* A class made from its course: its sessions out of the timetable or a pattern, with venue and trainers, and its dated checklist. */
#pragma once

#include "ff-clashes.h"
#include "ff-runs.h"
#include "ff-settings.h"
#include "ff-timetable.h"

G_BEGIN_DECLS

/* How sessions are to be made. All zero: none are made; see ff_sessions_draft_init (). */
typedef struct
{
  gboolean wanted;       /* FALSE: none are made */
  gboolean timetable;    /* from the course's timetable; FALSE: from the pattern */
  FfRhythm rhythm;
  FfSessionUnit unit;
  gboolean any_day;      /* days off do not matter */
  /* The pattern. Without sessions and minutes it takes the minutes of the syllabus, or else the course's hours. */
  FfHours hours[FF_SETTINGS_MAX_HOURS]; /* none: the teaching hours of the settings */
  gsize n_hours;
  int teach;             /* minutes before a break; 0: no breaks */
  int pause;
  int sessions;
  int minutes;
  /* Of each session, as in FfSessionDraft. */
  const char *venue;
  const char *trainers;
  const char *mode;
  const char *link;
  gboolean provisional;
} FfSessionsDraft;

/* A session each half of each worked day, from the timetable. */
void ff_sessions_draft_init (FfSessionsDraft *draft);

/* FfMadeSession that a class of a course that begins on @starts_on would have. An error that says what is lacking when there are none. */
GPtrArray *ff_class_plan_sessions (FfDb *db, gint64 course_id, FfDay starts_on, const FfSessionsDraft *draft, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* FfSessionPlan of those, for ff_clashes_of_plans (). @run_id 0: of a class of that course that is not there yet. */
GPtrArray *ff_class_plan_bookings (FfDb *db, gint64 run_id, gint64 course_id, GPtrArray *sessions, const FfSessionsDraft *draft, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The next free code of a course: CX-101-01, CX-101-02 … */
char *ff_class_plan_suggest_code (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes a new class of @run (its code NULL or "": the next free one; its last day NULL: that of its last session). It takes over the
   course's scheme, rule, evaluation and goals, and gets the checklist that each class begins with. */
gboolean ff_class_plan_make (FfDb *db, const FfRunDraft *run, const FfSessionsDraft *sessions, gint64 *run_id, GError **error);
/* Adds sessions to a class that there is; its dates widen to hold them. */
gboolean ff_class_plan_add_sessions (FfDb *db, gint64 run_id, FfDay starts_on, const FfSessionsDraft *draft, GError **error);

G_END_DECLS
