/* Indexes of customers' satisfaction (RULES, 6), and where it falls short. */
#pragma once

#include "ff-sample.h"

G_BEGIN_DECLS

/* A factor is the weighted mean of its attributes: ff_sample_weighted_mean (). In all of these, weights are not negative and need not add
   up to anything; what has no value stays out, and the result is undefined when nothing with weight has one. */

/* 0 … 1000: the weighted mean of @factors, which are on a scale from @least to @most; undefined unless @most > @least. */
double ff_satisfaction_csi (const double *factors, const double *weights, gsize n, double least, double most);

/* 0 … 100 of three questions on a scale from 1 to 10: Fornell, Johnson, Anderson, Cha and Bryant (1996), Journal of Marketing 60(4). */
double ff_satisfaction_acsi (const double *answers, const double *weights, gsize n);

/* @weight · what @value lacks of @target, 0 for one that reaches it; undefined when either is. The Pareto chart sorts by it. */
double ff_satisfaction_weakness (double weight, double value, double target);

G_END_DECLS
