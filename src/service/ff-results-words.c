/* Level 4: what became of the business figures, and what it was worth. */
#include "config.h"

#include "ff-level-words-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* With fewer useful values the rule of the run chart hardly ever gives a signal. */
#define FEW_VALUES 10

/* Metrics ------------------------------------------------------------------------------------------------------------------ */

char *
ff_metric_target_words (const FfMetricFigures *metric)
{
  g_autofree char *asked = NULL;
  gboolean up;

  g_return_val_if_fail (metric != NULL, NULL);

  if (!metric->has_target)
    return NULL;
  up = metric->direction == FF_DIRECTION_UP;
  asked = ff_words_plain (fabs (metric->target_asked));
  switch (metric->target_kind)
    {
    case FF_TARGET_RELATIVE:
      return up ? g_strdup_printf (_("%s %% above the baseline"), asked) : g_strdup_printf (_("%s %% below the baseline"), asked);
    case FF_TARGET_POINTS:
      /* Translators: a number in the unit of a metric. */
      return up ? g_strdup_printf (_("%s more than the baseline"), asked) : g_strdup_printf (_("%s less than the baseline"), asked);
    case FF_TARGET_VALUE:
    default:
      g_free (asked);
      asked = ff_words_plain (metric->target_asked);
      return up ? g_strdup_printf (_("at least %s"), asked) : g_strdup_printf (_("at most %s"), asked);
    }
}

static void
say_way (const FfMetricFigures *metric, GPtrArray *sentences)
{
  double change = metric->actual - metric->baseline;
  g_autofree char *from = ff_words_plain (metric->baseline);
  g_autofree char *to = ff_words_plain (metric->actual);

  /* Translators, here and below: %s is the title of a metric, then its values. */
  if (isnan (metric->actual))
    ff_words_say (sentences, g_strdup_printf (_("%s has no value in its window yet."), metric->title));
  else if (isnan (metric->baseline))
    ff_words_say (sentences, g_strdup_printf (_("%s is at %s; without a baseline no change can be stated."), metric->title, to));
  else if (fabs (change) <= FF_TOLERANCE)
    ff_words_say (sentences, g_strdup_printf (_("%s stayed at %s."), metric->title, to));
  else if (change > 0)
    ff_words_say (sentences, g_strdup_printf (_("%s rose from %s to %s."), metric->title, from, to));
  else
    ff_words_say (sentences, g_strdup_printf (_("%s fell from %s to %s."), metric->title, from, to));
}

static void
say_target (const FfMetricFigures *metric, GPtrArray *sentences)
{
  g_autofree char *target = ff_words_plain (metric->target);

  if (!metric->has_target)
    ff_words_say (sentences, g_strdup (_("No target is set for it.")));
  else if (isnan (metric->target))
    ff_words_say (sentences, g_strdup (_("Its target rests on a baseline that is missing.")));
  else if (isnan (metric->actual))
    ff_words_say (sentences, g_strdup_printf (_("Its target is %s."), target));
  else if (metric->so_far && metric->met_so_far == FF_MET_YES)
    ff_words_say (sentences, g_strdup_printf (_("So far that reaches the target of %s."), target));
  else if (metric->so_far)
    ff_words_say (sentences, g_strdup_printf (_("So far that does not reach the target of %s."), target));
  else if (metric->met == FF_MET_YES)
    ff_words_say (sentences, g_strdup_printf (_("It met its target of %s."), target));
  else
    ff_words_say (sentences, g_strdup_printf (_("It missed its target of %s."), target));
}

static void
say_signal (const FfMetricFigures *metric, GPtrArray *sentences)
{
  const FfRunChart *chart = &metric->run_chart;
  guint n = (guint) chart->useful;

  if (n == 0)
    return;
  if (chart->is_long)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u value in a row on one side of the median: a real shift, longer than chance allows.",
                                                        "%u values in a row on one side of the median: a real shift, longer than chance allows.",
                                                        chart->longest_run),
                                              chart->longest_run));
  else if (chart->is_rare)
    ff_words_say (sentences, g_strdup_printf (ngettext ("The series crosses its median only %u time, more rarely than chance allows.",
                                                        "The series crosses its median only %u times, more rarely than chance allows.",
                                                        chart->crossings),
                                              chart->crossings));
  else if (n < FEW_VALUES)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u value off the median is too few to tell a shift from chance.",
                                                        "%u values off the median are too few to tell a shift from chance.", n),
                                              n));
  else
    ff_words_say (sentences, g_strdup (_("The series shows no shift: chance alone could bring such values.")));
}

static void
say_unusual (const FfMetricFigures *metric, GPtrArray *sentences)
{
  if (metric->n_unexplained > 0)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u unusual value has no cause noted yet.", "%u unusual values have no cause noted yet.",
                                                        metric->n_unexplained),
                                              metric->n_unexplained));
}

static void
say_comparison (const FfMetricFigures *metric, GPtrArray *sentences)
{
  g_autofree char *before = ff_words_plain (ff_round (metric->comparison_before, 2));
  g_autofree char *actual = ff_words_plain (ff_round (metric->comparison_actual, 2));

  if (isnan (metric->actual))
    return;
  if (metric->comparison == NULL || metric->comparison->len == 0)
    ff_words_say (sentences, g_strdup (_("There is no comparison group: other causes are not excluded.")));
  else if (isnan (metric->comparison_before) || isnan (metric->comparison_actual))
    ff_words_say (sentences, g_strdup (_("The comparison group has no values both before and in the window, so nothing can be compared.")));
  else if (fabs (metric->comparison_actual - metric->comparison_before) <= FF_TOLERANCE)
    ff_words_say (sentences, g_strdup_printf (_("The comparison group stayed at %s in the same time."), actual));
  else
    ff_words_say (sentences, g_strdup_printf (_("The comparison group went from %s to %s in the same time."), before, actual));
}

GPtrArray *
ff_metric_words (const FfMetricFigures *metric)
{
  GPtrArray *sentences = ff_words_new ();

  g_return_val_if_fail (metric != NULL, sentences);

  say_way (metric, sentences);
  say_target (metric, sentences);
  say_signal (metric, sentences);
  say_comparison (metric, sentences);
  say_unusual (metric, sentences);
  return sentences;
}

/* The return --------------------------------------------------------------------------------------------------------------- */

static void
say_return (const FfRoiFigures *figures, GPtrArray *sentences)
{
  const FfRoi *roi = &figures->roi;
  int months = isnan (roi->payback) ? 0 : (int) ceil (roi->payback - FF_TOLERANCE);
  g_autofree char *percent = ff_words_percent (roi->roi, 0);
  g_autofree char *bcr = ff_words_number (roi->bcr, 2);

  ff_words_say (sentences, g_strdup_printf (_("The credited benefit is %s times the cost, a return on investment of %s."), bcr, percent));
  ff_words_say (sentences, g_strdup (_("It is an estimate: it rests on the shares that were put for isolation and confidence.")));
  if (months > 0)
    ff_words_say (sentences, g_strdup_printf (ngettext ("The cost is made up for after %d month.", "The cost is made up for after %d months.",
                                                        (gulong) months),
                                              months));
}

GPtrArray *
ff_roi_words (const FfResultsLevel *results)
{
  GPtrArray *sentences = ff_words_new ();
  const FfRoiFigures *figures;
  FfRoiMissing missing;

  g_return_val_if_fail (results != NULL, sentences);

  figures = &results->roi;
  missing = figures->roi.missing;
  if (missing == 0)
    {
      say_return (figures, sentences);
      return sentences;
    }
  ff_words_say (sentences, g_strdup (_("No effect in money and no return is claimed, since something is missing.")));
  if (missing & FF_ROI_NO_BASELINE)
    ff_words_say (sentences, g_strdup (_("No metric has a baseline.")));
  if (missing & FF_ROI_NO_BENEFIT)
    ff_words_say (sentences, g_strdup (_("What the change is worth in money is not entered.")));
  if (missing & FF_ROI_NO_ISOLATION)
    ff_words_say (sentences, g_strdup (_("How much of the change is owed to the training alone is not estimated.")));
  if (missing & FF_ROI_NO_CONFIDENCE)
    ff_words_say (sentences, g_strdup (_("How certain that estimate is is not said.")));
  if (missing & FF_ROI_NO_COST)
    ff_words_say (sentences, g_strdup (_("The cost is not known: enter it, or plan a budget.")));
  return sentences;
}

/* The level ------------------------------------------------------------------------------------------------------------------ */

static void
say_count (const FfResultsLevel *results, gboolean so_far, GPtrArray *sentences)
{
  guint met = results->n_met, known = results->n_known;

  if (known == 0 && so_far)
    ff_words_say (sentences, g_strdup (_("No metric with a target has a value in its window yet.")));
  else if (known == 0)
    ff_words_say (sentences, g_strdup (_("Of no metric it is known whether it meets its target.")));
  else if (so_far)
    ff_words_say (sentences, g_strdup_printf (ngettext ("So far %u of %u metric reaches its target.", "So far %u of %u metrics reach their targets.", known),
                                              met, known));
  else
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u of %u metric met its target.", "%u of %u metrics met their targets.", known), met,
                                              known));
}

/* NULL when nothing moved; @any: whether there is a series that could have. */
static const FfMetricFigures *
find_shift (const FfResultsLevel *results, gboolean *any)
{
  *any = FALSE;
  for (guint i = 0; i < results->metrics->len; i++)
    {
      const FfMetricFigures *metric = g_ptr_array_index (results->metrics, i);

      *any |= metric->run_chart.useful > 0;
      if (metric->run_chart.signal)
        return metric;
    }
  return NULL;
}

void
ff_results_words (const FfEvaluationFigures *figures, GPtrArray *sentences)
{
  const FfResultsLevel *results = &figures->results;
  gboolean any;
  const FfMetricFigures *shifted = find_shift (results, &any);

  if (results->metrics->len == 0)
    ff_words_say (sentences, ff_level_words_empty (4));
  else if (results->metrics->len == 1)
    ff_words_say_all (sentences, ff_metric_words (g_ptr_array_index (results->metrics, 0)));
  else
    {
      say_count (results, !figures->levels[3].due, sentences);
      /* Translators: the title of a metric. */
      if (shifted != NULL)
        ff_words_say (sentences, g_strdup_printf (_("The series of %s moved more than chance allows."), shifted->title));
      else if (any)
        ff_words_say (sentences, g_strdup (_("No series moved more than chance allows.")));
    }
  if (results->metrics->len > 0 && results->roi.asked)
    ff_words_say_all (sentences, ff_roi_words (results));
}
