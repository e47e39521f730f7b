#include "config.h"

#include "ff-questionnaire-figures.h"

#include "ff-satisfaction.h"
#include "ff-target.h"

#include <string.h>

/* While forms are counted, `mean` and the means of a pair hold sums. */

static void
question_free (FfQuestionFigures *question)
{
  g_free (question->counts);
  g_ptr_array_unref (question->texts);
  g_free (question);
}

static void
dimension_free (FfDimensionFigures *dimension)
{
  g_ptr_array_unref (dimension->questions);
  g_free (dimension->who);
  g_free (dimension);
}

static void
part_free (FfBreakdownPart *part)
{
  g_free (part->ratings);
  g_free (part->dimensions);
  g_free (part);
}

static void
breakdown_free (FfBreakdown *breakdown)
{
  g_ptr_array_unref (breakdown->parts);
  g_free (breakdown);
}

void
ff_questionnaire_figures_free (FfQuestionnaireFigures *figures)
{
  g_ptr_array_unref (figures->dimensions);
  g_ptr_array_unref (figures->breakdowns);
  g_hash_table_unref (figures->places);
  g_free (figures);
}

/* Room ---------------------------------------------------------------------------------------------------------------- */

static double
from_ten_thousandths (gint64 stored)
{
  return stored != FF_NO_TARGET ? (double) stored / FF_TEN_THOUSAND : FF_UNDEFINED;
}

static gboolean
is_rated (FfQuestionKind kind)
{
  return kind == FF_QUESTION_RATING || kind == FF_QUESTION_SERVQUAL;
}

static FfQuestionFigures *
question_new (const FfQuestionnaire *questionnaire, const FfQuestion *asked)
{
  FfQuestionFigures *question = g_new0 (FfQuestionFigures, 1);

  question->question = asked;
  question->texts = g_ptr_array_new_with_free_func (g_free);
  switch (asked->kind)
    {
    case FF_QUESTION_RATING:
    case FF_QUESTION_SERVQUAL:
      question->first = questionnaire->scale_min;
      question->n_counts = (guint) (questionnaire->scale_max - questionnaire->scale_min + 1);
      break;
    case FF_QUESTION_NPS:
      question->n_counts = 11;
      break;
    case FF_QUESTION_YES_NO:
      question->n_counts = 2;
      break;
    case FF_QUESTION_CHOICE:
      question->first = 1;
      question->n_counts = asked->options->len;
      break;
    case FF_QUESTION_TEXT:
    case FF_QUESTION_SHORT:
    default:
      break;
    }
  question->counts = g_new0 (guint, question->n_counts);
  return question;
}

static FfDimensionFigures *
dimension_new (FfQuestionnaireFigures *figures, const FfDimension *asked)
{
  FfDimensionFigures *dimension = g_new0 (FfDimensionFigures, 1);

  dimension->dimension = asked;
  dimension->target = asked->target != FF_NO_TARGET ? from_ten_thousandths (asked->target) : figures->target;
  dimension->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) question_free);
  for (guint i = 0; i < asked->questions->len; i++)
    {
      FfQuestionFigures *question = question_new (figures->questionnaire, ff_dimension_get_question (asked, i));

      g_ptr_array_add (dimension->questions, question);
      g_hash_table_insert (figures->places, (gpointer) &question->question->id, question);
      question->place = figures->n_questions++;
    }
  return dimension;
}

static FfBreakdown *
breakdown_new (const FfQuestionnaireFigures *figures, const FfQuestion *asked)
{
  FfBreakdown *breakdown = g_new0 (FfBreakdown, 1);

  breakdown->question = asked;
  breakdown->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  for (guint i = 0; i < asked->options->len; i++)
    {
      FfBreakdownPart *part = g_new0 (FfBreakdownPart, 1);

      part->title = g_ptr_array_index (asked->options, i);
      part->ratings = g_new0 (FfRatings, figures->n_questions);
      part->dimensions = g_new (double, figures->dimensions->len);
      g_ptr_array_add (breakdown->parts, part);
    }
  return breakdown;
}

static FfDimensionFigures *
get_dimension (const FfQuestionnaireFigures *figures, guint index)
{
  return g_ptr_array_index (figures->dimensions, index);
}

static FfQuestionFigures *
get_question (const FfDimensionFigures *dimension, guint index)
{
  return g_ptr_array_index (dimension->questions, index);
}

FfQuestionnaireFigures *
ff_questionnaire_figures_new (const FfQuestionnaire *questionnaire, int wave, const char *rater)
{
  FfQuestionnaireFigures *figures = g_new0 (FfQuestionnaireFigures, 1);

  figures->questionnaire = questionnaire;
  figures->wave = wave;
  figures->rater = rater;
  figures->target = from_ten_thousandths (questionnaire->target);
  figures->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  figures->dimensions = g_ptr_array_new_with_free_func ((GDestroyNotify) dimension_free);
  figures->breakdowns = g_ptr_array_new_with_free_func ((GDestroyNotify) breakdown_free);
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    g_ptr_array_add (figures->dimensions, dimension_new (figures, ff_questionnaire_get_dimension (questionnaire, i)));
  for (guint i = 0; i < figures->dimensions->len; i++)
    for (guint j = 0; j < get_dimension (figures, i)->questions->len; j++)
      {
        const FfQuestion *asked = get_question (get_dimension (figures, i), j)->question;

        figures->n_ratings += asked->kind == FF_QUESTION_RATING ? 1 : asked->kind == FF_QUESTION_SERVQUAL ? 2 : 0;
        if (asked->kind == FF_QUESTION_CHOICE && !asked->multiple)
          g_ptr_array_add (figures->breakdowns, breakdown_new (figures, asked));
      }
  return figures;
}

/* Counting ------------------------------------------------------------------------------------------------------------ */

static FfQuestionFigures *
find_question (const FfQuestionnaireFigures *figures, gint64 id)
{
  return g_hash_table_lookup (figures->places, &id);
}

static void
count_value (FfQuestionFigures *question, gint64 value)
{
  if (value >= question->first && value < question->first + (gint64) question->n_counts)
    question->counts[value - question->first]++;
}

static void
count_letters (FfQuestionFigures *question, const char *letters)
{
  for (const char *p = letters; p != NULL && *p != '\0'; p++)
    count_value (question, *p - 'A' + 1);
}

/* The other half of a pair; -1: blank. */
static gint64
find_expectation (const GArray *answers, gint64 question_id)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (answers, FfAnswer, i);

      if (answer->question_id == question_id && answer->part == FF_PART_EXPECTATION)
        return answer->value;
    }
  return -1;
}

static void
count_pair (FfQuestionFigures *question, const GArray *answers, const FfAnswer *answer)
{
  gint64 expectation = answer->part == FF_PART_PERCEPTION ? find_expectation (answers, answer->question_id) : -1;

  if (expectation < 0)
    return;
  question->n++;
  question->expectation += (double) expectation;
  question->perception += (double) answer->value;
  count_value (question, answer->value);
}

static void
count_answer (FfQuestionnaireFigures *figures, FfQuestionFigures *question, const GArray *answers, const FfAnswer *answer)
{
  if (question->question->kind == FF_QUESTION_SERVQUAL)
    {
      if (answer->value >= 0)
        count_pair (question, answers, answer);
      return;
    }
  question->n++;
  if (answer->value < 0)
    {
      g_ptr_array_add (question->texts, g_strdup (answer->text));
      figures->n_texts++;
      return;
    }
  question->mean += (double) answer->value;
  count_value (question, answer->value);
  if (question->question->kind == FF_QUESTION_CHOICE && answer->value == 0)
    count_letters (question, answer->text);
  if (question->question->kind == FF_QUESTION_NPS)
    ff_nps_add (&question->nps, (double) answer->value);
}

static void
count_part (const FfQuestionnaireFigures *figures, FfBreakdownPart *part, const GArray *answers)
{
  part->n++;
  for (guint i = 0; i < answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (answers, FfAnswer, i);
      const FfQuestionFigures *question = find_question (figures, answer->question_id);

      if (question == NULL || question->question->kind != FF_QUESTION_RATING || answer->value < 0)
        continue;
      part->ratings[question->place].n++;
      part->ratings[question->place].sum += (double) answer->value;
    }
}

static void
count_breakdowns (FfQuestionnaireFigures *figures, const GArray *answers)
{
  for (guint i = 0; i < figures->breakdowns->len; i++)
    {
      FfBreakdown *breakdown = g_ptr_array_index (figures->breakdowns, i);

      for (guint j = 0; j < answers->len; j++)
        {
          const FfAnswer *answer = &g_array_index (answers, FfAnswer, j);

          if (answer->question_id == breakdown->question->id && answer->value >= 1 && answer->value <= breakdown->parts->len)
            count_part (figures, g_ptr_array_index (breakdown->parts, (guint) answer->value - 1), answers);
        }
    }
}

void
ff_questionnaire_figures_add (FfQuestionnaireFigures *figures, const GArray *answers, gboolean invalid)
{
  g_autofree double *ratings = g_new (double, MAX (figures->n_ratings, answers->len));
  guint n = 0;

  figures->returned++;
  for (guint i = 0; i < answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (answers, FfAnswer, i);
      const FfQuestionFigures *question = find_question (figures, answer->question_id);

      if (question != NULL && is_rated (question->question->kind) && answer->value >= 0)
        ratings[n++] = (double) answer->value;
    }
  if (invalid || (figures->questionnaire->half_invalid && ff_reaction_is_sparse (n, figures->n_ratings)))
    {
      figures->invalid++;
      return;
    }
  figures->valid++;
  figures->straight += ff_reaction_is_straight (ratings, n);
  for (guint i = 0; i < answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (answers, FfAnswer, i);
      FfQuestionFigures *question = find_question (figures, answer->question_id);

      if (question != NULL)
        count_answer (figures, question, answers, answer);
    }
  count_breakdowns (figures, answers);
}

/* Computing ------------------------------------------------------------------------------------------------------------ */

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
      const FfQuestionFigures *question = get_question (dimension, i);

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
      const FfQuestionFigures *question = get_question (dimension, i);

      values[i] = question->question->kind == FF_QUESTION_SERVQUAL ? G_STRUCT_MEMBER (double, question, member) : FF_UNDEFINED;
    }
  return ff_sample_mean (values, dimension->questions->len);
}

static void
finish_dimension (FfQuestionnaireFigures *figures, FfDimensionFigures *dimension)
{
  for (guint i = 0; i < dimension->questions->len; i++)
    {
      FfQuestionFigures *question = get_question (dimension, i);

      finish_question (question);
      if (is_rated (question->question->kind))
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
      FfDimensionFigures *dimension = get_dimension (figures, i);

      dimension->weight = isnan (dimension->mean) && isnan (dimension->gap) ? 0 : (double) dimension->dimension->weight;
      sum += dimension->weight;
    }
  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      FfDimensionFigures *dimension = get_dimension (figures, i);
      gboolean pairs = isnan (dimension->mean);

      dimension->weight = sum > 0 ? dimension->weight / sum : 0;
      dimension->weakness = ff_satisfaction_weakness (dimension->weight, pairs ? dimension->perception : dimension->mean,
                                                      pairs ? dimension->expectation : dimension->target);
      for (guint j = 0; j < dimension->questions->len; j++)
        {
          FfQuestionFigures *question = get_question (dimension, j);

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
      const FfDimensionFigures *dimension = get_dimension (figures, i);

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
      const FfDimensionFigures *dimension = get_dimension (figures, i);

      for (guint j = 0; j < dimension->questions->len; j++)
        ratings[j] = part->ratings[get_question (dimension, j)->place];
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
    for (guint j = 0; j < get_dimension (figures, i)->questions->len; j++)
      {
        FfQuestionFigures *question = get_question (get_dimension (figures, i), j);

        question->n = 0;
        question->nps = (FfNps) { 0 };
        memset (question->counts, 0, question->n_counts * sizeof *question->counts);
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
    finish_dimension (figures, get_dimension (figures, i));
  if (figures->suppressed)
    figures->nps = NULL;
  finish_weights (figures);
  finish_whole (figures);
  for (guint i = 0; i < figures->breakdowns->len; i++)
    finish_breakdown (figures, g_ptr_array_index (figures->breakdowns, i));
}
