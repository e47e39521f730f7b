/* Everything that is computed about the four levels of a class, or of a project: the window, the JSON, the workbook and the documents print
   this one struct (RULES, 3 to 6). A figure that is not known, not defined or not to be shown is FF_UNDEFINED (test with isnan ()). */
#pragma once

#include "ff-class-figures.h"
#include "ff-gain.h"
#include "ff-item-analysis.h"
#include "ff-metric.h"
#include "ff-nps.h"
#include "ff-owner.h"
#include "ff-pareto.h"
#include "ff-questionnaire.h"
#include "ff-reaction.h"
#include "ff-roi.h"
#include "ff-series.h"
#include "ff-servqual.h"

G_BEGIN_DECLS

/* Of each level ----------------------------------------------------------------------------------------------------------------- */

typedef enum
{
  FF_LEVEL_NONE,       /* nothing is asked of this level */
  FF_LEVEL_NOT_DUE,    /* its day is still to come; figures are those so far */
  FF_LEVEL_PENDING,    /* due, but something is missing: FfLevel.missing */
  FF_LEVEL_SUPPRESSED, /* too few have answered an anonymous questionnaire */
  FF_LEVEL_NO_TARGET,  /* due and known, but nothing says what it should be */
  FF_LEVEL_MISSED,
  FF_LEVEL_MET,
} FfLevelState;

/* What a pending level waits for. */
typedef enum
{
  FF_MISSING_NOTHING,
  FF_MISSING_PEOPLE,    /* nobody is enrolled, or everybody is taken out of the level */
  FF_MISSING_RESPONSES, /* level 1: nobody has answered */
  FF_MISSING_MARKS,     /* level 2: n_missing learning marks */
  FF_MISSING_PLANS,     /* level 3: nobody has a micro plan */
  FF_MISSING_VALUES,    /* level 4: n_missing metrics have no value in their window */
  FF_MISSING_BASELINES, /* level 4: n_missing metrics have a target that rests on a baseline they lack */
} FfLevelMissing;

typedef struct
{
  int level; /* 1 … 4 */
  FfLevelState state;
  gboolean asked;
  gboolean suppressed;
  FfDay due_on;     /* FF_NO_DAY: the class has no end yet */
  gboolean due;     /* that day has come */
  FfMet met;        /* unknown before it is due, and without a figure or a target; a pending level may still say it of what is known */
  double value;     /* the headline: mean · percent who passed · percent who applied · percent of metrics that met their target */
  double target;    /* of the same */
  guint people;     /* on whom it rests: valid forms · known marks · enrolled · metrics with an actual value */
  FfLevelMissing missing;
  guint n_missing;
  GPtrArray *exclusions; /* FfExclusion (ff-exclusion-store.h) of this level */
} FfLevel;

/* Questionnaires ---------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const FfQuestion *question; /* of the figures' questionnaire */
  guint n;         /* valid forms that answer it; of a pair both parts */
  double mean;     /* rating, 0 … 10 of an NPS; of a pair its gap */
  double percent;  /* of a yes or no: how many say yes */
  int first;       /* what counts[0] stands for: the lowest rating, 0 of an NPS and of a yes or no, 1 of a choice */
  guint *counts;   /* how often each rating, or option, was given; of a pair its perception */
  guint n_counts;
  FfNps nps;       /* of that kind alone */
  double expectation, perception; /* means of a pair, over the forms that answer both parts */
  FfServiceVerdict verdict;       /* of a pair */
  double weakness; /* weight · shortfall from the target of its dimension */
  GPtrArray *texts; /* char *: what was written, in an order that says nothing */

  /*< private >*/
  guint place;      /* among the questions of the questionnaire */
} FfQuestionFigures;

typedef struct
{
  const FfDimension *dimension;
  GPtrArray *questions; /* FfQuestionFigures, one per question in order */
  guint n;         /* the most forms that answer one of its ratings or pairs; 0: it has none */
  double mean;     /* of its ratings' means; undefined where it has no rating */
  double target;   /* its own, else that of the questionnaire */
  FfMet met;
  double weight;   /* its share of the whole, 0 … 1, over the dimensions that have a mean */
  char *who;       /* the trainer, or the venue, that it is about; NULL: neither, or several */
  double expectation, perception, gap; /* means of its pairs */
  FfServiceVerdict verdict;
  double weakness; /* weight · shortfall from the target: what a Pareto chart sorts by */
} FfDimensionFigures;

/* The forms of one answer to a question of choice. */
typedef struct
{
  const char *title; /* the option as it is written */
  guint n;           /* forms */
  double mean;       /* overall */
  double *dimensions; /* a mean per dimension of the questionnaire */

  /*< private >*/
  FfRatings *ratings; /* one per question */
} FfBreakdownPart;

typedef struct
{
  const FfQuestion *question; /* a choice of one */
  gboolean suppressed;        /* a part, or those who did not choose, are too few: the parts hold neither count nor figure */
  GPtrArray *parts;           /* FfBreakdownPart, one per option */
  guint remainder;            /* forms that chose nothing */
} FfBreakdown;

/* One questionnaire over one group of forms. */
typedef struct
{
  const FfQuestionnaire *questionnaire;
  int wave;          /* 0: forms of all waves */
  const char *rater; /* "self", "supervisor", "peer"; NULL: all forms, or those that name none */
  int invited;       /* -1: not known */
  guint returned;
  guint invalid;
  guint valid;
  guint straight;    /* valid forms with the same answer throughout; suppressed: 0 */
  double response_percent; /* returned ÷ invited */
  double valid_percent;    /* valid ÷ returned */
  gboolean suppressed;     /* anonymous, and too few valid forms: nothing below is known */
  double mean;             /* overall */
  double target;
  FfMet met;
  GPtrArray *dimensions;   /* FfDimensionFigures, one per dimension in order, also where nothing is known */
  const FfQuestionFigures *nps; /* the first question of that kind; NULL: none, or suppressed */
  GPtrArray *breakdowns;   /* FfBreakdown, one per question of choice that takes one answer */
  guint n_texts;           /* comments in all questions */
  /* Of the kinds FF_QUESTIONNAIRE_SERVQUAL and FF_QUESTIONNAIRE_CSI. */
  double gap;              /* the plain mean of the dimensions' gaps */
  double weighted_gap;     /* Σ gap · weight ÷ 100; undefined unless the weights add up to 100 */
  FfServiceVerdict verdict;
  double index;            /* 0 … 1000 */

  /*< private >*/
  GHashTable *places; /* question id → FfQuestionFigures */
  guint n_questions;
  guint n_ratings;    /* that a form asks for; a pair asks for two */
} FfQuestionnaireFigures;

/* A questionnaire that several kinds of raters answer, side by side and never averaged together. */
typedef struct
{
  const FfQuestionnaire *questionnaire;
  GPtrArray *groups; /* FfQuestionnaireFigures: by wave, then self, supervisor, peer, then without a rater; groups without forms are left out */
} FfObservation;

/* Level 1 ------------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GPtrArray *questionnaires; /* FfQuestionnaireFigures; the first decides the level */
  guint interviews_wanted;   /* the share of the enrolled that is to be drawn */
  guint interviews_held;
  GPtrArray *interviews;     /* FfInterview (ff-interview-store.h), as they were drawn */
} FfReactionLevel;

/* Level 2 ------------------------------------------------------------------------------------------------------------------------ */

#define FF_MARK_BANDS 10

/* Before and after, of one pre-test. */
typedef struct
{
  int pre, post;          /* components of the scheme */
  FfGain gain;
  GPtrArray *trainees;    /* const FfClassTrainee, the pairs */
  double *before, *after; /* percent, one per pair */
} FfGainFigures;

/* How often a choice was taken: by all, by the upper and the lower group. */
typedef struct
{
  char letter;
  gboolean right;
  guint n;
  double upper, lower; /* the tied people at a cut share their places, so these need not be whole */
} FfDistractor;

typedef struct
{
  int component;
  guint papers;             /* of the first attempt that are entered as a whole */
  FfItemAnalysis *analysis; /* items in the order of the component's; points as fractions of the item's maximum are its difficulty */
  GPtrArray *distractors;   /* GArray of FfDistractor per item; of a short one it is empty */
} FfTestFigures;

typedef struct
{
  int component;     /* of the scheme: what is marked level 2; -1: none */
  double *marks;     /* one per trainee of the class, undefined where not known or taken out of the level */
  guint assessed;
  guint expected;    /* enrolled and not taken out */
  guint passed;
  double mean, sd;
  double pass_mark;
  double pass_percent;
  double target_percent;
  guint bands[FF_MARK_BANDS]; /* known marks from 0, 10 … 90 on; 100 is in the last */
  GPtrArray *gains;  /* FfGainFigures, one per pre-test of the scheme */
  GPtrArray *tests;  /* FfTestFigures, one per test with a paper and at least one complete one */
} FfLearningLevel;

/* Level 3 ------------------------------------------------------------------------------------------------------------------------ */

/* The people of a class who have come at least so far with commitments of a kind. */
typedef struct
{
  FfCommitmentKind kind;  /* never FF_COMMITMENT_ANY: those are among the cards and the micro plans */
  guint commitments;
  guint people;           /* with at least one */
  guint submitted, applied, verified;
  guint overdue;          /* commitments still planned whose day is over */
} FfFunnel;
#define FF_N_FUNNELS 4

/* One look at behaviour: what was reached until the next one was due. */
typedef struct
{
  int number;        /* from 1 on */
  int days;          /* after the end of the class */
  char *title;       /* NULL: people read the days */
  FfDay due_on;
  gboolean due;
  guint submitted, applied, verified; /* people with a micro plan that came at least so far */
  double submitted_percent, applied_percent, verified_percent;
  FfMet submitted_met, applied_met, met; /* unknown before it is due */
} FfWaveFigures;

typedef struct
{
  guint people;      /* with a seven-day plan */
  guint started;     /* of them, with at least one number */
  guint days_logged; /* of all days that all of them could log: 7 · people */
  guint days_reached;
  gint64 cases;
  double mean_per_day[FF_LOG_DAYS]; /* cases, over those who logged something that day */
} FfLogFigures;

typedef struct
{
  guint expected;          /* enrolled and not taken out */
  double submitted_target, applied_target; /* percent */
  GPtrArray *waves;        /* FfWaveFigures; the first decides the level */
  FfFunnel funnels[FF_N_FUNNELS]; /* card, seven-day plan, micro plan, project */
  FfLogFigures log;
  GPtrArray *observations; /* FfObservation: questionnaires of level 3 and those of the kind */
} FfBehaviourLevel;

/* Level 4 ------------------------------------------------------------------------------------------------------------------------ */

typedef enum
{
  FF_METRIC_CHART_RUN,
  FF_METRIC_CHART_INDIVIDUALS,
  FF_METRIC_CHART_PROPORTION, /* values are percent of their size */
} FfMetricChart;

typedef struct
{
  gint64 id;
  FfDay day;
  double value;
  double size;        /* of a proportion; undefined elsewhere */
  char *cause;        /* why it is unusual; NULL: nobody said */
  gboolean in_window; /* between the end of the class and the due day */
  gboolean in_shift;  /* of a run that is too long for chance */
  gboolean outside;   /* of the limits of a control chart; never on a run chart */
  FfLimits limits;    /* at this value */
} FfSeriesPoint;

typedef struct
{
  gint64 id;
  char *key;
  char *title; /* never NULL: the key where it has none */
  char *unit, *formula, *owner; /* NULL: not said */
  FfDirection direction;
  double baseline;
  gboolean has_target;
  FfTargetKind target_kind;
  double target_asked; /* as it was put: 15 of "+15 %" */
  double target;       /* the value to be reached */
  FfActualKind actual_by;
  guint last_n;
  FfDay from, due_on;  /* the window, both days in it */
  gboolean so_far;     /* the window is still open */
  double actual;
  double change_percent;
  FfMet met;           /* unknown while the window is open */
  FfMet met_so_far;    /* of the actual value as it is */
  FfMetricChart chart;
  GPtrArray *series;   /* FfSeriesPoint by day */
  FfRunChart run_chart; /* of the whole series */
  FfLimits limits;     /* mean ± 3 sigma of the whole series; of a proportion the centre alone */
  guint n_unusual;     /* points outside the limits of a control chart */
  guint n_unexplained; /* of them, those without a cause */
  GPtrArray *comparison;    /* FfSeriesPoint of the group that was not trained; empty: there is none */
  double comparison_before; /* mean of its values before the window; undefined without any */
  double comparison_actual; /* as the actual value, of its own values in the window */
} FfMetricFigures;

typedef struct
{
  gboolean asked;    /* somebody entered something about it */
  FfRoiInput input;  /* money in whole units of the currency; the cost is that of the budget where none is entered */
  gboolean cost_of_budget;
  char *isolation_by; /* how the share is known; NULL: not said */
  char *note;
  FfRoi roi;
} FfRoiFigures;

typedef struct
{
  int days;             /* how long the window is */
  GPtrArray *metrics;   /* FfMetricFigures in order */
  guint n_met, n_known; /* of those with a target: how many met it, of how many it is known (so far) */
  FfRoiFigures roi;
  char *currency;       /* NULL: not set */
} FfResultsLevel;

/* The whole ---------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfOwner owner;         /* a class or a project */
  FfMinute now;
  gint64 journal_number; /* of the state that was read */
  FfClassFigures *class_figures; /* NULL of a project */
  FfDay ends_on;         /* of the class; of a project the last end of its classes that are not cancelled, FF_NO_DAY: it has none */
  FfLevel levels[4];     /* level n at n − 1; of a project the first three are FF_LEVEL_NONE: its classes have them */
  FfReactionLevel reaction;
  FfLearningLevel learning;
  FfBehaviourLevel behaviour;
  FfResultsLevel results;
  GPtrArray *others;     /* FfQuestionnaireFigures of no level, or of another than it is shown under: needs, SERVQUAL, CSI … */

  /*< private >*/
  GPtrArray *questionnaires; /* FfQuestionnaire */
} FfEvaluationFigures;

/* One read transaction and a fixed number of statements. FF_ERROR_NOT_FOUND for an unknown class or project. */
FfEvaluationFigures *ff_evaluation_figures_read (FfDb *db, gint64 run_id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfEvaluationFigures *ff_evaluation_figures_read_project (FfDb *db, gint64 project_id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_evaluation_figures_free (FfEvaluationFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfEvaluationFigures, ff_evaluation_figures_free)

/* @level: 1 … 4. */
const FfLevel *ff_evaluation_figures_get_level (const FfEvaluationFigures *figures, int level);
/* The first level-1 questionnaire; NULL: there is none. */
const FfQuestionnaireFigures *ff_evaluation_figures_get_reaction (const FfEvaluationFigures *figures);
/* Those that have no level's card: of a class all but the first level-1 one, of a project all. const FfQuestionnaireFigures. */
GPtrArray *ff_evaluation_figures_list_others (const FfEvaluationFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
/* One of them; NULL: there is none of that id. */
const FfQuestionnaireFigures *ff_evaluation_figures_find_other (const FfEvaluationFigures *figures, gint64 questionnaire_id);
/* The dimensions whose weakness is known, from the weakest on; @bars has room for all. Returns how many. */
guint ff_questionnaire_figures_rank_weaknesses (const FfQuestionnaireFigures *figures, FfParetoBar *bars);
/* "met", "missed", "not_due", "pending", "no_target", "suppressed", "none". */
const char *ff_level_state_to_key (FfLevelState state);

G_END_DECLS
