/* Means and spread of numbers that were observed: what the statistics of the rules are made of. Figures are doubles; what is not known and
   what is not defined is FF_UNDEFINED, never 0. */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* Stands among values for one that is missing, and in results for a figure that is not defined. Test with isnan (). */
#define FF_UNDEFINED ((double) NAN)

/* Standard deviations below this part of the values they come from are rounding, not spread. */
#define FF_SAMPLE_ROUNDING 1e-12

/* 100 · @part ÷ @whole; undefined for a @whole of 0. It may exceed 100: more forms can come back than were counted out. */
double ff_percent (double part, double whole);

/* Of the values that are known; undefined when none is. All equal values have exactly that mean. */
double ff_sample_mean (const double *values, gsize n);
/* Σ wx ÷ Σ w over the values that are known; @weights are not negative, NULL for equal ones. Undefined when nothing known has weight. */
double ff_sample_weighted_mean (const double *values, const double *weights, gsize n);
/* The middle value, or the mean of the two in the middle; undefined for none. All values are known. */
double ff_sample_median (const double *values, gsize n);
/* With the divisor n − 1, as a spreadsheet's STDEV. Undefined for fewer than two; exactly 0 when all are equal. All values are known. */
double ff_sample_sd (const double *values, gsize n);
/* Whether no two of @values differ; TRUE for none. */
gboolean ff_sample_is_constant (const double *values, gsize n);
/* In ascending order. All values are known. */
double *ff_sample_sort (const double *values, gsize n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
