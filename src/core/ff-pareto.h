/* The few causes that make most of a trouble (RULES, 6). */
#pragma once

#include "ff-sample.h"

G_BEGIN_DECLS

/* Juran (1951), Quality-Control Handbook: the vital few are the fewest categories that reach this share of all, in percent. */
#define FF_PARETO_VITAL 80.0

typedef struct
{
  gsize index;               /* of the category as it was given */
  double count;
  double cumulative_percent; /* of this and all larger ones; undefined when all are 0 */
  gboolean vital;
} FfParetoBar;

/* @counts: numbers, or weighted shortfalls, not below 0. Fills @bars, room for @n, from the largest down; equal ones stay in the order in
   which they were given. */
void ff_pareto_compute (const double *counts, gsize n, FfParetoBar *bars);

G_END_DECLS
