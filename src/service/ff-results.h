/* The four levels across classes: what each came to, how many met their targets, quarter by quarter, and what is due. */
#pragma once

#include "ff-evaluation-figures.h"

G_BEGIN_DECLS

/* Shares of fewer people than this are not shown across classes: they would tell of single ones. */
#define FF_RESULTS_MINIMUM 5

/* Chooses classes; their figures are those of the whole class. 0 is any. */
typedef struct
{
  int year; /* in which it ends */
  gint64 course_id;
  gint64 department_id; /* somebody of that department, or of one below it, takes part */
  gint64 layer_id;      /* somebody of that layer does */
  gint64 trainer_id;    /* who teaches in it */
  gint64 project_id;
} FfResultsFilter;

/* One level of one class; FfLevel says more of each member. */
typedef struct
{
  FfLevelState state; /* FF_LEVEL_SUPPRESSED too where it rests on too few people */
  FfDay due_on;
  FfMet met;
  double value;       /* mean · percent who passed · percent who applied · percent of metrics that met their target */
  double target;
  double change_percent; /* level 4: of the first metric that has one */
  guint people;
  FfLevelMissing missing;
  guint n_missing;
} FfResultsCell;

typedef struct _FfResultsRow FfResultsRow;
struct _FfResultsRow
{
  gint64 run_id;
  char *code;
  char *title;
  gint64 course_id;
  char *course_title;
  gint64 project_id;
  FfDay ends_on;
  guint people; /* enrolled */
  FfResultsCell levels[4];
  const FfResultsRow *previous; /* the last class of the same course that ended before, also one that the filter leaves out; NULL: none */
};

/* A project that has metrics of its own: its level 4 is the project's once, and no class's. */
typedef struct
{
  gint64 project_id;
  char *code;
  char *title;
  FfDay ends_on; /* of its last class; FF_NO_DAY: it has none */
  FfResultsCell results;
} FfResultsProject;

/* How many classes met a target, of those of which it is known. */
typedef struct
{
  guint met;
  guint known;
  guint pending; /* due, but something is missing */
  guint not_due;
  double percent; /* undefined where nothing is known */
} FfResultsShare;

typedef struct
{
  int year, quarter; /* 1 … 4 */
  FfResultsShare levels[4];
} FfResultsQuarter;

typedef struct
{
  const FfResultsRow *row;
  int level;
  FfDay due_on;
  gboolean overdue; /* due, and something is missing */
} FfResultsDue;

typedef struct
{
  FfResultsFilter filter;
  FfDay today;
  GPtrArray *rows;      /* const FfResultsRow, the last to end first */
  GPtrArray *projects;  /* FfResultsProject of the rows, the last to end first */
  guint people;         /* seats in them */
  FfResultsShare levels[4];
  GArray *quarters;     /* FfResultsQuarter of the filter without its year: the eight up to the last quarter of that year, or up to the present
                           one; each without a gap */
  GArray *due;          /* FfResultsDue: what is overdue, then what comes, by day */
  GArray *years;        /* int: years in which any class ends, the newest first */

  /*< private >*/
  GPtrArray *all;       /* FfResultsRow */
} FfResults;

/* Keeps in memory what a class came to, until the journal names one of its rows; without names' answers are summed anew. One thread at a
   time. */
typedef struct _FfResultsCache FfResultsCache;
FfResultsCache *ff_results_cache_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_results_cache_free (FfResultsCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfResultsCache, ff_results_cache_free)

/* Of all classes that are not cancelled. One read transaction; answers are summed by two statements for all classes together. @cache may be
   NULL, and belongs to one database. */
FfResults *ff_results_read (FfDb *db, FfResultsCache *cache, const FfResultsFilter *filter, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_results_free (FfResults *results);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfResults, ff_results_free)

G_END_DECLS
