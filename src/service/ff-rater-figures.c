/* What the raters of a class gave, and how far they agree. */
#include "config.h"

#include "ff-rater-figures.h"

#include <string.h>

#include "ff-number.h"

GArray *
ff_rater_figures_list (const FfClassFigures *figures, const FfClassTrainee *trainee, guint component)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FfMark));

  g_return_val_if_fail (figures != NULL && trainee != NULL, NULL);
  g_return_val_if_fail (component < trainee->result.n_leaves, NULL);

  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *stored = &g_array_index (trainee->marks, FfStoredMark, i);
      FfMark mark = { stored->component, stored->criterion, stored->rater, stored->attempt, stored->score,
                      ff_class_figures_rater_weight (figures, stored->rater) };

      if (stored->component == (int) component)
        g_array_append_val (marks, mark);
    }
  return ff_marks_list_raters (figures->scheme, component, trainee->result.leaves[component].attempt, (const FfMark *) marks->data,
                               marks->len);
}

/* Agreement ------------------------------------------------------------------------------------------------------- */

static void
rated_trainee_free (gpointer data)
{
  FfRatedTrainee *rated = data;

  g_free (rated->points);
  g_free (rated);
}

void
ff_leaf_agreement_free (FfLeafAgreement *agreement)
{
  if (agreement == NULL)
    return;
  g_ptr_array_unref (agreement->raters);
  g_ptr_array_unref (agreement->people);
  g_free (agreement);
}

static int
find_rater (const GPtrArray *raters, const char *name)
{
  for (guint i = 0; i < raters->len; i++)
    if (g_str_equal (g_ptr_array_index (raters, i), name))
      return (int) i;
  return -1;
}

/* Where a rater stands in the list of the class; behind it who is not listed. */
static guint
find_place (const FfClassFigures *figures, const char *name)
{
  guint i;

  for (i = 0; i < figures->raters->len; i++)
    if (g_str_equal (((const FfRater *) g_ptr_array_index (figures->raters, i))->name, name))
      break;
  return i;
}

static int
compare_raters (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *x = *(const char *const *) a, *y = *(const char *const *) b;
  guint place = find_place (user_data, x), other = find_place (user_data, y);

  return place != other ? (place > other) - (place < other) : strcmp (x, y);
}

static void
add_raters (GPtrArray *raters, const GArray *scores)
{
  for (guint i = 0; i < scores->len; i++)
    {
      const char *name = g_array_index (scores, FfRaterScore, i).rater;

      if (find_rater (raters, name) < 0)
        g_ptr_array_add (raters, (gpointer) name);
    }
}

static FfRatedTrainee *
rated_trainee_new (const FfClassTrainee *trainee, const GArray *scores, const GPtrArray *raters)
{
  FfRatedTrainee *rated = g_new0 (FfRatedTrainee, 1);
  gint64 lowest = G_MAXINT64, highest = 0;

  rated->trainee = trainee;
  rated->n = scores->len;
  rated->points = g_new (double, raters->len);
  for (guint i = 0; i < raters->len; i++)
    rated->points[i] = FF_NO_RATING;
  for (guint i = 0; i < scores->len; i++)
    {
      const FfRaterScore *score = &g_array_index (scores, FfRaterScore, i);

      rated->points[find_rater (raters, score->rater)] = ff_hundredths_to_double (score->score);
      lowest = MIN (lowest, score->score);
      highest = MAX (highest, score->score);
    }
  rated->spread = ff_hundredths_to_double (highest - lowest);
  return rated;
}

/* The points of the people, row after row; only of those whom everybody has marked, or of all. */
static GArray *
list_points (const FfLeafAgreement *agreement, gboolean complete)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < agreement->people->len; i++)
    {
      const FfRatedTrainee *rated = g_ptr_array_index (agreement->people, i);

      if (!complete || rated->n == agreement->raters->len)
        g_array_append_vals (points, rated->points, agreement->raters->len);
    }
  return points;
}

static void
compute_agreement (FfLeafAgreement *agreement)
{
  g_autoptr (GArray) complete = list_points (agreement, TRUE);
  g_autoptr (GArray) all = list_points (agreement, FALSE);
  gsize k = agreement->raters->len;
  double icc[FF_N_ICC], sum = 0;

  for (guint i = 0; i < agreement->people->len; i++)
    sum += ((const FfRatedTrainee *) g_ptr_array_index (agreement->people, i))->spread;

  agreement->n_complete = (guint) (complete->len / k);
  ff_agreement_icc ((const double *) complete->data, agreement->n_complete, k, icc);
  agreement->icc2k = icc[FF_ICC_2_K];
  agreement->alpha = ff_agreement_alpha ((const double *) all->data, agreement->people->len, k, FF_ALPHA_INTERVAL);
  agreement->mean_spread = sum / agreement->people->len;
}

FfLeafAgreement *
ff_agreement_of_leaf (const FfClassFigures *figures, guint component)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (FfLeafAgreement) agreement = NULL;

  g_return_val_if_fail (figures != NULL && component < ff_scheme_length (figures->scheme), NULL);

  if (!ff_scheme_get (figures->scheme, component)->leaf)
    return NULL;

  agreement = g_new0 (FfLeafAgreement, 1);
  agreement->component = component;
  agreement->raters = g_ptr_array_new ();
  agreement->people = g_ptr_array_new_with_free_func (rated_trainee_free);

  /* Who has marked alone is compared with nobody, and would leave a column of holes. */
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);
      GArray *scores = trainee->result.leaves[component].raters > 1 ? ff_rater_figures_list (figures, trainee, component)
                                                                    : g_array_new (FALSE, FALSE, sizeof (FfRaterScore));

      g_ptr_array_add (lists, scores);
      add_raters (agreement->raters, scores);
    }
  if (agreement->raters->len == 0)
    return NULL;

  g_ptr_array_sort_with_data (agreement->raters, compare_raters, (gpointer) figures);
  for (guint i = 0; i < lists->len; i++)
    {
      const GArray *scores = g_ptr_array_index (lists, i);

      if (scores->len > 1)
        g_ptr_array_add (agreement->people, rated_trainee_new (g_ptr_array_index (figures->trainees, i), scores, agreement->raters));
    }
  compute_agreement (agreement);
  return g_steal_pointer (&agreement);
}

gboolean
ff_rated_trainee_differs (const FfClassFigures *figures, const FfLeafAgreement *agreement, const FfRatedTrainee *rated, double limit)
{
  g_return_val_if_fail (figures != NULL && agreement != NULL && rated != NULL, FALSE);

  return rated->spread * 100 / ff_hundredths_to_double (ff_scheme_get (figures->scheme, agreement->component)->max) >= limit - FF_TOLERANCE;
}
