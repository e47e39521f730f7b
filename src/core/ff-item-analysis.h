/* How the items of a test or of a dimension work together (RULES, 4): reliability, difficulty, discrimination. */
#pragma once

#include "ff-sample.h"

G_BEGIN_DECLS

/* Ebel (1965), Measuring Educational Achievement. */
typedef enum
{
  FF_DISCRIMINATION_UNKNOWN,
  FF_DISCRIMINATION_POOR,     /* below .20, negative ones too */
  FF_DISCRIMINATION_MARGINAL, /* .20 and above */
  FF_DISCRIMINATION_FAIR,     /* .30 and above */
  FF_DISCRIMINATION_GOOD,     /* .40 and above */
} FfDiscriminationBand;

/* Of one item; whatever is not defined is FF_UNDEFINED. */
typedef struct
{
  double mean;
  double difficulty;     /* mean ÷ the item's maximum: 1 when all reach it */
  double sd;             /* sample SD */
  double r_it;           /* Pearson's correlation with the total; undefined when either does not vary */
  double r_ir;           /* the same with the total of the other items */
  double discrimination; /* Kelley (1939), Journal of Educational Psychology 30: (mean of the upper 27 % − of the lower) ÷ maximum */
  double alpha_drop;     /* α of the other items; undefined when there are fewer than two */
} FfItemFigures;

typedef struct
{
  gsize n;        /* people who answered everything; all figures are of these alone */
  gsize left_out; /* people with a missing answer */
  gsize k;        /* items */
  /* Cronbach (1951), Psychometrika 16. Undefined for fewer than two people or items and when the totals do not vary. */
  double alpha;
  double alpha_low, alpha_high; /* its 95 % interval: Feldt (1965), Psychometrika 30 */
  double kr20;                  /* Kuder and Richardson (1937), Psychometrika 2; undefined unless all scores are 0 or 1 */
  FfItemFigures *items;
} FfItemAnalysis;

/* @scores: @n people with @k items each, one person after the other, NAN where an answer is missing; @maxima: of the items, above 0. */
FfItemAnalysis *ff_item_analysis_new (const double *scores, gsize n, gsize k, const double *maxima) G_GNUC_WARN_UNUSED_RESULT;
void ff_item_analysis_free (FfItemAnalysis *analysis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfItemAnalysis, ff_item_analysis_free)

FfDiscriminationBand ff_item_band (const FfItemFigures *item);
/* Whether the item runs against the others, as a statement does whose scale is turned round: it is pointed out, never turned silently. */
gboolean ff_item_is_reversed (const FfItemFigures *item);

/* How many people the upper 27 % are, and the lower: max (1, 0.27·@n rounded half up). */
gsize ff_item_group_size (gsize n);
/* How much of each person belongs to the group of the highest totals, or with @upper FALSE of the lowest: 1, 0, or for those tied at the
   cut an equal share of the places left. The shares add up to ff_item_group_size (). */
void ff_item_group (const double *totals, gsize n, gboolean upper, double *shares);

G_END_DECLS
