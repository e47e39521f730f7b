/* Level 1, how trainees found a class: means of a questionnaire, what of it may be shown, and who is interviewed (RULES, 3). */
#pragma once

#include "ff-sample.h"

G_BEGIN_DECLS

/* The given answers to one rating question, as SQL sums them up. */
typedef struct
{
  gsize n;    /* blank is no answer, 0 may be one */
  double sum;
} FfRatings;

/* Undefined without answers. */
double ff_ratings_mean (const FfRatings *ratings);
/* The mean of the means of a dimension's questions; questions without answers stay out, undefined when none has any. */
double ff_reaction_dimension_mean (const FfRatings *questions, gsize n);
/* Σ weight · mean ÷ Σ weight over the dimensions that have a mean, which a dimension without rating questions has not. @weights: NULL for
   equal ones. Undefined when no dimension with weight has a mean. */
double ff_reaction_overall_mean (const double *means, const double *weights, gsize n);

/* Whether a form has the same answer throughout: at least three ratings are given, and all those are equal. NAN is a blank. */
gboolean ff_reaction_is_straight (const double *ratings, gsize n);
/* Whether fewer than half of the ratings that a form asks for are given. */
gboolean ff_reaction_is_sparse (guint given, guint asked);

/* Whether figures of @n groups out of @responses may stand beside those of all: each group, and what remains, is empty or has at least
   @minimum responses. Otherwise a few people's answers could be had by subtraction. Groups do not overlap. */
gboolean ff_reaction_may_split (const guint *groups, gsize n, guint responses, guint minimum);

/* How many of @people are interviewed: ⌈@percent⌉ of them, 0 … @people. */
guint ff_interview_count (guint people, double percent);
/* Draws them: puts ff_interview_count () places, 0 … @people − 1, into @chosen in the order they are drawn (GRand, Fisher and Yates).
   Places are those of the employee numbers in order, so that the draw can be repeated with its @seed. */
void ff_interview_draw (guint people, double percent, guint32 seed, guint *chosen);

G_END_DECLS
