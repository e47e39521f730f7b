/* From counted forms to figures, and out again what may not be shown. */
#include "config.h"

#include "ff-questionnaire-figures.h"

#include "ff-satisfaction.h"

#include <string.h>

static double
mean_of (double sum, guint n)
{
  return n > 0 ? sum / n : FF_UNDEFINED;
}

/* An order that says neither who wrote what, nor what was written together. */
static int
compare_texts (gconstpointer a, gconstpointer b)
{
  const char *one = *(const char *const *) a, *other = *(const char *const *) b;
  guint first = g_str_hash (one), second = g_str_hash (other);

  return first != second ? (first < second ? -1 : 1) : strcmp (one, other);
}

static void
finish_question (FfQuestionFigures *question)
{
  FfQuestionKind kind = question->question->kind;

  question->expectation = kind == FF_QUESTION_SERVQUAL ? mean_of (question->expectation, question->n) : FF_UNDEFINED;
  question->perception = kind == FF_QUESTION_SERVQUAL ? mean_of (question->perception, question->n) : FF_UNDEFINED;
  question->percent = kind == FF_QUESTION_YES_NO ? ff_percent (question->counts[1], question->n) : FF_UNDEFINED;
  if (kind == FF_QUESTION_SERVQUAL)
    question->mean = ff_servqual_gap (question->expectation, question->perception);
  else
    question->mean = kind == FF_QUESTION_RATING || kind == FF_QUESTION_NPS ? mean_of (question->mean, question->n) : FF_UNDEFINED;
  question->verdict = kind == FF_QUESTION_SERVQUAL ? ff_servqual_verdict (question->mean) : FF_SERVICE_UNKNOWN;
  question->weakness = FF_UNDEFINED;
  g_ptr_array_sort (question->texts, compare_texts);
}

/* The attributes of a factor have weights of their own; elsewhere the mean of means is plain. */
static double
dimension_mean (const FfQuestionnaireFigures *figures, const FfDimensionFigures *dimension)
{
  guint n = dimension->questions->len;
  g_autofree double *means = g_new (double, n), *weights = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      const FfQuestionFigures *question = ff_dimension_figures_get_question (dimension, i);

      means[i] = question->question->kind == FF_QUESTION_RATING ? question->mean : FF_UNDEFINED;
      weights[i] = (double) question->question->weight;
    }
  return ff_sample_weighted_mean (means, figures->questionnaire->kind == FF_QUESTIONNAIRE_CSI ? weights : NULL, n);
}

static double
mean_of_pairs (const FfDimensionFigures *dimension, gsize member)
{
  g_autofree double *values = g_new (double, dimension->questions->len);

  for (guint i = 0; i < dimension->questions->len; i++)
    {
      const FfQuestionFigures *question = ff_dimension_figures_get_question (dimension, i);

      values[i] = question->question->kind == FF_QUESTION_SERVQUAL ? G_STRUCT_MEMBER (double, question, member) : FF_UNDEFINED;
    }
  return ff_sample_mean (values, dimension->questions->len);
}

static void
finish_dimension (FfQuestionnaireFigures *figures, FfDimensionFigures *dimension)
{
  for (guint i = 0; i < dimension->questions->len; i++)
    {
      FfQuestionFigures *question = ff_dimension_figures_get_question (dimension, i);

      finish_question (question);
      if (ff_question_kind_is_rated (question->question->kind))
        dimension->n = MAX (dimension->n, question->n);
      if (figures->nps == NULL && question->question->kind == FF_QUESTION_NPS)
        figures->nps = question;
    }
  dimension->mean = dimension_mean (figures, dimension);
  dimension->met = ff_target_met (dimension->mean, dimension->target, FF_DIRECTION_UP);
  dimension->expectation = mean_of_pairs (dimension, G_STRUCT_OFFSET (FfQuestionFigures, expectation));
  dimension->perception = mean_of_pairs (dimension, G_STRUCT_OFFSET (FfQuestionFigures, perception));
  dimension->gap = mean_of_pairs (dimension, G_STRUCT_OFFSET (FfQuestionFigures, mean));
  dimension->verdict = ff_servqual_verdict (dimension->gap);
}

/* What a dimension weighs among those that have a figure, and what a weak one costs. */
static void
finish_weights (FfQuestionnaireFigures *figures)
{
  double sum = 0;

  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      FfDimensionFigures *dimension = ff_questionnaire_figures_get_dimension (figures, i);

      dimension->weight = isnan (dimension->mean) && isnan (dimension->gap) ? 0 : (double) dimension->dimension->weight;
      sum += dimension->weight;
    }
  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      FfDimensionFigures *dimension = ff_questionnaire_figures_get_dimension (figures, i);
      gboolean pairs = isnan (dimension->mean);

      dimension->weight = sum > 0 ? dimension->weight / sum : 0;
      dimension->weakness = ff_satisfaction_weakness (dimension->weight, pairs ? dimension->perception : dimension->mean,
                                                      pairs ? dimension->expectation : dimension->target);
      for (guint j = 0; j < dimension->questions->len; j++)
        {
          FfQuestionFigures *question = ff_dimension_figures_get_question (dimension, j);

          if (question->question->kind == FF_QUESTION_RATING)
            question->weakness = ff_satisfaction_weakness (dimension->weight, question->mean, dimension->target);
          else if (question->question->kind == FF_QUESTION_SERVQUAL)
            question->weakness = ff_satisfaction_weakness (dimension->weight, question->perception, question->expectation);
        }
    }
}

static void
finish_whole (FfQuestionnaireFigures *figures)
{
  const FfQuestionnaire *questionnaire = figures->questionnaire;
  guint n = figures->dimensions->len;
  g_autofree double *means = g_new (double, n), *gaps = g_new (double, n), *weights = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      const FfDimensionFigures *dimension = ff_questionnaire_figures_get_dimension (figures, i);

      means[i] = dimension->mean;
      gaps[i] = dimension->gap;
      weights[i] = (double) dimension->dimension->weight / FF_TEN_THOUSAND;
    }
  figures->mean = ff_reaction_overall_mean (means, weights, n);
  figures->met = ff_target_met (figures->mean, figures->target, FF_DIRECTION_UP);
  figures->gap = ff_sample_mean (gaps, n);
  figures->weighted_gap = ff_servqual_weighted (gaps, weights, n);
  figures->verdict = ff_servqual_verdict (figures->gap);
  figures->index = questionnaire->kind == FF_QUESTIONNAIRE_CSI
                       ? ff_satisfaction_csi (means, weights, n, questionnaire->scale_min, questionnaire->scale_max)
                       : FF_UNDEFINED;
}

static void
finish_part (const FfQuestionnaireFigures *figures, FfBreakdownPart *part)
{
  guint n = figures->dimensions->len;
  g_autofree double *weights = g_new (double, n);
  g_autofree FfRatings *ratings = g_new (FfRatings, figures->n_questions);

  for (guint i = 0; i < n; i++)
    {
      const FfDimensionFigures *dimension = ff_questionnaire_figures_get_dimension (figures, i);

      for (guint j = 0; j < dimension->questions->len; j++)
        ratings[j] = part->ratings[ff_dimension_figures_get_question (dimension, j)->place];
      part->dimensions[i] = ff_reaction_dimension_mean (ratings, dimension->questions->len);
      weights[i] = (double) dimension->dimension->weight;
    }
  part->mean = ff_reaction_overall_mean (part->dimensions, weights, n);
}

static void
suppress_part (const FfQuestionnaireFigures *figures, FfBreakdownPart *part)
{
  part->n = 0;
  part->mean = FF_UNDEFINED;
  for (guint i = 0; i < figures->dimensions->len; i++)
    part->dimensions[i] = FF_UNDEFINED;
}

static void
finish_breakdown (const FfQuestionnaireFigures *figures, FfBreakdown *breakdown)
{
  guint n = breakdown->parts->len;
  g_autofree guint *groups = g_new (guint, n);

  breakdown->remainder = figures->valid;
  for (guint i = 0; i < n; i++)
    {
      groups[i] = ((const FfBreakdownPart *) g_ptr_array_index (breakdown->parts, i))->n;
      breakdown->remainder -= groups[i];
    }
  breakdown->suppressed = !ff_reaction_may_split (groups, n, figures->valid, (guint) figures->questionnaire->min_responses);
  if (breakdown->suppressed)
    breakdown->remainder = 0;
  for (guint i = 0; i < n; i++)
    (breakdown->suppressed ? suppress_part : finish_part) (figures, g_ptr_array_index (breakdown->parts, i));
}

/* Forgets what was answered; what was asked stays. */
static void
suppress (FfQuestionnaireFigures *figures)
{
  figures->straight = 0;
  figures->n_texts = 0;
  for (guint i = 0; i < figures->dimensions->len; i++)
    for (guint j = 0; j < ff_questionnaire_figures_get_dimension (figures, i)->questions->len; j++)
      {
        FfQuestionFigures *question = ff_dimension_figures_get_question (ff_questionnaire_figures_get_dimension (figures, i), j);

        question->n = 0;
        question->nps = (FfNps) { 0 };
        for (guint k = 0; k < question->n_counts; k++)
          question->counts[k] = 0;
        g_ptr_array_set_size (question->texts, 0);
      }
  g_ptr_array_set_size (figures->breakdowns, 0);
}

void
ff_questionnaire_figures_finish (FfQuestionnaireFigures *figures, int invited)
{
  figures->invited = invited;
  figures->response_percent = invited > 0 ? ff_percent (figures->returned, invited) : FF_UNDEFINED;
  figures->valid_percent = ff_percent (figures->valid, figures->returned);
  figures->suppressed = figures->questionnaire->anonymous && figures->valid < (guint) figures->questionnaire->min_responses;
  if (figures->suppressed)
    suppress (figures);
  for (guint i = 0; i < figures->dimensions->len; i++)
    finish_dimension (figures, ff_questionnaire_figures_get_dimension (figures, i));
  if (figures->suppressed)
    figures->nps = NULL;
  finish_weights (figures);
  finish_whole (figures);
  for (guint i = 0; i < figures->breakdowns->len; i++)
    finish_breakdown (figures, g_ptr_array_index (figures->breakdowns, i));
}

guint
ff_questionnaire_figures_rank_weaknesses (const FfQuestionnaireFigures *figures, FfParetoBar *bars)
{
  g_autofree double *known = g_new (double, MAX (figures->dimensions->len, 1));
  g_autofree guint *places = g_new (guint, MAX (figures->dimensions->len, 1));
  guint n = 0;

  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (figures->dimensions, i);

      if (isnan (dimension->weakness))
        continue;
      known[n] = dimension->weakness;
      places[n++] = i;
    }
  ff_pareto_compute (known, n, bars);
  for (guint i = 0; i < n; i++)
    bars[i].index = places[bars[i].index];
  return n;
}
