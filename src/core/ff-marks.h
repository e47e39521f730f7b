/* From the marks of one trainee to a total that can be explained, and from totals to ranks and awards (RULES, 2). */
#pragma once

#include "ff-attendance.h"
#include "ff-scheme.h"

G_BEGIN_DECLS

/* One mark as it was given. */
typedef struct
{
  int component;     /* index into the scheme */
  int criterion;     /* index into its criteria, -1: a mark on the leaf itself */
  const char *rater; /* "" or NULL: nobody named; marks of one rater belong together */
  int attempt;       /* from 1 */
  gint64 score;      /* hundredths of a point, in the leaf's or criterion's own maximum */
  gint64 weight;     /* of the rater, hundredths; only the proportion counts. 0: FF_RATER_WEIGHT */
  gint64 possible;   /* of a test paper, whose marks in place of the leaf's own source they are: what its items give; 0: a mark by hand */
} FfMark;

/* What a rater weighs of whom nothing else is said. */
#define FF_RATER_WEIGHT 100

typedef struct
{
  gboolean assessed;
  gboolean exempt;
  gboolean overridden; /* a mark by hand on a leaf that has a source of its own */
  int raters;
  int attempt;         /* the one that counts, from 1 */
  double points;       /* in the leaf's own maximum; what the score sheet shows */
  double percent;      /* 0…100, exact */
  double spread;       /* highest − lowest rater, in points, dropped ones too */
} FfLeafResult;

typedef struct
{
  FfLeafResult *leaves; /* one per component of the scheme; groups stay zero */
  guint n_leaves;
  gboolean known;       /* at least one leaf with a share is assessed */
  gboolean provisional; /* a leaf with a share is missing */
  double total;         /* 2 decimals; only if known */
  double assessed_share; /* Σ wᵢ over the assessed leaves, 0…1 */
} FfResult;

/* What one rater gave on a whole leaf. */
typedef struct
{
  const char *rater; /* "": nobody named; the text of the mark */
  gint64 weight;
  gint64 score; /* hundredths of a point, in the leaf's own maximum */
} FfRaterScore;

/* FfRaterScore of one attempt, as they count: the raters who have given each criterion its points, or where somebody marked the leaf
   itself, those who did. In the order of @marks. */
GArray *ff_marks_list_raters (const FfScheme *scheme, guint component, int attempt, const FfMark *marks,
                              gsize n_marks) G_GNUC_WARN_UNUSED_RESULT;

void ff_result_clear (FfResult *result);

/* Fills @result, which need not be initialised; ff_result_clear () it. A rater counts on a rubric once each criterion has points; a
   mark on the rubric itself overrides the criteria of its attempt. @exempt: bool per component or NULL. @attendance and @commitments feed the leaves of those sources; @commitments is the
   state of each component (TRUE: handed in) or NULL. A leaf that is exempt for this trainee leaves the sum. All leaves exempt:
   not known, provisional. */
void ff_result_compute (FfResult *result, const FfScheme *scheme, const FfMark *marks, gsize n_marks,
                        const gboolean *exempt, const FfAttendanceTally *attendance, const gboolean *commitments);

/* The part of the total that a leaf contributes: share·percent ÷ assessed share; 0 when it is not assessed. */
double ff_result_contribution (const FfResult *result, const FfScheme *scheme, guint component);

/* The mark of a group (e.g. the one with level 2): Σ wᵢ·pᵢ ÷ Σ wᵢ over its leaves that are not exempt. FALSE unless all are assessed. */
gboolean ff_result_group_mark (const FfResult *result, const FfScheme *scheme, guint component, double *mark);

/* Refuses a mark below 0 or above its maximum with a sentence that names both. */
gboolean ff_mark_validate (const FfScheme *scheme, guint component, int criterion, gint64 score, GError **error);

typedef enum
{
  FF_PASSED_UNKNOWN = -1,
  FF_PASSED_NO = 0,
  FF_PASSED_YES = 1,
} FfPassed;

typedef enum
{
  FF_BAND_FAIL,
  FF_BAND_PASS,
  FF_BAND_GOOD,
  FF_BAND_EXCELLENT,
} FfGradeBand;

/* Disqualified: no. Provisional: unknown. */
FfPassed ff_marks_passed (const FfScheme *scheme, const FfResult *result, gboolean disqualified);
FfGradeBand ff_marks_band (const FfScheme *scheme, double total);

typedef struct
{
  double total;
  gboolean ranked; /* in: neither disqualified nor provisional, total known */
  gboolean passed; /* in */
  int rank;        /* out: 0 if not ranked */
  gboolean award;  /* out */
} FfStanding;

/* Ranks by the 2-decimal total, equal totals share the better rank; awards the top ⌊n·p÷100⌋ (at least 1 when n > 0; none when
   p is 0), which is everybody who passed with at least the k-th total. @k may be NULL. */
void ff_marks_rank (const FfScheme *scheme, FfStanding *standings, gsize n, guint *k);

G_END_DECLS
