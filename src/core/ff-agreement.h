/* How far several raters who judged the same subjects agree (RULES, 6). */
#pragma once

#include "ff-sample.h"

G_BEGIN_DECLS

/* Shrout and Fleiss (1979), Psychological Bulletin 86: the first figure is the design (1: each subject has raters of its own, 2: the same
   raters judge all and stand for others like them, 3: only these raters matter), the second says whose marks are used: those of a single rater
   or the mean of all k. */
typedef enum
{
  FF_ICC_1_1,
  FF_ICC_2_1,
  FF_ICC_3_1,
  FF_ICC_1_K,
  FF_ICC_2_K,
  FF_ICC_3_K,
  FF_N_ICC,
} FfIccKind;

typedef enum
{
  FF_ALPHA_NOMINAL,
  FF_ALPHA_ORDINAL,
  FF_ALPHA_INTERVAL,
} FfAlphaLevel;

/* What stands in @ratings for a rating that is missing, and in the results for a figure that is not defined. Test with isnan (). */
#define FF_NO_RATING FF_UNDEFINED

/* @ratings: @n subjects with @k ratings each, one subject after the other. Fills all of @icc; each is FF_NO_RATING when it is not
   defined: a rating is missing, there are fewer than two subjects or raters, or nothing varies that it divides by. */
void ff_agreement_icc (const double *ratings, gsize n, gsize k, double icc[FF_N_ICC]);

/* Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: 1 is complete agreement, 0 what chance would give. Ratings may be
   missing; a subject with fewer than two tells nothing. FF_NO_RATING when all ratings that can be compared are equal, or there are none. */
double ff_agreement_alpha (const double *ratings, gsize n, gsize k, FfAlphaLevel level);

G_END_DECLS
