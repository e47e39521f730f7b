/* Everything that is computed about a class: the window, the JSON and the workbook print this one struct. */
#pragma once

#include "ff-attendance-store.h"
#include "ff-leave-kinds.h"
#include "ff-assignment-store.h"
#include "ff-commitment-store.h"
#include "ff-hand-in.h"
#include "ff-marks.h"
#include "ff-rater-store.h"
#include "ff-rule-store.h"
#include "ff-runs.h"
#include "ff-settlement-store.h"
#include "ff-team-store.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean planned; /* the session is meant for this trainee and not cancelled */
  FfAttendanceRecord record;
  FfAttendanceVerdict verdict;
  gint64 version; /* of the stored row; 0: none */
} FfAttendanceCell;

/* A mark as it is stored. */
typedef struct
{
  gint64 id;
  gint64 version;
  int component;
  int criterion; /* -1: the leaf */
  int attempt;
  gint64 score;
  const char *rater; /* "": nobody named; the figures own both texts */
  const char *comment; /* NULL: none */
  const char *reason;  /* why it overrides the leaf's own source; NULL: none is named */
  gint64 from_team_id; /* whose mark it follows; 0: somebody's own */
} FfStoredMark;

/* What a team was given as a whole. */
typedef struct
{
  gint64 team_id;
  int component;
  int criterion; /* -1: the leaf */
  int attempt;
  gint64 score;
  const char *rater; /* "": nobody named; the figures own it */
} FfTeamMark;

/* What somebody answered to an item of a test. */
typedef struct
{
  int component;
  int item; /* index into the component's items */
  int attempt;
  const char *letters; /* NULL: not entered; the figures own it, or it is interned */
  gint64 score;        /* hundredths; -1: not entered */
} FfStoredAnswer;

/* What a trainee comes to. */
typedef struct
{
  gboolean known; /* the total */
  double total;
  FfPassed passed;
  int rank; /* 0: none */
  gboolean award;
} FfOutcome;

/* Where a trainee stands with one assignment: the newest edition of his own or, when it is handed in by team, of his team. */
typedef struct
{
  gboolean expected; /* FALSE: by team, and he is in none */
  const FfSubmission *last; /* NULL: nothing was handed in; the figures own it */
  guint editions;
} FfClassHandIn;

typedef struct
{
  gint64 enrolment_id;
  gint64 trainee_id;
  char *employee_no;
  char *name;
  char *search_key;  /* name, pinyin and number: ff_name_fold () makes what is looked for in it */
  char *department;
  char *layer;       /* key, NULL: none */
  char *layer_title;
  char *team;
  gint64 team_id; /* 0: none */
  gboolean leader;
  FfAttendanceCell *cells; /* one per session of the class, in their order */
  FfAttendanceTally tally;
  gboolean waived;       /* a disqualification that somebody waived */
  char *waived_reason;
  char *waived_by;
  gboolean disqualified; /* after the waiver */
  GArray *marks;         /* FfStoredMark */
  GArray *answers;       /* FfStoredAnswer */
  gboolean *exempt;      /* one per component */
  const char **exempt_reasons; /* one per component; the figures own the texts */
  gboolean *committed;   /* one per component: a commitment of its kind was handed in; of other sources FALSE */
  FfDay *committed_by;   /* one per component: when that is due; FF_NO_DAY: no term */
  FfClassHandIn *hand_ins; /* one per assignment of the class */
  const FfCommitment *log; /* his newest seven-day plan; NULL: none */
  FfResult result;
  FfPassed passed;
  FfGradeBand band;
  int rank; /* 0: none */
  gboolean award;
  const FfSettledResult *settled; /* of a settled class: what result.total, passed, rank and award say; NULL: nothing was fixed */
  FfOutcome computed;             /* what they would be without it */
  gboolean differs;               /* of a settled class: that is something else */
} FfClassTrainee;

typedef struct
{
  FfRun *run;
  FfMinute now;
  gint64 journal_number; /* of the state that was read */
  FfAttendanceRule rule;
  FfRuleEdition edition;  /* of the rule as it is stored */
  GPtrArray *leave_kinds; /* FfLeaveKind, in order */
  GPtrArray *make_ups;    /* FfMakeUp: the sessions in which absences of this class were made up */
  FfScheme *scheme;
  GPtrArray *sessions; /* FfSession, cancelled ones too, in order of date */
  int planned_sessions; /* not cancelled */
  int held_sessions;
  GPtrArray *trainees; /* FfClassTrainee: enrolled ones, by employee number */
  GPtrArray *teams;    /* FfTeam, in their order */
  GArray *team_marks;  /* FfTeamMark */
  GPtrArray *raters;   /* FfRater: those who are listed, without the number of their marks */
  GPtrArray *assignments; /* FfAssignment, in order */
  GPtrArray *commitments; /* FfCommitment of these trainees, by employee number */
  guint ranked;        /* n of the award */
  guint award_count;   /* k */
  gboolean settled;
  FfSettlement *settlement; /* when and by whom; NULL: not settled */
  guint n_differing;        /* trainees whose settled result is not what would be computed now, as after a change of the rule */

  /*< private >*/
  FfAttendanceCell *all_cells;
  gboolean *all_exempt;
  const char **all_exempt_reasons;
  GHashTable *settled_results; /* enrolment id → FfSettledResult */
  gboolean *all_committed;
  FfDay *all_committed_by;
  FfClassHandIn *all_hand_ins;
  GPtrArray *submissions; /* FfSubmission */
  GStringChunk *texts;
} FfClassFigures;

/* One read transaction and a fixed number of statements. FF_ERROR_NOT_FOUND for an unknown class. */
FfClassFigures *ff_class_figures_read (FfDb *db, gint64 run_id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Computes everything again from what was recorded, after a caller changed records, marks, exemptions or waivers in memory (a preview). */
void ff_class_figures_update (FfClassFigures *figures);
/* A copy of @text that lives as long as the figures, for marks that a preview adds. */
const char *ff_class_figures_keep (FfClassFigures *figures, const char *text);
/* What a rater weighs; "" is nobody named. */
gint64 ff_class_figures_rater_weight (const FfClassFigures *figures, const char *rater);
void ff_class_figures_free (FfClassFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfClassFigures, ff_class_figures_free)

/* NULL: the team has none there. */
const FfTeamMark *ff_class_figures_find_team_mark (const FfClassFigures *figures, gint64 team_id, int component, int criterion,
                                                   const char *rater, int attempt);
/* NULL for a team of another class. */
const char *ff_class_figures_team_name (const FfClassFigures *figures, gint64 team_id);

/* Changes what was handed in, in memory (a preview), as ff_submissions_enter () would; what that refuses changes nothing. */
void ff_class_figures_enter_hand_in (FfClassFigures *figures, const FfClassTrainee *trainee, guint assignment, const FfHandInEntry *entry);

/* The mean mark of a leaf over the trainees who are assessed in it, in its own maximum; FALSE if there are none. */
gboolean ff_class_figures_leaf_mean (const FfClassFigures *figures, guint component, double *mean);

/* Answers in tests. NULL: that item is not entered. */
const FfStoredAnswer *ff_class_trainee_find_answer (const FfClassTrainee *trainee, int component, int item, int attempt);
/* The highest attempt of which anything is entered; 0: none. */
int ff_class_trainee_last_attempt (const FfClassTrainee *trainee, int component);
void ff_class_trainee_sum_paper (const FfClassFigures *figures, const FfClassTrainee *trainee, int component, int attempt, FfTestSum *sum);

G_END_DECLS
