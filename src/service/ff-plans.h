/* Use cases about the annual plan: its editions, its lines, and what became of them. */
#pragma once

#include "ff-plan-store.h"
#include "ff-put.h"
#include "ff-run-store.h"

G_BEGIN_DECLS

typedef enum
{
  FF_PLAN_PLANNED,   /* no class yet */
  FF_PLAN_SCHEDULED, /* a class that has not ended */
  FF_PLAN_HELD,
  FF_PLAN_CANCELLED, /* the line, or its class */
  FF_PLAN_UNPLANNED, /* a class of the year that stands in no line */
  FF_PLAN_N_STATES,
} FfPlanState;

const char *ff_plan_state_title (FfPlanState state); /* translated */

/* How a line differs from the edition before. */
typedef enum
{
  FF_PLAN_SAME,
  FF_PLAN_ADDED,
  FF_PLAN_ADJUSTED,
} FfPlanChange;

/* One row of the page: a line, or a class that nobody planned. */
typedef struct
{
  FfPlanLine *line; /* NULL: unplanned */
  FfRun *run;       /* the unplanned class; NULL for a line */
  FfPlanState state;
  FfPlanChange change;
  int month;
} FfPlanRow;

typedef struct
{
  FfPlan *plan;     /* NULL: this year has no plan yet, and only unplanned rows */
  int year;
  GPtrArray *editions; /* FfPlan of the year, newest first */
  GPtrArray *rows;  /* FfPlanRow by month */
  int n_states[FF_PLAN_N_STATES];
  int dropped;      /* lines of the edition before that this one lacks */
  /* Plan completion (RULES, 8): lines whose class was held ÷ lines due to date, cancelled ones left out; a line is due when its month
     is over. −1: none is due. */
  int due;
  int held;
  double completion_percent;
  gint64 hours;     /* hundredths, of the lines not cancelled */
  int people;
  gint64 budget;    /* hundredths, of the lines not cancelled */
  gint64 spent;     /* hundredths, of their classes */
} FfPlanFigures;

/* @plan_id 0: the newest edition of the year. */
FfPlanFigures *ff_plan_figures_read (FfDb *db, int year, gint64 plan_id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_plan_figures_free (FfPlanFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPlanFigures, ff_plan_figures_free)

/* The rows of a table of the plan: an id is that of a line, or of an unplanned class when it is negative. */
typedef enum
{
  FF_PLAN_SORT_MONTH,
  FF_PLAN_SORT_TITLE,
  FF_PLAN_SORT_DEPARTMENT,
  FF_PLAN_SORT_PEOPLE,
  FF_PLAN_SORT_BUDGET,
  FF_PLAN_SORT_STATE,
} FfPlanSort;

typedef struct
{
  int year;
  gint64 plan_id;     /* 0: the newest edition */
  int state;          /* −1: all, else FfPlanState */
  const char *search; /* in title, course, host, category and class; NULL: all */
  FfPlanSort sort;
  gboolean descending;
} FfPlanRowQuery;

gint64 ff_plan_row_id (const FfPlanRow *row);
void ff_plan_row_free (FfPlanRow *row);
/* NULL without an error when there is none. */
FfPlanRow *ff_plan_row_read (FfDb *db, gint64 id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* gint64 ids. */
GArray *ff_plans_list (FfDb *db, const FfPlanRowQuery *query, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfPlanRow by those ids, in their order; missing ones are NULL. */
GPtrArray *ff_plans_read_rows (FfDb *db, const gint64 *ids, gsize n, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* gint64 years that have a plan or a class, newest first. */
GArray *ff_plans_years (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* FfPlan, newest year and edition first; @year 0: of every year. */
GPtrArray *ff_plans_list_editions (FfDb *db, int year, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The first edition of a year. @copy_from: a year whose newest edition's lines it takes over, without their classes; 0: none.
   FF_ERROR_EXISTS when the year has a plan. */
gboolean ff_plans_make (FfDb *db, int year, int copy_from, gint64 *id, GError **error);
/* An approved edition stays as it is. @by is who decided. */
gboolean ff_plans_approve (FfDb *db, gint64 plan_id, const char *by, FfDay on, GError **error);
/* The next edition, a draft with the same lines; refused while the newest is a draft. @note says why. */
gboolean ff_plans_adjust (FfDb *db, int year, const char *note, gint64 *id, GError **error);
/* A draft only. */
gboolean ff_plans_delete (FfDb *db, gint64 plan_id, GError **error);

typedef struct
{
  const char *month;      /* 1 … 12, 3月; required of a new one */
  const char *category;
  const char *title;      /* default: the course's; one of both is required */
  const char *course;     /* a code */
  const char *department; /* a path; made when unknown */
  const char *audience;
  const char *hours;
  const char *people;
  const char *budget;
  const char *required;
  const char *reason;     /* why it is cancelled; "" it is not */
} FfPlanLineDraft;

/* @id 0 adds to the plan @plan_id. Lines of an approved edition are refused with a sentence that names the way. */
FfPut ff_plans_put_line (FfDb *db, gint64 plan_id, gint64 id, const FfPlanLineDraft *draft, gint64 *new_id, GError **error);
FfPlanLine *ff_plans_read_line (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_plans_delete_line (FfDb *db, gint64 id, GError **error);

/* What became of a line may be said in any edition, approved ones too: links a class (0: none) to the line and to the lines of later
   editions that were copied from it. */
gboolean ff_plans_link_run (FfDb *db, gint64 line_id, gint64 run_id, GError **error);
/* One click: a class of the line's course, on the first worked day of its month (from today on, in the present month), with the
   line's title, host, people, hours and budget; then linked. A line without a course is refused. */
gboolean ff_plans_make_class (FfDb *db, gint64 line_id, gint64 *run_id, GError **error);
/* Adds a line for a class that nobody planned to the newest edition, when that is a draft. */
gboolean ff_plans_adopt_run (FfDb *db, int year, gint64 run_id, GError **error);

/* Adds one sentence to @findings (char *) for each thing that is wrong with the plans. */
gboolean ff_plans_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
