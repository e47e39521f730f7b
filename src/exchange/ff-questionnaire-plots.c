#include "config.h"

#include "ff-questionnaire-plots.h"

#include <glib/gi18n-lib.h>

#include "ff-level-words.h"
#include "ff-number.h"
#include "ff-plot-bars.h"
#include "ff-plot-pareto.h"

#define N_PARTS 2

static FfPlot *
plot_service (const FfQuestionnaireFigures *figures, const FfPlotBarsGroup *groups, gsize n)
{
  const char *const series[N_PARTS] = { C_("service", "Expected"), C_("service", "Perceived") };
  g_autoptr (GPtrArray) sentences = ff_questionnaire_words (figures);
  g_autofree char *sentence = ff_words_join (sentences, 2);

  return ff_plot_bars_new (&(FfPlotBars) {
                             .series = series,
                             .n_series = N_PARTS,
                             .groups = groups,
                             .n_groups = n,
                             .low = figures->questionnaire->scale_min,
                             .high = figures->questionnaire->scale_max,
                             .target = FF_UNDEFINED,
                             .number = { 2, FALSE, NULL },
                             .level = figures->questionnaire->level,
                           },
                           ff_questionnaire_title_in (figures->questionnaire, ff_words_language ()), sentence);
}

FfPlot *
ff_questionnaire_plot_service (const FfQuestionnaireFigures *figures)
{
  g_autofree FfPlotBarsGroup *groups = NULL;
  g_autofree double *values = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  gsize n = 0;

  g_return_val_if_fail (figures != NULL, NULL);

  groups = g_new0 (FfPlotBarsGroup, MAX (figures->dimensions->len, 1));
  values = g_new0 (double, MAX (figures->dimensions->len * N_PARTS, 1));
  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (figures->dimensions, i);
      double *pair = values + n * N_PARTS;

      if (isnan (dimension->gap))
        continue;
      pair[0] = dimension->expectation;
      pair[1] = dimension->perception;
      g_ptr_array_add (notes, ff_words_signed (dimension->gap, 2));
      groups[n++] = (FfPlotBarsGroup) { ff_dimension_title_in (dimension->dimension, ff_words_language ()), pair,
                                        g_ptr_array_index (notes, notes->len - 1), dimension->verdict == FF_SERVICE_POOR };
    }
  return n > 0 ? plot_service (figures, groups, n) : NULL;
}

FfPlot *
ff_questionnaire_plot_weaknesses (const FfQuestionnaireFigures *figures)
{
  g_autofree FfParetoBar *bars = NULL;
  g_autofree FfPlotParetoItem *items = NULL;
  g_autofree char *sentence = NULL;
  guint n;

  g_return_val_if_fail (figures != NULL, NULL);

  bars = g_new0 (FfParetoBar, MAX (figures->dimensions->len, 1));
  n = ff_questionnaire_figures_rank_weaknesses (figures, bars);
  if (n == 0 || bars[0].count <= FF_TOLERANCE)
    return NULL;
  items = g_new0 (FfPlotParetoItem, n);
  for (guint i = 0; i < n; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (figures->dimensions, bars[i].index);

      items[i] = (FfPlotParetoItem) { ff_dimension_title_in (dimension->dimension, ff_words_language ()), bars[i].count,
                                      bars[i].cumulative_percent, bars[i].vital };
    }
  sentence = ff_words_vital_weaknesses (figures);
  return ff_plot_pareto_new (&(FfPlotPareto) {
                               .items = items,
                               .n_items = n,
                               .limit = FF_PARETO_VITAL,
                               .others_label = C_("chart", "Others"),
                               .number = { 2, FALSE, NULL },
                               .share = ff_plot_percent (0),
                             },
                             _("Weak factors"), sentence);
}

FfPlot *
ff_questionnaire_plot_choice (const FfQuestionnaireFigures *figures, const FfQuestionFigures *question)
{
  const GPtrArray *options;
  g_autofree FfPlotBarsGroup *groups = NULL;
  g_autofree double *percent = NULL;
  g_autofree char *sentence = NULL;
  const char *const series[] = { C_("chart", "Share") };

  g_return_val_if_fail (figures != NULL && question != NULL, NULL);

  options = ff_question_options_in (question->question, ff_words_language ());
  if (figures->suppressed || question->n == 0 || question->n_counts == 0 || question->n_counts != options->len)
    return NULL;
  groups = g_new0 (FfPlotBarsGroup, question->n_counts);
  percent = g_new0 (double, question->n_counts);
  for (guint i = 0; i < question->n_counts; i++)
    {
      percent[i] = ff_percent (question->counts[i], question->n);
      groups[i] = (FfPlotBarsGroup) { g_ptr_array_index (options, i), percent + i, NULL, FALSE };
    }
  sentence = g_strdup_printf (ngettext ("%u form answers this question.", "%u forms answer this question.", question->n), question->n);
  return ff_plot_bars_new (&(FfPlotBars) {
                             .series = series,
                             .n_series = 1,
                             .groups = groups,
                             .n_groups = question->n_counts,
                             .low = 0,
                             .high = 100,
                             .target = FF_UNDEFINED,
                             .number = ff_plot_percent (0),
                             .level = figures->questionnaire->level,
                           },
                           ff_question_title_in (question->question, ff_words_language ()), sentence);
}
