/* Level 1: means of a questionnaire, what of it may be shown, and who is interviewed. */
#include "config.h"

#include "ff-reaction.h"

#include "ff-number.h"
#include "ff-team-draw.h"

#define FEWEST_STRAIGHT 3

double
ff_ratings_mean (const FfRatings *ratings)
{
  return ratings->n > 0 ? ratings->sum / (double) ratings->n : FF_UNDEFINED;
}

double
ff_reaction_dimension_mean (const FfRatings *questions, gsize n)
{
  g_autofree double *means = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    means[i] = ff_ratings_mean (&questions[i]);
  return ff_sample_mean (means, n);
}

double
ff_reaction_overall_mean (const double *means, const double *weights, gsize n)
{
  return ff_sample_weighted_mean (means, weights, n);
}

gboolean
ff_reaction_is_straight (const double *ratings, gsize n)
{
  double first = FF_UNDEFINED;
  gsize given = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (isnan (ratings[i]))
        continue;
      if (given++ == 0)
        first = ratings[i];
      else if (ratings[i] != first)
        return FALSE;
    }
  return given >= FEWEST_STRAIGHT;
}

gboolean
ff_reaction_is_sparse (guint given, guint asked)
{
  return (guint64) given * 2 < asked;
}

gboolean
ff_reaction_may_split (const guint *groups, gsize n, guint responses, guint minimum)
{
  guint rest = responses;

  for (gsize i = 0; i < n; i++)
    {
      g_return_val_if_fail (groups[i] <= rest, FALSE);

      if (groups[i] > 0 && groups[i] < minimum)
        return FALSE;
      rest -= groups[i];
    }
  return rest == 0 || rest >= minimum;
}

guint
ff_interview_count (guint people, double percent)
{
  return (guint) CLAMP (ceil (people * percent / 100 - FF_TOLERANCE), 0, people);
}

void
ff_interview_draw (guint people, double percent, guint32 seed, guint *chosen)
{
  g_autofree guint *order = g_new (guint, people);

  ff_draw_order (people, seed, order);
  for (guint i = 0; i < ff_interview_count (people, percent); i++)
    chosen[i] = order[i];
}
