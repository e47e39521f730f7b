/* Where everything stands in the two sheets of a score sheet; private to it. Rows and columns count from 0. */
#pragma once

#include "ff-class-figures.h"
#include "ff-phrases.h"
#include "ff-xlsx-guard.h"

G_BEGIN_DECLS

#define FF_SCORES_SHEET "Scores"
#define FF_SCHEME_SHEET "Scheme"
#define FF_SCORE_EXEMPT "EX" /* in place of a mark */

typedef enum
{
  FF_SCORE_EMPLOYEE_NO,
  FF_SCORE_NAME,
  FF_SCORE_DEPARTMENT,
  FF_SCORE_LAYER,
  FF_SCORE_PLANNED,
  FF_SCORE_ABSENT,
  FF_SCORE_ABSENCE,
  /* the leaves and pre-tests stand here */
  FF_SCORE_TOTAL,
  FF_SCORE_PASSED,
  FF_SCORE_RANK,
  FF_SCORE_AWARD,
  FF_SCORE_ATTENDED,
  FF_SCORE_EXCUSED,
  FF_SCORE_PLANNED_MINUTES, /* these four only where absence is counted in minutes */
  FF_SCORE_ABSENT_MINUTES,
  FF_SCORE_ATTENDED_MINUTES,
  FF_SCORE_NEUTRAL_MINUTES,
  FF_SCORE_COUNTED, /* excused sessions that are not neutral */
  FF_SCORE_WAIVED,
  FF_SCORE_ASSESSED, /* the share of the whole that is assessed */
  FF_SCORE_MISSING,  /* how many leaves are missing */
  FF_SCORE_DISQUALIFIED,
  FF_SCORE_RANKED, /* the total of those who are ranked */
  FF_SCORE_N_COLUMNS,
} FfScoreColumn;

/* Two heading rows, the first for groups. */
enum
{
  FF_SCORE_GROUP_ROW,
  FF_SCORE_HEADING_ROW,
  FF_SCORE_FIRST_ROW,
};

/* The upper part of the sheet Scheme: a label and a value in each row. */
typedef enum
{
  FF_SETTING_TITLE,
  FF_SETTING_CLASS,
  FF_SETTING_COURSE,
  FF_SETTING_PASS_MARK,
  FF_SETTING_MAX_ABSENCE,
  FF_SETTING_MIN_ATTENDED,
  FF_SETTING_BASE,
  FF_SETTING_GRACE,
  FF_SETTING_AWARD_PERCENT,
  FF_SETTING_AWARD_ROUNDING,
  FF_SETTING_RANKED,
  FF_SETTING_AWARDS,
  FF_SETTING_AWARD_FROM,
  FF_N_SETTINGS,
} FfScoreSetting;

/* The columns of the table of components below. */
typedef enum
{
  FF_COMPONENT_TITLE,
  FF_COMPONENT_KEY,
  FF_COMPONENT_SOURCE,
  FF_COMPONENT_LEVEL,
  FF_COMPONENT_WEIGHT,
  FF_COMPONENT_MAX,
  FF_COMPONENT_SHARE,
  FF_COMPONENT_N_COLUMNS,
} FfComponentColumn;

typedef struct
{
  const FfClassFigures *figures;
  FfPhrases *phrases;
  FfXlsx *xlsx;
  GArray *leaves;   /* guint: components, in the order of their columns */
  GArray *pretests; /* guint */
  guint columns[FF_SCORE_N_COLUMNS]; /* G_MAXUINT: not in this sheet */
  guint first_leaf;
  guint n_columns;
  guint last_row;        /* of the trainees; the first one when there are none */
  guint component_row;   /* of the first component on the sheet Scheme */
  guint leaf_keys_row;   /* three rows below them: key, share and rate of each leaf's column */
  guint shares_row;
  guint rates_row;
} FfScoreLayout;

/* On the sheet Scheme the leaves' shares and rates start here. */
#define FF_SCORE_FIRST_SHARE 1

void ff_score_layout_init (FfScoreLayout *layout, const FfClassFigures *figures);
void ff_score_layout_clear (FfScoreLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfScoreLayout, ff_score_layout_clear)

/* "AB" */
char *ff_score_layout_letters (guint column) G_GNUC_WARN_UNUSED_RESULT;
/* "Scheme!$F$17": a value of a component. */
char *ff_score_layout_component_cell (const FfScoreLayout *layout, guint component, FfComponentColumn column) G_GNUC_WARN_UNUSED_RESULT;
/* "Scores!$Z$3:$Z$62": a column over all trainees. */
char *ff_score_layout_column_range (const FfScoreLayout *layout, FfScoreColumn column) G_GNUC_WARN_UNUSED_RESULT;

/* The word for yes or no in the document's language, as the formulas compare it. */
const char *ff_score_layout_yes_no (const FfScoreLayout *layout, gboolean yes);

void ff_score_scheme_write (const FfScoreLayout *layout, FfXlsxSheet *sheet);

G_END_DECLS
