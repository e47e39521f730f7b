/* Marks in words: what cells show, and why a total is what it is. No widgets. */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

/* Points and percentages without needless zeros: 78, 82.5, 12.6. */
char *ff_scores_text_number (double value, int places) G_GNUC_WARN_UNUSED_RESULT;
/* Always two decimals, as totals are written. */
char *ff_scores_text_total (double total) G_GNUC_WARN_UNUSED_RESULT;

/* Which rows a mark in a cell consists of: the newest attempt, and the raters who gave marks in it. */
typedef struct
{
  int attempt; /* 1 when there are none */
  guint raters;
  const char *rater; /* of the one there is; "" */
  gint64 score;
} FfScoreSource;

/* @criterion −1: the leaf itself. */
FfScoreSource ff_scores_text_find_source (const FfClassTrainee *trainee, int component, int criterion);
/* The raters' names, or "2 raters" when somebody is not named. */
char *ff_scores_text_list_raters (const FfClassTrainee *trainee, int component, int criterion) G_GNUC_WARN_UNUSED_RESULT;
const char *ff_scores_text_get_comment (const FfClassTrainee *trainee, int component);
/* All comments on marks of a leaf (@criterion −1: and of its criteria) or of one criterion, each on a line behind its rater's name; NULL:
   none. */
char *ff_scores_text_list_comments (const FfClassTrainee *trainee, int component, int criterion) G_GNUC_WARN_UNUSED_RESULT;
/* Why a mark of the leaf stands in place of a computed one; NULL: nobody says. */
const char *ff_scores_text_get_reason (const FfClassTrainee *trainee, int component);

/* What each component adds to the total, in hundredths, one per component: rounded so that they add up to it exactly (the largest
   remainders are rounded up). */
gint64 *ff_scores_text_contributions (const FfScheme *scheme, const FfResult *result) G_GNUC_WARN_UNUSED_RESULT;
/* The group at the root that a leaf belongs to; the leaf itself when it stands there alone. */
int ff_scores_text_find_root (const FfScheme *scheme, int component);

/* Why somebody who is disqualified is: "absence 33.3 %, limit 20 %: no assessment". */
char *ff_scores_text_disqualified (const FfClassFigures *figures, const FfClassTrainee *trainee) G_GNUC_WARN_UNUSED_RESULT;
/* Sentences below the sum, as markup, in the order of the scheme: what is missing, exempt, marked by several or tried again, what the
   program computed, the comments, and the award; never NULL. */
GPtrArray *ff_scores_text_notes (const FfClassFigures *figures, const FfClassTrainee *trainee) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
