/* A figure over time (RULES, 5): whether it shifted, and which of its values are out of the ordinary. Values are in order of time and all
   known. */
#pragma once

#include "ff-sample.h"

G_BEGIN_DECLS

/* A run chart around the median. Anhøj and Olesen (2014), PLoS ONE 9(11): e113825; Anhøj (2015), PLoS ONE 10(3): e0121349. */
typedef struct
{
  gsize n;
  gsize useful;           /* values off the median; those on it are passed over */
  double median;          /* undefined without values */
  guint longest_run;      /* the most useful values one after the other on one side */
  guint max_run;          /* the longest run without a signal: log2 of useful, rounded, and 3 */
  guint crossings;        /* how often the line between useful values crosses the median */
  guint min_crossings;    /* the fewest without a signal: the 5 % point of Binomial (useful − 1, ½) */
  gboolean is_long;       /* longest_run > max_run: a shift */
  gboolean is_rare;       /* crossings < min_crossings: values cling together, as in a trend */
  gboolean signal;        /* either: more than chance is at work */
} FfRunChart;

/* @in_shift, which may be NULL, has room for @n: TRUE for the useful values of each run that is longer than max_run. Without useful values
   max_run and min_crossings are not defined, and 0. With fewer than ten useful values a signal is rarely possible. */
void ff_run_chart_compute (const double *values, gsize n, FfRunChart *chart, gboolean *in_shift);

/* The lines of a control chart: Shewhart (1931), Economic Control of Quality of Manufactured Product; Montgomery (2009), Introduction to
   Statistical Quality Control. Each is FF_UNDEFINED where it is not defined. */
typedef struct
{
  double centre;
  double lower, upper;
} FfLimits;

/* Of single values: mean ± 3 · @mr_mean ÷ 1.128, @mr_mean the mean moving range, |difference| of neighbours; the limits and @mr_mean are
   undefined for fewer than two values. */
void ff_i_chart_compute (const double *values, gsize n, FfLimits *limits, double *mr_mean);
/* Of shares, @counts[i] out of @sizes[i]: p̄ ± 3·√(p̄ (1 − p̄) ÷ size) within 0 … 1, other limits for each, since sizes differ. p̄ = Σ counts ÷ Σ
   sizes; undefined for a size of 0. */
void ff_p_chart_compute (const double *counts, const double *sizes, gsize n, FfLimits *limits);

/* Whether @value lies outside the limits, on which it still is inside; FALSE where either is undefined. */
gboolean ff_limits_exclude (const FfLimits *limits, double value);

G_END_DECLS
