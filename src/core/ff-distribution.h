/* Quantiles of the distributions that the rules name; the one place that calls GSL. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The value below which an F-distributed one lies with @probability, 0 < @probability < 1; both degrees of freedom are above 0. */
double ff_distribution_f_quantile (double probability, double numerator, double denominator);

/* The smallest number of heads in @n throws of a fair coin that has at least @probability, 0 < @probability < 1, at or below it. */
guint ff_distribution_coin_quantile (double probability, guint n);

G_END_DECLS
