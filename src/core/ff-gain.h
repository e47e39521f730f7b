/* What was learned between a test before and a test after: gains and effect sizes over pairs (RULES, 4). */
#pragma once

#include "ff-sample.h"

G_BEGIN_DECLS

/* Whatever is not defined is FF_UNDEFINED. SDs are sample SDs. */
typedef struct
{
  gsize pairs;            /* people with both marks; all figures are of these alone */
  double pre, post;       /* means, percent */
  /* Hake (1998), American Journal of Physics 66. */
  double hake;            /* of the means: (post − pre) ÷ (100 − pre); undefined at pre = 100 */
  double hake_individual; /* mean of each pair's own gain; pairs with pre = 100 are left out */
  gsize left_out;         /* how many those are */
  double sd_pre, sd_post, sd_difference;
  /* Lakens (2013), Frontiers in Psychology 4:863. Undefined for fewer than two pairs, and where the SD divided by is 0. */
  double dz;              /* mean difference ÷ SD of the differences */
  double ds;              /* ÷ the pooled SD, √((s²pre + s²post) ÷ 2), as if they were two groups */
  double dav;             /* ÷ the average SD, (s pre + s post) ÷ 2 */
} FfGain;

/* @pre and @post: of @n people, percentages of the test's maximum, NAN where one is missing. */
void ff_gain_compute (const double *pre, const double *post, gsize n, FfGain *gain);

G_END_DECLS
