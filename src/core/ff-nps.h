/* The Net Promoter Score of answers from 0 to 10 (RULES, 3). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81(12). */
typedef struct
{
  guint promoters;  /* 9 and 10 */
  guint passives;   /* 7 and 8 */
  guint detractors; /* 0 to 6 */
} FfNps;

/* Counts one more answer; a missing one (NAN) is none. */
void ff_nps_add (FfNps *nps, double answer);
guint ff_nps_count (const FfNps *nps);
/* Promoters less detractors in percent of all, −100 … 100; undefined without answers. */
double ff_nps_score (const FfNps *nps);
/* Half the width of the 95 % interval by the normal approximation, in the score's points: the variance of a score of +1, 0 and −1 is
   p + d − (p − d)². Undefined without answers. It is 0 when all answers are of one group, and then says nothing about certainty. */
double ff_nps_margin (const FfNps *nps);

G_END_DECLS
