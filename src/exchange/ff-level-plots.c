#include "config.h"

#include "ff-level-plots.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-level-words.h"
#include "ff-number.h"
#include "ff-phrase-dates.h"
#include "ff-plot-bars.h"
#include "ff-plot-funnel.h"
#include "ff-plot-histogram.h"
#include "ff-plot-interval.h"
#include "ff-plot-radar.h"
#include "ff-plot-run-chart.h"
#include "ff-plot-slopes.h"

#define BAND_WIDTH 10
#define NPS_LIMIT 100
#define MOST_METRIC_DECIMALS 2

/* Level 1 -------------------------------------------------------------------------------------------------------------------- */

static char *
describe_dimensions (const FfQuestionnaireFigures *figures, guint shown)
{
  g_autoptr (GPtrArray) sentences = ff_questionnaire_words (figures);
  g_autofree char *words = ff_words_join (sentences, 2);
  g_autofree char *count = g_strdup_printf (ngettext ("The mean of %u dimension against its target.",
                                                      "The means of %u dimensions against their target.", shown),
                                            shown);

  return g_strdup_printf (C_("sentences", "%s %s"), count, words);
}

FfPlot *
ff_level_plot_dimensions (const FfQuestionnaireFigures *figures)
{
  g_autofree FfPlotRadarAxis *axes = NULL;
  g_autofree char *sentence = NULL;
  guint n = 0;

  g_return_val_if_fail (figures != NULL, NULL);

  if (figures->suppressed)
    return NULL;
  axes = g_new0 (FfPlotRadarAxis, MAX (figures->dimensions->len, 1));
  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (figures->dimensions, i);

      if (!isnan (dimension->mean))
        axes[n++] = (FfPlotRadarAxis) { ff_dimension_title_in (dimension->dimension, ff_words_language ()), dimension->mean,
                                        dimension->met == FF_MET_NO };
    }
  if (n == 0)
    return NULL;
  sentence = describe_dimensions (figures, n);
  return ff_plot_radar_new (&(FfPlotRadar) {
                              .axes = axes,
                              .n_axes = n,
                              .low = figures->questionnaire->scale_min,
                              .high = figures->questionnaire->scale_max,
                              .target = figures->target,
                              .number = { 2, FALSE, NULL },
                              .level = figures->questionnaire->level,
                            },
                            ff_questionnaire_title_in (figures->questionnaire, ff_words_language ()), sentence);
}

FfPlot *
ff_level_plot_nps (const FfNps *nps)
{
  g_autofree char *sentence = ff_nps_words (nps);
  double score = ff_nps_score (nps), margin = ff_nps_margin (nps);

  if (sentence == NULL)
    return NULL;
  return ff_plot_interval_new (&(FfPlotInterval) {
                                 .low = -NPS_LIMIT,
                                 .high = NPS_LIMIT,
                                 .value = score,
                                 .from = MAX (score - margin, -NPS_LIMIT),
                                 .to = MIN (score + margin, NPS_LIMIT),
                                 .target = FF_UNDEFINED,
                                 .number = { 0, TRUE, NULL },
                                 .level = 1,
                               },
                               _("Net promoter score"), sentence);
}

/* Level 2 -------------------------------------------------------------------------------------------------------------------- */

static char *
label_pass_mark (double pass_mark)
{
  g_autofree char *number = ff_words_plain (pass_mark);

  /* Translators: beside the line of the pass mark in a chart. */
  return g_strdup_printf (C_("chart", "pass %s"), number);
}

FfPlot *
ff_level_plot_marks (const FfLearningLevel *learning)
{
  g_autofree char *pass = NULL;
  g_autofree char *mean = NULL;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (learning != NULL, NULL);

  if (learning->assessed == 0)
    return NULL;
  pass = label_pass_mark (learning->pass_mark);
  mean = ff_words_number (learning->mean, 1);
  sentence = g_strdup_printf (ngettext ("%u learning mark with the mean %s; %u at or above the pass mark.",
                                        "%u learning marks with the mean %s; %u at or above the pass mark.", learning->assessed),
                              learning->assessed, mean, learning->passed);
  return ff_plot_histogram_new (&(FfPlotHistogram) {
                                  .low = 0,
                                  .width = BAND_WIDTH,
                                  .counts = learning->bands,
                                  .n_bins = FF_MARK_BANDS,
                                  .pass_mark = learning->pass_mark,
                                  .pass_label = pass,
                                  .number = { 0, FALSE, NULL },
                                  .level = 2,
                                },
                                _("Distribution of the learning marks"), sentence);
}

FfPlot *
ff_level_plot_gain (const FfGainFigures *gain, double pass_mark)
{
  gsize n;
  g_autofree FfPlotSlope *slopes = NULL;
  g_autofree char *pass = label_pass_mark (pass_mark);
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) words = NULL;

  g_return_val_if_fail (gain != NULL, NULL);

  n = gain->gain.pairs;
  if (n == 0)
    return NULL;
  slopes = g_new0 (FfPlotSlope, n);
  for (gsize i = 0; i < n; i++)
    slopes[i] = (FfPlotSlope) { ((const FfClassTrainee *) g_ptr_array_index (gain->trainees, i))->name, gain->before[i], gain->after[i],
                                gain->after[i] < pass_mark - FF_TOLERANCE };
  words = ff_gain_words (&gain->gain);
  sentence = ff_words_join (words, 0);
  return ff_plot_slopes_new (&(FfPlotSlopes) {
                               .slopes = slopes,
                               .n_slopes = n,
                               .mean_before = gain->gain.pre,
                               .mean_after = gain->gain.post,
                               .mean_label = C_("chart", "Mean"),
                               .before_label = C_("chart", "before"),
                               .after_label = C_("chart", "after"),
                               .low = 0,
                               .high = 100,
                               .pass_mark = pass_mark,
                               .pass_label = pass,
                               .number = { 1, FALSE, NULL },
                               .level = 2,
                             },
                             _("Before and after"), sentence);
}

/* Level 3 -------------------------------------------------------------------------------------------------------------------- */

static const FfFunnel *
find_funnel (const FfBehaviourLevel *behaviour, FfCommitmentKind kind)
{
  for (guint i = 0; i < FF_N_FUNNELS; i++)
    if (behaviour->funnels[i].kind == kind)
      return &behaviour->funnels[i];
  return NULL;
}

static double
count_needed (double percent, guint people)
{
  return ceil (percent * people / 100 - FF_TOLERANCE);
}

static void
set_target (FfPlotFunnelStep *step, double percent, guint people, char **label)
{
  g_autofree char *share = ff_words_percent (percent, 0);

  step->target = count_needed (percent, people);
  step->missed = step->count < step->target;
  /* Translators: at the line of a target: the share that is wanted, and how many people that are. */
  *label = g_strdup_printf (C_("chart", "target %s = %.0f"), share, step->target);
  step->target_label = *label;
}

static char *
describe_funnel (const FfBehaviourLevel *behaviour, const FfFunnel *funnel)
{
  return g_strdup_printf (ngettext ("Of %u trainee %u handed in, %u applied, and %u verified.",
                                    "Of %u trainees %u handed in, %u applied, and %u verified.", behaviour->expected),
                          behaviour->expected, funnel->submitted, funnel->applied, funnel->verified);
}

FfPlot *
ff_level_plot_funnel (const FfBehaviourLevel *behaviour, FfCommitmentKind kind)
{
  const FfFunnel *funnel;
  g_autofree char *sentence = NULL;
  g_autofree char *plan_target = NULL;
  g_autofree char *applied_target = NULL;
  FfPlotFunnelStep steps[] = {
    { .label = C_("funnel", "Trained"), .target = FF_UNDEFINED },
    { .label = C_("funnel", "Handed in"), .target = FF_UNDEFINED },
    { .label = C_("funnel", "Applied"), .target = FF_UNDEFINED },
    { .label = C_("funnel", "Verified"), .target = FF_UNDEFINED },
  };

  g_return_val_if_fail (behaviour != NULL, NULL);

  funnel = find_funnel (behaviour, kind);
  if (funnel == NULL || behaviour->expected == 0)
    return NULL;
  steps[0].count = behaviour->expected;
  steps[1].count = funnel->submitted;
  steps[2].count = funnel->applied;
  steps[3].count = funnel->verified;
  if (kind == FF_COMMITMENT_MICRO_PLAN)
    {
      set_target (&steps[1], behaviour->submitted_target, behaviour->expected, &plan_target);
      set_target (&steps[2], behaviour->applied_target, behaviour->expected, &applied_target);
    }
  sentence = describe_funnel (behaviour, funnel);
  return ff_plot_funnel_new (&(FfPlotFunnel) {
                               .steps = steps,
                               .n_steps = G_N_ELEMENTS (steps),
                               .whole = behaviour->expected,
                               .share = ff_plot_percent (0),
                               .level = 3,
                             },
                             ff_commitment_kind_title (kind), sentence);
}

const char *
ff_level_plot_rater_title (const char *rater)
{
  if (g_strcmp0 (rater, "self") == 0)
    return C_("rater", "Self");
  if (g_strcmp0 (rater, "supervisor") == 0)
    return C_("rater", "Supervisor");
  if (g_strcmp0 (rater, "peer") == 0)
    return C_("rater", "Peer");
  return C_("rater", "Nobody named");
}

/* The groups that may be shown: char * titles and their figures; at most as many as bars can tell apart. */
static guint
list_series (const FfObservation *observation, char **titles, const FfQuestionnaireFigures **groups)
{
  guint n = 0;

  for (guint i = 0; i < observation->groups->len && n < FF_PLOT_BARS_MOST_SERIES; i++)
    {
      const FfQuestionnaireFigures *group = g_ptr_array_index (observation->groups, i);

      if (group->suppressed || isnan (group->mean))
        continue;
      groups[n] = group;
      titles[n++] = group->wave > 1
                        /* Translators: who rated, and in which look at behaviour: 2 is the second. */
                        ? g_strdup_printf (C_("rater", "%s, %d"), ff_level_plot_rater_title (group->rater), group->wave)
                        : g_strdup (ff_level_plot_rater_title (group->rater));
    }
  return n;
}

static FfPlot *
plot_series (const FfObservation *observation, char **titles, const FfQuestionnaireFigures **groups, guint n)
{
  const FfQuestionnaire *questionnaire = observation->questionnaire;
  guint n_dimensions = questionnaire->dimensions->len;
  g_autofree FfPlotBarsGroup *bars = g_new0 (FfPlotBarsGroup, MAX (n_dimensions, 1));
  g_autofree double *values = g_new0 (double, MAX (n_dimensions * n, 1));
  guint n_bars = 0;

  for (guint d = 0; d < n_dimensions; d++)
    {
      double *means = values + d * n;
      gboolean any = FALSE;

      for (guint g = 0; g < n; g++)
        {
          means[g] = ((const FfDimensionFigures *) g_ptr_array_index (groups[g]->dimensions, d))->mean;
          any = any || !isnan (means[g]);
        }
      /* A dimension of comments has no mean. */
      if (any)
        bars[n_bars++] = (FfPlotBarsGroup) {
          .label = ff_dimension_title_in (ff_questionnaire_get_dimension (questionnaire, d), ff_words_language ()),
          .values = means,
        };
    }
  return ff_plot_bars_new (&(FfPlotBars) {
                             .series = (const char *const *) titles,
                             .n_series = n,
                             .groups = bars,
                             .n_groups = n_bars,
                             .low = questionnaire->scale_min,
                             .high = questionnaire->scale_max,
                             .target = FF_UNDEFINED,
                             .number = { 2, FALSE, NULL },
                             .level = 3,
                           },
                           ff_questionnaire_title_in (questionnaire, ff_words_language ()),
                           _("Means by who rated, side by side; they are not averaged together."));
}

FfPlot *
ff_level_plot_raters (const FfObservation *observation)
{
  char *titles[FF_PLOT_BARS_MOST_SERIES] = { NULL };
  const FfQuestionnaireFigures *groups[FF_PLOT_BARS_MOST_SERIES] = { NULL };
  FfPlot *plot = NULL;
  guint n;

  g_return_val_if_fail (observation != NULL, NULL);

  n = list_series (observation, titles, groups);
  if (n > 0)
    plot = plot_series (observation, titles, groups, n);
  for (guint i = 0; i < n; i++)
    g_free (titles[i]);
  return plot;
}

/* Level 4 -------------------------------------------------------------------------------------------------------------------- */

static int
count_decimals (const FfMetricFigures *metric)
{
  int most = 0;

  for (guint i = 0; i < metric->series->len; i++)
    {
      double value = ((const FfSeriesPoint *) g_ptr_array_index (metric->series, i))->value;

      while (most < MOST_METRIC_DECIMALS && fabs (ff_round (value, most) - value) > FF_TOLERANCE)
        most++;
    }
  return most;
}

/* The points of a series, their labels kept in @labels. */
static FfPlotRunPoint *
make_points (GPtrArray *series, gboolean limits, FfPhrases *phrases, GPtrArray *labels)
{
  FfPlotRunPoint *points = g_new0 (FfPlotRunPoint, MAX (series->len, 1));

  for (guint i = 0; i < series->len; i++)
    {
      const FfSeriesPoint *point = g_ptr_array_index (series, i);
      char *label = ff_phrases_day_brief (phrases, point->day);

      g_ptr_array_add (labels, label);
      points[i] = FF_PLOT_RUN_POINT (point->day, point->value, label);
      points[i].note = point->cause;
      if (!limits)
        continue;
      points[i].lower = point->limits.lower;
      points[i].upper = point->limits.upper;
      points[i].unusual = point->outside;
    }
  return points;
}

/* The longest run of points in a shift. */
static guint
find_shift (GPtrArray *series, guint *first)
{
  guint longest = 0, run = 0;

  *first = 0;
  for (guint i = 0; i < series->len; i++)
    {
      run = ((const FfSeriesPoint *) g_ptr_array_index (series, i))->in_shift ? run + 1 : 0;
      if (run > longest)
        {
          longest = run;
          *first = i + 1 - run;
        }
    }
  return longest;
}

static void
set_lines (FfPlotRunChart *chart, const FfMetricFigures *metric, FfDay ends_on, char *labels[3])
{
  g_autofree char *centre = ff_plot_number_format (&chart->number, chart->centre);
  g_autofree char *target = ff_words_plain (metric->target);

  labels[0] = metric->chart == FF_METRIC_CHART_RUN ? g_strdup_printf (C_("chart", "median %s"), centre)
                                                   : g_strdup_printf (C_("chart", "mean %s"), centre);
  labels[1] = g_strdup_printf (C_("chart", "target %s"), target);
  /* Translators: so many values in a row on one side of the median. */
  labels[2] = g_strdup_printf (ngettext ("shift: %u in a row", "shift: %u in a row", metric->run_chart.longest_run),
                               metric->run_chart.longest_run);
  chart->centre_label = labels[0];
  chart->target_label = labels[1];
  chart->shift_label = labels[2];
  chart->limits_label = C_("chart", "limits");
  chart->comparison_label = C_("chart", "comparison");
  chart->before_label = C_("chart", "before the class");
  chart->after_label = C_("chart", "after the class");
  chart->event = ends_on != FF_NO_DAY ? (double) ends_on : FF_UNDEFINED;
  chart->target_from = ends_on != FF_NO_DAY ? (double) ends_on : FF_UNDEFINED;
}

FfPlot *
ff_level_plot_metric (const FfMetricFigures *metric, FfDay ends_on)
{
  g_autoptr (FfPhrases) phrases = NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree FfPlotRunPoint *points = NULL;
  g_autofree FfPlotRunPoint *comparison = NULL;
  g_autofree char *sentence = NULL;
  gboolean limits;
  char *lines[3];
  guint first = 0;
  FfPlotRunChart chart = { .level = 4 };
  FfPlot *plot;

  g_return_val_if_fail (metric != NULL, NULL);

  if (metric->series->len == 0)
    return NULL;
  limits = metric->chart != FF_METRIC_CHART_RUN;
  phrases = ff_phrases_new (ff_phrases_reader_language ());
  points = make_points (metric->series, limits, phrases, labels);
  comparison = make_points (metric->comparison, FALSE, phrases, labels);
  words = ff_metric_words (metric);
  sentence = ff_words_join (words, 0);
  chart.points = points;
  chart.n_points = metric->series->len;
  chart.comparison = comparison;
  chart.n_comparison = metric->comparison->len;
  chart.number = (FfPlotNumber) { count_decimals (metric), FALSE, NULL };
  chart.centre = limits ? metric->limits.centre : metric->run_chart.median;
  chart.target = metric->target;
  chart.shift_count = find_shift (metric->series, &first);
  chart.shift_first = first;
  set_lines (&chart, metric, ends_on, lines);
  plot = ff_plot_run_chart_new (&chart, metric->title, sentence);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_free (lines[i]);
  return plot;
}

/* Cards ------------------------------------------------------------------------------------------------------------------------ */

FfPlot *
ff_level_plot_new (const FfEvaluationFigures *figures, int level)
{
  const FfQuestionnaireFigures *reaction;
  const FfLearningLevel *learning = &figures->learning;

  g_return_val_if_fail (figures != NULL && level >= 1 && level <= 4, NULL);

  switch (level)
    {
    case 1:
      reaction = ff_evaluation_figures_get_reaction (figures);
      return reaction != NULL ? ff_level_plot_dimensions (reaction) : NULL;
    case 2:
      for (guint i = 0; learning->gains != NULL && i < learning->gains->len; i++)
        if (((const FfGainFigures *) g_ptr_array_index (learning->gains, i))->gain.pairs > 0)
          return ff_level_plot_gain (g_ptr_array_index (learning->gains, i), learning->pass_mark);
      return ff_level_plot_marks (learning);
    case 3:
      return ff_level_plot_funnel (&figures->behaviour, FF_COMMITMENT_MICRO_PLAN);
    default:
      for (guint i = 0; i < figures->results.metrics->len; i++)
        if (((const FfMetricFigures *) g_ptr_array_index (figures->results.metrics, i))->series->len > 0)
          return ff_level_plot_metric (g_ptr_array_index (figures->results.metrics, i), figures->ends_on);
      return NULL;
    }
}
